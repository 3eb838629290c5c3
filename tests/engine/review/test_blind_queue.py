"""Blind work: who is given which board, how the queue looks to them, and what the records say afterwards."""

from __future__ import annotations

import random
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from vqganodip.errors import ReviewError
from vqganodip.records import Verdict
from vqganodip.review.blind_queue import BlindQueue, _place
from vqganodip.review.judgments import (
    Judgment,
    JudgmentKind,
    Purpose,
    QueueFilter,
    QueueOrder,
    QueueState,
    RevealOrder,
    ReviewItem,
)
from vqganodip.review.repository import Repository
from vqganodip.review.rules import ReviewRules, draw, read_rules, set_rules
from vqganodip.review.session import ReviewSession
from vqganodip.store.hash_chain import verify_records
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.testing import InMemoryRepository, TickingClock, sample_inspection

OK, NG, FALSE = JudgmentKind.OK, JudgmentKind.NG, JudgmentKind.FALSE_CALL
WITHDRAWN = JudgmentKind.WITHDRAWN
EVERY_SECOND = ReviewRules(second_share=1.0, seed=7)


def filled(repository: Repository, boards: int = 12) -> Repository:
    """Boards whose scores are mixed, the flagged ones at 0.5 and above, two of them with the same score."""
    order = random.Random(3)
    for number in range(1, boards + 1):
        score = 0.7 if number in (2, 5) else round(order.uniform(0.1, 0.99), 2)
        repository.add_inspection(sample_inspection(number, score=score), f"SN {number:03d}")
    return repository


def sitting(view: BlindQueue, role: str = "") -> ReviewSession:
    return ReviewSession(view, view.operator, "line 1", TickingClock(), "1", role, view.purpose)


def judge_all(repository: Repository, who: str, kind: JudgmentKind, numbers: range) -> None:
    session = ReviewSession(repository, who, "line 1", TickingClock(), "1")
    for number in numbers:
        item = repository.item(number)
        good = FALSE if item.inspection.verdict is Verdict.REVIEW else OK
        session.judge(item, NG if kind is NG else good, 2.0)


def reference(view: BlindQueue, repository: Repository, wanted: QueueFilter) -> list[ReviewItem]:
    """The queue of the view, worked out from the boards one by one."""
    part = []
    for number in range(1, repository.count(QueueFilter()) + 1):
        item = repository.item(number)
        if number in view._blind:
            item = replace(item, judgment=view._blind[number].item.judgment)
        flagged = item.inspection.verdict is Verdict.REVIEW
        if wanted.state is not QueueState.ALL and (item.judgment is None) is (wanted.state is QueueState.JUDGED):
            continue
        if (flagged or not wanted.flagged_only) and wanted.search.casefold() in item.serial.casefold():
            part.append(item)
    return sorted(part, key=lambda item: _place(item, wanted.order))


@pytest.mark.parametrize("state", list(QueueState))
@pytest.mark.parametrize("order", list(QueueOrder))
@pytest.mark.parametrize("flagged_only", [False, True])
@pytest.mark.parametrize("search", ["", "0"])
def test_that_blind_boards_stand_in_the_queue_as_if_nobody_had_judged_them(
    tmp_path: Path, state: QueueState, order: QueueOrder, flagged_only: bool, search: str
) -> None:
    with closing(SqlRepository(tmp_path / "w.sqlite")) as repository:
        filled(repository)
        judge_all(repository, "A", NG, range(1, 8))
        view = BlindQueue(repository, ReviewRules(second_share=0.6, seed=1), "B")
        assert view.update()
        assert not view.update()
        session = sitting(view)
        blind = sorted(view._blind)
        assert 2 <= len(blind) < 7
        session.judge(view.item(blind[0]), NG, 1.0)
        wanted = QueueFilter(state, flagged_only, search, order)
        expected = reference(view, repository, wanted)
        numbers = [item.item_id for item in expected]
        assert list(view.item_ids(wanted)) == numbers
        assert view.count(wanted) == len(numbers)
        for limit in (1, 2, 3, 50):
            for offset in range(len(numbers) + 2):
                page = view.items(wanted, offset, limit)
                assert [(i.item_id, i.judgment) for i in page] == [
                    (i.item_id, i.judgment) for i in expected[offset : offset + limit]
                ]
        for number in range(1, 13):
            here = _place(repository.item(number), order)
            after = next((i.item_id for i in expected if _place(i, order) > here), None)
            before = next((i.item_id for i in reversed(expected) if _place(i, order) < here), None)
            assert view.neighbour(wanted, number) == after
            assert view.neighbour(wanted, number, backwards=True) == before


