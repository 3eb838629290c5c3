"""The check of the pictures of a data set names what differs from the others, and nothing on a clean one."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from PIL import Image as PilImage
from PIL import ImageFilter

from vqganodip.datasets.layouts import load_dataset, normal_folder
from vqganodip.training.picture_check import BEGINNING, PictureFault, PicturesChecked, check_pictures


def board(seed: int, side: int = 256) -> PilImage.Image:
    """A drawn board: parts at fixed places, with noise and light of its own."""
    fixed, own = np.random.default_rng(1), np.random.default_rng(seed)
    pixels = np.full((side, side, 3), (34, 92, 62), np.int16)
    for x, y in fixed.integers(8, side - 30, (60, 2)):
        pixels[y : y + 8, x : x + 18] = fixed.integers(40, 230, 3)
    pixels += own.integers(-6, 7, pixels.shape, dtype=np.int16) + np.int16(own.integers(-8, 9))
    return PilImage.fromarray(np.clip(pixels, 0, 255).astype(np.uint8))


@pytest.fixture
def line(tmp_path: Path) -> Path:
    """A clean data set."""
    for number in range(14):
        for name in ("train/good", "test/good", "test/scratch"):
            (tmp_path / name).mkdir(parents=True, exist_ok=True)
        board(number).save(tmp_path / "train" / "good" / f"{number:02}.png")
    board(50).save(tmp_path / "test" / "good" / "50.png")
    board(60).save(tmp_path / "test" / "scratch" / "60.png")
    return tmp_path


def checked(folder: Path) -> PicturesChecked:
    return list(check_pictures(load_dataset(folder)))[-1]


def test_that_a_clean_data_set_has_no_findings_but_too_few_boards(line: Path) -> None:
    last = checked(line)
    assert (last.done, last.total, last.findings) == (16, 16, ())
    assert str(last.few) == f"14 good boards are there for training; {BEGINNING} are a beginning."


def test_that_each_spoilt_picture_is_named_with_its_fault(line: Path) -> None:
    good = line / "train" / "good"
    whole = (good / "00.png").read_bytes()
    (good / "a.png").write_bytes(whole[: len(whole) // 2])
    board(20).resize((64, 64)).save(good / "b.png")
    board(21).rotate(-90).save(good / "c.png")
    board(22).convert("L").save(good / "d.png")
    board(23).filter(ImageFilter.GaussianBlur(2.5)).save(line / "test" / "scratch" / "e.png")
    last = checked(line)
    assert [(f.path.name, f.fault) for f in last.findings] == [
        ("a.png", PictureFault.UNREADABLE),
        ("b.png", PictureFault.SIZE),
        ("c.png", PictureFault.TURNED),
        ("d.png", PictureFault.GREY),
        ("e.png", PictureFault.BLURRED),
    ]
    words = [str(finding.message) for finding in last.findings]
    assert "truncated" in words[0] or "damaged" in words[0] or "half" in words[0]
    assert words[1] == "is 64×64 pixels; most are 256×256"
    assert words[2] == "seems to be turned by 90°"


def test_that_boards_in_free_position_are_not_called_turned(line: Path) -> None:
    for number in range(14):
        board(number).rotate(90 * (number % 4)).save(line / "train" / "good" / f"{number:02}.png")
    assert not [finding for finding in checked(line).findings if finding.fault is PictureFault.TURNED]


def test_that_a_stop_ends_the_check_without_findings(line: Path) -> None:
    asked: list[int] = []

    def stop() -> bool:
        asked.append(1)
        return len(asked) > 3

    events = list(check_pictures(load_dataset(line), stop))
    assert [event.done for event in events] == [1, 2, 3]


def test_that_boards_of_another_product_in_a_plain_folder_are_named_before_a_training(tmp_path: Path) -> None:
    for number in range(13):
        board(number).save(tmp_path / f"{number:02}.png")
    for number in (13, 14):
        PilImage.fromarray(np.ascontiguousarray(np.asarray(board(number))[:, ::-1])).save(tmp_path / f"{number}.png")
    last = list(check_pictures(normal_folder(tmp_path)))[-1]
    assert [(f.path.name, f.fault) for f in last.findings] == [
        ("13.png", PictureFault.UNLIKE),
        ("14.png", PictureFault.UNLIKE),
    ]
    assert str(last.findings[0].message).startswith("does not align with the other boards (correlation ")
    assert str(last.few) == "13 boards align with each other; a model that judges at once needs 15."


def test_that_a_plain_folder_of_one_product_has_no_findings(tmp_path: Path) -> None:
    for number in range(15):
        board(number).save(tmp_path / f"{number:02}.png")
    last = list(check_pictures(normal_folder(tmp_path)))[-1]
    assert (last.findings, last.few) == ((), None)


def test_that_a_plain_folder_of_boards_in_free_position_has_no_unlike_ones(tmp_path: Path) -> None:
    for number in range(16):
        board(number).rotate(90 * (number % 4)).save(tmp_path / f"{number:02}.png")
    assert list(check_pictures(normal_folder(tmp_path)))[-1].findings == ()
