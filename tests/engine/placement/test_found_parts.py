"""Parts without a placement file: found on the picture, numbered in reading order, named and merged by hand."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from engine.command_line import run
from locations import DEMO_BUNDLE

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.placement import found_placement, pictured_board, placement_in, set_placement
from vqganodip.datasets.synthetic.part_list import placement_text
from vqganodip.datasets.synthetic.product import product
from vqganodip.errors import DatasetError
from vqganodip.placement.fiducials import lay_on_fiducials
from vqganodip.placement.found_parts import ASSUMED_MM, merge_parts, number_parts, rename_part
from vqganodip.placement.laid_parts import LaidPart, lay_parts
from vqganodip.placement.reading import read_placement
from vqganodip.placement.record import BoardParts, PlacementRecord
from vqganodip.types import Box

GRID = (200, 100)
BOXES = (Box(150, 12, 170, 20), Box(20, 10, 40, 22), Box(24, 12, 28, 20), Box(30, 60, 50, 80), Box(90, 62, 96, 70))


@pytest.fixture
def found() -> PlacementRecord:
    return number_parts(BOXES, GRID, 0.1)


def test_that_parts_are_numbered_in_reading_order_without_details(found: PlacementRecord) -> None:
    boxes = {one.part.ref_des: one.box for one in found.laid()}
    assert boxes == {"P1": BOXES[1], "P2": BOXES[0], "P3": BOXES[3], "P4": BOXES[4]}
    assert found.found
    assert found.laid()[0].known


def test_that_regions_carry_the_number_of_their_part(found: PlacementRecord) -> None:
    parts = BoardParts(found)
    at = parts.at(Box(32, 55, 45, 70), GRID)
    assert at is not None
    assert at.ref_des == "P3"
    assert parts.at(Box(180, 80, 190, 90), GRID) is None


def test_that_an_unknown_scale_is_assumed_and_said() -> None:
    found = number_parts(BOXES, GRID, None)
    assert found.transform.px_per_mm == pytest.approx(GRID[0] / ASSUMED_MM)
    assert {note.code for note in found.notes} == {"parts-note-found", "parts-note-found-scale"}
    assert [one.box for one in found.laid()] == [BOXES[1], BOXES[0], BOXES[3], BOXES[4]]


def test_that_a_part_is_renamed_and_the_record_survives_json(found: PlacementRecord) -> None:
    named = rename_part(found, "p3", "U7", package="QFP-64", part_number="42")
    part = next(part for part in named.parts if part.ref_des == "U7")
    assert (part.package, part.part_number, part.size) == ("QFP-64", "42", (2.0, 2.0))
    assert PlacementRecord.from_dict(json.loads(json.dumps(named.to_dict()))) == named


def test_that_merged_parts_cover_all_outlines_at_the_place_of_the_first(found: PlacementRecord) -> None:
    merged = merge_parts(found, "J1", ("P3", "P4"))
    assert [part.ref_des for part in merged.parts] == ["P1", "P2", "J1"]
    assert merged.laid()[2].box == Box(30, 60, 96, 80)
    assert [part.ref_des for part in merge_parts(found, "", ("P2", "P1")).parts] == ["P2", "P3", "P4"]


@pytest.mark.parametrize(
    ("act", "code"),
    [
        (lambda r: rename_part(r, "P9", "U1"), "parts-unknown"),
        (lambda r: rename_part(r, "P1", " "), "parts-name-empty"),
        (lambda r: rename_part(r, "P1", "p2"), "parts-name-taken"),
        (lambda r: merge_parts(r, "U1", ("P1", "P1")), "parts-merge-few"),
        (lambda r: merge_parts(r, "P3", ("P1", "P2")), "parts-name-taken"),
        (lambda _r: number_parts((), GRID, 0.1), "parts-none-found"),
    ],
)
def test_that_what_cannot_be_is_refused(found: PlacementRecord, act: object, code: str) -> None:
    with pytest.raises(DatasetError) as refused:
        act(found)  # type: ignore[operator]
    assert refused.value.code == code


def test_that_a_placement_file_keeps_the_values_of_earlier_versions(found: PlacementRecord) -> None:
    plain = rename_part(found, "P1", "U1").to_dict()
    assert all("size" in part for part in plain["parts"])
    part = dict(plain["parts"][0])
    del part["size"]
    old = plain | {"file": "board.pos", "parts": [part]}
    assert PlacementRecord.from_dict(old).to_dict() == old


def test_that_chips_of_the_shipped_product_are_found(tmp_path: Path) -> None:
    bundle = open_bundle(DEMO_BUNDLE)
    board, found = pictured_board(bundle), found_placement(bundle)
    file = tmp_path / "gearbox.pos"
    file.write_text(placement_text(product("gearbox")), encoding="utf-8")
    laid = lay_on_fiducials(read_placement(file), board.pixels, board.spread, mm_per_px=board.mm_per_px)
    chips = [one for one in lay_parts(laid.parts, laid.transform) if one.part.ref_des[0] in "RC"]
    parts = BoardParts(found)
    named = [parts.at(_middle(one), board.grid) for one in chips]
    assert None not in named
    assert len({part.ref_des for part in named if part is not None}) > len(chips) / 2  # chips in a row may be one


def _middle(part: LaidPart) -> Box:
    x, y = round(part.x), round(part.y)
    return Box(x - 1, y - 1, x + 2, y + 2)


def test_that_the_verb_finds_names_and_merges_parts(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    bundle = Path(shutil.copytree(DEMO_BUNDLE, tmp_path / "gearbox"))
    assert run("parts", bundle, "--rename", "P1=U1") == 1
    assert "no placement whose parts" in capsys.readouterr().err
    assert run("parts", bundle, "--find", "--merge", "J1=P1,P2", "--rename", "P3=U7") == 0
    assert "Found on the picture" in capsys.readouterr().out
    kept = placement_in(bundle)
    assert kept is not None
    assert [part.ref_des for part in kept.parts][:3] == ["J1", "U7", "P4"]
    assert run("parts", bundle, "--rename", "U7=R7", "--json", tmp_path / "out.json") == 0
    again = placement_in(bundle)
    assert again is not None
    assert again.parts[1].ref_des == "R7"
    set_placement(open_bundle(bundle), None)
    assert run("parts", bundle, "--find", "--remove") == 2
    assert run("parts", bundle, "--find", "--merge", "J1") == 2
