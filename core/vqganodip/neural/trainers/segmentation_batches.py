"""Training batches of the anomaly segmentation network: crops with synthetic or known defects, and their targets."""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeVar

import cv2
import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor

from vqganodip.datasets.ground_truth import MarkedBoard
from vqganodip.detection.components import Component, find_components
from vqganodip.detection.segmentation_map import SEGMENTATION_CELL, known_board
from vqganodip.neural.networks.segmentation import MULTIPLE, POSITION_STEP
from vqganodip.neural.trainers.component_anomalies import (
    component_anomaly,
    jitter_component,
)
from vqganodip.neural.trainers.synthetic_anomalies import ANOMALIES, add_anomalies, component_boxes, soft_mask
from vqganodip.types import Box, Image, Map

__all__ = ["BoardCrops", "FalseAlarms", "SegmentationBatch"]

_Pixel = TypeVar("_Pixel", bound=np.generic)

_CROP: Final = 256
_BATCH: Final = 8
_BOX_ANOMALIES: Final = 3.0
_COMPONENT_ANOMALIES: Final = 5.0
"""Average numbers of anomalous boxes and of anomalous components per crop."""

_JITTERED: Final = 0.2
"""Share of the components in a crop whose placement is varied within the normal range."""

_TRANSPLANTS: Final = 2.0
"""Average number of spots per crop taken from the same place on another normal board: a seam alone is normal."""

_SIDES: Final = (5, 48)
_CHANGE: Final = 12
"""A cell is anomalous if one of its pixels changed by more grey levels than this; one that changed less is ignored."""

_BOX_KINDS: Final = tuple(kind for kind in ANOMALIES if kind not in ("shift", "nudge"))
"""Kinds for boxes, without displacements: half a component that moved slightly is normal; whole ones are displaced."""

_ALARM_CAPACITY: Final = 400
_AT_ALARMS: Final = 0.25
"""Share of the crops that lie around a recent false alarm."""

_AT_DEFECTS: Final = 0.2
"""Share of the crops that show a known defect, where there are any."""

_UNCHANGED: Final = 0.1
"""Share of the crops without an anomaly."""


@dataclass(frozen=True, slots=True, eq=False)
class SegmentationBatch:
    """A batch of crops with their targets.

    Attributes:
        x: float32 B×3×H×W in [-1, 1].
        z: float32 B×3×H×W, signed deviation from the per-pixel mean in units of the per-pixel spread.
        statistics: float32 B×4×H×W, crops of :func:`vqganodip.detection.segmentation_map.known_board`.
        target: float32 B×1×H/4×W/4, 1 where a cell is anomalous.
        certain: float32 B×1×H/4×W/4, 1 where the target counts in the loss.
        places: Row and column of each crop in steps of :data:`POSITION_STEP`.
    """

    x: Tensor = field(repr=False)
    z: Tensor = field(repr=False)
    statistics: Tensor = field(repr=False)
    target: Tensor = field(repr=False)
    certain: Tensor = field(repr=False)
    places: list[tuple[int, int]]


class FalseAlarms:
    """Recent false alarms of a network in training: places on normal boards that it marked as anomalous."""

    def __init__(self) -> None:
        self._places: deque[tuple[int, int, int]] = deque(maxlen=_ALARM_CAPACITY)

    def __len__(self) -> int:
        return len(self._places)

    def add(self, board: int, odds: Map, count: int = 3, least: float = 0.0) -> None:
        """Add the highest cells of a normal board above ``least``, well apart from each other."""
        rest = odds.copy()
        for _ in range(count):
            row, column = (int(n) for n in np.unravel_index(rest.argmax(), rest.shape))
            if rest[row, column] <= least:
                return
            self._places.append((board, row * SEGMENTATION_CELL, column * SEGMENTATION_CELL))
            rest[max(0, row - 6) : row + 7, max(0, column - 6) : column + 7] = -np.inf

    def draw(self, rng: Generator) -> tuple[int, int, int]:
        """Draw a false alarm: its board, row and column in pixels."""
        return self._places[int(rng.integers(len(self._places)))]

    def state(self) -> list[list[int]]:
        """Return the state for :meth:`load`."""
        return [list(place) for place in self._places]

    def load(self, state: list[list[int]]) -> None:
        """Restore a state."""
        self._places.clear()
        self._places.extend((int(b), int(y), int(x)) for b, y, x in state)


