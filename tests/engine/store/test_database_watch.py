"""A database that is deleted, replaced or overwritten under an open workspace is noticed before a record counts."""

from __future__ import annotations

import os
import shutil
import sqlite3
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from vqganodip.errors import StoreError
from vqganodip.review.judgments import JudgmentKind
from vqganodip.store.hash_chain import verify_records
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.store.workspace import DATABASE, open_workspace, read_workspace
from vqganodip.testing import sample_inspection, sample_judgment


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A workspace of twelve boards with records on many pages, and in ``yesterday`` a copy with one record."""
    folder = tmp_path / "ws"
    with open_workspace(folder) as workspace:
        for number in range(1, 13):
            workspace.repository.add_inspection(sample_inspection(number), f"SN {number}")
        workspace.repository.add_judgment(sample_judgment(1))
    shutil.copytree(folder, tmp_path / "yesterday")
    with open_workspace(folder) as workspace:
        record = None
        for _ in range(30):
            judged = replace(sample_judgment(2, corrects=record), comment="x" * 500)
            record = workspace.repository.add_judgment(judged).record_id
    return folder


@pytest.fixture
def repository(folder: Path) -> Iterator[SqlRepository]:
    kept = SqlRepository(folder / DATABASE)
    kept.add_judgment(sample_judgment(3))
    yield kept
    kept.close()


def delete(folder: Path) -> None:
    (folder / DATABASE).unlink()


def delete_all(folder: Path) -> None:
    for path in folder.glob(f"{DATABASE}*"):
        path.unlink()


def delete_folder(folder: Path) -> None:
    shutil.rmtree(folder)


def rename(folder: Path) -> None:
    (folder / DATABASE).rename(folder / "old.sqlite")


def rename_folder(folder: Path) -> None:
    folder.rename(folder.with_name("moved"))


def swap(folder: Path) -> None:
    """Rename another file over the database, as a sync client does."""
    shutil.copyfile(folder.parent / "yesterday" / DATABASE, folder / "copy")
    os.replace(folder / "copy", folder / DATABASE)  # noqa: PTH105


def overwrite(folder: Path) -> None:
    """Give the same file the content of an older copy, as ``cp`` does."""
    shutil.copyfile(folder.parent / "yesterday" / DATABASE, folder / DATABASE)


def delete_log(folder: Path) -> None:
    (folder / f"{DATABASE}-wal").unlink()


def put_back(folder: Path) -> None:
    """Put the whole folder back, as a restore does."""
    shutil.rmtree(folder)
    shutil.copytree(folder.parent / "yesterday", folder)


@pytest.mark.parametrize(
    ("accident", "code"),
    [
        (delete, "database-gone"),
        (delete_all, "database-gone"),
        (delete_folder, "database-gone"),
        (rename, "database-gone"),
        (rename_folder, "database-gone"),
        (swap, "database-replaced"),
        (overwrite, "database-replaced"),
        (delete_log, "database-replaced"),
        (put_back, "database-replaced"),
    ],
)
def test_that_no_judgment_counts_in_a_database_that_is_not_at_its_place(
    repository: SqlRepository, folder: Path, accident: Callable[[Path], None], code: str
) -> None:
    accident(folder)
    for number in (4, 5):
        with pytest.raises(StoreError) as refused:
            repository.add_judgment(sample_judgment(number))
        assert refused.value.code == code
        assert str(folder / DATABASE) in str(refused.value)
    with pytest.raises(StoreError) as refused:
        repository.add_inspection(sample_inspection(99), "SN 99")
    assert refused.value.code == code
    with pytest.raises(StoreError) as refused:
        repository.put_setting("a", "b")
    assert refused.value.code == code


def test_that_a_database_deleted_between_commit_and_answer_is_noticed(
    repository: SqlRepository, folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    watch = repository.database.watch
    checked = watch.check_before_commit

    def check_then_lose() -> None:
        checked()
        delete(folder)

    monkeypatch.setattr(watch, "check_before_commit", check_then_lose)
    with pytest.raises(StoreError, match="is gone"):
        repository.add_judgment(sample_judgment(4))


def test_that_work_goes_on_when_the_file_is_back(repository: SqlRepository, folder: Path) -> None:
    folder.rename(folder.with_name("away"))
    with pytest.raises(StoreError, match="is gone"):
        repository.add_judgment(sample_judgment(4))
    folder.with_name("away").rename(folder)
    assert repository.add_judgment(sample_judgment(4)).record_id == 33
    with closing(sqlite3.connect(folder / DATABASE)) as other:
        assert other.execute("SELECT count(*) FROM judgments").fetchone() == (33,)


def test_that_another_program_that_writes_and_checkpoints_is_no_accident(
    repository: SqlRepository, folder: Path
) -> None:
    with closing(SqlRepository(folder / DATABASE)) as other:
        for number in range(4, 11, 2):
            other.add_judgment(sample_judgment(number))
            with closing(sqlite3.connect(folder / DATABASE)) as third:
                third.execute("PRAGMA wal_checkpoint(TRUNCATE)")
            repository.add_judgment(sample_judgment(number + 1, JudgmentKind.NG))
        assert verify_records(repository.judgments()).records == 40


def test_that_a_restored_workspace_can_be_opened_and_judged(folder: Path) -> None:
    put_back(folder)
    with open_workspace(folder) as workspace:
        assert workspace.repository.add_judgment(sample_judgment(2)).record_id == 2


@pytest.mark.parametrize("page", [2, 4, 6, 8, 10])
def test_that_a_damaged_database_is_named_whatever_page_is_damaged(folder: Path, page: int) -> None:
    data = bytearray((folder / DATABASE).read_bytes())
    data[page * 4096 : page * 4096 + 200] = b"\xff" * 200
    (folder / DATABASE).write_bytes(bytes(data))
    codes = []
    for opened in (open_workspace, read_workspace):
        try:
            with opened(folder) as workspace:
                workspace.repository.verify()
        except StoreError as error:
            codes.append(error.code)
    assert set(codes) <= {"database-damaged", "database-refused"}
