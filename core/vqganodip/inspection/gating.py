"""The gate in force, applied to the boards of an inspection: its opinion is recorded, and it may pass flagged boards.

A board is cleared if the gate clears every region, the picture needs no warning, and the regions are described. Of the
boards that a gate in advice or filter clears, a random share goes to a person like any other flagged board, and at
least one an hour.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from typing import Protocol

from vqganodip.errors import Message, VqganodipError, message
from vqganodip.records import GateLevel, GateOpinion, Inspection, RegionDescriptors, Verdict
from vqganodip.review.gate_log import LONGEST_WITHOUT_CHECK, GateChange, gate_in_force
from vqganodip.review.rules import draw
from vqganodip.scoring.region_gate import RegionGate
from vqganodip.store.gates import GateFiles

__all__ = ["GateInForce", "GateChanges"]


class GateChanges(Protocol):
    """The part of a repository that the levels of gates are read from."""

    def gate_changes(self, bundle_sha256: str) -> Sequence[GateChange]: ...


class GateInForce:
    """Applies the gate in force to boards, one after the other; its level is read again before each board.

    Args:
        changes: Repository with the levels.
        files: The gates.
        bundle_sha256: The model that inspects.
    """

    def __init__(self, changes: GateChanges, files: GateFiles, bundle_sha256: str) -> None:
        self._changes, self._files, self._bundle = changes, files, bundle_sha256
        self._loaded: tuple[str, RegionGate | None] = ("", None)
        self._checked: tuple[str, datetime] | None = None
        self._told = self._newest()
        self._news: list[Message] = []

    def apply(self, inspection: Inspection, described: RegionDescriptors | None) -> Inspection:
        """The inspection with the opinion of the gate in force, and ``pass`` if the gate filters and clears the board.

        Args:
            inspection: A board with its verdict.
            described: Descriptors of its regions; None for products in free position, which no gate clears.

        Raises:
            StoreError: The levels cannot be read.
        """
        change = self._newest()
        if change is None or inspection.verdict is not Verdict.REVIEW:
            return inspection
        gate = self._gate(change.gate)
        if gate is None or described is None:
            return inspection
        try:
            opinions = gate.opinions(described, len(inspection.shown_regions), inspection.score)
        except VqganodipError as error:
            self._lost(change.gate, error)
            return inspection
        clears = bool(opinions) and all(one.cleared for one in opinions) and not inspection.warnings
        drawn = clears and change.level is not GateLevel.SHADOW and self._draw(change, inspection)
        opinion = GateOpinion(change.gate, change.level, clears, drawn, opinions)
        judged = replace(inspection, gate=opinion)
        return replace(judged, verdict=Verdict.PASS) if judged.cleared_by else judged

    def news(self) -> list[Message]:
        """News since the last call: the gate fell back to shadow, or cannot be used."""
        newest = self._newest()
        before, self._told = self._told, newest
        alarm = newest.alarm if newest is not None and newest != before else None
        found, self._news = self._news, []
        return [*found, *([alarm] if alarm is not None else [])]

    def _newest(self) -> GateChange | None:
        return gate_in_force(self._changes.gate_changes(self._bundle))

    def _draw(self, change: GateChange, inspection: Inspection) -> bool:
        """True if a cleared board goes to a person; the first one after the start always does."""
        now = inspection.inspected_at
        due = self._checked is None or self._checked[0] != change.gate
        if self._checked is not None and not due:
            due = now - self._checked[1] >= LONGEST_WITHOUT_CHECK
        drawn = due or draw(change.seed, "gate", inspection.sha256) < change.share
        if drawn:
            self._checked = (change.gate, now)
        return drawn

    def _gate(self, name: str) -> RegionGate | None:
        if self._loaded[0] != name:
            try:
                gate = RegionGate.loads(self._files.read(name))
                self._loaded = (name, gate if gate.bundle_sha256 == self._bundle else None)
            except VqganodipError as error:
                self._lost(name, error)
        return self._loaded[1]

    def _lost(self, name: str, error: VqganodipError) -> None:
        """Continue without the gate, and report it once."""
        self._loaded = (name, None)
        self._news.append(
            message("gate-not-used", "The gate {gate} is not used: {error}.", gate=name[:12], error=str(error))
        )
