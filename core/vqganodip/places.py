"""Places that a person names for results: checked before the work, and written with errors in words.

A check finds a missing folder, a folder in place of a file, a name that is too long, missing rights, a read-only
medium and a full disk, by writing and removing a small file there. It cannot foresee what changes during the work.
"""

from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import Final

from vqganodip.errors import ExportError, system_reason
from vqganodip.files import export_file

__all__ = ["appending_lines", "check_file", "check_folder", "write_file"]

_OWN_FILES: Final = (
    "manifest.json",
    "manifest.csv",
    "workspace.sqlite",
    "workspace.sqlite-wal",
    "workspace.sqlite-shm",
    "workspace.toml",
    "images.toml",
)
"""Names of files that no result may replace."""

_TRIAL: Final = bytes(1 << 16)
"""What a check writes; the file systems that count blocks refuse it on a full disk."""


def check_file(path: Path) -> None:
    """Check that a file can be written; its folder must exist. Nothing remains there.

    Raises:
        ExportError: It cannot.
    """
    try:
        status = _status(path)
        if status is not None and stat.S_ISDIR(status.st_mode):
            raise ExportError("place-is-folder", "this is a folder", where=path, todo="Give the name of a file.")
        if status is not None and not stat.S_ISREG(status.st_mode):
            _try_device(path, status)
            return
        if status is not None:
            _refuse_own_file(path)
            with path.open("ab"):
                pass
        if _status(path.parent) is None:
            raise ExportError(
                "place-no-folder",
                "there is no such folder",
                where=path.parent,
                todo="Check its name, or make it first.",
            )
        _try_folder(Path(os.path.realpath(path)).parent)  # a link stays, and the file that it leads to is replaced
    except OSError as error:
        raise _unwritable(path, error) from error


def check_folder(path: Path) -> None:
    """Check that files can be written to a folder, or that it can be made with its parents. Nothing remains there.

    Raises:
        ExportError: They cannot.
    """
    try:
        existing = path
        while (status := _status(existing)) is None and existing != existing.parent:
            existing = existing.parent
        if status is not None and not stat.S_ISDIR(status.st_mode):
            raise ExportError("place-is-file", "this is no folder", where=existing, todo="Give another folder.")
        _try_folder(existing)
    except OSError as error:
        raise _unwritable(path, error) from error


def write_file(path: Path, data: bytes) -> None:
    """Write a file whole (:func:`vqganodip.files.export_file`), or into a pipe or device of that name.

    Raises:
        ExportError: It cannot be written.
    """
    try:
        status = _status(path)
        if status is None or stat.S_ISREG(status.st_mode):
            export_file(path, data)
            return
        with path.open("wb") as file:
            file.write(data)
    except OSError as error:
        raise _unwritable(path, error) from error


@contextmanager
def appending_lines(path: Path) -> Iterator[Callable[[str], None]]:
    """Open a file for lines that must be there as soon as they are written, whatever ends the program.

    Yields:
        Writer of one line.

    Raises:
        ExportError: The file cannot be opened, or a line cannot be written.
    """
    try:
        file = path.open("w", encoding="utf-8", errors="backslashreplace", newline="")
    except OSError as error:
        raise _unwritable(path, error) from error

    def write(line: str) -> None:
        try:
            file.write(f"{line}\n")
            file.flush()
        except OSError as error:
            raise _unwritable(path, error) from error

    try:
        yield write
    finally:
        with suppress(OSError):  # the line that could not be written has been reported
            file.close()


def _refuse_own_file(path: Path) -> None:
    """Refuse to replace a file that a bundle, a data set or a workspace is made of."""
    name = Path(os.path.realpath(path)).name
    if name in _OWN_FILES:
        raise ExportError(
            "place-own-file",
            "this file belongs to a bundle, a data set or a workspace",
            where=path,
            todo="Give another name.",
        )


def _status(path: Path) -> os.stat_result | None:
    """Status of what a path leads to; None if there is nothing. OSError for a name that no file can have."""
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _try_folder(folder: Path) -> None:
    # the only reliable test: network shares and read-only media report wrong permissions
    with tempfile.TemporaryFile(dir=folder, prefix=".write-test-") as file:
        file.write(_TRIAL)
        file.flush()
        os.fsync(file.fileno())


def _try_device(path: Path, status: os.stat_result) -> None:
    if stat.S_ISCHR(status.st_mode):  # opening a pipe would wait for its reader
        opened = os.open(path, os.O_WRONLY | getattr(os, "O_NOCTTY", 0))
        try:
            os.write(opened, b"")
        finally:
            os.close(opened)


def _unwritable(path: Path, error: OSError) -> ExportError:
    return ExportError(
        "place-unwritable",
        "it cannot be written ({error})",
        where=path,
        todo="Check the name, the rights and the free space, or give another place.",
        error=system_reason(error),
    )
