"""The table of metrics, and the row of them that a board gets."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from math import inf, log, sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.candidates import CandidateSet
from vqganodip.detection.difference_map import check_same_grid, local_contrast
from vqganodip.detection.latent_statistics import LATENT_SCORES
from vqganodip.detection.metrics.aggregates import AGGREGATES, aggregate
from vqganodip.detection.metrics.image import NetworkMeasures, mean_squared_error, orb_difference
from vqganodip.detection.metrics.patch import patch_distances
from vqganodip.detection.metrics.pixel import top_values
from vqganodip.detection.pixel_statistics import golden_scores
from vqganodip.detection.segmentation_map import FOREIGN_SCORES
from vqganodip.errors import ScoringError
from vqganodip.records import MetricRow, Weighting
from vqganodip.types import Image, Map

__all__ = [
    "METRICS",
    "Direction",
    "Family",
    "Level",
    "Metric",
    "MetricInputs",
    "View",
    "collect",
    "column_names",
    "metric_of",
]


class Family(StrEnum):
    """First part of a column's name: the map on which the metric rests.

    ``raw``, ``weighted`` and ``standardised`` are the weightings of the difference map. ``local`` is the raw
    difference divided by its surroundings (products in free position). For registered products ``excess`` is the
    difference above that of normal boards in units of its spread, ``golden`` the deviation from the golden board, and
    ``latent`` the deviation of the encoder's latents from those of normal boards, ``foreign`` what the foreign network
    says.
    """

    RAW = "raw"
    WEIGHTED = "weighted"
    STANDARDISED = "standardised"
    EXCESS = "excess"
    LOCAL = "local"
    GOLDEN = "golden"
    LATENT = "latent"
    FOREIGN = "foreign"


class Level(StrEnum):
    """Second part: what the metric looks at."""

    IMAGE = "image"
    PIXEL = "pixel"
    PATCH = "patch"


class Direction(StrEnum):
    """Which way a metric moves when the reconstruction differs more from the original."""

    HIGHER = "higher"
    LOWER = "lower"
    EITHER = "either"


_WEIGHTINGS: Final = (Family.RAW, Family.WEIGHTED, Family.STANDARDISED)
_PIXEL_FAMILIES: Final = tuple(family for family in Family if family not in (Family.LATENT, Family.FOREIGN))
_NORMALISED: Final = (Family.WEIGHTED, Family.STANDARDISED)


@dataclass(frozen=True, slots=True)
class Metric:
    """One metric.

    Attributes:
        name: Third part of a column's name.
        level: Second part.
        range: Lowest and highest value that one patch, pixel or image can have; sums go beyond.
        direction: Which way it moves when the images differ more.
        sentence: What it says, for people.
        citation: Where it is from.
        families: In which families it exists.
        aggregates: Fourth part, one column each; empty for a metric that is one number.
        addition: Not in the paper; left out of a literal row.
        optional: Only there when the network was asked for it.
    """

    name: str
    level: Level
    range: tuple[float, float]
    direction: Direction
    sentence: str
    citation: str
    families: tuple[Family, ...] = _WEIGHTINGS
    aggregates: tuple[str, ...] = ()
    addition: bool = False
    optional: bool = False

    def columns(self, family: Family) -> tuple[str, ...]:
        """Names of its columns in that family."""
        stem = f"{family}.{self.level}.{self.name}"
        return tuple(f"{stem}.{a}" for a in self.aggregates) if self.aggregates else (stem,)


_PAPER: Final = "Bougaham et al., section 3.2"
_RAW: Final = (Family.RAW,)


def _network(name: str, direction: Direction, low: float, sentence: str, citation: str) -> Metric:
    return Metric(name, Level.IMAGE, (low, inf), direction, sentence, citation, families=_RAW, optional=True)


def _patch(name: str, high: float, sentence: str, citation: str, *, addition: bool = False) -> Metric:
    families = _NORMALISED if addition else _WEIGHTINGS
    return Metric(
        name, Level.PATCH, (0.0, high), Direction.HIGHER, sentence, citation, families, AGGREGATES, addition=addition
    )


def _top(name: str, sentence: str, families: tuple[Family, ...], aggregates: tuple[str, ...]) -> Metric:
    paper = families == _WEIGHTINGS and aggregates == AGGREGATES
    return Metric(
        name, Level.PIXEL, (0.0, inf), Direction.HIGHER, sentence, _PAPER, families, aggregates, addition=not paper
    )


METRICS: Final[tuple[Metric, ...]] = (
    Metric("mse", Level.IMAGE, (0.0, inf), Direction.HIGHER, "Mean squared pixel error of the whole image.", _PAPER),
    _network(
        "perceptual",
        Direction.HIGHER,
        0.0,
        "Mean squared difference of the perceptual network's last features.",
        "Johnson et al. 2016",
    ),
    _network(
        "quantization",
        Direction.HIGHER,
        0.0,
        "Mean squared difference of the latent and its nearest codes.",
        "van den Oord et al. 2017",
    ),
    _network(
        "gan_original",
        Direction.EITHER,
        -inf,
        "Mean discriminator loss on the original.",
        "Isola et al. 2017",
    ),
    _network(
        "gan_reconstruction",
        Direction.EITHER,
        -inf,
        "Mean discriminator loss on the reconstruction.",
        "Isola et al. 2017",
    ),
    Metric(
        "orb",
        Level.IMAGE,
        (0.0, 1.0),
        Direction.HIGHER,
        "Share of keypoints without a counterpart in the reconstruction.",
        "Rublee et al. 2011",
        families=_RAW,
    ),
    Metric(
        "absdiff",
        Level.IMAGE,
        (0.0, inf),
        Direction.HIGHER,
        "The difference map over all pixels.",
        _PAPER,
        aggregates=AGGREGATES,
    ),
    _top("top", "The p highest pixels of the difference map.", _WEIGHTINGS, AGGREGATES),
    _top("top", "The p highest pixels of the difference divided by its surroundings.", (Family.LOCAL,), AGGREGATES),
    _top("top", "The p pixels that exceed the usual difference of normal boards most.", (Family.EXCESS,), AGGREGATES),
    _top("top", "The p pixels that deviate most from the golden board.", (Family.GOLDEN,), ("max", "mean")),
    _top("top10", "The ten highest pixels, for small defects.", _PIXEL_FAMILIES, ("mean",)),
    _top(
        "blurred_top",
        "The p highest deviations from the golden board after a blur, which single pixels do not reach.",
        (Family.GOLDEN,),
        ("max", "mean"),
    ),
    _top("blurred_top10", "The ten highest deviations after the blur.", (Family.GOLDEN,), ("mean",)),
    Metric(
        "deviation",
        Level.IMAGE,
        (0.0, inf),
        Direction.HIGHER,
        "How far the encoder's latents are from those of normal boards, at the places where that is most.",
        "after Defard et al. 2021",
        families=(Family.LATENT,),
        aggregates=tuple(LATENT_SCORES),
        addition=True,
    ),
    Metric(
        "evidence",
        Level.IMAGE,
        (-30.0, 30.0),
        Direction.HIGHER,
        "How sure the foreign network is, in log odds, of the cells that look most like something put there; and how "
        "many there are.",
        "after Zavrtanik et al. 2021",
        families=(Family.FOREIGN,),
        aggregates=(*FOREIGN_SCORES, "mass"),
        addition=True,
    ),
    _patch("fid", inf, "Squared distance of the patch features (one-sample Fréchet distance).", "Heusel et al. 2017"),
    _patch(
        "scaled_fid",
        inf,
        "The same, divided by the normal variation inside the patch where the ranking does so.",
        "addition of the preset robust",
        addition=True,
    ),
    _patch("frechet", inf, "Discrete Fréchet distance of the patches as curves of rows.", "Eiter & Mannila 1994"),
    Metric(
        "ssim",
        Level.PATCH,
        (-1.0, 1.0),
        Direction.LOWER,
        "Structural similarity of the patches, 1 when equal.",
        "Wang et al. 2004",
        aggregates=AGGREGATES,
    ),
    _patch("mse", 1.0, "Mean squared pixel error of the patches.", _PAPER),
    _patch("braycurtis", 1.0, "Summed difference over summed light.", "Bray & Curtis 1957"),
    _patch("canberra", inf, "Summed relative differences of the pixels.", "Lance & Williams 1967"),
    _patch("chebyshev", 1.0, "Largest pixel difference.", _PAPER),
    _patch("cityblock", inf, "Summed pixel difference.", _PAPER),
    _patch("correlation", 2.0, "One minus the correlation of the pixels.", "Pearson 1895"),
    _patch("cosine", 1.0, "One minus the cosine of the pixels as vectors.", _PAPER),
    _patch("euclidean", inf, "Root of the summed squared pixel differences.", _PAPER),
    _patch("hamming", 1.0, "Share of pixel values that are not equal.", "Hamming 1950"),
    _patch(
        "jensenshannon",
        sqrt(log(2)),
        "Jensen–Shannon distance of the patches as distributions of light.",
        "Endres & Schindelin 2003",
    ),
    _patch("minkowski", inf, "Minkowski distance of order 3.", _PAPER),
    _patch("wasserstein", 1.0, "How far pixel values must be moved to make the patches alike.", "Vaserstein 1969"),
)


def metric_of(column: str) -> Metric:
    """The metric of a column's name; KeyError when there is no such column."""
    family, level, name = column.split(".")[:3]
    for metric in METRICS:
        if metric.name == name and metric.level == level and family in metric.families:
            return metric
    raise KeyError(column)


