"""Parts are compared with what varies from board to board; fiducials are found on the picture."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import cv2
import numpy as np
import pytest

from vqganodip.datasets.synthetic.defects import DefectKind
from vqganodip.datasets.synthetic.part_list import placed_parts, placement_text
from vqganodip.datasets.synthetic.product import product
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.errors import DatasetError
from vqganodip.placement.evidence import compare
from vqganodip.placement.fiducials import lay_on_fiducials
from vqganodip.placement.laid_parts import lay_parts
from vqganodip.placement.naming import NEAREST_MM, part_at
from vqganodip.placement.parts import PlacementList, Side, Unit
from vqganodip.placement.reading import read_placement
from vqganodip.placement.transforms import Kind, Transform
from vqganodip.types import Box, Image, Map

NAME, SIZE = "gearbox", 512
BOARD = product(NAME)
SCALE = SIZE / BOARD.field_mm
TRUE = Transform(
    Kind.SIMILARITY,
    np.array([[SCALE, 0, SCALE * BOARD.outline[0] - 0.5], [0, -SCALE, SCALE * BOARD.outline[3] - 0.5]]),
)


@pytest.fixture(scope="module")
def boards() -> tuple[Image, Map]:
    """Average and spread of normal boards, registered by their true transforms."""
    pictures = []
    for seed in range(6):
        board = render_board(NAME, seed, size=SIZE)
        flags = cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP
        pictures.append(cv2.warpAffine(board.image, board.transform, (SIZE, SIZE), flags=flags).astype(np.float32))
    spread = np.maximum(np.std(pictures, axis=0).mean(axis=2), 0.2).astype(np.float32)
    return np.rint(np.mean(pictures, axis=0)).astype(np.uint8), spread


@pytest.fixture
def placement(tmp_path: Path) -> PlacementList:
    path = tmp_path / "placement.pos"
    path.write_text(placement_text(BOARD), encoding="utf-8")
    return read_placement(path)


def test_that_the_written_placement_is_read_back(placement: PlacementList) -> None:
    written = {part.ref_des: part for part in placed_parts(BOARD)}
    assert placement.form == "KiCad"
    assert not placement.notes
    assert {part.ref_des for part in placement.parts} == set(written)
    for part in placement.parts:
        same = written[part.ref_des]
        assert (part.x, part.y, part.rotation) == pytest.approx((same.x, same.y, same.rotation), abs=1e-4)
        assert part.package == same.package
        assert part.fiducial == part.ref_des.startswith("FID")


def test_that_outlines_of_rendered_parts_are_known_and_cover_the_parts() -> None:
    laid = lay_parts([part for part in placed_parts(BOARD) if not part.fiducial], TRUE)
    assert all(part.known for part in laid)
    for part, drawn in zip(laid, BOARD.parts, strict=True):
        half_u, half_v = drawn.kind.length / 2, drawn.kind.width / 2
        if drawn.rotation % 180:
            half_u, half_v = half_v, half_u
        body = (drawn.x - half_u, drawn.y - half_v, drawn.x + half_u, drawn.y + half_v)
        shown = [(v + 0.5) / SCALE for v in (part.box.x0, part.box.y0, part.box.x1, part.box.y1)]
        assert np.allclose(shown[:2], body[:2], atol=2.6), part.part
        assert shown[0] < body[0] + 0.5
        assert shown[1] < body[1] + 0.5
        assert shown[2] > body[2] - 0.5
        assert shown[3] > body[3] - 0.5


def test_that_the_fiducials_lay_the_placement_on(placement: PlacementList, boards: tuple[Image, Map]) -> None:
    laid = lay_on_fiducials(placement, *boards)
    places = np.array([(part.x, part.y) for part in placement.parts])
    errors = np.hypot(*(laid.transform.apply(places) - TRUE.apply(places)).T) / SCALE
    assert errors.max() < 0.1
    assert laid.residual_mm < 0.1


def test_that_the_fiducials_tell_a_turned_and_mirrored_file(
    placement: PlacementList, boards: tuple[Image, Map]
) -> None:
    parts = tuple(replace(part, x=part.y + 7, y=part.x - 3) for part in placement.parts)
    laid = lay_on_fiducials(replace(placement, parts=parts), *boards)
    assert laid.transform.mirrored
    places = np.array([(part.x, part.y) for part in placement.parts])
    found = laid.transform.apply(np.array([(part.x, part.y) for part in laid.placement.parts]))
    assert (np.hypot(*(found - TRUE.apply(places)).T) / SCALE).max() < 0.1


def test_that_a_placement_of_another_board_is_refused(boards: tuple[Image, Map]) -> None:
    other = PlacementList("other.pos", "KiCad", Unit.MM, True, placed_parts(product("inverter")))
    with pytest.raises(DatasetError) as refused:
        lay_on_fiducials(other, *boards)
    assert refused.value.code == "parts-fiducials-not-found"


def test_that_a_file_without_fiducials_asks_for_points(placement: PlacementList, boards: tuple[Image, Map]) -> None:
    parts = tuple(part for part in placement.parts if not part.fiducial)
    with pytest.raises(DatasetError) as refused:
        lay_on_fiducials(replace(placement, parts=parts), *boards)
    assert refused.value.code == "parts-fiducials-few"
    assert "--at" in refused.value.todo


@pytest.mark.parametrize("kind", [DefectKind.MISSING, DefectKind.BRIDGE, DefectKind.EXCESS, DefectKind.POLARITY])
def test_that_a_defect_gets_the_name_of_the_part_that_the_renderer_changed(kind: DefectKind) -> None:
    board = render_board(NAME, 41, size=SIZE, defects=(kind,), severity=(0.5, 1.0))
    (defect,) = board.defects
    corners = np.array([(defect.box.x0, defect.box.y0, 1.0), (defect.box.x1, defect.box.y1, 1.0)])
    inverse = np.linalg.inv(np.vstack([board.transform, [0, 0, 1]]))
    x, y = np.rint((corners @ inverse.T)[:, :2].T).astype(int)
    region = Box(int(x.min()), int(y.min()), int(x.max()), int(y.max()))
    parts = lay_parts([part for part in placed_parts(BOARD) if not part.fiducial], TRUE)
    found = part_at(region, parts, NEAREST_MM * SCALE)
    assert found is not None
    assert defect.ref_des in {part.ref for part in BOARD.parts}
    assert found.part.ref_des == defect.ref_des


def test_that_a_defect_of_the_bare_board_names_no_part() -> None:
    board = render_board(NAME, 41, size=SIZE, defects=(DefectKind.SCRATCH,), severity=(0.5, 1.0))
    assert board.defects[0].ref_des == ""


def test_that_every_part_is_seen_where_boards_vary(placement: PlacementList, boards: tuple[Image, Map]) -> None:
    compared = compare(lay_parts(placement.parts, TRUE), boards[1], SCALE)
    assert not compared.outside
    assert len(compared.unseen) <= 2


def test_that_a_part_on_the_bare_board_is_listed(placement: PlacementList, boards: tuple[Image, Map]) -> None:
    moved = replace(placement.parts[0], ref_des="R999", x=68.0, y=3.2, package="R0402", side=Side.TOP)
    away = replace(moved, ref_des="R998", x=500.0)
    compared = compare(lay_parts((*placement.parts, moved, away), TRUE), boards[1], SCALE)
    assert "R999" in {part.part.ref_des for part in compared.unseen}
    assert [part.part.ref_des for part in compared.outside] == ["R998"]


def test_that_a_part_that_the_file_lacks_is_listed(placement: PlacementList, boards: tuple[Image, Map]) -> None:
    lacking = tuple(part for part in placement.parts if part.ref_des != "U2")
    (hidden,) = lay_parts([part for part in placement.parts if part.ref_des == "U2"], TRUE)
    before = compare(lay_parts(placement.parts, TRUE), boards[1], SCALE)
    after = compare(lay_parts(lacking, TRUE), boards[1], SCALE)
    new = set(after.unlisted) - set(before.unlisted)
    assert any(box.touches(hidden.box) for box in new)
