"""The way into a workspace database: an engine whose connections are durable, and errors a person can act upon."""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
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
"""How long a writer waits for another process before it gives up."""

_PRAGMAS: Final = (
    f"busy_timeout = {BUSY_TIMEOUT_MS}",
    "journal_mode = WAL",
    "synchronous = FULL",  # a commit is on the disk when it returns, also in WAL
    "foreign_keys = ON",
    "recursive_triggers = ON",  # a REPLACE that removes rows fires their DELETE triggers
)

_MEANINGS: Final = (
    ("locked", "another program is writing to the workspace", "Close the other program, then try again."),
    ("full", "the disk is full", "Free some space, then try again; nothing that was confirmed is lost."),
    ("readonly", "the workspace cannot be written", "Check the permissions of the folder and the disk."),
    ("not a database", "the file is not a workspace database", "Restore it from a backup, or choose another folder."),
    ("malformed", "the workspace database is damaged", "Restore it from a backup, or choose another folder."),
    ("unable to open", "the workspace database cannot be opened", "Check that the folder exists and may be written."),
    ("disk i/o", "the disk reports an error", "Check the disk and its connection, then try again."),
)


def connect_engine(path: Path) -> Engine:
    """An engine on a SQLite file: WAL, every commit on disk, foreign keys on, one connection per thread at a time.

    Transactions of an engine with the execution option ``writes`` take the write lock at once, so that what they
    read cannot change before they write.
    """
    engine = create_engine(URL.create("sqlite", database=str(path)), pool_size=8, max_overflow=24)

    @event.listens_for(engine, "connect")
    def prepare(dbapi: sqlite3.Connection, _record: ConnectionPoolEntry) -> None:
        dbapi.isolation_level = None  # BEGIN is ours, below
        for pragma in _PRAGMAS:
            dbapi.execute(f"PRAGMA {pragma}").close()

    @event.listens_for(engine, "begin")
    def begin(connection: Connection) -> None:
        writes = connection.get_execution_options().get("writes", False)
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")

    return engine


@contextmanager
def clear_errors(path: Path) -> Iterator[None]:
    """Turns what the database reports into a StoreError that says what to do."""
    try:
        yield
    except (DBAPIError, sqlite3.Error, PoolTimeoutError) as error:
        text = str(getattr(error, "orig", None) or error)
        for word, what, todo in _MEANINGS:
            if word in text.lower():
                raise StoreError(what, where=path, todo=todo) from error
        raise StoreError(f"the database refused ({text})", where=path, todo="See the log, then try again.") from error
