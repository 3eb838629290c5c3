"""The region that the judgment NG marks, and the meaning of a judgment for the places of its board."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vqganodip.review.defect_place import PlaceFinding, places_of, region_judgments, unplaced
from vqganodip.review.judgments import JudgmentKind, RegionJudgment, ReviewItem
from vqganodip.testing import sample_inspection, sample_judgment

ITEM = ReviewItem(1, "SN 1", sample_inspection(1, regions=2))
A, B = (region.box for region in ITEM.inspection.regions)
NG, OK, CALL = JudgmentKind.NG, JudgmentKind.OK, JudgmentKind.FALSE_CALL


def test_that_ng_marks_the_selected_region_with_the_code_of_the_board() -> None:
    assert region_judgments(NG, (A, B), (), selected=1, code="Short") == (RegionJudgment(B, NG, "Short"),)


def test_that_ng_marks_the_only_region_of_a_board_and_no_region_of_several() -> None:
    assert region_judgments(NG, (A,), ()) == (RegionJudgment(A, NG),)
    assert region_judgments(NG, (A, B), ()) == ()
    assert region_judgments(NG, (), (), selected=0) == ()
    assert region_judgments(NG, (A,), (), only_selected=True) == ()


@pytest.mark.parametrize("said", [RegionJudgment(A, NG, "Short"), RegionJudgment(B, CALL)])
def test_that_ng_adds_nothing_to_what_was_said_of_regions(said: RegionJudgment) -> None:
    assert region_judgments(NG, (A, B), (said,), selected=1) == (said,)


def test_that_a_correction_adds_the_selected_region_in_the_order_of_regions() -> None:
    before = RegionJudgment(B, NG, "Short")
    assert region_judgments(NG, (A, B), (before,), (before,), selected=0) == (RegionJudgment(A, NG), before)


@pytest.mark.parametrize("kind", [OK, CALL, JudgmentKind.DOUBTFUL])
def test_that_a_correction_to_another_judgment_drops_the_defect_and_keeps_the_rest(kind: JudgmentKind) -> None:
    before = (RegionJudgment(A, NG), RegionJudgment(B, CALL))
    assert region_judgments(kind, (A, B), before, before, selected=0) == before[1:]
    assert region_judgments(kind, (A, B), before, ()) == before  # said just now: the session refuses what contradicts


def test_that_a_place_is_a_defect_only_where_a_region_was_judged_ng() -> None:
    record = sample_judgment(1, NG)
    assert unplaced(record)
    assert [found for _box, _judged, found in places_of(record, ITEM)] == [PlaceFinding.UNPLACED] * 2
    said = replace(record, regions=(RegionJudgment(B, NG),))
    assert not unplaced(said)
    assert list(places_of(said, ITEM)) == [(B, True, PlaceFinding.DEFECT)]
    good = sample_judgment(1, CALL)
    assert [found for _box, _judged, found in places_of(good, ITEM)] == [PlaceFinding.FALSE_CALL] * 2
