"""Boards judged good: by the newest judgment of each, blind judgments excluded."""

from __future__ import annotations

import random
from dataclasses import replace

from vqganodip.review.consensus import GoodBoards
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose
from vqganodip.testing import sample_judgment

GOOD = (JudgmentKind.OK, JudgmentKind.FALSE_CALL)


def test_that_a_board_is_good_while_its_newest_judgment_says_so() -> None:
    chance = random.Random(5)
    records = [
        replace(
            sample_judgment(chance.randrange(1, 30), chance.choice(list(JudgmentKind))),
            operator=chance.choice(("Ann", "Bob")),
            purpose=chance.choice((Purpose.REVIEW, Purpose.REVIEW, Purpose.SECOND, Purpose.PROBE)),
            record_id=number,
        )
        for number in range(1, 400)
    ]
    good, standing = GoodBoards(), dict[int, Judgment]()
    for record in records:
        good.take(record)
        if record.purpose is Purpose.REVIEW:
            standing[record.item_id] = record
        expected = sorted((j for j in standing.values() if j.kind in GOOD), key=lambda j: -j.record_id)
        assert list(good.newest()) == [j.item_id for j in expected]
        assert list(good.newest("Ann")) == [j.item_id for j in expected if j.operator == "Ann"]
