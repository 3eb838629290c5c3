"""The gate in the window: learned, put to a level, its boards listed and printed, and back to shadow."""

from __future__ import annotations

import os
from functools import partial
from pathlib import Path

import pytest
from engine.gate_boards import GateInspector, confirm_boards, pictures
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.waiting import wait_until
from locations import DEMO_BUNDLE
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration import learn_gate
from vqganodip.inspection.inspect_folder import inspect_folder
from vqganodip.records import GateLevel, Verdict
from vqganodip.review.accounts import People, Role
from vqganodip.review.judgments import JudgmentKind, QueueFilter, ReviewItem
from vqganodip.scoring.gate_fit import fit_gate
from vqganodip.store.workspace import open_workspace
from vqganodip_gui.app import Station
from vqganodip_gui.records.gate_dialogs import LearningDialog, LevelDialog
from vqganodip_gui.records.gate_view import GateView
from vqganodip_gui.services.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames


class DemoInspector(GateInspector):
    """Inspector whose boards are those of the shipped bundle."""

    bundle_sha256 = open_bundle(DEMO_BUNDLE).sha256


@pytest.fixture
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A workspace with people; quality has confirmed 12 good boards and 24 with defects."""
    monkeypatch.setattr(learn_gate, "fit_gate", partial(fit_gate, trees=60))
    monkeypatch.setattr(learn_gate._Source, "with_anomaly", lambda *_: None)  # needs the networks
    with open_workspace(tmp_path / "ws") as opened:
        people = People(opened.repository)
        admin = people.register("Ada", Role.ADMIN, "1111")
        people.register("Q", Role.QUALITY, "2222", admin)
        people.register("Op", Role.OPERATOR, "3333", admin)
        confirm_boards(opened, good=12, bad=24, bundle=DemoInspector.bundle_sha256)
    return tmp_path / "ws"


def started(stations: Stations, qtbot: QtBot, name: str = "Q", pin: str = "2222") -> Station:
    """A station with the demo model, on the tab of the gate."""
    station = stations.start(bundle=False)
    station.context.login.log_in(name, pin)
    station.context.set_sources(DEMO_BUNDLE, None)
    station.window.resize(1366, 768)
    station.window.actions_by_name["gate_boards"].trigger()
    wait_until(qtbot, lambda: view_of(station).data is not None)
    return station


def view_of(station: Station) -> GateView:
    return station.window.records.gate


def picture(station: Station, name: str) -> None:
    for _ in range(3):
        QApplication.processEvents()
    folder = os.environ.get("VQGANODIP_PICTURES")
    if folder:
        station.window.grab().save(str(Path(folder) / f"{name}.png"))


def learned(station: Station, qtbot: QtBot) -> LearningDialog:
    dialog = view_of(station).ask_learning()
    assert dialog is not None
    dialog.learn()
    wait_until(qtbot, lambda: bool(dialog.name) and view_of(station).chosen_gate() == dialog.name)
    return dialog


def put_to(station: Station, level: GateLevel, qtbot: QtBot, *, share: float = 0.1) -> None:
    """Put the newest gate to a level, with a reason."""
    dialog = view_of(station).ask_level(view_of(station).chosen_gate())
    assert dialog is not None
    dialog.choices[level].setChecked(True)
    dialog.share.setValue(share)
    assert not dialog.ok.isEnabled(), "nothing is signed without a reason"
    dialog.reason.setPlainText("0 of 24 cleared")
    assert dialog.ok.isEnabled()
    dialog.accept()
    wait_until(qtbot, lambda: level_of(station) is level)


def level_of(station: Station) -> GateLevel | None:
    data = view_of(station).data
    change = None if data is None else data.in_force
    return None if change is None else change.level


def line(station: Station, folder: Path, qtbot: QtBot, *, good: int, bad: int = 0) -> list[ReviewItem]:
    """Inspect pictures with the gate in force; the boards of the folder, read again."""
    workspace = station.context.workspace
    assert workspace is not None
    pictures(folder, good=good, bad=bad)
    events = inspect_folder(DemoInspector(), folder, workspace.repository, workspace.panels, gates=workspace.gates)
    assert list(events)
    view_of(station).refresh()
    items = workspace.repository.whole_items(workspace.repository.item_ids(QueueFilter()))
    found = [item for item in items if item.inspection.image.parent == folder]
    passed = sum(bool(item.inspection.cleared_by) for item in found)
    wait_until(qtbot, lambda: (data := view_of(station).data) is not None and data.total == passed)
    return found


@pytest.mark.usefixtures("english_again", "place")
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_way_from_judgments_to_a_filter(
    stations: Stations, settings: Settings, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    settings.set("language", language)
    station = started(stations, qtbot)
    view = view_of(station)
    assert "24" in view.labels.text()
    assert not view.shadow.isEnabled()
    assert not view.set_level.isEnabled(), "there is no gate yet"
    dialog = learned(station, qtbot)
    assert dialog.figures.isColumnHidden(1), "there is no gate to compare with"
    assert not cut_off(dialog)
    if folder := os.environ.get("VQGANODIP_PICTURES"):
        dialog.grab().save(str(Path(folder) / f"gate-learn-{language}.png"))
    dialog.set_level.click()
    asked = view.findChildren(LevelDialog)[-1]
    QApplication.processEvents()
    assert not cut_off(asked)
    if folder:
        asked.grab().save(str(Path(folder) / f"gate-level-{language}.png"))
    asked.reject()
    put_to(station, GateLevel.FILTER, qtbot)
    boards = line(station, tmp_path / "line", qtbot, good=12, bad=2)
    passed = [item for item in boards if item.inspection.cleared_by]
    assert len(passed) >= 4
    assert all(item.inspection.verdict is Verdict.PASS for item in passed)
    assert view.passed.topLevelItemCount() == len(passed)
    wait_until(qtbot, lambda: view.thumbs[0].image is not None)
    assert view.reasons.text().count("\n") == 2, "one reason for each of three regions"
    picture(station, f"gate-tab-{language}")
    assert not cut_off(view)
    view.save_pdf(tmp_path / "list.pdf")
    wait_until(qtbot, (tmp_path / "list.pdf").is_file)
    assert (tmp_path / "list.pdf").read_bytes().startswith(b"%PDF")
    view.open.click()
    wait_until(qtbot, station.window.review.controller.can_judge)
    current = station.window.review.controller.current
    assert current is not None
    assert current.item_id == passed[-1].item_id
    word = {"en": "by gate", "de": "Prüfstufe", "fr": "par barrière"}
    assert station.window.review.details.score._verdict.text() == word[language]
    picture(station, f"gate-review-{language}")
    assert not cut_off(station.window.review.details)
    station.window.actions_by_name["gate_boards"].trigger()
    second = learned(station, qtbot)
    assert not second.figures.isColumnHidden(1), "compared with the gate in force, on the same boards"
    second.reject()


@pytest.mark.usefixtures("place")
def test_that_advice_orders_and_greys_regions_but_not_those_of_a_drawn_board(
    stations: Stations, tmp_path: Path, qtbot: QtBot
) -> None:
    station = started(stations, qtbot)
    learned(station, qtbot).reject()
    put_to(station, GateLevel.ADVICE, qtbot)
    boards = line(station, tmp_path / "line", qtbot, good=8, bad=4)
    assert all(item.inspection.verdict is Verdict.REVIEW for item in boards), "advice passes nothing"
    mixed = next(
        item
        for item in boards
        if (gate := item.inspection.gate) is not None
        and not gate.drawn
        and len({one.cleared for one in gate.regions}) == 2
    )
    review, gate = station.window.review, mixed.inspection.gate
    assert gate is not None
    station.window.pages.setCurrentWidget(review)
    review.controller.show_item(mixed.item_id)
    wait_until(qtbot, review.controller.can_judge)
    cleared = sum(one.cleared for one in gate.regions)
    shown = review.panels.board()
    assert shown is not None
    assert shown.inspection.gate is not None
    order = [one.cleared for one in shown.inspection.gate.regions]
    assert order == [False] * (len(order) - cleared) + [True] * cleared, "those that it clears come last"
    rows = [review.details.regions.topLevelItem(number) for number in range(len(order))]
    plain = [row.foreground(1).color().name() for row in rows if row is not None]
    assert plain[-1] != plain[0]
    review.details.regions.select_region(len(order) - 1)
    assert "Gate: probably a false call" in review.details.reasons.text()
    picture(station, "gate-advice")
    drawn = next(item for item in boards if item.inspection.gate is not None and item.inspection.gate.drawn)
    review.controller.show_item(drawn.item_id)
    wait_until(qtbot, lambda: (board := review.panels.board()) is not None and board.item_id == drawn.item_id)
    review.details.regions.select_region(0)
    assert "Gate" not in review.details.reasons.text(), "nothing marks a board that checks the gate"


@pytest.mark.usefixtures("place")
def test_that_an_ng_on_a_drawn_board_raises_the_alarm_and_that_one_key_goes_back(
    stations: Stations, tmp_path: Path, qtbot: QtBot
) -> None:
    station = started(stations, qtbot)
    view, review = view_of(station), station.window.review
    learned(station, qtbot).reject()
    put_to(station, GateLevel.FILTER, qtbot, share=100.0)
    boards = line(station, tmp_path / "line", qtbot, good=8)
    drawn = next(item for item in boards if item.inspection.gate is not None and item.inspection.gate.drawn)
    assert drawn.inspection.verdict is Verdict.REVIEW
    station.window.pages.setCurrentWidget(review)
    review.controller.show_item(drawn.item_id)
    wait_until(qtbot, review.controller.can_judge)
    assert review.details.score._verdict.text() == "flagged", "it looks like any other flagged board"
    review.judge(JudgmentKind.NG)
    wait_until(qtbot, lambda: "the gate is back to shadow" in review.message.text.text())
    station.window.actions_by_name["gate_boards"].trigger()
    wait_until(qtbot, lambda: level_of(station) is GateLevel.SHADOW)
    wait_until(qtbot, lambda: not view.alarm.isHidden())
    assert "judged NG" in view.alarm.text()
    put_to(station, GateLevel.ADVICE, qtbot)
    assert view.alarm.isHidden()
    station.context.login.log_in("Op", "3333")
    assert not view.set_level.isEnabled(), "an operator raises no level"
    station.window.pages.setCurrentWidget(review)
    station.window.actions_by_name["gate_to_shadow"].trigger()
    workspace = station.context.workspace
    assert workspace is not None
    changes = partial(workspace.repository.gate_changes, DemoInspector.bundle_sha256)
    wait_until(qtbot, lambda: changes()[-1].level is GateLevel.SHADOW)
    assert changes()[-1].operator == "Op"
    wait_until(qtbot, lambda: "shadow" in review.message.text.text())
    station.window.pages.setCurrentWidget(station.window.training)
    station.window.training.tabs.setCurrentIndex(1)
    models = station.window.training
    wait_until(qtbot, lambda: models.model_list is not None and bool(models.model_list.entries))
    assert models.model_list is not None
    assert models.model_list.entries[0].gate is GateLevel.SHADOW


@pytest.mark.usefixtures("place")
def test_that_learning_can_be_cancelled_and_needs_boards(stations: Stations, tmp_path: Path, qtbot: QtBot) -> None:
    station = started(stations, qtbot, "Op", "3333")
    view = view_of(station)
    assert not view.learn.isEnabled(), "quality learns gates"
    station.context.login.log_in("Q", "2222")
    dialog = view.ask_learning()
    assert dialog is not None
    dialog.learn()
    assert dialog.close_button.text() == "Cancel"
    dialog.reject()
    wait_until(qtbot, lambda: not station.context.tasks.acting())
    dialog = view.ask_learning()
    assert dialog is not None
    dialog.set_folder(tmp_path / "nothing here")
    dialog.learn()
    wait_until(qtbot, dialog.start.isEnabled)
    assert "nothing here" in dialog.status.text()
    dialog.reject()
