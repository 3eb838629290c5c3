"""Migrations of SQLite databases from every older schema of a workspace to the present one.

A migration that has been released is never edited; a change of the schema is a new entry at the end of MIGRATIONS.
All missing migrations run in one transaction, so a workspace is either of the old version or of the new one.
"""

from __future__ import annotations

from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from vqganodip.store.audit_trail import begin_trail
from vqganodip.store.migrations import Migration, foreign_database, newer_workspace, newest_version, run_migrations
from vqganodip.store.schema import APPLICATION_ID

__all__ = ["FIRST_WITH_ENDS", "MIGRATIONS", "VERSION", "migrate"]


def _refuse(table: str, action: str) -> str:
    return (
        f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
        f"BEGIN SELECT RAISE(ABORT, '{table} are never changed or deleted'); END"
    )


_FIRST: Final = (
    f"PRAGMA application_id = {APPLICATION_ID}",
    "CREATE TABLE schema_version (version INTEGER PRIMARY KEY, applied_at TEXT NOT NULL, app_version TEXT NOT NULL)",
    """CREATE TABLE boards (
        item_id INTEGER PRIMARY KEY,
        serial TEXT NOT NULL,
        serial_folded TEXT NOT NULL,
        sha256 TEXT NOT NULL,
        bundle_sha256 TEXT NOT NULL,
        score REAL NOT NULL,
        flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)),
        head TEXT NOT NULL,
        board_hash TEXT NOT NULL,
        UNIQUE (sha256, bundle_sha256))""",
    """CREATE TABLE findings (
        item_id INTEGER PRIMARY KEY REFERENCES boards (item_id),
        document TEXT NOT NULL)""",
    """CREATE TABLE judgments (
        record_id INTEGER PRIMARY KEY,
        item_id INTEGER NOT NULL REFERENCES boards (item_id),
        kind TEXT NOT NULL,
        operator TEXT NOT NULL,
        station TEXT NOT NULL,
        judged_at TEXT NOT NULL,
        review_s REAL NOT NULL CHECK (review_s >= 0),
        defect_code TEXT NOT NULL,
        comment TEXT NOT NULL,
        corrects INTEGER REFERENCES judgments (record_id),
        app_version TEXT NOT NULL,
        board_hash TEXT NOT NULL,
        prev_hash TEXT NOT NULL,
        row_hash TEXT NOT NULL)""",
    "CREATE INDEX judgments_of_board ON judgments (item_id, record_id)",
    """CREATE TABLE queue (
        item_id INTEGER PRIMARY KEY REFERENCES boards (item_id),
        serial_folded TEXT NOT NULL,
        flagged INTEGER NOT NULL,
        score REAL NOT NULL,
        judged INTEGER NOT NULL CHECK (judged IN (0, 1)),
        standing INTEGER REFERENCES judgments (record_id))""",
    # Both indexes contain the serial so that a search reads only the index.
    "CREATE INDEX queue_by_urgency ON queue (flagged DESC, score DESC, item_id, serial_folded)",
    "CREATE INDEX queue_by_state_and_urgency ON queue (judged, flagged DESC, score DESC, item_id, serial_folded)",
    "CREATE INDEX queue_by_state_and_arrival ON queue (judged, item_id)",
    "CREATE TABLE settings (name TEXT PRIMARY KEY, value TEXT NOT NULL)",
    *(_refuse(table, action) for table in ("boards", "findings", "judgments") for action in ("UPDATE", "DELETE")),
    # INSERT OR REPLACE deletes without a DELETE trigger: a record may only be appended to the last one and its hash.
    """CREATE TRIGGER judgments_only_appended BEFORE INSERT ON judgments
        WHEN NEW.record_id IS NOT (SELECT coalesce(max(record_id), 0) + 1 FROM judgments)
          OR NEW.prev_hash IS NOT coalesce((SELECT row_hash FROM judgments ORDER BY record_id DESC LIMIT 1), '')
        BEGIN SELECT RAISE(ABORT, 'judgments are only appended'); END""",
    """CREATE TRIGGER boards_only_appended BEFORE INSERT ON boards
        WHEN NEW.item_id IS NOT (SELECT coalesce(max(item_id), 0) + 1 FROM boards)
          OR EXISTS (SELECT 1 FROM boards WHERE sha256 = NEW.sha256 AND bundle_sha256 = NEW.bundle_sha256)
        BEGIN SELECT RAISE(ABORT, 'boards are only appended'); END""",
    """CREATE TRIGGER findings_only_appended BEFORE INSERT ON findings
        WHEN EXISTS (SELECT 1 FROM findings WHERE item_id = NEW.item_id)
        BEGIN SELECT RAISE(ABORT, 'findings are only appended'); END""",
)

_SECOND: Final = (
    *(
        f"ALTER TABLE judgments ADD COLUMN {name} TEXT NOT NULL DEFAULT '{value}'"
        for name, value in (
            ("role", ""),
            ("lot", ""),
            ("work_order", ""),
            ("side", ""),
            ("purpose", "review"),
            ("regions", "[]"),
        )
    ),
    "CREATE INDEX judgments_by_purpose ON judgments (purpose, item_id) WHERE purpose != 'review'",
)

