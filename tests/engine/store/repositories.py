"""Repositories of the tests on either kind of database."""

from __future__ import annotations

from pathlib import Path
from typing import Final

import pytest

from vqganodip.store.postgresql_database import PostgresqlDatabase
from vqganodip.store.postgresql_place import PostgresqlPlace
from vqganodip.store.sql_repository import SqlRepository

__all__ = ["DATABASES", "IDENTITY", "open_repository", "server_database"]

DATABASES: Final = ("sqlite", "postgresql")
IDENTITY: Final = "a" * 32


def server_database(place: str, folder: Path, *, read_only: bool = False) -> PostgresqlDatabase:
    """Open a database of the tests' server; an empty one gets its tables."""
    parsed = PostgresqlPlace.parse(place)
    return PostgresqlDatabase(parsed, folder, identity=IDENTITY, create=not read_only, read_only=read_only)


def open_repository(kind: str, request: pytest.FixtureRequest, folder: Path) -> SqlRepository:
    """A repository without records, in a file of the folder or in a database of the tests' server."""
    if kind == "sqlite":
        return SqlRepository(folder / "w.sqlite")
    return SqlRepository(server_database(request.getfixturevalue("postgresql"), folder))
