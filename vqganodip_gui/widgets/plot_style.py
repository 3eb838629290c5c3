"""Colours of the theme on the axes of a plot."""

from __future__ import annotations

from typing import Any

from vqganodip_gui.widgets.theme import colour


def style_axes(item: Any, bottom: str = "", left: str = "") -> None:
    """Draw the axes of a pyqtgraph plot item in the colours of the theme, with their labels."""
    import pyqtgraph as pg

    for side, label in (("bottom", bottom), ("left", left)):
        axis = item.getAxis(side)
        axis.setPen(pg.mkPen(colour("border")))
        axis.setTextPen(pg.mkPen(colour("muted")))
        axis.enableAutoSIPrefix(False)  # a label such as "loss (x0.001)" contradicts the numbers of a logarithmic axis
        if label:
            item.setLabel(side, label, color=colour("muted").name())
