"""Move of the records of a workspace from a SQLite file to a PostgreSQL server, and back.

No other program can write to either side meanwhile. The copy is compared with the original before it counts; until
then, whatever ends the move, the workspace is as it was, and the same move can be run again. The old records stay
readable: the folder ``before-move-…`` in the workspace is a workspace of its own, with the old file or with the name of
the old database. While ``workspace.toml`` is missing, ``workspace.sqlite`` holds the records.

To the server: the name of the database is kept in ``workspace.toml.moving``; the tables are created, filled and
compared in one transaction, which marks the database *incoming*; the file becomes ``workspace.toml``; the old file is
put aside; the mark becomes *active*.

From the server: a file in ``moving/`` is filled and compared while writers are kept out; the database is marked
*moved*, which its triggers enforce; the file becomes ``workspace.sqlite``; ``workspace.toml`` is put aside.
"""

from __future__ import annotations

import os
import shutil
import sqlite3
import uuid
from collections.abc import Iterator
from contextlib import closing, contextmanager, suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from sqlalchemy import Connection

from vqganodip.errors import StoreError, system_reason
from vqganodip.store import sqlite_connection
from vqganodip.store.postgresql_connection import clear_errors, connect_engine
from vqganodip.store.postgresql_database import (
    Mark,
    PostgresqlDatabase,
    State,
    check_usable,
    create_tables,
    drop_tables,
    is_empty,
    read_mark,
    retire,
)
from vqganodip.store.postgresql_place import PostgresqlPlace
from vqganodip.store.record_copy import CopiedRecords, copy_records
from vqganodip.store.record_place import RECORD_PLACE, RecordPlace, read_record_place, write_record_place
from vqganodip.store.sqlite_database import SqliteDatabase
from vqganodip.store.workspace import DATABASE, put_aside, read_workspace

__all__ = ["Move", "move_to_server", "move_to_sqlite"]

_MOVING: Final = f"{RECORD_PLACE}.moving"
_PART: Final = "moving"
_RENAMES_OPEN_FILES: Final = os.name != "nt"


@dataclass(frozen=True, slots=True)
class Move:
    """A move that is complete.

    Attributes:
        copied: The rows and their verification.
        old: Folder in which the old records can be read.
    """

    copied: CopiedRecords
    old: Path


def move_to_server(folder: Path, text: str) -> Move:
    """Move the records of a workspace from its SQLite file into an empty database.

    Args:
        folder: The workspace.
        text: Connection string of the database.

    Raises:
        StoreError: The records are on a server already, do not hold, or cannot be read; the database is not empty; or
            its server cannot be reached, refuses, or has no space.
    """
    named = read_record_place(folder)
    if named is not None:
        raise StoreError(
            "move-on-server",
            "the records of the workspace are on a server already",
            where=folder,
            todo="Move them to SQLite first (--to sqlite).",
        )
    place, path = PostgresqlPlace.parse(text), folder / DATABASE
    read_workspace(folder).close()  # refuses a folder without a workspace
    try:
        moving = _moving(folder, text)
        SqliteDatabase(path).close()  # an older version is migrated
        with _kept_from_writers(path) as source:
            copied = _fill(source, place, moving.identity, path)
            _empty_log(path)
            (folder / _MOVING).replace(folder / RECORD_PLACE)
            if _RENAMES_OPEN_FILES:
                old = put_aside(folder, DATABASE)
        if not _RENAMES_OPEN_FILES:
            old = put_aside(folder, DATABASE)
    except OSError as error:
        raise _failed(folder, error) from error
    with suppress(StoreError):  # the next program that opens it marks it
        PostgresqlDatabase(place, folder, identity=moving.identity).close()
    return Move(copied, old)


def _moving(folder: Path, text: str) -> RecordPlace:
    """Note where the records go, with the identity that an interrupted move has noted."""
    noted = read_record_place(folder, _MOVING)
    moving = RecordPlace(text, uuid.uuid4().hex if noted is None else noted.identity)
    write_record_place(folder, moving, _MOVING)
    return moving


@contextmanager
def _kept_from_writers(path: Path) -> Iterator[Connection]:
    """Connection to a file to which no other program can write until the end of the block."""
    engine = sqlite_connection.connect_engine(path)
    try:
        with sqlite_connection.clear_errors(path), engine.execution_options(writes=True).begin() as connection:
            yield connection
    finally:
        engine.dispose()


def _fill(source: Connection, place: PostgresqlPlace, identity: str, path: Path) -> CopiedRecords:
    """Create, fill and compare the tables on the server in one transaction."""
    engine = connect_engine(place)
    try:
        with clear_errors(place), engine.execution_options(writes=True).begin() as target:
            if not is_empty(target):
                if read_mark(target) != Mark(identity, State.INCOMING):
                    raise StoreError(
                        "move-target-not-empty",
                        "the database is not empty",
                        where=str(place),
                        todo="Give an empty database; nothing was changed.",
                    )
                drop_tables(target)  # of this very move, which was interrupted
            create_tables(target, Mark(identity, State.INCOMING))
            return copy_records(source, target, where=path, to=str(place))
    finally:
        engine.dispose()


def _empty_log(path: Path) -> None:
    """Move the log of a file into it, so that the file alone is whole; another program may be reading it."""
    with sqlite_connection.clear_errors(path), closing(sqlite3.connect(path, isolation_level=None)) as other:
        _busy, pages, moved = other.execute("PRAGMA wal_checkpoint(PASSIVE)").fetchone()
    if pages != moved:
        raise StoreError(
            "move-source-in-use",
            "another program is reading the workspace",
            where=path,
            todo="Close it, then run the same command again; the workspace is as it was.",
        )


def _failed(folder: Path, error: OSError) -> StoreError:
    return StoreError(
        "move-files-unwritable",
        "the files of the move cannot be written ({error})",
        where=folder,
        todo="Check the free space and the permissions of the folder, then run the same command again.",
        error=system_reason(error),
    )


def move_to_sqlite(folder: Path) -> Move:
    """Move the records of a workspace from a server into a SQLite file.

    Raises:
        StoreError: The records are not on a server, or do not hold; the server cannot be reached or refuses; or the
            file cannot be written.
    """
    named = read_record_place(folder)
    if named is None:
        raise StoreError(
            "move-not-on-server",
            "the records of the workspace are not on a server",
            where=folder,
            todo="Nothing is to be done.",
        )
    place, part = PostgresqlPlace.parse(named.database), folder / _PART
    try:
        if (folder / DATABASE).exists():  # of a move that did not end
            put_aside(folder, DATABASE)
        shutil.rmtree(part, ignore_errors=True)
        part.mkdir()
        engine = connect_engine(place)
        try:
            with clear_errors(place), engine.execution_options(writes=True).begin() as source:
                mark = check_usable(source, place, folder, named.identity, read_only=True)
                file = SqliteDatabase(part / DATABASE)
                with closing(file), file.writing() as target:
                    copied = copy_records(source, target, where=str(place), to=folder / DATABASE)
                if mark.state is not State.MOVED:
                    retire(source, mark.identity)
        finally:
            engine.dispose()
        (part / DATABASE).replace(folder / DATABASE)
        old = put_aside(folder, RECORD_PLACE)
    except OSError as error:
        raise _failed(folder, error) from error
    finally:
        shutil.rmtree(part, ignore_errors=True)
    return Move(copied, old)
