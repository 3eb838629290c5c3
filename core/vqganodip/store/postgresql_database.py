"""Database of a workspace on a PostgreSQL server, for several stations. When a transaction ends, its data are on disk.

The comment on the table ``schema_version`` marks the database: whose records it holds, and whether it is in use, being
filled by a move, or was moved away. ``workspace.toml`` in the folder of the workspace names the same identity.
"""

from __future__ import annotations

import uuid
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Final

import psycopg
from sqlalchemy import Connection, Engine, event

from vqganodip.errors import StoreError
from vqganodip.store.chain_ends import read_ends
from vqganodip.store.database import NOT_REACHABLE, refuse_writing
from vqganodip.store.migrations import foreign_database, newer_workspace, newest_version, run_migrations
from vqganodip.store.news import News, NewsKind, send_news
from vqganodip.store.outer_anchor import Ends, note_set_back, read_anchor, write_anchor
from vqganodip.store.postgresql_connection import (
    MOVED_STATE,
    clear_errors,
    connect_engine,
    keep_snapshot,
    moved_away,
    not_reachable,
)
from vqganodip.store.postgresql_migrations import FUNCTIONS, MIGRATIONS, VERSION
from vqganodip.store.postgresql_place import PostgresqlPlace
from vqganodip.store.record_place import RECORD_PLACE
from vqganodip.store.schema import METADATA, SHARED
from vqganodip.store.server_link import ServerLink

__all__ = [
    "Mark",
    "PostgresqlDatabase",
    "State",
    "check_usable",
    "create_tables",
    "drop_tables",
    "is_empty",
    "read_mark",
    "retire",
    "write_mark",
]

_MARK: Final = "VQGANoDIP"


class State(StrEnum):
    """Use that a workspace makes of a database."""

    ACTIVE = "active"
    INCOMING = "incoming"  # a move has filled it and is not complete
    MOVED = "moved"  # the records were moved away; what is here can be read only


@dataclass(frozen=True, slots=True)
class Mark:
    """The mark of a database: identity of the workspace (hex digits) and state."""

    identity: str
    state: State


class PostgresqlDatabase:
    """The ``vqganodip.store.database.Database`` protocol on a PostgreSQL server.

    Args:
        place: The database.
        folder: Folder of the workspace, for the file with the ends of the chains.
        identity: Identity that the folder names.
        create: Create the tables in an empty database.
        read_only: Read the state of this moment; every method that writes raises a StoreError.
        link: Connection of a station to the server, which limits how long its queries may take; None for programs that
            wait.

    Raises:
        StoreError: The server cannot be reached or refuses, or the database is empty (without ``create``), another
            program's, another workspace's, of a newer or an older version, or its records were moved away.
    """

    anchored: Final = True
    shared: Final = True

    def __init__(
        self,
        place: PostgresqlPlace,
        folder: Path,
        *,
        identity: str,
        create: bool = False,
        read_only: bool = False,
        link: ServerLink | None = None,
    ) -> None:
        self.place = place
        self.folder = folder
        self.link = link
        self.sender = uuid.uuid4().hex
        self.read_only = read_only
        self._outer = read_anchor(folder)
        self._keeper: psycopg.Connection | None = None
        snapshot = None
        if read_only:
            with clear_errors(place):
                self._keeper, snapshot = keep_snapshot(place)
        self.engine: Engine = connect_engine(place, snapshot, link)
        self._writer = self.engine.execution_options(writes=True)
        try:
            self._open(identity, create=create)
        except BaseException:
            self.close()
            raise

    @property
    def where(self) -> str:
        return str(self.place)

    def _open(self, identity: str, *, create: bool) -> None:
        with self.reading() as connection:
            new = create and is_empty(connection)
            if not new:
                mark = self._check(connection, identity)
        if self.read_only:
            return
        with self.writing() as connection:
            if new and is_empty(connection):
                create_tables(connection, Mark(identity, State.ACTIVE))
                return
            mark = self._check(connection, identity)
            if mark.state is State.INCOMING:  # the folder names it: the move was complete
                write_mark(connection, Mark(identity, State.ACTIVE))
            note_set_back(connection, self.folder)

    def _check(self, connection: Connection, identity: str) -> Mark:
        return check_usable(connection, self.place, self.folder, identity, read_only=self.read_only)

    @contextmanager
    def reading(self) -> Iterator[Connection]:
        with self._asking(), self.engine.begin() as connection:
            yield connection

    @contextmanager
    def writing(self, *, seals: bool = False) -> Iterator[Connection]:
        """A transaction under the lock of the workspace."""
        if self.read_only:
            raise refuse_writing(self.folder)
        with self._asking():
            with self._writer.begin() as connection:
                yield connection
                ends = read_ends(connection) if seals else {}
            if ends:
                write_anchor(self.folder, ends)

    @contextmanager
    def _asking(self) -> Iterator[None]:
        """Errors of the server in words; of a station, within its limit, and not at all while the server is away."""
        link = self.link
        if link is None:
            with clear_errors(self.place):
                yield
            return
        if link.closed_here:
            raise not_reachable(str(self.place), "")
        try:
            with link.limited(), clear_errors(self.place):
                yield
        except StoreError as error:
            if error.code == NOT_REACHABLE:
                link.lose()
            raise

    def tell(self, connection: Connection, kind: NewsKind, item_id: int = 0) -> None:
        send_news(connection, News(kind, item_id, self.sender))

    def outer_ends(self) -> Ends:
        return self._outer if self.read_only else read_anchor(self.folder)

    def remember(self, record_id: int, row_hash: str) -> None:
        """Nothing to do: the server keeps its files."""

    def close(self) -> None:
        event.listen(self.engine, "checkin", lambda dbapi, _record: dbapi.close())  # of a thread that still reads
        self.engine.dispose()
        if self._keeper is not None:
            self._keeper.close()


