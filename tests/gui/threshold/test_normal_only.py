"""The threshold page of a model without known defects: what is promised and signed, and the offer of a fit."""

from __future__ import annotations

import dataclasses
import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import numpy as np
import pytest
from engine.command_line import run
from engine.small_training import small_training
from engine.tiny_boards import tiny_board, write_tiny_line
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.waiting import wait_until
from PIL import Image as Pillow
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QListWidget
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.review.judgments import JudgmentKind, Purpose
from vqganodip.store.workspace import Workspace
from vqganodip.testing import sample_inspection, sample_judgment
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.i18n import translation
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.threshold.change_dialog import ChangeDialog
from vqganodip_gui.threshold.fit_offer import FitOffer, offer_sentences
from vqganodip_gui.threshold.page import ThresholdPage
from vqganodip_gui.threshold.recalibration_dialog import RecalibrationDialog
from vqganodip_gui.threshold.report_pdf import plots


@pytest.fixture(scope="module")
def at_once(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A model that judges at once, from 16 tiny boards."""
    folder, rng = tmp_path_factory.mktemp("good"), np.random.default_rng(11)
    for i in range(16):
        Pillow.fromarray(tiny_board(rng)).save(folder / f"board {i:02d}.png")
    bundle = tmp_path_factory.mktemp("at-once") / "bundle"
    build = ("train", folder, "--all-normal", "--depth", "at-once", "--bundle", bundle, "--product", "Sensor")
    with small_training():
        assert run(*build) == 0
    return bundle


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    """The language of the tests that follow."""
    yield
    translation.choose_language(qapp, "en")


def picture(station: Station, name: str) -> None:
    if os.environ.get("VQGANODIP_PICTURES"):
        station.window.resize(1366, 768)
        QApplication.processEvents()
        name = f"{name}-{translation.language()}.png"
        station.window.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / name))


def opened(station: Station, qtbot: QtBot) -> ThresholdPage:
    page = station.window.threshold
    station.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.normal.calibration is not None)
    return page


def confirm(workspace: Workspace, number: int, kind: JudgmentKind) -> None:
    """Record a judgment and the same judgment as second opinion of another operator."""
    plain = sample_judgment(number, kind)
    workspace.repository.add_judgment(dataclasses.replace(plain, operator="A. B."))
    workspace.repository.add_judgment(dataclasses.replace(plain, operator="C. D.", purpose=Purpose.SECOND))


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_the_page_shows_what_is_promised_and_signs_another_threshold(
    stations: Stations, at_once: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copytree(at_once, tmp_path / "bundle")
    station = stations.start()
    page = opened(station, qtbot)
    normal = page.normal
    assert normal.isVisibleTo(page)
    assert "rule “normal boards only”. 16 normal boards" in normal.about.text()
    assert (
        "at most 17.1 % of good boards like these, of the same product, camera and light, will be flagged"
        in normal.promise.text()
    )
    assert "nothing is promised about missed defects" in normal.promise.text()
    assert [(n.text(), v.text()) for n, v in normal.rows] == [
        ("Normal boards flagged", "0 of 16"),
        ("Defects missed", "unknown"),
    ]
    assert normal.standing.text().endswith("as the bundle came")
    assert "No defect is confirmed yet" in normal.offer.text()
    assert not normal.fit.isEnabled()
    assert not normal.change.isEnabled()
    picture(station, "normal-only")

    assert normal.calibration is not None
    lower = float(np.sort(normal.calibration.scores)[-2])
    normal.move_to(lower)
    assert normal.rows[0][1].text() == "2 of 16"
    assert "flags 2 of 16 normal boards" in normal.promise.text()
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_Escape)
    assert normal.flag_from == normal.calibration.bundle_threshold
    qtbot.keyClick(page, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert normal.flag_from == pytest.approx(normal.calibration.bundle_threshold - 0.01)
    normal.typed.setValue(lower)
    dialog = page.changes.ask_change()
    assert isinstance(dialog, ChangeDialog)
    assert not dialog.ok.isEnabled(), "nothing is known about misses, so a reason is needed"
    dialog.reason.setPlainText("Stricter at first")
    dialog.accept()
    assert station.context.workspace is not None
    (change,) = station.context.workspace.repository.threshold_changes()
    assert (change.reason, change.data_sha256) == ("Stricter at first", normal.calibration.data_sha256)
    wait_until(qtbot, lambda: "set on" in normal.standing.text())
    normal.log.table.setCurrentItem(normal.log.table.topLevelItem(1))
    back = page.changes.ask_restore()
    assert isinstance(back, ChangeDialog)
    back.reject()


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_a_doubtful_band_is_drawn_signed_and_exported_with_what_is_not_known(
    stations: Stations, at_once: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copytree(at_once, tmp_path / "bundle")
    station = stations.start()
    page = opened(station, qtbot)
    normal = page.normal
    assert normal.calibration is not None
    own, scores = normal.calibration.bundle_threshold, np.sort(normal.calibration.scores)
    assert not normal.band_note.isVisibleTo(page)
    normal.move_to(float(scores[-3]))
    page.setFocus()
    qtbot.keyClick(page, Qt.Key.Key_B)
    assert normal.doubtful_until == pytest.approx(max(own, scores[-3] + 0.05))
    normal.typed_doubtful_until.setValue(float(scores[-1]))
    assert normal.band_note.text().startswith(
        "Normal boards in the doubtful band: 2; above it: 1. No known defect took part"
    )
    qtbot.keyClick(page, Qt.Key.Key_Right, Qt.KeyboardModifier.ControlModifier)
    assert normal.doubtful_until == pytest.approx(scores[-1] + 0.001)
    assert normal.thresholds().flag_from == pytest.approx(scores[-3])
    dialog = page.changes.ask_change()
    assert isinstance(dialog, ChangeDialog)
    dialog.reason.setPlainText("A person looks at these")
    dialog.accept()
    assert station.context.workspace is not None
    (change,) = station.context.workspace.repository.threshold_changes()
    assert change.rule == "normal boards only"
    assert change.upper == pytest.approx(scores[-1] + 0.001)
    wait_until(qtbot, lambda: "doubtful up to" in normal.standing.text())
    assert normal.banded.isChecked()
    picture(station, "normal-only-band")
    for name in ("page.html", "page.pdf"):
        page.export_to(tmp_path / name)
        wait_until(qtbot, lambda name=name: (tmp_path / name).is_file())  # type: ignore[misc]
    text = (tmp_path / "page.html").read_text()
    assert "In force, set on" in text
    assert "(rule: normal boards only)" in text
    assert "nothing is promised about missed defects" in text
    assert "no score shows from where on a board is surely defective" in text
    assert (tmp_path / "page.pdf").read_bytes().startswith(b"%PDF")
    report = page.report()
    assert report is not None
    assert set(plots(report.found, report.thresholds)) == {"scores"}
    assert any("a decision and not a measurement" in sentence for sentence in report.texts.sentences)
    assert "Rule: normal boards only" in report.texts.tables[0][2][0][-1]
    normal.banded.click()
    assert normal.doubtful_until is None


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_that_no_text_of_the_page_is_cut_off(
    stations: Stations, settings: Settings, at_once: Path, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    shutil.copytree(at_once, tmp_path / "bundle")
    settings.set("language", language)
    station = stations.start()
    station.window.resize(1366, 768)
    page = opened(station, qtbot)
    page.normal.offer.setText(offer_sentences(FitOffer(good=1, defects=2, least=3)))
    page.normal.set_band(True)
    QApplication.processEvents()
    picture(station, "normal-only-offer")
    assert cut_off(page) == []


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_confirmed_defects_below_the_threshold_are_counted_and_named_before_it_is_signed(
    stations: Stations, at_once: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    shutil.copytree(at_once, tmp_path / "bundle")
    station = stations.start()
    page = opened(station, qtbot)
    workspace, normal = station.context.workspace, page.normal
    assert workspace is not None
    assert normal.calibration is not None
    sha256 = normal.calibration.bundle_sha256
    for number, score in ((700, 0.8), (800, 0.95)):
        inspection = dataclasses.replace(sample_inspection(number, score=score), bundle_sha256=sha256)
        item = workspace.repository.add_inspection(inspection, f"SN{number}")
        confirm(workspace, item.item_id, JudgmentKind.NG)
    page.refresh()
    wait_until(qtbot, lambda: bool(normal.confirmed))
    assert [(n.text(), v.text()) for n, v in normal.rows][1] == ("Confirmed defects missed", "0 of 2")
    normal.move_to(0.9)
    assert normal.rows[1][1].text() == "1 of 2"
    dialog = page.changes.ask_change()
    assert isinstance(dialog, ChangeDialog)
    names = dialog.findChild(QListWidget)
    assert names is not None
    assert [names.item(row).text() for row in range(names.count())] == ["SN700"]
    dialog.reject()


def test_that_the_offer_counts_what_is_there_and_what_is_missing() -> None:
    few = offer_sentences(FitOffer(good=1, defects=2, least=3))
    assert "2 defective boards and 1 good board" in few
    assert "A fit needs 3 of each; still missing: 1 defective board, 2 good boards." in few
    assert "misses none of 2 defects promises a true miss rate below 77.7 %" in few
    assert (
        "Still needed: 27 more defects for 10\u00a0%, 57 more defects for 5\u00a0%, 297 more defects for 1\u00a0%."
        in few
    )
    enough = offer_sentences(FitOffer(good=40, defects=300, least=3))
    assert "A fit needs" not in enough
    assert "Still needed" not in enough


@pytest.mark.long
@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
def test_that_the_first_confirmed_defects_give_a_threshold_that_is_signed(
    qtbot: QtBot, qapp: QApplication, settings: Settings, at_once: Path, tmp_path: Path
) -> None:
    shutil.copytree(at_once, tmp_path / "b")
    new = write_tiny_line(tmp_path / "new", train=1, good=4, defective=4, seed=5)
    station = Station(qapp, StartOptions(tmp_path / "ws", tmp_path / "b", new / "test"), settings)
    station.start()
    try:
        controller = station.window.review.controller
        wait_until(qtbot, lambda: station.context.workspace is not None)
        wait_until(qtbot, lambda: controller.count() == 8 and not station.engine.busy())
        workspace = station.context.workspace
        assert workspace is not None
        review = station.window.review
        wait_until(qtbot, lambda: "nothing is promised about missed defects" in review.note.text.text())
        picture(station, "normal-only-review")
        for number in range(1, 9):
            bad = "missing" in str(workspace.repository.item(number).inspection.image)
            confirm(workspace, number, JudgmentKind.NG if bad else JudgmentKind.OK)
        page = opened(station, qtbot)
        assert "4 defective boards and 4 good boards" in page.normal.offer.text()
        assert page.normal.fit.isEnabled()
        dialog = page.changes.ask_confirmed()
        assert isinstance(dialog, RecalibrationDialog)
        wait_until(qtbot, lambda: dialog.offer is not None)
        assert dialog.start.isEnabled()
        dialog.calibrate()
        wait_until(qtbot, lambda: dialog.result_ is not None)
        before = [dialog.figures.topLevelItem(i).text(1) for i in range(7)]  # type: ignore[union-attr]
        assert before == ["16", "0", "normal boards only", "–", "–", "0 of 16", "unknown"]
        assert dialog.figures.topLevelItem(1).text(2) == "4"  # type: ignore[union-attr]
        dialog.reason.setPlainText("First defects")
        dialog.put_in_use()
        wait_until(qtbot, lambda: page.draft.calibration is not None)
        assert page.normal.calibration is None
        assert page.view.isVisibleTo(page)
        assert page.view.rows[0][1].text() == "0 of 4"
        wait_until(qtbot, lambda: page.view.boards.names.count() == 4)
        bundle = station.context.bundle
        assert bundle is not None
        assert open_bundle(bundle).read_json("threshold")["rule"] == "zero false negatives"
        assert len(list(bundle.with_name(f"{bundle.name}.run").glob("confirmed/bad/*.png"))) == 4
    finally:
        station.window.close()
        station.window.deleteLater()
        station.deleteLater()
