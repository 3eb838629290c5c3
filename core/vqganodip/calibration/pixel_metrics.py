"""Pixel-wise AUROC and AUPRO of a difference map over a set of boards.

Pixel values are counted in fixed bins, finer for low values, so that memory does not grow with the number of boards.
Both areas are exact up to the width of a bin. ``statistics.auroc`` does not apply here: it sorts all values at once.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.difference_map import check_same_grid
from vqganodip.errors import message
from vqganodip.types import FloatArray, Map

__all__ = ["FPR_LIMIT", "PixelCurve"]

FPR_LIMIT: Final = 0.3
"""Upper limit of the false-positive rate in the integral of the per-region overlap (Bergmann et al. 2020)."""

_EDGES: Final = np.concatenate([[0.0], np.geomspace(1e-5, 100.0, 4096)])


def _counts(values: NDArray[np.floating]) -> NDArray[np.int64]:
    """Count the values per bin, int64; the lowest bin holds zeros, the highest all values above its edge."""
    bins = np.searchsorted(_EDGES, values, side="right") - 1
    return np.bincount(np.clip(bins, 0, len(_EDGES) - 1), minlength=len(_EDGES)).astype(np.int64)


@dataclass(slots=True)
class PixelCurve:
    """Pixel counts of one kind of map, accumulated over boards.

    Attributes:
        regions: Number of connected defective regions so far.
    """

    _normal: NDArray[np.int64] = field(default_factory=lambda: np.zeros(len(_EDGES), np.int64))
    _defective: NDArray[np.int64] = field(default_factory=lambda: np.zeros(len(_EDGES), np.int64))
    _overlap: FloatArray = field(default_factory=lambda: np.zeros(len(_EDGES)))
    regions: int = 0

    def add(self, values: Map, truth: NDArray[np.bool_]) -> None:
        """Add a board.

        Args:
            values: Map, float32 H×W, >= 0.
            truth: bool H×W, True where a pixel is defective; all False for a normal board.

        Raises:
            ImageError: The sizes differ.
        """
        import cv2

        check_same_grid(values.shape, truth.shape, message("map-defect-mask", "the mask of the defects"))
        self._normal += _counts(values[~truth])
        if not truth.any():
            return
        self._defective += _counts(values[truth])
        count, names = cv2.connectedComponents(truth.astype(np.uint8), connectivity=8)
        for region in range(1, count):
            inside = _counts(values[names == region])
            self._overlap += inside / inside.sum()
            self.regions += 1

    @property
    def auroc(self) -> float:
        """Area under the pixel ROC curve; nan without a normal or a defective pixel."""
        if not self._normal.sum() or not self._defective.sum():
            return float("nan")
        fpr, tpr = (_from_above(counts) for counts in (self._normal, self._defective))
        return float(np.trapezoid(tpr, fpr))

    @property
    def aupro(self) -> float:
        """Normalised area under the mean per-region overlap up to FPR_LIMIT (Bergmann et al. 2020).

        nan without a normal pixel or without a defective region.
        """
        if not self._normal.sum() or not self.regions:
            return float("nan")
        fpr, overlap = _from_above(self._normal), _from_above(self._overlap)
        inside = fpr <= FPR_LIMIT
        x = np.append(fpr[inside], FPR_LIMIT)
        y = np.append(overlap[inside], np.interp(FPR_LIMIT, fpr, overlap))
        return float(np.trapezoid(y, x) / FPR_LIMIT)


def _from_above(counts: NDArray[np.int64] | FloatArray) -> FloatArray:
    """Return the share of counts at or above each bin's lower edge, from the highest edge down, starting at 0."""
    rates = np.concatenate([[0.0], np.cumsum(counts[::-1], dtype=np.float64)])
    return np.asarray(rates / rates[-1], np.float64)
