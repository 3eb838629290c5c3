"""Synthetic anomalies of whole components.

Anomalies of small boxes never cover a component as a whole; these do (decision 030). Only outline and appearance of a
component are used, so measured detection rates stay honest.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import cv2
import numpy as np
from numpy.random import Generator
from numpy.typing import NDArray

from vqganodip.detection.components import Component
from vqganodip.types import FloatArray, Image, Map

__all__ = [
    "COMPONENT_ANOMALIES",
    "WRONG_COMPONENT",
    "component_anomaly",
    "jitter_component",
]

_SHIFT_PX: Final = 3.0
_ROTATION_DEG: Final = 5.0
"""Smallest shift and rotation of an anomaly; less is normal for a placement machine."""

_JITTER: Final = (0.6, 0.8, 0.04)
"""Normal placement: standard deviations of shift (px), rotation (degrees) and logarithm of brightness."""


class _Cutout:
    """A component with its surroundings, cut from a crop, to be removed and drawn again in another way."""

    def __init__(self, image: Image, part: Component) -> None:
        h, w = part.size
        margin = 6 + max(h, w) // 2
        b, (height, width) = part.box, image.shape[:2]
        y0, x0 = max(0, b.y0 - margin), max(0, b.x0 - margin)
        self.area = np.s_[y0 : min(height, b.y1 + margin), x0 : min(width, b.x1 + margin)]
        self.pixels = np.ascontiguousarray(image[self.area])
        self.mask = np.zeros(self.pixels.shape[:2], np.uint8)
        self.mask[b.y0 - y0 : b.y1 - y0, b.x0 - x0 : b.x1 - x0] = part.outline
        self.centre = ((b.x0 + b.x1 - 1) / 2.0 - x0, (b.y0 + b.y1 - 1) / 2.0 - y0)

    def background(self, rng: Generator) -> Map:
        """The pixels with the component inpainted from its surroundings."""
        hole = cv2.dilate(self.mask, np.ones((3, 3), np.uint8))
        inpainted = cv2.inpaint(self.pixels, hole, 2, cv2.INPAINT_TELEA).astype(np.float32)
        grain = rng.normal(0, 2.5, inpainted.shape).astype(np.float32)
        return np.asarray(np.where(hole[..., None] > 0, inpainted + grain, inpainted), np.float32)

    def composite(self, pixels: Map, mask: NDArray[np.uint8], motion: FloatArray, background: Map) -> Map:
        """Draw the masked pixels, moved by a 2×3 matrix, over a background."""
        size = (self.pixels.shape[1], self.pixels.shape[0])
        moved = cv2.warpAffine(pixels, motion, size, flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REPLICATE)
        cover = cv2.warpAffine(mask.astype(np.float32), motion, size, flags=cv2.INTER_LINEAR)
        soft = cv2.GaussianBlur(cover, (0, 0), 0.6)[..., None]
        return np.asarray(background * (1.0 - soft) + moved * soft, np.float32)

    def pasted(self, image: Image, values: Map) -> Image:
        """A copy of the crop with these values in place of the cutout."""
        out = image.copy()
        out[self.area] = np.clip(np.rint(values), 0, 255).astype(np.uint8)
        return out


def _motion(centre: tuple[float, float], degrees: float, dx: float, dy: float) -> FloatArray:
    motion = cv2.getRotationMatrix2D(centre, degrees, 1.0)
    motion[:, 2] += dx, dy
    return np.asarray(motion, np.float64)


def _log_uniform(rng: Generator, low: float, high: float) -> float:
    return float(np.exp(rng.uniform(np.log(low), np.log(max(high, low * 1.01)))))


def jitter_component(image: Image, part: Component, rng: Generator) -> Image:
    """Draw a component as another normal board might show it: slightly shifted, rotated, and lighter or darker."""
    cutout = _Cutout(image, part)
    shift, rotation, tone = _JITTER
    dx, dy = (float(v) for v in np.clip(rng.normal(0, shift, 2), -1.2, 1.2))
    degrees = float(rng.normal(0, rotation * min(1.0, 24.0 / max(part.size))))
    pixels = cutout.pixels.astype(np.float32) * float(np.exp(rng.normal(0, tone)))
    motion = _motion(cutout.centre, degrees, dx, dy)
    return cutout.pasted(image, cutout.composite(pixels, cutout.mask, motion, cutout.background(rng)))


def _shifted(cutout: _Cutout, part: Component, rng: Generator) -> Map:
    distance, direction = _log_uniform(rng, _SHIFT_PX, 0.8 * min(part.size)), rng.uniform(0, 2 * np.pi)
    dx, dy = distance * float(np.cos(direction)), distance * float(np.sin(direction))
    motion = _motion(cutout.centre, float(rng.normal(0, 2)), dx, dy)
    return cutout.composite(cutout.pixels.astype(np.float32), cutout.mask, motion, cutout.background(rng))


def _rotated(cutout: _Cutout, part: Component, rng: Generator) -> Map:
    degrees = _log_uniform(rng, _ROTATION_DEG, 60.0) * float(rng.choice((-1.0, 1.0)))
    dx, dy = rng.normal(0, 0.7, 2)
    body = cutout.mask
    if rng.random() < 0.5:  # the joints stay in place
        ends = 1 - 2 * int(part.size[0] > part.size[1])
        shrunk = max(3, round(0.2 * max(part.size))) | 1
        body = cv2.erode(cutout.mask, np.ones((1, shrunk) if ends > 0 else (shrunk, 1), np.uint8))
    pixels = cutout.pixels.astype(np.float32)
    background = cutout.background(rng) if body is cutout.mask else pixels
    return cutout.composite(pixels, body, _motion(cutout.centre, degrees, float(dx), float(dy)), background)


def _tombstoned(cutout: _Cutout, part: Component, rng: Generator) -> Map:
    """Foreshorten the component as if it stood on one end, in other light, with the raised end's face in view."""
    h, w = part.size
    across, length = int(h > w), max(h, w)
    angle = np.deg2rad(rng.uniform(12.0, 85.0))
    scale, end = float(max(np.cos(angle), 0.12)), float(rng.choice((-1.0, 1.0)))
    motion = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])
    pivot = cutout.centre[across] + end * length / 2.0
    motion[across, across], motion[across, 2] = scale, (1.0 - scale) * pivot
    rows, columns = np.indices(cutout.mask.shape, np.float32)
    along = (rows if across else columns) - np.float32(cutout.centre[across])
    light = np.exp(rng.normal(0, 0.25) + rng.normal(0, 0.3) * along / length)[..., None]
    pixels = cutout.pixels.astype(np.float32) * light.astype(np.float32)
    values = cutout.composite(pixels, cutout.mask, motion, cutout.background(rng))
    if rng.random() < 0.7:
        top = pivot - end * length * scale
        thick = float(rng.uniform(0.1, 0.5)) * min(h, w) * float(np.sin(angle)) + 1.0
        inside = (rows if across else columns) - np.float32(top)
        other = (columns if across else rows) - np.float32(cutout.centre[1 - across])
        face = ((inside * -end > -0.5) & (inside * -end < thick) & (np.abs(other) < min(h, w) / 2.0)).astype(np.float32)
        soft = cv2.GaussianBlur(face, (0, 0), 0.6)[..., None]
        values = values * (1.0 - soft) + soft * np.float32(rng.uniform(20, 230))
    return np.asarray(values, np.float32)