def column_names(
    families: Iterable[Family], *, networks: Iterable[str] = (), additions: bool = True
) -> tuple[str, ...]:
    """Column names in the order of every row: by family, then in the order of :data:`METRICS`.

    Args:
        families: In any order.
        networks: Which of the measures in :class:`NetworkMeasures` are there.
        additions: With the metrics that are not in the paper.
    """
    wanted, there = set(families), set(networks)
    return tuple(
        column
        for family in Family
        if family in wanted
        for metric in METRICS
        if family in metric.families
        if additions or not metric.addition
        if not metric.optional or metric.name in there
        for column in metric.columns(family)
    )


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A board under one weighting.

    Attributes:
        difference: float32 H×W, the difference map under that weighting.
        candidates: The candidates found on it.
    """

    difference: Map = field(repr=False)
    candidates: CandidateSet


@dataclass(frozen=True, slots=True, eq=False)
class MetricInputs:
    """All that a metric row is made of.

    Attributes:
        original: uint8 H×W×3.
        reconstruction: uint8 H×W×3.
        views: Per weighting; ``raw`` must be there.
        mask: float32 H×W, the normal-variation mask; needed with the view ``weighted``.
        networks: What the networks measured.
        golden: float32 H×W, :meth:`PixelStatistics.z_map` of the original; None without a golden board.
        excess: float32 H×W, :meth:`NormalSpread.excess` of the difference map; None without it.
        latent: :meth:`LatentStatistics.scores` of the latents; None without a latent board.
        foreign: ``segmentation_map.segmentation_scores`` of the log odds; None without a foreign network.
        local: Measure the difference relative to its surroundings (products in free position).
        ignore: bool H×W, True where pixels count in no map. ORB and the networks see the whole board.
        p: Pixels of ``top``.
        additions: With the metrics that are not in the paper.
    """

    original: Image = field(repr=False)
    reconstruction: Image = field(repr=False)
    views: Mapping[Weighting, View]
    mask: Map | None = field(default=None, repr=False)
    networks: NetworkMeasures = field(default_factory=NetworkMeasures)
    golden: Map | None = field(default=None, repr=False)
    excess: Map | None = field(default=None, repr=False)
    latent: Mapping[str, float] | None = None
    foreign: Mapping[str, float] | None = None
    local: bool = False
    ignore: NDArray[np.bool_] | None = field(default=None, repr=False)
    p: int = 100
    additions: bool = True

    @property
    def families(self) -> tuple[Family, ...]:
        """The families that these inputs give columns in."""
        there = {Family(weighting) for weighting in self.views}
        there |= {Family.LOCAL} if self.local else set()
        there |= {Family.GOLDEN} if self.golden is not None else set()
        there |= {Family.EXCESS} if self.excess is not None else set()
        there |= {Family.LATENT} if self.latent is not None else set()
        there |= {Family.FOREIGN} if self.foreign is not None else set()
        return tuple(family for family in Family if family in there)


def collect(inputs: MetricInputs) -> MetricRow:
    """The metric row of one board (paper section 3.2).

    Names and their order depend only on the families, the network measures and ``additions``
    (:func:`column_names`), never on the pixels. Every value is finite.

    Raises:
        ScoringError: The raw view or the mask of the weighted one is missing, or a network measured no number.
        ImageError: Sizes differ.
        SettingsError: Everything is ignored.
    """
    _check(inputs)
    measured = inputs.networks.values()
    values = {f"raw.image.{name}": value for name, value in measured.items()}
    values["raw.image.orb"] = orb_difference(inputs.original, inputs.reconstruction)
    for weighting, view in inputs.views.items():
        values |= {f"{weighting}.{name}": value for name, value in _of_view(weighting, view, inputs).items()}
    if inputs.local:
        local = local_contrast(inputs.views[Weighting.RAW].difference)
        values |= {f"local.pixel.{name}": value for name, value in _top_of(local, inputs).items()}
    if inputs.excess is not None:
        values |= {f"excess.pixel.{name}": value for name, value in _top_of(inputs.excess, inputs).items()}
    if inputs.latent is not None:
        values |= {f"latent.image.deviation.{name}": value for name, value in inputs.latent.items()}
    if inputs.foreign is not None:
        values |= {f"foreign.image.evidence.{name}": value for name, value in inputs.foreign.items()}
    if inputs.golden is not None:
        scores = golden_scores(inputs.golden, inputs.ignore, p=inputs.p)
        values |= {f"golden.pixel.{name}": value for name, value in scores.items()}
    names = column_names(inputs.families, networks=measured, additions=inputs.additions)
    return MetricRow(names=names, values=np.array([values[name] for name in names], np.float64))


def _check(inputs: MetricInputs) -> None:
    todo = "Give every board the same views."
    if Weighting.RAW not in inputs.views:
        raise ScoringError("the raw difference map is missing", where="metric row", todo=todo)
    if Weighting.WEIGHTED in inputs.views and inputs.mask is None:
        raise ScoringError("the weighted difference map came without its mask", where="metric row", todo=todo)
    shape = inputs.original.shape
    check_same_grid(shape, inputs.reconstruction.shape, "the reconstruction")
    maps = {
        "the mask": inputs.mask,
        "the golden z map": inputs.golden,
        "the excess map": inputs.excess,
        "the ignore regions": inputs.ignore,
    }
    for what, values in maps.items():
        if values is not None:
            check_same_grid(shape, values.shape, what)
    for weighting, view in inputs.views.items():
        check_same_grid(shape, view.difference.shape, f"the {weighting} difference map")


def _of_view(weighting: Weighting, view: View, inputs: MetricInputs) -> dict[str, float]:
    """Values of one weighting by ``<level>.<metric>[.<aggregate>]``."""
    kept = view.difference if inputs.ignore is None else view.difference[~inputs.ignore]
    values = {f"pixel.{name}": value for name, value in _top_of(view.difference, inputs).items()}
    values["image.mse"] = _mse(weighting, kept, inputs)
    patches = {"fid": view.candidates.distances, "scaled_fid": view.candidates.scores}
    patches |= patch_distances(inputs.original, inputs.reconstruction, view.candidates.boxes)
    aggregated = {"image.absdiff": kept} | {f"patch.{name}": numbers for name, numbers in patches.items()}
    for stem, numbers in aggregated.items():
        values |= {f"{stem}.{name}": value for name, value in aggregate(numbers).items()}
    return values


def _mse(weighting: Weighting, kept: Map, inputs: MetricInputs) -> float:
    """Pixel error of the raw and the masked difference; the standardised one only exists as a map."""
    if weighting is Weighting.STANDARDISED:
        return float(np.mean(kept.astype(np.float64) ** 2))
    mask = inputs.mask if weighting is Weighting.WEIGHTED else None
    return mean_squared_error(inputs.original, inputs.reconstruction, mask, inputs.ignore)


def _top_of(values: Map, inputs: MetricInputs) -> dict[str, float]:
    top = top_values(values, max(inputs.p, 10), inputs.ignore)
    numbers = {f"top.{name}": value for name, value in aggregate(top[: inputs.p]).items()}
    return numbers | {"top10.mean": float(top[:10].mean())}
