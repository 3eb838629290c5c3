"""The database of a workspace: durable, append-only, migrated, and honest about trouble."""

from __future__ import annotations

import random
import signal
import sqlite3
import subprocess
import sys
import threading
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest
from engine.waiting import told_before_a_kill
from sqlalchemy import event, inspect

from vqganodip.errors import StoreError
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState
from vqganodip.store import schema
from vqganodip.store.hash_chain import verify_records
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.store.sqlite_connection import clear_errors, connect_engine
from vqganodip.store.sqlite_migrations import MIGRATIONS, VERSION
from vqganodip.store.workspace import DATABASE, open_workspace
from vqganodip.testing import sample_inspection, sample_judgment


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / DATABASE


@pytest.fixture
def repository(path: Path) -> Iterator[SqlRepository]:
    kept = SqlRepository(path)
    for number in range(1, 7):
        kept.add_inspection(sample_inspection(number, score=number / 10), f"SN {number}")
    yield kept
    kept.close()


def test_that_everything_is_there_after_closing_and_opening(repository: SqlRepository, path: Path) -> None:
    stored = repository.add_judgment(sample_judgment(3, JudgmentKind.NG))
    repository.put_setting("open", "3")
    repository.close()
    again = SqlRepository(path)
    assert list(again.judgments()) == [stored]
    assert again.item(3).judgment == stored
    assert again.get_setting("open") == "3"
    again.close()


@pytest.mark.parametrize(
    ("pragma", "value"),
    [
        ("journal_mode", "wal"),
        ("synchronous", 2),
        ("foreign_keys", 1),
        ("recursive_triggers", 1),
        ("busy_timeout", 10000),
    ],
)
def test_that_every_connection_is_durable(path: Path, pragma: str, value: object) -> None:
    engine = connect_engine(path)
    seen = []

    def look() -> None:
        with engine.connect() as connection:
            seen.append(connection.exec_driver_sql(f"PRAGMA {pragma}").scalar_one())

    look()
    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    engine.dispose()
    assert seen == [value, value]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE judgments SET kind = 'ok'",
        "UPDATE judgments SET comment = comment",
        "DELETE FROM judgments",
        "DELETE FROM judgments WHERE record_id = 2",
        "INSERT OR REPLACE INTO judgments SELECT * FROM judgments WHERE record_id = 1",
        "INSERT INTO judgments SELECT record_id + 5, item_id, kind, operator, station, judged_at, review_s,"
        " defect_code, comment, corrects, app_version, board_hash, prev_hash, row_hash, role, lot, work_order, side,"
        " purpose, regions, reveal, client_id FROM judgments"
        " WHERE record_id = 2",
        "UPDATE boards SET score = 0.1",
        "DELETE FROM boards",
        "INSERT OR REPLACE INTO boards SELECT * FROM boards WHERE item_id = 1",
        "UPDATE findings SET document = '{}'",
        "DELETE FROM findings",
        "INSERT OR REPLACE INTO findings SELECT * FROM findings",
    ],
)
def test_that_no_program_can_change_or_delete_records(repository: SqlRepository, path: Path, statement: str) -> None:
    kept = [repository.add_judgment(sample_judgment(number)) for number in (1, 2)]
    with closing(sqlite3.connect(path)) as stranger:  # without the pragmas of our own connections
        with pytest.raises(sqlite3.IntegrityError, match=r"never changed|only appended"):
            stranger.execute(statement)
        stranger.rollback()
    assert list(repository.judgments()) == kept
    assert repository.item(1).inspection == sample_inspection(1, score=0.1)


def test_that_a_record_altered_behind_the_triggers_is_found(repository: SqlRepository, path: Path) -> None:
    for number in (1, 2, 3):
        repository.add_judgment(sample_judgment(number))
    with closing(sqlite3.connect(path)) as vandal:
        vandal.execute("DROP TRIGGER judgments_no_update")
        vandal.execute("UPDATE judgments SET operator = 'somebody else' WHERE record_id = 2")
        vandal.commit()
    assert verify_records(repository.judgments()).broken == 2


def test_that_the_queue_can_be_rebuilt_from_the_records(repository: SqlRepository, path: Path) -> None:
    first = repository.add_judgment(sample_judgment(1))
    repository.add_judgment(sample_judgment(1, JudgmentKind.NG, first.record_id))
    second = repository.add_judgment(sample_judgment(2))
    repository.add_judgment(sample_judgment(2, JudgmentKind.WITHDRAWN, second.record_id))
    with closing(sqlite3.connect(path)) as other:
        before = other.execute("SELECT * FROM queue ORDER BY item_id").fetchall()
        other.execute("UPDATE queue SET judged = 0, standing = NULL, score = 0")
        other.commit()
        repository.rebuild_queue()
        assert other.execute("SELECT * FROM queue ORDER BY item_id").fetchall() == before
    assert list(repository.item_ids(QueueFilter(QueueState.JUDGED))) == [1]


