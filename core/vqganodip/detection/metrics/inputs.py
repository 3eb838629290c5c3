"""Inputs of a metric row, and a cache of the work that several metrics share."""

from __future__ import annotations

import math
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass, field, fields
from typing import TypeVar

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.candidates import CandidateSet
from vqganodip.detection.difference_map import check_same_grid
from vqganodip.detection.evidence_weights import EvidenceWeights
from vqganodip.detection.latent_statistics import LatentStatistics
from vqganodip.detection.metrics.patch import PatchDistance, PatchTable
from vqganodip.detection.part_statistics import PartDeviations
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.variation_mask import NormalSpread
from vqganodip.errors import Message, ScoringError, message
from vqganodip.records import Weighting
from vqganodip.types import FloatArray, Image, Levels, Map

__all__ = ["MetricInputs", "NetworkMeasures", "View"]

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class NetworkMeasures:
    """Metrics that the networks compute themselves; None for a network that the bundle lacks.

    Attributes:
        perceptual: Mean squared difference of the last feature layer of the perceptual network, original against
            reconstruction (Johnson et al. 2016), >= 0.
        quantization: Mean squared difference of the latent and its quantized version (van den Oord et al. 2017), >= 0.
        gan_original: Mean loss of the patchGAN discriminator on the original (Isola et al. 2017).
        gan_reconstruction: The same on the reconstruction.
    """

    perceptual: float | None = None
    quantization: float | None = None
    gan_original: float | None = None
    gan_reconstruction: float | None = None

    def values(self) -> dict[str, float]:
        """The available measures by name.

        Raises:
            ScoringError: A measure is not a finite number.
        """
        measures = {f.name: getattr(self, f.name) for f in fields(self)}
        available = {name: float(value) for name, value in measures.items() if value is not None}
        for name, value in available.items():
            if not math.isfinite(value):
                raise ScoringError(
                    "metric-not-finite",
                    "the network measured {value}",
                    where=name,
                    todo="The network weights are damaged or the training diverged; train the bundle again.",
                    value=value,
                )
        return available


@dataclass(frozen=True, slots=True, eq=False)
class View:
    """A board under one weighting.

    Attributes:
        difference: float32 H×W, the difference map under that weighting.
        candidates: The candidates found on it.
    """

    difference: Map = field(repr=False)
    candidates: CandidateSet


@dataclass(frozen=True, eq=False)
class MetricInputs:
    """Everything that the metrics of one board are computed from.

    A field that is None, or a weighting without a view, is an input that this board lacks: the metrics and families
    that require it have no columns (:attr:`available`).

    Attributes:
        original: uint8 H×W×3.
        reconstruction: uint8 H×W×3, or float32 in the same units; None for a bundle that reconstructs nothing.
        views: By weighting; with a reconstruction ``raw`` is mandatory.
        mask: float32 H×W, the normal-variation mask.
        networks: Metrics computed by the networks.
        pixel_statistics: Mean and deviation of every pixel of normal boards.
        normal_spread: Mean and spread of the difference maps of normal boards.
        latent_statistics: Mean and deviation of the latents of normal boards.
        latents: float32 D×h×w, the encoder's latents of this board.
        anomaly_log_odds: float32 h×w, log odds per cell of the segmentation network.
        feature_maps: float32 h×w each, distances to the features of normal boards by name, see
            :func:`vqganodip.neural.feature_distances.distance_maps`.
        part_deviations: The parts of this board, compared with those of normal boards.
        weights: Sensitivity of parts, for the maps that are computed here; the others are weighed already.
        local: True to relate the difference to its surroundings (products in free position).
        ignore: bool H×W, True where pixels are excluded from all maps. ORB and the networks see the whole board.
        p: Number of pixels of the metric ``top``.
        additions: True to include the metrics that are not in the paper.

    Raises:
        ScoringError: The raw view is missing.
        ImageError: Sizes differ.
    """

    original: Image = field(repr=False)
    reconstruction: Levels | None = field(repr=False)
    views: Mapping[Weighting, View]
    mask: Map | None = field(default=None, repr=False)
    networks: NetworkMeasures = field(default_factory=NetworkMeasures)
    pixel_statistics: PixelStatistics | None = field(default=None, repr=False)
    normal_spread: NormalSpread | None = field(default=None, repr=False)
    latent_statistics: LatentStatistics | None = field(default=None, repr=False)
    latents: Map | None = field(default=None, repr=False)
    anomaly_log_odds: Map | None = field(default=None, repr=False)
    feature_maps: Mapping[str, Map] | None = field(default=None, repr=False)
    part_deviations: PartDeviations | None = field(default=None, repr=False)
    weights: EvidenceWeights | None = field(default=None, repr=False)
    local: bool = False
    ignore: NDArray[np.bool_] | None = field(default=None, repr=False)
    p: int = 100
    additions: bool = True
    _shared: dict[Hashable, object] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        if self.reconstruction is not None and Weighting.RAW not in self.views:
            raise ScoringError(
                "metric-raw-map-missing",
                "the raw difference map is missing",
                where=message("place-metric-row", "metric row"),
                todo="Give every board the same views.",
            )
        maps: dict[Message, NDArray[np.generic] | None] = {
            message("map-reconstruction", "the reconstruction"): self.reconstruction,
            message("map-mask", "the mask"): self.mask,
            message("map-ignore-regions", "the ignore regions"): self.ignore,
        }
        for weighting, view in self.views.items():
            name = message("map-of-weighting", "the {weighting} difference map", weighting=str(weighting))
            maps[name] = view.difference
        for what, values in maps.items():
            if values is not None:
                check_same_grid(self.original.shape, values.shape, what)

    @property
    def available(self) -> frozenset[str]:
        """Names of the inputs that this board has: fields, weightings, network measures and distance maps."""
        given = (
            f.name for f in fields(self) if getattr(self, f.name) is not None and getattr(self, f.name) is not False
        )
        views = (weighting.value for weighting in self.views)
        return frozenset({*given, *views, *self.networks.values(), *(self.feature_maps or ())})

    @property
    def reconstructed(self) -> Levels:
        """The reconstruction, for metrics that exist only with it."""
        if self.reconstruction is None:
            raise ValueError("there is no reconstruction")
        return self.reconstruction

    def once(self, key: Hashable, compute: Callable[[], T]) -> T:
        """Return what ``compute`` gave the first time it was called for this key.

        Args:
            key: Identifies the intermediate result, e.g. ``("map", "golden")``.
            compute: Called at most once per key.
        """
        if key not in self._shared:
            self._shared[key] = compute()
        value: T = self._shared[key]  # type: ignore[assignment]  # the key determines the type
        return value

    def counted(self, values: Map) -> Map:
        """The values of a map H×W outside the ignored regions: the map itself, or a vector."""
        return values if self.ignore is None else values[~self.ignore]

    def per_candidate(self, weighting: Weighting, distance: PatchDistance) -> FloatArray:
        """The distance of the patch pair of every candidate of a view, float64 Q.

        Views share most of their patches; each distance is computed once per patch for all views.
        """
        table = self.once("patches", self._patch_table)
        values = self.once(("distance", distance), lambda: table.distances(distance))
        return values[table.rows[weighting]]

    def _patch_table(self) -> PatchTable[Weighting]:
        boxes = {weighting: view.candidates.boxes for weighting, view in self.views.items()}
        return PatchTable(self.original, self.reconstructed, boxes)
