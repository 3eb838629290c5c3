"""The journal of a session: an append-only file of JSON lines from which all other outputs are derived.

A written line survives the end of the process; a synced line survives a power cut as well. If either cuts off the last
line, reading drops it and reports so.
"""

from __future__ import annotations

import errno
import json
import os
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, BinaryIO

from vqganodip.errors import TuringError, system_reason

__all__ = ["Journal", "ReadJournal", "read_journal"]


class Journal:
    """A journal opened for appending; ``number`` is the number of the next line, from 0.

    Args:
        path: File of the journal; a torn last line of an earlier process is removed first.

    Raises:
        TuringError: The file cannot be written, or is damaged before its last line.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        try:
            self.number = 0
            if path.exists():
                known = read_journal(path)
                self.number = len(known.events)
                if known.torn:
                    os.truncate(path, known.whole_bytes)
            self._file: BinaryIO = path.open("ab", buffering=0)
            self._length = self._file.tell()
            self._torn = False
        except OSError as error:
            raise _unwritable(path, error) from error

    def write(self, event: str, *, sync: bool = False, **values: Any) -> None:
        """Append a line; with ``sync``, return only after it is on disk.

        Raises:
            TuringError: The line could not be written; earlier lines are intact.
        """
        line = json.dumps({"n": self.number, "event": event, **values}, ensure_ascii=False, allow_nan=False)
        data = line.encode() + b"\n"
        try:
            if self._torn:  # the remains of a failed line must not become part of the next one
                os.ftruncate(self._file.fileno(), self._length)
                self._torn = False
            if self._file.write(data) != len(data):
                raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC))
            if sync:
                os.fsync(self._file.fileno())
        except OSError as error:
            self._torn = True
            with suppress(OSError):
                os.ftruncate(self._file.fileno(), self._length)
                self._torn = False
            raise _unwritable(self.path, error) from error
        self.number += 1
        self._length += len(data)

    def close(self) -> None:
        """Sync and close the file; TuringError if the last lines may not be on disk."""
        if self._file.closed:
            return
        try:
            os.fsync(self._file.fileno())
        except OSError as error:
            raise _unwritable(self.path, error) from error
        finally:
            with suppress(OSError):
                self._file.close()


@dataclass(frozen=True, slots=True)
class ReadJournal:
    """Content of a journal.

    Attributes:
        events: Events in order.
        torn: True if the last line was cut off.
        whole_bytes: Length of the complete lines.
    """

    events: tuple[dict[str, Any], ...]
    torn: bool
    whole_bytes: int

    def of(self, name: str) -> Iterator[dict[str, Any]]:
        """Return the events with this name."""
        return (event for event in self.events if event["event"] == name)


def read_journal(path: Path) -> ReadJournal:
    """Read a journal without a torn last line.

    Raises:
        TuringError: The file cannot be read, or a line before the last is damaged, missing or out of order.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TuringError(
            "journal-unreadable",
            "the journal cannot be read ({error})",
            where=path,
            todo="Check the drive.",
            error=system_reason(error),
        ) from error
    whole = data.rfind(b"\n") + 1
    events = []
    for number, line in enumerate(data[:whole].splitlines()):
        try:
            event = json.loads(line)
            right = event["n"] == number and isinstance(event["event"], str)
        except (ValueError, KeyError, TypeError) as error:
            raise _damaged(path, number) from error
        if not right:
            raise _damaged(path, number)
        events.append(event)
    return ReadJournal(tuple(events), whole < len(data), whole)


def _damaged(path: Path, number: int) -> TuringError:
    return TuringError(
        "journal-damaged",
        "line {number} of the journal is damaged",
        where=path,
        todo="Restore the file from a copy; do not edit it.",
        number=number + 1,
    )


def _unwritable(path: Path, error: OSError) -> TuringError:
    return TuringError(
        "journal-unwritable",
        "the journal cannot be written ({error})",
        where=path,
        todo="Free space or connect the drive, then continue; what was written is intact.",
        error=system_reason(error),
    )
