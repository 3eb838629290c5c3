"""Text fields give the keyboard back: a digit typed after a field was left judges, and never lands in the field."""

from __future__ import annotations

from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.waiting import settle, turn, wait_until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolButton
from pytestqt.qtbot import QtBot

from vqganodip_gui.app import Station
from vqganodip_gui.services.settings import Settings

Key = Qt.Key
pytestmark = pytest.mark.qt_log_ignore("does not support")  # the offscreen screen raises nothing and grabs nothing


def strike(station: Station, key: Qt.Key | str) -> None:
    """Strike a key as the keyboard does, on the window or the list that is open."""
    popup = QApplication.activePopupWidget()
    QTest.keyClick((popup or station.window).windowHandle(), key)  # type: ignore[call-overload]
    turn()


@pytest.mark.parametrize("field", ["comment", "code", "search"])
def test_that_esc_leaves_a_field_and_its_text_and_the_next_digit_judges(
    stations: Stations, boards: Path, qtbot: QtBot, field: str
) -> None:
    station = stations.reviewing(boards)
    review, done = station.window.review, station.window.review.controller.judged()
    station.window.actions_by_name["find_board" if field == "search" else f"enter_{field}"].trigger()
    strike(station, "S")
    text = {
        "comment": review.details.comment.text,
        "code": review.details.code.currentText,
        "search": review.queue_pane.search.text,
    }[field]
    wait_until(qtbot, lambda: text().upper() == "S")
    settle(qtbot, station)
    strike(station, Key.Key_Escape)
    assert QApplication.activePopupWidget() is None
    assert QApplication.focusWidget() is review.panels
    strike(station, "2")
    wait_until(qtbot, lambda: review.controller.judged() == done + 1)
    assert "2" not in text()


def test_that_esc_in_the_open_list_of_codes_gives_the_keyboard_back(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    station.window.actions_by_name["enter_code"].trigger()
    assert review.details.code.listed()
    strike(station, Key.Key_Escape)
    assert not review.details.code.listed()
    assert station.window.focusWidget() is review.panels
    station.window.actions_by_name["enter_code"].trigger()
    strike(station, Key.Key_Down)
    strike(station, Key.Key_Return)
    wait_until(qtbot, lambda: station.window.focusWidget() is review.panels)
    assert review.details.code.defect_code()


def test_that_the_cross_and_the_filter_give_the_keyboard_back(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    review, pane = station.window.review, station.window.review.queue_pane
    station.window.actions_by_name["find_board"].trigger()
    strike(station, "4")
    settle(qtbot, station)
    qtbot.mouseClick(pane.search.findChild(QToolButton), Qt.MouseButton.LeftButton)
    settle(qtbot, station)
    assert pane.search.text() == ""
    assert QApplication.focusWidget() is review.panels
    pane.search.setFocus()
    qtbot.mouseClick(pane.state, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is not pane.search
    pane.state.hidePopup()
    pane.search.setFocus()
    qtbot.mouseClick(review.details.score, Qt.MouseButton.LeftButton)
    assert QApplication.focusWidget() is review.panels, "a click beside the field leaves it"


def test_that_esc_leaves_the_fields_of_the_other_pages(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    window = station.window
    for page, field in ((window.records, window.records.lot), (window.training, None)):
        window.pages.setCurrentWidget(page)
        settle(qtbot, station)
        if field is not None:
            field.setFocus()
            strike(station, "7")
            strike(station, Key.Key_Escape)
            assert field.text() == "7"
            assert QApplication.focusWidget() is page.keyboard_home()


@pytest.mark.parametrize("scanner", [False, True], ids=["no scanner", "scanner"])
def test_that_fast_typing_in_a_text_field_is_never_a_scan(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot, scanner: bool
) -> None:
    settings.set("scanner", scanner)
    station = stations.reviewing(boards)
    station.window.scanner.clock = lambda _event: 0.0  # without any time between the keys
    station.window.actions_by_name["enter_comment"].trigger()
    for character in "pad 12 lifted":
        strike(station, character)
    settle(qtbot, station)
    assert station.window.review.details.comment.text() == "pad 12 lifted"
    assert station.window.review.message.isHidden()


def test_that_the_cross_goes_with_the_text_that_a_filter_removes(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    pane = stations.reviewing(boards).window.review.queue_pane
    cross = pane.search.findChild(QToolButton)
    assert isinstance(cross, QToolButton)
    pane.search.setText("SN10442")
    wait_until(qtbot, cross.isVisible)
    pane.reset()
    wait_until(qtbot, lambda: not cross.isVisible())


def test_that_arrow_keys_move_in_the_list_or_the_field_that_has_the_keyboard(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window, pane = station.window, station.window.review.queue_pane
    before = window.review.panels.view_state()
    pane.state.setFocus()
    strike(station, Key.Key_Down)
    assert pane.state.currentIndex() == 1
    strike(station, Key.Key_Up)
    settle(qtbot, station)
    pane.list.setFocus()
    row = pane.list.currentIndex().row()
    strike(station, Key.Key_Down)
    assert pane.list.currentIndex().row() == row + 1
    assert window.review.panels.view_state() == before
    window.review.panels.setFocus()
    strike(station, Key.Key_Down)
    assert window.review.panels.view_state() != before
