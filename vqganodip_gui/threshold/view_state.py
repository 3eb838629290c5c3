"""A threshold page that goes on where another one stops: its lines, whoever signed them or did not, and its boards."""

from __future__ import annotations

from vqganodip_gui.threshold.page import ThresholdPage


def take_over(page: ThresholdPage, before: ThresholdPage, *, shown: bool) -> None:
    """Puts lines, scores and boards on a new page as they stand on the one before; ``shown`` is whether it is seen."""
    reading = before.reading
    page.message.take_over(before.message)
    if reading is None or before.found is None or before.histogram is None:
        return
    _keep_looks(page, before)
    page.logarithmic.blockSignals(True)
    page.logarithmic.setChecked(before.logarithmic.isChecked())
    page.logarithmic.blockSignals(False)
    page.show_reading(reading)
    if before.found.seen_by:
        page.seen_by.setCurrentIndex(before.seen_by.currentIndex())
    if page.histogram is not None:
        low, high = before.histogram.plot.getPlotItem().viewRange()[0]
        page.histogram.plot.getPlotItem().setXRange(low, high, padding=0)
    page.move_to(before.value, before.high)
    if before.boards.between is not None:
        page.list_between(*before.boards.between)
    else:
        page.boards.show_missed(before.found, before.value)
    page.boards.names.setCurrentRow(before.boards.names.currentRow())
    page.tabs.setCurrentIndex(before.tabs.currentIndex())
    viewer = before.viewer
    if viewer is not None and viewer.look is not None and before.sides.currentWidget() is viewer:
        page.enlarge(viewer.look)
        if page.viewer is not None:
            page.viewer.panels.set_sight(viewer.panels.sight())
    page.up_to_date = shown


def _keep_looks(page: ThresholdPage, before: ThresholdPage) -> None:
    """Boards that were looked at, and the one that the engine is looking at, need not be looked at again."""
    page.looks.deleteLater()
    page.looks = before.looks
    page.looks.setParent(page)
