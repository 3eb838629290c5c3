"""Tests of the benchmark's figures; the measurement itself is a long test."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from locations import DEMO_BUNDLE
from typer.testing import CliRunner

from vqganodip.cli import bench as verb
from vqganodip.cli.main import app
from vqganodip.errors import BundleError
from vqganodip.inspection.benchmark import BenchResult, BusyMachine, Side, StageTime

DEMO = DEMO_BUNDLE

RESULT = BenchResult(
    literal=Side("literal", (StageTime("networks", 40.0), StageTime("candidates", 700.0, 24, 7200)), 4096.0),
    exact=Side("exact", (StageTime("candidates", 100.0, 192, 3800),), 900.0),
    ours=Side("ours", (StageTime("networks", 0.5), StageTime("candidates", 1.0), StageTime("other", 0.5)), 800.0),
    busy_machine=BusyMachine(2.0, 3.0),
    boards=7,
    threads=2,
)


def test_that_the_table_and_the_figures_show_the_measurements(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setattr("vqganodip.inspection.benchmark.run_bench", lambda *_, **__: iter([RESULT]))
    done = CliRunner().invoke(app, ["bench", "--bundle", "b", "--board", "x.png", "--json", str(tmp_path / "b.json")])
    assert done.exit_code == 0, done.output
    assert "24 of 7200" in done.output
    assert "370" in done.output  # 740 s / 2 s
    assert "7.0 times faster" in done.output
    assert "1.50 times" in done.output
    figures = json.loads((tmp_path / "b.json").read_text())
    assert figures["ratio"] == pytest.approx(370)
    assert figures["ratio_exact_ranking"] == pytest.approx(7)


def test_that_a_folder_that_is_no_bundle_is_named(tmp_path: Path) -> None:
    done = CliRunner().invoke(app, ["bench", "--bundle", str(tmp_path), "--board", "x.png"])
    assert isinstance(done.exception, BundleError)
    assert verb.bench.__doc__


@pytest.mark.long
def test_that_an_inspection_is_hundreds_of_times_faster_than_the_literal_procedure() -> None:
    done = CliRunner().invoke(app, ["bench", "--bundle", str(DEMO), "--samples", "8", "--repeats", "3"])
    assert done.exit_code == 0, done.output
    assert "whole board" in done.output
