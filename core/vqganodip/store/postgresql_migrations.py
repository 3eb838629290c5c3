"""Schema of PostgreSQL databases, which begins with the tenth version, and its later migrations.

A migration that has been released is never edited; a change of the schema is a new entry at the end of MIGRATIONS, with
the same number here and in ``sqlite_migrations``. Texts are compared by their characters' numbers (collation "C").
"""

from __future__ import annotations

from typing import Final

from vqganodip.store.migrations import Migration

__all__ = ["FUNCTIONS", "MIGRATIONS", "VERSION"]

_TEXT: Final = 'TEXT COLLATE "C"'


def _function(name: str, body: str) -> str:
    return (
        f"CREATE FUNCTION {name}() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $body$ "
        f"BEGIN {body} END $body$"
    )


def _raise(message: str) -> str:
    return f"RAISE EXCEPTION USING MESSAGE = {message}, ERRCODE = 'integrity_constraint_violation';"


def _refuse(table: str, *actions: str) -> tuple[str, ...]:
    return tuple(
        f"CREATE TRIGGER {table}_no_{action.lower()} BEFORE {action} ON {table} "
        f"FOR EACH {'STATEMENT' if action == 'TRUNCATE' else 'ROW'} EXECUTE FUNCTION refuse_change()"
        for action in actions
    )


def _only_appended(table: str, what: str, condition: str) -> tuple[str, str]:
    return (
        _function(
            f"append_{table}", f"IF {condition} THEN {_raise(repr(what + ' only appended'))} END IF; RETURN NEW;"
        ),
        f"CREATE TRIGGER {table}_only_appended BEFORE INSERT ON {table} FOR EACH ROW EXECUTE FUNCTION append_{table}()",
    )


def _chain(table: str, what: str) -> tuple[str, str]:
    """A record may only be appended to the last one and its hash."""
    return _only_appended(
        table,
        what,
        f"NEW.record_id IS DISTINCT FROM (SELECT coalesce(max(record_id), 0) + 1 FROM {table}) OR NEW.prev_hash IS "
        f"DISTINCT FROM coalesce((SELECT row_hash FROM {table} ORDER BY record_id DESC LIMIT 1), '')",
    )