def _missing(cutout: _Cutout, part: Component, rng: Generator) -> Map:  # noqa: ARG001
    return cutout.background(rng)


def _wrong_polarity(cutout: _Cutout, part: Component, rng: Generator) -> Map:  # noqa: ARG001
    motion = _motion(cutout.centre, 180.0, *(float(v) for v in rng.normal(0, 0.5, 2)))
    pixels = cutout.pixels.astype(np.float32)
    return cutout.composite(pixels, cutout.mask, motion, pixels)


def _bad_joint(cutout: _Cutout, part: Component, rng: Generator) -> Map:
    """Change an end or a side of the component, where its joints are: other light, smoothed, or partly removed."""
    h, w = part.size
    across, side = int(rng.random() < (0.8 if h > w else 0.2)), float(rng.choice((-1.0, 1.0)))
    rows, columns = np.indices(cutout.mask.shape, np.float32)
    along = (rows if across else columns) - np.float32(cutout.centre[across])
    reach = (h, w)[1 - across] / 2.0
    share = float(rng.uniform(0.2, 0.6))
    joint = ((along * side > reach * (1.0 - share)) & (cutout.mask > 0)).astype(np.float32)
    pixels = cutout.pixels.astype(np.float32)
    kind = rng.random()
    if kind < 0.4:
        changed = pixels * np.float32(np.exp(rng.normal(-0.2, 0.4))) + np.float32(rng.normal(0, 6))
    elif kind < 0.7:
        smooth = cv2.GaussianBlur(pixels, (0, 0), float(rng.uniform(1.0, 3.0)))
        changed = smooth * np.float32(np.exp(rng.normal(-0.1, 0.3)))
    else:
        changed = pixels + (cutout.background(rng) - pixels) * np.float32(rng.uniform(0.5, 1.0))
    soft = cv2.GaussianBlur(joint, (0, 0), 0.7)[..., None]
    return np.asarray(pixels * (1.0 - soft) + changed * soft, np.float32)


