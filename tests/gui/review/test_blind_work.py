"""Second opinions, hidden probes and verdict first, through the real window."""

from __future__ import annotations

import os
from collections.abc import Callable
from functools import partial
from pathlib import Path

import pytest
from gui.conftest import ON_BOTH, SCORES, Stations
from gui.waiting import settle, wait_until
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from vqganodip.errors import ReviewError
from vqganodip.review import blind_assignment
from vqganodip.review.accounts import People, Role
from vqganodip.review.judgments import JudgmentKind, Purpose, RevealOrder
from vqganodip.review.process_alarms import alarms
from vqganodip.review.repository import Repository
from vqganodip.review.rules import ReviewRules, read_rules, set_rules
from vqganodip.store.hash_chain import verify_records
from vqganodip_gui.app import Station
from vqganodip_gui.review import alarm_monitor
from vqganodip_gui.review.queue_model import QueueRole
from vqganodip_gui.review.rules_dialog import ReviewRulesDialog, ask_rules
from vqganodip_gui.viewer.panel_grid import PanelName
from vqganodip_gui.widgets.message_strip import MessageKind

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames

Press = Callable[..., None]
Key = Qt.Key
on_both = pytest.mark.parametrize("stations", ON_BOTH, indirect=True)


def repository_of(station: Station) -> Repository:
    assert station.context.workspace is not None
    return station.context.workspace.repository


def put_rules(station: Station, second: float = 0.0, probes: float = 0.0, verdict_first: bool = False) -> None:
    set_rules(
        repository_of(station),
        ReviewRules(second_share=second, probe_rate=probes, verdict_first=verdict_first),
        last_record=0,
        operator="Q",
    )
    station.review_state.refresh_rules()


def become(station: Station, name: str, qtbot: QtBot) -> None:
    station.settings.set("operator", name)
    settled(station, qtbot)


def photograph(widget: QWidget, name: str) -> None:
    """The widget as it is, where pictures are asked for."""
    folder = os.environ.get("VQGANODIP_PICTURES")
    if folder:
        QApplication.processEvents()
        widget.grab().save(str(Path(folder) / f"{name}.png"))


def settled(station: Station, qtbot: QtBot) -> None:
    controller = station.window.review.controller
    settle(qtbot, station)
    wait_until(qtbot, lambda: controller.can_judge() or controller.current is None)


