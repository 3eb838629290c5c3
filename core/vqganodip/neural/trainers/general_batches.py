"""Training batches of the general segmentation network: crops of boards from a pool of lessons."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor

from vqganodip.detection.place_statistics import standard_units
from vqganodip.detection.segmentation_map import SEGMENTATION_CELL, known_board
from vqganodip.neural.networks.efficientnet_lite import STRIDES
from vqganodip.neural.networks.general_segmentation import GeneralInputs
from vqganodip.neural.trainers.lesson_product import ANOMALOUS, UNCERTAIN, LessonProduct
from vqganodip.types import Map

__all__ = ["CROP", "CropPlace", "GeneralAlarms", "GeneralBatch", "general_batch"]

CROP: Final = 192
_STEP: Final = 16
"""Crops begin at multiples of this many pixels, the coarsest stride of the features."""

_BORDER: Final = 4
"""Cells at the border of a crop that do not count: the network sees padding there instead of the board."""

_AT_ALARMS, _NORMAL, _AT_DEFECTS = 0.25, 0.1, 0.45
"""Shares of the crops around false alarms, at random places of normal boards, and around defects; the rest lie at
random places of defective boards."""

_PARTS: Final = ("x", "z", "known", *(f"map{k}" for k in range(4)), *(f"deviation{k}" for k in range(4)))
_ALARM_CAPACITY: Final = 300
_LEAST_ODDS: Final = -3.0


@dataclass(frozen=True, slots=True)
class CropPlace:
    """A crop: product, board, with or without its defects, first row and column in pixels."""

    product: int
    board: int
    defective: bool
    y: int
    x: int


@dataclass(frozen=True, slots=True, eq=False)
class GeneralBatch:
    """Crops with their targets.

    Attributes:
        inputs: Inputs of the network.
        target: float32 B×1×H/4×W/4, 1 where a cell is anomalous.
        weight: float32 B×1×H/4×W/4, weight in the loss; 0 where the target is uncertain.
    """

    inputs: GeneralInputs = field(repr=False)
    target: Tensor = field(repr=False)
    weight: Tensor = field(repr=False)


class GeneralAlarms:
    """Recent false alarms: places on normal boards of the pool that the network in training marked as anomalous."""

    def __init__(self) -> None:
        self._places: deque[tuple[int, int, int, int]] = deque(maxlen=_ALARM_CAPACITY)

    def add(self, product: int, board: int, odds: Map, count: int = 4) -> None:
        """Add the highest cells of a normal board, well apart from each other."""
        rest = odds.copy()
        for _ in range(count):
            row, column = (int(n) for n in np.unravel_index(rest.argmax(), rest.shape))
            if rest[row, column] <= _LEAST_ODDS:
                return
            self._places.append((product, board, row * SEGMENTATION_CELL, column * SEGMENTATION_CELL))
            rest[max(0, row - 8) : row + 9, max(0, column - 8) : column + 9] = -np.inf

    def keep(self, products: Mapping[int, LessonProduct]) -> None:
        """Forget the alarms of products that have left the pool."""
        self._places = deque((p for p in self._places if p[0] in products), maxlen=_ALARM_CAPACITY)

    def draw(self, rng: Generator) -> tuple[int, int, int, int] | None:
        """Draw an alarm: product, board, row and column in pixels; None if there is none."""
        return self._places[int(rng.integers(len(self._places)))] if self._places else None

    def state(self) -> list[list[int]]:
        """Return the state for :meth:`load`."""
        return [list(place) for place in self._places]

    def load(self, state: list[list[int]]) -> None:
        """Restore a state."""
        self._places = deque(((int(a), int(b), int(c), int(d)) for a, b, c, d in state), maxlen=_ALARM_CAPACITY)


def draw_place(pool: Mapping[int, LessonProduct], alarms: GeneralAlarms, rng: Generator) -> CropPlace:
    """Draw the place of a crop."""
    products = sorted(pool)
    number = products[int(rng.integers(len(products)))]
    product = pool[number]
    board, chance = int(rng.integers(product.boards)), rng.random()
    offset = rng.uniform(0.15, 0.85, 2)
    alarm = alarms.draw(rng) if chance < _AT_ALARMS else None
    if alarm is not None:
        number, board, y, x = alarm
        return CropPlace(number, board, False, *_around(y, x, offset, pool[number].size))
    defects = product.defects(board)
    if chance < _AT_ALARMS + _AT_DEFECTS and defects:
        cells = defects[int(rng.integers(len(defects)))]
        y, x = (int(n) * SEGMENTATION_CELL for n in cells[int(rng.integers(len(cells)))])
        return CropPlace(number, board, True, *_around(y, x, offset, product.size))
    y, x = (int(rng.integers(side)) for side in product.size)
    return CropPlace(number, board, chance < 1.0 - _NORMAL, *_around(y, x, offset, product.size))


def _around(y: int, x: int, offset: NDArray[np.float64], size: tuple[int, int]) -> tuple[int, int]:
    """First row and column of a crop in which (y, x) lies at that fraction of its sides."""
    row, column = (
        int(np.clip(round((at - share * CROP) / _STEP), 0, (side - CROP) // _STEP)) * _STEP
        for at, share, side in zip((y, x), offset, size, strict=True)
    )
    return row, column


def general_batch(pool: Mapping[int, LessonProduct], places: list[CropPlace], side: int = CROP) -> GeneralBatch:
    """Cut the crops of ``side`` pixels at these places and make the network's inputs and targets."""
    parts: dict[str, list[Map]] = {name: [] for name in _PARTS}
    target, weight = [], []
    for place in places:
        product, area = pool[place.product], _area(place, 1, side)
        image = product.crop(place.board, area, defective=place.defective).astype(np.float32)
        mean, scale = product.pixel_statistics(place.board, area)
        parts["x"].append((image / 127.5 - 1.0).transpose(2, 0, 1))
        parts["z"].append(((image - mean) / scale).transpose(2, 0, 1))
        parts["known"].append(known_board(mean, scale).transpose(2, 0, 1))
        for k, stride in enumerate((*STRIDES, SEGMENTATION_CELL)):
            area = _area(place, stride, side)
            values = product.map(place.board, k, area, defective=place.defective)
            parts[f"map{k}"].append(values)
            parts[f"deviation{k}"].append(standard_units(values, *product.place_statistics(place.board, k, area)))
        cells = _targets(product, place, side)
        target.append(cells == ANOMALOUS)
        weight.append(_inner(cells != UNCERTAIN) * _weights(product, place, side))
    t = {name: _tensor(values) for name, values in parts.items()}
    inputs = GeneralInputs(
        t["x"],
        t["z"],
        t["known"],
        (t["map0"], t["map1"], t["map2"]),
        (t["deviation0"], t["deviation1"], t["deviation2"]),
        t["map3"],
        t["deviation3"],
    )
    flags = [torch.from_numpy(np.stack(part))[:, None].float() for part in (target, weight)]
    return GeneralBatch(inputs, flags[0], flags[1])