class BoardCrops:
    """Source of training batches, made from normal boards.

    Args:
        images: uint8 H×W×3, registered.
        mean: float32 H×W×3, the per-pixel mean of normal boards.
        scale: float32 H×W×3, the per-pixel spread.
        components: True adds anomalies of whole components, and changes that look like anomalies but are normal; False
            draws anomalous boxes only, for the first training of a network (decision 030 compares the two).
        marked: Registered defective boards with masks; without any, the batches are those of earlier versions.
    """

    def __init__(
        self,
        images: Sequence[Image],
        mean: Map,
        scale: Map,
        *,
        components: bool = True,
        marked: Sequence[MarkedBoard] = (),
    ) -> None:
        self._with_components = components
        self._images, self._mean, self._scale = images, mean, scale
        self._statistics = known_board(mean, scale)
        height, width = images[0].shape[:2]
        self.side = min(_CROP, height - height % MULTIPLE), min(_CROP, width - width % MULTIPLE)
        known = [_KnownDefects(board) for board in marked]
        self._known = [(board, part) for board in known for part in board.parts]
        self._boxes, self._components = component_boxes(mean), find_components(scale) if components else ()

    def batch(self, rng: Generator, alarms: FalseAlarms) -> SegmentationBatch:
        """Draw the next batch."""
        xs, zs, statistics, target, certain, places = [], [], [], [], [], []
        for _ in range(_BATCH):
            if self._known and rng.random() < _AT_DEFECTS:
                y, x, changed, anomalous, counts = self._with_known_defect(rng)
            else:
                board, y, x = self._place(rng, alarms)
                clean, changed = self._pair(self._images[board], y, x, rng)
                cells = _cells(np.abs(changed.astype(np.int16) - clean).max(axis=2)).max(axis=(1, 3))
                anomalous, counts = cells > _CHANGE, (cells == 0) | (cells > _CHANGE)
            area = np.s_[y : y + self.side[0], x : x + self.side[1]]
            target.append(anomalous)
            certain.append(counts)
            lit = changed * rng.uniform(0.96, 1.04, 3).astype(np.float32) + np.float32(rng.normal(0, 1.5))
            lit = np.clip(lit, 0, 255)
            xs.append(lit / 127.5 - 1.0)
            zs.append((lit - self._mean[area]) / self._scale[area])
            statistics.append(self._statistics[area])
            places.append((y // POSITION_STEP, x // POSITION_STEP))
        flags = [torch.from_numpy(np.stack(part))[:, None].float() for part in (target, certain)]
        return SegmentationBatch(_tensor(xs), _tensor(zs), _tensor(statistics), flags[0], flags[1], places)

    def _place(self, rng: Generator, alarms: FalseAlarms) -> tuple[int, int, int]:
        board = int(rng.integers(len(self._images)))
        row, column = (int(rng.integers(0, n + 1)) for n in self._steps)
        if len(alarms) and rng.random() < _AT_ALARMS:
            board, y, x = alarms.draw(rng)
            return (board, *self._around(y, x, rng))
        return board, row * POSITION_STEP, column * POSITION_STEP

    @property
    def _steps(self) -> list[int]:
        """Largest row and column of a crop, in steps."""
        return [(n - s) // POSITION_STEP for n, s in zip(self._images[0].shape[:2], self.side, strict=True)]

    def _around(self, y: int, x: int, rng: Generator) -> tuple[int, int]:
        """Draw row and column in pixels of a crop that shows a pixel."""
        row, column = (
            int(np.clip((at - offset * s) // POSITION_STEP, 0, n))
            for at, offset, s, n in zip((y, x), rng.uniform(0.2, 0.8, 2), self.side, self._steps, strict=True)
        )
        return row * POSITION_STEP, column * POSITION_STEP

    def _with_known_defect(self, rng: Generator) -> tuple[int, int, Image, NDArray[np.bool_], NDArray[np.bool_]]:
        """Draw a crop of a defective board: row and column in pixels, pixels, anomalous cells, cells that count."""
        board, part = self._known[int(rng.integers(len(self._known)))]
        row, column = part[int(rng.integers(len(part)))]
        y, x = self._around(int(row) * SEGMENTATION_CELL, int(column) * SEGMENTATION_CELL, rng)
        crop = board.pixels[y : y + self.side[0], x : x + self.side[1]]
        crop, _ = _reimaged(rng, crop, crop)
        rows, columns = (
            slice(at // SEGMENTATION_CELL, (at + n) // SEGMENTATION_CELL)
            for at, n in zip((y, x), self.side, strict=True)
        )
        return y, x, crop, board.anomalous[rows, columns], board.certain[rows, columns]

    def _pair(self, board: Image, y: int, x: int, rng: Generator) -> tuple[Image, Image]:
        """Return a crop as another normal board might show it, and the same crop with anomalies."""
        side = self.side
        area = np.s_[y : y + side[0], x : x + side[1]]
        boxes = [_moved(b, y, x) for b in self._boxes if _inside(b, y, x, side)]
        if not self._with_components:
            return _pair_of_boxes(board[area], boxes, rng)
        clean = board[area]
        for _ in range(int(rng.poisson(_TRANSPLANTS))):
            clean = _transplant(clean, self._images[int(rng.integers(len(self._images)))][area], rng)
        components = [c.moved(y, x) for c in self._components if _inside(c.box, y, x, side)]
        for component in components:
            if rng.random() < _JITTERED:
                clean = jitter_component(clean, component, rng)
        changed = clean
        if rng.random() < _UNCHANGED:
            return _reimaged(rng, clean, changed)
        share = side[0] * side[1] / _CROP**2
        average = _BOX_ANOMALIES if self._components else _BOX_ANOMALIES + _COMPONENT_ANOMALIES
        spots = int(rng.poisson(average * share))
        if spots:
            changed = add_anomalies(changed, rng, spots, _SIDES, boxes, _BOX_KINDS)
        for _ in range(min(int(rng.poisson(_COMPONENT_ANOMALIES * share)), len(components))):
            changed = component_anomaly(changed, _choice(components, rng), rng, board, self._components)
        return _reimaged(rng, clean, changed)


class _KnownDefects:
    """A defective board with the cells of its defects: ``anomalous`` and ``certain``, bool, and ``parts``, N×2 each.

    A drawn mask is rarely exact to the pixel: a cell is anomalous from half of its area on. Where a defect has no such
    cell, all cells that it touches are. The other cells at the edge do not count.
    """

    def __init__(self, board: MarkedBoard) -> None:
        self.pixels = board.pixels
        rows, columns = (n // SEGMENTATION_CELL * SEGMENTATION_CELL for n in board.mask.shape)
        share = _cells(board.mask[:rows, :columns]).mean(axis=(1, 3))
        touched, self.anomalous = share > 0, share >= 0.5
        count, labels = cv2.connectedComponents(touched.astype(np.uint8), connectivity=8)
        for number in range(1, count):
            if not self.anomalous[labels == number].any():
                self.anomalous |= labels == number
        near = cv2.dilate(touched.astype(np.uint8), np.ones((3, 3), np.uint8)) > 0
        self.certain = self.anomalous | ~near
        self.parts = [np.argwhere((labels == number) & self.anomalous) for number in range(1, count)]


def _cells(pixels: NDArray[_Pixel]) -> NDArray[_Pixel]:
    """Pixels H×W by cells: rows, pixel rows in each, columns, pixel columns in each."""
    rows, columns = (n // SEGMENTATION_CELL for n in pixels.shape)
    return pixels.reshape(rows, SEGMENTATION_CELL, columns, SEGMENTATION_CELL)


def _choice(components: Sequence[Component], rng: Generator) -> Component:
    return components[int(rng.integers(len(components)))]


def _pair_of_boxes(crop: Image, boxes: Sequence[Box], rng: Generator) -> tuple[Image, Image]:
    """Return a crop, and the same crop with anomalous boxes of every kind."""
    clean = crop
    if rng.random() < 0.5:  # the error that registration leaves
        dy, dx = rng.integers(-1, 2, 2)
        clean = np.roll(clean, (int(dy), int(dx)), (0, 1))
    spots = int(rng.poisson(_BOX_ANOMALIES * crop.shape[0] * crop.shape[1] / _CROP**2))
    return clean, add_anomalies(clean, rng, spots, _SIDES, boxes) if spots else clean


def _transplant(crop: Image, other: Image, rng: Generator) -> Image:
    """Blend a spot from the same place on another normal board into a crop."""
    h, w = (int(np.exp(rng.uniform(np.log(8), np.log(max(min(80, n // 2), 9))))) for n in crop.shape[:2])
    y, x = (int(rng.integers(0, n - s + 1)) for n, s in zip(crop.shape, (h, w), strict=False))
    spot = np.s_[y : y + h, x : x + w]
    mask = soft_mask(h, w, rng)[..., None]
    out = crop.copy()
    out[spot] = np.clip(np.rint(crop[spot] * (1.0 - mask) + other[spot] * mask), 0, 255).astype(np.uint8)
    return out


def _reimaged(rng: Generator, clean: Image, changed: Image) -> tuple[Image, Image]:
    """Resample both images and add sensor noise, so that moved pixels are no blurrier than the others."""
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
