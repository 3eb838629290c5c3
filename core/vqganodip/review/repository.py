"""Repository protocol: the storage that the review of boards requires."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Protocol

from vqganodip.placement.record import PlacementRecord
from vqganodip.placement.sensitivity import SensitivityRecord
from vqganodip.records import Inspection, ModelName
from vqganodip.review.accounts import Person
from vqganodip.review.gate_log import GateChange
from vqganodip.review.judgments import Judgment, QueueFilter, QueueOrder, QueueState, ReviewItem
from vqganodip.review.model_names import ModelNames
from vqganodip.review.threshold_log import Application, Applied, ThresholdChange

__all__ = ["QueueFilter", "QueueOrder", "QueueState", "Repository"]


class Repository(Protocol):
    """Stores inspections and judgments. When a method returns, its data are on disk."""

    def add_inspection(self, inspection: Inspection, serial: str) -> ReviewItem:
        """Add a board to the queue; an image already inspected by the same bundle returns its existing item."""

    def item(self, item_id: int) -> ReviewItem:
        """Item with this number; StoreError if there is none."""

    def whole_items(self, item_ids: Sequence[int]) -> Sequence[ReviewItem]:
        """Complete items with these numbers (a few hundred at most), by number; unknown numbers are skipped."""

    def items(self, wanted: QueueFilter, offset: int, limit: int) -> Sequence[ReviewItem]:
        """Page of the queue. Regions and candidates of the inspections may be empty in pages."""

    def item_ids(self, wanted: QueueFilter) -> Sequence[int]:
        """Numbers of all items that match the filter, in order."""

    def scores(self, bundle_sha256: str) -> Sequence[float]:
        """Scores of all boards inspected by this bundle."""

    def operators(self) -> Sequence[str]:
        """Names of all who have judged a board openly, sorted."""

    def used_codes(self) -> Sequence[tuple[str, int]]:
        """Defect codes of the current judgments with the number of their boards, most used first."""

    def count(self, wanted: QueueFilter) -> int:
        """Number of boards that match the filter."""

    def neighbour(self, wanted: QueueFilter, item_id: int, *, backwards: bool = False) -> int | None:
        """Next (or previous) board that matches the filter; None at the end.

        The given board need not match the filter itself, such as a board that was just judged.
        """

    def knows(self, sha256: str, bundle_sha256: str) -> bool:
        """True if this bundle has inspected this image."""

    def known_board(self, sha256: str, bundle_sha256: str) -> ReviewItem | None:
        """The board whose image of this hash this bundle has inspected; None if there is none."""

    def image_of(self, inspection: Inspection) -> Path | None:
        """File of the image as it was inspected; None if it is missing or was changed. Reads whole files."""

    def add_judgment(self, judgment: Judgment) -> Judgment:
        """Append a judgment and return it with its number and hashes, durably on disk.

        ``corrects`` must be the newest record of the board, withdrawals included, and None for its first record;
        otherwise a StoreError prevents two people from overruling each other unknowingly. A blind judgment (``purpose``
        is not ``review``) does not change the current judgment; it corrects nothing, or the newest record of the same
        purpose by the same operator.

        Of a ``client_id`` one record is kept: given again, the stored record is returned, and nothing is appended. So a
        judgment whose outcome is unknown is given again as it is.
        """

    def judgments(self, item_id: int | None = None, after: int = 0) -> Iterator[Judgment]:
        """Judgments of one board or of all, in the order of their numbers, in constant memory.

        Records up to number ``after`` are skipped.
        """

    def last_judgments(self, limit: int) -> Sequence[Judgment]:
        """Newest judgments, newest first."""

    def threshold_changes(self) -> Sequence[ThresholdChange]:
        """All threshold changes, oldest first."""

    def add_threshold_change(self, change: ThresholdChange) -> ThresholdChange:
        """Append a change and return it with its number and hashes, durably on disk."""

    def waiting_for_threshold(self, change: ThresholdChange) -> Applied:
        """Count the unjudged boards that applying a change would alter; nothing is written."""

    def apply_threshold(self, change: ThresholdChange, operator: str) -> Applied:
        """Apply a change to the unjudged boards of its bundle, with an entry of the audit trail that names them."""

    def threshold_applications(self) -> Sequence[Application]:
        """All records of thresholds applied to boards that waited, oldest first."""

    def gate_changes(self, bundle_sha256: str) -> Sequence[GateChange]:
        """All levels of gates set for a model, oldest first."""

    def add_gate_change(self, change: GateChange) -> GateChange:
        """Put a gate to a level, with an entry of the audit trail; return it with its number and time.

        ``add_judgment`` does so too where a judgment makes the gate in force fall back (``review.gate_log``).
        """

    def cleared_boards(self, bundle_sha256: str) -> Sequence[int]:
        """Numbers of the boards that a gate passed although their score flags them, oldest first."""

    def get_setting(self, name: str) -> str | None:
        """Value stored with the workspace, such as the board that was open."""

    def put_setting(self, name: str, value: str, operator: str = "") -> None:
        """Store a value with the workspace; the rules of the review with an entry of the audit trail."""

    def people(self) -> Sequence[Person]:
        """All accounts, sorted by name."""

    def put_person(self, person: Person, operator: str = "") -> None:
        """Add an account, or replace role, PIN and lock of an existing one, with an entry of the audit trail."""

    def use_model(self, bundle_sha256: str, operator: str = "", name: ModelName | None = None) -> None:
        """Note in the audit trail that a bundle inspects from now on, and its own name; nothing if it is noted last."""

    def model_names(self) -> ModelNames:
        """Names of the models that have inspected here, and all renamings of products."""

    def placement(self, bundle_sha256: str) -> PlacementRecord | None:
        """The placement of a model: names and outlines of its parts; None without one."""

    def placed_models(self) -> frozenset[str]:
        """Hashes of the models that have or had a placement."""

    def put_placement(self, bundle_sha256: str, record: PlacementRecord | None, operator: str = "") -> None:
        """Store the placement of a model, None to remove it, as an entry of the audit trail, if it differs."""

    def sensitivity(self, bundle_sha256: str) -> SensitivityRecord | None:
        """The sensitivity of the parts of a model; None without one."""

    def put_sensitivity(self, bundle_sha256: str, record: SensitivityRecord, operator: str = "") -> None:
        """Store the sensitivity of the parts of a model as an entry of the audit trail, if it differs."""

    def put_product_name(self, before: str, after: str, operator: str = "") -> None:
        """Rename a product, as an entry of the audit trail (``review.model_names.rename_product`` checks it)."""

    def close(self) -> None:
        """Release the database."""
