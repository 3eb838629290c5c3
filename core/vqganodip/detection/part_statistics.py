"""Statistics of parts: brightness, texture, highlights and colour of every part and its areas, in normal variation.

A lifted lead leaves smooth grey where other boards have a glossy joint, and the mean of many glossy joints is smooth
grey as well: no difference of pixels shows it, but the texture of the part does. The parts are those of
:mod:`vqganodip.detection.components`, so no placement file is needed.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.components import find_components
from vqganodip.detection.difference_map import check_same_grid
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.errors import BundleError, message
from vqganodip.types import Box, FloatArray, Image, Map

__all__ = [
    "AREAS",
    "PARTS",
    "STATISTICS",
    "PartDeviations",
    "PartStatistics",
    "PART_SCORES",
    "build_part_statistics",
    "part_scores",
    "statistics_of",
    "with_sections",
]

PARTS: Final = "part_statistics"
"""Role of these statistics in a bundle."""

STATISTICS: Final = (
    "brightness",
    "contrast",
    "edges",
    "texture",
    "difference",
    "highlights",
    "redness",
    "yellowness",
)
"""What is measured, in the order of the arrays: mean grey level, variance of the grey level, energy of its gradient, of
its detail finer than a pixel or so and of its difference from the reference board in units of the normal spread (all
four as log₂(1 + x)), square root of the share of highlights, red minus green, and red and green minus blue."""

AREAS: Final = (
    "whole",
    "left",
    "right",
    "upper",
    "lower",
    "left_end",
    "right_end",
    "upper_end",
    "lower_end",
    "middle",
)
"""Areas of a part: all of it, its halves, the thirds at its ends, and the half in its middle."""

BRIGHTNESS, CONTRAST, EDGES, TEXTURE, DIFFERENCE, HIGHLIGHTS, REDNESS, YELLOWNESS = range(len(STATISTICS))
MIDDLE: Final = AREAS.index("middle")

_LEAST_SIDE: Final = 4
"""Smallest side of an area in pixels."""
_INSIDE: Final = 2
"""Pixels from the outline of a part at which contrast, edges and texture begin: those of the outline itself, which are
on every board, would drown them."""
_LONG: Final = 2.5
"""A part this many times as long as wide, such as a row of pins, is also divided into sections half as far apart as it
is wide."""

_DETAIL_PX: Final = 1.0
_HIGHEST: Final = 0.985
"""Share of the pixels of normal boards that are darker than a highlight."""
_RAMP: Final = 16.0
"""Grey levels below and above that level within which a pixel counts partly."""
_LARGEST_Z2: Final = 64.0

_PRIOR: Final = 6.0
"""Boards for which the usual spread of an area and statistic on all parts counts."""
_WINSOR: Final = 4.0
"""Values of normal boards farther from their median than this many spreads are drawn in."""
_LEAST_SPREAD: Final = np.array([0.5, 0.05, 0.05, 0.05, 0.02, 0.01, 0.3, 0.3])
"""Smallest spread of each statistic in its own units."""
_TAIL: Final = (0.999, 3.29)
"""Share of a normal distribution, and the number of standard deviations within which it lies."""
_COMPARED: Final = 16
"""Most normal boards that are each measured by the others."""
_STEPS: Final = 65_535

Codes = NDArray[np.int32]


@dataclass(frozen=True, slots=True, eq=False)
class PartDeviations:
    """The parts of one board, compared with those of normal boards.

    Attributes:
        boxes: int32 P×A×4, x0 y0 x1 y1 of every area of every part.
        values: float32 P×A×S, what was measured.
        usual: float32 P×A×S, the mean of normal boards.
        deviation: float32 P×A×S, their difference in units of the normal spread; 0 for parts that are ignored.
        around: float32 P×3, brightness, redness and yellowness around each part.
        bare: float32 3, those of the bare board.
    """

    boxes: Codes = field(repr=False)
    values: Map = field(repr=False)
    usual: Map = field(repr=False)
    deviation: Map = field(repr=False)
    around: Map = field(repr=False)
    bare: Map = field(repr=False)


PART_SCORES: Final = ("max", "top5")
"""The most deviating part, and the mean of the five most deviating ones."""


def part_scores(deviations: Map) -> dict[str, float]:
    """Deviation of the most deviating part of a board, and mean of the five most deviating parts.

    Args:
        deviations: float32 P×…, in units of the normal spread; of each part the highest counts.
    """
    highest = np.sort(deviations.reshape(len(deviations), -1).max(axis=1).astype(np.float64))[::-1]
    return {"max": float(highest[0]), "top5": float(highest[:5].mean())}


@dataclass(frozen=True, slots=True, eq=False)
class PartStatistics:
    """Mean and spread of the statistics of a product's parts on normal boards.

    Attributes:
        boxes: int32 P×4, x0 y0 x1 y1 of each part on the working grid.
        mean: float32 P×A×S, by part, area and statistic.
        spread: float32 P×A×S, above zero; see :func:`build_part_statistics`.
        around: float32 P×3, brightness, redness and yellowness of the places near each part that belong to no part.
        bare: float32 3, those of the bare board: the median over all such places.
        highlight: Grey level of highlights.
        boards: Number of normal boards.
    """

    boxes: Codes = field(repr=False)
    mean: Map = field(repr=False)
    spread: Map = field(repr=False)
    around: Map = field(repr=False)
    bare: Map = field(repr=False)
    highlight: float
    boards: int

    def deviations(
        self, pixels: Image, reference: PixelStatistics, ignore: NDArray[np.bool_] | None = None
    ) -> PartDeviations:
        """Measure the parts of a board.

        Args:
            pixels: uint8 H×W×3, registered to the grid of the statistics.
            reference: Mean and spread of the pixels of the same normal boards.
            ignore: bool H×W, True where the board is excluded; parts that are excluded by half or more do not deviate.

        Raises:
            ImageError: The size of the image differs.
        """
        check_same_grid(reference.mean.shape, pixels.shape, message("map-image", "the image"))
        areas = area_boxes(self.boxes)
        values = _measured(pixels, self.boxes, _GreyReference.of(reference), self.highlight).astype(np.float32)
        deviation = (values - self.mean) / self.spread
        if ignore is not None:
            deviation[_means(ignore.astype(np.float32), self.boxes) >= 0.5] = 0
        return PartDeviations(areas, values, self.mean, deviation, self.around, self.bare)

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """The arrays of an npz file: 16 bits for each mean and spread."""
        low = self.mean.min(axis=(0, 1))
        step = np.maximum((self.mean.max(axis=(0, 1)) - low) / _STEPS, 1e-9)
        return {
            "boxes": self.boxes.astype(np.uint16),
            "mean": np.rint((self.mean - low) / step).astype(np.uint16),
            "range": np.stack([low, step]).astype(np.float32),
            "spread": self.spread.astype(np.float16),
            "around": np.rint(self.around).astype(np.int16),
            "bare": np.rint(self.bare).astype(np.int16),
            "highlight": np.asarray(self.highlight, np.float32),
            "boards": np.asarray(self.boards, np.int64),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]], size: tuple[int, int]) -> PartStatistics:
        """Read what :meth:`to_arrays` wrote.

        Args:
            arrays: Arrays of the npz file.
            size: (width, height) of the working grid.

        Raises:
            BundleError: An array is missing or invalid.
        """
        try:
            boxes = np.asarray(arrays["boxes"]).astype(np.int32)
            low, step = np.asarray(arrays["range"], np.float32)
            mean = np.asarray(arrays["mean"]).astype(np.float32) * step + low
            spread = np.asarray(arrays["spread"]).astype(np.float32)
            around, bare = (np.asarray(arrays[name]).astype(np.float32) for name in ("around", "bare"))
            highlight, boards = float(np.asarray(arrays["highlight"])), int(np.asarray(arrays["boards"]))
            shape = (len(boxes), len(AREAS), len(STATISTICS))
            if not len(boxes) or mean.shape != shape or spread.shape != shape or around.shape != (len(boxes), 3):
                raise ValueError("shape")
            if bare.shape != (3,):
                raise ValueError("shape")
            if not (np.isfinite(mean).all() and np.isfinite(spread).all() and spread.min() > 0):
                raise ValueError("values")
            sides = boxes[:, 2:] - boxes[:, :2]
            if sides.min() < 1 or boxes.min() < 0 or (boxes[:, 2:] > np.array(size)).any() or boards < 2:
                raise ValueError("boxes")
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(
                "part-statistics-unreadable",
                "the statistics of the parts cannot be read ({error})",
                todo="Train the bundle again.",
                error=str(error),
            ) from error
        return cls(boxes, np.asarray(mean, np.float32), spread, around, bare, highlight, boards)


def build_part_statistics(boards: Sequence[Image], reference: PixelStatistics) -> Iterator[int | PartStatistics]:
    """Find the parts of a product and measure what is normal for them.

    The spread of a statistic is its standard deviation over the boards, values far out drawn in; six boards of the
    usual spread on all parts are added, because few boards estimate a single one badly, and the mean of N boards adds
    1/N to the variance. Then some boards are measured by all others. Where, of one statistic, more than one in a
    thousand deviations exceeds 3.29, as for a normal distribution, all spreads of this statistic are widened by the
    same factor.

    Args:
        boards: uint8 H×W×3 each, registered normal boards, at least two.
        reference: Mean and spread of the pixels of these boards.

    Yields:
        The number of boards measured, after each; then the statistics. Nothing for a product without parts.
    """
    parts = [component.box for component in find_components(reference.scale)]
    if parts:
        yield from statistics_of(boards, reference, with_sections(parts))


def with_sections(parts: Iterable[Box]) -> list[Box]:
    """Return the boxes of parts, those of long ones followed by overlapping sections."""
    return [box for part in parts for box in (part, *_sections(part))]


def statistics_of(
    boards: Sequence[Image], reference: PixelStatistics, measured: Sequence[Box]
) -> Iterator[int | PartStatistics]:
    """Measure what is normal in the boxes given, at least one; see :func:`build_part_statistics`.

    Args:
        boards: uint8 H×W×3 each, registered normal boards, at least two.
        reference: Mean and spread of the pixels of these boards.
        measured: In pixels of the boards.

    Yields:
        The number of boards measured, after each; then the statistics.
    """
    boxes = np.array([[b.x0, b.y0, b.x1, b.y1] for b in measured], np.int32)
    grey = _GreyReference.of(reference)
    highlight = float(np.median([np.quantile(_grey(board), _HIGHEST) for board in boards]))
    without_itself = len(boards) / (len(boards) - 1)  # difference from the mean of the other boards
    values = np.empty((len(boards), len(boxes), len(AREAS), len(STATISTICS)), np.float32)
    for i, board in enumerate(boards):
        values[i] = _measured(board, boxes, grey, highlight, without_itself)
        yield i + 1
    mean, spread = _normal(values)
    spread *= _widening(values)
    around, bare = _around(boxes, reference.mean)
    yield PartStatistics(
        boxes, mean.astype(np.float32), spread.astype(np.float32), around, bare, highlight, len(boards)
    )


def area_boxes(boxes: Codes) -> Codes:
    """Boxes of the areas of parts: int32 P×A×4 from P×4."""
    x0, y0, x1, y1 = (boxes[:, i] for i in range(4))
    width, height = x1 - x0, y1 - y0

    def share(side: Codes, of: float) -> Codes:
        least = np.maximum(_LEAST_SIDE, np.rint(of * side).astype(np.int32))
        return np.asarray(np.minimum(side, least), np.int32)

    half_w, half_h = share(width, 0.5), share(height, 0.5)
    third_w, third_h = share(width, 1 / 3), share(height, 1 / 3)
    middle_x, middle_y = x0 + (width - half_w) // 2, y0 + (height - half_h) // 2
    areas = (
        (x0, y0, x1, y1),
        (x0, y0, x0 + half_w, y1),
        (x1 - half_w, y0, x1, y1),
        (x0, y0, x1, y0 + half_h),
        (x0, y1 - half_h, x1, y1),
        (x0, y0, x0 + third_w, y1),
        (x1 - third_w, y0, x1, y1),
        (x0, y0, x1, y0 + third_h),
        (x0, y1 - third_h, x1, y1),
        (middle_x, middle_y, middle_x + half_w, middle_y + half_h),
    )
    return np.asarray(np.stack([np.stack(area, axis=1) for area in areas], axis=1), np.int32)


def _sections(part: Box) -> list[Box]:
    """Overlapping sections of a long part, in order."""
    side, length = min(part.width, part.height), max(part.width, part.height)
    if length < _LONG * side:
        return []
    count = int(np.ceil((length - side) / (side / 2))) + 1
    starts = [int(start) for start in np.linspace(0, length - side, count).round()]
    if part.width > part.height:
        return [Box(part.x0 + start, part.y0, part.x0 + start + side, part.y1) for start in starts]
    return [Box(part.x0, part.y0 + start, part.x1, part.y0 + start + side) for start in starts]


@dataclass(frozen=True, slots=True, eq=False)
class _GreyReference:
    """Mean and spread of the grey level of normal boards, float32 H×W each."""

    mean: Map
    scale: Map

    @staticmethod
    def of(reference: PixelStatistics) -> _GreyReference:
        return _GreyReference(_grey(reference.mean), _grey(reference.scale))


def _grey(pixels: Image | Map) -> Map:
    import cv2

    return np.asarray(cv2.cvtColor(np.asarray(pixels, np.float32), cv2.COLOR_RGB2GRAY), np.float32)


def _measured(
    pixels: Image, boxes: Codes, reference: _GreyReference, highlight: float, difference_gain: float = 1.0
) -> FloatArray:
    """Measure the statistics of a board in parts P×4: float64 P×A×S. One map at a time, to bound the memory."""
    import cv2

    areas, inside = area_boxes(boxes), area_boxes(_inside(boxes))
    grey = _grey(pixels)
    result = np.empty((*areas.shape[:-1], len(STATISTICS)))
    result[..., BRIGHTNESS] = _means(grey, areas)
    variance = _means(grey * grey, inside) - _means(grey, inside) ** 2
    result[..., CONTRAST] = np.log2(1.0 + np.maximum(variance, 0.0))
    dx, dy = cv2.Sobel(grey, cv2.CV_32F, 1, 0, scale=0.125), cv2.Sobel(grey, cv2.CV_32F, 0, 1, scale=0.125)
    result[..., EDGES] = np.log2(1.0 + _means(np.asarray(dx * dx + dy * dy, np.float32), inside))
    fine = grey - cv2.GaussianBlur(grey, (0, 0), _DETAIL_PX)
    result[..., TEXTURE] = np.log2(1.0 + _means(fine * fine, inside))
    z = (grey - reference.mean) * np.float32(difference_gain) / reference.scale
    result[..., DIFFERENCE] = np.log2(1.0 + _means(np.minimum(z * z, np.float32(_LARGEST_Z2)), areas))
    bright = np.clip((grey - np.float32(highlight - _RAMP)) / np.float32(2 * _RAMP), 0, 1)
    result[..., HIGHLIGHTS] = np.sqrt(np.maximum(_means(bright, areas), 0.0))
    red, green, blue = (_means(np.ascontiguousarray(pixels[..., i], np.float32), areas) for i in range(3))
    result[..., REDNESS], result[..., YELLOWNESS] = red - green, (red + green) / 2 - blue
    return result


def _inside(boxes: Codes) -> Codes:
    """Boxes without their outline, where at least the smallest side of an area remains."""
    room = (boxes[:, 2:] - boxes[:, :2] - _LEAST_SIDE) // 2
    margin = np.clip(room, 0, _INSIDE)
    return np.concatenate([boxes[:, :2] + margin, boxes[:, 2:] - margin], axis=1).astype(np.int32)


def _means(values: Map, boxes: Codes) -> FloatArray:
    """Mean of a map in boxes …×4, by its integral image."""
    import cv2

    total = cv2.integral(values, sdepth=cv2.CV_64F)
    x0, y0, x1, y1 = (boxes[..., i] for i in range(4))
    sums = total[y1, x1] - total[y0, x1] - total[y1, x0] + total[y0, x0]
    return np.asarray(sums / ((x1 - x0) * (y1 - y0)), np.float64)


def _normal(values: Map) -> tuple[FloatArray, FloatArray]:
    """Mean and spread, float64 P×A×S each, of what was measured on N boards, N×P×A×S."""
    count = len(values)
    usual = np.median(values.std(axis=0, ddof=1), axis=0) + _LEAST_SPREAD
    median = np.median(values, axis=0)
    reach = _WINSOR * np.maximum(1.4826 * np.median(np.abs(values - median), axis=0), usual)
    drawn_in = np.clip(values, median - reach, median + reach)
    freedom = count - 1
    variance = (freedom * drawn_in.var(axis=0, ddof=1) + _PRIOR * usual**2) / (freedom + _PRIOR)
    spread = np.sqrt(variance * (1 + 1 / count))
    return drawn_in.mean(axis=0, dtype=np.float64), np.maximum(spread, _LEAST_SPREAD)


def _widening(values: Map) -> FloatArray:
    """Factor for the spread of each statistic, float64 S, >= 1, from boards that are measured by the others."""
    share, limit = _TAIL
    if len(values) < 3:
        return np.ones(len(STATISTICS))
    chosen = np.unique(np.linspace(0, len(values) - 1, min(_COMPARED, len(values))).round().astype(int))
    deviations = []
    for i in chosen:
        mean, spread = _normal(np.delete(values, i, axis=0))
        deviations.append(np.abs(values[i] - mean) / spread)
    highest = np.quantile(np.array(deviations), share, axis=(0, 1, 2))
    return np.asarray(np.maximum(1.0, highest / limit), np.float64)


def _around(boxes: Codes, mean: Map) -> tuple[Map, Map]:
    """Brightness, redness and yellowness around each part, float32 P×3, and of the bare board, float32 3."""
    free = np.ones(mean.shape[:2], bool)
    for x0, y0, x1, y1 in boxes:
        free[max(0, y0 - 1) : y1 + 1, max(0, x0 - 1) : x1 + 1] = False
    red, green, blue = (mean[..., i] for i in range(3))
    colours = np.stack([_grey(mean), red - green, (red + green) / 2 - blue], axis=2)
    bare = np.asarray(np.median(colours[free] if free.any() else colours.reshape(-1, 3), axis=0), np.float32)
    result = np.empty((len(boxes), 3), np.float32)
    for i, (x0, y0, x1, y1) in enumerate(boxes):
        margin = 4 + min(x1 - x0, y1 - y0) // 2
        near = np.s_[max(0, y0 - margin) : y1 + margin, max(0, x0 - margin) : x1 + margin]
        places = colours[near][free[near]]
        result[i] = np.median(places, axis=0) if len(places) >= 20 else bare
    return result, bare
