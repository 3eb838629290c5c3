"""A workspace on a PostgreSQL server: durable, append-only, one chain, consistent reads, and clear refusals."""

from __future__ import annotations

import os
import signal
import stat
import subprocess
import sys
import threading
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from engine.postgresql_server import Server, start_server
from engine.store.repositories import IDENTITY, server_database
from sqlalchemy import inspect

from vqganodip.errors import StoreError
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState
from vqganodip.store import postgresql_migrations, schema, sqlite_migrations
from vqganodip.store.hash_chain import verify_records
from vqganodip.store.postgresql_database import Mark, State, write_mark
from vqganodip.store.postgresql_migrations import VERSION
from vqganodip.store.postgresql_place import PostgresqlPlace
from vqganodip.store.record_place import RECORD_PLACE, RecordPlace, read_record_place, write_record_place
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.store.workspace import DATABASE, open_workspace, read_workspace
from vqganodip.testing import sample_inspection, sample_judgment


@pytest.fixture
def repository(postgresql: str, tmp_path: Path) -> Iterator[SqlRepository]:
    """Six boards, the first two of them judged."""
    kept = SqlRepository(server_database(postgresql, tmp_path))
    for number in range(1, 7):
        kept.add_inspection(sample_inspection(number, score=number / 10), f"SN {number}")
    for number in (1, 2):
        kept.add_judgment(sample_judgment(number))
    yield kept
    kept.close()


def test_that_a_workspace_on_a_server_is_used_by_its_folder(postgresql: str, tmp_path: Path) -> None:
    folder = tmp_path / "line ä"
    with open_workspace(folder, database=postgresql) as workspace:
        workspace.repository.add_inspection(sample_inspection(1), "SN 1")
        stored = workspace.repository.add_judgment(sample_judgment(1, JudgmentKind.NG))
    assert not (folder / DATABASE).exists()
    assert (folder / "panels").is_dir()
    with read_workspace(folder) as workspace:
        assert list(workspace.repository.judgments()) == [stored]
        assert workspace.repository.verify().holds
        with pytest.raises(StoreError, match="to look at it only"):
            workspace.repository.put_setting("a", "b")
    with pytest.raises(StoreError, match="has a database already"):
        open_workspace(folder, database=postgresql)
    with open_workspace(folder, create=False) as workspace:
        workspace.repository.put_setting("open", "1")
        assert workspace.repository.get_setting("open") == "1"


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgments SET kind = 'ok'",
        "UPDATE judgments SET comment = comment",
        "DELETE FROM judgments",
        "TRUNCATE judgments CASCADE",
        "INSERT INTO judgments SELECT * FROM judgments WHERE record_id = 1",
        "INSERT INTO judgments SELECT * FROM judgments WHERE record_id = 1 ON CONFLICT DO NOTHING",
        "UPDATE boards SET score = 0.1",
        "DELETE FROM boards",
        "TRUNCATE boards CASCADE",
        "INSERT INTO boards SELECT * FROM boards WHERE item_id = 1",
        "INSERT INTO boards SELECT 7, serial, serial_folded, sha256, bundle_sha256, score, flagged, head, board_hash"
        " FROM boards WHERE item_id = 1",
        "UPDATE findings SET document = '{}'",
        "DELETE FROM findings",
        "INSERT INTO findings SELECT * FROM findings",
        "DELETE FROM chain_ends",
        "UPDATE chain_ends SET records = records - 1",
    ],
)
def test_that_no_program_can_change_or_delete_records(
    repository: SqlRepository, postgresql: str, statement: str
) -> None:
    kept = list(repository.judgments())
    with psycopg.connect(postgresql) as stranger:
        with pytest.raises(psycopg.IntegrityError, match=r"never changed|only appended|only grow"):
            stranger.execute(statement.encode())
        stranger.rollback()
    assert list(repository.judgments()) == kept
    assert repository.item(1).inspection == sample_inspection(1, score=0.1)


