"""The writer of a real session: lines go to the journal at once, the slow part of making them last to a thread."""

from __future__ import annotations

import os
import threading
from concurrent.futures import Future, ThreadPoolExecutor
from pathlib import Path
from typing import Any

from vqganodip.errors import TuringError, system_reason
from vqganodip.turing.session.journal import Journal


class JournalWriter:
    """Writer of a session journal that syncs to disk in a thread.

    A line is handed to the system before ``write`` returns, so the death of the program loses nothing; ``sync`` asks
    the thread to have it on the disk as well. What fails there is raised by the next ``write``.

    Args:
        path: The journal.

    Raises:
        TuringError: It cannot be opened.
    """

    def __init__(self, path: Path) -> None:
        self.path = path
        self._journal = Journal(path)
        self._pool = ThreadPoolExecutor(1, thread_name_prefix="journal")
        self._failed: OSError | None = None
        self._under_way: Future[None] | None = None
        self.synced_in: set[int] = set()

    def write(self, event: str, *, sync: bool = False, **values: Any) -> None:
        failed, self._failed = self._failed, None
        if failed is not None:
            raise TuringError(
                "journal-not-synced",
                "the journal did not reach the disk ({error})",
                where=self.path,
                todo="Free space or connect the drive, then continue; what was written is intact.",
                error=system_reason(failed),
            )
        self._journal.write(event, sync=sync, **values)

    def sync(self) -> None:
        if self._under_way is None or self._under_way.done():
            self._under_way = self._pool.submit(self._to_disk)

    def close(self) -> None:
        """Everything is on the disk when this returns; TuringError when it is not, and closed all the same."""
        self._pool.shutdown(wait=True)
        self._journal.close()

    def _to_disk(self) -> None:
        self.synced_in.add(threading.get_ident())
        try:
            # syncing belongs to the file, not to the handle: one of our own keeps clear of the one that is written to
            handle = os.open(self.path, os.O_RDWR)
            try:
                os.fsync(handle)
            finally:
                os.close(handle)
        except OSError as error:
            self._failed = error


__all__ = ["JournalWriter"]
