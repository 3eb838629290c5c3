"""The queue model under Qt's model tester, while boards appear, change and disappear."""

from __future__ import annotations

import dataclasses
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QAbstractItemModelTester
from pytestqt.qtbot import QtBot

from vqganodip.errors import plain_error
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState
from vqganodip.testing import InMemoryRepository, sample_inspection, sample_judgment
from vqganodip_gui.review.queue_model import Failure, QueueModel, QueueRole


def filled(boards: int) -> InMemoryRepository:
    repository = InMemoryRepository()
    for number in range(boards):
        repository.add_inspection(sample_inspection(number, score=(number % 10) / 10), f"SN {number}")
    return repository


def test_that_the_model_passes_qts_tester_while_the_queue_changes(qtbot: QtBot) -> None:
    repository = filled(130)
    model = QueueModel()
    tester = QAbstractItemModelTester(model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    model.set_repository(repository)
    assert model.rowCount() == 130
    model.add_failure(Failure(Path("bad.png"), plain_error("not an image")))
    repository.add_inspection(sample_inspection(500, score=0.95), "SN new")
    model.refresh()
    assert model.data(model.index(0, 0)) == "SN new"
    item_id = model.ids()[3]
    repository.add_judgment(sample_judgment(item_id, JudgmentKind.NG))
    model.update_item(repository.item(item_id))
    assert model.row_of(item_id) == -1
    assert model.rowCount() == 131
    model.set_filter(QueueFilter(state=QueueState.JUDGED))
    assert [model.data(model.index(row, 0), QueueRole.ITEM_ID) for row in range(len(model.ids()))] == [item_id]
    model.set_filter(QueueFilter(state=QueueState.ALL, search="sn 12"))
    model.forget_failure(Path("bad.png"))
    assert model.rowCount() == len(model.ids())
    model.set_repository(None)
    assert model.rowCount() == 0
    del tester


def test_that_flagged_boards_come_first_by_score(qtbot: QtBot) -> None:
    model = QueueModel()
    model.set_repository(filled(40))
    details = [str(model.data(model.index(row, 0), QueueRole.DETAIL)) for row in range(model.rowCount())]
    assert details[0] == "0.90 · flagged"
    assert details[-1] == "0.00 · passed"
    assert details == sorted(details, key=lambda text: -float(text.split()[0]))


def test_that_a_serial_number_is_one_line(qtbot: QtBot) -> None:
    repository = InMemoryRepository()
    repository.add_inspection(sample_inspection(1), "SN\n1\u202e")
    model = QueueModel()
    model.set_repository(repository)
    for role in (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole):
        assert str(model.data(model.index(0, 0), role)).startswith(r"SN\n1\u202e")


def test_that_rows_are_read_by_pages(qtbot: QtBot) -> None:
    repository = filled(300)
    asked: list[int] = []
    pages = repository.items

    def counted(wanted, offset, limit):  # type: ignore[no-untyped-def]
        asked.append(offset)
        return pages(wanted, offset, limit)

    repository.items = counted  # type: ignore[method-assign]
    model = QueueModel()
    model.set_repository(repository)
    for row in range(100):
        model.data(model.index(row, 0))
    assert asked == [0, 64]


def test_that_a_judged_board_bears_its_judgment_in_words(qtbot: QtBot) -> None:
    repository = filled(3)
    repository.add_judgment(sample_judgment(1, JudgmentKind.FALSE_CALL))
    model = QueueModel()
    model.set_filter(QueueFilter(state=QueueState.ALL))
    model.set_repository(repository)
    row = model.row_of(1)
    assert model.data(model.index(row, 0), QueueRole.DETAIL) == "0.00 · False call"
    assert "False call" in str(model.data(model.index(row, 0), Qt.ItemDataRole.AccessibleTextRole))


def test_that_kept_rows_hold_no_boxes(qtbot: QtBot) -> None:
    model = QueueModel()
    model.set_filter(QueueFilter(state=QueueState.ALL))
    repository = filled(3)
    model.set_repository(repository)
    item = repository.item(1)
    assert item.inspection.candidates
    model.update_item(dataclasses.replace(item))
    kept = model.item_at(model.row_of(1))
    assert kept is not None
    assert kept.inspection.candidates == ()


def test_that_a_serial_number_stays_on_its_line(qtbot: QtBot) -> None:
    repository = InMemoryRepository()
    repository.add_inspection(sample_inspection(1), "SN 1\nSN 2\u2028\t3")
    model = QueueModel()
    model.set_repository(repository)
    text = str(model.data(model.index(0, 0)))
    assert text.isprintable()
    assert text.startswith("SN 1\\nSN 2")
    model.add_failure(Failure(Path("bad\n.png"), plain_error("not an image")))
    assert str(model.data(model.index(0, 0))).isprintable()
