"""Boards of the calibration on the threshold page: listed, shown in their panels, or reported as missing."""

from __future__ import annotations

import json
import os
import shutil
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.fakes import DrawnBoardInspector, HeldInspector, draw_board
from gui.waiting import wait_until
from locations import DEMO_BUNDLE
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle, write_bundle
from vqganodip.calibration.result import open_calibration
from vqganodip.number_format import rounded_down
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services.inspection_service import BoardRequest, BoardRequestFailed, BoardResponse, EngineIdle
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.threshold.board_pictures import _ships
from vqganodip_gui.threshold.change_dialog import ChangeDialog

KNOWN = open_calibration(DEMO_BUNDLE)
HARDEST, SECOND = ("/".join(Path(KNOWN.paths[index]).parts[-2:]) for index in KNOWN.missed(2.0)[:2])
LEAST = rounded_down(KNOWN.scores[KNOWN.missed(2.0)[0]], 4)
LINE = 0.2
MISSED = len(KNOWN.missed(LINE))


@pytest.fixture
def fitted(tmp_path: Path) -> Path:
    """Replace the station's bundle by the shipped one, without the rendered boards."""
    shutil.copytree(demo_bundle("gearbox"), tmp_path / "bundle")  # type: ignore[arg-type]
    return tmp_path / "bundle"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_missed_boards_are_shown_in_their_panels_or_said_to_be_gone(
    stations: Stations, fitted: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    # drawn boards take the places of the rendered ones, whose hashes the calibration names
    monkeypatch.setattr("vqganodip.calibration.images._check_hash", lambda path, _sha256: path)
    station = stations.start()
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    preview = page.view.boards.preview
    wait_until(qtbot, lambda: "is missing" in preview.message.text())
    assert preview.message.text().startswith(HARDEST)
    assert preview.where.isVisibleTo(page)
    lies = tmp_path / "labelled"
    for name in (HARDEST, SECOND):
        place = lies / "test" / name
        place.parent.mkdir(parents=True, exist_ok=True)
        draw_board(place, 0.6, seed=2)
    preview.set_folder(lies)
    wait_until(qtbot, lambda: preview.board is not None)
    assert f"{HARDEST}: scored {LEAST}" in preview.message.text()
    assert not preview.where.isVisibleTo(page)
    assert all(thumb.image is not None for thumb in preview.thumbs)
    page.move_to(LINE)
    wait_until(qtbot, lambda: page.view.boards.names.count() == MISSED)
    page.view.boards.names.setCurrentRow(1)
    wait_until(qtbot, lambda: f"{SECOND}: scored" in preview.message.text())
    qtbot.mouseClick(preview.thumbs[0], Qt.MouseButton.LeftButton)
    assert page.view.viewer is not None
    assert page.view.sides.currentWidget() is page.view.viewer
    board = page.view.viewer.panels.board()
    assert board is not None
    assert board.serial == SECOND
    if os.environ.get("VQGANODIP_PICTURES"):
        station.window.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / "viewer-check.png"))
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.view.sides.currentIndex() == 0
    assert page.draft.flag_from == LINE  # the line has not moved
    ask = page.changes.ask_change()
    assert isinstance(ask, ChangeDialog)
    assert ask.preview is not None
    wait_until(qtbot, lambda: ask.preview is not None and ask.preview.board is not None)
    assert ask.preview.message.text().startswith(HARDEST)
    ask.reject()


def test_that_the_engine_looks_between_the_boards_of_a_request(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    go_on = stations.hold()
    station = stations.start(boards, inspector=HeldInspector(go_on, at_once=1))
    told: list[object] = []
    station.engine.event_reported.connect(told.append)
    station.engine.board_answered.connect(told.append)
    board = draw_board(tmp_path / "labelled.png", 0.6, seed=2)
    assert station.engine.busy()
    bundle = station.context.bundle
    assert bundle is not None
    station.engine.request_board(BoardRequest(bundle, lambda: tmp_path / "unwanted.png", lambda: False))
    station.engine.request_board(BoardRequest(bundle, lambda: board, lambda: True))
    station.engine.request_board(BoardRequest(bundle, lambda: tmp_path / "gone.png", lambda: True))
    go_on.set()
    wait_until(qtbot, lambda: not station.engine.busy())
    looked = [type(event) for event in told if isinstance(event, BoardResponse | BoardRequestFailed)]
    assert looked == [BoardResponse, BoardRequestFailed]
    assert isinstance(told[-1], EngineIdle)
    assert station.window.review.controller.count() == 7


def test_that_the_boards_of_a_bar_open_in_the_review(
    stations: Stations, boards: Path, fitted: Path, qtbot: QtBot
) -> None:
    inspector = DrawnBoardInspector.open(fitted)
    inspector.bundle_sha256 = open_bundle(fitted).sha256
    station = stations.start(boards, inspector=inspector)
    window = station.window
    controller = window.review.controller
    wait_until(qtbot, lambda: controller.count() == 7 and not station.engine.busy())
    page = window.threshold
    window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: len(page.workspace_scores) == 7)
    assert page.view.histogram is not None
    page.view.histogram.bar_clicked.emit(0.5, 0.525)
    assert page.view.boards.review.text() == "Open 1 of this workspace in the review"
    page.view.histogram.bar_clicked.emit(0.5, 0.7)
    qtbot.mouseClick(page.view.boards.review, Qt.MouseButton.LeftButton)
    assert window.pages.currentWidget() is window.review
    queue = window.review.queue
    assert [queue.index(row).data() for row in range(queue.rowCount())] == ["SN10442", "SN10443", "SN10444"]
    qtbot.mouseClick(window.review.queue_pane.reset_button, Qt.MouseButton.LeftButton)
    assert queue.rowCount() == 7
    window.pages.setCurrentWidget(page)
    page.view.histogram.bar_clicked.emit(0.9, 0.925)
    assert not page.view.boards.review.isVisibleTo(page)


