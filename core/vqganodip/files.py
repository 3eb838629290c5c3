"""Files that appear whole or not at all: written beside their target, flushed to disk, renamed into place."""

from __future__ import annotations

import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import BinaryIO

from vqganodip.errors import ExportError

__all__ = ["replace_file", "replacing", "write_beside"]


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