COMPONENT_ANOMALIES: Final = {
    "shifted": _shifted,
    "rotated": _rotated,
    "tombstoned": _tombstoned,
    "missing": _missing,
    "wrong_polarity": _wrong_polarity,
    "bad_joint": _bad_joint,
}
"""Kinds of component anomalies, except :data:`WRONG_COMPONENT`, which needs another component."""

WRONG_COMPONENT: Final = "wrong_component"

_PROBABILITIES: Final = {
    "shifted": 0.1,
    "rotated": 0.2,
    "tombstoned": 0.2,
    "missing": 0.08,
    "wrong_polarity": 0.1,
    "bad_joint": 0.17,
}
_WRONG_COMPONENT_PROBABILITY: Final = 1.0 - sum(_PROBABILITIES.values())


def component_anomaly(
    image: Image, part: Component, rng: Generator, board: Image, others: Sequence[Component], kind: str | None = None
) -> Image:
    """Return a copy of a crop with one anomaly of a whole component.

    Args:
        image: uint8 H×W×3, the crop.
        part: The component, in the crop's pixels.
        rng: Draws kind and strength.
        board: uint8, a whole board to take a wrong component from.
        others: The components of that board.
        kind: A name of :data:`COMPONENT_ANOMALIES` or :data:`WRONG_COMPONENT`; None draws one.
    """
    names = [*_PROBABILITIES, WRONG_COMPONENT]
    name = kind or str(rng.choice(names, p=[*_PROBABILITIES.values(), _WRONG_COMPONENT_PROBABILITY]))
    cutout = _Cutout(image, part)
    if name == WRONG_COMPONENT:
        return cutout.pasted(image, _wrong_component(cutout, part, rng, board, others))
    return cutout.pasted(image, COMPONENT_ANOMALIES[name](cutout, part, rng))


def _wrong_component(
    cutout: _Cutout, part: Component, rng: Generator, board: Image, others: Sequence[Component]
) -> Map:
    """Replace the component with another one of similar size in the same orientation."""
    h, w = part.size
    fits = [p for p in others if 0.4 < (p.size[0] * p.size[1]) / (h * w) < 2.5]
    donor = fits[int(rng.integers(len(fits)))] if fits else part
    b = donor.box
    pixels, mask = board[b.y0 : b.y1, b.x0 : b.x1], donor.outline.astype(np.uint8)
    if (pixels.shape[0] > pixels.shape[1]) != (h > w):
        pixels, mask = np.rot90(pixels), np.rot90(mask)
    if rng.random() < 0.5:
        pixels, mask = pixels[::-1, ::-1], mask[::-1, ::-1]
    lit = pixels.astype(np.float32) * float(np.exp(rng.normal(0, 0.05)))
    tall, wide = (round(n + (m - n) * rng.uniform(0.5, 1.0)) for n, m in zip(pixels.shape[:2], (h, w), strict=True))
    fitted = cv2.resize(lit, (wide, tall), interpolation=cv2.INTER_LINEAR)
    outline = cv2.resize(np.ascontiguousarray(mask), (wide, tall), interpolation=cv2.INTER_NEAREST)
    x, y = cutout.centre[0] - (wide - 1) / 2.0, cutout.centre[1] - (tall - 1) / 2.0
    motion = np.array([[1.0, 0.0, x], [0.0, 1.0, y]])
    motion[:, 2] += rng.normal(0, 0.7, 2)
    return cutout.composite(fitted, outline, motion, cutout.background(rng))
