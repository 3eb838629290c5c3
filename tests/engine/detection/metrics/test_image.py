"""Image metrics: pixel error and ORB matching difference on constructed images."""

from __future__ import annotations

import numpy as np
import pytest
from engine.pairs import make_pair

from vqganodip.detection.metrics.image import mean_squared_error, orb_difference, squared_levels


def test_that_a_mask_of_ones_does_not_change_the_pixel_error():
    squares = squared_levels(*make_pair("noise", 20, 20, seed=0))
    plain = mean_squared_error(squares)
    assert mean_squared_error(squares, np.ones((20, 20), np.float32)) == pytest.approx(plain, rel=1e-12)


def test_that_equal_images_have_no_orb_difference_and_lost_structure_has_one():
    original, _ = make_pair("noise", 128, 128, seed=1)
    assert orb_difference(original, original) == 0.0
    assert orb_difference(original, np.full_like(original, 90)) == 1.0
    assert orb_difference(np.zeros_like(original), np.zeros_like(original)) == 0.0
