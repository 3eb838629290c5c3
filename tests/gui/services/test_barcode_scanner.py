"""A barcode scanner at the real window: it opens boards and never judges one; file name patterns."""

from __future__ import annotations

import itertools
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.fakes import draw_board
from gui.waiting import HANG_GUARD_MS, HANG_GUARD_S, settle, wait_until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.app import Station
from vqganodip_gui.review.work_order_dialog import WorkOrderDialog
from vqganodip_gui.services.barcode_scanner import GAP_S
from vqganodip_gui.services.settings import Settings

Key = Qt.Key


def scan(station: Station, text: str, end: Qt.Key | None = Key.Key_Return) -> None:
    """Types as a scanner does: key after key, without a pause, to the window of the system as a keyboard does."""
    with typing(station, pace_s=0.005):
        for character in text:
            QTest.keyClick(station.window.windowHandle(), character)
        if end is not None:
            QTest.keyClick(station.window.windowHandle(), end)


@contextmanager
def typing(station: Station, pace_s: float) -> Iterator[None]:
    """Keys come at this pace by the scanner's clock; what waits for a pause waits until the end, however long it is.

    A busy machine would type slower than any scanner.
    """
    scanner, ticks = station.window.scanner, itertools.count(step=pace_s)
    scanner.clock = lambda _event: next(ticks)
    scanner._pause.setInterval(HANG_GUARD_MS)
    yield
    scanner._pause.setInterval(round(GAP_S * 1000))


def kinds(station: Station) -> list[JudgmentKind]:
    assert station.context.workspace is not None
    return [judgment.kind for judgment in station.context.workspace.repository.judgments()]


def serial(station: Station) -> str:
    current = station.window.review.controller.current
    return "" if current is None else current.serial


@pytest.mark.parametrize("end", [Key.Key_Return, None])
def test_that_a_scan_opens_the_board_of_its_serial_and_judges_nothing(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot, end: Qt.Key | None
) -> None:
    draw_board(boards / "1234124.png", 0.6, seed=3)
    settings.set("scanner", True)
    station = stations.reviewing(boards, 8)
    scan(station, "1234124", end)
    wait_until(qtbot, lambda: serial(station) == "1234124")
    assert kinds(station) == []
    wait_until(qtbot, station.window.review.controller.can_judge)
    settle(qtbot, station)
    scan(station, "sn10442", end)
    wait_until(qtbot, lambda: serial(station) == "SN10442")
    assert kinds(station) == []


def test_that_a_scan_into_the_comment_is_text(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("scanner", True)
    station = stations.reviewing(boards)
    first = serial(station)
    station.window.actions_by_name["enter_comment"].trigger()
    scan(station, "SN10443")
    settle(qtbot, station)
    assert station.window.review.details.comment.text() == "SN10443"
    assert serial(station) == first
    assert station.window.review.panels.hasFocus(), "Enter ends the comment"


def test_that_keys_of_a_person_judge_and_write_as_ever_beside_a_scanner(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("scanner", True)
    station = stations.reviewing(boards)
    first = serial(station)
    with typing(station, pace_s=0.2):
        QTest.keyClick(station.window.windowHandle(), Key.Key_2)
        assert kinds(station) == [], "held back for a moment"
    wait_until(qtbot, lambda: kinds(station) == [JudgmentKind.NG] and serial(station) != first)
    wait_until(qtbot, station.window.review.controller.can_judge)
    station.window.actions_by_name["enter_comment"].trigger()
    comment = station.window.review.details.comment
    with typing(station, pace_s=0.2):
        for character in "no 12":
            QTest.keyClick(station.window.windowHandle(), character)
    wait_until(qtbot, lambda: comment.text() == "no 12")
    settle(qtbot, station)
    assert len(kinds(station)) == 1


def test_that_a_key_that_is_held_ends_when_it_is_let_go_also_beside_a_scanner(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("scanner", True)
    station = stations.reviewing(boards)
    panels = station.window.review.panels
    QTest.keyPress(station.window.windowHandle(), Key.Key_B)
    wait_until(qtbot, lambda: panels.effect() is not None)
    QTest.keyRelease(station.window.windowHandle(), Key.Key_B)
    wait_until(qtbot, lambda: panels.effect() is None)
    with typing(station, pace_s=0.2):
        QTest.keyClick(station.window.windowHandle(), Key.Key_B)  # shorter than it is held back
    settle(qtbot, station)
    assert panels.effect() is None


def test_that_an_unknown_serial_is_said_and_the_board_stays(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("scanner", True)
    station = stations.reviewing(boards)
    first = serial(station)
    scan(station, "X99999")
    wait_until(qtbot, lambda: "X99999" in station.window.review.message.text.text())
    assert serial(station) == first


def test_that_a_scan_at_a_station_without_a_scanner_is_noticed_and_taken_back(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    first = serial(station)
    scan(station, "2123412", None)
    if kinds(station):  # only a judgment of just now is taken back, however long typing took
        station.window.review.controller.judged_at_s = time.monotonic() + HANG_GUARD_S
    wait_until(qtbot, lambda: "barcode scanner" in station.window.review.message.text.text())
    wait_until(qtbot, lambda: serial(station) == first)
    assert kinds(station) in ([JudgmentKind.NG, JudgmentKind.WITHDRAWN], [])


def test_that_the_name_of_the_file_and_what_is_in_hand_go_into_the_judgment(
    stations: Stations, tmp_path: Path, settings: Settings, qtbot: QtBot
) -> None:
    folder = tmp_path / "named"
    folder.mkdir()
    draw_board(folder / "L42_SN1_T.png", 0.9, seed=1)
    draw_board(folder / "SN2.png", 0.8, seed=2)
    settings.set("name_pattern", "{lot}_{serial}_{side}")
    settings.set("work_order", "WO 7")
    station = stations.reviewing(folder, 2)
    review = station.window.review
    review.controller.show_item(review.queue.ids()[0])
    wait_until(qtbot, review.controller.can_judge)
    assert serial(station) == "SN1"
    assert review.details.work.text() == "Lot L42 · Work order WO 7 · Side T"
    settings.set("lot", "L43")
    qtbot.keyClick(station.window, Key.Key_2)
    wait_until(qtbot, lambda: serial(station) == "SN2" and review.controller.can_judge())
    qtbot.keyClick(station.window, Key.Key_1)
    station.window.actions_by_name["undo"].trigger()
    records = list(station.context.workspace.repository.judgments())  # type: ignore[union-attr]
    said = [(j.lot, j.work_order, j.side) for j in records]
    assert said == [("L42", "WO 7", "T"), ("L43", "WO 7", ""), ("L43", "WO 7", "")]


def test_that_the_pattern_is_tried_on_the_board_while_it_is_typed(settings: Settings, qtbot: QtBot) -> None:
    dialog = WorkOrderDialog(settings, Path("L42_SN1_B.png"))
    qtbot.addWidget(dialog)
    dialog.pattern.setText("{lot}_{serial")
    assert "brace is open" in dialog.preview.text()
    assert not dialog.ok.isEnabled()
    dialog.pattern.setText("{lot}-{serial}")
    assert "does not match" in dialog.preview.text()
    dialog.pattern.setText("{lot}_{serial}_{side}")
    assert dialog.preview.text() == "L42_SN1_B.png: Serial number SN1, Lot L42, Side B"
    dialog.lot.setText(" L 5 ")
    dialog.accept()
    assert settings.text("name_pattern") == "{lot}_{serial}_{side}"
    assert settings.text("lot") == "L 5"
