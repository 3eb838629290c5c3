"""A placement is kept with a bundle and in a workspace, changes no model, and names the regions of exports."""

from __future__ import annotations

import csv
import json
import shutil
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from engine.command_line import run
from engine.schema_check import violations
from locations import DEMO_BUNDLE, ROOT

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.placement import placement_in, set_placement
from vqganodip.bundles.records_file import RECORDS
from vqganodip.datasets.synthetic.part_list import placed_parts, placement_text
from vqganodip.datasets.synthetic.product import product
from vqganodip.errors import BundleError
from vqganodip.export.ipc_cfx import export_cfx
from vqganodip.export.jsonl import export_jsonl
from vqganodip.export.judgments_csv import export_judgments
from vqganodip.inspection.inspector import Inspected, Inspector
from vqganodip.placement.changes import changes_between
from vqganodip.placement.laying_on import At
from vqganodip.placement.parts import PlacedPart, Side
from vqganodip.placement.record import BoardParts, PlacementRecord
from vqganodip.placement.transforms import Kind
from vqganodip.review.judgments import JudgmentKind, RegionJudgment
from vqganodip.store.workspace import open_workspace, read_workspace
from vqganodip.testing import InMemoryRepository, sample_inspection, sample_judgment
from vqganodip.types import Box

SCALE = 10.0


def record(*parts: PlacedPart, **changes: Any) -> PlacementRecord:
    """A placement on the working grid of the sample inspections: ten pixels per millimetre, no offset."""
    grid = sample_inspection(1).grid
    kept = PlacementRecord(
        file="board.pos",
        file_sha256="0" * 64,
        form="KiCad",
        unit="mm",
        side=Side.TOP,
        grid=grid,
        kind=Kind.SIMILARITY,
        matrix=(SCALE, 0.0, 0.0, 0.0, -SCALE, float(grid[1])),
        points=(At("R1", 1.0, 2.0), At("R2", 30.0, 40.0)),
        residuals_mm=(0.0, 0.0),
        parts=parts,
        sizes=(("MODULE", 4.0, 3.0),),
    )
    return replace(kept, **changes)


def part_on(box: Box, name: str, package: str = "R0805") -> PlacedPart:
    """A part whose centre is that of a region."""
    height = sample_inspection(1).grid[1]
    x, y = (box.x0 + box.x1) / 2, (box.y0 + box.y1) / 2
    return PlacedPart(name, x / SCALE, (height - y) / SCALE, 0.0, Side.TOP, package, "10k", "RC0805-10K")


@pytest.fixture
def placed() -> PlacementRecord:
    first, second = (region.box for region in sample_inspection(1, regions=2).regions)
    return record(
        part_on(first, "R7"), part_on(second, "U3", "MODULE"), replace(part_on(first, "C1"), side=Side.BOTTOM)
    )


@pytest.fixture
def bundle(tmp_path: Path) -> Path:
    return Path(shutil.copytree(DEMO_BUNDLE, tmp_path / "gearbox"))


@pytest.fixture
def gearbox_file(tmp_path: Path) -> Path:
    path = tmp_path / "gearbox.pos"
    path.write_text(placement_text(product("gearbox")), encoding="utf-8")
    return path


def test_that_a_record_survives_json(placed: PlacementRecord) -> None:
    assert PlacementRecord.from_dict(json.loads(json.dumps(placed.to_dict()))) == placed


