"""Connections to PostgreSQL: consistent reads, one writer at a time, and errors that users can act upon."""

from __future__ import annotations

import time
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, Final

import psycopg
from sqlalchemy import Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import ConnectionPoolEntry

from vqganodip.errors import StoreError
from vqganodip.store.postgresql_place import PostgresqlPlace
from vqganodip.store.schema import APPLICATION_ID
from vqganodip.store.server_link import BoundedConnection, ServerLink

__all__ = [
    "MOVED_STATE",
    "clear_errors",
    "connect",
    "connect_engine",
    "keep_snapshot",
    "moved_away",
    "not_reachable",
]

LOCK_TIMEOUT_S: Final = 10
"""Seconds that a writer waits for another one."""

IDLE_TIMEOUT_S: Final = 30
"""Seconds without a sign of life after which the server ends a transaction: a station that hangs blocks no other."""

MOVED_STATE: Final = "VQ001"
"""SQLSTATE of the triggers of a database whose records were moved away."""

_OLDEST_SERVER: Final = 120000

_SESSION: Final = (
    # a commit is on the server's disk when it returns; a stricter setting of the server stays
    "SELECT set_config('synchronous_commit', 'on', false) WHERE current_setting('synchronous_commit') = 'off'",
    f"SELECT set_config('lock_timeout', '{LOCK_TIMEOUT_S}s', false)",
    f"SELECT set_config('idle_in_transaction_session_timeout', '{IDLE_TIMEOUT_S}s', false)",
)

_LOCK: Final = f"SELECT pg_advisory_xact_lock({APPLICATION_ID}, hashtext(current_schema()))"
"""The one lock under which all programs write to a workspace."""


def connect_engine(place: PostgresqlPlace, snapshot: str | None = None, link: ServerLink | None = None) -> Engine:
    """Create an engine. Reading transactions see one state; those that write wait for each other.

    Args:
        place: The database.
        snapshot: Name of a snapshot (:func:`keep_snapshot`) that all reading transactions see.
        link: Limits how long the queries of a station may take.
    """
    engine = create_engine(
        "postgresql+psycopg://",
        creator=lambda: connect(place, link),
        pool_size=8,
        max_overflow=24,
        pool_pre_ping=True,  # a server that was restarted costs no judgment
    )

    @event.listens_for(engine, "connect")
    def prepare(dbapi: psycopg.Connection, _record: ConnectionPoolEntry) -> None:
        _check_server(dbapi, place)
        for statement in _SESSION:
            dbapi.execute(statement.encode())
        dbapi.commit()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        dbapi: Any = connection.connection.driver_connection
        level = psycopg.IsolationLevel.READ_COMMITTED if writes else psycopg.IsolationLevel.REPEATABLE_READ
        dbapi.isolation_level, dbapi.read_only = level, not writes
        if writes:
            connection.exec_driver_sql(_LOCK)  # what is read afterwards cannot change before the commit
        elif snapshot is not None:
            connection.exec_driver_sql(f"SET TRANSACTION SNAPSHOT '{snapshot}'")

    return engine


def keep_snapshot(place: PostgresqlPlace) -> tuple[psycopg.Connection, str]:
    """Open a connection that keeps the state of this moment readable until it is closed; return it with its name."""
    keeper = connect(place)
    try:
        _check_server(keeper, place)
        keeper.execute("SET idle_in_transaction_session_timeout = 0")
        keeper.commit()
        keeper.isolation_level, keeper.read_only = psycopg.IsolationLevel.REPEATABLE_READ, True
        row = keeper.execute("SELECT pg_export_snapshot()").fetchone()
        assert row is not None
        return keeper, str(row[0])
    except BaseException:
        keeper.close()
        raise


def connect(place: PostgresqlPlace, link: ServerLink | None = None) -> BoundedConnection:
    """Open a connection; psycopg.OperationalError if the server cannot be reached, or the limit of the link is over."""
    limits: dict[str, str] = {}
    if link is not None:
        end = link.end()
        if end is not None and time.monotonic() >= end:
            raise psycopg.OperationalError("the server does not answer in time")
        limits = {"connect_timeout": "2", "tcp_user_timeout": "10000"}
    opened = BoundedConnection.connect(**{**place.parameters, **limits})  # type: ignore[arg-type]
    opened.link = link
    return opened


