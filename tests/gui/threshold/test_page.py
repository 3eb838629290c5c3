"""The threshold page: look, type, snap, sign, refuse, go back; and what is signed counts from the next board on."""

from __future__ import annotations

import os
import shutil
from pathlib import Path

import pytest
from gui.conftest import ON_BOTH, Stations
from gui.cut_off import cut_off
from gui.fakes import DrawnBoardInspector, draw_board
from gui.keys import type_into
from gui.waiting import settle, wait_until
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.store.hash_chain import verify_changes
from vqganodip_gui.app import Station
from vqganodip_gui.i18n.translation import choose_language
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.threshold.change_dialog import ChangeDialog
from vqganodip_gui.threshold.escape_dialog import EscapeDialog
from vqganodip_gui.threshold.page import ThresholdPage
from vqganodip_gui.threshold.report_pdf import html, plots

SHIPPED = demo_bundle("gearbox")

on_both = pytest.mark.parametrize("stations", ON_BOTH, indirect=True)


@pytest.fixture
def fitted(tmp_path: Path) -> Path:
    """The shipped bundle in the place of the station's."""
    shutil.copytree(SHIPPED, tmp_path / "bundle")
    return tmp_path / "bundle"


def opened(station: Station, qtbot: QtBot) -> ThresholdPage:
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.draft.calibration is not None)
    return page


def picture(station: Station, name: str) -> None:
    if os.environ.get("VQGANODIP_PICTURES"):
        station.window.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / f"{name}.png"))


def dialog_of(page: ThresholdPage, asked: QDialog | None) -> ChangeDialog:
    assert isinstance(asked, ChangeDialog)
    assert asked.parent() is page
    return asked


@on_both
def test_that_the_line_shows_what_it_means_before_it_means_anything(
    stations: Stations, fitted: Path, qtbot: QtBot
) -> None:
    station = stations.start()
    page = opened(station, qtbot)
    assert page.draft.calibration is not None
    own = page.draft.calibration.bundle_threshold
    assert page.draft.flag_from == own
    assert page.view.rows[0][1].text() == "0 of 150"
    assert "with 95 % confidence the true miss rate is below 2.0 %" in page.view.proof.text()
    assert "149 more defects without a miss would prove 1 %" in page.view.proof.text()
    assert not page.view.change.isEnabled()
    assert page.view.roc is not None
    assert "1 % cannot be promised with 95 % confidence: that takes 299 defects" in page.view.roc.promise.text()
    assert "5 % holds with 95 % confidence up to a threshold of 0." in page.view.roc.promise.text()
    page.view.tabs.setCurrentWidget(page.view.roc)
    wait_until(qtbot, lambda: page.view.boards.names.count() == 10)
    picture(station, "threshold-no-miss")
    page.setFocus()
    for _ in range(3):
        qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    qtbot.keyClick(page, Qt.Key.Key_Left)
    assert page.draft.flag_from == pytest.approx(own + 0.029)
    missed = page.draft.calibration.missed(page.draft.flag_from)
    assert page.view.rows[0][1].text() == f"{len(missed)} of 150"
    wait_until(qtbot, lambda: page.view.boards.names.count() == len(missed))
    assert page.view.change.isEnabled()
    qtbot.keyClick(page, Qt.Key.Key_Z)
    assert page.draft.flag_from == page.draft.calibration.threshold.value
    page.view.typed.setValue(0.5)
    assert page.draft.flag_from == 0.5
    counts = page.draft.calibration.counts(0.5)
    assert page.view.roc.place.getData()[0][0] == pytest.approx(counts.fpr)
    assert page.view.rows[10][1].text() == f"{100 * (counts.fpr or 0):.1f} %"
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert page.draft.flag_from == own
    assert station.context.workspace is not None
    assert station.context.workspace.repository.threshold_changes() == []


