"""The records page: what was judged stands there, is exported and checked."""

from __future__ import annotations

import os
from pathlib import Path

from gui.conftest import Stations
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from vqganodip.records import JudgmentKind
from vqganodip.verification import verify_file
from vqganodip_gui.pages.records_page import RecordsPage


def test_that_records_are_shown_exported_and_checked(
    stations: Stations, boards: Path, tmp_path: Path, qtbot: QtBot
) -> None:
    station = stations.reviewing(boards)
    window = station.window
    for kind in (JudgmentKind.NG, JudgmentKind.FALSE_CALL, JudgmentKind.FALSE_CALL):
        qtbot.waitUntil(window.review.desk.can_judge, timeout=10_000)
        window.review.judge(kind)
    page = window.findChild(RecordsPage)
    assert page is not None
    window.pages.setCurrentWidget(page)
    qtbot.waitUntil(lambda: page.model.rowCount() == 3, timeout=10_000)
    assert page.figures["boards"][0].text() == "3"
    assert page.figures["calls"][0].text() == "2"
    assert page.figures["calls"][1].text() == "0.67 a board; 666,667 ppm of 3 boards judged"
    page.export_to(tmp_path / "j.csv")
    qtbot.waitUntil((tmp_path / "j.csv").is_file, timeout=10_000)
    assert verify_file(tmp_path / "j.csv").records == 3
    said: list[str] = []
    plain, page.message.say = page.message.say, lambda text, *rest: (said.append(text), plain(text, *rest))  # type: ignore[method-assign,assignment,func-returns-value]
    qtbot.mouseClick(page.check, Qt.MouseButton.LeftButton)
    qtbot.waitUntil(lambda: any(text.startswith("All 3 records") for text in said), timeout=10_000)
    if os.environ.get("VQGANODIP_PICTURES"):
        window.grab().save(str(Path(os.environ["VQGANODIP_PICTURES"]) / "records.png"))
    window.actions_by_name["judge_ng"].trigger()  # the board waits on another page, unseen
    page.operator.setText("nobody of that name")
    page.refresh()
    qtbot.waitUntil(lambda: page.model.rowCount() == 0, timeout=10_000)
    assert page.shown.text().startswith("No records yet")
    assert window.review.desk.judged() == 3
