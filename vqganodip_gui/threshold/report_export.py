"""The threshold page as a file for the quality department."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtWidgets import QTreeWidget

from vqganodip.errors import ExportError
from vqganodip.files import write_beside
from vqganodip_gui.i18n.engine_messages import said_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.background_tasks import Tasks
from vqganodip_gui.widgets.message_strip import MessageKind

if TYPE_CHECKING:
    from vqganodip.calibration.result import Calibrated
    from vqganodip.scoring.verdict import Lines
    from vqganodip_gui.threshold.page import ThresholdPage
    from vqganodip_gui.threshold.summary import Pace


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
        tasks.act(lambda: write_html(found, pace, lines, are, path), done, failed)
        return
    from vqganodip_gui.threshold.report_pdf import pdf_bytes

    try:
        write_beside(path, pdf_bytes(found, page.lines(), texts_for_pdf(page)))
    except ExportError as error:
        failed(error)
    else:
        done(None)


def texts_for_pdf(page: ThresholdPage) -> Texts:
    """What stands on the page, and whether the lines that are drawn are in force."""
    from vqganodip_gui.threshold.change_signing import said

    texts = page.texts()
    if page.roc is not None:
        texts = replace(texts, sentences=(*texts.sentences, page.roc.promise.text()))
    if page.lines() != page.lines_now():
        drawn = tr("Drawn here and not in force: {lines}").format(lines=said(page.lines()))
        texts = replace(texts, standing=(*texts.standing, drawn))
    return texts


def _what_lines_are(page: ThresholdPage) -> str:
    """Whether the lines on the page are in force, since when and by whom; in English, as the whole exported page."""
    from vqganodip.reports import wording
    from vqganodip.review.threshold_log import in_force

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
    from vqganodip.reports import CalibrationContent, calibration_page

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
        standing: What is in force, and lines on the page that are not.
        rows: Figures as (name, value).
        sentences: Proof, firmness, and what miss rates could be promised.
        tables: Title, headers and rows of each table.
    """

    title: str
    about: str
    standing: tuple[str, ...]
    rows: tuple[tuple[str, str], ...]
    sentences: tuple[str, ...]
    tables: tuple[tuple[str, tuple[str, ...], tuple[tuple[str, ...], ...]], ...]


def table_texts(table: QTreeWidget) -> tuple[tuple[str, ...], tuple[tuple[str, ...], ...]]:
    """Headers and rows of a table of the page."""
    columns = range(table.columnCount())
    items = [table.topLevelItem(i) for i in range(table.topLevelItemCount())]
    rows = tuple(tuple(item.text(c) for c in columns) for item in items if item is not None)
    return tuple(table.headerItem().text(c) for c in columns), rows
