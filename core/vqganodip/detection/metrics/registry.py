"""The table of metrics. A row says what a metric is, how it is computed, and what it means in plain language.

To add a metric, write its computation into ``image.py``, ``pixel.py`` or ``patch.py`` and one row into :data:`METRICS`;
``fit``, the reports and the threshold page follow. The French and German sentences belong into ``resources/languages``.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf, log, sqrt
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.latent_statistics import LATENT_SCORES, latent_scores
from vqganodip.detection.metrics import image, patch, pixel
from vqganodip.detection.metrics.aggregates import AGGREGATE_SENTENCES, AGGREGATES, aggregate
from vqganodip.detection.metrics.families import (
    EXCESS,
    FAMILIES,
    FEATURES,
    FOREIGN,
    GOLDEN,
    LATENT,
    LOCAL,
    PARTS,
    RAW,
    STANDARDISED,
    WEIGHTED,
    WEIGHTINGS,
    Family,
)
from vqganodip.detection.metrics.inputs import MetricInputs
from vqganodip.detection.normal_features import FEATURE_SCORES, feature_scores
from vqganodip.detection.part_statistics import PART_SCORES, STATISTICS, part_scores
from vqganodip.detection.segmentation_map import ODDS_RANGE, SEGMENTATION_CELL, SEGMENTATION_SCORES, segmentation_scores
from vqganodip.records import Weighting
from vqganodip.types import FloatArray, Map

__all__ = [
    "METRICS",
    "Direction",
    "Level",
    "Metric",
    "column_names",
    "columns_of",
    "family_of",
    "metric_of",
    "sentences_of",
]


class Level(StrEnum):
    """Second part of a column's name: what the metric looks at."""

    IMAGE = "image"
    PIXEL = "pixel"
    PATCH = "patch"
    PART = "part"


class Direction(StrEnum):
    """Direction in which a metric moves when the reconstruction differs more from the original."""

    HIGHER = "higher"
    LOWER = "lower"
    EITHER = "either"