@on_both
def test_that_a_line_let_go_near_the_lowest_defect_snaps_to_it(
    stations: Stations, fitted: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    page = opened(stations.start(), qtbot)
    assert page.view.histogram is not None
    assert page.draft.calibration is not None
    page.view.histogram.line.setValue(page.draft.calibration.threshold.value + 0.006)
    assert page.draft.flag_from == pytest.approx(page.draft.calibration.threshold.value + 0.006)
    page.view.histogram.settled.emit(page.draft.flag_from)
    assert page.draft.flag_from == page.draft.calibration.threshold.value
    page.view.histogram.bar_clicked.emit(0.975, 1.0)
    assert page.view.boards.names.count() == len(page.draft.calibration.between(0.975, 1.0)) > 10
    assert page.view.classifiers.topLevelItem(0).text(0) == f"{page.draft.calibration.report.chosen} (chosen)"  # type: ignore[union-attr]
    assert page.view.metrics.topLevelItemCount() == len(page.draft.calibration.report.influences) > 0
    page.export_to(tmp_path / "page.html")
    wait_until(qtbot, (tmp_path / "page.html").is_file)
    assert "Calibration report: gearbox" in (tmp_path / "page.html").read_text(encoding="utf-8")
    page.move_to(0.2, 0.9)
    page.export_to(tmp_path / "page.pdf")
    pdf = (tmp_path / "page.pdf").read_bytes()
    assert pdf.startswith(b"%PDF-")
    assert pdf.rstrip().endswith(b"%%EOF")
    assert len(pdf) > 20_000  # the plots are in it
    report = page.report()
    assert report is not None
    document = html(report.texts, 700)
    assert (
        f"In force: {page.draft.calibration.threshold.value:.4f}, as the bundle came<br>"
        "Drawn here and not in force: 0.2000 (doubtful up to 0.9000)"
    ) in document
    assert "A miss rate of at most 1 % cannot be promised" in document
    for picture in plots(page.draft.calibration, page.draft.thresholds()).values():
        corner, width = picture.pixelColor(2, 2), picture.width()
        assert corner.lightness() > 240, "paper is white in the dark theme too"
        edge = picture.copy(width - width // 12, 0, width // 12, picture.height())
        darkest = min(
            edge.pixelColor(x, y).lightness() for x in range(0, edge.width(), 3) for y in range(edge.height())
        )
        assert darkest < 200, "the plot reaches to its right end"
    page.export_to(tmp_path / "page.html" / "page.pdf")  # a file is no folder
    assert "cannot be written" in page.message.text.text()
    page.view.logarithmic.setChecked(True)
    page.view.logarithmic.setChecked(False)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
@on_both
def test_that_a_change_is_signed_refused_and_taken_back(stations: Stations, fitted: Path, qtbot: QtBot) -> None:
    station = stations.start()
    page = opened(station, qtbot)
    assert station.context.workspace is not None
    repository = station.context.workspace.repository
    page.move_to(0.02)
    ask = dialog_of(page, page.changes.ask_change())
    assert ask.ok.isEnabled()  # nothing is missed below the lowest defect
    ask.accept()
    wait_until(qtbot, lambda: len(page.draft.changes) == 1)
    page.move_to(0.3)
    ask = dialog_of(page, page.changes.ask_change())
    assert not ask.ok.isEnabled()
    ask.reject()
    page.changes.activate("")  # the engine refuses as well
    assert len(repository.threshold_changes()) == 1
    ask = dialog_of(page, page.changes.ask_change())
    ask.reason.setPlainText("Agreed with quality")
    assert ask.ok.isEnabled()
    ask.accept()
    wait_until(qtbot, lambda: len(page.draft.changes) == 2)
    newest = page.draft.changes[-1]
    assert (newest.value, newest.before, newest.operator, newest.reason) == (0.3, 0.02, "M. L.", "Agreed with quality")
    assert newest.bundle_sha256 == open_bundle(fitted).sha256
    assert page.draft.active_threshold() == 0.3
    assert page.draft.calibration is not None
    missed = page.draft.calibration.missed(0.3)
    wait_until(qtbot, lambda: page.view.boards.names.count() == len(missed) > 0)
    picture(station, "threshold-signed")
    page.view.log.table.setCurrentItem(page.view.log.table.topLevelItem(1))
    assert page.view.log.back.isEnabled()
    ask = dialog_of(page, page.changes.ask_restore())
    ask.reason.setPlainText("Two escapes")
    ask.accept()
    wait_until(qtbot, lambda: len(page.draft.changes) == 3)
    assert (page.draft.changes[-1].value, page.draft.changes[-1].returns_to) == (0.02, 1)
    assert verify_changes(repository.threshold_changes()).broken is None


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
@on_both
def test_that_the_threshold_in_force_decides_the_next_boards_and_an_escape_is_put_on_record(
    stations: Stations, fitted: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    boards = tmp_path / "boards"
    boards.mkdir()
    draw_board(boards / "SN1.png", 0.6, seed=1)
    inspector = DrawnBoardInspector.open(fitted)
    inspector.bundle_sha256 = open_bundle(fitted).sha256
    station = stations.start(inspector=inspector)
    page = opened(station, qtbot)
    page.move_to(0.7)
    page.changes.activate("Trial")
    wait_until(qtbot, lambda: len(page.draft.changes) == 1)
    station.context.set_sources(fitted, boards)
    assert station.context.inspect()
    controller = station.window.review.controller
    wait_until(qtbot, lambda: not station.engine.busy())
    assert station.context.workspace is not None
    item = station.context.workspace.repository.item(1)
    assert (item.inspection.threshold, item.inspection.verdict.value) == (0.7, "pass")
    wait_until(qtbot, lambda: page.signable() is not None)  # it is read again after a change
    ask = page.changes.ask_escape()
    assert isinstance(ask, EscapeDialog)
    ask.serial.setText("SN2")
    ask.find_board()
    assert "No board with the serial number SN2" in ask.message.text()
    assert not ask.record.isEnabled()
    ask.serial.setText("sn1")
    qtbot.keyClick(ask.serial, Qt.Key.Key_Return)
    assert "passed by the machine at a threshold of 0.7000; not judged" in ask.message.text()
    assert f"A threshold of {item.inspection.score:.4f} would have caught it" in ask.message.text()
    ask.comment.setPlainText("No output on channel 3")
    if os.environ.get("VQGANODIP_PICTURES"):
        ask.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / "threshold-escape.png"))
    qtbot.mouseClick(ask.record, Qt.MouseButton.LeftButton)
    (judgment,) = station.context.workspace.repository.judgments()
    assert (judgment.kind.value, judgment.operator) == ("ng", "M. L.")
    assert judgment.comment == "Escape: failed after it had left. No output on channel 3"
    assert page.draft.flag_from == pytest.approx(item.inspection.score)
    assert page.draft.active_threshold() == 0.7  # proposed, not set
    assert controller is not None


@on_both
def test_that_a_bundle_without_a_score_says_what_to_do(stations: Stations, qtbot: QtBot) -> None:
    station = stations.start()  # an empty folder in place of a bundle
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: bool(page.view.protocol.text()))
    assert page.draft.calibration is None
    assert not page.view.change.isEnabled()


