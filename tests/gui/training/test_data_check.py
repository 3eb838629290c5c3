"""The data check opens first where it has found something, and each finding shows its picture."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
from engine.tiny_boards import write_tiny_line
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.waiting import rest_for_a_picture, wait_until
from PIL import Image
from pytestqt.qtbot import QtBot

from vqganodip_gui.training.page import TrainingPage
from vqganodip_gui.training.stage_bar import Mark, StageName


def chosen(stations: Stations, line: Path, qtbot: QtBot) -> TrainingPage:
    """The page with the data set, once its pictures are checked."""
    window = stations.start(bundle=False).window
    window.resize(1366, 768)
    page = window.training
    window.pages.setCurrentWidget(page)
    page.choose(line)
    jobs = page.jobs
    wait_until(qtbot, lambda: jobs.checked is not None and jobs.checked.done == jobs.checked.total)
    return page


def test_that_findings_are_listed_with_their_pictures_before_the_form(
    stations: Stations, tmp_path: Path, qtbot: QtBot
) -> None:
    line = write_tiny_line(tmp_path / "valve", train=8, good=3, defective=3)
    first = next((line / "train" / "good").iterdir())
    small = line / "train" / "good" / "small.png"
    Image.fromarray(np.asarray(Image.open(first).convert("RGB"))[::2, ::2]).save(small)
    (line / "train" / "good" / "twin.png").write_bytes(first.read_bytes())
    (line / "test" / "good" / "cut.png").write_bytes(first.read_bytes()[:200])
    page = chosen(stations, line, qtbot)
    stages = page.stages
    assert stages is not None
    assert page.body.currentWidget() is stages.data
    button = page.stage_bar.buttons[StageName.DATA]
    assert button.mark._mark is Mark.WARNING
    assert button.status.text() == "3 findings"
    table = stages.data.findings
    rows = [(table.topLevelItem(i).text(0), table.topLevelItem(i).text(1)) for i in range(table.topLevelItemCount())]  # type: ignore[union-attr]
    assert rows[0] == ("9 good boards are there for training; 30 are a beginning.", "")
    assert rows[1] == ("Is 80×64 pixels; most are 160×128", "train/good/small.png")
    assert rows[2][1] == "test/good/cut.png"
    assert any(said == "train/good/000.png and train/good/twin.png are the same file." for said, _ in rows[3:])
    table.setCurrentItem(table.topLevelItem(1))
    assert stages.data.caption.text() == str(small)
    wait_until(qtbot, lambda: not cut_off(page))  # a long path wraps, and the layout follows with the next event
    if os.environ.get("VQGANODIP_PICTURES"):
        rest_for_a_picture()
        page.window().grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / "model-findings.png"))
    assert page.primary.isEnabled(), "a person decides"


def test_that_a_clean_data_set_opens_the_form(stations: Stations, tmp_path: Path, qtbot: QtBot) -> None:
    page = chosen(stations, write_tiny_line(tmp_path / "valve", train=8, good=3, defective=3), qtbot)
    assert page.stages is not None
    assert page.body.currentWidget() is page.stages.training
    assert page.stage_bar.buttons[StageName.DATA].mark._mark is Mark.WARNING, "eight boards are few"
