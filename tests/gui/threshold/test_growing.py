"""Confirmed good boards enter the reference of a model at once: offered, built, compared, signed, put into use."""

from __future__ import annotations

import dataclasses
import os
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from engine.command_line import run
from engine.small_training import small_training
from engine.tiny_boards import tiny_board
from gui.cut_off import cut_off
from gui.waiting import wait_until
from PIL import Image as Pillow
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.review.judgments import JudgmentKind, Purpose
from vqganodip.scoring.normal_only import NORMAL_ONLY
from vqganodip.testing import sample_judgment
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.i18n import translation
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.threshold.growing_dialog import GrowingDialog

pytestmark = [
    pytest.mark.long,
    pytest.mark.qt_log_ignore("propagateSizeHints"),  # the offscreen screen has no frames
]

BOARDS = 16


@pytest.fixture(scope="module")
def good(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder, rng = tmp_path_factory.mktemp("good"), np.random.default_rng(11)
    for i in range(BOARDS):
        Pillow.fromarray(tiny_board(rng)).save(folder / f"board {i:02d}.png")
    return folder


@pytest.fixture(scope="module")
def line(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Four boards of the line; the last one lacks a part."""
    folder, rng = tmp_path_factory.mktemp("line"), np.random.default_rng(23)
    for i in range(4):
        Pillow.fromarray(tiny_board(rng, missing=12 if i == 3 else None)).save(folder / f"SN{i}.png")
    return folder


@pytest.fixture(scope="module")
def model(tmp_path_factory: pytest.TempPathFactory, good: Path) -> Path:
    bundle = tmp_path_factory.mktemp("models") / "Sensor" / "1"
    build = ("train", good, "--all-normal", "--depth", "at-once", "--bundle", bundle, "--product", "Sensor")
    with small_training():
        assert run(*build) == 0
    return bundle


@pytest.fixture
def language() -> str:
    """The language of the window."""
    return "en"


@pytest.fixture
def station(
    qtbot: QtBot, qapp: QApplication, settings: Settings, model: Path, line: Path, tmp_path: Path, language: str
) -> Iterator[Station]:
    """A station whose queue has four boards."""
    settings.set("language", language)
    station = Station(qapp, StartOptions(tmp_path / "ws", model, line), settings)
    station.start()
    controller = station.window.review.controller
    wait_until(qtbot, lambda: station.context.workspace is not None)
    wait_until(qtbot, lambda: controller.count() == 4 and not station.engine.busy())
    yield station
    station.window.close()
    station.window.deleteLater()
    station.deleteLater()
    translation.choose_language(qapp, "en")


def confirm(station: Station, *judgments: tuple[str, JudgmentKind]) -> None:
    """Record the same judgment of two operators on boards, by their serial numbers."""
    assert station.context.workspace is not None
    repository = station.context.workspace.repository
    for serial, kind in judgments:
        (number,) = [n for n in range(1, 5) if repository.item(n).inspection.image.stem == serial]
        plain = sample_judgment(number, kind)
        repository.add_judgment(dataclasses.replace(plain, operator="A. B."))
        repository.add_judgment(dataclasses.replace(plain, operator="C. D.", purpose=Purpose.SECOND))


def rows(dialog: GrowingDialog) -> list[list[str]]:
    items = [dialog.figures.topLevelItem(i) for i in range(dialog.figures.topLevelItemCount())]
    return [[item.text(column) for column in range(3)] for item in items if item is not None]


def picture(station: Station, dialog: GrowingDialog | None, name: str) -> None:
    if not os.environ.get("VQGANODIP_PICTURES"):
        return
    place = Path(os.environ["VQGANODIP_PICTURES"])
    station.window.resize(1366, 768)
    QApplication.processEvents()
    (dialog or station.window).grab().save(str(place / f"{name}-{translation.language()}.png"))


def test_that_confirmed_boards_enter_a_version_that_is_compared_signed_and_used(
    station: Station, qtbot: QtBot, model: Path, good: Path, tmp_path: Path
) -> None:
    confirm(station, ("SN0", JudgmentKind.OK), ("SN1", JudgmentKind.OK), ("SN3", JudgmentKind.NG))
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.normal.calibration is not None)
    assert page.normal.grow.isVisibleTo(page)
    station.window.resize(1366, 768)
    QApplication.processEvents()
    assert cut_off(page) == []
    picture(station, None, "threshold-with-growing")
    before = open_bundle(model).sha256
    dialog = page.changes.ask_growing()
    assert isinstance(dialog, GrowingDialog)
    wait_until(qtbot, lambda: dialog.offer is not None)
    assert dialog.message.text().startswith(
        "The reference is made of 16 boards. 2 good boards of the queue would enter"
    )
    assert "1 confirmed defective board takes no part: both versions are compared on it." in dialog.message.text()
    assert dialog.folder == good  # the run folder of the model names it
    picture(station, dialog, "growing-offer")
    dialog.calibrate()
    assert dialog.close_button.text() == "Cancel"
    wait_until(qtbot, lambda: dialog.result_ is not None)
    assert dialog.close_button.text() == "Close"
    found = rows(dialog)
    assert found[0] == ["Boards of the reference", "16", "18"]
    assert found[2] == ["Normal boards flagged, at most (95 %)", "17.1 %", "15.3 %"]
    assert found[3][2] == "0 of 2"
    assert found[4][0] == "Confirmed defects flagged"
    assert found[5][0] == "SN3"
    assert found[5][1].endswith(("(flagged)", "(passed)"))
    dialog.reason.setPlainText("Two good boards of the first shift")
    picture(station, dialog, "growing-result")
    assert open_bundle(model).sha256 == before
    dialog.put_in_use()
    assert station.context.workspace is not None
    (change,) = station.context.workspace.repository.threshold_changes()
    assert change.rule == NORMAL_ONLY
    assert change.reason.endswith(f"[2 confirmed boards in the reference, from bundle {before[:12]}]")
    new = station.context.bundle
    assert new is not None
    assert new.parent.parent == tmp_path / "ws" / "models"
    assert open_bundle(new).sha256 == change.bundle_sha256 != before
    training = station.window.training
    station.window.pages.setCurrentWidget(training)
    training.tabs.setCurrentIndex(1)
    wait_until(qtbot, lambda: training.model_list is not None and bool(training.model_list.entries))
    assert training.model_list is not None
    assert training.model_list.chosen() is not None
    assert training.model_list.grow_button.isEnabled()
    picture(station, None, "models-with-growing")
    again = training.versions.ask_growing(training.model_list.entries[0])
    assert again is not None
    wait_until(qtbot, lambda: again.offer is not None)
    assert "0 good boards of the queue would enter" in again.message.text()
    assert not again.start.isEnabled()
    again.reject()


def test_that_a_cancelled_version_leaves_nothing_behind(station: Station, qtbot: QtBot, tmp_path: Path) -> None:
    confirm(station, ("SN0", JudgmentKind.OK))
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.normal.calibration is not None)
    dialog = page.changes.ask_growing()
    assert isinstance(dialog, GrowingDialog)
    wait_until(qtbot, lambda: dialog.offer is not None)
    dialog.calibrate()
    dialog.reject()
    wait_until(qtbot, lambda: not station.context.tasks.acting())
    assert not list((tmp_path / "ws").glob("models/*/*"))
    assert station.context.workspace is not None
    assert station.context.workspace.repository.threshold_changes() == []


@pytest.mark.parametrize("language", ["de", "fr"])
def test_that_no_text_is_cut_off(station: Station, qtbot: QtBot, language: str) -> None:
    assert translation.language() == language
    confirm(station, ("SN0", JudgmentKind.OK), ("SN3", JudgmentKind.NG))
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.normal.calibration is not None)
    station.window.resize(1366, 768)
    QApplication.processEvents()
    picture(station, None, "threshold-with-growing")
    assert cut_off(page) == []
    dialog = page.changes.ask_growing()
    assert isinstance(dialog, GrowingDialog)
    wait_until(qtbot, lambda: dialog.offer is not None)
    dialog.calibrate()
    wait_until(qtbot, lambda: dialog.result_ is not None)
    picture(station, dialog, "growing-result")
    assert cut_off(dialog) == []
    dialog.reject()
