"""Synthetic anomalies drawn into normal images: training examples that a network must repair or tell from normal.

Each kind is a rough imitation of a defect: something is missing, moved, added, scratched or smeared. None of them is
taken from real defects, so measured detection rates stay honest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.random import Generator

from vqganodip.types import Box, Image, Map

__all__ = ["ANOMALIES", "add_anomalies", "anomalous_patch", "component_boxes", "soft_mask"]

_LEAST_CONTRAST: Final = 28.0
"""CIE L*a*b* distance (8-bit units) from the median colour of the board."""

_BOX_AREA: Final = (36, 8000)
"""Smallest and largest area of a component's box in px."""

_ON_COMPONENTS: Final = 0.65


def soft_mask(h: int, w: int, rng: Generator) -> Map:
    """Draw an irregular spot, float32 h×w in [0, 1]: a rotated ellipse or a box, with a slightly soft edge."""
    mask = np.zeros((h, w), np.float32)
    if rng.random() < 0.5:
        centre = (w / 2.0, h / 2.0)
        axes = (w * rng.uniform(0.6, 0.95), h * rng.uniform(0.6, 0.95))
        cv2.ellipse(mask, (centre, axes, float(rng.uniform(0, 180))), 1.0, -1)
    else:
        mask[1 : h - 1, 1 : w - 1] = 1.0
    return np.asarray(cv2.GaussianBlur(mask, (0, 0), float(rng.uniform(0.4, 1.2))), np.float32)


def _blend(spot: Image, new: Map, mask: Map) -> Image:
    m = mask[..., None]
    mixed = spot * (1.0 - m) + new * m
    return np.asarray(np.clip(np.rint(mixed), 0, 255), np.uint8)


def _paste(spot: Image, image: Image, rng: Generator) -> Image:
    """Paste another part of the board, possibly rotated by a quarter turn."""
    h, w = spot.shape[:2]
    y = int(rng.integers(0, image.shape[0] - h + 1))
    x = int(rng.integers(0, image.shape[1] - w + 1))
    piece = image[y : y + h, x : x + w]
    if rng.random() < 0.5:
        piece = cv2.resize(np.rot90(piece), (w, h), interpolation=cv2.INTER_LINEAR)
    return _blend(spot, piece.astype(np.float32), soft_mask(h, w, rng))


