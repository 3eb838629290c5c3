from __future__ import annotations

import io

import numpy as np
import pytest

from vqganodip.detection.variation_mask import VariationMask
from vqganodip.errors import BundleError, ImageError, TrainingError


def test_that_the_mask_is_0_where_boards_vary_most_and_1_where_least():
    maps = [np.array([[0.0, 0.2, 0.4]], np.float32), np.array([[0.2, 0.2, 0.6]], np.float32)]
    built = VariationMask.build(iter(maps))
    assert built.images == 2
    assert built.mean[0] == pytest.approx([0.1, 0.2, 0.5])
    assert built.mask[0] == pytest.approx([1.0, 0.75, 0.0])


@pytest.mark.parametrize("value", [0.0, 0.3, 1.0])
def test_that_boards_that_vary_everywhere_alike_get_a_mask_of_ones(value):
    built = VariationMask.build([np.full((4, 5), value, np.float32)])
    assert (built.mask == 1).all()


def test_that_a_mask_survives_its_arrays():
    built = VariationMask.build(np.random.default_rng(0).random((3, 8, 9), np.float32))
    file = io.BytesIO()
    np.savez(file, **built.to_arrays())
    file.seek(0)
    with np.load(file, allow_pickle=False) as arrays:
        again = VariationMask.from_arrays(arrays)
    step = np.ptp(built.mean) / 255  # stored in 255 steps
    np.testing.assert_allclose(again.mean, built.mean, atol=0.501 * step)
    np.testing.assert_allclose(again.mask, built.mask, atol=0.501 / 255 + 1e-6)
    assert again.images == 3


def test_that_no_maps_and_maps_of_two_sizes_are_refused():
    with pytest.raises(TrainingError, match="no normal image"):
        VariationMask.build([])
    with pytest.raises(ImageError, match="difference map 2"):
        VariationMask.build([np.zeros((4, 4), np.float32), np.zeros((4, 5), np.float32)])


@pytest.mark.parametrize(
    "arrays",
    [
        {},
        {"mean": np.zeros((2, 2), np.float32)},
        {"mean": np.full((2, 2), np.nan), "images": np.asarray(3)},
        {"mean": np.zeros(4), "images": np.asarray(3)},
    ],
)
def test_that_damaged_arrays_are_refused(arrays):
    with pytest.raises(BundleError):
        VariationMask.from_arrays(arrays)
