"""Boards that a network learned from do not count in a calibration or an evaluation."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from engine.command_line import run


def test_a_board_of_the_training_is_left_out_with_the_reason(
    tiny_bundle: Path, tiny_line: Path, tmp_path: Path, capfd: pytest.CaptureFixture[str]
) -> None:
    line = Path(shutil.copytree(tiny_line, tmp_path / "line"))
    known = next((line / "train" / "good").iterdir())
    shutil.copy(known, line / "test" / "good" / "zzz.png")
    for table in line.glob("*.csv"):
        table.unlink()
    capfd.readouterr()
    assert run("evaluate", line, "--bundle", tiny_bundle, "--json") == 0
    out, err = capfd.readouterr()
    assert "zzz.png" in err
    assert "trained on this image" in err
    assert json.loads(out)
