"""Live plot of loss or quality over training steps; series differ in line style as well as colour."""

from __future__ import annotations

import math
import os
from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QPen
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.plot_legend import PlotLegend
from vqganodip_gui.widgets.plot_style import style_axes
from vqganodip_gui.widgets.theme import Theme, colour, current_theme

_STYLES: Final = (
    Qt.PenStyle.SolidLine,
    Qt.PenStyle.DashLine,
    Qt.PenStyle.DotLine,
    Qt.PenStyle.DashDotLine,
)
_SHADES: Final = {
    Theme.DARK: ("#ececec", "#56b4e9", "#e69f00", "#2fbf71"),
    Theme.LIGHT: ("#1c1c1c", "#0072b2", "#a35200", "#00704a"),
}
_MOST_DOTS: Final = 60
_MOST_POINTS: Final = 1_500
_AXIS: Final = 64
_FEW_DECADES: Final = 2
_MOST_DECADES: Final = 5

Series = tuple[str, Sequence[float], Sequence[float]]
"""Name, steps and values of a series."""


class CurvePlot(QWidget):
    """Plot of several series; the first one is emphasised."""

    def __init__(self, name: str, unit: str, *, logarithmic: bool = False, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
        import pyqtgraph

        self._pg: Any = pyqtgraph
        self._name, self._unit = name, unit
        self._series: tuple[Series, ...] = ()
        self.plot = pyqtgraph.PlotWidget(self)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.setAccessibleName(name)
        item = self.plot.getPlotItem()
        item.setMouseEnabled(x=False, y=False)
        item.setLogMode(y=logarithmic)
        item.setLimits(xMin=0.0)
        self._logarithmic = logarithmic
        self._legend = PlotLegend(self)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(2)
        column.addWidget(self._legend)
        column.addWidget(self.plot, 1)
        self.refresh_theme()

    def show_series(self, *series: Series) -> None:
        """Draw these series."""
        self._series = series
        self.refresh_theme()

    def count(self) -> int:
        """Return the number of points of the first series."""
        return len(self._series[0][1]) if self._series else 0

    def refresh_theme(self) -> None:
        """Redraw in the colours of the theme."""
        pg, item = self._pg, self.plot.getPlotItem()
        item.clear()
        entries: list[tuple[str, QPen]] = []
        self.plot.setBackground(colour("surface"))
        style_axes(item, tr("step"), f"{self._name}, {self._unit}" if self._unit else self._name)
        item.getAxis("left").setWidth(_AXIS)
        for number, (name, steps, values) in enumerate(self._series):
            if not len(steps):
                continue
            shade = _SHADES[current_theme()][number % 4]
            pen = pg.mkPen(shade, width=2 if number == 0 else 1.5, style=_STYLES[number % 4])
            thin = max(1, len(steps) // _MOST_POINTS)
            dots = {"symbol": "o", "symbolSize": 5, "symbolBrush": shade, "symbolPen": None}
            shown = len(steps) < 3 or (number == 0 and len(steps) < _MOST_DOTS)
            item.plot(list(steps[::thin]), list(values[::thin]), pen=pen, **(dots if shown else {}))
            entries.append((name, pen))
        self._legend.show_entries(entries)
        item.enableAutoRange()
        if self._logarithmic:
            item.getAxis("left").setTicks([_ticks([v for _name, _steps, values in self._series for v in values])])


def _ticks(values: Sequence[float]) -> list[tuple[float, str]]:
    """Return ticks of a logarithmic axis: powers of ten, with 2 and 5 between them over short ranges."""
    positive = [value for value in values if value > 0]
    if not positive:
        return []
    low, high = math.floor(math.log10(min(positive))), math.ceil(math.log10(max(positive)))
    digits = (1, 2, 5) if high - low <= _FEW_DECADES else (1,)
    step = max(1, (high - low) // _MOST_DECADES)
    return [
        (power + math.log10(digit), f"{digit * 10.0**power:g}")
        for power in range(low, high + 1, step)
        for digit in digits
    ]
