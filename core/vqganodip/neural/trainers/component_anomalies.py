"""Whole parts of a registered product, found by what varies, and what can happen to one of them.

A part lands a little elsewhere on every board, what is printed on the board does not: the spread of the golden board
shows the outline of each part, whatever its colour. Corruptions of small boxes never take a part as a whole; these do
(decision 030). How a part looks and where it ends is all that is known of it, so that measured detection stays honest.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from vqganodip.types import Box, FloatArray, Image, Map

__all__ = ["MISHAPS", "Component", "find_components", "component_anomaly", "settle"]

_LEVELS: Final = ((1.8, 1), (2.6, 3))
"""Outlines lie where the spread is so many times its median, after closing gaps of so many px: chips, then joints."""

_OPEN: Final = 5
_AREA: Final = 50
_LONGEST: Final = 170
_FILLED: Final = 0.4
_SAME: Final = 0.7
"""A part of a later level is left out when it has so much of its box in common with one of an earlier level."""

_SHIFT_PX: Final = 3.0
_TURN_DEG: Final = 5.0
"""What is less than this a machine that places parts does every day."""

_SETTLED: Final = (0.6, 0.8, 0.04)
"""Normal placing: spread of shift (px), of turn (degrees) and of the logarithm of brightness."""


@dataclass(frozen=True, slots=True, eq=False)
class Component:
    """A part on the grid of the golden board.

    Attributes:
        box: Around it.
        outline: bool h×w, True inside the part.
    """

    box: Box
    outline: NDArray[np.bool_] = field(repr=False)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width)."""
        return self.box.y1 - self.box.y0, self.box.x1 - self.box.x0

    def moved(self, y: int, x: int) -> Component:
        """The part in the pixels of a crop that begins at row y and column x."""
        b = self.box
        return Component(Box(b.x0 - x, b.y0 - y, b.x1 - x, b.y1 - y), self.outline)


def find_components(scale: Map) -> tuple[Component, ...]:
    """The parts of a product.

    Args:
        scale: float32 H×W×3, the spread of its golden board.

    Returns:
        Parts in row-major order of each level; may be empty.
    """
    spread = np.asarray(scale.max(axis=2), np.float32)
    middle = float(np.median(spread))
    found: list[Component] = []
    for times, gap in _LEVELS:
        found += [p for p in _outlined(spread > times * middle, gap) if not any(_alike(p.box, q.box) for q in found)]
    return tuple(found)


