"""A region belongs to the part that it overlaps most, else to the nearest one, else to none."""

from __future__ import annotations

import numpy as np
import pytest

from vqganodip.placement.laid_parts import LaidPart, lay_parts
from vqganodip.placement.naming import _overlap, part_at
from vqganodip.placement.parts import PlacedPart, Side
from vqganodip.placement.transforms import Kind, Transform
from vqganodip.types import Box

SCALE = Transform(Kind.SIMILARITY, np.array([[10.0, 0, 0], [0, -10.0, 500]]))


def laid(*parts: tuple[str, float, float, float, str]) -> tuple[LaidPart, ...]:
    return lay_parts([PlacedPart(r, x, y, turn, Side.TOP, package) for r, x, y, turn, package in parts], SCALE)


BOARD = laid(("R1", 10, 40, 0, "R0805"), ("R2", 13, 40, 0, "R0805"), ("U1", 25, 25, 0, "SOIC-8"))


def named(box: Box, nearest: float = 10.0) -> str:
    part = part_at(box, BOARD, nearest)
    return "" if part is None else part.part.ref_des


def test_that_outlines_lie_around_the_centres() -> None:
    assert BOARD[0].box == Box(90, 93, 110, 107)
    assert (BOARD[0].x, BOARD[0].y) == (100, 100)
    assert BOARD[2].box == Box(220, 225, 280, 275)


def test_that_a_turned_part_has_a_turned_outline() -> None:
    (part,) = laid(("R1", 10, 40, 90, "R0805"))
    assert (part.box.width, part.box.height) == (14, 20)
    (slanted,) = laid(("R1", 10, 40, 45, "R2512"))
    # y is upwards in the file and downwards in the picture: the long axis rises to the right
    assert part_at(Box(118, 80, 122, 84), (slanted,), 0) is slanted
    assert part_at(Box(118, 116, 122, 120), (slanted,), 0) is None


def test_that_the_larger_overlap_names_the_region() -> None:
    assert named(Box(95, 95, 122, 105)) == "R1"
    assert named(Box(105, 95, 138, 105)) == "R2"


def test_that_a_region_over_both_belongs_to_the_one_that_it_covers_more() -> None:
    both = laid(("U1", 25, 25, 0, "SOIC-8"), ("C1", 25, 25, 0, "C0402"))
    inside = part_at(Box(246, 248, 254, 252), both, 0)
    assert inside is not None
    assert inside.part.ref_des == "C1"


def test_that_the_nearest_part_names_a_region_beside_it() -> None:
    assert named(Box(112, 95, 115, 105)) == "R1"
    assert named(Box(116, 95, 119, 105)) == "R2"


def test_that_a_region_far_from_parts_has_no_name() -> None:
    assert named(Box(400, 400, 410, 410)) == ""
    assert named(Box(110, 95, 112, 105), nearest=0.0) == "R1"
    assert named(Box(111, 95, 112, 105), nearest=0.5) == ""
    assert part_at(Box(0, 0, 5, 5), (), 10) is None


@pytest.mark.parametrize("seed", range(5))
def test_that_the_overlap_is_that_of_the_pixels(seed: int) -> None:
    rng = np.random.default_rng(seed)
    (part,) = laid(("X1", 20, 30, float(rng.uniform(0, 360)), "SOIC-8"))
    x, y = (int(v) for v in rng.integers(170, 220, 2))
    region = Box(x, y, x + int(rng.integers(5, 50)), y + int(rng.integers(5, 50)))
    grid = np.stack(np.meshgrid(np.arange(region.x0, region.x1, 0.1), np.arange(region.y0, region.y1, 0.1)), -1) + 0.05
    a, b = np.array(part.corners), np.roll(part.corners, -1, axis=0)
    cross = (b - a)[:, 0] * (grid[..., None, 1] - a[:, 1]) - (b - a)[:, 1] * (grid[..., None, 0] - a[:, 0])
    inside = (cross >= 0).all(-1) | (cross <= 0).all(-1)
    assert _overlap(part.corners, region) == pytest.approx(inside.sum() * 0.01, abs=3.0)
