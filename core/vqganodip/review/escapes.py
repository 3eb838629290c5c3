"""A board that failed after it had left: its record, the threshold that would have caught it, and the defect on record.

Nobody learns from a miss that is not found again. The escape becomes a judgment NG of the board, with its own comment,
after whatever was judged before; and the threshold that it asks for is proposed, never set.
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
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, QueueFilter, QueueState, ReviewItem
from vqganodip.review.repository import Repository

__all__ = ["ESCAPED", "Escape", "find_escapes", "record_escape"]

ESCAPED: Final = "Escape: failed after it had left"
"""Begins the comment of the judgment that an escape leaves."""

_PAGE: Final = 200


@dataclass(frozen=True, slots=True)
class Escape:
    """A board of that serial number as it was inspected.

    Attributes:
        item: The board with what stands judged.
        passed_machine: Whether the machine did not flag it.
        threshold_then: In force when it was inspected.
        caught_by: The highest threshold that would have flagged it, which is its score.
    """

    item: ReviewItem
    passed_machine: bool
    threshold_then: float
    caught_by: float


def find_escapes(repository: Repository, serial: str) -> tuple[Escape, ...]:
    """Every inspection of the board with exactly that serial number (case does not matter), the newest first.

    Raises:
        ReviewError: No serial was given, or no board bears it.
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
    clock: Callable[[], datetime] = lambda: datetime.now(UTC),
) -> Judgment:
    """Puts the defect on record: a judgment NG that corrects what stood.

    Raises:
        ReviewError: The role may not correct the judgments of others, nobody is named, or it is on record already.
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
            serial=escape.item.serial,
            number=known.record_id,
        )
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
            corrects=judged[-1].record_id if judged else None,
            app_version=__version__,
            role=role,
        )
    )
