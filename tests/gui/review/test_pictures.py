"""Pictures of the documentation: every state of the review, light and dark, on rendered boards with the real engine.

    VQGANODIP_PICTURES=build/pictures pytest -m long tests/gui/review/test_pictures.py

Without the variable they are made all the same, and checked for existence only.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from gui.waiting import HANG_GUARD_S
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog

from vqganodip.datasets.synthetic.dataset import RenderedLine, write_line
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.headless.screenshots import Screenshots
from vqganodip_gui.review.work_order_dialog import WorkOrderDialog
from vqganodip_gui.services import resources
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.shell.settings_dialog import SettingsDialog
from vqganodip_gui.shell.shortcuts_dialog import ShortcutsDialog
from vqganodip_gui.widgets.theme import Theme

pytestmark = [pytest.mark.long, pytest.mark.qt_log_ignore("This plugin does not support")]

LARGEST = 400_000
"""Bytes of a picture that goes into the repository."""


class Album(Screenshots):
    """Album that stores each picture as JPEG, which suits photographs and keeps the repository small."""

    def wait(self, until: Callable[[], bool], seconds: float = HANG_GUARD_S) -> None:
        super().wait(until, seconds)

    def keep(self, station: Station, name: str, dialog: QDialog | None = None) -> None:
        """The window, or a dialog of it, in both themes."""
        for theme in (Theme.LIGHT, Theme.DARK):
            station.settings.set("theme", theme.value)
            self.pause(0.4)
            path = self.out / f"review-{name}-{theme.value}.jpg"
            assert (dialog or station.window).grab().save(str(path), "JPG", 88)
            assert 4_000 < path.stat().st_size < LARGEST, f"{path.name}: {path.stat().st_size} bytes"


@pytest.fixture
def album(qapp: QApplication, tmp_path: Path) -> Album:
    return Album(qapp, Path(os.environ.get("VQGANODIP_PICTURES") or tmp_path / "pictures"))


@pytest.fixture
def stations(qapp: QApplication) -> Iterator[list[Station]]:
    opened: list[Station] = []
    yield opened
    for station in opened:
        station.window.close()
        station.window.deleteLater()


def opened(album: Album, stations: list[Station], places: StartOptions, settings: Settings) -> Station:
    station = Station(album.application, places, settings)
    stations.append(station)
    station.window.resize(1366, 768)
    station.start()
    station.window.activateWindow()
    return station


def test_that_the_states_of_the_review_are_photographed(album: Album, stations: list[Station], tmp_path: Path) -> None:
    bundle = resources.demo_bundle()
    if bundle is None:
        pytest.skip("this installation has no demo bundle")
    write_line(tmp_path / "line", RenderedLine("gearbox", 77, train=1, mask=1, good=1, defective=5))
    settings = Settings(tmp_path / "window.json")
    for name, value in (("operator", "M. L."), ("lot", "L42"), ("language", "en")):
        settings.set(name, value)

    empty = opened(album, stations, StartOptions(tmp_path / "new"), Settings(tmp_path / "new.json"))
    album.wait(lambda: empty.context.workspace is not None)
    album.keep(empty, "nothing-yet")
    empty.window.close()

    station = opened(album, stations, StartOptions(tmp_path / "ws", bundle, tmp_path / "line" / "test"), settings)
    review, do = station.window.review, station.window.actions_by_name
    album.wait(lambda: review.controller.can_judge() and not station.engine.busy() and review.controller.count() == 6)
    review.controller.show_item(review.queue.ids()[0])
    album.wait(review.controller.can_judge)
    do["fit"].trigger()
    album.keep(station, "board")
    do["next_region"].trigger()
    do["region_ng"].trigger()
    do["region_false_call"].trigger()
    album.keep(station, "regions")
    do["fit"].trigger()
    do["toggle_maximised"].trigger()
    do["toggle_swipe"].trigger()
    album.keep(station, "swipe")
    do["toggle_swipe"].trigger()
    for action in ("blink", "replace_regions", "overlay"):
        do[action].trigger()
        album.keep(station, action.replace("_", "-"))
        QTest.keyRelease(station.window, Qt.Key.Key_B)
    do["fit"].trigger()
    do["toggle_layout"].trigger()
    album.keep(station, "four-in-a-line")
    do["toggle_layout"].trigger()
    current = review.controller.current
    assert current is not None
    for name, dialog in (
        ("keys", ShortcutsDialog(station.window.keys, station.window)),
        ("settings", SettingsDialog(settings, station.window)),
        ("work", WorkOrderDialog(settings, current.inspection.image, station.window)),
    ):
        dialog.ensurePolished()
        dialog.adjustSize()
        album.keep(station, name, dialog)
        dialog.close()
    review.find_serial("X99999")
    album.keep(station, "not-found")
    review.message.hide()
    do["toggle_queue"].trigger()
    do["toggle_details"].trigger()
    album.keep(station, "pictures-alone")
    do["toggle_queue"].trigger()
    do["toggle_details"].trigger()
    while review.controller.current is not None:
        before = review.controller.current
        do["judge_ng"].trigger()
        album.wait(lambda before=before: review.controller.current is not before)
        album.wait(lambda: review.controller.current is None or review.controller.can_judge())
    album.keep(station, "all-judged")
