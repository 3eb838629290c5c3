"""Notices about a data set, before its images are measured by a fit or an evaluation."""

from __future__ import annotations

import itertools
import shutil
from pathlib import Path

import pytest
from engine.tiny_boards import write_tiny_line
from locations import DEMO_BUNDLE

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration.fit import evaluate, fit
from vqganodip.datasets.layouts import load_dataset
from vqganodip.training.events import Notice


@pytest.fixture
def twins(tmp_path: Path) -> Path:
    """Folders good and bad without a split; one file is in both."""
    line = write_tiny_line(tmp_path / "line", train=1, good=4, defective=4)
    for label, part in (("good", "good"), ("bad", "missing")):
        shutil.copytree(line / "test" / part, tmp_path / "data" / label)
    shutil.copy(tmp_path / "data" / "good" / "000.png", tmp_path / "data" / "bad" / "same.png")
    return tmp_path / "data"


@pytest.mark.parametrize("measure", [fit, evaluate])
def test_that_contradictions_are_named_before_the_first_measurement(measure: object, twins: Path) -> None:
    dataset = load_dataset(twins, to_train=False)
    assert not any(note.code == "data-no-split" for note in dataset.notes), "everything is scored"
    events = measure(open_bundle(DEMO_BUNDLE), dataset)  # type: ignore[operator]
    first = list(itertools.islice(events, len(dataset.notes)))
    events.close()
    assert first == [Notice(note) for note in dataset.notes]
    assert any(
        "bad/same.png" in str(notice.text) and "both normal and defective" in str(notice.text) for notice in first
    )
