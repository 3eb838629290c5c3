"""Descriptors of regions: the numbers by which a region can be compared with other regions of the same product.

They are measured around the highest pixel of the region on the map that the regions come from, in windows of growing
radius: the evidence maps, the deviation from normal boards, the texture next to that of the reference board, the part
that deviates most, the place, and small crops of board, reference board and deviation.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.part_statistics import STATISTICS, PartDeviations
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.reasons import shared_areas
from vqganodip.records import Region, RegionDescriptors, Weighting
from vqganodip.types import Box, FloatArray, Image, Map

__all__ = ["DESCRIPTORS", "DESCRIPTOR_FORMAT", "PLACE", "describe_regions"]

_REACH: Final = 32
"""Half the side in pixels of the window around the highest pixel."""

_RADII: Final = (3, 8, 16, 32)
"""Radii in pixels within which maps, deviation and texture are summed up."""

_CROP_CELLS, _CROP_CELL_PX = 5, 9
"""Cells along a side of a crop, and pixels along a side of a cell."""

_STRONG: Final = 4.0
"""Deviation in normal spreads from which a pixel belongs to the spot."""

_LARGEST: Final = 60_000.0
"""Descriptors are kept in 16 bits."""

_EVIDENCE: Final = (Weighting.FOREIGN, Weighting.FEATURES)
_DIFFERENCES: Final = (Weighting.RAW, Weighting.WEIGHTED, Weighting.STANDARDISED)
_CHANNELS: Final = ("brightness", "redness", "yellowness")
_CROPS: Final = ("board", "reference", "deviation")

PLACE: Final = ("place.x", "place.y")
"""Position of the highest pixel in pixels of the working grid."""

DESCRIPTORS: Final[tuple[str, ...]] = (
    *PLACE,
    *(f"region.{name}" for name in ("rank", "distance_max", "distance_sum", "candidates", "width", "height")),
    *(f"{m}.{a}.{r}" for m in (*_EVIDENCE, *_DIFFERENCES) for a in ("highest", "mean") for r in _RADII),
    *(f"deviation.{name}.{r}" for name in (*_CHANNELS, "amount", "highest") for r in _RADII),
    *(f"spot.{name}" for name in ("pixels", "length", "width")),
    *(f"texture.{name}.{r}" for name in ("edges", "detail", "contrast") for r in _RADII[1:]),
    *(f"reference.{name}.{r}" for name in ("brightness", "spread", "edges") for r in _RADII[1:]),
    *(f"part.{name}" for name in (*STATISTICS, "any")),
    *(f"crop.{p}.{y}.{x}" for p in _CROPS for y in range(_CROP_CELLS) for x in range(_CROP_CELLS)),
)
"""Names of the descriptors in their order; see :func:`describe_regions`."""

DESCRIPTOR_FORMAT: Final = hashlib.sha256("\n".join(DESCRIPTORS).encode("ascii")).hexdigest()[:12]
"""Hash of the names; descriptors of another format are measured again."""

_AXIS: Final = np.arange(-_REACH, _REACH + 1)
_RADIUS: Final = np.hypot(*np.meshgrid(_AXIS, _AXIS))
_DISCS: Final = {radius: radius >= _RADIUS for radius in _RADII}


def describe_regions(
    regions: Sequence[Region],
    pixels: Image,
    reference: PixelStatistics,
    maps: Mapping[Weighting, Map],
    parts: PartDeviations | None = None,
) -> RegionDescriptors:
    """Describe the regions of a registered board.

    Args:
        regions: On the working grid, highest distance first.
        pixels: uint8 H×W×3, the registered board.
        reference: Mean and spread of the pixels of normal boards on the same grid.
        maps: float32 H×W, the maps of the board; the regions come from the last one. Probabilities and feature
            distances are described by their log odds; a map that is not there counts as zero.
        parts: The parts of the board, compared with those of normal boards; None for a bundle without them.

    Returns:
        One row per region, by :data:`DESCRIPTORS`, rounded to 16 bits.
    """
    evidence = list(maps.values())[-1]
    peaks = [_peak(region.box, evidence) for region in regions]
    shown = {name: _log_odds(value) if name in _EVIDENCE else value for name, value in maps.items()}
    rows = [
        [
            *(float(v) for v in peak),
            *_of_region(number, region),
            *_of_maps(shown, peak),
            *_of_pixels(pixels, reference, peak),
            *_of_parts(region.box, parts),
            *_crops(pixels, reference, peak),
        ]
        for number, (region, peak) in enumerate(zip(regions, peaks, strict=True))
    ]
    values = np.array(rows, np.float64).reshape(len(rows), len(DESCRIPTORS))
    kept = np.clip(np.nan_to_num(values), -_LARGEST, _LARGEST).astype(np.float16).astype(np.float32)
    boxes = np.array([[r.box.x0, r.box.y0, r.box.x1, r.box.y1] for r in regions], np.int32).reshape(-1, 4)
    return RegionDescriptors(DESCRIPTOR_FORMAT, boxes, kept)


def _peak(box: Box, evidence: Map) -> tuple[int, int]:
    """x and y of the highest pixel of a region; its middle where the map is level."""
    height, width = evidence.shape
    x0, y0 = min(max(box.x0, 0), width - 1), min(max(box.y0, 0), height - 1)
    inside = evidence[y0 : max(min(box.y1, height), y0 + 1), x0 : max(min(box.x1, width), x0 + 1)]
    if float(inside.max()) == float(inside.min()):
        return x0 + inside.shape[1] // 2, y0 + inside.shape[0] // 2
    y, x = np.unravel_index(int(inside.argmax()), inside.shape)
    return x0 + int(x), y0 + int(y)


def _log_odds(probability: Map) -> Map:
    """Natural log odds, within ±16."""
    clipped = np.clip(probability.astype(np.float64), 1.2e-7, 1 - 1.2e-7)
    return np.asarray(np.log(clipped / (1 - clipped)), np.float32)


def _window(values: NDArray[np.generic], peak: tuple[int, int]) -> FloatArray:
    """The window around a pixel, float64; at the edge of the board the outermost pixels are repeated."""
    x, y = peak
    rows = np.clip(y + _AXIS, 0, values.shape[0] - 1)
    columns = np.clip(x + _AXIS, 0, values.shape[1] - 1)
    return np.asarray(values[rows[:, None], columns[None, :]], np.float64)


def _of_region(number: int, region: Region) -> Iterable[float]:
    box = region.box
    yield from (float(number), region.distance_max, region.distance_sum, float(region.candidates))
    yield from (float(box.width), float(box.height))


def _of_maps(maps: Mapping[Weighting, Map], peak: tuple[int, int]) -> Iterable[float]:
    for name in (*_EVIDENCE, *_DIFFERENCES):
        if name not in maps:
            yield from [0.0] * (2 * len(_RADII))
            continue
        window = _window(maps[name], peak)
        inside = [window[disc] for disc in _DISCS.values()]
        yield from (float(values.max()) for values in inside)
        yield from (float(values.mean()) for values in inside)


def _of_pixels(pixels: Image, reference: PixelStatistics, peak: tuple[int, int]) -> Iterable[float]:
    """Deviation, spot, texture and reference around a pixel."""
    board, mean = _window(pixels, peak), _window(reference.mean, peak)
    spread = _window(reference.scale, peak)
    z = (board - mean) / spread
    amount = np.abs(z).mean(axis=2)
    for channel in np.moveaxis(_looks(z), 2, 0):
        yield from (float(channel[disc].mean()) for disc in _DISCS.values())
    yield from (float(amount[disc].mean()) for disc in _DISCS.values())
    yield from (float(amount[disc].max()) for disc in _DISCS.values())
    yield from _spot(amount)
    grey, usual = board @ _GREY, mean @ _GREY
    discs = [_DISCS[radius] for radius in _RADII[1:]]
    for of in (_edges, _detail):
        now, normal = of(grey), of(usual)
        yield from (float(np.log2((now[d].mean() + 1) / (normal[d].mean() + 1))) for d in discs)
    yield from (float(np.log2((grey[d].var() + 1) / (usual[d].var() + 1))) for d in discs)
    yield from (float(usual[d].mean()) for d in discs)
    yield from (float(spread[d].mean()) for d in discs)
    edges = _edges(usual)
    yield from (float(np.log2(edges[d].mean() + 1)) for d in discs)


_GREY: Final = np.array([0.299, 0.587, 0.114])


def _looks(values: FloatArray) -> FloatArray:
    """Brightness, redness and yellowness of H×W×3."""
    red, green, blue = values[..., 0], values[..., 1], values[..., 2]
    return np.stack((values @ _GREY, red - green, (red + green) / 2 - blue), axis=2)


def _edges(grey: FloatArray) -> FloatArray:
    return np.asarray(np.gradient(grey, axis=0) ** 2 + np.gradient(grey, axis=1) ** 2, np.float64)


def _detail(grey: FloatArray) -> FloatArray:
    edge = np.pad(grey, 1, mode="edge")
    around = edge[:-2, 1:-1] + edge[2:, 1:-1] + edge[1:-1, :-2] + edge[1:-1, 2:]
    return np.asarray((4 * grey - around) ** 2, np.float64)


def _spot(amount: FloatArray) -> Iterable[float]:
    """Number of strongly deviating pixels within 16 px, and length and width of what they form, in pixels."""
    ys, xs = np.nonzero((amount >= _STRONG) & _DISCS[16])
    if len(xs) < 3:
        return (float(len(xs)), float(len(xs) > 0), float(len(xs) > 0))
    across = np.linalg.eigvalsh(np.cov(np.stack((xs, ys)).astype(np.float64)))
    width, length = (4 * np.sqrt(np.maximum(across, 0.0))).tolist()
    return (float(len(xs)), float(length), float(width))


def _of_parts(box: Box, parts: PartDeviations | None) -> Iterable[float]:
    """Strongest signed deviation of each statistic among the areas of parts that belong to a region, and of any."""
    shared = None if parts is None else shared_areas(box, parts)
    if parts is None or shared is None or not shared.any():
        return [0.0] * (len(STATISTICS) + 1)
    found = parts.deviation[shared].astype(np.float64)
    strongest = found[np.abs(found).argmax(axis=0), np.arange(found.shape[1])]
    return [*(float(v) for v in strongest), float(np.abs(strongest).max())]


def _crops(pixels: Image, reference: PixelStatistics, peak: tuple[int, int]) -> Iterable[float]:
    """Grey levels of board and reference board, and the deviation of the brightness, averaged over cells."""
    side = _CROP_CELLS * _CROP_CELL_PX
    low = _REACH - side // 2
    inside = np.s_[low : low + side, low : low + side]
    board, mean = (_window(of, peak)[inside] @ _GREY for of in (pixels, reference.mean))
    spread = _window(reference.scale, peak)[inside] @ _GREY
    cells = (_CROP_CELLS, _CROP_CELL_PX, _CROP_CELLS, _CROP_CELL_PX)
    for crop in (board, mean, (board - mean) / spread):
        yield from (float(v) for v in crop.reshape(cells).mean(axis=(1, 3)).ravel())
