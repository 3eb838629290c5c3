"""The queue by judgment, person and verdict; boards outside the filter; serial numbers that repeat."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.fakes import draw_board
from gui.waiting import settle, wait_until
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.review.judgments import QueueFilter, QueueState
from vqganodip_gui.app import Station
from vqganodip_gui.services.settings import Settings

Press = Callable[..., None]
Key = Qt.Key
TO_JUDGE = QueueFilter(state=QueueState.UNJUDGED)


def listed(station: Station) -> list[str]:
    queue = station.window.review.queue
    return [str(queue.index(row).data()) for row in range(queue.rowCount())]


def choose(station: Station, box: str, word: str) -> None:
    combo = getattr(station.window.review.queue_pane.filters, box)
    combo.setCurrentIndex(combo.findText(word))


def test_that_a_lead_collects_what_operators_laid_aside(
    stations: Stations, boards: Path, press: Press, settings: Settings, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    review.controller.show_item(review.queue.ids()[0])
    wait_until(qtbot, review.controller.can_judge)
    press(station, Key.Key_3, Key.Key_2)
    settings.set("operator", "A. B.")
    press(station, Key.Key_3, Key.Key_4)
    settle(qtbot, station)
    pane = review.queue_pane
    choose(station, "state", "Doubtful")
    assert listed(station) == ["SN10440", "SN10442"]
    assert pane.reset_button.isVisible()
    choose(station, "person", "Mine")
    assert listed(station) == ["SN10442"]
    choose(station, "person", "M. L.")
    assert listed(station) == ["SN10440"]
    settings.set("operator", "M. L.")
    choose(station, "person", "Everyone")
    wait_until(qtbot, lambda: review.controller.can_judge() and review.controller.current.serial == "SN10440")  # type: ignore[union-attr]
    press(station, Key.Key_2)  # decided: it leaves the list, and the next one follows
    wait_until(qtbot, lambda: review.controller.can_judge() and review.controller.current.serial == "SN10442")  # type: ignore[union-attr]
    assert listed(station) == ["SN10442"]
    choose(station, "state", "Judged good")
    assert listed(station) == ["SN10443"]
    choose(station, "person", "Mine")
    assert listed(station) == []
    qtbot.keyClick(station.window, Key.Key_F, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    assert pane.queue_filter() == review.queue.queue_filter() == TO_JUDGE
    assert not pane.reset_button.isVisible()
    choose(station, "person", "M. L.")  # boards without a judgment are no one's
    assert pane.state.currentText() == "Judged"
    choose(station, "state", "To judge")
    assert pane.filters.person.currentText() == "Everyone"


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_that_every_filter_is_readable_on_a_small_screen(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot, language: str
) -> None:
    settings.set("language", language)
    station = stations.reviewing(boards)
    station.window.resize(1366, 768)
    pane = station.window.review.queue_pane
    filters = pane.filters
    for number in range(filters.state.count()):
        filters.select(str(filters.state.itemData(number)), "", ("", "flagged", "doubt")[number % 3])
        pane.search.setText("no such board")
        settle(qtbot, station)
        QApplication.processEvents()
        assert cut_off(pane) == []


def test_that_a_search_names_the_board_outside_the_filter(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    review.controller.show_item(review.queue.ids()[0])
    wait_until(qtbot, review.controller.can_judge)
    press(station, Key.Key_2)
    review.queue_pane.search.setText("10440")
    wait_until(qtbot, lambda: review.empty.title.text() == "No boards here")
    assert review.empty.text.text() == "1 judged board matches: SN10440, NG."
    assert review.queue_pane.outside.text() == "1 judged board matches: SN10440, NG."
    qtbot.mouseClick(review.queue_pane.show_outside, Qt.MouseButton.LeftButton)
    wait_until(qtbot, lambda: review.controller.can_judge() and review.controller.current.serial == "SN10440")  # type: ignore[union-attr]
    choose(station, "state", "Doubtful")
    review.queue_pane.search.setText("1044")
    wait_until(qtbot, lambda: review.queue_pane.outside.text().startswith("Outside the filter: 7 boards"))
    review.empty.button.click()
    assert len(listed(station)) == 7


def test_that_boards_of_one_name_have_their_folder_in_front(stations: Stations, tmp_path: Path, qtbot: QtBot) -> None:
    for number, folder in enumerate(("a", "b")):
        (tmp_path / "line" / folder).mkdir(parents=True)
        draw_board(tmp_path / "line" / folder / "000.png", 0.9 - number / 10, seed=number)
    (tmp_path / "line" / "b" / "001.png").write_bytes(b"no picture")
    station = stations.start(tmp_path / "line")
    review = station.window.review
    wait_until(qtbot, lambda: review.controller.count() == 2 and not station.engine.busy())
    settle(qtbot, station)
    assert listed(station) == ["a/000", "b/000", "b/001.png"]
