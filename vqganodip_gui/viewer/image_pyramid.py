"""Pictures of a board as QImage pyramids, made off the GUI thread and immutable afterwards."""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

import numpy as np
from PySide6.QtGui import QImage

from vqganodip.records import Panels, Weighting
from vqganodip.store.panels import StoredPanels
from vqganodip.store.tile_pyramid import TiledPicture
from vqganodip.types import Box, Image, Map
from vqganodip_gui.widgets.colormaps import Colours, table

_SMALLEST_LEVEL: Final = 160
_SIZES_KEPT: Final = 4
CROP: Final = 64
"""Side of a region crop in pixels."""


class Scale(StrEnum):
    """Scale of a difference map: the brightest colour is the board's own maximum, or always 1."""

    BOARD = "board"
    ABSOLUTE = "absolute"


@dataclass(frozen=True, slots=True)
class Pyramid:
    """A picture at full size and repeatedly halved, so that a small view is neither slow nor aliased.

    Attributes:
        levels: The picture and its halves; for a very large picture its overview and the halves of that.
        tiles: Source of the finer levels of a very large picture.
        fitted: The whole picture at the sizes of a fitted view, made beforehand.
    """

    levels: tuple[QImage, ...]
    tiles: TiledPicture | None = None
    fitted: dict[tuple[int, int], QImage] = field(default_factory=dict, repr=False, compare=False)

    @property
    def full(self) -> QImage:
        """The finest level in one piece."""
        return self.levels[0]

    @property
    def width(self) -> int:
        """Width of the picture in pixels."""
        return self.levels[0].width() if self.tiles is None else self.tiles.size[0]

    def level_for(self, pixels_wide: float) -> QImage:
        """The smallest level that is at least this many device pixels wide."""
        chosen = self.levels[0]
        for level in self.levels[1:]:
            if level.width() < pixels_wide:
                break
            chosen = level
        return chosen

    def whole(self, width: int, height: int) -> QImage:
        """The whole picture at this many device pixels; cached, since boards are mostly viewed whole."""
        found = self.fitted.get((width, height))
        if found is None:
            found = resized(self.level_for(width), width, height)
            if len(self.fitted) >= _SIZES_KEPT:
                self.fitted.clear()
            self.fitted[width, height] = found
        return found


@dataclass(frozen=True, slots=True)
class DifferencePicture:
    """A coloured difference map with the value of its brightest colour."""

    picture: Pyramid
    top: float


@dataclass(frozen=True, slots=True)
class Shown:
    """Pictures to prepare before a board is shown; others are made on demand.

    Attributes:
        weighting: Weighting of the difference.
        scale: Scale of the difference.
        colours: Colour map of the difference.
        panel: Width and height of a panel in device pixels; empty if unknown.
    """

    weighting: Weighting = Weighting.WEIGHTED
    scale: Scale = Scale.BOARD
    colours: Colours = Colours.MAGMA
    panel: tuple[int, int] = (0, 0)


class StoredMaps(Mapping[Weighting, Map]):
    """The difference maps of a board, read on first use. Thread-safe."""

    def __init__(self, stored: StoredPanels) -> None:
        self._stored = stored
        self._read: dict[Weighting, Map] = {}
        self._turn = threading.Lock()

    def __getitem__(self, weighting: Weighting) -> Map:
        if weighting not in self._stored.weightings:
            raise KeyError(weighting)
        with self._turn:
            if weighting not in self._read:
                self._read[weighting] = self._stored.difference(weighting)
            return self._read[weighting]

    def __contains__(self, weighting: object) -> bool:
        return weighting in self._stored.weightings

    def __iter__(self) -> Iterator[Weighting]:
        return iter(self._stored.weightings)

    def __len__(self) -> int:
        return len(self._stored.weightings)


