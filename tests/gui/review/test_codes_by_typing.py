"""Defect codes are found by typing, in the language of the window; those that the workspace uses come first."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.waiting import settle, wait_until
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip_gui.app import Station
from vqganodip_gui.i18n import translation
from vqganodip_gui.review.code_menu import CodeMenu
from vqganodip_gui.review.code_search import matching, ordered
from vqganodip_gui.services.resources import defect_codes

Press = Callable[..., None]
Key = Qt.Key


@pytest.fixture
def language(request: pytest.FixtureRequest, qapp: QApplication) -> Iterator[str]:
    translation.choose_language(qapp, request.param)
    yield request.param
    translation.choose_language(qapp, "en")


@pytest.mark.parametrize(
    ("language", "typed", "found"),
    [
        ("en", "to", ["Tombstone"]),
        ("en", "SOLDER B", ["Short", "Solderball"]),
        ("en", "br", ["Short", "PasteShort"]),
        ("de", "lotbr", ["Short"]),
        ("fr", "de so", ["Short"]),
    ],
    indirect=["language"],
)
def test_that_beginnings_of_words_find_codes_without_accents(language: str, typed: str, found: list[str]) -> None:
    assert matching(defect_codes(), typed)[: len(found)] == found, language


def test_that_the_most_used_codes_come_first_and_own_ones_are_listed() -> None:
    favourites, others = ordered(defect_codes(), ["Tombstone", "fibre"])
    assert favourites == ["Tombstone", "fibre"]
    assert others == [code for code in defect_codes() if code != "Tombstone"]


def code_of(station: Station) -> str:
    return station.context.workspace.repository.last_judgments(1)[0].defect_code  # type: ignore[union-attr]


@pytest.mark.qt_log_ignore("does not support")  # the offscreen screen raises nothing and grabs no keyboard
def test_that_a_code_is_typed_into_the_field_and_into_the_menu(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    box = review.details.code
    qtbot.keyClick(station.window, Key.Key_C)
    assert box.listed() == list(defect_codes())
    qtbot.keyClicks(box, "tom")
    assert box.listed() == ["Tombstone"]
    qtbot.keyClick(box, Key.Key_Return)
    assert (box.currentText(), box.defect_code(), box.listed()) == ("tombstone", "Tombstone", [])
    press(station, Key.Key_2)
    assert code_of(station) == "Tombstone"
    settle(qtbot, station)
    qtbot.keyClick(station.window, Key.Key_C)
    assert box.listed()[0] == "Tombstone"  # the one that this workspace uses
    qtbot.keyClick(box, Key.Key_Escape)
    assert box.listed() == []
    assert not box.hasFocus()

    qtbot.keyClick(station.window, Key.Key_5)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, CodeMenu)
    assert menu.actions()[1].toolTip() == "Tombstone"
    qtbot.keyClicks(menu, "ball")
    qtbot.keyClick(menu, Key.Key_Return)
    wait_until(qtbot, lambda: code_of(station) == "Solderball")
    qtbot.keyClick(station.window, Key.Key_5)
    menu = QApplication.activePopupWidget()
    assert isinstance(menu, CodeMenu)
    qtbot.keyClick(menu, Key.Key_1)  # a digit stays with its code, whatever comes first
    wait_until(qtbot, lambda: code_of(station) == defect_codes()[0])
