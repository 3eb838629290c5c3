"""The page of the Turing test: from a prepared study through sessions to the results, as the operator sees it."""

from __future__ import annotations

import os
import re
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from engine.turing_studies import small_study
from gui.conftest import SCORES, Stations
from gui.spoken import spoken
from gui.turing_person import PIN, Person
from gui.waiting import HANG_GUARD_S, rest_for_a_picture, settle, wait_until
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QApplication, QComboBox, QLabel, QWidget
from pytestqt.qtbot import QtBot

from vqganodip.datasets.synthetic.dataset import RenderedLine, write_line
from vqganodip.turing.session.state_machine import SessionState
from vqganodip.turing.study.audit import read_audit
from vqganodip.turing.study.preparation import StimulusPair
from vqganodip.turing.study.protocol import PAPER_16_5
from vqganodip.turing.study.study import Study
from vqganodip_gui.app import Station
from vqganodip_gui.i18n.translation import choose_language
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.turing.page import TuringPage
from vqganodip_gui.turing.preflight_dialog import PreflightDialog
from vqganodip_gui.turing.prepare_dialog import PrepareDialog
from vqganodip_gui.widgets.reason_dialog import ReasonDialog
from vqganodip_gui.widgets.theme import Theme

# the offscreen screen has neither frames nor an order of windows
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")

QUICK = PAPER_16_5.changed(
    "quick", stimulus_s=0.12, blank_s=0.08, lead_in_s=0.1, break_s=0.5, trials=8, break_after=4, deadline_s=HANG_GUARD_S
)


def boards(count: int, side: int = 240) -> list[StimulusPair]:
    """Drawn boards and a softened copy of each."""
    rng = np.random.default_rng(3)
    made = []
    for number in range(count):
        board = np.full((side, side, 3), (34, 92, 62), np.uint8)
        for x, y in rng.integers(8, side - 40, (40, 2)):
            board[y : y + 12, x : x + 26] = rng.integers(60, 220, 3)
        soft = (board.astype(np.uint16) + np.roll(board, 1, 0) + np.roll(board, 1, 1)) // 3
        made.append(StimulusPair(f"board {number}", board, soft.astype(np.uint8), f"{number}.png"))
    return made


@pytest.fixture
def study(tmp_path: Path) -> Study:
    folder = tmp_path / "ws" / "studies" / "pcb"
    folder.parent.mkdir(parents=True)
    return small_study(folder, QUICK, participants=2, given=iter(boards(10)))


def opened(stations: Stations, qtbot: QtBot) -> tuple[Station, TuringPage]:
    station = stations.start()
    station.window.resize(1366, 768)
    page = station.window.turing
    station.window.pages.setCurrentWidget(page)
    return station, page


def picture(station: Station, name: str, widget: QWidget | None = None) -> None:
    folder = os.environ.get("VQGANODIP_PICTURES")
    if not folder:
        return
    for theme in Theme:
        station.settings.set("theme", theme.value)
        rest_for_a_picture()
        (widget or station.window).grab().save(str(Path(folder) / f"turing-{name}-{theme.value}.png"))
    station.settings.set("theme", "dark")


def texts_of(widget: QWidget) -> str:
    """Everything that a widget says, to eyes and to screen readers."""
    parts = [widget, *widget.findChildren(QWidget)]
    said = [part.text() for part in parts if isinstance(part, QLabel | QAbstractButton)]
    said += [t for part in parts for t in (part.accessibleName(), part.accessibleDescription(), part.toolTip())]
    return " ".join(said + [part.windowTitle() for part in parts])


def audited(page: TuringPage, qtbot: QtBot) -> None:
    page.audit()
    study = page.state.study if page.state else None
    assert study is not None
    wait_until(qtbot, lambda: isinstance(page.dialog, ReasonDialog) or read_audit(study) is not None)
    if isinstance(page.dialog, ReasonDialog):
        page.dialog.reason.setPlainText("Both were drawn by this test.")
        page.dialog.accept()
    wait_until(qtbot, lambda: read_audit(study) is not None)


