"""French and Czech keyboards: the digit row judges as it does elsewhere, and no other key begins to judge."""

from __future__ import annotations

import itertools
from pathlib import Path
from typing import Final

import pytest
from gui.conftest import Stations
from gui.waiting import wait_until
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QMenu
from pytestqt.qtbot import QtBot

from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.app import Station
from vqganodip_gui.services.digit_row import digit_of
from vqganodip_gui.services.settings import Settings

NONE: Final = Qt.KeyboardModifier.NoModifier
SHIFT: Final = Qt.KeyboardModifier.ShiftModifier
ALT: Final = Qt.KeyboardModifier.AltModifier
ONE: Final = 10
"""Scan code of the key 1 under X11."""

SECONDS: Final = itertools.count(1)

FRENCH: Final = "&é\"'("
CZECH: Final = "+ěščř"


def key(
    sign: str, scan_code: int, modifiers: Qt.KeyboardModifier = NONE, kind: QEvent.Type = QEvent.Type.KeyPress
) -> QKeyEvent:
    return QKeyEvent(kind, ord(sign.upper()), modifiers, scan_code, 0, 0, sign)


def press(station: Station, sign: str, scan_code: int, modifiers: Qt.KeyboardModifier = NONE) -> None:
    """Press a key as the system reports it, with its place: to the window first, shortcuts before the key itself.

    A key event that a program sends loses its place, so the filters of the application are asked here.
    """
    focus = QApplication.activePopupWidget() or QApplication.focusWidget() or station.window
    window = focus.window().windowHandle()
    filters = (station.window.input,)
    for kind in (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress):
        event = key(sign, scan_code, modifiers, kind)
        event.setTimestamp(1000 * next(SECONDS))  # a person types, no scanner
        if any(one.eventFilter(window, event) for one in filters):
            continue
        if kind is QEvent.Type.KeyPress:
            QCoreApplication.sendEvent(focus, event)


def kinds(station: Station) -> list[JudgmentKind]:
    assert station.context.workspace is not None
    return [judgment.kind for judgment in station.context.workspace.repository.judgments()]


@pytest.mark.parametrize("scanner", [False, True], ids=["no scanner", "scanner"])
@pytest.mark.parametrize(
    ("row", "places"), [(FRENCH, True), (FRENCH, False), (CZECH, True)], ids=["French", "French, no places", "Czech"]
)
def test_that_the_digit_row_judges(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot, row: str, places: bool, scanner: bool
) -> None:
    settings.set("scanner", scanner)
    station = stations.reviewing(boards)
    controller = station.window.review.controller
    wanted = [JudgmentKind.OK, JudgmentKind.NG, JudgmentKind.DOUBTFUL, JudgmentKind.FALSE_CALL]
    for number in range(4):
        wait_until(qtbot, controller.can_judge)
        press(station, row[number], ONE + number if places else 0)
        wait_until(qtbot, lambda done=number + 1: len(kinds(station)) == done)
    assert kinds(station) == wanted


@pytest.mark.qt_log_ignore("does not support")  # the offscreen screen raises nothing and grabs no keyboard
def test_that_regions_and_the_menu_of_codes_take_the_digit_row(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    review.region_steps.step(1)
    press(station, FRENCH[1], ONE + 1, ALT)
    assert [region.kind for region in review.details.regions.judgments()] == [JudgmentKind.NG]
    press(station, FRENCH[4], ONE + 4)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, QMenu)
    press(station, FRENCH[1], ONE + 1)
    wait_until(qtbot, lambda: kinds(station) == [JudgmentKind.NG])
    assert station.context.workspace is not None
    (judgment,) = station.context.workspace.repository.judgments()
    assert judgment.defect_code, "the second code of the menu"


def test_that_other_keys_and_text_fields_are_left_alone(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    press(station, "!", ONE, SHIFT)  # Shift and the digit row of an English keyboard
    press(station, "&", ONE + 6, SHIFT)
    press(station, "'", 48)  # the apostrophe next to Enter
    scale = review.panels.link.scale
    press(station, "-", ONE + 5)  # the French 6 is no judgment
    review.details.comment.setFocus()
    wait_until(qtbot, review.details.comment.hasFocus)
    for number, sign in enumerate("é(è"):
        press(station, sign, (ONE + 1, ONE + 4, ONE + 6)[number])
    assert review.details.comment.text() == "é(è"
    assert kinds(station) == []
    assert review.panels.link.scale <= scale


def test_that_the_place_of_a_key_decides_between_characters_of_two_keyboards() -> None:
    assert [digit_of(key(sign, ONE + n)) for n, sign in enumerate("&é\"'(-è_çà")] == list("1234567890")
    assert [digit_of(key(sign, ONE + n)) for n, sign in enumerate("+ěščřžýáíé")] == list("1234567890")
    assert digit_of(key("+", 35)) == "", "a German plus"
    assert digit_of(key("+", 0)) == "", "a plus of a keyboard that does not tell its places"
    assert digit_of(key("é", 0)) == "2"
    assert digit_of(key("1", ONE)) == "", "a digit is a digit already"
    assert digit_of(key("~", ONE + 1)) == "", "AltGr"
    assert digit_of(key("é", ONE + 1, Qt.KeyboardModifier.KeypadModifier)) == ""
