"""The dialog of part names: files read and corrected, parts clicked, lists, edits by hand, acceptance and removal."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.waiting import wait_until
from locations import DEMO_BUNDLE
from PySide6.QtCore import QPointF, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.placement import pictured_board, placement_in
from vqganodip.datasets.synthetic.part_list import placement_text
from vqganodip.datasets.synthetic.product import product
from vqganodip.placement.fiducials import lay_on_fiducials
from vqganodip.placement.reading import read_placement
from vqganodip_gui.app import Station
from vqganodip_gui.i18n import translation
from vqganodip_gui.parts.dialog import PartsDialog
from vqganodip_gui.services.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """Placement file of the shipped product."""
    path = tmp_path / "gearbox.pos"
    path.write_text(placement_text(product("gearbox")), encoding="utf-8")
    return path


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEMO_BUNDLE, tmp_path / "gearbox"))


@pytest.fixture
def places(bundle: Path, file: Path) -> dict[str, QPointF]:
    """Places of the parts in the scene."""
    board = pictured_board(open_bundle(bundle))
    laid = lay_on_fiducials(read_placement(file), board.pixels, board.spread)
    at = laid.transform.apply([(part.x, part.y) for part in laid.parts])  # type: ignore[arg-type]
    return {p.ref_des: QPointF(x + 0.5, y + 0.5) for p, (x, y) in zip(laid.parts, at.tolist(), strict=True)}


@pytest.fixture
def english_again(qapp: QApplication) -> Iterator[None]:
    """The language of the tests that follow."""
    yield
    translation.choose_language(qapp, "en")


def opened(station: Station, bundle: Path, qtbot: QtBot) -> PartsDialog:
    """The dialog of a model, ready."""
    dialog = PartsDialog(station.context, bundle, "gearbox", station.window)
    dialog.open()
    dialog.resize(1300, 700)
    wait_until(qtbot, dialog.choose.isEnabled)
    return dialog


def rested(dialog: PartsDialog, qtbot: QtBot) -> None:
    """Wait until the dialog has its answer."""
    tasks = dialog._context.tasks
    wait_until(qtbot, lambda: not tasks.busy() and not dialog._calm.isActive() and dialog.bar.isHidden())


def picture(dialog: PartsDialog, name: str) -> None:
    for _ in range(3):  # texts that were wrapped change the heights around them
        QApplication.processEvents()
    folder = os.environ.get("VQGANODIP_PICTURES")
    if folder:
        dialog.grab().save(str(Path(folder) / f"{name}.png"))


def click(dialog: PartsDialog, place: QPointF) -> None:
    """Click a place of the scene."""
    panel = dialog.board.panel
    at = panel.mapFromScene(place)
    QTest.mouseClick(panel.viewport(), Qt.MouseButton.LeftButton, pos=at)


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_that_a_file_is_laid_on_by_its_fiducials_and_kept(
    stations: Stations, settings: Settings, bundle: Path, file: Path, qtbot: QtBot, language: str
) -> None:
    settings.set("language", language)
    station = stations.start(bundle=False)
    dialog = opened(station, bundle, qtbot)
    assert not dialog.accept_button.isEnabled()
    dialog.read(file)
    rested(dialog, qtbot)
    assert dialog.warning.isHidden()
    assert dialog.accept_button.isEnabled()
    picture(dialog, f"parts-columns-{language}")
    assert cut_off(dialog) == []
    for page in (dialog.points, dialog.lists):
        dialog.tabs.setCurrentWidget(page)
        picture(dialog, f"parts-{type(page).__name__}-{language}")
        assert cut_off(dialog) == []
    kept: list[object] = []
    dialog.kept.connect(kept.append)
    dialog.accept_button.click()
    wait_until(qtbot, lambda: bool(kept))
    record = placement_in(bundle)
    workspace = station.context.workspace
    assert workspace is not None
    assert kept == [record]
    assert workspace.repository.placement(open_bundle(bundle).sha256) == record


def test_that_two_clicked_parts_lay_a_file_on_and_a_click_is_taken_back(
    stations: Stations, bundle: Path, file: Path, places: dict[str, QPointF], qtbot: QtBot
) -> None:
    station = stations.start(bundle=False)
    lines = file.read_text(encoding="utf-8").splitlines()
    file.write_text("\n".join(line for line in lines if not line.startswith("FID")) + "\n", encoding="utf-8")
    dialog = opened(station, bundle, qtbot)
    dialog.read(file)
    rested(dialog, qtbot)
    wait_until(qtbot, lambda: dialog.tabs.currentWidget() is dialog.points)
    rested(dialog, qtbot)
    assert not dialog.points.fiducials.isEnabled()
    assert not dialog.accept_button.isEnabled()
    first = dialog.points.part.currentText()
    click(dialog, places[first])
    second = dialog.points.part.currentText()
    assert second != first
    click(dialog, places[second])
    rested(dialog, qtbot)
    assert dialog.warning.isHidden(), dialog.warning.text()
    assert [at.ref_des for at in dialog.points.at()] == [first, second]
    assert dialog.answer is not None
    assert dialog.answer.record is not None
    laid = {one.part.ref_des: one for one in dialog.answer.record.laid()}
    far = max(abs(laid[n].x + 0.5 - p.x()) + abs(laid[n].y + 0.5 - p.y()) for n, p in places.items() if n in laid)
    assert far < 12
    assert dialog.accept_button.isEnabled()
    dialog.board.setFocus()
    QTest.keyClick(dialog.board.panel, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    rested(dialog, qtbot)
    assert [at.ref_des for at in dialog.points.at()] == [first]
    assert dialog.points.part.currentText() == second
    assert not dialog.accept_button.isEnabled()
    dialog.points.take_all_back()
    rested(dialog, qtbot)
    assert dialog.points.at() == ()


def test_that_parts_are_clicked_by_keys_and_a_drag_is_no_click(
    stations: Stations, bundle: Path, file: Path, qtbot: QtBot
) -> None:
    dialog = opened(stations.start(bundle=False), bundle, qtbot)
    dialog.read(file)
    rested(dialog, qtbot)
    dialog.tabs.setCurrentWidget(dialog.points)
    dialog.points.clicks.setChecked(True)
    panel = dialog.board.panel
    QTest.keyClick(panel, Qt.Key.Key_Plus)
    scale = dialog.board.link.scale
    assert scale > dialog.board.link.fit_scale
    QTest.keyClick(panel, Qt.Key.Key_Right)
    QTest.keyClick(panel, Qt.Key.Key_Down, Qt.KeyboardModifier.ShiftModifier)
    QTest.keyClick(panel, Qt.Key.Key_Return)
    assert [(at.x, at.y) for at in dialog.points.at()] == [(513.0, 522.0)]
    QTest.keyClick(panel, Qt.Key.Key_Home)
    assert dialog.board.link.fitted
    middle = panel.viewport().rect().center()
    QTest.mousePress(panel.viewport(), Qt.MouseButton.LeftButton, pos=middle)
    QTest.mouseRelease(panel.viewport(), Qt.MouseButton.LeftButton, pos=middle * 0.5)
    assert len(dialog.points.at()) == 1


WRONG = {
    "empty": (b"", "placement-empty"),
    "no table": (b"hello\nworld\n", "placement-no-heading"),
    "workbook": (b"PK\x03\x04" + b"0" * 64, "placement-workbook"),
    "a word for a number": (b"Ref,PosX,PosY\nR1,1,2\nR2,x,3\n", "placement-number-invalid"),
    "a name twice": (b"Ref,PosX,PosY\nR1,1,2\nR1,4,3\n", "placement-name-twice"),
}


@pytest.mark.parametrize("kind", WRONG)
def test_that_a_wrong_file_is_refused_with_its_line_and_the_next_one_is_read(
    stations: Stations, bundle: Path, file: Path, tmp_path: Path, qtbot: QtBot, kind: str
) -> None:
    content, code = WRONG[kind]
    wrong = tmp_path / "wrong.csv"
    wrong.write_bytes(content)
    dialog = opened(stations.start(bundle=False), bundle, qtbot)
    dialog.read(wrong)
    rested(dialog, qtbot)
    assert dialog.answer is not None
    assert dialog.answer.error is not None
    assert dialog.answer.error.code == code
    assert "wrong.csv" in dialog.warning.text()
    assert "line" in dialog.warning.text()
    assert not dialog.accept_button.isEnabled()
    assert placement_in(bundle) is None
    dialog.read(file)
    rested(dialog, qtbot)
    assert dialog.warning.isHidden()
    assert dialog.accept_button.isEnabled()


def test_that_columns_of_unusual_titles_are_named_by_hand(
    stations: Stations, bundle: Path, file: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    listed = read_placement(file)
    rows = [f"{p.ref_des};{p.x:.4f};{p.y:.4f};{p.package}" for p in listed.parts]
    unusual = tmp_path / "unusual.csv"
    unusual.write_text("\n".join(["Bauteil;Horizontal;Vertikal;Bauform", *rows, ""]), encoding="utf-8")
    dialog = opened(stations.start(bundle=False), bundle, qtbot)
    dialog.read(unusual)
    rested(dialog, qtbot)
    assert dialog.warning.isVisibleTo(dialog)
    for role, column in (("ref_des", 0), ("x", 1), ("y", 2), ("package", 3)):
        box = dialog.columns.roles[role]
        assert box.findText("Horizontal") >= 0
        box.setCurrentIndex(box.findData(column))
        box.activated.emit(box.currentIndex())
    rested(dialog, qtbot)
    assert dialog.warning.isHidden(), dialog.warning.text()
    assert dialog.accept_button.isEnabled()
    assert dialog.answer is not None
    assert dialog.answer.record is not None
    assert {p.ref_des: p.package for p in dialog.answer.record.parts} == {p.ref_des: p.package for p in listed.parts}


def test_that_another_file_shows_what_changed_and_outlines_follow_a_size(
    stations: Stations, bundle: Path, file: Path, qtbot: QtBot
) -> None:
    station = stations.start(bundle=False)
    first = opened(station, bundle, qtbot)
    first.read(file)
    rested(first, qtbot)
    first.accept_button.click()
    wait_until(qtbot, lambda: placement_in(bundle) is not None)
    text = file.read_text(encoding="utf-8")
    file.write_text(
        "\n".join(line for line in text.splitlines() if not line.startswith("R7 ")) + "\n", encoding="utf-8"
    )
    again = opened(station, bundle, qtbot)
    assert again.answer is not None
    assert again.answer.record == placement_in(bundle)
    assert not again.accept_button.isEnabled()
    again.read(file)
    rested(again, qtbot)
    assert [(change.ref_des, change.what) for change in again.answer.changes] == [("R7", "removed")]
    again.lists.kind.setCurrentIndex(again.lists.kind.findData("changes"))
    row = again.lists.table.topLevelItem(0)
    assert row is not None
    assert [row.text(0), row.text(1)] == ["R7", "removed"]
    again.lists.kind.setCurrentIndex(again.lists.kind.findData("packages"))
    package = again.lists.table.topLevelItem(0)
    assert package is not None
    name = package.text(0)
    package.setText(1, "9,5")
    wait_until(qtbot, lambda: bool(_sizes(again)))
    assert _sizes(again)[0][:2] == (name, 9.5)


def _sizes(dialog: PartsDialog) -> tuple[tuple[str, float, float], ...]:
    assert dialog.answer is not None
    assert dialog.answer.record is not None
    return dialog.answer.record.sizes


def _names(dialog: PartsDialog) -> list[str]:
    assert dialog.answer is not None
    assert dialog.answer.record is not None
    return [part.ref_des for part in dialog.answer.record.parts]


def test_that_found_parts_are_named_and_merged_by_hand_then_removed(
    stations: Stations, bundle: Path, qtbot: QtBot
) -> None:
    station = stations.start(bundle=False)
    dialog = opened(station, bundle, qtbot)
    dialog.find_parts()
    rested(dialog, qtbot)
    wait_until(qtbot, lambda: dialog.answer is not None and dialog.answer.record is not None)
    picture(dialog, "parts-found")
    assert dialog.answer is not None
    lists = dialog.lists
    item = lists.table.topLevelItem(2)
    assert item is not None
    item.setText(0, "U7")
    wait_until(qtbot, lambda: _names(dialog)[2] == "U7")
    other = lists.table.topLevelItem(3)
    assert other is not None
    other.setText(0, "u7")
    wait_until(qtbot, lambda: "U7" in dialog.warning.text())
    lists.select(("P1", "P2"))
    assert lists.merge.isEnabled()
    lists.merge.click()
    merged = dialog.answer.record
    assert merged is not None
    assert [part.ref_des for part in merged.parts][:2] == ["P1", "U7"]
    dialog.accept_button.click()
    wait_until(qtbot, lambda: placement_in(bundle) == merged)
    again = opened(station, bundle, qtbot)
    assert again.remove.isEnabled()
    again.remove.click()
    wait_until(qtbot, lambda: placement_in(bundle) is None)
    workspace = station.context.workspace
    assert workspace is not None
    assert workspace.repository.placement(open_bundle(bundle).sha256) is None


def test_that_closing_while_it_works_keeps_nothing(stations: Stations, bundle: Path, file: Path, qtbot: QtBot) -> None:
    station = stations.start(bundle=False)
    dialog = opened(station, bundle, qtbot)
    dialog.read(file)
    dialog.reject()
    wait_until(qtbot, lambda: not station.tasks.busy())
    QApplication.processEvents()
    assert placement_in(bundle) is None


def test_that_a_model_that_cannot_be_read_is_refused(stations: Stations, tmp_path: Path, qtbot: QtBot) -> None:
    station = stations.start(bundle=False)
    dialog = PartsDialog(station.context, tmp_path / "none", "gearbox", station.window)
    dialog.open()
    wait_until(qtbot, lambda: bool(dialog.warning.text()))
    assert not dialog.choose.isEnabled()
    assert dialog.bar.isHidden()
