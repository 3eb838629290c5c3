"""Data sets: three layouts, groups, and errors for folders that are no data set."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from locations import SHARED

from vqganodip.datasets import groups, layouts
from vqganodip.datasets.layouts import Layout
from vqganodip.errors import DatasetError
from vqganodip.imaging.decoding import write_png
from vqganodip.records import Label

DATA = SHARED / "data"


def fill(root: Path, *names: str) -> Path:
    """Files of different bytes; only their names matter."""
    for name in names:
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_bytes(name.encode())
    return root


def names(root: Path, images: tuple[layouts.LabelledImage, ...]) -> list[str]:
    return [image.path.relative_to(root).as_posix() for image in images]


def test_that_the_mvtec_layout_is_recognised_with_masks_in_natural_order(tmp_path: Path) -> None:
    root = fill(
        tmp_path,
        "train/good/10.png",
        "train/good/2.png",
        "test/good/1.png",
        "test/scratch/1.png",
        "test/scratch/2.JPG",
        "test/short/1.png",
        "ground_truth/scratch/1_mask.png",
        "ground_truth/short/1.png",
        "test/short/.hidden.png",
    )
    found = layouts.load_dataset(root)
    assert found.layout is Layout.MVTEC
    assert names(root, found.train) == ["train/good/2.png", "train/good/10.png"]
    assert names(root, found.normal) == ["test/good/1.png"]
    assert [(i.defect, i.mask and i.mask.name) for i in found.abnormal] == [
        ("scratch", "1_mask.png"),
        ("scratch", None),
        ("short", "1.png"),
    ]
    assert tuple(map(str, found.notes)) == ("1 of 3 defective images have no mask: test/scratch/2.JPG.",)


def test_that_defective_images_without_a_mask_never_train(tmp_path: Path) -> None:
    found = layouts.load_dataset(fill(tmp_path, "train/OK/1.png", "train/bad/1.png", "test/OK/3.png"))
    assert len(found.train) == 1
    assert found.test[0].label is Label.NORMAL
    assert str(found.notes[0]) == (
        "1 image of train/bad is left out: only normal images train, and defective ones with a mask in "
        "ground_truth/train/bad."
    )


def test_that_defective_images_with_a_mask_of_their_own_are_for_training(tmp_path: Path) -> None:
    root = fill(
        tmp_path,
        *("train/good/1.png", "train/short/1.png", "train/short/2.png", "test/short/1.png", "test/short/2.png"),
        *("ground_truth/short/1_mask.png", "ground_truth/short/2.png", "ground_truth/train/short/1_mask.png"),
    )
    found = layouts.load_dataset(root)
    assert [(image.path, image.mask) for image in found.train_defects] == [
        (root / "train/short/1.png", root / "ground_truth/train/short/1_mask.png")
    ]
    assert len(found.test) == 2
    assert found.by_name().keys() == {"train/good/1.png", "train/short/1.png", "test/short/1.png", "test/short/2.png"}


@pytest.mark.parametrize("normal", ["good", "OK", "normal", "Pass", "non-defective"])
def test_that_good_and_bad_folders_are_split_and_a_note_says_so(tmp_path: Path, normal: str) -> None:
    root = fill(tmp_path, *(f"{normal}/{n}.png" for n in range(1, 8)), "abnormal/1.png", "scratch/deep/1.png")
    found = layouts.load_dataset(root)
    assert found.layout is Layout.GOOD_BAD
    assert [i.path.stem for i in found.train] == ["1", "2", "4", "5", "7"]
    assert [i.path.stem for i in found.normal] == ["3", "6"]
    assert [i.defect for i in found.abnormal] == ["abnormal", "scratch"]
    assert tuple(map(str, found.notes)) == (
        "No split is given: 5 of 7 normal images train, every third is kept for the test.",
        "No defective image has a mask or boxes (abnormal/1.png, scratch/deep/1.png): "
        "whether a defect is found at its place cannot be measured.",
    )


@pytest.mark.parametrize("separator", [",", ";", "\t"])
def test_that_a_manifest_is_read_with_split_group_and_mask(tmp_path: Path, separator: str) -> None:
    root = fill(tmp_path, "a.png", "b.png", "c.png", "m/c.png", "left.png", "d.png")
    table = """\ufeffpath,label,defect,group,mask,split,who
a.png,good,,,,train,x
b.png,Normal,,pair 1,,test,x
c.png,NG,short,pair 1,m/c.png,test,x

