"""A shift of 50 boards by keyboard alone, with undo, re-opening and filters; and a kill, then a restart."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.fakes import draw_board
from gui.waiting import HANG_GUARD_S, wait_until
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.app import Station

Press = Callable[..., None]
Key = Qt.Key
KEYS = (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4)
BOARDS = 50


@pytest.fixture
def shift(tmp_path: Path) -> Path:
    """Fifty flagged boards."""
    folder = tmp_path / "shift"
    folder.mkdir()
    for number in range(BOARDS):
        draw_board(folder / f"SN{20000 + number}.png", 0.96 - number * 0.008, seed=number)
    return folder


def at_top(station: Station, qtbot: QtBot) -> None:
    review = station.window.review
    review.controller.show_item(review.queue.ids()[0])
    wait_until(qtbot, review.controller.can_judge)


def serial(station: Station) -> str:
    current = station.window.review.controller.current
    return "" if current is None else current.serial


def test_that_a_shift_of_fifty_boards_is_judged_by_keyboard_alone(
    stations: Stations, shift: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(shift, BOARDS)
    at_top(station, qtbot)
    seen = []
    for number in range(BOARDS):
        seen.append(serial(station))
        if number == 10:  # inspected closely: regions, one panel alone, swipe, then the whole board
            for key in (Key.Key_N, Key.Key_P, Key.Key_Z, Key.Key_M, Key.Key_M, Key.Key_X, Key.Key_X, Key.Key_Escape):
                press(station, key)
        if number == 20:  # a slip of the finger, taken back
            press(station, Key.Key_2)
            qtbot.keyClick(station.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
            wait_until(qtbot, lambda: serial(station) == seen[-1])
        press(station, KEYS[number % 4])
    repository = station.context.workspace.repository  # type: ignore[union-attr]
    assert seen == [f"SN{20000 + number}" for number in range(BOARDS)], "flagged first by score, none twice, none left"
    kinds = Counter(judgment.kind for judgment in repository.judgments())
    assert sum(kinds.values()) == BOARDS + 2
    assert kinds[JudgmentKind.WITHDRAWN] == 1
    review = station.window.review
    assert review.empty.title.text() == "All boards judged"

    # a judged board is found by its serial with the keyboard, and judged again
    qtbot.keyClick(station.window, Key.Key_L, Qt.KeyboardModifier.ControlModifier)
    review.queue_pane.state.setCurrentIndex(1)
    qtbot.keyClicks(review.queue_pane.search, "20007")
    qtbot.keyClick(review.queue_pane.search, Key.Key_Return)
    wait_until(qtbot, lambda: serial(station) == "SN20007" and review.controller.can_judge())
    press(station, Key.Key_1)
    newest = repository.last_judgments(1)[0]
    assert newest.kind is JudgmentKind.OK
    assert newest.corrects is not None


CHILD = """
import os, signal, sys
from pathlib import Path
from PySide6.QtCore import QElapsedTimer, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from gui.fakes import DrawnBoardInspector
from gui.waiting import HANG_GUARD_MS
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services.settings import Settings

folder = Path(sys.argv[1])
application = QApplication([])
settings = Settings(folder / "window.json")
settings.set("operator", "M. L.")
(folder / "bundle").mkdir(exist_ok=True)
station = Station(application, StartOptions(folder / "ws", folder / "bundle", Path(sys.argv[2])), settings,
                  opener=DrawnBoardInspector.open)
station.start()
controller = station.window.review.controller

def wait(until):
    clock = QElapsedTimer()
    clock.start()
    while not until():
        application.processEvents()
        assert clock.elapsed() < HANG_GUARD_MS

station.window.activateWindow()
wait(station.window.isActiveWindow)
wait(lambda: controller.count() == 7 and not station.engine.busy() and controller.can_judge())
controller.show_item(station.window.review.queue.ids()[0])
wait(controller.can_judge)
for key in (Qt.Key.Key_4, Qt.Key.Key_2, Qt.Key.Key_D):
    before = controller.current.serial
    QTest.keyClick(station.window, key)
    wait(lambda: controller.can_judge() and controller.current.serial != before)
wait(lambda: controller._session.position == controller.current.item_id)
print(controller.current.serial, flush=True)
os.kill(os.getpid(), signal.SIGKILL)
"""


@pytest.mark.skipif(not hasattr(signal, "SIGKILL"), reason="this system has no such kill")
@pytest.mark.parametrize("stations", ["sqlite"], indirect=True)  # on a server its lease keeps the board for a while
def test_that_after_a_kill_the_same_board_is_open_and_no_judgment_is_lost(
    stations: Stations, boards: Path, tmp_path: Path
) -> None:
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(path for path in sys.path if path)}
    killed = subprocess.run(
        [sys.executable, "-c", CHILD, str(tmp_path), str(boards)],
        capture_output=True, text=True, timeout=HANG_GUARD_S, env=environment, check=False,
    )  # fmt: skip
    assert killed.returncode == -signal.SIGKILL, killed.stderr
    station = stations.reviewing(boards)
    assert killed.stdout.strip() == "SN10443"
    assert serial(station) == "SN10443"
    repository = station.context.workspace.repository  # type: ignore[union-attr]
    assert [judgment.kind for judgment in repository.judgments()] == [JudgmentKind.FALSE_CALL, JudgmentKind.NG]
