"""Surface of a board (albedo, height, metal, gloss) and tiles to paint parts onto it.

A board is not drawn as a picture but built as a relief of materials, which :mod:`vqganodip.datasets.synthetic.lighting`
illuminates.
"""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.types import Map

__all__ = [
    "FIELD_MM",
    "Surface",
    "Tile",
    "box_cover",
    "disc_cover",
    "linear",
    "planes",
    "smoothstep",
    "texture",
    "tinted",
]

FIELD_MM: Final = 100.0
"""Usual side of the camera's field in millimetres: 10 cm, as in the paper's section 4.1."""

_TEXTURE_SIDE: Final = 512


def linear(red: int, green: int, blue: int) -> tuple[float, float, float]:
    """Linear reflectance of an sRGB colour given in 0..255."""

    def one(value: int) -> float:
        c = value / 255.0
        return c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4

    return one(red), one(green), one(blue)


def planes(rows: int, columns: int) -> Map:
    """Return zeros, float32 H×W×3, each channel contiguous in memory: colours are painted channel by channel."""
    return np.zeros((3, rows, columns), np.float32).transpose(1, 2, 0)


def tinted(colour: tuple[float, float, float], tone: Map) -> Map:
    """Return a colour in the brightness of each cell, float32 H×W×3, laid out like :func:`planes`."""
    return np.stack([np.float32(c) * tone for c in colour]).transpose(1, 2, 0)


def smoothstep(x: Map, low: float, high: float) -> Map:
    """0 below ``low``, 1 above ``high``, smooth between."""
    t = np.clip((x - np.float32(low)) / np.float32(high - low), 0.0, 1.0).astype(np.float32)
    return np.asarray(t * t * (np.float32(3.0) - np.float32(2.0) * t), np.float32)


