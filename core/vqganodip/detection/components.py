"""Components of a registered product, found by their placement variation alone, without a placement file.

Placement differs slightly from board to board while the print on the board does not move, so the per-pixel spread of
normal boards shows the outline of each component of any colour. Synthetic anomalies, the statistics of parts and their
names all rest on these outlines.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.types import Box, Map

__all__ = ["Component", "find_components"]

_LEVELS: Final = ((1.8, 1), (2.6, 3))
"""Factor over the median spread above which a pixel is an outline, and the gap in px to close: chips, then joints."""

_OPEN: Final = 5
_AREA: Final = 50
_LONGEST: Final = 170
_FILLED: Final = 0.4
_LARGEST_IOU: Final = 0.7
"""Intersection over union with a component of an earlier level above which one of a later level is a repetition."""


@dataclass(frozen=True, slots=True, eq=False)
class Component:
    """A component on the grid of the reference board.

    Attributes:
        box: Its bounding box.
        outline: bool h×w, True inside the component.
    """

    box: Box
    outline: NDArray[np.bool_] = field(repr=False)

    @property
    def size(self) -> tuple[int, int]:
        """(height, width)."""
        return self.box.y1 - self.box.y0, self.box.x1 - self.box.x0

    def moved(self, y: int, x: int) -> Component:
        """The component in the pixels of a crop that begins at row y and column x."""
        b = self.box
        return Component(Box(b.x0 - x, b.y0 - y, b.x1 - x, b.y1 - y), self.outline)


def find_components(scale: Map) -> tuple[Component, ...]:
    """Find the components of a product.

    Args:
        scale: float32 H×W×3, the per-pixel spread of normal boards.

    Returns:
        Components in row-major order of each level; may be empty.
    """
    spread = np.asarray(scale.max(axis=2), np.float32)
    median = float(np.median(spread))
    components: list[Component] = []
    for factor, gap in _LEVELS:
        outlined = _outlined(spread > factor * median, gap)
        components += [c for c in outlined if not any(_repeats(c.box, other.box) for other in components)]
    return tuple(components)


def _outlined(edges: NDArray[np.bool_], gap: int) -> list[Component]:
    import cv2

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


def _repeats(a: Box, b: Box) -> bool:
    width, height = min(a.x1, b.x1) - max(a.x0, b.x0), min(a.y1, b.y1) - max(a.y0, b.y0)
    if width <= 0 or height <= 0:
        return False
    union = (a.x1 - a.x0) * (a.y1 - a.y0) + (b.x1 - b.x0) * (b.y1 - b.y0) - width * height
    return width * height > _LARGEST_IOU * union