def _check_server(dbapi: psycopg.Connection, place: PostgresqlPlace) -> None:
    """Refuse a server or database in which a workspace cannot be kept."""
    encoding = dbapi.info.parameter_status("server_encoding")
    if encoding != "UTF8":
        raise StoreError(
            "database-encoding",
            "the database is encoded in {encoding}",
            where=str(place),
            todo="Create a new one with the encoding UTF8.",
            encoding=encoding or "?",
        )
    if dbapi.info.server_version < _OLDEST_SERVER:
        raise StoreError(
            "database-server-old",
            "the server is PostgreSQL {version}",
            where=str(place),
            todo="PostgreSQL 12 or newer is needed.",
            version=dbapi.info.server_version // 10000,
        )


@contextmanager
def clear_errors(place: PostgresqlPlace) -> Iterator[None]:
    """Convert errors of the database to a StoreError that says what to do."""
    try:
        yield
    except PoolTimeoutError as error:
        raise _locked(str(place)) from error
    except (DBAPIError, psycopg.Error) as error:
        origin = error.orig if isinstance(error, DBAPIError) else error
        if not isinstance(origin, psycopg.Error):  # of the other database of a move
            raise
        raise _clear(origin, str(place)) from error


def moved_away(where: str) -> StoreError:
    """Error for a database whose records were moved away while, or before, it was opened."""
    return StoreError(
        "database-moved-away",
        "the records of this workspace were moved away from the database",
        where=where,
        todo="Open the workspace again. If that fails, run `vqganodip workspace move WORKSPACE --to sqlite` again.",
    )


def not_reachable(where: str, reason: str) -> StoreError:
    """Error for a server that does not answer, or no longer."""
    return StoreError(
        "database-not-reachable",
        "the server of the records cannot be reached ({error})",
        where=where,
        todo="Check that the server runs, the network, and host, port, database and user.",
        error=reason or "–",
    )


def _locked(where: str) -> StoreError:
    return StoreError(
        "database-locked",
        "another program is writing to the workspace",
        where=where,
        todo="Close the other program, then try again.",
    )


def _clear(error: psycopg.Error, where: str) -> StoreError:
    """Error for one of psycopg, by its SQLSTATE; before there is a connection, by its text."""
    state = error.sqlstate or ""
    text = " ".join(str(error).split())
    lower = text.lower()
    if state == "55P03":
        return _locked(where)
    if state == MOVED_STATE:
        return moved_away(where)
    if state in ("53100", "58030"):
        return StoreError(
            "database-server-disk",
            "the server cannot write to its disk ({error})",
            where=where,
            todo="Free some space on the server, then try again; nothing that was confirmed is lost.",
            error=text,
        )
    if state in ("25006", "42501"):
        return StoreError(
            "database-not-permitted",
            "the server does not allow it ({error})",
            where=where,
            todo="Ask the administrator of the server for the right to read and write the tables.",
            error=text,
        )
    if state.startswith("28") or "password" in lower or "authentication" in lower:
        return StoreError(
            "database-login-refused",
            "the server refuses the login ({error})",
            where=where,
            todo="Check the user, and the password in the password file of PostgreSQL (~/.pgpass).",
            error=text,
        )
    if "certificate" in lower or "ssl" in lower:
        return StoreError(
            "database-not-trusted",
            "the connection to the server cannot be trusted ({error})",
            where=where,
            todo="Install the certificate of its authority (~/.postgresql/root.crt), or see the manual of the server.",
            error=text,
        )
    if isinstance(error, psycopg.OperationalError):
        return not_reachable(where, text)
    return StoreError(
        "database-refused",
        "the database refused ({error})",
        where=where,
        todo="See the log, then try again.",
        error=text,
    )
