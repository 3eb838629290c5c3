"""Review: what may be judged how, corrections, undo and redo, the place in the queue."""

from __future__ import annotations

import math

import pytest

from vqganodip.errors import ReviewError
from vqganodip.records import Verdict
from vqganodip.review.judgments import JudgmentKind, QueueFilter
from vqganodip.review.session import ALLOWED, ReviewSession
from vqganodip.store.hash_chain import verify_records
from vqganodip.testing import InMemoryRepository, TickingClock, sample_inspection

FLAGGED, PASSED = 1, 4


@pytest.fixture
def repository() -> InMemoryRepository:
    kept = InMemoryRepository()
    for number, score in enumerate([0.9, 0.8, 0.7, 0.2], start=1):
        kept.add_inspection(sample_inspection(number, score=score), f"SN {number}")
    return kept


@pytest.fixture
def session(repository: InMemoryRepository) -> ReviewSession:
    return ReviewSession(repository, "M. L.", "line 1", TickingClock(), "0.1.0")


@pytest.mark.parametrize("kind", list(JudgmentKind))
@pytest.mark.parametrize("number", [FLAGGED, PASSED])
def test_that_the_table_decides_what_may_be_judged(
    repository: InMemoryRepository, session: ReviewSession, number: int, kind: JudgmentKind
) -> None:
    item = repository.item(number)
    if kind in ALLOWED[item.inspection.verdict]:
        assert session.judge(item, kind, 1.5).kind is kind
    else:
        with pytest.raises(ReviewError, match="SN"):
            session.judge(item, kind, 1.5)
        assert list(repository.judgments()) == []


def test_that_the_table_says_what_the_words_mean() -> None:
    assert set(ALLOWED) == set(Verdict)
    assert JudgmentKind.FALSE_CALL in ALLOWED[Verdict.REVIEW]
    assert JudgmentKind.OK in ALLOWED[Verdict.REVIEW]
    assert JudgmentKind.FALSE_CALL not in ALLOWED[Verdict.PASS]
    assert not any(JudgmentKind.WITHDRAWN in kinds for kinds in ALLOWED.values())


def test_that_a_record_says_who_where_when_and_how_long(repository: InMemoryRepository, session: ReviewSession) -> None:
    record = session.judge(repository.item(1), JudgmentKind.NG, 2.5, "Short", "between pins")
    assert (record.operator, record.station, record.app_version) == ("M. L.", "line 1", "0.1.0")
    assert (record.review_s, record.defect_code, record.comment, record.corrects) == (
        2.5,
        "Short",
        "between pins",
        None,
    )
    assert record.judged_at.tzinfo is not None


def test_that_impossible_judgments_are_refused(repository: InMemoryRepository, session: ReviewSession) -> None:
    item = repository.item(1)
    with pytest.raises(ReviewError, match="defect code"):
        session.judge(item, JudgmentKind.OK, 1.0, "Short")
    for seconds in (-1.0, math.nan, math.inf):
        with pytest.raises(ReviewError, match="review time"):
            session.judge(item, JudgmentKind.OK, seconds)
    with pytest.raises(ReviewError, match="no name"):
        ReviewSession(repository, "  ", "line 1", TickingClock(), "0.1.0")


def test_that_judging_again_is_a_correction_that_names_the_old_record(
    repository: InMemoryRepository, session: ReviewSession
) -> None:
    item = repository.item(1)
    first = session.judge(item, JudgmentKind.NG, 1.0, "Short")
    second = session.judge(item, JudgmentKind.FALSE_CALL, 1.0)
    assert second.corrects == first.record_id
    assert repository.item(1).judgment == second
    assert list(repository.judgments()) == [first, second]


