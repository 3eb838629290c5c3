"""JSON Lines and IPC-CFX: what they say, that they keep to the schema, and that twice is the same."""

from __future__ import annotations

import csv
import json
from dataclasses import replace
from datetime import timedelta
from pathlib import Path
from typing import Any

import jsonschema
import pytest
from engine.schema_check import violations
from locations import ROOT

from vqganodip.cli.main import main
from vqganodip.errors import ExportError, ReviewError
from vqganodip.export.columns import REGION_COLUMNS
from vqganodip.export.formats import FORMATS, format_of
from vqganodip.export.ipc_cfx import CATEGORIES, envelope, export_cfx
from vqganodip.export.jsonl import export_jsonl
from vqganodip.export.judgments_csv import CSV_COLUMNS, RecordFilter, unguarded
from vqganodip.review.judgments import JudgmentKind, Purpose, RegionJudgment
from vqganodip.store.workspace import open_workspace
from vqganodip.testing import SAMPLE_TIME, InMemoryRepository, sample_inspection, sample_judgment
from vqganodip.types import Box

SCHEMA = json.loads((ROOT / "resources/schemas/cfx-units-inspected.schema.json").read_text(encoding="utf-8"))
HOSTILE = ["=1+1", '"', "a,b\r\nc\n", "שלום عربى", "\u2028", "'", "😀", "x" * 10_000, "\t", "null"]


@pytest.fixture
def repository() -> InMemoryRepository:
    """Every judgment, flagged and passed boards, regions judged and drawn, blind ones, a correction, hostile texts."""
    kept = InMemoryRepository()
    kinds = [JudgmentKind.NG, JudgmentKind.FALSE_CALL, JudgmentKind.OK, JudgmentKind.DOUBTFUL]
    for number, text in enumerate(HOSTILE, start=1):
        inspection = sample_inspection(number, score=0.2 if number == 3 else 0.83, regions=0 if number == 3 else 2)
        item = kept.add_inspection(replace(inspection, mm_per_px=None if number == 4 else 0.1), text)
        kind = kinds[(number - 1) % 4]
        regions = () if number == 3 else (RegionJudgment(inspection.regions[0].box, JudgmentKind.OK),)
        if number == 1:
            regions = (
                RegionJudgment(inspection.regions[1].box, JudgmentKind.NG, "Tombstone"),
                RegionJudgment(Box(1, 2, 9, 12), JudgmentKind.NG, "own code"),
            )
        said = replace(
            sample_judgment(item.item_id, kind), comment=text, lot="even" if number % 2 == 0 else "odd",
            operator="A" if number < 6 else "B", judged_at=SAMPLE_TIME + timedelta(days=number), regions=regions,
        )  # fmt: skip
        kept.add_judgment(said)
    kept.add_judgment(replace(sample_judgment(1), operator="C", purpose=Purpose.SECOND))
    kept.add_judgment(replace(sample_judgment(1), operator="C", purpose=Purpose.PROBE))
    kept.add_judgment(replace(sample_judgment(2, JudgmentKind.WITHDRAWN, corrects=2), operator="A"))
    return kept


def lines_of(file: Path) -> list[dict[str, Any]]:
    return [json.loads(line) for line in file.read_text(encoding="utf-8").split("\n") if line]


