"""Tables of data sets: paths of every spelling, and quotes that do not close."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest

from vqganodip.datasets.csv_tables import read_table
from vqganodip.datasets.ground_truth import load_defects
from vqganodip.datasets.groups import with_groups
from vqganodip.datasets.layouts import load_dataset
from vqganodip.errors import DatasetError
from vqganodip.imaging.decoding import write_png

COLUMNS = {"path": ("path",), "label": ("label",), "defect?": ("defect",)}


def board(path: Path) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    write_png(path, np.random.default_rng(len(str(path))).integers(0, 255, (40, 40, 3), dtype=np.uint8))
    return path


def spelled(path: Path, root: Path, how: str) -> str:
    name = path.relative_to(root).as_posix() if path.is_relative_to(root) else os.path.relpath(path, root)
    return {
        "relative": name,
        "absolute": str(path.absolute()),
        "with dots": f"./x/../{name}",
        "backslashes": name.replace("/", "\\"),
    }[how]


@pytest.mark.parametrize("place", ["inside", "outside"])
@pytest.mark.parametrize("how", ["relative", "absolute", "with dots", "backslashes"])
def test_that_a_manifest_may_spell_its_paths_in_any_way(tmp_path: Path, how: str, place: str) -> None:
    root = tmp_path / "set"
    folder = root / "boards" if place == "inside" else tmp_path / "elsewhere"
    good, bad, train = board(folder / "good.png"), board(folder / "bad one.png"), board(folder / "train.png")
    root.mkdir(exist_ok=True)
    rows = [f"{spelled(train, root, how)},ok,train,", f"{spelled(good, root, how)},ok,test,"]
    rows.append(f"{spelled(bad, root, how)},ng,test,1 2 30 40")
    (root / "manifest.csv").write_text("path,label,split,boxes\n" + "\n".join(rows) + "\n")
    found = load_dataset(root)
    assert [len(defects) for defects in load_defects(found).values()] == [1]
    assert not any("not in manifest.csv" in str(note) for note in found.notes)
    (root / "boxes.csv").write_text(f"image,x0,y0,x1,y1\n{spelled(bad, root, how)},1,2,30,40\n")
    assert [path.resolve() for path in load_defects(found)] == [bad.resolve()]
    groups = tmp_path / "groups.csv"
    groups.write_text(f"path,group\n{spelled(bad, root, how)},a\n")
    assert [image.group for image in with_groups(found, groups).abnormal] == ["a"]


def test_that_one_file_in_two_spellings_is_listed_twice(tmp_path: Path) -> None:
    for name in ("a.png", "b.png"):
        board(tmp_path / name)
    (tmp_path / "manifest.csv").write_text(f"path,label\na.png,ok\nb.png,ok\n{tmp_path / 'a.png'},ok\nx/../a.png,ok\n")
    found = load_dataset(tmp_path)
    assert len((*found.train, *found.test)) == 2
    assert sum("listed twice" in str(note) for note in found.notes) == 2


@pytest.mark.parametrize(
    ("rows", "line"),
    [
        ('a,ng,"5 mm scratch\nb,ng,short\nc,ok,\n', 2),
        ('a,ok,\nb,ng,"5 mm\nc,ng,"6 mm\nd,ok,\n', 3),
        ('a,ok,\nb,ng,"5 mm\nc,ng,6 mm"\nd,ok,\n', 3),
        ('a,ok,\nb,ng,"5 mm\nc,ng,6 mm",x\nd,ok,\n', 3),
        ('a,ok,\n"b,ng,short\nc,ok,\n', 3),
    ],
)
def test_that_a_quote_that_does_not_close_is_named_with_its_line(tmp_path: Path, rows: str, line: int) -> None:
    table = tmp_path / "manifest.csv"
    table.write_text(f"path,label,defect\n{rows}")
    with pytest.raises(DatasetError, match=f"a quote in line {line} is not closed") as error:
        read_table(table, COLUMNS)
    assert error.value.todo


def test_that_an_open_quote_in_the_first_line_is_named(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('path,"label,defect\na,ok,\n')
    with pytest.raises(DatasetError, match="a quote in line 1 is not closed"):
        read_table(tmp_path / "t.csv", COLUMNS)


def test_that_closed_quotes_hold_separators_quotes_and_line_ends(tmp_path: Path) -> None:
    (tmp_path / "t.csv").write_text('path,label,defect\n"a, b",ng,"5"" long,\nby hand"\nc,ok,5" wide\n')
    rows = read_table(tmp_path / "t.csv", COLUMNS)
    assert [cells["defect"] for _, cells in rows] == ['5" long,\nby hand', '5" wide']
    assert [line for line, _ in rows] == [3, 4]