def test_that_another_classifier_is_looked_at_and_never_put_into_force(
    stations: Stations, fitted: Path, qtbot: QtBot
) -> None:
    bundle = open_bundle(fitted)
    kept = bundle.read_json("scores")
    kept["others"] = {"Reversed": [1.0 - row["score"] for row in kept["scores"]], "short": [0.5]}
    write_bundle(fitted, {"scores": (".json", json.dumps(kept).encode())}, base=bundle)
    station = stations.start()
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.draft.calibration is not None)
    assert page.draft.bundle_calibration is not None
    chosen = page.draft.bundle_calibration.report.chosen
    assert [page.view.classifier.itemText(i) for i in range(page.view.classifier.count())] == [
        f"{chosen} (chosen)",
        "Reversed",
    ]
    page.view.classifier.setCurrentIndex(1)
    assert page.draft.calibration is not None
    assert page.draft.calibration.shown_classifier == "Reversed"
    assert (
        page.draft.flag_from == page.draft.calibration.threshold.value != page.draft.bundle_calibration.threshold.value
    )
    assert f"vqganodip fit DATASET --bundle {fitted} --classifiers Reversed" in page.view.protocol.text()
    page.move_to(0.9)
    assert not page.view.change.isEnabled()
    assert page.changes.ask_change() is None
    page.changes.activate("x")
    assert station.context.workspace is not None
    assert station.context.workspace.repository.threshold_changes() == []
    page.view.classifier.setCurrentIndex(0)
    assert page.draft.calibration is page.draft.bundle_calibration
    assert page.draft.flag_from == page.draft.bundle_calibration.bundle_threshold
    assert (
        page.view.stability_table.table.topLevelItem(0).text(3)
        == f"{(KNOWN.stability.without or 0.0) - KNOWN.stability.value:+.4f}"
    )  # type: ignore[union-attr]
    assert page.view.stability_table.table.topLevelItem(1).text(3) == "not at all"  # type: ignore[union-attr]
    assert f"Here it is {HARDEST}." in page.view.stability_table.message.text()


@pytest.mark.long
@pytest.mark.parametrize("theme", ["dark", "light"])
def test_that_a_board_of_the_shipped_line_is_drawn_again_and_seen_by_the_real_engine(
    qtbot: QtBot,
    qapp: QApplication,
    settings: Settings,
    fitted: Path,
    tmp_path: Path,
    theme: str,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr("vqganodip_gui.threshold.board_pictures._ships", _ships)
    settings.set("theme", theme)
    station = Station(qapp, StartOptions(tmp_path / "ws", fitted), settings)
    station.start()
    try:
        wait_until(qtbot, lambda: station.context.workspace is not None)
        page = station.window.threshold
        station.window.pages.setCurrentWidget(page)
        wait_until(qtbot, lambda: page.draft.calibration is not None)
        page.move_to(LINE)
        page.set_band(True)
        wait_until(qtbot, lambda: page.view.boards.names.count() == MISSED)
        wait_until(qtbot, lambda: page.view.boards.preview.board is not None)
        assert f"{HARDEST}: scored {LEAST}" in page.view.boards.preview.message.text()
        assert page.draft.calibration is not None
        look = page.view.boards.preview.board
        assert look is not None
        assert look.item.inspection.score > float(
            LEAST
        )  # the fit knows the board; LEAST is its score while it was left out
        page.view.tabs.setCurrentWidget(page.view.stability_table)
        if os.environ.get("VQGANODIP_PICTURES"):
            station.window.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / f"threshold-boards-{theme}.png"))
    finally:
        station.window.close()
        station.window.deleteLater()
        station.deleteLater()
