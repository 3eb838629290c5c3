"""Boards that two people or quality have confirmed."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vqganodip.review.consensus import Confirmed, confirmed_boards
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose
from vqganodip.review.session import ReviewSession
from vqganodip.testing import InMemoryRepository, TickingClock, sample_inspection, sample_judgment

OK, NG = JudgmentKind.OK, JudgmentKind.NG
FALSE, DOUBT = JudgmentKind.FALSE_CALL, JudgmentKind.DOUBTFUL


def settled(*said: tuple[str, JudgmentKind, Purpose | str]) -> Confirmed | None:
    """Return the consensus on one board; the third word is a purpose, or the role of an open judgment."""
    records = []
    for number, (who, kind, what) in enumerate(said, start=1):
        purpose = what if isinstance(what, Purpose) else Purpose.REVIEW
        role = "operator" if isinstance(what, Purpose) else what
        records.append(
            replace(
                sample_judgment(1, kind), operator=who, purpose=purpose, role=role, record_id=number, review_s=number
            )
        )
    return confirmed_boards(records).get(1)


@pytest.mark.parametrize(
    ("said", "expected"),
    [
        ([("A", NG, "operator")], None),
        ([("A", NG, "operator"), ("A", NG, "operator")], None),
        ([("A", NG, "operator"), ("B", NG, Purpose.SECOND)], Confirmed(True, ("A", "B"), False)),
        ([("A", FALSE, "operator"), ("B", OK, Purpose.SECOND)], Confirmed(False, ("A", "B"), False)),
        ([("A", NG, "operator"), ("B", OK, Purpose.SECOND)], None),
        ([("A", NG, "operator"), ("B", DOUBT, Purpose.SECOND)], None),
        ([("A", NG, "operator"), ("B", NG, "engineer")], Confirmed(True, ("A", "B"), False)),
        ([("A", NG, "operator"), ("Q", OK, "quality")], Confirmed(False, ("Q",), True)),
        ([("A", NG, "operator"), ("B", OK, Purpose.SECOND), ("Q", NG, "quality")], Confirmed(True, ("Q",), True)),
        ([("A", NG, "operator"), ("B", NG, Purpose.PROBE)], None),
        ([("A", DOUBT, "operator"), ("B", DOUBT, Purpose.SECOND)], None),
        ([("Q", DOUBT, "quality")], None),
        ([("A", NG, "operator"), ("B", NG, Purpose.SECOND), ("A", OK, "operator")], None),
        ([("A", NG, "operator"), ("B", NG, Purpose.SECOND), ("B", JudgmentKind.WITHDRAWN, Purpose.SECOND)], None),
        ([("A", NG, "operator"), ("A", JudgmentKind.WITHDRAWN, "operator"), ("B", NG, Purpose.SECOND)], None),
    ],
)
def test_that_two_people_or_quality_settle_a_board(
    said: list[tuple[str, JudgmentKind, Purpose | str]], expected: Confirmed | None
) -> None:
    assert settled(*said) == expected


def test_that_undo_and_redo_give_nobody_a_voice_that_they_did_not_raise() -> None:
    repository = InMemoryRepository()
    repository.add_inspection(sample_inspection(1), "SN 1")
    clock = TickingClock()

    def sitting(name: str) -> ReviewSession:
        return ReviewSession(repository, name, "line 1", clock, "1")

    def found() -> Confirmed | None:
        return confirmed_boards(repository.judgments()).get(1)

    sitting("A").judge(repository.item(1), NG, 4.25)
    other = sitting("B")
    other.judge(repository.item(1), OK, 3.5)
    assert found() is None
    other.undo()  # B gives A's NG again: that is still A's voice alone
    assert found() is None
    other.redo()
    assert found() is None
    sitting("C").judge(repository.item(1), OK, 1.0)
    assert found() is None  # A's NG is not taken back
    sitting("A").judge(repository.item(1), OK, 1.5)
    assert found() == Confirmed(False, ("A", "B", "C"), False)


def test_that_boards_are_told_apart() -> None:
    def said(item: int, who: str, purpose: Purpose, number: int) -> Judgment:
        return replace(sample_judgment(item, NG), operator=who, purpose=purpose, record_id=number)

    records = [said(1, "A", Purpose.REVIEW, 1), said(2, "A", Purpose.REVIEW, 2), said(2, "B", Purpose.SECOND, 3)]
    assert set(confirmed_boards(records)) == {2}
