"""Assignment of blind judgments: second opinions on randomly drawn boards, and confirmed boards as hidden probes.

Consumes the records of a workspace, oldest first. Works with numbers of boards and records only; the display is left to
``vqganodip.review.blind_queue``.
"""

from __future__ import annotations

import random
from collections import Counter
from itertools import islice
from typing import Final

from vqganodip.review.consensus import Confirmations
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose
from vqganodip.review.rules import ReviewRules, draw

__all__ = ["BlindAssignment"]

_REST: Final = 30
"""Least number of an operator's records between their judgment of a board and its return as a probe."""

_MOST_DUE: Final = 3
"""Largest number of probes that may wait for an operator."""

_SAMPLE: Final = 64


class BlindAssignment:
    """Boards that operators of a workspace have to judge blind.

    Args:
        rules: Rules of the review.
    """

    def __init__(self, rules: ReviewRules) -> None:
        self.rules = rules
        self._confirmations = Confirmations()
        self._confirmed: dict[bool, dict[int, None]] = {False: {}, True: {}}
        self._drawn: dict[int, set[str]] = {}  # boards drawn for a second opinion → names of all who judged them
        self._opinions: dict[int, set[str]] = {}
        self._waiting: dict[int, None] = {}
        self._calls: dict[str, list[str]] = {}
        self._judged: dict[str, dict[int, int]] = {}
        self._records: Counter[str] = Counter()

    def take(self, record: Judgment) -> None:
        """Process the next record."""
        self._confirmations.take(record)
        self._records[record.operator] += 1
        self._judged.setdefault(record.operator, {})[record.item_id] = self._records[record.operator]
        for boards in self._confirmed.values():
            boards.pop(record.item_id, None)
        found = self._confirmations.of(record.item_id)
        if found is not None:
            self._confirmed[found.defective][record.item_id] = None
        match record.purpose:
            case Purpose.REVIEW:
                self._take_review(record)
            case Purpose.SECOND:
                self._take_second(record)
            case Purpose.PROBE:
                if record.corrects is None and self._calls.get(record.operator):
                    self._calls[record.operator].pop(0)

    def seconds_for(self, operator: str, limit: int) -> tuple[int, ...]:
        """Boards that wait for a second opinion and that this operator has never judged, longest waiting first."""
        mine = (number for number in self._waiting if operator not in self._drawn[number])
        return tuple(islice(mine, limit))

    def probe_for(self, operator: str, given: int = 0, leave_out: frozenset[int] = frozenset()) -> tuple[int, ...]:
        """Candidates for the operator's next hidden probe; empty if no probe is due or no board is suitable.

        Half of the probes are defective if boards of both classes are confirmed. Boards that the operator never judged
        come first; boards among their last 30 records are excluded.

        Args:
            operator: The operator.
            given: Number of probes that already wait for the operator.
            leave_out: Boards that must not be used.
        """
        calls = self._calls.get(operator, [])[given:]
        if not calls:
            return ()
        chance = random.Random(f"{self.rules.seed} {calls[0]}")
        judged, now = self._judged.get(operator, {}), self._records[operator]
        first = chance.random() < 0.5
        for defective in (first, not first):
            boards = [
                number
                for number in self._confirmed[defective]
                if number not in leave_out and now - judged.get(number, -_REST) >= _REST
            ]
            unseen = [number for number in boards if number not in judged]
            seen = [number for number in boards if number in judged]
            if unseen:
                return tuple(chance.sample(unseen, min(len(unseen), _SAMPLE)))
            if seen:
                return tuple(sorted(seen, key=lambda number: judged[number])[:_SAMPLE])
        return ()

    def _take_review(self, record: Judgment) -> None:
        rules, number = self.rules, record.item_id
        if number not in self._drawn:
            late = record.record_id > rules.second_since and rules.second_share > 0
            if late and draw(rules.seed, "second", record.board_hash) < rules.second_share and record.corrects is None:
                self._drawn[number] = set()
        if number in self._drawn:
            self._drawn[number].add(record.operator)
            self._await(number, stands=record.kind is not JudgmentKind.WITHDRAWN)
        if record.corrects is None and record.record_id > rules.probe_since:
            calls = self._calls.setdefault(record.operator, [])
            if draw(rules.seed, "probe", record.row_hash) < rules.probe_rate and len(calls) < _MOST_DUE:
                calls.append(record.row_hash)

    def _take_second(self, record: Judgment) -> None:
        people = self._opinions.setdefault(record.item_id, set())
        if record.kind is JudgmentKind.WITHDRAWN:
            people.discard(record.operator)
        else:
            people.add(record.operator)
        if record.item_id in self._drawn:
            self._drawn[record.item_id].add(record.operator)
            self._await(record.item_id, stands=True)

    def _await(self, number: int, *, stands: bool) -> None:
        if stands and not self._opinions.get(number):
            self._waiting.setdefault(number)
        else:
            self._waiting.pop(number, None)
