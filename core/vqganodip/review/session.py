"""Review session: allowed judgments, corrections, undo and redo, and the position in the queue.

Meaning of the judgments (IPC-CFX ``VerificationResult`` in brackets):

- ``ng``: the board has a defect (DefectConfirmed). May have a defect code.
- ``false_call``: the machine flagged normal variation or something that is not there (DefectRejected).
- ``ok`` on a flagged board: the finding is real but acceptable (DefectAccepted: good, but the process may have to be
  adjusted). The machine was right to flag it, so this is no false call.
- ``ok`` on a passed board: the machine's verdict is confirmed.
- ``doubtful``: another person has to decide.

Both ``ok`` and ``false_call`` mean that the board is good; they differ in what they say about the machine. A passed
board has no finding, so ``false_call`` is not allowed there.

Any judgment may be corrected by any other that the table allows. Nothing is overwritten: each record of a board names
the previous one, and the newest is the current judgment.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from types import MappingProxyType
from typing import Final, Protocol

from vqganodip.errors import ReviewError
from vqganodip.records import Verdict
from vqganodip.review.accounts import Permission, require
from vqganodip.review.filename_pattern import FilenamePattern
from vqganodip.review.judged_meanwhile import judged_meanwhile
from vqganodip.review.judgments import (
    Judgment,
    JudgmentKind,
    Purpose,
    QueueFilter,
    RegionJudgment,
    RevealOrder,
    ReviewItem,
    new_client_id,
)

__all__ = ["ALLOWED", "ReviewRepository", "ReviewSession", "WorkContext"]

_ALWAYS: Final = frozenset({JudgmentKind.OK, JudgmentKind.NG, JudgmentKind.DOUBTFUL})

ALLOWED: Final[Mapping[Verdict, frozenset[JudgmentKind]]] = MappingProxyType(
    {Verdict.REVIEW: _ALWAYS | {JudgmentKind.FALSE_CALL}, Verdict.PASS: _ALWAYS}
)
"""Allowed judgments by the machine's verdict. ``withdrawn`` results from undo only."""


@dataclass(frozen=True, slots=True)
class WorkContext:
    """Current work order, written into every record: lot, work order, side (``T``, ``B`` or empty)."""

    lot: str = ""
    work_order: str = ""
    side: str = ""


class ReviewRepository(Protocol):
    """The part of a repository that a review session uses."""

    def item(self, item_id: int) -> ReviewItem: ...

    def items(self, wanted: QueueFilter, offset: int, limit: int) -> Sequence[ReviewItem]: ...

    def count(self, wanted: QueueFilter) -> int: ...

    def neighbour(self, wanted: QueueFilter, item_id: int, *, backwards: bool = False) -> int | None: ...

    def add_judgment(self, judgment: Judgment) -> Judgment: ...

    def judgments(self, item_id: int | None = None) -> Iterator[Judgment]: ...

    def get_setting(self, name: str) -> str | None: ...

    def put_setting(self, name: str, value: str, operator: str = "") -> None: ...


@dataclass(frozen=True, slots=True)
class _Step:
    """A step that can be undone: the current judgment of the board before and after it."""

    item_id: int
    purpose: Purpose
    before: Judgment | None
    after: Judgment | None

    def turned(self) -> _Step:
        return _Step(self.item_id, self.purpose, self.after, self.before)


@dataclass(frozen=True, slots=True)
class _Content:
    """The content of a judgment that undo restores."""

    kind: JudgmentKind
    review_s: float = 0.0
    defect_code: str = ""
    comment: str = ""
    regions: tuple[RegionJudgment, ...] = ()
    reveal: RevealOrder = RevealOrder.MACHINE_FIRST

    @classmethod
    def of(cls, judgment: Judgment) -> _Content:
        return cls(
            judgment.kind,
            judgment.review_s,
            judgment.defect_code,
            judgment.comment,
            judgment.regions,
            judgment.reveal,
        )


_WITHDRAWN: Final = _Content(JudgmentKind.WITHDRAWN)


