"""Distances of patch pairs, original against reconstruction (paper section 3.2, third level).

Each function takes B pairs of one shape at once. Values are pixels divided by 255; vectors are the pixels of all
channels of a patch, row by row. Where a distance is undefined, its docstring names the value returned instead, so that
a metric row never holds NaN.
"""

from __future__ import annotations

from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Final, Generic, TypeAlias, TypeVar, cast

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.patches import BoxArray, by_shape, cut, unique_boxes
from vqganodip.types import FloatArray, Image, Levels

__all__ = [
    "PatchDistance",
    "PatchPairs",
    "PatchTable",
    "braycurtis",
    "canberra",
    "chebyshev",
    "cityblock",
    "correlation",
    "cosine",
    "euclidean",
    "frechet",
    "hamming",
    "jensenshannon",
    "minkowski",
    "mse",
    "ssim",
    "wasserstein",
]

K = TypeVar("K", bound=Hashable)

_HALF_LEVEL: Final = 0.5 / 255
_SSIM_WINDOW: Final = 7
_SSIM_C1: Final = (0.01 * 255) ** 2
_SSIM_C2: Final = (0.03 * 255) ** 2


@dataclass(frozen=True, eq=False)
class PatchPairs:
    """B patch pairs of one shape.

    Attributes:
        original: uint8 B×h×w×C.
        reconstruction: uint8 B×h×w×C, or float32 in the same units.
    """

    original: Image
    reconstruction: Levels

    @cached_property
    def u(self) -> FloatArray:
        """float64 B×N in [0, 1], the original's patches as vectors."""
        return self.original.reshape(len(self.original), -1) / 255.0

    @cached_property
    def v(self) -> FloatArray:
        """float64 B×N in [0, 1], the reconstruction's patches as vectors."""
        return self.reconstruction.reshape(len(self.reconstruction), -1).astype(np.float64) / 255.0

    @cached_property
    def delta(self) -> FloatArray:
        """float64 B×N, |u − v|."""
        return np.abs(self.u - self.v)

    @cached_property
    def delta_squared(self) -> FloatArray:
        """float64 B×N, (u − v)²."""
        return self.delta**2


PatchDistance: TypeAlias = Callable[[PatchPairs], FloatArray]
"""A distance of B patch pairs: float64 B, finite, independent of the other pairs of the batch."""


def _ratio(above: FloatArray, below: FloatArray, otherwise: float) -> FloatArray:
    """above / below, and ``otherwise`` where below is 0."""
    return np.asarray(np.divide(above, below, out=np.full(above.shape, otherwise), where=below > 0))


def mse(pairs: PatchPairs) -> FloatArray:
    """Mean of (u − v)², in [0, 1]."""
    return np.asarray(pairs.delta_squared.mean(axis=1))


def euclidean(pairs: PatchPairs) -> FloatArray:
    """Root of the sum of (u − v)², >= 0."""
    return np.asarray(np.sqrt(pairs.delta_squared.sum(axis=1)))


def minkowski(pairs: PatchPairs) -> FloatArray:
    """Minkowski distance of order 3: cube root of the sum of |u − v|³, >= 0."""
    return np.asarray(np.cbrt((pairs.delta_squared * pairs.delta).sum(axis=1)))


def cityblock(pairs: PatchPairs) -> FloatArray:
    """Sum of |u − v|, >= 0."""
    return np.asarray(pairs.delta.sum(axis=1))


def chebyshev(pairs: PatchPairs) -> FloatArray:
    """Largest |u − v|, in [0, 1]."""
    return np.asarray(pairs.delta.max(axis=1))


def braycurtis(pairs: PatchPairs) -> FloatArray:
    """Sum of |u − v| over the sum of u + v, in [0, 1] (Bray & Curtis 1957). Two black patches: 0."""
    return _ratio(pairs.delta.sum(axis=1), (pairs.u + pairs.v).sum(axis=1), 0.0)


def canberra(pairs: PatchPairs) -> FloatArray:
    """Sum of |u − v| / (u + v), in [0, N] (Lance & Williams 1967). Where both are 0 the term is 0."""
    return np.asarray(_ratio(pairs.delta, pairs.u + pairs.v, 0.0).sum(axis=1))


