"""Boards of the calibration on the threshold page: named, shown in their panels, or said to be gone, in place."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.fakes import DrawnBoardInspector, draw_board
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vqganodip_gui.engine import BoardLooked, EngineIdle, LookAtBoard, LookFailed
from vqganodip_gui.resources import demo_bundle
from vqganodip_gui.threshold.change_dialog import ChangeDialog

HARDEST = "insufficient_solder/003.png"


@pytest.fixture
def fitted(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """The shipped bundle in the place of the station's, whose boards nobody can draw again."""
    shutil.copytree(demo_bundle("gearbox"), tmp_path / "bundle")  # type: ignore[arg-type]
    monkeypatch.setattr("vqganodip_gui.threshold.board_pictures._ships", lambda _calibrated: False)
    return tmp_path / "bundle"


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_missed_boards_are_shown_in_their_panels_or_said_to_be_gone(
    stations: Stations, fitted: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.start()
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    preview = page.boards.preview
    qtbot.waitUntil(lambda: "not there any more" in preview.said.text(), timeout=20_000)
    assert preview.said.text().startswith(HARDEST)
    assert preview.where.isVisibleTo(page)
    lies = tmp_path / "labelled"
    for name in (HARDEST, "lifted_lead/000.png"):
        place = lies / "test" / name
        place.parent.mkdir(parents=True)
        draw_board(place, 0.6, seed=2)
    preview.look_in(lies)
    qtbot.waitUntil(lambda: preview.look is not None, timeout=20_000)
    assert f"{HARDEST}: scored 0.0664" in preview.said.text()
    assert not preview.where.isVisibleTo(page)
    assert all(thumb.image is not None for thumb in preview.thumbs)
    page.move_to(0.2)
    qtbot.waitUntil(lambda: page.boards.names.count() == 16, timeout=10_000)
    page.boards.names.setCurrentRow(1)
    qtbot.waitUntil(lambda: "lifted_lead/000.png: scored" in preview.said.text(), timeout=20_000)
    qtbot.mouseClick(preview.thumbs[0], Qt.MouseButton.LeftButton)
    assert page.viewer is not None
    assert page.sides.currentWidget() is page.viewer
    board = page.viewer.panels.board()
    assert board is not None
    assert board.serial == "lifted_lead/000.png"
    if os.environ.get("VQGANODIP_PICTURES"):
        station.window.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / "viewer-check.png"))
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.sides.currentIndex() == 0
    assert page.value == 0.2  # the line has not moved
    ask = page.ask_change()
    assert isinstance(ask, ChangeDialog)
    assert ask.preview is not None
    qtbot.waitUntil(lambda: ask.preview is not None and ask.preview.look is not None, timeout=20_000)
    assert ask.preview.said.text().startswith(HARDEST)
    ask.reject()


def test_that_the_engine_looks_between_the_boards_of_a_request(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.start(boards, inspector=DrawnBoardInspector(pause_s=0.2))
    told: list[object] = []
    station.engine.happened.connect(told.append)
    station.engine.looked.connect(told.append)
    board = draw_board(tmp_path / "labelled.png", 0.6, seed=2)
    qtbot.waitUntil(station.engine.busy, timeout=10_000)
    bundle = station.context.bundle
    assert bundle is not None
    station.engine.look(LookAtBoard(bundle, lambda: tmp_path / "unwanted.png", lambda: False))
    station.engine.look(LookAtBoard(bundle, lambda: board, lambda: True))
    station.engine.look(LookAtBoard(bundle, lambda: tmp_path / "gone.png", lambda: True))
    qtbot.waitUntil(lambda: not station.engine.busy(), timeout=20_000)
    looked = [type(event) for event in told if isinstance(event, BoardLooked | LookFailed)]
    assert looked == [BoardLooked, LookFailed]
    assert isinstance(told[-1], EngineIdle)
    assert station.window.review.desk.count() == 7
