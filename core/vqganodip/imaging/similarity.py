"""Which of several boards looks most like another: small pictures of them, compared without regard to the light."""

from __future__ import annotations

from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import ImageError
from vqganodip.types import Image, Map

__all__ = ["board_look", "nearest_board"]

_SIDE: Final = 128
_LIFT: Final = 16.0
"""Grey levels added before the logarithm, so that the noise of dark places does not count as much as what is seen."""

_LIGHT_SHARE: Final = 1 / 8
_MOST: Final = 0.3
"""What a single place can add at most, in spreads of the board. Glints on solder and a defect are few places that
differ much, and would drown the many small differences by which one board is told from another."""


def board_look(pixels: Image, grid: tuple[int, int]) -> Map:
    """What a board looks like, small and without the light that fell on it.

    The logarithm of the luminance, in which a stronger lamp is a constant, less its own average over an eighth of the
    board around each place, in which uneven light is slow; divided by its spread.

    Args:
        pixels: uint8 H×W×3 sRGB, the original on the working grid, at any size.
        grid: (width, height) of the working grid. Looks of one grid have one shape.

    Returns:
        float32 h×w, the longer side 128, mean 0, spread 1; all zero for a board without any contrast.

    Raises:
        ImageError: The picture is no uint8 H×W×3.
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
    """The board among others that looks most like one.

    The distance is the mean over all places of the absolute difference, which counts no more than 0.3 spreads at any
    place: a defect on the board that is looked at does not decide which board is like it. Of equals the first is taken.

    Args:
        look: float32 h×w from :func:`board_look`.
        others: float32 N×h×w, of N boards, one at least.

    Returns:
        Index of the nearest, and its distance in [0, 0.3].

    Raises:
        ImageError: There is no other board, or the looks are of different grids.
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
