"""Time spent looking at a board, excluding idle time and background windows."""

from __future__ import annotations

import time
from collections.abc import Callable


class ReviewTimer:
    """Timer of the time spent looking at a board; the clock is injected."""

    def __init__(self, idle_s: float = 60.0, clock: Callable[[], float] = time.monotonic) -> None:
        self.idle_s = idle_s
        self._clock = clock
        self._total = 0.0
        self._since: float | None = None

    def start(self) -> None:
        """Start a new board."""
        self._total = 0.0
        self._since = self._clock()

    def stop(self) -> None:
        """Pause: the window is in the background, or there is no board."""
        self._account()
        self._since = None

    def resume(self) -> None:
        """Resume: the window is in front again."""
        if self._since is None:
            self._since = self._clock()

    def touch(self) -> None:
        """Note activity: a key or the mouse."""
        if self._since is not None:
            self._account()
            self._since = self._clock()

    def at_least(self, seconds: float) -> None:
        """Count at least this time for the present board: that of the person who only gave a name meanwhile."""
        self._total += max(seconds - self.seconds(), 0.0)

    def seconds(self) -> float:
        """Return the seconds spent looking since ``start``; of a pause, at most ``idle_s`` count."""
        return self._total + self._open_stretch()

    def _open_stretch(self) -> float:
        return 0.0 if self._since is None else min(self._clock() - self._since, self.idle_s)

    def _account(self) -> None:
        self._total += self._open_stretch()
