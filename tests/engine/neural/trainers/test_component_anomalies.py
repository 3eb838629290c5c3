"""Tests of finding components and drawing anomalies of whole components."""

from __future__ import annotations

import numpy as np
import pytest

from vqganodip.detection.components import Component, find_components
from vqganodip.neural.trainers.component_anomalies import (
    COMPONENT_ANOMALIES,
    WRONG_COMPONENT,
    component_anomaly,
    jitter_component,
)
from vqganodip.neural.trainers.segmentation_batches import BoardCrops, FalseAlarms
from vqganodip.types import Box, Image, Map

CHIP, JOINT = Box(40, 30, 70, 44), Box(90, 60, 98, 74)


def board() -> Image:
    """A green board of 128×160 px with a chip that has bright ends, and a joint."""
    image = np.full((128, 160, 3), (30, 120, 70), np.float32)
    image[30:44, 40:70] = (60, 50, 45)
    image[30:44, 40:46], image[30:44, 64:70] = 190, 200
    image[60:74, 90:98] = 150
    return np.clip(image + np.random.default_rng(0).normal(0, 2, image.shape), 0, 255).astype(np.uint8)


def spread() -> Map:
    """The spread of boards on which the placement of chip and joint varies slightly: high along their edges."""
    scale = np.full((128, 160, 3), 6, np.float32)
    for b in (CHIP, JOINT):
        scale[b.y0 : b.y1, b.x0 : b.x1] = 30
        scale[b.y0 + 2 : b.y1 - 2, b.x0 + 2 : b.x1 - 2] = 6
    return scale


def test_that_whole_components_are_found_by_the_spread_along_their_edges() -> None:
    chip, joint = find_components(spread())
    assert (chip.box, joint.box) == (CHIP, JOINT)
    assert chip.outline.shape == chip.size == (14, 30)
    assert chip.outline.all()


def test_that_a_product_without_variation_has_no_components() -> None:
    assert find_components(np.full((64, 64, 3), 5, np.float32)) == ()


@pytest.mark.parametrize("kind", [*COMPONENT_ANOMALIES, WRONG_COMPONENT])
def test_that_an_anomaly_changes_the_component_and_nothing_far_from_it(kind: str) -> None:
    image, parts = board(), find_components(spread())
    for seed in range(5):
        changed = component_anomaly(image, parts[0], np.random.default_rng(seed), image, parts, kind)
        differs = np.abs(changed.astype(int) - image).max(axis=2)
        assert (differs > 12).sum() >= 12, seed
        assert not differs[100:].any()
        assert not differs[:, 110:].any()
    again = component_anomaly(image, parts[0], np.random.default_rng(4), image, parts, kind)
    assert (again == changed).all()


def test_that_jitter_changes_a_component_less_than_an_anomaly() -> None:
    image, parts = board(), find_components(spread())

    def change(other: Image) -> float:
        return float(np.abs(other.astype(int) - image).mean())

    jittered = [change(jitter_component(image, parts[0], np.random.default_rng(seed))) for seed in range(20)]
    rotated = [
        change(component_anomaly(image, parts[0], np.random.default_rng(s), image, parts, "rotated")) for s in range(20)
    ]
    assert np.median(jittered) < 0.6 * np.median(rotated)


def test_that_a_component_at_the_edge_of_a_crop_can_be_anomalous() -> None:
    image = board()
    corner = Component(Box(0, 0, 12, 8), np.ones((8, 12), bool))
    for kind in [*COMPONENT_ANOMALIES, WRONG_COMPONENT]:
        assert component_anomaly(image, corner, np.random.default_rng(1), image, (corner,), kind).shape == image.shape


def test_that_batches_mark_anomalous_cells_and_uncertain_ones() -> None:
    images = [board() for _ in range(3)]
    crops = BoardCrops(images, np.mean(images, axis=0, dtype=np.float32), spread())
    batch = crops.batch(np.random.default_rng(0), FalseAlarms())
    assert crops.side == (128, 160)
    assert batch.x.shape == batch.z.shape == (8, 3, 128, 160)
    assert batch.statistics.shape == (8, 4, 128, 160)
    assert batch.target.shape == batch.certain.shape == (8, 1, 32, 40)
    assert 0 < float(batch.target.mean()) < 0.5
    assert float((batch.target * (1 - batch.certain)).sum()) == 0


def test_that_the_first_training_uses_boxes_only() -> None:
    images = [board() for _ in range(3)]
    crops = BoardCrops(images, np.mean(images, axis=0, dtype=np.float32), spread(), components=False)
    alarms = FalseAlarms()
    batches = [crops.batch(np.random.default_rng(seed), alarms) for seed in range(3)]
    assert any(float(batch.target.sum()) > 0 for batch in batches)
    assert all(batch.statistics.shape == (8, 4, 128, 160) for batch in batches)


def test_that_false_alarms_are_kept_apart_from_each_other_and_the_oldest_are_dropped() -> None:
    odds = np.full((32, 32), -5, np.float32)
    odds[4:6, 4:6], odds[20, 9] = 3, 2
    alarms = FalseAlarms()
    alarms.add(7, odds)
    assert alarms.state() == [[7, 16, 16], [7, 80, 36]]
    drawn = {alarms.draw(np.random.default_rng(seed)) for seed in range(20)}
    assert drawn == {(7, 16, 16), (7, 80, 36)}
    for board_number in range(300):
        alarms.add(board_number, odds)
    assert len(alarms) == 400
    other = FalseAlarms()
    other.load(alarms.state())
    assert other.state() == alarms.state()
