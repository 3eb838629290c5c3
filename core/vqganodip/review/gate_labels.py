"""Labels of regions that a gate may learn from and be judged on: which judgments enter, and why others do not.

A board confirmed good by two people or by quality rejects all its regions. Of a board confirmed NG only the regions
that everyone who confirmed it marked as NG are defects; its other regions have no label. Everyone who counts was logged
in: at an open station a name is typed, and two names are not two people.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from types import MappingProxyType
from typing import Protocol

from vqganodip.errors import Message, message
from vqganodip.review.accounts import Role
from vqganodip.review.consensus import Confirmations
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, ReviewItem
from vqganodip.types import Box

__all__ = ["GateLabels", "LabelledBoard", "LeftOut", "gate_labels"]

_BLOCK = 500
"""Boards that are read at once."""

_LEAST_SHARED = 0.5
"""Two marks are at one place if they share at least this part of the smaller one."""


class LeftOut(StrEnum):
    """Reason for which the judgments of a board do not enter."""

    SINGLE = "single"
    CONTRADICTED = "contradicted"
    DOUBTFUL = "doubtful"
    NOT_LOGGED_IN = "not logged in"
    NO_PLACE = "no place"
    LEARNED_FROM = "learned from"

    @property
    def words(self) -> Message:
        """The reason in words."""
        return _WORDS[self]


_WORDS: Mapping[LeftOut, Message] = MappingProxyType(
    {
        LeftOut.SINGLE: message("gate-left-out-single", "judged by one person only"),
        LeftOut.CONTRADICTED: message("gate-left-out-contradicted", "people contradict each other"),
        LeftOut.DOUBTFUL: message("gate-left-out-doubtful", "judged doubtful"),
        LeftOut.NOT_LOGGED_IN: message("gate-left-out-not-logged-in", "judged without log-in"),
        LeftOut.NO_PLACE: message("gate-left-out-no-place", "NG without a place that all marked"),
        LeftOut.LEARNED_FROM: message("gate-left-out-learned-from", "the networks learned from the picture"),
    }
)


@dataclass(frozen=True, slots=True)
class LabelledBoard:
    """A board whose label enters.

    Attributes:
        item_id: Number of the board.
        serial: Serial number: pictures of one board count together as one board.
        sha256: Hash of the picture.
        defects: The confirmed defects, in pixels of the working grid; empty for a board confirmed good.
        records: Numbers of the judgments that confirm it.
    """

    item_id: int
    serial: str
    sha256: str
    defects: tuple[Box, ...]
    records: tuple[int, ...]

    @property
    def defective(self) -> bool:
        """True if the board is confirmed NG."""
        return bool(self.defects)


@dataclass(frozen=True, slots=True)
class GateLabels:
    """The labels of a workspace for one model.

    Attributes:
        boards: Boards that enter, by number.
        left_out: Number of judged boards that do not, by reason.
    """

    boards: tuple[LabelledBoard, ...]
    left_out: Mapping[LeftOut, int]

    @property
    def defects(self) -> int:
        """Number of boards with confirmed defects; pictures of one board count once."""
        return len({board.serial for board in self.boards if board.defective})

    @property
    def good(self) -> int:
        """Number of boards confirmed good; pictures of one board count once."""
        return len({board.serial for board in self.boards if not board.defective})


class LabelSource(Protocol):
    """The part of a repository that the labels are read from."""

    def judgments(self, item_id: int | None = None, after: int = 0) -> Iterable[Judgment]: ...

    def whole_items(self, item_ids: Sequence[int]) -> Sequence[ReviewItem]: ...


def gate_labels(source: LabelSource, bundle_sha256: str, learned_from: Collection[str] = ()) -> GateLabels:
    """Collect the labels of the boards that a model inspected.

    Args:
        source: Repository of the workspace.
        bundle_sha256: Hash of the model's bundle.
        learned_from: Hashes of the pictures that its networks were trained on.

    Raises:
        StoreError: The workspace cannot be read.
    """
    found, doubted = Confirmations(), set[int]()
    judged: dict[int, None] = {}
    for record in source.judgments():
        found.take(record)
        judged[record.item_id] = None
        if record.purpose is Purpose.PROBE and record.kind is JudgmentKind.NG:
            doubted.add(record.item_id)
    boards: list[LabelledBoard] = []
    left_out: Counter[LeftOut] = Counter()
    standing = [number for number in judged if found.votes(number)]  # the others were withdrawn
    for start in range(0, len(standing), _BLOCK):
        for item in source.whole_items(standing[start : start + _BLOCK]):
            if item.inspection.bundle_sha256 != bundle_sha256:
                continue
            votes = found.votes(item.item_id)
            label = _labelled(item, votes, learned_from, doubted=item.item_id in doubted)
            if isinstance(label, LeftOut):
                left_out[label] += 1
            else:
                boards.append(label)
    return GateLabels(tuple(sorted(boards, key=lambda board: board.item_id)), MappingProxyType(dict(left_out)))


def _labelled(
    item: ReviewItem, votes: tuple[Judgment, ...], learned_from: Collection[str], *, doubted: bool
) -> LabelledBoard | LeftOut:
    """The label of a board by its votes, or why there is none."""
    kinds = {vote.kind for vote in votes}
    if item.inspection.sha256 in learned_from:
        return LeftOut.LEARNED_FROM
    if JudgmentKind.DOUBTFUL in kinds:
        return LeftOut.DOUBTFUL
    defective = JudgmentKind.NG in kinds
    if (defective and len(kinds) > 1) or (doubted and not defective):
        return LeftOut.CONTRADICTED
    if not all(vote.role for vote in votes):
        return LeftOut.NOT_LOGGED_IN
    if len(votes) < 2 and votes[0].role != Role.QUALITY:
        return LeftOut.SINGLE
    defects = _marked_by_all(votes) if defective else ()
    if defective and not defects:
        return LeftOut.NO_PLACE
    records = tuple(vote.record_id for vote in votes)
    return LabelledBoard(item.item_id, item.serial, item.inspection.sha256, defects, records)


def _marked_by_all(votes: tuple[Judgment, ...]) -> tuple[Box, ...]:
    """The regions that the first vote marks as NG and that every other vote marks too."""
    first, *others = ([region.box for region in vote.regions if region.kind is JudgmentKind.NG] for vote in votes)
    return tuple(box for box in first if all(any(same_place(box, one) for one in other) for other in others))


def same_place(box: Box, other: Box) -> bool:
    """True if two boxes share at least half of the smaller one."""
    width = min(box.x1, other.x1) - max(box.x0, other.x0)
    height = min(box.y1, other.y1) - max(box.y0, other.y0)
    return max(width, 0) * max(height, 0) >= _LEAST_SHARED * min(box.area, other.area)
