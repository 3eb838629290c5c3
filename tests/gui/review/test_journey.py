"""Journeys through the real window with the keyboard, over a real workspace."""

from __future__ import annotations

import csv
from collections.abc import Callable
from pathlib import Path

import pytest
from gui.conftest import ON_BOTH, SCORES, Stations
from gui.fakes import HeldInspector, draw_board
from gui.waiting import wait_until
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from vqganodip.errors import StoreError
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState
from vqganodip_gui.app import Station
from vqganodip_gui.review.queue_model import QueueRole
from vqganodip_gui.services.resources import defect_codes
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.shell import commands

Press = Callable[..., None]
Key = Qt.Key
on_both = pytest.mark.parametrize("stations", ON_BOTH, indirect=True)


def kinds(station: Station) -> list[tuple[str, JudgmentKind]]:
    assert station.context.workspace is not None
    repository = station.context.workspace.repository
    return [(repository.item(j.item_id).serial, j.kind) for j in repository.judgments()]


def serial(station: Station) -> str:
    current = station.window.review.controller.current
    return "" if current is None else current.serial


def go_to_top(station: Station, qtbot: QtBot) -> None:
    """The first board inspected is shown first: begin at the most urgent one."""
    review = station.window.review
    review.controller.show_item(review.queue.ids()[0])
    wait_until(qtbot, review.controller.can_judge)


