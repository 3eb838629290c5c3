"""Statistics of single operators: pace, agreement, results of hidden probes, changed judgments after the reveal.

Rates of few probes are uncertain, so each has its count and its exact interval (Clopper and Pearson 1934). Only for
people with the permission ``accounts.Permission.SEE_OPERATORS``.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from vqganodip.review.consensus import Confirmations
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, RevealOrder
from vqganodip.review.review_time import seconds_per_board
from vqganodip.review.shift_statistics import OpinionPairs, defect_class
from vqganodip.statistics import Interval, clopper_pearson

__all__ = ["OperatorStatistics", "OperatorCounts", "Share", "operator_statistics"]


@dataclass(frozen=True, slots=True)
class Share:
    """A count and its total."""

    count: int
    of: int

    @property
    def rate(self) -> float | None:
        """count / of; None if the total is 0."""
        return self.count / self.of if self.of else None

    @property
    def interval(self) -> Interval | None:
        """Exact 95 % interval of the rate; None if the total is 0."""
        return clopper_pearson(self.count, self.of) if self.of else None


@dataclass(frozen=True, slots=True)
class OperatorStatistics:
    """Statistics of one operator.

    Attributes:
        operator: Name of the operator.
        boards: Number of boards that they judged first.
        seconds_per_board: Median review time of a board, see ``review_time``; None without a look.
        agreed: Second opinions that agree with the first judgment.
        missed: Defective probes judged good.
        false_alarms: Good probes judged NG or doubtful.
        changed: Boards judged differently after the machine's findings were revealed.
    """

    operator: str
    boards: int
    seconds_per_board: float | None
    agreed: Share
    missed: Share
    false_alarms: Share
    changed: Share


class OperatorCounts:
    """Consumes all records of a workspace, oldest first, and counts the selected ones."""

    def __init__(self) -> None:
        self._confirmations = Confirmations()
        self._standing: dict[int, Judgment] = {}
        self._boards: Counter[str] = Counter()
        self._looks: dict[str, list[Judgment]] = {}
        self._pairs = OpinionPairs()
        self._probes: dict[int, Judgment] = {}
        self._roots: dict[int, int] = {}
        self._minds: dict[tuple[int, Purpose, str], tuple[int, int]] = {}

    def take(self, record: Judgment, *, counts: bool = True) -> None:
        """Process the next record; records that are not counted still contribute to the consensus."""
        self._confirmations.take(record)
        if record.purpose is Purpose.REVIEW:
            self._standing[record.item_id] = record
        if not counts:
            return
        looks = self._looks.setdefault(record.operator, [])
        if record.purpose is Purpose.REVIEW and record.corrects is None:
            self._boards[record.operator] += 1
            looks.append(record)
        self._pairs.take(record, self._standing.get(record.item_id))
        if record.purpose is Purpose.PROBE:
            root = self._roots.get(record.corrects or 0, record.record_id)
            self._roots[record.record_id] = root
            self._probes[root] = record
        self._take_mind(record)

    def figures(self) -> tuple[OperatorStatistics, ...]:
        """Statistics of every operator with a counted record, sorted by name."""
        return tuple(self._of(operator) for operator in sorted(self._looks))

    def _take_mind(self, record: Judgment) -> None:
        key = record.item_id, record.purpose, record.operator
        if record.kind is JudgmentKind.WITHDRAWN:
            return
        if record.reveal is RevealOrder.VERDICT_FIRST:
            self._minds[key] = defect_class(record), defect_class(record)
        elif record.reveal is RevealOrder.AFTER_REVEAL and key in self._minds:
            self._minds[key] = self._minds[key][0], defect_class(record)

    def _of(self, operator: str) -> OperatorStatistics:
        pairs = self._pairs.of(operator)
        counts = {True: [0, 0], False: [0, 0]}
        for answer in self._probes.values():
            confirmation = self._confirmations.of(answer.item_id)
            if answer.operator == operator and confirmation is not None and answer.kind is not JudgmentKind.WITHDRAWN:
                counts[confirmation.defective][0] += defect_class(answer) != confirmation.defective
                counts[confirmation.defective][1] += 1
        minds = [mind for (_item, _purpose, who), mind in self._minds.items() if who == operator]
        return OperatorStatistics(
            operator=operator,
            boards=self._boards[operator],
            seconds_per_board=seconds_per_board(self._looks[operator]),
            agreed=Share(sum(a == b for a, b in pairs), len(pairs)),
            missed=Share(*counts[True]),
            false_alarms=Share(*counts[False]),
            changed=Share(sum(a != b for a, b in minds), len(minds)),
        )


def operator_statistics(records: Iterable[Judgment]) -> tuple[OperatorStatistics, ...]:
    """Compute the statistics of each operator from all records of a workspace, oldest first.

    A probe counts if its board is confirmed (``vqganodip.review.consensus``). It is compared with the finally confirmed
    judgment, so that a later corrected truth does not count against an operator.
    """
    counts = OperatorCounts()
    for record in records:
        counts.take(record)
    return counts.figures()