@on_both
def test_that_a_second_person_judges_blind_and_sees_no_sign_of_it(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    review, repository = station.window.review, repository_of(station)
    put_rules(station, second=1.0)
    become(station, "Ann", qtbot)
    press(station, Key.Key_2, Key.Key_2, Key.Key_1)  # Ann: the first two NG, the third OK
    settled(station, qtbot)
    assert review.queue.rowCount() == len(SCORES) - 3
    become(station, "Bob", qtbot)
    wait_until(qtbot, lambda: review.queue.rowCount() == len(SCORES))
    wait_until(qtbot, lambda: review.queue_pane.title.text().startswith(str(len(SCORES))))
    first = review.queue.ids()[0]
    words = {review.queue.data(review.queue.index(row), QueueRole.DETAIL).split(" · ")[1] for row in range(5)}
    assert words == {"flagged"}  # nothing tells the boards that Ann has judged from the others
    review.controller.show_item(first)
    settled(station, qtbot)
    assert not review.details.standing.isVisible()
    press(station, Key.Key_1, Key.Key_2)  # Bob: the first OK, the second NG
    settled(station, qtbot)
    assert repository.item(first).judgment.operator == "Ann"  # type: ignore[union-attr]
    seconds = [j for j in repository.judgments() if j.purpose is Purpose.SECOND]
    assert [(j.operator, j.kind) for j in seconds] == [("Bob", JudgmentKind.OK), ("Bob", JudgmentKind.NG)]
    qtbot.keyClick(station.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    settled(station, qtbot)
    newest = repository.last_judgments(1)[0]
    assert (newest.kind, newest.purpose) == (JudgmentKind.WITHDRAWN, Purpose.SECOND)
    assert review.controller.current is not None
    assert review.controller.current.item_id == seconds[1].item_id
    press(station, Key.Key_2)
    settled(station, qtbot)
    review.queue_pane.state.setCurrentIndex(1)  # among the judged ones Bob finds his own answers, not Ann's
    settled(station, qtbot)
    shown = review.queue.item_at(review.queue.row_of(first))
    assert shown is not None
    assert shown.judgment is not None
    assert (shown.judgment.operator, shown.judgment.kind) == ("Bob", JudgmentKind.OK)
    become(station, "Ann", qtbot)
    review.queue_pane.state.setCurrentIndex(0)
    settled(station, qtbot)
    assert review.queue.rowCount() == len(SCORES) - 3
    assert verify_records(repository.judgments()).holds


@on_both
def test_that_hidden_probes_come_in_the_queue_and_change_no_board(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(
        blind_assignment, "draw", lambda *_what: 0.0
    )  # every judgment calls for a probe: four boards are few
    station = stations.reviewing(boards)
    review, repository = station.window.review, repository_of(station)
    for name in ("Ann", "Cem"):  # two people settle three boards: two NG, one good
        become(station, name, qtbot)
        if name == "Cem":
            put_rules(station, second=1.0)
            settled(station, qtbot)
            review.controller.show_item(review.queue.ids()[0])
            settled(station, qtbot)
        press(station, Key.Key_2, Key.Key_2, Key.Key_4)
        settled(station, qtbot)
    before = [repository.item(number).judgment for number in range(1, 4)]
    put_rules(station, probes=0.5)
    become(station, "Bob", qtbot)
    asked = 0
    while review.controller.current is not None and asked < 20:
        press(station, Key.Key_1)
        settled(station, qtbot)
        asked += 1
    probes = [j for j in repository.judgments() if j.purpose is Purpose.PROBE]
    assert probes
    assert {j.operator for j in probes} == {"Bob"}
    assert {j.item_id for j in probes} <= {item.item_id for item in map(repository.item, range(1, 8)) if item.judgment}
    assert [repository.item(number).judgment for number in range(1, 4)] == before
    # Bob called every board good: all defective probes are missed, and the page says of how many
    defective = sum(repository.item(j.item_id).judgment.kind is JudgmentKind.NG for j in probes)  # type: ignore[union-attr]
    page = station.window.records
    station.window.pages.setCurrentWidget(page)
    page.tabs.setCurrentWidget(page.people)
    table = page.people.table
    wait_until(qtbot, lambda: table.topLevelItemCount() == 3)
    row = next(table.topLevelItem(n) for n in range(3) if table.topLevelItem(n).text(0) == "Bob")
    assert row.text(4).startswith(f"{defective} of {defective} (" if defective else "–")
    good = len(probes) - defective
    assert row.text(5).startswith(f"0 of {good} (" if good else "–")
    assert verify_records(repository.judgments()).holds


@on_both
def test_that_the_verdict_comes_first_and_the_order_is_on_record(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    review, repository = station.window.review, repository_of(station)
    put_rules(station, verdict_first=True)
    settled(station, qtbot)
    first = review.controller.current
    assert first is not None
    shown = {name for name, panel in review.panels.panels.items() if panel.isVisible()}
    assert shown == {PanelName.ORIGINAL}
    assert review.details.score._score.text() == "–"
    assert review.details.regions.topLevelItemCount() == 0
    assert not review.details.judgment.buttons[JudgmentKind.FALSE_CALL].isEnabled()
    assert review.queue.data(review.queue.index(0), QueueRole.DETAIL) == "to judge"
    photograph(station.window, "verdict-first")
    for key in (Key.Key_M, Key.Key_Down, Key.Key_B, Key.Key_V, Key.Key_X, Key.Key_N):  # no key gives it away
        qtbot.keyPress(station.window, key)
        assert {name for name, panel in review.panels.panels.items() if panel.isVisible()} == {PanelName.ORIGINAL}
        assert review.panels.effect() is None
        qtbot.keyRelease(station.window, key)
    review.panels.toggle_swipe()  # the X of above
    press(station, Key.Key_2)
    photograph(station.window, "verdict-first-revealed")
    assert review.controller.current.item_id == first.item_id  # type: ignore[union-attr]
    assert review.details.score._score.text() != "–"
    assert {name for name, panel in review.panels.panels.items() if panel.isVisible()} == set(review.panels.panels)
    press(station, Key.Key_2)  # kept: no second record, and on to the next board
    assert review.controller.current.item_id != first.item_id  # type: ignore[union-attr]
    press(station, Key.Key_1)
    press(station, Key.Key_2)  # a change of mind
    said = [(j.item_id, j.kind, j.reveal) for j in repository.judgments()]
    second = said[1][0]
    assert said == [
        (first.item_id, JudgmentKind.NG, RevealOrder.VERDICT_FIRST),
        (second, JudgmentKind.OK, RevealOrder.VERDICT_FIRST),
        (second, JudgmentKind.NG, RevealOrder.AFTER_REVEAL),
    ]
    assert review.controller.current.item_id not in (first.item_id, second)  # type: ignore[union-attr]
    assert {name for name, panel in review.panels.panels.items() if panel.isVisible()} == {PanelName.ORIGINAL}


@on_both
def test_that_too_many_false_calls_raise_an_alarm_once(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(alarm_monitor, "alarms", partial(alarms, boards=3))
    station = stations.reviewing(boards)
    said: list[str] = []
    station.review_state.alarm.raised.connect(said.append)
    set_rules(
        repository_of(station),
        ReviewRules(second_share=0, probe_rate=0, verdict_first=False, alarm_false_calls=0.6),
        last_record=0,
        operator="Q",
    )
    station.review_state.refresh_rules()
    settled(station, qtbot)
    press(station, Key.Key_4, Key.Key_4)
    settled(station, qtbot)
    assert said == []
    press(station, Key.Key_1)
    wait_until(qtbot, lambda: len(said) == 1)
    assert said[0] == "2 false calls in the last 3 boards (limit 60 %): inform the engineer."
    assert station.window.review.message.text.text() == said[0]
    press(station, Key.Key_4)
    settled(station, qtbot)
    assert len(said) == 1  # it is known


@on_both
def test_that_rules_are_set_in_the_dialog_by_who_may(
    stations: Stations, boards: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = stations.reviewing(boards)
    dialogs: list[ReviewRulesDialog] = []

    def filled(dialog: ReviewRulesDialog) -> int:
        dialogs.append(dialog)
        dialog.show()
        dialog.second.setValue(20)
        dialog.probes.setValue(5)
        dialog.defects.setValue(8)
        photograph(dialog, "review-rules")
        dialog.accept()
        return dialog.result()

    monkeypatch.setattr(ReviewRulesDialog, "exec", filled)
    station.window.actions_by_name["review_rules"].trigger()
    rules = read_rules(repository_of(station))
    assert (rules.second_share, rules.probe_rate, rules.set_by) == (0.2, 0.05, "M. L.")
    assert (rules.alarm_false_calls, rules.alarm_defects) == (0.0, 0.08)
    assert station.window.review.blind.queue is not None
    assert station.window.review.blind.queue.rules == rules
    people = People(repository_of(station))
    admin = people.register("Ada", Role.ADMIN, "0000")
    people.register("Ann", Role.OPERATOR, "1111", admin)
    station.context.login.set_workspace(station.context.workspace)  # type: ignore[arg-type]
    station.context.login.log_in("Ann", "1111")
    assert not ask_rules(station.context)
    assert "may not set the rules of the review" in dialogs[-1].message.text()
    assert read_rules(repository_of(station)) == rules
    with pytest.raises(ReviewError, match="may not set the rules"):
        set_rules(
            repository_of(station),
            ReviewRules(second_share=0, probe_rate=0, verdict_first=False),
            last_record=0,
            operator="Ann",
            role="operator",
        )
    dialogs[-1].close()
    settled(station, qtbot)


@on_both
def test_that_the_message_about_the_findings_ends_with_their_board(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    put_rules(station, verdict_first=True)
    become(station, "Ann", qtbot)
    press(station, Key.Key_2)
    settled(station, qtbot)
    assert "is stored. Now the machine's findings are shown" in review.message.text.text()
    assert not review.message.isHidden()
    press(station, Key.Key_2)
    settled(station, qtbot)
    assert review.message.isHidden(), "the next board hides its findings"


@on_both
def test_that_a_refusal_ends_when_another_person_works(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    strips = (station.window.records.message, station.window.threshold.message)
    for strip in strips:
        strip.show_message("the role operator may not do that", MessageKind.ERROR)
    become(station, "Bob", qtbot)
    assert all(strip.isHidden() for strip in strips)
