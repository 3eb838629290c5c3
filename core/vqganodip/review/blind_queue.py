"""The queue as one operator sees it: boards to be judged blind look like boards that were never judged.

A view of a repository. A board that the operator has to judge blind has no judgment here and is listed and counted as
waiting, at its normal place in the order; once judged, it shows the operator's own answer. The window receives nothing
that distinguishes such a board from others, so it cannot reveal it. The stored records are not modified.
"""

from __future__ import annotations

import threading
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Final

from vqganodip.placement.record import PlacementRecord
from vqganodip.placement.sensitivity import SensitivityRecord
from vqganodip.records import Inspection, ModelName, Verdict
from vqganodip.review.accounts import Person
from vqganodip.review.blind_assignment import BlindAssignment
from vqganodip.review.gate_log import GateChange
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, QueueFilter, QueueOrder, QueueState, ReviewItem
from vqganodip.review.model_names import ModelNames
from vqganodip.review.repository import Repository
from vqganodip.review.rules import ReviewRules
from vqganodip.review.threshold_log import Application, Applied, ThresholdChange

__all__ = ["BlindQueue"]

_OPEN_AT_ONCE: Final = 50
"""Number of second opinions assigned to an operator at a time."""


@dataclass(frozen=True, slots=True)
class _Blind:
    """A board that the operator judges blind, as shown, with their own answer if they have given it."""

    purpose: Purpose
    item: ReviewItem

    @property
    def waits(self) -> bool:
        return self.item.judgment is None


