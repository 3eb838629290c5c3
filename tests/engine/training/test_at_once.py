"""A model that judges at once: built from normal boards alone, scored and refused without a reconstruction."""

from __future__ import annotations

import csv
import json
import shutil
from pathlib import Path

import numpy as np
import pytest
from engine.command_line import run
from engine.small_training import small_training
from engine.tiny_boards import SIZE, tiny_board, write_tiny_line
from PIL import Image as Pil

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.depth import DEPTH, require_whole
from vqganodip.bundles.reference_board import reference_board
from vqganodip.calibration.normal_calibration import read_normal_calibration
from vqganodip.calibration.result import read_calibration
from vqganodip.datasets.layouts import normal_folder
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.errors import BundleError
from vqganodip.export.ipc_cfx import export_cfx
from vqganodip.export.judgments_csv import export_boards
from vqganodip.inspection.inspector import Inspected, Inspector
from vqganodip.neural.board_maps import board_maps, product_statistics
from vqganodip.neural.networks.efficientnet_lite import efficientnet_lite
from vqganodip.neural.networks.shipped import GENERAL
from vqganodip.neural.reference_sums import ReferenceSums
from vqganodip.presets import PRESETS
from vqganodip.review.judgments import JudgmentKind
from vqganodip.scoring.normal_only import NORMAL_ONLY, flag_rate_bound, normal_threshold
from vqganodip.store.panels import PanelStore
from vqganodip.store.workspace import open_workspace, read_workspace
from vqganodip.testing import sample_judgment
from vqganodip.training.at_once import aligned_boards
from vqganodip.training.events import Notice
from vqganodip.training.request import TrainingRequest

pytestmark = pytest.mark.usefixtures("small_networks")


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory, good_boards: Path) -> Path:
    bundle = tmp_path_factory.mktemp("bundle") / "at-once"
    words = ("train", good_boards, "--all-normal", "--depth", "at-once", "--bundle", bundle, "--product", "Sensor")
    with small_training():
        assert run(*words) == 0
    return bundle


def inspected(bundle: Path, board: Path) -> Inspected:
    (last,) = [e for e in Inspector.open(bundle).inspect(board) if isinstance(e, Inspected)]
    return last


def test_a_folder_of_good_boards_is_enough(at_once: Path) -> None:
    bundle = open_bundle(at_once)
    assert bundle.read_json("settings")[DEPTH] == "at_once"
    assert bundle.name.product == "Sensor"
    assert {*bundle.files} == {
        "settings",
        "reference",
        "golden",
        "places",
        "structure",
        "features",
        "part_statistics",
        "scorer",
        "threshold",
    }
    assert sorted(bundle.networks) == ["efficientnet_lite0", GENERAL]


@pytest.mark.parametrize("choose", [True, pytest.param(False, marks=pytest.mark.long)])
def test_enlarged_photographs_are_judged_at_a_smaller_scale_unless_one_is_given(tmp_path: Path, choose: bool) -> None:
    for seed in range(15):
        board = Pil.fromarray(render_board("gateway", seed, size=256).image)
        board.resize((board.width * 2, board.height * 2), Pil.Resampling.BICUBIC).save(tmp_path / f"{seed:02d}.png")
    request = TrainingRequest(normal_folder(tmp_path), tmp_path / "b", choose_scale=choose)
    reading = aligned_boards(request, PRESETS["robust"])
    notices = []
    while True:
        try:
            event = next(reading)
        except StopIteration as end:
            preset, reference, boards = end.value
            break
        if isinstance(event, Notice):
            notices.append(str(event.text))
    chosen = preset.registration.long_side
    assert chosen in (256, 384) if choose else chosen == 1024
    assert max(boards.images[0].shape) == min(chosen, 512)
    assert reference.scale == pytest.approx(512 / min(chosen, 512))
    assert any(f"Working scale: a long side of {chosen} px" in text for text in notices) is choose


def test_the_threshold_flags_no_normal_board_and_promises_a_rate(at_once: Path) -> None:
    stored = open_bundle(at_once).read_json("threshold")
    assert stored["rule"] == "normal boards only"
    assert stored["normal"] == len(stored["normal_scores"]) == 16
    assert stored["abnormal"] == 0
    assert max(stored["normal_scores"]) < stored["threshold"] == normal_threshold(stored["normal_scores"])
    assert flag_rate_bound(20) == pytest.approx(0.139, abs=0.0005)


