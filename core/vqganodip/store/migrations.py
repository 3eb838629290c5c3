"""Common part of the migrations of both databases: their form, how they run, and the versions that are refused."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

from sqlalchemy import Connection, func, insert, select

from vqganodip import __version__
from vqganodip.errors import StoreError
from vqganodip.store.schema import schema_version

__all__ = ["Migration", "foreign_database", "newer_workspace", "newest_version", "run_migrations"]


@dataclass(frozen=True, slots=True)
class Migration:
    """One migration: version, description, SQL statements, and a step for what SQL cannot compute."""

    version: int
    title: str
    statements: tuple[str, ...]
    step: Callable[[Connection], None] = lambda _connection: None


def run_migrations(connection: Connection, migrations: Sequence[Migration]) -> None:
    """Run migrations in their order, inside the caller's writing transaction."""
    for migration in migrations:
        for statement in migration.statements:
            connection.exec_driver_sql(statement)
        migration.step(connection)
        moment = datetime.now(UTC).isoformat(timespec="seconds")
        row = {"version": migration.version, "applied_at": moment, "app_version": __version__}
        connection.execute(insert(schema_version), row)


def newest_version(connection: Connection) -> int:
    """Version of the schema of a workspace; 0 if no migration is noted."""
    return connection.scalar(select(func.max(schema_version.c.version))) or 0


def newer_workspace(where: Path | str, schema: int, known: int) -> StoreError:
    """Error for a workspace that a newer version has written."""
    return StoreError(
        "workspace-newer",
        "the workspace was written by a newer version (its schema is {schema}, this version knows {known})",
        where=where,
        todo="Open it with the newer version, or choose another workspace.",
        schema=schema,
        known=known,
    )


def foreign_database(where: Path | str) -> StoreError:
    """Error for a database that holds other tables than those of a workspace."""
    return StoreError(
        "workspace-of-other-program",
        "the database belongs to another program",
        where=where,
        todo="Choose another workspace.",
    )
