"""Moving a workspace to a server and back: all records and hashes are equal, and nothing half-done counts as whole."""

from __future__ import annotations

import json
import os
import shutil
import signal
import sqlite3
import subprocess
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import psycopg
import pytest
from engine.command_line import run
from engine.postgresql_server import Server
from engine.store.test_verification import fill

from vqganodip.errors import StoreError
from vqganodip.review.judgments import QueueFilter
from vqganodip.review.threshold_log import ThresholdLog
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store import workspace_move
from vqganodip.store.record_place import RECORD_PLACE
from vqganodip.store.schema import METADATA, schema_version
from vqganodip.store.workspace import DATABASE, open_workspace, read_workspace
from vqganodip.store.workspace_move import move_to_server, move_to_sqlite
from vqganodip.testing import LabelledScores, sample_inspection, sample_judgment

TABLES = tuple(table for table in METADATA.sorted_tables if table is not schema_version)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A workspace with a row in every table, and with texts that are hard to keep."""
    place = tmp_path_factory.mktemp("original") / "ws"
    fill(place)
    with open_workspace(place) as workspace:
        repository = workspace.repository
        hostile = "é\0\x1a'\\u0000 \U0001f600"
        item = repository.add_inspection(sample_inspection(9, name="nasty\udcff"), hostile)
        repository.add_judgment(sample_judgment(item.item_id))
        repository.put_setting("open", hostile)
        log, bundle = ThresholdLog(repository, operator="Ada"), item.inspection.bundle_sha256
        log.activate(Thresholds(0.55, 0.9), LabelledScores((0.1,), (0.8,), bundle_sha256=bundle))
        log.apply_to_waiting(bundle)
    return place


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "ws"))


def rows(folder: Path) -> dict[str, list[tuple[object, ...]]]:
    """All rows of a workspace."""
    with read_workspace(folder) as workspace:
        assert workspace.repository.verify().holds
        with workspace.repository.database.reading() as connection:
            return {
                table.name: [tuple(row) for row in connection.execute(table.select().order_by(*table.primary_key))]
                for table in TABLES
            }


def test_that_a_workspace_is_equal_there_and_back(
    folder: Path, postgresql: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before, anchor = rows(folder), (folder / "chain-ends.json").read_bytes()
    assert all(before.values())
    capsys.readouterr()
    assert run("workspace", "move", folder, "--to", postgresql, "--json") == 0
    said = json.loads(capsys.readouterr().out)
    assert said["rows"] == {name: len(found) for name, found in before.items()}
    assert said["last_hash"] == before["judgments"][-1][METADATA.tables["judgments"].c.keys().index("row_hash")]
    assert sorted(path.name for path in folder.iterdir() if not path.name.startswith("before-move")) == [
        *("chain-ends.json", "logs", "panels", RECORD_PLACE)
    ]
    assert rows(folder) == rows(Path(said["old"])) == before
    assert run("verify", folder) == run("verify", said["old"]) == 0
    with open_workspace(folder) as workspace:
        workspace.repository.add_judgment(sample_judgment(6))
    there = rows(folder)
    capsys.readouterr()
    assert run("workspace", "move", folder, "--to", "sqlite", "--json") == 0
    back = json.loads(capsys.readouterr().out)
    assert (folder / DATABASE).is_file()
    assert not (folder / RECORD_PLACE).exists()
    assert rows(folder) == rows(Path(back["old"])) == there
    assert rows(Path(said["old"])) == before
    assert (folder / "chain-ends.json").read_bytes() != anchor
    with open_workspace(folder) as workspace:
        workspace.repository.put_setting("open", "1")
        assert workspace.repository.verify().set_back == ()


def test_that_exports_are_the_same_on_both_sides(folder: Path, postgresql: str, tmp_path: Path) -> None:
    for name in ("sqlite", "server"):
        assert run("export", "--workspace", folder, "--out", tmp_path / f"{name}.csv") == 0
        if name == "sqlite":
            move_to_server(folder, postgresql)
    assert (tmp_path / "sqlite.csv").read_bytes() == (tmp_path / "server.csv").read_bytes()
    assert run("verify", folder, "--csv", tmp_path / "sqlite.csv") == 0


def test_that_a_database_that_is_not_empty_is_left_alone(folder: Path, postgresql: str, tmp_path: Path) -> None:
    open_workspace(tmp_path / "other", database=postgresql).close()
    before = rows(folder)
    with pytest.raises(StoreError, match="database is not empty"):
        move_to_server(folder, postgresql)
    assert rows(folder) == before
    with open_workspace(tmp_path / "other") as workspace:
        assert workspace.repository.count(QueueFilter()) == 0


@pytest.mark.parametrize("text", ["postgresql://aoi:secret@/x", "nonsense", "postgresql://aoi@/x?host=/nowhere"])
def test_that_a_place_that_cannot_be_used_changes_nothing(
    folder: Path, text: str, capsys: pytest.CaptureFixture[str]
) -> None:
    before = rows(folder)
    capsys.readouterr()
    assert run("workspace", "move", folder, "--to", text) == 1
    said = capsys.readouterr().err
    assert said.startswith("vqganodip: ")
    assert said.count("\n") == 1
    assert "secret" not in said
    assert rows(folder) == before
    assert not (folder / RECORD_PLACE).exists()


def test_that_records_that_were_altered_are_not_moved(folder: Path, postgresql: str) -> None:
    with closing(sqlite3.connect(folder / DATABASE)) as vandal:
        vandal.execute("DROP TRIGGER judgments_no_update")
        vandal.execute("UPDATE judgments SET operator = 'x' WHERE record_id = 2")
        vandal.commit()
    with pytest.raises(StoreError, match="record 2 is broken"):
        move_to_server(folder, postgresql)
    with psycopg.connect(postgresql) as other:
        assert other.execute("SELECT count(*) FROM pg_tables WHERE schemaname = 'public'").fetchone() == (0,)


def test_that_a_workspace_is_moved_from_where_it_is(folder: Path, postgresql: str, tmp_path: Path) -> None:
    with pytest.raises(StoreError, match="not on a server"):
        move_to_sqlite(folder)
    move_to_server(folder, postgresql)
    with pytest.raises(StoreError, match="on a server already"):
        move_to_server(folder, postgresql)
    with pytest.raises(StoreError, match="no workspace here"):
        move_to_server(tmp_path / "nowhere", postgresql)


def test_that_no_program_goes_on_writing_to_the_old_records(folder: Path, postgresql: str) -> None:
    with open_workspace(folder) as late:
        move_to_server(folder, postgresql)
        with pytest.raises(StoreError) as refusal:
            late.repository.add_judgment(sample_judgment(6))
        assert refusal.value.code == "database-gone"
    with open_workspace(folder) as late:
        move_to_sqlite(folder)
        with pytest.raises(StoreError) as refusal:
            late.repository.add_judgment(sample_judgment(6))
        assert refusal.value.code == "database-moved-away"


def test_that_a_program_that_writes_is_waited_for_or_named(folder: Path, postgresql: str) -> None:
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr("vqganodip.store.sqlite_connection._PRAGMAS", ("busy_timeout = 50", "journal_mode = WAL"))
            with pytest.raises(StoreError, match="another program is writing"):
                move_to_server(folder, postgresql)
    move_to_server(folder, postgresql)


class Stop(BaseException):
    """An interruption."""


def stopping(function: Callable[..., object], *, after: bool) -> Callable[..., object]:
    """The function, ended by an interruption before or after its work."""

    def run_and_stop(*values: object, **named: object) -> object:
        if after:
            function(*values, **named)
        raise Stop

    return run_and_stop


STEPS_THERE = ("create_tables", "copy_records", "_fill", "_empty_log", "put_aside")
STEPS_BACK = ("check_usable", "copy_records", "retire", "put_aside")


@pytest.mark.parametrize("after", [pytest.param(False, marks=pytest.mark.long), True])
@pytest.mark.parametrize("step", STEPS_THERE)
def test_that_a_move_there_that_is_interrupted_can_be_run_again(
    folder: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    before = rows(folder)
    with monkeypatch.context() as patch:
        patch.setattr(workspace_move, step, stopping(getattr(workspace_move, step), after=after))
        with pytest.raises(Stop):
            move_to_server(folder, postgresql)
    assert rows(folder) == before
    if not (folder / RECORD_PLACE).exists():
        move_to_server(folder, postgresql)
    with open_workspace(folder) as workspace:
        assert isinstance(workspace.repository.where, str)
        workspace.repository.add_judgment(sample_judgment(6))
    assert not (folder / DATABASE).exists()
    assert len(rows(folder)["judgments"]) == len(before["judgments"]) + 1


@pytest.mark.parametrize("after", [pytest.param(False, marks=pytest.mark.long), True])
@pytest.mark.parametrize("step", STEPS_BACK)
def test_that_a_move_back_that_is_interrupted_can_be_run_again(
    folder: Path, postgresql: str, monkeypatch: pytest.MonkeyPatch, step: str, after: bool
) -> None:
    move_to_server(folder, postgresql)
    before = rows(folder)
    with monkeypatch.context() as patch:
        patch.setattr(workspace_move, step, stopping(getattr(workspace_move, step), after=after))
        with pytest.raises(Stop):
            move_to_sqlite(folder)
    assert rows(folder) == before
    if (folder / RECORD_PLACE).exists():
        move_to_sqlite(folder)
    with open_workspace(folder) as workspace:
        assert workspace.repository.where == folder / DATABASE
        workspace.repository.add_judgment(sample_judgment(6))
    assert len(rows(folder)["judgments"]) == len(before["judgments"]) + 1


@pytest.mark.parametrize("there", [True, False])
def test_that_a_move_into_a_disk_that_is_full_changes_nothing(
    folder: Path, postgresql: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, there: bool
) -> None:
    before = rows(folder)
    if not there:
        move_to_server(folder, postgresql)

    def move() -> object:
        return move_to_server(folder, postgresql) if there else move_to_sqlite(folder)

    def fail(*_: object, **__: object) -> None:
        if there:
            raise psycopg.errors.DiskFull("could not extend file: No space left on device")
        raise sqlite3.OperationalError("database or disk is full")

    with monkeypatch.context() as patch:
        patch.setattr(workspace_move, "copy_records", fail)
        with pytest.raises(StoreError) as refusal:
            move()
    assert refusal.value.code == ("database-server-disk" if there else "database-disk-full")
    assert rows(folder) == before
    move()
    assert rows(folder) == before


@pytest.mark.long
def test_that_a_move_that_is_killed_at_any_time_loses_nothing(
    folder: Path, tmp_path: Path, postgresql_server: Server
) -> None:
    """The moves are killed after longer and longer times; each leaves one whole state."""
    before = rows(folder)
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    for number in range(20):
        copy = Path(shutil.copytree(folder, tmp_path / f"copy {number}"))
        place = postgresql_server.new_database()
        command = [sys.executable, "-m", "vqganodip.cli", "workspace", "move", str(copy), "--to", place]
        with subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, env=environment) as child:
            try:
                child.wait(0.2 + 0.15 * number)
            except subprocess.TimeoutExpired:
                child.kill()
        assert child.returncode in (0, -signal.SIGKILL)
        assert rows(copy) == before
        if not (copy / RECORD_PLACE).exists():
            move_to_server(copy, place)
        open_workspace(copy).close()
        assert rows(copy) == before
        postgresql_server.drop(place)
