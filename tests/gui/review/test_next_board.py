"""The next board opens whole or at its first region, and paging alone keeps zoom and position."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gui.conftest import Stations
from gui.waiting import settle, wait_until
from PySide6.QtCore import QPointF, Qt
from pytestqt.qtbot import QtBot

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
