"""Of each identifier that a station gives, one record is kept, whatever becomes of the connection."""

from __future__ import annotations

import selectors
import socket
import sqlite3
import threading
from collections.abc import Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import psycopg
import pytest
from engine.store.repositories import DATABASES, open_repository, server_database

from vqganodip.errors import StoreError
from vqganodip.review.judgments import JudgmentKind
from vqganodip.store.hash_chain import row_hash
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.testing import sample_inspection, sample_judgment

ID = "0f" * 16


@pytest.fixture(params=DATABASES)
def repository(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[SqlRepository]:
    """Two boards without a judgment, in either database."""
    kept = open_repository(request.param, request, tmp_path)
    for number in (1, 2):
        kept.add_inspection(sample_inspection(number), f"SN {number}")
    yield kept
    kept.close()


def test_that_the_same_identifier_gives_the_stored_record(repository: SqlRepository) -> None:
    judgment = replace(sample_judgment(1), client_id=ID)
    stored = repository.add_judgment(judgment)
    repository.add_judgment(replace(sample_judgment(1, JudgmentKind.NG, corrects=1), client_id="other"))
    assert repository.add_judgment(judgment) == stored  # although the board has a newer record
    assert [record.record_id for record in repository.judgments()] == [1, 2]
    assert repository.item(1).judgment.kind is JudgmentKind.NG  # type: ignore[union-attr]
    assert repository.verify().holds


def test_that_another_judgment_of_the_same_identifier_is_refused(repository: SqlRepository) -> None:
    repository.add_judgment(replace(sample_judgment(1), client_id=ID))
    with pytest.raises(StoreError, match="has the identifier of this judgment"):
        repository.add_judgment(replace(sample_judgment(2), client_id=ID))
    assert len(list(repository.judgments())) == 1


def test_that_records_without_an_identifier_are_many(repository: SqlRepository) -> None:
    for number in (1, 2):
        repository.add_judgment(sample_judgment(number))
    assert len(list(repository.judgments())) == 2


def test_that_the_identifier_is_part_of_the_hash(repository: SqlRepository) -> None:
    stored = repository.add_judgment(replace(sample_judgment(1), client_id=ID))
    assert stored.row_hash == row_hash(stored) != row_hash(replace(stored, client_id=ID[::-1]))
    without = replace(stored, client_id="")
    assert row_hash(without) != stored.row_hash


def test_that_the_database_itself_refuses_a_second_one(repository: SqlRepository, tmp_path: Path) -> None:
    stored = repository.add_judgment(replace(sample_judgment(1), client_id=ID))
    columns = list(vars(type(stored))["__slots__"])
    assert "client_id" in columns
    names = ", ".join(column if column not in ("record_id", "prev_hash") else "?" for column in columns)
    statement = f"INSERT INTO judgments ({', '.join(columns)}) SELECT {names} FROM judgments WHERE record_id = 1"
    values = [v for c in columns if (v := {"record_id": 2, "prev_hash": stored.row_hash}.get(c)) is not None]
    if repository.database.engine.dialect.name == "sqlite":
        with (
            closing(sqlite3.connect(tmp_path / "w.sqlite")) as other,
            pytest.raises(sqlite3.IntegrityError, match="client_id"),
        ):
            other.execute(statement, values)
    else:
        with psycopg.connect(repository.database.place.text) as other, pytest.raises(psycopg.errors.UniqueViolation):  # type: ignore[attr-defined]
            other.execute(statement.replace("?", "%s").encode(), values)


class _Cutting:
    """Relay between a program and the server's socket that cuts the connection when a commit is sent.

    With ``stored`` the server gets the commit, and its answer is withheld: it is stored, and no one knows.
    """

    def __init__(self, server: str, folder: Path, *, stored: bool) -> None:
        self.cuts = 0
        self.armed = False
        self._stored, self._server = stored, server
        self._socket = socket.socket(socket.AF_UNIX)
        self._socket.bind(str(folder / ".s.PGSQL.5432"))
        self._socket.listen()
        self._threads = [threading.Thread(target=self._accept)]
        self._threads[0].start()

    def close(self) -> None:
        """Accept no more; the connections end with the program's."""
        self._socket.shutdown(socket.SHUT_RDWR)
        self._socket.close()
        for thread in self._threads:
            thread.join()

    def _accept(self) -> None:
        while True:
            try:
                near, _ = self._socket.accept()
            except OSError:
                return
            self._threads.append(threading.Thread(target=self._relay, args=(near,)))
            self._threads[-1].start()

    def _relay(self, near: socket.socket) -> None:
        far = socket.socket(socket.AF_UNIX)
        with near, far, selectors.DefaultSelector() as both:
            far.connect(self._server)
            both.register(near, selectors.EVENT_READ, far)
            both.register(far, selectors.EVENT_READ, near)
            while True:
                for key, _ in both.select():
                    data = key.fileobj.recv(65536)  # type: ignore[union-attr]
                    if not data:
                        return
                    if key.fileobj is near and self.armed and b"COMMIT" in data:
                        self.armed, self.cuts = False, self.cuts + 1
                        if self._stored:
                            far.sendall(data)
                            far.recv(65536)
                        return
                    key.data.sendall(data)


@pytest.mark.parametrize("stored", [True, False])
def test_that_a_connection_lost_during_the_commit_leaves_nothing_open(
    postgresql: str, tmp_path: Path, tmp_path_factory: pytest.TempPathFactory, stored: bool
) -> None:
    server_database(postgresql, tmp_path).close()
    folder = Path(postgresql.partition("host=")[2])
    short = Path("/tmp") / f"cut-{tmp_path_factory.mktemp('c').name}-{stored:d}"  # the path of a socket is short
    short.mkdir()
    relay = _Cutting(str(folder / ".s.PGSQL.5432"), short, stored=stored)
    try:
        place = postgresql.replace(str(folder), str(short))
        with closing(SqlRepository(server_database(place, tmp_path))) as repository:
            repository.add_inspection(sample_inspection(1), "SN 1")
            relay.armed = True
            record = repository.add_judgment(replace(sample_judgment(1), client_id=ID))
            assert relay.cuts == 1
            assert list(repository.judgments()) == [record]
            assert repository.verify().holds
    finally:
        relay.close()
        (short / ".s.PGSQL.5432").unlink()
        short.rmdir()