@dataclass(frozen=True, slots=True)
class BoardPictures:
    """All pictures of one board. Each covers the working grid.

    Attributes:
        original: The original.
        reconstruction: The reconstruction; the reference board for a model that reconstructs nothing.
        maps: The difference maps.
        crops: Crop of each region, for lists.
        reconstructed: False if ``reconstruction`` is the reference board.
    """

    original: Pyramid
    reconstruction: Pyramid
    maps: Mapping[Weighting, Map] = field(repr=False)
    crops: Sequence[QImage] = field(default=(), repr=False)
    reconstructed: bool = True
    _made: dict[tuple[Weighting, Scale, Colours], DifferencePicture] = field(default_factory=dict, repr=False)

    def weightings(self) -> list[Weighting]:
        """The weightings of this board, in fixed order."""
        return [w for w in Weighting if w in self.maps]

    def difference(
        self, weighting: Weighting, scale: Scale = Scale.BOARD, colours: Colours = Colours.MAGMA
    ) -> DifferencePicture:
        """The coloured difference, made on first use."""
        key = (weighting, scale, colours)
        if key not in self._made:
            values = self.maps[weighting]
            peak = _peak(values) if scale is Scale.BOARD else 1.0
            top = peak if peak > 0 else 1.0
            self._made[key] = DifferencePicture(_pyramid(_coloured(values, top, colours)), top)
        return self._made[key]

    def read_all(self) -> None:
        """Read the remaining maps, so that changing to them reads nothing."""
        for weighting in self.maps:
            _read = self.maps[weighting]

    def _fit(self, shown: Shown, width: int, height: int) -> None:
        weighting = shown.weighting if shown.weighting in self.maps else Weighting.RAW
        difference = self.difference(weighting, shown.scale, shown.colours).picture
        for picture in (self.original, self.reconstruction, difference):
            _fit_one(picture, shown, width, height)


def board_pictures(panels: Panels, shown: Shown | None = None) -> BoardPictures:
    """Make the pictures of a board from its panels. Thread-safe; what is shown first is made at once."""
    made = BoardPictures(
        _pyramid(photo(panels.original)),
        _pyramid(photo(panels.reconstruction)),
        panels.differences,
        reconstructed=panels.reconstructed,
    )
    if shown is not None:
        height, width = panels.reconstruction.shape[:2]
        made._fit(shown, width, height)
    return made


def stored_pictures(stored: StoredPanels, shown: Shown, boxes: Sequence[Box] = ()) -> BoardPictures:
    """Read the pictures of a board from the workspace: what is shown first now, the rest on demand.

    Args:
        stored: Panels of the board.
        shown: Pictures that are shown first.
        boxes: Regions on the working grid.

    Raises:
        StoreError: A panel is missing, damaged or cannot be read.
    """
    original, drawn = _original(stored), stored.reconstruction()
    height, width = drawn.shape[:2]
    crops = [_crop(original.full, box, original.full.width() / width) for box in boxes]
    made = BoardPictures(original, _pyramid(photo(drawn)), StoredMaps(stored), crops, stored.reconstructed)
    made._fit(shown, width, height)
    return made


def region_picture(stored: StoredPanels, box: Box, grid: tuple[int, int]) -> QImage:
    """Read the original of a board and return the crop of one region; ``grid`` is (width, height) of its working grid.

    Raises:
        StoreError: It is missing, damaged or cannot be read.
    """
    original = photo(stored.overview())
    return _crop(original, box, original.width() / grid[0])


def original_picture(stored: StoredPanels, shown: Shown, grid: tuple[int, int]) -> Pyramid:
    """Read the original of a board alone; ``grid`` is (width, height) of its working grid.

    Raises:
        StoreError: It is missing, damaged or cannot be read.
    """
    picture = _original(stored)
    _fit_one(picture, shown, *grid)
    return picture


def plain_picture(pixels: Image, shown: Shown) -> Pyramid:
    """Make a picture of the size of the working grid. Thread-safe."""
    picture = _pyramid(photo(pixels))
    _fit_one(picture, shown, pixels.shape[1], pixels.shape[0])
    return picture


