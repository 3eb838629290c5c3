"""Parts of a placement laid on the picture of a board: their outlines in pixels."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

import numpy as np

from vqganodip.placement.packages import USUAL_SIZE_MM, Outline, outline_of
from vqganodip.placement.parts import PlacedPart
from vqganodip.placement.transforms import Transform
from vqganodip.types import Box

__all__ = ["LaidPart", "lay_parts"]

Point = tuple[float, float]


@dataclass(frozen=True, slots=True)
class LaidPart:
    """A part on the picture.

    Attributes:
        part: The part.
        x: Centre in pixels.
        y: Centre in pixels, downwards.
        corners: The four corners of its outline in pixels, in order around it.
        known: False if its package is unknown and its outline has the usual size.
    """

    part: PlacedPart
    x: float
    y: float
    corners: tuple[Point, Point, Point, Point]
    known: bool = True

    @property
    def box(self) -> Box:
        """The smallest box of whole pixels around the outline."""
        xs, ys = [round(c[0], 6) for c in self.corners], [round(c[1], 6) for c in self.corners]
        return Box(int(np.floor(min(xs))), int(np.floor(min(ys))), int(np.ceil(max(xs))), int(np.ceil(max(ys))))


def lay_parts(
    parts: Sequence[PlacedPart],
    transform: Transform,
    *,
    sizes: Mapping[str, tuple[float, float]] = MappingProxyType({}),
    usual: float = USUAL_SIZE_MM,
) -> tuple[LaidPart, ...]:
    """Lay parts on the picture.

    Args:
        parts: Parts of the side that the picture shows.
        transform: From millimetres of the placement to pixels.
        sizes: Package → width and height in millimetres, for packages that the table of outlines does not know.
        usual: Side in millimetres of the square for all other unknown packages.

    Returns:
        One for each part, in their order.
    """
    laid = []
    for part in parts:
        outline = Outline(*part.size, "found") if part.size is not None else outline_of(part.package, sizes, usual)
        angle = np.radians(part.rotation)
        turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
        half = np.array([[-1, -1], [1, -1], [1, 1], [-1, 1]]) * (outline.width / 2, outline.height / 2)
        places = transform.apply(np.vstack([half @ turn.T, [[0.0, 0.0]]]) + np.array([part.x, part.y]))
        corners = [(float(x), float(y)) for x, y in places]
        laid.append(LaidPart(part, *corners[4], (corners[0], corners[1], corners[2], corners[3]), known=outline.known))
    return tuple(laid)
