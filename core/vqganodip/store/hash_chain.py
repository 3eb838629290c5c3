"""Hash chains of judgments, threshold changes and the audit trail: each record contains the hash of the previous one.

``row_hash`` is the sha256 of the canonical JSON of all other fields, ``prev_hash`` and ``board_hash`` included. Fields
that were added after the first workspaces are omitted while they are empty, so that old chains stay valid. Changing,
removing or inserting a record breaks the chain from there on; records removed at its end are noticed by
``vqganodip.store.chain_ends``. A chain reveals alterations but can be rewritten as a whole, together with its end, so a
copy of the last hash should be stored elsewhere (every export contains it).
"""

from __future__ import annotations

import hashlib
import math
from collections.abc import Callable, Iterable
from dataclasses import asdict, dataclass, fields, replace
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from vqganodip.errors import Message, StoreError, message
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, RevealOrder
from vqganodip.review.threshold_log import ThresholdChange
from vqganodip.store.serialization import canonical, region_judgments_text, storable, utc_text

__all__ = [
    "AuditEntry",
    "Verification",
    "change_hash",
    "entry_hash",
    "row_hash",
    "seal",
    "seal_change",
    "verify_changes",
    "verify_entries",
    "verify_records",
]


@dataclass(frozen=True, slots=True)
class AuditEntry:
    """One change of what governs the review. The field names are part of the hash and of the database.

    Attributes:
        subject: ``person``, ``rules``, ``model``, ``product`` or ``workspace``.
        name: Name of the person or setting, hash of the bundle, former name of the product; empty for the workspace.
        document: The new state as canonical JSON.
        operator: Name of the person who changed it; empty if unknown.
        recorded_at: UTC.
        app_version: Version of the program that wrote it.
        record_id: Number of the entry, counted from 1.
        prev_hash: Hash of the previous entry; empty for the first.
        row_hash: sha256 over all other fields.
    """

    subject: str
    name: str
    document: str
    operator: str
    recorded_at: str
    app_version: str
    record_id: int = 0
    prev_hash: str = ""
    row_hash: str = ""


SIDES: Final = ("", "T", "B")

_LATER: Final = ("role", "lot", "work_order", "side", "purpose", "regions", "reveal", "client_id")


Record = TypeVar("Record", Judgment, ThresholdChange, AuditEntry)


def row_hash(judgment: Judgment) -> str:
    """Hash of a judgment: sha256 over the canonical JSON of all fields but ``row_hash``, as 64 hex digits."""
    values: dict[str, Any] = {f.name: getattr(judgment, f.name) for f in fields(judgment) if f.name != "row_hash"}
    values["kind"] = judgment.kind.value
    values["purpose"] = "" if judgment.purpose is Purpose.REVIEW else judgment.purpose.value
    values["reveal"] = "" if judgment.reveal is RevealOrder.MACHINE_FIRST else judgment.reveal.value
    values["regions"] = region_judgments_text(judgment.regions) if judgment.regions else ""
    for name in _LATER:
        if not values[name]:
            del values[name]
    values["judged_at"] = utc_text(judgment.judged_at, message("time-of-judgment", "the time of judgment"))
    values["review_s"] = float(judgment.review_s)
    return hashlib.sha256(canonical(values).encode("ascii")).hexdigest()


def seal(judgment: Judgment, *, record_id: int, board_hash: str, prev_hash: str) -> Judgment:
    """Prepare a judgment for storage: number, hashes, storable texts, time in UTC.

    Raises:
        StoreError: The time has no zone, the review time is negative or not finite, the side is unknown, or a region
            is withdrawn.
    """
    if not (math.isfinite(judgment.review_s) and judgment.review_s >= 0):
        raise StoreError(
            "record-review-time-invalid",
            "a review time of {seconds} s cannot be kept",
            todo="Give seconds from 0 up.",
            seconds=judgment.review_s,
        )
    if judgment.side not in SIDES:
        raise StoreError(
            "record-side-unknown", "a board has no side {side!r}", todo="Give T, B, or nothing.", side=judgment.side
        )
    if any(region.kind is JudgmentKind.WITHDRAWN for region in judgment.regions):
        raise StoreError(
            "record-region-withdrawn", "a region cannot be withdrawn", todo="Judge the board again without that region."
        )
    moment = datetime.fromisoformat(
        utc_text(judgment.judged_at, message("time-of-judgment", "the time of judgment"))
    ).astimezone(UTC)
    numbered = replace(
        judgment,
        operator=storable(judgment.operator),
        station=storable(judgment.station),
        defect_code=storable(judgment.defect_code),
        comment=storable(judgment.comment),
        app_version=storable(judgment.app_version),
        role=storable(judgment.role),
        lot=storable(judgment.lot),
        work_order=storable(judgment.work_order),
        client_id=storable(judgment.client_id),
        regions=tuple(replace(r, defect_code=storable(r.defect_code)) for r in judgment.regions),
        judged_at=moment,
        review_s=float(judgment.review_s),
        record_id=record_id,
        board_hash=board_hash,
        prev_hash=prev_hash,
        row_hash="",
    )
    return replace(numbered, row_hash=row_hash(numbered))


