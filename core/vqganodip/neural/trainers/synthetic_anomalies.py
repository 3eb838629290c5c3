"""Synthetic corruption of normal images: what a network must learn to put right, or to tell from normal.

Each kind is a rough stand-in for what happens to boards (something missing, moved, foreign, scratched, smeared). None
of them is drawn from real defects, so that measured detection stays honest.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

import cv2
import numpy as np
from numpy.random import Generator

from vqganodip.types import Box, Image, Map

__all__ = ["CORRUPTIONS", "corrupt", "corrupt_box", "part_boxes", "soft_mask"]

_STANDS_OUT: Final = 28.0
"""CIE L*a*b* distance (8-bit units) from the median colour of the board."""

_PART: Final = (36, 8000)
"""Area of a part's box in px."""

_ON_PARTS: Final = 0.65


def soft_mask(h: int, w: int, rng: Generator) -> Map:
    """An irregular spot, float32 h×w in [0, 1]: a turned ellipse or a box whose edge is a little soft."""
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
    """Something from elsewhere on the board, turned by quarters and mirrored."""
    h, w = spot.shape[:2]
    y = int(rng.integers(0, image.shape[0] - h + 1))
    x = int(rng.integers(0, image.shape[1] - w + 1))
    piece = image[y : y + h, x : x + w]
    if rng.random() < 0.5:
        piece = cv2.resize(np.rot90(piece), (w, h), interpolation=cv2.INTER_LINEAR)
    return _blend(spot, piece.astype(np.float32), soft_mask(h, w, rng))


