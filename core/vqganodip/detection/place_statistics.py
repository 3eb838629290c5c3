"""Mean and spread at every place of feature and texture maps of normal boards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import BundleError, TrainingError
from vqganodip.types import FloatArray, Map

__all__ = [
    "LIMIT",
    "MAP_NAMES",
    "PlaceStatistics",
    "PlaceSums",
    "ProductStatistics",
    "half_average",
    "places_from_arrays",
    "places_to_arrays",
    "standard_units",
]

MAP_NAMES: Final = ("features4", "features8", "features16", "texture")
"""The maps of a board: features at strides 4, 8 and 16, and the texture."""

LIMIT: Final = 8.0
"""Deviations are clipped to this many units of the normal spread."""

_LEAST: Final = 1e-3
_STEPS: Final = 255


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

    def to_arrays(self, name: str) -> dict[str, NDArray[np.generic]]:
        """Arrays of an npz file, in 8 bits: equal steps of each channel's range for the mean, of its logarithm for the
        spread."""
        arrays: dict[str, NDArray[np.generic]] = {}
        for part, values in (("mean", self.mean), ("spread", np.log(self.spread))):
            low, high = values.min(axis=(1, 2)), values.max(axis=(1, 2))
            step = np.maximum((high - low) / _STEPS, 1e-9)
            codes = np.rint((values - low[:, None, None]) / step[:, None, None])
            arrays[f"{name}_{part}"] = codes.astype(np.uint8)
            arrays[f"{name}_{part}_range"] = np.stack([low, step]).astype(np.float32)
        return arrays

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]], name: str) -> PlaceStatistics:
        """Read what :meth:`to_arrays` wrote.

        Raises:
            BundleError: An array is missing or invalid.
        """
        parts = []
        try:
            for part in ("mean", "spread"):
                codes, (low, step) = np.asarray(arrays[f"{name}_{part}"]), np.asarray(arrays[f"{name}_{part}_range"])
                if codes.ndim != 3 or not np.isfinite(low).all() or not np.isfinite(step).all():
                    raise ValueError(part)
                parts.append(codes.astype(np.float32) * step[:, None, None] + low[:, None, None])
        except (KeyError, TypeError, ValueError, IndexError) as error:
            raise BundleError(
                "places-unreadable",
                "the statistics of features and texture cannot be read ({error})",
                todo="Train the bundle again.",
                error=str(error),
            ) from error
        return cls(np.asarray(parts[0], np.float32), np.asarray(np.exp(parts[1]), np.float32))


@dataclass(frozen=True, slots=True, eq=False)
class ProductStatistics:
    """A product as the general segmentation network knows it.

    Attributes:
        mean: float32 H×W×3, mean of every pixel of registered normal boards.
        scale: float32 H×W×3, their spread, :attr:`vqganodip.detection.pixel_statistics.PixelStatistics.scale`.
        places: Statistics of each map in MAP_NAMES, on the grid padded to multiples of 32 px.
    """

    mean: Map = field(repr=False)
    scale: Map = field(repr=False)
    places: tuple[PlaceStatistics, ...] = field(repr=False)


def places_to_arrays(places: Sequence[PlaceStatistics]) -> dict[str, NDArray[np.generic]]:
    """Arrays of an npz file with the statistics of each map."""
    arrays: dict[str, NDArray[np.generic]] = {}
    for name, place in zip(MAP_NAMES, places, strict=True):
        arrays |= place.to_arrays(name)
    return arrays


def places_from_arrays(arrays: Mapping[str, NDArray[np.generic]]) -> tuple[PlaceStatistics, ...]:
    """Read what :func:`places_to_arrays` wrote; BundleError if it is invalid."""
    return tuple(PlaceStatistics.from_arrays(arrays, name) for name in MAP_NAMES)


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

    def without(self, maps: Map) -> PlaceSums:
        """Return the sums without a board that was added, C×h×w."""
        if self._total is None or self._squares is None:
            raise ValueError("no board was added")
        rest, values = PlaceSums(), maps.astype(np.float64)
        rest._total, rest._squares, rest.count = self._total - values, self._squares - values**2, self.count - 1
        return rest

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
