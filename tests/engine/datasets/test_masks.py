"""Masks of data sets: found in any case and with any suffix, named where missing, compared with their pictures."""

from __future__ import annotations

import errno
import shutil
import unicodedata
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from PIL import Image as PilImage

from vqganodip.datasets.ground_truth import load_defects, load_mask, mask_notes
from vqganodip.datasets.layouts import Dataset, load_dataset
from vqganodip.errors import ImageError

SIDE = 48


def picture(path: Path, number: int = 0) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    noise = np.random.default_rng([number, *path.as_posix().encode()])
    PilImage.fromarray(noise.integers(0, 255, (SIDE, SIDE, 3), dtype=np.uint8)).save(path)


def mask(path: Path, value: int = 255, kind: Any = np.uint8, side: int = SIDE, **how: Any) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    pixels = np.zeros((side, side), kind)
    pixels[10:20, 10:20] = value
    PilImage.fromarray(pixels).save(path, **how)


def pictures(root: Path, layout: str) -> list[Path]:
    """A data set without masks; the paths of its two defective images."""
    if layout == "manifest":
        names = ["a.png", "b.png", "c.png", "scratch/1.png", "scratch/2.png"]
        rows = [f"{name},{'ng' if 'scratch' in name else 'ok'}\n" for name in names]
        for name in names:
            picture(root / name)
        (root / "manifest.csv").write_text("path,label\n" + "".join(rows))
        return [root / "scratch/1.png", root / "scratch/2.png"]
    good, bad = ("train/good", "test/scratch") if layout == "mvtec" else ("good", "scratch")
    for n in range(3):
        picture(root / good / f"{n}.png")
    if layout == "mvtec":
        picture(root / "test/good/0.png")
    for n in (1, 2):
        picture(root / bad / f"{n}.png")
    return [root / bad / "1.png", root / bad / "2.png"]


def notes(dataset: Dataset) -> str:
    return " ".join(map(str, dataset.notes))


@pytest.mark.parametrize("layout", ["mvtec", "good_bad"])
@pytest.mark.parametrize(
    "name",
    [
        "ground_truth/scratch/{}_mask.png",
        "ground_truth/scratch/{}.png",
        "ground_truth/scratch/{}_mask.PNG",
        "ground_truth/scratch/{}_MASK.Png",
        "ground_truth/Scratch/{}_mask.bmp",
        "Ground_Truth/scratch/{}.TIF",
        "masks/scratch/{}.png",
        "gt/scratch/{}.tiff",
    ],
)
def test_that_masks_are_found_in_any_case_and_suffix(tmp_path: Path, layout: str, name: str) -> None:
    pictures(tmp_path, layout)
    for n in (1, 2):
        file = tmp_path / name.format(n)
        mask(file, format={".tif": "TIFF", ".tiff": "TIFF", ".bmp": "BMP"}.get(file.suffix.lower(), "PNG"))
    found = load_dataset(tmp_path)
    assert [image.mask for image in found.abnormal] == [tmp_path / name.format(n) for n in (1, 2)]
    assert "mask" not in notes(found)
    assert [len(defects) for defects in load_defects(found).values()] == [1, 1]


def test_that_letters_composed_in_another_way_are_the_same_name(tmp_path: Path) -> None:
    pictures(tmp_path, "mvtec")
    picture(tmp_path / "test/scratch" / unicodedata.normalize("NFC", "é.png"))
    written = tmp_path / "ground_truth/scratch" / unicodedata.normalize("NFD", "é_mask.png")
    mask(written)
    assert [image.mask for image in load_dataset(tmp_path).abnormal][-1] == written


@pytest.mark.parametrize("layout", ["mvtec", "good_bad", "manifest"])
@pytest.mark.parametrize("to_train", [True, False])
def test_that_missing_masks_are_named_also_when_all_are_missing(tmp_path: Path, layout: str, to_train: bool) -> None:
    first, second = (path.relative_to(tmp_path).as_posix() for path in pictures(tmp_path, layout))
    found = load_dataset(tmp_path, to_train=to_train)
    assert f"No defective image has a mask or boxes ({first}, {second})" in notes(found)


@pytest.mark.parametrize("layout", ["mvtec", "good_bad", "manifest"])
def test_that_one_missing_mask_is_named(tmp_path: Path, layout: str) -> None:
    _, second = pictures(tmp_path, layout)
    mask(tmp_path / "ground_truth/scratch/1_mask.png")
    if layout == "manifest":
        table = tmp_path / "manifest.csv"
        rows = (
            table.read_text()
            .replace("label\n", "label,mask\n")
            .replace("1.png,ng", "1.png,ng,ground_truth/scratch/1_mask.png")
        )
        table.write_text(rows)
    name = second.relative_to(tmp_path).as_posix()
    assert f"1 of 2 defective images have no mask: {name}." in notes(load_dataset(tmp_path))


@pytest.mark.parametrize("layout", ["mvtec", "good_bad", "manifest"])
def test_that_boxes_need_no_masks(tmp_path: Path, layout: str) -> None:
    lines = [f"{path.relative_to(tmp_path).as_posix()},1,2,30,40,x\n" for path in pictures(tmp_path, layout)]
    (tmp_path / "boxes.csv").write_text("image,x0,y0,x1,y1,type\n" + "".join(lines))
    assert "mask" not in notes(load_dataset(tmp_path))


