"""The limit of regions that stand out: measured by a fit, applied to what is shown, without effect on the verdict."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from vqganodip.bundles.archive import open_bundle, write_bundle
from vqganodip.bundles.loaded_bundle import REGIONS
from vqganodip.calibration.region_limit import region_limit
from vqganodip.export.columns import Record
from vqganodip.inspection.inspector import Inspected, Inspector
from vqganodip.records import Inspection, Verdict
from vqganodip.review.judgments import JudgmentKind, RegionJudgment, ReviewItem
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.serialization import findings_text, head_text, inspection_from
from vqganodip.testing import sample_inspection, sample_judgment


def inspected(bundle: Path, image: Path) -> Inspection:
    return next(e.inspection for e in Inspector.open(bundle).inspect(image) if isinstance(e, Inspected))


def test_that_95_percent_of_the_normal_boards_do_not_exceed_the_limit() -> None:
    assert region_limit([3.0, 1.0, 2.0]) == 3.0
    assert region_limit([float(i) for i in range(20)]) == 18.0
    assert region_limit([float(i) for i in range(150)]) == 142.0


def test_that_only_regions_above_the_limit_are_shown_and_always_the_first_of_a_flagged_board() -> None:
    flagged = sample_inspection(1, score=0.8, regions=4)
    distances = [region.distance_max for region in flagged.regions]
    assert flagged.shown_regions == flagged.regions
    assert len(replace(flagged, region_limit=distances[2]).shown_regions) == 2
    above_all = replace(flagged, region_limit=distances[0])
    assert above_all.shown_regions == flagged.regions[:1]
    assert Thresholds(0.9).apply(above_all).shown_regions == ()


def test_that_a_stored_board_keeps_its_limit_and_older_ones_are_stored_as_before() -> None:
    plain = sample_inspection(1)
    limited = replace(plain, region_limit=50.0)
    assert inspection_from(head_text(limited), findings_text(limited)) == limited
    assert "region_limit" not in json.loads(head_text(plain))


def test_that_an_export_has_the_shown_regions_and_those_that_a_person_judged() -> None:
    board = replace(sample_inspection(1, regions=4), region_limit=1e9)
    said = RegionJudgment(board.regions[2].box, JudgmentKind.NG)
    record = replace(sample_judgment(1, JudgmentKind.NG), regions=(said,))
    rows = list(Record(record, ReviewItem(1, "SN 1", board)).region_rows())
    assert [row.marked for row in rows] == [board.regions[0], board.regions[2]]


def test_that_a_fit_measures_the_limit_and_no_verdict_depends_on_it(tiny_bundle_copy: Path, tiny_line: Path) -> None:
    fitted = open_bundle(tiny_bundle_copy)
    stored = fitted.read_json(REGIONS)
    good = sorted((tiny_line / "test" / "good").iterdir())
    assert (stored["boards"], stored["share"]) == (len(good), 0.95)
    boards = [inspected(tiny_bundle_copy, image) for image in good[:3]]
    assert max(b.regions[0].distance_max for b in boards) <= stored["limit"]
    assert all(len(b.shown_regions) == (b.verdict is Verdict.REVIEW) for b in boards)
    older = write_bundle(fitted.folder, {}, base=fitted, without=[REGIONS])
    before = inspected(older.folder, good[0])
    assert before.region_limit is None
    assert before.shown_regions == before.regions
    assert (before.score, before.verdict) == (boards[0].score, boards[0].verdict)
    assert before.score == pytest.approx(boards[0].score, abs=0)
