"""Refusal of a judgment whose board has got another record since it was shown."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from typing import Final

from vqganodip.errors import Message, StoreError, message
from vqganodip.review.judgments import Judgment, JudgmentKind

__all__ = ["judged_meanwhile"]

_WORDS: Final[Mapping[JudgmentKind, Message]] = MappingProxyType(
    {
        JudgmentKind.OK: message("judgment-word-ok", "OK"),
        JudgmentKind.NG: message("judgment-word-ng", "NG"),
        JudgmentKind.DOUBTFUL: message("judgment-word-doubtful", "doubtful"),
        JudgmentKind.FALSE_CALL: message("judgment-word-false-call", "false call"),
        JudgmentKind.WITHDRAWN: message("judgment-word-withdrawn", "withdrawn"),
    }
)


def judged_meanwhile(serial: str, seen: int | None, newest: Judgment | None) -> StoreError:
    """The error of a judgment that does not correct the newest record of its board.

    Args:
        serial: Serial number of the board.
        seen: Record that the judgment corrects: the newest one when the board was shown.
        newest: The newest record now; None if there is none.
    """
    if newest is None:
        return StoreError(
            "board-record-gone",
            "record {number} of this board, which was shown, is not in the workspace",
            where=serial,
            todo="Look at the board again; check whether the workspace was put back to an earlier state.",
            number=seen or 0,
        )
    return StoreError(
        "board-judged-meanwhile",
        "the board has been judged meanwhile: {kind} by {operator} at {time} (record {number})",
        where=serial,
        todo="Look at it again, then judge it.",
        kind=_WORDS[newest.kind],
        operator=newest.operator,
        time=newest.judged_at.astimezone().strftime("%H:%M"),
        number=newest.record_id,
    )
