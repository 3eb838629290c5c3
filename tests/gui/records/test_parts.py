"""Parts on the records page: Paretos by part and package, the map of false calls, and the figures as a file."""

from __future__ import annotations

import csv
import io
import os
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.cut_off import cut_off
from gui.review.test_part_names import lay_on
from gui.shift_history import HOT, write_history
from gui.waiting import wait_until
from PySide6.QtCore import QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip
from pytestqt.qtbot import QtBot

from vqganodip.types import Box
from vqganodip_gui.records.page import RecordsPage
from vqganodip_gui.services.settings import Settings

pytestmark = pytest.mark.qt_log_ignore("propagateSizeHints", "does not support raise")  # the offscreen screen


def shown_parts(stations: Stations, boards: Path, qtbot: QtBot, *, placed: bool = True) -> RecordsPage:
    """The tab of parts, after a week of judgments around three places."""
    station = stations.reviewing(boards)
    station.window.resize(1366, 768)
    workspace, item = station.context.workspace, station.window.review.controller.current
    assert workspace is not None
    assert item is not None
    write_history(workspace.repository, item, 80)
    if placed:
        x, y = HOT[0]
        lay_on(station, Box(x - 14, y - 12, x + 14, y + 12))
    page = station.window.records
    station.window.pages.setCurrentWidget(page)
    page.tabs.setCurrentWidget(page.parts)
    page.period.setCurrentIndex(page.period.count() - 1)
    wait_until(qtbot, lambda: page._found is not None and page._found.total > 80)
    wait_until(qtbot, lambda: page._map is not None and page.parts.plots is not None)
    wait_until(qtbot, lambda: not station.tasks.busy())
    QApplication.processEvents()
    return page


@pytest.mark.usefixtures("english_again")
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_that_defects_and_false_calls_are_drawn_by_part(
    stations: Stations, boards: Path, settings: Settings, tmp_path: Path, qtbot: QtBot, language: str
) -> None:
    settings.set("language", language)
    page = shown_parts(stations, boards, qtbot)
    assert page._found is not None
    rows = {name: (defects, calls) for name, defects, calls in page._found.figures.by_part}
    assert rows["U7"][1] > 3
    assert "" in rows
    assert page._found.figures.by_package[0] == ("QFP-64", *rows["U7"])
    assert page.parts.hint.isVisible()
    if os.environ.get("VQGANODIP_PICTURES"):
        page.window().grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / f"records-parts-{language}.png"))
    assert cut_off(page) == []
    at = page.parts.map
    place, (width, height) = at.place(), at._grid
    x, y = HOT[0]
    middle = QPoint(round(place.left() + x * place.width() / width), round(place.top() + y * place.height() / height))
    QApplication.sendEvent(at, QHelpEvent(QHelpEvent.Type.ToolTip, middle, QPoint(5, 5)))
    assert QToolTip.text().startswith(f"U7: {rows['U7'][1]}")
    QToolTip.hideText()
    page.save_figures(tmp_path / "parts.csv")
    table = list(csv.DictReader(io.StringIO((tmp_path / "parts.csv").read_text(encoding="utf-8"))))
    assert ("false calls by part", "U7", str(rows["U7"][1])) in [(r["figure"], r["of"], r["value"]) for r in table]
    page.save_figures(tmp_path / "parts.png")
    assert (tmp_path / "parts.png").stat().st_size > 1000


def test_that_without_part_names_the_tab_says_who_lays_them_on(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    page = shown_parts(stations, boards, qtbot, placed=False)
    assert page._found is not None
    assert page._found.figures.by_part == ()
    assert not page.parts.hint.isVisible()
    assert "part names" in page.parts.map.accessibleDescription()
