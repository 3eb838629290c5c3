"""Joints of parts: pads by the name of the package, their numbers by rotation and side, and the joint of a reason."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from engine.placement.test_record import SCALE, record

from vqganodip.datasets.synthetic.package import PACKAGES
from vqganodip.datasets.synthetic.part_list import placed_parts
from vqganodip.datasets.synthetic.product import product
from vqganodip.detection.reason_words import reason_message
from vqganodip.placement.joints import LaidJoint, joint_at
from vqganodip.placement.pads import pads_of
from vqganodip.placement.parts import PlacedPart, Side
from vqganodip.placement.record import BoardParts
from vqganodip.records import Reason, Region
from vqganodip.types import Box

LOST = Reason("less_texture", -4.64, "whole", 12.0, 60.0)


def place(package: str, number: int) -> tuple[float, float]:
    pad = pads_of(package)[number - 1]
    assert pad.number == number
    return pad.x, pad.y


@pytest.mark.parametrize("package", ["SOIC-8_3.9x4.9mm_P1.27mm", "TSSOP-16_4.4x5mm_P0.65mm", "SOIC127P600X175-14N"])
def test_that_rows_are_counted_counter_clockwise_from_the_upper_left(package: str) -> None:
    pads = pads_of(package)
    half = len(pads) // 2
    assert all(pad.x < 0 for pad in pads[:half])
    assert all(pad.x > 0 for pad in pads[half:])
    assert [pad.y for pad in pads[:half]] == sorted((pad.y for pad in pads[:half]), reverse=True)
    assert [pad.y for pad in pads[half:]] == sorted(pad.y for pad in pads[half:])


@pytest.mark.parametrize(("package", "pitch"), [("LQFP-48_7x7mm_P0.5mm", 0.5), ("QFP64_14.00x14.00mm", 0.8)])
def test_that_four_sides_are_counted_counter_clockwise(package: str, pitch: float) -> None:
    pads = pads_of(package)
    angles = np.unwrap([np.arctan2(pad.y, pad.x) % (2 * np.pi) for pad in pads])
    assert (np.diff(angles) > 0).all()
    assert angles[-1] - angles[0] < 2 * np.pi
    assert pads[0].x < 0 < pads[0].y
    assert pads[0].y - pads[1].y == pytest.approx(pitch)


def test_that_small_packages_have_their_usual_numbers() -> None:
    assert place("R_0603_1608Metric", 1)[0] < 0 < place("R_0603_1608Metric", 2)[0]
    assert place("SOT-23", 1)[1] > 0 > place("SOT-23", 2)[1]
    assert place("SOT-23", 3)[0] > 0
    assert place("SOT-23", 3)[1] == 0
    assert [place("SOT-23-5", n)[0] < 0 for n in range(1, 6)] == [True, True, True, False, False]


@pytest.mark.parametrize(
    "package", ["", "MODULE-A", "BGA-13_13.00x13.00mm", "R_Array_Convex_4x0603", "SOT-223-3_TabPin2"]
)
def test_that_unknown_hidden_and_differing_pads_are_none(package: str) -> None:
    assert pads_of(package) == ()


def test_that_pads_of_rendered_packages_lie_on_the_drawn_ones() -> None:
    for part in (one for one in placed_parts(product("gearbox")) if pads_of(one.package)):
        kind = PACKAGES[part.package.partition("_")[0]]
        drawn = [(abs(u), abs(v)) for row in kind.rows for u, v, *_ in row.pads()]
        pads = pads_of(part.package)
        assert len(pads) == kind.joints, part.package
        for pad in pads:
            nearest = min(np.hypot(abs(pad.x) - u, abs(pad.y) - v) for u, v in drawn)
            turned = min(np.hypot(abs(pad.x) - v, abs(pad.y) - u) for u, v in drawn)
            assert min(nearest, turned) < 0.42, part.package


def soic(**changes: object) -> PlacedPart:
    return replace(PlacedPart("U3", 20.0, 20.0, 0.0, Side.TOP, package="SOIC-8_3.9x4.9mm_P1.27mm"), **changes)  # type: ignore[arg-type]


def joint(part: PlacedPart, number: int, **changes: object) -> Box:
    return {one.number: one.box for one in record(part, **changes).joints()}[number]


def test_that_joints_turn_with_the_placement() -> None:
    height = record().grid[1]
    centre = Box(round(20 * SCALE), height - round(20 * SCALE), round(20 * SCALE), height - round(20 * SCALE))
    upright, turned = joint(soic(), 1), joint(soic(rotation=90.0), 1)
    assert upright.x1 < centre.x0
    assert upright.y1 < centre.y0  # upper left
    assert turned.x1 < centre.x0
    assert turned.y0 > centre.y0  # a quarter counter-clockwise: lower left


@pytest.mark.parametrize("changes", [{"form": "Altium Designer"}, {"form": ""}, {"side": Side.BOTTOM}])
def test_that_numbers_are_given_only_where_rotation_0_is_known(changes: dict[str, object]) -> None:
    part = soic(side=changes.get("side", Side.TOP))
    assert {one.number for one in record(part, **changes).joints()} == {0}


@pytest.mark.parametrize("part", [soic(size=(6.0, 4.9)), soic(fitted=False), soic(package="MODULE")])
def test_that_measured_unfitted_and_unknown_parts_have_no_joints(part: PlacedPart) -> None:
    assert record(part).joints() == ()


def test_that_a_package_whose_outline_was_corrected_has_no_joints() -> None:
    assert record(soic(), sizes=((soic().package, 8.0, 4.9),)).joints() == ()


def test_that_an_area_is_a_joint_only_if_it_is_one() -> None:
    joints = [LaidJoint("U3", Box(10, 10, 22, 17), 1), LaidJoint("U3", Box(10, 23, 22, 30), 2)]
    assert joint_at(joints[0].box, joints, whole=True) is joints[0]
    assert joint_at(Box(10, 10, 16, 17), joints, whole=False) is joints[0]  # half of it
    assert joint_at(Box(5, 9, 23, 18), joints, whole=True) is joints[0]  # with the lead, as found on the picture
    assert joint_at(Box(5, 9, 23, 18), joints, whole=False) is None
    assert joint_at(Box(10, 10, 22, 30), joints, whole=True) is None  # both
    assert joint_at(Box(40, 40, 50, 50), joints, whole=True) is None


def test_that_a_reason_names_the_pin() -> None:
    placed = record(soic())
    box = joint(soic(), 5)
    parts, region = BoardParts(placed), Region(box, 1.0, 1.0, 1, (replace(LOST, box=box),))
    (named,) = parts.explained(region, placed.grid)
    assert str(reason_message(named)) == "U3 pin 5 · Joint, −4.6\u00a0σ: less fine texture than usual (0.20\u00a0×)"
    unnumbered = BoardParts(replace(placed, form="Eagle"))
    (named,) = unnumbered.explained(region, placed.grid)
    assert str(reason_message(named)) == "U3 · Joint, −4.6\u00a0σ: less fine texture than usual (0.20\u00a0×)"
    assert parts.explained(region, (placed.grid[0] + 1, placed.grid[1])) == region.reasons


def test_that_a_reason_of_the_body_names_the_part_and_one_of_two_parts_none() -> None:
    placed = record(soic(), soic(ref_des="U4", x=24.0))
    parts, height = BoardParts(placed), placed.grid[1]
    body = Box(195, height - 210, 205, height - 190)
    both = Box(195, height - 210, 245, height - 190)
    for box, name in ((body, "U3"), (both, "")):
        (named,) = parts.explained(Region(box, 1.0, 1.0, 1, (replace(LOST, box=box),)), placed.grid)
        assert (named.ref_des, named.pin) == (name, None)


def test_that_a_spot_names_no_part() -> None:
    placed = record(soic())
    spot = replace(LOST, area="spot", code="darker")
    region = Region(joint(soic(), 5), 1.0, 1.0, 1, (spot,))
    assert BoardParts(placed).explained(region, placed.grid) == (spot,)
