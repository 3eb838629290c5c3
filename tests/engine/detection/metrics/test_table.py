from __future__ import annotations

import math

import numpy as np
import pytest
from engine.pairs import make_pair, pairs
from hypothesis import given, settings
from hypothesis import strategies as st

from vqganodip.detection.candidates import find_candidates
from vqganodip.detection.difference_map import difference_map, standardised, weighted
from vqganodip.detection.features import PixelFeatures
from vqganodip.detection.latent_statistics import LATENT_SCORES
from vqganodip.detection.metrics.aggregates import AGGREGATES, aggregate
from vqganodip.detection.metrics.image import NetworkMeasures, mean_squared_error, orb_difference
from vqganodip.detection.metrics.patch import PATCH_DISTANCES, PatchPairs, patch_distances
from vqganodip.detection.metrics.table import (
    METRICS,
    Family,
    Level,
    MetricInputs,
    View,
    collect,
    column_names,
    metric_of,
)
from vqganodip.detection.patches import PatchDistances
from vqganodip.detection.segmentation_map import FOREIGN_SCORES, segmentation_scores
from vqganodip.errors import ScoringError
from vqganodip.inspection.literal_procedure import literal_aggregates, literal_candidates, literal_patch_metrics
from vqganodip.records import Weighting
from vqganodip.settings import PRESETS, CandidateSettings

NETWORKS = NetworkMeasures(perceptual=0.5, quantization=0.25, gan_original=0.7, gan_reconstruction=0.6)
SMALL = CandidateSettings(p=10, q=40)


def make_inputs(original, reconstruction, choice=SMALL, *, additions=True, ignore=None) -> MetricInputs:
    difference = difference_map(original, reconstruction)
    height, width = difference.shape
    variation = np.linspace(0, 0.1, height * width, dtype=np.float32).reshape(height, width)
    mask = np.float32(1) - variation / np.float32(0.1)
    maps = {Weighting.RAW: difference, Weighting.WEIGHTED: weighted(difference, mask)}
    if additions:
        maps[Weighting.STANDARDISED] = standardised(difference, variation, 1.5)
    extractor = PixelFeatures()
    shared = PatchDistances(original, reconstruction, extractor)
    views = {}
    for weighting, values in maps.items():
        found = find_candidates(original, reconstruction, values, extractor, choice, variation, ignore, shared=shared)
        views[weighting] = View(values, found)
    return MetricInputs(
        original=original,
        reconstruction=reconstruction,
        views=views,
        mask=mask,
        networks=NETWORKS,
        golden=difference * 20 if additions else None,
        excess=difference * 10 if additions else None,
        latent=dict.fromkeys(LATENT_SCORES, float(difference.mean())) if additions else None,
        foreign=segmentation_scores(np.log(difference[::4, ::4] + 1e-3), 4) if additions else None,
        local=additions,
        ignore=ignore,
        p=choice.p,
        additions=additions,
    )


@settings(max_examples=80, deadline=None)
@given(pair=pairs(1, 20))
def test_that_every_patch_distance_equals_scipy_and_scikit_image(pair):
    original, reconstruction = pair
    expected = literal_patch_metrics(original, reconstruction)
    pairs_of_one = PatchPairs(original[None], reconstruction[None])
    for name, distance in PATCH_DISTANCES.items():
        assert distance(pairs_of_one)[0] == pytest.approx(expected[name], rel=1e-5, abs=1e-7), name


@settings(max_examples=25, deadline=None)
@given(pair=pairs(1, 36))
def test_that_the_row_of_the_paper_equals_the_literal_procedure(pair):
    original, reconstruction = pair
    inputs = make_inputs(original, reconstruction, additions=False)
    row = dict(zip(*_parts(collect(inputs)), strict=True))
    assert row["raw.image.perceptual"] == 0.5
    for weighting, view in inputs.views.items():
        for name, value in _literal_view(inputs, weighting, view).items():
            assert row[f"{weighting}.{name}"] == pytest.approx(value, rel=1e-5, abs=1e-6), (weighting, name)


def _literal_view(inputs, weighting, view) -> dict[str, float]:
    patches = literal_candidates(inputs.original, inputs.reconstruction, view.difference, PixelFeatures(), SMALL)
    measured = [
        {
            "fid": p.distance,
            **literal_patch_metrics(*(i[p.box[1] : p.box[3], p.box[0] : p.box[2]] for i in _both(inputs))),
        }
        for p in patches
    ]
    mask = inputs.mask if weighting is Weighting.WEIGHTED else np.ones_like(inputs.mask)
    delta = (inputs.original.astype(float) - inputs.reconstruction.astype(float)) / 255 * mask[..., None]
    values = {"image.mse": float((delta**2).mean())}
    top = np.sort(view.difference.flatten())[::-1][: inputs.p]
    sets = {"image.absdiff": view.difference, "pixel.top": top}
    sets |= {f"patch.{name}": np.array([m[name] for m in measured]) for name in measured[0]}
    for stem, numbers in sets.items():
        values |= {f"{stem}.{name}": value for name, value in literal_aggregates(numbers).items()}
    return values


def _both(inputs):
    return inputs.original, inputs.reconstruction


def _parts(row):
    return row.names, row.values.tolist()


