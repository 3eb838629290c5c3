"""Tests of the cache of metric rows."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest

from vqganodip.bundles.archive import Bundle
from vqganodip.calibration.metric_cache import MetricCache
from vqganodip.records import MetricRow

ROW = MetricRow(names=("a.b", "c"), values=np.array([0.1 + 0.2, 1e-300]))
CHEAP = {"mean brightness": 3.5, "golden board": 2.0}


def opened(folder: Path, identity: str = "x") -> MetricCache:
    return MetricCache(folder, identity, tuple(CHEAP))


def test_that_cached_rows_are_restored_exactly(tmp_path: Path) -> None:
    opened(tmp_path / "new").add("s1", ROW, CHEAP)
    calibration = opened(tmp_path / "new").find("s1")
    assert calibration is not None
    row, cheap = calibration
    assert row.names == ROW.names
    assert row.values.tolist() == ROW.values.tolist()
    assert cheap == CHEAP
    assert opened(tmp_path / "new").find("s2") is None
    assert opened(tmp_path / "new", "y").find("s1") is None


def test_that_a_partial_last_row_is_dropped_and_the_others_are_kept(tmp_path: Path) -> None:
    rows = opened(tmp_path)
    for name in ("s1", "s2", "s3"):
        rows.add(name, ROW, CHEAP)
    text = rows.path.read_text()
    rows.path.write_text(text[:-9])
    again = opened(tmp_path)
    assert len(again) == 2
    again.add("s3", ROW, CHEAP)
    assert len(opened(tmp_path)) == 3


def test_that_other_metrics_replace_the_table(tmp_path: Path) -> None:
    rows = opened(tmp_path)
    rows.add("s1", ROW, CHEAP)
    rows.add("s2", MetricRow(names=("d",), values=np.array([1.0])), CHEAP)
    assert rows.find("s1") is None
    assert len(opened(tmp_path)) == 1


def test_that_an_unwritable_folder_does_not_stop_the_measuring(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    rows = opened(tmp_path / "file")
    rows.add("s1", ROW, CHEAP)
    assert "cannot be cached" in str(rows.problem)
    assert rows.find("s1") is not None


@pytest.mark.parametrize("role", ["scorer", "threshold"])
def test_that_the_cache_is_valid_after_a_fit_but_not_after_a_training(tmp_path: Path, role: str) -> None:
    trained = Bundle(tmp_path / "b", "1", {"vqgan": ("v", "11")})
    fitted = Bundle(tmp_path / "b", "2", {"vqgan": ("v", "11"), role: ("s", "22")})
    other = Bundle(tmp_path / "b", "3", {"vqgan": ("v", "33")})
    paths = [MetricCache.of_bundle(bundle, ()).path for bundle in (trained, fitted, other)]
    assert paths[0] == paths[1] != paths[2]
    assert paths[0].parent == tmp_path / "b.run"
