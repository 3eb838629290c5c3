"""Consensus: boards confirmed as good or NG by two different people, or by quality.

Only a confirmed board may serve as a hidden probe or enter a calibration. One judgment is not enough, and only quality
can resolve a disagreement.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from vqganodip.review.accounts import Role
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose

__all__ = ["Confirmations", "Confirmed", "GoodBoards", "confirmed_boards"]


@dataclass(frozen=True, slots=True)
class Confirmed:
    """Confirmation of a board.

    Attributes:
        defective: True if confirmed NG, False if confirmed good (OK or false call).
        by: Names of the people who agree.
        by_quality: True if the current judgment is from the role quality, which needs no second person.
    """

    defective: bool
    by: tuple[str, ...]
    by_quality: bool


@dataclass(slots=True)
class _Board:
    """Judgments of one board: the open ones that count, and each person's blind second opinion."""

    last: tuple[Judgment, ...] = ()
    line: tuple[Judgment, ...] = ()
    seconds: dict[str, Judgment] | None = None


class Confirmations:
    """Consumes records, oldest first, and determines the confirmed boards.

    Each person has one vote per board: their newest judgment of it, open or as a second opinion. A withdrawn judgment
    is no vote, and a judgment restored by undo or redo is the vote of the person who originally gave it. Answers to
    hidden probes are no votes.
    """

    def __init__(self) -> None:
        self._boards: dict[int, _Board] = {}

    def take(self, record: Judgment) -> None:
        """Process the next record."""
        if record.purpose is Purpose.PROBE:
            return
        board = self._boards.setdefault(record.item_id, _Board())
        if record.purpose is Purpose.SECOND:
            board.seconds = {} if board.seconds is None else board.seconds
            if record.kind is JudgmentKind.WITHDRAWN:
                board.seconds.pop(record.operator, None)
            else:
                board.seconds[record.operator] = record
            return
        earlier = board.last[-2] if len(board.last) > 1 else None
        if record.kind is JudgmentKind.WITHDRAWN:
            board.line = board.line[:-1]
        elif earlier is not None and _restores(record, board.last[-1], earlier):
            undone = len(board.line) > 1 and board.line[-2] == earlier
            board.line = board.line[:-1] if undone else (*board.line, earlier)
        else:
            board.line = (*board.line, record)
        board.last = (*board.last[-1:], record)

    def votes(self, item_id: int) -> tuple[Judgment, ...]:
        """The votes that count for a board now, by record number: that of quality alone if it judged last, otherwise
        the newest of each person; empty without a judgment in effect."""
        board = self._boards.get(item_id)
        if board is None or not board.line:
            return ()
        standing = board.line[-1]
        if standing.role == Role.QUALITY and _class(standing) is not None:
            return (standing,)
        voices: dict[str, Judgment] = {}
        for said in (*board.line, *(board.seconds or {}).values()):
            before = voices.get(said.operator)
            if before is None or before.record_id < said.record_id:
                voices[said.operator] = said
        return tuple(sorted(voices.values(), key=lambda said: said.record_id))

    def of(self, item_id: int) -> Confirmed | None:
        """Confirmation of a board; None if it is not confirmed."""
        votes = self.votes(item_id)
        if not votes:
            return None
        claim = _class(self._boards[item_id].line[-1])
        if claim is None:
            return None
        if len(votes) == 1:
            return Confirmed(claim, (votes[0].operator,), True) if votes[0].role == Role.QUALITY else None
        if any(_class(said) != claim for said in votes):
            return None
        return Confirmed(claim, tuple(sorted(said.operator for said in votes)), False)

    def boards(self) -> Mapping[int, Confirmed]:
        """All confirmed boards by number."""
        return {number: found for number in self._boards if (found := self.of(number)) is not None}


def confirmed_boards(records: Iterable[Judgment]) -> Mapping[int, Confirmed]:
    """Find the confirmed boards of a workspace.

    Args:
        records: All judgments of the workspace, oldest first (``repository.judgments()``).

    Returns:
        Item number → confirmation. Boards with a single judgment, doubtful boards and boards on which two people
        disagree are not included.
    """
    found = Confirmations()
    for record in records:
        found.take(record)
    return found.boards()


def _class(judgment: Judgment) -> bool | None:
    """True if judged defective, False if judged good, None if doubtful."""
    return None if judgment.kind is JudgmentKind.DOUBTFUL else judgment.kind is JudgmentKind.NG


def _restores(record: Judgment, before: Judgment, earlier: Judgment) -> bool:
    """True if a record is an undo or redo: the same person restores the judgment before the last record."""
    return record.operator == before.operator and _content(record) == _content(earlier)


def _content(judgment: Judgment) -> tuple[object, ...]:
    return (judgment.kind, judgment.review_s, judgment.defect_code, judgment.comment, judgment.regions)


_GOOD: Final = frozenset({JudgmentKind.OK, JudgmentKind.FALSE_CALL})


class GoodBoards:
    """Boards whose newest judgment is good. Consumes the records of a workspace, oldest first.

    Blind judgments (second opinions, hidden probes) are ignored.
    """

    def __init__(self) -> None:
        self._good: dict[int, str] = {}  # board → operator who judged it good, in the order of the records

    def take(self, record: Judgment) -> None:
        """Process the next record."""
        if record.purpose is not Purpose.REVIEW:
            return
        self._good.pop(record.item_id, None)
        if record.kind in _GOOD:
            self._good[record.item_id] = record.operator

    def newest(self, operator: str | None = None) -> Iterator[int]:
        """Numbers of the boards judged good, most recent first.

        Args:
            operator: Only boards whose current judgment is by this person; None for all.
        """
        return (number for number, by in reversed(self._good.items()) if operator in (None, by))
