"""Coarse search: cross-correlation over all shifts at a few angles, or at all angles, on a small image."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.imaging.registration.contrast import motion_matrix, scaling, shrunk
from vqganodip.types import FloatArray, Map

__all__ = ["MAX_ANGLE_DEG", "MAX_SHIFT", "Coarse", "medoid_index", "prepare_coarse", "search"]

MAX_ANGLE_DEG: Final = 6.0
"""Largest rotation that is searched."""
MAX_SHIFT: Final = 0.25
"""Largest shift that is searched, as a share of the grid's sides."""
_COARSE_SIDE: Final = 192
_MEDOID_SIDE: Final = 128
_ANGLE_STEP_DEG: Final = 1.0
_ROUGH_SIDE: Final = 64
_ROUGH_STEP_DEG: Final = 5.0
"""Size of the image and step with which all angles are tried first; a step moves its border by under three pixels."""
_LIKELY: Final = 4
"""Rough angles around which is searched further."""
_AROUND_DEG: Final = 3.0


@dataclass(frozen=True, slots=True)
class Coarse:
    """The template, prepared for the coarse search.

    Attributes:
        factor: Pixels of the working grid per pixel of the small image.
        size: (width, height) of the small image.
        shape: Height and width of the padded image.
        spectrum: Its FFT.
        rough: The same for a smaller image, on which all angles are tried; None where boards hardly turn.
    """

    factor: int
    size: tuple[int, int]
    shape: tuple[int, int]
    spectrum: NDArray[np.complex128] = field(repr=False)
    rough: Coarse | None = field(default=None, repr=False)


def _coarse_factor(size: tuple[int, int], side: int) -> int:
    return max(1, round(max(size) / side))


def _padded(shape: tuple[int, ...]) -> tuple[int, int]:
    import cv2

    height, width = (cv2.getOptimalDFTSize(int(side * (1 + MAX_SHIFT)) + 1) for side in shape[:2])
    return height, width


def _spectrum(values: Map, shape: tuple[int, int]) -> NDArray[np.complex128]:
    """FFT of the zero-padded image, scaled to unit energy, so that products are correlations."""
    values = values - values.mean()
    spectrum: NDArray[np.complex128] = np.fft.rfft2(values / (np.linalg.norm(values) + 1e-6), s=shape)
    return spectrum


def _peak(
    template: NDArray[np.complex128], other: NDArray[np.complex128], shape: tuple[int, int], limit: tuple[int, int]
) -> tuple[float, int, int]:
    """Highest correlation over shifts up to ``limit`` (x, y), with the shift of ``other`` against the template."""
    surface = np.fft.irfft2(np.conj(template) * other, s=shape)
    x, y = limit
    rows, columns = np.r_[0 : y + 1, -y:0], np.r_[0 : x + 1, -x:0]
    window = surface[np.ix_(rows, columns)]
    best = int(np.argmax(window))
    row, column = divmod(best, window.shape[1])
    return float(window[row, column]), int(columns[column]), int(rows[row])


def _limit(shape: tuple[int, ...]) -> tuple[int, int]:
    return max(int(shape[1] * MAX_SHIFT), 1), max(int(shape[0] * MAX_SHIFT), 1)


def prepare_coarse(template: Map, *, any_angle: bool = False) -> Coarse:
    """Prepare a template for the coarse search.

    Args:
        template: float32 h×w, the mean contrast image on the working grid.
        any_angle: True for a product that lies turned by any angle; False for at most six degrees.
    """
    rough = _prepared(template, _ROUGH_SIDE, None) if any_angle else None
    return _prepared(template, _COARSE_SIDE, rough)


def _prepared(template: Map, side: int, rough: Coarse | None) -> Coarse:
    factor = _coarse_factor((template.shape[1], template.shape[0]), side)
    small = shrunk(template, factor)
    shape = _padded(small.shape)
    return Coarse(factor, (small.shape[1], small.shape[0]), shape, _spectrum(small, shape), rough)


def search(contrast: Map, coarse: Coarse) -> FloatArray:
    """3×3 from template to board in working-grid pixels, to the resolution of the coarse grid and the angles."""
    angles = np.arange(-MAX_ANGLE_DEG, MAX_ANGLE_DEG + 1e-6, _ANGLE_STEP_DEG)
    if coarse.rough is not None:
        tried = _tried(contrast, coarse.rough, np.arange(-180.0, 180.0, _ROUGH_STEP_DEG))
        likely = [angle for _, angle, _ in sorted(tried, key=lambda one: -one[0])[:_LIKELY]]
        around = np.arange(-_AROUND_DEG, _AROUND_DEG + 1e-6, _ANGLE_STEP_DEG)
        angles = np.unique(np.add.outer(likely, around))
    _, _, motion = max(_tried(contrast, coarse, angles), key=lambda one: one[0])
    up = scaling(coarse.factor)
    return up @ motion @ np.linalg.inv(up)


def _tried(contrast: Map, coarse: Coarse, angles: FloatArray) -> list[tuple[float, float, FloatArray]]:
    """Correlation at the best shift of each angle in degrees, with the angle and the motion on the small image."""
    import cv2

    small, (width, height) = shrunk(contrast, coarse.factor), coarse.size
    centre = np.array([(width - 1) / 2, (height - 1) / 2])
    tried: list[tuple[float, float, FloatArray]] = []
    for angle in angles.tolist():
        rotation = motion_matrix(np.deg2rad(angle), (0.0, 0.0), centre)
        rotated = cv2.warpAffine(small, rotation[:2], coarse.size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        spectrum = _spectrum(rotated, coarse.shape)
        value, x, y = _peak(coarse.spectrum, spectrum, coarse.shape, _limit((height, width)))
        tried.append((value, angle, rotation @ motion_matrix(0.0, (float(x), float(y)), centre)))
    return tried


def medoid_index(contrasts: Sequence[Map]) -> int:
    """Index of the image that correlates best with the others under shifts."""
    shapes = {c.shape for c in contrasts}
    if len(shapes) > 1 or len(contrasts) < 3:
        return 0
    factor = _coarse_factor((contrasts[0].shape[1], contrasts[0].shape[0]), _MEDOID_SIDE)
    small = [shrunk(c, factor) for c in contrasts]
    shape, limit = _padded(small[0].shape), _limit(small[0].shape)
    spectra = [_spectrum(s, shape) for s in small]
    table = np.eye(len(small))
    for i in range(len(small)):
        for j in range(i):
            table[i, j] = table[j, i] = _peak(spectra[i], spectra[j], shape, limit)[0]
    return int(np.argmax(table.sum(axis=1)))
