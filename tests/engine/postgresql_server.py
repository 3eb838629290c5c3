"""A PostgreSQL server of the tests' own: Debian's programs, a data folder of its own, and no network but a socket."""

from __future__ import annotations

import os
import shutil
import subprocess
import tempfile
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Final

import psycopg
import pytest

__all__ = ["Server", "start_server"]

_PLACES: Final = ("/usr/lib/postgresql/*/bin", "/usr/pgsql-*/bin", "/opt/homebrew/opt/postgresql*/bin")
_SETTINGS: Final = (
    "listen_addresses = ''",
    "fsync = off",  # tests that kill the server start one that writes through
    "max_connections = 100",
    "shared_buffers = 32MB",
    "lc_messages = 'C'",
)


class Server:
    """A running server; each test takes databases of its own.

    Attributes:
        folder: Folder with the data, the log and the socket.
    """

    def __init__(self, folder: Path, programs: Path) -> None:
        self.folder = folder
        self._programs = programs

    def place(self, database: str) -> str:
        """Connection string of a database."""
        return f"postgresql://postgres@/{database}?host={self.folder}"

    def new_database(self, encoding: str = "UTF8") -> str:
        """Create an empty database and return its connection string."""
        name = f"w{uuid.uuid4().hex}"
        self.execute(f"CREATE DATABASE {name} ENCODING '{encoding}' TEMPLATE template0 LC_COLLATE 'C' LC_CTYPE 'C'")
        return self.place(name)

    def drop(self, place: str) -> None:
        """Drop a database and end its connections."""
        name = place.split("/")[3].split("?")[0]
        self.execute(f"DROP DATABASE IF EXISTS {name} WITH (FORCE)")

    def execute(self, statement: str) -> None:
        """Run a statement outside of any workspace's database."""
        with psycopg.connect(self.place("postgres"), autocommit=True) as connection:
            connection.execute(statement.encode())

    def start(self) -> None:
        """Start it, and wait until it answers."""
        self._run("pg_ctl", "start", "-w", "-t", "120", "-D", self._data, "-l", str(self.folder / "log"))

    def stop(self, how: str = "fast") -> None:
        """Stop it: ``fast``, or ``immediate`` as if its computer had lost its power."""
        self._run("pg_ctl", "stop", "-w", "-t", "120", "-m", how, "-D", self._data)

    def create(self, settings: Sequence[str]) -> None:
        """Create the data folder."""
        self._run("initdb", "-D", self._data, "-U", "postgres", "-A", "trust", "-E", "UTF8", "--locale=C", "-N")
        lines = [*settings, f"unix_socket_directories = '{self.folder}'"]
        with (self.folder / "data" / "postgresql.conf").open("a") as file:
            file.writelines(f"{line}\n" for line in lines)

    @property
    def _data(self) -> str:
        return str(self.folder / "data")

    def _run(self, program: str, *arguments: str) -> None:
        user: dict[str, object] = {"user": "postgres", "group": "postgres"} if os.geteuid() == 0 else {}
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        subprocess.run(
            [str(self._programs / program), *arguments],
            check=True,
            cwd=self.folder,
            env=environment,
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            **user,  # type: ignore[call-overload]
        )


@contextmanager
def start_server(settings: Sequence[str] = _SETTINGS) -> Iterator[Server]:
    """Start a server until the end of the block; skip the test where PostgreSQL is not installed, under CI fail it."""
    programs = _programs()
    if programs is None:
        reason = "the server of PostgreSQL is not installed (Debian: apt-get install postgresql)"
        if os.environ.get("CI"):
            pytest.fail(reason)
        pytest.skip(reason)
    folder = Path(tempfile.mkdtemp(prefix="pg-"))  # short: the path of a socket has at most 107 characters
    if os.geteuid() == 0:
        shutil.chown(folder, "postgres", "postgres")
    server = Server(folder, programs)
    try:
        server.create(settings)
        server.start()
        try:
            yield server
        finally:
            server.stop("immediate")
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _programs() -> Path | None:
    """Folder of the newest server's programs."""
    found = [path for place in _PLACES for path in Path("/").glob(place.lstrip("/")) if (path / "initdb").exists()]
    return max(found, default=None, key=lambda path: path.as_posix())