d.png,1,,,,train,x
"""
    (root / "manifest.csv").write_text(table.replace(",", separator), encoding="utf-8")
    found = layouts.load_dataset(root)
    assert found.layout is Layout.MANIFEST
    assert names(root, found.train) == ["a.png"]
    assert [(i.label, i.defect, i.group) for i in found.test] == [
        (Label.NORMAL, "", "pair 1"),
        (Label.DEFECTIVE, "short", "pair 1"),
    ]
    assert found.test[1].mask == root / "m/c.png"
    assert (
        "1 defective images of the splits train and mask are left out: only normal images train, and in the split "
        "train defective ones with a mask."
    ) in [*map(str, found.notes)]
    assert "1 image files in the folder are not in manifest.csv and are left out." in [*map(str, found.notes)]
    (root / "manifest.csv").write_text("path,label,mask,split\na.png,0,,train\nb.png,1,m/c.png,train\n")
    found = layouts.load_dataset(root)
    assert names(root, found.train_defects) == ["b.png"]
    assert not found.test


def test_that_a_manifest_without_split_keeps_groups_together(tmp_path: Path) -> None:
    root = fill(tmp_path, *(f"{n}.png" for n in range(9)))
    rows = "".join(f"{n}.png,ok,tile {n // 2}\n" for n in range(9))
    (root / "boards.csv").write_text(f"path,label,group\n{rows}")
    found = layouts.load_dataset(root)
    assert [i.path.stem for i in found.test] == ["4", "5"]
    assert not {i.group for i in found.train} & {i.group for i in found.test}


@pytest.mark.parametrize(
    ("table", "words"),
    [
        ("path,what\na.png,good\n", "lacks the column label"),
        ("path,label\na.png,perhaps\n", "unknown label 'perhaps'"),
        ("path,label\nno.png,good\n", "there is no file no.png"),
        ("path,label\na.png,good\na.png,bad\n", "both normal and defective"),
        ("path,label,split\na.png,good,later\n", "unknown split 'later'"),
        ("path,label\n", "lists no images"),
        ("", "lacks the column path, label"),
    ],
)
def test_that_a_mistake_in_the_manifest_is_named(tmp_path: Path, table: str, words: str) -> None:
    (fill(tmp_path, "a.png") / "manifest.csv").write_text(table)
    with pytest.raises(DatasetError, match=words) as error:
        layouts.load_dataset(tmp_path)
    assert error.value.todo


def test_that_a_manifest_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    (fill(tmp_path, "a.png") / "manifest.csv").write_bytes(b"path,label\n\xff\xfe.png,good\n")
    with pytest.raises(DatasetError, match="not UTF-8"):
        layouts.load_dataset(tmp_path)


@pytest.mark.parametrize(
    ("files", "words"),
    [
        ([], "holds no images"),
        (["notes.txt"], "holds no images"),
        (["a.png"], "says of no image whether it is good"),
        (["scratch/a.png"], "says of no image whether it is good"),
        (["train/notes.txt"], "has no images"),
        (["test/good/1.png", "train/x.txt"], "no normal images to train on"),
        (["good/x.txt", "bad/1.png"], "no normal images to train on"),
        (["good/x.txt"], "has no images"),
    ],
)
def test_that_a_folder_that_is_no_data_set_is_refused(tmp_path: Path, files: list[str], words: str) -> None:
    with pytest.raises(DatasetError, match=words) as error:
        layouts.load_dataset(fill(tmp_path, *files))
    assert error.value.todo


def test_that_a_missing_folder_is_refused(tmp_path: Path) -> None:
    with pytest.raises(DatasetError, match="no such folder"):
        layouts.load_dataset(tmp_path / "no")


def test_that_equal_files_are_noted(tmp_path: Path) -> None:
    root = fill(tmp_path, "train/good/1.png", "train/good/2.png", "test/good/1.png", "test/bad/1.png", "test/bad/2.png")
    for one, other in [("train/good/1.png", "test/good/1.png"), ("train/good/2.png", "test/bad/2.png")]:
        (root / other).write_bytes((root / one).read_bytes())
    notes = [*map(str, layouts.load_dataset(root).notes)]
    assert "train/good/1.png and test/good/1.png are the same file, once in training and once in the test." in notes
    assert "train/good/2.png and test/bad/2.png are the same file, labelled both normal and defective." in notes


def test_that_defective_images_are_asked_for_when_needed(tmp_path: Path) -> None:
    found = layouts.load_dataset(fill(tmp_path, "train/good/1.png", "test/bad/1.png"))
    layouts.require_abnormal(found)
    with pytest.raises(DatasetError, match="1 defective images, at least 2"):
        layouts.require_abnormal(found, 2)
    (tmp_path / "test/bad/1.png").unlink()
    with pytest.raises(DatasetError, match="no defective images"):
        layouts.require_abnormal(layouts.load_dataset(tmp_path))


def test_that_groups_come_from_a_table(tmp_path: Path) -> None:
    root = fill(tmp_path, "train/good/1.png", "test/good/1.png", "test/bad/1.png")
    table = tmp_path / "groups.csv"
    table.write_text("path,group\ntest/good/1.png,a\ntest\\bad\\1.png,a\ntrain/good/1.png,a\n")
    found = groups.with_groups(layouts.load_dataset(root), table)
    assert [i.group for i in (*found.train, *found.test)] == ["a", "a", "a"]
    assert str(found.notes[-1]) == "The group a has images in training and in the test."
    table.write_text("path,group\ntest/good/7.png,a\n")
    with pytest.raises(DatasetError, match=r"line 2 names test/good/7.png"):
        groups.with_groups(found, table)
    with pytest.raises(DatasetError, match="cannot be read"):
        groups.with_groups(found, tmp_path / "no.csv")


def test_that_twins_are_suggested_only_when_they_look_alike(tmp_path: Path) -> None:
    rng = np.random.default_rng(0)
    fill(tmp_path, "train/good/0.png")
    for n in range(4):
        (tmp_path / "test/good").mkdir(parents=True, exist_ok=True)
        (tmp_path / "test/short").mkdir(parents=True, exist_ok=True)
        board = rng.integers(0, 256, (64, 64, 3), dtype=np.uint8)
        write_png(tmp_path / f"test/good/{n}.png", board)
        if n < 2:
            board[10:20, 10:20] = 255
        else:
            board = rng.integers(0, 256, (64, 64, 3), dtype=np.uint8)
        write_png(tmp_path / f"test/short/{n}.png", board)
    found = layouts.load_dataset(tmp_path)
    suggested = groups.suggest_groups(found)
    assert {p.relative_to(tmp_path).as_posix(): g for p, g in suggested.items()} == {
        "test/good/0.png": "twins 0",
        "test/short/0.png": "twins 0",
        "test/good/1.png": "twins 1",
        "test/short/1.png": "twins 1",
    }
    assert all(not image.group for image in found.test)


@pytest.mark.skipif(not DATA.is_dir(), reason="the photographs are not beside the project")
@pytest.mark.data
def test_that_the_photographs_are_found_with_masks_boxes_and_twins() -> None:
    found = layouts.load_dataset(DATA / "deeppcb_00041")
    assert (len(found.train), len(found.normal), len(found.abnormal)) == (67, 44, 44)
    assert all(image.mask for image in found.abnormal)
    assert len(groups.suggest_groups(found)) == 88
    assert groups.suggest_groups(layouts.load_dataset(DATA / "magnetic_tile")) == {}


def test_that_images_set_aside_for_the_mask_neither_train_nor_test(tmp_path: Path) -> None:
    root = fill(tmp_path, "a.png", "b.png", "c.png", "d.png")
    (root / "manifest.csv").write_text(
        "path,label,split\na.png,normal,train\nb.png,normal,mask\nc.png,normal,test\nd.png,defective,mask\n"
    )
    found = layouts.load_dataset(root)
    assert [names(root, part) for part in (found.train, found.mask, found.test)] == [["a.png"], ["b.png"], ["c.png"]]
    assert any("defective images of the splits" in str(note) for note in found.notes)


def test_that_a_folder_that_is_only_scored_needs_nothing_to_train_on(tmp_path: Path) -> None:
    root = fill(tmp_path, "test/good/1.png", "test/scratch/1.png")
    with pytest.raises(DatasetError, match="no normal images to train on"):
        layouts.load_dataset(root)
    assert len(layouts.load_dataset(root, to_train=False).test) == 2
    folders = fill(tmp_path / "folders", "good/1.png", "good/2.png", "good/3.png", "bad/1.png")
    assert len(layouts.load_dataset(folders).test) == 2
    assert len(layouts.load_dataset(folders, to_train=False).test) == 4
