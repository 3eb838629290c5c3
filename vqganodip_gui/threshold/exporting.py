"""The threshold page as a file for the quality department."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime
from html import escape
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QUrl
from PySide6.QtGui import QPageLayout, QPageSize, QPdfWriter, QTextDocument
from PySide6.QtWidgets import QTreeWidget

from vqganodip import __version__
from vqganodip.errors import ExportError
from vqganodip.files import write_beside
from vqganodip_gui.engine_words import said_error
from vqganodip_gui.tasks import Tasks
from vqganodip_gui.theme import Theme, drawn_as
from vqganodip_gui.widgets.message_strip import MessageKind
from vqganodip_gui.words import tr

if TYPE_CHECKING:
    from vqganodip.calibrated import Calibrated
    from vqganodip.verdict import Lines
    from vqganodip_gui.pages.threshold_page import ThresholdPage
    from vqganodip_gui.threshold.figures import Pace


def export_page(page: ThresholdPage, tasks: Tasks, path: Path) -> None:
    """Writes the page in the form that the ending of the file asks for, and says so on the page."""
    found, pace = page.found, page.pace
    if found is None or pace is None:
        return

    def done(_: None) -> None:
        page.message.say(tr("Page written to {path}").format(path=path), MessageKind.DONE)

    def failed(error: Exception) -> None:
        page.message.say(said_error(error), MessageKind.ERROR)

    if path.suffix.lower() != ".pdf":
        lines, are = page.lines(), _what_lines_are(page)
        tasks.run(lambda: write_html(found, pace, lines, are, path), done, failed)
        return
    try:
        write_pdf(found, page.lines(), page.texts(), path)
    except ExportError as error:
        failed(error)
    else:
        done(None)


def _what_lines_are(page: ThresholdPage) -> str:
    """Whether the lines on the page are in force, since when and by whom; in English, as the whole exported page."""
    from vqganodip.report_page import wording
    from vqganodip.threshold_log import in_force

    assert page.found is not None
    standing = None if page.found.seen_by else in_force(page.changes, page.found.bundle_sha256)
    since = "as the bundle came"
    if standing is not None:
        since = f"set on {wording.moment(standing.changed_at)} by {standing.operator}"
    if page.lines() == page.lines_now():
        return f"In force, {since}"
    return f"Not in force, as drawn on the page (in force, {since}: {wording.lines(page.lines_now())})"


def write_html(found: Calibrated, pace: Pace, lines: Lines, lines_are: str, path: Path) -> None:
    """The calibration as one HTML page that loads nothing. Safe to call in any thread."""
    from vqganodip.report_page import CalibrationContent, calibration_page

    content = CalibrationContent(
        report=found.report,
        scores=tuple(found.scores.tolist()),
        labels=tuple(found.labels.tolist()),
        images=found.images,
        bundle_name=found.bundle.resolve().name,
        bundle_sha256=found.bundle_sha256,
        made_at=datetime.now(UTC),
        review_s=pace.seconds,
        lines=lines,
        lines_are=lines_are,
    )
    write_beside(path, calibration_page(content).encode("utf-8", "backslashreplace"))


@dataclass(frozen=True, slots=True)
class Texts:
    """What stands on the page beside the plots, in the user's language.

    Attributes:
        title: Of the document.
        about: Which boards, scored by whom.
        standing: What is in force.
        rows: Figures as (name, value).
        sentences: Proof and firmness.
        tables: Title, headers and rows of each table.
    """

    title: str
    about: str
    standing: str
    rows: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    tables: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]], ...]


def table_texts(table: QTreeWidget) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Headers and rows of a table of the page."""
    columns = range(table.columnCount())
    items = [table.topLevelItem(i) for i in range(table.topLevelItemCount())]
    rows = tuple(tuple(item.text(c) for c in columns) for item in items if item is not None)
    return tuple(table.headerItem().text(c) for c in columns), rows


def write_pdf(found: Calibrated, lines: Lines, texts: Texts, path: Path) -> None:
    """The page as PDF on A4, plots in the light theme. On the GUI thread: it draws widgets.

    Raises:
        ExportError: The file cannot be written.
    """
    from vqganodip_gui.threshold.roc_plot import RocPlot
    from vqganodip_gui.threshold.score_histogram import ScoreHistogram

    document = QTextDocument()
    with drawn_as(Theme.LIGHT):
        histogram, roc = ScoreHistogram(), RocPlot()
        histogram.resize(1000, 420)
        histogram.show_scores(found)
        histogram.set_lines(lines.threshold, lines.doubtful_high)
        roc.resize(560, 420)
        roc.show_scores(found)
        roc.set_threshold(lines.threshold)
        for name, widget in (("scores", histogram), ("roc", roc)):
            picture = widget.grab().toImage()
            document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(f"plot:{name}"), picture)
            widget.deleteLater()
    document.setHtml(_html(texts))
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(14, 14, 14, 14), QPageLayout.Unit.Millimeter)
    writer.setResolution(150)
    writer.setTitle(texts.title)
    writer.setCreator(f"VQGanoDIP {__version__}")
    document.print_(writer)
    write_beside(path, bytes(buffer.data().data()))


def _html(texts: Texts) -> str:
    figures = "".join(f"<tr><td>{escape(n)}</td><td align='right'><b>{escape(v)}</b></td></tr>" for n, v in texts.rows)
    tables = "".join(
        f"<h3>{escape(title)}</h3><table border='1' cellspacing='0' cellpadding='3' width='100%'>"
        + _row("th", head)
        + "".join(_row("td", row) for row in rows)
        + "</table>"
        for title, head, rows in texts.tables
        if rows
    )
    said = "".join(f"<p>{escape(sentence)}</p>" for sentence in texts.sentences)
    return (
        f"<body style='font-size:9pt'><h1>{escape(texts.title)}</h1><p>{escape(texts.about)}</p>"
        f"<p><b>{escape(texts.standing)}</b></p><p><img src='plot:scores' width='660'></p>"
        f"<table width='70%' cellpadding='2'>{figures}</table>{said}"
        f"<p><img src='plot:roc' width='370'></p>{tables}</body>"
    )


def _row(cell: str, texts: tuple[str, ...]) -> str:
    return "<tr>" + "".join(f"<{cell} align='left'>{escape(text)}</{cell}>" for text in texts) + "</tr>"
