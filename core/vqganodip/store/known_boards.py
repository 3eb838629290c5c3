"""Boards that a station knows, to work on with while the server of the records is away."""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from typing import Final

from vqganodip.records import Verdict
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, QueueFilter, QueueOrder, QueueState, ReviewItem

__all__ = ["KnownBoards"]

_KEPT: Final = 600
_COUNTS: Final = 32


class KnownBoards:
    """The boards that were read last, and the judgments that wait on this computer. Thread-safe; of limited size."""

    def __init__(self) -> None:
        self._turn = threading.RLock()
        self._items: OrderedDict[int, ReviewItem] = OrderedDict()
        self._records: dict[int, list[Judgment]] = {}
        self._counts: OrderedDict[QueueFilter, int] = OrderedDict()
        self._newly_judged: set[int] = set()
        self._rank, self._stations = 0, 1

    def keep(self, items: Iterable[ReviewItem]) -> None:
        """Take note of complete boards as the server has them."""
        with self._turn:
            for item in items:
                self._items[item.item_id] = item
                self._items.move_to_end(item.item_id)
            while len(self._items) > _KEPT:
                self._items.popitem(last=False)

    def share(self, rank: int, stations: int) -> None:
        """Offer only every n-th board that waits, so that stations without a server do not judge the same ones.

        Args:
            rank: Place of this station among those that judge, from 0.
            stations: Their number.
        """
        with self._turn:
            self._rank, self._stations = rank, stations

    def keep_count(self, wanted: QueueFilter, number: int) -> None:
        """Take note of the number of boards that match a filter."""
        with self._turn:
            self._counts[wanted] = number
            self._counts.move_to_end(wanted)
            while len(self._counts) > _COUNTS:
                self._counts.popitem(last=False)

    def judge(self, record: Judgment) -> None:
        """Take note of a judgment that waits on this computer."""
        with self._turn:
            self._records.setdefault(record.item_id, []).append(record)
            item = self._items.get(record.item_id)
            if record.purpose is Purpose.REVIEW and item is not None:
                if item.judgment is None and record.kind is not JudgmentKind.WITHDRAWN:
                    self._newly_judged.add(record.item_id)
                elif record.kind is JudgmentKind.WITHDRAWN:
                    self._newly_judged.discard(record.item_id)
                self._items[record.item_id] = item.judged(record)

    def judged(self, record: Judgment) -> None:
        """Take note of a judgment of this station that the server has."""
        with self._turn:
            item = self._items.get(record.item_id)
            if item is not None and record.purpose is Purpose.REVIEW:
                self._items[record.item_id] = item.judged(record)

    def forget(self, item_id: int) -> None:
        """Forget a board that another station has changed."""
        with self._turn:
            self._items.pop(item_id, None)

    def forget_records(self) -> None:
        """Forget the judgments of this computer and all boards: the server has everything."""
        with self._turn:
            self._records.clear()
            self._items.clear()
            self._newly_judged.clear()

    def missing(self, item_ids: Iterable[int]) -> list[int]:
        """The numbers of boards that are not known."""
        with self._turn:
            return [number for number in item_ids if number not in self._items]

    def item(self, item_id: int) -> ReviewItem | None:
        """A board; None if it is not known."""
        with self._turn:
            return self._items.get(item_id)

    def matching(self, wanted: QueueFilter) -> list[ReviewItem]:
        """The known boards that match a filter, in its order."""
        with self._turn:
            mine, every = self._rank, self._stations
            found = [
                item
                for item in self._items.values()
                if wanted.takes(item) and (item.judgment is not None or item.item_id % every == mine)
            ]
        return sorted(found, key=lambda item: _place(item, wanted.order))

    def count(self, wanted: QueueFilter) -> int:
        """Number of boards that match a filter, as far as it is known."""
        with self._turn:
            kept = self._counts.get(wanted)
            if kept is None:
                return len(self.matching(wanted))
            change = {QueueState.ALL: 0, QueueState.UNJUDGED: -1, QueueState.JUDGED: 1}[wanted.state]
            other = replace(wanted, state=QueueState.ALL) if not wanted.by_judgment else wanted
            mine = [n for n in self._newly_judged if n in self._items and other.takes(self._items[n])]
            return kept + change * len(mine)

    def neighbour(self, wanted: QueueFilter, item_id: int, *, backwards: bool) -> int | None:
        """The next (or previous) known board that matches a filter; None at the end."""
        here = self.item(item_id)
        if here is None:
            return None
        place = _place(here, wanted.order)
        found = [(_place(item, wanted.order), item.item_id) for item in self.matching(wanted)]
        beyond = [pair for pair in found if (pair[0] < place if backwards else pair[0] > place)]
        return None if not beyond else (max(beyond) if backwards else min(beyond))[1]

    def judgments(self, item_id: int) -> Sequence[Judgment]:
        """The current judgment of a board as it was shown, and the records that wait on this computer."""
        with self._turn:
            mine = list(self._records.get(item_id, ()))
            item = self._items.get(item_id)
        shown = None if item is None else item.judgment
        return mine if shown is None or shown.record_id < 0 else [shown, *mine]


def _place(item: ReviewItem, order: QueueOrder) -> tuple[float, ...]:
    if order is QueueOrder.ARRIVAL:
        return (item.item_id,)
    flagged = item.inspection.verdict is Verdict.REVIEW
    return (0.0 if flagged else 1.0, -item.inspection.score, item.item_id)
