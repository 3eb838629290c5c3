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
import torch
from numpy.typing import NDArray

from vqganodip.detection.place_statistics import PlaceSums, half_average
from vqganodip.detection.segmentation_map import SEGMENTATION_CELL
from vqganodip.neural.board_maps import board_maps
from vqganodip.neural.networks.efficientnet_lite import EfficientNetLite
from vqganodip.types import Image, Map

__all__ = ["ANOMALOUS", "NORMAL", "UNCERTAIN", "Lesson", "LessonProduct", "cells_of", "leaving_out"]

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

_MAPS: Final = 4

_SMALL_CELLS: Final = 24
"""Defects of fewer cells weigh more."""


class LessonProduct:
    """The lessons of one product in a folder, read from disk as they are needed, or held by a GPU.

    The statistics that go with a board are those of the other boards: a board that takes part in its own reference
    deviates less from it than any board of the line will.

    Args:
        folder: Folder that :meth:`write` wrote.
        device: Device of the tensors; on ``cpu`` they are mapped from the files.

    Attributes:
        boards: Number of boards, each without and with defects.
        size: (height, width) in pixels.
        normal: uint8 N×H×W×3, boards without defects.
        defective: uint8 N×H×W×3, the same boards with defects.
        cells: uint8 N×H/4×W/4, targets of the boards with defects.
        weights: float32 N×H/4×W/4, weight in the loss of each of these cells. An anomalous cell of a small defect
            weighs up to four times as much as one of a large defect: most of what is missed is small.
        maps: Maps of the boards, first without, then with defects, each four tensors float16 N×C×H/s×W/s: features at
            strides 4, 8 and 16, and the texture at stride 4.
        pixel_moments: Mean and standard deviation of each pixel over the normal boards, float32 H×W×3.
        place_moments: Mean and standard deviation of each map over them, float16 C×H/s×W/s.
        pixel_half: Half the average of the standard deviation of the pixels.
        place_half: Half the average of that of each map, float32 C×1×1.
        shares: Factors that take a board out of the statistics, see :func:`leaving_out`.
    """

    def __init__(self, folder: Path, device: str = "cpu") -> None:
        arrays = {path.stem: np.load(path, mmap_mode="c") for path in folder.glob("*.npy")}
        t = {name: torch.from_numpy(array).to(device) for name, array in arrays.items()}
        self.boards, height, width = (int(n) for n in arrays["normal"].shape[:3])
        self.size: tuple[int, int] = height, width
        self.normal, self.defective, self.cells = t["normal"], t["defective"], t["cells"]
        self.maps = tuple([t[f"{kind}_map{k}"] for k in range(_MAPS)] for kind in ("normal", "defective"))
        self.pixel_moments = t["pixel_mean"], t["pixel_deviation"]
        self.place_moments = [(t[f"mean{k}"], t[f"deviation{k}"]) for k in range(_MAPS)]
        self.pixel_half = float(arrays["pixel_deviation"].mean(dtype=np.float64) / 2)
        self.place_half = [
            torch.from_numpy(half_average(np.square(arrays[f"deviation{k}"], dtype=np.float32))).to(device)
            for k in range(_MAPS)
        ]
        self.shares = leaving_out(int(arrays["count"][0])) if arrays["included"][0] else (0.0, 1.0, 0.0)
        self._defects = [_defects(np.asarray(cells)) for cells in arrays["cells"]]
        self.weights = torch.from_numpy(np.stack([self._weights(board) for board in range(self.boards)])).to(device)

    @staticmethod
    def write(
        folder: Path,
        lessons: Iterable[Lesson],
        features: EfficientNetLite,
        reference: Iterable[Image] = (),
        *,
        included: bool = True,
    ) -> None:
        """Write the lessons and the statistics of normal boards; the folder appears when it is complete.

        The maps are those of whole boards, with and without defects: at the border of a crop they would show where
        the crop ends, and where only one kind has such a border, the network would learn to look for it.

        Args:
            folder: Folder of the product.
            lessons: Its boards.
            features: The frozen network.
            reference: Further registered normal boards, uint8 H×W×3, for the statistics alone.
            included: True if the boards without defects are part of the statistics too.
        """
        part = folder.with_name(f"{folder.name}.{os.getpid()}.part")
        with suppress(FileNotFoundError):
            shutil.rmtree(part)
        part.mkdir(parents=True)
        kept = list(lessons)
        sums = [PlaceSums() for _ in range(_MAPS)]
        maps: dict[str, list[list[NDArray[np.float16]]]] = {k: [[] for _ in sums] for k in ("normal", "defective")}
        pixels = PlaceSums()
        for lesson in kept:
            if included:
                pixels.add(lesson.normal.astype(np.float32))
            for total, values, stored in zip(
                sums, board_maps(lesson.normal, features).all(), maps["normal"], strict=True
            ):
                if included:
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
            "included": np.array([included]),
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

    def defects(self, board: int) -> list[NDArray[np.int64]]:
        """Row and column of the anomalous cells of each defect of a board, N×2; touching defects count as one."""
        return self._defects[board]

    def _weights(self, board: int) -> Map:
        result = np.ones((self.size[0] // SEGMENTATION_CELL, self.size[1] // SEGMENTATION_CELL), np.float32)
        for cells in self._defects[board]:
            result[cells[:, 0], cells[:, 1]] = _ANOMALY * np.clip(_SMALL_CELLS / len(cells), 1.0, 4.0)
        return result


def leaving_out(count: int) -> tuple[float, float, float]:
    """Factors a, b, c that take one value x out of the mean m and variance v of ``count`` values.

    Those of the others are m - a (x - m) and b v - c (x - m)².
    """
    return 1 / (count - 1), count / (count - 1), count / (count - 1) ** 2


def _defects(cells: NDArray[np.uint8]) -> list[NDArray[np.int64]]:
    """Row and column of the anomalous cells of each connected group, N×2."""
    count, labels = cv2.connectedComponents((cells == ANOMALOUS).astype(np.uint8), connectivity=8)
    return [np.argwhere(labels == number).astype(np.int64) for number in range(1, count)]
