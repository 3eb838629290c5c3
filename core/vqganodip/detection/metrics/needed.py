"""The work on a board that a score needs: metrics that do not enter it are not computed in review."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass

from vqganodip.detection.metrics.families import FEATURES
from vqganodip.detection.metrics.inputs import NetworkMeasures
from vqganodip.detection.metrics.registry import Level, family_of, metric_of
from vqganodip.records import Weighting

__all__ = ["EVERYTHING", "NeededWork", "work_for"]


@dataclass(frozen=True, slots=True)
class NeededWork:
    """The metrics of a board that are computed, and what they rest on.

    Attributes:
        columns: Names of the columns; None for all.
        candidates: Weightings whose patches are measured; None for all.
        network_measures: True if perceptual features and critic are needed.
        features: True if the distances to the features of normal images are needed.
    """

    columns: frozenset[str] | None
    candidates: frozenset[Weighting] | None
    network_measures: bool
    features: bool

    def measures_patches(self, weighting: Weighting) -> bool:
        """True if the patches of a weighting are measured."""
        return self.candidates is None or weighting in self.candidates


EVERYTHING = NeededWork(None, None, True, True)
"""The work for a metric row with all columns, as the calibration needs it."""


def work_for(columns: Collection[str]) -> NeededWork:
    """Return the work that these columns need.

    Raises:
        KeyError: A column is unknown.
    """
    pairs = [(family_of(column), metric_of(column)) for column in columns]
    measures = set(NetworkMeasures.__dataclass_fields__) - {"quantization"}
    return NeededWork(
        columns=frozenset(columns),
        candidates=frozenset(Weighting(family.name) for family, metric in pairs if metric.level is Level.PATCH),
        network_measures=any(measures.intersection(metric.requires) for _, metric in pairs),
        features=any(family is FEATURES for family, _ in pairs),
    )
