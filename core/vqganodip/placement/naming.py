"""Names of regions: the part that a region of the picture lies on."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from vqganodip.placement.laid_parts import LaidPart, Point
from vqganodip.types import Box

__all__ = ["NEAREST_MM", "overlapped", "part_at"]

NEAREST_MM: Final = 1.0
"""A region that lies on no part belongs to the nearest one within this distance of its outline."""


def part_at(region: Box, parts: Sequence[LaidPart], nearest: float) -> LaidPart | None:
    """Return the part that a region belongs to.

    The part of the largest overlap with the region; among equals the part that the region covers more of. Without any
    overlap the part whose outline is nearest to the region's centre, if it is near enough.

    Args:
        region: In pixels.
        parts: Parts on the picture.
        nearest: Largest distance in pixels between the region's edge and an outline.

    Returns:
        The part; None if there is none near.
    """
    corners = ((region.x0, region.y0), (region.x1, region.y0), (region.x1, region.y1), (region.x0, region.y1))
    overlaps = [(part, _overlap(part.corners, region)) for part in parts if _may_touch(part, region)]
    touching = [(part, shared) for part, shared in overlaps if shared > 0]
    if touching:
        return max(touching, key=lambda one: (round(one[1], 3), one[1] / _area(one[0].corners)))[0]
    distances = [(_distance(part.corners, corners), part.x, part.y, part) for part in parts]
    near = [one for one in distances if one[0] <= nearest]
    return min(near, key=lambda one: one[:3])[3] if near else None


def overlapped(region: Box, parts: Sequence[LaidPart]) -> tuple[LaidPart, ...]:
    """Return the parts whose outlines a region in pixels overlaps."""
    return tuple(part for part in parts if _may_touch(part, region) and _overlap(part.corners, region) > 0)


def _may_touch(part: LaidPart, region: Box) -> bool:
    box = part.box
    return box.x0 < region.x1 and region.x0 < box.x1 and box.y0 < region.y1 and region.y0 < box.y1


def _area(corners: Sequence[Point]) -> float:
    pairs = zip(corners, (*corners[1:], corners[0]), strict=True)
    return abs(sum(ax * by - bx * ay for (ax, ay), (bx, by) in pairs)) / 2


def _overlap(corners: Sequence[Point], region: Box) -> float:
    """Area that a convex polygon shares with a box (Sutherland and Hodgman 1974)."""
    polygon = list(corners)
    for axis, limit, sign in ((0, region.x0, 1), (0, region.x1, -1), (1, region.y0, 1), (1, region.y1, -1)):
        kept: list[Point] = []
        for at, after in zip(polygon, (*polygon[1:], *polygon[:1]), strict=True):
            inside, next_inside = sign * (at[axis] - limit), sign * (after[axis] - limit)
            if inside >= 0:
                kept.append(at)
            if (inside > 0 > next_inside) or (inside < 0 < next_inside):
                share = inside / (inside - next_inside)
                kept.append((at[0] + share * (after[0] - at[0]), at[1] + share * (after[1] - at[1])))
        polygon = kept
        if len(polygon) < 3:
            return 0.0
    return _area(polygon)


def _distance(one: Sequence[Point], other: Sequence[Point]) -> float:
    """Distance between two convex polygons that do not overlap: that of a corner of one and an edge of the other."""
    return min(
        _to_edge(corner, a, b)
        for corners, polygon in ((one, other), (other, one))
        for corner in corners
        for a, b in zip(polygon, (*polygon[1:], polygon[0]), strict=True)
    )


def _to_edge(point: Point, a: Point, b: Point) -> float:
    ex, ey = b[0] - a[0], b[1] - a[1]
    length = ex * ex + ey * ey
    share = 0.0 if length == 0 else max(0.0, min(1.0, ((point[0] - a[0]) * ex + (point[1] - a[1]) * ey) / length))
    return float(((point[0] - a[0] - share * ex) ** 2 + (point[1] - a[1] - share * ey) ** 2) ** 0.5)