@pytest.mark.parametrize("spoil", [{"format": 2}, {"matrix": [1, 2]}, {"matrix": [0] * 6}, {"parts": [{"x": 1}]}])
def test_that_a_spoilt_record_is_refused(placed: PlacementRecord, spoil: dict[str, Any]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        PlacementRecord.from_dict(placed.to_dict() | spoil)


def test_that_a_placement_changes_neither_manifest_nor_identity(bundle: Path, placed: PlacementRecord) -> None:
    before, manifest = open_bundle(bundle), (bundle / "manifest.json").read_bytes()
    assert placement_in(bundle) is None
    set_placement(before, placed)
    after = open_bundle(bundle)
    assert (after.sha256, (bundle / "manifest.json").read_bytes()) == (before.sha256, manifest)
    assert placement_in(bundle) == placed
    set_placement(after, replace(placed, file="newer.pos"))
    assert placement_in(bundle) == replace(placed, file="newer.pos")
    assert len(list(bundle.glob("placement-*"))) == 1
    set_placement(after, None)
    assert placement_in(bundle) is None
    assert not list(bundle.glob("placement-*"))


def test_that_a_copy_of_the_bundle_takes_the_placement_along(bundle: Path, placed: PlacementRecord) -> None:
    set_placement(open_bundle(bundle), placed)
    copy = Path(shutil.copytree(bundle, bundle.with_name("copy")))
    assert placement_in(copy) == placed


@pytest.mark.parametrize("spoil", ["altered", "missing", "no json", "other place"])
def test_that_a_damaged_placement_is_refused_with_its_file(bundle: Path, placed: PlacementRecord, spoil: str) -> None:
    set_placement(open_bundle(bundle), placed)
    (file,) = bundle.glob("placement-*")
    listing = bundle / RECORDS
    if spoil == "altered":
        file.write_bytes(file.read_bytes().replace(b"R7", b"R8"))
    elif spoil == "missing":
        file.unlink()
    elif spoil == "no json":
        listing.write_text("{", encoding="utf-8")
    else:
        (bundle.parent / file.name).write_bytes(file.read_bytes())
        listing.write_text(listing.read_text().replace(file.name, f"../{file.name}"), encoding="utf-8")
    with pytest.raises(BundleError) as refused:
        placement_in(bundle)
    assert refused.value.code == "bundle-placement-unreadable"


def test_that_a_workspace_keeps_placements_in_its_chain(tmp_path: Path, placed: PlacementRecord) -> None:
    folder = tmp_path / "w"
    with open_workspace(folder) as workspace:
        kept = workspace.repository
        assert kept.placement("a" * 64) is None
        kept.put_placement("a" * 64, placed, "Ada")
        kept.put_placement("a" * 64, placed, "Ben")
        kept.put_placement("b" * 64, replace(placed, file="other.pos"), "Ada")
        assert kept.verify().holds
        entries = kept.verify().entries
    with read_workspace(folder) as workspace:
        assert workspace.repository.placement("a" * 64) == placed
        assert workspace.repository.placement("b" * 64) == replace(placed, file="other.pos")
        assert workspace.repository.placement("c" * 64) is None
    assert entries == 2, "the same placement again is no new entry"
    with open_workspace(folder) as workspace:
        workspace.repository.put_placement("a" * 64, None, "Ada")
        assert workspace.repository.placement("a" * 64) is None
        assert workspace.repository.verify().entries == 3
        assert workspace.repository.verify().holds


def test_that_regions_of_another_grid_have_no_part(placed: PlacementRecord) -> None:
    parts = BoardParts(placed)
    box = sample_inspection(1, regions=2).regions[0].box
    found = parts.at(box, placed.grid)
    assert found is not None
    assert found.ref_des == "R7"
    assert parts.at(box, (placed.grid[0] + 1, placed.grid[1])) is None
    assert parts.certain(box, placed.grid)
    assert not parts.certain(box, (placed.grid[0] + 1, placed.grid[1]))


def test_that_a_region_on_two_parts_is_certain_of_neither(placed: PlacementRecord) -> None:
    box = sample_inspection(1, regions=2).regions[0].box
    crowded = BoardParts(replace(placed, parts=(*placed.parts, part_on(box, "R8"))))
    assert crowded.at(box, placed.grid) is not None
    assert not crowded.certain(box, placed.grid)


@pytest.fixture
def repository(placed: PlacementRecord) -> InMemoryRepository:
    """A board with two regions of the machine and one that a person drew away from all parts."""
    kept = InMemoryRepository()
    inspection = sample_inspection(1, regions=2)
    item = kept.add_inspection(replace(inspection, mm_per_px=0.1), "S1")
    drawn = RegionJudgment(Box(0, 0, 3, 3), JudgmentKind.NG, "Tombstone")
    kept.add_judgment(replace(sample_judgment(item.item_id, JudgmentKind.NG), regions=(drawn,)))
    kept.put_placement(inspection.bundle_sha256, replace(placed, nearest_mm=0.0))
    return kept


def test_that_exported_regions_carry_their_parts(repository: InMemoryRepository, tmp_path: Path) -> None:
    out = tmp_path / "j.csv"
    export_judgments(repository, out)
    rows = list(csv.DictReader(out.read_text(encoding="utf-8").splitlines()))
    named = [(row["region_no"], row["ref_des"], row["package"], row["part_number"]) for row in rows]
    assert named == [
        ("", "", "", ""),
        ("1", "R7", "R0805", "RC0805-10K"),
        ("2", "U3", "MODULE", "RC0805-10K"),
        ("3", "", "", ""),
    ]
    lines = tmp_path / "j.jsonl"
    export_jsonl(repository, lines)
    regions = json.loads(lines.read_text(encoding="utf-8"))["region_rows"]
    assert [region["ref_des"] for region in regions] == ["R7", "U3", None]


@pytest.mark.parametrize("state", ["placed", "damaged", "without"])
def test_that_inspected_regions_carry_their_parts(
    bundle: Path,
    placed: PlacementRecord,
    state: str,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    if state != "without":
        set_placement(open_bundle(bundle), placed)
    if state == "damaged":
        (bundle / RECORDS).write_text("{", encoding="utf-8")
    inspection = sample_inspection(1, regions=2)
    seen = Inspected(inspection, None)  # type: ignore[arg-type]
    monkeypatch.setattr(Inspector, "inspect", lambda _self, _path: iter([seen]))
    picture = tmp_path / "board.png"
    picture.touch()
    damaged = state == "damaged"  # it may have held the sensitivity of parts: no board is judged without that
    assert run("inspect", picture, "--bundle", bundle) == int(damaged)
    out, err = capsys.readouterr()
    assert (RECORDS in err) is damaged
    if damaged:
        return
    regions = json.loads(out)["regions"]
    expected = ["R7", "U3"] if state == "placed" else ["", ""]
    assert [region["ref_des"] for region in regions] == expected
    assert all(reason["ref_des"] in ("", region["ref_des"]) for region in regions for reason in region["reasons"])


def test_that_cfx_names_the_components_and_keeps_to_the_schema(repository: InMemoryRepository, tmp_path: Path) -> None:
    out = tmp_path / "j.cfx.json"
    export_cfx(repository, out)
    message = json.loads(out.read_text(encoding="utf-8"))
    schema = json.loads((ROOT / "resources/schemas/cfx-units-inspected.schema.json").read_text(encoding="utf-8"))
    assert list(violations(message, schema)) == []
    defects = message["MessageBody"]["InspectedUnits"][0]["Inspections"][0]["DefectsFound"]
    parts = [defect["ComponentOfInterest"] for defect in defects]
    assert [part and (part["ReferenceDesignator"], part["PartNumber"]) for part in parts] == [
        ("R7", "RC0805-10K"),
        ("U3", "RC0805-10K"),
        None,
    ]


def test_that_changes_are_listed_by_part() -> None:
    before = record(
        PlacedPart("R1", 10, 10, 0, Side.TOP, "R0603", "10k"),
        PlacedPart("R2", 20, 10, 0, Side.TOP, "R0603", "10k"),
        PlacedPart("R3", 30, 10, 90, Side.TOP, "R0603", "10k"),
        PlacedPart("R4", 40, 10, 0, Side.TOP, "R0603", "10k"),
    )
    after = record(
        PlacedPart("R1", 10, 10, 0, Side.TOP, "R0805", "22k"),
        PlacedPart("R2", 20.5, 10, 0, Side.TOP, "R0603", "10k"),
        PlacedPart("R3", 30, 10, 270, Side.TOP, "R0603", "10k", fitted=False),
        PlacedPart("C9", 50, 10, 0, Side.TOP, "C0603", "1u"),
    )
    found = [(change.ref_des, change.what, change.before, change.after) for change in changes_between(before, after)]
    assert found == [
        ("R4", "removed", "R0603 10k", ""),
        ("R1", "package", "R0603", "R0805"),
        ("R1", "value", "10k", "22k"),
        ("R2", "moved", "", "0.50 mm"),
        ("R3", "fitted", "yes", "no"),
        ("R3", "turned", "90°", "270°"),
        ("C9", "added", "", "C0603 1u"),
    ]


def test_that_another_origin_is_no_change() -> None:
    before = record(PlacedPart("R1", 10, 10, 0, Side.TOP, "R0603"))
    (a, b, c, d, e, f) = before.matrix
    moved = record(
        PlacedPart("R1", 60, -20, 0, Side.TOP, "R0603"),
        matrix=(a, b, c - 50 * a - 30 * b * -1, d, e, f - 50 * d + 30 * e),
    )
    assert changes_between(before, moved) == ()


def test_that_the_verb_lays_a_file_on_the_bundle_by_its_fiducials(
    bundle: Path, gearbox_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    before = open_bundle(bundle).sha256
    picture = tmp_path / "parts.png"
    assert run("parts", bundle, "--placement", gearbox_file, "--picture", picture) == 0
    said = capsys.readouterr().out
    assert "139 parts on the top" in said
    assert "similarity, residual 0.0" in said
    assert picture.stat().st_size > 10_000
    assert open_bundle(bundle).sha256 == before
    assert run("parts", bundle, "--json") == 0
    values = json.loads(capsys.readouterr().out)
    assert values["placement"]["residual_mm"] < 0.1
    assert values["without_picture"] == []
    assert values["mm_per_px"] == pytest.approx(100 / 1024, rel=0.01)
    assert run("parts", bundle, "--remove") == 0
    assert "removed" in capsys.readouterr().out


def test_that_the_verb_shows_what_a_second_file_changes(
    bundle: Path, gearbox_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("parts", bundle, "--placement", gearbox_file) == 0
    text = gearbox_file.read_text(encoding="utf-8").replace("R1        472", "R1        DNP")
    gearbox_file.write_text(text, encoding="utf-8")
    capsys.readouterr()
    assert run("parts", bundle, "--placement", gearbox_file) == 0
    said = capsys.readouterr().out
    assert "Not fitted: 1: R1" in said
    assert "R1 value 472 → DNP" in said
    assert "R1 fitted yes → no" in said


def test_that_points_on_the_command_line_lay_it_on(
    bundle: Path, gearbox_file: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    assert run("parts", bundle, "--placement", gearbox_file) == 0
    kept = placement_in(bundle)
    assert kept is not None
    capsys.readouterr()
    laid = {one.part.ref_des: one for one in kept.laid()}
    points = [
        word for name in ("C1", "R15", "U1") for word in ("--at", f"{name}={laid[name].x:.1f},{laid[name].y:.1f}")
    ]
    assert run("parts", bundle, "--placement", gearbox_file, *points) == 0
    assert "Laid on by C1 0.0" in capsys.readouterr().out
    wrong = ["--at", "C1=10,10", "--at", "R15=900,900", "--at", "U1=300,20"]
    assert run("parts", bundle, "--placement", gearbox_file, *wrong) == 1
    said = capsys.readouterr().err
    assert said.count("\n") == 1
    assert "residual" in said


def test_that_the_verb_records_a_placement_in_a_workspace(
    bundle: Path, gearbox_file: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    folder = tmp_path / "w"
    with open_workspace(folder):
        pass
    assert run("parts", folder, "--placement", gearbox_file, "--operator", "Ada") == 1
    assert "--bundle" in capsys.readouterr().err
    assert run("parts", folder, "--placement", gearbox_file, "--bundle", bundle) == 2
    assert "--operator" in capsys.readouterr().err
    assert run("parts", folder, "--placement", gearbox_file, "--bundle", bundle, "--operator", "Ada") == 0
    with read_workspace(folder) as workspace:
        kept = workspace.repository.placement(open_bundle(bundle).sha256)
        assert workspace.repository.verify().holds
    assert kept is not None
    assert len(kept.parts) == len(placed_parts(product("gearbox")))
    assert placement_in(bundle) is None
