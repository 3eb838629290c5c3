"""Illumination of a board: three lamps with soft shadows, a dome, and their reflections in metal and lacquer."""

from __future__ import annotations

import math
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

import numpy as np

from vqganodip.datasets.synthetic.canvas import Surface, planes
from vqganodip.datasets.synthetic.optics import RIG, Rig
from vqganodip.types import Map

__all__ = ["SHADOW_MM", "Illumination", "shade"]

SHADOW_MM: Final = 7.0
"""Longest shadow in millimetres."""

_STEPS: Final = (0.12, 0.25, 0.4, 0.6, 0.85, 1.15, 1.5, 1.95, 2.5, 3.1, 3.8, 4.6, 5.5, 6.6)
_STRIP: Final = 64
_LUT: Final = 96
_GLOSSES: Final = 20


@dataclass(frozen=True, slots=True)
class Illumination:
    """The light of one exposure.

    Attributes:
        lamps: Strength of each of the three lamps, 1 as installed.
        turn: Rotation of the board under the lamps in degrees.
        rig: The lamps as installed.
    """

    lamps: tuple[float, float, float] = (1.0, 1.0, 1.0)
    turn: float = 0.0
    rig: Rig = RIG


@lru_cache(maxsize=2)
def _mirror(rig: Rig) -> list[Map]:
    """Reflections of each lamp and of the dome by gloss and normal: 4 × (glosses × side × side)."""
    import cv2

    axis = np.linspace(-1, 1, _LUT, dtype=np.float32)
    nx, ny = np.meshgrid(axis, axis)
    nz = np.sqrt(np.maximum(1 - nx * nx - ny * ny, 0))
    rx, ry, rz = 2 * nz * nx, 2 * nz * ny, 2 * nz * nz - 1
    scenes = []
    for lamp in rig.lamps:
        lx, ly, lz = lamp.direction(0.0)
        distance = np.arccos(np.clip(rx * lx + ry * ly + rz * lz, -1, 1))
        scenes.append(8.0 / (1 + np.exp(np.clip((distance - np.float32(lamp.spread * 1.2)) / 0.03, -60, 60))))
    polar = np.arccos(np.clip(rz, -1, 1))
    lens = 1 - 0.55 * np.exp(-((polar / 0.13) ** 2))
    ring = 1.5 * np.exp(-(((polar - 0.62) / 0.10) ** 2))
    room = 0.27 * lens * (0.25 + 0.75 / (1 + np.exp((polar - 1.25) / 0.14)))
    panels = 0.10 * np.sin(7 * np.arctan2(ry, rx) + 0.4) * np.exp(-(((polar - 0.9) / 0.3) ** 2))
    scenes.append(np.maximum(room + ring * 0.42 + panels, 0.02))
    result = []
    for scene in scenes:
        levels = []
        for level in range(_GLOSSES):
            sigma = _LUT * (0.004 + 0.17 * (1 - level / (_GLOSSES - 1)) ** 1.6)
            levels.append(cv2.GaussianBlur(scene.astype(np.float32), (0, 0), sigma, borderType=cv2.BORDER_REPLICATE))
        result.append(np.ascontiguousarray(np.stack(levels).ravel()))
    return result


def _shadows(height: Map, ppmm: float, light: Illumination) -> list[Map]:
    """Unblocked light of each lamp, 0..1, at half resolution, and the unblocked share of the dome."""
    import cv2

    half = cv2.resize(height, None, fx=0.5, fy=0.5, interpolation=cv2.INTER_AREA)
    scale = ppmm / 2
    reach = math.ceil(SHADOW_MM * scale)
    padded = cv2.copyMakeBorder(half, reach, reach, reach, reach, cv2.BORDER_REPLICATE)
    rows, columns = half.shape
    result = []
    for lamp in light.rig.lamps:
        x, y, z = lamp.direction(light.turn)
        flat = math.hypot(x, y)
        highest = np.full_like(half, -10.0)
        for step in _STEPS:
            dx, dy = round(x / flat * step * scale), round(y / flat * step * scale)
            window = padded[reach + dy : reach + dy + rows, reach + dx : reach + dx + columns]
            np.maximum(highest, window - np.float32(step * z / flat), out=highest)
        blocked = np.clip((highest - half) * np.float32(2.2), 0, 1)
        result.append(1 - cv2.GaussianBlur(blocked, (0, 0), 0.16 * scale) * np.float32(0.88))
    near, far = cv2.GaussianBlur(half, (0, 0), 0.35 * scale), cv2.GaussianBlur(half, (0, 0), 1.5 * scale)
    closed = 0.55 * np.maximum(near - half, 0) + 0.32 * np.maximum(far - half, 0)
    result.append((1 / (1 + np.float32(1.6) * closed)).astype(np.float32))
    return result


