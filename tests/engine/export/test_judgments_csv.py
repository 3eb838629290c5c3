"""The CSV of judgments."""

from __future__ import annotations

import csv
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from locations import ROOT

from vqganodip.errors import ExportError
from vqganodip.export.column_documentation import column_documentation
from vqganodip.export.judgments_csv import (
    CSV_COLUMNS,
    LINE_HASH,
    export_judgments,
    guarded,
    unguarded,
)
from vqganodip.records import Reason
from vqganodip.review.judgments import Judgment, JudgmentKind
from vqganodip.store.hash_chain import row_hash
from vqganodip.testing import InMemoryRepository, sample_inspection, sample_judgment

DOCUMENTATION = ROOT / "resources" / "csv-columns.md"
HOSTILE = [
    "=1+1",
    "+1",
    "-1",
    "@x",
    "\tx",
    "\rx",
    "'x",
    "''",
    '"',
    'a,"b"\r\nc',
    "\n",
    "é😀",
    "\0",
    "a;b",
    " =x",
    "",
    "-",
]


def rows_of(file: Path) -> list[dict[str, str]]:
    with file.open(encoding="utf-8", newline="") as text:
        return [row for row in csv.DictReader(text, strict=True) if not row["region_no"]]


def repository_of(texts: list[str]) -> InMemoryRepository:
    repository = InMemoryRepository()
    for number, text in enumerate(texts, start=1):
        repository.add_inspection(sample_inspection(number), text)
        repository.add_judgment(replace(sample_judgment(number, JudgmentKind.NG), comment=text, defect_code=text))
    return repository


def test_that_hostile_texts_read_back_equal_and_run_nothing(tmp_path: Path) -> None:
    assert export_judgments(repository_of(HOSTILE), tmp_path / "j.csv") == len(HOSTILE)
    rows = rows_of(tmp_path / "j.csv")
    for name in ("serial", "comment", "defect_code"):
        assert [unguarded(row[name]) for row in rows] == HOSTILE
        assert not any(row[name].startswith(("=", "+", "-", "@", "\t", "\r")) for row in rows)


def test_that_the_row_of_a_region_has_its_reasons(tmp_path: Path) -> None:
    inspection = sample_inspection(1)
    first, *others = inspection.regions
    reasons = (Reason("redder", 7.25, "whole", 40.0, 5.0), Reason("less_texture", -4.64, "left_end", 12.0, 60.0))
    repository = InMemoryRepository()
    repository.add_inspection(replace(inspection, regions=(replace(first, reasons=reasons), *others)), "SN 1")
    repository.add_judgment(sample_judgment(1))
    export_judgments(repository, tmp_path / "j.csv")
    with (tmp_path / "j.csv").open(encoding="utf-8", newline="") as text:
        found = [row["region_reasons"] for row in csv.DictReader(text, strict=True)]
    words = "Part, 7.2\u00a0σ: colour shifted towards red; "
    words += "Left end, −4.6\u00a0σ: less fine texture than usual (0.20\u00a0×)"
    assert found == ["", words, *[""] * len(others)]


@given(st.text())
def test_that_guarding_can_always_be_undone(text: str) -> None:
    assert unguarded(guarded(text)) == text
    assert not guarded(text).startswith(("=", "+", "-", "@", "\t", "\r"))


def test_that_a_row_holds_the_record_and_can_be_verified_by_itself(tmp_path: Path) -> None:
    repository = repository_of(["SN 1"])
    first = next(repository.judgments())
    second = repository.add_judgment(sample_judgment(1, JudgmentKind.FALSE_CALL, corrects=1))
    export_judgments(repository, tmp_path / "j.csv")
    old, new = rows_of(tmp_path / "j.csv")
    assert [old["record_type"], new["record_type"]] == ["R", "C"]
    assert [old["false_call"], new["false_call"]] == ["0", "1"]
    assert [old["corrects_record_id"], new["corrects_record_id"]] == ["", "1"]
    assert new["prev_hash"] == old["row_hash"] == first.row_hash
    assert (new["machine_result"], new["score"], new["threshold"], new["regions"]) == ("NG", "0.83", "0.5", "2")
    assert datetime.fromisoformat(new["timestamp"]) == second.judged_at
    assert new["timestamp"].endswith("+00:00")
    read = Judgment(
        item_id=int(new["item_id"]),
        kind=JudgmentKind(new["judgment"]),
        operator=new["operator"],
        station=new["station"],
        judged_at=datetime.fromisoformat(new["timestamp"]),
        review_s=float(new["review_seconds"]),
        corrects=int(new["corrects_record_id"]),
        app_version=new["app_version"],
        record_id=int(new["record_id"]),
        board_hash=new["board_hash"],
        prev_hash=new["prev_hash"],
    )
    assert row_hash(read) == new["row_hash"]


def test_that_the_file_is_plain_rfc_4180_and_the_same_each_time(tmp_path: Path) -> None:
    repository = repository_of(HOSTILE)
    for name in ("a.csv", "b.csv", "b.csv"):
        export_judgments(repository, tmp_path / name)
    data = (tmp_path / "a.csv").read_bytes()
    assert data == (tmp_path / "b.csv").read_bytes()
    assert data.startswith(b"record_id,record_type,")
    assert data.endswith(b"\r\n")
    assert sorted(p.name for p in tmp_path.iterdir()) == ["a.csv", "b.csv"]


def test_that_a_repository_without_judgments_gives_a_header(tmp_path: Path) -> None:
    assert export_judgments(InMemoryRepository(), tmp_path / "j.csv") == 0
    assert (tmp_path / "j.csv").read_text(encoding="utf-8").strip().split(",") == [
        c.name for c in (*CSV_COLUMNS, LINE_HASH)
    ]


def test_that_a_failed_export_leaves_the_old_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    out = tmp_path / "j.csv"
    out.write_text("old")
    repository = repository_of(["SN 1"])

    def full(numbers: object) -> object:
        raise OSError(28, "No space left on device")

    monkeypatch.setattr(repository, "whole_items", full)
    with pytest.raises(ExportError, match="No space left"):
        export_judgments(repository, out)
    assert [p.name for p in tmp_path.iterdir()] == ["j.csv"]
    assert out.read_text() == "old"


def test_that_a_folder_that_is_not_there_is_reported(tmp_path: Path) -> None:
    with pytest.raises(ExportError, match="cannot be written"):
        export_judgments(InMemoryRepository(), tmp_path / "none" / "j.csv")


def test_that_the_documentation_is_the_table() -> None:
    assert len({column.name for column in CSV_COLUMNS}) == len(CSV_COLUMNS)
    assert DOCUMENTATION.read_text(encoding="utf-8") == column_documentation(), (
        "write the text of vqganodip.export.column_documentation.column_documentation() to resources/csv-columns.md"
    )
