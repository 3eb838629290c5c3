"""Display of a board: blink, replace, overlay, swipe, tones and colours, by keys in the real window."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from gui.conftest import Stations
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QImage, QWheelEvent
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip_gui.viewer.display_options import Effect, Tones
from vqganodip_gui.viewer.panel_grid import PanelGrid, PanelName
from vqganodip_gui.widgets.colormaps import Colours, table

Key = Qt.Key


def seen(grid: PanelGrid, name: PanelName = PanelName.ORIGINAL) -> np.ndarray:  # type: ignore[type-arg]
    """The pixels of a panel, without its tag."""
    image = grid.panels[name].viewport().grab().toImage().convertToFormat(QImage.Format.Format_RGB32)
    pixels = np.frombuffer(image.constBits(), np.uint8).reshape(image.height(), image.width(), 4)
    return pixels[40:-40, 20:-20, :3].astype(int)


def test_that_blink_shows_the_reconstruction_only_while_the_key_is_held(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    window = stations.reviewing(boards).window
    grid = window.review.panels
    before, reconstruction = seen(grid), seen(grid, PanelName.RECONSTRUCTION)
    assert (before != reconstruction).any()
    qtbot.keyPress(window, Key.Key_B)
    assert grid.panels[PanelName.ORIGINAL].tag.text().startswith("Reconstruction · ")
    assert np.abs(seen(grid) - reconstruction).mean() < 1
    qtbot.keyRelease(window, Key.Key_B)
    assert grid.panels[PanelName.ORIGINAL].tag.text().startswith("Original · ")
    assert (seen(grid) == before).all()


def test_that_regions_are_replaced_in_place_and_the_tag_says_which(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    window = stations.reviewing(boards).window
    grid = window.review.panels
    qtbot.keyClick(window, Key.Key_N)
    qtbot.keyPress(window, Key.Key_R)
    assert "region 1 = Reconstruction" in grid.panels[PanelName.ORIGINAL].tag.text()
    layer = grid.panels[PanelName.ORIGINAL].picture.layers[0]
    assert layer.rects is not None
    box = grid.board().inspection.regions[0].box  # type: ignore[union-attr]
    assert layer.rects[0].left() == box.x0
    qtbot.keyRelease(window, Key.Key_R)
    assert grid.panels[PanelName.ORIGINAL].picture.layers == ()


def test_that_the_difference_over_the_original_only_adds_light(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    window = stations.reviewing(boards).window
    grid = window.review.panels
    before = seen(grid)
    qtbot.keyPress(window, Key.Key_V)
    assert grid.effect() is Effect.OVERLAY
    over = seen(grid)
    assert (over >= before - 2).all()
    assert (over > before + 40).any()
    qtbot.keyRelease(window, Key.Key_V)
    assert grid.effect() is None


def test_that_swipe_names_both_sides_and_its_line_moves(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    window = stations.reviewing(boards).window
    grid = window.review.panels
    qtbot.keyClick(window, Key.Key_X)
    panel = grid.panels[PanelName.ORIGINAL]
    assert panel.tag.text().startswith("Original | Reconstruction")
    line = panel.picture.layers[0].rects[0].left()  # type: ignore[index]
    event = QWheelEvent(
        QPointF(50, 50), panel.mapToGlobal(QPointF(50, 50)), QPoint(), QPoint(0, 240), Qt.MouseButton.NoButton,
        Qt.KeyboardModifier.ShiftModifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    zoom = grid.link.scale
    QApplication.sendEvent(panel.viewport(), event)
    assert panel.picture.layers[0].rects[0].left() > line  # type: ignore[index]
    assert grid.link.scale == zoom
    qtbot.keyClick(window, Key.Key_X)
    assert panel.picture.layers == ()


def test_that_an_effect_ends_with_the_key_even_when_another_panel_stands_alone(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    window = stations.reviewing(boards).window
    grid = window.review.panels
    grid.toggle_maximised(PanelName.RECONSTRUCTION)
    qtbot.keyPress(window, Key.Key_B)
    assert grid.panels[PanelName.RECONSTRUCTION].tag.text().startswith("Original · ")
    qtbot.keyRelease(window, Key.Key_B)
    assert grid.panels[PanelName.RECONSTRUCTION].tag.text().startswith("Reconstruction · ")


def test_that_tones_are_for_looking_only_and_are_said(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    window = stations.reviewing(boards).window
    grid = window.review.panels
    before, difference = seen(grid), seen(grid, PanelName.DIFFERENCE)
    qtbot.keyClick(window, Key.Key_Up, Qt.KeyboardModifier.ControlModifier)
    assert seen(grid).mean() > before.mean() + 5
    assert (seen(grid, PanelName.DIFFERENCE) == difference).all()
    assert "tones changed" in grid.panels[PanelName.ORIGINAL].tag.text()
    qtbot.keyClick(window, Key.Key_R, Qt.KeyboardModifier.ControlModifier)
    assert (seen(grid) == before).all()


def test_that_tones_keep_black_and_white_in_order_and_come_back() -> None:
    changed = Tones().changed(contrast=1.15).changed(gamma=1.15)
    values = changed.table()
    assert values is not None
    assert (np.diff(values.astype(int)) >= 0).all()
    assert changed.changed(contrast=1 / 1.15).changed(gamma=1 / 1.15).table() is None


@pytest.mark.parametrize("colours", list(Colours))
def test_that_all_colours_begin_at_black_and_rise_in_lightness(colours: Colours) -> None:
    shades = table(colours)
    red, green, blue = (shades >> 16) & 255, (shades >> 8) & 255, shades & 255
    lightness = 0.2126 * red + 0.7152 * green + 0.0722 * blue
    assert lightness[0] == 0
    assert (np.diff(lightness) >= -0.6).all()


def test_that_the_colours_of_the_difference_are_kept(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    qtbot.keyClick(station.window, Key.Key_E)
    assert station.settings.text("colours") == "cividis"
    assert station.window.review.panels.colours() is Colours.CIVIDIS