def test_a_board_is_compared_with_the_reference_board(at_once: Path, tmp_path: Path) -> None:
    board = tmp_path / "board.png"
    Pil.fromarray(tiny_board(np.random.default_rng(5), missing=12)).save(board)
    found = inspected(at_once, board)
    assert 0.0 <= found.inspection.score <= 1.0
    assert found.inspection.regions
    assert not found.panels.reconstructed
    assert np.array_equal(found.panels.reconstruction, reference_board(at_once).pixels)
    store = PanelStore(tmp_path / "panels")
    store.write("0" * 64, found.panels)
    read = store.read("0" * 64)
    assert read is not None
    assert not read.reconstructed
    assert np.array_equal(read.reconstruction, found.panels.reconstruction)


def test_the_reference_of_a_board_is_made_without_it() -> None:
    rng = np.random.default_rng(2)
    boards = [tiny_board(rng, moved=False) for _ in range(5)]
    features = efficientnet_lite()
    sums = ReferenceSums()
    for board in boards:
        sums.add(board, board_maps(board, features))
    without = sums.without(boards[2], board_maps(boards[2], features))
    others = product_statistics([b for i, b in enumerate(boards) if i != 2], features)
    assert np.allclose(without.mean, others.mean, atol=1e-3)
    assert np.allclose(without.scale, others.scale, atol=1e-2)
    for ours, expected in zip(without.places, others.places, strict=True):
        assert np.allclose(ours.mean, expected.mean, atol=1e-4)
        assert np.allclose(ours.spread, expected.spread, atol=1e-3)
    pixels, _ = sums.statistics()
    assert np.allclose(pixels.scale, PixelStatistics.build(boards, gain=False).scale, atol=1e-2)


def test_a_fit_on_labelled_boards_gives_it_a_score_with_known_defects(at_once: Path, tmp_path: Path) -> None:
    bundle = Path(shutil.copytree(at_once, tmp_path / "b"))
    with pytest.raises(BundleError, match="normal boards alone"):
        read_calibration(open_bundle(bundle))
    line = write_tiny_line(tmp_path / "line", train=0, good=8, defective=6, seed=3)
    shutil.rmtree(line / "train")
    fit = ("fit", line, "--bundle", bundle, "--jobs", "1", "--classifiers", "LR,MLR", "--no-other-processors")
    assert run(*fit) == 0
    calibration = read_calibration(open_bundle(bundle))
    assert int(calibration.labels.sum()) == 6
    assert inspected(bundle, line / "test" / "good" / "000.png").inspection.threshold == calibration.bundle_threshold


def test_what_needs_a_reconstruction_refuses_it_by_name(at_once: Path) -> None:
    with pytest.raises(BundleError, match="no network that reconstructs"):
        require_whole(open_bundle(at_once))


