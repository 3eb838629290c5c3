"""The ROC curve with the line's place on it, and what a promised miss rate would ask for."""

from __future__ import annotations

from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from vqganodip.calibration.result import CalibrationResult
from vqganodip.scoring.operating_points import neyman_pearson
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.plot_style import style_axes
from vqganodip_gui.widgets.theme import colour

_RATES: Final = (0.01, 0.05)
_DELTA: Final = 0.05
_BELOW_AXIS_PX: Final = 48


class RocPlot(QWidget):
    """ROC curve with the drawn threshold (disc) and the threshold that misses no known defect (ring)."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import pyqtgraph

        self._pg: Any = pyqtgraph
        self._found: CalibrationResult | None = None
        self._value = 0.5
        self.plot = pyqtgraph.PlotWidget(self)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.getPlotItem().setMouseEnabled(x=False, y=False)
        self.plot.setAccessibleName("ROC")
        self.place: Any = pyqtgraph.ScatterPlotItem(size=11)
        self.promise = QLabel()
        self.promise.setWordWrap(True)
        self.promise.setObjectName("muted")
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.plot, 1)
        column.addWidget(self.promise)

    def show_scores(self, found: CalibrationResult) -> None:
        """Draw the curve of a calibration and show the miss rates that can be guaranteed."""
        self._found = found
        self.promise.setText(" ".join(_promise(found, rate) for rate in _RATES))
        self.refresh_theme()

    def set_threshold(self, value: float) -> None:
        """Move the disc to the threshold."""
        self._value = value
        if self._found is not None:
            counts = self._found.counts(value)
            self.place.setData([counts.fpr or 0.0], [1.0 - (counts.fnr or 0.0)])

    def refresh_theme(self) -> None:
        """Redraw in the colours of the theme."""
        if self._found is None:
            return
        pg, item = self._pg, self.plot.getPlotItem()
        item.clear()
        self.plot.setBackground(colour("surface"))
        style_axes(item, tr("share of good boards flagged"), tr("share of defects flagged"))
        fpr, tpr = self._found.curve.roc()
        item.plot(fpr, tpr, pen=pg.mkPen(colour("text"), width=2))
        none_missed = self._found.counts(self._found.threshold.value)
        ring = pg.ScatterPlotItem(
            [none_missed.fpr or 0.0], [1.0], size=13, brush=None, pen=pg.mkPen(colour("muted"), width=2)
        )
        item.addItem(ring)
        self.place.setBrush(pg.mkBrush(colour("text")))
        self.place.setPen(pg.mkPen(colour("surface")))
        item.addItem(self.place)
        item.setXRange(0.0, 1.0, padding=0.02)
        item.setYRange(0.0, 1.0, padding=0.04)
        self.set_threshold(self._value)
        self._fit_label()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fit_label()

    def _fit_label(self) -> None:
        """Show the name of the vertical axis where it is not longer than the axis."""
        axis = self.plot.getPlotItem().getAxis("left")
        needed = self.fontMetrics().horizontalAdvance(axis.labelText)
        axis.showLabel(bool(axis.labelText) and needed <= self.plot.height() - _BELOW_AXIS_PX)


def _promise(found: CalibrationResult, rate: float) -> str:
    """The rule of Tong, Feng and Li (2018) for one miss rate, in a sentence."""
    rule = neyman_pearson(found.scores, found.labels, rate, _DELTA)
    if rule.threshold is None or rule.rank is None:
        return tr(
            "A miss rate of at most {rate:.0f} % cannot be promised with 95 % confidence: that takes "
            "{needed:defect|defects}.",
            rate=100 * rate,
            needed=rule.needed,
        )
    return tr(
        "A miss rate of at most {rate:.0f} % holds with 95 % confidence up to a threshold of {value}.",
        rate=100 * rate,
        value=found.threshold_text(rule.threshold),
    )