def test_that_the_migrations_lead_to_the_tables_the_code_speaks_of(repository: SqlRepository, path: Path) -> None:
    engine = connect_engine(path)
    seen = inspect(engine)
    assert set(seen.get_table_names()) == set(schema.METADATA.tables)
    for name, table in schema.METADATA.tables.items():
        columns = {c["name"]: (c["nullable"] or c["primary_key"] > 0) for c in seen.get_columns(name)}
        assert columns == {c.name: bool(c.nullable or c.primary_key) for c in table.columns}
        keys = {tuple(k["constrained_columns"]) for k in seen.get_foreign_keys(name)}
        assert keys == {tuple(k.column_keys) for k in table.foreign_key_constraints}
    engine.dispose()
    assert [m.version for m in MIGRATIONS] == list(range(1, VERSION + 1))


def test_that_a_newer_workspace_is_refused_and_left_alone(repository: SqlRepository, path: Path) -> None:
    repository.close()
    with closing(sqlite3.connect(path)) as future:
        future.execute("INSERT INTO schema_version VALUES (?, '2030-01-01', '9.0')", (VERSION + 1,))
        future.commit()
    with pytest.raises(StoreError, match="newer version"):
        open_workspace(path.parent)
    with closing(sqlite3.connect(path)) as future:
        assert future.execute("SELECT count(*) FROM boards").fetchone() == (6,)


def test_that_a_strangers_database_or_file_is_refused(path: Path) -> None:
    with closing(sqlite3.connect(path)) as stranger:
        stranger.execute("CREATE TABLE recipes (name TEXT)")
        stranger.commit()
    with pytest.raises(StoreError, match="another program"):
        SqlRepository(path)
    path.unlink()
    path.write_bytes(b"not a database, a letter to my aunt. " * 50)
    with pytest.raises(StoreError, match="not a workspace database"):
        SqlRepository(path)


def test_that_a_damaged_database_is_reported(repository: SqlRepository, path: Path) -> None:
    repository.close()
    data = bytearray(path.read_bytes())
    data[4096:] = random.Random(1).randbytes(len(data) - 4096)
    path.write_bytes(bytes(data))

    def look() -> None:
        with closing(SqlRepository(path)) as damaged:
            damaged.items(QueueFilter(), 0, 100)

    with pytest.raises(StoreError, match=r"damaged|refused"):
        look()


def test_that_a_workspace_makes_its_places(tmp_path: Path) -> None:
    folder = tmp_path / "line 1 ä" / "w?#%20"
    with open_workspace(folder) as workspace:
        workspace.repository.put_setting("a", "b")
        assert (folder / DATABASE).is_file()
        assert workspace.panels.folder.is_dir()
        assert workspace.logs.is_dir()
    assert {p.name for p in folder.iterdir()} == {DATABASE, "panels", "logs"}


@pytest.mark.parametrize("make", [lambda f: f / "a file" / "w", lambda f: f / "a file", lambda f: Path("/proc/self")])
def test_that_a_folder_that_cannot_be_written_is_refused(tmp_path: Path, make: Callable[[Path], Path]) -> None:
    (tmp_path / "a file").write_text("x")
    with pytest.raises(StoreError, match="cannot be written"):
        open_workspace(make(tmp_path))


def test_that_a_reader_does_not_make_a_workspace(tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="no workspace here"):
        open_workspace(tmp_path / "new", create=False)
    assert not (tmp_path / "new").exists()