class ReviewSession:
    """One person judging boards at one station. Not thread-safe.

    Args:
        repository: Where judgments are stored; they are on disk when a method returns.
        operator: Name of the operator; not empty.
        station: Name of the station.
        clock: Source of the current time, with a time zone.
        app_version: Written into every record.
        role: Role of the operator; empty without log-in.
        purpose_of: Purpose of a judgment of a board. Judgments other than ``review`` are blind: the current judgment
            does not change, and undo and corrections refer to the operator's own answer
            (``vqganodip.review.blind_queue``).

    Attributes:
        verdict_first: True if the machine's findings are hidden until a board is judged.

    Raises:
        ReviewError: The operator has no name.
    """

    def __init__(
        self,
        repository: ReviewRepository,
        operator: str,
        station: str,
        clock: Callable[[], datetime],
        app_version: str,
        role: str = "",
        purpose_of: Callable[[int], Purpose] = lambda _item_id: Purpose.REVIEW,
    ) -> None:
        if not operator.strip():
            raise ReviewError(
                "review-operator-missing", "no name is given as operator", todo="Enter the operator's name, then judge."
            )
        self.operator = operator
        self.station = station
        self.role = role
        self.work = WorkContext()
        self.names = FilenamePattern()
        self.verdict_first = False
        self._repository = repository
        self._clock = clock
        self._app_version = app_version
        self._purpose_of = purpose_of
        self._done: list[_Step] = []
        self._undone: list[_Step] = []
        self._newest: dict[tuple[int, Purpose], Judgment] = {}  # newest record of each board judged in this session

    def change_operator(self, operator: str, role: str) -> None:
        """Switch operator. Judgments of the previous one can no longer be undone."""
        if (operator, role) != (self.operator, self.role):
            self.operator, self.role = operator, role
            self._done.clear()
            self._undone.clear()
            self._newest.clear()

    def hides_machine(self, item: ReviewItem) -> bool:
        """True if score, boxes and difference of a board are hidden until the operator has judged it."""
        known = (item.item_id, self._purpose_of(item.item_id)) in self._newest
        return self.verdict_first and item.judgment is None and not known

    @property
    def can_undo(self) -> bool:
        return bool(self._done)

    @property
    def can_redo(self) -> bool:
        return bool(self._undone)

    def judge(
        self,
        item: ReviewItem,
        kind: JudgmentKind,
        review_s: float,
        defect_code: str = "",
        comment: str = "",
        regions: Sequence[RegionJudgment] = (),
    ) -> Judgment:
        """Append a judgment; on a judged board it is a correction that names the old record.

        A second opinion or the answer to a hidden probe does not change the current judgment.

        Args:
            item: The board as it was shown.
            kind: One of ``ALLOWED[item.inspection.verdict]``.
            review_s: Seconds of review, finite and not negative.
            defect_code: Code from the defect list; only with ``ng``.
            comment: Free text.
            regions: Judgments of single regions (boxes on the working grid); a defect code only with ``ng``.

        Raises:
            ReviewError: The judgment is not allowed on this board or for this role, or it is a second opinion of a
                board that the operator judged before or that is unjudged.
            StoreError: The board got another record since it was shown, or the judgment could not be
                written; nothing was stored.
        """
        _check(item, kind, review_s, defect_code)
        _check_regions(item, kind, regions)
        if kind is JudgmentKind.FALSE_CALL and self.hides_machine(item):
            raise ReviewError(
                "review-verdict-first",
                "what the machine saw is not shown before the verdict",
                where=item.label,
                todo="Judge OK, then look.",
            )
        require(self.role, Permission.JUDGE)
        purpose = self._purpose_of(item.item_id)
        newest = self._newest_of(item.item_id, purpose)
        if purpose is not Purpose.REVIEW:
            self._check_blind(item, purpose)
        else:
            self._check_seen(item, newest)
        if purpose is Purpose.REVIEW and newest is not None and newest.operator != self.operator:
            require(self.role, Permission.CORRECT_OTHERS)
        content = _Content(kind, review_s, defect_code, comment, tuple(regions), self._reveal(item, purpose))
        work = self.work_on(item.inspection.image)
        after = self._append(item.item_id, purpose, newest, content, work)
        self._done.append(_Step(item.item_id, purpose, _standing(newest), after))
        self._undone.clear()
        return after

    def undo(self) -> Judgment | None:
        """Undo the last judgment of this session; None if there is none.

        The appended record names the undone one. It restores the previous judgment with its review time, or is
        ``withdrawn`` if the board was unjudged.

        Raises:
            ReviewError: The board has been judged elsewhere since; the step is dropped.
        """
        return self._turn_back(self._done, self._undone)

    def redo(self) -> Judgment | None:
        """Redo the judgment that was undone last; None if there is none.

        Raises:
            ReviewError: The board has been judged elsewhere since; the step is dropped.
        """
        return self._turn_back(self._undone, self._done)

    def next_unjudged(
        self, wanted: QueueFilter | None = None, after: int | None = None, *, backwards: bool = False
    ) -> int | None:
        """Next board to judge; None if all boards that match the filter are judged.

        Args:
            wanted: Filter and order of the queue; its conditions on judgments are ignored. None for the whole queue.
            after: Board to start from, judged or not; the search wraps around at the end. None starts at the top.
            backwards: Search towards the top instead.
        """
        todo = (wanted or QueueFilter()).unjudged()
        if after is not None:
            following = self._repository.neighbour(todo, after, backwards=backwards)
            if following is not None:
                return following
        offset = max(self._repository.count(todo) - 1, 0) if backwards else 0
        return next((item.item_id for item in self._repository.items(todo, offset, 1)), None)

    @property
    def position(self) -> int | None:
        """Board that was open last at this station, even before a power failure; None if there is none."""
        kept = self._repository.get_setting(self._position_name)
        return int(kept) if kept is not None and kept.isdecimal() else None

    def open(self, item_id: int) -> ReviewItem:
        """Open the board with this number and store it as the position to resume at."""
        item = self._repository.item(item_id)
        self._repository.put_setting(self._position_name, str(item_id))
        return item

    @property
    def _position_name(self) -> str:
        return f"review.position.{self.station}"

    def _turn_back(self, steps: list[_Step], others: list[_Step]) -> Judgment | None:
        if not steps:
            return None
        step = steps[-1]
        newest = self._newest_of(step.item_id, step.purpose)
        known = self._newest[step.item_id, step.purpose]
        if newest is None or not _same(newest, known):
            steps.pop()
            raise ReviewError(
                "review-undo-outdated",
                "board {board} has been judged by another person since",
                todo="Open the board and judge it again.",
                board=step.item_id,
            )
        back = step.before
        content = _WITHDRAWN if back is None else _Content.of(back)
        work = WorkContext(newest.lot, newest.work_order, newest.side)
        record = self._append(step.item_id, step.purpose, newest, content, work)
        steps.pop()
        others.append(step.turned())
        return record

    def _newest_of(self, item_id: int, purpose: Purpose) -> Judgment | None:
        """Record that the next one corrects: the board's newest, or the operator's own for a blind judgment."""
        if purpose is not Purpose.REVIEW:
            return self._newest.get((item_id, purpose))
        return _last(self._repository.judgments(item_id))

    def _check_seen(self, item: ReviewItem, newest: Judgment | None) -> None:
        """Refuse unless the newest record was shown with the item, or was given in this session.

        The repository refuses a record that comes between this check and the new one.
        """
        own = self._newest.get((item.item_id, Purpose.REVIEW))
        if newest is not None and any(_same(newest, seen) for seen in (own, item.judgment) if seen is not None):
            return
        shown = item.newest_record if item.judgment is None else item.judgment.record_id
        known = {shown, None if own is None else own.record_id} if own is not None else {shown}
        if (None if newest is None else newest.record_id) not in known:
            raise judged_meanwhile(item.label, shown, newest)

    def _check_blind(self, item: ReviewItem, purpose: Purpose) -> None:
        opened = [j for j in self._repository.judgments(item.item_id) if j.purpose is Purpose.REVIEW]
        if _standing(opened[-1] if opened else None) is None:
            raise ReviewError(
                "review-not-judged-yet", "the board has not been judged yet", where=item.label, todo="Judge it first."
            )
        if purpose is Purpose.SECOND and self.operator in {judgment.operator for judgment in opened}:
            raise ReviewError(
                "review-second-person-needed",
                "a second opinion needs a second person",
                where=item.label,
                todo="Let another person judge it.",
            )

    def _reveal(self, item: ReviewItem, purpose: Purpose) -> RevealOrder:
        if self.hides_machine(item):
            return RevealOrder.VERDICT_FIRST
        seen = self.verdict_first and (item.item_id, purpose) in self._newest
        return RevealOrder.AFTER_REVEAL if seen else RevealOrder.MACHINE_FIRST

    def work_on(self, image: Path) -> WorkContext:
        """Lot, work order and side of a board, read from the name of its image, or as set."""
        said = self.names.read(image)
        return WorkContext(
            said.lot or self.work.lot, said.work_order or self.work.work_order, said.side or self.work.side
        )

    def _append(
        self, item_id: int, purpose: Purpose, newest: Judgment | None, content: _Content, work: WorkContext
    ) -> Judgment:
        stored = self._repository.add_judgment(
            Judgment(
                item_id=item_id,
                kind=content.kind,
                operator=self.operator,
                station=self.station,
                judged_at=self._clock(),
                review_s=content.review_s,
                defect_code=content.defect_code,
                comment=content.comment,
                corrects=None if newest is None else newest.record_id,
                app_version=self._app_version,
                role=self.role,
                lot=work.lot,
                work_order=work.work_order,
                side=work.side,
                purpose=purpose,
                regions=content.regions,
                reveal=content.reveal,
                client_id=new_client_id(),
            )
        )
        self._newest[item_id, purpose] = stored
        return stored


