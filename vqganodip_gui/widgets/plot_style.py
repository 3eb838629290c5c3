"""Colours of the theme on the axes of a plot."""

from __future__ import annotations

import math
from collections.abc import Callable
from functools import partial
from typing import Any

from vqganodip_gui.widgets.theme import colour


def style_axes(item: Any, bottom: str = "", left: str = "", *, counts: str = "") -> None:
    """Draw the axes of a pyqtgraph plot item in the colours of the theme, with their labels.

    Args:
        item: The plot item.
        bottom: Label of the lower axis.
        left: Label of the left axis.
        counts: ``bottom`` or ``left`` for an axis of whole numbers, which has no marks between them.
    """
    import pyqtgraph as pg

    for side, label in (("bottom", bottom), ("left", left)):
        axis = item.getAxis(side)
        axis.setPen(pg.mkPen(colour("border")))
        axis.setTextPen(pg.mkPen(colour("muted")))
        axis.enableAutoSIPrefix(False)  # a label such as "loss (x0.001)" contradicts the numbers of a logarithmic axis
        if side == counts and not isinstance(axis.tickValues, partial):
            axis.tickValues = partial(_whole_ticks, axis.tickValues)
        if label:
            item.setLabel(side, label, color=colour("muted").name())


def _whole_ticks(
    ticks: Callable[[float, float, float], list[tuple[float, Any]]], low: float, high: float, size: float
) -> list[tuple[float, Any]]:
    """Marks of an axis at whole numbers only."""
    whole = [(spacing, values) for spacing, values in ticks(low, high, size) if spacing >= 1]
    return whole or [(1.0, list(range(math.ceil(low), math.floor(high) + 1)))]
