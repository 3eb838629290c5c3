"""Files that appear whole or not at all: written beside their target, flushed to disk, renamed into place."""

from __future__ import annotations

import os
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from vqganodip.errors import ExportError

__all__ = ["is_locked", "lock_file", "replace_file", "replacing", "write_beside", "written_whole"]


@contextmanager
def replacing(path: Path) -> Iterator[BinaryIO]:
    """A file to write beside ``path``, renamed into place when the block ends well and removed when it does not."""
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as file:
            yield file
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except BaseException:
        partial.unlink(missing_ok=True)
        raise


def replace_file(path: Path, data: bytes) -> None:
    """Writes ``data`` beside ``path`` and renames it into place; raises OSError."""
    with replacing(path) as file:
        file.write(data)


def write_beside(path: Path, data: bytes) -> None:
    """As :func:`replace_file`, for a file that a person asked for: makes its folder, and raises ExportError."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        replace_file(path, data)
    except OSError as error:
        raise ExportError(
            f"the file cannot be written ({error.strerror or error})",
            where=path,
            todo="Check the folder and its space.",
        ) from error


@contextmanager
def written_whole(out: Path) -> Iterator[TextIO]:
    """A text file (UTF-8, line ends as written) that appears whole or not at all: beside ``out``, then renamed.

    Raises:
        ExportError: The file cannot be written; ``out`` is as it was before.
    """
    try:
        handle, beside = tempfile.mkstemp(prefix=f".{out.name[:40]}-", suffix=".part", dir=out.parent)
    except OSError as error:
        raise _refused(out, error) from error
    part = Path(beside)
    try:
        with open(handle, "w", encoding="utf-8", errors="backslashreplace", newline="") as file:  # noqa: PTH123
            yield file
            file.flush()
            os.fsync(file.fileno())
        part.chmod(0o644)
        part.replace(out)
    except OSError as error:
        raise _refused(out, error) from error
    finally:
        with suppress(FileNotFoundError):
            part.unlink()


def _refused(out: Path, error: OSError) -> ExportError:
    return ExportError(
        f"the file cannot be written ({error.strerror or error})",
        where=out,
        todo="Choose another folder, or close the program that has the file open.",
    )


def lock_file(path: Path) -> Callable[[], None]:
    """Locks a file, made when it is missing, until the returned function is called or this process ends.

    On a file system without locks nothing is locked: better unguarded than not at all.

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
    return lambda: os.close(handle)


def is_locked(path: Path) -> bool:
    """Whether a process holds the lock of this file."""
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
