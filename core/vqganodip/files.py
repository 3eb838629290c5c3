"""Files that appear whole or not at all: written beside their target, flushed to disk, renamed into place."""

from __future__ import annotations

import os
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO, TextIO

from vqganodip.errors import ExportError

__all__ = ["replace_file", "replacing", "write_beside", "written_whole"]


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
