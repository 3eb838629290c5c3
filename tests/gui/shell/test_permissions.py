"""Controls disabled for a role, with the reason; messages that end with their state; status line; first start."""

from __future__ import annotations

from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.waiting import settle, wait_until
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QToolButton
from pytestqt.qtbot import QtBot

from vqganodip.review.accounts import Role
from vqganodip_gui.app import Station
from vqganodip_gui.review.commands import judge_region
from vqganodip_gui.shell import main_window
from vqganodip_gui.shell.login_dialog import PeopleDialog
from vqganodip_gui.widgets.message_strip import MessageKind, Until

PEOPLE = {"Ada": Role.ADMIN, "Otto": Role.OPERATOR, "Quinn": Role.QUALITY}


def staffed(station: Station) -> Station:
    for name, role in PEOPLE.items():
        station.context.login.register(name, role, "1234")
    return station


def become(station: Station, name: str, qtbot: QtBot) -> None:
    station.context.login.log_in(name, "1234")
    settle(qtbot, station)
    wait_until(qtbot, station.window.review.controller.can_judge)


def test_that_what_a_role_may_not_do_is_disabled_with_the_reason(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window, login = station.window, station.context.login
    actions, details = window.actions_by_name, window.review.details
    assert all(actions[name].isEnabled() for name in ("open_bundle", "export_csv", "review_rules"))
    assert actions["log_out"].toolTip() == "No one is logged in."
    assert not actions["stop_engine"].isEnabled()
    staffed(station)
    become(station, "Otto", qtbot)
    assert actions["log_out"].isEnabled()
    assert "may not set the rules" in actions["review_rules"].toolTip()
    assert "engineer, quality, administrator" in actions["export_csv"].toolTip()
    exporting = next(b for b in window.bar.findChildren(QToolButton) if b.text() == "Export CSV")
    assert not exporting.isEnabled()
    assert "may not export records" in exporting.toolTip() == exporting.accessibleDescription()
    threshold, turing = window.threshold.view, window.turing
    window.pages.setCurrentWidget(window.training)
    window.training.tabs.setCurrentIndex(1)
    assert window.training.model_list is not None
    window.pages.setCurrentWidget(window.review)
    studies = (turing.empty.button, turing.pane.prepare_button, *turing.view.guarded_buttons())
    for button, right in (
        (threshold.change, "set the threshold"),
        (threshold.confirmed, "set the threshold"),
        (threshold.log.apply, "set the threshold"),
        (threshold.escape, "correct the judgments of others"),
        (window.records.export, "export records"),
        (window.training.primary, "train models"),
        (window.training.model_list.rename_button, "train models"),
        *((button, "run studies of the Turing test") for button in studies),
    ):
        button.setEnabled(True)
        assert not button.isEnabled()
        assert f"The role operator may not {right}" in button.toolTip() == button.accessibleDescription()
    assert all(button.isEnabled() for button in details.judgment.buttons.values())
    assert turing.pane.open_button.isEnabled(), "to look at a study needs no permission"
    assert turing.ask_prepare() is None
    assert "The role operator may not run studies" in turing.message.text.text()
    people = PeopleDialog(login, window)
    assert not any(part.isEnabled() for part in (people.name, people.role, people.pin, people.register))
    assert "may not register people" in people.message.text()
    people.reject()
    become(station, "Ada", qtbot)
    assert not any(button.isEnabled() for button in details.judgment.buttons.values())
    assert "The role administrator may not judge boards" in details.standing.text()
    assert not details.comment.isEnabled()
    assert actions["open_bundle"].isEnabled()
    become(station, "Quinn", qtbot)
    assert actions["review_rules"].isEnabled()
    assert threshold.escape.isEnabled()
    assert "may not" not in threshold.change.toolTip()
    assert all(button.isEnabled() for button in studies)
    login.log_out()
    assert actions["review_rules"].toolTip() == "Log in first."


def test_that_messages_end_with_the_state_that_they_are_about(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = staffed(stations.reviewing(boards))
    become(station, "Otto", qtbot)
    review, say = station.window.review, station.window.review.message.show_message
    judge_region(review, None)
    assert "Select a region first" in review.message.text.text()
    review.region_steps.step(1)
    assert review.message.isHidden(), "one is selected"
    say("about this board", until=(Until.BOARD,))
    review.controller.step(1)
    assert review.message.isHidden()
    say("about no board")
    review.controller.step(-1)
    wait_until(qtbot, review.controller.can_judge)
    assert not review.message.isHidden()
    window = station.window
    window.pages.setCurrentWidget(window.turing)
    window.actions_by_name["stop_engine"].setEnabled(True)
    window.actions_by_name["stop_engine"].trigger()
    assert window.turing.message.text.text() == "No inspection is running."
    station.context.inspect()
    wait_until(qtbot, window.turing.message.isHidden)
    window.pages.setCurrentWidget(review)
    wait_until(qtbot, lambda: not station.engine.busy() and review.controller.can_judge())
    say("The role operator may not do that.", MessageKind.ERROR)
    become(station, "Quinn", qtbot)
    assert review.message.isHidden()


def test_that_the_status_line_says_only_what_means_something_on_the_page(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    window = stations.reviewing(boards).window
    labels = (window.status.board, window.status.pace, window.status.place, window.status.zoom)
    assert window.status.zoom.text().startswith("zoom ")
    window.pages.setCurrentWidget(window.turing)
    assert not any(label.text() or label.isVisible() for label in labels)
    assert window.status.workspace.isVisible()
    window.pages.setCurrentWidget(window.review)
    assert all(label.isVisible() for label in labels)


def test_that_the_first_start_on_a_small_screen_is_maximised(
    stations: Stations, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    window = stations.start().window
    asked: list[Qt.WindowState] = []
    monkeypatch.setattr(main_window.MainWindow, "setWindowState", lambda _self, state: asked.append(state))
    window.resize(1366, 768)
    window.fit_screen()  # the offscreen screen has 800 by 800
    assert Qt.WindowState.WindowMaximized in asked[0]
    window.context.settings.set("geometry", "kept")
    window.fit_screen()
    assert len(asked) == 1, "the size that a person chose is kept"
