"""Features of normal images with which the features of a board are compared, place by place and free of place.

After PatchCore (Roth et al. 2022): the distance of a place to the nearest of the normal images is its anomaly score.
Features are averaged over 3×3 places, in units of the spread of their channel, and stored in 8 bits. The features of
the board itself are not rounded, so that a small difference of a feature stays a small difference of the distance.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import BundleError
from vqganodip.types import FloatArray, Map

__all__ = [
    "CODES_PER_SPREAD",
    "FEATURES",
    "FEATURE_SCORES",
    "MAX_KEPT",
    "STRIDES",
    "Codes",
    "FeatureBank",
    "NormalFeatures",
    "channel_units",
    "encode",
    "feature_map",
    "feature_scores",
    "scaled",
]

Codes = NDArray[np.uint8]

FEATURES: Final = "features"
"""Role of the normal features in a bundle."""

STRIDES: Final = (8, 16)
"""Strides of the features, in pixels of the image that they are measured in."""

MAX_KEPT: Final = 16
"""Most normal images kept at a place."""

CODES_PER_SPREAD: Final = 255 / 12
"""Steps of a code for one spread of its channel; codes reach from -6 to 6 spreads."""

_ZERO: Final = 128
_STEEPNESS: Final = 8
_LEAST_SPREAD: Final = 1e-6
_TOP: Final = {"max": 1, "top5": 5, "top20": 20}
_TOP_OF_SMOOTHED: Final = {"smooth5": 5, "smooth": 1}
_SMOOTHING: Final = 1.0
"""Standard deviation in cells of the Gaussian that a distance map is smoothed with."""

FEATURE_SCORES: Final = (*_TOP_OF_SMOOTHED, *_TOP)
"""Names of the scores of a distance map. The first ones depend least on chance: of correlated columns, the
preprocessing of a fit retains the first."""


@dataclass(frozen=True, slots=True, eq=False)
class FeatureBank:
    """Features of normal images at one stride.

    Attributes:
        stride: Stride in pixels of the image that they are measured in.
        mean: float32 C, mean of each channel over all places of all normal images.
        spread: float32 C, its standard deviation, > 0.
        places: uint8 K×C×h×w, codes of the K kept features at every place; None for products in free position.
        anywhere: uint8 M×C, codes of features of any place.
        usual: Mean of the highest distances of normal images by the features of others: at their place, and of any
            place; the first is nan in free position, both in bundles of earlier versions.
    """

    stride: int
    mean: Map = field(repr=False)
    spread: Map = field(repr=False)
    places: Codes | None = field(repr=False)
    anywhere: Codes = field(repr=False)
    usual: tuple[float, float] = (math.nan, math.nan)


@dataclass(frozen=True, slots=True, eq=False)
class NormalFeatures:
    """Features of the normal images of a product.

    Attributes:
        side: Long side in pixels of the images that they are measured in.
        banks: One bank for each stride, ascending.
        rank_regions: True if their map finds anomalies drawn into normal images at least as well as the segmentation
            network does, so that regions come from it.
    """

    side: int
    banks: tuple[FeatureBank, ...] = field(repr=False)
    rank_regions: bool = False

    def size_of(self, size: tuple[int, int]) -> tuple[int, int]:
        """Return the (width, height) at which an image of this (width, height) is measured; it is not enlarged."""
        factor = min(1.0, self.side / max(size))
        return max(32, round(size[0] * factor)), max(32, round(size[1] * factor))

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """Arrays of an npz file."""
        arrays: dict[str, NDArray[np.generic]] = {"side": np.array(self.side, np.int64)}
        if self.rank_regions:
            arrays["rank_regions"] = np.ones(1, np.uint8)
        for bank in self.banks:
            name = f"stride{bank.stride}"
            arrays[f"{name}_mean"], arrays[f"{name}_spread"] = bank.mean, bank.spread
            arrays[f"{name}_anywhere"] = bank.anywhere
            if math.isfinite(bank.usual[1]):
                arrays[f"{name}_usual"] = np.array(bank.usual, np.float64)
            if bank.places is not None:
                arrays[f"{name}_places"] = bank.places
        return arrays

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> NormalFeatures:
        """Read what :meth:`to_arrays` wrote.

        Raises:
            BundleError: An array is missing or invalid.
        """
        try:
            banks = tuple(_bank(arrays, stride) for stride in STRIDES if f"stride{stride}_anywhere" in arrays)
            side = int(np.asarray(arrays["side"]))
            if not banks or side < 32:
                raise ValueError("side")
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(
                "normal-features-unreadable",
                "the features of the normal images cannot be read ({error})",
                todo="Train the bundle again.",
                error=str(error),
            ) from error
        return cls(side, banks, "rank_regions" in arrays)


def _bank(arrays: Mapping[str, NDArray[np.generic]], stride: int) -> FeatureBank:
    name = f"stride{stride}"
    mean, spread = (np.asarray(arrays[f"{name}_{part}"], np.float32) for part in ("mean", "spread"))
    anywhere, places = np.asarray(arrays[f"{name}_anywhere"]), arrays.get(f"{name}_places")
    if not (np.isfinite(mean).all() and (spread > 0).all() and mean.shape == spread.shape == anywhere.shape[1:]):
        raise ValueError(name)
    if anywhere.dtype != np.uint8 or not len(anywhere):
        raise ValueError(name)
    kept = None
    if places is not None:
        kept = np.asarray(places)
        if kept.dtype != np.uint8 or kept.ndim != 4 or kept.shape[1] != len(mean) or not len(kept):
            raise ValueError(name)
    usual = np.asarray(arrays.get(f"{name}_usual", (math.nan, math.nan)), np.float64)
    if usual.shape != (2,) or (usual <= 0).any():
        raise ValueError(name)
    return FeatureBank(stride, mean, spread, kept, np.asarray(anywhere, np.uint8), (float(usual[0]), float(usual[1])))


def channel_units(maps: Sequence[Map]) -> tuple[Map, Map]:
    """Mean and spread of each channel over all places of some maps C×h×w, float32 C each."""
    total = np.zeros(len(maps[0]), np.float64)
    squares, count = np.zeros_like(total), 0
    for values in maps:
        flat = values.reshape(len(values), -1).astype(np.float64)
        total += flat.sum(axis=1)
        squares += (flat**2).sum(axis=1)
        count += flat.shape[1]
    mean = total / count
    spread = np.sqrt(np.maximum(squares / count - mean**2, 0.0)) + _LEAST_SPREAD
    return mean.astype(np.float32), spread.astype(np.float32)


def encode(values: Map, mean: Map, spread: Map) -> Codes:
    """Codes of a feature map C×h×w, uint8, in units of the spread of its channels."""
    return np.asarray(np.rint(scaled(values, mean, spread)), np.uint8)


def scaled(values: Map, mean: Map, spread: Map) -> Map:
    """Return a feature map C×h×w on the scale of the codes, float32 in [0, 255], without rounding."""
    shape = (-1, *(1,) * (values.ndim - 1))
    units = (values - mean.reshape(shape)) * (np.float32(CODES_PER_SPREAD) / spread.reshape(shape))
    return np.asarray(np.clip(units + np.float32(_ZERO), 0, 255), np.float32)


def feature_map(distances: Mapping[str, Map], normal: NormalFeatures, size: tuple[int, int]) -> Map | None:
    """Likeness of a defect at each pixel, from the distances relative to the usual highest ones of normal images.

    A distance as high as the highest of a normal image usually is gives 0.5, one and a half times as high 0.96. The
    distances at the place of a board count where they are known, otherwise those to any place; of the strides the
    highest value counts.

    Args:
        distances: Distance maps by name, from ``neural/feature_distances.py``.
        normal: The normal features.
        size: (width, height) of the board.

    Returns:
        float32 H×W in [0, 1]; None for a bundle of an earlier version, which does not know the usual distances.
    """
    import cv2

    found: Map | None = None
    for bank in normal.banks:
        place = distances.get(f"place{bank.stride}")
        values, usual = (distances[f"nearest{bank.stride}"], bank.usual[1]) if place is None else (place, bank.usual[0])
        if not math.isfinite(usual):
            continue
        ratio = np.asarray(cv2.resize(values / np.float32(usual), size, interpolation=cv2.INTER_LINEAR), np.float32)
        found = ratio if found is None else np.maximum(found, ratio)
    if found is None:
        return None
    steep = np.power(found, np.float32(_STEEPNESS))
    return np.asarray(steep / (np.float32(1) + steep), np.float32)


def feature_scores(distances: Map, ignore: NDArray[np.bool_] | None = None) -> dict[str, float]:
    """Highest distance, and means of the five and twenty highest, of a map h×w; the same of the map smoothed.

    A defect is larger than a cell, while chance makes single cells of a normal board stand out: a Gaussian of one cell
    (half a cell in Roth et al. 2022) separates them. In excluded cells the distance is 0.

    Args:
        distances: float32 h×w in spreads of the normal images, >= 0.
        ignore: bool H×W of the board, True where it is excluded; a cell counts as excluded where all of it is.
    """
    import cv2

    counted = np.ones(distances.shape, bool)
    if ignore is not None:
        counted = ~_covered_cells(ignore, distances.shape)
    if not counted.any():
        return dict.fromkeys(FEATURE_SCORES, 0.0)
    smoothed = cv2.GaussianBlur(np.where(counted, distances, np.float32(0)), (0, 0), _SMOOTHING)
    found: dict[str, float] = {}
    for values, means in ((distances, _TOP), (smoothed, _TOP_OF_SMOOTHED)):
        highest: FloatArray = np.sort(values[counted].astype(np.float64))[::-1]
        found |= {name: float(highest[:count].mean()) for name, count in means.items()}
    return found


def _covered_cells(ignore: NDArray[np.bool_], shape: tuple[int, ...]) -> NDArray[np.bool_]:
    """Reduce a mask H×W to the cells that it covers completely."""
    rows = np.linspace(0, ignore.shape[0], shape[0] + 1).round().astype(int)
    columns = np.linspace(0, ignore.shape[1], shape[1] + 1).round().astype(int)
    by_row = np.logical_and.reduceat(ignore, np.minimum(rows[:-1], ignore.shape[0] - 1), axis=0)
    return np.asarray(np.logical_and.reduceat(by_row, np.minimum(columns[:-1], ignore.shape[1] - 1), axis=1))