def change_hash(change: ThresholdChange) -> str:
    """Hash of a threshold change: sha256 over the canonical JSON of all fields but ``row_hash``, as 64 hex digits."""
    values = asdict(change)
    del values["row_hash"]
    if not change.rule:
        del values["rule"]  # a record of an earlier version
    values["changed_at"] = change.changed_at.astimezone(UTC).isoformat()  # not utc_text: no microseconds where 0
    return hashlib.sha256(canonical(values).encode("ascii")).hexdigest()


def seal_change(change: ThresholdChange, *, record_id: int, prev_hash: str) -> ThresholdChange:
    """Prepare a threshold change for storage: number, hashes, storable texts, time in UTC.

    Raises:
        StoreError: The time has no zone, or a number is not finite.
    """
    numbered = replace(
        change,
        operator=storable(change.operator),
        role=storable(change.role),
        station=storable(change.station),
        reason=storable(change.reason),
        changed_at=datetime.fromisoformat(
            utc_text(change.changed_at, message("time-of-change", "the time of the change"))
        ).astimezone(UTC),
        record_id=record_id,
        prev_hash=prev_hash,
        row_hash="",
    )
    return replace(numbered, row_hash=change_hash(numbered))


def entry_hash(entry: AuditEntry) -> str:
    """Hash of an audit entry: sha256 over the canonical JSON of all fields but ``row_hash``, as 64 hex digits."""
    values = asdict(entry)
    del values["row_hash"]
    return hashlib.sha256(canonical(values).encode("ascii")).hexdigest()


@dataclass(frozen=True, slots=True)
class Verification:
    """Result of a verification.

    Attributes:
        records: Number of records read, including the first broken one.
        last_hash: ``row_hash`` of the last intact record; empty if there is none.
        broken: Number of the first broken record; None if all are intact.
        line: Its line in a file (the header is line 1; a line may contain line breaks); None for a workspace.
        reason: Why it is broken; None if all are intact.
    """

    records: int
    last_hash: str
    broken: int | None = None
    line: int | None = None
    reason: Message | None = None

    @property
    def holds(self) -> bool:
        """True if all records are intact."""
        return self.reason is None


def verify_records(judgments: Iterable[Judgment]) -> Verification:
    """Check that the judgments of a workspace follow from one another.

    Args:
        judgments: All records from the first on, in order. Constant memory.
    """
    return _verify_chain(judgments, row_hash)


def verify_changes(changes: Iterable[ThresholdChange]) -> Verification:
    """Check that the threshold changes of a workspace follow from one another.

    Args:
        changes: All of them from the first on, in order.
    """
    return _verify_chain(changes, change_hash)


def verify_entries(entries: Iterable[AuditEntry]) -> Verification:
    """Check that the entries of the audit trail follow from one another.

    Args:
        entries: All of them from the first on, in order.
    """
    return _verify_chain(entries, entry_hash)


def _verify_chain(records: Iterable[Record], hash_of: Callable[[Record], str]) -> Verification:
    previous, count = "", 0
    for count, record in enumerate(records, start=1):
        reason: Message | None = None
        if record.record_id != count:
            reason = message(
                "chain-record-expected",
                "record {number} was expected here: a record was removed, inserted or moved",
                number=count,
            )
        elif record.row_hash != _hash_or_none(record, hash_of):
            reason = message("chain-record-changed", "its fields do not give its hash: it was changed")
        elif record.prev_hash != previous:
            reason = message("chain-record-not-following", "it does not follow from the record before it")
        if reason is not None:
            return Verification(count, previous, record.record_id, None, reason)
        previous = record.row_hash
    return Verification(count, previous)


def _hash_or_none(record: Record, hash_of: Callable[[Record], str]) -> str | None:
    """The hash of a record; None for fields that no program of this kind writes, such as a time without a zone."""
    try:
        return hash_of(record)
    except (StoreError, ValueError, TypeError):
        return None