def fitted_size(width: float, height: float, room_wide: float, room_high: float) -> tuple[int, int]:
    """Size in device pixels of a picture fitted into a panel."""
    scale = min(room_wide / width, room_high / height)
    return max(round(width * scale), 1), max(round(height * scale), 1)


def resized(image: QImage, width: int, height: int) -> QImage:
    """Resize a picture, averaging when it gets smaller; releases Python's lock."""
    import cv2

    if image.width() == width and image.height() == height:
        return image
    smaller = width * height < image.width() * image.height()
    how = cv2.INTER_AREA if smaller else cv2.INTER_LINEAR
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.bytesPerLine() // 4, 4)
    small = QImage(width, height, QImage.Format.Format_RGB32)
    into = np.frombuffer(small.bits(), np.uint8).reshape(height, width, 4)
    cv2.resize(pixels[:, : image.width()], (width, height), into, interpolation=how)
    return small


def _fit_one(picture: Pyramid, shown: Shown, width: int, height: int) -> None:
    """Make a picture at the size of the fitted view."""
    if min(shown.panel) > 0:
        size = fitted_size(width, height, *shown.panel)
        if picture.full.width() >= size[0]:
            picture.whole(*size)


def _original(stored: StoredPanels) -> Pyramid:
    large = stored.large()
    return _pyramid(photo(stored.overview() if large is None else large.overview), large)


def _peak(values: Map) -> float:
    """The 99.9th percentile, so that one hot pixel does not darken a map; the maximum if little else differs."""
    flat = np.nan_to_num(values).ravel()
    # # a partition of the brightest thousandth is quicker than a sort
    some = flat[:: max(len(flat) // 65536, 1)]
    floor = float(np.partition(some, max(int(len(some) * 0.99) - 1, 0))[max(int(len(some) * 0.99) - 1, 0)])
    bright, wanted = flat[flat >= floor], len(flat) - max(int(len(flat) * 0.999) - 1, 0)
    if len(bright) < wanted:
        bright = flat
    high = float(np.partition(bright, len(bright) - wanted)[len(bright) - wanted])
    return high if high > 0 else float(flat.max())


def photo(pixels: Image) -> QImage:
    """Convert a picture to the format that Qt paints fastest."""
    import cv2

    # # the bytes of RGB32 are blue, green, red and an unused one
    height, width = pixels.shape[:2]
    image = QImage(width, height, QImage.Format.Format_RGB32)
    into = np.frombuffer(image.bits(), np.uint8).reshape(height, width, 4)
    cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2BGRA, into)
    return image


def _coloured(values: Map, top: float, colours: Colours) -> QImage:
    index = np.clip(np.nan_to_num(values) * np.float32(255.0 / top), 0, 255).astype(np.uint8)
    painted = np.ascontiguousarray(table(colours)[index])
    height, width = painted.shape
    return QImage(painted.data, width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def _crop(image: QImage, box: Box, grain: float) -> QImage:
    """A square crop of a region with some surroundings."""
    side = max(box.width, box.height) * 1.3 * grain
    left, top = (box.x0 + box.x1) / 2 * grain - side / 2, (box.y0 + box.y1) / 2 * grain - side / 2
    side = max(min(side, image.width(), image.height()), 1.0)
    left, top = min(max(left, 0.0), image.width() - side), min(max(top, 0.0), image.height() - side)
    part = image.copy(int(left), int(top), max(int(side), 1), max(int(side), 1))
    return resized(part, CROP, CROP)


def _pyramid(image: QImage, tiles: TiledPicture | None = None) -> Pyramid:
    levels = [image]
    while min(levels[-1].width(), levels[-1].height()) >= 2 * _SMALLEST_LEVEL:
        levels.append(resized(levels[-1], levels[-1].width() // 2, levels[-1].height() // 2))
    return Pyramid(tuple(levels), tiles)