def test_that_both_databases_have_the_tables_the_code_speaks_of(repository: SqlRepository) -> None:
    seen = inspect(repository.database.engine)
    assert set(seen.get_table_names()) == {*schema.METADATA.tables, *schema.SHARED.tables}
    for name, table in schema.METADATA.tables.items():
        columns = {c["name"]: (c["nullable"], str(c["type"])) for c in seen.get_columns(name)}
        assert set(columns) == {c.name for c in table.columns}
        assert all(nullable == bool(table.c[c].nullable) for c, (nullable, _type) in columns.items())
        assert {kind for _, kind in columns.values()} <= {"BIGINT", "DOUBLE PRECISION", 'TEXT COLLATE "C"', "TEXT"}
        keys = {tuple(k["constrained_columns"]) for k in seen.get_foreign_keys(name)}
        assert keys == {tuple(k.column_keys) for k in table.foreign_key_constraints}
    numbers = [migration.version for migration in postgresql_migrations.MIGRATIONS]
    assert numbers == [migration.version for migration in sqlite_migrations.MIGRATIONS][9:]


def test_that_every_text_is_sorted_by_the_numbers_of_its_characters(repository: SqlRepository, postgresql: str) -> None:
    with psycopg.connect(postgresql) as other:
        others = other.execute(
            "SELECT table_name, column_name FROM information_schema.columns WHERE table_schema = 'public' "
            "AND data_type = 'text' AND collation_name IS DISTINCT FROM 'C'"
        ).fetchall()
    assert others == []


@pytest.mark.parametrize(("version", "said"), [(VERSION + 1, "newer version"), (VERSION - 1, "older version")])
def test_that_another_version_is_refused_and_nothing_is_written(
    repository: SqlRepository, postgresql: str, tmp_path: Path, version: int, said: str
) -> None:
    repository.close()
    with psycopg.connect(postgresql) as other:
        other.execute("DELETE FROM schema_version WHERE version < %s", (VERSION,))
        other.execute("UPDATE schema_version SET version = %s", (version,))
    before = contents(postgresql)
    for read_only in (False, True):
        with pytest.raises(StoreError, match=said):
            server_database(postgresql, tmp_path, read_only=read_only)
    assert contents(postgresql) == before


def contents(place: str) -> dict[str, list[tuple[object, ...]]]:
    """All rows of all tables, with the numbers of the transactions that wrote them."""
    with psycopg.connect(place) as other:
        return {
            name: other.execute(f"SELECT xmin::text, * FROM {name}".encode()).fetchall()
            for name in schema.METADATA.tables
        }


def test_that_other_databases_are_refused_and_left_alone(postgresql: str, tmp_path: Path) -> None:
    for read_only in (False, True):
        with pytest.raises(StoreError, match="holds no workspace"):
            named(tmp_path / "empty", postgresql, IDENTITY, read_only=read_only)
    with psycopg.connect(postgresql) as other:
        other.execute("CREATE TABLE recipes (name TEXT)")
    with pytest.raises(StoreError, match="another program"):
        named(tmp_path / "foreign", postgresql, IDENTITY)
    with pytest.raises(StoreError, match="another program"):
        open_workspace(tmp_path / "new", database=postgresql)
    assert not (tmp_path / "new" / RECORD_PLACE).exists()


def named(folder: Path, place: str, identity: str, *, read_only: bool = False) -> None:
    """Open and close a workspace whose folder names a database."""
    folder.mkdir(exist_ok=True)
    write_record_place(folder, RecordPlace(place, identity))
    (read_workspace if read_only else open_workspace)(folder).close()


def test_that_a_database_is_opened_by_its_own_workspace_and_in_use_alone(
    repository: SqlRepository, postgresql: str, tmp_path: Path
) -> None:
    with pytest.raises(StoreError, match="records of another workspace"):
        named(tmp_path, postgresql, "b" * 32)
    with repository.database.writing() as connection:
        write_mark(connection, Mark(IDENTITY, State.MOVED))
    with pytest.raises(StoreError, match="were moved away"):
        named(tmp_path, postgresql, IDENTITY)
    named(tmp_path, postgresql, IDENTITY, read_only=True)


