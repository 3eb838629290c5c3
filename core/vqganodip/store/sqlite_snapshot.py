"""Copy of a workspace database for readers: looking at a workspace changes none of its bytes.

SQLite writes when it reads a database that is in use: into the index of its write-ahead log, and into the database
itself to bring it up to date. So readers get a copy in the folder for temporary files. A copy of the main file and then
of the log is a consistent state as long as the log has not been restarted in between: what the main file had not
received yet is in the log.
"""

from __future__ import annotations

import shutil
import sqlite3
import tempfile
from contextlib import closing
from pathlib import Path
from typing import Final

from vqganodip.errors import StoreError, system_reason

__all__ = ["copy_database", "mark_open", "mark_closed"]

_TRIES: Final = 100
_LOG_HEADER: Final = 32
_OPEN_HERE: Final[dict[tuple[int, int], int]] = {}
"""Databases that this process has open, by device and inode. Their files are never opened next to SQLite: closing such
a file would release the locks that SQLite holds on it."""


def copy_database(path: Path, into: Path) -> Path:
    """Copy a database, with what another program is writing into it, and return the copy.

    Args:
        path: The database file; only read.
        into: An empty folder.

    Raises:
        StoreError: The database cannot be read, the copy cannot be written, or the database is never at rest.
    """
    copy = into / path.name
    try:
        if _identity(path) in _OPEN_HERE:
            with closing(sqlite3.connect(path)) as source, closing(sqlite3.connect(copy)) as target:
                source.backup(target)
            return copy
        for _ in range(_TRIES):
            if _copied(path, copy):
                return copy
    except OSError as error:
        raise StoreError(
            "database-not-copied",
            "the database cannot be copied for reading ({error})",
            where=path,
            todo="Check that it can be read, and the free space of the folder for temporary files ({folder}).",
            error=system_reason(error),
            folder=tempfile.gettempdir(),
        ) from error
    raise StoreError("database-restless", "the database is written all the time", where=path, todo="Try again.")


def _copied(path: Path, copy: Path) -> bool:
    """Copy main file and log; False if the log was restarted or removed meanwhile."""
    log, log_copy = (file.with_name(f"{file.name}-wal") for file in (path, copy))
    before = _marks(path, log)
    log_copy.unlink(missing_ok=True)
    shutil.copyfile(path, copy)
    if before[1]:
        try:
            shutil.copyfile(log, log_copy)
        except FileNotFoundError:
            return False
    return _marks(path, log) == before


def mark_open(path: Path) -> tuple[int, int]:
    """Note that this process opens a database; the result is for :func:`mark_closed`."""
    identity = _identity(path)
    _OPEN_HERE[identity] = _OPEN_HERE.get(identity, 0) + 1
    return identity


def mark_closed(identity: tuple[int, int]) -> None:
    """Note that this process has closed a database."""
    left = _OPEN_HERE.get(identity, 0) - 1
    if left > 0:
        _OPEN_HERE[identity] = left
    else:
        _OPEN_HERE.pop(identity, None)


def _identity(path: Path) -> tuple[int, int]:
    found = path.stat()
    return found.st_dev, found.st_ino


def _marks(path: Path, log: Path) -> tuple[object, bytes]:
    """State of both files: identity of the main file, and header of the log, which changes when the log is restarted.

    Without a log no program has the database open: then the main file's time and size count.
    """
    try:
        with log.open("rb") as file:
            header = file.read(_LOG_HEADER)
    except FileNotFoundError:
        header = b""
    found = path.stat()
    rest = () if header else (found.st_size, found.st_mtime_ns)
    return (found.st_dev, found.st_ino, *rest), header
