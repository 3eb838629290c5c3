"""Seconds per board: one definition, whatever shows it."""

from __future__ import annotations

from dataclasses import replace

from vqganodip.review.escapes import find_escapes, record_escape
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose
from vqganodip.review.operator_statistics import operator_statistics
from vqganodip.review.review_time import is_look, seconds_per_board
from vqganodip.review.shift_statistics import shift_statistics
from vqganodip.testing import InMemoryRepository, sample_inspection, sample_judgment


def shift() -> InMemoryRepository:
    """Five boards with looks of 4, 12, 0.01, 30 and 10 s, and every record that is no look of its own."""
    repository = InMemoryRepository()
    for number, seconds in enumerate((4.0, 12.0, 0.01, 30.0, 10.0), start=1):
        repository.add_inspection(sample_inspection(number, score=0.1 * number), f"SN {number}")
        repository.add_judgment(replace(sample_judgment(number), review_s=seconds))
    repository.add_inspection(sample_inspection(6, score=0.1), "SN 6")
    record_escape(repository, find_escapes(repository, "SN 6")[0], operator="M. L.")
    record_escape(repository, find_escapes(repository, "SN 1")[0], operator="M. L.", comment="came back")
    corrected = repository.add_judgment(replace(sample_judgment(2, JudgmentKind.NG, 2), review_s=500.0))
    repository.add_judgment(replace(corrected, kind=JudgmentKind.WITHDRAWN, corrects=corrected.record_id))
    repository.add_judgment(replace(sample_judgment(4), purpose=Purpose.SECOND, operator="B", review_s=90.0))
    repository.add_judgment(replace(sample_judgment(5), purpose=Purpose.PROBE, operator="B", review_s=90.0))
    return repository


def test_that_the_time_is_the_median_of_the_first_looks() -> None:
    records = list(shift().judgments())
    assert [record.review_s for record in records if is_look(record)] == [4.0, 12.0, 30.0, 10.0]
    assert seconds_per_board(records) == 11.0
    assert seconds_per_board(records[2:3]) is None, "no look took a hundredth of a second"
    assert seconds_per_board([]) is None


def test_that_all_statistics_give_the_same_time() -> None:
    repository = shift()
    records: list[Judgment] = list(repository.judgments())
    found = shift_statistics((record, repository.item(record.item_id)) for record in records)
    assert found.seconds_per_board == seconds_per_board(records)
    assert [hour.seconds_per_board for hour in found.by_hour if hour.seconds_per_board] == [seconds_per_board(records)]
    people = {one.operator: one for one in operator_statistics(records)}
    assert people["M. L."].seconds_per_board == seconds_per_board(records)
    assert people["B"].seconds_per_board is None, "second opinions and probes are no boards of their own"
