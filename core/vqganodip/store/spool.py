"""Spool of a station: judgments on its own disk that could not be given to the server of the records.

A folder of the user holds one file per window, to which lines are only appended: a JSON object with a judgment and the
hash of its text. A judgment is on the disk when ``append`` returns. A file is removed when all its judgments are with
the server; those that a station left when it was killed are delivered by the next window that opens the workspace. A
line that cannot be read, or that the server refuses, is put into ``set-aside.jsonl``, and named.
"""

from __future__ import annotations

import hashlib
import json
import os
import threading
import uuid
from collections.abc import Callable, Iterator
from contextlib import suppress
from dataclasses import dataclass, replace
from pathlib import Path
from types import SimpleNamespace
from typing import Any, Final

from vqganodip.errors import StoreError, system_reason
from vqganodip.files import lock_file
from vqganodip.review.judgments import Judgment
from vqganodip.store.judgment_rows import judgment_from, judgment_row
from vqganodip.store.serialization import canonical

__all__ = ["SET_ASIDE", "Spool", "SpooledLine"]

SET_ASIDE: Final = "set-aside.jsonl"
"""File with the lines that could not be delivered."""

_PATTERN: Final = "judgments-*.jsonl"
_HASH: Final = "sha256"


@dataclass(frozen=True, slots=True)
class SpooledLine:
    """A line of a spool.

    Attributes:
        file: The file.
        number: Number of the line, from 1.
        raw: Its bytes.
        judgment: The judgment; None if the line is damaged.
        corrects_client: Identifier of the spooled record that the judgment corrects; empty if it corrects none of them.
    """

    file: Path
    number: int
    raw: bytes
    judgment: Judgment | None
    corrects_client: str = ""

    @property
    def name(self) -> str:
        """File and line, as errors name them."""
        return f"{self.file.name}:{self.number}"


class Spool:
    """Judgments that wait for the server. Thread-safe.

    Args:
        folder: Folder of the user for this workspace; made when it is needed. Files in it that no running window holds
            are taken over.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._turn = threading.RLock()
        self._handle: int | None = None
        self._file = folder / f"judgments-{uuid.uuid4().hex}.jsonl"
        self._unlock: dict[Path, Callable[[], None]] = {}
        self._waiting = 0
        self._take_over()

    @property
    def waiting(self) -> int:
        """Number of judgments that are not with the server yet."""
        return self._waiting

    def append(self, judgment: Judgment, corrects_client: str = "") -> None:
        """Append a judgment; it is on the disk when the method returns.

        Raises:
            StoreError: The disk of this computer cannot be written; nothing is kept.
        """
        row = judgment_row(judgment)
        text = canonical({"judgment": row, "corrects_client": corrects_client})
        line = canonical({_HASH: hashlib.sha256(text.encode("ascii")).hexdigest(), "text": text}).encode("ascii")
        with self._turn:
            try:
                self._write(line + b"\n")
            except OSError as error:
                raise StoreError(
                    "spool-unwritable",
                    "the server of the records cannot be reached, and this computer cannot keep the judgment ({error})",
                    where=self._file,
                    todo="Free some space on this computer, then judge again.",
                    error=system_reason(error),
                ) from error
            self._waiting += 1

    def lines(self, after: int = 0) -> Iterator[SpooledLine]:
        """The lines in the order in which they were written, older files first, without the first ``after`` ones."""
        with self._turn:  # a line that is being written is not read
            files = [(file, file.stat().st_size) for file in self._files()]
        count = 0
        for file, size in files:
            for number, raw in enumerate(_raw_lines(file, size), start=1):
                count += 1
                if count > after:
                    yield _parsed(file, number, raw)

    def set_aside(self, line: SpooledLine) -> None:
        """Keep a line that cannot be delivered in a file of its own; StoreError if that cannot be written."""
        try:
            with (self.folder / SET_ASIDE).open("ab") as file:
                file.write(line.raw.rstrip(b"\n") + b"\n")
                file.flush()
                os.fsync(file.fileno())
        except OSError as error:
            raise StoreError(
                "spool-unwritable",
                "the server of the records cannot be reached, and this computer cannot keep the judgment ({error})",
                where=self.folder / SET_ASIDE,
                todo="Free some space on this computer, then judge again.",
                error=system_reason(error),
            ) from error

    def clear(self, delivered: int) -> bool:
        """Remove the files if no more than these lines are in them; False if there are newer ones."""
        with self._turn:
            if sum(1 for _ in self.lines()) > delivered:
                return False
            self._close()
            for file in self._files():
                with suppress(OSError):
                    file.unlink()
            for file, unlock in list(self._unlock.items()):
                unlock()
                with suppress(OSError):
                    file.unlink()
            self._unlock.clear()
            self._waiting = 0
            self._file = self.folder / f"judgments-{uuid.uuid4().hex}.jsonl"
            return True

    def close(self) -> None:
        """Close the files; what waits in them is delivered by the next window."""
        with self._turn:
            self._close()
            for unlock in self._unlock.values():
                unlock()
            self._unlock.clear()

    def _write(self, line: bytes) -> None:
        if self._handle is None:
            self.folder.mkdir(parents=True, exist_ok=True)
            self._lock(self._file)
            self._handle = os.open(self._file, os.O_WRONLY | os.O_CREAT | os.O_APPEND, 0o600)
            _sync_folder(self.folder)
        end = os.fstat(self._handle).st_size
        try:
            view = memoryview(line)
            while view:
                view = view[os.write(self._handle, view) :]
            os.fsync(self._handle)
        except OSError:
            with suppress(OSError):
                os.ftruncate(self._handle, end)  # half a line would be taken for a damaged judgment
            raise

    def _take_over(self) -> None:
        """Take the files that stations left which are no longer running."""
        for file in sorted(self.folder.glob(_PATTERN), key=_written_s):
            with suppress(OSError):
                self._lock(file)
        self._waiting = sum(1 for _ in self.lines())

    def _lock(self, file: Path) -> None:
        lock = file.with_suffix(".lock")
        self._unlock[lock] = lock_file(lock, str(os.getpid()).encode())

    def _files(self) -> list[Path]:
        return [file for lock in self._unlock if (file := lock.with_suffix(".jsonl")).exists()]

    def _close(self) -> None:
        if self._handle is not None:
            os.close(self._handle)
            self._handle = None


def _raw_lines(file: Path, size: int) -> Iterator[bytes]:
    with file.open("rb") as lines:
        while size > 0 and (line := lines.readline(size)):
            size -= len(line)
            yield line


def _parsed(file: Path, number: int, raw: bytes) -> SpooledLine:
    try:
        line: dict[str, Any] = json.loads(raw)
        text = str(line["text"])
        if hashlib.sha256(text.encode("ascii")).hexdigest() != line[_HASH]:
            return SpooledLine(file, number, raw, None)
        values = json.loads(text)
        judgment = judgment_from(SimpleNamespace(**values["judgment"]))  # type: ignore[arg-type]
        corrects = str(values["corrects_client"])
    except (ValueError, KeyError, TypeError, AttributeError, StoreError):
        return SpooledLine(file, number, raw, None)
    return SpooledLine(file, number, raw, replace(judgment, record_id=0), corrects)


def _written_s(file: Path) -> float:
    """Time at which a file was written last; 0 if it is gone."""
    try:
        return file.stat().st_mtime
    except OSError:
        return 0.0


def _sync_folder(folder: Path) -> None:
    """Write the name of a new file to the disk, where a folder can be written so."""
    with suppress(OSError):
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)
