"""Placement files of several programs are read; a wrong one is refused with one line that names the place."""

from __future__ import annotations

from pathlib import Path

import pytest
from engine.placement.samples import GOOD, WRONG, Sample, Wrong

from vqganodip.errors import DatasetError
from vqganodip.placement.parts import Side, Unit
from vqganodip.placement.reading import read_placement
from vqganodip.placement.spacing import likely_unit


def written(folder: Path, name: str, content: bytes) -> Path:
    path = folder / name
    path.write_bytes(content)
    return path


@pytest.mark.parametrize("sample", GOOD, ids=lambda sample: sample.name)
def test_that_a_sample_is_read(tmp_path: Path, sample: Sample) -> None:
    placement = read_placement(written(tmp_path, sample.name, sample.content))
    assert (placement.unit, placement.unit_stated, placement.form) == (sample.unit, sample.stated, sample.form)
    for name, (x, y, rotation, side, package) in sample.parts.items():
        part = placement.part(name)
        assert part is not None, name
        assert (part.x, part.y, part.rotation) == pytest.approx((x, y, rotation), abs=2e-3)
        assert (part.side, part.package) == (side, package)
    assert tuple(part.ref_des for part in placement.parts if not part.fitted) == sample.unfitted
    assert sample.document


@pytest.mark.parametrize("wrong", WRONG, ids=lambda wrong: wrong.name)
def test_that_a_wrong_file_is_refused_with_one_line(tmp_path: Path, wrong: Wrong) -> None:
    path = written(tmp_path, wrong.name, wrong.content)
    with pytest.raises(DatasetError) as refused:
        read_placement(path, columns=wrong.columns)
    said = str(refused.value)
    assert refused.value.code == wrong.code
    assert refused.value.where == str(path)
    assert "\n" not in said
    for word in wrong.says:
        assert word in said
    assert refused.value.todo


def test_that_there_are_enough_samples() -> None:
    assert len(GOOD) >= 10
    assert len(WRONG) >= 20
    assert len({wrong.code for wrong in WRONG}) >= 20


def test_that_columns_can_be_corrected_by_title_and_by_number(tmp_path: Path) -> None:
    content = b"Label,Kind,Mid X,Mid Y,Ref X,Ref Y\nR1,R0402,1,2,3,4\n"
    path = written(tmp_path, "odd.csv", content)
    by_title = read_placement(path, columns={"ref_des": "label", "x": "Ref X", "y": "Ref Y", "package": "Kind"})
    assert [(p.ref_des, p.x, p.y, p.package) for p in by_title.parts] == [("R1", 3, 4, "R0402")]
    by_number = read_placement(path, columns={"ref_des": "1", "x": "3", "y": "4"})
    assert [(p.ref_des, p.x, p.y) for p in by_number.parts] == [("R1", 1, 2)]


def test_that_two_columns_of_one_title_are_told_apart_by_number(tmp_path: Path) -> None:
    path = written(tmp_path, "twice.csv", b"Ref,Mid X,Mid X,Mid Y\nR1,1,2,3\n")
    placement = read_placement(path, columns={"x": "3"})
    assert [(p.x, p.y) for p in placement.parts] == [(2, 3)]


def test_that_unit_and_side_can_be_given_where_the_file_states_none(tmp_path: Path) -> None:
    path = written(tmp_path, "plain.csv", b"Ref,PosX,PosY\nR1,1000,2000\n")
    placement = read_placement(path, unit=Unit.MIL, side=Side.BOTTOM)
    part = placement.parts[0]
    assert (part.x, part.y) == pytest.approx((25.4, 50.8))
    assert part.side is Side.BOTTOM
    assert not placement.unit_stated


def test_that_a_stated_unit_outweighs_a_given_one(tmp_path: Path) -> None:
    path = written(tmp_path, "stated.csv", b"Ref,X (mm),Y (mm)\nR1,10,20\n")
    assert read_placement(path, unit=Unit.INCH).parts[0].x == 10


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1252"])
def test_that_the_encoding_does_not_matter(tmp_path: Path, encoding: str) -> None:
    content = "Designator\tComment\tMid X\tMid Y\nR1\t10 µF\t1,5\t2,5\n".encode(encoding)
    placement = read_placement(written(tmp_path, "some.csv", content))
    assert [(p.ref_des, p.value, p.x, p.y) for p in placement.parts] == [("R1", "10 µF", 1.5, 2.5)]
    assert any("Windows-1252" in str(note) for note in placement.notes) == (encoding == "cp1252")


def test_that_fiducials_of_one_name_are_no_error(tmp_path: Path) -> None:
    path = written(tmp_path, "fid.csv", b"Ref,PosX,PosY\nFID,1,2\nFID,3,4\nR1,5,6\n")
    placement = read_placement(path)
    assert [(p.ref_des, p.fiducial) for p in placement.parts] == [("FID", True), ("R1", False)]


@pytest.mark.parametrize("unit", list(Unit))
def test_that_the_distances_between_parts_tell_the_unit(unit: Unit) -> None:
    points = [(x * 3.0 / unit.mm, y * 4.0 / unit.mm) for x in range(5) for y in range(5)]
    assert likely_unit(points) is unit


def test_that_too_few_parts_tell_no_unit() -> None:
    assert likely_unit([(0, 0), (3, 0)]) is None
    assert likely_unit([(float(x) * 1e-7, 0) for x in range(9)]) is None
