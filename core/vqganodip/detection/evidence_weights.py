"""Weights of the evidence: the sensitivity of parts, applied to every map before metrics, candidates and score."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.part_statistics import PartDeviations
from vqganodip.placement.sensitivity import FACTORS, Level, SensitivityRecord
from vqganodip.types import Image, Levels, Map

__all__ = ["EvidenceWeights", "weights_of"]


@dataclass(frozen=True, slots=True, eq=False)
class EvidenceWeights:
    """Factor of the evidence at every pixel of the working grid.

    Attributes:
        factors: float32 H×W, above zero; 1 where nothing is weighed.
        ignored: bool H×W, True on parts that are left out; None without any.
    """

    factors: Map = field(repr=False)
    ignored: NDArray[np.bool_] | None = field(default=None, repr=False)

    def reconstruction(self, original: Image, levels: Levels) -> Levels:
        """The reconstruction with its difference from the board weighed, so that all that is measured on both is.

        Args:
            original: uint8 H×W×3.
            levels: uint8 or float32 H×W×3.
        """
        weighed = self.factors != 1
        result = np.array(levels, np.float32)
        here = original[weighed].astype(np.float32)
        result[weighed] = here + self.factors[weighed][:, None] * (result[weighed] - here)
        return result if levels.dtype != np.uint8 else np.clip(np.rint(result), 0, 255).astype(np.uint8)

    def log_odds(self, odds: Map, cell: int) -> Map:
        """Log odds per cell: evidence for an anomaly is multiplied, evidence against one divided by the factor."""
        factors = self._of_cells((odds.shape[0], odds.shape[1]), cell)
        return np.asarray(np.where(odds > 0, odds * factors, odds / factors), np.float32)

    def distances(self, maps: Mapping[str, Map]) -> dict[str, Map]:
        """Distance maps by name, each with cells that cover the grid."""
        return {name: np.asarray(values * self.on(values), np.float32) for name, values in maps.items()}

    def deviations(self, parts: PartDeviations) -> PartDeviations:
        """Deviations of parts, each by the mean factor of its whole area."""
        whole = parts.boxes[:, 0]
        means = np.array([self.factors[y0:y1, x0:x1].mean() for x0, y0, x1, y1 in whole], np.float32)
        return replace(parts, deviation=np.asarray(parts.deviation * means[:, None, None], np.float32))

    def on(self, values: Map) -> Map:
        """Factors on the cells of a map h×w that covers the grid: the highest within each cell."""
        height, width = self.factors.shape
        rows, columns = values.shape[-2:]
        return self._of_cells((rows, columns), max(round(height / rows), round(width / columns), 1))

    def _of_cells(self, shape: tuple[int, int], cell: int) -> Map:
        if cell == 1:
            return self.factors
        height, width = self.factors.shape
        whole = np.zeros((shape[0] * cell, shape[1] * cell), np.float32)
        rows, columns = min(height, whole.shape[0]), min(width, whole.shape[1])
        whole[:rows, :columns] = self.factors[:rows, :columns]
        highest = whole.reshape(shape[0], cell, shape[1], cell).max(axis=(1, 3))
        return np.asarray(np.where(highest > 0, highest, 1), np.float32)


def weights_of(record: SensitivityRecord) -> EvidenceWeights | None:
    """Return the weights of a sensitivity; None if nothing is weighed.

    Where parts overlap, the stricter level counts, and outlines of other parts keep their whole evidence.
    """
    import cv2

    if not record.parts:
        return None
    width, height = record.grid
    factors, ignored = np.ones((height, width), np.float32), np.zeros((height, width), np.uint8)
    for part in sorted(record.parts, key=lambda one: FACTORS[one.level]):
        corners = np.rint(np.array(part.corners)).astype(np.int32)
        gone = part.level is Level.IGNORED
        cv2.fillConvexPoly(ignored, corners, int(gone))
        cv2.fillConvexPoly(factors, corners, 1.0 if gone else FACTORS[part.level])
    for outline in record.kept:
        corners = np.rint(np.array(outline)).astype(np.int32)
        cv2.fillConvexPoly(ignored, corners, 0)
        cv2.fillConvexPoly(factors, corners, 1.0)
    return EvidenceWeights(factors, ignored > 0 if ignored.any() else None)
