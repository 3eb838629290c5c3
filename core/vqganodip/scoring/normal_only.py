"""Score and threshold of a product without known defects, on normal boards alone.

The score is the highest log odds of the segmentation network on a linear scale from 0 to 1: 0.5 means even odds. No
classifier can be fitted without defects. The threshold is the next ten-thousandth above the highest score of the
normal boards, each scored by a reference made without it. Nothing is known about misses; what holds is a bound of the
flag rate.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from vqganodip.errors import BundleError, Message, ScoringError, message
from vqganodip.records import MetricRow
from vqganodip.statistics import clopper_pearson

__all__ = ["EVIDENCE", "NORMAL_ONLY", "EvidenceScorer", "flag_rate_bound", "normal_threshold", "promise", "rule_note"]

EVIDENCE: Final = "foreign.image.evidence.max"
"""Column of the metric row that is the score."""

NORMAL_ONLY: Final = "normal boards only"
"""Name of the rule in the bundle's threshold."""

_FORMAT: Final = 1

_STEP: Final = 1e-4
"""Step of the thresholds: a threshold with all its digits could be neither read nor typed."""


@dataclass(frozen=True, slots=True)
class EvidenceScorer:
    """Scorer that gives the evidence of the segmentation network, for bundles without known defects.

    Attributes:
        low: Log odds at which the score is 0.
        high: Log odds at which the score is 1.
    """

    low: float
    high: float

    @property
    def names(self) -> tuple[str, ...]:
        """The metric that is the score."""
        return (EVIDENCE,)

    @property
    def needed(self) -> frozenset[str]:
        """The metric that is the score."""
        return frozenset(self.names)

    def score(self, row: MetricRow) -> float:
        """Score of a board in [0, 1]; ScoringError if the row has no such metric or it is not finite."""
        return self.score_odds(dict(zip(row.names, row.values.tolist(), strict=True)).get(EVIDENCE, math.nan))

    def score_odds(self, odds: float) -> float:
        """Score in [0, 1] of a board from its highest log odds.

        Raises:
            ScoringError: They are not finite.
        """
        if not math.isfinite(odds):
            raise ScoringError(
                "metric-row-not-a-number",
                "{name} is not a number",
                where=message("place-metric-row", "metric row"),
                todo="Inspect the image again.",
                name=EVIDENCE,
            )
        return (min(max(odds, self.low), self.high) - self.low) / (self.high - self.low)

    def dumps(self) -> bytes:
        """Serialise the scorer."""
        return json.dumps({"format": _FORMAT, "column": EVIDENCE, "scale": [self.low, self.high]}).encode()

    @classmethod
    def loads(cls, data: bytes, where: Path) -> EvidenceScorer:
        """Read what :meth:`dumps` wrote; BundleError if it does not fit this version."""
        try:
            value: Any = json.loads(data)
            low, high = (float(end) for end in value["scale"])
            if (value["format"], value["column"]) == (_FORMAT, EVIDENCE) and -math.inf < low < high < math.inf:
                return cls(low, high)
        except (ValueError, KeyError, TypeError):
            pass
        raise BundleError(
            "evidence-scorer-unknown",
            "the score of this bundle is unknown to this version",
            where=where,
            todo="Update the application, or train the bundle again.",
        )


def normal_threshold(scores: Sequence[float]) -> float:
    """Next ten-thousandth above the highest of these scores: none of these boards is flagged.

    Raises:
        ScoringError: No score, or one that is not finite.
    """
    values = np.asarray(scores, np.float64)
    if not values.size or not np.isfinite(values).all():
        raise ScoringError(
            "normal-scores-missing",
            "there are no scores of normal boards",
            where=message("place-threshold", "threshold"),
            todo="Give normal boards.",
        )
    highest = float(values.max())
    step = round(math.floor(highest / _STEP + 1) * _STEP, 4)
    return max(min(step, 1.0), float(np.nextafter(highest, np.inf)))


def flag_rate_bound(boards: int, confidence: float = 0.95, *, flagged: int = 0) -> float:
    """Largest share of normal boards that such a threshold flags, with this confidence: 13.9 % for 20 boards at 95 %.

    The threshold lies at an order statistic of ``boards`` scores and flags ``flagged`` of them, so the bound is the
    tolerance limit of Wilks (1941). It holds for boards of the same kind as these, and as far as a board's score does
    not depend on its own reference.

    Raises:
        StatisticsError: No board, more flagged boards than boards, or confidence outside (0, 1).
    """
    return clopper_pearson(flagged, boards, confidence, one_sided=True).high


def promise(boards: int, flagged: int = 0) -> Message:
    """State the promise of a threshold on normal boards alone: its highest flag rate, and nothing about misses.

    Args:
        boards: Normal boards it was set on.
        flagged: Those of them that it flags.

    Raises:
        StatisticsError: No board, or more flagged boards than boards.
    """
    rate = flag_rate_bound(boards, flagged=flagged)
    if flagged:
        return message(
            "normal-only-promise-flagged",
            "The threshold flags {flagged:,} of {count:normal board|normal boards}: at most {rate:.1%} of good boards "
            "like these, of the same product, camera and light, will be flagged (95 % confidence). It was set without "
            "known defects, so nothing is promised about missed defects.",
            flagged=flagged,
            count=boards,
            rate=rate,
        )
    return message(
        "at-once-promise",
        "The threshold flags none of the {count:normal board|normal boards}: at most {rate:.1%} of good boards like "
        "these, of the same product, camera and light, will be flagged (95 % confidence). It was set without known "
        "defects, so nothing is promised about missed defects.",
        count=boards,
        rate=rate,
    )


def rule_note() -> Message:
    """Note for results whose threshold was set by this rule, where the boards it was set on are not at hand."""
    return message(
        "normal-only-note",
        "The threshold was set on normal boards only: nothing is promised about missed defects.",
    )
