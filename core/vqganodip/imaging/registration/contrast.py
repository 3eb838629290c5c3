"""Contrast images, their pyramid, and the geometry of rotations and shifts."""

from __future__ import annotations

import numpy as np

from vqganodip.types import FloatArray, Image, Map

__all__ = ["contrast_image", "grey_on_grid", "motion_matrix", "scaling", "shrunk"]


def grey_on_grid(pixels: Image, scale: float) -> Image:
    """uint8 grey on a grid ``scale`` times as coarse."""
    import cv2

    grey = pixels if pixels.ndim == 2 else cv2.cvtColor(pixels, cv2.COLOR_RGB2GRAY)
    if scale == 1:
        return np.ascontiguousarray(grey)
    size = tuple(max(round(side / scale), 1) for side in (grey.shape[1], grey.shape[0]))
    shrunk: Image = cv2.resize(grey, size, interpolation=cv2.INTER_AREA)
    return shrunk


def contrast_image(grey: Image) -> Map:
    """float32 h×w in -1…1: brightness minus its local mean, in units of its RMS, softly clipped."""
    import cv2

    values = cv2.GaussianBlur(grey, (0, 0), 0.8).astype(np.float32)
    side = max(round(max(grey.shape) / 16) | 1, 3)
    values -= cv2.blur(values, (side, side), borderType=cv2.BORDER_REFLECT_101)
    spread = float(np.sqrt(np.mean(np.square(values)))) + 1.0
    contrast: Map = np.tanh(values / np.float32(1.5 * spread))
    return contrast


def shrunk(values: Map, factor: int) -> Map:
    """Means over squares of ``factor`` pixels; a remainder at the right and lower edge is dropped."""
    import cv2

    if factor == 1:
        return values
    height, width = (side // factor for side in values.shape)
    cut = values[: height * factor, : width * factor]
    shrunk: Map = cv2.resize(cut, (width, height), interpolation=cv2.INTER_AREA)
    return shrunk


def scaling(factor: float) -> FloatArray:
    """3×3 from pixels of a coarse grid to those of a grid ``factor`` times as fine, centre to centre."""
    offset = (factor - 1) / 2
    return np.array([[factor, 0, offset], [0, factor, offset], [0, 0, 1]], dtype=np.float64)


def motion_matrix(angle: float, shift: tuple[float, float], centre: FloatArray) -> FloatArray:
    """3×3: rotation by ``angle`` (radians) about ``centre``, then shift."""
    cos, sin = np.cos(angle), np.sin(angle)
    rotation = np.array([[cos, -sin], [sin, cos]])
    move = centre + np.asarray(shift) - rotation @ centre
    return np.block([[rotation, move[:, None]], [np.zeros((1, 2)), np.ones((1, 1))]])
