"""The page of an engineer with a plain folder of good boards: a model that judges at once, and what it promises."""

from __future__ import annotations

import os
from pathlib import Path

import numpy as np
import pytest
from engine.tiny_boards import tiny_board
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.waiting import wait_until
from PIL import Image as Pillow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.settings import Depth
from vqganodip_gui.app import Station
from vqganodip_gui.i18n import translation
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.training.job_controller import Phase
from vqganodip_gui.training.job_request import ADAPTED, AT_ONCE, WHOLE
from vqganodip_gui.training.page import TrainingPage
from vqganodip_gui.training.stage_bar import StageName


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A plain folder of 16 good boards."""
    folder, rng = tmp_path_factory.mktemp("good") / "sensor", np.random.default_rng(11)
    folder.mkdir()
    for i in range(16):
        Pillow.fromarray(tiny_board(rng)).save(folder / f"board {i:02d}.png")
    return folder


def chosen(station: Station, folder: Path, qtbot: QtBot) -> TrainingPage:
    page = station.window.training
    station.window.pages.setCurrentWidget(page)
    page.choose(folder)
    wait_until(qtbot, lambda: page.jobs.phase is Phase.READY)
    return page


def picture(station: Station, name: str) -> None:
    if os.environ.get("VQGANODIP_PICTURES"):
        station.window.resize(1366, 768)
        QApplication.processEvents()
        name = f"{name}-{translation.language()}.png"
        station.window.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / name))


def test_that_a_plain_folder_of_good_boards_becomes_a_model_that_judges_at_once(
    stations: Stations, good: Path, qtbot: QtBot
) -> None:
    station = stations.start(bundle=False)
    page = chosen(station, good, qtbot)
    stages = page.stages
    assert stages is not None
    form = stages.form
    assert form.depths.currentData() == AT_ONCE
    assert "About two minutes, from 15 good boards on" in form.depth_hint.text()
    assert not form.minutes.isVisible()
    assert not form.preset.isVisible()
    assert not form.fit_after.isVisible(), "there is no labelled board to fit on"
    assert not form.protocol.isVisible()
    assert not page.primary.isEnabled(), "the box that says that all boards are good is not ticked"
    form.all_good.setChecked(True)
    assert page.primary.isEnabled()
    assert page.primary.text() == "Build the model"
    page.start()
    assert page.jobs.phase is Phase.TRAINING
    assert not page.stop.isVisible()
    wait_until(qtbot, lambda: not page.jobs.working)
    assert page.jobs.failure is None
    assert page.jobs.phase is Phase.FITTED
    wait_until(qtbot, lambda: page.summary is not None)
    assert "nothing is promised about missed defects" in stages.threshold.message.text()
    assert page.status.text() == "The model is complete. Nothing is promised about missed defects."
    assert page.stage_bar.buttons[StageName.THRESHOLD].status.text() == "normal boards only"
    assert page.stage_bar.buttons[StageName.METRICS].status.text() == "from the first defects on"
    picture(station, "at-once-built")
    page.show_stage(StageName.MASK)
    assert "the mean of 16 normal boards" in stages.mask.message.text()
    picture(station, "at-once-reference")
    page.show_stage(StageName.TRAIN)
    picture(station, "at-once-stages")
    assert page.jobs.request is not None
    bundle = page.jobs.request.bundle
    assert str(open_bundle(bundle).name) == "sensor 1"
    page.start_next()
    assert station.context.bundle == bundle
    next_step = station.window.front_page().message
    assert next_step.text.text() == "The model sensor 1 is in use. Next, choose the boards."
    assert next_step.button.text() == "Open folder of boards…"


def test_that_an_adapted_model_trains_can_be_stopped_and_keeps_what_it_learned(
    stations: Stations, good: Path, qtbot: QtBot
) -> None:
    station = stations.start(bundle=False)
    page = chosen(station, good, qtbot)
    stages = page.stages
    assert stages is not None
    form = stages.form
    form.all_good.setChecked(True)
    form.depths.setCurrentIndex(form.depths.findData(ADAPTED))
    assert form.minutes.isVisible()
    assert form.seed.isVisible()
    assert not form.preset.isVisible()
    assert page.primary.text() == "Start training"
    form.unit.setCurrentIndex(form.unit.findData("steps"))
    form.steps.setValue(100_000)
    page.start()
    assert page.jobs.request is not None
    assert page.jobs.request.whole is False
    wait_until(qtbot, lambda: page.jobs.progress.stages.get("foreign") is not None)
    assert stages.stop_tip() == "A model is written with the training so far, and the training can be resumed later."
    assert not stages.live.rows["reconstruction"][0].isVisible()
    assert stages.live.rows["foreign"][0].isVisibleTo(stages.live)
    picture(station, "adapted-training")
    page.stop.click()
    wait_until(qtbot, lambda: not page.jobs.working)
    assert page.jobs.failure is None
    wait_until(qtbot, lambda: page.summary is not None)
    assert page.summary is not None
    assert page.summary.depth is Depth.ADAPTED
    assert "nothing is promised about missed defects" in stages.threshold.message.text()
    assert page.stage_bar.buttons[StageName.TRAIN].status.text() == "stopped early; the model is usable"
    picture(station, "adapted-stopped")


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_that_the_depths_say_what_each_can_do(
    stations: Stations, settings: Settings, good: Path, qtbot: QtBot, language: str
) -> None:
    settings.set("language", language)
    station = stations.start(bundle=False)
    station.window.resize(1366, 768)
    page = chosen(station, good, qtbot)
    assert page.stages is not None
    form = page.stages.form
    hints = set()
    for depth in (AT_ONCE, ADAPTED, WHOLE):
        form.depths.setCurrentIndex(form.depths.findData(depth))
        QApplication.processEvents()
        picture(station, f"depth-{depth}")
        hints.add(form.depth_hint.text())
        assert cut_off(page) == []
    assert len(hints) == 3


def test_that_too_few_boards_are_refused_before_anything_starts(
    stations: Stations, good: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    few = tmp_path / "few"
    few.mkdir()
    for path in sorted(good.iterdir())[:14]:
        (few / path.name).write_bytes(path.read_bytes())
    page = chosen(stations.start(bundle=False), few, qtbot)
    assert page.stages is not None
    page.stages.form.all_good.setChecked(True)
    assert "needs 15 good boards; the folder has 14" in page.warning.text()
    assert not page.primary.isEnabled()


def test_that_boards_that_do_not_align_are_refused_before_anything_starts(
    stations: Stations, good: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    mixed = tmp_path / "mixed"
    mixed.mkdir()
    for number, path in enumerate(sorted(good.iterdir())):
        board = Pillow.open(path)
        (board if number < 13 else board.transpose(Pillow.Transpose.FLIP_LEFT_RIGHT)).save(mixed / path.name)
    page = chosen(stations.start(bundle=False), mixed, qtbot)
    assert page.stages is not None
    form = page.stages.form
    form.all_good.setChecked(True)
    wait_until(qtbot, lambda: "13 boards align with each other" in page.warning.text())
    assert not page.primary.isEnabled()
    form.depths.setCurrentIndex(form.depths.findData(WHOLE))
    assert page.primary.isEnabled()