def test_that_a_file_that_names_no_database_is_refused(tmp_path: Path) -> None:
    assert read_record_place(tmp_path) is None
    for text in ("database = 3\n", "nonsense", "database = 'postgresql:///a'\n", "\udcff"):
        (tmp_path / RECORD_PLACE).write_bytes(text.encode("utf-8", "surrogateescape"))
        for opened in (open_workspace, read_workspace):
            with pytest.raises(StoreError, match="cannot be read"):
                opened(tmp_path)
    assert [path.name for path in tmp_path.iterdir()] == [RECORD_PLACE]


def test_that_an_encoding_that_cannot_hold_every_text_is_refused(postgresql_server: Server, tmp_path: Path) -> None:
    place = postgresql_server.new_database("SQL_ASCII")
    with pytest.raises(StoreError, match="encoded in SQL_ASCII"):
        open_workspace(tmp_path, database=place)
    postgresql_server.drop(place)


@pytest.mark.parametrize(
    "text",
    [
        "postgresql://aoi:secret@server/line",
        "postgresql://aoi@server/line?password=secret",
        "postgresql://aoi@/line?host=/tmp&sslpassword=secret",
    ],
)
def test_that_a_connection_string_with_a_password_is_refused_and_not_repeated(tmp_path: Path, text: str) -> None:
    with pytest.raises(StoreError, match="holds a password") as refusal:
        open_workspace(tmp_path / "ws", database=text)
    assert "secret" not in f"{refusal.value} {refusal.value.__cause__}"
    assert not (tmp_path / "ws" / RECORD_PLACE).exists()


@pytest.mark.parametrize("text", ["", "server", "mysql://a/b", "postgresql://a:secret@[c/d", "host=a dbname=b"])
def test_that_a_connection_string_of_another_form_is_refused(text: str) -> None:
    with pytest.raises(StoreError, match="cannot be read") as refusal:
        PostgresqlPlace.parse(text)
    assert "secret" not in str(refusal.value)


@pytest.mark.parametrize(
    ("text", "mode"),
    [
        ("postgresql://aoi@server:5432/line", "verify-full"),
        ("postgresql://aoi@10.0.0.7/line", "verify-full"),
        ("postgresql://aoi@localhost,server/line", "verify-full"),
        ("postgresql://aoi@localhost/line?hostaddr=10.0.0.7", "verify-full"),
        ("postgresql://aoi@server/line?sslmode=require", "require"),
        ("postgresql:///line?service=plant", "verify-full"),
        ("postgresql://aoi@localhost/line", None),
        ("postgresql://aoi@127.0.0.2/line", None),
        ("postgresql://aoi@[::1]/line", None),
        ("postgresql:///line?host=/var/run/postgresql", None),
        ("postgresql:///line", None),
    ],
)
def test_that_other_computers_are_trusted_by_certificate_alone(
    monkeypatch: pytest.MonkeyPatch, text: str, mode: str | None
) -> None:
    for name in ("PGHOST", "PGHOSTADDR", "PGSERVICE"):
        monkeypatch.delenv(name, raising=False)
    assert PostgresqlPlace.parse(text).parameters.get("sslmode") == mode
    monkeypatch.setenv("PGHOST", "elsewhere")
    assert PostgresqlPlace.parse("postgresql:///line").parameters["sslmode"] == "verify-full"


def test_that_a_server_that_is_not_there_is_named_in_plain_words(tmp_path: Path) -> None:
    for opened in (open_workspace, read_workspace):
        write_record_place(tmp_path, RecordPlace(f"postgresql://aoi@/line?host={tmp_path}", IDENTITY))
        with pytest.raises(StoreError, match="cannot be reached") as refusal:
            opened(tmp_path)
        assert refusal.value.code == "database-not-reachable"


def test_that_a_database_that_does_not_exist_is_named(postgresql_server: Server, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match='database "nowhere" does not exist'):
        open_workspace(tmp_path, database=postgresql_server.place("nowhere"))


