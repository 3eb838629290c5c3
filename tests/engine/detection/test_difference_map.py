from __future__ import annotations

import numpy as np
import pytest
from engine.pairs import make_pair, pairs
from hypothesis import given, settings
from hypothesis import strategies as st
from hypothesis.extra.numpy import arrays

from vqganodip.detection.difference_map import difference_map, highest_pixels, local_contrast, standardised, weighted
from vqganodip.errors import ImageError


@settings(max_examples=30, deadline=None)
@given(pairs())
def test_that_the_difference_map_is_the_mean_absolute_difference_of_the_channels(pair):
    original, reconstruction = pair
    expected = np.abs(original.astype(float) - reconstruction.astype(float)).mean(axis=2) / 255
    from_bytes, from_floats = difference_map(original, reconstruction), difference_map(original, reconstruction * 1.0)
    assert from_bytes.dtype == from_floats.dtype == np.float32
    np.testing.assert_allclose(from_bytes, expected, atol=1e-6)
    np.testing.assert_allclose(from_floats, expected, atol=1e-6)


def test_that_images_of_different_sizes_are_refused_with_both_sizes_named():
    with pytest.raises(ImageError, match=r"8×6 pixels where 9×6"):
        difference_map(np.zeros((6, 9, 3), np.uint8), np.zeros((6, 8, 3), np.uint8))


def test_that_the_mask_multiplies_the_difference():
    difference = np.array([[0.5, 0.25]], np.float32)
    assert weighted(difference, np.array([[0.0, 1.0]], np.float32)).tolist() == [[0.0, 0.25]]


def test_that_the_standardised_difference_is_in_units_of_the_normal_variation():
    variation = np.array([[0.1, 0.3]], np.float32)  # mean 0.2, half of it 0.1
    assert standardised(np.array([[0.2, 0.2]], np.float32), variation, 0)[0] == pytest.approx([1.0, 0.5])


def test_that_boards_without_any_variation_give_a_finite_standardised_difference():
    z = standardised(np.full((9, 9), 1 / 255, np.float32), np.zeros((9, 9), np.float32), 1.5)
    np.testing.assert_allclose(z, 2.0, rtol=1e-5)


def test_that_local_contrast_finds_a_spot_on_a_board_that_differs_everywhere():
    quiet, busy = np.full((2, 64, 64), 0.01, np.float32)
    quiet[30, 30] += 0.2
    busy += np.float32(0.2)
    assert local_contrast(quiet).max() > 1.5 * local_contrast(busy).max()


@pytest.mark.parametrize("shape", [(1, 1), (1, 40), (3, 2)])
def test_that_tiny_maps_are_blurred_too(shape):
    ones = np.ones(shape, np.float32)
    assert standardised(ones, ones, 1.5).shape == shape
    assert np.isfinite(local_contrast(ones)).all()


values = arrays(
    np.float32, st.tuples(st.integers(1, 90), st.integers(1, 60)), elements=st.sampled_from([0, 0.25, 0.5, 1])
)


@settings(max_examples=60, deadline=None)
@given(values, st.integers(1, 300), st.booleans())
def test_that_the_highest_pixels_are_those_of_a_stable_sort(values, count, with_ignore):
    ignore = None
    allowed = np.arange(values.size)
    if with_ignore:
        ignore = np.arange(values.size).reshape(values.shape) % 3 == 1
        allowed = np.flatnonzero(~ignore.ravel())
    expected = allowed[np.argsort(-values.ravel()[allowed], kind="stable")][:count]
    assert highest_pixels(values, count, ignore).tolist() == expected.tolist()


def test_that_the_highest_pixels_of_a_large_map_are_those_of_a_stable_sort():
    original, reconstruction = make_pair("noise", 300, 400, seed=4)
    difference = difference_map(original, reconstruction)
    expected = np.argsort(-difference.ravel(), kind="stable")[:100]
    assert highest_pixels(difference, 100).tolist() == expected.tolist()
