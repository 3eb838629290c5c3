"""Tests of the reasons of regions: which defect gets which reason, and what gets none."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
from engine.detection.part_boards import PLACES, Defect, board, learned

from vqganodip.detection.part_statistics import AREAS
from vqganodip.detection.reason_words import WORDS, reason_message
from vqganodip.detection.reasons import LEAST_SIGMA, LEAST_SPOT_SIGMA, MOST_REASONS, with_reasons
from vqganodip.records import Reason, Region
from vqganodip.types import Box, Image

REFERENCE, PARTS = learned(30)


def region(box: Box) -> Region:
    return Region(box, 3.0, 4.0, 2)


def at_part(number: int) -> Box:
    y, x = PLACES[number]
    return Box(x - 2, y - 2, x + 38, y + 20)


def reasons(image: Image, box: Box) -> tuple[Reason, ...]:
    (found,) = with_reasons([region(box)], image, REFERENCE, PARTS.deviations(image, REFERENCE))
    assert replace(found, reasons=()) == region(box)
    return found.reasons


def test_that_a_missing_part_looks_like_the_bare_board() -> None:
    first, *others = reasons(board(50, Defect(1, "missing")), at_part(1))
    assert first.code == "like_bare_board"
    assert abs(first.sigma) >= LEAST_SIGMA
    assert not {one.code for one in others} & {"darker", "greener", "brighter", "redder", "bluer", "yellower"}
    assert str(reason_message(first)).startswith(f"Middle, {abs(first.sigma):.1f}\u00a0σ: ")
    assert str(reason_message(first)).endswith("part missing or shifted?")


def test_that_lost_texture_is_said_of_the_area_that_lost_it() -> None:
    found = reasons(board(50, Defect(2, "smooth")), at_part(2))
    codes = {"less_texture", "less_contrast", "weaker_edges", "smooth"}
    (lost,) = [one for one in found if one.code in codes]
    assert lost.area in ("left", "left_end", "whole")
    assert lost.value < 0.5 * lost.usual
    assert lost.sigma <= -LEAST_SIGMA


@pytest.mark.parametrize(("kind", "code"), [("bright", "brighter"), ("red", "redder")])
def test_that_brightness_and_colour_have_a_direction(kind: str, code: str) -> None:
    (one,) = [r for r in reasons(board(50, Defect(0, kind)), at_part(0)) if r.code == code]
    assert one.sigma >= LEAST_SIGMA
    assert one.value > one.usual


def test_that_a_spot_of_the_bare_board_is_compared_with_its_pixels() -> None:
    (spot,) = reasons(board(50, Defect(0, "spot")), Box(66, 84, 80, 96))
    assert (spot.code, spot.area) == ("darker", "board")
    assert spot.sigma <= -LEAST_SPOT_SIGMA
    assert str(reason_message(spot)).startswith(f"Bare board, −{abs(spot.sigma):.1f}\u00a0σ: darker than usual (")


def test_that_nothing_is_said_of_what_is_normal() -> None:
    for seed in range(60, 70):
        image = board(seed)
        assert reasons(image, Box(66, 84, 80, 96)) == ()
        assert all(abs(one.sigma) < 6 for number in range(4) for one in reasons(image, at_part(number)))


def test_that_there_are_at_most_three_and_no_quality_twice() -> None:
    image = board(50, Defect(3, "bright"))
    image[60:78, 84:100] = (250, 200, 0)
    found = reasons(image, at_part(3))
    assert 1 <= len(found) <= MOST_REASONS
    assert len({one.code for one in found}) == len(found)


def test_that_a_region_partly_outside_the_board_is_no_fault() -> None:
    assert isinstance(reasons(board(50), Box(-20, -20, 10, 10)), tuple)
    assert reasons(board(50), Box(200, 200, 220, 220)) == ()


@pytest.mark.parametrize("code", WORDS)
def test_that_every_code_has_words_in_every_area(code: str) -> None:
    for area in (*AREAS, "board", "spot"):
        text = str(reason_message(Reason(code, -4.64, area, 12.0, 60.0)))
        assert "{" not in text
        assert "4.6\u00a0σ: " in text
        assert "-" not in text
        assert not text.startswith(area)


def test_that_a_part_can_be_named() -> None:
    one = Reason("less_texture", -4.64, "left_end", 12.0, 60.0, ref_des="U3 pin 5")
    assert str(reason_message(one)) == "U3 pin 5 · Left end, −4.6\u00a0σ: less fine texture than usual (0.20\u00a0×)"


def test_that_a_code_of_a_later_version_is_shown_as_it_is() -> None:
    assert str(reason_message(Reason("upside_down", 7.0, "corner", 1.0, 0.0))) == "corner, +7.0\u00a0σ: upside_down"


def test_that_a_usual_value_near_zero_gives_no_ratio() -> None:
    assert "(> 9.9\u00a0×)" in str(reason_message(Reason("more_texture", 9.0, "whole", 8.0, np.float64(0.0))))
