"""The records page: judgments are listed, exported and verified."""

from __future__ import annotations

import csv
import io
import os
import sqlite3
import xml.etree.ElementTree as ElementTree
from contextlib import closing
from pathlib import Path

import pytest
from gui.conftest import ON_BOTH, Stations
from gui.shift_history import write_history
from gui.waiting import settle, wait_until
from PySide6.QtCore import Qt
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.export.verify_file import verify_file
from vqganodip.number_format import THIN_SPACE
from vqganodip.review.escapes import find_escapes, record_escape
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState
from vqganodip_gui.app import Station
from vqganodip_gui.records.page import RecordsPage
from vqganodip_gui.threshold import summary

on_both = pytest.mark.parametrize("stations", ON_BOTH, indirect=True)


@on_both
def test_that_records_are_shown_exported_and_checked(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window = station.window
    for kind in (JudgmentKind.NG, JudgmentKind.FALSE_CALL, JudgmentKind.FALSE_CALL):
        wait_until(qtbot, window.review.controller.can_judge)
        window.review.judge(kind)
    page = window.findChild(RecordsPage)
    assert page is not None
    window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.model.rowCount() == 3)
    assert page.figures["boards"][0].text() == "3"
    assert page.figures["calls"][0].text() == "2"
    assert page.figures["calls"][1].text() == f"0.67 a board; 666{THIN_SPACE}667 ppm of 3 boards judged"
    page.export_to(tmp_path / "j.csv")
    wait_until(qtbot, (tmp_path / "j.csv").is_file)
    assert verify_file(tmp_path / "j.csv").records == 3
    said: list[str] = []
    plain, page.message.show_message = (
        page.message.show_message,
        lambda text, *rest: (said.append(text), plain(text, *rest)),
    )  # type: ignore[method-assign,assignment,func-returns-value]
    qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    wait_until(qtbot, lambda: any(text.startswith("All 3 records") for text in said))
    if os.environ.get("VQGANODIP_PICTURES"):
        window.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / "records.png"))
    window.actions_by_name["judge_ng"].trigger()  # the board waits on another page, unseen
    page.operator.setText("nobody of that name")
    page.refresh()
    wait_until(qtbot, lambda: page.model.rowCount() == 0)
    assert page.shown.text().startswith("No records yet")
    assert window.review.controller.judged() == 3