def _shift(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Move and rotate the content of the spot: a shifted component."""
    h, w = spot.shape[:2]
    reach = max(2.0, 0.3 * min(h, w))
    turn = cv2.getRotationMatrix2D((w / 2.0, h / 2.0), float(rng.normal(0, 12)), 1.0)
    turn[:, 2] += rng.uniform(-reach, reach, 2)
    moved = cv2.warpAffine(spot, turn, (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    return _blend(spot, moved.astype(np.float32), soft_mask(h, w, rng))


def _remove(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Fill the spot with the colour of its surroundings: a missing component."""
    h, w = spot.shape[:2]
    edge = np.concatenate((spot[0], spot[-1], spot[:, 0], spot[:, -1])).astype(np.float32)
    colour = np.median(edge, 0) if rng.random() < 0.5 else edge[int(rng.integers(len(edge)))]
    plain = np.broadcast_to(colour, spot.shape) + rng.normal(0, 3, spot.shape)
    return _blend(spot, plain.astype(np.float32), soft_mask(h, w, rng))


def _blob(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Draw a blob of any colour with a highlight: solder, glue, dirt."""
    h, w = spot.shape[:2]
    grey = float(rng.uniform(0, 255))
    colour = np.clip(grey + rng.normal(0, 25, 3), 0, 255)
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    light = ((xx - w * rng.random()) ** 2 + (yy - h * rng.random()) ** 2) / (0.08 * (h * w) + 1.0)
    shade = colour + (np.exp(-light) * rng.uniform(-80, 160))[..., None]
    mask = soft_mask(h, w, rng) * float(rng.uniform(0.5, 1.0))
    return _blend(spot, np.clip(shade, 0, 255).astype(np.float32), mask)


def _scratch(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Draw one or two bent lines across the spot, lighter or darker."""
    h, w = spot.shape[:2]
    mask = np.zeros((h, w), np.float32)
    for _ in range(int(rng.integers(1, 3))):
        points = np.stack((rng.uniform(0, w, 4), rng.uniform(0, h, 4)), 1).astype(np.int32)
        cv2.polylines(mask, [points], False, 1.0, int(rng.integers(1, 3)), cv2.LINE_AA)
    tone = np.broadcast_to(np.clip(rng.uniform(0, 255) + rng.normal(0, 10, 3), 0, 255), spot.shape)
    return _blend(spot, tone.astype(np.float32), mask * float(rng.uniform(0.4, 1.0)))


def _texture(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Vary the brightness from one cluster of pixels to the next: a burn, a smear, residue."""
    h, w = spot.shape[:2]
    coarse = rng.normal(0, 1, (max(2, h // 4), max(2, w // 4))).astype(np.float32)
    noise = cv2.resize(coarse, (w, h), interpolation=cv2.INTER_CUBIC) * float(rng.uniform(15, 60))
    changed = spot.astype(np.float32) + noise[..., None] + float(rng.normal(0, 25))
    return _blend(spot, np.clip(changed, 0, 255), soft_mask(h, w, rng))


def _grow(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Grow or shrink the bright areas of the spot: too much or too little of something."""
    h, w = spot.shape[:2]
    a, b = (int(n) for n in rng.integers(1, 6, 2))
    shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * (a // 2) + 1, 2 * (b // 2) + 1 + 2 * (a < 2)))
    change = cv2.dilate if rng.random() < 0.5 else cv2.erode
    return _blend(spot, change(np.ascontiguousarray(spot), shape).astype(np.float32), soft_mask(h, w, rng))


def _gloss(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Change brightness and tint, possibly as a gradient: another surface or another height."""
    h, w = spot.shape[:2]
    gain = np.exp(rng.normal(0, 0.4) + rng.normal(0, 0.12, 3) * (rng.random() < 0.5))
    ramp = np.exp(rng.normal(0, 0.4) * np.linspace(-1, 1, h)[:, None] + rng.normal(0, 0.4) * np.linspace(-1, 1, w))
    slope = ramp[..., None] if rng.random() < 0.5 else np.float32(1)
    changed = np.float32(spot) * gain * slope + rng.normal(0, 8)
    return _blend(spot, np.clip(changed, 0, 255).astype(np.float32), soft_mask(h, w, rng))


def _nudge(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Shift, rotate or tilt the content of the spot; the area it leaves is inpainted from its surroundings."""
    h, w = spot.shape[:2]
    edge_y, edge_x = max(1, round(0.12 * h)), max(1, round(0.12 * w))
    part = np.zeros((h, w), np.float32)
    part[edge_y : h - edge_y, edge_x : w - edge_x] = 1.0
    bare = cv2.inpaint(np.ascontiguousarray(spot), part.astype(np.uint8), 2, cv2.INPAINT_TELEA).astype(np.float32)
    move = cv2.getRotationMatrix2D((w / 2.0, h / 2.0), float(rng.normal(0, 14)), 1.0)
    if rng.random() < 0.3:  # tilted up on one end: foreshortened along its length
        long, scale = int(h > w), float(rng.uniform(0.4, 0.9))
        move[:, long] *= scale
        move[long, 2] += (1.0 - scale) * (w, h)[long] * float(rng.choice((0.1, 0.9)))
    else:
        move[:, 2] += rng.normal(0, max(1.5, 0.15 * min(h, w)), 2)
    moved = cv2.warpAffine(spot, move, (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    mask = cv2.GaussianBlur(cv2.warpAffine(part, move, (w, h), flags=cv2.INTER_LINEAR), (0, 0), 0.6)[..., None]
    return np.asarray(np.clip(np.rint(bare * (1.0 - mask) + moved * mask), 0, 255), np.uint8)


def _reverse(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Rotate the spot by 180 degrees: wrong polarity."""
    h, w = spot.shape[:2]
    return _blend(spot, spot[::-1, ::-1].astype(np.float32), soft_mask(h, w, rng))


ANOMALIES: Final[dict[str, Callable[[Image, Image, Generator], Image]]] = {
    "paste": _paste,
    "shift": _shift,
    "remove": _remove,
    "blob": _blob,
    "scratch": _scratch,
    "texture": _texture,
    "grow": _grow,
    "gloss": _gloss,
    "nudge": _nudge,
    "reverse": _reverse,
}
"""Kinds of anomalies: functions of the spot, the whole image and a generator that return the changed spot."""


def anomalous_patch(image: Image, box: Box, rng: Generator, kind: str | None = None) -> Image:
    """Return the pixels of ``box`` of an image, uint8 h×w×3, with one anomaly of the given or a random kind."""
    name = kind if kind is not None else str(rng.choice(list(ANOMALIES)))
    return ANOMALIES[name](image[box.y0 : box.y1, box.x0 : box.x1], image, rng)


def component_boxes(mean: Map) -> tuple[Box, ...]:
    """Find boxes that contrast with the background of a board: mostly components, leads and pads.

    Args:
        mean: float32 H×W×3 (0 to 255), the per-pixel mean of normal boards.

    Returns:
        Boxes of compact spots that differ from the median colour, in row-major order; may be empty.
    """
    tint = cv2.cvtColor(np.asarray(np.clip(mean, 0, 255), np.uint8), cv2.COLOR_RGB2LAB).astype(np.float32)
    far = np.linalg.norm(tint - np.median(tint.reshape(-1, 3), 0), axis=2) > _LEAST_CONTRAST
    solid = cv2.morphologyEx(far.astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    _, _, spots, _ = cv2.connectedComponentsWithStats(solid)
    boxes = (Box(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, area in spots[1:] if 2 * area > w * h)
    return tuple(b for b in boxes if _BOX_AREA[0] <= (b.x1 - b.x0) * (b.y1 - b.y0) <= _BOX_AREA[1])


def add_anomalies(
    image: Image,
    rng: Generator,
    count: int,
    sides: tuple[int, int] = (6, 64),
    parts: Sequence[Box] = (),
    kinds: Sequence[str] = (),
) -> Image:
    """Return a copy of a uint8 H×W×3 image with ``count`` anomalies of log-uniform side at random places.

    Args:
        image: The image.
        rng: Draws kinds, places and sizes.
        count: Number of anomalies.
        sides: Shortest and longest side in pixels.
        parts: Boxes of components. Where given, about two of three anomalies fall on one of them, slightly enlarged or
            reduced.
        kinds: Names of :data:`ANOMALIES` to draw from; empty for all.
    """
    out = image.copy()
    height, width = image.shape[:2]
    top = min(sides[1], height // 2, width // 2)
    for _ in range(count):
        if parts and rng.random() < _ON_COMPONENTS:
            box = _near(parts[int(rng.integers(len(parts)))], (height, width), sides[0], rng)
        else:
            h, w = (int(np.clip(np.exp(rng.uniform(np.log(sides[0]), np.log(top))), sides[0], top)) for _ in range(2))
            y, x = int(rng.integers(0, height - h + 1)), int(rng.integers(0, width - w + 1))
            box = Box(x, y, x + w, y + h)
        kind = str(rng.choice(list(kinds))) if kinds else None
        out[box.y0 : box.y1, box.x0 : box.x1] = anomalous_patch(out, box, rng, kind)
    return out


def _near(part: Box, size: tuple[int, int], least: int, rng: Generator) -> Box:
    """Move a component's box by a pixel or two and enlarge each side by up to a third, inside the image."""
    ends = []
    for low, high, limit in ((part.x0, part.x1, size[1]), (part.y0, part.y1, size[0])):
        more = (high - low) * rng.uniform(-0.1, 0.35)
        middle = (low + high) / 2.0 + rng.normal(0, 1.0)
        side = int(np.clip(round(high - low + 2 * more), least, limit))
        start = int(np.clip(round(middle - side / 2), 0, limit - side))
        ends.append((start, start + side))
    (x0, x1), (y0, y1) = ends
    return Box(x0, y0, x1, y1)
