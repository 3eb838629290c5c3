"""The shift as plots: defects by code and by place, boards by the hour. Patterns tell bars apart, not colour alone."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QBrush
from PySide6.QtWidgets import QVBoxLayout, QWidget

from vqganodip.number_format import grouped
from vqganodip.review.shift_statistics import ShiftStatistics
from vqganodip_gui.i18n.defect_words import defect_word
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.plot_style import style_axes
from vqganodip_gui.widgets.theme import colour

SHOWN: Final = 10
"""Rows of a Pareto; the CSV has all of them."""

_LONGEST: Final = 22
"""Letters of the name of a bar that are shown."""


class ShiftPlots(QWidget):
    """Three plots side by side. Nothing can be dragged: it is a report, not an instrument."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        import pyqtgraph

        self._pg: Any = pyqtgraph
        self._figures: ShiftStatistics | None = None
        self.canvas: Any = pyqtgraph.GraphicsLayoutWidget(self)
        self.canvas.setAccessibleName(tr("Shift"))
        self.canvas.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.canvas)

    def show_figures(self, figures: ShiftStatistics) -> None:
        """Draw the figures of a selection."""
        self._figures = figures
        self.refresh_theme()

    def refresh_theme(self) -> None:
        """Redraw in the colours of the theme."""
        found = self._figures
        if found is None:
            return
        self.canvas.clear()
        self.canvas.setBackground(colour("surface"))
        codes = [(defect_word(code) or tr("no code"), count) for code, count in found.by_code[:SHOWN]]
        self._bars(
            0,
            tr("Confirmed defects by code"),
            [name for name, _ in codes],
            [(tr("defects"), "ng", [count for _, count in codes], found.defects)],
            tr("boards (of {n} NG)").format(n=found.defects),
            shares=found.defects,
        )
        places = found.by_place[:SHOWN]
        self._bars(
            1,
            tr("By place on the board"),
            [name for name, _, _ in places],
            [
                (tr("defects"), "ng", [row[1] for row in places], sum(row[1] for row in found.by_place)),
                (tr("false calls"), "false_call", [row[2] for row in places], sum(row[2] for row in found.by_place)),
            ],
            tr("boards; columns A–L from the left, rows from the top"),
            beside=((tr("NG boards, place not said"), found.unplaced),) if found.unplaced else (),
        )
        self._hours(found)

    def _plot(self, column: int, title: str) -> Any:
        item = self.canvas.addPlot(row=0, col=column)
        item.setMenuEnabled(False)
        item.hideButtons()
        item.setMouseEnabled(x=False, y=False)
        item.setTitle(title, color=colour("text").name(), size="10pt")
        return item

    def _legend(self, item: Any, *, top: bool = False) -> Any:
        legend = item.addLegend(offset=(-8, 8 if top else -8), labelTextColor=colour("text"))
        legend.setBrush(self._pg.mkBrush(colour("raised")))
        return legend

    def _brush(self, token: str) -> QBrush:
        return QBrush(colour(token), Qt.BrushStyle.SolidPattern if token == "ng" else Qt.BrushStyle.BDiagPattern)

    def _bars(
        self,
        column: int,
        title: str,
        names: Sequence[str],
        series: Sequence[tuple[str, str, Sequence[int], int]],
        axis: str,
        shares: int = 0,
        beside: Sequence[tuple[str, int]] = (),
    ) -> None:
        """Draw horizontal bars, the highest on top, with cumulative shares of ``shares`` if it is not 0.

        ``beside`` are numbers that belong to no bar; the legend has them.
        """
        pg, item = self._pg, self._plot(column, title)
        style_axes(item, axis, counts="bottom")
        rows = list(range(len(names)))
        names = [name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…" for name in names]
        axis_left = item.getAxis("left")
        axis_left.setTicks([[(-row, name) for row, name in zip(rows, names, strict=True)]])
        axis_left.setWidth(max([40, *(self.fontMetrics().horizontalAdvance(name) + 14 for name in names)]))
        legend = self._legend(item)
        start = [0] * len(names)
        for word, token, counts, total in series:
            bars = pg.BarGraphItem(
                x0=start, width=list(counts), y=[-row for row in rows], height=0.7,
                brush=self._brush(token), pen=pg.mkPen(colour(token)),
            )  # fmt: skip
            item.addItem(bars)
            legend.addItem(_Swatch(pg, self._brush(token)), f"{word} (n = {grouped(total)})")
            start = [a + b for a, b in zip(start, counts, strict=True)]
        for word, total in beside:
            swatch = _Swatch(pg, QBrush(Qt.BrushStyle.NoBrush))
            legend.addItem(swatch, f"{word} (n = {grouped(total)})")
        running = 0
        for row, end in enumerate(start):
            running += end
            text = grouped(end) + (f" · {100 * running / shares:.0f} %" if shares else "")
            label = pg.TextItem(text, color=colour("text"), anchor=(0, 0.5))
            label.setPos(end, -row)
            item.addItem(label)
        item.setYRange(-max(len(names), 5) + 0.4, 0.6, padding=0)
        item.setXRange(0, max([1, *start]) * 1.3, padding=0)
        if not names:
            self._nothing(item)

    def _hours(self, found: ShiftStatistics) -> None:
        pg, item = self._pg, self._plot(2, tr("Boards judged by the hour"))
        style_axes(item, tr("hour (local time)"), tr("boards"), counts="left")
        hours = found.by_hour[-24:]
        rows = list(range(len(hours)))
        step = -(-len(hours) // 4) or 1
        days = len({hour.begins.astimezone().date() for hour in hours}) > 1
        shape = "%d.%m. %H:00" if days else "%H:00"
        ticks = [(row, hours[row].begins.astimezone().strftime(shape)) for row in rows[::step]]
        item.getAxis("bottom").setTicks([ticks])
        legend = self._legend(item, top=True)
        bottom = [0] * len(hours)
        others = [h.boards - h.defects - h.false_calls for h in hours]
        for word, token, counts in (
            (tr("defects"), "ng", [h.defects for h in hours]),
            (tr("false calls"), "false_call", [h.false_calls for h in hours]),
            (tr("other"), "bar", others),
        ):
            brush = self._brush(token) if token != "bar" else QBrush(Qt.BrushStyle.NoBrush)
            item.addItem(
                pg.BarGraphItem(
                    x=rows, y0=bottom, height=list(counts), width=0.7, brush=brush, pen=pg.mkPen(colour(token))
                )
            )
            legend.addItem(_Swatch(pg, brush, colour(token)), f"{word} (n = {grouped(sum(counts))})")
            bottom = [a + b for a, b in zip(bottom, counts, strict=True)]
        item.setXRange(-0.6, max(len(hours), 6) - 0.4, padding=0)
        item.setYRange(0, max([1, *bottom]) * 1.6, padding=0)
        if not hours:
            self._nothing(item)

    def _nothing(self, item: Any) -> None:
        label = self._pg.TextItem(tr("nothing yet"), color=colour("muted"), anchor=(0.5, 0.5))
        (left, right), (low, high) = item.viewRange()
        label.setPos((left + right) / 2, (low + high) / 2)
        item.addItem(label)


def _Swatch(pg: Any, brush: QBrush, pen: Any = None) -> Any:
    """Return the legend sample of a bar."""
    return pg.BarGraphItem(x=[0], height=[1], width=1, brush=brush, pen=pg.mkPen(pen) if pen else None)
