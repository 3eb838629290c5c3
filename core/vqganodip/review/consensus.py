"""Which boards are settled: confirmed good or NG by two different people, or by quality.

Only a settled board may teach something: it returns as a hidden probe, it may enter a calibration. One person's word is
not enough for that, and a board about which two people disagree is settled by nobody but quality.
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
    """A settled board.

    Attributes:
        defective: Whether it is confirmed NG; else it is confirmed good (OK or false call).
        by: Who says so, by name.
        by_quality: Whether the judgment that stands is of the role quality, which needs no second person.
    """

    defective: bool
    by: tuple[str, ...]
    by_quality: bool


@dataclass(slots=True)
class _Board:
    """What was said of one board: the open judgments that count, and the blind second opinion of each person."""

    last: tuple[Judgment, ...] = ()
    line: tuple[Judgment, ...] = ()
    seconds: dict[str, Judgment] | None = None


class Confirmations:
    """Folds records, oldest first, and tells at any moment which boards are settled.

    Each person has one voice per board: the newest thing they said of it, openly or as a second opinion. A judgment
    that was taken back has no voice, and one that undo or redo gives again is the voice of whoever gave it first.
    Answers to hidden probes have none: a probe is measured against the board, never the other way round.
    """

    def __init__(self) -> None:
        self._boards: dict[int, _Board] = {}

    def take(self, record: Judgment) -> None:
        """The next record."""
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
        elif earlier is not None and _gives_again(record, board.last[-1], earlier):
            undone = len(board.line) > 1 and board.line[-2] == earlier
            board.line = board.line[:-1] if undone else (*board.line, earlier)
        else:
            board.line = (*board.line, record)
        board.last = (*board.last[-1:], record)

    def of(self, item_id: int) -> Confirmed | None:
        """How a board is settled; None when it is not."""
        board = self._boards.get(item_id)
        if board is None or not board.line:
            return None
        standing = board.line[-1]
        claim = _class(standing)
        if claim is None:
            return None
        if standing.role == Role.QUALITY:
            return Confirmed(claim, (standing.operator,), True)
        voices: dict[str, Judgment] = {}
        for said in (*board.line, *(board.seconds or {}).values()):
            before = voices.get(said.operator)
            if before is None or before.record_id < said.record_id:
                voices[said.operator] = said
        if len(voices) < 2 or any(_class(said) != claim for said in voices.values()):
            return None
        return Confirmed(claim, tuple(sorted(voices)), False)

    def boards(self) -> Mapping[int, Confirmed]:
        """Every settled board by its number."""
        return {number: found for number in self._boards if (found := self.of(number)) is not None}


def confirmed_boards(records: Iterable[Judgment]) -> Mapping[int, Confirmed]:
    """The settled boards of a workspace: confirmed by two different people, or by quality.

    Args:
        records: All judgments of the workspace, oldest first (``repository.judgments()``).

    Returns:
        Item number to how it is settled. Boards with one judgment, doubtful ones and those that two people see
        differently are left out.
    """
    found = Confirmations()
    for record in records:
        found.take(record)
    return found.boards()


def _class(judgment: Judgment) -> bool | None:
    """Defective or not; None for doubtful."""
    return None if judgment.kind is JudgmentKind.DOUBTFUL else judgment.kind is JudgmentKind.NG


def _gives_again(record: Judgment, before: Judgment, earlier: Judgment) -> bool:
    """Whether a record is an undo or redo: the same person gives again what stood before the last record."""
    return record.operator == before.operator and _content(record) == _content(earlier)


def _content(judgment: Judgment) -> tuple[object, ...]:
    return (judgment.kind, judgment.review_s, judgment.defect_code, judgment.comment, judgment.regions)


_GOOD: Final = frozenset({JudgmentKind.OK, JudgmentKind.FALSE_CALL})


class GoodBoards:
    """Folds the records of a workspace, oldest first; of a board only its newest record counts.

    Blind judgments (second opinions, hidden probes) change nothing: what they say stands nowhere.
    """

    def __init__(self) -> None:
        self._good: dict[int, str] = {}  # board → who judged it good, in the order of the records

    def take(self, record: Judgment) -> None:
        """The next record of the workspace."""
        if record.purpose is not Purpose.REVIEW:
            return
        self._good.pop(record.item_id, None)
        if record.kind in _GOOD:
            self._good[record.item_id] = record.operator

    def newest(self, operator: str | None = None) -> Iterator[int]:
        """Numbers of the boards that are judged good, those judged last first.

        Args:
            operator: Only boards whose standing judgment is this person's; None for everybody's.
        """
        return (number for number, by in reversed(self._good.items()) if operator in (None, by))