def test_that_every_message_keeps_to_the_schema(repository: InMemoryRepository, tmp_path: Path) -> None:
    assert export_cfx(repository, tmp_path / "a.cfx.json") == len(HOSTILE) + 1
    messages = lines_of(tmp_path / "a.cfx.json")
    assert len(messages) == len(HOSTILE) + 1  # blind judgments are not the board's
    for message in messages:
        assert violations(message, SCHEMA) == []
    assert len({message["UniqueID"] for message in messages}) == len(messages)
    units = [message["MessageBody"]["InspectedUnits"][0] for message in messages]
    assert [unit["UnitIdentifier"] for unit in units[:-1]] == HOSTILE
    assert [(unit["OverallResult"], unit["Verification"]) for unit in units[:4]] == [
        ("Failed", "DefectConfirmed"),
        ("Failed", "DefectRejected"),
        ("Passed", "NotVerifiedYet"),
        ("Failed", "NotVerifiedYet"),
    ]
    assert (units[6]["OverallResult"], units[6]["Verification"]) == ("Failed", "DefectAccepted")
    assert units[-1]["Verification"] == "NotVerifiedYet"
    first = units[0]["Inspections"][0]["DefectsFound"]
    assert [(d["DefectCode"], d["DefectCategory"], d["Verification"]) for d in first] == [
        (None, None, "NotVerifiedYet"),  # not the region that was judged NG
        ("Tombstone", "Tombstone", "DefectConfirmed"),
        ("own code", None, "DefectConfirmed"),
    ]
    outline = first[2]["RegionOfInterest"]
    assert (outline["StartPointX"], outline["StartPointY"]) == (0.1, 0.2)
    assert outline["RegionSegments"][1] == {"X": 0.9, "Y": 1.2}
    assert units[3]["Inspections"][0]["DefectsFound"][0]["RegionOfInterest"] is None  # the scale is not known


def test_that_the_schema_refuses_what_is_no_message(repository: InMemoryRepository) -> None:
    from vqganodip.export.judgments_csv import records_of

    message = envelope(next(records_of(repository, RecordFilter())))
    body: Any = message["MessageBody"]
    for changed in (
        message | {"MessageName": "CFX.Heartbeat"},
        message | {"Extra": 1},
        {name: part for name, part in message.items() if name != "UniqueID"},
        message | {"MessageBody": body | {"InspectedUnits": []}},
        message | {"MessageBody": body | {"InspectionMethod": "Eyes"}},
        message | {"TimeStamp": "yesterday"},
    ):
        assert violations(changed, SCHEMA)
    assert set(SCHEMA["$defs"]["Defect"]["properties"]["DefectCategory"]["enum"]) == CATEGORIES | {None}


def test_that_a_validator_from_elsewhere_agrees(repository: InMemoryRepository, tmp_path: Path) -> None:
    export_cfx(repository, tmp_path / "a.cfx.json")
    validator = jsonschema.Draft202012Validator(SCHEMA)
    jsonschema.Draft202012Validator.check_schema(SCHEMA)
    for message in lines_of(tmp_path / "a.cfx.json"):
        validator.validate(message)


def test_that_json_lines_say_what_the_csv_says(repository: InMemoryRepository, tmp_path: Path) -> None:
    assert export_jsonl(repository, tmp_path / "a.jsonl") == len(HOSTILE) + 3
    found = lines_of(tmp_path / "a.jsonl")
    FORMATS[0].write(repository, tmp_path / "a.csv")
    with (tmp_path / "a.csv").open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text, strict=True))
    boards = [row for row in rows if not row["region_no"]]
    assert len(boards) == len(found)
    for row, line in zip(boards, found, strict=True):
        for column in CSV_COLUMNS:
            if column.name in line:
                value, cell = line[column.name], row[column.name]
                assert cell == ("" if value is None else repr(value)) if not isinstance(value, str) else True
                assert not isinstance(value, str) or unguarded(cell) == value
    regions = [row for row in rows if row["region_no"]]
    flat = [region for line in found for region in line["region_rows"]]
    assert [[str(r["x"]), str(r["region_judgment"])] for r in flat] == [[r["x"], r["region_judgment"]] for r in regions]
    assert set(flat[0]) == set(REGION_COLUMNS)
    assert [line["comment"] for line in found[: len(HOSTILE)]] == HOSTILE


