"""Boards of many megapixels in the real window: visible at once, sharp once their tiles are read."""

from __future__ import annotations

from pathlib import Path

import numpy as np
from gui.conftest import Stations
from gui.waiting import wait_until
from numpy.typing import NDArray
from PySide6.QtCore import QPointF
from PySide6.QtGui import QImage
from pytestqt.qtbot import QtBot

from vqganodip.records import Panels, Weighting
from vqganodip.store.panels import panel_key
from vqganodip_gui.app import Station
from vqganodip_gui.viewer.panel_grid import PanelName

FINE = 16


def fine_board(width: int, height: int) -> NDArray[np.uint8]:
    """A board whose pixels all differ from their neighbours, so that a misplaced tile is visible."""
    y, x = np.mgrid[0:height, 0:width]
    return np.stack([(x * 7 + y) % 256, (y * 5 + x // 9) % 256, (x + y * 3) % 256], axis=2).astype(np.uint8)


def with_large_original(station: Station, qtbot: QtBot) -> NDArray[np.uint8]:
    """The board on the screen gets an original that is much finer than the working grid."""
    controller, workspace = station.window.review.controller, station.context.workspace
    assert workspace is not None
    assert controller.current is not None
    width, height = controller.current.inspection.grid
    pixels = fine_board(width * FINE, height * FINE)
    grey = np.full((height, width, 3), 90, np.uint8)
    maps = {Weighting.RAW: np.zeros((height, width), np.float32)}
    workspace.panels.write(panel_key(controller.current.inspection), Panels(pixels, grey, maps))
    controller.loader.forget()
    controller.show_item(controller.current.item_id)
    wait_until(qtbot, controller.can_judge)
    return pixels


def seen(station: Station) -> QImage:
    view = station.window.review.panels.panels[PanelName.ORIGINAL]
    view.tag.hide()
    return view.viewport().grab().toImage()


def test_that_a_large_board_is_seen_at_once_and_its_tiles_are_exact(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    pixels = with_large_original(station, qtbot)
    pictures = review.controller.loader.pictures(review.controller.current.item_id)  # type: ignore[union-attr]
    assert pictures is not None
    assert pictures.original.width == pixels.shape[1]
    assert pictures.original.full.width() < pixels.shape[1], "only the overview is read before the board is shown"
    review.panels.actual_size()
    review.panels.link.centre = QPointF(100, 70)
    review.panels.link.zoom_to(float(FINE))
    assert review.panels.link.scale == FINE
    seen(station)  # the first painting asks for the tiles
    wait_until(qtbot, lambda: not review.controller.loader.tiles.waiting())
    image = seen(station)
    left, top = review.panels.panels[PanelName.ORIGINAL].seen().topLeft().toTuple()
    for x, y in ((31, 47), (200, 120), (image.width() - 20, image.height() - 20)):
        column, row = round(left * FINE) + x, round(top * FINE) + y
        shown = image.pixelColor(x, y)
        assert [shown.red(), shown.green(), shown.blue()] == pixels[row, column].tolist(), (x, y)


def test_that_the_overview_is_seen_while_tiles_are_on_their_way(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    with_large_original(station, qtbot)
    link = review.panels.link
    link.zoom_to(12.0)
    image = seen(station)  # the first painting asks for the tiles
    middle = image.pixelColor(image.width() // 2, image.height() // 2)
    assert middle.name() != "#000000"
    assert review.controller.loader.tiles.waiting()
    wait_until(qtbot, lambda: not review.controller.loader.tiles.waiting())


def test_that_a_damaged_tile_is_said_and_the_board_stays(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    review, workspace = station.window.review, station.context.workspace
    with_large_original(station, qtbot)
    assert workspace is not None
    key = panel_key(review.controller.current.inspection)  # type: ignore[union-attr]
    file = workspace.panels.folder / key[:2] / key / "original.zip"
    data = bytearray(file.read_bytes())
    for at in range(3000, len(data) - 10_000, 1000):
        data[at] ^= 0x10
    file.write_bytes(bytes(data))
    review.panels.link.zoom_to(12.0)
    wait_until(qtbot, lambda: "damaged" in review.message.text.text())
    assert review.controller.can_judge()
