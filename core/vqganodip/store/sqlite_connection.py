"""Connection to the workspace database: durable transactions, and errors that users can act upon."""

from __future__ import annotations

import sqlite3
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import URL, Connection, Engine, create_engine, event
from sqlalchemy.exc import DBAPIError
from sqlalchemy.exc import TimeoutError as PoolTimeoutError
from sqlalchemy.pool import ConnectionPoolEntry

from vqganodip.errors import StoreError

__all__ = ["clear_errors", "connect_engine"]

BUSY_TIMEOUT_MS: Final = 10_000
"""Seconds that a writer waits for another process."""

_PRAGMAS: Final = (
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
    "journal_mode = WAL",
    "synchronous = FULL",  # a commit is on the disk when it returns, even in WAL mode
    "foreign_keys = ON",
    "wal_autocheckpoint = 0",  # the repository moves the log into the main file between its commits
    "recursive_triggers = ON",  # a REPLACE that removes rows fires their DELETE triggers
)
_RESTORE: Final = "Restore it from a backup, or choose another folder."


def connect_engine(path: Path, opened: Callable[[], None] = lambda: None) -> Engine:
    """Create an engine for a SQLite file: WAL, synchronous commits, foreign keys, one connection per thread at a time.

    With the execution option ``writes`` a transaction takes the write lock at its start, so that data cannot change
    between reading and writing. ``opened`` is called after each new connection.
    """
    engine = create_engine(URL.create("sqlite", database=str(path)), pool_size=8, max_overflow=24)

    @event.listens_for(engine, "connect")
    def prepare(dbapi: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        dbapi.isolation_level = None  # BEGIN is issued below
        for pragma in _PRAGMAS:
            dbapi.execute(f"PRAGMA {pragma}").close()
        opened()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Convert errors of the database to a StoreError that says what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, PoolTimeoutError) as error:
        if isinstance(error, DBAPIError) and not isinstance(error.orig, sqlite3.Error):
            raise  # of the other database of a move
        text = str(getattr(error, "orig", None) or error)
        known = _known_error(text.lower(), path)
        if known is not None:
            raise known from error
        raise StoreError(
            "database-refused",
            "the database refused ({error})",
            where=path,
            todo="See the log, then try again.",
            error=text,
        ) from error


def _known_error(text: str, path: Path) -> StoreError | None:
    """Error for a message of SQLite in lower case; None if there is no specific remedy."""
    if "locked" in text:
        return StoreError(
            "database-locked",
            "another program is writing to the workspace",
            where=path,
            todo="Close the other program, then try again.",
        )
    if "full" in text:
        return StoreError(
            "database-disk-full",
            "the disk is full",
            where=path,
            todo="Free some space, then try again; nothing that was confirmed is lost.",
        )
    if "readonly" in text:
        return StoreError(
            "database-read-only",
            "the workspace cannot be written",
            where=path,
            todo="Check the permissions of the folder and the disk.",
        )
    if "not a database" in text:
        return StoreError("database-not-a-database", "the file is not a workspace database", where=path, todo=_RESTORE)
    if "malformed" in text:
        return StoreError("database-damaged", "the workspace database is damaged", where=path, todo=_RESTORE)
    if "unable to open" in text:
        return StoreError(
            "database-not-opened",
            "the workspace database cannot be opened",
            where=path,
            todo="Check that the folder exists and may be written.",
        )
    if "disk i/o" in text:
        return StoreError(
            "database-disk-error",
            "the disk reports an error",
            where=path,
            todo="Check the disk and its connection, then try again.",
        )
    return None
