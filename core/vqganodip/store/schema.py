"""Tables of a workspace after the newest migration.

``boards``, ``findings``, ``judgments``, ``threshold_changes`` and ``audit_trail`` are the record: rows are only added,
as enforced by triggers. ``chain_ends`` holds the number of rows of each and the hash of the last.
``applied_thresholds`` follows from the audit trail. ``queue`` is derived, indexed for paging, and can be rebuilt at any
time. ``leases``, on a server alone, says who judges which board at the moment; it is no record.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, DateTime, ForeignKey, MetaData, Table, UniqueConstraint

from vqganodip.store.dialects import INTEGER, REAL, TEXT

__all__ = [
    "APPLICATION_ID",
    "METADATA",
    "SHARED",
    "applied_thresholds",
    "audit_trail",
    "boards",
    "chain_ends",
    "findings",
    "judgments",
    "leases",
    "people",
    "queue",
    "schema_version",
    "settings",
    "threshold_changes",
]

APPLICATION_ID: Final = 0x56514144
"""Application id in the header of the database file ("VQAD"), which identifies a workspace."""

METADATA: Final = MetaData()

schema_version: Final = Table(
    "schema_version",
    METADATA,
    Column("version", INTEGER, primary_key=True),
    Column("applied_at", TEXT, nullable=False),
    Column("app_version", TEXT, nullable=False),
)

boards: Final = Table(
    "boards",
    METADATA,
    Column("item_id", INTEGER, primary_key=True),
    Column("serial", TEXT, nullable=False),
    Column("serial_folded", TEXT, nullable=False),
    Column("sha256", TEXT, nullable=False),
    Column("bundle_sha256", TEXT, nullable=False),
    Column("score", REAL, nullable=False),
    Column("flagged", INTEGER, nullable=False),
    Column("head", TEXT, nullable=False),
    Column("board_hash", TEXT, nullable=False),
    UniqueConstraint("sha256", "bundle_sha256"),
)

findings: Final = Table(
    "findings",
    METADATA,
    Column("item_id", INTEGER, ForeignKey("boards.item_id"), primary_key=True),
    Column("document", TEXT, nullable=False),
)

judgments: Final = Table(
    "judgments",
    METADATA,
    Column("record_id", INTEGER, primary_key=True),
    Column("item_id", INTEGER, ForeignKey("boards.item_id"), nullable=False),
    Column("kind", TEXT, nullable=False),
    Column("operator", TEXT, nullable=False),
    Column("station", TEXT, nullable=False),
    Column("judged_at", TEXT, nullable=False),
    Column("review_s", REAL, nullable=False),
    Column("defect_code", TEXT, nullable=False),
    Column("comment", TEXT, nullable=False),
    Column("corrects", INTEGER, ForeignKey("judgments.record_id")),
    Column("app_version", TEXT, nullable=False),
    Column("board_hash", TEXT, nullable=False),
    Column("prev_hash", TEXT, nullable=False),
    Column("row_hash", TEXT, nullable=False),
    Column("role", TEXT, nullable=False),
    Column("lot", TEXT, nullable=False),
    Column("work_order", TEXT, nullable=False),
    Column("side", TEXT, nullable=False),
    Column("purpose", TEXT, nullable=False),
    Column("regions", TEXT, nullable=False),
    Column("reveal", TEXT, nullable=False),
    Column("client_id", TEXT, nullable=False),
)

queue: Final = Table(
    "queue",
    METADATA,
    Column("item_id", INTEGER, ForeignKey("boards.item_id"), primary_key=True),
    Column("serial_folded", TEXT, nullable=False),
    Column("flagged", INTEGER, nullable=False),
    Column("score", REAL, nullable=False),
    Column("judged", INTEGER, nullable=False),
    Column("standing", INTEGER, ForeignKey("judgments.record_id")),
)

people: Final = Table(
    "people",
    METADATA,
    Column("name", TEXT, primary_key=True),
    Column("role", TEXT, nullable=False),
    Column("pin_hash", TEXT, nullable=False),
    Column("locked", INTEGER, nullable=False),
)

SHARED: Final = MetaData()
"""Tables that are on a server alone: neither records nor moved."""

leases: Final = Table(
    "leases",
    SHARED,
    Column("item_id", INTEGER, primary_key=True),
    Column("holder", TEXT, nullable=False),
    Column("operator", TEXT, nullable=False),
    Column("station", TEXT, nullable=False),
    Column("ends_at", DateTime(timezone=True), nullable=False),
)

applied_thresholds: Final = Table(
    "applied_thresholds",
    METADATA,
    Column("item_id", INTEGER, ForeignKey("boards.item_id"), primary_key=True),
    Column("record_id", INTEGER, ForeignKey("audit_trail.record_id"), nullable=False),
    Column("value", REAL, nullable=False),
    Column("upper", REAL),
    Column("flagged", INTEGER, nullable=False),
)

settings: Final = Table(
    "settings",
    METADATA,
    Column("name", TEXT, primary_key=True),
    Column("value", TEXT, nullable=False),
)

threshold_changes: Final = Table(
    "threshold_changes",
    METADATA,
    Column("record_id", INTEGER, primary_key=True),
    Column("value", REAL, nullable=False),
    Column("upper", REAL),
    Column("before", REAL),
    Column("calibrated", REAL, nullable=False),
    Column("missed", INTEGER, nullable=False),
    Column("operator", TEXT, nullable=False),
    Column("role", TEXT, nullable=False),
    Column("station", TEXT, nullable=False),
    Column("changed_at", TEXT, nullable=False),
    Column("reason", TEXT, nullable=False),
    Column("bundle_sha256", TEXT, nullable=False),
    Column("data_sha256", TEXT, nullable=False),
    Column("returns_to", INTEGER, ForeignKey("threshold_changes.record_id")),
    Column("rule", TEXT, nullable=False),
    Column("app_version", TEXT, nullable=False),
    Column("prev_hash", TEXT, nullable=False),
    Column("row_hash", TEXT, nullable=False),
)

audit_trail: Final = Table(
    "audit_trail",
    METADATA,
    Column("record_id", INTEGER, primary_key=True),
    Column("subject", TEXT, nullable=False),
    Column("name", TEXT, nullable=False),
    Column("document", TEXT, nullable=False),
    Column("operator", TEXT, nullable=False),
    Column("recorded_at", TEXT, nullable=False),
    Column("app_version", TEXT, nullable=False),
    Column("prev_hash", TEXT, nullable=False),
    Column("row_hash", TEXT, nullable=False),
)

chain_ends: Final = Table(
    "chain_ends",
    METADATA,
    Column("chain", TEXT, primary_key=True),
    Column("records", INTEGER, nullable=False),
    Column("last_hash", TEXT, nullable=False),
)
