"""Every page and every dialog in every language, on the smallest screen: no text is cut off, none stays English.

    VQGANODIP_PICTURES=build/pictures pytest -m long tests/gui/shell/test_pictures.py

With the variable, each of them is saved as ``<page or dialog>-<language>.png``.
"""

from __future__ import annotations

import importlib
import os
import pkgutil
import re
import shutil
from collections.abc import Iterator
from pathlib import Path
from typing import Final

import numpy as np
import pytest
from engine.tiny_boards import write_tiny_line
from engine.turing_studies import pairs, small_study
from gui.conftest import SCORES, Stations
from gui.cut_off import cut_off
from gui.fakes import DrawnBoardInspector
from gui.i18n.test_translations import translations
from gui.shift_history import write_history
from gui.spoken import spoken
from gui.threshold.test_recalibration import confirm
from gui.turing.test_page import QUICK, begun
from gui.waiting import settle, turn, wait_until
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication, QDialog, QMenu, QMessageBox, QWidget
from pytestqt.qtbot import QtBot

import vqganodip_gui
from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration.normal_calibration import NormalCalibration
from vqganodip.calibration.recalibrate import Recalibrated
from vqganodip.errors import Message
from vqganodip.review.accounts import Role
from vqganodip.review.gate_labels import gate_labels
from vqganodip.review.judgments import JudgmentKind, QueueState
from vqganodip.review.rules import read_rules
from vqganodip.scoring.region_gate import GateReport
from vqganodip.turing.session.unblinding import unblind
from vqganodip.turing.simulated_observers import Observer, simulate_study
from vqganodip.turing.study.audit import AuditRow, AuditTable, AuditVerdict
from vqganodip.turing.study.image_features import PIPELINE
from vqganodip_gui.app import Station
from vqganodip_gui.i18n import translation
from vqganodip_gui.parts.dialog import PartsDialog
from vqganodip_gui.records.gate_dialogs import LearningDialog, LevelDialog
from vqganodip_gui.review.rules_dialog import ReviewRulesDialog
from vqganodip_gui.review.work_order_dialog import WorkOrderDialog
from vqganodip_gui.services.login_session import LoginSession
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.shell.about_dialog import AboutDialog
from vqganodip_gui.shell.error_dialog import ErrorDialog
from vqganodip_gui.shell.key_bindings_dialog import KeyBindingsDialog
from vqganodip_gui.shell.login_dialog import LoginDialog, PeopleDialog
from vqganodip_gui.shell.operator_dialog import OperatorDialog
from vqganodip_gui.shell.settings_dialog import SettingsDialog
from vqganodip_gui.shell.shortcuts_dialog import ShortcutsDialog
from vqganodip_gui.shell.workspace_dialog import NewWorkspaceDialog
from vqganodip_gui.threshold.escape_dialog import EscapeDialog
from vqganodip_gui.threshold.growing_dialog import GrowingDialog
from vqganodip_gui.threshold.recalibration_dialog import RecalibrationDialog
from vqganodip_gui.training.bundle_summary import read_summary
from vqganodip_gui.training.close_dialog import CloseDialog
from vqganodip_gui.training.job_controller import Phase
from vqganodip_gui.training.rename_dialog import RenameDialog
from vqganodip_gui.training.stage_bar import StageName
from vqganodip_gui.turing.study_dialogs import audit_dialog

pytestmark = [
    pytest.mark.long,
    pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise", "grabbing the keyboard"),
]

SCREEN: Final = (1366, 768)
LARGEST_DIALOG: Final = (1366, 728)
"""The screen without a task bar."""

LANGUAGES: Final = ("en", "fr", "de")

SAME: Final = {
    "fr": frozenset(
        {
            "BIDS…", "CSV…", "Cividis", "Code", "Deutsch", "Dist.", "English", "Français", "Image", "Images",
            "Interruptions", "Lot", "Magma", "Menu", "Original", "Participant", "Participants", "Reconstruction",
            "Score", "Segmentation", "Version", "minutes",
        }
    ),
    "de": frozenset(
        {
            "Administrator", "BIDS…", "CSV…", "Cividis", "Code", "Deutsch", "Dist.", "English", "Français", "Magma",
            "Name", "Original", "Score", "Station", "Training", "Version", "normal",
        }
    ),
}  # fmt: skip
"""Texts that are the same in English."""

