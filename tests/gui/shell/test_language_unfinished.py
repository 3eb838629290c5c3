"""Unfinished work when the language changes: it stays, and pending answers arrive on the new page."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from engine.tiny_boards import write_tiny_line
from gui.conftest import Stations
from gui.language_change import (
    close_dialog,
    inspector_of,
    kinds,
    language_box,
    picture,
    speak,
)
from gui.spoken import spoken
from gui.waiting import settle, wait_until
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.review.judgments import JudgmentKind, QueueState
from vqganodip_gui.app import Station
from vqganodip_gui.i18n import translation
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.training.job_controller import Phase
from vqganodip_gui.training.stage_bar import StageName
from vqganodip_gui.viewer.panel_grid import PanelName
from vqganodip_gui.widgets.message_strip import MessageKind

Press = Callable[..., None]
Key = Qt.Key

# the offscreen screen has neither frames nor an order of windows, and no popup takes the keyboard
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise", "grabbing the keyboard")


@pytest.fixture(autouse=True)
def english(qapp: QApplication, settings: Settings) -> Iterator[None]:
    settings.set("language", "en")
    yield
    translation.choose_language(qapp, "en")


@pytest.fixture
def fitted(tmp_path: Path) -> Path:
    """The shipped bundle in the place of the station's."""
    shutil.copytree(demo_bundle("gearbox"), tmp_path / "bundle")  # type: ignore[arg-type]
    return tmp_path / "bundle"


