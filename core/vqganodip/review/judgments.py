"""Judgments, review items and filters of the queue, as frozen values."""

from __future__ import annotations

import uuid
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum

from vqganodip.printable import printable
from vqganodip.records import Inspection, Verdict
from vqganodip.types import Box

__all__ = [
    "Judgment",
    "JudgmentKind",
    "Purpose",
    "QueueFilter",
    "QueueOrder",
    "QueueState",
    "RegionJudgment",
    "RevealOrder",
    "ReviewItem",
    "new_client_id",
]


class JudgmentKind(StrEnum):
    """Judgment of a person. ``withdrawn`` is an undo: the board is unjudged again."""

    OK = "ok"
    NG = "ng"
    DOUBTFUL = "doubtful"
    FALSE_CALL = "false_call"
    WITHDRAWN = "withdrawn"


class Purpose(StrEnum):
    """Reason of a judgment. Only ``review`` sets the current judgment of a board; the others are given blind."""

    REVIEW = "review"
    SECOND = "second"
    PROBE = "probe"


class RevealOrder(StrEnum):
    """Visibility of the machine's findings when a person judged a board.

    ``machine_first``: score, boxes and difference were visible. ``verdict_first``: they were hidden until this judgment
    was stored. ``after_reveal``: the board was judged again after they had been shown.
    """

    MACHINE_FIRST = "machine_first"
    VERDICT_FIRST = "verdict_first"
    AFTER_REVEAL = "after_reveal"


@dataclass(frozen=True, slots=True)
class RegionJudgment:
    """Judgment of one region of a board.

    Attributes:
        box: The region in pixels of the working grid, marked by the machine or drawn by the person.
        kind: The judgment of this region; never ``withdrawn``.
        defect_code: Code from the defect list; empty unless ``ng``.
    """

    box: Box
    kind: JudgmentKind
    defect_code: str = ""


@dataclass(frozen=True, slots=True)
class Judgment:
    """A person's judgment of one board. Never changed, never deleted.

    Attributes:
        record_id: Running number given by the store, from 1; 0 before it is stored, negative while it is only kept on
            the disk of its station (``vqganodip.store.spool``).
        item_id: The review item judged.
        kind: The judgment; ``withdrawn`` undoes the one named in ``corrects``.
        operator: Name of the person.
        station: Name of the station.
        judged_at: UTC.
        review_s: Seconds of review.
        defect_code: Code from the defect list; empty unless ``ng``.
        comment: Free text.
        corrects: record_id of the judgment this one replaces; None for a first judgment.
        app_version: Version of the application that wrote it.
        role: Role of the operator (``vqganodip.review.accounts``); empty without log-in.
        lot: Lot of the board; empty if unknown.
        work_order: Its work order; empty if unknown.
        side: Side of the board that was judged: ``T``, ``B``, or empty if unknown.
        purpose: ``review``, or a blind judgment (second opinion, hidden probe), which does not change the current one.
        regions: Judgments of single regions, in the order in which they were given.
        reveal: Whether the machine's findings were visible.
        client_id: Identifier given by the station that made the record; the store keeps one record of each. Empty in
            records of earlier versions.
        board_hash: sha256 of the machine's findings, given by the store.
        prev_hash: ``row_hash`` of the record before this one, given by the store; empty for the first record.
        row_hash: sha256 over all other fields, given by the store (``vqganodip.store.hash_chain``).
    """

    item_id: int
    kind: JudgmentKind
    operator: str
    station: str
    judged_at: datetime
    review_s: float
    defect_code: str = ""
    comment: str = ""
    corrects: int | None = None
    app_version: str = ""
    role: str = ""
    lot: str = ""
    work_order: str = ""
    side: str = ""
    purpose: Purpose = Purpose.REVIEW
    regions: tuple[RegionJudgment, ...] = ()
    reveal: RevealOrder = RevealOrder.MACHINE_FIRST
    client_id: str = field(default="", repr=False)
    record_id: int = 0
    board_hash: str = field(default="", repr=False)
    prev_hash: str = field(default="", repr=False)
    row_hash: str = field(default="", repr=False)


def new_client_id() -> str:
    """Identifier of a new record, which no other station gives: 32 hexadecimal digits."""
    return uuid.uuid4().hex


