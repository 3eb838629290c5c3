"""Workspace: a folder with the database, the panels and the logs of a station."""

from __future__ import annotations

import tempfile
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType

from vqganodip.errors import StoreError, system_reason
from vqganodip.store.gates import GateFiles
from vqganodip.store.outer_anchor import ANCHOR
from vqganodip.store.panels import PanelStore
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.store.sqlite_database import SqliteDatabase

__all__ = ["DATABASE", "Workspace", "open_workspace", "read_workspace"]

DATABASE = "workspace.sqlite"


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open workspace; close it, or use it in a ``with`` statement.

    Attributes:
        folder: The folder.
        repository: Inspections and judgments (``workspace.sqlite``).
        panels: Pictures of the boards (``panels/``).
        logs: Folder of the logs (``logs/``).
    """

    folder: Path
    repository: SqlRepository
    panels: PanelStore
    logs: Path

    @property
    def gates(self) -> GateFiles:
        """The gates that were learned here (``gates/``)."""
        return GateFiles(self.folder / "gates")

    def close(self) -> None:
        """Release the database."""
        self.repository.close()

    def __enter__(self) -> Workspace:
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        self.close()


def open_workspace(folder: Path, *, create: bool = True) -> Workspace:
    """Open a workspace; a new folder becomes an empty workspace.

    Args:
        folder: Folder of the workspace; created with its parents if missing.
        create: False refuses a folder without a database, for programs that only read.

    Raises:
        StoreError: The folder cannot be written, holds no workspace (``create=False``), or its database is damaged,
            another program's, or of a newer version.
    """
    database = folder / DATABASE
    if not create and not database.is_file():
        raise _missing(folder)
    if not database.exists() and (folder / ANCHOR).is_file():
        raise _missing(folder)
    _make_writable(folder)
    repository = SqlRepository(database)
    return Workspace(folder, repository, PanelStore(folder / "panels"), folder / "logs")


def read_workspace(folder: Path) -> Workspace:
    """Open the present state of a workspace for reading; not one of its bytes changes.

    It may be on a medium that cannot be written, of an older version, and in use by another program.

    Raises:
        StoreError: The folder holds no workspace, or its database cannot be read, is damaged, another program's, or of
            a newer version.
    """
    database = folder / DATABASE
    if not database.is_file():
        raise _missing(folder)
    repository = SqlRepository(SqliteDatabase(database, read_only=True))
    return Workspace(folder, repository, PanelStore(folder / "panels"), folder / "logs")


def _missing(folder: Path) -> StoreError:
    if (folder / ANCHOR).is_file():
        return StoreError(
            "workspace-database-missing",
            "the database of this workspace, in which judgments were kept, is missing",
            where=folder / DATABASE,
            todo="Put it back from a backup. To start again, choose an empty folder.",
        )
    return StoreError(
        "workspace-missing",
        "there is no workspace here",
        where=folder,
        todo="Give the folder of an existing workspace.",
    )


def _make_writable(folder: Path) -> None:
    try:
        for place in (folder, folder / "panels", folder / "logs"):
            place.mkdir(parents=True, exist_ok=True)
        # Creating a file is the only reliable test: network shares and read-only disks report wrong permissions.
        with tempfile.TemporaryFile(dir=folder, prefix=".write-test-"):
            pass
    except OSError as error:
        raise StoreError(
            "workspace-unwritable",
            "the workspace folder cannot be written ({error})",
            where=folder,
            todo="Choose a folder you may write to.",
            error=system_reason(error),
        ) from error
