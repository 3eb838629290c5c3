"""Evidence of the parts on the picture: places where normal boards vary from board to board.

Parts are placed within tolerances and printed by lots, so normal boards vary more at them than on the bare board.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from vqganodip.placement.laid_parts import LaidPart
from vqganodip.types import Box, FloatArray, Map

__all__ = ["Compared", "compare", "support"]

_VARIES: Final = 2.0
"""A part is seen where the spread at its edges, its highest 3 %, is at least this many times that of the board."""

_STANDS_OUT: Final = 3.0
_LEAST_MM2: Final = 1.0
_MARGIN_MM: Final = 0.6
_LOGS: Final = (-1.0, 2.0)


@dataclass(frozen=True, slots=True)
class Compared:
    """A placement compared with the spread of normal boards.

    Attributes:
        unseen: Fitted parts at whose place normal boards vary no more than the bare board: parts without picture.
        outside: Parts whose centre is outside the picture.
        unlisted: Places of a square millimetre or more that vary like parts but belong to no part of the list, largest
            first: pictures without part, such as parts without a name, labels and prints.
    """

    unseen: tuple[LaidPart, ...]
    outside: tuple[LaidPart, ...]
    unlisted: tuple[Box, ...]


def compare(parts: Sequence[LaidPart], spread: Map, px_per_mm: float) -> Compared:
    """Compare parts on the picture with what varies there.

    Args:
        parts: Parts on the picture; fiducials do not vary and are left out.
        spread: float32 h×w, standard deviation of normal boards at each place, above zero.
        px_per_mm: Pixels per millimetre.
    """
    import cv2

    height, width = spread.shape
    inside = [p for p in parts if 0 <= p.x < width and 0 <= p.y < height]
    fitted = [p for p in inside if p.part.fitted and not p.part.fiducial]
    outside = tuple(p for p in parts if not (0 <= p.x < width and 0 <= p.y < height))
    if not fitted:
        return Compared((), outside, ())
    area = _board(fitted, spread.shape)
    level = float(np.median(spread[area.y0 : area.y1, area.x0 : area.x1]))
    unseen = tuple(p for p in fitted if _upper(spread, p.box) < _VARIES * level)
    standing = (spread > _STANDS_OUT * level).astype(np.uint8)
    reach = max(1, round(0.3 * px_per_mm))
    standing = cv2.morphologyEx(standing, cv2.MORPH_CLOSE, np.ones((2 * reach + 1, 2 * reach + 1), np.uint8))
    listed = np.zeros_like(standing)
    for part in inside:
        cv2.fillConvexPoly(listed, np.rint(np.array(part.corners)).astype(np.int32), 1)
    margin = max(1, round(_MARGIN_MM * px_per_mm))
    listed = cv2.dilate(listed, np.ones((2 * margin + 1, 2 * margin + 1), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(standing, connectivity=8)
    named = np.isin(np.arange(count), np.unique(labels[listed > 0]))
    boxes = []
    for number, (x, y, w, h, pixels) in enumerate(stats):
        box = Box(int(x), int(y), int(x + w), int(y + h))
        if number == 0 or named[number]:
            continue
        if pixels >= _LEAST_MM2 * px_per_mm**2 and min(w, h) >= 0.5 * px_per_mm and _within(box, area):
            boxes.append((int(pixels), box))
    return Compared(unseen, outside, tuple(box for _, box in sorted(boxes, key=lambda one: (-one[0], one[1]))))


def support(places: FloatArray, spread: Map) -> FloatArray:
    """Measure how far places vary beyond the whole picture: mean logarithm of the spread over its median.

    Args:
        places: float64 …×N×2, pixels of the centres of N parts under each hypothesis.
        spread: float32 h×w, above zero.

    Returns:
        float64 …, about 0 for places at random; places outside the picture count as the least.
    """
    import cv2

    logs = np.clip(np.log(spread / np.median(spread)), *_LOGS).astype(np.float32)
    logs = cv2.blur(logs, (5, 5))
    x, y = np.rint(places[..., 0]).astype(int), np.rint(places[..., 1]).astype(int)
    height, width = spread.shape
    inside = (x >= 0) & (x < width) & (y >= 0) & (y < height)
    values = np.where(inside, logs[np.clip(y, 0, height - 1), np.clip(x, 0, width - 1)], _LOGS[0])
    return np.asarray(values.mean(axis=-1) - logs.mean(), np.float64)


def _board(parts: Sequence[LaidPart], shape: tuple[int, ...]) -> Box:
    boxes = [part.box for part in parts]
    whole = boxes[0]
    for box in boxes[1:]:
        whole = whole.union(box)
    return Box(max(whole.x0, 0), max(whole.y0, 0), min(whole.x1, shape[1]), min(whole.y1, shape[0]))


def _within(box: Box, area: Box) -> bool:
    return area.x0 <= box.x0 and area.y0 <= box.y0 and box.x1 <= area.x1 and box.y1 <= area.y1


def _upper(spread: Map, box: Box) -> float:
    cut = spread[max(box.y0, 0) : max(box.y1, 1), max(box.x0, 0) : max(box.x1, 1)]
    return float(np.quantile(cut, 0.97)) if cut.size else 0.0
