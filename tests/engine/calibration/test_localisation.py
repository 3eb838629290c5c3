"""Tests of the localisation: hand-made defects, candidates and regions."""

from __future__ import annotations

import math

import numpy as np

from vqganodip.calibration.localisation import all_hit, hit_rates, locate, to_grid
from vqganodip.datasets.ground_truth import KnownDefect
from vqganodip.records import Candidate, Region
from vqganodip.types import Box

SAME = np.array([[1.0, 0.0, 0.0], [0.0, 1.0, 0.0]])


def candidates(*boxes: Box) -> list[Candidate]:
    return [Candidate(box, float(len(boxes) - i)) for i, box in enumerate(boxes)]


def test_that_a_box_on_the_grid_covers_the_same_area() -> None:
    assert to_grid(Box(10, 20, 30, 40), SAME) == Box(10, 20, 30, 40)
    # the source has twice the resolution: source pixels 2i and 2i + 1 are in grid pixel i
    finer = np.array([[2.0, 0.0, 0.5], [0.0, 2.0, 0.5]])
    assert to_grid(Box(10, 20, 31, 40), finer) == Box(5, 10, 16, 20)
    moved = np.array([[1.0, 0.0, 3.0], [0.0, 1.0, -4.0]])
    assert to_grid(Box(10, 20, 30, 40), moved) == Box(7, 24, 27, 44)


def test_that_a_hit_needs_a_pixel_of_the_mask() -> None:
    mask = np.zeros((64, 64), bool)
    mask[10:20, 10], mask[19, 10:20] = True, True  # an L: its box is mostly empty
    defect = KnownDefect(Box(10, 10, 20, 20), "scratch")
    beside, on_it = Box(12, 12, 16, 16), Box(16, 16, 20, 20)
    (calibration,) = locate([defect], mask, SAME, (64, 64), candidates(Box(30, 30, 34, 34), beside, on_it), [])
    assert (calibration.candidate, calibration.region) == (2, None)
    (by_box,) = locate([defect], None, SAME, (64, 64), candidates(Box(30, 30, 34, 34), beside, on_it), [])
    assert by_box.candidate == 1
    (missed,) = locate([defect], mask, SAME, (64, 64), candidates(Box(20, 10, 24, 20)), [])
    assert missed.candidate is None, "the boxes are half-open: these two only touch"


def test_that_the_mask_of_another_defect_does_not_count() -> None:
    mask = np.zeros((64, 64), bool)
    mask[4:8, 4:8], mask[40:44, 40:44] = True, True
    first, second = KnownDefect(Box(4, 4, 8, 8), "ball"), KnownDefect(Box(40, 40, 44, 44), "bridge")
    regions = [Region(Box(36, 36, 60, 60), 9.0, 20.0, 7)]
    calibration = locate([first, second], mask, SAME, (64, 64), candidates(Box(5, 5, 9, 9)), regions)
    assert [(f.candidate, f.region) for f in calibration] == [(0, None), (None, 0)]


def test_that_rates_are_counted_by_kind_and_by_size() -> None:
    ball, bridge = KnownDefect(Box(0, 0, 5, 7), "ball"), KnownDefect(Box(20, 20, 40, 30), "bridge")
    mask = np.zeros((64, 64), bool)
    mask[0:7, 0:5], mask[20:30, 20:40] = True, True
    regions = [Region(Box(50, 50, 60, 60), 9.0, 20.0, 7), Region(Box(20, 20, 24, 24), 8.0, 9.0, 2)]
    one = locate([ball, bridge], mask, SAME, (64, 64), candidates(Box(22, 22, 26, 26)), regions)
    two = locate([ball], mask, SAME, (64, 64), candidates(Box(0, 0, 4, 4)), [])
    rates = {r.name: r for r in hit_rates([(one, True), (two, False)])}
    assert list(rates) == ["all", "ball", "bridge", "below 8 px", "20 to 59 px"]
    assert (rates["ball"].defects, rates["ball"].by_candidate, rates["ball"].flagged) == (2, 0.5, 0.5)
    assert (rates["bridge"].by_region, rates["bridge"].median_region) == (1.0, 2.0)
    assert rates["below 8 px"].median_region is None
    assert all_hit([one, two]) == 1.0, "the missed ball is below 8 px"
    assert all_hit([one, two], least_px=5) == 0.5
    assert math.isnan(all_hit([]))
