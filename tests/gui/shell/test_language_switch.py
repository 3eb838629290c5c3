"""A change of language: every text changes at once, the state of the user is kept, and nothing is leaked."""

from __future__ import annotations

import gc
import os
import shutil
import weakref
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from engine.tiny_boards import write_tiny_line
from gui.conftest import SCORES, Stations
from gui.cut_off import cut_off
from gui.fakes import DrawnBoardInspector, HeldInspector, draw_board
from gui.spoken import spoken, spoken_actions
from gui.waiting import rest_for_a_picture, settle, wait_until, wait_until_active
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication, QComboBox, QWidget
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from vqganodip.bundles.archive import open_bundle
from vqganodip.review.judgments import JudgmentKind, QueueState
from vqganodip_gui.app import Station
from vqganodip_gui.i18n import translation
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.shell.settings_dialog import SettingsDialog
from vqganodip_gui.training.job_controller import Phase
from vqganodip_gui.training.stage_bar import StageName
from vqganodip_gui.viewer.comparison_board import ComparisonKind
from vqganodip_gui.viewer.panel_grid import PanelName
from vqganodip_gui.widgets.message_strip import MessageKind

Press = Callable[..., None]
Key = Qt.Key

# the offscreen screen has neither frames nor an order of windows, and no popup takes the keyboard
pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise", "grabbing the keyboard")


@pytest.fixture(autouse=True)
def english(qapp: QApplication, settings: Settings) -> Iterator[None]:
    settings.set("language", "en")
    yield
    translation.choose_language(qapp, "en")


@pytest.fixture
def fitted(tmp_path: Path) -> Path:
    """The shipped bundle in the place of the station's."""
    shutil.copytree(demo_bundle("gearbox"), tmp_path / "bundle")  # type: ignore[arg-type]
    return tmp_path / "bundle"


def inspector_of(bundle: Path) -> DrawnBoardInspector:
    inspector = DrawnBoardInspector.open(bundle)
    inspector.bundle_sha256 = open_bundle(bundle).sha256
    return inspector


def speak(station: Station, language: str, qtbot: QtBot) -> None:
    station.settings.set("language", language)
    wait_until(qtbot, lambda: station.language_switch.language == language)
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def picture(widget: QWidget, name: str) -> None:
    if os.environ.get("VQGANODIP_PICTURES"):
        rest_for_a_picture()
        widget.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / f"language-{name}.png"))


def dialog_of(station: Station) -> SettingsDialog:
    found = [d for d in station.window.findChildren(SettingsDialog) if d.isVisible()]
    assert len(found) == 1
    return found[0]


def language_box(station: Station) -> QComboBox:
    return next(b for b in dialog_of(station).findChildren(QComboBox, "setting_language") if b.isVisible())


def close_dialog(station: Station, qtbot: QtBot) -> None:
    qtbot.keyClick(dialog_of(station), Key.Key_Escape)
    wait_until_active(qtbot, station.window)


def kinds(station: Station) -> list[tuple[str, JudgmentKind]]:
    assert station.context.workspace is not None
    repository = station.context.workspace.repository
    return [(repository.item(j.item_id).serial, j.kind) for j in repository.judgments()]


def comparison_shown(station: Station) -> bool:
    """True once the comparison panel shows its board or the reason why there is none."""
    now = station.review_state.comparison.board
    return now.kind is ComparisonKind.NONE or now.picture is not None or bool(now.words)


def said(station: Station, qtbot: QtBot, name: str = "") -> dict[tuple[object, ...], str]:
    """All texts of all pages, once what they read has arrived."""
    window, found = station.window, spoken_actions(station.window)
    ready = {
        window.review: lambda: window.review.controller.can_judge() and comparison_shown(station),
        window.records: lambda: window.records.model.rowCount() > 0,
        window.threshold: lambda: (
            window.threshold.draft.calibration is not None and window.threshold.view.boards.names.count() > 0
        ),
        window.turing: lambda: True,
        window.training: lambda: True,
    }
    for page, arrived in ready.items():
        window.pages.setCurrentWidget(page)
        wait_until(qtbot, arrived)
        settle(qtbot, station)
        frame = window.centralWidget()
        assert frame is not None
        found |= {(type(page).__name__, *key): text for key, text in spoken(frame).items()}
        if name:
            picture(window, f"{name}-{type(page).__name__}")
    for page, tabs in ((window.records, window.records.tabs), (window.threshold, window.threshold.view.tabs)):
        window.pages.setCurrentWidget(page)
        for index in range(tabs.count()):
            tabs.setCurrentIndex(index)
            settle(qtbot, station)
            found |= {(type(page).__name__, "tab", index, *key): text for key, text in spoken(page).items()}
        tabs.setCurrentIndex(0)
    window.pages.setCurrentWidget(window.review)
    return found


