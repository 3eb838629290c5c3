"""Tests of the anomaly segmentation network and its map."""

from __future__ import annotations

import numpy as np
import pytest
import torch

from vqganodip.detection.segmentation_map import known_board, probability_map, segmentation_scores
from vqganodip.errors import TrainingError
from vqganodip.neural.inference import NetworkSession, for_inference
from vqganodip.neural.networks.segmentation import (
    SegmentationNet,
    network_from,
    position_grid,
    segmentation_inputs,
    with_statistics_inputs,
)
from vqganodip.neural.trainers.segmentation_trainer import SegmentationTrainingStep, train_segmentation_net
from vqganodip.neural.trainers.synthetic_anomalies import add_anomalies, component_boxes
from vqganodip.types import Box, Image


def boards(count: int, seed: int = 0) -> list[Image]:
    """A fixed pattern with noise, 64×96."""
    rng = np.random.default_rng(seed)
    pattern = np.kron(np.random.default_rng(9).integers(60, 200, (8, 12, 3)), np.ones((8, 8, 1)))
    return [np.clip(pattern + rng.normal(0, 4, pattern.shape), 0, 255).astype(np.uint8) for _ in range(count)]


def trained(images: list[Image], steps: int, seed: int = 0) -> SegmentationNet:
    mean, scale = np.mean(images, axis=0, dtype=np.float32), np.full(images[0].shape, 5, np.float32)
    *progress, net = train_segmentation_net(images, mean, scale, seed=seed, steps=steps)
    assert isinstance(net, SegmentationNet)
    assert [step.step for step in progress if isinstance(step, SegmentationTrainingStep)] == list(range(1, steps + 1))
    return net


@torch.inference_mode()
def odds(net: SegmentationNet, image: Image, images: list[Image]) -> np.ndarray:
    z = (image.astype(np.float32) - np.mean(images, axis=0, dtype=np.float32)) / np.float32(5)
    statistics = known_board(np.mean(images, axis=0, dtype=np.float32), np.full(image.shape, 5, np.float32))
    return np.asarray(net(*segmentation_inputs(image, z, statistics))[0, 0])


def test_that_an_anomalous_spot_has_the_highest_odds_after_a_short_training() -> None:
    images = boards(6)
    net = trained(images, 60)
    (unseen,) = boards(1, seed=77)
    before = odds(net, unseen, images)
    unseen[24:36, 40:52] = (250, 245, 20)
    after = odds(net, unseen, images)
    assert after.shape == (16, 24)
    assert np.unravel_index(after.argmax(), after.shape)[0] in range(6, 9)
    assert np.unravel_index(after.argmax(), after.shape)[1] in range(10, 13)
    assert after.max() > before.max() + 1


def test_that_steps_and_seed_decide_the_network() -> None:
    images = boards(3)
    first, second, other = (trained(images, 3, seed).state_dict() for seed in (0, 0, 1))
    assert all(torch.equal(first[name], second[name]) for name in first)
    assert not all(torch.equal(first[name], other[name]) for name in first)


def test_that_boards_of_any_size_are_taken() -> None:
    net = SegmentationNet(position_grid((70, 100))).eval()
    image = np.zeros((70, 100, 3), np.uint8)
    assert odds(net, image, [image]).shape == (24, 32)
    with pytest.raises(TrainingError, match="32 px"):
        next(train_segmentation_net([image[:20]], np.zeros((20, 100, 3)), np.ones((20, 100, 3)), seed=0, steps=1))


def test_that_the_map_lies_where_the_cells_are() -> None:
    cells = np.full((8, 8), -6, np.float32)
    cells[2, 5] = 4
    found = probability_map(cells, (30, 29), 4)
    assert found.shape == (29, 30)
    assert np.unravel_index(found.argmax(), found.shape) in [(y, x) for y in (9, 10) for x in (21, 22)]
    assert 0 <= found.min() < 0.01
    assert found.max() > 0.8
    assert np.isfinite(probability_map(np.array([[1e9, -1e9]], np.float32), (8, 4), 4)).all()


