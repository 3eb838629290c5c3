"""Printed list of the boards that gates passed: pictures and reasons, in the user's language."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from typing import Final

from vqganodip.number_format import grouped
from vqganodip.review.judgments import ReviewItem
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.records.gate_data import BoardImages
from vqganodip_gui.records.gate_view import reasons_text
from vqganodip_gui.widgets.pdf_document import pdf_document

_PICTURE: Final = 0.31
"""Width of a picture as a share of the page."""


def gate_pdf(
    boards: Sequence[tuple[ReviewItem, BoardImages | None]], total: int, state: str, model: str, foot: str
) -> bytes:
    """The list as a PDF file; on the GUI thread.

    Args:
        boards: Boards with their pictures, newest first.
        total: Number of all boards that gates passed.
        state: Sentence on the gate in force.
        model: Name of the model.
        foot: Line at the foot of each page.
    """
    title = tr("Boards passed by the gate")
    pictures = {}
    for item, images in boards:
        if images is not None:
            for name in ("original", "comparison", "difference"):
                pictures[f"board:{item.item_id}:{name}"] = getattr(images, name)

    def html(width: int) -> str:
        count = tr("{shown:,} newest of {total:board|boards}", shown=len(boards), total=total)
        head = f"<h1>{escape(title)}</h1><p>{escape(model)}</p><p><b>{escape(state)}</b></p><p>{escape(count)}</p>"
        return f"<body style='color: #000000'>{head}{''.join(_board(one, width) for one in boards)}</body>"

    return pdf_document(html, pictures, title, foot)


def _board(one: tuple[ReviewItem, BoardImages | None], width: int) -> str:
    item, images = one
    inspection = item.inspection
    judged = tr("not judged") if item.judgment is None else tr(formatting.JUDGMENT_WORDS[item.judgment.kind])
    when = inspection.inspected_at.astimezone().strftime("%Y-%m-%d %H:%M")
    about = f"{formatting.verdict_sentence(inspection)} {when}, {judged}."
    side = round(width * _PICTURE)
    shown = ""
    if images is not None:
        names = ("original", "comparison", "difference")
        cells = "".join(f"<td><img src='board:{item.item_id}:{name}' width='{side}'></td>" for name in names)
        shown = f"<table cellpadding='4'><tr>{cells}</tr></table>"
    lines = "<br>".join(escape(line) for line in reasons_text(item).splitlines())
    number = escape(f"{item.label} ({grouped(item.item_id)})")
    return f"<h3>{number}</h3><p>{escape(about)}</p>{shown}<p>{lines}</p>"
