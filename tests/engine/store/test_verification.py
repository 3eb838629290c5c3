"""Verification names everything that was altered or removed, and reads without changing one byte."""

from __future__ import annotations

import hashlib
import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Iterator
from contextlib import closing, contextmanager
from pathlib import Path

import pytest
from engine.command_line import run

from vqganodip.errors import StoreError
from vqganodip.review.accounts import People, Role
from vqganodip.review.judgments import JudgmentKind
from vqganodip.review.rules import ReviewRules, set_rules
from vqganodip.review.threshold_log import ThresholdLog
from vqganodip.scoring.verdict import Thresholds
from vqganodip.store.hash_chain import change_hash, verify_records
from vqganodip.store.verification import verify_connection
from vqganodip.store.workspace import DATABASE, open_workspace, read_workspace
from vqganodip.testing import LabelledScores, sample_inspection, sample_judgment

SCORES = LabelledScores((0.1, 0.2), (0.6, 0.7))


def fill(folder: Path, database: str | None = None) -> None:
    """Six boards, five of them judged, two thresholds, two people, rules and a model."""
    with open_workspace(folder, database=database) as workspace:
        repository = workspace.repository
        repository.use_model("bundle", "Ada")
        for number in range(1, 7):
            repository.add_inspection(sample_inspection(number), f"SN {number}")
        for number in range(1, 6):
            repository.add_judgment(sample_judgment(number, JudgmentKind.NG))
        log = ThresholdLog(repository, operator="Ada")
        for value in (0.5, 0.55):
            log.activate(Thresholds(value), SCORES)
        admin = People(repository).register("Ada", Role.ADMIN, "1234")
        People(repository).register("Otto", Role.OPERATOR, "1234", admin)
        set_rules(repository, ReviewRules(second_share=0.2), last_record=5, operator="Ada")


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("original") / "ws"
    fill(folder)
    return folder


@pytest.fixture
def folder(original: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(original, tmp_path / "ws"))


@contextmanager
def vandal(folder: Path) -> Iterator[sqlite3.Connection]:
    """Connection of a stranger who removes what guards the records."""
    with closing(sqlite3.connect(folder / DATABASE, isolation_level=None)) as connection:
        connection.execute("PRAGMA foreign_keys = OFF")
        for (name,) in connection.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
            connection.execute(f"DROP TRIGGER {name}")
        yield connection


def hashes(folder: Path) -> dict[str, tuple[str, int]]:
    """Hash and time of every file."""
    return {
        str(path.relative_to(folder)): (hashlib.sha256(path.read_bytes()).hexdigest(), path.stat().st_mtime_ns)
        for path in sorted(folder.rglob("*"))
        if path.is_file()
    }


def said_by_verify(capsys: pytest.CaptureFixture[str], *arguments: object) -> tuple[int, str]:
    capsys.readouterr()
    code = run("verify", *map(str, arguments))
    said = capsys.readouterr()
    return code, said.out + said.err