_TENTH: Final = (
    f"""CREATE TABLE schema_version (
        version BIGINT PRIMARY KEY, applied_at {_TEXT} NOT NULL, app_version {_TEXT} NOT NULL)""",
    f"""CREATE TABLE boards (
        item_id BIGINT PRIMARY KEY,
        serial {_TEXT} NOT NULL,
        serial_folded {_TEXT} NOT NULL,
        sha256 {_TEXT} NOT NULL,
        bundle_sha256 {_TEXT} NOT NULL,
        score DOUBLE PRECISION NOT NULL,
        flagged BIGINT NOT NULL CHECK (flagged IN (0, 1)),
        head {_TEXT} NOT NULL,
        board_hash {_TEXT} NOT NULL,
        UNIQUE (sha256, bundle_sha256))""",
    "CREATE INDEX boards_by_serial ON boards USING hash (serial)",  # serial numbers of any length
    f"""CREATE TABLE findings (
        item_id BIGINT PRIMARY KEY REFERENCES boards (item_id),
        document {_TEXT} NOT NULL)""",
    f"""CREATE TABLE judgments (
        record_id BIGINT PRIMARY KEY,
        item_id BIGINT NOT NULL REFERENCES boards (item_id),
        kind {_TEXT} NOT NULL,
        operator {_TEXT} NOT NULL,
        station {_TEXT} NOT NULL,
        judged_at {_TEXT} NOT NULL,
        review_s DOUBLE PRECISION NOT NULL CHECK (review_s >= 0),
        defect_code {_TEXT} NOT NULL,
        comment {_TEXT} NOT NULL,
        corrects BIGINT REFERENCES judgments (record_id),
        app_version {_TEXT} NOT NULL,
        board_hash {_TEXT} NOT NULL,
        prev_hash {_TEXT} NOT NULL,
        row_hash {_TEXT} NOT NULL,
        role {_TEXT} NOT NULL,
        lot {_TEXT} NOT NULL,
        work_order {_TEXT} NOT NULL,
        side {_TEXT} NOT NULL,
        purpose {_TEXT} NOT NULL,
        regions {_TEXT} NOT NULL,
        reveal {_TEXT} NOT NULL)""",
    "CREATE INDEX judgments_of_board ON judgments (item_id, record_id)",
    "CREATE INDEX judgments_by_purpose ON judgments (purpose, item_id) WHERE purpose != 'review'",
    f"""CREATE TABLE queue (
        item_id BIGINT PRIMARY KEY REFERENCES boards (item_id),
        serial_folded {_TEXT} NOT NULL,
        flagged BIGINT NOT NULL,
        score DOUBLE PRECISION NOT NULL,
        judged BIGINT NOT NULL CHECK (judged IN (0, 1)),
        standing BIGINT REFERENCES judgments (record_id))""",
    "CREATE INDEX queue_by_urgency ON queue (flagged DESC, score DESC, item_id)",
    "CREATE INDEX queue_by_state_and_urgency ON queue (judged, flagged DESC, score DESC, item_id)",
    "CREATE INDEX queue_by_state_and_arrival ON queue (judged, item_id)",
    f"CREATE TABLE settings (name {_TEXT} PRIMARY KEY, value {_TEXT} NOT NULL)",
    f"""CREATE TABLE people (
        name {_TEXT} PRIMARY KEY,
        role {_TEXT} NOT NULL,
        pin_hash {_TEXT} NOT NULL,
        locked BIGINT NOT NULL CHECK (locked IN (0, 1)))""",
    f"""CREATE TABLE threshold_changes (
        record_id BIGINT PRIMARY KEY,
        value DOUBLE PRECISION NOT NULL CHECK (value BETWEEN 0 AND 1),
        upper DOUBLE PRECISION CHECK (upper > value),
        before DOUBLE PRECISION,
        calibrated DOUBLE PRECISION NOT NULL,
        missed BIGINT NOT NULL CHECK (missed >= 0),
        operator {_TEXT} NOT NULL,
        role {_TEXT} NOT NULL,
        station {_TEXT} NOT NULL,
        changed_at {_TEXT} NOT NULL,
        reason {_TEXT} NOT NULL,
        bundle_sha256 {_TEXT} NOT NULL,
        data_sha256 {_TEXT} NOT NULL,
        returns_to BIGINT REFERENCES threshold_changes (record_id),
        rule {_TEXT} NOT NULL,
        app_version {_TEXT} NOT NULL,
        prev_hash {_TEXT} NOT NULL,
        row_hash {_TEXT} NOT NULL)""",
    f"""CREATE TABLE audit_trail (
        record_id BIGINT PRIMARY KEY,
        subject {_TEXT} NOT NULL,
        name {_TEXT} NOT NULL,
        document {_TEXT} NOT NULL,
        operator {_TEXT} NOT NULL,
        recorded_at {_TEXT} NOT NULL,
        app_version {_TEXT} NOT NULL,
        prev_hash {_TEXT} NOT NULL,
        row_hash {_TEXT} NOT NULL)""",
    "CREATE INDEX audit_trail_by_subject ON audit_trail (subject, record_id)",
    """CREATE TABLE applied_thresholds (
        item_id BIGINT PRIMARY KEY REFERENCES boards (item_id),
        record_id BIGINT NOT NULL REFERENCES audit_trail (record_id),
        value DOUBLE PRECISION NOT NULL,
        upper DOUBLE PRECISION,
        flagged BIGINT NOT NULL CHECK (flagged IN (0, 1)))""",
    f"CREATE TABLE chain_ends (chain {_TEXT} PRIMARY KEY, records BIGINT NOT NULL, last_hash {_TEXT} NOT NULL)",
    _function("refuse_change", _raise("TG_TABLE_NAME || ' are never changed or deleted'")),
    *(
        statement
        for table in ("boards", "findings", "judgments", "threshold_changes", "audit_trail")
        for statement in _refuse(table, "UPDATE", "DELETE", "TRUNCATE")
    ),
    *_refuse("chain_ends", "DELETE", "TRUNCATE"),
    _function(
        "grow_chain_ends",
        "IF NEW.chain IS DISTINCT FROM OLD.chain OR NEW.records <= OLD.records "
        f"THEN {_raise(repr('chain ends only grow'))} END IF; RETURN NEW;",
    ),
    "CREATE TRIGGER chain_ends_only_grow BEFORE UPDATE ON chain_ends FOR EACH ROW EXECUTE FUNCTION grow_chain_ends()",
    *_chain("judgments", "judgments are"),
    *_chain("threshold_changes", "threshold changes are"),
    *_chain("audit_trail", "the audit trail is"),
    *_only_appended(
        "boards",
        "boards are",
        "NEW.item_id IS DISTINCT FROM (SELECT coalesce(max(item_id), 0) + 1 FROM boards) OR EXISTS "
        "(SELECT 1 FROM boards WHERE sha256 = NEW.sha256 AND bundle_sha256 = NEW.bundle_sha256)",
    ),
    *_only_appended("findings", "findings are", "EXISTS (SELECT 1 FROM findings WHERE item_id = NEW.item_id)"),
)

_ELEVENTH: Final = (
    f"ALTER TABLE judgments ADD COLUMN client_id {_TEXT} NOT NULL DEFAULT ''",
    "CREATE UNIQUE INDEX judgments_by_client ON judgments (client_id) WHERE client_id != ''",
    # no record: neither hashed nor moved; the times are the server's
    f"""CREATE TABLE leases (
        item_id BIGINT PRIMARY KEY REFERENCES boards (item_id),
        holder {_TEXT} NOT NULL,
        operator {_TEXT} NOT NULL,
        station {_TEXT} NOT NULL,
        ends_at TIMESTAMP WITH TIME ZONE NOT NULL)""",
    "CREATE INDEX leases_by_holder ON leases (holder)",
)

MIGRATIONS: Final = (
    Migration(10, "All tables, as the tenth version of a SQLite database has them", _TENTH),
    Migration(11, "The identifier that a station gives a record; boards that are leased to a person", _ELEVENTH),
)
VERSION: Final = MIGRATIONS[-1].version

FUNCTIONS: Final = (
    "refuse_change",
    "grow_chain_ends",
    *(f"append_{table}" for table in ("judgments", "threshold_changes", "audit_trail", "boards", "findings")),
)
"""Functions of the triggers."""
