"""A placement is laid on a picture by points; mirrored, turned and wrongly scaled files are recognised or refused."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest

from vqganodip.datasets.synthetic.part_list import placed_parts
from vqganodip.datasets.synthetic.product import product
from vqganodip.errors import DatasetError
from vqganodip.placement.laid_parts import lay_parts
from vqganodip.placement.laying_on import At, LaidOn, lay_on
from vqganodip.placement.parts import PlacementList, Side, Unit
from vqganodip.placement.transforms import Kind, Transform, fit_affine, fit_similarity
from vqganodip.types import FloatArray, Map

BOARD = product("gearbox")
SCALE = 10.24
TRUE = Transform(
    Kind.SIMILARITY,
    np.array([[SCALE, 0, SCALE * BOARD.outline[0] - 0.5], [0, -SCALE, SCALE * BOARD.outline[3] - 0.5]]),
)
CORNERS = ("FID1", "FID2", "FID3", "J3")


def listed(change: FloatArray | None = None, *, factor: float = 1.0, side: Side = Side.TOP) -> PlacementList:
    """The placement of the product, its coordinates changed by a 2×2 matrix."""
    matrix = np.eye(2) if change is None else change
    parts = []
    for part in placed_parts(BOARD):
        x, y = matrix @ (part.x, part.y) * factor
        parts.append(replace(part, x=float(x), y=float(y), side=side))
    return PlacementList("board.pos", "KiCad", Unit.MM, True, tuple(parts))


def at(*names: str, off: dict[str, tuple[float, float]] | None = None) -> list[At]:
    parts = {part.ref_des: part for part in placed_parts(BOARD)}
    found = []
    for name in names:
        ((x, y),) = TRUE.apply(np.array([[parts[name].x, parts[name].y]]))
        dx, dy = (off or {}).get(name, (0.0, 0.0))
        found.append(At(name, float(x + dx), float(y + dy)))
    return found


def errors_mm(laid: LaidOn) -> FloatArray:
    """Distances in millimetres of all part centres from where they truly are."""
    true = TRUE.apply(np.array([(part.x, part.y) for part in placed_parts(BOARD)]))
    found = laid.transform.apply(np.array([(part.x, part.y) for part in laid.placement.parts]))
    return np.hypot(*(found - true).T) / SCALE


def codes(laid: LaidOn) -> set[str]:
    return {note.code for note in laid.notes}


@pytest.fixture(scope="module")
def spread() -> Map:
    """Spread as of normal boards: large at the parts."""
    values = np.full((1024, 1024), 2.0, np.float32)
    for part in lay_parts(placed_parts(BOARD), TRUE):
        b = part.box
        values[b.y0 : b.y1, b.x0 : b.x1] = 16.0
    return values


@pytest.mark.parametrize("count", [2, 3, 4])
def test_that_exact_points_put_every_part_in_its_place(count: int) -> None:
    laid = lay_on(listed(), at(*CORNERS[:count]))
    assert errors_mm(laid).max() < 1e-6
    assert laid.transform.kind is Kind.SIMILARITY
    assert laid.residual_mm < 1e-6
    assert laid.transform.px_per_mm == pytest.approx(SCALE)
    assert laid.scale_estimated
    assert "parts-note-scale" in codes(laid)


def test_that_the_names_may_be_written_in_small_letters() -> None:
    points = [At(point.ref_des.lower(), point.x, point.y) for point in at(*CORNERS[:2])]
    assert errors_mm(lay_on(listed(), points)).max() < 1e-6


@pytest.mark.parametrize("seed", range(5))
def test_that_hand_set_points_give_parts_within_a_third_of_a_millimetre(seed: int) -> None:
    rng = np.random.default_rng(seed)
    off = {name: (float(rng.normal(0, 1)), float(rng.normal(0, 1))) for name in CORNERS}
    laid = lay_on(listed(), at(*CORNERS, off=off))
    assert errors_mm(laid).max() < 0.3
    assert 0 < laid.residual_mm < 0.3


@pytest.mark.parametrize("turn", [90, 180, 270, 17])
def test_that_a_turned_origin_is_recognised(turn: float) -> None:
    c, s = np.cos(np.radians(turn)), np.sin(np.radians(turn))
    laid = lay_on(listed(np.array([[c, -s], [s, c]])), at(*CORNERS[:3]))
    assert errors_mm(laid).max() < 1e-6
    assert ("parts-note-turned" in codes(laid)) == (turn != 17)


def test_that_a_mirrored_file_is_recognised_by_three_points() -> None:
    laid = lay_on(listed(np.diag([-1.0, 1.0])), at(*CORNERS[:3]))
    assert errors_mm(laid).max() < 1e-6
    assert laid.transform.mirrored
    assert "parts-note-mirrored" in codes(laid)
    assert "parts-note-turned" not in codes(laid)


def test_that_coordinates_of_the_bottom_are_taken_to_be_seen_from_the_top() -> None:
    laid = lay_on(listed(np.diag([-1.0, 1.0]), side=Side.BOTTOM), at(*CORNERS[:2]))
    assert errors_mm(laid).max() < 1e-6
    assert codes(laid) >= {"parts-note-mirror-assumed"}


def test_that_a_file_with_a_mirrored_bottom_is_recognised_by_three_points() -> None:
    laid = lay_on(listed(side=Side.BOTTOM), at(*CORNERS[:3]))
    assert errors_mm(laid).max() < 1e-6
    assert "parts-note-not-mirrored" in codes(laid)


def test_that_the_spread_decides_where_two_points_cannot(spread: Map) -> None:
    laid = lay_on(listed(side=Side.BOTTOM), at(*CORNERS[:2]), spread=spread)
    assert errors_mm(laid).max() < 1e-6
    assert "parts-note-mirror-assumed" not in codes(laid)
    assert "parts-note-unseen" not in codes(laid)


def test_that_wrong_names_of_two_points_are_noticed_by_the_spread(spread: Map) -> None:
    one, other = at(*CORNERS[:2])
    laid = lay_on(listed(), [At(one.ref_des, other.x, other.y), At(other.ref_des, one.x, one.y)], spread=spread)
    assert "parts-note-unseen" in codes(laid)


@pytest.mark.parametrize(("factor", "unit"), [(1 / 0.0254, Unit.MIL), (1 / 25.4, Unit.INCH)])
def test_that_a_wrong_unit_is_recognised_by_a_known_scale(factor: float, unit: Unit) -> None:
    placement = listed(factor=factor)
    if unit is Unit.MIL:  # neighbours 100 mm apart are refused before
        with pytest.raises(DatasetError) as refused:
            lay_on(placement, at(*CORNERS[:3]), mm_per_px=1 / SCALE)
        assert refused.value.code == "parts-unit-implausible"
        assert "mil" in str(refused.value)
        placement = replace(placement, parts=placement.parts[:3] + placement.parts[-1:])
        placement = replace(placement, parts=tuple(p for p in listed(factor=factor).parts if p.ref_des in CORNERS))
    elif unit is Unit.INCH:
        placement = replace(placement, parts=tuple(p for p in placement.parts if p.ref_des in CORNERS))
    laid = lay_on(placement, at(*CORNERS[:3]), mm_per_px=1 / SCALE)
    assert laid.placement.unit is unit
    assert "parts-note-unit" in codes(laid)
    assert laid.transform.px_per_mm == pytest.approx(SCALE)
    assert laid.residual_mm < 1e-6
    assert not laid.scale_estimated


@pytest.mark.parametrize("factor", [1 / 0.0254, 1 / 25.4])
def test_that_a_wrong_unit_is_refused_without_a_known_scale(factor: float) -> None:
    with pytest.raises(DatasetError) as refused:
        lay_on(listed(factor=factor), at(*CORNERS[:2]))
    assert refused.value.code == "parts-unit-implausible"
    assert "\n" not in str(refused.value)


def test_that_another_scale_is_refused() -> None:
    with pytest.raises(DatasetError) as refused:
        lay_on(listed(), at(*CORNERS[:2]), mm_per_px=0.2)
    assert refused.value.code == "parts-scale-other"


def test_that_a_stretched_picture_is_laid_on_by_an_affine_transform() -> None:
    points = [At(p.ref_des, p.x * 1.03, p.y) for p in at(*CORNERS)]
    laid = lay_on(listed(), points)
    assert laid.transform.kind is Kind.AFFINE
    assert laid.residual_mm < 1e-6
    assert "parts-note-affine" in codes(laid)
    three = lay_on(listed(), points[:3])
    assert three.transform.kind is Kind.AFFINE
    assert "parts-note-affine-three" in codes(three)


def test_that_hand_set_points_are_no_reason_for_an_affine_transform() -> None:
    off = {"FID1": (1.5, -1.0), "FID2": (-1.0, 1.0), "FID3": (0.5, 1.5), "J3": (-1.0, -1.5)}
    assert lay_on(listed(), at(*CORNERS, off=off)).transform.kind is Kind.SIMILARITY


@pytest.mark.parametrize("wrong", CORNERS)
def test_that_one_wrong_point_of_four_is_named(wrong: str) -> None:
    with pytest.raises(DatasetError) as refused:
        lay_on(listed(), at(*CORNERS, off={wrong: (90.0, -70.0)}))
    assert refused.value.code == "parts-point-wrong"
    assert f"{wrong} lies" in str(refused.value)


def test_that_points_that_do_not_fit_are_refused_with_the_residual() -> None:
    with pytest.raises(DatasetError) as refused:
        lay_on(listed(), at("FID1", "FID2", "FID3", off={"FID3": (260.0, 40.0)}))
    assert refused.value.code == "parts-points-misfit"
    assert " mm" in str(refused.value)


@pytest.mark.parametrize(
    ("points", "code"),
    [
        ([At("FID1", 1, 2)], "parts-points-few"),
        ([At("FID1", 1, 2), At("U99", 3, 4)], "parts-point-unknown"),
        ([At("FID1", 1, 2), At("fid1", 3, 4)], "parts-point-twice"),
        ([At("FID1", 1, 2), At("FID2", 1, 2)], "parts-points-same"),
        ([At("R1", 1, 2), At("R2", 30, 40)], "parts-points-close"),
    ],
)
def test_that_points_that_carry_no_board_are_refused(points: list[At], code: str) -> None:
    with pytest.raises(DatasetError) as refused:
        lay_on(listed(), points)
    assert refused.value.code == code
    assert "\n" not in str(refused.value)
    assert refused.value.todo


def test_that_points_of_both_sides_are_refused() -> None:
    parts = tuple(replace(p, side=Side.BOTTOM) if p.ref_des == "FID2" else p for p in listed().parts)
    with pytest.raises(DatasetError) as refused:
        lay_on(replace(listed(), parts=parts), at("FID1", "FID2"))
    assert refused.value.code == "parts-points-sides"


@pytest.mark.parametrize("mirrored", [False, True])
def test_that_a_similarity_is_recovered(mirrored: bool) -> None:
    rng = np.random.default_rng(3)
    points = rng.uniform(-50, 50, (6, 2))
    angle, scale = 0.7, 8.0
    sign = 1 if mirrored else -1
    matrix = scale * np.array([[np.cos(angle), -sign * np.sin(angle)], [np.sin(angle), sign * np.cos(angle)]])
    found = fit_similarity(points, points @ matrix.T + (30, 40), mirrored=mirrored)
    np.testing.assert_allclose(found.matrix, np.hstack([matrix, [[30], [40]]]), atol=1e-9)
    assert found.mirrored is mirrored
    assert found.px_per_mm == pytest.approx(scale)


def test_that_points_on_one_line_give_no_affine_transform() -> None:
    points = np.array([(0.0, 0.0), (10.0, 10.0), (20.0, 20.0)])
    assert fit_affine(points, points * 3) is None
