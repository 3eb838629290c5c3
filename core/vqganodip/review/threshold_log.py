"""The threshold that is in force, and every change of it: who, when, from what to what, and why.

A change is a signed record: it names the bundle and the calibration it was chosen on, and seals the change before it
(as judgments do), so that an altered log shows. Nothing is edited; going back to an earlier threshold is a new change.
A threshold holds for the bundle it was set for and for no other: scores of two bundles do not compare.
"""

from __future__ import annotations

import hashlib
import json
import math
from collections.abc import Callable, Iterable, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, datetime
from typing import Final, Protocol

from vqganodip import __version__
from vqganodip.errors import ReviewError
from vqganodip.review.accounts import Permission, require
from vqganodip.scoring.verdict import Lines

__all__ = ["ThresholdChange", "ThresholdLog", "ThresholdStore", "change_hash", "first_broken_change", "in_force"]

_LONGEST_REASON: Final = 2000


@dataclass(frozen=True, slots=True)
class ThresholdChange:
    """A threshold that was put into force.

    Attributes:
        value: Boards with a score at or above it are flagged; in [0, 1].
        upper: End of the doubtful band [value, upper), whose boards always go to a person; None without a band.
        before: The threshold until then; None for the bundle's own.
        calibrated: The zero-false-negative threshold of the calibration.
        missed: Known defects of the calibration below ``value``.
        operator: Who changed it.
        role: What they were at the station; empty at an open one.
        station: Where.
        changed_at: When, with its zone.
        reason: Why; never empty where known defects are missed.
        bundle_sha256: The bundle it holds for.
        data_sha256: The calibration it was chosen on.
        returns_to: Number of the change that it goes back to; None otherwise.
        app_version: Of the program that wrote it.
        record_id: From 1 on.
        prev_hash: Hash of the change before; empty for the first.
        row_hash: sha256 over all other fields.
    """

    value: float
    upper: float | None
    before: float | None
    calibrated: float
    missed: int
    operator: str
    role: str
    station: str
    changed_at: datetime
    reason: str
    bundle_sha256: str
    data_sha256: str
    returns_to: int | None = None
    app_version: str = __version__
    record_id: int = 0
    prev_hash: str = ""
    row_hash: str = ""

    @property
    def lines(self) -> Lines:
        """What boards are held against while it is in force."""
        return Lines(self.value, self.upper)


class ThresholdStore(Protocol):
    """The part of a repository that keeps the changes. A method that returns has written to disk."""

    def threshold_changes(self) -> Sequence[ThresholdChange]:
        """All of them, the oldest first."""

    def add_threshold_change(self, change: ThresholdChange) -> ThresholdChange:
        """Appends one and returns it with its number and hashes."""


def change_hash(change: ThresholdChange) -> str:
    """sha256 over the canonical JSON of all fields but ``row_hash``, as 64 hex digits."""
    values = asdict(change)
    del values["row_hash"]
    values["changed_at"] = change.changed_at.astimezone(UTC).isoformat()
    text = json.dumps(values, sort_keys=True, separators=(",", ":"), ensure_ascii=True)
    return hashlib.sha256(text.encode("ascii")).hexdigest()


def first_broken_change(changes: Iterable[ThresholdChange]) -> int | None:
    """Number of the first change that does not follow from the ones before it; None when all hold."""
    previous = ""
    for number, change in enumerate(changes, start=1):
        if change.record_id != number or change.prev_hash != previous or change.row_hash != change_hash(change):
            return number
        previous = change.row_hash
    return None


def in_force(changes: Sequence[ThresholdChange], bundle_sha256: str) -> ThresholdChange | None:
    """The newest change made for this bundle; None while the bundle's own threshold stands."""
    return next((c for c in reversed(changes) if c.bundle_sha256 == bundle_sha256), None)


