"""No known defect passes on another kind of processor: a fit measures some boards as such a processor does."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from engine.command_line import run

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration import processors
from vqganodip.calibration.result import open_calibration
from vqganodip.scoring.processor_check import (
    LEFT_OUT,
    CheckState,
    ProcessorCheck,
    boards_to_compare,
    compared,
    processor_check_from,
)
from vqganodip.scoring.threshold import zfn_threshold
from vqganodip.settings import Precision

SCORES = np.array([0.05, 0.31, 0.6, 0.3, 0.9, 0.32, 0.7])
LABELS = np.array([0, 0, 0, 1, 1, 1, 1])
NAMES = ("one", "other")


FILES = Path(__file__).parents[2] / "compatibility" / "files"


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    """A copy of a small bundle of an earlier version, which computes in bfloat16."""
    return Path(shutil.copytree(FILES / "bundle", tmp_path / "b"))


@pytest.fixture
def line(tmp_path: Path) -> Path:
    """Labelled boards for it, four of each kind: those with odd numbers have a defect."""
    for board in sorted((FILES / "boards").glob("L42_SN*.png")):
        folder = tmp_path / "line" / "test" / ("missing" if int(board.stem[6:10]) % 2 else "good")
        folder.mkdir(parents=True, exist_ok=True)
        shutil.copy(board, folder)
    return tmp_path / "line"


def fit(line: Path, bundle: Path, *options: object) -> int:
    return run("fit", line, "--bundle", bundle, "--jobs", "1", "--classifiers", "LR", *options)


def test_that_the_lowest_defects_and_the_boards_nearest_to_them_are_compared() -> None:
    assert boards_to_compare(SCORES, LABELS, 4) == (3, 5, 1, 0)
    assert sorted(boards_to_compare(SCORES, LABELS, 24)) == list(range(7))


def test_that_the_threshold_stays_below_the_lowest_defect_by_the_largest_difference() -> None:
    full, fewer = np.array([0.3, 0.2905]), np.array([0.295, 0.2955])
    check = compared(NAMES, full, fewer, 0.3, instructions=("AVX512", "AVX2"))
    assert (check.boards, check.largest) == (2, pytest.approx(0.005))
    assert check.tolerance == check.largest
    threshold = zfn_threshold(SCORES, LABELS, check.tolerance)
    assert threshold.value == pytest.approx(0.295)
    assert threshold.set_by == (3,)
    assert fewer[0] >= threshold.value - 1e-12
    assert check.changed == ("other",)
    assert "differ by at most 0.005;" in str(check.warning)
    assert "1 of 2" in str(check.warning)


def test_that_equal_scores_still_leave_the_last_digits_to_chance() -> None:
    check = compared(NAMES, SCORES[:2], SCORES[:2], 0.3, instructions=("AVX512", "AVX2"))
    assert (check.largest, check.tolerance) == (0.0, 1e-6)


def test_that_a_margin_takes_no_threshold_below_zero_and_gives_nothing_up_that_it_flags() -> None:
    assert zfn_threshold([0.1, 0.0005, 0.0009], [0, 1, 1], 0.001).value == 0.0
    second = zfn_threshold(SCORES, LABELS, 0.05).steps[1]
    assert (second.value, second.set_by, second.given_up) == (pytest.approx(0.27), (5,), ())


@pytest.mark.parametrize(
    "check", [LEFT_OUT, ProcessorCheck(CheckState.MEASURED, "AVX512", "AVX2", 9, 1e-5, 1e-5, ("good/1.png",))]
)
def test_that_a_check_is_read_as_it_was_written(check: ProcessorCheck) -> None:
    assert processor_check_from(check.to_json()) == check
    assert processor_check_from(None) is None


def test_that_a_fit_measures_as_another_kind_of_processor(
    bundle: Path, line: Path, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(processors, "_BOARDS", 4)
    assert open_calibration(bundle).precision is Precision.BFLOAT16
    assert fit(line, bundle, "--json", tmp_path / "report.json") == 0
    found = open_calibration(bundle)
    assert found.precision is Precision.FLOAT32
    check = found.processors
    assert check is not None
    lowest = min(score for score, label in zip(found.scores, found.labels, strict=True) if label)
    assert found.bundle_threshold == found.threshold.value == pytest.approx(lowest - check.tolerance, abs=1e-12)
    assert found.report.row(found.report.chosen).zfn.threshold == found.threshold.value
    assert check.warning in found.report.warnings
    assert '"processors"' in (tmp_path / "report.json").read_text(encoding="utf-8")
    if check.state is CheckState.MEASURED:  # elsewhere the report says that it could not
        assert (check.instructions, check.fewer, check.boards) == ("AVX512", "AVX2", 4)
        assert 0 < check.tolerance < 0.01
        monkeypatch.setattr(processors, "_other_process", None)  # measured once: the rows are cached
        assert fit(line, bundle) == 0
        assert open_calibration(bundle).processors == check


def test_that_a_processor_without_other_instructions_is_named(
    bundle: Path, line: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(processors, "_instructions", lambda: "NEON")
    assert fit(line, bundle) == 0
    check = open_calibration(bundle).processors
    assert check is not None
    assert (check.state, check.tolerance) == (CheckState.NO_OTHER, 1e-6)
    assert "(NEON) cannot compute as another kind does" in str(check.warning)


def test_that_a_fit_without_the_comparison_says_what_that_means(
    bundle: Path, line: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert fit(line, bundle, "--no-other-processors") == 0
    assert "From this fit on it computes in float32" in capsys.readouterr().err
    found = open_calibration(bundle)
    assert found.processors == LEFT_OUT
    assert found.bundle_threshold == zfn_threshold(found.scores, found.labels, 1e-6).value
    assert found.bundle_threshold < zfn_threshold(found.scores, found.labels).value  # less work may round differently
    assert any("Other kinds of processors were not measured" in str(text) for text in found.report.warnings)
    assert open_bundle(bundle).read_json("threshold")["tolerance"] == 1e-6


def test_that_the_libraries_of_the_other_process_do_with_fewer_instructions() -> None:
    if processors._instructions() != "AVX512":
        pytest.skip("this processor has no AVX-512")
    code = "import torch; print(torch.backends.cpu.get_cpu_capability())"
    done = subprocess.run(
        [sys.executable, "-W", "error", "-c", f"import numpy; {code}"],
        env=os.environ | processors.fewer_instructions(),
        capture_output=True,
        text=True,
        check=True,
    )
    assert done.stdout.strip() == "AVX2"