ENGLISH: Final = re.compile(r"(?<![\w-])(the|of|and|with|is|are|from|board|boards|this|that|been|has)(?![\w-])", re.I)
"""Words that give away an English sentence, also within a French or German one."""

PATHS: Final = re.compile(r"\S*/\S*")
"""Names of files and folders, which no language changes."""


def dialog_classes() -> set[type[QDialog]]:
    """The dialogs of the window: those that no other one is made from."""
    for module in pkgutil.walk_packages(vqganodip_gui.__path__, "vqganodip_gui."):
        if not module.name.endswith("__main__"):
            importlib.import_module(module.name)
    found: set[type[QDialog]] = set()
    waiting: list[type[QDialog]] = [QDialog]
    while waiting:
        below = waiting.pop().__subclasses__()
        waiting += below
        found |= {kind for kind in below if kind.__module__.startswith("vqganodip_gui.") and not kind.__subclasses__()}
    return found


class Tour:
    """A walk through one station: looks at what is shown, remembers its texts and its faults, and saves its picture."""

    def __init__(self, station: Station, language: str, qtbot: QtBot) -> None:
        self.station, self.language, self.qtbot = station, language, qtbot
        self.window = station.window
        self.texts: dict[tuple[object, ...], str] = {}
        self.faults: list[str] = []
        self.seen: set[type[QDialog]] = set()
        folder = os.environ.get("VQGANODIP_PICTURES")
        self._folder = Path(folder) if folder else None

    def page(self, name: str) -> None:
        """Look at the window as it is."""
        settle(self.qtbot, self.station)
        self._limit(name, self.window, SCREEN)
        self._look(name, self.window)

    def dialog(self, name: str, dialog: QDialog | None) -> None:
        """Look at a dialog and leave it open."""
        assert dialog is not None
        if not dialog.isVisible():
            dialog.open()
        settle(self.qtbot, self.station)
        self.seen.add(type(dialog))
        self._limit(name, dialog, LARGEST_DIALOG)
        self._look(name, dialog)

    def closed(self, name: str, dialog: QDialog | None) -> None:
        """Look at a dialog and close it."""
        self.dialog(name, dialog)
        assert dialog is not None
        dialog.reject()
        turn()

    def menu(self, name: str, menu: QMenu) -> None:
        menu.popup(self.window.pos())
        turn()
        self._limit(name, menu, LARGEST_DIALOG)
        self.texts |= {(name, number): action.text() for number, action in enumerate(menu.actions())}
        self._save(name, menu)
        menu.close()

    def _limit(self, name: str, widget: QWidget, size: tuple[int, int]) -> None:
        if widget.width() > size[0] or widget.height() > size[1]:
            self.faults.append(f"{name}-{self.language}: is {widget.width()}×{widget.height()} large")

    def _look(self, name: str, widget: QWidget) -> None:
        self.faults += [f"{name}-{self.language}: {fault}" for fault in cut_off(widget)]
        self.texts |= {(name, *place): text for place, text in spoken(widget).items()}
        self._save(name, widget)

    def _save(self, name: str, widget: QWidget) -> None:
        if self._folder is not None:
            self._folder.mkdir(parents=True, exist_ok=True)
            assert widget.grab().save(str(self._folder / f"{name}-{self.language}.png"))


@pytest.fixture
def english_afterwards(qapp: QApplication) -> Iterator[None]:
    yield
    translation.choose_language(qapp, "en")


def inspector_of(bundle: Path) -> DrawnBoardInspector:
    inspector = DrawnBoardInspector.open(bundle)
    inspector.bundle_sha256 = open_bundle(bundle).sha256
    return inspector


def write_studies(folder: Path) -> None:
    """A study with one of two sessions, and one that is unblinded."""
    folder.mkdir(parents=True)
    small = small_study(folder / "begun", QUICK, given=pairs(10, (240, 160)), study_id="begun")
    simulate_study(small, [Observer()])
    done = small_study(folder / "opened", QUICK, participants=4, given=pairs(10, (240, 160)), study_id="opened")
    simulate_study(done, [Observer(0.3 * number, 0.1) for number in range(4)])
    unblind(done, "M. L.")


