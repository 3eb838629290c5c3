"""What the panels paint of a board: QImage pyramids, made off the GUI thread and then never changed."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

import numpy as np
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage

from vqganodip.records import Panels, Weighting
from vqganodip.types import Image, Map
from vqganodip_gui.colormaps import magma

_SMALLEST_LEVEL: Final = 160


class Scale(StrEnum):
    """What the brightest colour of a difference map stands for: the board's own maximum, or always 1."""

    BOARD = "board"
    ABSOLUTE = "absolute"


@dataclass(frozen=True, slots=True)
class Pyramid:
    """A picture at full size and halved again and again, so that a small view is neither slow nor aliased."""

    levels: tuple[QImage, ...]

    @property
    def full(self) -> QImage:
        return self.levels[0]

    def level_for(self, pixels_wide: float) -> QImage:
        """The smallest level that is still at least that many device pixels wide."""
        chosen = self.levels[0]
        for level in self.levels[1:]:
            if level.width() < pixels_wide:
                break
            chosen = level
        return chosen


@dataclass(frozen=True, slots=True)
class DifferencePicture:
    """A coloured difference map and the value of its brightest colour."""

    picture: Pyramid
    top: float


@dataclass(frozen=True, slots=True)
class BoardPictures:
    """All pictures of one board. They cover the same rectangle, the working grid."""

    original: Pyramid
    reconstruction: Pyramid
    differences: Mapping[tuple[Weighting, Scale], DifferencePicture]

    def weightings(self) -> list[Weighting]:
        """The weightings this board has, in their fixed order."""
        return [w for w in Weighting if (w, Scale.BOARD) in self.differences]


def board_pictures(panels: Panels) -> BoardPictures:
    """The pictures of a board from its panels. Safe to call in any thread."""
    differences: dict[tuple[Weighting, Scale], DifferencePicture] = {}
    for weighting, values in panels.differences.items():
        peak = _peak(values)
        for scale, top in ((Scale.BOARD, peak if peak > 0 else 1.0), (Scale.ABSOLUTE, 1.0)):
            differences[weighting, scale] = DifferencePicture(_pyramid(_coloured(values, top)), top)
    return BoardPictures(_pyramid(_photo(panels.original)), _pyramid(_photo(panels.reconstruction)), differences)


def _peak(values: Map) -> float:
    """The 99.9th percentile: one hot pixel must not darken a whole map; the maximum where little else differs."""
    flat = np.nan_to_num(values).ravel()
    place = max(int(len(flat) * 0.999) - 1, 0)
    high = float(np.partition(flat, place)[place])
    return high if high > 0 else float(flat.max())


def _photo(pixels: Image) -> QImage:
    rgb = np.ascontiguousarray(pixels)
    height, width, _ = rgb.shape
    image = QImage(rgb.data, width, height, 3 * width, QImage.Format.Format_RGB888)
    # the conversion copies, so the picture outlives the array, and RGB32 is what Qt paints fastest
    return image.convertToFormat(QImage.Format.Format_RGB32)


def _coloured(values: Map, top: float) -> QImage:
    index = np.clip(np.nan_to_num(values) * (255.0 / top), 0, 255).astype(np.uint8)
    colours = np.ascontiguousarray(magma()[index])
    height, width = colours.shape
    return QImage(colours.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def _pyramid(image: QImage) -> Pyramid:
    levels = [image]
    while min(levels[-1].width(), levels[-1].height()) >= 2 * _SMALLEST_LEVEL:
        half = levels[-1].size() / 2
        levels.append(
            levels[-1].scaled(half, Qt.AspectRatioMode.IgnoreAspectRatio, Qt.TransformationMode.SmoothTransformation)
        )
    return Pyramid(tuple(levels))
