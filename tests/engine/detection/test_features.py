from __future__ import annotations

import cv2
import numpy as np
import pytest

from vqganodip.detection.features import PixelFeatures


@pytest.mark.parametrize("side", [4, 8, 12, 16, 30])
def test_that_pixel_features_are_the_patch_at_16_pixels(side):
    patches = np.random.default_rng(side).integers(0, 256, (5, side, side, 3), dtype=np.uint8)
    features = PixelFeatures()(patches).reshape(5, 3, 16, 16).transpose(0, 2, 3, 1)
    for patch, feature in zip(patches, features, strict=True):
        expected = cv2.resize(patch.astype(np.float32), (16, 16), interpolation=cv2.INTER_LINEAR) / 255
        np.testing.assert_allclose(feature, expected, atol=1e-5)


def test_that_a_patch_gives_the_same_bits_alone_in_a_batch_and_among_other_sizes():
    rng = np.random.default_rng(0)
    patches = rng.integers(0, 256, (300, 12, 12, 3), dtype=np.uint8)
    other = rng.integers(0, 256, (5, 3, 3), dtype=np.uint8)
    extractor = PixelFeatures()
    batch = extractor(patches)
    assert batch.shape == (300, extractor.dimensions)
    assert np.array_equal(batch[7], extractor(patches[7:8])[0])
    assert np.array_equal(extractor([other, patches[7], other])[1], batch[7])
