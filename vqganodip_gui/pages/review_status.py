"""What the status line says of the review page."""

from __future__ import annotations

from vqganodip.records import ReviewItem
from vqganodip_gui import humanize
from vqganodip_gui.engine import BoardsRendered, BoardStarted
from vqganodip_gui.widgets.linked_view import LinkedView
from vqganodip_gui.words import tr


def texts(
    item: ReviewItem | None, total: int, judged: int, pace_s: float | None, link: LinkedView
) -> tuple[str, str, str, str]:
    """Board, pace, place and zoom; ``item`` is the board on the screen, if there is one."""
    if item is None:
        board = tr("{n} of {all} judged").format(n=f"{judged:,}", all=humanize.boards(total)) if total else ""
        return board, humanize.a_board(pace_s), "", ""
    number = tr("judged before")
    if item.judgment is None:
        number = tr("board {n} of {all}").format(n=f"{min(judged + 1, total):,}", all=f"{total:,}")
    cursor = link.cursor
    place = "" if cursor is None else humanize.place(cursor.x(), cursor.y(), item.inspection.mm_per_px)
    return number, humanize.a_board(pace_s), place, tr("zoom {factor}").format(factor=humanize.zoom(link.scale))


def progress(now: BoardStarted | None, drawn: BoardsRendered | None) -> str:
    """What the engine does."""
    inspecting = (
        tr("inspecting {n} of {all}").format(n=f"{now.number:,}", all=f"{now.total:,}") if now is not None else ""
    )
    if drawn is None:
        return f"{inspecting}: {now.path.name}" if now is not None else ""
    rendering = tr("rendering {n} of {all} …").format(n=f"{drawn.done + 1:,}", all=f"{drawn.total:,}")
    return f"{inspecting} · {rendering}" if inspecting else rendering
