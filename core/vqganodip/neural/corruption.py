"""Synthetic corruption of normal images: what a network must learn to put right, or to tell from normal.

Each kind is a rough stand-in for what happens to boards (something missing, moved, foreign, scratched, smeared). None
of them is drawn from real defects, so that measured detection stays honest.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

import cv2
import numpy as np
from numpy.random import Generator

from vqganodip.types import Box, Image, Map

__all__ = ["CORRUPTIONS", "corrupt", "corrupt_box"]


def _soft_mask(h: int, w: int, rng: Generator) -> Map:
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
    return _blend(spot, piece.astype(np.float32), _soft_mask(h, w, rng))


def _shift(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """The spot moved and turned inside itself: a part out of place."""
    h, w = spot.shape[:2]
    reach = max(2.0, 0.3 * min(h, w))
    turn = cv2.getRotationMatrix2D((w / 2.0, h / 2.0), float(rng.normal(0, 12)), 1.0)
    turn[:, 2] += rng.uniform(-reach, reach, 2)
    moved = cv2.warpAffine(spot, turn, (w, h), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REFLECT_101)
    return _blend(spot, moved.astype(np.float32), _soft_mask(h, w, rng))


def _remove(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Filled with the colour of its surroundings: a part that is missing."""
    h, w = spot.shape[:2]
    edge = np.concatenate((spot[0], spot[-1], spot[:, 0], spot[:, -1])).astype(np.float32)
    colour = np.median(edge, 0) if rng.random() < 0.5 else edge[int(rng.integers(len(edge)))]
    plain = np.broadcast_to(colour, spot.shape) + rng.normal(0, 3, spot.shape)
    return _blend(spot, plain.astype(np.float32), _soft_mask(h, w, rng))


def _foreign(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """A blob of any colour with a highlight: solder, glue, dirt."""
    h, w = spot.shape[:2]
    grey = float(rng.uniform(0, 255))
    colour = np.clip(grey + rng.normal(0, 25, 3), 0, 255)
    yy, xx = np.mgrid[0:h, 0:w].astype(np.float32)
    light = ((xx - w * rng.random()) ** 2 + (yy - h * rng.random()) ** 2) / (0.08 * (h * w) + 1.0)
    shade = colour + (np.exp(-light) * rng.uniform(-80, 160))[..., None]
    mask = _soft_mask(h, w, rng) * float(rng.uniform(0.5, 1.0))
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
    return _blend(spot, np.clip(changed, 0, 255), _soft_mask(h, w, rng))


def _grow(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """What is bright in the spot grows, or shrinks: more or less of something."""
    h, w = spot.shape[:2]
    a, b = (int(n) for n in rng.integers(1, 6, 2))
    shape = cv2.getStructuringElement(cv2.MORPH_ELLIPSE, (2 * (a // 2) + 1, 2 * (b // 2) + 1 + 2 * (a < 2)))
    change = cv2.dilate if rng.random() < 0.5 else cv2.erode
    return _blend(spot, change(np.ascontiguousarray(spot), shape).astype(np.float32), _soft_mask(h, w, rng))


def _gloss(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """Brighter or darker throughout: another surface, another height."""
    h, w = spot.shape[:2]
    changed = spot.astype(np.float32) * float(np.exp(rng.normal(0, 0.4))) + float(rng.normal(0, 8))
    return _blend(spot, np.clip(changed, 0, 255).astype(np.float32), _soft_mask(h, w, rng))


def _turn(spot: Image, image: Image, rng: Generator) -> Image:  # noqa: ARG001
    """The spot turned by half a turn: a part the wrong way round."""
    h, w = spot.shape[:2]
    return _blend(spot, spot[::-1, ::-1].astype(np.float32), _soft_mask(h, w, rng))


CORRUPTIONS: Final[dict[str, Callable[[Image, Image, Generator], Image]]] = {
    "paste": _paste,
    "shift": _shift,
    "remove": _remove,
    "foreign": _foreign,
    "scratch": _scratch,
    "texture": _texture,
    "grow": _grow,
    "gloss": _gloss,
    "turn": _turn,
}


def corrupt_box(image: Image, box: Box, rng: Generator, kind: str | None = None) -> Image:
    """The pixels of ``box`` of an image, uint8 h×w×3, with one corruption of the given or a random kind."""
    name = kind if kind is not None else str(rng.choice(list(CORRUPTIONS)))
    return CORRUPTIONS[name](image[box.y0 : box.y1, box.x0 : box.x1], image, rng)


def corrupt(image: Image, rng: Generator, count: int, sides: tuple[int, int] = (6, 64)) -> Image:
    """A copy of a uint8 H×W×3 image with ``count`` corruptions of log-uniform side at random places."""
    out = image.copy()
    height, width = image.shape[:2]
    top = min(sides[1], height // 2, width // 2)
    for _ in range(count):
        h, w = (int(np.clip(np.exp(rng.uniform(np.log(sides[0]), np.log(top))), sides[0], top)) for _ in range(2))
        y, x = int(rng.integers(0, height - h + 1)), int(rng.integers(0, width - w + 1))
        box = Box(x, y, x + w, y + h)
        out[y : y + h, x : x + w] = corrupt_box(out, box, rng)
    return out
