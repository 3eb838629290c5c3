"""A product in the pool of lessons: registered boards without and with defects, targets, and normal statistics."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.place_statistics import PlaceSums, half_average
from vqganodip.detection.segmentation_map import SEGMENTATION_CELL
from vqganodip.neural.board_maps import board_maps
from vqganodip.neural.networks.efficientnet_lite import EfficientNetLite
from vqganodip.types import Image, Map

__all__ = ["ANOMALOUS", "NORMAL", "UNCERTAIN", "Lesson", "LessonProduct", "cells_of"]

NORMAL: Final = 0
ANOMALOUS: Final = 1
UNCERTAIN: Final = 2
"""Values of a cell: it shows nothing unusual, a defect, or a change too weak to tell."""

_FAINT: Final = 2
"""A cell that a defect changes by more grey levels than this, but visibly by none, is uncertain."""


@dataclass(frozen=True, slots=True, eq=False)
class Lesson:
    """One board of a product without and with defects, registered.

    Attributes:
        normal: uint8 H×W×3.
        defective: uint8 H×W×3, the same board with defects.
        cells: uint8 H/4×W/4, NORMAL, ANOMALOUS or UNCERTAIN.
    """

    normal: Image = field(repr=False)
    defective: Image = field(repr=False)
    cells: NDArray[np.uint8] = field(repr=False)


def cells_of(normal: Image, defective: Image, mask: NDArray[np.bool_]) -> NDArray[np.uint8]:
    """Targets of a board's cells from both registered images and the registered mask, bool H×W."""
    change = np.abs(defective.astype(np.int16) - normal).max(axis=2) > _FAINT
    height, width = (side // SEGMENTATION_CELL for side in mask.shape)
    blocks = (height, SEGMENTATION_CELL, width, SEGMENTATION_CELL)
    marked, faint = (plane.reshape(blocks).any(axis=(1, 3)) for plane in (mask, change))
    cells = np.where(marked, ANOMALOUS, np.where(faint, UNCERTAIN, NORMAL))
    return cells.astype(np.uint8)


_ANOMALY: Final = 3.0
"""Weight of an anomalous cell in the loss; a normal one has 1."""

_SMALL_CELLS: Final = 24
"""Defects of fewer cells weigh more."""


class LessonProduct:
    """The lessons of one product in a folder, read from disk as they are needed.

    The statistics that go with a board are those of the other boards: a board that takes part in its own reference
    deviates less from it than any board of the line will.
    """

    def __init__(self, folder: Path) -> None:
        self._arrays = {path.stem: np.load(path, mmap_mode="r") for path in folder.glob("*.npy")}
        self.boards = int(self._arrays["normal"].shape[0])
        self._count = int(self._arrays["count"][0])
        self.size: tuple[int, int] = self._arrays["normal"].shape[1:3]
        self._half = float(self._arrays["pixel_deviation"].mean(dtype=np.float64) / 2)
        self._place_half = [half_average(np.square(self._arrays[f"deviation{k}"], dtype=np.float32)) for k in range(4)]
        self._defects = [_defects(np.asarray(cells)) for cells in self._arrays["cells"]]

    @staticmethod
    def write(
        folder: Path, lessons: Iterable[Lesson], features: EfficientNetLite, reference: Iterable[Image] = ()
    ) -> None:
        """Write the lessons and the statistics of normal boards; the folder appears when it is complete.

        The maps are those of whole boards, with and without defects: at the border of a crop they would show where
        the crop ends, and where only one kind has such a border, the network would learn to look for it.

        Args:
            folder: Folder of the product.
            lessons: Its boards.
            features: The frozen network.
            reference: Further registered normal boards, uint8 H×W×3, for the statistics alone.
        """
        part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
        with suppress(FileNotFoundError):
            shutil.rmtree(part)
        part.mkdir(parents=True)
        kept = list(lessons)
        sums = [PlaceSums() for _ in range(4)]
        maps: dict[str, list[list[NDArray[np.float16]]]] = {k: [[] for _ in sums] for k in ("normal", "defective")}
        pixels = PlaceSums()
        for lesson in kept:
            pixels.add(lesson.normal.astype(np.float32))
            for total, values, stored in zip(
                sums, board_maps(lesson.normal, features).all(), maps["normal"], strict=True
            ):
                total.add(values)
                stored.append(values.astype(np.float16))
            for values, stored in zip(board_maps(lesson.defective, features).all(), maps["defective"], strict=True):
                stored.append(values.astype(np.float16))
        for board in reference:
            pixels.add(board.astype(np.float32))
            for total, values in zip(sums, board_maps(board, features).all(), strict=True):
                total.add(values)
        pixel_mean, pixel_variance = pixels.moments()
        arrays: dict[str, NDArray[np.generic]] = {
            "normal": np.stack([lesson.normal for lesson in kept]),
            "defective": np.stack([lesson.defective for lesson in kept]),
            "cells": np.stack([lesson.cells for lesson in kept]),
            "count": np.array([pixels.count]),
            "pixel_mean": pixel_mean,
            "pixel_deviation": np.sqrt(pixel_variance),
        }
        for k, total in enumerate(sums):
            place_mean, place_variance = total.moments()
            for kind, stacks in maps.items():
                arrays[f"{kind}_map{k}"] = np.stack(stacks[k])
            arrays[f"mean{k}"] = place_mean.astype(np.float16)
            arrays[f"deviation{k}"] = np.sqrt(place_variance).astype(np.float16)
        for name, array in arrays.items():
            np.save(part / f"{name}.npy", array)
        try:
            part.rename(folder)
        except OSError:
            if not folder.exists():
                raise
            shutil.rmtree(part)  # another process was faster

    def crop(self, board: int, area: tuple[slice, slice], *, defective: bool) -> Image:
        """An area of a board, uint8 h×w×3."""
        return np.array(self._arrays["defective" if defective else "normal"][board][area])

    def cells(self, board: int) -> NDArray[np.uint8]:
        """Targets of a board with its defects."""
        return np.array(self._arrays["cells"][board])

    def defects(self, board: int) -> list[NDArray[np.int64]]:
        """Row and column of the anomalous cells of each defect of a board, N×2; touching defects count as one."""
        return self._defects[board]

    def weights(self, board: int) -> Map:
        """Weight in the loss of each cell of a board with its defects, float32 h×w.

        An anomalous cell of a small defect weighs up to four times as much: most of what is missed is small.
        """
        result = np.ones(self._arrays["cells"].shape[1:], np.float32)
        for cells in self._defects[board]:
            result[cells[:, 0], cells[:, 1]] = _ANOMALY * np.clip(_SMALL_CELLS / len(cells), 1.0, 4.0)
        return result

    def pixel_statistics(self, board: int, area: tuple[slice, slice]) -> tuple[Map, Map]:
        """Mean and spread, float32 h×w×3, of an area over all normal boards but one."""
        mean, deviation = (np.asarray(self._arrays[f"pixel_{k}"][area], np.float32) for k in ("mean", "deviation"))
        own = self._arrays["normal"][board][area].astype(np.float32)
        mean, variance = self._without(mean, np.square(deviation), own)
        return mean, PixelStatistics.scale_of(np.sqrt(variance), self._half)

    def map(self, board: int, k: int, area: tuple[slice, slice], *, defective: bool) -> Map:
        """Map ``k`` of a board in an area, float32 C×h×w.

        ``k`` is 0, 1, 2 for the features at strides 4, 8 and 16, and 3 for the texture.
        """
        name = f"{'defective' if defective else 'normal'}_map{k}"
        return np.asarray(self._arrays[name][board][(slice(None), *area)], np.float32)

    def place_statistics(self, board: int, k: int, area: tuple[slice, slice]) -> tuple[Map, Map]:
        """Mean and spread, float32 C×h×w, of map ``k`` in an area of it, over all normal boards but one."""
        at = (slice(None), *area)
        mean, deviation = (np.asarray(self._arrays[f"{name}{k}"][at], np.float32) for name in ("mean", "deviation"))
        mean, variance = self._without(mean, np.square(deviation), self.map(board, k, area, defective=False))
        return mean, np.sqrt(variance) + self._place_half[k]

    def _without(self, mean: Map, variance: Map, own: Map) -> tuple[Map, Map]:
        """Mean and variance over the other boards, from those over all boards."""
        n = np.float32(self._count)
        deviation = own - mean
        rest = mean - deviation / (n - 1)
        return rest, np.maximum(variance * n / (n - 1) - np.square(deviation) * n / (n - 1) ** 2, 0)


def _defects(cells: NDArray[np.uint8]) -> list[NDArray[np.int64]]:
    """Row and column of the anomalous cells of each connected group, N×2."""
    count, labels = cv2.connectedComponents((cells == ANOMALOUS).astype(np.uint8), connectivity=8)
    return [np.argwhere(labels == number).astype(np.int64) for number in range(1, count)]
