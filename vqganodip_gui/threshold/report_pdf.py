"""The threshold page as a PDF document on A4 paper, in the user's language."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QRectF, QSize, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtWidgets import QGraphicsView, QWidget

from vqganodip_gui.widgets.pdf_document import pdf_document
from vqganodip_gui.widgets.theme import Theme, drawn_as

if TYPE_CHECKING:
    from vqganodip.calibration.normal_calibration import AnyCalibration
    from vqganodip.scoring.verdict import Thresholds
    from vqganodip_gui.threshold.report_content import Texts

_RULED: Final = "border-bottom: 1px solid #a0a0a0"
_SHARP: Final = 3
"""Dots of a plot for each of its pixels on the screen."""


def pdf_bytes(found: AnyCalibration, thresholds: Thresholds, texts: Texts, foot: str) -> bytes:
    """The page as a PDF file, plots in the light theme. On the GUI thread: it draws widgets.

    Args:
        found: The calibration.
        thresholds: Thresholds drawn in the plots.
        texts: Texts of the page.
        foot: Line at the foot of each page, which names model, hash, time and program.
    """
    pictures = plots(found, thresholds)
    whole = {f"plot:{name}": picture for name, picture in pictures.items()}
    return pdf_document(lambda width: html(texts, width, curve="roc" in pictures), whole, texts.title, foot)


def plots(found: AnyCalibration, thresholds: Thresholds) -> dict[str, QImage]:
    """The histogram, and the ROC curve if defects are known."""
    from vqganodip.calibration.result import CalibrationResult
    from vqganodip_gui.threshold.roc_plot import RocPlot
    from vqganodip_gui.threshold.score_histogram import ScoreHistogram

    with drawn_as(Theme.LIGHT):
        histogram = ScoreHistogram()
        histogram.show_scores(found)
        histogram.set_thresholds(thresholds.flag_from, thresholds.doubtful_until)
        pictures = {"scores": _drawn(histogram, histogram.plot, QSize(760, 330))}
        histogram.deleteLater()
        if isinstance(found, CalibrationResult):
            roc = RocPlot()
            roc.show_scores(found)
            roc.set_threshold(thresholds.flag_from)
            roc.promise.hide()  # printed below the plot as a sentence
            pictures["roc"] = _drawn(roc, roc.plot, QSize(380, 330))
            roc.deleteLater()
    return pictures


def _drawn(widget: QWidget, plot: QGraphicsView, size: QSize) -> QImage:
    """The plot of a widget as it would be on a screen, drawn sharper."""
    widget.resize(size)
    widget.grab()  # lays it out
    shown = plot.viewport().size()
    picture = QImage(shown * _SHARP, QImage.Format.Format_RGB32)
    picture.setDevicePixelRatio(_SHARP)
    picture.fill(Qt.GlobalColor.white)
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    plot.render(painter, QRectF(0, 0, shown.width(), shown.height()))
    painter.end()
    picture.setDevicePixelRatio(1.0)
    return picture


def html(texts: Texts, width: int, *, curve: bool = True) -> str:
    """Return the document as HTML, black on white in every theme.

    Args:
        texts: Texts of the page.
        width: Width of the page in pixels of 1/96 inch.
        curve: True if there is a ROC curve.
    """
    figures = "".join(f"<tr><td>{escape(n)}</td><td align='right'><b>{escape(v)}</b></td></tr>" for n, v in texts.rows)
    tables = "".join(
        f"<h3>{escape(title)}</h3><table cellspacing='0' cellpadding='4' width='100%'>"
        + f"<thead>{_row('th', head)}</thead>"
        + "".join(_row("td", row) for row in rows)
        + "</table>"
        for title, head, rows in texts.tables
        if rows
    )
    sentences = "".join(f"<p>{escape(sentence)}</p>" for sentence in texts.sentences if sentence)
    roc = f"<img src='plot:roc' width='{round(width * 0.46)}'>" if curve else ""
    standing = "<br>".join(escape(line) for line in texts.standing)
    return (
        f"<body style='color: #000000'><h1>{escape(texts.title)}</h1><p>{escape(texts.about)}</p>"
        f"<p><b>{standing}</b></p>"
        f"<p><img src='plot:scores' width='{width}'></p>"
        f"<table width='100%' cellspacing='0' cellpadding='0'><tr><td width='52%'>"
        f"<table width='100%' cellpadding='3'>{figures}</table></td>"
        f"<td width='48%'>{roc}</td></tr></table>"
        f"{sentences}{tables}</body>"
    )


def _row(cell: str, texts: tuple[str, ...]) -> str:
    return (
        "<tr>" + "".join(f"<{cell} align='left' style='{_RULED}'>{escape(text)}</{cell}>" for text in texts) + "</tr>"
    )