_FOURTH: Final = (
    """CREATE TABLE threshold_changes (
        record_id INTEGER PRIMARY KEY,
        value REAL NOT NULL CHECK (value BETWEEN 0 AND 1),
        upper REAL CHECK (upper > value),
        before REAL,
        calibrated REAL NOT NULL,
        missed INTEGER NOT NULL CHECK (missed >= 0),
        operator TEXT NOT NULL,
        role TEXT NOT NULL,
        station TEXT NOT NULL,
        changed_at TEXT NOT NULL,
        reason TEXT NOT NULL,
        bundle_sha256 TEXT NOT NULL,
        data_sha256 TEXT NOT NULL,
        returns_to INTEGER REFERENCES threshold_changes (record_id),
        app_version TEXT NOT NULL,
        prev_hash TEXT NOT NULL,
        row_hash TEXT NOT NULL)""",
    *(_refuse("threshold_changes", action) for action in ("UPDATE", "DELETE")),
    """CREATE TRIGGER threshold_changes_only_appended BEFORE INSERT ON threshold_changes
        WHEN NEW.record_id IS NOT (SELECT coalesce(max(record_id), 0) + 1 FROM threshold_changes)
          OR NEW.prev_hash IS NOT
             coalesce((SELECT row_hash FROM threshold_changes ORDER BY record_id DESC LIMIT 1), '')
        BEGIN SELECT RAISE(ABORT, 'threshold changes are only appended'); END""",
)

_SIXTH: Final = (
    """CREATE TABLE audit_trail (
        record_id INTEGER PRIMARY KEY,
        subject TEXT NOT NULL,
        name TEXT NOT NULL,
        document TEXT NOT NULL,
        operator TEXT NOT NULL,
        recorded_at TEXT NOT NULL,
        app_version TEXT NOT NULL,
        prev_hash TEXT NOT NULL,
        row_hash TEXT NOT NULL)""",
    "CREATE INDEX audit_trail_by_subject ON audit_trail (subject, name, record_id)",
    "CREATE TABLE chain_ends (chain TEXT PRIMARY KEY, records INTEGER NOT NULL, last_hash TEXT NOT NULL)",
    *(_refuse("audit_trail", action) for action in ("UPDATE", "DELETE")),
    """CREATE TRIGGER audit_trail_only_appended BEFORE INSERT ON audit_trail
        WHEN NEW.record_id IS NOT (SELECT coalesce(max(record_id), 0) + 1 FROM audit_trail)
          OR NEW.prev_hash IS NOT coalesce((SELECT row_hash FROM audit_trail ORDER BY record_id DESC LIMIT 1), '')
        BEGIN SELECT RAISE(ABORT, 'the audit trail is only appended'); END""",
    _refuse("chain_ends", "DELETE"),
    """CREATE TRIGGER chain_ends_only_grow BEFORE UPDATE ON chain_ends
        WHEN NEW.chain IS NOT OLD.chain OR NEW.records <= OLD.records
        BEGIN SELECT RAISE(ABORT, 'chain ends only grow'); END""",
)

MIGRATIONS: Final = (
    Migration(1, "Boards, judgments in a hash chain, and the queue", _FIRST),
    Migration(2, "Role, lot, work order, side, purpose and region judgments of a record", _SECOND),
    Migration(
        3,
        "People with roles",
        ("CREATE TABLE people (name TEXT PRIMARY KEY, role TEXT NOT NULL, pin_hash TEXT NOT NULL)",),
    ),
    Migration(4, "Changes of the threshold in a hash chain", _FOURTH),
    Migration(
        5,
        "What a person knew of the machine when they judged",
        ("ALTER TABLE judgments ADD COLUMN reveal TEXT NOT NULL DEFAULT 'machine_first'",),
    ),
    Migration(6, "People, rules and models in a hash chain; ends of all chains", _SIXTH, begin_trail),
    Migration(7, "Boards by serial number", ("CREATE INDEX boards_by_serial ON boards (serial, sha256)",)),
    Migration(
        8,
        "People that are locked",
        ("ALTER TABLE people ADD COLUMN locked INTEGER NOT NULL DEFAULT 0 CHECK (locked IN (0, 1))",),
    ),
    Migration(
        9,
        "Thresholds applied to boards that waited",
        (
            """CREATE TABLE applied_thresholds (
                item_id INTEGER PRIMARY KEY REFERENCES boards (item_id),
                record_id INTEGER NOT NULL REFERENCES audit_trail (record_id),
                value REAL NOT NULL,
                upper REAL,
                flagged INTEGER NOT NULL CHECK (flagged IN (0, 1)))""",
        ),
    ),
    Migration(
        10,
        "The rule that a threshold was chosen by",
        ("ALTER TABLE threshold_changes ADD COLUMN rule TEXT NOT NULL DEFAULT ''",),
    ),
    Migration(
        11,
        "The identifier that a station gives a record",
        (
            "ALTER TABLE judgments ADD COLUMN client_id TEXT NOT NULL DEFAULT ''",
            "CREATE UNIQUE INDEX judgments_by_client ON judgments (client_id) WHERE client_id != ''",
        ),
    ),
)
VERSION: Final = MIGRATIONS[-1].version
FIRST_WITH_ENDS: Final = 6
"""First version with an audit trail and the ends of the chains."""


def migrate(connection: Connection, where: Path) -> int:
    """Migrate the database to the present schema, inside the caller's writing transaction.

    Returns:
        The version that it had before; 0 for a new database.

    Raises:
        StoreError: The file is another program's database, or was written by a newer version.
    """
    present = _present_version(connection, where)
    if present > VERSION:
        raise newer_workspace(where, present, VERSION)
    run_migrations(connection, MIGRATIONS[present:])
    return present


def _present_version(connection: Connection, where: Path) -> int:
    tables = connection.exec_driver_sql("SELECT count(*) FROM sqlite_master WHERE type = 'table'").scalar_one()
    if tables == 0:
        return 0
    if connection.exec_driver_sql("PRAGMA application_id").scalar_one() != APPLICATION_ID:
        raise foreign_database(where)
    return newest_version(connection)
