"""What the foreign network learns from: crops of normal boards, some of them corrupted, and where."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import cv2
import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor

from vqganodip.detection.segmentation_map import SEGMENTATION_CELL, known_board
from vqganodip.neural.trainers.component_anomalies import Component, component_anomaly, find_components, settle
from vqganodip.neural.trainers.synthetic_anomalies import CORRUPTIONS, corrupt, part_boxes, soft_mask
from vqganodip.types import Box, Image, Map

__all__ = ["PLACE", "BoardCrops", "FalseAlarms", "SegmentationBatch"]

PLACE: Final = 16
"""Crops begin at multiples of this many pixels."""

_CROP: Final = 256
_BATCH: Final = 8
_SPOTS: Final = 3.0
_MISHAPS: Final = 5.0
"""Corrupted boxes and corrupted whole parts of a crop on average."""

_SETTLED: Final = 0.2
"""Share of the parts in a crop that are placed anew within what is normal."""

_TRANSPLANTS: Final = 2.0
"""Spots of a crop on average that are from the same place of another normal board: a seam alone is not foreign."""

_SIDES: Final = (5, 48)
_CHANGE: Final = 12
"""A cell is foreign when a pixel of it changed by more grey levels than this; one that changed less is left out."""

_ANYWHERE: Final = tuple(kind for kind in CORRUPTIONS if kind not in ("shift", "nudge"))
"""Kinds for boxes. Things out of place are done with whole parts: half of one moved a little is what is normal."""

_REMEMBERED: Final = 400
_AT_ALARMS: Final = 0.25
"""Share of the crops that lie around a recent false alarm."""

_FEW: Final = 0.1


@dataclass(frozen=True, slots=True, eq=False)
class SegmentationBatch:
    """A batch.

    Attributes:
        x: float32 B×3×H×W in [-1, 1].
        z: float32 B×3×H×W, signed deviation from the golden board in units of its spread.
        known: float32 B×4×H×W, :func:`vqganodip.detection.segmentation_map.known_board` there.
        wanted: float32 B×1×H/4×W/4, 1 where a cell is foreign.
        counted: float32 likewise, 1 where that is certain.
        places: Row and column of each crop in steps of :data:`PLACE`.
    """

    x: Tensor = field(repr=False)
    z: Tensor = field(repr=False)
    known: Tensor = field(repr=False)
    wanted: Tensor = field(repr=False)
    counted: Tensor = field(repr=False)
    places: list[tuple[int, int]]


class FalseAlarms:
    """Places of normal boards that a network in training recently took for foreign."""

    def __init__(self) -> None:
        self._places: deque[tuple[int, int, int]] = deque(maxlen=_REMEMBERED)

    def __len__(self) -> int:
        return len(self._places)

    def add(self, board: int, odds: Map, count: int = 3, least: float = 0.0) -> None:
        """Remembers the highest cells of a normal board, well apart from each other, above ``least``."""
        left = odds.copy()
        for _ in range(count):
            row, column = (int(n) for n in np.unravel_index(left.argmax(), left.shape))
            if left[row, column] <= least:
                return
            self._places.append((board, row * SEGMENTATION_CELL, column * SEGMENTATION_CELL))
            left[max(0, row - 6) : row + 7, max(0, column - 6) : column + 7] = -np.inf

    def draw(self, rng: Generator) -> tuple[int, int, int]:
        """Board, row and column in pixels."""
        return self._places[int(rng.integers(len(self._places)))]

    def state(self) -> list[list[int]]:
        """What :meth:`load` takes."""
        return [list(place) for place in self._places]

    def load(self, state: list[list[int]]) -> None:
        """Goes on from a state."""
        self._places.clear()
        self._places.extend((int(b), int(y), int(x)) for b, y, x in state)


class BoardCrops:
    """Makes batches of normal boards.

    Args:
        images: uint8 H×W×3, registered.
        mean: float32 H×W×3, of the golden board.
        scale: float32 H×W×3, its spread.
        multiple: Sides of crops are multiples of it.
        whole: With mishaps of whole parts, and with what looks like a corruption and is normal; else corrupted boxes
            alone, the first lesson of a network (decision 030 says what was measured of either).
    """

    def __init__(self, images: Sequence[Image], mean: Map, scale: Map, multiple: int, *, whole: bool = True) -> None:
        self._whole = whole
        self._images, self._mean, self._scale = images, mean, scale
        self._known = known_board(mean, scale)
        height, width = images[0].shape[:2]
        self.side = min(_CROP, height - height % multiple), min(_CROP, width - width % multiple)
        self._boxes, self._parts = part_boxes(mean), find_components(scale) if whole else ()

    def batch(self, rng: Generator, alarms: FalseAlarms) -> SegmentationBatch:
        """The next batch."""
        xs, zs, known, wanted, counted, places = [], [], [], [], [], []
        for _ in range(_BATCH):
            board, y, x = self._place(rng, alarms)
            area = np.s_[y : y + self.side[0], x : x + self.side[1]]
            clean, changed = self._corrupted(self._images[board], y, x, rng)
            cells = np.abs(changed.astype(np.int16) - clean).max(axis=2)
            rows, columns = (n // SEGMENTATION_CELL for n in self.side)
            cells = cells.reshape(rows, SEGMENTATION_CELL, columns, SEGMENTATION_CELL).max(axis=(1, 3))
            wanted.append(cells > _CHANGE)
            counted.append((cells == 0) | (cells > _CHANGE))
            lit = changed * rng.uniform(0.96, 1.04, 3).astype(np.float32) + np.float32(rng.normal(0, 1.5))
            lit = np.clip(lit, 0, 255)
            xs.append(lit / 127.5 - 1.0)
            zs.append((lit - self._mean[area]) / self._scale[area])
            known.append(self._known[area])
            places.append((y // PLACE, x // PLACE))
        flags = [torch.from_numpy(np.stack(part))[:, None].float() for part in (wanted, counted)]
        return SegmentationBatch(_tensor(xs), _tensor(zs), _tensor(known), flags[0], flags[1], places)

    def _place(self, rng: Generator, alarms: FalseAlarms) -> tuple[int, int, int]:
        board = int(rng.integers(len(self._images)))
        size, side = self._images[0].shape[:2], self.side
        steps = [(n - s) // PLACE for n, s in zip(size, side, strict=True)]
        row, column = (int(rng.integers(0, n + 1)) for n in steps)
        if len(alarms) and rng.random() < _AT_ALARMS:
            board, y, x = alarms.draw(rng)
            off = rng.uniform(0.2, 0.8, 2)
            row, column = (
                int(np.clip((at - o * s) // PLACE, 0, n)) for at, o, s, n in zip((y, x), off, side, steps, strict=True)
            )
        return board, row * PLACE, column * PLACE

    def _corrupted(self, board: Image, y: int, x: int, rng: Generator) -> tuple[Image, Image]:
        """A crop as another normal board might show it, and the same with corruptions."""
        side = self.side
        area = np.s_[y : y + side[0], x : x + side[1]]
        boxes = [_moved(b, y, x) for b in self._boxes if _inside(b, y, x, side)]
        if not self._whole:
            return _boxes_only(board[area], boxes, rng)
        clean = board[area]
        for _ in range(int(rng.poisson(_TRANSPLANTS))):
            clean = _transplanted(clean, self._images[int(rng.integers(len(self._images)))][area], rng)
        parts = [p.moved(y, x) for p in self._parts if _inside(p.box, y, x, side)]
        for part in parts:
            if rng.random() < _SETTLED:
                clean = settle(clean, part, rng)
        changed = clean
        if rng.random() < _FEW:
            return _taken_again(rng, clean, changed)
        share = side[0] * side[1] / _CROP**2
        spots = int(rng.poisson((_SPOTS if self._parts else _SPOTS + _MISHAPS) * share))
        if spots:
            changed = corrupt(changed, rng, spots, _SIDES, boxes, _ANYWHERE)
        for _ in range(min(int(rng.poisson(_MISHAPS * share)), len(parts))):
            changed = component_anomaly(changed, self._one(parts, rng), rng, board, self._parts)
        return _taken_again(rng, clean, changed)

    @staticmethod
    def _one(parts: Sequence[Component], rng: Generator) -> Component:
        return parts[int(rng.integers(len(parts)))]


def _boxes_only(crop: Image, boxes: Sequence[Box], rng: Generator) -> tuple[Image, Image]:
    """A crop, and the same with corrupted boxes of every kind."""
    clean = crop
    if rng.random() < 0.5:  # what registration leaves
        dy, dx = rng.integers(-1, 2, 2)
        clean = np.roll(clean, (int(dy), int(dx)), (0, 1))
    spots = int(rng.poisson(_SPOTS * crop.shape[0] * crop.shape[1] / _CROP**2))
    return clean, corrupt(clean, rng, spots, _SIDES, boxes) if spots else clean


def _transplanted(crop: Image, other: Image, rng: Generator) -> Image:
    """A crop with a spot from the same place of another normal board."""
    h, w = (int(np.exp(rng.uniform(np.log(8), np.log(max(min(80, n // 2), 9))))) for n in crop.shape[:2])
    y, x = (int(rng.integers(0, n - s + 1)) for n, s in zip(crop.shape, (h, w), strict=False))
    spot = np.s_[y : y + h, x : x + w]
    mask = soft_mask(h, w, rng)[..., None]
    out = crop.copy()
    out[spot] = np.clip(np.rint(crop[spot] * (1.0 - mask) + other[spot] * mask), 0, 255).astype(np.uint8)
    return out


def _taken_again(rng: Generator, clean: Image, changed: Image) -> tuple[Image, Image]:
    """Both as one more registration and exposure would show them: what was moved is then no blurrier than the rest."""
    motion = np.eye(2, 3)
    motion[:, 2] = rng.uniform(-1, 1, 2) * (rng.random() < 0.6)
    grain = rng.normal(0, rng.uniform(0, 3), clean.shape).astype(np.float32) if rng.random() < 0.6 else np.float32(0)
    pair = []
    for image in (clean, changed):
        size = (image.shape[1], image.shape[0])
        moved = cv2.warpAffine(image, motion, size, flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
        pair.append(np.clip(np.rint(moved + grain), 0, 255).astype(np.uint8))
    return pair[0], pair[1]


def _inside(box: Box, y: int, x: int, side: tuple[int, int]) -> bool:
    return box.x0 >= x and box.y0 >= y and box.x1 <= x + side[1] and box.y1 <= y + side[0]


def _moved(box: Box, y: int, x: int) -> Box:
    return Box(box.x0 - x, box.y0 - y, box.x1 - x, box.y1 - y)


def _tensor(parts: Sequence[Map]) -> Tensor:
    stacked = torch.from_numpy(np.stack(parts).astype(np.float32)).permute(0, 3, 1, 2)
    return stacked.contiguous(memory_format=torch.channels_last)
