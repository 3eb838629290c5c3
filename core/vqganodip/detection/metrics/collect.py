"""The metric row of one board: a walk through the registry."""

from __future__ import annotations

import numpy as np

from vqganodip.detection.metrics.inputs import MetricInputs
from vqganodip.detection.metrics.registry import columns_of
from vqganodip.records import MetricRow

__all__ = ["collect"]


def collect(inputs: MetricInputs) -> MetricRow:
    """Compute every metric whose inputs are available (paper section 3.2).

    Names and their order depend only on the available inputs and ``additions``, never on the pixels. Every value is
    finite.

    Raises:
        ScoringError: A network measured no finite number.
        ImageError: Sizes differ.
        SettingsError: Everything is ignored.
    """
    values: dict[str, float] = {}
    for family, metric in columns_of(inputs.available, additions=inputs.additions):
        values |= metric.values(inputs, family)
    return MetricRow(names=tuple(values), values=np.array(list(values.values()), np.float64))
