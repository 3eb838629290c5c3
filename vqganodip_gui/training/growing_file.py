"""Incremental reader of a text file that another process is still writing."""

from __future__ import annotations

from pathlib import Path


class GrowingFile:
    """Reader that returns each complete line once."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self._offset = 0

    def shrunk(self) -> bool:
        """Return True if the file is shorter than what was read, so its lines were rewritten; OSError if missing."""
        return self.path.stat().st_size < self._offset

    def restart(self) -> None:
        """Start reading from the beginning again."""
        self._offset = 0

    def new_lines(self) -> list[bytes]:
        """Return the complete lines since the last call; none if the file cannot be read."""
        try:
            with self.path.open("rb") as file:
                file.seek(self._offset)
                data = file.read()
        except OSError:
            return []
        whole = data[: data.rfind(b"\n") + 1]
        self._offset += len(whole)
        return whole.splitlines()
