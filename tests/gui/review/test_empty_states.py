"""Every state of the review page says what to do, with one or two buttons."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.waiting import wait_until
from PySide6.QtWidgets import QApplication, QFileDialog
from pytestqt.qtbot import QtBot

from vqganodip.errors import StoreError
from vqganodip.store.image_folder import IMAGE_FOLDER
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services.settings import Settings


def test_that_without_a_bundle_the_window_says_what_to_do_first(stations: Stations, qtbot: QtBot) -> None:
    station = stations.start(bundle=False)
    empty = station.window.review.empty
    wait_until(qtbot, lambda: empty.title.text() == "First, choose a model of your product")
    assert empty.command.isHidden()
    assert (empty.button.text(), empty.other.text()) == ("Teach a new product…", "Open a model…")
    empty.button.click()
    assert station.window.pages.currentWidget() is station.window.training
    assert station.window.bar.product.text() == "No model"


def test_that_the_buttons_lead_from_the_bundle_to_the_boards_to_the_first_board(
    stations: Stations, boards: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = stations.start(bundle=False)
    review = station.window.review
    wait_until(qtbot, lambda: review.empty.other.text() == "Open a model…")
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(boards.parent / "bundle"))
    review.empty.other.click()
    assert review.empty.title.text() == "Next, choose the boards"
    monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_a: str(boards))
    review.empty.button.click()
    wait_until(qtbot, review.controller.can_judge)


def test_that_a_bundle_that_cannot_be_read_is_an_error_with_a_next_step(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.start(boards, bundle=False)
    station.context.set_sources(tmp_path / "gone", boards)
    station.context.inspect()
    empty = station.window.review.empty
    wait_until(qtbot, lambda: empty.title.text() == "The boards could not be inspected")
    assert empty.text.text() == "There is no bundle here. Choose another folder."
    assert empty.command.text() == str(tmp_path / "gone")
    assert empty.button.text() == "Choose another model…"


def test_that_an_empty_folder_is_an_error_with_a_next_step(stations: Stations, tmp_path: Path, qtbot: QtBot) -> None:
    (tmp_path / "none").mkdir()
    station = stations.start(tmp_path / "none")
    empty = station.window.review.empty
    wait_until(qtbot, lambda: empty.title.text() == "The boards could not be inspected")
    assert str(tmp_path / "none") in empty.command.text()


@pytest.fixture
def unopened(qapp: QApplication, settings: Settings, tmp_path: Path, qtbot: QtBot) -> Iterator[Station]:
    """A station whose workspace, the folder ``line``, could not be opened."""
    folder = tmp_path / "line"
    folder.mkdir()
    (folder / IMAGE_FOLDER).write_text("folder = [")
    station = Station(qapp, StartOptions(folder, None, None), settings)
    station.start()
    wait_until(qtbot, lambda: station.window.review.empty.title.text() == "The workspace could not be opened")
    yield station
    station.window.close()
    station.window.deleteLater()
    station.deleteLater()


def test_that_a_workspace_that_cannot_be_opened_is_an_error_with_a_next_step(unopened: Station) -> None:
    empty = unopened.window.review.empty
    unopened.context.fail_workspace(
        StoreError("database-disk-full", "the disk is full", where="/ws", todo="Free some space.")
    )
    assert empty.title.text() == "The workspace could not be opened"
    assert empty.text.text() == "The disk is full. Free some space."
    assert (empty.button.text(), empty.other.text()) == ("Try again", "Open workspace…")


def test_that_a_workspace_that_could_not_be_opened_is_tried_again(
    unopened: Station, tmp_path: Path, qtbot: QtBot
) -> None:
    (tmp_path / "line" / IMAGE_FOLDER).unlink()
    unopened.window.review.empty.button.click()
    wait_until(qtbot, lambda: unopened.context.workspace is not None)
    assert unopened.context.workspace is not None
    assert unopened.context.workspace.folder == tmp_path / "line"


def test_that_only_bad_images_are_said_to_be_so(stations: Stations, tmp_path: Path, qtbot: QtBot) -> None:
    folder = tmp_path / "bad"
    folder.mkdir()
    for name in ("a.png", "b.png"):
        (folder / name).write_bytes(b"no image")
    station = stations.start(folder)
    empty = station.window.review.empty
    wait_until(qtbot, lambda: empty.title.text() == "No image could be inspected")
    assert empty.text.text().startswith("2 images of this folder")


def test_that_a_judgment_key_without_a_board_asks_for_no_name(
    stations: Stations, settings: Settings, qtbot: QtBot
) -> None:
    settings.set("operator", "")
    station = stations.start(bundle=False)
    wait_until(qtbot, lambda: station.window.review.empty.isVisible())
    asked: list[str] = []
    station.window.review.action_requested.connect(asked.append)
    station.window.actions_by_name["judge_ng"].trigger()
    assert asked == []
