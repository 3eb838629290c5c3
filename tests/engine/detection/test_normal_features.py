"""Features of normal images: codes, distances, the choice of what is kept, and their file."""

from __future__ import annotations

import dataclasses
from collections.abc import Generator

import numpy as np
import pytest
import torch

from vqganodip.detection.normal_features import (
    CODES_PER_SPREAD,
    FEATURE_SCORES,
    FeatureBank,
    NormalFeatures,
    channel_units,
    feature_map,
    feature_scores,
    scaled,
)
from vqganodip.errors import BundleError
from vqganodip.neural.feature_distances import averaged_features, distance_maps, far_apart, far_apart_at_places
from vqganodip.neural.networks.efficientnet_lite import efficientnet_lite
from vqganodip.training.events import Notice
from vqganodip.training.normal_features import measure_normal_features

SIDE = 96


def picture(seed: int) -> np.ndarray:
    """A texture that every picture shares, with a little noise of its own."""
    common = np.random.default_rng(1).integers(0, 255, (SIDE // 8, SIDE // 8, 3))
    own = np.random.default_rng([2, seed]).normal(0, 4, (SIDE, SIDE, 3))
    return np.clip(np.kron(common, np.ones((8, 8, 1))) + own, 0, 255).astype(np.uint8)


def measured(pictures: list[np.ndarray], *, fixed: bool) -> NormalFeatures | None:
    """Run a measurement to its end."""
    return run_to_the_end(measure_normal_features(pictures, fixed=fixed, seed=0))


def run_to_the_end(measuring: Generator[object, None, NormalFeatures | None]) -> NormalFeatures | None:
    """Exhaust a measurement and return its result."""
    while True:
        try:
            next(measuring)
        except StopIteration as end:
            return end.value


@pytest.fixture(scope="module")
def normal() -> NormalFeatures:
    found = measured([picture(i) for i in range(16)], fixed=True)
    assert found is not None
    return found


def brute_force(codes: np.ndarray, bank: FeatureBank) -> tuple[np.ndarray, np.ndarray]:
    """Distances by plain loops over the definition."""
    channels, height, width = codes.shape
    place, nearest = np.zeros((height, width)), np.zeros((height, width))
    for y in range(height):
        for x in range(width):
            one = codes[:, y, x].astype(float)
            near = [
                bank.places[k, :, min(max(y + dy, 0), height - 1), min(max(x + dx, 0), width - 1)]
                for k in range(len(bank.places))
                for dy in (-1, 0, 1)
                for dx in (-1, 0, 1)
            ]
            place[y, x] = min(((one - kept) ** 2).sum() for kept in near)
            nearest[y, x] = ((bank.anywhere - one) ** 2).sum(1).min()
    scale = CODES_PER_SPREAD * np.sqrt(channels)
    return np.sqrt(place) / scale, np.sqrt(nearest) / scale


def test_distances_are_those_of_the_definition(normal: NormalFeatures) -> None:
    network, board = efficientnet_lite(), picture(99)
    maps = distance_maps(board, network, normal)
    assert set(maps) == {"place8", "nearest8", "place16", "nearest16"}
    for bank in normal.banks:
        size = normal.size_of((SIDE, SIDE))
        features = averaged_features(board, network, size, [bank.stride])[bank.stride]
        place, nearest = brute_force(scaled(features, bank.mean, bank.spread), bank)
        assert np.allclose(maps[f"place{bank.stride}"], place, atol=1e-4)
        assert np.allclose(maps[f"nearest{bank.stride}"], nearest, atol=1e-4)


def test_an_anomaly_stands_out_and_a_normal_picture_does_not(normal: NormalFeatures) -> None:
    network, board = efficientnet_lite(), picture(98)
    scratched = board.copy()
    scratched[30:60, 40:56] = 250
    for name, values in distance_maps(board, network, normal).items():
        changed = distance_maps(scratched, network, normal)[name]
        assert feature_scores(changed)["max"] > 1.3 * feature_scores(values)["max"]
        y, x = np.unravel_index(changed.argmax(), changed.shape)
        assert 2 <= y * SIDE / changed.shape[0] / 10 <= 7
        assert 3 <= x * SIDE / changed.shape[1] / 10 <= 7


def test_the_map_marks_the_anomaly_on_one_scale_for_all_strides(normal: NormalFeatures) -> None:
    network, board = efficientnet_lite(), picture(96)
    scratched = board.copy()
    scratched[30:60, 40:56] = 250
    plain, marked = (
        feature_map(distance_maps(one, network, normal), normal, (SIDE, SIDE)) for one in (board, scratched)
    )
    assert plain is not None
    assert marked is not None
    assert marked.shape == (SIDE, SIDE)
    assert marked.min() >= 0
    assert marked.max() <= 1
    assert plain.max() < 0.8 < marked.max()
    y, x = np.unravel_index(marked.argmax(), marked.shape)
    assert 20 <= y <= 70
    assert 30 <= x <= 70
    usual = NormalFeatures(SIDE, (dataclasses.replace(normal.banks[0], usual=(0.5, 9.0)),))
    distances = {"place8": np.full((12, 12), 0.5, np.float32), "nearest8": np.full((12, 12), 99.0, np.float32)}
    assert np.allclose(feature_map(distances, usual, (SIDE, SIDE)), 0.5)


def test_a_bundle_that_does_not_know_the_usual_distances_gives_no_map(normal: NormalFeatures) -> None:
    arrays = {name: values for name, values in normal.to_arrays().items() if not name.endswith("usual")}
    earlier = NormalFeatures.from_arrays(arrays)
    assert feature_map(distance_maps(picture(95), efficientnet_lite(), earlier), earlier, (SIDE, SIDE)) is None


@pytest.mark.parametrize("threads", [1, 2, 4])
def test_the_number_of_threads_changes_nothing(normal: NormalFeatures, threads: int) -> None:
    from vqganodip.neural.inference import for_inference

    network, before = efficientnet_lite(), torch.get_num_threads()
    for_inference(network)
    expected = distance_maps(picture(97), network, normal)
    torch.set_num_threads(threads)
    try:
        found = distance_maps(picture(97), network, normal)
    finally:
        torch.set_num_threads(before)
    assert all(np.array_equal(found[name], expected[name]) for name in expected)


def test_what_is_kept_lies_far_apart() -> None:
    rng = np.random.default_rng(3)
    images = [rng.integers(100, 110, (4, 3, 3)).astype(np.uint8) for _ in range(20)]
    images[7][:, 1, 1] = 250
    kept = far_apart_at_places(images, 3)
    assert kept.shape == (3, 4, 3, 3)
    assert (kept[:, :, 1, 1] == 250).all(axis=1).sum() == 1
    rows = rng.integers(100, 110, (300, 4)).astype(np.uint8)
    rows[42] = 0
    *_, chosen = far_apart(rows, 10)
    assert chosen.shape == (10, 4)
    assert (chosen == 0).all(axis=1).any()
    (everything,) = far_apart(rows, 300)
    assert np.array_equal(everything, rows)


def test_the_file_holds_what_was_measured(normal: NormalFeatures) -> None:
    again = NormalFeatures.from_arrays(normal.to_arrays())
    assert again.side == normal.side
    for one, other in zip(again.banks, normal.banks, strict=True):
        assert (one.stride, one.spread.tobytes()) == (other.stride, other.spread.tobytes())
        assert np.array_equal(one.places, other.places)
        assert np.array_equal(one.anywhere, other.anywhere)


@pytest.mark.parametrize("missing", ["side", "mean", "spread"])
def test_a_damaged_file_is_refused(normal: NormalFeatures, missing: str) -> None:
    arrays = {name: values for name, values in normal.to_arrays().items() if not name.endswith(missing)}
    with pytest.raises(BundleError, match="features of the normal images"):
        NormalFeatures.from_arrays(arrays)


def test_features_that_tell_hardly_anything_apart_are_kept_for_the_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vqganodip.training.normal_features._LEAST_AUROC", 1.01)
    monkeypatch.setattr("vqganodip.training.normal_features._SIDES", (48, 64, 80))
    monkeypatch.setattr("vqganodip.training.normal_features._BETTER", 2.0)
    pictures = [picture(i) for i in range(10)]
    events = list(measure_normal_features(pictures, fixed=True, seed=0))
    texts = [str(event.text) for event in events if isinstance(event, Notice)]
    assert any("They are kept" in text for text in texts)
    assert measured(pictures, fixed=True).side == 64, "the comparison of 48 and 64 says nothing"
    assert measured(pictures[:7], fixed=True) is None


@pytest.mark.parametrize(
    ("on_normal", "on_anomaly", "rank"), [(-5.0, 6.0, False), (12.0, 30.0, True), (-5.0, -5.0, True)]
)
def test_regions_come_from_the_map_that_finds_more(on_normal: float, on_anomaly: float, rank: bool) -> None:
    pictures = [picture(i) for i in range(12)]
    known = {pixels.tobytes() for pixels in pictures}
    mean = np.mean(pictures, axis=0)

    def segment(board: np.ndarray) -> np.ndarray:
        """Return odds that are highest where a picture differs most from the others, or in a corner."""
        odds = np.full((SIDE // 4, SIDE // 4), -20.0, np.float32)
        if board.tobytes() in known or on_anomaly < 0:
            odds[0, 0] = on_normal
        else:
            y, x = np.unravel_index(np.abs(board - mean).max(axis=2).argmax(), board.shape[:2])
            odds[y // 4, x // 4] = on_anomaly
        return odds

    measuring = measure_normal_features(pictures, fixed=True, seed=0, segment=segment)
    found = run_to_the_end(measuring)
    assert found is not None
    assert found.rank_regions is rank


def test_pictures_of_any_size_are_compared_free_of_place(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("vqganodip.training.normal_features._LEAST_AUROC", 0.0)
    pictures = [picture(i)[: SIDE - 8 * (i % 3), : SIDE - 8 * (i % 2)] for i in range(12)]
    found = measured(pictures, fixed=False)
    assert all(bank.places is None for bank in found.banks)
    assert {name[:7] for name in distance_maps(pictures[5], efficientnet_lite(), found)} == {"nearest"}


def test_units_of_a_channel_are_its_mean_and_spread() -> None:
    maps = [np.random.default_rng(i).normal(5, 2, (3, 9, 8)).astype(np.float32) for i in range(4)]
    mean, spread = channel_units(maps)
    values = np.stack(maps).transpose(1, 0, 2, 3).reshape(3, -1)
    assert np.allclose(mean, values.mean(1), atol=1e-4)
    assert np.allclose(spread, values.std(1), atol=1e-4)


def test_ignored_places_do_not_count() -> None:
    distances = np.zeros((4, 4), np.float32)
    distances[0, 0], distances[2, 2] = 9.0, 3.0
    ignore = np.zeros((64, 64), bool)
    ignore[:16, :16] = True
    assert feature_scores(distances)["max"] == 9.0
    assert feature_scores(distances, ignore)["max"] == 3.0
    assert 0 < feature_scores(distances, ignore)["smooth"] < feature_scores(distances)["smooth"] / 2
    assert feature_scores(distances, np.ones((64, 64), bool)) == dict.fromkeys(FEATURE_SCORES, 0.0)


def test_a_defect_of_several_cells_stands_out_of_single_cells_in_the_smoothed_map() -> None:
    one, several = np.zeros((12, 12), np.float32), np.zeros((12, 12), np.float32)
    one[5, 5], several[5:7, 5:7] = 4.0, 3.0
    assert feature_scores(one)["max"] > feature_scores(several)["max"]
    assert feature_scores(one)["smooth"] < feature_scores(several)["smooth"] < 3.0
    assert feature_scores(one)["smooth5"] < feature_scores(several)["smooth5"]
    assert feature_scores(several)["smooth5"] < feature_scores(several)["smooth"]
