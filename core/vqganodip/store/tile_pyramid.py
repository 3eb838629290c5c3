"""Tile pyramids of very large pictures: repeatedly halved sizes, each split into tiles of one ZIP file.

    original.zip     index.json, then <level>/<row>-<column>.png of 512 × 512 pixels; level 0 is the picture itself
    overview.png     the first size of at most ``LARGEST`` pixels, as one file

Both are ordinary files that every program opens. Only visible tiles are read.
"""

from __future__ import annotations

import io
import json
import threading
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np

from vqganodip.errors import StoreError
from vqganodip.store.png_codec import AGAIN, decoded, packed
from vqganodip.types import Image

__all__ = ["LARGEST", "TILE", "TiledPicture", "divided", "halved"]

LARGEST: Final = 2560 * 2560
"""Pixels of the largest picture that is stored and shown as a whole."""

TILE: Final = 512
"""Side of a tile in pixels."""


def halved(pixels: Image) -> Image:
    """Halve width and height (rounded up); each pixel is the mean of those it covers."""
    import cv2

    height, width = pixels.shape[:2]
    small: Image = cv2.resize(pixels, ((width + 1) // 2, (height + 1) // 2), interpolation=cv2.INTER_AREA)
    return small


def divided(pixels: Image) -> tuple[bytes, Image]:
    """Build the bytes of the ZIP file of a large picture, and its overview.

    Args:
        pixels: uint8 H×W×3, of more than ``LARGEST`` pixels.
    """
    sizes: list[tuple[int, int]] = []
    into = io.BytesIO()
    with zipfile.ZipFile(into, "w", zipfile.ZIP_STORED) as archive:
        level = pixels
        while level.shape[0] * level.shape[1] > LARGEST:
            for row, column in _places(level.shape[1], level.shape[0]):
                y, x = row * TILE, column * TILE
                part = np.ascontiguousarray(level[y : y + TILE, x : x + TILE])
                archive.writestr(_name(len(sizes), row, column), packed(part))
            sizes.append((level.shape[1], level.shape[0]))
            level = halved(level)
        archive.writestr("index.json", json.dumps({"tile": TILE, "levels": sizes}))
    return into.getvalue(), level


@dataclass(frozen=True, slots=True, eq=False)
class TiledPicture:
    """A large picture that is read in parts. Thread-safe.

    Attributes:
        file: ZIP file of the tiles.
        levels: (width, height) of each size, the picture itself first; the overview comes after the last.
        overview: uint8 H×W×3, the whole picture at the first size of at most ``LARGEST`` pixels.
    """

    file: Path
    levels: tuple[tuple[int, int], ...]
    overview: Image = field(repr=False)
    _archive: zipfile.ZipFile = field(repr=False)
    _turn: threading.Lock = field(default_factory=threading.Lock, repr=False)

    @classmethod
    def open(cls, file: Path, overview: Image) -> TiledPicture:
        """Open the file without reading its tiles.

        Raises:
            StoreError: It is damaged, or it cannot be read.
        """
        try:
            archive = zipfile.ZipFile(file)
            index = json.loads(archive.read("index.json"))
            levels = tuple((int(width), int(height)) for width, height in index["levels"])
            if index["tile"] != TILE or not levels or min(min(size) for size in levels) < 1:
                raise ValueError("the index does not fit")
        except (OSError, ValueError, KeyError, TypeError, zipfile.BadZipFile) as error:
            raise _damaged(file) from error
        return cls(file, levels, overview, archive)

    @property
    def size(self) -> tuple[int, int]:
        """Width and height of the full picture."""
        return self.levels[0]

    def tile(self, level: int, row: int, column: int) -> Image:
        """Read one tile: uint8, ``TILE`` pixels wide and high, less at the right and lower edges.

        Raises:
            StoreError: It is damaged or cannot be read.
        """
        try:
            with self._turn:
                data = self._archive.read(_name(level, row, column))
        except (OSError, KeyError, zipfile.BadZipFile) as error:
            raise _damaged(self.file) from error
        pixels = decoded(data, self.file)
        width, height = self.levels[level]
        wanted = (min(TILE, height - row * TILE), min(TILE, width - column * TILE), 3)
        if pixels.dtype != np.uint8 or pixels.shape != wanted:
            raise _damaged(self.file)
        return pixels

    def whole(self) -> Image:
        """Read the full picture, for files and reports."""
        width, height = self.size
        pixels = np.empty((height, width, 3), np.uint8)
        for row, column in _places(width, height):
            part = self.tile(0, row, column)
            y, x = row * TILE, column * TILE
            pixels[y : y + part.shape[0], x : x + part.shape[1]] = part
        return pixels


def _places(width: int, height: int) -> Iterator[tuple[int, int]]:
    for row in range(-(-height // TILE)):
        for column in range(-(-width // TILE)):
            yield row, column


def _name(level: int, row: int, column: int) -> str:
    return f"{level}/{row}-{column}.png"


def _damaged(file: Path) -> StoreError:
    return StoreError("panel-tile-damaged", "a panel is damaged", where=file, todo=AGAIN)