def test_that_undo_withdraws_and_redo_gives_again(repository: InMemoryRepository, session: ReviewSession) -> None:
    assert session.undo() is None
    assert session.redo() is None
    judged = session.judge(repository.item(1), JudgmentKind.NG, 3.0, "Short", "x")
    undone = session.undo()
    assert undone is not None
    assert (undone.kind, undone.corrects, undone.review_s) == (JudgmentKind.WITHDRAWN, judged.record_id, 0.0)
    assert repository.item(1).judgment is None
    redone = session.redo()
    assert redone is not None
    assert (redone.kind, redone.defect_code, redone.comment, redone.review_s) == (JudgmentKind.NG, "Short", "x", 3.0)
    assert redone.corrects == undone.record_id
    assert repository.item(1).judgment == redone
    assert not session.can_redo
    assert session.can_undo


def test_that_undoing_corrections_walks_back_step_by_step(
    repository: InMemoryRepository, session: ReviewSession
) -> None:
    kinds = [JudgmentKind.NG, JudgmentKind.OK, JudgmentKind.DOUBTFUL]
    for kind in kinds:
        session.judge(repository.item(1), kind, 1.0)
    back = [session.undo() for _ in kinds]
    forth = [session.redo() for _ in kinds]
    names = [record.kind.value for record in [*back, *forth] if record is not None]
    assert names == ["ok", "ng", "withdrawn", "ng", "ok", "doubtful"]
    records = list(repository.judgments())
    assert [j.corrects for j in records] == [None, *range(1, len(records))]
    assert verify_records(records).broken is None


def test_that_undo_reaches_back_over_boards_and_a_new_judgment_ends_redo(
    repository: InMemoryRepository, session: ReviewSession
) -> None:
    for number in (1, 2):
        session.judge(repository.item(number), JudgmentKind.OK, 1.0)
    session.undo()
    session.undo()
    assert [repository.item(n).judgment for n in (1, 2)] == [None, None]
    session.judge(repository.item(3), JudgmentKind.OK, 1.0)
    assert session.redo() is None


def test_that_judging_a_withdrawn_board_names_the_withdrawal(
    repository: InMemoryRepository, session: ReviewSession
) -> None:
    session.judge(repository.item(1), JudgmentKind.OK, 1.0)
    undone = session.undo()
    again = session.judge(repository.item(1), JudgmentKind.NG, 1.0)
    assert undone is not None
    assert again.corrects == undone.record_id
    last = session.undo()
    assert last is not None
    assert last.kind is JudgmentKind.WITHDRAWN


def test_that_undo_does_not_overrule_somebody_else(repository: InMemoryRepository, session: ReviewSession) -> None:
    other = ReviewSession(repository, "A. B.", "line 2", TickingClock(), "0.1.0")
    session.judge(repository.item(1), JudgmentKind.OK, 1.0)
    theirs = other.judge(repository.item(1), JudgmentKind.NG, 1.0)
    with pytest.raises(ReviewError, match="another person"):
        session.undo()
    assert repository.item(1).judgment == theirs
    assert not session.can_undo


def test_that_the_next_board_follows_the_queue_and_starts_over_at_its_end(
    repository: InMemoryRepository, session: ReviewSession
) -> None:
    assert session.next_unjudged() == 1
    session.judge(repository.item(1), JudgmentKind.OK, 1.0)
    assert session.next_unjudged(after=1) == 2
    assert session.next_unjudged(after=2) == 3
    assert session.next_unjudged(after=4) == 2
    assert session.next_unjudged(after=2, backwards=True) == 4
    flagged = QueueFilter(flagged_only=True)
    assert session.next_unjudged(flagged, after=3) == 2
    for number in (2, 3):
        session.judge(repository.item(number), JudgmentKind.OK, 1.0)
    assert session.next_unjudged(flagged, after=3) is None
    assert session.next_unjudged(flagged, after=3, backwards=True) is None
    assert session.next_unjudged() == 4


def test_that_the_place_is_resumed_at(repository: InMemoryRepository, session: ReviewSession) -> None:
    assert session.position is None
    assert session.open(3).serial == "SN 3"
    assert ReviewSession(repository, "A. B.", "line 1", TickingClock(), "0.1.0").position == 3
    assert ReviewSession(repository, "A. B.", "line 2", TickingClock(), "0.1.0").position is None
