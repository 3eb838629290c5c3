"""Transforms from millimetres of a placement to pixels of the board: similarity and affine, by least squares."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

import numpy as np

from vqganodip.types import FloatArray

__all__ = ["Kind", "Transform", "fit_affine", "fit_similarity", "least_points"]


class Kind(StrEnum):
    """Kind of a transform."""

    SIMILARITY = "similarity"
    AFFINE = "affine"


_POINTS: Final = {Kind.SIMILARITY: 2, Kind.AFFINE: 3}


def least_points(kind: Kind) -> int:
    """Number of points that determine a transform."""
    return _POINTS[kind]


@dataclass(frozen=True, slots=True, eq=False)
class Transform:
    """A transform from millimetres, y upwards, to pixels, y downwards.

    Attributes:
        kind: Similarity or affine.
        matrix: float64 2×3.
    """

    kind: Kind
    matrix: FloatArray = field(repr=False)

    def apply(self, points: FloatArray) -> FloatArray:
        """Pixels N×2 of points in millimetres N×2."""
        return np.asarray(points, np.float64) @ self.matrix[:, :2].T + self.matrix[:, 2]

    @property
    def mirrored(self) -> bool:
        """True if the picture shows the coordinates mirrored: without, y up becomes y down, a negative determinant."""
        return bool(np.linalg.det(self.matrix[:, :2]) > 0)

    @property
    def px_per_mm(self) -> float:
        """Pixels per millimetre, the geometric mean of both directions."""
        return float(np.sqrt(abs(np.linalg.det(self.matrix[:, :2]))))

    @property
    def stretch(self) -> float:
        """Larger scale over smaller scale; 1 for a similarity."""
        values = np.linalg.svd(self.matrix[:, :2], compute_uv=False)
        return float(values[0] / max(values[1], 1e-12))

    @property
    def turn(self) -> float:
        """Degrees by which the picture shows the file's x axis turned counter-clockwise, in (−180, 180]."""
        x, y = self.matrix[:, 0]
        angle = float(np.degrees(np.arctan2(-y, x)))
        return angle if angle > -180.0 else 180.0

    def residuals_mm(self, points: FloatArray, pixels: FloatArray) -> FloatArray:
        """Distances N in millimetres between the pixels N×2 of points N×2 and where the transform puts them."""
        return np.asarray(np.hypot(*(self.apply(points) - pixels).T) / max(self.px_per_mm, 1e-12), np.float64)


def fit_similarity(points: FloatArray, pixels: FloatArray, *, mirrored: bool) -> Transform:
    """Fit rotation, scale and offset by least squares (Umeyama 1991, as one complex factor).

    Args:
        points: float64 N×2 in millimetres, N at least 2 and not all in one place.
        pixels: float64 N×2.
        mirrored: True for coordinates that the picture shows mirrored.
    """
    z = points[:, 0] + 1j * points[:, 1] * (1 if mirrored else -1)
    w = pixels[:, 0] + 1j * pixels[:, 1]
    a = np.vdot(z - z.mean(), w - w.mean()) / np.vdot(z - z.mean(), z - z.mean()).real
    b = w.mean() - a * z.mean()
    sign = 1.0 if mirrored else -1.0
    matrix = np.array([[a.real, -sign * a.imag, b.real], [a.imag, sign * a.real, b.imag]])
    return Transform(Kind.SIMILARITY, matrix)


def fit_affine(points: FloatArray, pixels: FloatArray) -> Transform | None:
    """Fit an affine transform by least squares; None if the points lie on one line.

    Args:
        points: float64 N×2 in millimetres, N at least 3.
        pixels: float64 N×2.
    """
    centred = points - points.mean(axis=0)
    values = np.linalg.svd(centred, compute_uv=False)
    if values[1] < 0.02 * values[0]:
        return None
    design = np.hstack([points, np.ones((len(points), 1))])
    solution, *_ = np.linalg.lstsq(design, pixels, rcond=None)
    return Transform(Kind.AFFINE, np.asarray(solution.T, np.float64))
