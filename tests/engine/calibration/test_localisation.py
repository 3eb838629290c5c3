"""Tests of the localisation: hand-made defects, candidates and regions."""

from __future__ import annotations

import math

import numpy as np

from vqganodip.calibration.localisation import Breakdown, Located, all_hit, hit_rates, locate, to_grid
from vqganodip.datasets.ground_truth import KnownDefect
from vqganodip.records import Candidate, Region
from vqganodip.statistics import clopper_pearson
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


def spotted(sigmas: float | None, *, hit: bool, side: int = 10) -> Located:
    return Located(KnownDefect(Box(0, 0, side, 4), "ball", 0.5, sigmas), 0 if hit else None, None)


def test_that_rates_are_counted_by_visibility() -> None:
    faint, plain = spotted(19.99, hit=False), spotted(20.0, hit=True)
    boards = [([faint, plain], True), ([plain, spotted(99.9, hit=True), spotted(4000.0, hit=True)], False)]
    rates = {r.name: r for r in hit_rates(boards) if r.breakdown is Breakdown.VISIBILITY}
    assert {name: r.defects for name, r in rates.items()} == {
        "below 20 σ": 1, "20 to 50 σ": 2, "50 to 100 σ": 1, "100 σ and more": 1,
    }  # fmt: skip
    assert rates["below 20 σ"].by_candidate == 0.0
    assert (rates["20 to 50 σ"].by_candidate, rates["20 to 50 σ"].flagged) == (1.0, 0.5)
    assert [r.breakdown for r in hit_rates(boards)] == ["all", "kind", "size", *4 * ["visibility"]]


def test_that_defects_of_unknown_visibility_are_in_no_range_of_it() -> None:
    rates = hit_rates([([spotted(None, hit=True), spotted(30.0, hit=True)], True)])
    assert [(r.name, r.defects) for r in rates][-2:] == [("8 to 19 px", 2), ("20 to 50 σ", 1)]
    assert Breakdown.VISIBILITY not in {r.breakdown for r in hit_rates([([spotted(None, hit=True)], True)])}


def test_that_the_size_is_the_longer_side_of_the_box() -> None:
    rates = hit_rates([([spotted(None, hit=True, side=60)], True)])
    assert [r.name for r in rates if r.breakdown is Breakdown.SIZE] == ["60 px and more"]


def test_that_every_share_has_its_exact_interval() -> None:
    boards = [([spotted(30.0, hit=n > 0)], n > 1) for n in range(10)]
    for rates in hit_rates(boards):
        assert rates.by_candidate_interval == clopper_pearson(9, 10)
        assert rates.by_region_interval == clopper_pearson(0, 10)
        assert rates.flagged_interval == clopper_pearson(8, 10)
