"""Watch over the files of an open database: deleted, replaced or overwritten files are noticed before a record counts.

An open database keeps working after its file has been deleted or replaced: all that is written then is lost, and no
call fails. The watch compares device and inode of the path with those that were opened (the write-ahead log and its
index included), and the time of the last change, which an older copy written over the same file alters.
"""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from pathlib import Path
from typing import Final

from vqganodip.errors import Message, StoreError, message, system_reason

__all__ = ["DatabaseWatch"]

_BESIDE: Final = ("-wal", "-shm")
_TODO: Final = (
    "What you just entered is not stored. Put workspace.sqlite back or reconnect its drive, open the workspace again, "
    "then enter it again."
)


class DatabaseWatch:
    """The files of one database as they were when it was opened.

    Args:
        path: The database file.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._file: tuple[int, int] | None = None
        self._beside: dict[str, tuple[int, int]] = {}
        self._changed: tuple[int, int] = (0, 0)
        self._end: tuple[int, str] = (0, "")
        self._gaps: tuple[int, ...] = ()

    def check_files(self) -> None:
        """Compare the files with those that were opened; the first call takes them as they are.

        Raises:
            StoreError: The database was deleted or replaced, or its drive is gone.
        """
        found = self._stat(self.path)
        if found is None:
            raise _gone(self.path, message("database-file-missing", "there is no such file"))
        number = found.st_dev, found.st_ino
        if self._file is None:
            self._file = number
        elif self._file != number:
            raise _replaced(self.path)
        for ending in _BESIDE:
            beside = self._stat(self.path.with_name(self.path.name + ending))
            known = self._beside.get(ending)
            if known is not None and (beside is None or (beside.st_dev, beside.st_ino) != known):
                raise _replaced(self.path)
            if beside is not None:
                self._beside[ending] = beside.st_dev, beside.st_ino

    def check_before_commit(self) -> None:
        """Check the files, and the content if another program has written to the main file since the last commit.

        Raises:
            StoreError: As :meth:`check_files`, or the file was overwritten by another state of the workspace.
        """
        self.check_files()
        now = self._size_and_time()
        if self._changed not in ((0, 0), now):
            self._check_content()
        self._changed = now

    def committed(self) -> None:
        """Check the same again after a commit, which writes to the log alone; raises as :meth:`check_before_commit`."""
        self.check_before_commit()

    def checkpointed(self) -> None:
        """Remember the state of the main file after this program has moved the log into it."""
        self._changed = self._size_and_time()

    def begin(self, record_id: int, row_hash: str) -> None:
        """Take the content as it is when the database is opened: its newest record, and numbers that are missing."""
        self.remember(record_id, row_hash)
        with closing(sqlite3.connect(self.path, isolation_level=None)) as fresh:
            self._gaps = _gaps(fresh)

    def remember(self, record_id: int, row_hash: str) -> None:
        """Remember the newest record of the workspace."""
        self._end = record_id, row_hash

    def _check_content(self) -> None:
        """Check the database with a connection of its own, whose cache is empty: structure, known records, no gaps."""
        number, seal = self._end
        try:
            with closing(sqlite3.connect(self.path, isolation_level=None)) as fresh:
                sound = fresh.execute("PRAGMA integrity_check(1)").fetchone() == ("ok",)
                gaps = _gaps(fresh)
                known = fresh.execute("SELECT row_hash FROM judgments WHERE record_id = ?", (number,)).fetchone()
        except sqlite3.Error as error:
            raise _replaced(self.path) from error
        if not sound or gaps != self._gaps or (number and known != (seal,)):
            raise _replaced(self.path)

    def _size_and_time(self) -> tuple[int, int]:
        found = self._stat(self.path)
        if found is None:
            raise _gone(self.path, message("database-file-missing", "there is no such file"))
        return found.st_size, found.st_mtime_ns

    def _stat(self, path: Path) -> os.stat_result | None:
        try:
            return path.stat()
        except FileNotFoundError:
            return None
        except OSError as error:  # a share that went away, a drive that was pulled
            raise _gone(self.path, system_reason(error)) from error


def _gaps(connection: sqlite3.Connection) -> tuple[int, ...]:
    """Numbers missing among records, boards, findings and rows of the queue; reads every page of these tables."""
    return connection.execute(  # type: ignore[no-any-return]
        "SELECT (SELECT coalesce(max(record_id), 0) - count(*) FROM judgments NOT INDEXED),"
        " (SELECT coalesce(max(item_id), 0) - count(*) FROM boards NOT INDEXED),"
        " (SELECT coalesce(max(item_id), 0) - count(*) FROM findings),"
        " (SELECT coalesce(max(item_id), 0) - count(*) FROM queue NOT INDEXED)"
    ).fetchone()


def _gone(path: Path, reason: Message) -> StoreError:
    return StoreError(
        "database-gone",
        "the database of the open workspace is gone ({reason})",
        where=path,
        todo=_TODO,
        reason=reason,
    )


def _replaced(path: Path) -> StoreError:
    return StoreError(
        "database-replaced",
        "the database of the open workspace was replaced by another file or an older copy",
        where=path,
        todo=_TODO,
    )
