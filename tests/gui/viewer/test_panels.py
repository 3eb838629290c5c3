"""Panels: one zoom, one pan, one cross-hair; pictures before texts."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from gui.conftest import Stations
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.records import Panels, Weighting
from vqganodip.testing import sample_panels
from vqganodip_gui.viewer.image_pyramid import Scale, board_pictures
from vqganodip_gui.viewer.panel_grid import PanelLayout, PanelName
from vqganodip_gui.widgets.colormaps import magma, rank_rgb


def wheel(panel, at: QPointF, steps: int) -> None:  # type: ignore[no-untyped-def]
    event = QWheelEvent(
        at, panel.mapToGlobal(at), QPoint(), QPoint(0, 120 * steps), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.NoModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(panel.viewport(), event)


def test_that_all_panels_zoom_together_and_keep_the_point_under_the_mouse(stations: Stations, boards: Path) -> None:
    grid = stations.reviewing(boards).window.review.panels
    panel = grid.panels[PanelName.RECONSTRUCTION]
    at = QPointF(300, 200)
    before = panel.grid_point(at)
    wheel(panel, at, 8)
    after = panel.grid_point(at)
    assert abs(after.x() - before.x()) < 0.01
    assert abs(after.y() - before.y()) < 0.01
    seen = [p.seen() for p in grid.panels.values()]
    assert len({(round(s.x(), 1), round(s.y(), 1), round(s.width(), 1)) for s in seen}) == 1
    assert seen[0].width() < grid.link.scene.width()
    assert abs(panel.mapToScene(at.toPoint()).x() - before.x()) < 1.0, "what is painted is where it is said to be"


def test_that_panels_are_dragged_together_and_the_board_does_not_leave_them(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    grid = stations.reviewing(boards).window.review.panels
    grid.link.zoom_by(4)
    centre = QPointF(grid.link.centre)
    panel = grid.panels[PanelName.PATCHES].viewport()
    qtbot.mousePress(panel, Qt.MouseButton.LeftButton, pos=QPoint(200, 150))
    qtbot.mouseMove(panel, QPoint(160, 150))
    QApplication.processEvents()
    qtbot.mouseRelease(panel, Qt.MouseButton.LeftButton, pos=QPoint(160, 150))
    assert abs(grid.link.centre.x() - centre.x() - 40 / grid.link.scale) < 0.5
    grid.link.pan_by(-100_000, 0)
    assert grid.link.centre.x() + grid.link.viewport.width() / grid.link.scale / 2 <= grid.link.scene.width() + 0.01


def test_that_zooming_out_ends_with_the_whole_board(stations: Stations, boards: Path) -> None:
    link = stations.reviewing(boards).window.review.panels.link
    link.zoom_by(5)
    assert not link.fitted
    link.zoom_by(0.01)
    assert link.fitted
    assert link.centre == link.scene.center()


def test_that_the_cross_hair_is_in_all_panels_and_the_status_line_reads_the_place(
    stations: Stations, boards: Path
) -> None:
    station = stations.reviewing(boards)
    station.window.review.panels.link.set_cursor(QPointF(120.5, 80.2))
    assert station.window.status.place.text() == "x 120 y 80 · 12.1, 8.0 mm"
    station.window.review.panels.link.set_cursor(QPointF(-1, 0))
    assert station.window.status.place.text() == ""


def test_that_pictures_have_seventy_percent_of_a_small_screen(stations: Stations, boards: Path) -> None:
    station = stations.reviewing(boards)
    station.window.resize(1366, 768)
    QApplication.processEvents()
    grid = station.window.review.panels
    share = grid.width() * grid.height() / (1366 * 768)
    assert share >= 0.70, f"{share:.1%}"


def test_that_one_panel_fills_the_place_of_four_and_goes_back(stations: Stations, boards: Path) -> None:
    station = stations.reviewing(boards)
    grid, do = station.window.review.panels, station.window.actions_by_name
    do["flip_panel"].trigger()
    do["flip_panel"].trigger()
    assert grid.maximised() is PanelName.RECONSTRUCTION
    assert [n for n, p in grid.panels.items() if p.isVisible()] == [PanelName.RECONSTRUCTION]
    do["fit"].trigger()
    assert all(p.isVisible() for p in grid.panels.values())
    do["toggle_layout"].trigger()
    assert grid.layout_mode() is PanelLayout.ONE_BY_FOUR
    assert len({p.size().toTuple() for p in grid.panels.values()}) == 1


def test_that_a_board_without_reconstruction_is_shown_beside_the_reference_board(
    stations: Stations, boards: Path
) -> None:
    grid = stations.reviewing(boards).window.review.panels
    item = grid._item
    assert item is not None
    assert grid._compared_name() == "Reconstruction"
    grid.set_board(item, board_pictures(dataclasses.replace(sample_panels(), reconstructed=False)))
    assert grid._compared_name() == "Reference board"


def test_that_regions_are_stepped_through_and_zoomed_to(stations: Stations, boards: Path) -> None:
    station = stations.reviewing(boards)
    review, do = station.window.review, station.window.actions_by_name
    item = next(i for i in map(review.queue.item_at, range(5)) if i is not None)
    assert item.inspection.verdict == "review"
    do["next_region"].trigger()
    assert review.details.regions.selected_region() == 0
    box = review.controller.current.inspection.regions[0].box  # type: ignore[union-attr]
    assert review.panels.link.centre == QPointF((box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2) or not (
        review.panels.link.fitted
    )
    do["fit"].trigger()
    assert review.details.regions.selected_region() == -1
    assert review.panels.link.fitted


def test_that_the_weighting_goes_round_and_is_remembered(stations: Stations, boards: Path) -> None:
    station = stations.reviewing(boards)
    tag = station.window.review.panels.panels[PanelName.DIFFERENCE].tag
    assert tag.text().startswith("Difference, weighted · SN")
    station.window.actions_by_name["next_weighting"].trigger()
    assert tag.text().startswith("Difference, raw · SN")
    assert station.settings.text("weighting") == "raw"


def test_that_zero_difference_is_black_and_the_scale_is_known() -> None:
    raw = np.zeros((40, 60), np.float32)
    raw[10:30, 10:50] = 0.25
    picture = np.full((40, 60, 3), 90, np.uint8)
    shown = board_pictures(Panels(picture, picture, {Weighting.RAW: raw}))
    board, absolute = (shown.difference(Weighting.RAW, scale) for scale in (Scale.BOARD, Scale.ABSOLUTE))
    assert board.top == pytest.approx(0.25)
    assert absolute.top == 1.0
    assert board.picture.full.pixelColor(0, 0).getRgb()[:3] == (0, 0, 0)
    assert board.picture.full.pixelColor(20, 20).lightness() > absolute.picture.full.pixelColor(20, 20).lightness()
    assert shown.original.full.pixelColor(5, 5).getRgb()[:3] == (90, 90, 90)


def test_that_one_hot_pixel_does_not_darken_the_map() -> None:
    raw = np.full((200, 200), 0.1, np.float32)
    raw[0, 0] = 1.0
    picture = np.zeros((200, 200, 3), np.uint8)
    shown = board_pictures(Panels(picture, picture, {Weighting.RAW: raw}))
    assert shown.difference(Weighting.RAW, Scale.BOARD).top == pytest.approx(0.1)


def test_that_brightness_only_grows_along_the_colours() -> None:
    colours = magma().astype(np.int64)
    luminance = 0.2126 * (colours >> 16 & 255) + 0.7152 * (colours >> 8 & 255) + 0.0722 * (colours & 255)
    assert (np.diff(luminance) >= -0.5).all()
    assert colours[0] == 0xFF000000
    assert sum(rank_rgb(0, 10)) > sum(rank_rgb(9, 10))
