"""Metric rows against the literal procedure, and what holds for every row."""

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
from vqganodip.detection.latent_statistics import LatentStatistics
from vqganodip.detection.metrics.collect import collect
from vqganodip.detection.metrics.inputs import MetricInputs, NetworkMeasures, View
from vqganodip.detection.metrics.registry import column_names, metric_of
from vqganodip.detection.patches import PatchDistances
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.variation_mask import NormalSpread
from vqganodip.errors import ScoringError
from vqganodip.inspection.literal_procedure import literal_aggregates, literal_candidates, literal_patch_metrics
from vqganodip.presets import PRESETS
from vqganodip.records import Weighting
from vqganodip.settings import CandidateSettings

NETWORKS = NetworkMeasures(perceptual=0.5, quantization=0.25, gan_original=0.7, gan_reconstruction=0.6)
SMALL = CandidateSettings(p=10, q=40)


def make_inputs(original, reconstruction, choice=SMALL, *, additions=True, ignore=None) -> MetricInputs:
    difference = difference_map(original, reconstruction)
    height, width = difference.shape
    levels = np.full(original.shape, 3, np.float32)
    variation = np.linspace(0, 0.1, height * width, dtype=np.float32).reshape(height, width)
    mask = np.float32(1) - variation / np.float32(0.1)
    maps = {Weighting.RAW: difference, Weighting.WEIGHTED: weighted(difference, mask)}
    if additions:
        maps[Weighting.STANDARDISED] = standardised(difference, variation, 1.5)
    extractor = PixelFeatures()
    shared = PatchDistances(original, reconstruction, extractor)
    views = {}
    for weighting, values in maps.items():
        candidates = find_candidates(shared, values, choice, variation, ignore)
        views[weighting] = View(values, candidates)
    return MetricInputs(
        original=original,
        reconstruction=reconstruction,
        views=views,
        mask=mask,
        networks=NETWORKS,
        pixel_statistics=PixelStatistics(reconstruction.astype(np.float32), levels, 2, False) if additions else None,
        normal_spread=NormalSpread(variation, variation + np.float32(0.01), 2) if additions else None,
        latent_statistics=LatentStatistics(difference[None], levels[None, :, :, 0], 2) if additions else None,
        latents=difference[None, ::-1] if additions else None,
        anomaly_log_odds=np.log(difference[::4, ::4] + np.float32(1e-3)) if additions else None,
        local=additions,
        ignore=ignore,
        p=choice.p,
        additions=additions,
    )


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
    inputs = make_inputs(*make_pair("board", 24, 30, seed=1))
    assert rows[0].names == column_names(inputs.available)


@pytest.mark.parametrize("value", [math.nan, math.inf])
def test_that_a_network_measure_that_is_not_finite_is_an_error(value):
    with pytest.raises(ScoringError, match="perceptual"):
        NetworkMeasures(perceptual=value).values()


def test_that_the_raw_view_is_mandatory_and_a_missing_mask_leaves_out_the_weighted_columns():
    whole = make_inputs(*make_pair("noise", 20, 20, seed=0))
    row = collect(MetricInputs(whole.original, whole.reconstruction, whole.views))
    assert {name.split(".")[0] for name in row.names} == {"raw", "standardised"}
    with pytest.raises(ScoringError, match="raw difference map"):
        MetricInputs(whole.original, whole.reconstruction, {})


def test_that_pixels_in_an_ignored_region_change_no_pixel_metric():
    original, reconstruction = make_pair("board", 40, 40, seed=1)
    ignore = np.zeros((40, 40), bool)
    ignore[:, :20] = True
    changed = original.copy()
    changed[10:15, 5:10] = 255 - changed[10:15, 5:10]
    first, second = (
        dict(zip(*_parts(collect(make_inputs(image, reconstruction, ignore=ignore))), strict=True))
        for image in (original, changed)
    )
    for family in ("raw", "weighted"):
        for name in ("image.mse", "image.absdiff.sum", "pixel.top.max", "pixel.top10.mean"):
            assert first[f"{family}.{name}"] == second[f"{family}.{name}"]
    assert first["golden.pixel.top.max"] == second["golden.pixel.top.max"]
