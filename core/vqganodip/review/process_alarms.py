"""The alarm of a process: too many false calls, or too many defects, over the last boards.

The rule that inspection stations call a process alarm: rates over a window of the newest judged boards, so that a drift
shows within a shift and not in next week's figures. It asks for somebody to look; it stops nothing.
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
"""So many of the newest boards are looked at; fewer raise no alarm."""


class AlarmKind(StrEnum):
    """What there is too much of."""

    FALSE_CALLS = "false_calls"
    DEFECTS = "defects"


@dataclass(frozen=True, slots=True)
class Alarm:
    """A rate that has reached its limit: ``count`` of the last ``boards`` boards, where ``limit`` is a share."""

    kind: AlarmKind
    count: int
    boards: int
    limit: float


def alarms(
    newest: Iterable[Judgment], *, false_calls: float = 0.0, defects: float = 0.0, boards: int = ALARM_BOARDS
) -> tuple[Alarm, ...]:
    """The alarms that the newest boards raise.

    Args:
        newest: Judgments, the newest first; each board counts by its newest open judgment. Blind ones do not count.
        false_calls: Share of false calls from which on it is too many; 0 asks for none.
        defects: The same of boards judged NG.
        boards: Over so many boards; while fewer are judged there is no alarm.
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
