"""Reasons: how a region differs from normal boards, from the statistics of its part or the spread of its pixels."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.part_statistics import (
    AREAS,
    BRIGHTNESS,
    CONTRAST,
    DIFFERENCE,
    EDGES,
    HIGHLIGHTS,
    MIDDLE,
    REDNESS,
    TEXTURE,
    YELLOWNESS,
    PartDeviations,
)
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.records import Reason, Region
from vqganodip.types import Box, FloatArray, Image, Map

__all__ = ["LEAST_SHARED", "LEAST_SIGMA", "LEAST_SPOT_SIGMA", "MOST_REASONS", "shared_areas", "with_reasons"]

LEAST_SIGMA: Final = 4.5
"""Deviations below this many normal spreads are no reason."""

LEAST_SPOT_SIGMA: Final = 6.0
"""The same for a spot: a board has a million pixels."""

MOST_REASONS: Final = 3

LEAST_SHARED: Final = 0.3
"""An area belongs to a region if they share at least this part of the smaller one."""

_BARE: Final = 0.5
"""The middle of a part looks like the bare board around it if its colour is at most this share of the usual distance
away."""
_LEAST_CONTRAST: Final = 25.0
"""Grey levels by which a part must usually differ from the bare board for that."""
_SAME: Final = 30.0
"""Grey levels within which the usual look of a place counts as that of the bare board."""
_SMOOTH: Final = 0.5
_GLOSSY: Final = 0.02
"""An area where others are glossy is smooth if it has at most this share of its usual contrast, edges or texture;
glossy are those that usually have highlights on this share."""
_SPOT_PX: Final = 3
"""Side in pixels over which a spot is averaged."""
_GREYEST: Final = 0.5
"""A spot is brighter or darker if its grey level changes by at least this share of its colour."""

SPOT: Final = "spot"
ON_BOARD: Final = "board"
"""Places of the reasons of a spot, where a reason of a part has its area: anywhere, or on the bare board."""

_CODES: Final = {
    BRIGHTNESS: ("darker", "brighter"),
    CONTRAST: ("less_contrast", "more_contrast"),
    EDGES: ("weaker_edges", "stronger_edges"),
    TEXTURE: ("less_texture", "more_texture"),
    DIFFERENCE: ("", "different"),
    HIGHLIGHTS: ("fewer_highlights", "more_highlights"),
    REDNESS: ("greener", "redder"),
    YELLOWNESS: ("bluer", "yellower"),
}
_COLOURS: Final = {*_CODES[BRIGHTNESS], *_CODES[REDNESS], *_CODES[YELLOWNESS]}
_LOST: Final = {_CODES[CONTRAST][0], _CODES[EDGES][0], _CODES[TEXTURE][0]}
_GROUPS: Final = ((BRIGHTNESS,), (CONTRAST, EDGES, TEXTURE), (HIGHLIGHTS,), (REDNESS, YELLOWNESS))
"""Groups of statistics; only the most deviating one of a group is a reason."""


def with_reasons(
    regions: Iterable[Region], pixels: Image, reference: PixelStatistics, parts: PartDeviations
) -> tuple[Region, ...]:
    """Return the regions of a board with up to three reasons each.

    A region that touches parts gets the reasons of the part that deviates most within it. Without any, and on the bare
    board, the spot of the region that deviates most in units of the spread of its pixels is a reason.

    Args:
        regions: On the working grid.
        pixels: uint8 H×W×3, the registered board.
        reference: Mean and spread of the pixels of normal boards.
        parts: The parts of the board, compared with those of normal boards.
    """
    return tuple(replace(region, reasons=_reasons(region.box, pixels, reference, parts)) for region in regions)


def _reasons(box: Box, pixels: Image, reference: PixelStatistics, parts: PartDeviations) -> tuple[Reason, ...]:
    found = _of_part(box, parts) or _of_spot(box, pixels, reference, parts)
    rounded = (replace(r, sigma=round(r.sigma, 2), value=round(r.value, 4), usual=round(r.usual, 4)) for r in found)
    return tuple(rounded)[:MOST_REASONS]


@dataclass(frozen=True, slots=True)
class _Entry:
    """A statistic of an area of a part."""

    area: int
    statistic: int
    sigma: float


def _of_part(box: Box, parts: PartDeviations) -> list[Reason]:
    """Reasons of the part that deviates most where it shares a region."""
    shared = shared_areas(box, parts)
    sigmas = np.where(shared[..., None], parts.deviation, 0.0).astype(np.float64)
    sigmas[..., DIFFERENCE] = np.maximum(sigmas[..., DIFFERENCE], 0.0)  # more like the mean than usual is no reason
    highest = np.abs(sigmas).max(axis=(1, 2), initial=0.0)
    part = int(highest.argmax())
    if highest[part] < LEAST_SIGMA:
        return []
    entries = [_highest(sigmas[part], group) for group in _GROUPS]
    entries = sorted((e for e in entries if abs(e.sigma) >= LEAST_SIGMA), key=lambda e: -abs(e.sigma))
    reasons = [_reason(entry, parts, part) for entry in entries]
    missing = _missing(sigmas[part], parts, part)
    if missing is not None:
        reasons = [missing, *(reason for reason in reasons if reason.code not in _COLOURS)]
    elif not any(reason.code in _COLOURS for reason in reasons):
        reasons = [_smooth(reason, parts, part) for reason in reasons]
    different = _highest(sigmas[part], (DIFFERENCE,))
    if different.sigma >= LEAST_SIGMA:
        reasons.append(_reason(different, parts, part))
    return reasons


def shared_areas(box: Box, parts: PartDeviations) -> NDArray[np.bool_]:
    """Areas that belong to a region, bool P×A."""
    x0, y0, x1, y1 = (parts.boxes[..., i] for i in range(4))
    width = np.minimum(x1, box.x1) - np.maximum(x0, box.x0)
    height = np.minimum(y1, box.y1) - np.maximum(y0, box.y0)
    common = np.maximum(width, 0) * np.maximum(height, 0)
    smaller = np.minimum((x1 - x0) * (y1 - y0), box.area)
    return np.asarray(common >= LEAST_SHARED * smaller)


def _highest(sigmas: FloatArray, statistics: tuple[int, ...]) -> _Entry:
    """Return the entry of A×S that deviates most among some statistics."""
    chosen = np.abs(sigmas[:, statistics])
    area, index = np.unravel_index(int(chosen.argmax()), chosen.shape)
    statistic = statistics[int(index)]
    return _Entry(int(area), statistic, float(sigmas[area, statistic]))


def _reason(entry: _Entry, parts: PartDeviations, part: int) -> Reason:
    at = (part, entry.area, entry.statistic)
    value, usual = (_amount(float(of[at]), entry.statistic) for of in (parts.values, parts.usual))
    code = _CODES[entry.statistic][entry.sigma > 0]
    return Reason(code, entry.sigma, AREAS[entry.area], value, usual, box=_box(parts, part, entry.area))


def _box(parts: PartDeviations, part: int, area: int) -> Box:
    return Box(*(int(side) for side in parts.boxes[part, area]))


def _amount(value: float, statistic: int) -> float:
    """Return a statistic as people know it: an amplitude for an energy, a share for its square root."""
    if statistic in (CONTRAST, EDGES, TEXTURE, DIFFERENCE):
        return float(np.sqrt(max(2.0**value - 1.0, 0.0)))
    return value**2 if statistic == HIGHLIGHTS else value


def _missing(sigmas: FloatArray, parts: PartDeviations, part: int) -> Reason | None:
    """The reason that the middle of a part has brightness and colour of the bare board around it."""
    looks = [BRIGHTNESS, REDNESS, YELLOWNESS]
    strongest = max((float(sigmas[MIDDLE, look]) for look in looks), key=abs)
    usual, now = parts.usual[part, MIDDLE, looks], parts.values[part, MIDDLE, looks]
    before, after = (float(np.linalg.norm(colour - parts.around[part])) for colour in (usual, now))
    if abs(strongest) < LEAST_SIGMA or before < _LEAST_CONTRAST or after > _BARE * before:
        return None
    if not _is_bare(parts.around[part], parts):  # a marking on a large body
        return None
    box = _box(parts, part, MIDDLE)
    return Reason("like_bare_board", strongest, AREAS[MIDDLE], float(now[0]), float(usual[0]), box=box)


def _is_bare(look: FloatArray | Map, parts: PartDeviations) -> bool:
    """Return True for brightness, redness and yellowness of the bare board."""
    return float(np.linalg.norm(look - parts.bare)) <= _SAME


def _smooth(reason: Reason, parts: PartDeviations, part: int) -> Reason:
    """Give a loss of detail its likely cause, where the area is glossy on other boards and keeps its colour."""
    glossy = float(parts.usual[part, AREAS.index(reason.area), HIGHLIGHTS]) ** 2 >= _GLOSSY
    lost = reason.code in _LOST and reason.value <= _SMOOTH * reason.usual
    return replace(reason, code="smooth") if glossy and lost else reason


def _of_spot(box: Box, pixels: Image, reference: PixelStatistics, parts: PartDeviations) -> list[Reason]:
    """The spot of a region that deviates most, if it does."""
    import cv2

    height, width = pixels.shape[:2]
    inside = np.s_[max(0, box.y0) : min(height, box.y1), max(0, box.x0) : min(width, box.x1)]
    now, usual, scale = (np.asarray(m[inside], np.float32) for m in (pixels, reference.mean, reference.scale))
    if not now.size:
        return []
    soft: Map = np.asarray(cv2.blur((now - usual) / scale, (_SPOT_PX, _SPOT_PX)), np.float32)
    y, x, channel = (int(i) for i in np.unravel_index(int(np.abs(soft).argmax()), soft.shape))
    sigma = abs(float(soft[y, x, channel]))
    if sigma < LEAST_SPOT_SIGMA:
        return []
    looks = [_look(cv2.blur(picture, (_SPOT_PX, _SPOT_PX))[y, x]) for picture in (now, usual)]
    change = looks[0] - looks[1]
    statistic = BRIGHTNESS
    if abs(change[0]) < _GREYEST * np.abs(change[1:]).max():
        statistic = REDNESS if abs(change[1]) > abs(change[2]) else YELLOWNESS
    look = {BRIGHTNESS: 0, REDNESS: 1, YELLOWNESS: 2}[statistic]
    more = bool(change[look] > 0)
    where = ON_BOARD if _is_bare(looks[1], parts) else SPOT
    value, normal = float(looks[0][look]), float(looks[1][look])
    return [Reason(_CODES[statistic][more], sigma if more else -sigma, where, value, normal)]


def _look(colour: FloatArray | Map) -> FloatArray:
    """Brightness, redness and yellowness of a colour in 8-bit units."""
    red, green, blue = (float(level) for level in colour)
    return np.array([0.299 * red + 0.587 * green + 0.114 * blue, red - green, (red + green) / 2 - blue])