def test_that_a_busy_database_is_named_in_plain_words(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    SqlRepository(path).close()
    with closing(sqlite3.connect(path, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with (
            closing(sqlite3.connect(path, timeout=0, isolation_level=None)) as mine,
            pytest.raises(StoreError, match="another program is writing"),
            clear_errors(path),
        ):
            mine.execute("BEGIN IMMEDIATE")


def test_that_two_repositories_on_one_file_keep_one_chain(repository: SqlRepository, path: Path) -> None:
    other = SqlRepository(path)

    def judge(mine: SqlRepository, numbers: range) -> None:
        for number in numbers:
            mine.add_judgment(sample_judgment(number))

    threads = [threading.Thread(target=judge, args=a) for a in ((repository, range(1, 4)), (other, range(4, 7)))]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert [j.record_id for j in other.judgments()] == [1, 2, 3, 4, 5, 6]
    assert verify_records(repository.judgments()).broken is None
    other.close()


_JUDGING_CHILD = """
import sys
from dataclasses import replace
from pathlib import Path
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import sample_inspection, sample_judgment

repository = open_workspace(Path(sys.argv[1])).repository
start = int(sys.argv[2])
for number in range(start, start + 100_000):
    item = repository.add_inspection(sample_inspection(number), f"SN {number}")
    stored = repository.add_judgment(replace(sample_judgment(item.item_id), comment="x" * (number % 5000)))
    sys.stdout.write(f"{stored.record_id} {item.item_id} {stored.row_hash}\\n")
    sys.stdout.flush()
"""


def test_that_no_acknowledged_judgment_is_lost_when_the_program_is_killed(tmp_path: Path) -> None:
    chance = random.Random(8)
    acknowledged: dict[int, tuple[int, str]] = {}
    for attempt in range(5):
        command = [sys.executable, "-c", _JUDGING_CHILD, str(tmp_path), str(1 + attempt * 100_000)]
        child = subprocess.Popen(command, stdout=subprocess.PIPE)
        assert child.stdout is not None
        with child.stdout as lines:
            seen = told_before_a_kill(lines, chance, most=60)
            child.kill()
            seen += lines.read()
        assert child.wait() == -signal.SIGKILL
        for line in seen.decode().split("\n")[:-1]:
            record, item, sealed = line.split()
            acknowledged[int(record)] = (int(item), sealed)
        with closing(sqlite3.connect(tmp_path / DATABASE)) as database:
            assert database.execute("PRAGMA integrity_check").fetchall() == [("ok",)]
            assert database.execute("PRAGMA foreign_key_check").fetchall() == []
    with open_workspace(tmp_path) as workspace:
        kept = {j.record_id: (j.item_id, j.row_hash) for j in workspace.repository.judgments()}
        assert len(acknowledged) >= 5
        assert acknowledged.items() <= kept.items()
        assert len(kept) - len(acknowledged) <= 5  # at most the one in flight at each kill
        assert verify_records(workspace.repository.judgments()).broken is None
        assert workspace.repository.count(QueueFilter(QueueState.JUDGED)) == len(kept)


def long_queue(path: Path) -> SqlRepository:
    """30,000 boards without a judgment."""
    repository = SqlRepository(path)
    repository.add_inspection(sample_inspection(1), "SN 1")
    with closing(sqlite3.connect(path)) as other:
        other.execute(
            "WITH RECURSIVE n(k) AS (VALUES (2) UNION ALL SELECT k + 1 FROM n WHERE k < 30000) "
            "INSERT INTO boards SELECT k, 'SN ' || k, 'sn ' || k, k, bundle_sha256, (k * 7919 % 10000) / 1e4, "
            "k % 3 = 0, head, board_hash FROM n, boards WHERE item_id = 1"
        )
        other.commit()
    repository.rebuild_queue()
    return repository


def test_that_a_page_of_a_long_queue_is_found_and_not_sorted(path: Path) -> None:
    repository = long_queue(path)
    asked: list[tuple[str, Sequence[object]]] = []

    @event.listens_for(repository.database.engine, "before_cursor_execute")
    def note(_c: object, _cursor: object, statement: str, values: Sequence[object], *_: object) -> None:
        asked.append((statement, values))

    page = repository.items(QueueFilter(QueueState.UNJUDGED), 15_000, 50)
    (whole,) = [(words, values) for words, values in asked if words.startswith("SELECT")]
    asked.clear()
    assert repository.neighbour(QueueFilter(QueueState.UNJUDGED), page[-1].item_id) is not None
    nearest = [(words, values) for words, values in asked if words.startswith("SELECT")][-1]
    repository.close()
    with closing(sqlite3.connect(path)) as other:
        plans = [
            [step[3] for step in other.execute(f"EXPLAIN QUERY PLAN {words}", tuple(values))]
            for words, values in (whole, nearest)
        ]
    assert len(page) == 50
    assert replace(page[0].inspection, candidates=(), regions=()).grid == sample_inspection(1).grid
    index = "queue USING COVERING INDEX queue_by_state_and_urgency"
    assert all(any(index in step for step in plan) for plan in plans), plans
    assert not [step for plan in plans for step in plan if step.startswith(("SCAN queue", "SCAN boards"))], plans
