"""Measurement of the refresh rate of a screen from the intervals between buffer swaps.

``swapInterval()`` answers 1 even where frames are not held back for the screen at all, so the verdict comes from the
distances alone.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import Final

from PySide6.QtCore import QObject, Qt, QTimer

from vqganodip_gui.turing.surface import GlSurface, RasterSurface, Stamp

FRAMES: Final = 130
_WARM_UP: Final = 10
_NEAR: Final = 0.05
_MOST: Final = 0.95
_STEADY: Final = 0.25
_PATIENCE_MS: Final = 15_000


@dataclass(frozen=True, slots=True)
class RefreshRate:
    """Result of the measurement.

    Attributes:
        nominal_hz: What the system says of the screen.
        frames: Distances taken.
        median_ms: Their median.
        longest_ms: The longest.
        verified: The frames were held back for the screen: the median is the nominal period within 5 %, and 95 % of
            the distances are within a quarter of it.
        refresh_hz: By which frames are counted: measured when verified, else nominal.
    """

    nominal_hz: float
    frames: int
    median_ms: float
    longest_ms: float
    verified: bool
    refresh_hz: float


def judge_frames(intervals_ms: list[float], nominal_hz: float, source: str) -> RefreshRate:
    """The verdict over distances of frames in ms; only swaps can be verified, painting never."""
    period = 1000.0 / nominal_hz if nominal_hz > 0 else 0.0
    middle = median(intervals_ms) if intervals_ms else 0.0
    steady = sum(abs(interval - middle) <= _STEADY * middle for interval in intervals_ms)
    verified = bool(
        source == "swap"
        and intervals_ms
        and period
        and abs(middle - period) <= _NEAR * period
        and steady >= _MOST * len(intervals_ms)
    )
    longest = max(intervals_ms, default=0.0)
    return RefreshRate(
        nominal_hz, len(intervals_ms), middle, longest, verified, 1000.0 / middle if verified else nominal_hz
    )


class RefreshMeasurement(QObject):
    """Measurement that swaps FRAMES frames of plain grey on an open surface.

    Args:
        surface: Shown on the screen of the participant.
        done: Called once.
        parent: Owner.
    """

    def __init__(
        self, surface: GlSurface | RasterSurface, done: Callable[[RefreshRate], None], parent: QObject | None = None
    ) -> None:
        super().__init__(parent)
        self._surface = surface
        self._done: Callable[[RefreshRate], None] | None = done
        self._seen: list[float] = []
        self._next = QTimer(self)
        self._next.setTimerType(Qt.TimerType.PreciseTimer)
        self._next.setSingleShot(True)
        self._next.timeout.connect(self._frame)
        self._patience = QTimer(self)
        self._patience.setTimerType(Qt.TimerType.PreciseTimer)
        self._patience.setSingleShot(True)
        self._patience.timeout.connect(self._finish)

    def start(self) -> None:
        self._patience.start(_PATIENCE_MS)
        self._frame()

    def _frame(self) -> None:
        if self._done is not None:
            self._surface.present(None, self._swapped)

    def _swapped(self, stamp: Stamp) -> None:
        self._seen.append(stamp.seen)
        if len(self._seen) > FRAMES + _WARM_UP:
            self._finish()
        else:
            self._next.start(0)

    def _finish(self) -> None:
        done, self._done = self._done, None
        self._patience.stop()
        if done is not None:
            seen = self._seen[_WARM_UP:]
            intervals = [1000.0 * (after - before) for before, after in pairwise(seen)]
            done(judge_frames(intervals, self._surface.screen().refreshRate(), self._surface.source))


__all__ = ["FRAMES", "RefreshRate", "RefreshMeasurement", "judge_frames"]