def _area(place: CropPlace, stride: int, side: int) -> tuple[slice, slice]:
    y, x, length = place.y // stride, place.x // stride, side // stride
    return slice(y, y + length), slice(x, x + length)


def _targets(product: LessonProduct, place: CropPlace, side: int) -> NDArray[np.uint8]:
    if not place.defective:
        return np.zeros((side // SEGMENTATION_CELL, side // SEGMENTATION_CELL), np.uint8)
    return product.cells(place.board)[_area(place, SEGMENTATION_CELL, side)]


def _weights(product: LessonProduct, place: CropPlace, side: int) -> Map:
    if not place.defective:
        return np.ones((side // SEGMENTATION_CELL, side // SEGMENTATION_CELL), np.float32)
    return product.weights(place.board)[_area(place, SEGMENTATION_CELL, side)]


def _inner(certain: NDArray[np.bool_]) -> NDArray[np.bool_]:
    result = np.zeros_like(certain)
    result[_BORDER:-_BORDER, _BORDER:-_BORDER] = certain[_BORDER:-_BORDER, _BORDER:-_BORDER]
    return result


def _tensor(parts: list[Map]) -> Tensor:
    stacked = torch.from_numpy(np.stack(parts).astype(np.float32, copy=False))
    return stacked.contiguous(memory_format=torch.channels_last)
