"""Inspections compute the metrics that enter the score, and give what they gave with all metrics."""

import math
from pathlib import Path

import numpy as np
import pytest

from vqganodip.bundles.archive import open_bundle
from vqganodip.detection.metrics.families import FAMILIES
from vqganodip.detection.metrics.needed import EVERYTHING, work_for
from vqganodip.detection.metrics.registry import family_of
from vqganodip.inspection.inspector import Inspector, Measured, panels_of
from vqganodip.records import Inspection, MetricRow


class FamilyScore:
    """A score of the metrics of one family."""

    def __init__(self, names: tuple[str, ...], family: str) -> None:
        self.names = names
        self.needed = frozenset(name for name in names if name.startswith(f"{family}."))

    def score(self, row: MetricRow) -> float:
        """A number between 0 and 1 that depends on all metrics of the family."""
        values = {name: value for name, value in zip(row.names, row.values, strict=True) if name in self.needed}
        assert set(values) == self.needed
        return float(1 / (1 + np.exp(-np.mean(list(values.values())) / 100)))


ROUNDING = 1e-6
"""Features of a patch may depend on the rest of its batch by rounding, on some processors."""


def _measured(inspector: Inspector, board: Path) -> Measured:
    return next(event for event in inspector.measure(board) if isinstance(event, Measured))


def assert_alike(part: Inspection, whole: Inspection) -> None:
    """Same places and warnings; distances and score equal but for rounding."""
    assert math.isclose(part.score, whole.score, rel_tol=ROUNDING, abs_tol=ROUNDING)
    assert part.warnings == whole.warnings
    for some, others in ((part.candidates, whole.candidates), (part.regions, whole.regions)):
        assert [one.box for one in some] == [other.box for other in others]
    pairs = zip(part.candidates, whole.candidates, strict=True)
    assert all(math.isclose(one.distance, other.distance, rel_tol=ROUNDING, abs_tol=ROUNDING) for one, other in pairs)


def test_that_a_score_of_one_family_gets_the_same_values_from_less_work(tiny_bundle: Path, tiny_line: Path) -> None:
    opened = open_bundle(tiny_bundle)
    board = next((tiny_line / "test" / "missing").iterdir())
    measuring = Inspector.for_measuring(opened)
    whole = _measured(measuring, board)
    families = {family_of(name).name for name in whole.row.names}
    assert len(families) > 6
    values = dict(zip(whole.row.names, whole.row.values.tolist(), strict=True))
    for family in sorted(families):
        scorer = FamilyScore(whole.row.names, family)
        inspector = Inspector(measuring.model, scorer, 0.5, opened.sha256)
        part = _measured(inspector, board)
        for name, value in zip(part.row.names, part.row.values.tolist(), strict=True):
            assert math.isclose(value, values[name], rel_tol=ROUNDING, abs_tol=ROUNDING), name
        assert set(part.row.names) >= scorer.needed
        assert len(part.row.names) < len(values)
        assert_alike(inspector.decide(part), inspector.decide(whole))
        shown, all_shown = panels_of(part), panels_of(whole)
        assert np.array_equal(shown.reconstruction, all_shown.reconstruction)
        for weighting, difference in shown.differences.items():
            assert np.array_equal(difference, all_shown.differences[weighting])
        assert part.display_weighting is whole.display_weighting


def test_that_a_fitted_bundle_scores_as_with_all_metrics(tiny_bundle: Path, tiny_line: Path) -> None:
    inspector = Inspector.open(tiny_bundle)
    opened = open_bundle(tiny_bundle)
    for board in sorted((tiny_line / "test" / "good").iterdir())[:2]:
        whole = _measured(Inspector.for_measuring(opened), board)
        assert_alike(inspector.decide(_measured(inspector, board)), inspector.decide(whole))


def test_that_maps_are_compared_by_their_candidates_where_that_is_asked_for(tiny_bundle: Path, tiny_line: Path) -> None:
    board = next((tiny_line / "test" / "missing").iterdir())
    whole = _measured(Inspector.for_measuring(open_bundle(tiny_bundle)), board)
    compared = _measured(Inspector.open(tiny_bundle, compare_maps=True), board)
    assert len(whole.views) > 2
    for weighting, view in whole.views.items():
        assert len(view.candidates) > 0
        assert compared.views[weighting].candidates.candidates == view.candidates.candidates


def test_that_patches_are_measured_where_their_metrics_enter() -> None:
    assert work_for(["raw.patch.fid.max"]).candidates == {"raw"}
    assert not work_for(["raw.patch.fid.max"]).network_measures
    assert work_for(["raw.image.perceptual"]).network_measures
    assert work_for(["raw.image.perceptual"]).candidates == frozenset()
    assert work_for(["features.image.place_distance8.max"]).features
    assert not work_for(["foreign.image.evidence.max"]).features
    assert EVERYTHING.columns is None
    with pytest.raises(KeyError):
        work_for(["raw.image.unknown"])
    assert len({family.name for family in FAMILIES}) == len(FAMILIES)
