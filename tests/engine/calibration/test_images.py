"""Lookup of the images of a calibration: found on disk, rendered again, or reported missing."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest
from locations import ROOT

from vqganodip.calibration.images import find_image, save_dataset_folder, saved_dataset_folder
from vqganodip.calibration.result import CalibrationResult, open_calibration
from vqganodip.datasets.synthetic.dataset import RenderedLine, write_line
from vqganodip.errors import DatasetError

DEMO = ROOT / "resources" / "demo"


@pytest.fixture
def calibration(tmp_path: Path) -> CalibrationResult:
    """The shipped calibration with its bundle in another folder, and without hashes, as older ones are."""
    shipped = open_calibration(DEMO / "gearbox")
    return replace(shipped, bundle=tmp_path / "bundle", sha256s=("",) * len(shipped.images))


def test_that_an_image_is_found_below_its_data_set_and_checked(calibration: CalibrationResult, tmp_path: Path) -> None:
    index = calibration.images.index("rotated/005.png")
    with pytest.raises(DatasetError, match="is missing"):
        find_image(calibration, index, None)
    place = tmp_path / "line" / "test" / "rotated" / "005.png"
    place.parent.mkdir(parents=True)
    place.write_bytes(b"a board")
    assert find_image(calibration, index, tmp_path / "line") == place
    with pytest.raises(DatasetError, match="is missing"):
        find_image(calibration, 0, tmp_path / "line")
    paths, hashes = list(calibration.paths), list(calibration.sha256s)
    paths[index], hashes[index] = "test/rotated/005.png", hashlib.sha256(b"a board").hexdigest()
    sealed = replace(calibration, paths=tuple(paths), sha256s=tuple(hashes))
    assert find_image(sealed, index, tmp_path / "line") == place
    place.write_bytes(b"another board")
    with pytest.raises(DatasetError, match="changed after the calibration"):
        find_image(sealed, index, tmp_path / "line")


def test_that_the_stored_folder_applies_to_this_calibration_only(
    calibration: CalibrationResult, tmp_path: Path
) -> None:
    assert saved_dataset_folder(calibration) is None
    save_dataset_folder(calibration.bundle, calibration.data_sha256, tmp_path / "line")
    assert saved_dataset_folder(calibration) == tmp_path / "line"
    save_dataset_folder(calibration.bundle, "another", tmp_path / "line")
    assert saved_dataset_folder(calibration) is None


@pytest.mark.usefixtures("few_normal_boards")
def test_that_a_rendered_board_is_rendered_again_byte_for_byte(calibration: CalibrationResult, tmp_path: Path) -> None:
    line = RenderedLine("gearbox", 5, 1, 0, 0, 1, size=256)
    rows = write_line(tmp_path / "line", line, jobs=1)
    wanted = next(row.path for row in rows if row.defects)
    one = replace(calibration, images=(wanted.removeprefix("test/"),), paths=("",), sha256s=("",))
    again = find_image(one, 0, None, line=line, into=tmp_path / "again")
    assert again.read_bytes() == (tmp_path / "line" / wanted).read_bytes()
    assert find_image(one, 0, None, line=line, into=tmp_path / "again") == again
    with pytest.raises(DatasetError, match="no such board"):
        find_image(replace(one, images=("rotated/999.png",)), 0, None, line=line, into=tmp_path / "again")


def test_that_the_shipped_data_set_contains_every_board_of_the_shipped_calibration(
    calibration: CalibrationResult,
) -> None:
    from vqganodip.datasets.synthetic.dataset import _tasks

    line = RenderedLine.read(DEMO / "calibration-line.json")
    assert line is not None
    paths = {task.path for task in _tasks(Path(), line)}
    assert all(f"test/{name}" in paths for name in calibration.images)
    assert RenderedLine.read(DEMO / "train.log") is None
