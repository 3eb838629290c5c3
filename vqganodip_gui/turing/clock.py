"""The real clock of a session: a monotonic one, and wake-up calls at absolute moments that never come early."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, datetime
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

_LAST_MS: Final = 2.0
"""The rest of a wait that is passed in the event loop itself: timers only know whole milliseconds."""


class RealAlarm:
    """A wake-up call. Its timer is a precise one and is armed again until the moment is there."""

    def __init__(self, when: float, action: Callable[[], None], parent: QObject) -> None:
        self._when = when
        self._action: Callable[[], None] | None = action
        self._timer = QTimer(parent)
        self._timer.setTimerType(Qt.TimerType.PreciseTimer)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(lambda: self._woken())  # unlike a bound method, keeps an unreferenced alarm alive
        self._arm()

    def cancel(self) -> None:
        """Cancel the alarm; no effect once it has fired."""
        if self._action is not None:
            self._action = None
            self._timer.stop()
            self._timer.deleteLater()

    def _arm(self) -> None:
        left_ms = 1000.0 * (self._when - time.perf_counter())
        # one call shortly before the moment, then the event loop turns without sleeping: neither early nor asleep
        self._timer.start(int(left_ms - _LAST_MS) if left_ms > _LAST_MS else 0)

    def _woken(self) -> None:
        if self._action is None:
            return
        if time.perf_counter() < self._when:
            self._arm()
            return
        action, self._action = self._action, None
        self._timer.deleteLater()
        action()


class RealClock(QObject):
    """Seconds of ``time.perf_counter``, which no change of the time of day moves."""

    def now(self) -> float:
        return time.perf_counter()

    def utc(self) -> str:
        return datetime.now(UTC).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def call_at(self, when: float, action: Callable[[], None]) -> RealAlarm:
        return RealAlarm(when, action, self)


__all__ = ["RealAlarm", "RealClock"]
