"""Array aliases and the box of pixels, used by all other modules.

Images are uint8 H×W×3 sRGB. Maps are float32 H×W, in [0, 1] unless their docstring says otherwise. Boxes are
in pixels of the image they belong to, half-open, with the origin at the top left.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

__all__ = ["Box", "FloatArray", "Image", "Levels", "Map"]

Image: TypeAlias = NDArray[np.uint8]
Map: TypeAlias = NDArray[np.float32]
FloatArray: TypeAlias = NDArray[np.float64]
Levels: TypeAlias = Image | Map
"""Pixels in 8-bit units: bytes, or float32 where they are not rounded."""


@dataclass(frozen=True, slots=True, order=True)
class Box:
    """A rectangle of pixels, half-open: ``x0 <= x < x1`` and ``y0 <= y < y1``."""

    x0: int
    y0: int
    x1: int
    y1: int

    @property
    def width(self) -> int:
        return self.x1 - self.x0

    @property
    def height(self) -> int:
        return self.y1 - self.y0

    @property
    def area(self) -> int:
        return max(self.width, 0) * max(self.height, 0)

    def union(self, other: Box) -> Box:
        """The smallest box that contains both."""
        return Box(min(self.x0, other.x0), min(self.y0, other.y0), max(self.x1, other.x1), max(self.y1, other.y1))

    def touches(self, other: Box) -> bool:
        """True if the boxes share a pixel or an edge."""
        return self.x0 <= other.x1 and other.x0 <= self.x1 and self.y0 <= other.y1 and other.y0 <= self.y1

    def scaled(self, factor: float) -> Box:
        """The same rectangle on a grid ``factor`` times as fine, rounded outwards."""
        return Box(
            int(np.floor(self.x0 * factor)),
            int(np.floor(self.y0 * factor)),
            int(np.ceil(self.x1 * factor)),
            int(np.ceil(self.y1 * factor)),
        )
