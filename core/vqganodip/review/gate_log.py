"""Levels of gates: who put which gate to which level and why, and its fall back to shadow after an NG.

Every change is an entry of the audit trail. Only quality raises a level; everyone who judges may go back to shadow. A
gate filters only if it was judged on enough confirmed defects and cleared none. One NG on a board that it clears puts
it back to shadow at once.
"""

from __future__ import annotations

import math
import secrets
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import timedelta
from typing import Final, Protocol

from vqganodip.errors import Message, ReviewError, message
from vqganodip.records import GateLevel, GateOpinion
from vqganodip.review.accounts import Permission, require
from vqganodip.review.judgments import Judgment, JudgmentKind
from vqganodip.scoring.region_gate import LEAST_DEFECTS, GateReport

__all__ = [
    "BLIND_SHARE",
    "GateChange",
    "GateLog",
    "GateStore",
    "falls_back",
    "gate_in_force",
    "why_no_filter",
]

BLIND_SHARE: Final = 0.05
"""Default share of the boards that a gate clears which go to a person all the same, unmarked."""

LONGEST_WITHOUT_CHECK: Final = timedelta(hours=1)
"""At least one of the boards that a gate clears goes to a person in this time."""


@dataclass(frozen=True, slots=True)
class GateChange:
    """A gate put to a level.

    Attributes:
        bundle_sha256: The model whose boards it is about.
        gate: Hash of the gate.
        level: Its level from now on.
        share: Share of the boards it clears that go to a person, in (0, 1].
        seed: Seed of the choice of these boards.
        report: What it did on boards that it had not learned from.
        reason: Why; empty if none was given.
        operator: Who put it there; empty if it fell back by itself.
        role: Their role.
        station: Their station.
        board: Number of the board whose NG made it fall back; 0 otherwise.
        record_id: Number of the entry of the audit trail; 0 before it is stored.
        changed_at: When, ISO 8601 in UTC; given by the store.
    """

    bundle_sha256: str
    gate: str
    level: GateLevel
    share: float
    seed: int
    report: GateReport
    reason: str = ""
    operator: str = ""
    role: str = ""
    station: str = ""
    board: int = 0
    record_id: int = 0
    changed_at: str = ""

    @property
    def alarm(self) -> Message | None:
        """The alarm that the gate fell back; None if a person put it to its level."""
        if not self.board:
            return None
        return message(
            "gate-fell-back",
            "Board number {board}, which the gate {gate} clears, was judged NG: the gate is back to shadow.",
            board=self.board,
            gate=self.gate[:12],
        )


class GateStore(Protocol):
    """The part of a repository that stores the levels of gates. A method that returns has written to disk."""

    def gate_changes(self, bundle_sha256: str) -> Sequence[GateChange]:
        """All changes for a model, oldest first."""

    def add_gate_change(self, change: GateChange) -> GateChange:
        """Append a change as an entry of the audit trail, and return it with its number and time."""


def gate_in_force(changes: Sequence[GateChange]) -> GateChange | None:
    """The newest change; None while there is no gate."""
    return changes[-1] if changes else None


def falls_back(change: GateChange | None, opinion: GateOpinion | None, judgment: Judgment) -> GateChange | None:
    """The change that a judgment causes: NG on a board that the gate in force clears puts it back to shadow.

    Args:
        change: The change in force for the board's model.
        opinion: Opinion of a gate on the board.
        judgment: The new judgment, open or blind.
    """
    if change is None or opinion is None or judgment.kind is not JudgmentKind.NG:
        return None
    if change.level is GateLevel.SHADOW or not opinion.clears or opinion.gate != change.gate:
        return None
    return replace(
        change,
        level=GateLevel.SHADOW,
        reason="",
        operator="",
        role="",
        station=judgment.station,
        board=judgment.item_id,
        record_id=0,
        changed_at="",
    )


def why_no_filter(report: GateReport) -> Message | None:
    """Reason against the level filter; None without one."""
    if report.defects < LEAST_DEFECTS:
        return message(
            "gate-too-few-defects",
            "not yet: {known} of {least} confirmed defects",
            known=report.defects,
            least=LEAST_DEFECTS,
        )
    if report.cleared:
        return message(
            "gate-cleared-defects",
            "it cleared {cleared} of {known} known defects that it had not learned from",
            cleared=report.cleared,
            known=report.defects,
        )
    return None


class GateLog:
    """Log of the levels of gates: every change is recorded.

    Args:
        store: Where the changes are stored.
        bundle_sha256: The model.
        operator: Name of the person who acts.
        role: Their role; empty at an open station.
        station: Name of the station.
    """

    def __init__(
        self, store: GateStore, bundle_sha256: str, *, operator: str, role: str = "", station: str = ""
    ) -> None:
        self._store, self._bundle = store, bundle_sha256
        self._operator, self._role, self._station = operator.strip(), role, station

    def activate(
        self, gate: str, report: GateReport, level: GateLevel, *, reason: str, share: float = BLIND_SHARE
    ) -> GateChange:
        """Put a gate to a level, from the next board on.

        Args:
            gate: Hash of the gate.
            report: What it did on boards that it had not learned from; part of the record.
            level: The level.
            reason: Why; not empty.
            share: Share of the boards it clears that go to a person, in (0, 1].

        Raises:
            ReviewError: The role is not quality, no one is registered, name or reason is missing, the share is out of
                range, or the gate may not filter.
        """
        if not self._role:
            raise ReviewError(
                "gate-needs-log-in",
                "a gate is put into force by quality, and no one is registered here",
                todo="Register people with their roles, and log in.",
            )
        require(self._role, Permission.SET_GATE)
        if not self._operator:
            raise ReviewError("gate-name-missing", "the level of a gate needs a name", todo="Enter who sets it.")
        if not reason.strip():
            raise ReviewError("gate-reason-missing", "no reason is given", todo="Write down why.")
        if not (math.isfinite(share) and 0 < share <= 1):
            raise ReviewError(
                "gate-share-out-of-range",
                "a share of {share} for blind checks",
                todo="Give a number above 0, 1 at most.",
                share=share,
            )
        against = why_no_filter(report) if level is GateLevel.FILTER else None
        if against is not None:
            raise ReviewError(
                "gate-may-not-filter",
                "the gate may not filter: {why}",
                todo="Use it in shadow or advice, and let people confirm more boards.",
                why=against,
            )
        change = GateChange(
            bundle_sha256=self._bundle,
            gate=gate,
            level=level,
            share=share,
            seed=secrets.randbits(48) | 1,
            report=report,
            reason=reason.strip(),
            operator=self._operator,
            role=self._role,
            station=self._station,
        )
        return self._store.add_gate_change(change)

    def back_to_shadow(self, reason: str = "") -> GateChange:
        """Put the gate in force back to shadow, from the next board on; everyone who judges may do it.

        Raises:
            ReviewError: The role may not judge, or no gate is above shadow.
        """
        require(self._role, Permission.JUDGE)
        change = gate_in_force(self._store.gate_changes(self._bundle))
        if change is None or change.level is GateLevel.SHADOW:
            raise ReviewError("gate-in-shadow", "no gate is above shadow", todo="There is nothing to take back.")
        return self._store.add_gate_change(
            replace(
                change,
                level=GateLevel.SHADOW,
                reason=reason.strip(),
                operator=self._operator,
                role=self._role,
                station=self._station,
                board=0,
                record_id=0,
                changed_at="",
            )
        )
