"""Patch distances against SciPy and scikit-image, pair by pair and as a table of all patches of a board."""

from __future__ import annotations

import numpy as np
import pytest
from engine.pairs import make_pair, pairs
from hypothesis import given, settings

from vqganodip.detection.metrics import patch
from vqganodip.detection.metrics.patch import PatchPairs, PatchTable
from vqganodip.inspection.literal_procedure import literal_patch_metrics

DISTANCES = [getattr(patch, name) for name in patch.__all__ if name.islower()]


@settings(max_examples=80, deadline=None)
@given(pair=pairs(1, 20))
def test_that_every_patch_distance_equals_scipy_and_scikit_image(pair):
    original, reconstruction = pair
    expected = literal_patch_metrics(original, reconstruction)
    single = PatchPairs(original[None], reconstruction[None])
    for distance in DISTANCES:
        name = distance.__name__
        assert distance(single)[0] == pytest.approx(expected[name], rel=1e-5, abs=1e-7), name


@settings(max_examples=25, deadline=None)
@given(pair=pairs(8, 30))
def test_that_a_patch_has_the_same_bits_alone_and_among_others(pair):
    height, width = pair[0].shape[:2]
    corners = [(x, y) for x in (0, width - 8) for y in (0, height - 8)]
    few = np.array([[x, y, x + 8, y + 8] for x, y in corners], np.int32)
    table = PatchTable(*pair, {"few": few, "one": few[2:3], "large": np.array([[0, 0, width, height]], np.int32)})
    alone = PatchTable(*pair, {"one": few[2:3]})
    for distance in DISTANCES:
        together, single = table.distances(distance), alone.distances(distance)
        assert together[table.rows["one"]].tobytes() == single[alone.rows["one"]].tobytes(), distance.__name__
        assert together[table.rows["few"]][2] == single[0]


def test_that_repeated_boxes_have_the_same_values():
    boxes = np.array([[0, 0, 8, 8], [4, 4, 8, 8], [0, 0, 8, 8]], np.int32)
    table = PatchTable(*make_pair("noise", 40, 40, seed=1), {"boxes": boxes})
    for distance in DISTANCES:
        values = table.distances(distance)[table.rows["boxes"]]
        assert values[0] == values[2]


@settings(max_examples=40, deadline=None)
@given(pair=pairs(1, 20))
def test_that_floats_of_whole_levels_measure_like_bytes(pair):
    original, reconstruction = pair
    bytes_, floats = (PatchPairs(original[None], r[None]) for r in (reconstruction, reconstruction.astype(np.float32)))
    for distance in DISTANCES:
        assert distance(floats)[0] == pytest.approx(distance(bytes_)[0], rel=1e-6, abs=1e-7), distance.__name__


@settings(max_examples=40, deadline=None)
@given(pair=pairs(4, 12))
def test_that_a_hundred_thousandth_of_a_level_moves_no_distance_far(pair):
    original, reconstruction = pair
    levels = np.clip(reconstruction, 1, 254).astype(np.float32)
    one, other = (PatchPairs(original[None], r[None]) for r in (levels, levels + np.float32(1e-4)))
    for distance in set(DISTANCES) - {patch.canberra, patch.correlation}:  # they tell black and constant from nearly so
        assert distance(other)[0] == pytest.approx(distance(one)[0], abs=0.02), distance.__name__