Numbers: TypeAlias = float | NDArray[np.floating] | Mapping[str, float]
Compute: TypeAlias = Callable[[MetricInputs, Family], Numbers]


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric.

    Attributes:
        name: Third part of a column's name. Stored in bundles: never renamed.
        level: Second part.
        range: Lowest and highest value of one patch, pixel or image; sums go beyond.
        direction: Which way it moves when the images differ more.
        sentence: What it measures, for people who do not know its name.
        citation: Its source.
        compute: The metric of one board in one family: a number; or the values to be summarised by ``aggregates``; or
            the aggregates themselves, by name.
        families: The families in which it exists.
        aggregates: Fourth part of the column's name, one column each; empty for a metric that is one number.
        requires: Names of further inputs (:attr:`MetricInputs.available`) without which it has no column.
        addition: True if it is not in the paper; omitted by the preset ``paper``.
    """

    name: str
    level: Level
    range: tuple[float, float]
    direction: Direction
    sentence: str
    citation: str
    compute: Compute = field(repr=False)
    families: tuple[Family, ...] = WEIGHTINGS
    aggregates: tuple[str, ...] = ()
    requires: tuple[str, ...] = ()
    addition: bool = False

    def columns(self, family: Family) -> tuple[str, ...]:
        """Names of its columns in a family."""
        stem = f"{family.name}.{self.level}.{self.name}"
        return tuple(f"{stem}.{a}" for a in self.aggregates) if self.aggregates else (stem,)

    def values(self, inputs: MetricInputs, family: Family) -> dict[str, float]:
        """Its columns in a family, with their values for one board."""
        numbers = self.compute(inputs, family)
        if not self.aggregates:
            assert isinstance(numbers, float)
            return {self.columns(family)[0]: numbers}
        assert not isinstance(numbers, float)
        summary = numbers if isinstance(numbers, Mapping) else aggregate(numbers)
        return {column: summary[a] for column, a in zip(self.columns(family), self.aggregates, strict=True)}


_PAPER: Final = "Bougaham et al., section 3.2"
_PIXEL_FAMILIES: Final = (*WEIGHTINGS, EXCESS, LOCAL, GOLDEN)


def _squares(inputs: MetricInputs) -> FloatArray:
    return inputs.once("squared levels", lambda: image.squared_levels(inputs.original, inputs.reconstructed))


def _squared_error(inputs: MetricInputs, family: Family) -> float:
    mask = inputs.mask if family is WEIGHTED else None
    return image.mean_squared_error(_squares(inputs), mask, inputs.ignore)


def _squared_map(inputs: MetricInputs, family: Family) -> float:
    return float(np.mean(_difference(inputs, family).astype(np.float64) ** 2))


def _difference(inputs: MetricInputs, family: Family) -> Map:
    return inputs.once(("counted", family.name), lambda: inputs.counted(family.map(inputs)))


def _error(families: tuple[Family, ...], compute: Compute) -> Metric:
    sentence = "How far the pixels of the reconstruction are from those of the board, on average."
    return Metric("mse", Level.IMAGE, (0.0, inf), Direction.HIGHER, sentence, _PAPER, compute, families)


def _network(name: str, direction: Direction, low: float, sentence: str, citation: str) -> Metric:
    return Metric(
        name,
        Level.IMAGE,
        (low, inf),
        direction,
        sentence,
        citation,
        lambda inputs, _family: inputs.networks.values()[name],
        families=(RAW,),
        requires=(name,),
    )


def _top(
    name: str, sentence: str, compute: Compute, families: tuple[Family, ...], aggregates: tuple[str, ...]
) -> Metric:
    paper = families == WEIGHTINGS and aggregates == AGGREGATES
    return Metric(
        name,
        Level.PIXEL,
        (0.0, inf),
        Direction.HIGHER,
        sentence,
        _PAPER,
        compute,
        families,
        aggregates,
        addition=not paper,
    )


def _patch(
    distance: patch.PatchDistance,
    high: float,
    sentence: str,
    citation: str,
    *,
    low: float = 0.0,
    direction: Direction = Direction.HIGHER,
) -> Metric:
    """A distance of patch pairs, under the name of its function."""
    return Metric(
        distance.__name__,
        Level.PATCH,
        (low, high),
        direction,
        sentence,
        citation,
        lambda inputs, family: inputs.per_candidate(Weighting(family.name), distance),
        aggregates=AGGREGATES,
    )


def _distance(name: str, stride: int, sentence: str) -> Metric:
    """A distance to the features of normal boards at a stride."""
    key = f"{name}{stride}"
    return Metric(
        f"{name}_distance{stride}",
        Level.IMAGE,
        (0.0, inf),
        Direction.HIGHER,
        sentence,
        "after Roth et al. 2022",
        lambda inputs, _family: feature_scores((inputs.feature_maps or {})[key], inputs.ignore),
        families=(FEATURES,),
        aggregates=FEATURE_SCORES,
        requires=(key,),
        addition=True,
    )


def _part(name: str, statistics: tuple[str, ...], sign: int, sentence: str) -> Metric:
    """A deviation of parts in some of their statistics: upwards (sign 1), downwards (-1) or either way (0)."""
    chosen = [STATISTICS.index(statistic) for statistic in statistics]

    def compute(inputs: MetricInputs, family: Family) -> Numbers:
        deviations = family.map(inputs)[..., chosen]
        return part_scores(np.abs(deviations) if sign == 0 else np.asarray(sign * deviations, np.float32))

    return Metric(
        name,
        Level.PART,
        (0.0 if sign == 0 else -inf, inf),
        Direction.HIGHER,
        sentence,
        "statistics of parts",
        compute,
        families=(PARTS,),
        aggregates=PART_SCORES,
        addition=True,
    )


METRICS: Final[tuple[Metric, ...]] = (
    _error((RAW, WEIGHTED), _squared_error),
    _error((STANDARDISED,), _squared_map),
    _network(
        "perceptual",
        Direction.HIGHER,
        0.0,
        "How different board and reconstruction look to a network that knows textures and shapes.",
        "Johnson et al. 2016",
    ),
    _network(
        "quantization",
        Direction.HIGHER,
        0.0,
        "How badly the board fits the patterns that the network learned from good boards.",
        "van den Oord et al. 2017",
    ),
    _network(
        "gan_original",
        Direction.EITHER,
        -inf,
        "How unusual the board itself looks to the network's own critic.",
        "Isola et al. 2017",
    ),
    _network(
        "gan_reconstruction",
        Direction.EITHER,
        -inf,
        "How unusual the reconstruction looks to the network's own critic.",
        "Isola et al. 2017",
    ),
    Metric(
        "orb",
        Level.IMAGE,
        (0.0, 1.0),
        Direction.HIGHER,
        "How many corners and marks of the board are missing in its reconstruction.",
        "Rublee et al. 2011",
        lambda inputs, _family: image.orb_difference(inputs.original, inputs.reconstructed),
        families=(RAW,),
    ),
    Metric(
        "absdiff",
        Level.IMAGE,
        (0.0, inf),
        Direction.HIGHER,
        "The difference between board and reconstruction, over all pixels.",
        _PAPER,
        _difference,
        aggregates=AGGREGATES,
    ),
    _top("top", "The pixels that differ most.", pixel.top, WEIGHTINGS, AGGREGATES),
    _top("top", "The pixels that differ most.", pixel.top, (LOCAL, EXCESS), AGGREGATES),
    _top("top", "The pixels that differ most.", pixel.top, (GOLDEN,), ("max", "mean")),
    _top(
        "top10",
        "The ten pixels that differ most; catches very small defects.",
        pixel.top10,
        _PIXEL_FAMILIES,
        ("mean",),
    ),
    _top(
        "blurred_top",
        "The places that differ most after a blur, so that single pixels do not count.",
        pixel.blurred_top,
        (GOLDEN,),
        ("max", "mean"),
    ),
    _top("blurred_top10", "The ten places that differ most after a blur.", pixel.blurred_top10, (GOLDEN,), ("mean",)),
    Metric(
        "deviation",
        Level.IMAGE,
        (0.0, inf),
        Direction.HIGHER,
        "How far the network's inner picture of the board is from that of good boards.",
        "after Defard et al. 2021",
        lambda inputs, family: latent_scores(family.map(inputs)),
        families=(LATENT,),
        aggregates=tuple(LATENT_SCORES),
        addition=True,
    ),
    Metric(
        "evidence",
        Level.IMAGE,
        ODDS_RANGE,
        Direction.HIGHER,
        "How sure the segmentation network is that there is an anomaly.",
        "after Zavrtanik et al. 2021",
        lambda inputs, family: segmentation_scores(family.map(inputs), SEGMENTATION_CELL, inputs.ignore),
        families=(FOREIGN,),
        aggregates=(*SEGMENTATION_SCORES, "mass"),
        addition=True,
    ),
    _distance("place", 8, "How unlike all good boards small parts of the board are at their own place."),
    _distance("place", 16, "How unlike all good boards larger parts of the board are at their own place."),
    _distance("nearest", 8, "How unlike anything on good boards small parts of the board are."),
    _distance("nearest", 16, "How unlike anything on good boards larger parts of the board are."),
    _part("deviation", STATISTICS, 0, "How far any look of the parts is from that of good boards."),
    _part("lost_texture", ("texture", "edges", "contrast"), -1, "How much fine detail the parts have lost."),
    _part("highlights", ("highlights",), 1, "How many more bright reflections the parts have."),
    _part("colour", ("brightness", "redness", "yellowness"), 0, "How far brightness and colour of the parts are off."),
    Metric(
        "fid",
        Level.PATCH,
        (0.0, inf),
        Direction.HIGHER,
        "How different the suspicious patches look to a network, compared with their reconstruction.",
        "Heusel et al. 2017",
        lambda inputs, family: inputs.views[Weighting(family.name)].candidates.distances,
        aggregates=AGGREGATES,
    ),
    Metric(
        "scaled_fid",
        Level.PATCH,
        (0.0, inf),
        Direction.HIGHER,
        "The same, where normal variation inside the patch counts less.",
        "addition of the preset robust",
        lambda inputs, family: inputs.views[Weighting(family.name)].candidates.scores,
        families=(WEIGHTED, STANDARDISED),
        aggregates=AGGREGATES,
        addition=True,
    ),
    _patch(
        patch.frechet,
        inf,
        "How far the outline of brightness in a patch is from that of its reconstruction.",
        "Eiter & Mannila 1994",
    ),
    _patch(
        patch.ssim,
        1.0,
        "How alike the suspicious patches and their reconstruction are in structure; low is suspicious.",
        "Wang et al. 2004",
        low=-1.0,
        direction=Direction.LOWER,
    ),
    _patch(
        patch.mse,
        1.0,
        "How far the pixels of the suspicious patches are from their reconstruction, on average.",
        _PAPER,
    ),
    _patch(
        patch.braycurtis,
        1.0,
        "How much light differs in the suspicious patches, as a share of all light there.",
        "Bray & Curtis 1957",
    ),
    _patch(
        patch.canberra,
        inf,
        "How much each pixel differs in the suspicious patches, as a share of its own light.",
        "Lance & Williams 1967",
    ),
    _patch(patch.chebyshev, 1.0, "The largest difference of any pixel in the suspicious patches.", _PAPER),
    _patch(patch.cityblock, inf, "All differences in the suspicious patches added up.", _PAPER),
    _patch(
        patch.correlation,
        2.0,
        "How little the pattern of a suspicious patch follows that of its reconstruction.",
        "Pearson 1895",
    ),
    _patch(
        patch.cosine,
        1.0,
        "How much the colours of a suspicious patch point another way than its reconstruction.",
        _PAPER,
    ),
    _patch(patch.euclidean, inf, "The differences in the suspicious patches; large ones count more.", _PAPER),
    _patch(patch.hamming, 1.0, "How many pixels of the suspicious patches differ at all.", "Hamming 1950"),
    _patch(
        patch.jensenshannon,
        sqrt(log(2)),
        "How differently light is spread over a suspicious patch and its reconstruction.",
        "Endres & Schindelin 2003",
    ),
    _patch(patch.minkowski, inf, "The differences in the suspicious patches; the largest count most.", _PAPER),
    _patch(
        patch.wasserstein,
        1.0,
        "How much light would have to be moved to make a patch like its reconstruction.",
        "Vaserstein 1969",
    ),
)


def columns_of(available: Collection[str], *, additions: bool = True) -> Iterator[tuple[Family, Metric]]:
    """Every metric in every family whose inputs are available, in the order of the columns.

    Columns are ordered by family, then as in :data:`METRICS`.

    Args:
        available: Names of inputs, :attr:`MetricInputs.available`.
        additions: True to include the metrics that are not in the paper.
    """
    given = set(available)
    for family in FAMILIES:
        if given.issuperset(family.requires):
            for metric in METRICS:
                if family in metric.families and given.issuperset(metric.requires) and additions >= metric.addition:
                    yield family, metric


def column_names(available: Collection[str], *, additions: bool = True) -> tuple[str, ...]:
    """Column names in the order of every row; arguments as for :func:`columns_of`."""
    pairs = columns_of(available, additions=additions)
    return tuple(column for family, metric in pairs for column in metric.columns(family))


def metric_of(column: str) -> Metric:
    """The metric of a column; KeyError for an unknown column."""
    return _parts(column)[1]


def family_of(column: str) -> Family:
    """The family of a column; KeyError for an unknown column."""
    return _parts(column)[0]


def sentences_of(column: str) -> tuple[str, ...]:
    """Describe a column in plain language: the sentences of its metric, its family, and its aggregate if any.

    Raises:
        KeyError: There is no such column.
    """
    family, metric, aggregates = _parts(column)
    return (metric.sentence, family.sentence, *(AGGREGATE_SENTENCES[name] for name in aggregates))


def _parts(column: str) -> tuple[Family, Metric, list[str]]:
    first, level, name, *aggregates = column.split(".") if column.count(".") >= 2 else ("", "", "")
    for family in FAMILIES:
        for metric in METRICS:
            named = (family.name, metric.level.value, metric.name) == (first, level, name)
            if named and family in metric.families:
                return family, metric, aggregates
    raise KeyError(column)