@on_both
def test_that_five_boards_are_judged_by_keys_alone(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    go_to_top(station, qtbot)
    press(station, Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4, Key.Key_F8)
    assert kinds(station) == [
        ("SN10440", JudgmentKind.OK),
        ("SN10441", JudgmentKind.NG),
        ("SN10442", JudgmentKind.DOUBTFUL),
        ("SN10443", JudgmentKind.FALSE_CALL),
        ("SN10444", JudgmentKind.NG),
    ]
    assert all(j.operator == "M. L." for j in station.context.workspace.repository.judgments())  # type: ignore[union-attr]


@on_both
def test_that_the_numeric_keypad_judges(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    qtbot.keyClick(station.window, Key.Key_2, Qt.KeyboardModifier.KeypadModifier)
    assert [kind for _serial, kind in kinds(station)] == [JudgmentKind.NG]


@on_both
def test_that_a_judgment_is_on_the_disk_before_the_next_board_appears(
    stations: Stations, boards: Path, press: Press
) -> None:
    station = stations.reviewing(boards)
    written: list[int] = []
    station.window.review.controller.board_shown.connect(lambda *_: written.append(len(kinds(station))))
    press(station, Key.Key_2, Key.Key_2)
    assert written == [1, 2]


@on_both
def test_that_undo_is_a_new_record_and_brings_the_board_back(stations: Stations, boards: Path, press: Press) -> None:
    station = stations.reviewing(boards)
    first = serial(station)
    press(station, Key.Key_2)
    assert serial(station) != first
    station.window.actions_by_name["undo"].trigger()
    assert [kind for _s, kind in kinds(station)] == [JudgmentKind.NG, JudgmentKind.WITHDRAWN]
    assert serial(station) == first
    assert station.window.review.controller.current.judgment is None  # type: ignore[union-attr]
    station.window.actions_by_name["redo"].trigger()
    assert [kind for _s, kind in kinds(station)][-1] == JudgmentKind.NG
    assert serial(station) != first


@on_both
def test_that_the_csv_has_all_judgments_and_the_message_says_where(
    stations: Stations, boards: Path, press: Press, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = stations.reviewing(boards)
    press(station, Key.Key_2, Key.Key_4)
    out = tmp_path / "out.csv"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_a, **_k: (str(out), ""))
    station.window.actions_by_name["export_csv"].trigger()
    message = station.window.review.message
    wait_until(qtbot, message.isVisible)
    assert str(out) in message.text.text()
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = list(csv.DictReader(stream))
    judgments = {row["record_id"] for row in rows}
    assert f"{len(judgments)} judgments" in message.text.text()
    assert {row["judgment"] for row in rows} >= {"ng", "false_call"}


@on_both
def test_that_a_csv_that_cannot_be_written_is_said_in_place(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    commands.export_to(station.window, tmp_path / "missing" / "out.csv")
    message = station.window.review.message
    wait_until(qtbot, message.isVisible)
    assert message.text.text().startswith("Not exported")


@on_both
def test_that_a_restart_resumes_at_the_same_board(stations: Stations, boards: Path, press: Press, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    go_to_top(station, qtbot)
    press(station, Key.Key_2, Key.Key_D)
    left_at = serial(station)
    assert left_at == "SN10442"
    stations.stop(station)
    again = stations.reviewing(boards)
    assert serial(again) == left_at
    assert len(kinds(again)) == 1


@on_both
def test_that_a_bad_image_is_listed_while_the_others_go_on(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    (boards / "SN10000.png").write_bytes(b"no image at all")
    station = stations.reviewing(boards)
    review = station.window.review
    assert [failure.path.name for failure in review.queue.failures()] == ["SN10000.png"]
    assert review.controller.count() == len(SCORES)
    wait_until(qtbot, lambda: "1 not inspected" in review.queue_pane.detail.text())
    row = review.queue.rowCount() - 1
    review.queue_pane.list.row_selected.emit(row)
    assert review.centre.currentWidget() is review.empty
    assert "SN10000.png" in review.empty.title.text()
    assert review.empty.button.text() == "Inspect the folder again"
    station.window.actions_by_name["next_board"].trigger()
    wait_until(qtbot, review.controller.can_judge)


@on_both
def test_that_after_the_last_flagged_board_the_window_says_so_and_goes_on_when_asked(
    stations: Stations, boards: Path, press: Press
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    press(station, *[Key.Key_2] * 5)
    assert review.centre.currentWidget() is review.empty
    assert review.empty.title.text() == "All flagged boards judged"
    assert review.empty.text.text().startswith("5 boards, 0.")
    review.empty.button.click()
    press(station, Key.Key_4)
    assert len(kinds(station)) == 5, "a passed board is no false call"
    press(station, Key.Key_1, Key.Key_1)
    assert review.empty.title.text() == "All boards judged"


@on_both
def test_that_code_and_comment_go_with_ng(stations: Stations, boards: Path, press: Press, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    details = station.window.review.details
    station.window.actions_by_name["enter_comment"].trigger()
    qtbot.keyClicks(details.comment, "pad 12 lifted")
    qtbot.keyClick(details.comment, Key.Key_Return)
    details.code.setCurrentText("LiftedLead")
    press(station, Key.Key_2)
    judgment = station.context.workspace.repository.last_judgments(1)[0]  # type: ignore[union-attr]
    assert (judgment.defect_code, judgment.comment) == ("LiftedLead", "pad 12 lifted")
    assert details.comment.text() == ""
    assert details.code.currentText() == ""


@pytest.mark.qt_log_ignore("This plugin does not support")  # the offscreen screen has no window manager
@on_both
def test_that_a_digit_chooses_the_defect_code(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    qtbot.keyClick(station.window, Key.Key_5)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu, Key.Key_Escape)
    assert kinds(station) == []
    qtbot.keyClick(station.window, Key.Key_5)
    menu = QApplication.activePopupWidget()
    assert menu is not None
    qtbot.keyClick(menu, Key.Key_3)
    judgment = station.context.workspace.repository.last_judgments(1)[0]  # type: ignore[union-attr]
    assert (judgment.kind, judgment.defect_code) == (JudgmentKind.NG, defect_codes()[2])


@on_both
def test_that_digits_typed_into_a_field_judge_nothing(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    station.window.activateWindow()
    station.window.actions_by_name["enter_comment"].trigger()
    qtbot.keyClicks(station.window.review.details.comment, "1234")
    assert kinds(station) == []
    assert station.window.review.details.comment.text() == "1234"


@on_both
def test_that_a_judged_board_can_be_found_and_corrected(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    press(station, Key.Key_2)
    review = station.window.review
    review.queue_pane.state.setCurrentIndex(1)
    wait_until(qtbot, review.controller.can_judge)
    assert "Judgment of M. L.: NG." in review.details.standing.text()
    press(station, Key.Key_1)
    records = list(station.context.workspace.repository.judgments())  # type: ignore[union-attr]
    assert records[1].corrects == records[0].record_id
    assert station.context.workspace.repository.count(QueueFilter(QueueState.JUDGED)) == 1  # type: ignore[union-attr]


@on_both
def test_that_nothing_is_judged_without_a_name(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.set("operator", "")
    station = stations.reviewing(boards)
    monkeypatch.setitem(commands.COMMANDS, "change_operator", lambda _window: None)
    qtbot.keyClick(station.window, Key.Key_2)
    assert kinds(station) == []
    assert "needs a name" in station.window.review.message.text.text()
    monkeypatch.setitem(commands.COMMANDS, "change_operator", lambda w: w.context.settings.set("operator", "A. B."))
    qtbot.keyClick(station.window, Key.Key_2)
    assert station.context.workspace.repository.last_judgments(1)[0].operator == "A. B."  # type: ignore[union-attr]


@on_both
def test_that_a_board_that_is_not_on_the_screen_cannot_be_judged(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    controller = station.window.review.controller
    controller.loader.set_panels(station.context.workspace.panels)  # type: ignore[union-attr]  # forgets what was prefetched
    controller.step(1)
    assert not controller.can_judge()
    qtbot.keyClick(station.window, Key.Key_2)
    assert kinds(station) == []
    wait_until(qtbot, controller.can_judge)


@on_both
def test_that_a_search_finds_a_serial(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    review.queue_pane.search.setText("443")
    wait_until(qtbot, lambda: serial(station) == "SN10443" and review.controller.can_judge())
    review.queue_pane.search.setText("no such")
    wait_until(qtbot, lambda: review.centre.currentWidget() is review.empty)
    assert "no such" in review.empty.text.text()
    review.empty.button.click()
    wait_until(qtbot, review.controller.can_judge)


@on_both
def test_that_a_board_that_comes_in_later_appears_by_itself(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    press(station, *[Key.Key_2] * 5)
    draw_board(boards / "SN10999.png", 0.9, seed=9)
    station.context.inspect()
    wait_until(qtbot, lambda: serial(station) == "SN10999")


@on_both
def test_that_the_window_answers_while_the_engine_inspects(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    go_on = stations.hold()
    station = stations.start(boards, inspector=HeldInspector(go_on, at_once=2))
    controller = station.window.review.controller
    wait_until(qtbot, controller.can_judge)
    assert station.engine.busy()
    qtbot.keyClick(station.window, Key.Key_2)
    assert len(kinds(station)) == 1
    assert station.engine.busy()
    go_on.set()
    wait_until(qtbot, lambda: not station.engine.busy())
    assert controller.count() == len(SCORES)


@on_both
def test_that_a_slow_disk_stops_no_window_and_the_next_board_waits_for_the_record(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    controller, first = station.window.review.controller, serial(station)
    controller.patience_s = 0.0
    disk = stations.hold()
    station.tasks.write(disk.wait)  # every write is slow now
    qtbot.keyClick(station.window, Key.Key_2)
    qtbot.keyClick(station.window, Key.Key_1)
    wait_until(qtbot, lambda: "The disk is slow" in station.window.review.message.text.text())
    assert serial(station) == first, "not on the disk, so the next board does not appear"
    assert not controller.can_judge()
    assert kinds(station) == []
    disk.set()
    wait_until(qtbot, lambda: serial(station) != first and controller.can_judge())
    assert [kind for _serial, kind in kinds(station)] == [JudgmentKind.NG]


@on_both
def test_that_a_judgment_that_cannot_be_written_keeps_board_and_words(
    stations: Stations, boards: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = stations.reviewing(boards)
    review, first = station.window.review, serial(station)
    review.details.comment.setText("pad 12 lifted")

    def full(_judgment: object) -> None:
        raise StoreError("database-disk-full", "the disk is full", todo="Free some space.")

    with monkeypatch.context() as patch:
        patch.setattr(station.context.workspace.repository, "add_judgment", full)  # type: ignore[union-attr]
        qtbot.keyClick(station.window, Key.Key_2)
        assert "the disk is full" in review.message.text.text()
        assert serial(station) == first
        assert review.controller.can_judge()
        assert review.details.comment.text() == "pad 12 lifted"
    qtbot.keyClick(station.window, Key.Key_2)
    assert [kind for _serial, kind in kinds(station)] == [JudgmentKind.NG]


@on_both
def test_that_regions_are_judged_by_keys_and_leave_as_rows_of_their_own(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot, tmp_path: Path
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    several = next(i for i in range(review.queue.rowCount()) if _regions(station, i) >= 2)
    review.controller.show_item(review.queue.ids()[several])
    wait_until(qtbot, review.controller.can_judge)
    qtbot.keyClick(station.window, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert "Select a region first" in review.message.text.text()
    press(station, Key.Key_N)
    qtbot.keyClick(station.window, Key.Key_2, Qt.KeyboardModifier.AltModifier)
    assert review.details.regions.selected_region() == 1, "on to the next of which nothing is said"
    qtbot.keyClick(station.window, Key.Key_4, Qt.KeyboardModifier.AltModifier)
    qtbot.keyClick(station.window, Key.Key_1)
    assert "a good board has no NG region" in review.message.text.text()
    assert kinds(station) == []
    item = review.controller.current
    press(station, Key.Key_2)
    record = station.context.workspace.repository.last_judgments(1)[0]  # type: ignore[union-attr]
    boxes = [region.box for region in item.inspection.regions]  # type: ignore[union-attr]
    assert [(r.box, r.kind) for r in record.regions] == [
        (boxes[0], JudgmentKind.NG), (boxes[1], JudgmentKind.FALSE_CALL)
    ]  # fmt: skip
    out = tmp_path / "out.csv"
    commands.export_to(station.window, out)
    wait_until(qtbot, out.exists)
    with out.open(encoding="utf-8-sig", newline="") as stream:
        rows = [row for row in csv.DictReader(stream) if row["region_no"]]
    assert [row["region_judgment"] for row in rows[:2]] == ["ng", "false_call"]
    review.controller.show_item(item.item_id)  # type: ignore[union-attr]
    wait_until(qtbot, review.controller.can_judge)
    assert review.details.regions.judgments() == record.regions, "a board looked at again shows what was said"


def _regions(station: Station, row: int) -> int:
    review = station.window.review
    return len(station.context.workspace.repository.item(review.queue.ids()[row]).inspection.regions)  # type: ignore[union-attr]


@on_both
def test_that_pictures_of_boards_and_regions_come_into_the_lists_by_themselves(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    keys = [str(review.queue.index(row).data(QueueRole.PANELS)) for row in range(3)]
    controller = review.controller.loader.thumbnails
    wait_until(qtbot, lambda: all(controller.get(key) is not None for key in keys))
    pictures = review.controller.loader.pictures(review.controller.current.item_id)  # type: ignore[union-attr]
    assert pictures is not None
    assert len(pictures.crops) == len(review.controller.current.inspection.regions)  # type: ignore[union-attr]
    row = review.queue.ids().index(review.controller.current.item_id)  # type: ignore[union-attr]
    region = review.queue.index(row).data(QueueRole.REGION)
    wait_until(qtbot, lambda: controller.get(keys[row], region) is not None)
    assert region is not None
    assert controller.get(keys[row], region) == pictures.crops[0], "a row shows the first region of its board"
    review.queue.set_hides_machine(True)
    assert review.queue.index(row).data(QueueRole.REGION) is None, "blind work gives no region away"
