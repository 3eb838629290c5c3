"""Earlier judgments at the same location are shown next to the region."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

from gui.conftest import Stations
from gui.fakes import draw_board
from gui.waiting import wait_until
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vqganodip.review.judgments import JudgmentKind

Key = Qt.Key


def test_that_a_region_knows_what_was_judged_at_its_place(
    stations: Stations, tmp_path: Path, press: Callable[..., None], qtbot: QtBot
) -> None:
    folder = tmp_path / "line"
    folder.mkdir()
    for number in range(6):  # the same seed: the same places
        draw_board(folder / f"SN{number}.png", 0.9 - number * 0.01, seed=1)
    station = stations.reviewing(folder, 6)
    details, controller = station.window.review.details, station.window.review.controller
    controller.show_item(station.window.review.queue.ids()[0])
    wait_until(qtbot, lambda: details.memory.text() == "Region 1: nothing judged here before")
    press(station, Key.Key_4, Key.Key_4, Key.Key_2, Key.Key_1)
    wanted = "Region 1, earlier judgments here: false calls 2, defects 0, other 1; NG boards, place not said: 1"
    wait_until(qtbot, lambda: details.memory.text() == wanted)
    press(station, Key.Key_3)
    for _ in range(2):  # what was taken back is not remembered
        qtbot.keyClick(station.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        wait_until(qtbot, controller.can_judge)
    wanted = "Region 1, earlier judgments here: false calls 2, defects 0, other 0; NG boards, place not said: 1"
    wait_until(qtbot, lambda: details.memory.text() == wanted)
    assert controller.current is not None
    controller.judge(JudgmentKind.OK)