class ThresholdLog:
    """Puts thresholds into force.

    Args:
        store: Keeps the changes.
        operator: Who acts.
        role: Their role; empty at an open station.
        station: Where.
        clock: For tests.
    """

    def __init__(
        self,
        store: ThresholdStore,
        *,
        operator: str,
        role: str = "",
        station: str = "",
        clock: Callable[[], datetime] = lambda: datetime.now(UTC),
    ) -> None:
        self._store = store
        self._operator, self._role, self._station = operator.strip(), role, station
        self._clock = clock

    def changes(self) -> Sequence[ThresholdChange]:
        """All changes, the oldest first."""
        return self._store.threshold_changes()

    def put_in_force(
        self,
        value: float,
        *,
        calibrated: float,
        missed: int,
        bundle_sha256: str,
        data_sha256: str,
        reason: str = "",
        upper: float | None = None,
    ) -> ThresholdChange:
        """Changes the threshold, from the next board on.

        Args:
            value: In [0, 1].
            calibrated: The zero-false-negative threshold of the calibration.
            missed: Known defects below ``value``.
            bundle_sha256: The bundle it is for.
            data_sha256: The calibration it was chosen on.
            reason: Needed where known defects are missed.
            upper: End of a doubtful band; above ``value``.

        Raises:
            ReviewError: The role may not, nobody is named, the value or band is impossible, a reason is missing, or
                nothing would change.
        """
        require(self._role, Permission.SET_THRESHOLD)
        if not self._operator:
            raise ReviewError("a threshold needs a name", todo="Enter who changes it.")
        if not (math.isfinite(value) and 0 <= value <= 1):
            raise ReviewError(f"a threshold of {value}", todo="Give a score from 0 to 1.")
        if upper is not None and not (math.isfinite(upper) and value < upper <= 1):
            raise ReviewError(f"a doubtful band up to {upper}", todo="End it above the threshold, at 1 at most.")
        if missed and not reason.strip():
            raise ReviewError(
                f"{missed} known defects would be missed and no reason is given", todo="Write down why, or lower it."
            )
        if len(reason) > _LONGEST_REASON:
            raise ReviewError("the reason is too long", todo=f"Use at most {_LONGEST_REASON} characters.")
        now = in_force(self._store.threshold_changes(), bundle_sha256)
        if now is not None and (now.value, now.upper) == (value, upper):
            raise ReviewError("this threshold is in force already", todo="Move the line, or leave it.")
        change = ThresholdChange(
            value=value,
            upper=upper,
            before=now.value if now else None,
            calibrated=calibrated,
            missed=missed,
            operator=self._operator,
            role=self._role,
            station=self._station,
            changed_at=self._clock(),
            reason=reason.strip(),
            bundle_sha256=bundle_sha256,
            data_sha256=data_sha256,
        )
        return self._store.add_threshold_change(change)

    def go_back(self, record_id: int, *, bundle_sha256: str, reason: str) -> ThresholdChange:
        """Puts the threshold of an earlier change into force again, as a new change.

        Raises:
            ReviewError: The role may not, there is no such change, it was made for another bundle, it is in force
                already, or no reason is given.
        """
        require(self._role, Permission.SET_THRESHOLD)
        changes = self._store.threshold_changes()
        old = next((c for c in changes if c.record_id == record_id), None)
        if old is None:
            raise ReviewError(f"there is no threshold change number {record_id}", todo="Choose one of the list.")
        if old.bundle_sha256 != bundle_sha256:
            raise ReviewError(
                f"threshold change {record_id} was made for another bundle ({old.bundle_sha256[:12]})",
                todo="Scores of two bundles do not compare: set the threshold anew.",
            )
        if not reason.strip():
            raise ReviewError("going back needs a reason", todo="Write down why.")
        now = in_force(changes, bundle_sha256)
        assert now is not None
        if (now.value, now.upper) == (old.value, old.upper):
            raise ReviewError("this threshold is in force already", todo="Choose another one.")
        change = replace(
            old,
            before=now.value,
            operator=self._operator,
            role=self._role,
            station=self._station,
            changed_at=self._clock(),
            reason=reason.strip(),
            returns_to=record_id,
            app_version=__version__,
        )
        return self._store.add_threshold_change(change)
