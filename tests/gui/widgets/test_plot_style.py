"""Axes of plots: labels say what the numbers are, without a factor."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from vqganodip_gui.training.curve_plot import CurvePlot
from vqganodip_gui.widgets.plot_style import style_axes


def test_that_small_losses_have_no_factor_in_the_label(qtbot: QtBot) -> None:
    plot = CurvePlot("loss", "", logarithmic=True)
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    plot.show_series(("network", [1.0, 2.0, 3.0], [0.002, 0.0005, 0.0001]))
    plot.grab()
    axis = plot.plot.getPlotItem().getAxis("left")
    assert "(x" not in axis.label.toPlainText()


def test_that_an_axis_of_counts_has_marks_at_whole_numbers_only(qtbot: QtBot) -> None:
    import pyqtgraph as pg

    plot = pg.PlotWidget()
    qtbot.addWidget(plot)
    axis = plot.getPlotItem().getAxis("left")
    for _ in range(2):  # a change of colours styles it again
        style_axes(plot.getPlotItem(), counts="left")
    assert axis.tickValues(0.0, 1.0, 300.0) == [(1.0, [0, 1])]
    marks = [value for _, values in axis.tickValues(0.0, 40.0, 300.0) for value in values]
    assert 20.0 in marks
    assert all(float(value).is_integer() for value in marks)