def check_usable(
    connection: Connection, place: PostgresqlPlace, folder: Path, identity: str, *, read_only: bool
) -> Mark:
    """Return the mark of a database; StoreError if this program must not use it, as for ``PostgresqlDatabase``."""
    where = str(place)
    mark = read_mark(connection)
    if mark is None and is_empty(connection):
        raise StoreError(
            "database-empty",
            "the database holds no workspace",
            where=where,
            todo="Check its name, or move a workspace into it with `vqganodip workspace move`.",
        )
    if mark is None:
        raise foreign_database(where)
    if mark.identity != identity:
        raise StoreError(
            "database-of-other-workspace",
            "the database holds the records of another workspace",
            where=where,
            todo="Check the connection string in {file}.",
            file=str(folder / RECORD_PLACE),
        )
    if mark.state is State.MOVED and not read_only:
        raise moved_away(where)
    version = newest_version(connection)
    if version > VERSION:
        raise newer_workspace(where, version, VERSION)
    if version < VERSION:
        raise StoreError(
            "workspace-older",
            "the records are of an older version (their schema is {schema}, this version needs {known})",
            where=where,
            todo="Move them to SQLite with that version, open the workspace here, and move them back.",
            schema=version,
            known=VERSION,
        )
    return mark


def is_empty(connection: Connection) -> bool:
    """True if the schema that is used holds no table or view."""
    count = connection.exec_driver_sql(
        "SELECT count(*) FROM pg_class JOIN pg_namespace n ON n.oid = relnamespace "
        "WHERE nspname = current_schema() AND relkind IN ('r', 'p', 'v', 'm', 'f')"
    )
    return int(count.scalar_one()) == 0


def read_mark(connection: Connection) -> Mark | None:
    """The mark of a database; None if it holds no workspace."""
    text = connection.exec_driver_sql(
        "SELECT obj_description(c.oid, 'pg_class') FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace "
        "WHERE nspname = current_schema() AND relname = 'schema_version'"
    ).scalar()
    words = str(text or "").split()
    if len(words) != 3 or words[0] != _MARK or words[2] not in {state.value for state in State}:
        return None
    return Mark(words[1], State(words[2]))


def write_mark(connection: Connection, mark: Mark) -> None:
    """Set the mark of a database, inside the caller's transaction."""
    connection.exec_driver_sql(f"COMMENT ON TABLE schema_version IS '{_MARK} {mark.identity} {mark.state.value}'")


def create_tables(connection: Connection, mark: Mark) -> None:
    """Create the tables of a workspace in an empty database, inside the caller's transaction."""
    run_migrations(connection, MIGRATIONS)
    write_mark(connection, mark)


def drop_tables(connection: Connection) -> None:
    """Drop all that ``create_tables`` has created, inside the caller's transaction."""
    for table in (*SHARED.tables, *METADATA.tables):
        connection.exec_driver_sql(f"DROP TABLE {table} CASCADE")
    for name in FUNCTIONS:
        connection.exec_driver_sql(f"DROP FUNCTION {name}()")


def retire(connection: Connection, identity: str) -> None:
    """Mark a database whose records were moved away, and let no program write to it, inside the transaction."""
    write_mark(connection, Mark(identity, State.MOVED))
    connection.exec_driver_sql(
        "CREATE FUNCTION refuse_moved() RETURNS trigger LANGUAGE plpgsql AS $body$ BEGIN RAISE EXCEPTION USING "
        f"MESSAGE = 'the records were moved away', ERRCODE = '{MOVED_STATE}'; END $body$"
    )
    for table in (*METADATA.tables, *SHARED.tables):
        connection.exec_driver_sql(
            f"CREATE TRIGGER a_moved BEFORE INSERT OR UPDATE OR DELETE ON {table} "
            "FOR EACH STATEMENT EXECUTE FUNCTION refuse_moved()"
        )
