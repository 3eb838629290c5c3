"""Tables of a workspace after the newest migration.

``boards``, ``findings``, ``judgments``, ``threshold_changes`` and ``audit_trail`` are the record: rows are only added,
as enforced by triggers. ``chain_ends`` holds the number of rows of each and the hash of the last.
``applied_thresholds`` follows from the audit trail. ``queue`` is derived, indexed for paging, and can be rebuilt at any
time.
"""

from __future__ import annotations

from typing import Final

from sqlalchemy import Column, Float, ForeignKey, Integer, MetaData, Table, Text, UniqueConstraint

__all__ = [
    "APPLICATION_ID",
    "METADATA",
    "applied_thresholds",
    "audit_trail",
    "boards",
    "chain_ends",
    "findings",
    "judgments",
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
    Column("version", Integer, primary_key=True),
    Column("applied_at", Text, nullable=False),
    Column("app_version", Text, nullable=False),
)

boards: Final = Table(
    "boards",
    METADATA,
    Column("item_id", Integer, primary_key=True),
    Column("serial", Text, nullable=False),
    Column("serial_folded", Text, nullable=False),
    Column("sha256", Text, nullable=False),
    Column("bundle_sha256", Text, nullable=False),
    Column("score", Float, nullable=False),
    Column("flagged", Integer, nullable=False),
    Column("head", Text, nullable=False),
    Column("board_hash", Text, nullable=False),
    UniqueConstraint("sha256", "bundle_sha256"),
)

findings: Final = Table(
    "findings",
    METADATA,
    Column("item_id", Integer, ForeignKey("boards.item_id"), primary_key=True),
    Column("document", Text, nullable=False),
)

judgments: Final = Table(
    "judgments",
    METADATA,
    Column("record_id", Integer, primary_key=True),
    Column("item_id", Integer, ForeignKey("boards.item_id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("operator", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("judged_at", Text, nullable=False),
    Column("review_s", Float, nullable=False),
    Column("defect_code", Text, nullable=False),
    Column("comment", Text, nullable=False),
    Column("corrects", Integer, ForeignKey("judgments.record_id")),
    Column("app_version", Text, nullable=False),
    Column("board_hash", Text, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("row_hash", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("lot", Text, nullable=False),
    Column("work_order", Text, nullable=False),
    Column("side", Text, nullable=False),
    Column("purpose", Text, nullable=False),
    Column("regions", Text, nullable=False),
    Column("reveal", Text, nullable=False),
)

queue: Final = Table(
    "queue",
    METADATA,
    Column("item_id", Integer, ForeignKey("boards.item_id"), primary_key=True),
    Column("serial_folded", Text, nullable=False),
    Column("flagged", Integer, nullable=False),
    Column("score", Float, nullable=False),
    Column("judged", Integer, nullable=False),
    Column("standing", Integer, ForeignKey("judgments.record_id")),
)

people: Final = Table(
    "people",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("pin_hash", Text, nullable=False),
    Column("locked", Integer, nullable=False),
)

applied_thresholds: Final = Table(
    "applied_thresholds",
    METADATA,
    Column("item_id", Integer, ForeignKey("boards.item_id"), primary_key=True),
    Column("record_id", Integer, ForeignKey("audit_trail.record_id"), nullable=False),
    Column("value", Float, nullable=False),
    Column("upper", Float),
    Column("flagged", Integer, nullable=False),
)

settings: Final = Table(
    "settings",
    METADATA,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

threshold_changes: Final = Table(
    "threshold_changes",
    METADATA,
    Column("record_id", Integer, primary_key=True),
    Column("value", Float, nullable=False),
    Column("upper", Float),
    Column("before", Float),
    Column("calibrated", Float, nullable=False),
    Column("missed", Integer, nullable=False),
    Column("operator", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("station", Text, nullable=False),
    Column("changed_at", Text, nullable=False),
    Column("reason", Text, nullable=False),
    Column("bundle_sha256", Text, nullable=False),
    Column("data_sha256", Text, nullable=False),
    Column("returns_to", Integer, ForeignKey("threshold_changes.record_id")),
    Column("rule", Text, nullable=False),
    Column("app_version", Text, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("row_hash", Text, nullable=False),
)

audit_trail: Final = Table(
    "audit_trail",
    METADATA,
    Column("record_id", Integer, primary_key=True),
    Column("subject", Text, nullable=False),
    Column("name", Text, nullable=False),
    Column("document", Text, nullable=False),
    Column("operator", Text, nullable=False),
    Column("recorded_at", Text, nullable=False),
    Column("app_version", Text, nullable=False),
    Column("prev_hash", Text, nullable=False),
    Column("row_hash", Text, nullable=False),
)

chain_ends: Final = Table(
    "chain_ends",
    METADATA,
    Column("chain", Text, primary_key=True),
    Column("records", Integer, nullable=False),
    Column("last_hash", Text, nullable=False),
)
