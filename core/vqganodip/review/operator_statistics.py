"""The figures of single operators: pace, agreement, what hidden probes showed, and changes of mind after the reveal.

Rates of a few probes say little, so each comes with its count and its exact interval (Clopper and Pearson 1934). For
people with the right to see figures of single operators only (``people.Permission.SEE_OPERATORS``).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from vqganodip.review.consensus import Confirmations
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, RevealOrder
from vqganodip.review.shift_statistics import OpinionPairs, defect_class
from vqganodip.statistics import Interval, clopper_pearson

__all__ = ["OperatorStatistics", "OperatorTally", "Share", "operator_statistics"]


@dataclass(frozen=True, slots=True)
class Share:
    """So many of so many."""

    count: int
    of: int

    @property
    def rate(self) -> float | None:
        """count / of; None without any."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        """The exact 95 % interval of the rate; None without any."""
        return clopper_pearson(self.count, self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class OperatorStatistics:
    """One operator.

    Attributes:
        operator: By name.
        boards: Boards that they were the first to judge.
        seconds_per_board: Mean review time of these; None without any.
        agreed: Of their second opinions, those that agree with the first judgment.
        missed: Of the defective probes they answered, those they called good.
        false_alarms: Of the good probes they answered, those they called NG or doubtful.
        changed: Of the boards they judged before the machine's findings were shown, those they judged otherwise after.
    """

    operator: str
    boards: int
    seconds_per_board: float | None
    agreed: Share
    missed: Share
    false_alarms: Share
    changed: Share


class OperatorTally:
    """Folds all records of a workspace, oldest first; counts those that are asked for."""

    def __init__(self) -> None:
        self._confirmations = Confirmations()
        self._standing: dict[int, Judgment] = {}
        self._seconds: dict[str, list[float]] = {}
        self._pairs = OpinionPairs()
        self._probes: dict[int, Judgment] = {}
        self._roots: dict[int, int] = {}
        self._minds: dict[tuple[int, Purpose, str], tuple[int, int]] = {}

    def take(self, record: Judgment, *, counts: bool = True) -> None:
        """The next record; one that does not count still tells how boards are settled."""
        self._confirmations.take(record)
        if record.purpose is Purpose.REVIEW:
            self._standing[record.item_id] = record
        if not counts:
            return
        self._seconds.setdefault(record.operator, [])
        if record.purpose is Purpose.REVIEW and record.corrects is None:
            self._seconds[record.operator].append(record.review_s)
        self._pairs.take(record, self._standing.get(record.item_id))
        if record.purpose is Purpose.PROBE:
            root = self._roots.get(record.corrects or 0, record.record_id)
            self._roots[record.record_id] = root
            self._probes[root] = record
        self._take_mind(record)

    def figures(self) -> tuple[OperatorStatistics, ...]:
        """Of every operator of whom a record counted, by name."""
        return tuple(self._of(operator) for operator in sorted(self._seconds))

    def _take_mind(self, record: Judgment) -> None:
        key = record.item_id, record.purpose, record.operator
        if record.kind is JudgmentKind.WITHDRAWN:
            return
        if record.reveal is RevealOrder.VERDICT_FIRST:
            self._minds[key] = defect_class(record), defect_class(record)
        elif record.reveal is RevealOrder.AFTER_REVEAL and key in self._minds:
            self._minds[key] = self._minds[key][0], defect_class(record)

    def _of(self, operator: str) -> OperatorStatistics:
        seconds = self._seconds[operator]
        pairs = self._pairs.of(operator)
        tally = {True: [0, 0], False: [0, 0]}
        for answer in self._probes.values():
            settled = self._confirmations.of(answer.item_id)
            if answer.operator == operator and settled is not None and answer.kind is not JudgmentKind.WITHDRAWN:
                tally[settled.defective][0] += defect_class(answer) != settled.defective
                tally[settled.defective][1] += 1
        minds = [mind for (_item, _purpose, who), mind in self._minds.items() if who == operator]
        return OperatorStatistics(
            operator=operator,
            boards=len(seconds),
            seconds_per_board=sum(seconds) / len(seconds) if seconds else None,
            agreed=Share(sum(a == b for a, b in pairs), len(pairs)),
            missed=Share(*tally[True]),
            false_alarms=Share(*tally[False]),
            changed=Share(sum(a != b for a, b in minds), len(minds)),
        )


def operator_statistics(records: Iterable[Judgment]) -> tuple[OperatorStatistics, ...]:
    """The figures of each operator over all records of a workspace, oldest first.

    A probe counts while its board is confirmed (``vqganodip.review.consensus``), against the judgment that is confirmed
    at the end, so that a truth found wrong later is not held against an operator.
    """
    tally = OperatorTally()
    for record in records:
        tally.take(record)
    return tally.figures()
