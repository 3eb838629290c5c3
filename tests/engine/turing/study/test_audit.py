"""The leak audit: acceptance C5 (decision 045), and the justification of red features."""

from __future__ import annotations

import io
import json
import os
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest
from engine.tiny_boards import tiny_board
from engine.turing_studies import seal_one, small_study
from PIL import Image as Pil

from vqganodip.errors import TuringError
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.study.audit import AuditVerdict, audit, read_audit, write_audit
from vqganodip.turing.study.preparation import StimulusPair
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.trial_order import Truth
from vqganodip.types import Image

FORTY = PAPER_16_5.changed("forty", trials=40, break_after=20)


def unchanged(pixels: Image) -> Image:
    return pixels


def jpeg(pixels: Image) -> Image:
    buffer = io.BytesIO()
    Pil.fromarray(pixels).save(buffer, "JPEG", quality=92)
    return np.array(Pil.open(buffer))


def bordered(pixels: Image) -> Image:
    out = pixels.copy()
    out[0], out[-1], out[:, 0], out[:, -1] = 0, 0, 0, 0
    return out


def boards(fake: Callable[[Image], Image] = unchanged) -> Iterator[StimulusPair]:
    """Prepare a study whose reals and fakes are boards of one data set and differ only by ``fake``."""
    rng = np.random.default_rng(11)
    for number in range(40):
        yield StimulusPair(f"b{number}", tiny_board(rng), fake(tiny_board(rng)), "x.png")


def study_of(folder: Path, fake: Callable[[Image], Image] = unchanged) -> Study:
    return small_study(folder, FORTY, practice=0, given=boards(fake))


def red(study: Study) -> set[str]:
    return {row.feature for row in audit(study).red}


def files_of(study: Study, truth: Truth) -> list[Path]:
    return [study.stimulus_path(row.stimulus_id) for row in study.read_key().rows if row.truth is truth]


def test_that_a_clean_study_is_green_throughout(tmp_path: Path) -> None:
    """Acceptance C5 (decision 045): the control without a leak."""
    table = audit(study_of(tmp_path / "study"))
    assert table.red == ()
    assert {row.verdict for row in table.rows if row.group != "content"} == {AuditVerdict.GREEN}
    assert {row.verdict for row in table.rows if row.group == "content"} == {AuditVerdict.INFORMATIONAL}
    assert all(0 <= row.low <= row.auc <= row.high <= 1 for row in table.rows)


@pytest.mark.parametrize(("fake", "found"), [(jpeg, "8×8 DCT zeros"), (bordered, "border")])
def test_that_fakes_with_an_extra_processing_step_are_detected(
    tmp_path: Path, fake: Callable[[Image], Image], found: str
) -> None:
    """Acceptance C5 (decision 045): JPEG on fakes only, a border of one pixel."""
    table = audit(study_of(tmp_path / "study", fake))
    assert found in {row.feature for row in table.red}


def test_that_other_processing_steps_are_detected(tmp_path: Path) -> None:
    def stretched(pixels: Image) -> Image:
        low, high = float(pixels.min()), float(pixels.max())
        return np.rint((pixels - low) * 255 / (high - low)).astype(np.uint8)

    def scaled(pixels: Image) -> Image:
        half = Pil.fromarray(pixels).resize((80, 64), Pil.Resampling.BILINEAR)
        return np.array(half.resize((160, 128), Pil.Resampling.BILINEAR))

    assert "level range" in red(study_of(tmp_path / "a", stretched))
    assert "spectrum slope" in red(study_of(tmp_path / "b", scaled))


def test_that_metadata_on_reals_and_larger_files_are_detected(tmp_path: Path) -> None:
    """Acceptance C5 (decision 045): EXIF on reals, 5 % more bytes on fakes."""
    study = study_of(tmp_path / "a")
    for path in files_of(study, Truth.REAL):
        path.write_bytes(path.read_bytes() + b"Exif\x00\x00MM\x00*")
    assert {"metadata", "file size", "time of change"} <= red(study)

    study = study_of(tmp_path / "b")
    for path in files_of(study, Truth.FAKE):
        path.write_bytes(path.read_bytes() + bytes(path.stat().st_size // 20))
        os.utime(path, (946_684_800, 946_684_800))
    assert red(study) == {"file size", "metadata"}


def test_that_differing_files_cannot_be_justified_and_images_only_in_writing(tmp_path: Path) -> None:
    study = study_of(tmp_path / "a", bordered)
    table = audit(study)
    with pytest.raises(TuringError, match="justify in writing"):
        write_audit(study, table, {})
    words = {row.feature: "the camera adds it" for row in table.red}
    write_audit(study, table, words)
    assert read_audit(study) == replace(table, justifications=words)
    sealed = seal_one(study)
    finish(sealed)
    record = json.loads(sealed.files.file("session.json").read_bytes())
    assert record["study"]["leak_audit"]["justifications"] == words

    os.utime(files_of(study, Truth.FAKE)[0], (1, 1))
    with pytest.raises(TuringError, match="time of change: 2 different values"):
        write_audit(study, audit(study), words)


def test_that_an_audit_reveals_nothing_about_a_single_stimulus(tmp_path: Path) -> None:
    study = study_of(tmp_path / "study")
    write_audit(study, audit(study), {})
    text = study.files.audit.read_text("utf-8")
    assert not any(stimulus in text or study.boards[stimulus] in text for stimulus in study.stimuli)
