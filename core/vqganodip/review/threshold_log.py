"""Audit trail of the active threshold: who changed it, when, from which value to which, and why.

A change is a signed record. It names the bundle and the calibration it was chosen on and contains the hash of the
previous change, as judgments do, so that tampering is detectable. Records are never edited; going back to an earlier
threshold is a new change. A threshold applies only to the bundle it was set for: scores of two bundles do not compare.
"""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from typing import Final, Protocol

import numpy as np
from numpy.typing import NDArray

from vqganodip import __version__
from vqganodip.errors import ReviewError
from vqganodip.review.accounts import Permission, require
from vqganodip.scoring.normal_only import NORMAL_ONLY, normal_threshold
from vqganodip.scoring.threshold import confusion, zfn_threshold
from vqganodip.scoring.verdict import Thresholds
from vqganodip.types import FloatArray

__all__ = [
    "KNOWN_DEFECTS",
    "Application",
    "Applied",
    "CalibrationScores",
    "ThresholdChange",
    "ThresholdLog",
    "ThresholdStore",
    "active_change",
]

KNOWN_DEFECTS: Final = "known defects"
"""Rule of a threshold that was chosen on labelled boards, with defects among them."""

_LONGEST_REASON: Final = 2000


@dataclass(frozen=True, slots=True)
class ThresholdChange:
    """One activation of a threshold. The field names are part of the hash and of the database.

    Attributes:
        value: ``Thresholds.flag_from``, in [0, 1].
        upper: ``Thresholds.doubtful_until``; None without a doubtful band.
        before: The previous threshold; None if it was the bundle's own.
        calibrated: The zero-false-negative threshold of the calibration; without known defects, the one above all of
            its normal boards.
        missed: Number of known defects of the calibration below ``value``; 0 also where none is known.
        operator: Name of the person who changed it.
        role: Their role; empty at an open station.
        station: Name of the station.
        changed_at: Time of the change, with its zone.
        reason: Reason; never empty if known defects are missed, or if none is known.
        bundle_sha256: The bundle it applies to.
        data_sha256: The calibration it was chosen on.
        returns_to: Number of the change that it goes back to; None otherwise.
        rule: ``known defects`` or ``normal boards only``: what the threshold was chosen on. Empty in records of
            earlier versions, which do not state it.
        app_version: Version of the program that wrote it.
        record_id: Number of the change, counted from 1.
        prev_hash: Hash of the previous change; empty for the first.
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
    rule: str = ""
    app_version: str = __version__
    record_id: int = 0
    prev_hash: str = ""
    row_hash: str = ""

    @property
    def thresholds(self) -> Thresholds:
        """The thresholds applied to boards while this change is active."""
        return Thresholds(self.value, self.upper)


@dataclass(frozen=True, slots=True)
class Applied:
    """Effect of applying a threshold to the unjudged boards of its bundle.

    Attributes:
        boards: Number of unjudged boards with another threshold.
        passed: Those of them that are no longer flagged.
        flagged: Those of them that are flagged now and were not before.
    """

    boards: int
    passed: int
    flagged: int


@dataclass(frozen=True, slots=True)
class Application:
    """A record of thresholds that were applied to boards that waited.

    Attributes:
        change: Number of the change that put the thresholds into force.
        bundle_sha256: The bundle that scored the boards.
        thresholds: The thresholds.
        flagged: Number of the boards that they flag.
        passed: Number of the boards that they do not flag.
        operator: Who applied them.
        applied_at: When, with time zone.
    """

    change: int
    bundle_sha256: str
    thresholds: Thresholds
    flagged: int
    passed: int
    operator: str
    applied_at: datetime


class ThresholdStore(Protocol):
    """The part of a repository that stores threshold changes. A method that returns has written to disk."""

    def threshold_changes(self) -> Sequence[ThresholdChange]:
        """All changes, oldest first."""

    def add_threshold_change(self, change: ThresholdChange) -> ThresholdChange:
        """Append a change and return it with its number and hashes."""

    def waiting_for_threshold(self, change: ThresholdChange) -> Applied:
        """Count the unjudged boards that applying a change would alter; nothing is written."""

    def apply_threshold(self, change: ThresholdChange, operator: str) -> Applied:
        """Give the unjudged boards of the bundle these thresholds and the verdict that follows, with an entry of the
        audit trail that names them; nothing if none has another threshold. Scores never change."""


class CalibrationScores(Protocol):
    """The labelled scores that a threshold is chosen on."""

    @property
    def scores(self) -> FloatArray:
        """float64 N, the score of each calibration image while it was left out."""

    @property
    def labels(self) -> NDArray[np.int64]:
        """int64 N, 1 for defective."""

    @property
    def tolerance(self) -> float:
        """Distance that a threshold keeps below the lowest known defect, for other kinds of processors."""

    @property
    def bundle_sha256(self) -> str:
        """Hash of the bundle."""

    @property
    def data_sha256(self) -> str:
        """Hash of the scores."""


def active_change(changes: Sequence[ThresholdChange], bundle_sha256: str) -> ThresholdChange | None:
    """The newest change made for this bundle; None while the bundle's own threshold applies."""
    return next((c for c in reversed(changes) if c.bundle_sha256 == bundle_sha256), None)


