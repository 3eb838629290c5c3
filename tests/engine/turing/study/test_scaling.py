"""The size of the images is chosen with the study: both classes go through one filter, which is recorded."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path

import cv2
import numpy as np
import pytest
from engine.turing_studies import pairs, small_study

from vqganodip.errors import TuringError, message
from vqganodip.turing.study.audit import audit, read_audit, write_audit
from vqganodip.turing.study.scaling import Scaling, fitted_size, scaling_message
from vqganodip.turing.study.study import Study, open_study


def test_that_images_are_shrunk_to_the_screen_and_never_enlarged() -> None:
    assert fitted_size((1024, 1024), (1366, 768)) == (768, 768)
    assert fitted_size((1600, 1000), (1366, 768)) == (1228, 768)
    assert fitted_size((3000, 1000), (1366, 768)) == (1366, 455)
    assert fitted_size((640, 480), (1366, 768)) == (640, 480)


def shrunk(folder: Path) -> Study:
    given = pairs(10, size=(200, 150))
    return small_study(folder, given=given, screen=(96, 96), notes=[message("scaling-area", "area")])


def test_that_both_classes_go_through_the_same_recorded_filter(tmp_path: Path) -> None:
    study = shrunk(tmp_path / "study")
    assert study.size == (96, 72)
    assert study.scaling == Scaling("area", f"OpenCV {cv2.__version__} INTER_AREA", (96, 96), (200, 150), (96, 72))
    given = {name: pair for pair in pairs(10, size=(200, 150)) for name in (pair.board,)}
    for row in study.read_key().rows:
        pair = given[row.board]
        original = pair.original if row.truth.value == "real" else pair.reconstruction
        expected = cv2.resize(original, (96, 72), interpolation=cv2.INTER_AREA)
        assert np.array_equal(study.pixels(row.stimulus_id), expected)


def test_that_the_audit_and_the_registration_keep_size_filter_and_notes(tmp_path: Path) -> None:
    study = shrunk(tmp_path / "study")
    table = audit(study)
    write_audit(study, table, {row.feature: "drawn by this test" for row in table.red})
    kept = json.loads(study.files.audit.read_bytes())
    assert study.scaling is not None
    assert (kept["size"], kept["scaling"]) == ([96, 72], json.loads(json.dumps(asdict(study.scaling))))
    again = read_audit(open_study(study.folder))
    assert again is not None
    assert again.justifications == {row.feature: "drawn by this test" for row in table.red}
    assert [str(note) for note in study.notes] == ["area"]
    said = str(scaling_message(study.scaling, study.size))
    assert said.startswith(
        "Originals and reconstructions were shrunk alike from 200×150 to 96×72 px (area filter, Open"
    )


def test_that_images_that_fit_stay_as_they_are(tmp_path: Path) -> None:
    for number, screen in enumerate((None, (1366, 768))):
        study = small_study(tmp_path / str(number), screen=screen)
        assert (study.size, study.scaling) == ((12, 8), None)
    with pytest.raises(TuringError, match="a screen of 20×768 px"):
        small_study(tmp_path / "small", screen=(20, 768))
