"""Agreement of scores between kinds of processors, and the tolerance that a threshold keeps for it."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import Message, message
from vqganodip.scoring.threshold import lowered
from vqganodip.types import FloatArray

__all__ = [
    "LEFT_OUT",
    "CheckState",
    "ProcessorCheck",
    "boards_to_compare",
    "compared",
    "no_other",
    "processor_check_from",
]

_LEAST: Final = 1e-6
"""Smallest tolerance, also without a comparison: an inspection measures what its score needs, a fit everything, and so
may round the last digits of a board differently; scores that agree on a few boards may differ there on others."""


class CheckState(StrEnum):
    """Outcome of a comparison between kinds of processors."""

    MEASURED = "measured"
    LEFT_OUT = "left out"
    NO_OTHER = "no other instructions"


@dataclass(frozen=True, slots=True)
class ProcessorCheck:
    """Comparison of scores computed with all and with fewer instructions of the processor that a bundle was fitted on.

    Attributes:
        state: Outcome; all numbers but the tolerance are 0 unless it is ``measured``.
        instructions: Widest instructions of the processor, as torch names them.
        fewer: Widest instructions of the other computation.
        boards: Number of boards compared.
        largest: Largest difference of their scores.
        tolerance: Distance that the threshold keeps below the lowest known defect; at least ``largest``, and 0 in
            bundles of earlier versions that were not compared.
        changed: Names of the boards whose verdict differs at that threshold.
    """

    state: CheckState
    instructions: str = ""
    fewer: str = ""
    boards: int = 0
    largest: float = 0.0
    tolerance: float = 0.0
    changed: tuple[str, ...] = ()

    @property
    def warning(self) -> Message:
        """Sentence for a person who reads the report."""
        if self.state is CheckState.LEFT_OUT:
            return message(
                "report-processors-left-out",
                "Other kinds of processors were not measured: there a score may differ, and the known defect that sets "
                "the threshold may pass.",
            )
        if self.state is CheckState.NO_OTHER:
            return message(
                "report-processors-alike",
                "This processor ({instructions}) cannot compute as another kind does: there a score may differ, and "
                "the known defect that sets the threshold may pass.",
                instructions=self.instructions,
            )
        return message(
            "report-processors",
            "Computed with {fewer} instead of {instructions}, the scores of {boards} boards differ by at most "
            "{largest:.2g}; the threshold stays {tolerance:.2g} below the lowest known defect, so that none passes on "
            "either kind of processor. Other verdicts there: {changed} of {boards}.",
            fewer=self.fewer,
            instructions=self.instructions,
            boards=self.boards,
            largest=self.largest,
            tolerance=self.tolerance,
            changed=len(self.changed),
        )

    def to_json(self) -> dict[str, Any]:
        """The check as plain JSON values; :func:`processor_check_from` is the inverse."""
        return dataclasses.asdict(self) | {"changed": list(self.changed)}


LEFT_OUT: Final = ProcessorCheck(CheckState.LEFT_OUT, tolerance=_LEAST)


def no_other(instructions: str) -> ProcessorCheck:
    """The check of a processor that cannot compute as another kind does."""
    return ProcessorCheck(CheckState.NO_OTHER, instructions, tolerance=_LEAST)


def processor_check_from(values: Mapping[str, Any] | None) -> ProcessorCheck | None:
    """Read what :meth:`ProcessorCheck.to_json` wrote; None for bundles of earlier versions, which hold nothing."""
    if values is None:
        return None
    return ProcessorCheck(**{**values, "state": CheckState(values["state"]), "changed": tuple(values["changed"])})


def boards_to_compare(scores: FloatArray, labels: NDArray[np.int64], count: int) -> tuple[int, ...]:
    """Indices of the boards that decide: half are the lowest known defects, half those nearest to the lowest of them.

    Args:
        scores: float64 N, held-out scores.
        labels: int64 N, 1 for defective.
        count: Number of boards; all if there are fewer.
    """
    defects = np.flatnonzero(labels)
    lowest = defects[np.argsort(scores[defects], kind="stable")][: count // 2]
    others = np.setdiff1d(np.arange(len(scores)), lowest)
    nearest = others[np.argsort(np.abs(scores[others] - scores[lowest[0]]), kind="stable")]
    return tuple(int(i) for i in (*lowest, *nearest[: count - len(lowest)]))


def compared(
    names: Sequence[str], full: FloatArray, fewer: FloatArray, lowest_defect: float, *, instructions: tuple[str, str]
) -> ProcessorCheck:
    """Compare the scores of the same boards under two sets of instructions.

    Args:
        names: N names of the boards.
        full: float64 N, scores with all instructions.
        fewer: float64 N, scores with fewer.
        lowest_defect: Held-out score of the lowest known defect.
        instructions: Names of both sets.
    """
    largest = float(np.abs(full - fewer).max())
    tolerance = max(largest, _LEAST)
    threshold = lowered(lowest_defect, tolerance)
    differ = np.flatnonzero((full >= threshold) != (fewer >= threshold))
    changed = tuple(names[int(i)] for i in differ)
    return ProcessorCheck(CheckState.MEASURED, *instructions, len(names), largest, tolerance, changed)