def test_that_every_text_is_that_of_a_window_started_in_the_language(
    stations: Stations, fitted: Path, boards: Path, press: Press, settings: Settings, qtbot: QtBot
) -> None:
    inspector = inspector_of(fitted)
    settings.set("fifth_panel", "nearest")
    station = stations.start(boards, inspector=inspector)
    wait_until(qtbot, lambda: station.review_state.controller.count() == len(SCORES) and not station.engine.busy())
    wait_until(qtbot, station.review_state.controller.can_judge)
    press(station, Key.Key_2, Key.Key_4)
    stations.stop(station)

    def begun() -> Station:
        station = stations.start(boards, inspector=inspector)
        wait_until(qtbot, lambda: station.review_state.controller.can_judge() and not station.engine.busy())
        return station

    station = begun()
    changed = {"": said(station, qtbot)}
    for language in ("fr", "de", "en"):
        speak(station, language, qtbot)
        changed[language] = said(station, qtbot, f"changed-{language}")
    stations.stop(station)
    for language in ("fr", "de", "en"):
        settings.set("language", language)
        station = begun()
        started = said(station, qtbot, f"started-{language}")
        stations.stop(station)
        assert len(started) > 400
        assert changed[language] == started
    assert changed[""] == changed["en"]
    for language in ("fr", "de"):
        same = {key for key, text in changed[language].items() if text == changed["en"].get(key)}
        assert len(same) < len(changed["en"]) / 2


