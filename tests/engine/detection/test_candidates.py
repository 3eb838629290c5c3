from __future__ import annotations

import dataclasses

import numpy as np
import pytest
from engine.pairs import make_pair, pairs
from hypothesis import given, settings
from hypothesis import strategies as st

from vqganodip.detection.candidates import candidate_pixels, find_candidates, merge_regions
from vqganodip.detection.difference_map import difference_map, standardised, weighted
from vqganodip.detection.features import PixelFeatures
from vqganodip.detection.patches import PatchDistances, patch_boxes
from vqganodip.errors import ImageError, SettingsError
from vqganodip.inspection.literal_procedure import literal_candidates
from vqganodip.presets import PRESETS
from vqganodip.records import Candidate
from vqganodip.settings import CandidateSettings
from vqganodip.types import Box

PAPER = PRESETS["paper"].candidates
ROBUST = PRESETS["robust"].candidates

choices = st.builds(
    CandidateSettings,
    p=st.integers(1, 12),
    n=st.integers(1, 4),
    alpha=st.integers(1, 5),
    shift=st.sampled_from([0.0, 0.25, 0.5, 1.0]),
    q=st.integers(1, 200),
    keep_repeats=st.booleans(),
    nms_px=st.integers(0, 4),
    weight_distances=st.booleans(),
    best_of_pixel_first=st.booleans(),
)


def paired(original, reconstruction, difference, extractor, *more):
    """Arguments of the literal procedure as those of find_candidates."""
    return PatchDistances(original, reconstruction, extractor), difference, *more


class CountingFeatures(PixelFeatures):
    def __init__(self) -> None:
        self.patches = 0

    def __call__(self, patches):
        self.patches += len(patches)
        return super().__call__(patches)


@settings(max_examples=60, deadline=None)
@given(pair=pairs(), choice=choices, with_variation=st.booleans(), seed=st.integers(0, 99))
def test_that_boxes_and_their_order_are_those_of_the_literal_procedure(pair, choice, with_variation, seed):
    original, reconstruction = pair
    difference = difference_map(original, reconstruction)
    rng = np.random.default_rng(seed)
    variation = rng.random(difference.shape, np.float32) * np.float32(0.1) if with_variation else None
    ignore = rng.random(difference.shape) < 0.3 if seed % 2 else None
    if ignore is not None:
        ignore[-1, -1] = False
    arguments = (original, reconstruction, difference, PixelFeatures(), choice, variation, ignore)
    actual, expected = find_candidates(*paired(*arguments)), literal_candidates(*arguments)
    assert [tuple(box) for box in actual.boxes.tolist()] == [patch.box for patch in expected]
    assert actual.distances.tolist() == [patch.distance for patch in expected]
    np.testing.assert_allclose(actual.scores, [patch.score for patch in expected], rtol=1e-12)


@pytest.mark.parametrize("name", ["paper", "robust"])
@pytest.mark.parametrize("kind", ["board", "black", "stripes"])
def test_that_both_presets_agree_with_the_literal_procedure_at_full_counts(name, kind):
    original, reconstruction = make_pair(kind, 48, 64, seed=3)
    difference = difference_map(original, reconstruction)
    choice = dataclasses.replace(PRESETS[name].candidates, p=30)
    arguments = (original, reconstruction, difference, PixelFeatures(), choice, difference)
    expected = [patch.box for patch in literal_candidates(*arguments)]
    assert [tuple(box) for box in find_candidates(*paired(*arguments)).boxes.tolist()] == expected


def test_that_the_paper_preset_ranks_3600_patches_and_selects_250():
    original, reconstruction = make_pair("noise", 128, 128, seed=1)
    difference = difference_map(original, reconstruction)
    pixels = candidate_pixels(difference, PAPER)
    boxes = patch_boxes(pixels, (128, 128), PAPER)
    assert boxes.shape == (100, 36, 4)
    assert len(find_candidates(PatchDistances(original, reconstruction, PixelFeatures()), difference, PAPER)) == 250
    sides = boxes[..., 2] - boxes[..., 0]
    assert sorted(set(sides.ravel().tolist())) == [4, 8, 12, 16]
    assert boxes.min() >= 0
    assert boxes.max() <= 128


