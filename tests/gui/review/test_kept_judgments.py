"""No judgment is lost or overturned in silence: lost databases, judgments of others, drafts, the time of a look."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path

import pytest
from gui.conftest import ON_BOTH, Stations
from gui.waiting import settle, wait_until
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vqganodip.errors import StoreError
from vqganodip.review.judgments import JudgmentKind
from vqganodip.review.session import ReviewSession
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.store.workspace import DATABASE
from vqganodip_gui.app import Station
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.shell import commands

Press = Callable[..., None]
Key = Qt.Key
on_both = pytest.mark.parametrize("stations", ON_BOTH, indirect=True)


def shown(station: Station) -> int:
    current = station.window.review.controller.current
    assert current is not None
    return current.item_id


def judge_elsewhere(folder: Path, item_id: int, kind: JudgmentKind) -> int:
    """Judge a board with another program on the same workspace."""
    with closing(SqlRepository(folder / DATABASE)) as repository:
        session = ReviewSession(repository, "Ann", "line 2", lambda: datetime.now(UTC), "test")
        return session.judge(repository.item(item_id), kind, 2.0).record_id


def kinds(folder: Path) -> list[tuple[int, JudgmentKind, str]]:
    with closing(SqlRepository(folder / DATABASE)) as repository:
        return [(j.item_id, j.kind, j.operator) for j in repository.judgments()]


@pytest.mark.parametrize("gone", ["file", "folder"])
@on_both
def test_that_the_judgment_stays_in_the_window_when_the_database_is_gone(
    stations: Stations, boards: Path, qtbot: QtBot, tmp_path: Path, gone: str
) -> None:
    station = stations.reviewing(boards)
    review, folder = station.window.review, tmp_path / "ws"
    settle(qtbot, station)
    lost = folder / DATABASE if gone == "file" else folder
    away = tmp_path / "away"
    lost.rename(away)
    first = shown(station)
    review.details.comment.setText("pad 12 lifted")
    for _ in range(2):
        qtbot.keyClick(station.window, Key.Key_2)
        assert "the database of the open workspace is gone" in review.message.text.text()
        assert review.message.button.text() == "Open the workspace again"
        assert shown(station) == first
        assert review.details.comment.text() == "pad 12 lifted"
    review.message.button.click()
    settle(qtbot, station)
    said = {"file": "the database of this workspace", "folder": "no workspace here"}[gone]
    assert said in review.message.text.text()
    assert not lost.exists()  # no empty workspace took its place
    away.rename(lost)
    station.reopen()
    settle(qtbot, station)
    wait_until(qtbot, review.controller.can_judge)
    assert shown(station) == first
    assert review.details.comment.text() == "pad 12 lifted"
    qtbot.keyClick(station.window, Key.Key_2)
    assert kinds(folder) == [(first, JudgmentKind.NG, "M. L.")]


@on_both
def test_that_a_replaced_database_is_said_before_the_judgment_counts(
    stations: Stations, boards: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    station = stations.reviewing(boards)
    settle(qtbot, station)
    first, folder = shown(station), tmp_path / "ws"
    shutil.copyfile(folder / DATABASE, tmp_path / "copy")
    (tmp_path / "copy").replace(folder / DATABASE)
    qtbot.keyClick(station.window, Key.Key_2)
    assert "was replaced" in station.window.review.message.text.text()
    assert shown(station) == first


@on_both
def test_that_a_judgment_given_elsewhere_is_shown_before_it_is_overturned(
    stations: Stations, boards: Path, qtbot: QtBot, tmp_path: Path
) -> None:
    station = stations.reviewing(boards)
    review, folder = station.window.review, tmp_path / "ws"
    board = shown(station)
    review.details.comment.setText("looks good to me")
    number = judge_elsewhere(folder, board, JudgmentKind.NG)
    qtbot.keyClick(station.window, Key.Key_4)
    text = review.message.text.text()
    assert "judged meanwhile: NG by Ann at" in text
    assert f"(record {number})" in text
    assert shown(station) == board
    assert "Judgment of Ann: NG." in review.details.standing.text()
    assert review.details.comment.text() == "looks good to me"
    assert kinds(folder) == [(board, JudgmentKind.NG, "Ann")]
    qtbot.keyClick(station.window, Key.Key_4)  # # now the operator has seen it
    assert kinds(folder)[-1] == (board, JudgmentKind.FALSE_CALL, "M. L.")
    assert review.message.isHidden()


@on_both
def test_that_a_draft_stays_with_its_board(stations: Stations, boards: Path, qtbot: QtBot, press: Press) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    review.controller.show_item(review.queue.ids()[0])
    wait_until(qtbot, review.controller.can_judge)
    review.details.comment.setText("pad 12 lifted")
    press(station, Key.Key_D)
    assert review.details.comment.text() == ""
    press(station, Key.Key_A)
    assert review.details.comment.text() == "pad 12 lifted"
    board = shown(station)
    press(station, Key.Key_1)
    assert station.context.workspace.repository.item(board).judgment.comment == "pad 12 lifted"  # type: ignore[union-attr]
    assert review.details.comment.text() == ""


@on_both
def test_that_a_draft_is_not_signed_by_another_person(
    stations: Stations, boards: Path, qtbot: QtBot, press: Press, settings: Settings
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    review.controller.show_item(review.queue.ids()[0])
    wait_until(qtbot, review.controller.can_judge)
    review.details.comment.setText("pad 12 lifted")
    press(station, Key.Key_D)
    settings.set("operator", "A. B.")
    press(station, Key.Key_A)
    assert review.details.comment.text() == ""


@on_both
def test_that_a_refusal_is_gone_once_a_judgment_is_written(
    stations: Stations, boards: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review

    def full(_judgment: object) -> None:
        raise StoreError("database-disk-full", "the disk is full", todo="Free some space.")

    with monkeypatch.context() as patch:
        patch.setattr(station.context.workspace.repository, "add_judgment", full)  # type: ignore[union-attr]
        qtbot.keyClick(station.window, Key.Key_2)
    assert review.message.isVisible()
    qtbot.keyClick(station.window, Key.Key_2)
    assert review.message.isHidden()


@on_both
def test_that_the_look_before_giving_a_name_counts(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    settings.set("operator", "")
    station = stations.reviewing(boards)
    controller = station.window.review.controller
    now = [1000.0]
    monkeypatch.setattr(controller.review_timer, "_clock", lambda: now[0])
    controller.review_timer.start()
    now[0] += 21.0

    def give_name(_window: object) -> None:
        now[0] += 300.0
        settings.set("operator", "A. B.")
        controller.change_person()  # # a queue of blind work reads the board again

    controller.review_timer.idle_s = 60.0
    monkeypatch.setitem(commands.COMMANDS, "change_operator", give_name)
    qtbot.keyClick(station.window, Key.Key_2)
    record = station.context.workspace.repository.last_judgments(1)[0]  # type: ignore[union-attr]
    assert record.operator == "A. B."
    assert record.review_s == 21.0
