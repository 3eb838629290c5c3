"""Database protocol: what the repository requires of a database that holds the records of a workspace.

``SqliteDatabase`` is a file in the folder of the workspace, ``PostgresqlDatabase`` a database on a server.
"""

from __future__ import annotations

from contextlib import AbstractContextManager
from pathlib import Path
from typing import Final, Protocol

from sqlalchemy import Connection, Engine

from vqganodip.errors import StoreError
from vqganodip.store.news import NewsKind
from vqganodip.store.outer_anchor import Ends

__all__ = ["DISK_FULL", "NOT_REACHABLE", "Database", "refuse_writing"]

NOT_REACHABLE: Final = "database-not-reachable"
"""Code of the error of a server that does not answer, or no longer."""

DISK_FULL: Final = "database-server-disk"
"""Code of the error of a server that cannot write to its disk."""


class Database(Protocol):
    """An open database of the present schema. Thread-safe: every call uses its own connection."""

    @property
    def where(self) -> Path | str:
        """The database as errors name it; never with a password."""

    @property
    def folder(self) -> Path:
        """Folder of the workspace, with the ends of the chains in a file."""

    @property
    def read_only(self) -> bool:
        """True if it shows the state of the moment at which it was opened, and cannot be written."""

    @property
    def anchored(self) -> bool:
        """False if it was of a version without ends of the chains until it was opened."""

    @property
    def shared(self) -> bool:
        """True if several stations may work on it at once, with leases of boards and news for each other."""

    @property
    def engine(self) -> Engine:
        """The pool of its connections."""

    def reading(self) -> AbstractContextManager[Connection]:
        """Begin a transaction that reads one state. Errors of the database become StoreErrors."""

    def writing(self, *, seals: bool = False) -> AbstractContextManager[Connection]:
        """Begin a transaction that writes, one at a time among all programs, durable when it ends.

        Args:
            seals: It appends a record to a chain; the ends are also written to the file in the folder.

        Raises:
            StoreError: The database is read-only, cannot be written, or is no longer the one that was opened.
        """

    def tell(self, connection: Connection, kind: NewsKind, item_id: int = 0) -> None:
        """Tell other stations of a change once the transaction is committed; nothing where it is not shared."""

    def outer_ends(self) -> Ends:
        """Ends of the chains in the file of the folder; of a read-only database, those before it was opened."""

    def remember(self, record_id: int, row_hash: str) -> None:
        """Take note of the newest judgment that was stored."""

    def close(self) -> None:
        """Close all connections."""


def refuse_writing(folder: Path) -> StoreError:
    """Error for a workspace that was opened to look at it only."""
    return StoreError(
        "workspace-read-only",
        "the workspace was opened to look at it only",
        where=folder,
        todo="Write where it is open for work.",
    )
