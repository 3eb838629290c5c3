"""The scores of normal and defective boards as bars and density curves, and the lines between pass, doubt and defect.

Normal boards: plain bars, solid curve. Defective ones: hatched bars, dashed curve. Boards of the workspace: a stepped
outline. The threshold is a whole line, the end of the doubtful band a dashed one. Colour is never the only difference.
The wheel zooms, dragging next to the lines pans, and a double click resets the view.
"""

from __future__ import annotations

import os
from collections.abc import Sequence
from typing import Any, Final

import numpy as np
from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqganodip.calibration.normal_calibration import AnyCalibration, NormalCalibration
from vqganodip.number_format import grouped
from vqganodip.reports.curves import density
from vqganodip.types import FloatArray
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.plot_style import style_axes
from vqganodip_gui.widgets.theme import Theme, colour, current_theme

BINS: Final = 40
_OUTLINE: Final = 0.25  # height of the workspace, which is not to scale, relative to the labelled boards
_BESIDE: Final = 0.006
"""Distance of the words from the line, as a score."""

_CURVE: Final = 2_000  # a density of this many quantiles looks like the density of all scores
_COLOURS: Final = {
    Theme.DARK: ("#2fbf71", "#ff7a4d"),
    Theme.LIGHT: ("#00704a", "#b3331d"),
}