@on_both
def test_that_every_threshold_of_the_page_typed_back_misses_exactly_the_same(
    stations: Stations, fitted: Path, qtbot: QtBot
) -> None:
    page = opened(stations.start(), qtbot)
    calibration = page.draft.calibration
    assert calibration is not None
    for threshold in sorted(set(calibration.scores.tolist()))[::20]:
        page.move_to(threshold)
        shown = page.view.typed.text()
        assert float(shown) <= threshold
        page.move_to(0.999)
        type_into(page.view.typed, shown.replace(".", ","))
        assert page.draft.flag_from == float(shown)
        assert calibration.missed(page.draft.flag_from) == calibration.missed(threshold)
        assert calibration.counts(page.draft.flag_from) == calibration.counts(threshold)
        assert page.view.rows[0][1].text() == f"{len(calibration.missed(threshold))} of 150"


@on_both
def test_that_the_log_says_where_a_change_came_from_and_offers_no_way_to_where_it_is(
    stations: Stations, fitted: Path, qtbot: QtBot
) -> None:
    page = opened(stations.start(), qtbot)
    calibration = page.draft.calibration
    assert calibration is not None
    to = [float(f"{share * calibration.bundle_threshold:.4f}") for share in (0.7, 0.9)]
    for number, threshold in enumerate(to, start=1):
        page.move_to(threshold)
        page.changes.activate("")
        wait_until(qtbot, lambda done=number: len(page.draft.changes) == done)
    newest, first = (page.view.log.table.topLevelItem(row) for row in range(2))
    assert newest is not None
    assert first is not None
    assert first.text(3) == calibration.threshold_text(calibration.bundle_threshold)
    assert newest.text(3) == f"{to[0]:.4f}"
    page.view.log.table.setCurrentItem(newest)
    assert not page.view.log.back.isEnabled(), "it is in force"
    page.view.log.table.setCurrentItem(first)
    assert page.view.log.back.isEnabled()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
