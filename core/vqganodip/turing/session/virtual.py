"""Virtual clock, which jumps from one scheduled call to the next, and virtual display, which shows scenes at once."""

from __future__ import annotations

import heapq
import itertools
from collections.abc import Callable, Sequence
from datetime import UTC, datetime, timedelta
from typing import Final

from vqganodip.turing.session.ports import Scene, Shown

__all__ = ["VirtualClock", "VirtualDisplay"]

_EPOCH: Final = datetime(2000, 1, 1, tzinfo=UTC)


class _Call:
    __slots__ = ("action",)

    def __init__(self, action: Callable[[], None]) -> None:
        self.action: Callable[[], None] | None = action

    def cancel(self) -> None:
        self.action = None


class VirtualClock:
    """A clock whose time advances only from one scheduled call to the next.

    Args:
        start: Initial time in seconds.
        epoch: Time of day at time 0.
    """

    def __init__(self, start: float = 0.0, epoch: datetime = _EPOCH) -> None:
        self._now = start
        self._epoch = epoch
        self._calls: list[tuple[float, int, _Call]] = []
        self._order = itertools.count()

    def now(self) -> float:
        return self._now

    def utc(self) -> str:
        return (self._epoch + timedelta(seconds=self._now)).isoformat(timespec="milliseconds").replace("+00:00", "Z")

    def call_at(self, when: float, action: Callable[[], None]) -> _Call:
        call = _Call(action)
        heapq.heappush(self._calls, (max(when, self._now), next(self._order), call))
        return call

    def run(self, until: float = float("inf")) -> None:
        """Advance the time to ``until``, or to the last scheduled call."""
        while self._calls and self._calls[0][0] <= until:
            when, _, call = heapq.heappop(self._calls)
            if call.action is not None:
                self._now = when
                call.action()
        if until != float("inf"):
            self._now = max(self._now, until)


class VirtualDisplay:
    """A display that shows scenes at once.

    Args:
        clock: Virtual clock.
        watch: Called with every scene after it was shown.

    Attributes:
        prepared: Ids of all images requested in advance.
        scenes: All scenes with the times at which they were shown.
    """

    def __init__(self, clock: VirtualClock, watch: Callable[[Scene], None] | None = None) -> None:
        self._clock = clock
        self.watch = watch
        self.prepared: list[str] = []
        self.scenes: list[tuple[float, Scene]] = []

    def prepare(self, stimuli: Sequence[str]) -> None:
        self.prepared.extend(stimuli)

    def show(self, scene: Scene, done: Callable[[Shown], None]) -> None:
        self.scenes.append((self._clock.now(), scene))
        done(Shown(self._clock.now(), "virtual"))
        if self.watch is not None:
            self.watch(scene)
