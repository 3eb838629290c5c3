"""Visual similarity of boards, independent of lighting: finds the board that looks most like another."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import ImageError
from vqganodip.types import Image, Map

__all__ = ["board_look", "nearest_board"]

_SIDE: Final = 128
_LIFT: Final = 16.0
"""Grey levels added before the logarithm, so that noise in dark areas does not dominate."""

_LIGHT_SHARE: Final = 1 / 8
_MOST: Final = 0.3
"""Upper limit of the difference at one position, in standard deviations of the board. Reflections on solder and defects
are few positions with large differences; they would mask the many small differences that distinguish boards."""


def board_look(pixels: Image, grid: tuple[int, int]) -> Map:
    """A small image of a board with the lighting removed.

    The logarithm of the luminance, in which brighter lighting is a constant, minus its local mean over an eighth of the
    board, which contains uneven lighting; divided by its standard deviation.

    Args:
        pixels: uint8 H×W×3 sRGB, the original on the working grid, at any size.
        grid: (width, height) of the working grid. All results for one grid have the same shape.

    Returns:
        float32 h×w, longer side 128, mean 0, standard deviation 1; all zero for a board without contrast.

    Raises:
        ImageError: The image is not uint8 H×W×3.
    """
    import cv2

    if pixels.dtype != np.uint8 or pixels.ndim != 3 or pixels.shape[2] != 3 or pixels.size == 0:
        raise ImageError(
            "similarity-not-a-picture",
            "a board to compare is not a uint8 H×W×3 picture",
            todo="Inspect the board again.",
        )
    scale = _SIDE / max(grid)
    size = (max(round(grid[0] * scale), 1), max(round(grid[1] * scale), 1))
    grey = cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2GRAY).astype(np.float32)
    smaller = size[0] <= grey.shape[1] and size[1] <= grey.shape[0]
    small = cv2.resize(grey, size, interpolation=cv2.INTER_AREA if smaller else cv2.INTER_LINEAR)
    bright = np.log(small + np.float32(_LIFT))
    light = cv2.GaussianBlur(bright, (0, 0), _SIDE * _LIGHT_SHARE, borderType=cv2.BORDER_REFLECT)
    seen = bright - light
    seen -= seen.mean()
    spread = float(seen.std())
    if spread < 1e-4:
        return np.zeros(seen.shape, np.float32)
    look: Map = (seen / np.float32(spread)).astype(np.float32, copy=False)
    return look


def nearest_board(look: Map, others: NDArray[np.float32]) -> tuple[int, float]:
    """Find the board that looks most like another.

    The distance is the mean over all positions of the absolute difference, limited to 0.3 standard deviations at each
    position, so that a defect on the board does not decide which board is nearest. The first of equals wins.

    Args:
        look: float32 h×w from :func:`board_look`.
        others: float32 N×h×w of N >= 1 boards.

    Returns:
        Index of the nearest board, and its distance in [0, 0.3].

    Raises:
        ImageError: There is no other board, or the grids differ.
    """
    if others.ndim != 3 or others.shape[1:] != look.shape or not len(others):
        raise ImageError(
            "similarity-shape",
            "a look of {shape} cannot be compared with looks of {others}",
            todo="Compare boards of one working grid, one at least.",
            shape=str(look.shape),
            others=str(others.shape),
        )
    apart = others - look
    np.abs(apart, out=apart)
    np.minimum(apart, np.float32(_MOST), out=apart)
    distances = apart.mean(axis=(1, 2), dtype=np.float64)
    index = int(np.argmin(distances))
    return index, float(distances[index])
