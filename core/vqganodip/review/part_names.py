"""Names of the parts that regions lie on, by the placements in force in a workspace."""

from __future__ import annotations

from typing import Protocol

from vqganodip.placement.parts import PlacedPart
from vqganodip.placement.record import BoardParts, PlacementRecord
from vqganodip.records import Inspection
from vqganodip.types import Box

__all__ = ["PartNames", "PlacementSource"]


class PlacementSource(Protocol):
    """The part of a repository that names parts."""

    def placement(self, bundle_sha256: str) -> PlacementRecord | None: ...


class PartNames:
    """Parts of the models of a workspace; each placement is read once."""

    def __init__(self, source: PlacementSource) -> None:
        self._source = source
        self._known: dict[str, BoardParts | None] = {}

    def of(self, bundle_sha256: str) -> BoardParts | None:
        """The parts of a model; None without a placement."""
        if bundle_sha256 not in self._known:
            record = self._source.placement(bundle_sha256)
            self._known[bundle_sha256] = None if record is None else BoardParts(record)
        return self._known[bundle_sha256]

    def at(self, inspection: Inspection, region: Box) -> PlacedPart | None:
        """The part that a region of an inspection lies on; None without a placement, or where there is none near."""
        parts = self.of(inspection.bundle_sha256)
        return None if parts is None else parts.at(region, inspection.grid)
