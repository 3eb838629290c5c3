"""Descriptors of regions: what they tell apart, and that they come back from disk as they were."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import numpy as np
import pytest

from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.region_descriptors import DESCRIPTOR_FORMAT, DESCRIPTORS, describe_regions
from vqganodip.errors import StoreError
from vqganodip.records import Region, RegionDescriptors, Weighting
from vqganodip.store.panels import PanelStore, panel_key
from vqganodip.testing import sample_inspection, sample_panels
from vqganodip.types import Box, Image, Map

SIZE = (128, 160)
PLACE = Box(60, 40, 84, 64)
CORNER = Box(-4, -4, 12, 12)


@pytest.fixture(scope="module")
def normal() -> list[Image]:
    rng = np.random.default_rng(3)
    board = np.full((*SIZE, 3), (30, 90, 60), np.float32)
    board[30:80, 50:100] = (120, 120, 110)
    return [np.clip(board + rng.normal(0, 3, board.shape), 0, 255).astype(np.uint8) for _ in range(8)]


@pytest.fixture(scope="module")
def reference(normal: list[Image]) -> PixelStatistics:
    return PixelStatistics.build(normal, gain=False)


def odds_at(x: int, y: int) -> dict[Weighting, Map]:
    probability = np.full(SIZE, 1e-3, np.float32)
    probability[y - 2 : y + 3, x - 2 : x + 3] = 0.99
    return {Weighting.RAW: np.zeros(SIZE, np.float32), Weighting.FOREIGN: probability}


def described(
    board: Image, reference: PixelStatistics, *boxes: Box, at: tuple[int, int] = (70, 50)
) -> RegionDescriptors:
    regions = [Region(box, 0.9 - 0.1 * i, 1.0, 3) for i, box in enumerate(boxes)]
    return describe_regions(regions, board, reference, odds_at(*at))


def value(found: RegionDescriptors, name: str, row: int = 0) -> float:
    return float(found.values[row, DESCRIPTORS.index(name)])


def test_that_place_evidence_and_deviation_are_those_of_the_highest_pixel(
    normal: list[Image], reference: PixelStatistics
) -> None:
    board = normal[0].copy()
    board[48:54, 66:76] = 250
    found = described(board, reference, PLACE, CORNER)
    assert found.format == DESCRIPTOR_FORMAT
    assert found.boxes.tolist() == [[60, 40, 84, 64], [-4, -4, 12, 12]]
    assert (value(found, "place.x"), value(found, "place.y")) == (68, 48)
    assert value(found, "foreign.highest.3") == pytest.approx(4.6, abs=0.1)
    assert value(found, "foreign.highest.3", 1) == pytest.approx(-6.9, abs=0.1)
    assert value(found, "deviation.brightness.3") > 10 > abs(value(found, "deviation.brightness.3", 1))
    assert value(found, "spot.pixels") == pytest.approx(60, abs=3)
    assert value(found, "spot.length") > 1.3 * value(found, "spot.width") > 0
    assert value(found, "features.highest.3") == value(found, "part.any") == 0


def test_that_a_smooth_place_has_lost_texture_and_the_crop_shows_the_change(
    normal: list[Image], reference: PixelStatistics
) -> None:
    usual = described(normal[0], reference, PLACE)
    board = normal[0].copy()
    board[30:80, 50:100] = (120, 120, 110)
    smooth = described(board, reference, PLACE)
    assert value(smooth, "texture.detail.8") < value(usual, "texture.detail.8") - 2
    board[46:55, 64:73] = 20
    dark = described(board, reference, PLACE)
    assert value(dark, "crop.deviation.2.2") < -5 < value(dark, "crop.deviation.0.0")
    assert value(dark, "crop.board.2.2") < value(dark, "crop.reference.2.2")


def test_that_a_board_without_regions_and_a_level_map_are_described(
    normal: list[Image], reference: PixelStatistics
) -> None:
    assert described(normal[0], reference).values.shape == (0, len(DESCRIPTORS))
    level = {Weighting.RAW: np.zeros(SIZE, np.float32)}
    found = describe_regions([Region(PLACE, 1.0, 1.0, 1)], normal[0], reference, level)
    assert (value(found, "place.x"), value(found, "place.y")) == (72, 52)
    assert np.isfinite(found.values).all()


def test_that_descriptors_are_stored_with_the_panels_and_may_be_absent(
    tmp_path: Path, normal: list[Image], reference: PixelStatistics
) -> None:
    store, key = PanelStore(tmp_path), panel_key(sample_inspection(1))
    assert store.descriptors(key) is None
    store.write(key, sample_panels())
    assert store.descriptors(key) is None
    given = described(normal[0], reference, PLACE, CORNER)
    store.write(key, replace(sample_panels(), descriptors=given))
    for found in (store.descriptors(key), store.read(key).descriptors):  # type: ignore[union-attr]
        assert found is not None
        assert found.format == given.format
        np.testing.assert_array_equal(found.boxes, given.boxes)
        np.testing.assert_array_equal(found.values, given.values)
    file = store.folder / key[:2] / key / "regions.npz"
    for damage in (b"", b"PK", file.read_bytes()[:-200]):
        file.write_bytes(damage)
        with pytest.raises(StoreError) as caught:
            store.descriptors(key)
        assert caught.value.code == "panel-descriptors-unreadable"
