"""The door to torchvision, tested with untrained weights: shapes, and clear words when published ones are missing."""

from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
import torch

from vqganodip.errors import WeightsError
from vqganodip.neural.networks.imagenet import inception_features, vgg16_features
from vqganodip.neural.networks.pretrained import WEIGHTS


def test_that_vgg16_gives_its_last_feature_layer() -> None:
    assert vgg16_features(pretrained=False)(torch.zeros(1, 3, 64, 64)).shape == (1, 512, 2, 2)


def test_that_inception_gives_2048_pool_features() -> None:
    extractor = inception_features(pretrained=False)
    features = extractor([np.zeros((8, 8, 3), np.uint8), np.full((16, 16, 3), 200, np.uint8)])
    assert features.shape == (2, 2048)
    assert np.isfinite(features).all()


def test_that_missing_or_wrong_weight_files_are_named(tmp_path: Path) -> None:
    with pytest.raises(WeightsError, match=r"vgg16-397923af.*preset robust"):
        vgg16_features(tmp_path)
    (tmp_path / WEIGHTS["vgg16"].file_name).write_bytes(b"not weights")
    with pytest.raises(WeightsError, match="hash differs"):
        vgg16_features(tmp_path)
