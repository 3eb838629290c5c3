"""Conditions and order of the queue as SQL."""

from __future__ import annotations

from typing import Any

from sqlalchemy import ColumnElement, Select, and_, case, func, not_, or_, select, tuple_

from vqganodip.records import UNUSABLE
from vqganodip.review.judgments import QueueFilter, QueueOrder, QueueState
from vqganodip.store.dialects import contains, json_number, listed
from vqganodip.store.schema import applied_thresholds, boards, judgments, queue
from vqganodip.store.serialization import storable

__all__ = ["beyond", "conditions", "numbers", "ordered"]


def numbers(wanted: QueueFilter) -> Select[tuple[int]]:
    """Numbers of the boards that match a filter, in its order."""
    return select(queue.c.item_id).where(*conditions(wanted)).order_by(*ordered(wanted.order))


def conditions(wanted: QueueFilter) -> list[ColumnElement[bool]]:
    """Conditions on the rows of the queue."""
    found: list[ColumnElement[bool]] = []
    if wanted.state is not QueueState.ALL:
        found.append(queue.c.judged == int(wanted.state is QueueState.JUDGED))
    if wanted.without:
        found.append(queue.c.item_id.not_in(listed(wanted.without)))
    if wanted.flagged_only:
        found.append(queue.c.flagged >= 1)  # a range, so that neighbour() can start inside the index
    if wanted.scores is not None:
        low, high = wanted.scores
        found.append(queue.c.score >= low)
        found += [] if high >= 1 else [queue.c.score < high]
    if wanted.doubt:
        found += [queue.c.flagged >= 1, queue.c.item_id.in_(_in_doubt())]
    if wanted.by_judgment:
        said = select(judgments.c.record_id).where(judgments.c.record_id == queue.c.standing)
        if wanted.kinds:
            said = said.where(judgments.c.kind.in_(sorted(wanted.kinds)))
        if wanted.operator:
            said = said.where(judgments.c.operator == storable(wanted.operator))
        found.append(said.exists())
    if wanted.search:
        needle = storable(wanted.search).casefold()
        serial = contains(queue.c.serial_folded, needle)
        found.append(or_(serial, queue.c.item_id.in_(listed(wanted.found))) if wanted.found else serial)
    return found


def _in_doubt() -> Select[tuple[int]]:
    """Numbers of the boards in the doubtful band, as ``Inspection.doubtful`` computes it."""
    score, own, end = (json_number(boards.c.head, n) for n in ("score", "threshold", "doubtful_high"))
    applied = applied_thresholds.c
    low = func.coalesce(applied.value, own)
    high = case((applied.item_id.is_not(None), applied.upper), else_=end)
    usable = [not_(contains(boards.c.head, f'"{code}"')) for code in sorted(UNUSABLE)]
    rows = select(boards.c.item_id).outerjoin(applied_thresholds, applied.item_id == boards.c.item_id)
    return rows.where(high.is_not(None), score >= low, score < high, *usable)


def ordered(order: QueueOrder, backwards: bool = False) -> list[ColumnElement[Any]]:
    """Columns to sort by."""
    number = queue.c.item_id.desc() if backwards else queue.c.item_id.asc()
    if order is QueueOrder.ARRIVAL:
        return [number]
    if backwards:
        return [queue.c.flagged.asc(), queue.c.score.asc(), number]
    return [queue.c.flagged.desc(), queue.c.score.desc(), number]


def beyond(order: QueueOrder, flagged: int, score: float, item_id: int, backwards: bool) -> list[ColumnElement[bool]]:
    """Rows strictly after (before) a row. The comparison of pairs lets SQLite start inside its index."""
    number = queue.c.item_id < item_id if backwards else queue.c.item_id > item_id
    if order is QueueOrder.ARRIVAL:
        return [number]
    rank = tuple_(queue.c.flagged, queue.c.score)
    here = tuple_(flagged, score)
    same = and_(queue.c.flagged == flagged, queue.c.score == score)
    return [rank >= here if backwards else rank <= here, or_(not_(same), number)]
