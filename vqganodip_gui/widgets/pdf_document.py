"""PDF documents on A4 paper, from HTML with pictures."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

from PySide6.QtCore import QBuffer, QIODevice, QMarginsF, QRect, QRectF, QSize, QSizeF, Qt, QUrl
from PySide6.QtGui import (
    QFont,
    QImage,
    QPageLayout,
    QPageSize,
    QPainter,
    QPdfWriter,
    QTextCursor,
    QTextDocument,
    QTextFormat,
)

from vqganodip import __version__
from vqganodip_gui.i18n.translation import tr

_DPI: Final = 150
_MARGIN_MM: Final = 14.0
_FOOT: Final = 40
"""Dots at the foot of a page, for its number."""
_FOOT_POINTS: Final = 6
_KEPT: Final = 3
"""Height that must be left below a heading, in heights of the heading."""


def pdf_document(html: Callable[[int], str], pictures: Mapping[str, QImage], title: str, foot: str) -> bytes:
    """Lay out HTML on A4 paper, with page numbers; on the GUI thread.

    Args:
        html: Makes the HTML for a width of the page in pixels of 1/96 inch.
        pictures: The pictures that it shows, by their URL.
        title: Title of the document.
        foot: Line at the foot of each page.
    """
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    writer = QPdfWriter(buffer)
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    writer.setPageMargins(QMarginsF(_MARGIN_MM, _MARGIN_MM, _MARGIN_MM, _MARGIN_MM), QPageLayout.Unit.Millimeter)
    writer.setResolution(_DPI)
    writer.setTitle(title)
    writer.setCreator(f"VQGanoDIP {__version__}")
    area = QSize(writer.width(), writer.height() - _FOOT)
    document = QTextDocument()
    document.documentLayout().setPaintDevice(writer)
    document.setDocumentMargin(0)
    document.setDefaultFont(QFont("sans-serif", 9))
    document.setPageSize(QSizeF(area))
    for name, picture in pictures.items():
        document.addResource(QTextDocument.ResourceType.ImageResource.value, QUrl(name), picture)
    document.setHtml(html(round(area.width() * 96 / _DPI)))
    keep_headings_with_text(document)
    painter = QPainter(writer)
    painter.setFont(document.defaultFont())
    for page in range(document.pageCount()):
        if page:
            writer.newPage()
        painter.save()
        painter.translate(0, -page * area.height())
        document.drawContents(painter, QRectF(0, page * area.height(), area.width(), area.height()))
        painter.restore()
        place = QRect(0, area.height(), area.width(), _FOOT)
        number = tr("Page {n} of {total}").format(n=page + 1, total=document.pageCount())
        painter.drawText(place, Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignBottom, number)
        painter.save()
        painter.setFont(QFont("sans-serif", _FOOT_POINTS))
        room = area.width() - painter.fontMetrics().horizontalAdvance(f"   {number}   ")
        short = painter.fontMetrics().elidedText(foot, Qt.TextElideMode.ElideRight, room)
        painter.drawText(place, Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignBottom, short)
        painter.restore()
    painter.end()
    return bytes(buffer.data().data())


def keep_headings_with_text(document: QTextDocument) -> None:
    """Begin a new page at each heading that would stand alone at the foot of one."""
    layout, height = document.documentLayout(), document.pageSize().height()
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            place = layout.blockBoundingRect(block)
            if place.top() % height + place.height() + _KEPT * place.height() > height:
                form = block.blockFormat()
                form.setPageBreakPolicy(QTextFormat.PageBreakFlag.PageBreak_AlwaysBefore)
                QTextCursor(block).setBlockFormat(form)
        block = block.next()
