"""Tests of ignore regions, with the bundle of the demo line and a tiny one."""

from __future__ import annotations

import shutil
from pathlib import Path

import numpy as np
import pytest
from engine.tiny_boards import SIZE, tiny_board
from locations import DEMO_BUNDLE
from typer.testing import CliRunner

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.ignore_regions import ignore_mask, ignore_regions, set_ignore_regions
from vqganodip.cli.main import app
from vqganodip.errors import BundleError, SettingsError
from vqganodip.imaging.decoding import write_png
from vqganodip.inspection.inspector import Inspector, Measured
from vqganodip.types import Box

DEMO = DEMO_BUNDLE


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEMO, tmp_path / "gearbox"))


def candidates_inside(bundle: Path, board: Path, box: Box) -> list[int]:
    inspector = Inspector.for_measuring(open_bundle(bundle))
    measured = next(e for e in inspector.measure(board) if isinstance(e, Measured))
    counts = []
    for view in measured.views.values():
        x, y = view.candidates.pixels.T
        counts.append(int(((x >= box.x0) & (x < box.x1) & (y >= box.y0) & (y < box.y1)).sum()))
    return counts


def test_that_no_candidate_pixel_lies_in_an_ignored_region(tiny_bundle_copy: Path, tmp_path: Path) -> None:
    board = tmp_path / "board.png"
    write_png(board, tiny_board(np.random.default_rng(99), missing=8))
    width, height = SIZE
    box = Box(0, 0, width, height // 2)  # with the missing part
    before = candidates_inside(tiny_bundle_copy, board, box)
    assert all(count > 0 for count in before)
    set_ignore_regions(open_bundle(tiny_bundle_copy), [box])
    assert sum(candidates_inside(tiny_bundle_copy, board, box)) == 0


def test_that_new_regions_remove_the_score_until_the_next_fit(bundle: Path) -> None:
    before = open_bundle(bundle)
    after = set_ignore_regions(before, [Box(10, 20, 30, 40)])
    assert "scorer" in before
    assert "scorer" not in after
    assert "threshold" not in after
    assert after.sha256 != before.sha256
    assert not list(bundle.glob("scorer-*"))
    with pytest.raises(BundleError):
        Inspector.open(bundle)


def test_that_the_verb_adds_lists_and_clears_regions(bundle: Path, tmp_path: Path) -> None:
    def run(*more: str) -> str:
        done = CliRunner().invoke(app, ["ignore", "--bundle", str(bundle), *more])
        assert done.exit_code == 0, done.output
        return done.output

    assert "no ignore regions" in run()
    drawn = run("--box", "10,20,30,40")
    assert "10,20,30,40" in drawn
    assert "Reference board of 1024×1024 px" in drawn
    listed = run("--box", "50,60,70,80", "--picture", str(tmp_path / "p.png"))
    assert "10,20,30,40" in listed
    assert "50,60,70,80" in listed
    assert (tmp_path / "p.png").is_file()
    assert ignore_regions(open_bundle(bundle)) == (Box(10, 20, 30, 40), Box(50, 60, 70, 80))
    assert "no ignore regions" in run("--clear")


@pytest.mark.parametrize(
    ("boxes", "said"),
    [
        ([Box(-1, 0, 5, 5)], "not inside"),
        ([Box(5, 5, 5, 9)], "not inside"),
        ([Box(0, 0, 2000, 5)], "not inside"),
        ([Box(0, 0, 1024, 512), Box(0, 512, 1024, 1024)], "whole board"),
    ],
)
def test_that_invalid_regions_are_refused(bundle: Path, boxes: list[Box], said: str) -> None:
    with pytest.raises(SettingsError, match=said):
        set_ignore_regions(open_bundle(bundle), boxes)


def test_that_a_malformed_region_is_named(bundle: Path) -> None:
    done = CliRunner().invoke(app, ["ignore", "--bundle", str(bundle), "--box", "1,2,3"])
    assert isinstance(done.exception, SettingsError)


def test_that_without_regions_there_is_no_mask() -> None:
    assert ignore_mask((), (10, 10)) is None


def test_that_clearing_no_regions_changes_nothing(bundle: Path) -> None:
    said = CliRunner().invoke(app, ["ignore", "--bundle", str(bundle), "--clear"])
    assert said.exit_code == 0
    assert "made with other regions" not in said.output
    assert open_bundle(bundle).sha256 == open_bundle(DEMO).sha256


@pytest.mark.parametrize("name", ["manifest.json", "manifest.JSON", "scores"])
def test_that_the_picture_replaces_no_other_kind_of_file(bundle: Path, name: str) -> None:
    before = (bundle / "manifest.json").read_bytes()
    said = CliRunner().invoke(app, ["ignore", "--bundle", str(bundle), "--picture", str(bundle / name)])
    assert said.exit_code == 2
    assert (bundle / "manifest.json").read_bytes() == before
    assert not (bundle / "scores").exists()
