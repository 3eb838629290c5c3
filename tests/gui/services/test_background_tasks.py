"""Background work of a window that has closed: nothing starts, nothing is lost, and nothing is printed."""

from __future__ import annotations

from pathlib import Path

from gui.waiting import turn
from pytestqt.qtbot import QtBot

from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.services.inspection_service import BoardRequest, InspectionService


def test_that_a_job_asked_for_after_the_end_is_cancelled(qtbot: QtBot) -> None:
    tasks, begun = Tasks(), []
    tasks.close()
    future = tasks.run(lambda: begun.append(1), begun.append, begun.append)
    tasks.act(lambda: begun.append(2), begun.append)
    tasks.write(lambda: begun.append(3))
    assert future.cancelled()
    turn()
    assert begun == []


def test_that_an_engine_that_has_ended_inspects_nothing_and_still_releases(tmp_path: Path) -> None:
    opened: list[Path] = []
    engine = InspectionService(opened.append)  # type: ignore[arg-type, func-returns-value]
    engine.close()
    engine.request_board(BoardRequest(tmp_path, lambda: tmp_path, lambda: True))
    released: list[int] = []
    engine.after(lambda: released.append(1))
    assert released == [1]
    assert not opened
