"""The calibration of the shipped bundle, read back."""

from __future__ import annotations

from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from locations import DEMO_BUNDLE

from vqganodip.calibration.result import open_calibration
from vqganodip.errors import BundleError
from vqganodip.scoring.threshold import confusion

SHIPPED = DEMO_BUNDLE


def test_that_counts_at_any_threshold_equal_those_of_the_report() -> None:
    calibration = open_calibration(SHIPPED)
    row = calibration.report.row(calibration.report.chosen)
    for point in row.points:
        assert calibration.counts(point.threshold) == point.confusion
    assert row.std is not None
    assert calibration.counts(0.5) == row.std
    assert calibration.threshold.value == pytest.approx(calibration.bundle_threshold)
    rng = np.random.default_rng(0)
    for value in rng.uniform(0, 1, 1000):
        assert calibration.counts(value) == confusion(calibration.scores, calibration.labels, value)
        assert len(calibration.missed(value)) == calibration.counts(value).fn


def test_that_a_histogram_bar_lists_its_images() -> None:
    calibration = open_calibration(SHIPPED)
    edges = np.linspace(0, 1, 41)
    listed = [i for low, high in pairwise(edges) for i in calibration.between(low, high)]
    assert sorted(listed) == list(range(len(calibration.scores)))


def test_that_a_bundle_without_a_score_is_refused(tmp_path: Path) -> None:
    from vqganodip.bundles.archive import write_bundle

    write_bundle(tmp_path / "b", {"settings": (".json", b"{}")})
    with pytest.raises(BundleError, match="never fitted"):
        open_calibration(tmp_path / "b")
