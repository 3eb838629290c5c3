"""Names of parts on the review page: region list, tool tips, outlines, search, history of a part, and blind work."""

from __future__ import annotations

import os
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.waiting import wait_until
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QHelpEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from vqganodip.placement.laying_on import At
from vqganodip.placement.parts import PlacedPart, Side
from vqganodip.placement.record import PlacementRecord
from vqganodip.placement.transforms import Kind
from vqganodip.review.judgments import JudgmentKind, QueueState
from vqganodip.types import Box
from vqganodip_gui.app import Station
from vqganodip_gui.review.page import ReviewPage
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.viewer.panel_grid import PanelName

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")  # the offscreen screen


def lay_on(station: Station, box: Box, name: str = "U7") -> None:
    """Lay a placement with one part under a box, as the dialog of the model page keeps it."""
    workspace, item = station.context.workspace, station.window.review.controller.current
    assert workspace is not None
    assert item is not None
    width, height = item.inspection.grid
    x, y = (box.x0 + box.x1) / 20, (height - (box.y0 + box.y1) / 2) / 10
    size = (box.width / 10, box.height / 10)
    part = PlacedPart(name, x, y, 0.0, Side.TOP, "QFP-64", "TC264", "SAK-TC264", size=size)
    record = PlacementRecord(
        file="board.pos",
        file_sha256="0" * 64,
        form="KiCad",
        unit="mm",
        side=Side.TOP,
        grid=(width, height),
        kind=Kind.SIMILARITY,
        matrix=(10.0, 0.0, 0.0, 0.0, -10.0, float(height)),
        points=(At(name, x, y),),
        residuals_mm=(0.0,),
        parts=(part,),
        nearest_mm=0.2,
    )
    workspace.repository.put_placement(item.inspection.bundle_sha256, record, "E. N.")
    station.context.placement_changed.emit()


def named(review: ReviewPage) -> bool:
    """Return True once the regions on the screen carry names."""
    return review.details.named and bool(review.panels.panels[PanelName.PATCHES].marks._tips)


def first_box(review: ReviewPage) -> Box:
    item = review.controller.current
    assert item is not None
    return item.inspection.shown_regions[0].box


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_that_regions_carry_the_names_of_parts(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot, language: str
) -> None:
    settings.set("language", language)
    station = stations.reviewing(boards)
    station.window.resize(1366, 768)
    review = station.window.review
    assert review.details.regions.isColumnHidden(3)
    box = first_box(review)
    lay_on(station, box)
    wait_until(qtbot, lambda: named(review))
    row = review.details.regions.topLevelItem(0)
    assert row is not None
    assert row.text(3) == "U7"
    assert row.toolTip(3) == "U7 · QFP-64 · TC264 · SAK-TC264"
    assert not review.details.regions.isColumnHidden(3)
    QTest.keyClick(review.panels, Qt.Key.Key_O)
    panel = review.panels.panels[PanelName.PATCHES]
    assert panel.parts.isVisible()
    assert settings.flag("parts_shown")
    QApplication.processEvents()
    if os.environ.get("VQGANODIP_PICTURES"):
        station.window.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / f"review-parts-{language}.png"))
    assert cut_off(review.details) == []
    assert cut_off(review.queue_pane) == []
    middle = panel.mapFromScene((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2)
    QApplication.sendEvent(panel.viewport(), QHelpEvent(QHelpEvent.Type.ToolTip, middle, QPoint(5, 5)))
    assert QToolTip.text() == "1 · U7 · QFP-64 · TC264 · SAK-TC264"
    QToolTip.hideText()


def test_that_a_search_for_a_part_finds_its_boards(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    review, controller = station.window.review, station.window.review.controller
    first = controller.current
    assert first is not None
    parts = station.window.review_state.parts
    lay_on(station, first_box(review))
    wait_until(qtbot, lambda: first.item_id in parts.boards_on("u7"))
    expected = parts.boards_on("U7")
    assert parts.boards_on("U") == frozenset()
    assert parts.boards_on("qfp-64") == expected
    review.queue_pane.filters.select(QueueState.ALL.value)
    review.queue_pane.search.setText("u7")
    wait_until(qtbot, lambda: review.queue.queue_filter().search == "u7")
    assert set(review.queue.ids()) == set(expected)
    review.queue_pane.search.setText("u8")
    wait_until(qtbot, lambda: review.queue.queue_filter().search == "u8")
    assert not review.queue.ids()


def test_that_the_history_of_a_part_counts_regions_beside_the_place(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    review, controller = station.window.review, station.window.review.controller
    item = controller.current
    assert item is not None
    width, height = item.inspection.grid
    lay_on(station, Box(0, 0, width, height))
    wait_until(qtbot, lambda: named(review))
    review.judge(JudgmentKind.FALSE_CALL)
    wait_until(qtbot, lambda: controller.can_judge() and controller.current is not item)
    wait_until(qtbot, lambda: bool(review.details._on_parts))
    wait_until(qtbot, lambda: any(found is not None and found.false_calls for found in review.details._on_parts))
    assert "U7" in review.details.memory.text() or review.details._memories[0].false_calls


def test_that_blind_work_hides_names_and_finds_no_board_by_part(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    first = review.controller.current
    assert first is not None
    lay_on(station, first_box(review))
    wait_until(qtbot, lambda: named(review))
    review.queue.set_hides_machine(True)
    review.queue_pane.search.setText("U7")
    wait_until(qtbot, lambda: review.queue.queue_filter().search == "U7")
    assert not review.queue.queue_filter().found
    review.machine_hidden = True
    review.details.set_item(first, hidden=True)
    review.part_display.show()
    assert not review.details.named
    assert review.panels.panels[PanelName.PATCHES].marks._tips == ()


def test_that_the_key_says_where_names_come_from(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    QTest.keyClick(review.panels, Qt.Key.Key_O)
    wait_until(qtbot, lambda: "part names" in review.message.text.text())
    QTest.keyClick(review.panels, Qt.Key.Key_O)
    assert not review.settings.flag("parts_shown")
