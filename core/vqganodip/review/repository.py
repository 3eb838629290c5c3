"""The repository protocol: what the review of boards needs to be kept, and nothing about how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Protocol

from vqganodip.records import Inspection
from vqganodip.review.accounts import Person
from vqganodip.review.judgments import Judgment, QueueFilter, QueueOrder, QueueState, ReviewItem
from vqganodip.review.threshold_log import ThresholdChange

__all__ = ["QueueFilter", "QueueOrder", "QueueState", "Repository"]


class Repository(Protocol):
    """Keeps inspections and judgments. A method that returns has written to disk what it was given."""

    def add_inspection(self, inspection: Inspection, serial: str) -> ReviewItem:
        """Adds a board to the queue; the same image inspected again by the same bundle returns the item it has."""

    def item(self, item_id: int) -> ReviewItem:
        """The item with that number; StoreError when there is none."""

    def whole_items(self, item_ids: Sequence[int]) -> Sequence[ReviewItem]:
        """The items with those numbers (a few hundred at most), whole, by number; unknown numbers are left out."""

    def items(self, wanted: QueueFilter, offset: int, limit: int) -> Sequence[ReviewItem]:
        """A page of the queue. Regions and candidates of the inspections may be left empty in pages."""

    def item_ids(self, wanted: QueueFilter) -> Sequence[int]:
        """All item numbers of that part of the queue, in order."""

    def scores(self, bundle_sha256: str) -> Sequence[float]:
        """The scores of all boards that this bundle has inspected."""

    def count(self, wanted: QueueFilter) -> int:
        """How many boards that part of the queue holds."""

    def neighbour(self, wanted: QueueFilter, item_id: int, *, backwards: bool = False) -> int | None:
        """The board after (or before) a board in that part of the queue; None at its end.

        The board itself need not belong to the part: the one after a board just judged is asked for this way.
        """

    def knows(self, sha256: str, bundle_sha256: str) -> bool:
        """Whether this image has been inspected by this bundle."""

    def add_judgment(self, judgment: Judgment) -> Judgment:
        """Appends a judgment and returns it with its number and hashes, durably on disk.

        ``corrects`` names the newest record of the board, withdrawals included, and is None for the board's first
        record; StoreError otherwise, so that two people cannot overrule each other without having seen it. A blind
        judgment (``purpose`` is not ``review``) leaves what stands as it is; it corrects nothing, or the newest one of
        the same purpose by the same operator.
        """

    def judgments(self, item_id: int | None = None, after: int = 0) -> Iterator[Judgment]:
        """All judgments in the order of their numbers, of one board or of all, in constant memory.

        ``after`` leaves out the records up to that number.
        """

    def last_judgments(self, limit: int) -> Sequence[Judgment]:
        """The newest judgments, newest first."""

    def threshold_changes(self) -> Sequence[ThresholdChange]:
        """Every change of the threshold, the oldest first."""

    def add_threshold_change(self, change: ThresholdChange) -> ThresholdChange:
        """Appends a change and returns it with its number and hashes, durably on disk."""

    def get_setting(self, name: str) -> str | None:
        """A value kept with the workspace, such as the board that was open."""

    def put_setting(self, name: str, value: str) -> None:
        """Keeps a value with the workspace."""

    def people(self) -> Sequence[Person]:
        """Everybody who is registered, by name."""

    def put_person(self, person: Person) -> None:
        """Registers somebody, or replaces the role and PIN of somebody registered."""

    def close(self) -> None:
        """Releases the database."""
