"""People at the station: the first administrator, log-in, and refused permissions."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.waiting import wait_until
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.review.accounts import Role
from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.app import Station
from vqganodip_gui.records.page import RecordsPage
from vqganodip_gui.shell.login_dialog import LoginDialog, PeopleDialog

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames


def register(station: Station) -> None:
    """An administrator, an operator and an engineer."""
    dialog = PeopleDialog(station.context.login, station.window)
    dialog.show()
    assert dialog.role.count() == 1  # the first person is an administrator
    for name, role, pin in (("A. D.", "admin", "0000"), ("O. P.", "operator", "1111"), ("E. N.", "engineer", "2222")):
        dialog.name.setText(name)
        dialog.role.setCurrentIndex(dialog.role.findData(role))
        dialog.pin.setText(pin)
        dialog.again.setText("1" + pin)
        dialog.register_person()
        assert dialog.message.text() == "The two PINs differ: type the same PIN twice."
        dialog.pin.setText(pin)
        dialog.again.setText(pin)
        dialog.register_person()
    if os.environ.get("VQGANODIP_PICTURES"):
        dialog.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / "people.png"))
    assert dialog.people.count() == 3
    dialog.name.setText("X")
    dialog.pin.setText("12")
    dialog.again.setText("12")
    dialog.register_person()
    assert "The PIN must be 4 to 12 digits" in dialog.message.text()
    dialog.accept()


def log_in(station: Station, name: str, pin: str) -> None:
    dialog = LoginDialog(station.context.login, station.window)
    dialog.show()
    dialog.name.setCurrentText(name)
    dialog.pin.setText("9999")
    dialog.accept()
    assert "Name and PIN do not belong together" in dialog.message.text()
    QApplication.processEvents()
    assert not cut_off(dialog)
    dialog.pin.setText(pin)
    dialog.accept()


def test_that_people_log_in_judge_under_their_name_and_are_refused_what_their_role_may_not(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window, login = station.window, station.context.login
    assert not login.closed
    assert login.name == "M. L."
    register(station)
    assert login.closed
    assert (login.name, login.role) == ("A. D.", "admin")
    window.review.judge(JudgmentKind.NG)  # an administrator judges nothing
    assert station.context.workspace is not None
    repository = station.context.workspace.repository
    assert list(repository.judgments()) == []
    wait_until(qtbot, window.review.message.isVisible)
    assert "may not judge boards" in window.review.message.text.text()
    log_in(station, "O. P.", "1111")
    assert window.bar.operator.text() == "O. P."
    window.review.judge(JudgmentKind.NG)
    wait_until(qtbot, lambda: len(list(repository.judgments())) == 1)
    (judgment,) = repository.judgments()
    assert (judgment.operator, judgment.role) == ("O. P.", Role.OPERATOR.value)
    page = window.findChild(RecordsPage)
    assert page is not None
    window.pages.setCurrentWidget(page)
    page.export_to(tmp_path / "refused.csv")
    wait_until(qtbot, lambda: "may not export records" in page.message.text.text())
    assert not (tmp_path / "refused.csv").exists()
    log_in(station, "E. N.", "2222")
    page.export_to(tmp_path / "mine.csv")
    wait_until(qtbot, (tmp_path / "mine.csv").is_file)
    window.actions_by_name["log_out"].trigger()
    assert login.name == ""
    assert window.bar.operator.text() == "Log in"
    dialog = PeopleDialog(login, window)
    dialog.name.setText("Z")
    dialog.pin.setText("3333")
    dialog.again.setText("3333")
    dialog.register_person()
    assert "People are registered by an administrator" in dialog.message.text()
    dialog.people.setCurrentRow(1)
    assert not dialog.lock.isEnabled()
    assert dialog.lock.toolTip() == "Log in first."
    dialog.accept()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_an_administrator_locks_and_unlocks_a_person_in_the_window(stations: Stations) -> None:
    station = stations.start()
    login = station.context.login
    register(station)
    dialog = PeopleDialog(login, station.window)
    assert not dialog.lock.isEnabled()
    dialog.people.setCurrentRow(0)
    dialog.lock.click()
    assert "is the only administrator" in dialog.message.text()
    dialog.people.setCurrentRow(2)
    dialog.lock.click()
    assert dialog.people.item(2).text() == "O. P.   Operator · locked"
    assert dialog.lock.text() == "Unlock"
    names = LoginDialog(login, station.window).name
    assert [names.itemText(row) for row in range(names.count())] == ["A. D.", "E. N."]
    dialog.lock.click()
    assert dialog.people.item(2).text() == "O. P.   Operator"
    dialog.accept()


def test_that_a_station_with_people_starts_logged_out(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    register(station)
    stations.stop(station)
    again = stations.start(boards)
    assert again.context.login.closed
    assert again.context.login.name == ""
