"""The metric row of one board: a walk through the registry."""

from __future__ import annotations

from collections.abc import Collection

import numpy as np

from vqganodip.detection.metrics.inputs import MetricInputs
from vqganodip.detection.metrics.registry import columns_of
from vqganodip.records import MetricRow

__all__ = ["collect"]


def collect(inputs: MetricInputs, columns: Collection[str] | None = None) -> MetricRow:
    """Compute every metric whose inputs are available (paper section 3.2).

    Args:
        inputs: Maps and network measures of the board.
        columns: Names of the columns that are needed; a metric without any of them is left out. None for all.

    Names and their order depend only on the available inputs and ``additions``, never on the pixels. Every value is
    finite.

    Raises:
        ScoringError: A network measured no finite number.
        ImageError: Sizes differ.
        SettingsError: Everything is ignored.
    """
    values: dict[str, float] = {}
    for family, metric in columns_of(inputs.available, additions=inputs.additions):
        if columns is not None and not any(name in columns for name in metric.columns(family)):
            continue
        values |= metric.values(inputs, family)
    return MetricRow(names=tuple(values), values=np.array(list(values.values()), np.float64))
