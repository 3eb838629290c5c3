"""The repository protocol: what the review of boards needs to be kept, and nothing about how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Protocol

from vqganodip.records import Inspection, Judgment, ReviewItem

__all__ = ["QueueFilter", "QueueOrder", "QueueState", "Repository"]


class QueueState(StrEnum):
    """Which boards of the queue are asked for."""

    ALL = "all"
    UNJUDGED = "unjudged"
    JUDGED = "judged"


class QueueOrder(StrEnum):
    """In which order. ``urgency``: flagged boards first, by score from high to low; passed ones after them."""

    URGENCY = "urgency"
    ARRIVAL = "arrival"


@dataclass(frozen=True, slots=True)
class QueueFilter:
    """Which part of the queue is asked for.

    Attributes:
        state: Judged, not judged, or both.
        flagged_only: Only boards whose verdict is ``review``.
        search: Part of the serial number, any case; empty for all.
        order: Order of the rows.
    """

    state: QueueState = QueueState.ALL
    flagged_only: bool = False
    search: str = ""
    order: QueueOrder = QueueOrder.URGENCY


class Repository(Protocol):
    """Keeps inspections and judgments. A method that returns has written to disk what it was given."""

    def add_inspection(self, inspection: Inspection, serial: str) -> ReviewItem:
        """Adds a board to the queue; the same image inspected again by the same bundle returns the item it has."""

    def item(self, item_id: int) -> ReviewItem:
        """The item with that number; StoreError when there is none."""

    def items(self, wanted: QueueFilter, offset: int, limit: int) -> Sequence[ReviewItem]:
        """A page of the queue. Regions and candidates of the inspections may be left empty in pages."""

    def item_ids(self, wanted: QueueFilter) -> Sequence[int]:
        """All item numbers of that part of the queue, in order."""

    def count(self, wanted: QueueFilter) -> int:
        """How many boards that part of the queue holds."""

    def knows(self, sha256: str, bundle_sha256: str) -> bool:
        """Whether this image has been inspected by this bundle."""

    def add_judgment(self, judgment: Judgment) -> Judgment:
        """Appends a judgment and returns it with its number, durably on disk."""

    def judgments(self, item_id: int | None = None) -> Iterator[Judgment]:
        """All judgments in the order of their numbers, of one board or of all, in constant memory."""

    def last_judgments(self, limit: int) -> Sequence[Judgment]:
        """The newest judgments, newest first."""

    def get_setting(self, name: str) -> str | None:
        """A value kept with the workspace, such as the board that was open."""

    def put_setting(self, name: str, value: str) -> None:
        """Keeps a value with the workspace."""

    def close(self) -> None:
        """Releases the database."""
