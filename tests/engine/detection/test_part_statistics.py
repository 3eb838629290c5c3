"""Tests of the statistics of parts: what deviates, what few boards can tell, and what is stored."""

from __future__ import annotations

import cv2
import numpy as np
import pytest
from engine.detection.part_boards import PLACES, Defect, board, learned

from vqganodip.detection.part_statistics import (
    AREAS,
    BRIGHTNESS,
    HIGHLIGHTS,
    MIDDLE,
    REDNESS,
    STATISTICS,
    TEXTURE,
    PartDeviations,
    PartStatistics,
    area_boxes,
    build_part_statistics,
    part_scores,
)
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.errors import BundleError
from vqganodip.types import Image

LEFT, LEFT_END, WHOLE = (AREAS.index(area) for area in ("left", "left_end", "whole"))
SPREAD_OF_15, SPREAD_OF_60 = learned(15), learned(60)


def deviations(image: Image) -> PartDeviations:
    reference, parts = SPREAD_OF_15
    return parts.deviations(image, reference)


def part_at(found: PartDeviations, number: int) -> int:
    """The part that covers the middle of a place."""
    y, x = PLACES[number][0] + 9, PLACES[number][1] + 18
    x0, y0, x1, y1 = (found.boxes[:, WHOLE, i] for i in range(4))
    (one,) = np.flatnonzero((x0 <= x) & (x < x1) & (y0 <= y) & (y < y1))
    return int(one)


def test_that_every_part_is_found_without_a_placement_file() -> None:
    assert {part_at(deviations(board(99)), number) for number in range(4)} == {0, 1, 2, 3}


def test_that_an_area_without_its_texture_stands_out_there() -> None:
    found = deviations(board(99, Defect(2, "smooth")))
    part = part_at(found, 2)
    assert found.deviation[part, LEFT, TEXTURE] < -6
    assert found.deviation[part, AREAS.index("right"), TEXTURE] > -3
    others = np.delete(found.deviation, part, axis=0)
    assert np.abs(others).max() < 6


def test_that_a_colour_that_leaves_the_brightness_alone_stands_out() -> None:
    found = deviations(board(99, Defect(1, "red")))
    part = part_at(found, 1)
    assert found.deviation[part, WHOLE, REDNESS] > 20
    assert abs(found.deviation[part, WHOLE, BRIGHTNESS]) < 3
    assert found.values[part, MIDDLE, REDNESS] - found.usual[part, MIDDLE, REDNESS] == pytest.approx(45, abs=10)


@pytest.mark.parametrize("learned_from", [SPREAD_OF_15, SPREAD_OF_60], ids=["15 boards", "60 boards"])
def test_that_new_normal_boards_seldom_deviate_however_few_were_learned(
    learned_from: tuple[PixelStatistics, PartStatistics],
) -> None:
    reference, parts = learned_from
    new = np.array([parts.deviations(board(seed), reference).deviation for seed in range(1000, 1040)])
    assert (np.abs(new) > 3.29).mean() < 0.004
    assert (np.abs(new) > 2).mean() > 0.005  # not so wide that nothing would stand out


def test_that_few_boards_widen_the_spread() -> None:
    few, many = (np.median(parts.spread, axis=(0, 1)) for _, parts in (SPREAD_OF_15, SPREAD_OF_60))
    assert np.median(few / many) > 1.02


def test_that_a_long_part_is_also_measured_in_sections() -> None:
    boards = []
    for seed in range(15):
        rng = np.random.default_rng(seed)
        image = np.full((60, 140, 3), 40, np.float32)
        dy, dx = rng.integers(-1, 2, 2)
        image[20 + dy : 36 + dy, 20 + dx : 120 + dx] = 150
        boards.append(np.clip(image + rng.normal(0, 2, image.shape), 0, 255).astype(np.uint8))
    *_, parts = build_part_statistics(boards, PixelStatistics.build(boards, gain=False))
    assert isinstance(parts, PartStatistics)
    whole, sections = parts.boxes[0], parts.boxes[1:]
    assert whole[2] - whole[0] >= 100
    assert len(sections) >= 10
    assert (sections[:, 2] - sections[:, 0] == whole[3] - whole[1]).all()