@on_both
def test_that_the_words_beside_the_line_are_shown_only_where_they_are_whole(
    stations: Stations, fitted: Path, qtbot: QtBot, qapp: QApplication
) -> None:
    station = stations.start()
    station.window.resize(1366, 768)
    page = opened(station, qtbot)
    settle(qtbot, station)
    histogram = page.view.histogram
    assert histogram is not None
    box = histogram.plot.getPlotItem().vb
    seen: set[tuple[bool, bool]] = set()
    for hundredths in range(2, 100, 3):
        page.move_to(hundredths / 100)
        words = (histogram._passes, histogram._flags)
        for word in words:
            if word.isVisible():
                assert box.sceneBoundingRect().contains(word.mapRectToScene(word.boundingRect()).adjusted(1, 1, -1, -1))
        seen.add((words[0].isVisible(), words[1].isVisible()))
    assert seen == {(False, True), (True, True), (True, False)}


@on_both
def test_that_the_log_lists_what_a_threshold_was_applied_to(
    stations: Stations, fitted: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    boards = tmp_path / "boards"
    boards.mkdir()
    draw_board(boards / "SN1.png", 0.6, seed=1)
    inspector = DrawnBoardInspector.open(fitted)
    inspector.bundle_sha256 = open_bundle(fitted).sha256
    station = stations.start(inspector=inspector, boards=boards)
    wait_until(qtbot, lambda: station.window.review.controller.count() == 1 and not station.engine.busy())
    page = opened(station, qtbot)
    page.move_to(0.7)
    page.changes.activate("Trial")
    log = page.view.log
    wait_until(qtbot, lambda: not log.apply.isHidden())
    log.apply.click()
    wait_until(qtbot, lambda: log.table.topLevelItemCount() == 3)
    applied, change, _own = (log.table.topLevelItem(row) for row in range(3))
    assert applied is not None
    assert change is not None
    assert [applied.text(column) for column in (0, 2, 3, 4, 5)] == ["1", "M. L.", "", "0.7000", ""]
    what = "Applied to 1 unjudged board: 0 flagged, 1 passed"
    assert applied.text(6) == what
    assert change.text(6) == "Trial\nRule: known defects"
    assert log.apply.isHidden()
    page.move_to(0.8)
    page.changes.activate("Second trial")
    wait_until(qtbot, lambda: len(page.draft.changes) == 2)
    log.table.setCurrentItem(next(i for i in log.table.findItems("Applied", Qt.MatchFlag.MatchStartsWith, 6)))
    assert not log.back.isEnabled(), "the way back is from the change"
    exported = next(rows for title, _, rows in page.view.texts().tables if title == "Changes")
    assert [row[6] for row in exported[:3]] == [
        "Second trial\nRule: known defects",
        what,
        "Trial\nRule: known defects",
    ]


@on_both
def test_that_letters_with_ctrl_are_no_keys_of_the_page(stations: Stations, fitted: Path, qtbot: QtBot) -> None:
    page = opened(stations.start(), qtbot)
    for key, held, wanted in (
        (Qt.Key.Key_B, Qt.KeyboardModifier.ControlModifier, False),
        (Qt.Key.Key_B, Qt.KeyboardModifier.NoModifier, True),
    ):
        override = QKeyEvent(QEvent.Type.ShortcutOverride, key, held)
        override.ignore()
        QCoreApplication.sendEvent(page, override)
        assert override.isAccepted() is wanted


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
@pytest.mark.parametrize("language", ["en", "de", "fr"])
@on_both
def test_that_the_figures_stay_whole_with_a_band_on_the_smallest_screen(
    stations: Stations, fitted: Path, settings: Settings, qapp: QApplication, qtbot: QtBot, language: str
) -> None:
    settings.set("language", language)
    station = stations.start()
    station.window.resize(1366, 768)
    page = opened(station, qtbot)
    calibration = page.draft.calibration
    assert calibration is not None
    try:
        for tab in range(page.view.tabs.count()):
            page.view.tabs.setCurrentIndex(tab)
            for flag_from in (calibration.bundle_threshold, 0.19):
                page.move_to(flag_from, 0.83)
                settle(qtbot, station)
                assert not cut_off(page.view)
    finally:
        settings.set("language", "en")
        choose_language(qapp, "en")
