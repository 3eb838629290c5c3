"""Visibility of rendered defects: how far each stands out from the normal variation of its product.

The visibility of a defect is, over its pixels p and the three channels c,

    sqrt( sum over p of mean over c of ( (defective − normal) / spread )² )

in standard deviations of normal boards.

- ``defective − normal`` is the difference, in grey levels, to the image of the same board without defects.
- The pixels of a defect are those of the mask inside its box; one inside several boxes counts for the smallest.
- ``spread`` is the standard deviation of thirty normal boards in that channel, at the pixel of the nominal product
  where p lies by the board's true transform; at least FLOOR_LEVELS. The thirty boards have the product, the size and
  the variation of the line and always the same seeds; their true transforms register them.

It is the signal-to-noise ratio of an observer who knows the board without the defect and takes the pixels for
independent. The channels of a pixel are averaged, not added up, because light, placement and most of the camera noise
vary in all three together.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from functools import partial
from typing import Final, Protocol, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from vqganodip.datasets.synthetic.render import RenderedBoard, render_board
from vqganodip.types import FloatArray, Image, Map

__all__ = ["FLOOR_LEVELS", "NORMAL_BOARDS", "DefectChange", "MapFunction", "changes_of", "normal_spread", "visibility"]

NORMAL_BOARDS: Final = 30
"""Number of normal boards that the spread is taken from."""

FLOOR_LEVELS: Final = 1.0
"""The spread is at least this many of 255 grey levels, the step of the image; clipped highlights have less."""

_STREAM: Final = (30, 5)
"""Entropy of the seeds of the thirty boards; part of the definition, so it must not change."""

_T = TypeVar("_T")
_U = TypeVar("_U")


class MapFunction(Protocol):
    """Applies a function to each of some values, such as ``map`` or that of an executor; the results are in order."""

    def __call__(self, function: Callable[[_T], _U], values: Iterable[_T], /) -> Iterable[_U]: ...


_Photograph: TypeAlias = tuple[Image, FloatArray]

_known: dict[tuple[str, int, float], Map] = {}
"""The spread computed last in this process."""


@dataclass(frozen=True, slots=True, eq=False)
class DefectChange:
    """Change of an image by a defect.

    Attributes:
        places: int32 n×2, column and row of the n pixels in the nominal product frame, rounded to whole pixels.
        levels: float32 n×3, difference to the board without defects in grey levels.
    """

    places: NDArray[np.int32] = field(repr=False)
    levels: NDArray[np.float32] = field(repr=False)


def changes_of(board: RenderedBoard, normal: Image) -> tuple[DefectChange, ...]:
    """Cut the change by each defect out of two images.

    Args:
        board: A board with defects.
        normal: uint8 H×W×3, image of the same board without them.
    """
    difference = board.image.astype(np.float32) - normal
    owner = np.full(board.mask.shape, -1, np.int32)
    largest_first = sorted(enumerate(board.defects), key=lambda pair: -pair[1].box.width * pair[1].box.height)
    for number, truth in largest_first:
        owner[truth.box.y0 : truth.box.y1, truth.box.x0 : truth.box.x1] = number
    owner[~board.mask] = -1
    inverse = np.linalg.inv(np.vstack([board.transform, [0, 0, 1]]))[:2]
    changes = []
    for number in range(len(board.defects)):
        rows, columns = np.nonzero(owner == number)
        places = np.rint(np.stack([columns, rows], axis=1) @ inverse[:, :2].T + inverse[:, 2])
        inside = np.clip(places, 0, board.mask.shape[0] - 1).astype(np.int32)
        changes.append(DefectChange(inside, difference[rows, columns]))
    return tuple(changes)


def visibility(change: DefectChange, spread: Map) -> float:
    """Compute the visibility of a defect, see the head of this module; 0 without a pixel.

    Args:
        change: From :func:`changes_of`.
        spread: From :func:`normal_spread` for the same product, size and variation.
    """
    columns, rows = change.places.T
    deviation = change.levels.astype(np.float64) / spread[rows, columns]
    return float(np.sqrt((deviation**2).mean(axis=1).sum()))


def normal_spread(product_name: str, size: int, variation: float, run: MapFunction = map) -> Map:
    """Compute the spread of thirty normal boards in the nominal product frame; the last result is kept.

    Args:
        product_name: Name of the product.
        size: Side of the images in pixels.
        variation: Strength of the normal variation.
        run: Renders the boards.

    Returns:
        float32 H×W×3 in grey levels, at least FLOOR_LEVELS, read-only.

    Raises:
        SettingsError: As :func:`vqganodip.datasets.synthetic.render.render_board`.
    """
    key = (product_name, size, variation)
    spread = _known.get(key)
    if spread is None:
        states = np.random.SeedSequence(_STREAM).generate_state(NORMAL_BOARDS, np.uint64)
        seeds = [int(s) for s in states >> np.uint64(11)]
        spread = _deviation(run(partial(_photograph, product_name, size, variation), seeds), size)
        _known.clear()
        _known[key] = spread
    return spread


def _photograph(product_name: str, size: int, variation: float, seed: int) -> _Photograph:
    board = render_board(product_name, seed, size=size, variation=variation)
    return board.image, board.transform


def _deviation(boards: Iterable[_Photograph], size: int) -> Map:
    """Compute the standard deviation of boards that their true transforms register, at least FLOOR_LEVELS."""
    import cv2

    count, total, squares = 0, np.zeros((size, size, 3)), np.zeros((size, size, 3))
    flags = cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP  # linear interpolation would average the camera noise away
    for image, transform in boards:
        moved = cv2.warpAffine(
            image.astype(np.float32), transform, (size, size), flags=flags, borderMode=cv2.BORDER_REPLICATE
        ).astype(np.float64)
        count, total, squares = count + 1, total + moved, squares + moved**2
    variance = np.maximum(squares - total**2 / count, 0) / (count - 1)
    spread = np.maximum(np.sqrt(variance), FLOOR_LEVELS).astype(np.float32)
    spread.setflags(write=False)
    return spread
