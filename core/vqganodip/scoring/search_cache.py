"""On-disk cache of search results; lets a killed search resume.

A file of JSON lines next to the bundle, append-only. A key covers everything a result depends on (rows, classifier,
search, seed, release), so that stale results are never read; a truncated last line is dropped and recomputed.
"""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from pathlib import Path
from typing import Any

from vqganodip import __version__
from vqganodip.errors import Message, message, system_reason
from vqganodip.files import replace_file
from vqganodip.scoring.folds import Rows
from vqganodip.scoring.preprocessing import MAX_CORRELATION

__all__ = ["SearchCache", "key_of"]


def key_of(rows: Rows, *what: Any) -> str:
    """Key of a result: hash of the rows and of the ``repr`` of everything else it depends on."""
    digest = hashlib.sha256()
    for part in (rows.values, rows.labels, rows.groups, rows.signs):
        digest.update(b"none" if part is None else part.tobytes())
    own = () if rows.max_correlation == MAX_CORRELATION else (rows.max_correlation,)
    digest.update(repr((__version__, rows.values.shape, *what, *own)).encode())
    return digest.hexdigest()[:24]


class SearchCache:
    """Results by key.

    Args:
        path: The file; None caches in memory only.

    Attributes:
        problem: Reason why results could not be written, or None. The search continues without the file.
    """

    def __init__(self, path: Path | None = None) -> None:
        self.path = path
        self.problem: Message | None = None
        self._values: dict[str, Any] = {}
        if path is not None:
            self._read(path)

    def __len__(self) -> int:
        return len(self._values)

    def find(self, key: str) -> Any | None:
        """The value stored under the key; None if there is none."""
        return self._values.get(key)

    def keep(self, key: str, value: Any) -> None:
        """Store a JSON-serialisable value."""
        self._values[key] = value
        if self.path is None:
            return
        try:
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with self.path.open("a", encoding="utf-8") as file:
                file.write(json.dumps([key, value]) + "\n")
        except OSError as error:
            self.problem = message(
                "search-cache-unwritable",
                "Results of the search cannot be cached in {path} ({error}): "
                "if the fit is interrupted, it searches again.",
                path=str(self.path),
                error=system_reason(error),
            )

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
                self._values[key] = value
