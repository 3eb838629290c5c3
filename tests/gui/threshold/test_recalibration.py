"""Confirmed boards become calibration data in the window: offered, calculated on purpose, signed, put into use."""

from __future__ import annotations

import dataclasses
import os
import shutil
from pathlib import Path

import pytest
from engine.command_line import run
from engine.small_training import small_training
from engine.tiny_boards import write_tiny_line
from gui.conftest import SCORES, Stations
from gui.waiting import wait_until
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.review.judgments import JudgmentKind, Purpose
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.hash_chain import verify_changes
from vqganodip.testing import sample_judgment
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.threshold.recalibration_dialog import RecalibrationDialog


def confirm(station: Station, number: int, kind: JudgmentKind) -> None:
    """Record a judgment and the same judgment as second opinion of another operator."""
    assert station.context.workspace is not None
    repository = station.context.workspace.repository
    plain = sample_judgment(number, kind)
    repository.add_judgment(dataclasses.replace(plain, operator="A. B."))
    repository.add_judgment(dataclasses.replace(plain, operator="C. D.", purpose=Purpose.SECOND))


def picture(dialog: RecalibrationDialog, name: str) -> None:
    if os.environ.get("VQGANODIP_PICTURES"):
        dialog.resize(720, 560)
        dialog.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / f"{name}.png"))


def dialog_of(station: Station, qtbot: QtBot) -> RecalibrationDialog:
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.draft.bundle_calibration is not None)
    dialog = page.changes.ask_confirmed()
    assert isinstance(dialog, RecalibrationDialog)
    wait_until(qtbot, lambda: dialog.offer is not None)
    return dialog


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_what_would_enter_is_shown_with_the_reason_and_nothing_happens_by_itself(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copytree(demo_bundle("gearbox"), tmp_path / "bundle")  # type: ignore[arg-type]
    station = stations.reviewing(boards, len(SCORES))
    confirm(station, 1, JudgmentKind.NG)
    confirm(station, 6, JudgmentKind.OK)
    assert station.context.workspace is not None
    station.context.workspace.repository.add_judgment(sample_judgment(2, JudgmentKind.DOUBTFUL))
    dialog = dialog_of(station, qtbot)
    assert dialog.message.text().startswith("1 good board and 1 defective board would enter")
    assert "1 doubtful" in dialog.message.text()
    rows = [[dialog.entries.topLevelItem(i).text(c) for c in range(3)] for i in range(2)]  # type: ignore[union-attr]
    assert rows == [["SN10440", "NG", "A. B., C. D."], ["SN10445", "OK", "A. B., C. D."]]
    assert "is unknown" in dialog.place.text()
    assert not dialog.start.isEnabled()
    dialog.set_folder(tmp_path)
    assert dialog.start.isEnabled()
    dialog.calibrate()  # a folder that is no data set
    wait_until(qtbot, lambda: bool(dialog.status.text()) and not dialog.bar.isVisibleTo(dialog))
    assert str(tmp_path) in dialog.status.text()
    assert not list((tmp_path / "ws" / "bundles").iterdir())
    dialog.reject()
    assert station.context.bundle == tmp_path / "bundle"
    assert station.context.workspace.repository.threshold_changes() == []


@pytest.mark.long
@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_a_calibration_with_confirmed_boards_is_signed_and_used(
    qtbot: QtBot, qapp: QApplication, settings: Settings, tmp_path: Path
) -> None:
    line = write_tiny_line(tmp_path / "line", train=8, good=4, defective=4)
    new = write_tiny_line(tmp_path / "new", train=1, good=1, defective=1, seed=5)
    fit = ("fit", line, "--bundle", tmp_path / "b", "--jobs", "1", "--classifiers", "LR", "--no-other-processors")
    with small_training():
        assert run("train", line, "--bundle", tmp_path / "b", "--steps", "40", "--json") == 0
        assert run(*fit) == 0
    old = open_bundle(tmp_path / "b").sha256
    station = Station(qapp, StartOptions(tmp_path / "ws", tmp_path / "b", new / "test"), settings)
    station.start()
    try:
        controller = station.window.review.controller
        wait_until(qtbot, lambda: station.context.workspace is not None)
        wait_until(qtbot, lambda: controller.count() == 2 and not station.engine.busy())
        assert station.context.workspace is not None
        repository = station.context.workspace.repository
        for number in (1, 2):
            bad = "missing" in str(repository.item(number).inspection.image)
            confirm(station, number, JudgmentKind.NG if bad else JudgmentKind.OK)
        dialog = dialog_of(station, qtbot)
        assert dialog.folder == line  # the fit remembered it
        dialog.calibrate()
        wait_until(qtbot, lambda: dialog.result_ is not None)
        assert [dialog.figures.topLevelItem(0).text(c) for c in (1, 2)] == ["4", "5"]  # type: ignore[union-attr]
        assert not dialog.use.isEnabled()
        dialog.reason.setPlainText("Monthly calibration")
        picture(dialog, "threshold-recalibration")
        assert open_bundle(tmp_path / "b").sha256 == old
        dialog.put_in_use()
        (change,) = repository.threshold_changes()
        assert change.reason == f"Monthly calibration [2 confirmed boards, from bundle {old[:12]}]"
        bundle = station.context.bundle
        assert bundle is not None
        assert bundle.parent == tmp_path / "ws" / "bundles"
        assert change.bundle_sha256 == open_bundle(bundle).sha256 != old
        assert verify_changes(repository.threshold_changes()).broken is None
        page = station.window.threshold
        wait_until(
            qtbot,
            lambda: page.draft.bundle_calibration is not None and page.draft.bundle_calibration.bundle_sha256 != old,
        )
        assert page.draft.active_thresholds() == Thresholds(change.value)
    finally:
        station.window.close()
        station.window.deleteLater()
        station.deleteLater()