def begun(page: TuringPage, qtbot: QtBot, dialog: PreflightDialog | None) -> None:
    """Fill in the preflight dialog and begin the session."""
    assert dialog is not None
    for tick in dialog.room.values():
        tick.setChecked(True)
    dialog.questions["role"].setCurrentIndex(1)
    dialog.pin.setText(PIN)
    dialog.measure.click()
    wait_until(qtbot, lambda: bool(dialog.found))
    assert not dialog.begin.isEnabled() or not dialog.reasons
    for reason in dialog.reasons.values():
        reason.setText("a test without a real screen")
    assert dialog.begin.isEnabled()


def sat(page: TuringPage, qtbot: QtBot, seen: Callable[[SessionState], None] | None = None) -> None:
    runner = page.runner
    assert runner is not None
    person = Person(runner, seen=seen)
    wait_until(qtbot, lambda: page.runner is None)
    person.stop()


def test_that_a_study_goes_from_its_audit_to_its_results_through_the_window(
    stations: Stations, study: Study, qtbot: QtBot, tmp_path: Path
) -> None:
    station, page = opened(stations, qtbot)
    wait_until(qtbot, lambda: page.state is not None)
    audited(page, qtbot)
    wait_until(qtbot, lambda: "leak" not in page.view.health.text())
    said: list[str] = []

    def look(_: SessionState) -> None:
        said.append(texts_of(page.operator))

    for number in (1, 2):
        dialog = page.ask_session()
        begun(page, qtbot, dialog)
        assert dialog is not None
        vsync = next(check for check in dialog.found if check.name == "vsync")
        assert not vsync.passed
        assert "vsync NOT verified" in vsync.result
        if number == 1:
            picture(station, "preflight", dialog)
        dialog.accept()
        assert page.runner is not None
        if number == 1:
            picture(station, "operator")
        sat(page, qtbot, look)
        wait_until(qtbot, lambda n=number: page.state is not None and page.state.finished == n)
    assert "overrides" in (study.sessions()[0].plan).read_text(encoding="utf-8")
    whole = " ".join(said).lower()
    for word in ("correct", "accuracy", "real", "fake", "rate", "%"):
        assert word not in whole, f"the operator sees {word!r} before the truth is open"
    assert "8 of 8" in whole
    picture(station, "study")
    dialog2 = page.ask_unblind()
    assert dialog2 is not None
    dialog2.accept()
    view = page.view.results
    wait_until(qtbot, lambda: view.table.topLevelItemCount() == 2 and view.gallery.count() == 8)  # both saw list A
    assert "ddof 1" in view.numbers.text()
    assert "ddof 0" in view.numbers.text()
    assert view.verdict.text().startswith("The verdict is ")
    assert not view.gallery.item(0).icon().isNull()
    picture(station, "results")
    view.tabs.setCurrentWidget(view.gallery)
    picture(station, "gallery")
    out = tmp_path / "out"
    for what in ("report", "bids"):
        page.export(what, out)
    wait_until(qtbot, lambda: (out / "pcb-report" / "report.html").is_file())
    wait_until(qtbot, lambda: (out / "pcb-bids" / "participants.tsv").is_file())
    gone = page.ask_withdraw()
    assert gone is not None
    assert gone.findChild(QComboBox).currentText() == "P001"
    gone.accept()
    wait_until(qtbot, lambda: not (study.folder / "sub-P001").exists())
    for file in study.folder.rglob("*"):
        if file.is_file() and file.suffix != ".rgb":
            assert "M. L." not in file.read_text(encoding="utf-8") or file.name in (
                "unblinding.jsonl",
                *(p.name for p in study.folder.glob("sub-*/*/*")),
            )