def test_that_masks_under_other_names_are_named(tmp_path: Path) -> None:
    pictures(tmp_path, "mvtec")
    mask(tmp_path / "ground_truth/scratch/1-label.png")
    mask(tmp_path / "ground_truth/scratch/2_mask.gif")
    mask(tmp_path / "ground_truth/scratch/@eaDir/1_mask.png")
    said = notes(load_dataset(tmp_path))
    assert "2 files in ground_truth are the mask of no defective image, such as scratch/1-label.png." in said
    assert "No defective image has a mask" in said


def test_that_a_mask_of_another_size_is_refused_before_anything_is_measured(tmp_path: Path) -> None:
    pictures(tmp_path, "mvtec")
    mask(tmp_path / "ground_truth/scratch/1_mask.png")
    mask(tmp_path / "ground_truth/scratch/2_mask.png", side=40)
    (tmp_path / "boxes.csv").write_text("image,x0,y0,x1,y1,type\ntest/scratch/1.png,1,2,30,40,x\n")
    with pytest.raises(ImageError, match=r"is 40×40 px, its picture 2\.png 48×48 px") as error:
        load_defects(load_dataset(tmp_path))
    assert error.value.where == str(tmp_path / "ground_truth/scratch/2_mask.png")


def test_that_masks_that_mark_nothing_or_everything_are_named(tmp_path: Path) -> None:
    pictures(tmp_path, "mvtec")
    mask(tmp_path / "ground_truth/scratch/1_mask.png", 0)
    PilImage.fromarray(np.full((SIDE, SIDE), 255, np.uint8)).save(tmp_path / "ground_truth/scratch/2_mask.png")
    said = " ".join(map(str, mask_notes(load_dataset(tmp_path))))
    assert "mark nothing: test/scratch/1.png." in said
    assert "mark the whole picture: test/scratch/2.png." in said


def test_that_a_label_of_1_in_16_bits_is_a_defect(tmp_path: Path) -> None:
    pictures(tmp_path, "mvtec")
    for n in (1, 2):
        mask(tmp_path / f"ground_truth/scratch/{n}_mask.png", 1, np.uint16)
    found = load_dataset(tmp_path)
    areas = [load_mask(image) for image in found.abnormal]
    assert [0 if area is None else int(area.sum()) for area in areas] == [100, 100]


def test_that_a_turned_photograph_fits_the_mask_drawn_on_it_upright(tmp_path: Path) -> None:
    pictures(tmp_path, "mvtec")
    exif = PilImage.Exif()
    exif[0x0112] = 6
    PilImage.new("RGB", (60, 40), "grey").save(tmp_path / "test/scratch/3.jpg", exif=exif)
    PilImage.new("L", (40, 60)).save(tmp_path / "ground_truth_3.png")
    (tmp_path / "ground_truth/scratch").mkdir(parents=True)
    shutil.move(tmp_path / "ground_truth_3.png", tmp_path / "ground_truth/scratch/3_mask.png")
    turned = load_mask(load_dataset(tmp_path).abnormal[-1])
    assert turned is not None
    assert turned.shape == (60, 40)


@pytest.mark.parametrize("layout", ["mvtec", "good_bad", "manifest"])
def test_that_thumbnails_of_a_storage_system_are_no_images(tmp_path: Path, layout: str) -> None:
    first, _ = pictures(tmp_path, layout)
    before = load_dataset(tmp_path)
    for folder in (first.parent, tmp_path, tmp_path / "test"):
        if folder.is_dir():
            picture(folder / "@eaDir/1.png/SYNOPHOTO_THUMB_M.jpg")
            picture(folder / "#recycle/old.png")
            picture(folder / "lost+found/old.png")
    after = load_dataset(tmp_path)
    assert [image.path for image in (*after.train, *after.test)] == [i.path for i in (*before.train, *before.test)]
    assert after.notes == before.notes


@pytest.mark.parametrize("layout", ["mvtec", "good_bad", "manifest"])
def test_that_a_folder_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, layout: str
) -> None:
    first, _ = pictures(tmp_path, layout)
    picture(first.parent / "locked/9.png")
    listed = Path.iterdir

    def iterdir(self: Path) -> Iterator[Path]:
        if self.name == "locked":
            raise OSError(errno.EACCES, "Permission denied", str(self))
        return listed(self)

    monkeypatch.setattr(Path, "iterdir", iterdir)
    found = load_dataset(tmp_path)
    assert len(found.abnormal) == 2
    assert f"Left out: {first.parent / 'locked'}: the folder cannot be read" in notes(found)


@pytest.mark.parametrize("layout", ["mvtec", "good_bad"])
def test_that_pictures_with_other_endings_are_named(tmp_path: Path, layout: str) -> None:
    first, _ = pictures(tmp_path, layout)
    (first.parent / "9.heic").write_bytes(b"x")
    assert "1 picture with other endings (heic) is left out, such as 9.heic." in notes(load_dataset(tmp_path))
