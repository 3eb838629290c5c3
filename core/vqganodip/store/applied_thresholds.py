"""Thresholds applied to boards that waited in the queue when it was changed.

Which boards, by whom and when is an entry of the audit trail. The table ``applied_thresholds`` follows from the
entries, and the queue from both; the boards themselves, with score and first verdict, never change.
"""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from contextlib import suppress
from datetime import datetime
from typing import Any, Final

from sqlalchemy import Connection, select, update

from vqganodip.records import Inspection, Verdict
from vqganodip.review.threshold_log import Application, Applied, ThresholdChange
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.audit_trail import append_entry
from vqganodip.store.dialects import put_row
from vqganodip.store.hash_chain import AuditEntry
from vqganodip.store.schema import applied_thresholds, audit_trail, boards, queue
from vqganodip.store.serialization import canonical, inspection_from

__all__ = ["APPLIED", "APPLIED_COLUMNS", "applications", "apply_change", "unexpected_boards", "waiting", "with_applied"]

APPLIED: Final = "threshold"
"""Subject of the entries of the audit trail."""

APPLIED_COLUMNS: Final = (
    applied_thresholds.c.value.label("applied_value"),
    applied_thresholds.c.upper.label("applied_upper"),
)


def with_applied(inspection: Inspection, row: Any) -> Inspection:
    """The inspection with the thresholds that were applied to its board, if any were; see ``APPLIED_COLUMNS``."""
    if row.applied_value is None:
        return inspection
    return Thresholds(row.applied_value, row.applied_upper).apply(inspection)


def waiting(connection: Connection, change: ThresholdChange) -> Applied:
    """Count the unjudged boards that applying a change would alter."""
    return _counted(list(_changed_boards(connection, change)))


def apply_change(connection: Connection, change: ThresholdChange, operator: str) -> Applied:
    """Apply a change to the unjudged boards of its bundle, inside the caller's transaction."""
    changed = list(_changed_boards(connection, change))
    if not changed:
        return _counted(changed)
    numbers = {after: [number for number, _, flagged in changed if flagged is after] for after in (True, False)}
    document = {
        "change": change.record_id,
        "value": float(change.value),
        "upper": None if change.upper is None else float(change.upper),
        "flagged": numbers[True],
        "passed": numbers[False],
    }
    entry = append_entry(connection, APPLIED, change.bundle_sha256, canonical(document), operator)
    for number, row in _rows([entry]).items():
        put_row(connection, applied_thresholds, {"item_id": number} | row, "item_id")
        connection.execute(update(queue).where(queue.c.item_id == number).values(flagged=row["flagged"]))
    return _counted(changed)


def applications(connection: Connection) -> Iterator[Application]:
    """The entries of the audit trail, oldest first, without those that were altered so that they cannot be read."""
    found = select(audit_trail).where(audit_trail.c.subject == APPLIED).order_by(audit_trail.c.record_id)
    for row in connection.execute(found):
        with suppress(ValueError, KeyError, TypeError):  # the verification names it
            values = json.loads(row.document)
            yield Application(
                change=int(values["change"]),
                bundle_sha256=row.name,
                thresholds=Thresholds(values["value"], values["upper"]),
                flagged=len(values["flagged"]),
                passed=len(values["passed"]),
                operator=row.operator,
                applied_at=datetime.fromisoformat(row.recorded_at),
            )


def unexpected_boards(connection: Connection, entries: Iterable[AuditEntry]) -> Iterator[int]:
    """Boards whose applied threshold does not follow from the entries of the audit trail."""
    expected = _rows(entries)
    names = [column.name for column in applied_thresholds.columns if column.name != "item_id"]
    rows = connection.execute(select(applied_thresholds))
    stored = {row.item_id: {name: getattr(row, name) for name in names} for row in rows}
    yield from sorted(number for number in {*expected, *stored} if expected.get(number) != stored.get(number))


def _changed_boards(connection: Connection, change: ThresholdChange) -> Iterator[tuple[int, bool, bool]]:
    """Number of each unjudged board with other thresholds, and whether it is flagged before and after."""
    rows = connection.execute(
        select(boards.c.item_id, boards.c.head, queue.c.flagged, *APPLIED_COLUMNS)
        .join(queue, queue.c.item_id == boards.c.item_id)
        .outerjoin(applied_thresholds, applied_thresholds.c.item_id == boards.c.item_id)
        .where(boards.c.bundle_sha256 == change.bundle_sha256, queue.c.judged == 0)
        .order_by(boards.c.item_id)
    )
    for row in rows:
        inspection = with_applied(inspection_from(row.head, None), row)
        if Thresholds(inspection.threshold, inspection.doubtful_until) != change.thresholds:
            after = change.thresholds.apply(inspection).verdict is Verdict.REVIEW
            yield row.item_id, bool(row.flagged), after


def _counted(changed: list[tuple[int, bool, bool]]) -> Applied:
    return Applied(
        boards=len(changed),
        passed=sum(before and not after for _, before, after in changed),
        flagged=sum(after and not before for _, before, after in changed),
    )


def _rows(entries: Iterable[AuditEntry]) -> dict[int, dict[str, Any]]:
    """Rows of the table by board, as they follow from entries, oldest first."""
    rows: dict[int, dict[str, Any]] = {}
    for entry in entries:
        if entry.subject != APPLIED:
            continue
        values = json.loads(entry.document)
        for flagged, name in ((1, "flagged"), (0, "passed")):
            for number in values[name]:
                rows[number] = {
                    "record_id": entry.record_id,
                    "value": values["value"],
                    "upper": values["upper"],
                    "flagged": flagged,
                }
    return rows
