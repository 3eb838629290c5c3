"""The next board: how it opens, that it is known before it is wanted, and what other stations take."""

from __future__ import annotations

import threading
from collections.abc import Callable
from pathlib import Path
from typing import Any

from gui.conftest import Stations
from gui.waiting import settle, wait_until
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot
from sqlalchemy import event
from sqlalchemy.engine import Engine

from vqganodip.review.judgments import QueueFilter
from vqganodip_gui.app import Station
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.viewer.region_overlay import rect_of

Press = Callable[..., None]
Key = Qt.Key


def zoom_into_a_corner(station: Station) -> None:
    link = station.window.review.panels.link
    link.zoom_to(4 * link.fit_scale, QPointF(1, 1))
    assert not link.fitted


def test_that_a_judgment_is_followed_by_a_whole_board_and_paging_keeps_the_place(
    stations: Stations, boards: Path, qtbot: QtBot, press: Press
) -> None:
    station = stations.reviewing(boards)
    link = station.window.review.panels.link
    zoom_into_a_corner(station)
    press(station, Key.Key_2)
    assert link.fitted, "the place of the last defect says nothing about this board"
    zoom_into_a_corner(station)
    scale, centre = link.scale, link.centre
    for key in (Key.Key_D, Key.Key_A):
        press(station, key)
        assert (link.scale, link.centre, link.fitted) == (scale, centre, False)
    station.window.actions_by_name["undo"].trigger()
    settle(qtbot, station)
    wait_until(qtbot, station.window.review.controller.can_judge)
    assert link.fitted


def test_that_the_next_board_opens_at_its_first_region_if_wanted(
    stations: Stations, boards: Path, settings: Settings, press: Press
) -> None:
    settings.set("next_board", "region")
    settings.set("keep_view", False)
    station = stations.reviewing(boards)
    review = station.window.review
    for key in (Key.Key_2, Key.Key_D):
        press(station, key)
        item = review.controller.current
        assert item is not None
        assert review.details.regions.selected_region() == -1, "NG marks a region that a person selected"
        assert not review.panels.link.fitted
        assert rect_of(item.inspection.regions[0].box).contains(review.panels.link.centre)


def test_that_settings_of_an_earlier_version_open_whole_boards(tmp_path: Path) -> None:
    (tmp_path / "window.json").write_text('{"keep_view": false}')
    kept = Settings(tmp_path / "window.json")
    assert (kept.text("next_board"), kept.flag("keep_view")) == ("whole", False)


def test_that_the_window_asks_the_database_for_nothing_between_key_and_next_board(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    settle(qtbot, station)
    controller, asked = station.window.review.controller, list[str]()
    before = controller.current

    def note(_connection: object, _cursor: object, statement: str, *_others: Any) -> None:
        if threading.current_thread() is threading.main_thread() and controller.current is before:
            asked.append(statement)

    event.listen(Engine, "before_cursor_execute", note)
    try:
        qtbot.keyClick(station.window, Key.Key_2)
        wait_until(qtbot, lambda: controller.current is not before and controller.can_judge())
    finally:
        event.remove(Engine, "before_cursor_execute", note)
    assert not asked


def test_that_stations_go_for_different_boards_and_pass_over_what_others_take(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    settle(qtbot, station)
    controller = station.window.review.controller
    flagged = station.context.workspace.repository.item_ids(QueueFilter(flagged_only=True))  # type: ignore[union-attr]
    first, second, third, *_, last = (number for number in flagged if number != controller.next.present)

    def known() -> int | None:
        settle(qtbot, station)
        item = controller.next.known()
        return None if item is None else item.item_id

    assert known() == first
    controller.pass_over(frozenset(), 1)
    controller.next.forget()
    controller.next.look_ahead()
    assert known() == second
    controller.pass_over(frozenset({second}), 1)
    assert known() == third, "it was read already"
    controller.pass_over(frozenset(flagged) - {last}, 1)
    assert known() == last, "there is no other"
    assert controller.next.find() == last
