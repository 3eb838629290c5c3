"""Texture of a board: energies of three bands of detail and local extremes, per cell of four pixels.

A lifted lead leaves smooth grey where the other boards have a glossy joint; the mean of many random highlights is
smooth grey as well, so the deviation of pixels cannot show it, and the missing texture can.
"""

from __future__ import annotations

from typing import Final

import numpy as np

from vqganodip.types import Image, Map

__all__ = ["TEXTURE_CELL", "TEXTURE_CHANNELS", "texture_maps"]

TEXTURE_CELL: Final = 4
"""Side of a cell in pixels."""

TEXTURE_CHANNELS: Final = 5
"""Three energies, the brightest and the darkest pixel of a cell."""

_SIGMAS: Final = (0.8, 1.8, 4.0)
_WINDOW: Final = 1.0
"""Standard deviation in cells of the window over which an energy is averaged."""


def texture_maps(pixels: Image) -> Map:
    """Texture of an image, uint8 H×W×3 with sides that are multiples of 4: float32 5×H/4×W/4.

    The first three are log₂(1 + energy) of the detail finer than 0.8 px, between 0.8 and 1.8 px, and between 1.8 and
    4 px (standard deviations of the Gaussian), in squared grey levels, averaged over about 10 px. The last two are the
    brightest and the darkest grey level of the cell, divided by 32.
    """
    import cv2

    grey = cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY).astype(np.float32)
    height, width = grey.shape[0] // TEXTURE_CELL, grey.shape[1] // TEXTURE_CELL
    result = np.empty((TEXTURE_CHANNELS, height, width), np.float32)
    finer = grey
    for index, sigma in enumerate(_SIGMAS):
        coarser = cv2.GaussianBlur(grey, (0, 0), sigma)
        energy = cv2.resize((finer - coarser) ** 2, (width, height), interpolation=cv2.INTER_AREA)
        result[index] = np.log2(1.0 + cv2.GaussianBlur(energy, (0, 0), _WINDOW))
        finer = coarser
    cells = grey.reshape(height, TEXTURE_CELL, width, TEXTURE_CELL)
    result[3], result[4] = cells.max(axis=(1, 3)) / 32.0, cells.min(axis=(1, 3)) / 32.0
    return result