def test_too_few_boards_and_another_product_are_refused_before_anything_is_learned(
    good_boards: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    few = tmp_path / "few"
    few.mkdir()
    for path in sorted(good_boards.iterdir())[:13]:
        shutil.copy(path, few)
    command = ("train", few, "--all-normal", "--depth", "at-once", "--bundle", tmp_path / "b")
    assert run(*command) == 1
    assert "13 usable normal images are too few" in capsys.readouterr().err
    for i in range(2):
        other = np.random.default_rng(40 + i).integers(0, 255, (SIZE[1], SIZE[0], 3)).astype(np.uint8)
        Pil.fromarray(other).save(few / f"other {i}.png")
    assert run(*command) == 1
    shown = capsys.readouterr().err
    assert "other 0.png does not align" in shown
    assert "only 13 boards align with each other" in shown
    assert not (tmp_path / "b").exists()


def test_options_of_a_training_are_refused(good_boards: Path, tmp_path: Path) -> None:
    command = ("train", good_boards, "--all-normal", "--depth", "at-once", "--bundle", tmp_path / "b")
    for options in (("--minutes", "1"), ("--steps", "10"), ("--resume",), ("--without-imagenet",)):
        assert run(*command, *options) == 2


def test_a_folder_that_says_which_boards_are_bad_is_no_folder_of_good_boards(tiny_line: Path, tmp_path: Path) -> None:
    command = ("train", tiny_line, "--all-normal", "--depth", "at-once", "--bundle", tmp_path / "b")
    assert run(*command) == 1, "its folder test/missing holds defective boards"
    folder = tmp_path / "labelled"
    shutil.copytree(tiny_line / "test" / "good", folder / "good")
    shutil.copytree(tiny_line / "test" / "missing", folder / "bad")
    assert run("train", folder, "--all-normal", "--depth", "at-once", "--bundle", tmp_path / "b") == 1


def test_the_stored_score_names_its_metric(at_once: Path) -> None:
    assert json.loads(open_bundle(at_once).read("scorer"))["column"] == "foreign.image.evidence.max"


def test_every_result_says_that_nothing_is_promised_about_misses(
    at_once: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    line = write_tiny_line(tmp_path / "line", train=0, good=2, defective=2, seed=9)
    shutil.rmtree(line / "train")
    with open_workspace(tmp_path / "ws") as station:
        for number, board in enumerate(sorted((line / "test").rglob("*.png"))):
            station.repository.add_inspection(inspected(at_once, board).inspection, f"SN {number}")
        item = station.repository.item(1)
        assert item.inspection.threshold_rule == NORMAL_ONLY
    promised = "none of the 16 normal boards: at most 17.1 % of good boards like these"

    assert run("inspect", line / "test" / "good", "--bundle", at_once) == 0
    shown = capsys.readouterr()
    assert promised in shown.err
    assert {json.loads(text)["threshold_rule"] for text in shown.out.splitlines()} == {NORMAL_ONLY}

    assert run("evaluate", line, "--bundle", at_once, "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["threshold_rule"] == NORMAL_ONLY
    assert promised in said["promise"]

    page = tmp_path / "report.html"
    assert run("report", "--workspace", tmp_path / "ws", "--out", page, "--bundle", at_once) == 0
    assert promised in page.read_text(encoding="utf-8")
    assert run("report", "--workspace", tmp_path / "ws", "--out", page) == 0
    assert "it was set on normal boards only, and nothing is promised" in page.read_text(encoding="utf-8")

    table = tmp_path / "boards.csv"
    with read_workspace(tmp_path / "ws") as station:
        export_boards(station.repository, table)
    capsys.readouterr()
    rows = list(csv.DictReader(table.read_text(encoding="utf-8-sig").splitlines()))
    assert [row["threshold_rule"] for row in rows] == [NORMAL_ONLY] * 4

    with open_workspace(tmp_path / "ws") as station:
        station.repository.add_judgment(sample_judgment(1, JudgmentKind.OK))
        export_cfx(station.repository, tmp_path / "judgments.cfx.json")
    assert f"(rule: {NORMAL_ONLY})" in (tmp_path / "judgments.cfx.json").read_text(encoding="utf-8")

    assert run("verify", tmp_path / "ws") == 0
    assert "the threshold of 4 boards was set on normal boards only" in capsys.readouterr().err


def test_its_threshold_is_signed_with_a_reason_and_without_a_count_of_misses(
    at_once: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    with open_workspace(tmp_path / "ws"):
        pass
    command = ("threshold", tmp_path / "ws", "--bundle", at_once)
    assert run(*command) == 0
    shown = capsys.readouterr().out
    assert "Rule: normal boards only" in shown
    assert "nothing is promised about missed defects" in shown
    assert "missed of" not in shown
    assert run(*command, "--no-miss", "--operator", "E. N.") == 2
    normal = read_normal_calibration(open_bundle(at_once))
    lower = float(np.sort(normal.scores)[-2])
    assert run(*command, "--set", lower, "--operator", "E. N.") == 1
    assert "unknown what this threshold misses" in capsys.readouterr().err
    assert run(*command, "--set", lower, "--operator", "E. N.", "--reason", "Stricter at first", "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert (said["threshold"], said["rule"], said["counts"]) == (lower, NORMAL_ONLY, {"fp": 2, "tn": 14})
    assert "flags 2 of 16 normal boards: at most 34.4 % of good boards like these" in said["promise"]
    assert said["changes"][0]["data_sha256"] == normal.data_sha256