@settings(max_examples=25, deadline=None)
@given(pair=pairs(1, 40), robust=st.booleans())
def test_that_no_image_gives_a_value_that_is_not_finite_or_outside_its_range(pair, robust):
    choice = PRESETS["robust" if robust else "paper"].candidates
    row = collect(make_inputs(*pair, choice))
    assert np.isfinite(row.values).all()
    for name, value in zip(*_parts(row), strict=True):
        low, high = metric_of(name).range
        if not name.endswith(".sum"):
            assert low - 1e-12 <= value <= high + 1e-12, name


def test_that_the_names_of_a_row_do_not_depend_on_the_pixels():
    rows = [collect(make_inputs(*make_pair(kind, 24, 30, seed=1))) for kind in ("noise", "black", "board")]
    assert rows[0].names == rows[1].names == rows[2].names
    assert rows[0].names == column_names(reversed(Family), networks=NETWORKS.values())
    assert len(set(rows[0].names)) == len(rows[0].names)


def test_that_the_names_are_those_of_the_paper_in_the_literal_row():
    names = column_names((Family.RAW, Family.WEIGHTED), networks=NETWORKS.values(), additions=False)
    assert "weighted.patch.ssim.sum" in names
    assert "raw.image.gan_reconstruction" in names
    assert "weighted.image.orb" not in names
    assert not [name for name in names if metric_of(name).addition]
    levels = {metric_of(name).level for name in names}
    assert levels == set(Level)
    assert len(names) == (1 + 4 + 1 + 7 + 7 + 15 * 7) + (1 + 7 + 7 + 15 * 7)


def test_that_the_table_names_every_patch_distance_and_explains_every_metric():
    patch_level = {metric.name for metric in METRICS if metric.level is Level.PATCH}
    assert patch_level == {*PATCH_DISTANCES, "fid", "scaled_fid"}
    for metric in METRICS:
        assert metric.sentence.endswith(".")
        assert metric.citation
        assert metric.range[0] < metric.range[1]
        assert metric.families
        assert set(metric.aggregates) <= {*AGGREGATES, *LATENT_SCORES, *FOREIGN_SCORES, "mass"}


def test_that_a_network_that_is_not_there_has_no_column():
    names = column_names((Family.RAW,), networks=("quantization",))
    assert "raw.image.quantization" in names
    assert "raw.image.perceptual" not in names


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_that_a_network_that_measures_no_number_is_an_error(value):
    with pytest.raises(ScoringError, match="perceptual"):
        NetworkMeasures(perceptual=value).values()


def test_that_a_weighted_map_without_its_mask_is_an_error():
    whole = make_inputs(*make_pair("noise", 20, 20, seed=0))
    with pytest.raises(ScoringError, match="without its mask"):
        collect(MetricInputs(whole.original, whole.reconstruction, whole.views))
    with pytest.raises(ScoringError, match="raw difference map"):
        collect(MetricInputs(whole.original, whole.reconstruction, {}))


def test_that_a_mask_of_ones_leaves_the_pixel_error_as_it_is():
    original, reconstruction = make_pair("noise", 20, 20, seed=0)
    ones = np.ones((20, 20), np.float32)
    plain = mean_squared_error(original, reconstruction)
    assert mean_squared_error(original, reconstruction, ones) == pytest.approx(plain, rel=1e-12)


def test_that_what_lies_in_an_ignored_region_changes_no_pixel_metric():
    original, reconstruction = make_pair("board", 40, 40, seed=1)
    ignore = np.zeros((40, 40), bool)
    ignore[:, :20] = True
    changed = original.copy()
    changed[10:15, 5:10] = 255 - changed[10:15, 5:10]
    first, second = (
        dict(zip(*_parts(collect(make_inputs(image, reconstruction, ignore=ignore))), strict=True))
        for image in (original, changed)
    )
    for family in (Family.RAW, Family.WEIGHTED):
        for name in ("image.mse", "image.absdiff.sum", "pixel.top.max", "pixel.top10.mean"):
            assert first[f"{family}.{name}"] == second[f"{family}.{name}"]
    assert first["golden.pixel.top.max"] == second["golden.pixel.top.max"]


def test_that_repeated_boxes_get_the_same_values():
    original, reconstruction = make_pair("noise", 40, 40, seed=1)
    boxes = np.array([[0, 0, 8, 8], [4, 4, 8, 8], [0, 0, 8, 8]], np.int32)
    for values in patch_distances(original, reconstruction, boxes).values():
        assert values[0] == values[2]


def test_that_equal_images_have_no_orb_difference_and_lost_structure_has_one():
    original, _ = make_pair("noise", 128, 128, seed=1)
    assert orb_difference(original, original) == 0.0
    assert orb_difference(original, np.full_like(original, 90)) == 1.0
    assert orb_difference(np.zeros_like(original), np.zeros_like(original)) == 0.0


@settings(max_examples=40, deadline=None)
@given(st.lists(st.floats(0, 1, width=32), min_size=1, max_size=50))
def test_that_aggregates_equal_numpys(values):
    found = aggregate(np.array(values, np.float32))
    assert tuple(found) == AGGREGATES
    expected = literal_aggregates(np.array(values, np.float32))
    assert found == pytest.approx(expected, rel=1e-9, abs=1e-12)
