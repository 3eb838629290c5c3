"""Camera model: pose of the board, lens errors, exposure and sensor noise."""

from __future__ import annotations

import math
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.datasets.synthetic.canvas import FIELD_MM, planes, texture
from vqganodip.datasets.synthetic.lighting import Illumination
from vqganodip.datasets.synthetic.optics import USUAL_OPTICS, Optics
from vqganodip.datasets.synthetic.placement import stream
from vqganodip.types import Image, Map

__all__ = ["Backdrop", "Exposure", "backdrop", "develop", "digitise", "project", "sensor_grain"]

_LEVELS: Final = 4096
_WHITE: Final = 1.35


@dataclass(frozen=True, slots=True)
class Exposure:
    """One photograph: the pose of the board and the state of lamps and camera.

    Attributes:
        transform: float64 2×3 from nominal product pixels to image pixels.
        light: The lamps.
        gain: Exposure, 1 nominal.
        white: Gains of red, green and blue.
        blur: Standard deviation of the lens blur in image pixels at 1024.
        hot_spot: Where the light falls off from, in fractions of the field.
        noise: Strength of the sensor noise, 1 nominal.
        optics: Lamps and camera as installed, for what is the same on every board.
    """

    transform: NDArray[np.float64]
    light: Illumination
    gain: float
    white: tuple[float, float, float]
    blur: float
    hot_spot: tuple[float, float]
    noise: float
    optics: Optics = USUAL_OPTICS

    @classmethod
    def draw(cls, seed: int, size: int, variation: float) -> Exposure:
        """Draw the exposure of a board: pose within ±20 px (of 1024) and ±1°, light within a few per cent."""
        rng = stream(seed, "exposure")
        unit = size / 1024
        turn = float(np.clip(rng.normal(0, 0.45), -1, 1))
        shift = np.clip(rng.normal(0, 9.0, 2), -20, 20) * unit
        c, s = math.cos(math.radians(turn)), math.sin(math.radians(turn))
        middle = (size - 1) / 2
        rotation = np.array([[c, -s], [s, c]])
        offset = np.array([middle, middle]) + shift - rotation @ np.array([middle, middle])
        v = variation
        lamps = np.clip(1 + rng.normal(0, 0.05 * v, 3), 0.6, 1.4)
        white = np.clip(1 + rng.normal(0, 0.012 * v, 3), 0.9, 1.1)
        return cls(
            transform=np.hstack([rotation, offset[:, None]]),
            light=Illumination((float(lamps[0]), float(lamps[1]), float(lamps[2])), turn),
            gain=float(np.clip(1 + rng.normal(0, 0.04 * v), 0.8, 1.25)),
            white=(float(white[0]), float(white[1]), float(white[2])),
            blur=float(np.clip(rng.normal(0.55, 0.06 * v), 0.4, 0.9)),
            hot_spot=(0.42 + float(rng.normal(0, 0.02 * v)), 0.4 + float(rng.normal(0, 0.02 * v))),
            noise=float(np.clip(rng.normal(1.0, 0.08), 0.7, 1.4)),
        )

    def through(self, optics: Optics) -> Exposure:
        """The same exposure under the lamps and through the camera of a line."""
        white = [a * b for a, b in zip(self.white, optics.white, strict=True)]
        return replace(
            self,
            light=replace(self.light, rig=optics.rig),
            gain=self.gain * optics.gain,
            white=(white[0], white[1], white[2]),
            blur=max(self.blur + optics.blur, 0.36),
            hot_spot=(self.hot_spot[0] + optics.hot_spot[0], self.hot_spot[1] + optics.hot_spot[1]),
            noise=self.noise * optics.noise,
            optics=optics,
        )


@lru_cache(maxsize=2)
def _fixture(size: int) -> Map:
    """Background of the board: the dark anodised plate and the two rails of the conveyor, float32 H×W×3."""
    import cv2

    grain = np.tile(texture("grain", (512, 512), 3), (2, 2))
    streaks = cv2.GaussianBlur(np.tile(texture("fine", (512, 512), 4), (2, 2)), (0, 0), 9.0, sigmaY=0.6)
    plate = 0.030 + 0.002 * grain + 0.010 * streaks
    x = np.linspace(0, FIELD_MM, 1024, dtype=np.float32)[None, :]
    edge = np.minimum(x, FIELD_MM - x)
    rail = 0.17 * np.exp(-(((edge - 0.9) / 0.8) ** 4)) + 0.09 * np.exp(-(((edge - 2.0) / 0.12) ** 2))
    plate = plate + rail * (1 + 0.6 * streaks + 0.05 * grain)
    picture = np.stack([plate * c for c in (1.0, 1.02, 1.06)], axis=-1).astype(np.float32)
    result = picture if size == 1024 else cv2.resize(picture, (size, size), interpolation=cv2.INTER_AREA)
    result.setflags(write=False)
    return result


def _moved(plane: Map, matrix: NDArray[np.float64], size: int) -> Map:
    import cv2

    return np.asarray(
        cv2.warpAffine(plane, matrix, (size, size), flags=cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE), np.float32
    )


@dataclass(frozen=True, slots=True)
class Backdrop:
    """Surroundings of a board: its coverage of each pixel (H×W) and the light behind it (H×W×3)."""

    alpha: Map
    behind: Map


def _lens(exposure: Exposure, size: int) -> tuple[float, NDArray[np.float64]]:
    """Blur in cells of the surface, and the matrix (3×3) from its cells to image pixels."""
    to_fine = np.array([[0.5, 0, -0.25], [0, 0.5, -0.25], [0, 0, 1]])
    sigma = max(2.0 * exposure.blur * size / 1024, 0.7)
    return sigma, np.vstack([exposure.transform, [0, 0, 1]]) @ to_fine


