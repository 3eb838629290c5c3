"""Advice of a gate on the regions of a board, as far as the person who judges it may see it."""

from __future__ import annotations

from dataclasses import replace

from vqganodip.records import GateLevel, Inspection, RegionOpinion

__all__ = ["advice", "advised"]


def advice(inspection: Inspection) -> tuple[RegionOpinion, ...]:
    """The opinions on the regions, in their order; empty if none may be seen.

    A gate in shadow shows nothing, and nothing tells a board that was drawn to check the gate from any other.
    """
    gate = inspection.gate
    if gate is None or gate.level is GateLevel.SHADOW or gate.drawn:
        return ()
    return gate.regions[: len(inspection.regions)]


def advised(inspection: Inspection) -> Inspection:
    """The inspection as it is shown: of the regions that stand out, those that the gate clears come last.

    Everything else stays: score, verdict, and the regions themselves. Exports have the machine's own order.
    """
    opinions = advice(inspection)
    shown = min(len(inspection.shown_regions), len(opinions))
    order = sorted(range(shown), key=lambda row: opinions[row].cleared)
    if inspection.gate is None or order == list(range(shown)):
        return inspection
    regions = tuple(inspection.regions[row] for row in order) + inspection.regions[shown:]
    of_regions = tuple(opinions[row] for row in order) + opinions[shown:]
    return replace(inspection, regions=regions, gate=replace(inspection.gate, regions=of_regions))
