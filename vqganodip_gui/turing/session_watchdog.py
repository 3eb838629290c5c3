"""Watchdog of a session: detects lost keyboard focus, hidden or removed screens, and sleep."""

from __future__ import annotations

import time
from collections.abc import Callable, Sequence
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer, Signal
from PySide6.QtGui import QGuiApplication, QScreen, QWindow

from vqganodip.turing.session import notices

_DEBOUNCE_MS: Final = 40
"""A window of our own takes the keyboard from another through a moment without any; longer than this is a loss."""

_BEAT_MS: Final = 200
_JUMP_S: Final = 1.0
_SWITCH_S: Final = 1.0


def asleep_s() -> float:
    """Return the seconds slept since an arbitrary moment, estimated from the time of day if unavailable.

    Linux counts sleep in CLOCK_BOOTTIME and not in CLOCK_MONOTONIC (man 2 clock_gettime).
    """
    if hasattr(time, "CLOCK_BOOTTIME"):
        return time.clock_gettime(time.CLOCK_BOOTTIME) - time.clock_gettime(time.CLOCK_MONOTONIC)
    return time.time() - time.monotonic()


class SessionWatchdog(QObject):
    """Watchdog that signals when a session has to stop.

    Args:
        windows: Those of the session; the keyboard belongs to one of them.
        screen: Of the participant.
        asleep: Seconds slept, see :func:`asleep_s`.
        parent: Owner.

    Signals:
        focus_lost: The keyboard is elsewhere, since this moment of ``time.perf_counter``.
        stopped: What happened, as a message, and in a word for the record.
    """

    focus_lost = Signal(float)
    stopped = Signal(object, str)

    def __init__(
        self,
        windows: Callable[[], Sequence[QWindow]],
        screen: QScreen,
        asleep: Callable[[], float] = asleep_s,
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._windows = windows
        self._screen = screen
        self._asleep = asleep
        self._slept = asleep()
        self._beaten = time.perf_counter()
        self._lost_at: float | None = None
        self._switch_until = 0.0
        self._debounce = QTimer(self)
        self._debounce.setTimerType(Qt.TimerType.PreciseTimer)
        self._debounce.setSingleShot(True)
        self._debounce.timeout.connect(self._still_lost)
        self._beat = QTimer(self)
        self._beat.setTimerType(Qt.TimerType.PreciseTimer)
        self._beat.timeout.connect(self._look)
        application = QGuiApplication.instance()
        assert isinstance(application, QGuiApplication)
        self._application = application

    def start(self) -> None:
        self._application.focusWindowChanged.connect(self._focus_changed)
        self._application.screenRemoved.connect(self._screen_gone)
        self._beat.start(_BEAT_MS)

    def stop(self) -> None:
        if self._beat.isActive():
            self._application.focusWindowChanged.disconnect(self._focus_changed)
            self._application.screenRemoved.disconnect(self._screen_gone)
            self._beat.stop()
            self._debounce.stop()

    def switching(self) -> None:
        """Announce a switch between windows of the session, during which no window has the focus."""
        self._switch_until = time.perf_counter() + _SWITCH_S

    def _focus_changed(self, window: QWindow | None) -> None:
        if window is not None and any(window is ours for ours in self._windows()):
            self._lost_at = None
            self._debounce.stop()
        elif self._lost_at is None:
            self._lost_at = time.perf_counter()
            wait = max(_DEBOUNCE_MS, int(1000 * (self._switch_until - self._lost_at)))
            self._debounce.start(wait)

    def _still_lost(self) -> None:
        if self._lost_at is not None:
            at, self._lost_at = self._lost_at, None
            self.focus_lost.emit(at)

    def _screen_gone(self, screen: QScreen) -> None:
        if screen is self._screen:
            self.stopped.emit(notices.SCREEN_REMOVED, "screen removed")

    def _look(self) -> None:
        slept, self._slept = self._asleep() - self._slept, self._asleep()
        now = time.perf_counter()
        stood, self._beaten = now - self._beaten, now
        if slept > _JUMP_S:
            self.stopped.emit(notices.COMPUTER_ASLEEP, f"suspend {slept:.1f} s")
        elif stood > _JUMP_S + _BEAT_MS / 1000:
            self.stopped.emit(notices.COMPUTER_STOOD_STILL, f"stall {stood:.1f} s")


__all__ = ["SessionWatchdog", "asleep_s"]
