"""Colour maps and rank colours. All begin at black and are readable for the colour-blind.

Magma (CC0, van der Walt and Smith) and cividis (Nuñez, Anderton and Renslow 2018), interpolated.
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

_MAGMA: Final = (
    (0, 0, 0),  # # magma begins at (0, 0, 4), but zero difference must be pure black
    (10, 8, 34),
    (29, 17, 71),
    (54, 16, 107),
    (81, 18, 124),
    (106, 28, 129),
    (131, 38, 129),
    (156, 46, 127),
    (183, 55, 121),
    (207, 64, 112),
    (229, 80, 100),
    (244, 105, 92),
    (251, 135, 97),
    (254, 165, 113),
    (254, 194, 135),
    (253, 224, 161),
    (252, 253, 191),
)


# # cividis begins at a dark blue, but zero difference must be pure black
_CIVIDIS: Final = (
    (0, 0, 0),
    (0, 34, 78),
    (18, 53, 112),
    (59, 73, 108),
    (87, 93, 109),
    (112, 113, 115),
    (138, 134, 120),
    (165, 156, 116),
    (195, 179, 105),
    (225, 204, 85),
    (254, 232, 56),
)
_GREY: Final = ((0, 0, 0), (255, 255, 255))


class Colours(StrEnum):
    """Colour map of a difference map."""

    MAGMA = "magma"
    CIVIDIS = "cividis"
    GREY = "grey"


@cache
def magma() -> NDArray[np.uint32]:
    """256 colours as 0xffRRGGBB, from black to pale yellow."""
    return table(Colours.MAGMA)


@cache
def table(colours: Colours) -> NDArray[np.uint32]:
    """256 colours as 0xffRRGGBB, from black to the brightest."""
    chosen = {Colours.MAGMA: _MAGMA, Colours.CIVIDIS: _CIVIDIS, Colours.GREY: _GREY}[colours]
    points = np.asarray(chosen, dtype=np.float64)
    at = np.linspace(0, 255, len(points))
    channels = [np.interp(np.arange(256), at, points[:, i]).round().astype(np.uint32) for i in range(3)]
    return np.uint32(0xFF000000) | channels[0] << np.uint32(16) | channels[1] << np.uint32(8) | channels[2]


def rank_rgb(rank: int, ranks: int) -> tuple[int, int, int]:
    """Colour of a rank: 0 is the palest, the last the darkest that is still visible on a board."""
    share = rank / max(ranks - 1, 1)
    value = int(magma()[round(245 - 150 * share)])
    return value >> 16 & 0xFF, value >> 8 & 0xFF, value & 0xFF
