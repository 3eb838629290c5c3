"""A real station per test: real window, real SQLite workspace, drawn boards; and nothing may stay behind."""

from __future__ import annotations

import sys
import threading
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Final

import pytest
from gui.fakes import DrawnBoardInspector, draw_board
from gui.waiting import HANG_GUARD_MS, HANG_GUARD_S, wait_until, wait_until_active
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.datasets.synthetic.demo_line import DemoLine
from vqganodip.store.record_place import read_record_place
from vqganodip.store.workspace import open_workspace
from vqganodip.store.workspace_move import move_to_server
from vqganodip.testing import PlannedInspector
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.i18n import translation
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.training.event_log import EventLogReader
from vqganodip_gui.turing.session_watchdog import SessionWatchdog
from vqganodip_gui.widgets.message_strip import MessageStrip

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
    kept.set("operator", "M. L.")
    return kept


class Stations:
    """Opener of stations on one workspace, one after the other."""

    def __init__(self, qtbot: QtBot, application: QApplication, folder: Path, settings: Settings) -> None:
        self._qtbot, self._application = qtbot, application
        self._folder, self._settings = folder, settings
        self._open: list[Station] = []
        self._held: list[threading.Event] = []

    def start(
        self, boards: Path | None = None, *, bundle: bool = True, inspector: DrawnBoardInspector | None = None
    ) -> Station:
        (self._folder / "bundle").mkdir(exist_ok=True)
        places = StartOptions(self._folder / "ws", self._folder / "bundle" if bundle else None, boards)
        opener = (lambda _bundle: inspector) if inspector else DrawnBoardInspector.open
        station = Station(self._application, places, self._settings, opener=opener)
        self._open.append(station)
        station.window.review.controller.patience_s = HANG_GUARD_S  # tests look at the disk right after the key
        station.start()
        wait_until_active(self._qtbot, station.window)
        wait_until(self._qtbot, lambda: station.context.workspace is not None)
        return station

    def first(
        self,
        line: DemoLine,
        inspector: PlannedInspector,
        places: StartOptions | None = None,
        read: threading.Event | None = None,
    ) -> Station:
        """A station as a person starts it who has named nothing; its demo line is this one.

        Its bundle is read once ``read`` is set.
        """

        def opened(_bundle: Path) -> PlannedInspector:
            assert read is None or read.wait(HANG_GUARD_S)
            return inspector

        station = Station(self._application, places or StartOptions(), self._settings, opener=opened, demo=line)
        self._open.append(station)
        station.start()
        wait_until(self._qtbot, lambda: station.context.workspace is not None)
        return station

    def reviewing(self, boards: Path, inspected: int = len(SCORES)) -> Station:
        """A station that has inspected all boards and shows one."""
        station = self.start(boards)
        controller = station.window.review.controller
        wait_until(self._qtbot, lambda: controller.count() == inspected and not station.engine.busy())
        wait_until(self._qtbot, controller.can_judge)
        return station

    def hold(self) -> threading.Event:
        """Something that a thread is to wait for; it is set at the latest when a station ends, which waits for it."""
        self._held.append(threading.Event())
        return self._held[-1]

    def stop(self, station: Station) -> None:
        for event in self._held:
            event.set()
        self._open.remove(station)
        station.window.close()
        station.window.deleteLater()
        station.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)

    def stop_all(self) -> None:
        for station in list(self._open):
            self.stop(station)


ON_BOTH: Final = ("sqlite", pytest.param("postgresql", marks=pytest.mark.long))
"""Databases for ``pytest.mark.parametrize("stations", ON_BOTH, indirect=True)``."""


def keep_on_server(workspace: Path, database: str) -> None:
    """Keep the records of a workspace, which may exist, on a server."""
    if not workspace.exists():
        open_workspace(workspace, database=database).close()
    elif read_record_place(workspace) is None:
        move_to_server(workspace, database)


@pytest.fixture
def stations(
    qtbot: QtBot, qapp: QApplication, tmp_path: Path, settings: Settings, request: pytest.FixtureRequest
) -> Iterator[Stations]:
    """Stations on a workspace that keeps its records in a file, or in a database on a server."""
    if getattr(request, "param", request.config.getoption("--database")) == "postgresql":
        keep_on_server(tmp_path / "ws", request.getfixturevalue("postgresql"))
    opened = Stations(qtbot, qapp, tmp_path, settings)
    yield opened
    opened.stop_all()


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    """The language of the tests that follow."""
    yield
    translation.choose_language(qapp, "en")


@pytest.fixture(autouse=True)
def no_boards_drawn_again(monkeypatch: pytest.MonkeyPatch) -> None:
    """The threshold page draws boards of the shipped calibration again: seconds, which one engine test spends."""
    monkeypatch.setattr("vqganodip_gui.threshold.board_pictures._ships", lambda _calibrated: False)


@pytest.fixture(autouse=True)
def a_patient_program(monkeypatch: pytest.MonkeyPatch) -> None:
    """Raise time limits of the program, so that a busy machine triggers none of them.

    The limits concern a process that has not written an event yet, a keyboard focus that is being transferred, an event
    loop that is blocked, and messages that disappear after a while.
    """
    for owner, name, value in (
        (EventLogReader, "_START_TIMEOUT_S", HANG_GUARD_S),
        (SessionWatchdog, "_SWITCH_S", HANG_GUARD_S),
        (SessionWatchdog, "_JUMP_S", HANG_GUARD_S),
        (MessageStrip, "_STAYS_MS", HANG_GUARD_MS),
        (MessageStrip, "_ERROR_STAYS_MS", HANG_GUARD_MS),
    ):
        monkeypatch.setattr(sys.modules[owner.__module__], name, value)


@pytest.fixture(autouse=True)
def no_leaked_windows(qapp: QApplication) -> Iterator[None]:
    before = {id(widget) for widget in qapp.topLevelWidgets()}
    yield
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    leaked = [widget for widget in qapp.topLevelWidgets() if id(widget) not in before and widget.isVisible()]
    assert not leaked, f"windows left open: {leaked}"


@pytest.fixture
def press(qtbot: QtBot) -> Callable[..., None]:
    """Press keys on the window and wait until the next board is on the screen, or there is none."""

    def keys(station: Station, *pressed: object) -> None:
        controller = station.window.review.controller
        for key in pressed:
            qtbot.keyClick(station.window, key)  # type: ignore[arg-type]
            wait_until(qtbot, lambda: controller.can_judge() or controller.current is None)

    return keys
