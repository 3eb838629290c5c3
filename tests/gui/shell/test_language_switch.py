"""A change of language: every text changes at once, the state of the user is kept, and nothing is leaked."""

from __future__ import annotations

import gc
import shutil
import weakref
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gui.conftest import SCORES, Stations
from gui.cut_off import cut_off
from gui.fakes import HeldInspector, draw_board
from gui.language_change import (
    close_dialog,
    comparison_shown,
    dialog_of,
    inspector_of,
    kinds,
    language_box,
    picture,
    speak,
)
from gui.spoken import spoken, spoken_actions
from gui.waiting import settle, wait_until
from PySide6.QtCore import QObject, Qt, QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.app import Station
from vqganodip_gui.i18n import translation
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.services.settings import Settings

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


@pytest.mark.parametrize("changes", [11, pytest.param(20, marks=pytest.mark.long)])
def test_that_many_changes_leave_nothing_over(
    stations: Stations,
    fitted: Path,
    boards: Path,
    press: Press,
    settings: Settings,
    qtbot: QtBot,
    qapp: QApplication,
    changes: int,
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
    for number in range(changes):
        frame = window.centralWidget()
        assert frame is not None
        gone += [weakref.ref(part) for part in (frame, *frame.findChildren(QObject))]
        gone += [weakref.ref(action) for action in window.actions()]
        del frame
        speak(station, ("fr", "de", "en")[number % 3], qtbot)
        settle(qtbot, station)
        counts.append(there())
    assert len(gone) > changes * 300
    handed_on = window.threshold.calibration_boards  # loaded boards are handed on to the new page
    left = [part for ref in gone if (part := ref()) is not None and part is not handed_on]
    assert not left
    assert len(set(counts[3:])) <= 3, counts  # one for each language: no two of them have the same number of labels
    assert counts[5:8] == counts[-3:]
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


def test_that_a_language_chosen_as_the_window_closes_waits_for_the_next_start(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    frame = station.window.centralWidget()
    station.settings.set("language", "de")
    station.window.close()
    station.language_switch._change()
    assert station.language_switch.language == "en"
    assert station.window.centralWidget() is frame
    stations.stop(station)
