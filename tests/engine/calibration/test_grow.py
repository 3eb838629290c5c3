"""Growing reference: confirmed good boards enter a new version of a model at once, and nothing else does."""

from __future__ import annotations

import dataclasses
import json
from pathlib import Path

import numpy as np
import pytest
from engine.command_line import run
from engine.tiny_boards import tiny_board
from PIL import Image as Pil

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration.normal_calibration import open_any_calibration
from vqganodip.inspection.inspect_folder import inspect_folder
from vqganodip.inspection.inspector import Inspector
from vqganodip.review.judgments import JudgmentKind, Purpose
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import sample_judgment

pytestmark = pytest.mark.usefixtures("small_networks")

MODEL_BOARDS = 15


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of boards from which a model is built."""
    folder, rng = tmp_path_factory.mktemp("good"), np.random.default_rng(11)
    for i in range(MODEL_BOARDS):
        Pil.fromarray(tiny_board(rng)).save(folder / f"board {i:02d}.png")
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory, good: Path) -> Path:
    """A model that judges at once."""
    bundle = tmp_path_factory.mktemp("models") / "Sensor" / "1"
    words = ("train", good, "--all-normal", "--depth", "at-once", "--mm-per-px", 0.05, "--bundle", bundle)
    assert run(*words) == 0
    return bundle


@pytest.fixture
def judged(tmp_path: Path, model: Path) -> Path:
    """A workspace with four boards: two confirmed good, one judged by one person alone, one confirmed NG."""
    rng = np.random.default_rng(23)
    pictures = tmp_path / "line"
    pictures.mkdir()
    for i in range(4):
        board = tiny_board(rng, missing=12) if i == 3 else tiny_board(rng)
        Pil.fromarray(board).save(pictures / f"{i}.png")
    workspace = tmp_path / "ws"
    with open_workspace(workspace) as opened:
        kept = opened.repository
        for _ in inspect_folder(Inspector.open(model), sorted(pictures.iterdir()), kept, opened.panels):
            pass
        for number, kind, who, role in (
            (1, JudgmentKind.OK, "A", ""),
            (1, JudgmentKind.OK, "B", ""),
            (2, JudgmentKind.OK, "Q", "quality"),
            (3, JudgmentKind.OK, "A", ""),
            (4, JudgmentKind.NG, "Q", "quality"),
        ):
            purpose = Purpose.SECOND if who == "B" else Purpose.REVIEW
            kept.add_judgment(
                dataclasses.replace(sample_judgment(number, kind), operator=who, purpose=purpose, role=role)
            )
    return workspace


def test_confirmed_good_boards_enter_a_new_version(
    judged: Path, model: Path, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    sha256 = open_bundle(model).sha256
    new = tmp_path / "2"
    assert run("grow", judged, "--bundle", model, "--data", good, "--out", new, "--json") == 0
    found = json.loads(capsys.readouterr().out)
    assert found["before"]["boards"] == MODEL_BOARDS
    assert found["after"]["boards"] == MODEL_BOARDS + 2
    assert len(found["entered"]) == 2
    (defect,) = found["defects"]
    assert defect["score_before"] > 0.0
    assert defect["flagged_after"] == (defect["score_after"] >= found["after"]["threshold"])
    assert open_bundle(model).sha256 == sha256
    bundle = open_bundle(new)
    assert bundle.sha256 != sha256
    assert bundle.name.product == open_bundle(model).name.product
    entered = bundle.read_json("entered")
    assert entered["from_bundle"] == sha256
    assert [(b["confirmed_by"], b["by_quality"]) for b in entered["boards"]] == [(["A", "B"], False), (["Q"], True)]
    assert {b["sha256"] for b in entered["boards"]} < set(bundle.read_json("settings")["images_seen"])
    before, after = (open_bundle(b).read_json("settings") for b in (model, new))
    assert after["mm_per_px"] == pytest.approx(before["mm_per_px"])
    assert after["long_side"] == before["long_side"]
    scores = open_any_calibration(new).scores
    assert max(scores) < open_any_calibration(new).bundle_threshold
    assert run("grow", judged, "--bundle", new, "--data", good, "--out", tmp_path / "3") == 1
    assert "no confirmed good board" in " ".join(capsys.readouterr().err.split())
    with open_workspace(judged) as opened:
        opened.repository.add_judgment(
            dataclasses.replace(sample_judgment(3, JudgmentKind.OK), operator="B", purpose=Purpose.SECOND)
        )
    assert run("grow", judged, "--bundle", new, "--data", good, "--out", tmp_path / "3") == 0  # and it grows again
    third = open_bundle(tmp_path / "3")
    assert len(third.read_json("settings")["images_seen"]) == MODEL_BOARDS + 3
    assert third.read_json("entered")["earlier"] == entered["boards"]
    assert third.read_json("entered")["from_bundle"] == bundle.sha256


def test_boards_of_the_old_version_must_be_there(
    judged: Path, model: Path, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    some = tmp_path / "some"
    some.mkdir()
    for path in sorted(good.iterdir())[3:]:
        (some / path.name).write_bytes(path.read_bytes())
    assert run("grow", judged, "--bundle", model, "--data", some, "--out", tmp_path / "2") == 1
    said = " ".join(capsys.readouterr().err.split())
    assert "3 boards that the model was built from are not in this folder" in said
    assert not (tmp_path / "2").exists()


def test_a_model_that_was_fitted_on_defects_is_recalibrated_instead(
    tiny_bundle: Path, judged: Path, good: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("grow", judged, "--bundle", tiny_bundle, "--data", good, "--out", tmp_path / "2") == 1
    assert "vqganodip recalibrate" in " ".join(capsys.readouterr().err.split())