def test_that_a_second_opinion_goes_to_another_person_and_changes_nothing_that_stands(tmp_path: Path) -> None:
    with closing(SqlRepository(tmp_path / "w.sqlite")) as repository:
        filled(repository)
        judge_all(repository, "A", NG, range(1, 4))
        assert not BlindQueue(repository, EVERY_SECOND, "A").update()
        assert not BlindQueue(repository, EVERY_SECOND, "").update()
        view = BlindQueue(repository, EVERY_SECOND, "B")
        assert view.update()
        session = sitting(view)
        assert view.item(1).judgment is None
        said = session.judge(view.item(1), OK, 1.5, comment="fine")
        assert (said.purpose, said.corrects, said.comment) == (Purpose.SECOND, None, "fine")
        standing = repository.item(1).judgment
        assert standing is not None
        assert (standing.operator, standing.kind) == ("A", NG)
        assert view.item(1).judgment == said  # what B sees is what B said
        assert session.judge(view.item(1), NG, 0.5).corrects == said.record_id
        back = session.undo()
        assert back is not None
        assert (back.kind, back.purpose, back.comment) == (OK, Purpose.SECOND, "fine")
        gone = session.undo()
        assert gone is not None
        assert (gone.kind, gone.purpose) == (WITHDRAWN, Purpose.SECOND)
        assert view.item(1).judgment is None
        again = session.redo()
        assert again is not None
        assert (again.kind, again.purpose) == (OK, Purpose.SECOND)
        assert repository.item(1).judgment == standing
        assert not BlindQueue(repository, EVERY_SECOND, "A").update()
        third = BlindQueue(repository, EVERY_SECOND, "C")
        third.update()
        assert set(third._blind) == {2, 3}  # one second opinion is enough
        assert verify_records(repository.judgments()).holds


def test_that_the_engine_refuses_a_second_opinion_of_the_same_person() -> None:
    repository = filled(InMemoryRepository())
    judge_all(repository, "A", NG, range(1, 2))
    same = ReviewSession(repository, "A", "line 1", TickingClock(), "1", "", lambda _n: Purpose.SECOND)
    with pytest.raises(ReviewError, match="second person"):
        same.judge(repository.item(1), NG, 1.0)
    with pytest.raises(ReviewError, match="not been judged"):
        same.judge(repository.item(2), NG, 1.0)


def test_that_the_share_follows_from_the_boards_and_a_greater_one_holds_the_smaller() -> None:
    repository = filled(InMemoryRepository(), 400)
    judge_all(repository, "A", NG, range(1, 401))
    drawn = []
    for share in (0.1, 0.3):
        view = BlindQueue(repository, ReviewRules(second_share=share, seed=11), "B")
        view.update()
        drawn.append({n for n in range(1, 401) if n in view._work._drawn})
        assert len(view._blind) == min(50, len(drawn[-1]))
        expected = {j.item_id for j in repository.judgments() if draw(11, "second", j.board_hash) < share}
        assert drawn[-1] == expected
    assert drawn[0] < drawn[1]
    assert 0.05 < len(drawn[0]) / 400 < 0.15
    late = BlindQueue(repository, ReviewRules(second_share=1.0, seed=11, second_since=390), "B")
    late.update()
    assert set(late._blind) == set(range(391, 401))


def settle(repository: Repository, good: range, bad: range) -> None:
    for who in ("A", "C"):
        judge_all(repository, who, OK, good)
        judge_all(repository, who, NG, bad)


def test_that_probes_return_at_their_rate_and_are_never_the_boards_judgment() -> None:
    repository = InMemoryRepository()
    filled(repository, 300)
    settle(repository, range(1, 61), range(61, 121))
    before = {number: repository.item(number).judgment for number in range(1, 121)}
    view = BlindQueue(repository, ReviewRules(probe_rate=0.2, seed=5), "B")
    session = sitting(view)
    view.update()
    assert not view._blind  # B has judged nothing yet
    last, answers = None, []
    for _ in range(150):
        number = session.next_unjudged(QueueFilter(), last)
        assert number is not None
        item = view.item(number)
        assert item.judgment is None
        said = session.judge(item, NG, 1.0)
        if said.purpose is Purpose.PROBE:
            answers.append(said)
        view.update()
        last = number
    assert 18 <= len(answers) <= 42
    assert {answer.item_id for answer in answers} <= set(range(1, 121))
    assert len({answer.item_id for answer in answers}) == len(answers)
    assert {number: repository.item(number).judgment for number in range(1, 121)} == before
    defective = sum(answer.item_id > 60 for answer in answers)
    assert 0.25 < defective / len(answers) < 0.75
    assert verify_records(repository.judgments()).holds


