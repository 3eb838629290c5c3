"""The alarm over the last boards, counted by hand."""

from __future__ import annotations

from dataclasses import replace

from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose
from vqganodip.review.process_alarms import Alarm, AlarmKind, alarms
from vqganodip.testing import sample_judgment

OK, NG, FALSE = JudgmentKind.OK, JudgmentKind.NG, JudgmentKind.FALSE_CALL


def newest_first(*kinds: JudgmentKind) -> list[Judgment]:
    return [sample_judgment(number, kind) for number, kind in enumerate(kinds, start=1)][::-1]


def test_that_a_rate_that_reaches_its_limit_raises_an_alarm() -> None:
    records = newest_first(OK, OK, FALSE, FALSE, NG)
    assert alarms(records, false_calls=0.4, boards=5) == (Alarm(AlarmKind.FALSE_CALLS, 2, 5, 0.4),)
    assert alarms(records, false_calls=0.41, defects=0.2, boards=5) == (Alarm(AlarmKind.DEFECTS, 1, 5, 0.2),)
    assert alarms(records, boards=5) == ()
    assert alarms(records, false_calls=0.4, boards=6) == ()  # too few boards to say anything
    assert alarms(records, false_calls=0.6, boards=3) == (Alarm(AlarmKind.FALSE_CALLS, 2, 3, 0.6),)


def test_that_a_board_counts_once_by_its_newest_open_judgment() -> None:
    records = newest_first(FALSE, FALSE, OK)
    corrected = [sample_judgment(2, OK), *records]
    assert alarms(corrected, false_calls=0.5, boards=3) == ()
    blind = [replace(sample_judgment(3, FALSE), purpose=Purpose.PROBE), *records]
    assert alarms(blind, false_calls=0.6, boards=3) == (Alarm(AlarmKind.FALSE_CALLS, 2, 3, 0.6),)
    withdrawn = [sample_judgment(3, JudgmentKind.WITHDRAWN), *records]
    assert alarms(withdrawn, false_calls=0.6, boards=3) == ()
    assert alarms(withdrawn, false_calls=0.6, boards=2) == (Alarm(AlarmKind.FALSE_CALLS, 2, 2, 0.6),)
