"""A model whose segmentation network is trained further on one product, and the boards that set its threshold."""

from __future__ import annotations

import shutil
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from engine.command_line import run
from engine.tiny_boards import SIZE, tiny_board, write_tiny_line
from PIL import Image as Pil
from safetensors.torch import save

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.depth import DEPTH
from vqganodip.datasets.layouts import Dataset, load_dataset, normal_folder
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.errors import TrainingError
from vqganodip.files import sha256_of
from vqganodip.inspection.inspector import Inspected, Inspector
from vqganodip.neural.inference import SegmentationSession
from vqganodip.neural.networks.shipped import GENERAL, general_bytes, general_weights
from vqganodip.neural.reference_sums import ReferenceSums
from vqganodip.presets import PRESETS
from vqganodip.scoring.normal_only import flag_rate_bound, normal_threshold
from vqganodip.training.adapted import build_adapted, kept_for_threshold
from vqganodip.training.events import Built
from vqganodip.training.request import TrainingRequest

pytestmark = pytest.mark.usefixtures("small_networks")


def adapt(boards: Path, bundle: Path, *options: object) -> int:
    return run("train", boards, "--all-normal", "--depth", "adapted", "--bundle", bundle, *options)


def test_the_network_learns_and_the_boards_it_did_not_learn_from_set_the_threshold(
    good_boards: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert adapt(good_boards, tmp_path / "b", "--steps", 4) == 0
    assert f"at most {100 * flag_rate_bound(10):.1f} % of good boards like these" in capsys.readouterr().err
    bundle = open_bundle(tmp_path / "b")
    settings, threshold = bundle.read_json("settings"), bundle.read_json("threshold")
    assert settings[DEPTH] == "adapted"
    figures = settings["figures"]
    assert (figures["boards"], figures["boards_learned"], figures["boards_of_threshold"]) == (16, 6, 10)
    assert figures["steps"] == 4
    assert len(threshold["normal_scores"]) == 10
    assert threshold["threshold"] == normal_threshold(threshold["normal_scores"])
    assert "foreign_net" in bundle.files
    assert GENERAL in bundle.networks
    assert bundle.read_json("settings")["averaged_with"] == GENERAL
    (last,) = [
        e for e in Inspector.open(bundle.folder).inspect(good_boards / "board 00.png") if isinstance(e, Inspected)
    ]
    assert not last.panels.reconstructed
    assert 0.0 <= last.inspection.score <= 1.0


def test_a_stopped_training_gives_a_bundle_and_goes_on_to_the_same_network(good_boards: Path, tmp_path: Path) -> None:
    def built(name: str, *, resume: bool = False, steps_before_stop: int = 100, long_side: int = 1024) -> Built:
        registration = replace(PRESETS["robust"].registration, long_side=long_side)
        asked = iter(range(steps_before_stop))
        request = TrainingRequest(normal_folder(good_boards), tmp_path / name, steps=6, resume=resume)
        preset = replace(PRESETS["robust"], registration=registration)
        events = build_adapted(request, preset, stop=lambda: next(asked, None) is None)
        *_, last = events
        assert isinstance(last, Built)
        return last

    early = built("parts", steps_before_stop=2).figures
    assert (early["steps"], early["trained_share"]) == (3, 0.5)
    with pytest.raises(TrainingError, match="unfinished"):
        built("parts")
    with pytest.raises(TrainingError, match="long side"):
        built("parts", resume=True, long_side=128)  # the boards would have another scale
    parts, whole = built("parts", resume=True).bundle, built("whole").bundle
    assert parts.read("foreign_net") == whole.read("foreign_net")


@pytest.mark.parametrize("boards", [15, 20, 280])
def test_a_third_of_the_boards_and_at_least_ten_set_the_threshold(boards: int) -> None:
    kept = kept_for_threshold(boards, 3)
    assert len(set(kept)) == max(10, round(boards / 3))
    assert max(kept) < boards
    assert kept == kept_for_threshold(boards, 3)


def test_options_of_the_reconstruction_are_refused(good_boards: Path, tmp_path: Path) -> None:
    for options in (("--preset", "paper"), ("--ema", "0.9"), ("--without-imagenet",), ("--devices", "2")):
        assert adapt(good_boards, tmp_path / "b", *options) == 2


@pytest.fixture
def labelled(good_boards: Path, tmp_path: Path) -> Path:
    """Sixteen good boards to train on, with three defective ones with masks and one without, and six boards to test."""
    line = write_tiny_line(tmp_path / "line", train=0, good=3, defective=3)
    for board in good_boards.iterdir():
        shutil.copy(board, line / "train" / "good")
    defects, masks = line / "train" / "missing", line / "ground_truth" / "train" / "missing"
    defects.mkdir(), masks.mkdir(parents=True)
    rng = np.random.default_rng(5)
    for i in range(4):
        Pil.fromarray(tiny_board(rng, missing=7 + i)).save(defects / f"{i:03d}.png")
        mask = np.zeros((SIZE[1], SIZE[0]), np.uint8)
        mask[40:60, 40:60] = 255
        if i:
            Pil.fromarray(mask).save(masks / f"{i:03d}_mask.png")
    return line


def test_defective_boards_with_masks_are_learned_from_and_are_no_measure_afterwards(
    labelled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    data = load_dataset(labelled)
    assert (len(data.train), len(data.train_defects), len(data.test)) == (16, 3, 6)
    assert run("train", labelled, "--depth", "adapted", "--steps", 4, "--bundle", tmp_path / "b") == 0
    assert "1 image of train/missing is left out" in capsys.readouterr().err
    settings = open_bundle(tmp_path / "b").read_json("settings")
    assert settings["figures"]["defective_learned"] == 3
    assert {sha256_of(image.path) for image in data.train_defects} < set(settings["images_seen"])
    assert settings["figures"]["boards_of_threshold"] == 10
    others = tmp_path / "others"
    shutil.copytree(labelled / "test", others / "test")
    shutil.copy(data.train_defects[0].path, others / "test" / "missing" / "known.png")
    capsys.readouterr()
    run("evaluate", others, "--bundle", tmp_path / "b")
    assert "the bundle was trained on this image" in capsys.readouterr().err


@pytest.mark.long
def test_without_defective_boards_the_network_is_another_one(labelled: Path, tmp_path: Path) -> None:
    def network(name: str, dataset: Dataset) -> bytes:
        *_, last = build_adapted(TrainingRequest(dataset, tmp_path / name, steps=4), PRESETS["robust"])
        assert isinstance(last, Built)
        return last.bundle.read("foreign_net")

    data = load_dataset(labelled)
    assert network("with", data) != network("without", replace(data, train_defects=()))


def test_a_model_without_training_says_that_it_learns_nothing_from_them(
    labelled: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("train", labelled, "--depth", "at-once", "--bundle", tmp_path / "b") == 0
    assert "Nothing is learned from the 3 defective boards with masks" in capsys.readouterr().err
    assert len(open_bundle(tmp_path / "b").read_json("settings")["images_seen"]) == 16


def test_log_odds_are_the_mean_of_those_of_the_adapted_and_the_general_network() -> None:
    general = general_bytes()
    weights = {name: values.clone() for name, values in general_weights().items()}
    (last,) = [name for name, values in weights.items() if name.endswith("bias") and values.numel() == 1]
    weights[last] = weights[last] + 2.0
    other = save({name: values.half() for name, values in weights.items()})
    boards = [render_board("gateway", seed, size=256).image for seed in range(4)]
    alone, both = (SegmentationSession.from_bytes(other, averaged=averaged) for averaged in (None, general))
    sums = ReferenceSums()
    for board in boards:
        sums.add(board, alone.maps(board))
    maps = both.maps(boards[0])
    about = sums.without(boards[0], maps)
    one, mean = (session.segment_maps(boards[0], about, maps) for session in (alone, both))
    expected = (one + SegmentationSession.from_bytes(general).segment_maps(boards[0], about, maps)) / 2
    assert np.abs(one - mean).mean() > 0.5
    assert np.allclose(mean, expected, atol=1e-5)