def test_that_only_settled_boards_return_and_not_to_who_has_just_seen_them() -> None:
    repository = filled(InMemoryRepository(), 60)
    judge_all(repository, "A", NG, range(1, 21))
    judge_all(repository, "C", NG, range(1, 6))
    for number in range(21, 60):
        judge_all(repository, "A", NG, range(number, number + 1))
    view = BlindQueue(repository, ReviewRules(probe_rate=0.5, seed=5), "A")
    view.update()
    assert len(view._blind) == 3  # more are due, but only so few are open at once
    assert set(view._blind) <= set(range(1, 6))
    near = BlindQueue(repository, ReviewRules(probe_rate=0.5, seed=5), "C")
    near.update()
    assert not near._blind  # C has judged all five within the last thirty records


def test_that_whoever_sits_down_next_is_not_given_the_boards_of_the_one_before() -> None:
    repository = filled(InMemoryRepository())
    judge_all(repository, "A", NG, range(1, 4))
    view = BlindQueue(repository, EVERY_SECOND, "B")
    view.update()
    view.seat("A")
    view.update()
    assert view.item(1).judgment is not None
    assert view.purpose(1) is Purpose.REVIEW


def test_that_the_machine_is_hidden_until_the_verdict_and_the_order_is_on_record() -> None:
    repository = filled(InMemoryRepository())
    session = ReviewSession(repository, "A", "line 1", TickingClock(), "1")
    session.verdict_first = True

    def judged(kind: JudgmentKind) -> Judgment:
        return session.judge(repository.item(1), kind, 1.0)

    assert session.hides_machine(repository.item(1))
    assert judged(NG).reveal is RevealOrder.VERDICT_FIRST
    assert not session.hides_machine(repository.item(1))
    assert judged(OK).reveal is RevealOrder.AFTER_REVEAL
    session.undo()
    session.undo()
    assert repository.item(1).judgment is None
    assert not session.hides_machine(repository.item(1))  # what was seen was seen
    assert judged(OK).reveal is RevealOrder.AFTER_REVEAL
    session.verdict_first = False
    assert session.judge(repository.item(2), OK, 1.0).reveal is RevealOrder.MACHINE_FIRST
    assert verify_records(repository.judgments()).holds


def test_that_nobody_takes_back_what_the_one_before_judged() -> None:
    repository = filled(InMemoryRepository())
    session = ReviewSession(repository, "A", "line 1", TickingClock(), "1")
    session.judge(repository.item(1), NG, 1.0)
    session.change_operator("B", "")
    assert not session.can_undo
    assert session.undo() is None


def test_that_rules_are_kept_with_the_workspace_and_set_by_who_may(tmp_path: Path) -> None:
    with closing(SqlRepository(tmp_path / "w.sqlite")) as repository:
        assert read_rules(repository) == ReviewRules()
        with pytest.raises(ReviewError, match="may not set the rules"):
            set_rules(
                repository,
                ReviewRules(second_share=0.1, probe_rate=0, verdict_first=False),
                last_record=0,
                operator="A",
                role="operator",
            )
        with pytest.raises(ReviewError, match=r"share of second opinions of 1\.5"):
            set_rules(
                repository,
                ReviewRules(second_share=1.5, probe_rate=0, verdict_first=False),
                last_record=0,
                operator="A",
            )
        with pytest.raises(ReviewError, match="need a name"):
            set_rules(
                repository,
                ReviewRules(second_share=0.5, probe_rate=0, verdict_first=False),
                last_record=0,
                operator=" ",
            )
        first = set_rules(
            repository,
            ReviewRules(second_share=0.1, probe_rate=0.05, verdict_first=True),
            last_record=40,
            operator="Q",
            role="quality",
        )
        assert read_rules(repository) == first
        assert (first.second_since, first.probe_since, first.set_by) == (40, 40, "Q")
        more = set_rules(
            repository,
            ReviewRules(second_share=0.2, probe_rate=0.05, verdict_first=False),
            last_record=90,
            operator="Q",
        )
        assert (more.second_since, more.probe_since, more.seed) == (40, 40, first.seed)
        repository.put_setting("review.rules", '{"second_share": "much"}')
        assert read_rules(repository) == ReviewRules()
