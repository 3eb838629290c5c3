"""Changed key bindings: applied at once, stored, and never one key for two things."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.waiting import wait_until
from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDropEvent, QKeySequence
from PySide6.QtWidgets import QAbstractScrollArea, QApplication
from pytestqt.qtbot import QtBot

from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.app import Station
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.shell.key_bindings import KeyBindings
from vqganodip_gui.shell.key_bindings_dialog import KeyBindingsDialog
from vqganodip_gui.viewer.panel_grid import PanelName


def test_that_a_key_that_is_taken_is_refused_and_nothing_changes(tmp_path: Path) -> None:
    keys = KeyBindings(Settings(tmp_path / "window.json"))
    with pytest.raises(ValueError, match="2 is already used for: NG"):
        keys.bind("judge_ok", ("2",))
    with pytest.raises(ValueError, match="is not a key"):
        keys.bind("judge_ok", ("",))
    assert keys.keys_of("judge_ok") == ("1", "F5")


def test_that_bound_keys_are_kept_and_can_be_reset(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.json")
    KeyBindings(settings).bind("judge_ok", ("J",))
    again = KeyBindings(Settings(settings.path))
    assert again.keys_of("judge_ok") == ("J",)
    assert again.owner("1") is None
    again.bind("judge_ng", ("1", "2"))
    again.reset()
    assert again.keys_of("judge_ok") == ("1", "F5")


def test_that_damaged_bindings_leave_the_delivered_keys(tmp_path: Path) -> None:
    settings = Settings(tmp_path / "window.json")
    for damaged in ("[", "[1]", '{"judge_ok": 3}', '{"no_such": ["J"]}'):
        settings.set("keys", damaged)
        assert KeyBindings(settings).keys_of("judge_ok") == ("1", "F5")


def test_that_the_dialog_binds_at_once_and_says_what_has_the_key(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    dialog = KeyBindingsDialog(station.window.keys)
    qtbot.addWidget(dialog)
    dialog.editors["judge_ng"].setKeySequence(QKeySequence("1"))
    dialog.bind("judge_ng")
    assert "OK" in dialog.message.text()
    assert dialog.editors["judge_ng"].keySequence().toString() == "2"
    dialog.editors["judge_ng"].setKeySequence(QKeySequence("J"))
    dialog.bind("judge_ng")
    assert dialog.message.text() == ""
    station.window.activateWindow()
    qtbot.keyClick(station.window, Qt.Key.Key_2)
    assert not list(station.context.workspace.repository.judgments())  # type: ignore[union-attr]
    qtbot.keyClick(station.window, Qt.Key.Key_J)
    assert station.context.workspace.repository.last_judgments(1)[0].kind is JudgmentKind.NG  # type: ignore[union-attr]


@pytest.mark.parametrize(
    "part_of",
    [lambda of: of.window.review.panels.panels[PanelName.ORIGINAL], lambda of: of.window.review.queue_pane.list],
    ids=["pictures", "queue"],
)
def test_that_a_folder_dropped_on_any_part_of_the_window_is_inspected(
    stations: Stations, boards: Path, qtbot: QtBot, part_of: Callable[[Station], QAbstractScrollArea]
) -> None:
    station = stations.start()
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(boards))])
    drop = QDropEvent(
        QPointF(400, 300), Qt.DropAction.CopyAction, data, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    )
    # Qt delivers a drop only after a drag over a real screen
    assert station.window.input.eventFilter(part_of(station).viewport(), drop)
    assert station.context.boards == boards
    wait_until(qtbot, station.window.review.controller.can_judge)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_the_dialog_has_room_for_a_hint_of_two_lines(tmp_path: Path, qtbot: QtBot) -> None:
    dialog = KeyBindingsDialog(KeyBindings(Settings(tmp_path / "window.json")))
    qtbot.addWidget(dialog)
    dialog.message.setText(" ".join([dialog.message.text()] * 3))
    dialog.show()
    QApplication.processEvents()
    assert not cut_off(dialog)