def fill(stations: Stations, boards: Path, inspector: DrawnBoardInspector, qtbot: QtBot) -> None:
    """Judge boards, confirm two of them, change the threshold: every page has something to show afterwards."""
    station = stations.start(boards, inspector=inspector)
    window, controller = station.window, station.window.review.controller
    wait_until(qtbot, lambda: controller.count() == len(SCORES) and not station.engine.busy())
    assert station.context.workspace is not None
    repository = station.context.workspace.repository
    write_history(repository, repository.item(1), 120)
    confirm(station, 1, JudgmentKind.NG)
    confirm(station, 6, JudgmentKind.OK)
    page = window.threshold
    window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.draft.calibration is not None)
    for number, value in enumerate((0.4, 0.5), start=1):
        page.view.typed.setValue(value)
        page.changes.activate("better light")
        wait_until(qtbot, lambda number=number: len(repository.threshold_changes()) == number)
    settle(qtbot, station)
    stations.stop(station)


def tour_review(tour: Tour) -> None:
    window, review = tour.window, tour.window.review
    wait_until(tour.qtbot, lambda: review.controller.can_judge() and not tour.station.engine.busy())
    window.pages.setCurrentWidget(review)
    review.queue_pane.state.setCurrentIndex(review.queue_pane.state.findData(QueueState.ALL))
    settle(tour.qtbot, tour.station)
    review.controller.show_item(2)
    wait_until(tour.qtbot, review.controller.can_judge)
    tour.page("review")
    window.actions_by_name["next_region"].trigger()
    window.actions_by_name["region_ng"].trigger()
    window.actions_by_name["toggle_maximised"].trigger()
    tour.page("review-regions")
    window.actions_by_name["toggle_maximised"].trigger()
    review.find_serial("X99999")
    tour.page("review-not-found")
    review.message.hide()
    menus = [action.menu() for action in window._menu.actions()]
    for number, menu in enumerate((window._menu, *menus)):
        assert isinstance(menu, QMenu)
        tour.menu(f"menu-{number}", menu)


def tour_records(tour: Tour) -> None:
    page = tour.window.records
    tour.window.pages.setCurrentWidget(page)
    page.period.setCurrentIndex(page.period.count() - 1)
    wait_until(tour.qtbot, lambda: page.model.rowCount() > 0)
    for index, name in enumerate(("list", "shift", "people", "places")):
        page.tabs.setCurrentIndex(index)
        settle(tour.qtbot, tour.station)
        tour.page(f"records-{name}")
    page.tabs.setCurrentIndex(0)


def tour_threshold(tour: Tour) -> None:
    page, station = tour.window.threshold, tour.station
    tour.window.pages.setCurrentWidget(page)
    wait_until(tour.qtbot, lambda: page.draft.calibration is not None and page.view.boards.names.count() > 0)
    for index in range(page.view.tabs.count()):
        page.view.tabs.setCurrentIndex(index)
        tour.page(f"threshold-{index}")
    page.view.tabs.setCurrentIndex(1)
    log = page.view.log.table
    log.setCurrentItem(log.topLevelItem(log.topLevelItemCount() - 1))
    tour.closed("threshold-restore", page.changes.ask_restore())
    page.view.typed.setValue(0.9)
    tour.page("threshold-moved")
    tour.closed("threshold-change-misses", page.changes.ask_change())
    page.view.typed.setValue(0.05)
    tour.closed("threshold-change", page.changes.ask_change())
    escape = page.changes.ask_escape()
    tour.dialog("escape", escape)
    assert isinstance(escape, EscapeDialog)
    escape.serial.setText("SN10440")
    escape.find_board()
    tour.closed("escape-found", escape)
    confirmed = page.changes.ask_confirmed()
    assert isinstance(confirmed, RecalibrationDialog)
    wait_until(tour.qtbot, lambda: confirmed.offer is not None)
    tour.dialog("recalibration", confirmed)
    calibration = page.draft.bundle_calibration
    assert calibration is not None
    assert confirmed.offer is not None
    confirmed._show_result(Recalibrated(calibration, calibration, confirmed.offer.entries))
    tour.closed("recalibration-result", confirmed)
    settle(tour.qtbot, station)