def test_that_the_inspection_stands_still_while_somebody_sits_and_goes_on_afterwards(
    stations: Stations, study: Study, boards: Path, qtbot: QtBot
) -> None:
    station, page = opened(stations, qtbot)
    wait_until(qtbot, lambda: page.state is not None)
    dialog = page.ask_session()
    station.context.set_sources(station.context.bundle, boards)
    station.context.inspect()
    assert not station.engine.busy()
    begun(page, qtbot, dialog)
    assert dialog is not None
    dialog.accept()
    told: list[bool] = []
    station.engine.event_reported.connect(lambda _: told.append(page.runner is not None))
    sat(page, qtbot)
    controller = station.window.review.controller
    wait_until(qtbot, lambda: controller.count() == len(SCORES) and not station.engine.busy())
    assert not any(told), "nothing was inspected as long as somebody sat"


def test_that_a_session_whose_window_was_closed_is_found_and_goes_on(
    stations: Stations, study: Study, qtbot: QtBot
) -> None:
    station, page = opened(stations, qtbot)
    wait_until(qtbot, lambda: page.state is not None)
    dialog = page.ask_session()
    begun(page, qtbot, dialog)
    assert dialog is not None
    dialog.accept()
    runner = page.runner
    assert runner is not None
    person = Person(runner)

    def leave() -> None:
        if runner.session.done_trials >= 2 and runner.session.state is not SessionState.INTERRUPTED:
            person.stop()
            runner.call_operator()

    runner.changed.connect(leave, Qt.ConnectionType.QueuedConnection)
    wait_until(qtbot, lambda: runner.session.state is SessionState.INTERRUPTED)
    stations.stop(station)
    station, page = opened(stations, qtbot)
    wait_until(qtbot, lambda: page.state is not None and bool(page.state.unfinished))
    assert page.view.buttons["resume"].isVisible()
    assert page.state is not None
    again = page.ask_session(page.state.unfinished[0].sealed_session)
    begun(page, qtbot, again)
    assert again is not None
    again.accept()
    sat(page, qtbot)
    wait_until(qtbot, lambda: page.state is not None and page.state.finished == 1)
    assert page.state.lines[0].resumes == 1
    assert page.state.lines[0].shown == 8


def test_that_the_empty_page_says_what_a_study_is_and_the_planner_says_when_it_is_too_small(
    stations: Stations, qtbot: QtBot
) -> None:
    station, page = opened(stations, qtbot)
    wait_until(qtbot, lambda: page.stack.currentWidget() is page.empty)
    picture(station, "empty")
    dialog = page.ask_prepare()
    assert isinstance(dialog, PrepareDialog)
    dialog.participants.setValue(5)
    dialog.spread.setValue(14.7)
    assert re.search(r"only [56]\.\d % of studies", dialog.power.text())
    assert "likely the result will be inconclusive" in dialog.power.text()
    dialog.spread.setValue(3.1)
    assert "inconclusive" not in dialog.power.text()
    assert dialog.request().protocol is PAPER_16_5
    dialog.trials.setValue(8)
    assert "17.7 from chance in 8 trials" in dialog.power.text()
    assert "likely the result will be inconclusive" in dialog.power.text()
    assert dialog.request().protocol.name != "paper-16-5"
    sizes = [dialog.size_of_images.itemData(index) for index in range(dialog.size_of_images.count())]
    assert (1366, 768) in sizes
    dialog.size_of_images.setCurrentIndex(sizes.index((1366, 768)))
    assert dialog.request().screen == (1366, 768)
    dialog.size_of_images.setCurrentIndex(sizes.index(None))
    assert dialog.request().screen is None
    assert not dialog.ok.isEnabled()
    picture(station, "prepare", dialog)
    dialog.reject()


