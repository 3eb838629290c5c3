"""Words about gates: what a gate did on boards it had not learned from, and why it clears a region."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from vqganodip.errors import Message, message
from vqganodip.number_format import rounded_up

if TYPE_CHECKING:
    from vqganodip.records import RegionOpinion
    from vqganodip.scoring.region_gate import GateReport

__all__ = ["region_words", "report_words"]

_FAR: Final = 1e6
"""A distance from which on no number is stated."""


def report_words(report: GateReport) -> Message:
    """``spares 41 of 60 looks; cleared 0 of 150 known defects, at most 2.0 % with 95 %``, and what does not count."""
    words = message(
        "gate-report",
        "spares {spared:,} of {looks:look|looks}; cleared {cleared:,} of {defects:known defect|known defects}, "
        "at most {bound:.1f} % with 95 %",
        spared=report.spared,
        looks=report.looks,
        cleared=report.cleared,
        defects=report.defects,
        bound=float(rounded_up(100 * report.bound, 1)),
    )
    if not report.unflagged:
        return words
    return message(
        "gate-report-below",
        "{report}; {unflagged:known defect|known defects} below the threshold {threshold:.4f} not counted",
        report=words,
        unflagged=report.unflagged,
        threshold=report.from_score,
    )


def region_words(one: RegionOpinion) -> Message:
    """Rejected regions that a region is like, the share of trees that see a defect, and the nearest known defect."""
    alike = message("gate-like-none", "like no rejected region in particular")
    if one.alike:
        alike = message("gate-like", "like {count:rejected region|rejected regions}", count=one.alike)
    if one.alike and one.alike_here:
        alike = message(
            "gate-like-here",
            "like {count:rejected region|rejected regions}, {here:,} of them at this place",
            count=one.alike,
            here=one.alike_here,
        )
    far = message("gate-far", "far from every known defect")
    if one.distance < _FAR:
        far = message(
            "gate-distance", "{distance:.1f} usual distances from the nearest known defect", distance=one.distance
        )
    return message(
        "gate-region",
        "{alike}; {share:.1f} % of the trees see a defect; {far}",
        alike=alike,
        share=100 * one.share,
        far=far,
    )
