"""Which boards people judged good, by the judgment that stands. Pure: it knows numbers of boards and records."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from vqganodip.records import Judgment, JudgmentKind, Purpose

__all__ = ["GoodBoards"]

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