@pytest.mark.long
def test_that_a_study_is_prepared_from_a_bundle_and_boards_it_never_saw(
    stations: Stations, tmp_path: Path, qtbot: QtBot
) -> None:
    write_line(tmp_path / "line", RenderedLine("gearbox", 77, train=0, mask=0, good=10, defective=0), jobs=1)
    station, page = opened(stations, qtbot)
    bundle = demo_bundle()
    assert bundle is not None
    station.context.set_sources(bundle, None)
    dialog = page.ask_prepare()
    assert dialog is not None
    dialog.boards.setText(str(tmp_path / "line"))
    dialog.trials.setValue(8)
    dialog.accept()
    wait_until(qtbot, lambda: page.state is not None)
    assert page.state is not None
    study = page.state.study
    assert study.folder == tmp_path / "ws" / "studies" / "study-1"
    assert (len(study.stimuli), study.protocol.name, study.margin) == (18, "16-5-8", 0.1)
    audited(page, qtbot)


def test_that_what_is_said_about_a_study_ends_with_the_next_one(
    stations: Stations, study: Study, tmp_path: Path, qtbot: QtBot
) -> None:
    small_study(tmp_path / "ws" / "studies" / "quiet", QUICK, given=iter(boards(10)))
    _station, page = opened(stations, qtbot)
    wait_until(qtbot, lambda: page.state is not None and page.state.study.folder.name == "pcb")
    audited(page, qtbot)
    wait_until(qtbot, lambda: page.message.text.text() == "The leak audit is kept.")
    reads = page._reads
    page.refresh()
    wait_until(qtbot, lambda: page._reads > reads)
    assert not page.message.isHidden(), "the same study, read again"
    page.pane.list.setCurrentRow(1)
    wait_until(qtbot, lambda: page.state is not None and page.state.study.folder.name == "quiet")
    assert page.message.isHidden()


def test_that_a_study_that_was_changed_is_refused_with_a_message(
    stations: Stations, study: Study, qtbot: QtBot
) -> None:
    (study.folder / "study.json").write_text("{", encoding="utf-8")
    _station, page = opened(stations, qtbot)
    wait_until(qtbot, page.message.isVisible)
    assert "study.json is damaged" in page.message.text.text()


def test_that_the_page_can_be_used_with_the_keyboard(stations: Stations, study: Study, qtbot: QtBot) -> None:
    _station, page = opened(stations, qtbot)
    wait_until(qtbot, lambda: page.state is not None)
    page.pane.list.setFocus()
    reached: set[QWidget | None] = set()
    for _ in range(14):
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
        reached.add(QApplication.focusWidget())
    assert page.view.buttons["session"] in reached
    assert page.pane.prepare_button in reached


def test_that_the_language_waits_for_the_end_of_a_session(
    stations: Stations, study: Study, qtbot: QtBot, qapp: QApplication
) -> None:
    station, page = opened(stations, qtbot)
    wait_until(qtbot, lambda: page.state is not None)
    dialog = page.ask_session()
    begun(page, qtbot, dialog)
    assert dialog is not None
    dialog.accept()
    runner, said = page.runner, page.operator.accessibleName()
    tries: list[None] = []
    station.language_switch._soon.timeout.connect(lambda: tries.append(None))
    station.settings.set("language", "de")
    wait_until(qtbot, lambda: len(tries) >= 3)
    assert page.runner is runner is not None
    assert station.language_switch.language == "en"
    assert page.operator.accessibleName() == said
    sat(page, qtbot)
    wait_until(qtbot, lambda: station.language_switch.language == "de")
    now = station.window.turing
    assert now is not page
    wait_until(qtbot, lambda: now.state is not None and now.state.finished == 1)
    assert now.stack.currentWidget() is now.view
    settle(qtbot, station)
    now.message.hide()
    changed = spoken(now)
    stations.stop(station)
    _station, again = opened(stations, qtbot)  # in the language, from the start
    wait_until(qtbot, lambda: again.state is not None)
    settle(qtbot, _station)
    assert changed == spoken(again)
    choose_language(qapp, "en")