def test_that_a_defect_whose_place_was_not_said_is_no_region(repository: InMemoryRepository, tmp_path: Path) -> None:
    export_cfx(repository, tmp_path / "a.cfx.json")
    unit = lines_of(tmp_path / "a.cfx.json")[4]["MessageBody"]["InspectedUnits"][0]
    defects = unit["Inspections"][0]["DefectsFound"]
    assert [(d["DefectCode"], d["Verification"]) for d in defects] == [
        (None, "DefectAccepted"),  # judged OK by itself
        (None, "NotVerifiedYet"),
        ("Short", "DefectConfirmed"),
    ]
    assert defects[2]["RegionOfInterest"] is None
    assert "place not said" in defects[2]["Description"]


def test_that_one_row_per_board_sums_up_its_regions(repository: InMemoryRepository, tmp_path: Path) -> None:
    out = tmp_path / "a.boards.csv"
    assert format_of(out).write(repository, out) == len(HOSTILE) - 1  # one was withdrawn
    with out.open(encoding="utf-8", newline="") as text:
        rows = list(csv.DictReader(text, strict=True))
    assert [row["item_id"] for row in rows] == ["1", *map(str, range(3, len(HOSTILE) + 1))]
    new = ["judged_regions", "defect_regions", "defect_boxes", "false_call_regions", "defect_place"]
    assert list(rows[0])[-5:] == new
    assert list(rows[0])[:-5] == [column.name for column in CSV_COLUMNS if not column.of_region]
    box = repository.item(1).inspection.regions[1].box
    boxes = f"{box.x0} {box.y0} {box.width} {box.height}; 1 2 8 10"
    assert [rows[0][name] for name in new] == ["2", "2", boxes, "0", "said"]
    assert [rows[3][name] for name in new] == ["1", "0", "", "0", "not said"]
    assert [rows[1][name] for name in new] == ["0", "0", "", "0", ""]


@pytest.mark.parametrize("form", FORMATS, ids=[form.name for form in FORMATS])
def test_that_twice_is_the_same_and_filters_hold(repository: InMemoryRepository, tmp_path: Path, form: Any) -> None:
    for name in ("a", "b"):
        form.write(repository, tmp_path / f"{name}{form.ending}")
    assert (tmp_path / f"a{form.ending}").read_bytes() == (tmp_path / f"b{form.ending}").read_bytes()
    out = tmp_path / f"c{form.ending}"
    assert form.write(repository, out, RecordFilter(lot="even", operator="B")) == 3
    assert form.write(repository, out, RecordFilter(since=SAMPLE_TIME + timedelta(days=9))) == 2
    assert (
        form.write(repository, out, RecordFilter(until=SAMPLE_TIME + timedelta(days=2), operator="A", lot="odd")) == 1
    )
    assert format_of(out) is form
    before = out.read_bytes()
    with pytest.raises(ReviewError, match="may not export"):
        form.write(repository, out, role="operator")
    assert out.read_bytes() == before


def test_that_an_ending_without_a_format_is_refused() -> None:
    with pytest.raises(ExportError, match=r"\.cfx\.json"):
        format_of(Path("x.xlsx"))


def test_that_the_command_line_writes_all_formats(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    with open_workspace(tmp_path / "ws") as workspace:
        workspace.repository.add_inspection(sample_inspection(1), "SN 1")
        workspace.repository.add_judgment(sample_judgment(1))
    for arguments in (["--out", str(tmp_path / "a.jsonl")], ["--out", str(tmp_path / "a.txt"), "--format", "cfx"]):
        with pytest.raises(SystemExit) as end:
            main(["export", "--workspace", str(tmp_path / "ws"), *arguments])
        assert end.value.code in (0, None)
    assert len(lines_of(tmp_path / "a.jsonl")) == len(lines_of(tmp_path / "a.txt")) == 1
    for arguments, code in ((["--out", "x.xlsx"], 1), (["--out", "x", "--format", "xml"], 2)):
        with pytest.raises(SystemExit) as end:
            main(["export", "--workspace", str(tmp_path / "ws"), *arguments])
        assert end.value.code == code
    assert "1 record written" in capsys.readouterr().out
