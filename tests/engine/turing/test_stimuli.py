"""Stimuli from a real bundle, and a whole study with ``vqganodip vtt``."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import numpy as np
import pytest
from engine.command_line import run
from engine.tiny_boards import SIZE, tiny_board
from PIL import Image as Pil

from vqganodip.bundles.archive import open_bundle, write_bundle
from vqganodip.bundles.loaded_bundle import load_bundle
from vqganodip.errors import TuringError
from vqganodip.imaging.decoding import read_image
from vqganodip.inspection.inspector import place
from vqganodip.turing.stimuli import choose_boards, prepare_from_bundle
from vqganodip.turing.study.preparation import StudyRegistration
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip.turing.study.study import open_study
from vqganodip.turing.study.trial_order import Truth

SHORT = PAPER_16_5.changed("short", trials=8, break_after=4)


def test_that_stimuli_are_the_input_and_output_of_the_network(
    tiny_bundle: Path, tiny_line: Path, tmp_path: Path
) -> None:
    calls: list[tuple[int, int]] = []
    made = prepare_from_bundle(
        tiny_bundle,
        tiny_line,
        tmp_path / "study",
        StudyRegistration(study_id="tiny", protocol=SHORT),
        practice=2,
        secret=bytes(32),
        progress=lambda done, of, name: calls.append((done, of)),
    )
    assert calls == [(n, 10) for n in range(1, 11)]
    assert tuple(map(str, made.notes)) == (
        "Of the data set, only its 12 normal test images are used.",
        "The images are shown as they are, 160×128 px.",
    )
    model = load_bundle(open_bundle(tiny_bundle))
    assert model.reconstructor is not None
    study = made.study
    for row in study.read_key().rows[:6]:
        placed = place(model, read_image(tiny_line / "test/good" / row.source))
        expected = placed.pixels if row.truth is Truth.REAL else model.reconstructor.reconstruct(placed.pixels).pixels
        assert np.array_equal(study.pixels(row.stimulus_id), expected)
    assert study.model_id == f"b {open_bundle(tiny_bundle).sha256[:16]}"


def test_that_the_choice_of_boards_is_drawn_from_the_secret(tiny_bundle: Path, tiny_line: Path) -> None:
    opened = open_bundle(tiny_bundle)
    first, second = (choose_boards(opened, tiny_line, bytes([n]) * 32).images for n in (1, 2))
    assert sorted(first) == sorted(second)
    assert first != second
    assert choose_boards(opened, tiny_line, bytes([1]) * 32).images == first


def test_that_training_boards_are_excluded_and_listed(tiny_bundle: Path, tiny_line: Path, tmp_path: Path) -> None:
    boards = Path(shutil.copytree(tiny_line / "test/good", tmp_path / "boards"))
    shutil.copy(tiny_line / "train/good/003.png", boards / "looks_new.png")
    shutil.copy(boards / "001.png", boards / "again.png")
    made = prepare_from_bundle(
        tiny_bundle, boards, tmp_path / "study", StudyRegistration(study_id="tiny", protocol=SHORT), practice=2
    )
    (left_out,) = made.study.excluded
    assert left_out.endswith(" looks_new.png")
    assert tuple(map(str, made.notes)) == (
        "1 image was left out: the bundle was trained on it.",
        "1 file is a copy of another and was left out.",
        "The images are shown as they are, 160×128 px.",
    )
    with pytest.raises(TuringError, match="trained on every one"):
        choose_boards(open_bundle(tiny_bundle), tiny_line / "train/good", bytes(32))


def test_that_a_bundle_without_recorded_training_images_is_noted_as_unchecked(
    tiny_bundle: Path, tiny_line: Path, tmp_path: Path
) -> None:
    old = Path(shutil.copytree(tiny_bundle, tmp_path / "old"))
    opened = open_bundle(old)
    settings = opened.read_json("settings")
    assert len(settings.pop("images_seen")) == 8
    changed = write_bundle(old, {"settings": (".json", json.dumps(settings).encode())}, base=opened)
    choice = choose_boards(changed, tiny_line, bytes(32))
    assert "cannot be checked" in str(choice.notes[-1])


def test_that_too_few_boards_and_broken_files_are_reported(tiny_bundle: Path, tiny_line: Path, tmp_path: Path) -> None:
    with pytest.raises(TuringError, match="12 boards that the bundle never saw, for 100 trials"):
        prepare_from_bundle(tiny_bundle, tiny_line, tmp_path / "study", StudyRegistration(study_id="tiny"))
    boards = Path(shutil.copytree(tiny_line / "test/good", tmp_path / "boards"))
    (boards / "005.png").write_bytes(b"no image")
    Pil.fromarray(tiny_board(np.random.default_rng(1))[:, ::-1]).save(boards / "mirrored.png")
    made = prepare_from_bundle(
        tiny_bundle, boards, tmp_path / "study", StudyRegistration(study_id="tiny", protocol=SHORT), practice=4
    )
    output = " ".join(map(str, made.notes))
    assert "005.png" in output
    assert "Only 3 boards are left for practice." in output
    assert "mirrored.png does not align" in output


def test_that_boards_of_another_size_are_refused_by_their_size(
    tiny_bundle: Path, tiny_line: Path, tmp_path: Path
) -> None:
    boards = tmp_path / "boards"
    boards.mkdir()
    for path in (tiny_line / "test/good").iterdir():
        with Pil.open(path) as image:
            image.resize((image.width // 2, image.height // 3)).save(boards / path.name)
    registration = StudyRegistration(study_id="tiny", protocol=SHORT)
    with pytest.raises(TuringError, match=r"only 0 of 12 boards can be used, for \d+ trials") as caught:
        prepare_from_bundle(tiny_bundle, boards, tmp_path / "study", registration)
    assert f"{SIZE[0] // 2}×{SIZE[1] // 3}" in str(caught.value)
    assert not (tmp_path / "study").exists()


def test_that_the_command_line_runs_a_study_from_boards_to_report(
    tiny_bundle: Path, tiny_line: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    study = tmp_path / "study"
    assert (
        run("vtt", "prepare", tiny_bundle, tiny_line, study, "--trials", 8, "--practice", 2, "--participants", 2) == 0
    )
    output = capsys.readouterr().out
    assert "study study in" in output
    assert open_study(study).key_sha256 in output
    assert "17.7 from chance in 8 trials, 14.7 between observers" in output
    assert "likely the result will be inconclusive" in output
    assert open_study(study).protocol.name == "paper-16-5-of-8"

    assert run("vtt", "audit", study) in (0, 1)  # eight blurred boards may well be told apart by their sharpness
    found = capsys.readouterr()
    red = re.findall(r"^ *red +pipeline +(.+?) {2,}[01]\.\d\d \(", found.out, re.M)
    assert not re.search(r"^ *red +container", found.out, re.M)
    if red:
        assert "justify in writing" in found.err
        words = [part for feature in red for part in ("--justify", f"{feature}=the network's own blur")]
        assert run("vtt", "audit", study, *words) == 0

    assert run("vtt", "report", study) == 1
    assert "blinded" in capsys.readouterr().err
    assert run("vtt", "unblind", study, "--by", "leader") == 1
    assert "no session has ended" in capsys.readouterr().err

    copy = tmp_path / "simulated"
    assert run("vtt", "simulate", copy, "--study", study, "--d-prime", 1.0, "--d-prime", 0.0) == 0
    output = capsys.readouterr().out
    assert "SIMULATED" in output
    assert "The verdict is" in output
    assert (copy / "report/report.html").exists()
    assert run("vtt", "bids", copy, tmp_path / "bids", "--strip-ids") == 0
    assert run("vtt", "withdraw", copy, "P001", "--yes") == 0
    assert not (copy / "report").exists()
    assert run("vtt", "report", copy) == 0
    assert "1 participant withdrew" in (copy / "report/methods.txt").read_text("utf-8")
    assert run("vtt", "withdraw", copy, "P001", "--yes") == 1


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("simulate", "{}/s", "--trials", "10"), "multiple of four"),
        (("report", "{}"), "no study here"),
        (("audit", "{}/none"), "no study here"),
        (("prepare", "{}", "{}", "{}/s"), "no model bundle"),
    ],
)
def test_that_errors_are_one_line(
    tmp_path: Path, arguments: tuple[str, ...], words: str, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("vtt", *(argument.format(tmp_path) for argument in arguments)) == 1
    output = capsys.readouterr().err
    assert words in output
    assert len(output.strip().splitlines()) == 1


def test_that_a_simulation_needs_no_prepared_study(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert run("vtt", "simulate", tmp_path / "s", "--trials", 16, "--d-prime", 3.0, "--d-prime", 3.0) == 0
    assert "P002" in capsys.readouterr().out
    assert run("vtt", "simulate", tmp_path / "s") == 1
