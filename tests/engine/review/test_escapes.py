"""A board that failed after it had left: found by its serial, put on record once."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from vqganodip.errors import ReviewError
from vqganodip.records import Verdict
from vqganodip.review.escapes import ESCAPED, find_escapes, record_escape
from vqganodip.review.filename_pattern import FilenamePattern
from vqganodip.review.judgments import JudgmentKind
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.testing import sample_inspection, sample_judgment


@pytest.fixture
def store(tmp_path: Path) -> SqlRepository:
    repository = SqlRepository(tmp_path / "records.sqlite")
    for number, serial in enumerate(("SN10", "SN100", "sn10")):
        found = replace(sample_inspection(number), score=0.2 + 0.1 * number, threshold=0.35, verdict=Verdict.PASS)
        repository.add_inspection(found, serial)
    return repository


def test_that_every_inspection_of_the_board_is_found_the_newest_first(store: SqlRepository) -> None:
    found = find_escapes(store, " SN10 ")
    assert [(e.item.serial, e.caught_by, e.passed_machine) for e in found] == [
        ("sn10", pytest.approx(0.4), True),
        ("SN10", pytest.approx(0.2), True),
    ]


@pytest.mark.parametrize(("serial", "what"), [("", "no serial"), ("SN1", "no board with the serial number SN1")])
def test_that_an_unknown_serial_says_so(store: SqlRepository, serial: str, what: str) -> None:
    with pytest.raises(ReviewError, match=what):
        find_escapes(store, serial)


def test_that_an_escape_is_on_record_once_after_what_was_judged(store: SqlRepository) -> None:
    escape = find_escapes(store, "SN10")[1]
    first = store.add_judgment(sample_judgment(escape.item.item_id, JudgmentKind.OK))
    written = record_escape(store, escape, operator="Q. A.", role="quality", comment="burnt")
    assert (written.kind, written.corrects) == (JudgmentKind.NG, first.record_id)
    assert written.comment == f"{ESCAPED}. burnt"
    with pytest.raises(ReviewError, match="on record already"):
        record_escape(store, escape, operator="Q. A.")
    standing = store.item(escape.item.item_id).judgment
    assert standing == written


def test_that_a_role_and_a_name_are_needed(store: SqlRepository) -> None:
    escape = find_escapes(store, "SN10")[0]
    with pytest.raises(ReviewError, match="role operator may not"):
        record_escape(store, escape, operator="M. L.", role="operator")
    with pytest.raises(ReviewError, match="needs a name"):
        record_escape(store, escape, operator=" ")


def test_that_an_escape_keeps_lot_work_order_and_side_of_its_board(store: SqlRepository) -> None:
    old = find_escapes(store, "SN10")[1]
    judged = replace(sample_judgment(old.item.item_id), lot="L42", work_order="WO7", side="B")
    store.add_judgment(judged)
    written = record_escape(store, old, operator="Q. A.")
    assert (written.lot, written.work_order, written.side) == ("L42", "WO7", "B")


def test_that_an_escape_never_judged_takes_them_from_the_name_of_its_image(store: SqlRepository) -> None:
    found = replace(sample_inspection(9, name="L7_SN77_T"), score=0.2, threshold=0.35, verdict=Verdict.PASS)
    store.add_inspection(found, "SN77")
    names = FilenamePattern("{lot}_{serial}_{side}")
    written = record_escape(store, find_escapes(store, "SN77")[0], operator="Q. A.", names=names)
    assert (written.lot, written.work_order, written.side) == ("L7", "", "T")