@on_both
def test_that_the_shift_the_people_and_the_places_are_shown_and_saved(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window, context = station.window, station.context
    assert context.workspace is not None
    repository = context.workspace.repository
    last = repository.item(1)
    write_history(repository, last, 120)
    window.review.controller.reload()
    window.review.controller.show_item(1)
    wait_until(qtbot, window.review.controller.can_judge)
    window.review.judge(JudgmentKind.FALSE_CALL)
    page = window.records
    window.pages.setCurrentWidget(page)
    page.period.setCurrentIndex(page.period.count() - 1)
    wait_until(qtbot, lambda: page.figures["boards"][0].text() == "121")

    page.tabs.setCurrentWidget(page.shift)
    settle(qtbot, station)
    assert page.plots is not None
    for name in ("shift.png", "shift.svg", "shift.csv"):
        page.save_figures(tmp_path / name)
    drawn = QImage(str(tmp_path / "shift.png"))
    assert drawn.width() == 2 * page.plots.canvas.width()
    assert len({drawn.pixel(x, drawn.height() // 2) for x in range(drawn.width())}) > 3
    text = ElementTree.parse(tmp_path / "shift.svg").getroot()
    assert "Confirmed defects by code" in "".join(text.itertext())
    rows = list(csv.DictReader(io.StringIO((tmp_path / "shift.csv").read_bytes().decode(), newline="")))
    assert rows[0] == {"figure": "boards judged", "of": "", "value": "121", "unit": "boards", "denominator": ""}
    defects = next(row for row in rows if row["figure"] == "confirmed defects")
    by_code = [int(row["value"]) for row in rows if row["figure"] == "confirmed defects by code"]
    assert sum(by_code) == int(defects["value"])
    page.save_figures(tmp_path / "shift.bmp")
    assert "cannot be written as .bmp" in page.message.text.text()
    photograph(station, "records-shift")

    page.tabs.setCurrentWidget(page.people)
    names = [page.people.table.topLevelItem(row).text(0) for row in range(page.people.table.topLevelItemCount())]
    assert names == ["A. Dubois", "J. Kaya", "M. L.", "M. Lenz"]
    assert any(" of " in page.people.table.topLevelItem(row).text(3) for row in range(len(names)))
    photograph(station, "records-people")

    page.tabs.setCurrentWidget(page.places)
    wait_until(qtbot, lambda: page.places._board is not None)
    assert page.places._counts.max() > 5
    page.save_figures(tmp_path / "map.png")
    assert not QImage(str(tmp_path / "map.png")).isNull()
    photograph(station, "records-places")
    window.refresh_theme()


def photograph(station: Station, name: str) -> None:
    """Both themes, where pictures are asked for."""
    folder = os.environ.get("VQGANODIP_PICTURES")
    if not folder:
        return
    before = station.settings.text("theme")
    for theme in ("dark", "light"):
        station.settings.set("theme", theme)
        QApplication.processEvents()
        station.window.records.message.hide()
        QApplication.processEvents()
        station.window.grab().save(str(Path(folder) / f"{name}-{theme}.png"))
    station.settings.set("theme", before)


@on_both
def test_that_the_check_names_a_machine_result_that_was_altered(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    page = station.window.records
    station.window.review.judge(JudgmentKind.NG)
    with closing(sqlite3.connect(tmp_path / "ws" / "workspace.sqlite")) as vandal:
        vandal.execute("DROP TRIGGER boards_no_update")
        vandal.execute("UPDATE boards SET score = 0.01 WHERE item_id = 2")
        vandal.commit()
    page._check()
    wait_until(qtbot, lambda: "its score was changed" in page.message.text.text())
    assert page.message.text.text().startswith("Not as it was written: board 2 (")
    station.settings.set("operator", "K. O.")
    assert not page.message.isHidden(), "the message does not depend on the person"


@on_both
def test_that_bar_records_and_threshold_page_show_the_same_time_per_board(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    station = stations.reviewing(boards)
    window, workspace = station.window, station.context.workspace
    assert workspace is not None
    controller = window.review.controller
    now = [0.0]
    monkeypatch.setattr(controller.review_timer, "_clock", lambda: now[0])
    controller.review_timer.idle_s = 600.0
    for seconds in (4.0, 12.0, 0.01, 30.0, 20.0):
        wait_until(qtbot, controller.can_judge)
        controller.review_timer.start()
        now[0] += seconds
        window.review.judge(JudgmentKind.FALSE_CALL)
    wait_until(qtbot, lambda: controller.judged() == 5)
    escaped = workspace.repository.item_ids(QueueFilter(state=QueueState.UNJUDGED))[0]
    record_escape(
        workspace.repository,
        find_escapes(workspace.repository, workspace.repository.item(escaped).serial)[0],
        operator="M. L.",
    )
    assert controller.pace_s() == 16.0, "the median of 4, 12, 20 and 30; a hundredth of a second is no look"
    assert window.review.status_texts()[1] == "16 s a board"
    page = window.records
    window.pages.setCurrentWidget(page)
    wait_until(qtbot, lambda: page.figures["boards"][0].text() == "6")
    assert page.figures["boards"][1].text().startswith("16 s a board; ")
    monkeypatch.setattr(summary, "_ENOUGH", 1)
    assert summary.pace_of(workspace.repository.last_judgments(500)) == summary.Pace(16.0, 4)
    page.tabs.setCurrentWidget(page.shift)
    settle(qtbot, station)
    page.save_figures(tmp_path / "shift.csv")
    rows = list(csv.reader((tmp_path / "shift.csv").read_text(encoding="utf-8").splitlines()))
    assert ["review time", "median", "16.0", "s a board", "6"] in rows
