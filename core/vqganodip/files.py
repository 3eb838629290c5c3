"""Files that appear whole or not at all: written beside their target, flushed to disk, renamed into place."""

from __future__ import annotations

import os
from pathlib import Path

from vqganodip.errors import ExportError

__all__ = ["replace_file", "write_beside"]


def replace_file(path: Path, data: bytes) -> None:
    """Writes ``data`` beside ``path`` and renames it into place; raises OSError."""
    partial = path.with_name(f"{path.name}.{os.getpid()}.partial")
    try:
        with partial.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        partial.replace(path)
    except OSError:
        partial.unlink(missing_ok=True)
        raise


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
