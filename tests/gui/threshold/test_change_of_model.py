"""Another model comes into use while each page is open: fewer labelled boards than before, then more again."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.waiting import settle, wait_until
from PySide6.QtWidgets import QDialog, QWidget
from pytestqt.qtbot import QtBot

from vqganodip.bundles.archive import open_bundle, write_bundle
from vqganodip.calibration.result import open_calibration
from vqganodip_gui.app import Station
from vqganodip_gui.services.resources import demo_bundle
from vqganodip_gui.threshold.change_dialog import ChangeDialog
from vqganodip_gui.threshold.page import ThresholdPage

MANY, FEW = 300, 33


@pytest.fixture
def models(tmp_path: Path) -> tuple[Path, Path]:
    """The shipped bundle with its 300 labelled boards, and one that was fitted on each ninth of them."""
    many, few = tmp_path / "many", tmp_path / "few"
    shutil.copytree(demo_bundle("gearbox"), many)  # type: ignore[arg-type]
    shutil.copytree(many, few)
    bundle = open_bundle(few)
    kept = bundle.read_json("scores")
    kept["scores"] = kept["scores"][::9][:FEW]
    write_bundle(few, {"scores": (".json", json.dumps(kept).encode())}, base=bundle)
    assert len(open_calibration(many).images) == MANY
    assert len(open_calibration(few).images) == FEW
    return many, few


def use(station: Station, model: Path, qtbot: QtBot) -> None:
    station.context.set_sources(model, station.context.boards)
    settle(qtbot, station)


def shows(page: ThresholdPage, count: int) -> bool:
    """True if the page shows a calibration with this number of boards, and its lists and preview hold no other."""
    found, boards = page.draft.calibration, page.view.boards
    if found is None or len(found.images) != count:
        return False
    rows = [boards.names.item(row).text().split()[-1] for row in range(boards.names.count())]
    assert set(rows) <= set(found.images)
    row = boards.names.currentRow()
    assert (found.images[boards.preview.index] if boards.preview.index >= 0 else None) == (
        rows[row] if row >= 0 else None
    )
    return bool(rows)


@pytest.mark.parametrize("page", ["review", "threshold", "turing", "training", "records"])
def test_that_each_page_may_be_open_with_a_board_selected_while_the_model_changes(
    stations: Stations, boards: Path, models: tuple[Path, Path], qtbot: QtBot, page: str
) -> None:
    many, few = models
    station = stations.reviewing(boards)
    window = station.window
    threshold = window.threshold
    use(station, many, qtbot)
    window.pages.setCurrentWidget(threshold)
    wait_until(qtbot, lambda: shows(threshold, MANY))
    threshold.move_to(0.9)
    threshold.list_between(0.0, 1.0)
    names = threshold.view.boards.names
    names.setCurrentRow(names.count() - 1)  # a board that the smaller calibration does not have
    shown: QWidget = getattr(window, page)
    window.pages.setCurrentWidget(shown)
    window.training.tabs.setCurrentIndex(1)
    for model, count in ((few, FEW), (many, MANY), (few, FEW), (many, MANY)):
        use(station, model, qtbot)
        window.pages.setCurrentWidget(threshold)
        wait_until(qtbot, lambda count=count: shows(threshold, count))  # type: ignore[misc]
        names.setCurrentRow(names.count() - 1)
        window.pages.setCurrentWidget(shown)


@pytest.mark.qt_log_ignore("propagateSizeHints")  # the offscreen screen has no frames
@pytest.mark.parametrize("dialog", ["change", "escape", "confirmed"])
def test_that_a_dialog_about_a_model_does_not_outlive_its_use(
    stations: Stations, models: tuple[Path, Path], qtbot: QtBot, dialog: str
) -> None:
    many, few = models
    station = stations.start()
    page = station.window.threshold
    use(station, many, qtbot)
    station.window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: shows(page, MANY))
    page.move_to(0.9)
    opened: QDialog | None = None
    match dialog:
        case "change":
            opened = page.changes.ask_change()
            assert isinstance(opened, ChangeDialog)
            assert opened.preview is not None
        case "escape":
            opened = page.changes.ask_escape()
        case _:
            opened = page.changes.ask_confirmed()
    assert opened is not None
    closed: list[int] = []
    opened.finished.connect(closed.append)
    use(station, few, qtbot)
    wait_until(qtbot, lambda: shows(page, FEW))
    if dialog == "confirmed":  # it is about its own bundle in any case
        assert not closed
        opened.reject()
    wait_until(qtbot, lambda: len(closed) == 1)
    assert page.draft.flag_from == page.draft.active_threshold()
    use(station, many, qtbot)
    wait_until(qtbot, lambda: shows(page, MANY))
    assert station.context.workspace is not None
    assert station.context.workspace.repository.threshold_changes() == []