class ThresholdLog:
    """Activates thresholds and records every change.

    Args:
        store: Where the changes are stored.
        operator: Name of the person who acts.
        role: Their role; empty at an open station.
        station: Name of the station.
        clock: Source of the current time; replaced in tests.
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
        """All changes, oldest first."""
        return self._store.threshold_changes()

    def activate(self, thresholds: Thresholds, calibration: CalibrationScores, *, reason: str = "") -> ThresholdChange:
        """Change the thresholds, starting with the next board.

        The number of known defects that they miss is counted here, on the calibration's own scores.

        Args:
            thresholds: The new thresholds, in [0, 1].
            calibration: The scores they were chosen on; also names the bundle.
            reason: Required if known defects are missed, or if none is known.

        Raises:
            ReviewError: The role lacks the permission, the operator is unnamed, a threshold is out of range, a required
                reason is missing, or nothing would change.
            ScoringError: The calibration holds no normal image.
        """
        require(self._role, Permission.SET_THRESHOLD)
        if not self._operator:
            raise ReviewError("threshold-name-missing", "a threshold needs a name", todo="Enter who changes it.")
        value, upper = thresholds.flag_from, thresholds.doubtful_until
        if not (math.isfinite(value) and 0 <= value <= 1):
            raise ReviewError(
                "threshold-out-of-range", "a threshold of {value}", todo="Give a score from 0 to 1.", value=value
            )
        if upper is not None and not (math.isfinite(upper) and value < upper <= 1):
            raise ReviewError(
                "threshold-band-invalid",
                "a doubtful band up to {value}",
                todo="End it above the threshold, at 1 at most.",
                value=upper,
            )
        missed = confusion(calibration.scores, calibration.labels, value).fn
        if missed and not reason.strip():
            raise ReviewError(
                "threshold-reason-missing",
                "{missed:known defect|known defects} would be missed and no reason is given",
                todo="Write down why, or lower it.",
                missed=missed,
            )
        if not calibration.labels.any() and not reason.strip():
            raise ReviewError(
                "threshold-reason-missing-normal-only",
                "no defect is known, so it is unknown what this threshold misses, and no reason is given",
                todo="Write down why.",
            )
        if len(reason) > _LONGEST_REASON:
            raise ReviewError(
                "threshold-reason-too-long",
                "the reason is too long",
                todo="Use at most {most} characters.",
                most=_LONGEST_REASON,
            )
        now = active_change(self._store.threshold_changes(), calibration.bundle_sha256)
        if now is not None and now.thresholds == thresholds:
            raise ReviewError(
                "threshold-already-active", "this threshold is in force already", todo="Move the line, or leave it."
            )
        change = ThresholdChange(
            value=value,
            upper=upper,
            before=now.value if now else None,
            calibrated=_calibrated(calibration),
            missed=missed,
            operator=self._operator,
            role=self._role,
            station=self._station,
            changed_at=self._clock(),
            reason=reason.strip(),
            bundle_sha256=calibration.bundle_sha256,
            data_sha256=calibration.data_sha256,
            rule=KNOWN_DEFECTS if calibration.labels.any() else NORMAL_ONLY,
        )
        return self._store.add_threshold_change(change)

    def go_back(self, record_id: int, *, bundle_sha256: str, reason: str) -> ThresholdChange:
        """Activate the thresholds of an earlier change again, as a new change.

        Raises:
            ReviewError: The role lacks the permission, there is no such change, it was made for another bundle, it is
                active already, or no reason is given.
        """
        require(self._role, Permission.SET_THRESHOLD)
        changes = self._store.threshold_changes()
        old = next((c for c in changes if c.record_id == record_id), None)
        if old is None:
            raise ReviewError(
                "threshold-change-unknown",
                "there is no threshold change number {number}",
                todo="Choose one of the list.",
                number=record_id,
            )
        if old.bundle_sha256 != bundle_sha256:
            raise ReviewError(
                "threshold-change-of-other-bundle",
                "threshold change {number} was made for another bundle ({bundle})",
                todo="Scores of two bundles do not compare: set the threshold again.",
                number=record_id,
                bundle=old.bundle_sha256[:12],
            )
        if not reason.strip():
            raise ReviewError("threshold-return-reason-missing", "going back needs a reason", todo="Write down why.")
        now = active_change(changes, bundle_sha256)
        assert now is not None
        if now.thresholds == old.thresholds:
            raise ReviewError(
                "threshold-return-already-active", "this threshold is in force already", todo="Choose another one."
            )
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

    def apply_to_waiting(self, bundle_sha256: str) -> Applied:
        """Apply the active change of a bundle to its unjudged boards, as a record of the audit trail.

        Raises:
            ReviewError: The role lacks the permission, the operator is unnamed, or no threshold was put into force for
                the bundle.
        """
        require(self._role, Permission.SET_THRESHOLD)
        if not self._operator:
            raise ReviewError("threshold-name-missing", "a threshold needs a name", todo="Enter who changes it.")
        change = active_change(self._store.threshold_changes(), bundle_sha256)
        if change is None:
            raise ReviewError(
                "threshold-none-in-force",
                "no threshold was put into force for this bundle",
                todo="Activate one first.",
            )
        return self._store.apply_threshold(change, self._operator)


def _calibrated(calibration: CalibrationScores) -> float:
    """Threshold that the calibration itself sets, by its rule."""
    if not calibration.labels.any():
        return normal_threshold(calibration.scores.tolist())
    return zfn_threshold(calibration.scores, calibration.labels, calibration.tolerance).value