def _check(item: ReviewItem, kind: JudgmentKind, review_s: float, defect_code: str) -> None:
    where = item.label
    if kind not in ALLOWED[item.inspection.verdict]:
        if kind is JudgmentKind.FALSE_CALL:
            raise ReviewError(
                "review-false-call-unflagged",
                "a board that was not flagged cannot be a false call",
                where=where,
                todo="Judge it OK.",
            )
        raise ReviewError(
            "review-kind-not-a-judgment",
            "a person cannot judge a board {kind}",
            where=where,
            todo="Use undo.",
            kind=kind.value,
        )
    if defect_code and kind is not JudgmentKind.NG:
        raise ReviewError(
            "review-code-without-ng",
            "a defect code ({code}) needs the judgment NG",
            where=where,
            todo="Judge NG, or leave it out.",
            code=defect_code,
        )
    if not (math.isfinite(review_s) and review_s >= 0):
        raise ReviewError(
            "review-time-invalid",
            "a review time of {seconds} s is impossible",
            where=where,
            todo="Give seconds from 0 up.",
            seconds=review_s,
        )


def _check_regions(item: ReviewItem, kind: JudgmentKind, regions: Sequence[RegionJudgment]) -> None:
    width, height = item.inspection.grid
    for region in regions:
        box, where = region.box, item.label
        if region.kind is JudgmentKind.WITHDRAWN:
            raise ReviewError(
                "review-region-withdrawn", "a region cannot be withdrawn", where=where, todo="Leave the region out."
            )
        if region.defect_code and region.kind is not JudgmentKind.NG:
            raise ReviewError(
                "review-region-code-without-ng",
                "the defect code {code} of a region needs NG",
                where=where,
                todo="Judge the region NG.",
                code=region.defect_code,
            )
        if box.x0 < 0 or box.y0 < 0 or box.x1 > width or box.y1 > height:
            raise ReviewError(
                "review-region-outside",
                "the region {box} lies outside the board",
                where=where,
                todo="Draw it on the board.",
                box=str(box),
            )
    if kind in (JudgmentKind.OK, JudgmentKind.FALSE_CALL) and any(r.kind is JudgmentKind.NG for r in regions):
        raise ReviewError(
            "review-good-board-with-ng-region",
            "a good board has no NG region",
            where=item.label,
            todo="Judge the board NG.",
        )


def _same(one: Judgment, other: Judgment) -> bool:
    """True for the same record; one that had to wait for its number has the same identifier."""
    return one.record_id == other.record_id or bool(one.client_id and one.client_id == other.client_id)


def _last(records: Iterator[Judgment]) -> Judgment | None:
    newest = None
    for record in records:
        if record.purpose is Purpose.REVIEW:
            newest = record
    return newest


def _standing(newest: Judgment | None) -> Judgment | None:
    return None if newest is None or newest.kind is JudgmentKind.WITHDRAWN else newest