def _outlined(edges: NDArray[np.bool_], gap: int) -> list[Component]:
    height, width = edges.shape
    closed = cv2.morphologyEx(edges.astype(np.uint8), cv2.MORPH_CLOSE, np.ones((gap, gap), np.uint8))
    outlines, _ = cv2.findContours(closed, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    solid = np.zeros((height, width), np.uint8)
    cv2.drawContours(solid, outlines, -1, (1,), -1)
    solid = cv2.morphologyEx(solid, cv2.MORPH_OPEN, np.ones((_OPEN, _OPEN), np.uint8)).astype(np.uint8)
    _, numbers, spots, _ = cv2.connectedComponentsWithStats(solid)
    parts = []
    for i, (x, y, w, h, area) in enumerate(spots[1:].tolist(), 1):
        inside = x > 0 and y > 0 and x + w < width and y + h < height
        if inside and area >= _AREA and max(w, h) <= _LONGEST and area >= _FILLED * w * h:
            parts.append(Component(Box(x, y, x + w, y + h), numbers[y : y + h, x : x + w] == i))
    return parts


def _alike(a: Box, b: Box) -> bool:
    width, height = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
    if width <= 0 or height <= 0:
        return False
    both = (a.x1 - a.x0) * (a.y1 - a.y0) + (b.x1 - b.x0) * (b.y1 - b.y0) - width * height
    return width * height > _SAME * both


class _Scene:
    """The surroundings of a part, cut from a crop: the part can be taken out and put back otherwise."""

    def __init__(self, image: Image, part: Component) -> None:
        h, w = part.size
        margin = 6 + max(h, w) // 2
        b, (height, width) = part.box, image.shape[:2]
        y0, x0 = max(0, b.y0 - margin), max(0, b.x0 - margin)
        self.area = np.s_[y0 : min(height, b.y1 + margin), x0 : min(width, b.x1 + margin)]
        self.seen = np.ascontiguousarray(image[self.area])
        self.solid = np.zeros(self.seen.shape[:2], np.uint8)
        self.solid[b.y0 - y0 : b.y1 - y0, b.x0 - x0 : b.x1 - x0] = part.outline
        self.middle = ((b.x0 + b.x1 - 1) / 2.0 - x0, (b.y0 + b.y1 - 1) / 2.0 - y0)

    def bare(self, rng: Generator) -> Map:
        """What may lie under the part: its surroundings, grown inwards."""
        hole = cv2.dilate(self.solid, np.ones((3, 3), np.uint8))
        filled = cv2.inpaint(self.seen, hole, 2, cv2.INPAINT_TELEA).astype(np.float32)
        grain = rng.normal(0, 2.5, filled.shape).astype(np.float32)
        return np.asarray(np.where(hole[..., None] > 0, filled + grain, filled), np.float32)

    def placed(self, look: Map, solid: NDArray[np.uint8], motion: FloatArray, ground: Map) -> Map:
        """A look of the part moved by a 2×3 matrix, on the ground."""
        size = (self.seen.shape[1], self.seen.shape[0])
        moved = cv2.warpAffine(look, motion, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        mask = cv2.warpAffine(solid.astype(np.float32), motion, size, flags=cv2.INTER_LINEAR)
        soft = cv2.GaussianBlur(mask, (0, 0), 0.6)[..., None]
        return np.asarray(ground * (1.0 - soft) + moved * soft, np.float32)

    def into(self, image: Image, values: Map) -> Image:
        """A copy of the crop with these surroundings."""
        out = image.copy()
        out[self.area] = np.clip(np.rint(values), 0, 255).astype(np.uint8)
        return out


def _motion(middle: tuple[float, float], degrees: float, dx: float, dy: float) -> FloatArray:
    motion = cv2.getRotationMatrix2D(middle, degrees, 1.0)
    motion[:, 2] += dx, dy
    return np.asarray(motion, np.float64)


def _log_uniform(rng: Generator, low: float, high: float) -> float:
    return float(np.exp(rng.uniform(np.log(low), np.log(max(high, low * 1.01)))))


def settle(image: Image, part: Component, rng: Generator) -> Image:
    """The part as another normal board might have it: a fraction of a pixel elsewhere, turned or lighter by little."""
    scene = _Scene(image, part)
    shift, turn, tone = _SETTLED
    dx, dy = (float(v) for v in np.clip(rng.normal(0, shift, 2), -1.2, 1.2))
    degrees = float(rng.normal(0, turn * min(1.0, 24.0 / max(part.size))))
    look = scene.seen.astype(np.float32) * float(np.exp(rng.normal(0, tone)))
    return scene.into(image, scene.placed(look, scene.solid, _motion(scene.middle, degrees, dx, dy), scene.bare(rng)))


def _shifted(scene: _Scene, part: Component, rng: Generator) -> Map:
    far, way = _log_uniform(rng, _SHIFT_PX, 0.8 * min(part.size)), rng.uniform(0, 2 * np.pi)
    motion = _motion(scene.middle, float(rng.normal(0, 2)), far * float(np.cos(way)), far * float(np.sin(way)))
    return scene.placed(scene.seen.astype(np.float32), scene.solid, motion, scene.bare(rng))


def _turned(scene: _Scene, part: Component, rng: Generator) -> Map:
    degrees = _log_uniform(rng, _TURN_DEG, 60.0) * float(rng.choice((-1.0, 1.0)))
    dx, dy = rng.normal(0, 0.7, 2)
    body = scene.solid
    if rng.random() < 0.5:  # its ends stay behind: what it was fixed to
        ends = 1 - 2 * int(part.size[0] > part.size[1])
        shrunk = max(3, round(0.2 * max(part.size))) | 1
        body = cv2.erode(scene.solid, np.ones((1, shrunk) if ends > 0 else (shrunk, 1), np.uint8))
    ground = scene.bare(rng) if body is scene.solid else scene.seen.astype(np.float32)
    return scene.placed(
        scene.seen.astype(np.float32), body, _motion(scene.middle, degrees, float(dx), float(dy)), ground
    )


def _standing(scene: _Scene, part: Component, rng: Generator) -> Map:
    """On one of its ends, seen shorter; in another light, and with the face of the raised end in view."""
    h, w = part.size
    across, length = int(h > w), max(h, w)
    angle = np.deg2rad(rng.uniform(12.0, 85.0))
    scale, end = float(max(np.cos(angle), 0.12)), float(rng.choice((-1.0, 1.0)))
    motion = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    pivot = scene.middle[across] + end * length / 2.0
    motion[across, across], motion[across, 2] = scale, (1.0 - scale) * pivot
    rows, columns = np.indices(scene.solid.shape, np.float32)
    along = (rows if across else columns) - np.float32(scene.middle[across])
    light = np.exp(rng.normal(0, 0.25) + rng.normal(0, 0.3) * along / length)[..., None]
    look = scene.seen.astype(np.float32) * light.astype(np.float32)
    values = scene.placed(look, scene.solid, motion, scene.bare(rng))
    if rng.random() < 0.7:
        top = pivot - end * length * scale
        thick = float(rng.uniform(0.1, 0.5)) * min(h, w) * float(np.sin(angle)) + 1.0
        inside = (rows if across else columns) - np.float32(top)
        other = (columns if across else rows) - np.float32(scene.middle[1 - across])
        face = ((inside * -end > -0.5) & (inside * -end < thick) & (np.abs(other) < min(h, w) / 2.0)).astype(np.float32)
        soft = cv2.GaussianBlur(face, (0, 0), 0.6)[..., None]
        values = values * (1.0 - soft) + soft * np.float32(rng.uniform(20, 230))
    return np.asarray(values, np.float32)


def _removed(scene: _Scene, part: Component, rng: Generator) -> Map:  # noqa: ARG001
    return scene.bare(rng)


def _reversed(scene: _Scene, part: Component, rng: Generator) -> Map:  # noqa: ARG001
    motion = _motion(scene.middle, 180.0, *(float(v) for v in rng.normal(0, 0.5, 2)))
    return scene.placed(scene.seen.astype(np.float32), scene.solid, motion, scene.seen.astype(np.float32))


def _ends(scene: _Scene, part: Component, rng: Generator) -> Map:
    """An end or a side of the part, where it is fixed, in another light, smoother, or without what was on it."""
    h, w = part.size
    across, side = int(rng.random() < (0.8 if h > w else 0.2)), float(rng.choice((-1.0, 1.0)))
    rows, columns = np.indices(scene.solid.shape, np.float32)
    along = (rows if across else columns) - np.float32(scene.middle[across])
    reach = (h, w)[1 - across] / 2.0
    share = float(rng.uniform(0.2, 0.6))
    chosen = ((along * side > reach * (1.0 - share)) & (scene.solid > 0)).astype(np.float32)
    seen = scene.seen.astype(np.float32)
    kind = rng.random()
    if kind < 0.4:
        changed = seen * np.float32(np.exp(rng.normal(-0.2, 0.4))) + np.float32(rng.normal(0, 6))
    elif kind < 0.7:
        ahead = cv2.GaussianBlur(seen, (0, 0), float(rng.uniform(1.0, 3.0)))
        changed = ahead * np.float32(np.exp(rng.normal(-0.1, 0.3)))
    else:
        changed = seen + (scene.bare(rng) - seen) * np.float32(rng.uniform(0.5, 1.0))
    soft = cv2.GaussianBlur(chosen, (0, 0), 0.7)[..., None]
    return np.asarray(seen * (1.0 - soft) + changed * soft, np.float32)


MISHAPS: Final = {
    "shifted": _shifted,
    "turned": _turned,
    "standing": _standing,
    "removed": _removed,
    "reversed": _reversed,
    "ends": _ends,
}
"""What can happen to a part, besides another one in its place; by chances in :data:`_CHANCES`."""

_CHANCES: Final = {"shifted": 0.1, "turned": 0.2, "standing": 0.2, "removed": 0.08, "reversed": 0.1, "ends": 0.17}
_EXCHANGED: Final = 1.0 - sum(_CHANCES.values())


def component_anomaly(
    image: Image, part: Component, rng: Generator, board: Image, others: Sequence[Component], kind: str | None = None
) -> Image:
    """A copy of a crop in which something happened to a whole part.

    Args:
        image: uint8 H×W×3, the crop.
        part: In the crop's pixels.
        rng: Draws kind and strength.
        board: uint8, a whole board that another part can be taken from.
        others: The parts of that board.
        kind: A name of :data:`MISHAPS` or ``exchanged``; None draws one.
    """
    names = [*_CHANCES, "exchanged"]
    name = kind or str(rng.choice(names, p=[*_CHANCES.values(), _EXCHANGED]))
    scene = _Scene(image, part)
    if name == "exchanged":
        return scene.into(image, _exchanged(scene, part, rng, board, others))
    return scene.into(image, MISHAPS[name](scene, part, rng))


def _exchanged(scene: _Scene, part: Component, rng: Generator, board: Image, others: Sequence[Component]) -> Map:
    """Another part in its place, of about its size, turned to lie as it lay."""
    h, w = part.size
    fits = [p for p in others if 0.4 < (p.size[0] * p.size[1]) / (h * w) < 2.5]
    donor = fits[int(rng.integers(len(fits)))] if fits else part
    b = donor.box
    look, solid = board[b.y0 : b.y1, b.x0 : b.x1], donor.outline.astype(np.uint8)
    if (look.shape[0] > look.shape[1]) != (h > w):
        look, solid = np.rot90(look), np.rot90(solid)
    if rng.random() < 0.5:
        look, solid = look[::-1, ::-1], solid[::-1, ::-1]
    lit = look.astype(np.float32) * float(np.exp(rng.normal(0, 0.05)))
    tall, wide = (round(n + (m - n) * rng.uniform(0.5, 1.0)) for n, m in zip(look.shape[:2], (h, w), strict=True))
    fitted = cv2.resize(lit, (wide, tall), interpolation=cv2.INTER_LINEAR)
    outline = cv2.resize(np.ascontiguousarray(solid), (wide, tall), interpolation=cv2.INTER_NEAREST)
    motion = np.array([[1.0, 0.0, scene.middle[0] - (wide - 1) / 2.0], [0.0, 1.0, scene.middle[1] - (tall - 1) / 2.0]])
    motion[:, 2] += rng.normal(0, 0.7, 2)
    return scene.placed(fitted, outline, motion, scene.bare(rng))
