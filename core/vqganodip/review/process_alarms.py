"""Process alarms: too many false calls or too many defects among the last boards.

Rates over a sliding window of the newest judged boards reveal a drift within a shift. An alarm only notifies; it does
not stop the line.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose

__all__ = ["ALARM_BOARDS", "Alarm", "AlarmKind", "alarms"]

ALARM_BOARDS: Final = 50
"""Number of newest boards in the window; fewer raise no alarm."""


class AlarmKind(StrEnum):
    """Kind of alarm."""

    FALSE_CALLS = "false_calls"
    DEFECTS = "defects"


@dataclass(frozen=True, slots=True)
class Alarm:
    """A rate that has reached its limit: ``count`` of the last ``boards`` boards; ``limit`` is a share."""

    kind: AlarmKind
    count: int
    boards: int
    limit: float


def alarms(
    newest: Iterable[Judgment], *, false_calls: float = 0.0, defects: float = 0.0, boards: int = ALARM_BOARDS
) -> tuple[Alarm, ...]:
    """Find the alarms raised by the newest boards.

    Args:
        newest: Judgments, newest first; each board counts by its newest open judgment. Blind judgments are ignored.
        false_calls: Share of false calls that raises an alarm; 0 for no alarm.
        defects: Share of boards judged NG that raises an alarm; 0 for no alarm.
        boards: Size of the window; there is no alarm while fewer boards are judged.
    """
    kinds: list[JudgmentKind] = []
    seen: set[int] = set()
    for judgment in newest:
        if judgment.purpose is not Purpose.REVIEW or judgment.item_id in seen:
            continue
        seen.add(judgment.item_id)
        if judgment.kind is not JudgmentKind.WITHDRAWN:
            kinds.append(judgment.kind)
        if len(kinds) == boards:
            break
    if len(kinds) < boards:
        return ()
    counts = Counter(kinds)
    found = (
        (AlarmKind.FALSE_CALLS, counts[JudgmentKind.FALSE_CALL], false_calls),
        (AlarmKind.DEFECTS, counts[JudgmentKind.NG], defects),
    )
    return tuple(Alarm(kind, count, boards, limit) for kind, count, limit in found if 0 < limit <= count / boards)
