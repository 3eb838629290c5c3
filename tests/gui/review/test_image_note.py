"""A board whose image file is missing: judged by its stored pictures, and not at all without them."""

from __future__ import annotations

import shutil
from pathlib import Path

from gui.conftest import Stations
from gui.waiting import wait_until
from pytestqt.qtbot import QtBot

from vqganodip.store.image_folder import ImageFolder
from vqganodip.store.panels import panel_key


def test_that_a_missing_image_is_said_and_the_board_stays_judgeable(
    stations: Stations, boards: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    controller, note = review.controller, review.details.image_note
    first = controller.current
    assert first is not None
    assert not note.isVisible()
    other = next(number for number in review.queue.ids() if number != first.item_id)
    away = first.inspection.image.rename(boards.with_name("away.png"))
    controller.show_item(other)
    wait_until(qtbot, controller.can_judge)
    controller.show_item(first.item_id)
    wait_until(qtbot, lambda: controller.can_judge() and note.isVisible())
    assert note.text() == f"Image file not found: {first.inspection.image.name}"
    assert str(first.inspection.image) in note.toolTip()
    assert station.context.workspace is not None
    station.context.workspace.repository.images = ImageFolder(boards.parent)
    archive = boards.parent / "archive"
    archive.mkdir()
    away = away.rename(archive / first.inspection.image.name)
    controller.show_item(other)
    wait_until(qtbot, controller.can_judge)
    controller.show_item(first.item_id)
    wait_until(qtbot, lambda: controller.can_judge() and not note._looking)
    assert not note.isVisible()  # found by name and hash
    away.rename(first.inspection.image)
    controller.show_item(other)
    wait_until(qtbot, controller.can_judge)
    assert not note.isVisible()


def test_that_a_board_without_image_and_pictures_is_not_judged(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    review = station.window.review
    controller, workspace = review.controller, station.context.workspace
    assert controller.current is not None
    assert workspace is not None
    shown = controller.current.item_id
    item = workspace.repository.item(next(number for number in reversed(review.queue.ids()) if number != shown))
    item.inspection.image.unlink()
    key = panel_key(item.inspection)
    shutil.rmtree(workspace.panels.folder / key[:2] / key)
    controller.loader.forget()
    controller.show_item(item.item_id)
    wait_until(qtbot, lambda: controller.failure is not None)
    assert not controller.can_judge()
    assert controller.failure is not None
    assert "neither the pictures of this board nor its image can be found" in str(controller.failure)
