"""The doubtful band in the window: opened, moved, signed; boards inside it go to a person and are shown as such."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.fakes import DrawnBoardInspector, draw_board
from gui.waiting import wait_until
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.scoring.verdict import Thresholds
from vqganodip_gui.review.queue_model import QueueRole
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.threshold.summary import Pace, figures_at
from vqganodip_gui.widgets.icons import IconName


@pytest.fixture
def fitted(tmp_path: Path) -> Path:
    """The shipped bundle in the place of the station's."""
    shutil.copytree(demo_bundle("gearbox"), tmp_path / "bundle")  # type: ignore[arg-type]
    return tmp_path / "bundle"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_a_band_is_opened_moved_signed_and_counts_for_the_next_boards(
    stations: Stations, fitted: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    folder = tmp_path / "boards"
    folder.mkdir()
    for number, score in enumerate((0.2, 0.4, 0.8)):
        draw_board(folder / f"SN{number}.png", score, seed=number)
    inspector = DrawnBoardInspector.open(fitted)
    inspector.bundle_sha256 = open_bundle(fitted).sha256
    station = stations.start(inspector=inspector)
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.draft.calibration is not None)
    assert page.draft.calibration is not None
    assert page.view.histogram is not None
    assert not page.view.rows[2][0].isVisibleTo(page)
    page.move_to(0.3)
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_B)
    assert page.view.banded.isChecked()
    highest_good = page.draft.calibration.curve.normal[-1]
    assert page.draft.doubtful_until is not None
    assert highest_good < page.draft.doubtful_until < highest_good + 0.001
    assert page.view.rows[3][1].text().startswith("0 good, ")  # above the band no known good board lies
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert page.draft.doubtful_until == pytest.approx(page.view.histogram.band_line.value())
    page.view.histogram.band_line.setValue(0.6)  # as a drag does
    assert (page.draft.flag_from, page.draft.doubtful_until) == (0.3, 0.6)
    called, flagged = page.draft.calibration.counts(0.6), page.draft.calibration.counts(0.3)
    inside = f"{flagged.fp - called.fp} good, {flagged.tp - called.tp} defective"
    assert page.view.rows[2][1].text() == inside
    page.move_to(0.7)  # the threshold pushes the end of the band along
    assert page.draft.doubtful_until == pytest.approx(0.701)
    page.move_to(0.3, 0.6)
    missed = page.draft.calibration.missed(0.3)
    wait_until(qtbot, lambda: page.view.boards.names.count() == len(missed) > 0)
    wait_until(qtbot, lambda: "is missing" in page.view.boards.preview.message.text())
    if os.environ.get("VQGANODIP_PICTURES"):
        station.window.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / "threshold-band.png"))
    page.export_to(tmp_path / "drawn.html")
    ask = page.changes.ask_change()
    assert ask is not None
    ask.reason.setPlainText("Trial with quality")  # type: ignore[attr-defined]
    ask.accept()
    wait_until(qtbot, lambda: len(page.draft.changes) == 1)
    assert page.draft.changes[0].thresholds == Thresholds(0.3, 0.6)
    assert page.draft.active_thresholds() == Thresholds(0.3, 0.6)
    assert page.view.log.table.topLevelItem(0).text(5) == "0.6000"  # type: ignore[union-attr]
    assert not page.view.change.isEnabled()
    page.export_to(tmp_path / "signed.html")
    for name, said in (("drawn", "Not in force, as drawn on the page (in force, as the bundle came: threshold"),
                       ("signed", "In force, set on 20")):  # fmt: skip
        path = tmp_path / f"{name}.html"
        wait_until(qtbot, path.is_file)
        html = path.read_text(encoding="utf-8")
        assert said in html
        assert "threshold 0.3000, in doubt up to 0.6000." in html
    station.context.set_sources(fitted, folder)
    assert station.context.inspect()
    controller = station.window.review.controller
    wait_until(qtbot, lambda: controller.count() == 3 and not station.engine.busy())
    queue = station.window.review.queue
    said = {queue.index(row).data(): queue.index(row).data(QueueRole.DETAIL) for row in range(3)}
    assert [said[f"SN{n}"] for n in range(3)] == ["0.20 · passed", "0.40 · in doubt", "0.80 · flagged"]
    assert queue.index(1).data(QueueRole.ICON) == IconName.IN_DOUBT
    assert "lies in the doubtful band from 0.3000 to 0.6000" in queue.index(1).data(Qt.ItemDataRole.ToolTipRole)
    assert [queue.index(row).data() for row in range(3)] == ["SN2", "SN1", "SN0"]
    station.window.pages.setCurrentWidget(page)
    qtbot.keyClick(page, Qt.Key.Key_B)
    assert page.draft.doubtful_until is None
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.draft.thresholds() == Thresholds(0.3, 0.6)


def test_that_the_figures_speak_of_the_shift_and_of_measured_times(
    stations: Stations, fitted: Path, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("boards_per_shift", 400)
    station = stations.start()
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.draft.calibration is not None)
    assert page.draft.calibration is not None
    fpr = page.draft.calibration.counts(page.draft.flag_from).fpr or 0.0
    assert page.view.rows[6][0].text() == "Review per shift of 400 boards"
    assert page.view.rows[6][1].text() == f"{8.0 * fpr * 400 / 3600:.1f} h"
    measured = figures_at(page.draft.calibration, Thresholds(page.draft.flag_from), Pace(3.0, 120), 400)
    assert measured.rows[5][1] == f"{3.0 * fpr:.1f} s (per review: 3.0 s, measured)"
