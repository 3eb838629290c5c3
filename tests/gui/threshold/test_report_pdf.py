"""The page as PDF: headings stay with the text below them."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QSizeF
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QApplication

from vqganodip_gui.widgets.pdf_document import keep_headings_with_text

PAGE = QSizeF(400, 300)


@pytest.mark.parametrize("lines", range(4, 24))
def test_that_no_heading_stands_alone_at_the_foot_of_a_page(qapp: QApplication, lines: int) -> None:
    document = QTextDocument()
    document.setDocumentMargin(0)
    document.setPageSize(PAGE)
    table = "<table><thead><tr><th>Left out</th></tr></thead><tr><td>000.png</td></tr></table>"
    part = f"<h3>Stability</h3>{table}"
    document.setHtml("<p>A line</p>" * lines + part + "<p>A line</p>" * 9 + part)
    keep_headings_with_text(document)
    layout, headings = document.documentLayout(), 0
    block = document.begin()
    while block.isValid():
        if block.blockFormat().headingLevel():
            headings += 1
            above, below = layout.blockBoundingRect(block), layout.blockBoundingRect(block.next().next())
            assert above.top() // PAGE.height() == below.bottom() // PAGE.height()
        block = block.next()
    assert headings == 2
