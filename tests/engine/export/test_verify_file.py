"""Verification finds altered records and exported files, and names the place."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest

from vqganodip.export.columns import CSV_VERSION
from vqganodip.export.judgments_csv import RecordFilter, export_judgments, line_hash
from vqganodip.export.verify_file import verify_file
from vqganodip.review.judgments import Judgment, JudgmentKind, RegionJudgment
from vqganodip.store.hash_chain import verify_records
from vqganodip.testing import InMemoryRepository, sample_inspection, sample_judgment
from vqganodip.types import Box

Lines = list[list[str]]


@pytest.fixture
def repository() -> InMemoryRepository:
    kept = InMemoryRepository()
    for number in range(1, 9):
        item = kept.add_inspection(sample_inspection(number), f"=SN\r\n\"{number}' שלום")
        regions = (
            RegionJudgment(item.inspection.regions[0].box, JudgmentKind.NG, "Short"),
            RegionJudgment(Box(1, 2, 9, 12), JudgmentKind.DOUBTFUL),
        )
        lot = "even" if number % 2 == 0 else "odd"
        kept.add_judgment(
            replace(sample_judgment(number, JudgmentKind.NG), comment="@" * 10_000, lot=lot, regions=regions)
        )
    return kept


def altered(file: Path, change: Callable[[Lines], object]) -> None:
    with file.open(encoding="utf-8", newline="") as text:
        lines = list(csv.reader(text))
    change(lines)
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    file.write_bytes(out.getvalue().encode())


def test_that_complete_and_filtered_files_verify(repository: InMemoryRepository, tmp_path: Path) -> None:
    assert export_judgments(repository, tmp_path / "a.csv") == 8
    assert export_judgments(repository, tmp_path / "b.csv", RecordFilter(lot="even")) == 4
    for name, count in (("a.csv", 8), ("b.csv", 4)):
        found = verify_file(tmp_path / name, repository.judgments())
        assert (found.holds, found.records) == (True, count)
        assert found.last_hash == list(repository.judgments())[-1].row_hash


# a record has four lines here: its own, two for the regions of the machine, one for the drawn region
@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (lambda lines: lines[5].__setitem__(lines[0].index("score"), "0.1"), 2),
        (lambda lines: lines[5].__setitem__(lines[0].index("operator"), "somebody"), 2),
        (lambda lines: lines[6].__setitem__(lines[0].index("region_judgment"), "ok"), 2),
        (lambda lines: lines.pop(5), 2),
        (lambda lines: lines.pop(7), 2),
        (lambda lines: lines.__delitem__(slice(1, 5)), 2),
        (lambda lines: lines.insert(9, lines[5]), 2),
        (lambda lines: lines.__setitem__(slice(5, 13), lines[9:13] + lines[5:9]), 3),
        (lambda lines: lines.__delitem__(slice(29, 33)), 8),
    ],
)
def test_that_a_tampered_file_is_found(
    repository: InMemoryRepository, tmp_path: Path, change: Callable[[Lines], object], broken: int
) -> None:
    export_judgments(repository, tmp_path / "a.csv")
    altered(tmp_path / "a.csv", change)
    found = verify_file(tmp_path / "a.csv", repository.judgments())
    assert found.broken == broken
    assert found.reason


HEADERS = {
    1: (
        "record_id,record_type,prev_hash,row_hash,timestamp,board_hash,station,operator,role,purpose,lot,work_order,"
        "board_side,item_id,serial,image_path,image_sha256,model_sha256,inspected_at,threshold,score,machine_result,"
        "regions,region_boxes,mm_per_px,verdict,false_call,defect_code,comment,review_seconds,corrects_record_id,"
        "app_version,region_judgments,region_no,x,y,w,h,region_score,region_verdict,region_defect_code,line_hash"
    ),
    2: (
        "record_id,record_type,prev_hash,row_hash,timestamp,board_hash,station,operator,role,purpose,lot,work_order,"
        "board_side,item_id,serial,image_path,image_sha256,model_sha256,inspected_at,threshold,doubtful_low,"
        "doubtful_high,score,machine_result,regions,region_boxes,mm_per_px,verdict,false_call,defect_code,comment,"
        "review_seconds,corrects_record_id,app_version,region_judgments,region_no,x,y,w,h,region_score,"
        "region_verdict,region_defect_code,line_hash"
    ),
    3: (
        "record_id,record_type,prev_hash,row_hash,timestamp,board_hash,station,operator,role,purpose,lot,work_order,"
        "board_side,item_id,serial,image_path,image_sha256,model_sha256,inspected_at,threshold,doubtful_low,"
        "doubtful_high,score,machine_result,regions,region_boxes,mm_per_px,verdict,false_call,defect_code,comment,"
        "review_seconds,reveal_order,corrects_record_id,app_version,region_judgments,region_no,x,y,w,h,region_score,"
        "region_verdict,region_defect_code,line_hash"
    ),
    4: (
        "record_id,record_type,prev_hash,row_hash,timestamp,board_hash,station,operator,role,purpose,lot,work_order,"
        "board_side,item_id,serial,image_path,image_sha256,model_sha256,inspected_at,threshold,doubtful_low,"
        "doubtful_high,score,machine_result,regions,region_boxes,mm_per_px,judgment,false_call,defect_code,comment,"
        "review_seconds,reveal_order,corrects_record_id,app_version,region_judgments,region_no,x,y,w,h,region_score,"
        "region_judgment,region_defect_code,product,model_name,cleared_by,ref_des,part_number,package,line_hash"
    ),
    5: (
        "record_id,record_type,prev_hash,row_hash,timestamp,board_hash,station,operator,role,purpose,lot,work_order,"
        "board_side,item_id,serial,image_path,image_sha256,model_sha256,inspected_at,threshold,doubtful_low,"
        "doubtful_high,score,machine_result,regions,region_boxes,mm_per_px,judgment,false_call,defect_code,comment,"
        "review_seconds,reveal_order,corrects_record_id,app_version,region_judgments,region_no,x,y,w,h,region_score,"
        "region_judgment,region_defect_code,product,model_name,cleared_by,ref_des,part_number,package,threshold_rule,"
        "line_hash"
    ),
    6: (
        "record_id,record_type,prev_hash,row_hash,timestamp,board_hash,station,operator,role,purpose,lot,work_order,"
        "board_side,item_id,serial,image_path,image_sha256,model_sha256,inspected_at,threshold,doubtful_low,"
        "doubtful_high,score,machine_result,regions,region_boxes,mm_per_px,judgment,false_call,defect_code,comment,"
        "review_seconds,reveal_order,corrects_record_id,app_version,region_judgments,region_no,x,y,w,h,region_score,"
        "region_judgment,region_defect_code,product,model_name,cleared_by,ref_des,part_number,package,threshold_rule,"
        "region_reasons,line_hash"
    ),
    7: (
        "record_id,record_type,prev_hash,row_hash,timestamp,board_hash,station,operator,role,purpose,lot,work_order,"
        "board_side,item_id,serial,image_path,image_sha256,model_sha256,inspected_at,threshold,doubtful_low,"
        "doubtful_high,score,machine_result,regions,region_boxes,mm_per_px,judgment,false_call,defect_code,comment,"
        "review_seconds,reveal_order,corrects_record_id,app_version,region_judgments,region_no,x,y,w,h,region_score,"
        "region_judgment,region_defect_code,product,model_name,cleared_by,ref_des,part_number,package,threshold_rule,"
        "region_reasons,client_id,line_hash"
    ),
}
"""Headers of the versions of the judgments file, as they were released."""


@pytest.mark.parametrize("version", HEADERS)
def test_that_files_of_every_version_are_verified(repository: InMemoryRepository, tmp_path: Path, version: int) -> None:
    export_judgments(repository, tmp_path / "new.csv")
    with (tmp_path / "new.csv").open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text))
    header, chain = HEADERS[version].split(","), ""
    present = {"verdict": "judgment", "region_verdict": "region_judgment"}
    lines = [header]
    for row in rows:
        cells = [row[present.get(name, name)] for name in header[:-1]]
        chain = line_hash(chain, cells)
        lines.append([*cells, chain])
    out = io.StringIO()
    csv.writer(out).writerows(lines)
    (tmp_path / "old.csv").write_bytes(out.getvalue().encode())
    found = verify_file(tmp_path / "old.csv", repository.judgments())
    assert (found.holds, found.records) == (True, 8)
    altered(tmp_path / "old.csv", lambda lines: lines[1].__setitem__(header.index(header[27]), "x"))
    assert verify_file(tmp_path / "old.csv").broken == 1


def test_that_the_newest_header_is_what_is_written(repository: InMemoryRepository, tmp_path: Path) -> None:
    export_judgments(repository, tmp_path / "a.csv")
    header = (tmp_path / "a.csv").read_text(encoding="utf-8").partition("\n")[0].strip()
    assert (header, CSV_VERSION) == (HEADERS[CSV_VERSION], max(HEADERS))


@pytest.mark.parametrize(
    ("change", "broken"),
    [
        (lambda kept: kept.__setitem__(3, replace(kept[3], operator="somebody")), 4),
        (lambda kept: kept.__setitem__(3, replace(kept[3], lot="other")), 4),
        (lambda kept: kept.pop(3), 5),
        (lambda kept: kept.insert(3, kept[2]), 3),
        (lambda kept: kept.reverse(), 8),
    ],
)
def test_that_tampered_records_are_found(
    repository: InMemoryRepository, change: Callable[[list[Judgment]], object], broken: int
) -> None:
    kept = list(repository.judgments())
    assert verify_records(kept).holds
    change(kept)
    assert verify_records(kept).broken == broken