def test_that_every_patch_away_from_the_border_touches_its_pixel():
    boxes = patch_boxes(np.array([[30, 40]]), (100, 100), PAPER).reshape(-1, 4)
    assert all(Box(*box).touches(Box(30, 40, 31, 41)) for box in boxes.tolist())


def test_that_a_patch_larger_than_the_image_is_cut_to_it():
    boxes = patch_boxes(np.array([[2, 5]]), (5, 100), PAPER).reshape(-1, 4)
    assert set((boxes[:, 2] - boxes[:, 0]).tolist()) == {4, 5}
    assert set((boxes[:, 3] - boxes[:, 1]).tolist()) == {4, 8, 12, 16}


def test_that_weightings_share_patches_and_each_is_computed_once():
    original, reconstruction = make_pair("board", 96, 96, seed=5)
    difference = difference_map(original, reconstruction)
    variation = np.full(difference.shape, 0.02, np.float32)
    extractor = CountingFeatures()
    shared = PatchDistances(original, reconstruction, extractor)
    views = (difference, weighted(difference, np.ones_like(difference)), standardised(difference, variation, 0))
    sets = [find_candidates(shared, view, PAPER, variation) for view in views]
    assert extractor.patches == 2 * shared.computed
    assert np.array_equal(sets[0].boxes, sets[1].boxes)
    alone = find_candidates(PatchDistances(original, reconstruction, PixelFeatures()), views[2], PAPER, variation)
    assert np.array_equal(sets[2].boxes, alone.boxes)
    again = extractor.patches
    find_candidates(shared, difference, PAPER)
    assert extractor.patches == again


def test_that_a_minimum_pixel_distance_reveals_a_defect_next_to_a_large_one():
    original = np.full((128, 128, 3), 60, np.uint8)
    reconstruction = original.copy()
    original[20:40, 20:40] = 255
    original[100:103, 100:103] = 120
    difference = difference_map(original, reconstruction)
    small = Box(100, 100, 103, 103)

    def covers(choice: CandidateSettings) -> bool:
        result = find_candidates(PatchDistances(original, reconstruction, PixelFeatures()), difference, choice)
        return any(candidate.box.touches(small) for candidate in result.candidates)

    assert not covers(PAPER)
    assert covers(ROBUST)


def test_that_a_region_where_boards_vary_by_nature_ranks_after_a_defect_when_distances_are_weighted():
    original, reconstruction = np.full((2, 96, 96, 3), 60, np.uint8)
    original[10:20, 10:20] = 200  # varies on every board
    original[60:70, 60:70] = 140  # never seen before
    difference = difference_map(original, reconstruction)
    variation = np.full(difference.shape, 0.01, np.float32)
    variation[5:25, 5:25] = 0.5
    weights = dataclasses.replace(ROBUST, best_of_pixel_first=False)
    plain = dataclasses.replace(weights, weight_distances=False)
    arguments = (original, reconstruction, difference, PixelFeatures())
    assert find_candidates(*paired(*arguments), plain, variation).boxes[0, 0] < 30
    assert find_candidates(*paired(*arguments), weights, variation).boxes[0, 0] > 50


def test_that_ignored_pixels_are_never_chosen_and_ignoring_everything_is_an_error():
    original, reconstruction = make_pair("noise", 32, 32, seed=2)
    difference = difference_map(original, reconstruction)
    ignore = np.zeros(difference.shape, bool)
    ignore[:, :16] = True
    result = find_candidates(
        PatchDistances(original, reconstruction, PixelFeatures()), difference, ROBUST, None, ignore
    )
    assert result.pixels[:, 0].min() >= 16
    with pytest.raises(SettingsError, match="whole board"):
        find_candidates(
            PatchDistances(original, reconstruction, PixelFeatures()), difference, ROBUST, None, np.ones_like(ignore)
        )


