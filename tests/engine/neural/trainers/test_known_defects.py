"""Lessons from labelled boards: crops at their defects, targets from their masks."""

from __future__ import annotations

import numpy as np

from vqganodip.datasets.ground_truth import MarkedBoard
from vqganodip.neural.trainers.segmentation_batches import BoardCrops, FalseAlarms, SegmentationBatch
from vqganodip.types import Image

SIZE = (64, 96)
SPOT = np.s_[24:36, 40:52]
SMALL = np.s_[9:11, 9:11]


def boards(count: int) -> list[Image]:
    rng = np.random.default_rng(0)
    return [rng.integers(80, 90, (*SIZE, 3)).astype(np.uint8) for _ in range(count)]


def batches(marked: list[MarkedBoard], count: int = 10) -> list[SegmentationBatch]:
    images = boards(4)
    mean, scale = np.full((*SIZE, 3), 85, np.float32), np.full((*SIZE, 3), 5, np.float32)
    crops, rng = BoardCrops(images, mean, scale, marked=marked), np.random.default_rng(3)
    return [crops.batch(rng, FalseAlarms()) for _ in range(count)]


def test_a_share_of_the_crops_shows_known_defects_where_the_mask_says() -> None:
    (board,) = boards(1)
    mask = np.zeros(SIZE, np.bool_)
    mask[SPOT] = mask[SMALL] = True
    board[mask] = 250
    expected = np.zeros((16, 24), np.bool_)
    expected[6:9, 10:13] = True
    expected[2, 2] = True  # smaller than a cell, and still one
    found = 0
    for batch in batches([MarkedBoard(board, mask)]):
        for target, certain in zip(batch.target[:, 0].numpy(), batch.certain[:, 0].numpy(), strict=True):
            if (target == expected).all():
                found += 1
                assert certain[expected].all()
                assert not certain[5, 10]  # at the edge of the mask
                assert certain[12:].all()
    assert 4 <= found <= 30  # about a fifth of 80


def test_without_labelled_boards_the_lessons_are_those_of_earlier_versions() -> None:
    nothing = MarkedBoard(boards(1)[0], np.zeros(SIZE, np.bool_))
    for ours, theirs in zip(batches([]), batches([nothing]), strict=True):
        assert ours.x.equal(theirs.x)
        assert ours.target.equal(theirs.target)
        assert ours.places == theirs.places
