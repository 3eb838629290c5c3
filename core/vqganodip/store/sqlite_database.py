"""Database of a workspace in one SQLite file: the default. When a transaction ends, its data are on disk."""

from __future__ import annotations

import shutil
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, Engine, select

from vqganodip.store.chain_ends import read_ends
from vqganodip.store.database import refuse_writing
from vqganodip.store.database_watch import DatabaseWatch
from vqganodip.store.news import NewsKind
from vqganodip.store.outer_anchor import Ends, note_set_back, read_anchor, write_anchor
from vqganodip.store.schema import judgments
from vqganodip.store.sqlite_connection import clear_errors, connect_engine
from vqganodip.store.sqlite_migrations import FIRST_WITH_ENDS, migrate
from vqganodip.store.sqlite_snapshot import copy_database, mark_closed, mark_open

__all__ = ["SqliteDatabase"]

_CHECKPOINT: Final = 200
"""Commits after which the log is moved into the main file. SQLite never does it by itself within a commit: so a main
file that has changed during a commit was changed by another program."""


class SqliteDatabase:
    """The ``vqganodip.store.database.Database`` protocol on one SQLite file.

    Args:
        path: The database file; created if missing, and migrated if older.
        read_only: Reads the state of this moment from a copy: no byte of the workspace changes, whatever its version,
            and whether or not it can be written.

    Raises:
        StoreError: The file cannot be opened or written, is no workspace, or is of a newer version.
    """

    shared: Final = False

    def __init__(self, path: Path, *, read_only: bool = False) -> None:
        self.where = path
        self.folder = path.parent
        self.read_only = False
        self._turn = threading.Lock()
        self._outer = read_anchor(self.folder)
        self._commits = 0
        self._copy = Path(tempfile.mkdtemp(prefix="vqganodip-")) if read_only else None
        try:
            place = path if self._copy is None else copy_database(path, self._copy)
            self._open(place)
        except BaseException:
            self._remove_copy()
            raise
        self._identity = mark_open(place)
        self.read_only = read_only

    def _open(self, path: Path) -> None:
        self.watch = DatabaseWatch(path)
        self.engine: Engine = connect_engine(path, self.watch.check_files)
        self._writer = self.engine.execution_options(writes=True)
        try:
            with self.writing() as connection:
                before = migrate(connection, self.where)
                if self._copy is None:
                    note_set_back(connection, self.folder)
                end = connection.execute(select(judgments).order_by(judgments.c.record_id.desc()).limit(1)).first()
            self.anchored = before == 0 or before >= FIRST_WITH_ENDS
            with clear_errors(self.where):
                self.watch.begin(*((end.record_id, end.row_hash) if end else (0, "")))
        except BaseException:
            self.engine.dispose()
            raise

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with clear_errors(self.where), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, *, seals: bool = False) -> Iterator[Connection]:
        """A transaction that counts only if its database is still the one at the path."""
        if self.read_only:
            raise refuse_writing(self.folder)
        with clear_errors(self.where), self._turn:
            with self._writer.begin() as connection:
                yield connection
                ends = read_ends(connection) if seals else {}
                self.watch.check_before_commit()
            self.watch.committed()
            self._commits += 1
            if self._commits % _CHECKPOINT == 0:
                self._checkpoint()
            if ends:
                write_anchor(self.folder, ends)

    def tell(self, connection: Connection, kind: NewsKind, item_id: int = 0) -> None:
        """Nothing to do: one window works in a folder."""

    def outer_ends(self) -> Ends:
        return self._outer if self.read_only else read_anchor(self.folder)

    def remember(self, record_id: int, row_hash: str) -> None:
        self.watch.remember(record_id, row_hash)

    def close(self) -> None:
        self.engine.dispose()
        mark_closed(self._identity)
        self._remove_copy()

    def _remove_copy(self) -> None:
        if self._copy is not None:
            shutil.rmtree(self._copy, ignore_errors=True)

    def _checkpoint(self) -> None:
        connection = self.engine.raw_connection()
        try:
            connection.cursor().execute("PRAGMA wal_checkpoint(PASSIVE)")
        finally:
            connection.close()
        self.watch.checkpointed()