def test_that_a_map_of_another_size_is_refused():
    original, reconstruction = make_pair("noise", 32, 32, seed=2)
    with pytest.raises(ImageError, match="20×32"):
        find_candidates(
            PatchDistances(original, reconstruction, PixelFeatures()), np.zeros((32, 20), np.float32), PAPER
        )


def test_that_equal_pixels_are_chosen_row_by_row():
    flat = np.zeros((40, 50), np.float32)
    pixels = candidate_pixels(flat, PAPER)
    assert pixels.tolist() == [[i % 50, i // 50] for i in range(100)]


def candidate(x: int, y: int, side: int, distance: float) -> Candidate:
    return Candidate(Box(x, y, x + side, y + side), distance)


def test_that_overlapping_candidates_become_one_region():
    regions = merge_regions([candidate(0, 0, 8, 1.0), candidate(4, 4, 8, 3.0), candidate(40, 40, 4, 2.0)])
    assert [(r.box, r.distance_max, r.distance_sum, r.candidates) for r in regions] == [
        (Box(0, 0, 12, 12), 3.0, 4.0, 2),
        (Box(40, 40, 44, 44), 2.0, 2.0, 1),
    ]


def test_that_a_chain_of_candidates_does_not_swallow_the_board():
    chain = [candidate(x, 0, 16, 1.0) for x in range(0, 1000, 8)]
    regions = merge_regions(chain, max_side=64, limit=1000)
    assert max(region.box.width for region in regions) <= 64
    assert sum(region.candidates for region in regions) == len(chain)
    assert len(regions) < 40


@settings(max_examples=50, deadline=None)
@given(
    st.lists(
        st.builds(candidate, st.integers(0, 90), st.integers(0, 90), st.sampled_from([4, 8, 12, 16]), st.floats(0, 9)),
        max_size=60,
    ),
    st.randoms(),
)
def test_that_regions_contain_every_candidate_once_in_any_order(candidates, random):
    regions = merge_regions(candidates, max_side=40, limit=1000)
    assert sum(region.candidates for region in regions) == len(candidates)
    assert sum(region.distance_sum for region in regions) == pytest.approx(sum(c.distance for c in candidates))
    assert all(max(region.box.width, region.box.height) <= 40 for region in regions)
    assert all(any(c.box.union(r.box) == r.box for r in regions) for c in candidates)
    shuffled = random.sample(candidates, len(candidates))
    assert [r.box for r in merge_regions(shuffled, max_side=40, limit=1000)] == [r.box for r in regions]


def test_that_only_the_first_regions_are_returned():
    regions = merge_regions([candidate(30 * i, 0, 4, float(i)) for i in range(9)], limit=3)
    assert [region.distance_max for region in regions] == [8.0, 7.0, 6.0]


def test_that_evidence_replaces_distances_in_the_ranking_and_only_selected_patches_are_measured() -> None:
    rng = np.random.default_rng(5)
    original, reconstruction = (rng.integers(0, 256, (64, 64, 3), dtype=np.uint8) for _ in range(2))
    evidence = np.zeros((64, 64), np.float32)
    evidence[20:24, 30:34], evidence[50, 10] = 0.9, 0.5
    chosen = CandidateSettings(p=3, q=12, keep_repeats=False, nms_px=4, best_of_pixel_first=True)
    pairs = PatchDistances(original, reconstruction, PixelFeatures())
    result = find_candidates(pairs, evidence, chosen, evidence=evidence)
    assert tuple(result.boxes[0]) == (30, 20, 34, 24)
    assert result.scores[0] == pytest.approx(0.9)
    assert pairs.computed == len(result) == 12
