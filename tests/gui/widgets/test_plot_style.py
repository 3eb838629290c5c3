"""Axes of plots: labels say what the numbers are, without a factor."""

from __future__ import annotations

from pytestqt.qtbot import QtBot

from vqganodip_gui.training.curve_plot import CurvePlot


def test_that_small_losses_have_no_factor_in_the_label(qtbot: QtBot) -> None:
    plot = CurvePlot("loss", "", logarithmic=True)
    qtbot.addWidget(plot)
    plot.resize(600, 300)
    plot.show_series(("network", [1.0, 2.0, 3.0], [0.002, 0.0005, 0.0001]))
    plot.grab()
    axis = plot.plot.getPlotItem().getAxis("left")
    assert "(x" not in axis.label.toPlainText()
