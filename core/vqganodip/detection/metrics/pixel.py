"""Metrics of the highest pixels of a map (paper section 3.2, second level)."""

from __future__ import annotations

from typing import Final

from vqganodip.detection.difference_map import blurred, highest_pixels
from vqganodip.detection.metrics.families import Family
from vqganodip.detection.metrics.inputs import MetricInputs
from vqganodip.types import FloatArray, Map

__all__ = ["blurred_top", "blurred_top10", "top", "top10"]

_BLUR_PX: Final = 1.5
_TEN: Final = 10


def top(inputs: MetricInputs, family: Family) -> FloatArray:
    """The p highest pixels of the family's map, highest first: float64, at least one."""
    return _highest(inputs, family)[: inputs.p]


def top10(inputs: MetricInputs, family: Family) -> FloatArray:
    """The ten highest pixels of the family's map, highest first: float64, at least one."""
    return _highest(inputs, family)[:_TEN]


def blurred_top(inputs: MetricInputs, family: Family) -> FloatArray:
    """The p highest pixels after a blur, which single bright pixels do not reach: float64, at least one."""
    return _highest_blurred(inputs, family)[: inputs.p]


def blurred_top10(inputs: MetricInputs, family: Family) -> FloatArray:
    """The ten highest pixels after the blur: float64, at least one."""
    return _highest_blurred(inputs, family)[:_TEN]


def _highest(inputs: MetricInputs, family: Family) -> FloatArray:
    return inputs.once(("highest", family.name), lambda: _values(inputs, family.map(inputs)))


def _highest_blurred(inputs: MetricInputs, family: Family) -> FloatArray:
    return inputs.once(("highest blurred", family.name), lambda: _values(inputs, blurred(family.map(inputs), _BLUR_PX)))


def _values(inputs: MetricInputs, values: Map) -> FloatArray:
    return values.ravel()[highest_pixels(values, max(inputs.p, _TEN), inputs.ignore)].astype("float64")
