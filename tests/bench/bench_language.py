"""Benchmark of a language change, from the choice to the repainted window, with the memory that it leaks.

    python tests/bench/bench_language.py [--boards 58] [--changes 60] [--workspace DIR]

The window is real, the settings dialog is open over it, and every page has been shown before. ``--workspace`` opens an
existing workspace, for example the demo line, and waits for its engine; without it, a workspace of drawn boards is
made. Without a screen: QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import argparse
import gc
import os
import sys
import tempfile
import time
from pathlib import Path

from bench_window import closed, fill, rest, say, wait
from PySide6.QtCore import QEvent, QObject
from PySide6.QtWidgets import QApplication, QComboBox, QWidget

from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.shell.settings_dialog import SettingsDialog

LANGUAGES = ("fr", "de", "en")


class Painted(QObject):
    """Return True if all of these widgets have been painted."""

    def __init__(self, widgets: list[QWidget]) -> None:
        super().__init__()
        self.left = set(widgets)
        for widget in widgets:
            widget.installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint and isinstance(watched, QWidget):
            self.left.discard(watched)
        return False


def changed(application: QApplication, station: Station, language: str) -> float:
    """Seconds from the choice in the settings to the window painted in the language."""
    window = station.window
    dialog = next(iter(window.findChildren(SettingsDialog)))
    box = next(box for box in dialog.findChildren(QComboBox, "setting_language") if box.isVisible())
    begin = time.perf_counter()
    box.setCurrentIndex(box.findData(language))
    wait(application, lambda: station.language_switch.language == language)
    widgets: list[QWidget] = [window.bar, window.status, window.pages.currentWidget(), dialog]
    if window.pages.currentWidget() is window.review:
        widgets += [panel.viewport() for panel in window.review.panels.panels.values() if panel.isVisible()]
    painted = Painted(widgets)
    wait(application, lambda: not painted.left)
    return time.perf_counter() - begin


def memory_mb() -> float:
    """Resident memory of the process (Linux)."""
    gc.collect()
    return int(Path("/proc/self/statm").read_text().split()[1]) * os.sysconf("SC_PAGE_SIZE") / 1e6


def measure(application: QApplication, folder: Path, workspace: Path, changes: int) -> None:
    settings = Settings(folder / "window.json")
    settings.set("operator", "Bench")
    settings.set("language", "en")
    station = Station(application, StartOptions(workspace), settings)
    window = station.window
    window.resize(1366, 768)
    station.start()
    window.activateWindow()
    wait(application, lambda: station.context.workspace is not None and not station.engine.busy(), 900)
    wait(application, window.review.controller.can_judge)
    sys.stdout.write(f"{station.review_state.controller.count()} boards\n")
    for page in (window.records, window.threshold, window.turing, window.training, window.review):
        window.pages.setCurrentWidget(page)
        rest(application, station)
    window.actions_by_name["settings"].trigger()
    rest(application, station)
    for index in range(window.pages.count()):
        window.pages.setCurrentIndex(index)
        name = type(window.pages.currentWidget()).__name__
        rest(application, station)
        before, took = memory_mb(), []
        for number in range(changes):
            took.append(changed(application, station, LANGUAGES[number % 3]))
            rest(application, station)
        say(f"{name} in front", took, "500 ms")
        widgets = len(application.allWidgets())
        sys.stdout.write(f"    memory {before:.1f} MB before, {memory_mb():.1f} MB after; {widgets} widgets\n")
    closed(application, station)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--boards", type=int, default=58)
    parser.add_argument("--changes", type=int, default=60)
    parser.add_argument("--workspace", type=Path)
    found = parser.parse_args()
    application = QApplication([])
    with tempfile.TemporaryDirectory() as folder:
        place = Path(folder)
        if found.workspace is None:
            fill(place / "ws", found.boards, 1024)
        measure(application, place, found.workspace or place / "ws", found.changes)


if __name__ == "__main__":
    main()