def tour_turing(tour: Tour, tmp_path: Path) -> None:
    page, qtbot = tour.window.turing, tour.qtbot
    tour.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.stack.currentWidget() is page.empty)
    tour.page("turing-empty")
    tour.closed("prepare", page.ask_prepare())
    studies = tmp_path / "studies"
    tour.station.settings.set("studies", f"{studies / 'begun'}\n{studies / 'opened'}")
    page.refresh()
    page.open_study(studies / "begun")
    wait_until(qtbot, lambda: page.state is not None and page.state.finished == 1)
    tour.page("turing-study")
    preflight = page.ask_session()
    tour.dialog("preflight", preflight)
    begun(page, qtbot, preflight)
    tour.closed("preflight-checked", preflight)
    tour.closed("unblind", page.ask_unblind())
    tour.closed("withdraw", page.ask_withdraw())
    assert page.state is not None
    limits = {"low": 0.4, "high": 0.6}
    note = Message("audit-tells-apart", "tells fakes from reals; red outside {low} to {high}", limits)
    rows = tuple(AuditRow(name, "pipeline", 0.9, 0.8, 1.0, AuditVerdict.RED, note) for name in list(PIPELINE)[:4])
    tour.closed("audit", audit_dialog(AuditTable(rows, 8, ""), lambda _: None, page))
    page.open_study(studies / "opened")
    view = page.view.results
    wait_until(qtbot, lambda: view.table.topLevelItemCount() == 4 and view.gallery.count() > 0)
    for index, name in enumerate(("results", "gallery")):
        view.tabs.setCurrentIndex(index)
        tour.page(f"turing-{name}")
    tour.station.settings.set("studies", "")


def tour_model(tour: Tour, line: Path) -> None:
    page, qtbot = tour.window.training, tour.qtbot
    tour.window.pages.setCurrentWidget(page)
    settle(qtbot, tour.station)
    tour.page("model-empty")
    page.tabs.setCurrentIndex(1)
    wait_until(qtbot, lambda: page.model_list is not None and bool(page.model_list.entries))
    tour.page("model-models")
    gearbox = next(row.bundle for row in page.model_list.entries)  # type: ignore[union-attr]
    tour.closed("parts", PartsDialog(tour.station.context, gearbox, "gearbox", page))
    page.tabs.setCurrentIndex(0)
    page.choose(line)
    wait_until(qtbot, lambda: page.jobs.phase is Phase.READY)
    assert page.stages is not None
    for name in StageName:
        page.show_stage(name)
        tour.page(f"model-{name}")
    workspace = tour.station.context.workspace
    assert workspace is not None
    page.stages.show_bundle(read_summary(workspace.folder / "models" / "gearbox" / "1"))
    for name in list(StageName)[2:]:
        page.show_stage(name)
        tour.page(f"model-{name}-done")
    look: list[QMessageBox] = []

    def answer() -> None:
        box = QApplication.activeModalWidget()
        assert isinstance(box, QMessageBox)
        look.append(box)
        tour.dialog("model-discard", box)
        box.reject()

    QTimer.singleShot(0, answer)
    page._confirm_cancel()
    assert look


