"""The fields that came with version 2 of the records: old workspaces open, old chains hold, new fields are sealed."""

from __future__ import annotations

import hashlib
import json
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from vqganodip.errors import ReviewError, StoreError
from vqganodip.review.judgments import JudgmentKind, Purpose, RegionJudgment
from vqganodip.review.session import ReviewSession, WorkContext
from vqganodip.store.hash_chain import row_hash, verify_records
from vqganodip.store.serialization import board_hash, findings_text, head_text
from vqganodip.store.sql_repository import SqlRepository
from vqganodip.store.sqlite_migrations import MIGRATIONS
from vqganodip.testing import TickingClock, sample_inspection, sample_judgment
from vqganodip.types import Box

OLD_NAMES = (
    *("record_id", "item_id", "kind", "operator", "station", "judged_at", "review_s", "defect_code", "comment"),
    *("corrects", "app_version", "board_hash", "prev_hash"),
)


def old_workspace(path: Path) -> None:
    """A workspace as the first version wrote it: its own schema, its own hash."""
    board = sample_inspection(1)
    head, found = head_text(board), findings_text(board)
    machine = board_hash("SN 1", head, found)
    with closing(sqlite3.connect(path)) as file:
        for statement in MIGRATIONS[0].statements:
            file.execute(statement)
        file.execute("INSERT INTO schema_version VALUES (1, '2026-01-01', '0.1.0')")
        file.execute(
            "INSERT INTO boards VALUES (1, 'SN 1', 'sn 1', ?, ?, 0.83, 1, ?, ?)",
            (board.sha256, board.bundle_sha256, head, machine),
        )
        file.execute("INSERT INTO findings VALUES (1, ?)", (found,))
        file.execute("INSERT INTO queue VALUES (1, 'sn 1', 1, 0.83, 1, 2)")
        previous = ""
        for number, corrects in ((1, None), (2, 1)):
            row = [number, 1, "ng", "M. L.", "line 1", f"2026-03-02T06:30:0{number}.000000+00:00", 1.5, "Short", "é"]
            row += [corrects, "0.1.0", machine, previous]
            text = json.dumps(dict(zip(OLD_NAMES, row, strict=True)), sort_keys=True, separators=(",", ":"))
            previous = hashlib.sha256(text.encode("ascii")).hexdigest()
            file.execute(f"INSERT INTO judgments VALUES ({','.join('?' * 14)})", (*row, previous))
        file.commit()


def test_that_an_old_workspace_is_migrated_and_its_chain_holds(tmp_path: Path) -> None:
    old_workspace(tmp_path / "w.sqlite")
    with closing(SqlRepository(tmp_path / "w.sqlite")) as repository:
        kept = list(repository.judgments())
        assert [(j.lot, j.role, j.purpose, j.regions) for j in kept] == [("", "", Purpose.REVIEW, ())] * 2
        assert repository.item(1).judgment == kept[1]
        repository.add_judgment(replace(sample_judgment(1, JudgmentKind.NG, 2), lot="L 7"))
        assert verify_records(repository.judgments()).broken is None


@pytest.mark.parametrize(
    "change",
    [
        {"role": "quality"},
        {"lot": "L"},
        {"work_order": "L"},
        {"side": "T"},
        {"purpose": Purpose.PROBE},
        {"regions": (RegionJudgment(Box(1, 2, 3, 4), JudgmentKind.OK),)},
    ],
)
def test_that_each_new_field_is_sealed(change: dict[str, object]) -> None:
    plain = sample_judgment(1)
    assert row_hash(replace(plain, **change)) != row_hash(plain)  # type: ignore[arg-type]
    assert row_hash(replace(plain, lot="L")) != row_hash(replace(plain, work_order="L"))


def test_that_the_fields_come_back_from_the_database(tmp_path: Path) -> None:
    with closing(SqlRepository(tmp_path / "w.sqlite")) as repository:
        item = repository.add_inspection(sample_inspection(1), "SN 1")
        session = ReviewSession(repository, "M. L.", "line 1", TickingClock(), "0.1.0", "operator")
        session.work = WorkContext("L 7", "WO 12", "B")
        regions = (RegionJudgment(item.inspection.regions[0].box, JudgmentKind.NG, "Short"),)
        stored = session.judge(item, JudgmentKind.NG, 2.0, "Short", regions=regions)
        read = repository.item(1).judgment
        assert read == stored
        assert read is not None
        assert (read.role, read.lot, read.work_order, read.side) == ("operator", "L 7", "WO 12", "B")
        assert read.regions == regions
        session.judge(repository.item(1), JudgmentKind.OK, 1.0)
        again = session.undo()
        assert again is not None
        assert again.regions == regions


def test_that_a_blind_judgment_changes_nothing_that_stands(tmp_path: Path) -> None:
    with closing(SqlRepository(tmp_path / "w.sqlite")) as repository:
        repository.add_inspection(sample_inspection(1), "SN 1")
        stands = repository.add_judgment(sample_judgment(1, JudgmentKind.NG))
        repository.add_judgment(replace(sample_judgment(1), purpose=Purpose.SECOND))
        assert repository.item(1).judgment == stands
        repository.rebuild_queue()
        assert repository.item(1).judgment == stands
        repository.add_judgment(sample_judgment(1, JudgmentKind.OK, 1))
        assert verify_records(repository.judgments()).broken is None


def test_that_impossible_regions_and_sides_are_refused(tmp_path: Path) -> None:
    with closing(SqlRepository(tmp_path / "w.sqlite")) as repository:
        item = repository.add_inspection(sample_inspection(1), "SN 1")
        session = ReviewSession(repository, "M. L.", "line 1", TickingClock(), "0.1.0")
        box = Box(0, 0, 5, 5)
        for kind, region, words in (
            (JudgmentKind.NG, RegionJudgment(box, JudgmentKind.WITHDRAWN), "cannot be withdrawn"),
            (JudgmentKind.NG, RegionJudgment(box, JudgmentKind.OK, "Short"), "needs NG"),
            (JudgmentKind.NG, RegionJudgment(Box(0, 0, 9999, 5), JudgmentKind.OK), "outside the board"),
            (JudgmentKind.OK, RegionJudgment(box, JudgmentKind.NG), "no NG region"),
        ):
            with pytest.raises(ReviewError, match=words):
                session.judge(item, kind, 1.0, regions=(region,))
        with pytest.raises(StoreError, match="no side"):
            repository.add_judgment(replace(sample_judgment(1), side="left"))
