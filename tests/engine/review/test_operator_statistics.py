"""Figures of single operators, against counts by hand."""

from __future__ import annotations

from dataclasses import replace

import pytest

from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, RevealOrder
from vqganodip.review.operator_statistics import OperatorCounts, Share, operator_statistics
from vqganodip.review.shift_statistics import kappa, place_name, shift_statistics
from vqganodip.testing import InMemoryRepository, sample_inspection, sample_judgment
from vqganodip.types import Box

OK, NG, FALSE = JudgmentKind.OK, JudgmentKind.NG, JudgmentKind.FALSE_CALL
DOUBT, WITHDRAWN = JudgmentKind.DOUBTFUL, JudgmentKind.WITHDRAWN
REVIEW, SECOND, PROBE = Purpose.REVIEW, Purpose.SECOND, Purpose.PROBE


def records(*said: tuple[int, str, JudgmentKind, Purpose]) -> list[Judgment]:
    """Records in their order; each open one corrects the open one before it."""
    made: list[Judgment] = []
    for number, (item, who, kind, purpose) in enumerate(said, start=1):
        before = [j for j in made if j.item_id == item and j.purpose is purpose and purpose is REVIEW]
        made.append(
            replace(
                sample_judgment(item, kind), operator=who, purpose=purpose, record_id=number,
                corrects=before[-1].record_id if before else None, review_s=2.0 + number,
            )
        )  # fmt: skip
    return made


def test_that_probes_are_held_against_settled_boards() -> None:
    said = [(1, "A", NG, REVIEW), (2, "A", FALSE, REVIEW), (3, "A", NG, REVIEW), (4, "A", NG, REVIEW)]
    said += [(n, "C", kind, SECOND) for n, kind in ((1, NG), (2, OK), (3, NG), (4, OK))]
    said += [(1, "B", OK, PROBE), (3, "B", DOUBT, PROBE), (2, "B", NG, PROBE), (2, "D", OK, PROBE), (4, "B", OK, PROBE)]
    found = {one.operator: one for one in operator_statistics(records(*said))}
    # board 1 and 3 are confirmed NG, 2 good; board 4 is not confirmed and counts for no operator
    assert (found["B"].missed, found["B"].false_alarms) == (Share(1, 2), Share(1, 1))
    assert (found["D"].missed, found["D"].false_alarms) == (Share(0, 0), Share(0, 1))
    assert found["C"].agreed == Share(3, 4)
    assert (found["A"].boards, found["A"].seconds_per_board) == (4, 4.5)
    assert found["B"].boards == 0
    assert found["D"].missed.rate is None
    interval = found["B"].missed.interval
    assert interval is not None
    # Clopper and Pearson for 1 of 2: 1 - sqrt(0.975) and sqrt(0.975)
    assert (interval.low, interval.high) == pytest.approx((0.012579, 0.987421), abs=1e-5)


def test_that_a_corrected_probe_counts_once_and_one_taken_back_not_at_all() -> None:
    made = records((1, "A", NG, REVIEW), (1, "C", NG, SECOND), (1, "B", OK, PROBE))
    again = replace(made[-1], kind=NG, record_id=4, corrects=3)
    gone = replace(made[-1], kind=WITHDRAWN, record_id=5, corrects=4)
    later = replace(made[-1], kind=OK, record_id=6, corrects=None)
    assert {o.operator: o.missed for o in operator_statistics([*made, again])}["B"] == Share(0, 1)
    assert {o.operator: o.missed for o in operator_statistics([*made, again, gone])}["B"] == Share(0, 0)
    assert {o.operator: o.missed for o in operator_statistics([*made, again, later])}["B"] == Share(1, 2)


def test_that_changes_of_mind_are_measured() -> None:
    made = records(*((n, "A", OK, REVIEW) for n in (1, 2, 3)))
    first = [replace(j, reveal=RevealOrder.VERDICT_FIRST) for j in made]
    after = [
        replace(made[0], kind=NG, record_id=4, corrects=1, reveal=RevealOrder.AFTER_REVEAL),
        replace(made[1], kind=FALSE, record_id=5, corrects=2, reveal=RevealOrder.AFTER_REVEAL),
    ]
    (found,) = operator_statistics([*first, *after])
    assert found.changed == Share(1, 3)  # OK and false call both say that the board is good


def test_that_the_figures_of_a_day_rest_on_all_that_is_known_of_its_boards() -> None:
    made = records((1, "A", NG, REVIEW), (1, "C", NG, SECOND), (1, "B", OK, PROBE))
    tally = OperatorCounts()
    for record in made:
        tally.take(record, counts=record.purpose is PROBE)
    (found,) = tally.figures()
    assert (found.operator, found.missed) == ("B", Share(1, 1))


def test_that_agreement_is_with_what_stood_when_the_opinion_was_given() -> None:
    repository = InMemoryRepository()
    for number in (1, 2, 3, 4):
        repository.add_inspection(sample_inspection(number), f"SN {number}")
        repository.add_judgment(replace(sample_judgment(number, NG if number < 3 else OK), operator="A"))
    for number, kind in ((1, NG), (2, OK), (3, OK), (4, OK)):
        repository.add_judgment(replace(sample_judgment(number, kind), operator="B", purpose=SECOND))
    repository.add_judgment(replace(sample_judgment(2, OK, corrects=2), operator="Q", role="quality"))
    found = shift_statistics([(j, repository.item(j.item_id)) for j in repository.judgments()])
    assert found.second_opinions == 4
    assert found.operator_kappa == pytest.approx(kappa([1, 1, 0, 0], [1, 0, 0, 0]))
    seconds = [(j, repository.item(j.item_id)) for j in repository.judgments() if j.operator == "B"]
    assert shift_statistics(seconds).second_opinions == 4  # the first judgment need not be in the selection


def test_that_fields_are_named_from_the_upper_left() -> None:
    assert place_name(Box(0, 0, 4, 4), (120, 80)) == "A1"
    assert place_name(Box(20, 30, 28, 38), (120, 80)) == "C4"
    assert place_name(Box(110, 70, 120, 80), (120, 80)) == "L8"
    assert place_name(Box(0, 110, 10, 120), (80, 120)) == "A12"
