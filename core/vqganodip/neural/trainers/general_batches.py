"""Training batches of the general segmentation network: crops of boards from a pool of lessons."""

from __future__ import annotations

from collections import deque
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
import torch
from numpy.random import Generator
from numpy.typing import NDArray
from torch import Tensor
from torch.nn import functional as F

from vqganodip.detection.pixel_statistics import LEAST_SPREAD
from vqganodip.detection.place_statistics import LIMIT
from vqganodip.detection.segmentation_map import SEGMENTATION_CELL
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

_REACH: Final = 4
"""Reach in pixels of the Gaussian that smooths the spread."""

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
    """Cut the crops of ``side`` pixels at these places and make the network's inputs and targets.

    The tensors are on the device of the products.
    """
    products = [pool[place.product] for place in places]
    pixels = [(p, c, _area(c, 1, side)) for p, c in zip(products, places, strict=True)]
    image = _stack([(p.defective if c.defective else p.normal)[c.board][a] for p, c, a in pixels], last=True)
    own = _stack([p.normal[c.board][a] for p, c, a in pixels], last=True)
    moments = [_stack([p.pixel_moments[n][a] for p, _, a in pixels], last=True) for n in range(2)]
    shares = _column([p.shares for p in products], image.device)
    mean, variance = _without(moments[0], moments[1].square(), own, shares)
    half = _column([(p.pixel_half,) for p in products], image.device)[0]
    scale = (_blurred(variance.sqrt()) + half).clamp_min(LEAST_SPREAD)
    maps, deviations = [], []
    for k, stride in enumerate((*STRIDES, SEGMENTATION_CELL)):
        areas = [(p, c, (slice(None), *_area(c, stride, side))) for p, c in zip(products, places, strict=True)]
        values = _stack([p.maps[c.defective][k][c.board][a] for p, c, a in areas])
        own = _stack([p.maps[0][k][c.board][a] for p, c, a in areas])
        moments = [_stack([p.place_moments[k][n][a] for p, _, a in areas]) for n in range(2)]
        place_mean, variance = _without(moments[0], moments[1].square(), own, shares)
        spread = variance.sqrt() + torch.stack([p.place_half[k] for p in products])
        maps.append(_input(values))
        deviations.append(_input(((values - place_mean) / spread).clamp(-LIMIT, LIMIT)))
    inputs = GeneralInputs(
        _input(image / 127.5 - 1.0),
        _input((image - mean) / scale),
        _input(torch.cat((mean / 127.5 - 1.0, torch.log2(scale.mean(1, keepdim=True) / 16.0)), 1)),
        (maps[0], maps[1], maps[2]),
        (deviations[0], deviations[1], deviations[2]),
        maps[3],
        deviations[3],
    )
    cells = [(p, c, _area(c, SEGMENTATION_CELL, side)) for p, c in zip(products, places, strict=True)]
    wide = torch.stack([p.cells[c.board][a] for p, c, a in cells])[:, None]
    weights = torch.stack([p.weights[c.board][a] for p, c, a in cells])[:, None]
    changed = _column([(float(c.defective),) for c in places], image.device)[0] > 0
    inner = torch.zeros_like(weights)
    inner[:, :, _BORDER:-_BORDER, _BORDER:-_BORDER] = 1.0
    target = ((wide == ANOMALOUS) & changed).float()
    return GeneralBatch(inputs, target, torch.where(changed, weights * (wide != UNCERTAIN), 1.0) * inner)


def _area(place: CropPlace, stride: int, side: int) -> tuple[slice, slice]:
    y, x, length = place.y // stride, place.x // stride, side // stride
    return slice(y, y + length), slice(x, x + length)


def _stack(parts: list[Tensor], *, last: bool = False) -> Tensor:
    """Stack crops of equal size in float32, B×C×h×w; ``last`` says that their channels come last."""
    stacked = torch.stack(parts).float()
    return stacked.permute(0, 3, 1, 2) if last else stacked


def _column(values: Sequence[Sequence[float]], device: torch.device) -> Tensor:
    """Numbers of each crop as K tensors B×1×1×1."""
    return torch.tensor(values, dtype=torch.float32, device=device).T[:, :, None, None, None]


def _without(mean: Tensor, variance: Tensor, own: Tensor, shares: Tensor) -> tuple[Tensor, Tensor]:
    """Mean and variance over the other boards; see :func:`vqganodip.neural.trainers.lesson_product.leaving_out`."""
    deviation = own - mean
    return mean - deviation * shares[0], (variance * shares[1] - deviation.square() * shares[2]).clamp_min(0.0)


def _blurred(values: Tensor) -> Tensor:
    """Blur B×C×H×W with a Gaussian of 1 px, as :func:`vqganodip.detection.difference_map.blurred` does."""
    at = torch.arange(-_REACH, _REACH + 1, device=values.device, dtype=torch.float32)
    kernel = torch.exp(-at.square() / 2)
    kernel = (kernel / kernel.sum()).expand(values.shape[1], 1, 1, -1)
    wide = F.pad(values, (_REACH,) * 4, mode="reflect")
    rows = F.conv2d(wide, kernel, groups=values.shape[1])
    return F.conv2d(rows, kernel.transpose(2, 3), groups=values.shape[1])


def _input(values: Tensor) -> Tensor:
    return values.contiguous(memory_format=torch.channels_last)
