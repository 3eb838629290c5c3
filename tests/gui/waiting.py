"""Waiting in tests of the window: for a state, or until all pending work is done. No call gives a time."""

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
"""Single-shot timers of the program that defer work are shorter than this; longer ones hide messages."""

_REST_MS: Final = 120


def wait_until(qtbot: QtBot, condition: Callable[[], bool]) -> None:
    """Run the event loop until a condition holds."""
    qtbot.waitUntil(condition, timeout=HANG_GUARD_MS)


def wait_until_active(qtbot: QtBot, window: QWidget) -> None:
    """Activate the window until it has the keyboard; a bare X server has no window manager that would do it."""

    def active() -> bool:
        if not window.isActiveWindow():
            window.activateWindow()
        return window.isActiveWindow()

    wait_until(qtbot, active)


def settle(qtbot: QtBot, station: Station) -> None:
    """Run the event loop until nothing is pending; whatever has not happened by then does not happen.

    Afterwards no thread reads or writes, every result has arrived, and deferred work is done.
    """
    wait_until(qtbot, lambda: not station.tasks.busy() and not put_off(station))
    while True:
        _threads_end_what_they_do(qtbot, station.tasks)
        turn()
        if not station.tasks.busy() and not put_off(station):
            return
        wait_until(qtbot, lambda: not station.tasks.busy() and not put_off(station))


def turn() -> None:
    """Deliver all pending events and deferred deletions."""
    QCoreApplication.sendPostedEvents()
    QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def rest_for_a_picture() -> None:
    """Let animations finish before a picture for the documentation is taken; no assertion depends on it."""
    QTest.qWait(_REST_MS)


def put_off(station: Station) -> list[QTimer]:
    """Return the active timers of deferred work."""
    timers = {id(timer): timer for owner in (station, station.window) for timer in owner.findChildren(QTimer)}
    return [t for t in timers.values() if t.isActive() and t.isSingleShot() and t.interval() < _SOON_MS]


def _threads_end_what_they_do(qtbot: QtBot, tasks: Tasks) -> None:
    """Wait until each worker thread has returned from its job, which may still have been about to send its result."""
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