@lru_cache(maxsize=8)
def _texture(kind: str) -> Map:
    import cv2

    rng = np.random.default_rng(sum(kind.encode()))
    side = _TEXTURE_SIDE
    total = np.zeros((side, side), np.float32)
    octaves = {"fine": (0.7, 1.5), "cloud": (6.0, 14.0, 30.0), "grain": (1.2, 3.0, 8.0)}[kind]
    for sigma in octaves:
        noise = np.tile(rng.standard_normal((side, side), dtype=np.float32), (2, 2))
        smooth = cv2.GaussianBlur(noise, (0, 0), sigma)[side // 2 : side // 2 + side, side // 2 : side // 2 + side]
        total += smooth / smooth.std()
    result = np.tile(total / total.std(), (3, 3))
    result.setflags(write=False)
    return result


def texture(kind: str, shape: tuple[int, int], offset: int) -> Map:
    """A window of a fixed noise texture with mean 0 and deviation 1.

    Args:
        kind: ``fine`` (grain of a pixel or two), ``grain`` or ``cloud`` (centimetres).
        shape: Height and width of the window, at most 1024 each.
        offset: Any number; selects the position of the window.
    """
    y, x = (offset * 7919) % _TEXTURE_SIDE, (offset * 104729) % _TEXTURE_SIDE
    return _texture(kind)[y : y + shape[0], x : x + shape[1]]


@dataclass(slots=True)
class Surface:
    """The relief of materials of a board, on a grid of square cells.

    Attributes:
        albedo: float32 H×W×3 linear reflectance (colour of the mirror image where ``metal``).
        height: float32 H×W millimetres above the laminate.
        metal: float32 H×W, 1 where the surface is bare metal.
        gloss: float32 H×W, 0 matt to 1 mirror.
        ppmm: Cells per millimetre.
    """

    albedo: Map
    height: Map
    metal: Map
    gloss: Map
    ppmm: float

    @classmethod
    def empty(cls, side: int, field_mm: float = FIELD_MM) -> Surface:
        """A flat black square surface of ``side`` cells that spans a field of ``field_mm`` millimetres."""
        plane = np.zeros((side, side), np.float32)
        return cls(planes(side, side), plane, plane.copy(), plane.copy(), side / field_mm)

    def copy(self) -> Surface:
        """An independent copy."""
        return Surface(self.albedo.copy(order="K"), self.height.copy(), self.metal.copy(), self.gloss.copy(), self.ppmm)

    def differs(self, other: Surface) -> NDArray[np.bool_]:
        """Cells (H×W) in which the two surfaces differ."""
        different = self.height != other.height
        for mine, theirs in ((self.metal, other.metal), (self.gloss, other.gloss)):
            different |= mine != theirs
        for channel in range(3):
            different |= self.albedo[..., channel] != other.albedo[..., channel]
        return np.asarray(different, np.bool_)


class Tile:
    """A window of a surface with the local coordinates of a part: u to its right, v down, in millimetres.

    Args:
        surface: The surface to paint on.
        x: Centre of the part in millimetres of the field.
        y: The same, downwards.
        angle: Rotation of the part in degrees, clockwise in the image.
        rect: (u0, v0, u1, v1) of the local rectangle that the tile must cover.
    """

    def __init__(
        self, surface: Surface, x: float, y: float, angle: float, rect: tuple[float, float, float, float]
    ) -> None:
        self.surface, self.x, self.y, self.angle = surface, x, y, angle
        self.ppmm = surface.ppmm
        self._cos, self._sin = math.cos(math.radians(angle)), math.sin(math.radians(angle))
        u0, v0, u1, v1 = rect
        corners = [self._world(u, v) for u in (u0, u1) for v in (v0, v1)]
        side = surface.height.shape[0]
        self.x0 = max(0, math.floor(min(c[0] for c in corners) * self.ppmm) - 1)
        self.y0 = max(0, math.floor(min(c[1] for c in corners) * self.ppmm) - 1)
        self.x1 = max(self.x0 + 1, min(side, math.ceil(max(c[0] for c in corners) * self.ppmm) + 2))
        self.y1 = max(self.y0 + 1, min(side, math.ceil(max(c[1] for c in corners) * self.ppmm) + 2))
        px = ((np.arange(self.x0, self.x1, dtype=np.float32) + np.float32(0.5)) / np.float32(self.ppmm)) - np.float32(x)
        py = ((np.arange(self.y0, self.y1, dtype=np.float32) + np.float32(0.5)) / np.float32(self.ppmm)) - np.float32(y)
        c, s = np.float32(self._cos), np.float32(self._sin)
        self.u: Map = px[None, :] * c + py[:, None] * s
        self.v: Map = py[:, None] * c - px[None, :] * s
        where = (slice(self.y0, self.y1), slice(self.x0, self.x1))
        self.albedo, self.height = surface.albedo[where], surface.height[where]
        self.metal, self.gloss = surface.metal[where], surface.gloss[where]

    def _world(self, u: float, v: float) -> tuple[float, float]:
        return self.x + u * self._cos - v * self._sin, self.y + u * self._sin + v * self._cos

    @property
    def shape(self) -> tuple[int, int]:
        return self.height.shape[0], self.height.shape[1]

    def part(self, rect: tuple[float, float, float, float]) -> Tile:
        """Return a smaller tile with the same coordinates."""
        return Tile(self.surface, self.x, self.y, self.angle, rect)

    def cover(self, signed: Map) -> Map:
        """Coverage in 0..1 of the cells by a shape given as signed distance in millimetres (inside negative)."""
        return np.asarray(np.clip(np.float32(0.5) - signed * np.float32(self.ppmm), 0.0, 1.0), np.float32)

    def box(self, cu: float, cv: float, hu: float, hv: float, radius: float = 0.0) -> Map:
        """Coverage by a rectangle with half sides ``hu``, ``hv`` and rounded corners."""
        return self.cover(box_cover(self.u - np.float32(cu), self.v - np.float32(cv), hu, hv, radius))

    def disc(self, cu: float, cv: float, radius: float) -> Map:
        """Coverage by a disc."""
        return self.cover(disc_cover(self.u - np.float32(cu), self.v - np.float32(cv), radius))

    def paint(
        self,
        alpha: Map,
        albedo: tuple[float, float, float] | Map | None = None,
        height: float | Map | None = None,
        metal: float | None = None,
        gloss: float | Map | None = None,
    ) -> None:
        """Blend a material over the tile. None leaves a property unchanged.

        Args:
            alpha: Coverage 0..1 of each cell.
            albedo: Colour, or H×W×3 colours.
            height: Millimetres above the laminate.
            metal: 0 or 1.
            gloss: 0..1.
        """
        if albedo is not None:
            for channel in range(3):
                value = albedo[..., channel] if isinstance(albedo, np.ndarray) else np.float32(albedo[channel])
                plane = self.albedo[..., channel]
                plane += alpha * (value - plane)
        for plane, target in ((self.height, height), (self.metal, metal), (self.gloss, gloss)):
            if target is not None:
                plane += alpha * ((target if isinstance(target, np.ndarray) else np.float32(target)) - plane)

    def stamp(self, bitmap: Map, cu: float, cv: float, width: float, height: float, turn: float = 0.0) -> Map:
        """Coverage by a bitmap laid on the part.

        Args:
            bitmap: float32 h×w in 0..1.
            cu: Centre on the part.
            cv: The same, downwards.
            width: Millimetres.
            height: Millimetres.
            turn: Rotation against the part in degrees.
        """
        import cv2

        rows, columns = bitmap.shape
        total = math.radians(self.angle + turn)
        c, s = math.cos(total), math.sin(total)
        wx, wy = self._world(cu, cv)
        ax, ay = width / columns * self.ppmm, height / rows * self.ppmm
        forward = np.array(
            [[c * ax, -s * ay, wx * self.ppmm - self.x0 - 0.5], [s * ax, c * ay, wy * self.ppmm - self.y0 - 0.5]]
        )
        forward[:, 2] -= forward[:, :2] @ np.array([(columns - 1) / 2, (rows - 1) / 2])
        size = (self.shape[1], self.shape[0])
        return np.asarray(cv2.warpAffine(bitmap, forward, size, flags=cv2.INTER_LINEAR), np.float32)


def box_cover(u: Map, v: Map, hu: float, hv: float, radius: float = 0.0) -> Map:
    """Signed distance in millimetres to a rounded rectangle about the origin, negative inside."""
    du = np.abs(u) - np.float32(hu - radius)
    dv = np.abs(v) - np.float32(hv - radius)
    outside = np.sqrt(np.maximum(du, 0) ** 2 + np.maximum(dv, 0) ** 2)
    return np.asarray(outside + np.minimum(np.maximum(du, dv), 0) - np.float32(radius), np.float32)


def disc_cover(u: Map, v: Map, radius: float) -> Map:
    """Signed distance in millimetres to a circle about the origin, negative inside."""
    return np.asarray(np.sqrt(u * u + v * v) - np.float32(radius), np.float32)