def test_that_an_untouched_workspace_holds(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    code, said = said_by_verify(capsys, folder)
    assert code == 0
    assert "5 records hold" in said
    assert "6 boards, 2 threshold changes and 4 entries of the audit trail hold" in said


ALTERATIONS = (
    ("UPDATE boards SET score = 0.01 WHERE item_id = 3", "board 3 (SN 3) is broken: its score was changed"),
    (
        "UPDATE boards SET score = 0.01, head = replace(head, '\"score\":0.83', '\"score\":0.01') WHERE item_id = 3",
        "board 3 (SN 3) is broken: its serial number, score",
    ),
    (
        "UPDATE boards SET serial = 'SWAPPED', serial_folded = 'swapped' WHERE item_id = 3",
        "board 3 (SWAPPED) is broken",
    ),
    ("UPDATE boards SET flagged = 0 WHERE item_id = 3", "board 3 (SN 3) is broken: its verdict was changed"),
    (
        "UPDATE boards SET flagged = 0, head = replace(head, '\"review\"', '\"pass\"') WHERE item_id = 3",
        "board 3 (SN 3) is broken",
    ),
    (
        'UPDATE findings SET document = \'{"candidates":[],"regions":[]}\' WHERE item_id = 3',
        "board 3 (SN 3) is broken",
    ),
    ("DELETE FROM findings WHERE item_id = 3", "board 3 (SN 3) is broken: its regions are missing"),
    ("DELETE FROM boards WHERE item_id = 6", "6 were written, 5 are here"),
    ("UPDATE boards SET score = 0.01 WHERE item_id = 6", "board 6 (SN 6) is broken"),
    ("UPDATE judgments SET kind = 'ok' WHERE record_id = 3", "record 3 is broken"),
    ("UPDATE judgments SET kind = 'nonsense' WHERE record_id = 3", "record 3 is broken: its fields do not give"),
    ("UPDATE judgments SET regions = '[[' WHERE record_id = 3", "record 3 is broken: its fields do not give"),
    ("UPDATE judgments SET judged_at = '2026-01-01' WHERE record_id = 3", "record 3 is broken"),
    ("UPDATE judgments SET judged_at = 'never' WHERE record_id = 3", "record 3 is broken"),
    (
        "UPDATE threshold_changes SET changed_at = 'never' WHERE record_id = 2",
        "change 2 of the threshold is broken",
    ),
    (
        "UPDATE boards SET head = '{}' WHERE item_id = 3",
        "board 3 (SN 3) is broken: its machine result",
    ),
    ("UPDATE people SET role = 'king' WHERE name = 'Otto'", "person Otto: changed without an entry"),
    ("DELETE FROM judgments WHERE record_id = 1", "record 2 is broken: record 1 was expected here"),
    ("DELETE FROM judgments WHERE record_id = 3", "record 4 is broken: record 3 was expected here"),
    ("DELETE FROM judgments WHERE record_id = 5", "record 5 is broken: the newest records are missing"),
    ("DELETE FROM judgments", "record 1 is broken: the newest records are missing: 5 were written, 0 are here"),
    ("UPDATE threshold_changes SET value = 0.4 WHERE record_id = 2", "change 2 of the threshold is broken"),
    ("DELETE FROM threshold_changes WHERE record_id = 2", "change 2 of the threshold is broken"),
    ("DELETE FROM threshold_changes", "change 1 of the threshold is broken"),
    ("UPDATE people SET role = 'admin' WHERE name = 'Otto'", "person Otto: changed without an entry"),
    ("UPDATE people SET pin_hash = 'x' WHERE name = 'Otto'", "person Otto: changed without an entry"),
    ("DELETE FROM people WHERE name = 'Otto'", "person Otto: removed without an entry"),
    (
        "INSERT INTO people (name, role, pin_hash, locked) VALUES ('Eve', 'admin', 'x', 0)",
        "person Eve: added without an entry",
    ),
    (
        "UPDATE settings SET value = replace(value, '0.2', '0.0') WHERE name = 'review.rules'",
        "rules of the review: changed without an entry",
    ),
    ("DELETE FROM settings WHERE name = 'review.rules'", "rules of the review: removed without an entry"),
    ("UPDATE audit_trail SET name = 'other' WHERE subject = 'model'", "entry 1 of the audit trail is broken"),
    ("DELETE FROM audit_trail WHERE record_id = 4", "entry 4 of the audit trail is broken"),
    ("DELETE FROM chain_ends", "record 5 is broken: it is not the record that was written last"),
    ("UPDATE queue SET judged = 0, standing = NULL WHERE item_id = 2", "board 2 is broken: its place in the queue"),
)
"""Statements of a stranger, and what the verification says of them; on both databases."""


@pytest.mark.parametrize(("statement", "named"), ALTERATIONS)
def test_that_every_alteration_is_named(
    folder: Path, capsys: pytest.CaptureFixture[str], statement: str, named: str
) -> None:
    with vandal(folder) as connection:
        assert connection.execute(statement).rowcount > 0
    code, said = said_by_verify(capsys, folder)
    assert code == 1
    assert named in said


def test_that_every_alteration_is_named_on_a_server(postgresql: str, tmp_path: Path) -> None:
    fill(tmp_path / "ws", postgresql)
    named = {}
    with open_workspace(tmp_path / "ws") as workspace:
        assert workspace.repository.verify().holds
        for statement, _expected in ALTERATIONS:
            with workspace.repository.database.writing() as connection:
                connection.exec_driver_sql("SET LOCAL session_replication_role = replica")  # without triggers
                assert connection.exec_driver_sql(statement).rowcount > 0
                named[statement] = [str(found.sentence) for found in verify_connection(connection).findings]
                connection.rollback()
        assert workspace.repository.verify().holds
    for statement, expected in ALTERATIONS:
        assert any(expected in sentence for sentence in named[statement]), (statement, named[statement])


def test_that_a_board_whose_own_hash_was_computed_anew_is_named_by_its_record(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from vqganodip.store.serialization import board_hash

    with vandal(folder) as connection:
        serial, head, document = connection.execute(
            "SELECT serial, head, document FROM boards JOIN findings USING (item_id) WHERE item_id = 3"
        ).fetchone()
        head = head.replace('"score":0.83', '"score":0.01')
        values = (head, board_hash(serial, head, document))
        connection.execute("UPDATE boards SET score = 0.01, head = ?, board_hash = ? WHERE item_id = 3", values)
        connection.execute("UPDATE queue SET score = 0.01 WHERE item_id = 3")
    code, said = said_by_verify(capsys, folder)
    assert code == 1
    assert "record 3 is broken: board 3 is not as it was when it was judged" in said


def test_that_a_threshold_change_written_anew_with_its_hash_is_noticed(
    folder: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    from dataclasses import replace

    with read_workspace(folder) as workspace:
        last = workspace.repository.threshold_changes()[-1]
    forged = change_hash(replace(last, value=0.4))
    with vandal(folder) as connection:
        connection.execute("UPDATE threshold_changes SET value = 0.4, row_hash = ? WHERE record_id = 2", (forged,))
    code, said = said_by_verify(capsys, folder)
    assert code == 1
    assert "change 2 of the threshold is broken: it is not the record that was written last" in said


def test_that_an_export_of_today_shows_a_workspace_of_yesterday(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copytree(folder, tmp_path / "yesterday")
    with open_workspace(folder) as workspace:
        workspace.repository.add_judgment(sample_judgment(6))
    assert run("export", "--workspace", str(folder), "--out", str(tmp_path / "today.csv")) == 0
    assert said_by_verify(capsys, folder, "--csv", tmp_path / "today.csv")[0] == 0
    shutil.rmtree(folder)
    (tmp_path / "yesterday").rename(folder)
    assert said_by_verify(capsys, folder)[0] == 0
    code, said = said_by_verify(capsys, folder, "--csv", tmp_path / "today.csv")
    assert code == 1
    assert "record 6" in said
    assert "the workspace does not hold this record" in said


def test_that_a_database_that_alone_was_put_back_is_noticed_without_an_export(
    folder: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    shutil.copyfile(folder / DATABASE, tmp_path / "yesterday.sqlite")
    with open_workspace(folder) as workspace:
        workspace.repository.add_judgment(sample_judgment(6))
    shutil.copyfile(tmp_path / "yesterday.sqlite", folder / DATABASE)
    code, said = said_by_verify(capsys, folder)
    assert code == 1
    assert "record 6 of judgments was written here and is not in the database" in said
    with open_workspace(folder) as workspace:  # work continues, and the trail remembers
        workspace.repository.add_judgment(sample_judgment(6, JudgmentKind.NG))
    code, said = said_by_verify(capsys, folder)
    assert code == 0
    assert "had been put back to an earlier state" in said


def test_that_no_empty_workspace_takes_the_place_of_a_missing_database(folder: Path) -> None:
    (folder / DATABASE).unlink()
    for opened in (open_workspace, read_workspace):
        with pytest.raises(StoreError, match="in which judgments were kept, is missing"):
            opened(folder)
    assert not (folder / DATABASE).exists()


VERBS = (
    ("verify", "{folder}"),
    ("export", "--workspace", "{folder}", "--out", "{out}/j.csv"),
    ("export", "--workspace", "{folder}", "--out", "{out}/j.jsonl"),
    ("report", "--workspace", "{folder}", "--out", "{out}/r.html"),
)


def run_verb(verb: tuple[str, ...], folder: Path, out: Path) -> int:
    return run(*(part.format(folder=folder, out=out) for part in verb))


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_that_looking_changes_no_byte_even_while_another_program_writes(
    folder: Path, tmp_path: Path, verb: tuple[str, ...]
) -> None:
    code = (
        "import sys\nfrom pathlib import Path\nfrom vqganodip.store.workspace import open_workspace\n"
        "from vqganodip.testing import sample_judgment\n"
        "workspace = open_workspace(Path(sys.argv[1]))\n"
        "workspace.repository.add_judgment(sample_judgment(6))\n"
        "with workspace.repository._writing():\n"  # the write lock is held meanwhile
        "    print('ready', flush=True)\n    sys.stdin.readline()\n"
    )
    environment = os.environ | {"PYTHONPATH": os.pathsep.join(sys.path)}
    with subprocess.Popen(
        [sys.executable, "-c", code, str(folder)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, env=environment
    ) as writer:
        assert writer.stdout is not None
        assert writer.stdin is not None
        assert writer.stdout.readline() == b"ready\n"
        before = hashes(folder)
        assert {f"{DATABASE}-wal", f"{DATABASE}-shm"} <= set(before)
        assert run_verb(verb, folder, tmp_path) == 0
        assert hashes(folder) == before
        writer.stdin.write(b"\n")
    if verb[0] == "export" and verb[-1].endswith("csv"):
        assert "\n6,R," in (tmp_path / "j.csv").read_text(encoding="utf-8")  # what was in the log alone is there


@pytest.mark.parametrize("verb", VERBS, ids=lambda verb: verb[0])
def test_that_looking_works_where_nothing_can_be_written(folder: Path, tmp_path: Path, verb: tuple[str, ...]) -> None:
    for path in [folder, *folder.rglob("*")]:
        path.chmod(0o555 if path.is_dir() else 0o444)
    before = hashes(folder)
    try:
        assert run_verb(verb, folder, tmp_path) == 0
        assert hashes(folder) == before
    finally:
        for path in [folder, *folder.rglob("*")]:
            path.chmod(0o755)


def test_that_a_workspace_left_by_a_killed_program_is_read_with_its_log(folder: Path, tmp_path: Path) -> None:
    with open_workspace(folder) as workspace:
        workspace.repository.add_judgment(sample_judgment(6))
        shutil.copytree(folder, tmp_path / "killed")  # main file and log as a kill leaves them
    before = hashes(tmp_path / "killed")
    with read_workspace(tmp_path / "killed") as workspace:
        assert verify_records(workspace.repository.judgments()).records == 6
    assert hashes(tmp_path / "killed") == before


def test_that_a_reader_cannot_write(folder: Path) -> None:
    with read_workspace(folder) as workspace:
        with pytest.raises(StoreError, match="to look at it only"):
            workspace.repository.add_judgment(sample_judgment(6))
        with pytest.raises(StoreError, match="to look at it only"):
            workspace.repository.put_setting("a", "b")


def test_that_a_reader_in_the_same_process_sees_all_and_leaves_no_copy(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    place = tmp_path / "temporary"
    place.mkdir()
    monkeypatch.setattr("tempfile.tempdir", str(place))
    with open_workspace(folder) as writer:
        writer.repository.add_judgment(sample_judgment(6))
        with read_workspace(folder) as reader:
            assert reader.repository.verify().holds
            assert reader.repository.verify().records.records == 6
        writer.repository.put_setting("still", "open")
    assert list(place.iterdir()) == []


def test_that_a_workspace_of_an_older_version_is_read_and_stays_as_it_is(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    files = Path(__file__).parents[2] / "compatibility" / "files"
    for version in (1, 4):
        folder = Path(shutil.copytree(files / f"workspace-schema-{version}", tmp_path / str(version)))
        before = hashes(folder)
        code, said = said_by_verify(capsys, folder)
        assert code == 0
        assert "older version" in said
        assert hashes(folder) == before


def test_that_changes_before_the_trail_began_are_taken_as_they_are(tmp_path: Path) -> None:
    files = Path(__file__).parents[2] / "compatibility" / "files"
    folder = Path(shutil.copytree(files / "workspace", tmp_path / "ws"))
    with open_workspace(folder) as workspace:
        assert workspace.repository.verify().holds
        workspace.repository.use_model("bundle", "Ada")
    with read_workspace(folder) as workspace:
        found = workspace.repository.verify()
    assert found.anchored
    assert found.holds
