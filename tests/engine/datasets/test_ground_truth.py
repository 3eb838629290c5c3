"""Tests of the ground truth: where the defects of a data set are."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from locations import SHARED

from vqganodip.datasets import ground_truth, layouts
from vqganodip.datasets.ground_truth import KnownDefect
from vqganodip.errors import DatasetError
from vqganodip.imaging.decoding import write_png
from vqganodip.types import Box

DATA = SHARED / "data"


def fill(folder: Path, *names: str) -> Path:
    """Small images that differ, under these names."""
    for n, name in enumerate(names):
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        write_png(path, np.random.default_rng(n).integers(0, 256, (64, 64, 3), dtype=np.uint8))
    return folder


def test_that_boxes_are_read(tmp_path: Path) -> None:
    found = layouts.load_dataset(fill(tmp_path, "train/good/1.png", "test/bad/1.png"))
    assert ground_truth.load_defects(found) == {}
    for head in ("image,x1,y1,x2,y2,type", "path,x0,y0,x1,y1,defect"):
        (tmp_path / "boxes.csv").write_text(f"{head}\ntest/bad/1.png,1,2,30,40,short\ntest/bad/1.png,5,6,7,8,open\n")
        assert ground_truth.load_defects(found) == {
            tmp_path / "test/bad/1.png": (
                KnownDefect(Box(1, 2, 30, 40), "short"),
                KnownDefect(Box(5, 6, 7, 8), "open"),
            )
        }


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("test/bad/9.png,1,2,3,4,short", "not in the data set"),
        ("test/bad/1.png,1,two,3,4,short", "not a number"),
        ("test/bad/1.png,3,2,3,4,short", "empty or lies outside"),
        ("test/bad/1.png,1,2", "not a number"),
    ],
)
def test_that_a_mistake_in_the_boxes_is_named(tmp_path: Path, row: str, words: str) -> None:
    found = layouts.load_dataset(fill(tmp_path, "train/good/1.png", "test/bad/1.png"))
    (tmp_path / "boxes.csv").write_text(f"image,x1,y1,x2,y2,type\n{row}\n")
    with pytest.raises(DatasetError, match=words) as error:
        ground_truth.load_defects(found)
    assert "line 2" in str(error.value)


def manifest(folder: Path, row: str, more: str = "") -> layouts.Dataset:
    fill(folder, "a.png", "b.png", "c.png")
    head = f"path,label,defect,kinds,severity,boxes,split{more}"
    (folder / "boards.csv").write_text(
        f"{head}\na.png,normal,,,,,train\nb.png,normal,,,,,test\nc.png,defective,{row}\n"
    )
    return layouts.load_dataset(folder)


def test_that_the_defects_of_a_rendered_line_are_read(tmp_path: Path) -> None:
    found = manifest(tmp_path, "scratch,scratch;solder_ball,0.25;0.5,1 2 30 40;5 6 17 8,test")
    assert ground_truth.load_defects(found) == {
        tmp_path / "c.png": (
            KnownDefect(Box(1, 2, 30, 40), "scratch", 0.25),
            KnownDefect(Box(5, 6, 17, 8), "solder_ball", 0.5),
        )
    }
    assert [d.size_px for d in ground_truth.load_defects(found)[tmp_path / "c.png"]] == [38, 12]


@pytest.mark.parametrize(
    ("seen", "expected"), [("31.5;0", (31.5, 0.0)), (";7", (None, 7.0)), ("12", (12.0, 12.0)), ("", (None, None))]
)
def test_that_the_visibility_of_each_defect_is_read(
    tmp_path: Path, seen: str, expected: tuple[float | None, float | None]
) -> None:
    row = f"scratch,scratch;solder_ball,0.25;0.5,1 2 30 40;5 6 17 8,test,{seen}"
    found = manifest(tmp_path, row, ",visibility")
    (defects,) = ground_truth.load_defects(found).values()
    assert tuple(d.visibility for d in defects) == expected


def test_that_a_table_of_a_line_rendered_before_there_were_visibilities_is_read(tmp_path: Path) -> None:
    fill(tmp_path, "train/good/000.png", "test/good/000.png", "test/scratch/000.png")
    write_png(fill(tmp_path / "ground_truth/scratch") / "000_mask.png", np.full((64, 64, 3), 255, np.uint8))
    (tmp_path / "boards.csv").write_text(
        "path,label,defect,kinds,severity,boxes,serial,seed,split,cfx,mask\n"
        "train/good/000.png,normal,,,,,TCU4-0000001,11,train,,\n"
        "test/good/000.png,normal,,,,,TCU4-0000002,12,test,,\n"
        "test/scratch/000.png,defective,scratch,scratch,0.250,1 2 30 40,TCU4-0000003,13,test,Miscellaneous,"
        "ground_truth/scratch/000_mask.png\n"
    )
    found = layouts.load_dataset(tmp_path)
    assert ground_truth.load_defects(found) == {
        tmp_path / "test/scratch/000.png": (KnownDefect(Box(1, 2, 30, 40), "scratch", 0.25, None),)
    }


@pytest.mark.parametrize(
    ("row", "words"),
    [
        ("scratch,scratch;ball,0.25,1 2 30 40;1 1 2 2;3 3 4 4,test", "differ in length"),
        ("scratch,scratch,faint,1 2 30 40,test", "is no severity"),
        ("scratch,scratch,0.5,1 2 30,test", "four corners"),
    ],
)
def test_that_a_mistake_in_the_defects_of_a_manifest_is_named(tmp_path: Path, row: str, words: str) -> None:
    found = manifest(tmp_path, row)
    with pytest.raises(DatasetError, match=words) as error:
        ground_truth.load_defects(found)
    assert "line 4" in str(error.value)


@pytest.mark.parametrize(
    ("seen", "words"), [("1;2;3", "differ in length"), *((v, "is no visibility") for v in ("high", "-1", "nan", "inf"))]
)
def test_that_a_mistake_in_a_visibility_is_named(tmp_path: Path, seen: str, words: str) -> None:
    found = manifest(tmp_path, f"scratch,scratch;ball,0.25,1 2 30 40;5 6 17 8,test,{seen}", ",visibility")
    with pytest.raises(DatasetError, match=words) as error:
        ground_truth.load_defects(found)
    assert "line 4" in str(error.value)


def test_that_the_parts_of_a_mask_are_defects(tmp_path: Path) -> None:
    fill(tmp_path, "train/good/0.png", "test/good/1.png", "test/open/2.png")
    mask = np.zeros((64, 64, 3), np.uint8)
    mask[10:20, 5:9], mask[40:44, 40:60], mask[40:44, 61:63] = 255, 255, 255  # the last two are one: 1 px apart
    mask[0, 0] = 255
    (tmp_path / "ground_truth/open").mkdir(parents=True)
    write_png(tmp_path / "ground_truth/open/2_mask.png", mask)
    found = layouts.load_dataset(tmp_path)
    assert ground_truth.load_defects(found) == {
        tmp_path / "test/open/2.png": (
            KnownDefect(Box(5, 10, 9, 20), "open"),
            KnownDefect(Box(40, 40, 63, 44), "open"),
        )
    }
    kept = ground_truth.load_mask(found.abnormal[0])
    assert kept is not None
    assert kept.sum() == 1 + 40 + 4 * 22


@pytest.mark.skipif(not DATA.is_dir(), reason="the photographs are not beside the project")
@pytest.mark.data
def test_that_the_boxes_of_the_photographs_are_found() -> None:
    assert len(ground_truth.load_defects(layouts.load_dataset(DATA / "deeppcb_00041"))) == 44