def test_that_scores_are_those_of_the_highest_cells_that_count() -> None:
    cells = np.full((10, 10), -30, np.float32)
    cells[0, 0], cells[9, 9], cells[5, 5] = 6, 2, 1
    scores = segmentation_scores(cells, 4)
    assert scores["max"] == 6
    assert scores["top5"] == pytest.approx((6 + 2 + 1 - 60) / 5)
    assert scores["mass"] == pytest.approx(np.log1p(sum(1 / (1 + np.exp(-v)) for v in (6, 2, 1))), rel=1e-6)
    ignore = np.zeros((40, 40), bool)
    ignore[1, 2] = True
    assert segmentation_scores(cells, 4, ignore)["max"] == 2
    assert segmentation_scores(cells, 4, np.ones((40, 40), bool))["max"] == -30


def test_that_components_are_found_on_the_mean_board_and_anomalies_fall_on_them() -> None:
    board = np.full((96, 128, 3), (30, 120, 70), np.float32)
    board[20:30, 40:60] = 200
    board[60:72, 90:98] = 40
    parts = component_boxes(board)
    assert parts == (Box(40, 20, 60, 30), Box(90, 60, 98, 72))
    image = np.clip(board + np.random.default_rng(0).normal(0, 2, board.shape), 0, 255).astype(np.uint8)
    hits = 0
    for seed in range(40):
        changed = (add_anomalies(image, np.random.default_rng(seed), 1, (5, 48), parts) != image).any(axis=2)
        hits += bool(changed[18:32, 38:62].any() or changed[58:74, 88:100].any())
    assert hits >= 26


def test_that_a_board_of_one_colour_has_no_components() -> None:
    assert component_boxes(np.full((64, 64, 3), 90, np.float32)) == ()


def test_that_adding_the_statistics_input_does_not_change_an_older_network() -> None:
    images = boards(3)
    torch.manual_seed(0)
    old = SegmentationNet(position_grid((64, 96)), uses_statistics=False).eval()
    again, wider = network_from(old.state_dict()), SegmentationNet(position_grid((64, 96))).eval()
    wider.load_state_dict(with_statistics_inputs(old.state_dict()))
    assert not again.uses_statistics
    assert np.array_equal(odds(old, images[0], images), odds(again.eval(), images[0], images))
    assert odds(wider, images[0], images) == pytest.approx(odds(old, images[0], images), abs=1e-4)


def test_that_a_training_continues_from_the_start_weights() -> None:
    images = boards(3)
    mean, scale = np.mean(images, axis=0, dtype=np.float32), np.full(images[0].shape, 5, np.float32)
    first = trained(images, 30)
    *_, second = train_segmentation_net(images, mean, scale, seed=1, steps=1, start=first.state_dict())
    assert isinstance(second, SegmentationNet)
    assert odds(second, images[0], images) == pytest.approx(odds(first, images[0], images), abs=0.5)
    with pytest.raises(TrainingError, match="boards of another size"):
        next(train_segmentation_net([i[:32, :32] for i in images], mean[:32, :32], scale[:32, :32], seed=0, steps=1,
                               start=first.state_dict()))  # fmt: skip


def test_that_a_second_pass_can_only_raise_the_odds() -> None:
    images = boards(3)
    torch.manual_seed(0)
    net = SegmentationNet(position_grid((64, 96)))
    torch.nn.init.normal_(net.out.weight)
    session = NetworkSession(None, None, None, None, for_inference(net))  # type: ignore[arg-type]
    mean, scale = np.mean(images, axis=0, dtype=np.float32), np.full(images[0].shape, 5, np.float32)
    parts = (images[0], (images[0] - mean) / scale, known_board(mean, scale))
    once, twice = session.segment(*parts), session.segment(*parts, passes=2)
    assert once is not None
    assert twice is not None
    assert once.shape == twice.shape == (16, 24)
    assert (twice >= once).all()
    assert (twice > once).mean() > 0.2
