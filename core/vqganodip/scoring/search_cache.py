"""What a search has found so far, kept over a kill: the same command goes on where it was stopped.

A file of JSON lines beside the bundle, appended. A key names everything a result depends on (rows, classifier, search,
seed, release), so that nothing stale is ever read; a line cut off by a kill is dropped and its work done again.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from vqganodip import __version__
from vqganodip.files import replace_file
from vqganodip.scoring.folds import Rows

__all__ = ["SearchCache", "key_of"]


def key_of(rows: Rows, *what: Any) -> str:
    """Names a result: the rows, and everything else that decides it by its ``repr``."""
    digest = hashlib.sha256()
    for part in (rows.values, rows.labels, rows.groups, rows.signs):
        digest.update(b"none" if part is None else part.tobytes())
    digest.update(repr((__version__, rows.values.shape, *what)).encode())
    return digest.hexdigest()[:24]


class SearchCache:
    """Results by key.

    Args:
        path: The file; None keeps nothing over the process.

    Attributes:
        problem: Why results could not be kept; empty while all is well. The search goes on without.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.problem = ""
        self._known: dict[str, Any] = {}
        if path is not None:
            self._read(path)

    def __len__(self) -> int:
        return len(self._known)

    def find(self, key: str) -> Any | None:
        """What was kept under the key; None when nothing was."""
        return self._known.get(key)

    def keep(self, key: str, value: Any) -> None:
        """Keeps a value that JSON can hold."""
        self._known[key] = value
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps([key, value]) + "\n")
        except OSError as error:
            self.problem = f"{self.path}: results of the search cannot be kept ({error.strerror or error})"

    def _read(self, path: Path) -> None:
        try:
            text = path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError):
            return
        whole = text[: text.rfind("\n") + 1]
        if whole != text:
            with suppress(OSError):
                replace_file(path, whole.encode())
        for line in whole.splitlines():
            with suppress(ValueError, TypeError):
                key, value = json.loads(line)
                self._known[key] = value