def hamming(pairs: PatchPairs) -> FloatArray:
    """Share of values that are not equal, half a level apart or more, in [0, 1] (Hamming 1950)."""
    return np.asarray((pairs.delta >= _HALF_LEVEL).mean(axis=1))


def cosine(pairs: PatchPairs) -> FloatArray:
    """1 − cosine of the angle of u and v, in [0, 1]. Two black patches: 0; one black patch: 1."""
    return _angle(pairs.u, pairs.v, limit=1.0)


def correlation(pairs: PatchPairs) -> FloatArray:
    """1 − Pearson's correlation of u and v, in [0, 2]. Two constant patches: 0 (no structure differs); one: 1.

    A patch is constant if its values span less than half a level.
    """
    # Without this a constant patch would correlate with the noise of its reconstruction, or of its own mean.
    constant_u, constant_v = (np.ptp(values, axis=1, keepdims=True) < _HALF_LEVEL for values in (pairs.u, pairs.v))
    u = np.where(constant_u, 0.0, pairs.u - pairs.u.mean(axis=1, keepdims=True))
    v = np.where(constant_v, 0.0, pairs.v - pairs.v.mean(axis=1, keepdims=True))
    return _angle(u, v, limit=2.0)


def _angle(u: FloatArray, v: FloatArray, limit: float) -> FloatArray:
    lengths_u, lengths_v = np.einsum("bn,bn->b", u, u), np.einsum("bn,bn->b", v, v)
    alike = _ratio(np.einsum("bn,bn->b", u, v), np.sqrt(lengths_u * lengths_v), 0.0)
    alike[(lengths_u == 0) & (lengths_v == 0)] = 1.0
    return np.clip(1.0 - alike, 0.0, limit)


def jensenshannon(pairs: PatchPairs) -> FloatArray:
    """Jensen–Shannon distance of the patches as distributions of light, in [0, √ln 2] (Endres & Schindelin 2003).

    Root of the divergence in nats, each patch divided by its sum. Two black patches: 0; one black patch: √ln 2, the
    distance of distributions that share nothing.
    """
    sums_u, sums_v = pairs.u.sum(axis=1, keepdims=True), pairs.v.sum(axis=1, keepdims=True)
    p, q = pairs.u / np.where(sums_u > 0, sums_u, 1), pairs.v / np.where(sums_v > 0, sums_v, 1)
    middle = (p + q) / 2
    middle[middle == 0] = 1
    terms = p * np.log(np.where(p > 0, p / middle, 1)) + q * np.log(np.where(q > 0, q / middle, 1))
    distances = np.sqrt(np.clip(terms.sum(axis=1) / 2, 0, np.log(2)))
    black_u, black_v = sums_u[:, 0] == 0, sums_v[:, 0] == 0
    distances[black_u != black_v] = np.sqrt(np.log(2))
    return np.asarray(distances)


def wasserstein(pairs: PatchPairs) -> FloatArray:
    """First Wasserstein distance of the two sets of pixel values, in [0, 1]: mean |sorted u − sorted v|."""
    # Bytes are sorted as bytes: 20 times as fast as floats.
    shape = (len(pairs.original), -1)
    first = np.sort(pairs.original.reshape(shape), axis=1)
    second = cast(Levels, np.sort(pairs.reconstruction.reshape(shape), axis=1))
    if second.dtype != np.uint8:
        return np.asarray(np.abs(first.astype(np.float32) - second).mean(axis=1, dtype=np.float64) / 255)
    return np.asarray((np.maximum(first, second) - np.minimum(first, second)).mean(axis=1) / 255)


