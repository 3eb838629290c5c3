"""Panels of a board as embedded pictures: small WebP files as data URIs."""

from __future__ import annotations

import base64
import io
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from PIL import Image as Pillow

from vqganodip.imaging.decoding import resize
from vqganodip.records import Inspection, Panels, Weighting
from vqganodip.reports.panel_pictures import coloured
from vqganodip.types import Box, Image, Map

__all__ = ["BoardPictures", "Views", "board_pictures", "close_up_box"]

_WHOLE_PX: Final = 640
_CLOSE_PX: Final = 400
_QUALITY: Final = 78
_CLOSE_ASPECT: Final = 4 / 3
_SMALLEST_CLOSE: Final = 1 / 7
"""Least share of the board's width shown by a close-up, so that its location is recognisable."""


@dataclass(frozen=True, slots=True)
class Views:
    """One part of the board in three pictures, as data URIs.

    Attributes:
        box: The part, in pixels of the working grid.
        size: Width and height of the pictures.
    """

    box: Box
    size: tuple[int, int]
    original: str = field(repr=False)
    reconstruction: str = field(repr=False)
    difference: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class BoardPictures:
    """Pictures of one board.

    Attributes:
        whole: The whole board.
        close_up: Surroundings of the strongest region; None without regions.
        weighting: Weighting of the difference map.
        top: Difference drawn in the brightest colour.
        compared: Name of the picture with which the board is compared.
    """

    whole: Views
    close_up: Views | None
    weighting: Weighting
    top: float
    compared: str = "Reconstruction"


def board_pictures(inspection: Inspection, panels: Panels) -> BoardPictures:
    """Create the pictures of a board; the same panels give the same bytes."""
    weighting = next(w for w in (Weighting.WEIGHTED, Weighting.RAW) if w in panels.differences)
    difference = panels.differences[weighting]
    top = _peak(difference)
    layers = (panels.original, panels.reconstruction, coloured(difference, top))
    width, height = inspection.grid
    whole = _views(Box(0, 0, width, height), inspection.grid, layers, _WHOLE_PX)
    close = None
    if inspection.shown_regions:
        close = _views(
            close_up_box(inspection.shown_regions[0].box, inspection.grid), inspection.grid, layers, _CLOSE_PX
        )
    compared = "Reconstruction" if panels.reconstructed else "Reference board"
    return BoardPictures(whole, close, weighting, top, compared)


def close_up_box(region: Box, grid: tuple[int, int]) -> Box:
    """Surroundings of a region inside the grid, in the ratio 4:3 if the board is large enough.

    Args:
        region: Half-open, in pixels of the working grid.
        grid: Width and height of the working grid.
    """
    wanted = max(2.2 * region.width, 2.2 * region.height * _CLOSE_ASPECT, _SMALLEST_CLOSE * grid[0])
    width = min(round(wanted), grid[0])
    height = min(round(wanted / _CLOSE_ASPECT), grid[1])
    x = min(max((region.x0 + region.x1 - width) // 2, 0), grid[0] - width)
    y = min(max((region.y0 + region.y1 - height) // 2, 0), grid[1] - height)
    return Box(x, y, x + width, y + height)


def _views(box: Box, grid: tuple[int, int], layers: tuple[Image, Image, Image], longest: int) -> Views:
    factor = longest / max(box.width, box.height)
    size = (max(round(box.width * factor), 1), max(round(box.height * factor), 1))
    original, reconstruction, difference = (_encoded(resize(_part(layer, box, grid), size)) for layer in layers)
    return Views(box, size, original, reconstruction, difference)


def _part(layer: Image, box: Box, grid: tuple[int, int]) -> Image:
    """Crop a layer, which may be finer than the grid."""
    finer = layer.shape[1] / grid[0]
    inside = box.scaled(finer)
    return np.ascontiguousarray(layer[inside.y0 : inside.y1, inside.x0 : inside.x1])


def _peak(difference: Map) -> float:
    """99.9th percentile, as in the window, so that single hot pixels do not darken the map."""
    flat = difference.ravel()
    place = max(int(len(flat) * 0.999) - 1, 0)
    high = float(np.partition(flat, place)[place])
    return high if high > 0 else float(flat.max()) or 1.0


def _encoded(pixels: Image) -> str:
    buffer = io.BytesIO()
    Pillow.fromarray(pixels).save(buffer, "WEBP", quality=_QUALITY, method=4)
    return f"data:image/webp;base64,{base64.b64encode(buffer.getvalue()).decode('ascii')}"