@dataclass(frozen=True, slots=True)
class ReviewItem:
    """An inspected board in the queue.

    Attributes:
        item_id: Running number given by the store, from 1.
        serial: Serial number read from the file name; the stem of the file otherwise.
        inspection: Result of the inspection.
        judgment: Current judgment; None if the board is unjudged or its judgment was withdrawn.
        folder: Last folders of the image file that tell the board from others of the same serial number; empty unless
            there are others.
        newest_record: Number of the newest review record of the board when the item was read, withdrawals included;
            None if there was none. A judgment of the item is refused once there is a newer one.
    """

    item_id: int
    serial: str
    inspection: Inspection
    judgment: Judgment | None = None
    newest_record: int | None = field(default=None, compare=False)
    folder: str = field(default="", compare=False)

    @property
    def label(self) -> str:
        """Serial number as one line, after its folder where the number repeats; control characters are escaped."""
        return printable(f"{self.folder}/{self.serial}" if self.folder else self.serial)

    def judged(self, record: Judgment) -> ReviewItem:
        """The item after this review record."""
        stands = None if record.kind is JudgmentKind.WITHDRAWN else record
        return replace(self, judgment=stands, newest_record=record.record_id)


class QueueState(StrEnum):
    """State of the boards in the queue."""

    ALL = "all"
    UNJUDGED = "unjudged"
    JUDGED = "judged"


class QueueOrder(StrEnum):
    """Order of the queue. ``urgency``: flagged boards first, by descending score, then passed ones."""

    URGENCY = "urgency"
    ARRIVAL = "arrival"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Filter of the queue.

    Attributes:
        state: Judged, not judged, or both.
        flagged_only: Only boards whose verdict is ``review``.
        search: Part of the serial number, any case; empty for all.
        found: Numbers of boards that the search finds besides, such as those with a region on a part of that name.
        order: Order of the rows.
        scores: Only boards with a score from the first up to below the second (a second of 1 includes 1); None for all.
        doubt: Only boards that the machine leaves in doubt.
        kinds: Only boards whose current judgment is one of these; empty for all. Implies ``judged``.
        operator: Only boards whose current judgment is by this person; empty for all. Implies ``judged``.
        without: Numbers of boards that are passed over, such as those that others are judging.
    """

    state: QueueState = QueueState.ALL
    flagged_only: bool = False
    search: str = ""
    order: QueueOrder = QueueOrder.URGENCY
    scores: tuple[float, float] | None = None
    doubt: bool = False
    kinds: frozenset[JudgmentKind] = frozenset()
    operator: str = ""
    found: frozenset[int] = frozenset()
    without: frozenset[int] = frozenset()

    def __post_init__(self) -> None:
        if self.by_judgment:
            object.__setattr__(self, "state", QueueState.JUDGED)

    @property
    def by_judgment(self) -> bool:
        """True if the filter asks what was judged, or by whom."""
        return bool(self.kinds or self.operator)

    def unjudged(self) -> QueueFilter:
        """The filter of the unjudged boards, with the same conditions on the machine's findings and the number."""
        return replace(self, state=QueueState.UNJUDGED, kinds=frozenset(), operator="")

    def takes_score(self, score: float) -> bool:
        """True if a board with this score passes the filter's conditions on the score."""
        return self.scores is None or (self.scores[0] <= score and (score < self.scores[1] or self.scores[1] >= 1))

    def takes(self, item: ReviewItem) -> bool:
        """True if a board matches the filter."""
        judgment = item.judgment
        return (
            (self.state is QueueState.ALL or (judgment is not None) is (self.state is QueueState.JUDGED))
            and (not self.kinds or (judgment is not None and judgment.kind in self.kinds))
            and (not self.operator or (judgment is not None and judgment.operator == self.operator))
            and self.takes_findings(item)
        )

    def takes_findings(self, item: ReviewItem) -> bool:
        """True if a board matches the filter, apart from judgments."""
        found = item.inspection
        return (
            item.item_id not in self.without
            and self.takes_score(found.score)
            and (not self.flagged_only or found.verdict is Verdict.REVIEW)
            and (not self.doubt or found.doubtful)
            and (self.search.casefold() in item.serial.casefold() or item.item_id in self.found)
        )