def ssim(pairs: PatchPairs) -> FloatArray:
    """Mean structural similarity, in [-1, 1], 1 for equal patches (Wang et al. 2004).

    Windows of 7×7 pixels with equal weights and unbiased covariances that lie inside the patch, per channel;
    in a patch with a side below 7 the largest odd window that fits. A window of one pixel has no covariance: only
    the luminance term is left.
    """
    height, width = pairs.original.shape[1:3]
    window = min(_SSIM_WINDOW, height - (height + 1) % 2, width - (width + 1) % 2)
    exact: type[np.int64 | np.float64] = np.int64 if pairs.reconstruction.dtype == np.uint8 else np.float64
    x, y = (cast(NDArray[np.int64], p.astype(exact)) for p in (pairs.original, pairs.reconstruction))
    area = window * window
    sums = [_window_sums(values, window) for values in (x, y, x * x, y * y, x * y)]
    mx, my, xx, yy, xy = (total / area for total in sums)
    unbiased = area / max(area - 1, 1)
    vx, vy, vxy = unbiased * (xx - mx * mx), unbiased * (yy - my * my), unbiased * (xy - mx * my)
    above = (2 * mx * my + _SSIM_C1) * (2 * vxy + _SSIM_C2)
    below = (mx * mx + my * my + _SSIM_C1) * (vx + vy + _SSIM_C2)
    return np.asarray((above / below).mean(axis=(1, 2, 3)))


def _window_sums(values: NDArray[np.int64], window: int) -> FloatArray:
    """Sums over all square windows inside B×h×w×C numbers: B×(h − window + 1)×(w − window + 1)×C."""
    table = np.pad(values, ((0, 0), (1, 0), (1, 0), (0, 0))).cumsum(axis=1).cumsum(axis=2)
    low, high = slice(None, -window), slice(window, None)
    sums = table[:, high, high] - table[:, low, high] - table[:, high, low] + table[:, low, low]
    return np.asarray(sums, np.float64)


def frechet(pairs: PatchPairs) -> FloatArray:
    """Discrete Fréchet distance of the patches as curves, >= 0 (Eiter & Mannila 1994).

    A patch is the curve through its rows from top to bottom, each row one point whose coordinates are the pixel
    values of all its columns and channels; the distance of two points is Euclidean.
    """
    count, rows = pairs.original.shape[:2]
    p, q = (a.reshape(count, rows, -1).astype(np.float64) for a in (pairs.original, pairs.reconstruction))
    # Exact for bytes: their products and sums are whole numbers far below 2⁵³.
    lengths = (p * p).sum(axis=2)[:, :, None] + (q * q).sum(axis=2)[:, None, :]
    squared = np.maximum(lengths - 2 * (p @ q.transpose(0, 2, 1)), 0)
    apart = np.sqrt(squared).transpose(1, 2, 0) / 255
    # Cells of one anti-diagonal do not depend on each other; an infinite border means "not reachable from there".
    reach = np.full((rows + 1, rows + 1, count), np.inf)
    reach[0, 0] = 0.0
    for diagonal in range(2 * rows - 1):
        i = np.arange(max(0, diagonal - rows + 1), min(diagonal, rows - 1) + 1)
        j = diagonal - i
        before = np.minimum(np.minimum(reach[i, j + 1], reach[i + 1, j]), reach[i, j])
        reach[i + 1, j + 1] = np.maximum(before, apart[i, j])
    return np.asarray(reach[rows, rows])


class PatchTable(Generic[K]):
    """The different patch pairs of a board, cut out once for all sets of boxes.

    Args:
        original: uint8 H×W×3.
        reconstruction: uint8 H×W×3, or float32 in the same units.
        boxes: int32 Q×4 per set, inside the image; boxes may repeat within a set and between sets.

    Attributes:
        rows: Per set, the index of each box's patch pair: ``distances(d)[rows[name]]`` has one value per box.
    """

    def __init__(self, original: Image, reconstruction: Levels, boxes: Mapping[K, BoxArray]) -> None:
        together = np.concatenate(list(boxes.values()))
        first, inverse = unique_boxes(together, (original.shape[1], original.shape[0]))
        unique = together[first]
        self._groups = [
            (
                group,
                PatchPairs(
                    cast(Image, cut(original, unique[group])),
                    cast(Levels, cut(reconstruction, unique[group])),
                ),
            )
            for group in by_shape(unique)
        ]
        self._count = len(unique)
        ends = np.cumsum([len(one) for one in boxes.values()])[:-1]
        self.rows: Mapping[K, NDArray[np.int64]] = dict(zip(boxes, np.split(inverse, ends), strict=True))

    def distances(self, distance: PatchDistance) -> FloatArray:
        """Distance of each distinct patch pair, float64, finite."""
        values = np.empty(self._count, np.float64)
        for group, pairs in self._groups:
            values[group] = distance(pairs)
        return values
