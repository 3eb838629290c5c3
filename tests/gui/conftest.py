"""A real station per test: real window, real SQLite workspace, drawn boards; and nothing may stay behind."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gui.fakes import DrawnBoardInspector, draw_board
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.datasets.synthetic.demo_line import DemoLine
from vqganodip.testing import PlannedInspector
from vqganodip_gui.app import Places, Station
from vqganodip_gui.services.settings import Settings

SCORES = (0.83, 0.71, 0.64, 0.55, 0.52, 0.4, 0.2)


@pytest.fixture
def boards(tmp_path: Path) -> Path:
    """Seven boards, the first five of them flagged."""
    folder = tmp_path / "boards"
    folder.mkdir()
    for number, score in enumerate(SCORES):
        draw_board(folder / f"SN{10440 + number}.png", score, seed=number)
    return folder


@pytest.fixture
def settings(tmp_path: Path) -> Settings:
    kept = Settings(tmp_path / "window.json")
    kept.put("operator", "M. L.")
    return kept


class Stations:
    """Opens stations on one workspace, one after the other."""

    def __init__(self, qtbot: QtBot, application: QApplication, folder: Path, settings: Settings) -> None:
        self._qtbot, self._application = qtbot, application
        self._folder, self._settings = folder, settings
        self._open: list[Station] = []

    def start(
        self, boards: Path | None = None, *, bundle: bool = True, inspector: DrawnBoardInspector | None = None
    ) -> Station:
        (self._folder / "bundle").mkdir(exist_ok=True)
        places = Places(self._folder / "ws", self._folder / "bundle" if bundle else None, boards)
        opener = (lambda _bundle: inspector) if inspector else DrawnBoardInspector.open
        station = Station(self._application, places, self._settings, opener=opener)
        self._open.append(station)
        station.window.review.controller.patience_s = 20.0  # tests look at the disk right after the key
        station.start()
        station.window.activateWindow()  # a bare X server has no window manager that would
        self._qtbot.waitUntil(station.window.isActiveWindow, timeout=10_000)
        self._qtbot.waitUntil(lambda: station.context.workspace is not None, timeout=10_000)
        return station

    def first(self, line: DemoLine, inspector: PlannedInspector, places: Places | None = None) -> Station:
        """A station as a person starts it who has named nothing; its demo line is this one."""
        station = Station(
            self._application, places or Places(), self._settings, opener=lambda _bundle: inspector, demo=line
        )
        self._open.append(station)
        station.start()
        self._qtbot.waitUntil(lambda: station.context.workspace is not None, timeout=20_000)
        return station

    def reviewing(self, boards: Path, inspected: int = len(SCORES)) -> Station:
        """A station that has inspected all boards and shows one."""
        station = self.start(boards)
        controller = station.window.review.controller
        self._qtbot.waitUntil(lambda: controller.count() == inspected and not station.engine.busy(), timeout=20_000)
        self._qtbot.waitUntil(controller.can_judge, timeout=10_000)
        return station

    def stop(self, station: Station) -> None:
        self._open.remove(station)
        station.window.close()
        station.window.deleteLater()
        station.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def stop_all(self) -> None:
        for station in list(self._open):
            self.stop(station)


@pytest.fixture
def stations(qtbot: QtBot, qapp: QApplication, tmp_path: Path, settings: Settings) -> Iterator[Stations]:
    opened = Stations(qtbot, qapp, tmp_path, settings)
    yield opened
    opened.stop_all()


@pytest.fixture(autouse=True)
def no_boards_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The threshold page draws boards of the shipped calibration again: seconds, which one engine test spends."""
    monkeypatch.setattr("vqganodip_gui.threshold.board_pictures._ships", lambda _calibrated: False)


@pytest.fixture(autouse=True)
def no_leaked_windows(qapp: QApplication) -> Iterator[None]:
    before = {id(widget) for widget in qapp.topLevelWidgets()}
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    leaked = [widget for widget in qapp.topLevelWidgets() if id(widget) not in before and widget.isVisible()]
    assert not leaked, f"windows left open: {leaked}"


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    """Presses keys on the window and waits until the next board is on the screen, or there is none."""

    def keys(station: Station, *pressed: object) -> None:
        controller = station.window.review.controller
        for key in pressed:
            qtbot.keyClick(station.window, key)  # type: ignore[arg-type]
            qtbot.waitUntil(lambda: controller.can_judge() or controller.current is None, timeout=10_000)

    return keys
