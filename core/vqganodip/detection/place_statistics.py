"""Mean and spread at every place of feature and texture maps of normal boards."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np

from vqganodip.errors import TrainingError
from vqganodip.types import FloatArray, Map

__all__ = ["LIMIT", "PlaceStatistics", "PlaceSums", "half_average", "standard_units"]

LIMIT: Final = 8.0
"""Deviations are clipped to this many units of the normal spread."""

_LEAST: Final = 1e-3


@dataclass(frozen=True, slots=True, eq=False)
class PlaceStatistics:
    """Mean and spread of C maps at every place.

    Attributes:
        mean: float32 C×h×w.
        spread: float32 C×h×w, the standard deviation at the place plus half its average over the map; above zero. Few
            boards estimate the deviation of a single place badly, and the half average borrows from all others.
    """

    mean: Map = field(repr=False)
    spread: Map = field(repr=False)

    def deviation(self, values: Map) -> Map:
        """Deviation of a board's maps C×h×w from the mean in units of the spread, within ±LIMIT."""
        return standard_units(values, self.mean, self.spread)


class PlaceSums:
    """Sums of maps over normal boards, from which their statistics follow."""

    def __init__(self) -> None:
        self.count = 0
        self._total: FloatArray | None = None
        self._squares: FloatArray | None = None

    def add(self, maps: Map) -> None:
        """Add the maps C×h×w of a normal board."""
        values = maps.astype(np.float64)
        if self._total is None or self._squares is None:
            self._total, self._squares = np.zeros(values.shape), np.zeros(values.shape)
        self._total += values
        self._squares += values**2
        self.count += 1

    def moments(self) -> tuple[Map, Map]:
        """Mean and variance at every place, float32 C×h×w.

        Raises:
            TrainingError: Fewer than two boards.
        """
        if self._total is None or self._squares is None or self.count < 2:
            raise TrainingError(
                "place-too-few-boards",
                "{count} normal boards are too few for the statistics of a product",
                todo="Give two registered normal boards.",
                count=self.count,
            )
        mean = self._total / self.count
        variance = np.maximum(self._squares / self.count - mean**2, 0)
        return mean.astype(np.float32), variance.astype(np.float32)

    def statistics(self) -> PlaceStatistics:
        """Return mean and spread; TrainingError as for :meth:`moments`."""
        mean, variance = self.moments()
        return PlaceStatistics(mean, np.sqrt(variance) + half_average(variance))


def half_average(variance: Map) -> Map:
    """Half the average standard deviation of each channel, float32 C×1×1, with a small floor."""
    average = np.sqrt(variance).mean(axis=(1, 2), keepdims=True, dtype=np.float64)
    return np.asarray(average / 2 + _LEAST, np.float32)


def standard_units(values: Map, mean: Map, spread: Map) -> Map:
    """(values - mean) / spread, clipped to ±LIMIT."""
    return np.asarray(np.clip((values - mean) / spread, -LIMIT, LIMIT), np.float32)