def tour_dialogs(tour: Tour, tmp_path: Path) -> None:
    window, context, settings = tour.window, tour.station.context, tour.station.settings
    assert context.workspace is not None
    repository = context.workspace.repository
    example = Path("AB123_L42.png")
    tour.closed("settings", SettingsDialog(settings, window))
    tour.closed("key-sheet", ShortcutsDialog(window.keys, window))
    tour.closed("key-bindings", KeyBindingsDialog(window.keys, window))
    tour.closed("operator", OperatorDialog(settings, window))
    tour.closed("review-rules", ReviewRulesDialog(read_rules(repository), lambda _: None, window))
    tour.closed("work-order", WorkOrderDialog(settings, example, window))
    tour.closed("about", AboutDialog(window))
    trace = "Traceback (most recent call last):\nValueError: …"
    tour.closed("error", ErrorDialog("ValueError: 3", trace, tmp_path / "ws" / "logs" / "vqganodip.log", window))
    tour.closed("close-training", CloseDialog(training=True, parent=window))
    tour.closed("close-measuring", CloseDialog(training=False, parent=window))
    tour.closed("people-first", PeopleDialog(context.login, window))
    tour.closed("log-in", LoginDialog(context.login, window))
    tour.closed("new-workspace", NewWorkspaceDialog(tmp_path, window))
    tour.closed("rename", RenameDialog("gearbox", None, "M. L.", closed=False, parent=window))
    bundle = open_bundle(tmp_path / "bundle")
    labels = gate_labels(repository, bundle.sha256)
    tour.closed("learn-gate", LearningDialog(context, context.workspace, bundle.folder, labels, window))
    report = GateReport(defects=26, cleared=0, looks=40, spared=12, good=81, normal=150, regions=31, from_score=0.4)
    tour.closed("gate-level", LevelDialog("a" * 64, report, None, window))
    scores = NormalCalibration(np.linspace(0.1, 0.4, 20), 0.45, bundle.folder, bundle.sha256, "b" * 64)
    growing = GrowingDialog(context, context.workspace, scores, tmp_path, window)
    wait_until(tour.qtbot, lambda: growing.offer is not None)
    tour.closed("grow", growing)


def tour_people(tour: Tour, login: LoginSession) -> None:
    """People and log-in where people are registered."""
    if not login.closed:
        for name, role in (("A. D.", Role.ADMIN), ("O. P.", Role.OPERATOR), ("E. N.", Role.ENGINEER)):
            login.register(name, role, "0000")
    people = PeopleDialog(login, tour.window)
    people.name.setText("X")
    people.register_person()
    people.role.setCurrentIndex(people.role.findData(Role.ADMIN.value))
    tour.closed("people", people)
    dialog = LoginDialog(login, tour.window)
    dialog.accept()
    tour.closed("log-in-refused", dialog)


Texts = dict[tuple[object, ...], str]


def untranslated(language: str, english: Texts, foreign: Texts) -> set[str]:
    """Texts of another language that are those of English, or have English words."""
    known, found = translations(language), set()
    for place, text in foreign.items():
        same = text == english.get(place) and text in known and text not in SAME[language]
        if (same and re.search(r"[^\W\d_]{3}", text)) or ENGLISH.search(PATHS.sub("", text)):
            found.add(f"{place[0]}-{language}: {text!r}")
    return found


@pytest.mark.usefixtures("english_afterwards")
def test_that_every_page_and_dialog_shows_its_texts_whole_in_every_language(
    stations: Stations, boards: Path, tmp_path: Path, settings: Settings, qtbot: QtBot
) -> None:
    shipped = demo_bundle("gearbox")
    assert shipped is not None
    shutil.copytree(shipped, tmp_path / "bundle")
    inspector = inspector_of(tmp_path / "bundle")
    line = write_tiny_line(tmp_path / "valve", train=6, good=3, defective=3)
    write_studies(tmp_path / "studies")
    settings.set("language", "en")
    settings.set("lot", "L42")
    fill(stations, boards, inspector, qtbot)
    shutil.copytree(shipped, tmp_path / "ws" / "models" / "gearbox" / "1")
    tours = {}
    for language in LANGUAGES:
        settings.set("language", language)
        station = stations.start(boards, inspector=inspector)
        station.window.resize(*SCREEN)
        tours[language] = tour = Tour(station, language, qtbot)
        tour_review(tour)
        tour_records(tour)
        tour_threshold(tour)
        tour_turing(tour, tmp_path)
        tour_dialogs(tour, tmp_path)
        tour_model(tour, line)
        stations.stop(station)
    for language in LANGUAGES:
        settings.set("language", language)
        station = stations.start(boards, inspector=inspector)
        tour = Tour(station, language, qtbot)
        tour_people(tour, station.context.login)
        tours[language].faults += tour.faults
        tours[language].texts |= tour.texts
        stations.stop(station)
    faults = [fault for tour in tours.values() for fault in tour.faults]
    for language in LANGUAGES[1:]:
        faults += sorted(untranslated(language, tours["en"].texts, tours[language].texts))
    faults += [f"{kind.__name__} is not covered" for kind in dialog_classes() - tours["en"].seen]
    assert not faults, "\n".join(["", *faults])