class BlindQueue:
    """A ``Repository`` as seen by one operator. Thread-safe.

    Args:
        repository: Repository of the workspace.
        rules: Rules of the review.
        operator: Name of the operator; empty if none is logged in.
    """

    def __init__(self, repository: Repository, rules: ReviewRules | None = None, operator: str = "") -> None:
        self._kept = repository
        self._turn = threading.Lock()
        self._operator = operator
        self._work = BlindAssignment(rules or ReviewRules())
        self._read = 0
        self._last: ReviewItem | None = None
        self._blind: Mapping[int, _Blind] = MappingProxyType({})

    @property
    def rules(self) -> ReviewRules:
        """Rules of the review."""
        return self._work.rules

    @property
    def operator(self) -> str:
        """Name of the operator."""
        return self._operator

    def seat(self, operator: str) -> None:
        """Switch operator; pending blind assignments are released."""
        with self._turn:
            self._operator, self._blind = operator, MappingProxyType({})

    def set_rules(self, rules: ReviewRules) -> None:
        """Replace the rules; pending blind assignments are dropped."""
        with self._turn:
            self._work, self._read, self._blind = BlindAssignment(rules), 0, MappingProxyType({})

    def purpose(self, item_id: int) -> Purpose:
        """Purpose of a judgment that the operator would give of this board now."""
        found = self._blind.get(item_id)
        return Purpose.REVIEW if found is None else found.purpose

    def waits(self, item_id: int) -> bool:
        """True if the operator has to judge this board blind, so that judgments of others must stay hidden."""
        found = self._blind.get(item_id)
        return found is not None and found.waits

    def update(self) -> bool:
        """Read new records and assign blind judgments; True if the queue changed.

        The first call reads all records: do not call it in the thread of the window.

        Raises:
            StoreError: The records cannot be read.
        """
        if not self.rules.blind:
            return False
        with self._turn:
            for record in self._kept.judgments(after=self._read):
                self._work.take(record)
                self._read = record.record_id
            if not self._operator:
                return False
            given = dict(self._blind)
            for number in self._new_seconds(given):
                given[number] = _Blind(Purpose.SECOND, replace(self._kept.item(number), judgment=None))
            while (probe := self._new_probe(given)) is not None:
                given[probe.item_id] = _Blind(Purpose.PROBE, replace(probe, judgment=None))
            changed = len(given) != len(self._blind)
            self._blind = MappingProxyType(given)
            return changed

    # the queue

    def item(self, item_id: int) -> ReviewItem:
        return self._masked(self._kept.item(item_id))

    def whole_items(self, item_ids: Sequence[int]) -> Sequence[ReviewItem]:
        return [self._masked(item) for item in self._kept.whole_items(item_ids)]

    def items(self, wanted: QueueFilter, offset: int, limit: int) -> Sequence[ReviewItem]:
        if wanted.by_judgment and self._blind:
            numbers = self.item_ids(wanted)[offset : offset + limit]
            found = {item.item_id: item for item in self._kept.whole_items(numbers)}
            return [found[number] for number in numbers]
        blind = self._waiting(wanted)
        if not blind or wanted.state is QueueState.ALL:
            return [self._masked(item) for item in self._kept.items(wanted, offset, limit)]
        if wanted.state is QueueState.JUDGED:
            # rows excluded before the first row shift its position
            rows = self._kept.items(wanted, offset, limit + 2 * len(blind))
            before = sum(_place(b, wanted.order) < _place(rows[0], wanted.order) for b in blind) if rows else 0
            stay = [self._masked(row) for row in rows if not self.waits(row.item_id)]
            return stay[before : before + limit]
        first = max(offset - len(blind), 0)
        rows = self._kept.items(wanted, first, limit + offset - first)
        start, come = first, blind
        if first and rows:
            come = [b for b in blind if _place(b, wanted.order) > _place(rows[0], wanted.order)]
            start = first + len(blind) - len(come)
        elif first:  # beyond the last stored row: count from the real end
            start, come = 0, blind
            rows = self._kept.items(wanted, 0, offset)
        merged = sorted([*rows, *come], key=lambda item: _place(item, wanted.order))
        return merged[offset - start : offset - start + limit]

    def item_ids(self, wanted: QueueFilter) -> Sequence[int]:
        numbers = self._kept.item_ids(wanted)
        if wanted.by_judgment:  # what others judged of the boards that are judged blind must not show
            return [number for number in numbers if number not in self._blind]
        blind = self._waiting(wanted)
        if not blind or wanted.state is QueueState.ALL:
            return numbers
        if wanted.state is QueueState.JUDGED:
            return [number for number in numbers if not self.waits(number)]
        merged = list(numbers)
        for one in reversed(blind):
            follower = self._kept.neighbour(wanted, one.item_id)
            merged.insert(len(numbers) if follower is None else numbers.index(follower), one.item_id)
        return merged

    def count(self, wanted: QueueFilter) -> int:
        if wanted.by_judgment and self._blind:
            return len(self.item_ids(wanted))
        change = {QueueState.ALL: 0, QueueState.UNJUDGED: 1, QueueState.JUDGED: -1}[wanted.state]
        return self._kept.count(wanted) + change * len(self._waiting(wanted))

    def neighbour(self, wanted: QueueFilter, item_id: int, *, backwards: bool = False) -> int | None:
        found = self._kept.neighbour(wanted, item_id, backwards=backwards)
        if wanted.state is QueueState.JUDGED:
            while found is not None and (found in self._blind if wanted.by_judgment else self.waits(found)):
                found = self._kept.neighbour(wanted, found, backwards=backwards)
            return found
        blind = self._waiting(wanted) if wanted.state is QueueState.UNJUDGED else []
        if not blind:
            return found
        here = _place(self._kept.item(item_id), wanted.order)
        places = {item.item_id: _place(item, wanted.order) for item in blind}
        beyond = [(p, n) for n, p in places.items() if (p < here if backwards else p > here)]
        if found is not None:
            beyond.append((_place(self._kept.item(found), wanted.order), found))
        return None if not beyond else (max(beyond) if backwards else min(beyond))[1]

    def add_judgment(self, judgment: Judgment) -> Judgment:
        stored = self._kept.add_judgment(judgment)
        with self._turn:
            blind = self._blind.get(stored.item_id)
            if blind is not None and blind.purpose is stored.purpose:
                answer = None if stored.kind is JudgmentKind.WITHDRAWN else stored
                changed = replace(blind, item=replace(blind.item, judgment=answer))
                self._blind = MappingProxyType({**self._blind, stored.item_id: changed})
            elif stored.purpose is Purpose.REVIEW and self._work.rules.probe_rate:
                self._last = self._kept.item(stored.item_id)
        return stored

    # methods that are the same for all operators

    def add_inspection(self, inspection: Inspection, serial: str) -> ReviewItem:
        return self._masked(self._kept.add_inspection(inspection, serial))

    def knows(self, sha256: str, bundle_sha256: str) -> bool:
        return self._kept.knows(sha256, bundle_sha256)

    def known_board(self, sha256: str, bundle_sha256: str) -> ReviewItem | None:
        known = self._kept.known_board(sha256, bundle_sha256)
        return None if known is None else self._masked(known)

    def image_of(self, inspection: Inspection) -> Path | None:
        return self._kept.image_of(inspection)

    def operators(self) -> Sequence[str]:
        return self._kept.operators()

    def used_codes(self) -> Sequence[tuple[str, int]]:
        return self._kept.used_codes()

    def scores(self, bundle_sha256: str) -> Sequence[float]:
        return self._kept.scores(bundle_sha256)

    def judgments(self, item_id: int | None = None, after: int = 0) -> Iterator[Judgment]:
        return self._kept.judgments(item_id, after)

    def last_judgments(self, limit: int) -> Sequence[Judgment]:
        return self._kept.last_judgments(limit)

    def threshold_changes(self) -> Sequence[ThresholdChange]:
        return self._kept.threshold_changes()

    def add_threshold_change(self, change: ThresholdChange) -> ThresholdChange:
        return self._kept.add_threshold_change(change)

    def waiting_for_threshold(self, change: ThresholdChange) -> Applied:
        return self._kept.waiting_for_threshold(change)

    def apply_threshold(self, change: ThresholdChange, operator: str) -> Applied:
        return self._kept.apply_threshold(change, operator)

    def threshold_applications(self) -> Sequence[Application]:
        return self._kept.threshold_applications()

    def gate_changes(self, bundle_sha256: str) -> Sequence[GateChange]:
        return self._kept.gate_changes(bundle_sha256)

    def add_gate_change(self, change: GateChange) -> GateChange:
        return self._kept.add_gate_change(change)

    def cleared_boards(self, bundle_sha256: str) -> Sequence[int]:
        return self._kept.cleared_boards(bundle_sha256)

    def get_setting(self, name: str) -> str | None:
        return self._kept.get_setting(name)

    def put_setting(self, name: str, value: str, operator: str = "") -> None:
        self._kept.put_setting(name, value, operator)

    def people(self) -> Sequence[Person]:
        return self._kept.people()

    def put_person(self, person: Person, operator: str = "") -> None:
        self._kept.put_person(person, operator)

    def use_model(self, bundle_sha256: str, operator: str = "", name: ModelName | None = None) -> None:
        self._kept.use_model(bundle_sha256, operator, name)

    def model_names(self) -> ModelNames:
        return self._kept.model_names()

    def placement(self, bundle_sha256: str) -> PlacementRecord | None:
        return self._kept.placement(bundle_sha256)

    def placed_models(self) -> frozenset[str]:
        return self._kept.placed_models()

    def put_placement(self, bundle_sha256: str, record: PlacementRecord | None, operator: str = "") -> None:
        self._kept.put_placement(bundle_sha256, record, operator)

    def sensitivity(self, bundle_sha256: str) -> SensitivityRecord | None:
        return self._kept.sensitivity(bundle_sha256)

    def put_sensitivity(self, bundle_sha256: str, record: SensitivityRecord, operator: str = "") -> None:
        self._kept.put_sensitivity(bundle_sha256, record, operator)

    def put_product_name(self, before: str, after: str, operator: str = "") -> None:
        self._kept.put_product_name(before, after, operator)

    def close(self) -> None:
        self._kept.close()

    def _masked(self, item: ReviewItem) -> ReviewItem:
        found = self._blind.get(item.item_id)
        return item if found is None else replace(item, judgment=found.item.judgment)

    def _waiting(self, wanted: QueueFilter) -> list[ReviewItem]:
        """Boards that match the filter and wait for a blind judgment, in its order; the filter's state is ignored."""
        part = [blind.item for blind in self._blind.values() if blind.waits and wanted.takes_findings(blind.item)]
        return sorted(part, key=lambda item: _place(item, wanted.order))

    def _new_seconds(self, given: Mapping[int, _Blind]) -> list[int]:
        room = _OPEN_AT_ONCE - sum(b.waits and b.purpose is Purpose.SECOND for b in given.values())
        if room <= 0:
            return []
        waiting = self._work.seconds_for(self._operator, room + len(given))
        return [number for number in waiting if number not in given][:room]

    def _new_probe(self, given: Mapping[int, _Blind]) -> ReviewItem | None:
        """Insert the next due probe shortly after the last judged board, so that it comes up soon."""
        waiting = sum(b.waits and b.purpose is Purpose.PROBE for b in given.values())
        boards = self._kept.whole_items(self._work.probe_for(self._operator, waiting, frozenset(given)))
        last, urgency = self._last, QueueOrder.URGENCY

        def distance(item: ReviewItem) -> tuple[bool, bool, float]:
            if last is None:
                return False, False, -item.inspection.score
            other = item.inspection.verdict is not last.inspection.verdict
            passed = _place(item, urgency) < _place(last, urgency)
            return other, passed, abs(item.inspection.score - last.inspection.score)

        return min((b for b in boards if b.judgment is not None), key=distance, default=None)


def _place(item: ReviewItem, order: QueueOrder) -> tuple[float, ...]:
    if order is QueueOrder.ARRIVAL:
        return (item.item_id,)
    flagged = item.inspection.verdict is Verdict.REVIEW
    return (0.0 if flagged else 1.0, -item.inspection.score, item.item_id)