def backdrop(cover: Map, exposure: Exposure, size: int) -> Backdrop:
    """Photograph the plate and the rails behind the board, with its shadow.

    Args:
        cover: float32 h×w, the share of the cell that the board covers; twice as fine as the image.
        exposure: Pose and lens.
        size: Pixels of the image's side.
    """
    import cv2

    sigma, base = _lens(exposure, size)
    alpha = _moved(cv2.GaussianBlur(cover, (0, 0), sigma), base[:2], size)
    shadow = cv2.GaussianBlur(alpha, (0, 0), 9 * size / 1024)
    shadow = np.roll(shadow, (round(7 * size / 1024), round(6 * size / 1024)), (0, 1))
    behind = _fixture(size) * np.array(exposure.optics.plate, np.float32) * (1 - np.float32(0.75) * shadow[..., None])
    return Backdrop(alpha, behind)


def project(radiance: Map, scene: Backdrop, exposure: Exposure, size: int) -> Map:
    """Project the lit board into the image: lens blur, pose, lateral chromatic aberration.

    Args:
        radiance: float32 h×w×3 from :func:`vqganodip.datasets.synthetic.lighting.shade`, twice as fine as the image.
        scene: From :func:`backdrop` for the same exposure and size.
        exposure: Pose and lens.
        size: Pixels of the image's side.

    Returns:
        float32 size×size×3 linear light.
    """
    import cv2

    sigma, base = _lens(exposure, size)
    out = planes(size, size)
    middle = (size - 1) / 2
    for channel, zoom in enumerate((1.00045, 1.0, 0.99955)):
        about = np.array([[zoom, 0, middle * (1 - zoom)], [0, zoom, middle * (1 - zoom)], [0, 0, 1]])
        soft = cv2.GaussianBlur(radiance[..., channel], (0, 0), sigma)
        moved = _moved(soft, (about @ base)[:2], size)
        behind = scene.behind[..., channel]
        out[..., channel] = behind + scene.alpha * (moved - behind)
    return out


@lru_cache(maxsize=1)
def _tone() -> NDArray[np.float32]:
    """sRGB with a soft shoulder: linear light 0..4 in 4096 steps to 0..255."""
    x = np.linspace(0, 4, _LEVELS)
    x = np.where(x < 0.7, x, 0.7 + (_WHITE - 0.7) * (1 - np.exp(-(x - 0.7) / (_WHITE - 0.7)))) / _WHITE
    y = np.where(x <= 0.0031308, 12.92 * x, 1.055 * np.power(np.maximum(x, 1e-9), 1 / 2.4) - 0.055)
    return (255 * np.clip(y, 0, 1)).astype(np.float32)


def develop(light: Map, exposure: Exposure) -> Map:
    """Convert light to pixels without noise: fall-off, vignetting, gain, tone curve, sharpening.

    Args:
        light: float32 H×W×3, linear.
        exposure: State of the camera.

    Returns:
        float32 H×W×3 about 0..255, unrounded.
    """
    import cv2

    size = light.shape[0]
    axis = (np.arange(size, dtype=np.float32) + np.float32(0.5)) / np.float32(size)
    dx, dy = axis[None, :] - np.float32(exposure.hot_spot[0]), axis[:, None] - np.float32(exposure.hot_spot[1])
    cx, cy = axis[None, :] - np.float32(0.5), axis[:, None] - np.float32(0.5)
    field = (
        exposure.gain
        * (1.06 - 0.42 * exposure.optics.fall_off * (dx * dx + dy * dy))
        * (1 - 0.16 * (cx * cx + cy * cy))
        * 1.15
    )
    sheen = np.float32(0.013) * np.exp(-((dx + 0.12) ** 2 + (dy + 0.1) ** 2) / np.float32(0.09))
    field = (field * np.float32((_LEVELS - 1) / 4)).astype(np.float32)
    if exposure.optics.saturation != 1:
        grey = light.mean(axis=2, keepdims=True)
        light = np.maximum(grey + np.float32(exposure.optics.saturation) * (light - grey), 0)
    values = np.empty(light.shape, np.float32)
    table = _tone()
    for channel in range(3):
        index = (light[..., channel] + sheen) * field * np.float32(exposure.white[channel])
        np.clip(index, 0, _LEVELS - 1.01, out=index)
        values[..., channel] = table.take(index.astype(np.int32))
    soft = cv2.GaussianBlur(values, (0, 0), 1.1)
    values += np.float32(exposure.optics.sharpening) * (values - soft)
    return values


def sensor_grain(seed: int, size: int) -> Map:
    """Grain of the sensor on one photograph, float32 size×size×3 about 0: partly shared by the channels."""
    import cv2

    grain = stream(seed, "noise").standard_normal((size, size, 3), dtype=np.float32)
    grain = 0.75 * cv2.GaussianBlur(grain, (3, 3), 0.55) + np.float32(0.9) * grain.mean(axis=2, keepdims=True)
    return np.asarray(grain, np.float32)


def digitise(values: Map, exposure: Exposure, grain: Map) -> Image:
    """Add sensor noise and round: shot noise that grows with the level.

    Args:
        values: float32 H×W×3 from :func:`develop`.
        exposure: State of the camera.
        grain: float32 H×W×3 from :func:`sensor_grain`.

    Returns:
        uint8 H×W×3.
    """
    strength = np.float32(1.5 * exposure.noise) * (0.7 + np.sqrt(np.maximum(values, 0)) * np.float32(0.055))
    return np.asarray(np.clip(values + grain * strength + np.float32(0.5), 0, 255), np.uint8)
