"""Workspace: a folder with the panels and the logs of a station, and with its database or the name of one."""

from __future__ import annotations

import tempfile
import uuid
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING

from vqganodip.errors import StoreError, system_reason
from vqganodip.store.gates import GateFiles
from vqganodip.store.image_folder import ImageFolder, read_image_folder, write_image_folder
from vqganodip.store.outer_anchor import ANCHOR
from vqganodip.store.panels import PanelStore
from vqganodip.store.record_place import RECORD_PLACE, RecordPlace, read_record_place, write_record_place
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.store.sqlite_database import SqliteDatabase

if TYPE_CHECKING:  # its driver is not installed everywhere
    from vqganodip.store.postgresql_database import PostgresqlDatabase

__all__ = ["DATABASE", "Workspace", "name_image_folder", "open_workspace", "put_aside", "read_workspace"]

DATABASE = "workspace.sqlite"


@dataclass(frozen=True, slots=True)
class Workspace:
    """An open workspace; close it, or use it in a ``with`` statement.

    Attributes:
        folder: The folder.
        repository: Inspections and judgments (``workspace.sqlite``, or a database on a server).
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


def open_workspace(
    folder: Path, *, create: bool = True, database: str | None = None, spools: Path | None = None
) -> Workspace:
    """Open a workspace; a new folder becomes an empty workspace.

    Its records are in the database that ``workspace.toml`` in the folder names, or else in ``workspace.sqlite``.

    Args:
        folder: Folder of the workspace; created with its parents if missing.
        create: False refuses a folder without a database, for programs that only read.
        database: Connection string, ``postgresql://user@host:port/database``, of an empty database in which a new
            workspace keeps its records. It holds no password.
        spools: Folder of the user on this computer, for a station that works on while the server is away; the
            repository of a workspace on a server is then a ``StationRepository``. To be called in the thread of the
            window, or followed by ``link.own_by_window()`` there.

    Raises:
        StoreError: The folder cannot be written, holds no workspace (``create=False``), or its database is damaged,
            another program's, or of a newer version; or its server cannot be reached or refuses.
    """
    named, images = read_record_place(folder), read_image_folder(folder)
    path = folder / DATABASE
    if named is None and database is None:
        if not create and not path.is_file():
            raise _missing(folder)
        if not path.exists() and (folder / ANCHOR).is_file():
            raise _missing(folder)
        _make_writable(folder)
        return _workspace(folder, SqlRepository(SqliteDatabase(path), images))
    if database is not None and (named is not None or path.exists() or (folder / ANCHOR).is_file()):
        raise StoreError(
            "workspace-has-records",
            "the workspace has a database already",
            where=folder,
            todo="Move it to another database with `vqganodip workspace move`.",
        )
    _make_writable(folder)
    if named is not None:
        there = _on_server(folder, named, station=spools is not None)
        if path.exists():  # a move was interrupted when it was complete
            with suppress(OSError):
                put_aside(folder, DATABASE)
        return _workspace(folder, _on_station(there, spools and spools / named.identity, images))
    new = RecordPlace(database or "", uuid.uuid4().hex)
    opened = _on_server(folder, new, create=True, station=spools is not None)
    try:
        write_record_place(folder, new)
    except OSError as error:
        opened.close()
        raise _unwritable(folder, error) from error
    return _workspace(folder, _on_station(opened, spools and spools / new.identity, images))


def name_image_folder(folder: Path, images: Path) -> str:
    """Name the shared folder of the images of a workspace (:func:`write_image_folder`), also where the file is damaged.

    Raises:
        StoreError: There is no workspace, or no such folder of images, or the file cannot be written.
    """
    if not (folder / DATABASE).is_file() and not (folder / RECORD_PLACE).is_file():
        raise _missing(folder)
    return write_image_folder(folder, images)


def read_workspace(folder: Path) -> Workspace:
    """Open the present state of a workspace for reading; not one of its bytes changes.

    It may be on a medium that cannot be written, of an older version (with its records in ``workspace.sqlite``), and in
    use by another program.

    Raises:
        StoreError: The folder holds no workspace, or its database cannot be read, is damaged, another program's, or of
            a newer version; or its server cannot be reached or refuses.
    """
    named, images = read_record_place(folder), read_image_folder(folder)
    if named is not None:
        return _workspace(folder, SqlRepository(_on_server(folder, named, read_only=True), images))
    database = folder / DATABASE
    if not database.is_file():
        raise _missing(folder)
    return _workspace(folder, SqlRepository(SqliteDatabase(database, read_only=True), images))


def put_aside(folder: Path, name: str) -> Path:
    """Put the old file of a workspace that was moved into a folder of its own, which is a workspace to be read.

    Args:
        folder: The workspace.
        name: ``workspace.sqlite``, with the files of its log, or ``workspace.toml``.

    Returns:
        The new folder.

    Raises:
        OSError: The files cannot be moved.
    """
    old = folder / f"before-move-{datetime.now(UTC):%Y%m%dT%H%M%S%fZ}"
    old.mkdir()
    for file in (folder / f"{name}-wal", folder / f"{name}-shm", folder / name):  # the log first: the file is whole
        if file.exists():
            file.replace(old / file.name)
    with suppress(StoreError):  # the records are what counts
        root = read_image_folder(folder).root
        if root is not None:
            write_image_folder(old, root)
    return old


def _workspace(folder: Path, repository: SqlRepository) -> Workspace:
    return Workspace(folder, repository, PanelStore(folder / "panels"), folder / "logs")


def _on_station(database: PostgresqlDatabase, spool: Path | None, images: ImageFolder) -> SqlRepository:
    """The repository on a server; with a spool that of a station."""
    if spool is None:
        return SqlRepository(database, images)
    from vqganodip.store.spool import Spool
    from vqganodip.store.station_repository import StationRepository

    return StationRepository(database, Spool(spool), images)


def _on_server(
    folder: Path, named: RecordPlace, *, create: bool = False, read_only: bool = False, station: bool = False
) -> PostgresqlDatabase:
    """Open the database that a folder names."""
    try:
        from vqganodip.store.postgresql_database import PostgresqlDatabase
        from vqganodip.store.postgresql_place import PostgresqlPlace
        from vqganodip.store.server_link import ServerLink
    except ImportError as error:
        raise StoreError(
            "database-driver-missing",
            "the records are on a server, and the driver for PostgreSQL is not installed ({error})",
            where=folder,
            todo="Install it with `pip install vqganodip[postgresql]`.",
            error=str(error),
        ) from error
    place = PostgresqlPlace.parse(named.database)
    link = ServerLink() if station else None
    return PostgresqlDatabase(place, folder, identity=named.identity, create=create, read_only=read_only, link=link)


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
        raise _unwritable(folder, error) from error


def _unwritable(folder: Path, error: OSError) -> StoreError:
    return StoreError(
        "workspace-unwritable",
        "the workspace folder cannot be written ({error})",
        where=folder,
        todo="Choose a folder you may write to.",
        error=system_reason(error),
    )