def test_that_areas_of_a_tiny_part_stay_inside_it() -> None:
    boxes = np.array([[10, 20, 13, 22], [0, 0, 39, 20]], np.int32)
    areas = area_boxes(boxes)
    assert areas.shape == (2, len(AREAS), 4)
    for i in (0, 1):
        assert (areas[..., i] >= boxes[:, None, i]).all()
        assert (areas[..., 2 + i] <= boxes[:, None, 2 + i]).all()
        assert (areas[..., 2 + i] > areas[..., i]).all()
    assert areas[1, LEFT_END].tolist() == [0, 0, 13, 20]


def test_that_a_product_without_parts_has_no_statistics() -> None:
    boards = [np.clip(np.random.default_rng(i).normal(90, 2, (64, 64, 3)), 0, 255).astype(np.uint8) for i in range(15)]
    assert list(build_part_statistics(boards, PixelStatistics.build(boards, gain=False))) == []


def test_that_excluded_parts_do_not_deviate() -> None:
    reference, parts = SPREAD_OF_15
    ignore = np.zeros((100, 144), bool)
    ignore[50:, :72] = True
    found = parts.deviations(board(99, Defect(2, "missing")), reference, ignore)
    assert not found.deviation[part_at(found, 2)].any()
    assert found.deviation[part_at(found, 1)].any()


def test_that_the_number_of_threads_changes_nothing() -> None:
    image = board(7, Defect(0, "smooth"))
    before = cv2.getNumThreads()
    try:
        found = []
        for threads in (1, 4):
            cv2.setNumThreads(threads)
            found.append(deviations(image).deviation)
    finally:
        cv2.setNumThreads(before)
    assert (found[0] == found[1]).all()


def test_that_scores_are_the_highest_part_and_the_mean_of_five() -> None:
    values = np.zeros((7, 2, 2), np.float32)
    values[:, 1, 0] = [1, 9, 2, 3, 4, 5, 0]
    assert part_scores(values) == {"max": 9.0, "top5": pytest.approx((9 + 5 + 4 + 3 + 2) / 5)}


def test_that_stored_statistics_give_nearly_the_same_deviations() -> None:
    boards = [board(seed) for seed in range(15)]
    reference = PixelStatistics.build(boards, gain=False)
    *_, parts = build_part_statistics(boards, reference)
    assert isinstance(parts, PartStatistics)
    again = PartStatistics.from_arrays(parts.to_arrays(), (144, 100))
    image = board(5, Defect(0, "bright"))
    first, second = (one.deviations(image, reference).deviation for one in (parts, again))
    assert np.abs(first - second).max() < 0.02 * np.abs(first).max() + 0.02


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("boxes", np.array([[0, 0, 500, 10]], np.uint16)),
        ("spread", np.zeros((4, len(AREAS), len(STATISTICS)), np.float16)),
        ("mean", np.zeros((1, 2, 3), np.uint16)),
        ("boards", np.asarray("many")),
        ("highlight", None),
    ],
)
def test_that_damaged_statistics_are_refused(name: str, value: np.ndarray | None) -> None:
    arrays = SPREAD_OF_15[1].to_arrays()
    if value is None:
        del arrays[name]
    else:
        arrays[name] = value
    with pytest.raises(BundleError, match="part") as caught:
        PartStatistics.from_arrays(arrays, (144, 100))
    assert caught.value.code == "part-statistics-unreadable"


def test_that_highlights_are_a_share_of_the_area() -> None:
    reference, parts = SPREAD_OF_15
    image = board(3)
    found = parts.deviations(image, reference)
    part = part_at(found, 3)
    x0, y0, x1, y1 = found.boxes[part, WHOLE]
    image[y0:y1, x0:x1] = 255
    assert parts.deviations(image, reference).values[part, WHOLE, HIGHLIGHTS] == pytest.approx(1.0)