def test_that_a_person_changes_the_language_by_keys_judges_on_and_takes_back(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window, review = station.window, station.window.review
    review.controller.show_item(review.queue.ids()[0])
    wait_until(qtbot, review.controller.can_judge)
    press(station, Key.Key_2)
    assert kinds(station) == [("SN10440", JudgmentKind.NG)]
    picture(window, "journey-before")
    qtbot.keyClick(window, Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    dialog, box = dialog_of(station), language_box(station)
    box.setFocus()
    qtbot.keyClick(box, Key.Key_Down)
    wait_until(qtbot, lambda: station.language_switch.language == "fr")
    assert dialog_of(station) is dialog
    assert dialog.windowTitle() == "Réglages"
    again = language_box(station)
    assert again is not box
    assert dialog.focusWidget() is again
    assert window.review.queue_pane.state.itemText(0) == "À juger"
    picture(window, "journey-fr")
    picture(dialog, "journey-fr-dialog")
    qtbot.keyClick(again, Key.Key_Down)
    wait_until(qtbot, lambda: station.language_switch.language == "de")
    picture(window, "journey-de")
    picture(dialog, "journey-de-dialog")
    close_dialog(station, qtbot)
    assert QApplication.focusWidget() is window.review.panels
    press(station, Key.Key_4)
    assert kinds(station)[-1] == ("SN10441", JudgmentKind.FALSE_CALL)
    for taken_back in ("SN10441", "SN10440"):
        qtbot.keyClick(window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        wait_until(qtbot, lambda serial=taken_back: kinds(station)[-1] == (serial, JudgmentKind.WITHDRAWN))
        wait_until(qtbot, station.review_state.controller.can_judge)
    assert not isValid(review)
    assert window.review.controller.current is not None
    assert window.review.controller.current.serial == "SN10440"
    assert window.review.details.comment.placeholderText().startswith("Bemerkung")


def test_that_what_is_in_hand_at_the_review_stays_in_hand(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window, review = station.window, station.window.review
    settings.set("keep_view", True)
    review.queue_pane.state.setCurrentIndex(review.queue_pane.state.findData(QueueState.ALL))
    review.queue_pane.search.setText("SN1044")
    wait_until(qtbot, lambda: review.queue.queue_filter().search == "SN1044")
    review.controller.show_item(review.queue.ids()[1])
    wait_until(qtbot, review.controller.can_judge)
    review.step_region(1)
    window.actions_by_name["region_ng"].trigger()
    review.panels.zoom_by(1.5)
    review.panels.toggle_maximised(PanelName.DIFFERENCE)
    window.actions_by_name["brighter"].trigger()
    review.details.code.setEditText("solder bridge at J")
    review.details.comment.setText("half a sentence ab")
    review.details.comment.setFocus()
    review.details.comment.setCursorPosition(4)
    sight, region_said = review.panels.view_state(), review.details.regions.judgments()
    assert region_said
    current, seconds = station.review_state.controller.current, station.review_state.controller.review_timer.seconds()
    speak(station, "de", qtbot)
    now = window.review
    assert now is not review
    assert replace(now.panels.view_state(), pointed=sight.pointed) == sight  # the mouse may be over another panel
    assert now.panels.maximised() is PanelName.DIFFERENCE
    assert now.details.regions.judgments() == region_said
    assert now.details.regions.selected_region() == sight.chosen >= 0
    assert now.details.code.currentText() == "solder bridge at J"
    assert now.details.comment.text() == "half a sentence ab"
    assert QApplication.focusWidget() is now.details.comment
    assert now.details.comment.cursorPosition() == 4
    assert now.queue_pane.queue_filter() == station.review_state.queue.queue_filter()
    assert now.queue_pane.search.text() == "SN1044"
    assert station.review_state.controller.current is current
    assert station.review_state.controller.can_judge()
    assert station.review_state.controller.review_timer.seconds() >= seconds
    assert kinds(station) == []
    picture(window, "in-hand-de")
    qtbot.keyClicks(now.details.comment, "x")
    assert now.details.comment.text() == "halfx a sentence ab"


def test_that_unsigned_lines_stay_where_they_were_put(stations: Stations, fitted: Path, qtbot: QtBot) -> None:
    station = stations.start(inspector=inspector_of(fitted))
    window, page = station.window, station.window.threshold
    window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.draft.calibration is not None)
    page.setFocus()
    qtbot.keyClick(page, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page, Key.Key_B)
    lines = page.draft.thresholds()
    assert lines != page.draft.active_thresholds()
    page.view.tabs.setCurrentIndex(2)
    page.view.logarithmic.setChecked(True)
    page.list_between(0.9, 1.0)
    page.view.boards.names.setCurrentRow(3)
    row, title = page.view.boards.names.currentItem().text(), page.view.boards.title.text()
    picture(window, "lines-before")
    qtbot.keyClick(window, Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    language_box(station).setFocus()
    qtbot.keyClick(language_box(station), Key.Key_Down)
    wait_until(qtbot, lambda: station.language_switch.language == "fr")
    close_dialog(station, qtbot)
    settle(qtbot, station)  # all reading has ended
    now = window.threshold
    assert now is not page
    assert window.pages.currentWidget() is now
    assert now.draft.thresholds() == lines
    assert now.view.change.isEnabled()
    assert now.view.logarithmic.isChecked()
    assert now.view.tabs.currentIndex() == 2
    assert now.view.boards.names.currentItem().text() == row
    assert now.view.boards.title.text() != title
    assert QApplication.focusWidget() is now
    picture(window, "lines-fr")
    qtbot.keyClick(now, Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert now.draft.flag_from == pytest.approx(lines.flag_from - 0.01)


def test_that_the_engine_inspects_on_and_tells_the_new_pages(stations: Stations, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "boards"
    folder.mkdir()
    for number in range(12):
        draw_board(folder / f"SN{number}.png", 0.8, seed=number)
    go_on = stations.hold()
    station = stations.start(folder, inspector=HeldInspector(go_on, at_once=2))
    wait_until(qtbot, lambda: station.review_state.controller.count() == 2)
    assert station.engine.busy()
    for language in ("fr", "de"):
        speak(station, language, qtbot)
    go_on.set()
    wait_until(qtbot, lambda: station.review_state.controller.count() == 12 and not station.engine.busy())
    pane = station.window.review.queue_pane
    wait_until(qtbot, lambda: pane.title.text() == translation.tr("{n} to judge").format(n=12))
    assert pane.title.text().startswith("12 ")
    assert pane.list.model().rowCount() == 12


def test_that_twenty_changes_leave_nothing_over(
    stations: Stations, fitted: Path, boards: Path, press: Press, settings: Settings, qtbot: QtBot, qapp: QApplication
) -> None:
    station = stations.start(boards, inspector=inspector_of(fitted))
    window = station.window
    wait_until(qtbot, lambda: station.review_state.controller.count() == len(SCORES) and not station.engine.busy())
    wait_until(qtbot, station.review_state.controller.can_judge)
    press(station, Key.Key_2)
    said(station, qtbot)
    window.pages.setCurrentWidget(window.threshold)
    gone: list[weakref.ref[QObject]] = []

    def there() -> tuple[int, ...]:
        gc.collect()
        parts = [*window.findChildren(QObject), *station.findChildren(QObject)]
        return (
            len(qapp.topLevelWidgets()), len(qapp.allWidgets()), len(settings._listeners), len(window.actions()),
            len(parts), sum(isinstance(part, QTimer) for part in parts),
        )  # fmt: skip

    counts = []
    for number in range(20):
        frame = window.centralWidget()
        assert frame is not None
        gone += [weakref.ref(part) for part in (frame, *frame.findChildren(QObject))]
        gone += [weakref.ref(action) for action in window.actions()]
        del frame
        speak(station, ("fr", "de", "en")[number % 3], qtbot)
        settle(qtbot, station)
        counts.append(there())
    assert len(gone) > 20 * 300
    handed_on = window.threshold.calibration_boards  # loaded boards are handed on to the new page
    left = [part for ref in gone if (part := ref()) is not None and part is not handed_on]
    assert not left
    assert len(set(counts[3:])) <= 3, counts  # one for each language: no two of them have the same number of labels
    assert counts[5:8] == counts[17:20]
    window.pages.setCurrentWidget(window.review)
    press(station, Key.Key_1)  # no deleted page receives it
    assert len(kinds(station)) == 2


def test_that_a_dialog_with_work_in_it_is_not_disturbed(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    window = station.window
    window.pages.setCurrentWidget(window.turing)
    dialog = window.turing.ask_prepare()
    assert dialog is not None
    title = dialog.windowTitle()
    tries: list[None] = []
    station.language_switch._soon.timeout.connect(lambda: tries.append(None))
    station.settings.set("language", "de")
    wait_until(qtbot, lambda: len(tries) >= 3)
    assert station.language_switch.language == "en"
    assert dialog.isVisible()
    assert dialog.windowTitle() == title
    dialog.reject()
    wait_until(qtbot, lambda: station.language_switch.language == "de")
    assert window.pages.currentWidget() is window.turing
    assert window.turing.pane.prepare_button.text() == translation.tr("Prepare a study…") != "Prepare a study…"


def test_that_what_somebody_waits_to_hear_of_is_told_before_the_language_changes(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window, release, told = station.window, stations.hold(), []
    station.tasks.act(release.wait, told.append)
    window.actions_by_name["settings"].trigger()
    box = language_box(station)
    box.setCurrentIndex(box.findData("fr"))
    wait_until(qtbot, lambda: dialog_of(station).message.isVisible())
    assert dialog_of(station).message.text() == ("The language changes as soon as this is over: what you started last.")
    picture(dialog_of(station), "waits")
    assert station.language_switch.language == "en"
    release.set()
    wait_until(qtbot, lambda: station.language_switch.language == "fr")
    assert told == [True]
    assert dialog_of(station).message.isHidden()
    close_dialog(station, qtbot)


def test_that_as_the_system_is_a_language_too_and_none_is_changed_into_itself(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window = station.window
    speak(station, "fr", qtbot)
    station.settings.set("language", "system")
    system = translation.language_of("system")
    wait_until(qtbot, lambda: station.language_switch.language == system)
    settle(qtbot, station)
    frame = window.centralWidget()
    station.settings.set("language", system)
    settle(qtbot, station)
    assert window.centralWidget() is frame


def test_that_keys_bound_anew_and_a_scanner_work_after_the_change(
    stations: Stations, boards: Path, press: Press, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window = station.window
    window.keys.bind("judge_ok", ("J",))
    window.setWindowState(Qt.WindowState.WindowFullScreen)
    speak(station, "fr", qtbot)
    assert window.isFullScreen()
    assert QApplication.focusWidget() is window.review.panels
    press(station, Key.Key_J)
    assert [kind for _serial, kind in kinds(station)] == [JudgmentKind.OK]
    window.scanner.scanned.emit("SN10444")
    wait_until(
        qtbot,
        lambda: (
            station.review_state.controller.current is not None
            and station.review_state.controller.current.serial == "SN10444"
        ),
    )
    assert window.review.queue_pane.list.currentIndex().data() == "SN10444"


def test_that_an_error_stays_in_sight_and_a_board_that_cannot_be_shown_is_still_explained(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    (boards / "SN10499.png").write_bytes(b"no image")
    station = stations.reviewing(boards)
    window = station.window
    wait_until(qtbot, lambda: len(station.review_state.queue.failures()) == 1)
    window.review.queue_pane.list.row_selected.emit(len(station.review_state.queue.ids()))
    assert "SN10499.png" in window.review.empty.title.text()
    before = window.review.empty.title.text()
    window.review.message.show_message("The disk is full", MessageKind.ERROR)
    speak(station, "de", qtbot)
    assert "SN10499.png" in window.review.empty.title.text() != before
    assert window.review.message.isVisible()
    assert window.review.message.text.text() == "The disk is full"


def test_that_pictures_on_their_way_arrive_on_the_new_page(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    controller, release = station.review_state.controller, stations.hold()
    for _worker in range(2):
        station.tasks.run(release.wait, lambda _done: None)
    controller.loader.forget()
    controller.show_item(station.review_state.queue.ids()[3])
    assert not controller.can_judge()
    speak(station, "fr", qtbot)
    review = station.window.review
    assert review.centre.currentWidget() is review.empty
    assert review.empty.title.text()
    release.set()
    wait_until(qtbot, controller.can_judge)
    assert review.centre.currentWidget() is review.panels
    assert review.panels.board() == controller.current


def test_that_a_judgment_that_is_being_written_is_told_on_the_new_page(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    controller, release = station.review_state.controller, stations.hold()
    controller.patience_s = 0.0
    station.tasks.write(release.wait)
    before = controller.current
    qtbot.keyClick(station.window, Key.Key_2)
    assert kinds(station) == []
    assert not controller.can_judge()
    speak(station, "de", qtbot)
    qtbot.keyClick(station.window, Key.Key_1)  # nothing is judged twice
    release.set()
    wait_until(qtbot, controller.can_judge)
    assert [kind for _serial, kind in kinds(station)] == [JudgmentKind.NG]
    assert station.window.review.panels.board() == controller.current != before
    qtbot.keyClick(station.window, Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    wait_until(qtbot, lambda: kinds(station)[-1][1] is JudgmentKind.WITHDRAWN)


def test_that_a_language_is_chosen_with_the_mouse(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    station.window.actions_by_name["settings"].trigger()
    box = language_box(station)
    # a popup takes a quick release for the end of the click that opened it
    interval = QApplication.doubleClickInterval()
    QApplication.setDoubleClickInterval(0)
    box.showPopup()
    view = box.view()
    wait_until(qtbot, view.isVisible)
    place = view.visualRect(view.model().index(box.findData("de"), 0)).center()
    qtbot.mouseMove(view.viewport(), place)
    qtbot.mousePress(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    qtbot.mouseRelease(view.viewport(), Qt.MouseButton.LeftButton, pos=place)
    QApplication.setDoubleClickInterval(interval)
    wait_until(qtbot, lambda: station.language_switch.language == "de")
    assert language_box(station).currentData() == "de"
    assert dialog_of(station).message.isHidden()
    close_dialog(station, qtbot)


def test_that_what_is_entered_for_a_training_stays_entered(
    stations: Stations, tmp_path: Path, settings: Settings, qtbot: QtBot
) -> None:
    line = write_tiny_line(tmp_path / "valve", train=6, good=3, defective=3)

    def entered(station: Station) -> None:
        page = station.window.training
        station.window.pages.setCurrentWidget(page)
        page.choose(line)
        wait_until(qtbot, lambda: page.jobs.phase is Phase.READY and page.jobs.dataset is not None)
        assert page.stages is not None
        page.stages.form.name.setText("valve, small")
        page.stages.form.unit.setCurrentIndex(1)
        page.stages.form.steps.setValue(70)
        page.show_stage(StageName.DATA)
        settle(qtbot, station)

    station = stations.start(bundle=False)
    entered(station)
    for language in ("de", "fr"):
        speak(station, language, qtbot)
    now = station.window.training
    assert now.stages is not None
    assert now.stages.form.name.text() == "valve, small"
    assert now.stages.form.steps.value() == 70
    assert now.body.currentWidget() is now.stages.panel(StageName.DATA)
    settle(qtbot, station)
    changed = spoken(now)
    picture(station.window, "training-fr")
    stations.stop(station)
    settings.set("language", "fr")
    station = stations.start(bundle=False)
    entered(station)
    assert changed == spoken(station.window.training)


@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_that_the_top_bar_fits_the_smallest_screen_before_anybody_is_named(
    stations: Stations, settings: Settings, qtbot: QtBot, language: str
) -> None:
    settings.set("language", language)
    settings.set("operator", "")
    station = stations.start(bundle=False)
    station.window.resize(1366, 768)
    settle(qtbot, station)
    assert not cut_off(station.window.bar)
