"""Files: atomic writing, hashing and locks.

A file is written next to its target under another name, flushed to disk and renamed into place, so that a reader sees
the old content or the new one and never a part. A link stays: the file that it leads to is replaced. A file that is
replaced keeps its permissions, a new one has those that the umask leaves. Pipes and devices are written to.
"""

from __future__ import annotations

import hashlib
import os
import stat
import sys
import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, Final, TextIO, TypeVar

from vqganodip.errors import ExportError, system_reason

__all__ = [
    "PARTIAL",
    "export_file",
    "exporting_text",
    "is_locked",
    "is_there",
    "lock_file",
    "replace_file",
    "replacing",
    "sha256_of",
]

PARTIAL: Final = ".*.part"
"""Pattern of the files that a process leaves when it is killed while it writes."""

_NAME_KEPT: Final = 40  # characters of the target's name: a longer one could exceed what a file system allows


File = TypeVar("File", BinaryIO, TextIO)


@contextmanager
def replacing(path: Path, *, durable: bool = True) -> Iterator[BinaryIO]:
    """Open a binary file that replaces ``path`` when the block ends without an error.

    Args:
        path: The target; unchanged when the block fails.
        durable: Waits until the data are on the disk. False for what may be lost with the power.

    Raises:
        OSError: The file cannot be written.
    """
    with _replacing(path, _open_bytes, durable) as file:
        yield file


def replace_file(path: Path, data: bytes, *, durable: bool = True) -> None:
    """Replace a file by these bytes (:func:`replacing`); OSError."""
    with replacing(path, durable=durable) as file:
        file.write(data)


def export_file(path: Path, data: bytes) -> None:
    """Write a file that a person asked for; its folder is made when it is missing.

    Raises:
        ExportError: The file cannot be written; an older file of that name is unchanged.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise _unwritable(path, error) from error


@contextmanager
def exporting_text(path: Path) -> Iterator[TextIO]:
    """Open a text file (UTF-8, line ends as written) that a person asked for and that is too long for the memory.

    Raises:
        ExportError: The file cannot be written; an older file of that name is unchanged.
    """
    try:
        with _replacing(path, _open_text, durable=True) as file:
            yield file
    except OSError as error:
        raise _unwritable(path, error) from error


def _open_bytes(path: Path, mode: str) -> BinaryIO:
    return path.open(f"{mode}b")  # type: ignore[return-value]


def _open_text(path: Path, mode: str) -> TextIO:
    return path.open(mode, encoding="utf-8", errors="backslashreplace", newline="")  # type: ignore[return-value]


@contextmanager
def _replacing(path: Path, opened: Callable[[Path, str], File], durable: bool) -> Iterator[File]:
    before = _status(path)
    if _is_stream(path, before):
        with opened(path, "w") as file:
            yield file
        return
    path = Path(os.path.realpath(path))
    partial = path.with_name(f".{path.name[:_NAME_KEPT]}-{uuid.uuid4().hex}.part")
    try:
        with opened(partial, "x") as file:
            if before is not None:
                partial.chmod(stat.S_IMODE(before.st_mode))
            yield file
            file.flush()
            if durable:
                os.fsync(file.fileno())
        partial.replace(path)
    except BaseException:
        with suppress(OSError):
            partial.unlink(missing_ok=True)
        raise


def _status(path: Path) -> os.stat_result | None:
    try:
        return path.stat()
    except FileNotFoundError:
        return None


def _is_stream(path: Path, status: os.stat_result | None) -> bool:
    """True for a pipe or a device, and for the names of the program's own streams, whatever they lead to."""
    own = str(path) in ("/dev/stdout", "/dev/stderr") or path.is_relative_to("/dev/fd") or path.is_relative_to("/proc")
    return own or (status is not None and (stat.S_ISFIFO(status.st_mode) or stat.S_ISCHR(status.st_mode)))


def _unwritable(path: Path, error: OSError) -> ExportError:
    return ExportError(
        "file-unwritable",
        "the file cannot be written ({error})",
        where=path,
        todo="Check the folder and its space, or close the program that has the file open.",
        error=system_reason(error),
    )


def sha256_of(path: Path, *, unreadable: str | None = None) -> str:
    """Hash of a file's bytes, 64 hexadecimal digits.

    Args:
        path: The file.
        unreadable: Returned for a file that cannot be read.

    Raises:
        OSError: The file cannot be read, and ``unreadable`` is None.
    """
    try:
        with path.open("rb") as file:
            return hashlib.file_digest(file, "sha256").hexdigest()
    except OSError:
        if unreadable is None:
            raise
        return unreadable


def is_there(path: Path) -> bool:
    """True if there is a file, as far as can be seen: False too where a folder or drive cannot be reached."""
    try:
        return path.is_file()
    except (OSError, ValueError):
        return False


def lock_file(path: Path, note: bytes | None = None) -> Callable[[], None]:
    """Lock a file, made when it is missing, until the returned function is called or this process ends.

    With ``note`` it then holds these bytes.

    On a file system without locks nothing is locked.

    Raises:
        BlockingIOError: Another process holds it.
        OSError: The file cannot be made.
    """
    handle = os.open(path, os.O_RDWR | os.O_CREAT, 0o644)
    try:
        _take(handle)
    except (BlockingIOError, PermissionError) as error:
        os.close(handle)
        raise BlockingIOError(f"{path} is locked by another process") from error
    except OSError:
        pass
    if note is not None:  # through the same handle: closing another one may release the lock
        os.ftruncate(handle, 0)
        os.pwrite(handle, note, 0) if hasattr(os, "pwrite") else os.write(handle, note)
    return lambda: os.close(handle)


def is_locked(path: Path) -> bool:
    """True if a process holds the lock of this file."""
    if not path.exists():
        return False
    try:
        lock_file(path)()
    except BlockingIOError:
        return True
    except OSError:
        return False
    return False


def _take(handle: int) -> None:
    if sys.platform == "win32":
        import msvcrt

        msvcrt.locking(handle, msvcrt.LK_NBLCK, 1)
    else:
        import fcntl

        fcntl.flock(handle, fcntl.LOCK_EX | fcntl.LOCK_NB)
