"""Synthetic metric tables with a known solution."""

from __future__ import annotations

from pathlib import Path

import numpy as np

from vqganodip.records import Label, LabelledImage, MetricTable


def make_table(
    normal: int,
    abnormal: int,
    *,
    columns: int = 60,
    informative: int = 15,
    shift: float = 2.0,
    seed: int = 0,
    group_of: int = 1,
) -> MetricTable:
    """Generate log-normal metrics with common factors; abnormal images are ``shift`` higher in ``informative`` columns.

    ``group_of`` consecutive images share a group (1: none).
    """
    rng = np.random.default_rng(seed)
    n = normal + abnormal
    labels = np.repeat([0, 1], [normal, abnormal])
    values = 0.6 * rng.normal(size=(n, 4)) @ rng.normal(size=(4, columns)) + rng.normal(size=(n, columns))
    values[:, :informative] += shift * labels[:, None]
    order = rng.permutation(n)
    images = tuple(
        LabelledImage(
            path=Path(f"set/{'bad' if labels[i] else 'good'}/{i:03}.png"),
            label=Label.DEFECTIVE if labels[i] else Label.NORMAL,
            group=f"g{position // group_of}" if group_of > 1 else "",
        )
        for position, i in enumerate(order)
    )
    names = tuple(f"raw.patch.m{i}" for i in range(columns))
    return MetricTable(names, np.exp(0.4 * values[order]) * rng.uniform(0.1, 100, columns), images)
