"""The families of metrics: the first part of a column's name, the input that it requires, and the map it measures."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from vqganodip.detection.difference_map import local_contrast
from vqganodip.detection.metrics.inputs import MetricInputs
from vqganodip.records import Weighting
from vqganodip.types import Map

__all__ = [
    "EXCESS",
    "FAMILIES",
    "FEATURES",
    "FOREIGN",
    "GOLDEN",
    "LATENT",
    "LOCAL",
    "PARTS",
    "RAW",
    "STANDARDISED",
    "WEIGHTED",
    "WEIGHTINGS",
    "Family",
]


@dataclass(frozen=True, slots=True)
class Family:
    """A map of the board, and all metrics measured on it.

    Attributes:
        name: First part of a column's name. Stored in bundles: never renamed.
        sentence: Where its metrics are measured, for people.
        requires: Names of inputs (:attr:`MetricInputs.available`) without which the family has no columns.
        compute: The map, float32 H×W (per cell or latent position for the families of a network, P×A×S by
            part, area and statistic for the parts).
    """

    name: str
    sentence: str
    requires: tuple[str, ...]
    compute: Callable[[MetricInputs], Map] = field(repr=False)

    def map(self, inputs: MetricInputs) -> Map:
        """The map of one board; computed once."""
        return inputs.once(("map", self.name), lambda: self.compute(inputs))


def _view(weighting: Weighting) -> Callable[[MetricInputs], Map]:
    return lambda inputs: inputs.views[weighting].difference


def _excess(inputs: MetricInputs) -> Map:
    assert inputs.normal_spread is not None
    return inputs.normal_spread.excess(RAW.map(inputs))


def _golden(inputs: MetricInputs) -> Map:
    assert inputs.pixel_statistics is not None
    return _weighed(inputs, inputs.pixel_statistics.z_map(inputs.original))


def _latent(inputs: MetricInputs) -> Map:
    assert inputs.latent_statistics is not None
    assert inputs.latents is not None
    return _weighed(inputs, inputs.latent_statistics.deviation(inputs.latents))


def _weighed(inputs: MetricInputs, values: Map) -> Map:
    """A map of deviations under the sensitivity of parts."""
    return values if inputs.weights is None else np.asarray(values * inputs.weights.on(values), np.float32)


def _foreign(inputs: MetricInputs) -> Map:
    assert inputs.anomaly_log_odds is not None
    return inputs.anomaly_log_odds


def _features(inputs: MetricInputs) -> Map:
    assert inputs.feature_maps is not None
    return next(iter(inputs.feature_maps.values()))


def _parts(inputs: MetricInputs) -> Map:
    assert inputs.part_deviations is not None
    return inputs.part_deviations.deviation


RAW: Final = Family("raw", "On the plain difference.", ("raw",), _view(Weighting.RAW))
WEIGHTED: Final = Family(
    "weighted",
    "On the difference where the board does not vary by nature.",
    ("weighted", "mask"),
    _view(Weighting.WEIGHTED),
)
STANDARDISED: Final = Family(
    "standardised",
    "In units of the normal variation of the place.",
    ("standardised",),
    _view(Weighting.STANDARDISED),
)
EXCESS: Final = Family("excess", "Above what good boards usually show there.", ("normal_spread",), _excess)
LOCAL: Final = Family(
    "local", "Compared with the surroundings.", ("local",), lambda inputs: local_contrast(RAW.map(inputs))
)
GOLDEN: Final = Family("golden", "Compared with the average of good boards.", ("pixel_statistics",), _golden)
LATENT: Final = Family("latent", "Inside the network.", ("latent_statistics", "latents"), _latent)
FOREIGN: Final = Family("foreign", "By the segmentation network.", ("anomaly_log_odds",), _foreign)
FEATURES: Final = Family("features", "Compared with the features of good boards.", ("feature_maps",), _features)
PARTS: Final = Family("parts", "Compared with the same part on good boards.", ("part_deviations",), _parts)

WEIGHTINGS: Final = (RAW, WEIGHTED, STANDARDISED)
"""The families of the difference map, each with candidates of its own."""

FAMILIES: Final = (RAW, WEIGHTED, STANDARDISED, EXCESS, LOCAL, GOLDEN, LATENT, FOREIGN, FEATURES, PARTS)
"""All families in the order of the columns."""
