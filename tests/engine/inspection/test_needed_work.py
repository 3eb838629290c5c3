"""Inspections compute the metrics that enter the score, and give what they gave with all metrics."""

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


def _measured(inspector: Inspector, board: Path) -> Measured:
    return next(event for event in inspector.measure(board) if isinstance(event, Measured))


def _comparable(inspection: Inspection) -> tuple[object, ...]:
    return (inspection.score, inspection.candidates, inspection.regions, inspection.warnings)


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
            assert value == values[name], name
        assert set(part.row.names) >= scorer.needed
        assert len(part.row.names) < len(values)
        assert _comparable(inspector.decide(part)) == _comparable(inspector.decide(whole))
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
        assert _comparable(inspector.decide(_measured(inspector, board))) == _comparable(inspector.decide(whole))


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