def _shift(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """The spot moved and turned inside itself: a part out of place."""
    h, w = spot.shape[:2]
    reach = max(2.0, 0.3 * min(h, w))
    turn = cv2.getRotationMatrix2D((w / 2.0, h / 2.0), float(rng.normal(0, 12)), 1.0)
    turn[:, 2] += rng.uniform(-reach, reach, 2)
    moved = cv2.warpAffine(spot, turn, (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    return _blend(spot, moved.astype(np.float32), soft_mask(h, w, rng))


def _remove(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Filled with the colour of its surroundings: a part that is missing."""
    h, w = spot.shape[:2]
    edge = np.concatenate((spot[0], spot[-1], spot[:, 0], spot[:, -1])).astype(np.float32)
    colour = np.median(edge, 0) if rng.random() < 0.5 else edge[int(rng.integers(len(edge)))]
    plain = np.broadcast_to(colour, spot.shape) + rng.normal(0, 3, spot.shape)
    return _blend(spot, plain.astype(np.float32), soft_mask(h, w, rng))


def _foreign(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """A blob of any colour with a highlight: solder, glue, dirt."""
    h, w = spot.shape[:2]
    grey = float(rng.uniform(0, 255))
    colour = np.clip(grey + rng.normal(0, 25, 3), 0, 255)
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    light = ((xx - w * rng.random()) ** 2 + (yy - h * rng.random()) ** 2) / (0.08 * (h * w) + 1.0)
    shade = colour + (np.exp(-light) * rng.uniform(-80, 160))[..., None]
    mask = soft_mask(h, w, rng) * float(rng.uniform(0.5, 1.0))
    return _blend(spot, np.clip(shade, 0, 255).astype(np.float32), mask)


def _scratch(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """One or two bent lines across the spot, lighter or darker."""
    h, w = spot.shape[:2]
    mask = np.zeros((h, w), np.float32)
    for _ in range(int(rng.integers(1, 3))):
        points = np.stack((rng.uniform(0, w, 4), rng.uniform(0, h, 4)), 1).astype(np.int32)
        cv2.polylines(mask, [points], False, 1.0, int(rng.integers(1, 3)), cv2.LINE_AA)
    tone = np.broadcast_to(np.clip(rng.uniform(0, 255) + rng.normal(0, 10, 3), 0, 255), spot.shape)
    return _blend(spot, tone.astype(np.float32), mask * float(rng.uniform(0.4, 1.0)))


def _texture(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Brightness that varies from pixel cluster to pixel cluster: a burn, a smear, residue."""
    h, w = spot.shape[:2]
    coarse = rng.normal(0, 1, (max(2, h // 4), max(2, w // 4))).astype(np.float32)
    noise = cv2.resize(coarse, (w, h), interpolation=cv2.INTER_CUBIC) * float(rng.uniform(15, 60))
    changed = spot.astype(np.float32) + noise[..., None] + float(rng.normal(0, 25))
    return _blend(spot, np.clip(changed, 0, 255), soft_mask(h, w, rng))


def _grow(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """What is bright in the spot grows, or shrinks: more or less of something."""
    h, w = spot.shape[:2]
    a, b = (int(n) for n in rng.integers(1, 6, 2))
    shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * (a // 2) + 1, 2 * (b // 2) + 1 + 2 * (a < 2)))
    change = cv2.dilate if rng.random() < 0.5 else cv2.erode
    return _blend(spot, change(np.ascontiguousarray(spot), shape).astype(np.float32), soft_mask(h, w, rng))


def _gloss(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Brighter or darker, of another tint, or more so at one end: another surface, another height."""
    h, w = spot.shape[:2]
    gain = np.exp(rng.normal(0, 0.4) + rng.normal(0, 0.12, 3) * (rng.random() < 0.5))
    ramp = np.exp(rng.normal(0, 0.4) * np.linspace(-1, 1, h)[:, None] + rng.normal(0, 0.4) * np.linspace(-1, 1, w))
    slope = ramp[..., None] if rng.random() < 0.5 else np.float32(1)
    changed = np.float32(spot) * gain * slope + rng.normal(0, 8)
    return _blend(spot, np.clip(changed, 0, 255).astype(np.float32), soft_mask(h, w, rng))


def _nudge(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """What fills the spot lies a little elsewhere, turned, or stands up; where it was shows what is around it."""
    h, w = spot.shape[:2]
    edge_y, edge_x = max(1, round(0.12 * h)), max(1, round(0.12 * w))
    part = np.zeros((h, w), np.float32)
    part[edge_y : h - edge_y, edge_x : w - edge_x] = 1.0
    bare = cv2.inpaint(np.ascontiguousarray(spot), part.astype(np.uint8), 2, cv2.INPAINT_TELEA).astype(np.float32)
    move = cv2.getRotationMatrix2D((w / 2.0, h / 2.0), float(rng.normal(0, 14)), 1.0)
    if rng.random() < 0.3:  # standing up: seen shorter along its length, on one of its ends
        long, scale = int(h > w), float(rng.uniform(0.4, 0.9))
        move[:, long] *= scale
        move[long, 2] += (1.0 - scale) * (w, h)[long] * float(rng.choice((0.1, 0.9)))
    else:
        move[:, 2] += rng.normal(0, max(1.5, 0.15 * min(h, w)), 2)
    moved = cv2.warpAffine(spot, move, (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    mask = cv2.GaussianBlur(cv2.warpAffine(part, move, (w, h), flags=cv2.INTER_LINEAR), (0, 0), 0.6)[..., None]
    return np.asarray(np.clip(np.rint(bare * (1.0 - mask) + moved * mask), 0, 255), np.uint8)


def _turn(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """The spot turned by half a turn: a part the wrong way round."""
    h, w = spot.shape[:2]
    return _blend(spot, spot[::-1, ::-1].astype(np.float32), soft_mask(h, w, rng))


CORRUPTIONS: Final[dict[str, Callable[[Image, Image, Generator], Image]]] = {
    "paste": _paste,
    "shift": _shift,
    "remove": _remove,
    "foreign": _foreign,
    "scratch": _scratch,
    "texture": _texture,
    "grow": _grow,
    "gloss": _gloss,
    "nudge": _nudge,
    "turn": _turn,
}


def corrupt_box(image: Image, box: Box, rng: Generator, kind: str | None = None) -> Image:
    """The pixels of ``box`` of an image, uint8 h×w×3, with one corruption of the given or a random kind."""
    name = kind if kind is not None else str(rng.choice(list(CORRUPTIONS)))
    return CORRUPTIONS[name](image[box.y0 : box.y1, box.x0 : box.x1], image, rng)


def part_boxes(mean: Map) -> tuple[Box, ...]:
    """Boxes of what stands out from the ground of a board: parts, leads and pads, mostly.

    Args:
        mean: float32 H×W×3 (0 to 255), the golden board.

    Returns:
        Boxes of compact spots that differ from the median colour, in row-major order; may be empty.
    """
    tint = cv2.cvtColor(np.asarray(np.clip(mean, 0, 255), np.uint8), cv2.COLOR_RGB2LAB).astype(np.float32)
    far = np.linalg.norm(tint - np.median(tint.reshape(-1, 3), 0), axis=2) > _STANDS_OUT
    solid = cv2.morphologyEx(far.astype(np.uint8), cv2.MORPH_OPEN, np.ones((5, 5), np.uint8))
    _, _, spots, _ = cv2.connectedComponentsWithStats(solid)
    boxes = (Box(int(x), int(y), int(x + w), int(y + h)) for x, y, w, h, area in spots[1:] if 2 * area > w * h)
    return tuple(b for b in boxes if _PART[0] <= (b.x1 - b.x0) * (b.y1 - b.y0) <= _PART[1])


def corrupt(
    image: Image,
    rng: Generator,
    count: int,
    sides: tuple[int, int] = (6, 64),
    parts: Sequence[Box] = (),
    kinds: Sequence[str] = (),
) -> Image:
    """A copy of a uint8 H×W×3 image with ``count`` corruptions of log-uniform side at random places.

    Where boxes of parts are given, about two of three corruptions fall on one of them, a little larger or smaller.
    Where kinds are named, they are of these kinds only.
    """
    out = image.copy()
    height, width = image.shape[:2]
    top = min(sides[1], height // 2, width // 2)
    for _ in range(count):
        if parts and rng.random() < _ON_PARTS:
            box = _near(parts[int(rng.integers(len(parts)))], (height, width), sides[0], rng)
        else:
            h, w = (int(np.clip(np.exp(rng.uniform(np.log(sides[0]), np.log(top))), sides[0], top)) for _ in range(2))
            y, x = int(rng.integers(0, height - h + 1)), int(rng.integers(0, width - w + 1))
            box = Box(x, y, x + w, y + h)
        kind = str(rng.choice(list(kinds))) if kinds else None
        out[box.y0 : box.y1, box.x0 : box.x1] = corrupt_box(out, box, rng, kind)
    return out


def _near(part: Box, size: tuple[int, int], least: int, rng: Generator) -> Box:
    """The box of a part, moved by a pixel or two, up to a third larger on each side, inside the image."""
    ends = []
    for low, high, limit in ((part.x0, part.x1, size[1]), (part.y0, part.y1, size[0])):
        more = (high - low) * rng.uniform(-0.1, 0.35)
        middle = (low + high) / 2.0 + rng.normal(0, 1.0)
        side = int(np.clip(round(high - low + 2 * more), least, limit))
        start = int(np.clip(round(middle - side / 2), 0, limit - side))
        ends.append((start, start + side))
    (x0, x1), (y0, y1) = ends
    return Box(x0, y0, x1, y1)
