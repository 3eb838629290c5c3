"""Score and threshold of a product without known defects, on normal boards alone.

The score is the highest log odds of the segmentation network on a linear scale from 0 to 1: 0.5 means even odds. No
classifier can be fitted without defects. The threshold lies just above the highest score of the normal boards, each
scored by a reference made without it. Nothing is known about misses; what holds is a bound of the flag rate.
"""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import numpy as np

from vqganodip.errors import BundleError, ScoringError, message
from vqganodip.records import MetricRow
from vqganodip.statistics import clopper_pearson

__all__ = ["EVIDENCE", "NORMAL_ONLY", "EvidenceScorer", "flag_rate_bound", "normal_threshold"]

EVIDENCE: Final = "foreign.image.evidence.max"
"""Column of the metric row that is the score."""

NORMAL_ONLY: Final = "normal boards only"
"""Name of the rule in the bundle's threshold."""

_FORMAT: Final = 1


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
    """Threshold just above the highest of these scores: none of these boards is flagged.

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
    return float(np.nextafter(values.max(), np.inf))


def flag_rate_bound(boards: int, confidence: float = 0.95) -> float:
    """Largest share of normal boards that such a threshold flags, with this confidence: 13.9 % for 20 boards at 95 %.

    The threshold lies at the highest of ``boards`` scores, so the bound is the tolerance limit of Wilks (1941). It
    holds for boards of the same kind as these, and as far as a board's score does not depend on its own reference.

    Raises:
        StatisticsError: No board, or confidence outside (0, 1).
    """
    return clopper_pearson(0, boards, confidence, one_sided=True).high
