"""Escapes: boards that failed after shipment, and the threshold that would have flagged them.

An escape is recorded as a judgment NG of the board, with a comment of its own, that corrects earlier judgments. The
threshold that would have flagged it is only proposed, never set.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from vqganodip import __version__
from vqganodip.errors import ReviewError
from vqganodip.records import Verdict
from vqganodip.review.accounts import Permission, require
from vqganodip.review.filename_pattern import FilenamePattern
from vqganodip.review.judgments import (
    Judgment,
    JudgmentKind,
    Purpose,
    QueueFilter,
    QueueState,
    ReviewItem,
    new_client_id,
)
from vqganodip.review.repository import Repository

__all__ = ["ESCAPED", "Escape", "find_escapes", "record_escape"]

ESCAPED: Final = "Escape: failed after it had left"
"""Start of the comment of the judgment that records an escape."""

_PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class Escape:
    """An inspection of a board that failed after shipment.

    Attributes:
        item: The board with its current judgment.
        passed_machine: True if the machine did not flag it.
        threshold_then: Threshold at the time of the inspection.
        caught_by: Highest threshold that would have flagged it; equals its score.
    """

    item: ReviewItem
    passed_machine: bool
    threshold_then: float
    caught_by: float


def find_escapes(repository: Repository, serial: str) -> tuple[Escape, ...]:
    """Find all inspections of the board with this serial number (case-insensitive), newest first.

    Raises:
        ReviewError: The serial number is empty or unknown.
    """
    wanted = serial.strip()
    if not wanted:
        raise ReviewError("escape-serial-missing", "no serial number was given", todo="Enter the one on the board.")
    search = QueueFilter(state=QueueState.ALL, search=wanted)
    found: list[ReviewItem] = []
    for offset in range(0, repository.count(search), _PAGE):
        page = repository.items(search, offset, _PAGE)
        found += [item for item in page if item.serial.casefold() == wanted.casefold()]
    if not found:
        raise ReviewError(
            "escape-board-unknown",
            "no board with the serial number {serial} is in this workspace",
            todo="Check the number, or open the workspace of that line.",
            serial=wanted,
        )
    found.sort(key=lambda item: -item.item_id)
    return tuple(
        Escape(
            item,
            item.inspection.verdict is Verdict.PASS,
            item.inspection.threshold,
            item.inspection.score,
        )
        for item in found
    )


def record_escape(
    repository: Repository,
    escape: Escape,
    *,
    operator: str,
    role: str = "",
    station: str = "",
    defect_code: str = "",
    comment: str = "",
    names: FilenamePattern | None = None,
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Judgment:
    """Record the escape as a judgment NG that corrects the current judgment.

    Lot, work order and side are those of the board's newest record, or else what the name of its image says: the work
    order of today is not that of a board that left long ago.

    Args:
        names: Pattern that reads the name of the image.

    Raises:
        ReviewError: The role may not correct the judgments of others, the name is empty, or the escape is already
            recorded.
        StoreError: The judgment could not be written.
    """
    require(role, Permission.CORRECT_OTHERS)
    if not operator.strip():
        raise ReviewError("escape-name-missing", "a judgment needs a name", todo="Enter who reports the escape.")
    judged = [j for j in repository.judgments(escape.item.item_id) if j.purpose is Purpose.REVIEW]
    known = next((j for j in judged if j.comment.startswith(ESCAPED)), None)
    if known is not None:
        raise ReviewError(
            "escape-known",
            "the escape of {serial} is on record already (record {number})",
            todo="Nothing is to be done.",
            serial=escape.item.label,
            number=known.record_id,
        )
    newest = judged[-1] if judged else None
    said = (names or FilenamePattern()).read(escape.item.inspection.image)
    return repository.add_judgment(
        Judgment(
            item_id=escape.item.item_id,
            kind=JudgmentKind.NG,
            operator=operator.strip(),
            station=station,
            judged_at=clock(),
            review_s=0.0,
            defect_code=defect_code,
            comment=f"{ESCAPED}. {comment.strip()}".rstrip(),
            corrects=newest.record_id if newest else None,
            app_version=__version__,
            role=role,
            lot=(newest.lot if newest else "") or said.lot,
            work_order=(newest.work_order if newest else "") or said.work_order,
            side=(newest.side if newest else "") or said.side,
            client_id=new_client_id(),
        )
    )
