"""Maps that state where a defect is likely, and which of them the regions come from."""

from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.loaded_bundle import LoadedBundle, load_bundle
from vqganodip.detection.normal_features import FeatureBank, NormalFeatures
from vqganodip.records import Weighting

SIZE = (64, 48)
ODDS = np.full((12, 16), -3.0, np.float32)
DISTANCES = {"place8": np.full((6, 8), 2.0, np.float32), "nearest8": np.full((6, 8), 2.0, np.float32)}


def normal_features(usual: float, *, rank_regions: bool) -> NormalFeatures:
    """Features whose maps need no image."""
    channel, codes = np.ones(40, np.float32), np.zeros((1, 40), np.uint8)
    bank = FeatureBank(8, channel, channel, None, codes, (usual, usual))
    return NormalFeatures(64, (bank,), rank_regions)


@pytest.fixture
def model(tiny_bundle: Path) -> LoadedBundle:
    return load_bundle(open_bundle(tiny_bundle))


@pytest.mark.parametrize("rank", [True, False])
def test_that_regions_come_from_the_map_that_found_more_drawn_anomalies(model: LoadedBundle, rank: bool) -> None:
    with_features = dataclasses.replace(model, normal_features=normal_features(1.0, rank_regions=rank))
    maps = with_features.evidence_maps(SIZE, ODDS, DISTANCES)
    assert set(maps) == {Weighting.FOREIGN, Weighting.FEATURES}
    assert list(maps)[-1] is (Weighting.FEATURES if rank else Weighting.FOREIGN)
    assert maps[Weighting.FEATURES].min() > 0.99
    again = NormalFeatures.from_arrays(with_features.normal_features.to_arrays())
    assert again.rank_regions is rank


def test_that_features_alone_give_the_regions_of_a_product_in_free_position(model: LoadedBundle) -> None:
    free = dataclasses.replace(model, normal_features=normal_features(4.0, rank_regions=True))
    maps = free.evidence_maps(SIZE, None, DISTANCES)
    assert list(maps) == [Weighting.FEATURES]
    assert maps[Weighting.FEATURES].shape == (48, 64)
    assert maps[Weighting.FEATURES].max() < 0.01


def test_that_bundles_without_usual_distances_or_features_have_the_segmentation_map(model: LoadedBundle) -> None:
    earlier = dataclasses.replace(model, normal_features=normal_features(float("nan"), rank_regions=False))
    assert list(earlier.evidence_maps(SIZE, ODDS, DISTANCES)) == [Weighting.FOREIGN]
    without = dataclasses.replace(model, normal_features=None)
    assert list(without.evidence_maps(SIZE, ODDS, None)) == [Weighting.FOREIGN]
