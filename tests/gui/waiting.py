"""How tests of the window wait: for a state, for the end of what is under way. No call says how long."""

from __future__ import annotations

import threading
from collections.abc import Callable
from typing import Final

from engine.waiting import HANG_GUARD_S
from PySide6.QtCore import QCoreApplication, QEvent, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from vqganodip_gui.app import Station
from vqganodip_gui.services.background_tasks import Tasks

HANG_GUARD_MS: Final = 1000 * HANG_GUARD_S

_SOON_MS: Final = 1000
"""Timers of the program that fire once put work off for less than this; longer ones take a message away."""

_REST_MS: Final = 120


def wait_until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Lets the window work until something holds."""
    qtbot.waitUntil(condition, timeout=HANG_GUARD_MS)


def wait_until_active(qtbot: QtBot, window: QWidget) -> None:
    """Asks for the keyboard until the window has it: a bare X server has no window manager that would give it."""

    def active() -> bool:
        if not window.isActiveWindow():
            window.activateWindow()
        return window.isActiveWindow()

    wait_until(qtbot, active)


def settle(qtbot: QtBot, station: Station) -> None:
    """Lets the window work until nothing is under way: what does not happen until then does not happen.

    No thread reads or writes, every answer has arrived, and what was put off for a moment is done.
    """
    wait_until(qtbot, lambda: not station.tasks.busy() and not put_off(station))
    while True:
        _threads_end_what_they_do(qtbot, station.tasks)
        turn()
        if not station.tasks.busy() and not put_off(station):
            return
        wait_until(qtbot, lambda: not station.tasks.busy() and not put_off(station))


def turn() -> None:
    """Delivers every event that waits, and removes what is to be removed."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rest_for_a_picture() -> None:
    """Before a picture for the documentation is taken; no test looks at what it shows."""
    QTest.qWait(_REST_MS)


def put_off(station: Station) -> list[QTimer]:
    """Timers that will soon do something that was put off."""
    timers = {id(timer): timer for owner in (station, station.window) for timer in owner.findChildren(QTimer)}
    return [t for t in timers.values() if t.isActive() and t.isSingleShot() and t.interval() < _SOON_MS]


def _threads_end_what_they_do(qtbot: QtBot, tasks: Tasks) -> None:
    """A job that is no longer under way may still be about to send its answer: the thread of each is met behind it."""
    pool, writer = tasks._pool, tasks._writer
    everybody = threading.Barrier(pool._max_workers)
    met = [pool.submit(everybody.wait, HANG_GUARD_S) for _ in range(pool._max_workers)]
    met.append(writer.submit(lambda: 0))
    wait_until(qtbot, lambda: all(one.done() for one in met))


__all__ = [
    "HANG_GUARD_MS",
    "HANG_GUARD_S",
    "put_off",
    "rest_for_a_picture",
    "settle",
    "turn",
    "wait_until",
    "wait_until_active",
]