def shade(surface: Surface, light: Illumination) -> Map:
    """Compute the light that a surface sends to the camera above it: float32 H×W×3, linear, 1 is white paper.

    Diffuse light follows Lambert. Reflections are looked up by normal in a table of the surroundings, blurred by gloss,
    with Schlick's approximation for lacquer and the albedo for metal (Schlick 1994, An inexpensive BRDF model).

    Args:
        surface: Relief of materials; even number of rows and columns.
        light: Strength of the lamps and the rotation of the board under them.
    """
    import cv2

    rows, columns = surface.height.shape
    arriving = [
        cv2.resize(f, (columns, rows), interpolation=cv2.INTER_LINEAR)
        for f in _shadows(surface.height, surface.ppmm, light)
    ]
    slope = surface.ppmm / 8
    gx = cv2.Sobel(surface.height, cv2.CV_32F, 1, 0, ksize=3, scale=slope)
    gy = cv2.Sobel(surface.height, cv2.CV_32F, 0, 1, ksize=3, scale=slope)
    out = planes(rows, columns)
    for top in range(0, rows, _STRIP):
        s = slice(top, min(top + _STRIP, rows))
        _strip(out[s], surface, s, gx[s], gy[s], [a[s] for a in arriving], light)
    return out


def _strip(out: Map, surface: Surface, s: slice, gx: Map, gy: Map, arriving: list[Map], light: Illumination) -> None:
    nz = 1 / np.sqrt(1 + gx * gx + gy * gy)
    nx, ny = -gx * nz, -gy * nz
    albedo, metal, gloss = surface.albedo[s], surface.metal[s], surface.gloss[s]
    middle = np.float32((_LUT - 1) / 2)
    index = (np.clip(gloss, 0, 1) * np.float32(_GLOSSES - 1) + np.float32(0.5)).astype(np.int32) * (_LUT * _LUT)
    index += ((ny + 1) * middle + np.float32(0.5)).astype(np.int32) * _LUT
    index += ((nx + 1) * middle + np.float32(0.5)).astype(np.int32)
    images = [table.take(index) for table in _mirror(light.rig)]
    lit, reflected = [], []
    for lamp, strength, arrives, image in zip(light.rig.lamps, light.lamps, arriving, images, strict=False):
        x, y, z = lamp.direction(light.turn)
        cosine = nx * np.float32(x) + ny * np.float32(y) + nz * np.float32(z)
        np.maximum(cosine, 0, out=cosine)
        cosine *= arrives * np.float32(strength)
        lit.append(cosine)
        reflected.append(image * (np.float32(0.25) + np.float32(0.75) * arrives) * np.float32(strength))
    dome, open_share = images[3], arriving[3]
    fresnel = np.float32(0.04) + np.float32(0.5) * (1 - nz) ** 4
    for c in range(3):
        diffuse = open_share * np.float32(light.rig.dome[c])
        mirror = dome * (open_share * np.float32(light.rig.mirrored))
        for lamp, a, b in zip(light.rig.lamps, lit, reflected, strict=True):
            diffuse += a * np.float32(lamp.colour[c])
            mirror += b * np.float32(lamp.colour[c] / 1.3)
        reflect = fresnel + metal * (albedo[..., c] - fresnel)
        out[..., c] = (1 - metal) * albedo[..., c] * diffuse + reflect * mirror
