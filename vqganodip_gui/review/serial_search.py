"""Search for the board of a scanned serial number."""

from __future__ import annotations

from typing import Final

from vqganodip.review.judgments import QueueFilter, ReviewItem
from vqganodip.review.repository import Repository
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.message_strip import MessageKind

_FOUND: Final = 64


def find_serial(repository: Repository, wanted: str) -> tuple[ReviewItem | None, str, MessageKind]:
    """Find a board by its serial number, the first that waits, or the first.

    Returns:
        The board, None if there is none; what to say, empty if nothing; and the kind of that message.
    """
    found = repository.items(QueueFilter(search=wanted), 0, _FOUND)
    exact = [item for item in found if item.serial.casefold() == wanted.casefold()]
    chosen = exact or (list(found) if len(found) == 1 else [])
    if not chosen:
        text = tr("No board with the serial number {serial} is in this workspace.").format(serial=wanted)
        return None, text, MessageKind.ERROR
    text = ""
    if len(chosen) > 1:
        text = tr("{n} boards bear the serial number {serial}; this is the first that waits, or the first.")
        text = text.format(n=len(chosen), serial=wanted)
    waiting = next((item for item in chosen if item.judgment is None), chosen[0])
    return waiting, text, MessageKind.NOTE