class ScoreHistogram(QWidget):
    """Bars, curves and the draggable line; made when it is first shown: its library takes a third of a second."""

    moved = Signal(float)
    settled = Signal(float)
    band_moved = Signal(float)
    bar_clicked = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        os.environ.setdefault("PYQTGRAPH_QT_LIB", "PySide6")
        import pyqtgraph

        self._pg = pyqtgraph
        self._found: AnyCalibration | None = None
        self._logarithmic = False
        self._line_scores: FloatArray = np.empty(0)
        self._grip = 0.0
        self.plot = pyqtgraph.PlotWidget(self)
        self.plot.setMenuEnabled(False)
        self.plot.hideButtons()
        self.plot.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.plot.getPlotItem().setMouseEnabled(x=True, y=False)
        self.plot.getPlotItem().setLimits(xMin=-0.02, xMax=1.02, minXRange=0.02)
        self.plot.setAccessibleName(tr("Scores of normal and defective boards"))
        self._handles = pyqtgraph.ScatterPlotItem(size=13)
        self._passes = pyqtgraph.TextItem(anchor=(1.0, 0.5))
        self._flags = pyqtgraph.TextItem(anchor=(0.0, 0.5))
        self.band: Any = pyqtgraph.LinearRegionItem((0.5, 0.6), movable=False)
        self.band_line: Any = pyqtgraph.InfiniteLine(0.6, angle=90, movable=True, bounds=(0.0, 1.0))
        self.band_line.sigPositionChanged.connect(lambda line: self.band_moved.emit(float(line.value())))
        self.line: Any = pyqtgraph.InfiniteLine(0.5, angle=90, movable=True, bounds=(0.0, 1.0))
        self.line.sigPositionChanged.connect(lambda line: self.moved.emit(float(line.value())))
        self.line.sigPositionChangeFinished.connect(lambda line: self.settled.emit(float(line.value())))
        self.plot.scene().sigMouseClicked.connect(self._clicked)
        for changed in (self.plot.getPlotItem().vb.sigResized, self.plot.getPlotItem().vb.sigXRangeChanged):
            changed.connect(lambda *_: self._place_words())
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.plot)

    def show_scores(self, found: AnyCalibration, logarithmic: bool = False) -> None:
        """Draw the scores of a calibration."""
        self._found, self._logarithmic = found, logarithmic
        self.refresh_theme()
        self.show_all()

    def show_workspace(self, scores: Sequence[float]) -> None:
        """Draw the outline of the boards that this bundle has inspected in the workspace; none if empty."""
        self._line_scores = np.asarray(scores, np.float64)
        self.refresh_theme()

    def show_all(self) -> None:
        """Reset the zoom."""
        self.plot.getPlotItem().setXRange(0.0, 1.0, padding=0.01)

    def set_thresholds(self, flag_from: float, doubtful_until: float | None) -> None:
        """Move the lines without a signal; ``doubtful_until`` None hides the band."""
        end = flag_from if doubtful_until is None else doubtful_until
        for line, at in ((self.line, flag_from), (self.band_line, end)):
            if line.value() != at:
                line.blockSignals(True)
                line.setValue(at)
                line.blockSignals(False)
        if doubtful_until is not None:
            self.band.setRegion((flag_from, doubtful_until))
        if self.band.isVisible() is not (doubtful_until is not None):
            self.band.setVisible(doubtful_until is not None)
            self.band_line.setVisible(doubtful_until is not None)
        self._place_words()
        handles = [flag_from] if doubtful_until is None else [flag_from, doubtful_until]
        self._handles.setData(handles, [self._grip] * len(handles))

    def _place_words(self) -> None:
        """Put the words on both sides of the line, each only where it is whole."""
        box, at = self.plot.getPlotItem().vb, float(self.line.value())
        (low, high), pixel = box.viewRange()[0], box.viewPixelSize()[0]
        for word, to_right in ((self._passes, False), (self._flags, True)):
            start = at + (_BESIDE if to_right else -_BESIDE)
            word.setPos(start, 0.62 * self._grip * 2)
            wide = pixel * word.boundingRect().width()
            word.setVisible(start + wide <= high if to_right else start - wide >= low)

    def refresh_theme(self) -> None:
        """Redraw in the colours of the theme."""
        if self._found is None:
            return
        item = self.plot.getPlotItem()
        item.clear()
        self.plot.setBackground(colour("surface"))
        style_axes(item, tr("score: higher is more defective"), tr("boards"), counts="left")
        top = self._draw_classes(item)
        self._draw_workspace(item, top)
        self._draw_marks(item, top)
        item.setYRange(0.0, top * 1.12, padding=0.0)

    def _heights(self, counts: FloatArray) -> FloatArray:
        return np.log10(1.0 + counts) if self._logarithmic else counts

    def _draw_classes(self, item: Any) -> float:
        assert self._found is not None
        pg, found = self._pg, self._found
        edges = np.linspace(0.0, 1.0, BINS + 1)
        width, highest = 1.0 / BINS, 1.0
        self._ticks(item)
        for label, shade in enumerate(_COLOURS[current_theme()]):
            scores = found.scores[found.labels == label]
            if not len(scores):  # no defect is known
                continue
            counts = np.histogram(scores, edges)[0].astype(np.float64)
            heights = self._heights(counts)
            brush = pg.mkBrush(shade)
            if label:
                brush.setStyle(Qt.BrushStyle.BDiagPattern)
            place = edges[:-1] + width * (0.28 + 0.44 * label)
            item.addItem(pg.BarGraphItem(x=place, height=heights, width=0.42 * width, brush=brush, pen=pg.mkPen(shade)))
            highest = max(highest, float(heights.max()))
            thinned = np.sort(scores)[:: max(len(scores) // _CURVE, 1)]
            grid, values = density(thinned.tolist())
            line = self._heights(np.asarray(values, np.float64) * len(scores) * width)
            style = Qt.PenStyle.DashLine if label else Qt.PenStyle.SolidLine
            item.plot(np.asarray(grid), np.minimum(line, highest * 1.1), pen=pg.mkPen(shade, width=2, style=style))
        return highest

    def _draw_workspace(self, item: Any, top: float) -> None:
        """The boards of the line, scaled to the height of the plot: only their shape is compared."""
        if not len(self._line_scores):
            return
        counts, edges = np.histogram(self._line_scores, np.linspace(0.0, 1.0, BINS + 1))
        heights = self._heights(counts.astype(np.float64))
        heights *= _OUTLINE * top / max(float(heights.max()), 1e-9)
        pen = self._pg.mkPen(colour("strong"), width=1, style=Qt.PenStyle.DotLine)
        outline = self._pg.PlotCurveItem(edges, heights, stepMode="center", pen=pen)
        outline.setZValue(-4)
        item.addItem(outline)

    def _ticks(self, item: Any) -> None:
        axis = item.getAxis("left")
        if not self._logarithmic:
            axis.setTicks(None)
            return
        numbers = (0, 1, 3, 10, 30, 100, 300, 1000, 3000, 10_000, 30_000, 100_000)
        axis.setTicks([[(float(np.log10(1 + n)), grouped(n)) for n in numbers]])

    def _draw_marks(self, item: Any, top: float) -> None:
        assert self._found is not None
        pg = self._pg
        if isinstance(self._found, NormalCalibration):
            own, said, right_end = self._found.bundle_threshold, tr("above every normal board"), 0.3
        else:
            own, said, right_end = self._found.threshold.value, tr("no known defect missed"), 0.7
        quiet = pg.mkPen(colour("muted"), width=1, style=Qt.PenStyle.DotLine)
        item.addItem(pg.InfiniteLine(own, angle=90, pen=quiet))
        left = own > right_end
        word = pg.TextItem(said, color=colour("muted"), anchor=(1.0 if left else 0.0, 0.5))
        word.setPos(own, top * 1.07)
        item.addItem(word)
        # the legend lies below the word, and away from the threshold of a model without known defects
        aside = isinstance(self._found, NormalCalibration) and own > 0.5
        legend = pg.TextItem(html=self._legend(), anchor=(0.0 if aside else 1.0, 0.0))
        legend.setPos(0.01 if aside else 0.93, top * 1.04)
        item.addItem(legend)
        text, doubt = colour("text"), colour("doubtful")
        self.line.setPen(pg.mkPen(text, width=3))
        self.line.setHoverPen(pg.mkPen(text, width=5))
        self.band_line.setPen(pg.mkPen(text, width=2, style=Qt.PenStyle.DashLine))
        self.band_line.setHoverPen(pg.mkPen(text, width=4, style=Qt.PenStyle.DashLine))
        doubt.setAlpha(34)
        self.band.setBrush(pg.mkBrush(doubt))
        for edge in self.band.lines:
            edge.setPen(pg.mkPen(None))
        self._handles.setBrush(pg.mkBrush(text))
        self._handles.setPen(pg.mkPen(colour("surface")))
        self._grip = top * 0.5
        self._passes.setText("◂ " + tr("passes unseen"), text)
        self._flags.setText(tr("a person looks") + " ▸", text)
        parts = (self.band, self._passes, self._flags, self.band_line, self.line, self._handles)
        for z, part in enumerate(parts, start=5):
            part.setZValue(z if part is not self.band else -5)
            item.addItem(part)
        shown = self.band_line.isVisible()
        self.set_thresholds(float(self.line.value()), float(self.band_line.value()) if shown else None)

    def _legend(self) -> str:
        assert self._found is not None
        good, bad = _COLOURS[current_theme()]
        defects = int((self._found.labels == 1).sum())
        one = tr("plain, solid: {count:good board|good boards}", count=len(self._found.labels) - defects)
        other = tr("hatched, dashed: {count:defective board|defective boards}", count=defects)
        lines = f'<div style="color:{good}">{one}</div>'
        if not isinstance(self._found, NormalCalibration):
            lines += f'<div style="color:{bad}">{other}</div>'
        if len(self._line_scores):
            line = tr("outline: {count:board|boards} of this workspace, not to scale", count=len(self._line_scores))
            lines += f'<div style="color:{colour("muted").name()}">{line}</div>'
        return lines

    def _clicked(self, event: Any) -> None:
        item = self.plot.getPlotItem()
        if self._found is None or not item.vb.sceneBoundingRect().contains(event.scenePos()):
            return
        if event.double():
            self.show_all()
            return
        at = float(item.vb.mapSceneToView(event.scenePos()).x())
        if 0.0 <= at <= 1.0:
            low = min(int(at * BINS), BINS - 1) / BINS
            self.bar_clicked.emit(low, low + 1.0 / BINS)
