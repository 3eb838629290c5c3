"""Benchmark of a shift: fifty boards judged by keys alone in the real window.

    QT_QPA_PLATFORM=offscreen python tests/bench/bench_shift.py [--boards 50]

Window, SQLite workspace and pictures on the disk are real; the boards are drawn, and the engine does not run. Every
board is flagged with four regions. Of ten boards, six are false calls, one is OK, one is NG at its second region, one
is NG there with a code, and one is doubtful. The place of a defect is stored with the judgment in every version: where
NG does not mark the selected region by itself, Alt+2 does it, which is one more key.

Prints keys per board, and the seconds from the first key of a board until the next board can be judged; a person's
time for looking is not in them.
"""

from __future__ import annotations

import argparse
import sys
import tempfile
import time
from pathlib import Path

import numpy as np
from bench_window import closed, fill, rest, started, wait
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.app import Station

Key = Qt.Key
PLAIN, ALT = Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.AltModifier
SHIFT = "fffnfofcfd"
"""Ten boards: false call, NG at region 2, OK, NG at region 2 with a code, doubtful."""


def keys_of(kind: str, *, marks: bool) -> list[tuple[Key, Qt.KeyboardModifier]]:
    """Keys for one board; ``marks`` is True if NG marks the selected region by itself."""
    to_region = [(Key.Key_N, PLAIN), (Key.Key_N, PLAIN)]
    by_hand = [] if marks else [(Key.Key_2, ALT)]
    return {
        "f": [(Key.Key_4, PLAIN)],
        "o": [(Key.Key_1, PLAIN)],
        "d": [(Key.Key_3, PLAIN)],
        "n": [*to_region, *by_hand, (Key.Key_2, PLAIN)],
        "c": [*to_region, *by_hand, (Key.Key_5, PLAIN), (Key.Key_4, PLAIN)],
    }[kind]


def active(application: QApplication, station: Station) -> None:
    """Wait until keys go to the window."""

    def there() -> bool:
        if not station.window.isActiveWindow():
            station.window.activateWindow()
        return station.window.isActiveWindow()

    wait(application, there)


def judge(application: QApplication, station: Station, kind: str, *, marks: bool) -> tuple[int, float]:
    """Judge the board on the screen; returns keys and seconds until the next one can be judged."""
    controller = station.window.review.controller
    before, pressed = controller.current, keys_of(kind, marks=marks)
    rest(application, station)
    active(application, station)
    begin = time.perf_counter()
    for key, modifier in pressed:
        QTest.keyClick(QApplication.activePopupWidget() or station.window, key, modifier)
    wait(application, lambda: controller.current is not before and controller.can_judge())
    return len(pressed), time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--boards", type=int, default=50)
    boards = parser.parse_args().boards
    application = QApplication(sys.argv[:1])
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        fill(folder / "ws", boards + 2, 512)
        station = started(application, folder, (1366, 768))
        marks = hasattr(station.window.review.details, "region_judgments")
        found = [judge(application, station, SHIFT[n % len(SHIFT)], marks=marks) for n in range(boards)]
        assert station.context.workspace is not None
        records = list(station.context.workspace.repository.judgments())
        placed = sum(any(r.kind is JudgmentKind.NG for r in record.regions) for record in records)
        closed(application, station)
    defects = sum(record.kind is JudgmentKind.NG for record in records)
    assert len(records) == boards
    for word, column in (("keys a board", 0), ("seconds of the machine a board", 1)):
        values = np.asarray([row[column] for row in found], float)
        p50, p95 = np.percentile(values, [50, 95])
        sys.stdout.write(f"{word}: mean {values.mean():.3f}, p50 {p50:.3f}, p95 {p95:.3f} over {boards} boards\n")
    sys.stdout.write(f"NG boards with their place: {placed} of {defects}\n")


if __name__ == "__main__":
    main()
