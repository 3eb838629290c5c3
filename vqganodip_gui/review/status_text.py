"""Texts of the review page: for the status bar, and after an undo or a redo."""

from __future__ import annotations

from pathlib import Path

from vqganodip.number_format import grouped
from vqganodip.printable import printable
from vqganodip.review.judgments import JudgmentKind, ReviewItem
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.viewer.linked_view import LinkedView


def texts(
    item: ReviewItem | None, total: int, judged: int, pace_s: float | None, link: LinkedView
) -> tuple[str, str, str, str]:
    """Board, pace, position and zoom; ``item`` is the board on the screen, if any."""
    if item is None:
        board = tr("{n} of {all} judged").format(n=grouped(judged), all=formatting.boards(total)) if total else ""
        return board, formatting.a_board(pace_s), "", ""
    number = tr("judged before")
    if item.judgment is None:
        number = tr("board {n} of {all}").format(n=grouped(min(judged + 1, total)), all=grouped(total))
    cursor = link.cursor
    place = "" if cursor is None else formatting.place(cursor.x(), cursor.y(), item.inspection.mm_per_px)
    return number, formatting.a_board(pace_s), place, tr("zoom {factor}").format(factor=formatting.zoom(link.scale))


def image_name(image: Path, boards: Path | None) -> str:
    """Name of an image, after its folder if that is below the folder of boards."""
    folder = subfolder(image, boards)
    return printable(f"{folder}/{image.name}" if folder else image.name)


def subfolder(image: Path, boards: Path | None) -> str:
    """Folders of an image below the folder of boards, with slashes; empty if there are none."""
    if boards is None or not image.is_relative_to(boards):
        return ""
    return "/".join(image.parent.relative_to(boards).parts)


def turned(kind: JudgmentKind, label: str) -> str:
    """Return what undoing or redoing made of the judgment of a board."""
    if kind is JudgmentKind.WITHDRAWN:
        return tr("The judgment of {serial} was undone; the old record stays.").format(serial=label)
    return tr("{serial}: {word} again.").format(serial=label, word=tr(formatting.JUDGMENT_WORDS[kind]))


def revealed(kind: JudgmentKind) -> str:
    """Return what to do once the findings of the machine are shown after a judgment."""
    text = tr("{word} is stored. Now the machine's findings are shown: the same key continues, another changes it.")
    return text.format(word=tr(formatting.JUDGMENT_WORDS[kind]))
