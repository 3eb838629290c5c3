"""Coarse search: cross-correlation over all shifts at a few angles, on a small image."""

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


@dataclass(frozen=True, slots=True)
class Coarse:
    """The template, prepared for the coarse search."""

    factor: int
    size: tuple[int, int]  # width, height of the small image
    shape: tuple[int, int]  # of the padded image
    spectrum: NDArray[np.complex128] = field(repr=False)


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


def prepare_coarse(template: Map) -> Coarse:
    """Prepare a template for the coarse search."""
    factor = _coarse_factor((template.shape[1], template.shape[0]), _COARSE_SIDE)
    small = shrunk(template, factor)
    shape = _padded(small.shape)
    return Coarse(factor, (small.shape[1], small.shape[0]), shape, _spectrum(small, shape))


def search(contrast: Map, coarse: Coarse) -> FloatArray:
    """3×3 from template to board in working-grid pixels, to the resolution of the coarse grid and the angles."""
    import cv2

    small, (width, height) = shrunk(contrast, coarse.factor), coarse.size
    centre = np.array([(width - 1) / 2, (height - 1) / 2])
    best: tuple[float, FloatArray] = (-np.inf, np.eye(3))
    for angle in np.deg2rad(np.arange(-MAX_ANGLE_DEG, MAX_ANGLE_DEG + 1e-6, _ANGLE_STEP_DEG)):
        rotation = motion_matrix(angle, (0.0, 0.0), centre)
        rotated = cv2.warpAffine(small, rotation[:2], coarse.size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP)
        spectrum = _spectrum(rotated, coarse.shape)
        value, x, y = _peak(coarse.spectrum, spectrum, coarse.shape, _limit((height, width)))
        if value > best[0]:
            best = (value, rotation @ motion_matrix(0.0, (float(x), float(y)), centre))
    up = scaling(coarse.factor)
    return up @ best[1] @ np.linalg.inv(up)


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
