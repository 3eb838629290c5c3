"""Progress of an inspection, the time left, and the boards that Stop leaves."""

from __future__ import annotations

from pathlib import Path

import pytest
from gui.conftest import SCORES, Stations
from gui.fakes import HeldInspector
from gui.waiting import wait_until
from PySide6.QtWidgets import QFileDialog
from pytestqt.qtbot import QtBot

from vqganodip.inspection.events import BoardDone, BoardStarted
from vqganodip.review.judgments import ReviewItem
from vqganodip.testing import sample_inspection
from vqganodip_gui.review.inspection_progress import InspectionProgress
from vqganodip_gui.services.inspection_service import EngineIdle, EngineLoading
from vqganodip_gui.shell.workspace_dialog import NewWorkspaceDialog


def test_that_the_time_left_follows_the_pace_and_a_stop_says_what_is_left() -> None:
    now = [0.0]
    progress = InspectionProgress(lambda: now[0])
    item = ReviewItem(1, "SN 1", sample_inspection())
    progress.take(EngineLoading(Path("bundle")))
    for index in range(3):
        progress.take(BoardStarted(Path(f"{index}.png"), index, 10))
        now[0] += 4.0
        progress.take(BoardDone(item, index, 10))
    progress.take(BoardStarted(Path("3.png"), 3, 10))
    assert (progress.share(), progress.left_s()) == ((3, 10), 28.0)
    assert progress.text() == "inspecting 4 of 10: 3.png · about 28 s left"
    progress.take(BoardDone(item, 3, 10))
    progress.take(EngineIdle(4, 0, 0, stopped=True))
    assert (progress.text(), progress.share()) == ("Inspection stopped: 6 boards left", None)
    progress.take(EngineIdle(4, 0, 0, stopped=False))
    assert progress.text() == ""


def test_that_stop_leaves_boards_and_a_button_that_goes_on(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    go_on = stations.hold()
    station = stations.start(boards, inspector=HeldInspector(go_on, 2))
    status, controller = station.window.status, station.window.review.controller
    wait_until(qtbot, lambda: status.engine.text().startswith("inspecting 3 of 7"))
    assert status.progress.isVisible()
    assert (status.progress.value(), status.progress.maximum(), status.turn.text()) == (2, 7, "Stop")
    status.turn.click()
    assert status.turn.isHidden()
    go_on.set()
    wait_until(qtbot, lambda: status.turn.text() == "Resume")
    assert status.engine.text() == "Inspection stopped: 4 boards left"
    assert status.progress.isHidden()
    status.turn.click()
    wait_until(qtbot, lambda: controller.count() == len(SCORES) and not station.engine.busy())
    assert (status.engine.text(), status.turn.isHidden()) == ("", True)


def test_that_boards_opened_from_another_page_are_shown_on_the_review_page(
    stations: Stations, boards: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = stations.start()
    window = station.window
    window.pages.setCurrentWidget(window.records)
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(boards))
    window.actions_by_name["open_boards"].trigger()
    assert window.pages.currentWidget() is window.review
    wait_until(qtbot, window.review.controller.can_judge)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_the_folder_that_is_typed_for_a_new_workspace_is_created(
    stations: Stations, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.start()
    station.window.actions_by_name["new_workspace"].trigger()
    dialog = station.window.findChild(NewWorkspaceDialog)
    (tmp_path / "file").write_text("in the way")
    for taken, reason in ((tmp_path / "file", "is not empty"), (tmp_path / "file" / "below", "cannot be created")):
        dialog.folder.setText(str(taken))
        dialog.ok.click()
        assert reason in dialog.message.text()
    dialog.folder.setText("line 7/mine")
    dialog.ok.click()
    workspace = tmp_path / "line 7" / "mine"
    wait_until(qtbot, lambda: station.context.workspace.folder == workspace)
    assert any(workspace.iterdir())