def test_that_the_password_comes_from_the_password_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    with start_server() as server:
        server.execute("CREATE ROLE aoi LOGIN PASSWORD 'a secret'")
        server.execute("CREATE DATABASE line OWNER aoi")
        (server.folder / "data" / "pg_hba.conf").write_text("local all postgres trust\nlocal all all scram-sha-256\n")
        server.execute("SELECT pg_reload_conf()")
        place = f"postgresql://aoi@/line?host={server.folder}"
        passwords = tmp_path / "passwords"
        monkeypatch.setenv("PGPASSFILE", str(passwords))
        with pytest.raises(StoreError, match="refuses the login") as refusal:
            open_workspace(tmp_path / "ws", database=place)
        assert refusal.value.code == "database-login-refused"
        passwords.write_text("*:*:line:aoi:a secret\n")
        passwords.chmod(stat.S_IRUSR)
        with open_workspace(tmp_path / "ws", database=place) as workspace:
            workspace.repository.put_setting("a", "b")
        assert "secret" not in (tmp_path / "ws" / RECORD_PLACE).read_text()


def test_that_two_stations_keep_one_chain(repository: SqlRepository, postgresql: str, tmp_path: Path) -> None:
    other = SqlRepository(server_database(postgresql, tmp_path))
    refused = []

    def judge(mine: SqlRepository) -> None:
        for number in range(3, 7):
            try:
                mine.add_judgment(sample_judgment(number))
            except StoreError as error:
                refused.append(error.code)

    threads = [threading.Thread(target=judge, args=(mine,)) for mine in (repository, other)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert refused == ["board-judged-meanwhile"] * 4
    assert [j.record_id for j in other.judgments()] == [1, 2, 3, 4, 5, 6]
    assert repository.verify().holds
    other.close()


def test_that_a_reader_sees_one_state_until_it_is_closed(
    repository: SqlRepository, postgresql: str, tmp_path: Path
) -> None:
    reader = SqlRepository(server_database(postgresql, tmp_path, read_only=True))
    with closing(reader):
        first = next(reader.judgments())
        repository.add_judgment(sample_judgment(3))
        assert first.record_id == 1
        assert len(list(reader.judgments())) == 2
        assert reader.count(QueueFilter(QueueState.JUDGED)) == 2
        assert reader.verify().holds  # the file with the ends is ahead of what is read
    assert len(list(repository.judgments())) == 3


def test_that_a_database_put_back_to_an_earlier_state_is_noticed(
    repository: SqlRepository, postgresql: str, tmp_path: Path, postgresql_server: Server
) -> None:
    repository.close()
    earlier = postgresql_server.place("earlier")
    postgresql_server.execute(f"CREATE DATABASE earlier TEMPLATE {postgresql.split('/')[3].split('?')[0]}")
    with closing(SqlRepository(server_database(postgresql, tmp_path))) as later:
        later.add_judgment(sample_judgment(3))
    with closing(SqlRepository(server_database(earlier, tmp_path, read_only=True))) as reader:
        assert "put back to an earlier state" in str(reader.verify().findings[0].sentence)
    with closing(SqlRepository(server_database(earlier, tmp_path))) as again:
        assert again.verify().set_back
        assert again.verify().holds
    postgresql_server.drop(earlier)


def test_that_the_queue_can_be_rebuilt_from_the_records(repository: SqlRepository, postgresql: str) -> None:
    with psycopg.connect(postgresql, autocommit=True) as other:
        before = other.execute("SELECT * FROM queue ORDER BY item_id").fetchall()
        other.execute("UPDATE queue SET judged = 0, standing = NULL, score = 0")
        repository.rebuild_queue()
        assert other.execute("SELECT * FROM queue ORDER BY item_id").fetchall() == before


def test_that_a_station_that_holds_the_lock_is_named(
    repository: SqlRepository, postgresql: str, tmp_path: Path
) -> None:
    impatient = SqlRepository(server_database(postgresql, tmp_path))
    with impatient.database.engine.connect() as connection:
        connection.exec_driver_sql("SELECT set_config('lock_timeout', '50ms', false)")
        connection.commit()
    with (
        closing(impatient),
        repository.database.writing(),
        pytest.raises(StoreError, match="another program is writing"),
    ):
        impatient.add_judgment(sample_judgment(3))


def test_that_work_goes_on_when_the_server_is_back(repository: SqlRepository, postgresql_server: Server) -> None:
    postgresql_server.stop("immediate")
    for _ in range(2):
        with pytest.raises(StoreError) as refusal:
            repository.add_judgment(sample_judgment(3))
        assert refusal.value.code == "database-not-reachable"
    postgresql_server.start()
    assert repository.add_judgment(sample_judgment(3)).record_id == 3
    assert repository.verify().holds


def test_that_a_missing_server_skips_a_test_and_fails_it_under_ci(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("engine.postgresql_server._PLACES", ())
    monkeypatch.delenv("CI", raising=False)
    with pytest.raises(pytest.skip.Exception, match="not installed"), start_server():
        pass
    monkeypatch.setenv("CI", "1")
    with pytest.raises(pytest.fail.Exception, match="not installed"), start_server():
        pass


_JUDGING_CHILD = """
import sys
from pathlib import Path
from vqganodip.errors import StoreError
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import sample_inspection, sample_judgment

repository = open_workspace(Path(sys.argv[1])).repository
start, refused = int(sys.argv[2]), 0
number = start
while True:
    try:
        item = repository.add_inspection(sample_inspection(number), f"SN {number}")
        newest = repository.item(item.item_id).newest_record
        stored = repository.add_judgment(sample_judgment(item.item_id, corrects=newest))
    except StoreError as error:
        sys.stdout.write(f"refused {error.code} -\\n")
        sys.stdout.flush()
        continue
    sys.stdout.write(f"{stored.record_id} {item.item_id} {stored.row_hash}\\n")
    sys.stdout.flush()
    number += 1
"""


@pytest.mark.long
def test_that_no_acknowledged_judgment_is_lost_when_server_and_stations_are_killed(tmp_path: Path) -> None:
    settings = ("listen_addresses = ''", "shared_buffers = 32MB")  # writes through
    said: list[str] = []
    with start_server(settings) as server:
        folder = tmp_path / "ws"
        open_workspace(folder, database=server.new_database()).close()
        environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
        stations = [
            subprocess.Popen(
                [sys.executable, "-c", _JUDGING_CHILD, str(folder), str(start)],
                stdout=subprocess.PIPE,
                env=environment,
                text=True,
            )
            for start in (1, 1_000_001)
        ]

        def read_until(station: subprocess.Popen[str], wanted: int) -> None:
            """Read lines until N judgments were acknowledged."""
            assert station.stdout is not None
            while wanted:
                said.append(station.stdout.readline())
                wanted -= not said[-1].startswith("refused")

        for station in stations:
            read_until(station, 5)
        server.stop("immediate")
        server.start()
        for station in stations:
            read_until(station, 100)  # more than a pipe holds of those before: the server was found again
        stations[0].kill()
        read_until(stations[1], 5)
        stations[1].kill()
        for station in stations:
            assert station.stdout is not None
            with station.stdout as rest:
                said += [line for line in rest if line.endswith("\n")]
            assert station.wait() == -signal.SIGKILL
        acknowledged = {}
        for line in said:
            record, item, seal = line.split()
            if record != "refused":
                assert int(record) not in acknowledged
                acknowledged[int(record)] = (int(item), seal)
        with read_workspace(folder) as workspace:
            kept = {j.record_id: (j.item_id, j.row_hash) for j in workspace.repository.judgments()}
            assert acknowledged.items() <= kept.items()
            assert len(kept) - len(acknowledged) <= 4  # one in flight of each station at each kill
            assert workspace.repository.verify().holds
            assert verify_records(workspace.repository.judgments()).records == len(kept)