def test_that_what_is_in_hand_at_the_review_stays_in_hand(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window, review = station.window, station.window.review
    settings.set("keep_view", True)
    review.queue_pane.state.setCurrentIndex(review.queue_pane.state.findData(QueueState.ALL))
    review.queue_pane.search.setText("SN1044")
    wait_until(qtbot, lambda: review.queue.queue_filter().search == "SN1044")
    review.controller.show_item(review.queue.ids()[1])
    wait_until(qtbot, review.controller.can_judge)
    review.region_steps.step(1)
    window.actions_by_name["region_ng"].trigger()
    review.panels.zoom_by(1.5)
    review.panels.toggle_maximised(PanelName.DIFFERENCE)
    window.actions_by_name["brighter"].trigger()
    review.details.code.setEditText("solder bridge at J")
    review.details.comment.setText("half a sentence ab")
    review.details.comment.setFocus()
    review.details.comment.setCursorPosition(4)
    sight, region_said = review.panels.view_state(), review.details.regions.judgments()
    assert region_said
    current, seconds = station.review_state.controller.current, station.review_state.controller.review_timer.seconds()
    speak(station, "de", qtbot)
    now = window.review
    assert now is not review
    assert replace(now.panels.view_state(), pointed=sight.pointed) == sight  # the mouse may be over another panel
    assert now.panels.maximised() is PanelName.DIFFERENCE
    assert now.details.regions.judgments() == region_said
    assert now.details.regions.selected_region() == sight.chosen >= 0
    assert now.details.code.currentText() == "solder bridge at J"
    assert now.details.comment.text() == "half a sentence ab"
    assert QApplication.focusWidget() is now.details.comment
    assert now.details.comment.cursorPosition() == 4
    assert now.queue_pane.queue_filter() == station.review_state.queue.queue_filter()
    assert now.queue_pane.search.text() == "SN1044"
    assert station.review_state.controller.current is current
    assert station.review_state.controller.can_judge()
    assert station.review_state.controller.review_timer.seconds() >= seconds
    assert kinds(station) == []
    picture(window, "in-hand-de")
    qtbot.keyClicks(now.details.comment, "x")
    assert now.details.comment.text() == "halfx a sentence ab"


def test_that_unsigned_lines_stay_where_they_were_put(stations: Stations, fitted: Path, qtbot: QtBot) -> None:
    station = stations.start(inspector=inspector_of(fitted))
    window, page = station.window, station.window.threshold
    window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.draft.calibration is not None)
    page.setFocus()
    qtbot.keyClick(page, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page, Key.Key_B)
    lines = page.draft.thresholds()
    assert lines != page.draft.active_thresholds()
    page.view.tabs.setCurrentIndex(2)
    page.view.logarithmic.setChecked(True)
    page.list_between(0.9, 1.0)
    page.view.boards.names.setCurrentRow(3)
    row, title = page.view.boards.names.currentItem().text(), page.view.boards.title.text()
    picture(window, "lines-before")
    qtbot.keyClick(window, Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    language_box(station).setFocus()
    qtbot.keyClick(language_box(station), Key.Key_Down)
    wait_until(qtbot, lambda: station.language_switch.language == "fr")
    close_dialog(station, qtbot)
    settle(qtbot, station)  # all reading has ended
    now = window.threshold
    assert now is not page
    assert window.pages.currentWidget() is now
    assert now.draft.thresholds() == lines
    assert now.view.change.isEnabled()
    assert now.view.logarithmic.isChecked()
    assert now.view.tabs.currentIndex() == 2
    assert now.view.boards.names.currentItem().text() == row
    assert now.view.boards.title.text() != title
    assert QApplication.focusWidget() is now
    picture(window, "lines-fr")
    qtbot.keyClick(now, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert now.draft.flag_from == pytest.approx(lines.flag_from - 0.01)


def test_that_an_error_stays_in_sight_and_a_board_that_cannot_be_shown_is_still_explained(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    (boards / "SN10499.png").write_bytes(b"no image")
    station = stations.reviewing(boards)
    window = station.window
    wait_until(qtbot, lambda: len(station.review_state.queue.failures()) == 1)
    window.review.queue_pane.list.row_selected.emit(len(station.review_state.queue.ids()))
    assert "SN10499.png" in window.review.empty.title.text()
    before = window.review.empty.title.text()
    window.review.message.show_message("The disk is full", MessageKind.ERROR)
    speak(station, "de", qtbot)
    assert "SN10499.png" in window.review.empty.title.text() != before
    assert window.review.message.isVisible()
    assert window.review.message.text.text() == "The disk is full"


def test_that_pictures_on_their_way_arrive_on_the_new_page(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    controller, release = station.review_state.controller, stations.hold()
    for _worker in range(2):
        station.tasks.run(release.wait, lambda _done: None)
    controller.loader.forget()
    controller.show_item(station.review_state.queue.ids()[3])
    assert not controller.can_judge()
    speak(station, "fr", qtbot)
    review = station.window.review
    assert review.centre.currentWidget() is review.empty
    assert review.empty.title.text()
    release.set()
    wait_until(qtbot, controller.can_judge)
    assert review.centre.currentWidget() is review.panels
    assert review.panels.board() == controller.current


def test_that_a_judgment_that_is_being_written_is_told_on_the_new_page(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    controller, release = station.review_state.controller, stations.hold()
    controller.patience_s = 0.0
    station.tasks.write(release.wait)
    before = controller.current
    qtbot.keyClick(station.window, Key.Key_2)
    assert kinds(station) == []
    assert not controller.can_judge()
    speak(station, "de", qtbot)
    qtbot.keyClick(station.window, Key.Key_1)  # nothing is judged twice
    release.set()
    wait_until(qtbot, controller.can_judge)
    assert [kind for _serial, kind in kinds(station)] == [JudgmentKind.NG]
    assert station.window.review.panels.board() == controller.current != before
    qtbot.keyClick(station.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(qtbot, lambda: kinds(station)[-1][1] is JudgmentKind.WITHDRAWN)


def test_that_what_is_entered_for_a_training_stays_entered(
    stations: Stations, tmp_path: Path, settings: Settings, qtbot: QtBot
) -> None:
    line = write_tiny_line(tmp_path / "valve", train=6, good=3, defective=3)

    def entered(station: Station) -> None:
        page = station.window.training
        station.window.pages.setCurrentWidget(page)
        page.choose(line)
        wait_until(qtbot, lambda: page.jobs.phase is Phase.READY and page.jobs.dataset is not None)
        assert page.stages is not None
        page.stages.form.name.setText("valve, small")
        page.stages.form.unit.setCurrentIndex(1)
        page.stages.form.steps.setValue(70)
        page.show_stage(StageName.DATA)
        settle(qtbot, station)

    station = stations.start(bundle=False)
    entered(station)
    for language in ("de", "fr"):
        speak(station, language, qtbot)
    now = station.window.training
    assert now.stages is not None
    assert now.stages.form.name.text() == "valve, small"
    assert now.stages.form.steps.value() == 70
    assert now.body.currentWidget() is now.stages.panel(StageName.DATA)
    settle(qtbot, station)
    changed = spoken(now)
    picture(station.window, "training-fr")
    stations.stop(station)
    settings.set("language", "fr")
    station = stations.start(bundle=False)
    entered(station)
    assert changed == spoken(station.window.training)
