"""The table of metrics: names of columns, requirements, and a sentence for everything."""

from __future__ import annotations

from dataclasses import fields

import pytest

from vqganodip.detection.metrics import patch
from vqganodip.detection.metrics.aggregates import AGGREGATE_SENTENCES
from vqganodip.detection.metrics.families import FAMILIES
from vqganodip.detection.metrics.inputs import MetricInputs, NetworkMeasures
from vqganodip.detection.metrics.registry import METRICS, Level, column_names, metric_of, sentences_of
from vqganodip.detection.normal_features import STRIDES
from vqganodip.records import Weighting

NETWORKS = tuple(f.name for f in fields(NetworkMeasures))
DISTANCES = {f"{kind}{stride}" for kind in ("place", "nearest") for stride in STRIDES}
EVERYTHING = {*(f.name for f in fields(MetricInputs)), *NETWORKS, *(w.value for w in Weighting), *DISTANCES}


def test_that_the_names_are_those_of_the_paper_in_the_literal_row():
    names = column_names(("raw", "weighted", "mask", *NETWORKS), additions=False)
    assert "weighted.patch.ssim.sum" in names
    assert "raw.image.gan_reconstruction" in names
    assert "weighted.image.orb" not in names
    assert not [name for name in names if metric_of(name).addition]
    levels = {metric_of(name).level for name in names}
    assert levels == set(Level) - {Level.PART}
    assert len(names) == (1 + 4 + 1 + 7 + 7 + 15 * 7) + (1 + 7 + 7 + 15 * 7)


def test_that_every_column_has_a_metric_and_plain_sentences():
    names = column_names(EVERYTHING)
    assert len(set(names)) == len(names)
    for name in names:
        metric = metric_of(name)
        assert metric.citation
        assert metric.range[0] < metric.range[1]
        sentences = sentences_of(name)
        assert sentences[0] == metric.sentence
        assert all(sentence.endswith(".") for sentence in sentences)
        assert len(sentences) == name.count(".")
    assert {a for metric in METRICS for a in metric.aggregates} == set(AGGREGATE_SENTENCES)


def test_that_every_patch_distance_is_registered():
    registered = {metric.name for metric in METRICS if metric.level is Level.PATCH}
    assert registered == {name for name in patch.__all__ if name.islower()} | {"fid", "scaled_fid"}


def test_that_every_requirement_names_an_input():
    assert {name for row in (*FAMILIES, *METRICS) for name in row.requires} <= EVERYTHING


@pytest.mark.parametrize("row", [*FAMILIES, *METRICS], ids=lambda row: row.name)
def test_that_a_missing_input_leaves_out_what_requires_it(row):
    for name in row.requires:
        names = column_names(EVERYTHING - {name})
        assert names
        level = "." if row in FAMILIES else f".{row.level}.{row.name}"
        families = [row] if row in FAMILIES else row.families
        assert not [column for column in names for family in families if column.startswith(f"{family.name}{level}")]


@pytest.mark.parametrize("column", ["", "raw", "raw.image", "raw.image.unknown", "golden.patch.ssim.max"])
def test_that_an_unknown_column_has_no_metric(column):
    with pytest.raises(KeyError):
        metric_of(column)
