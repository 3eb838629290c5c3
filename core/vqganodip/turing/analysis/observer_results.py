"""Results of each observer, with p values corrected for the number of observers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

import numpy as np

from vqganodip.errors import Message
from vqganodip.statistics import Interval, binomial_p, clopper_pearson, holm, wilson
from vqganodip.turing.analysis.observations import SessionAnswers
from vqganodip.turing.analysis.observer_group import exact_tost_range
from vqganodip.turing.analysis.rates import Answers, SignalDetection, signal_detection

__all__ = ["OUTLIER_Z", "ObserverResult", "observer_results", "outlier_z"]

OUTLIER_Z = 3.0
"""Distance from the other observers, in their standard deviations, beyond which a report names an outlier."""


@dataclass(frozen=True, slots=True)
class ObserverResult:
    """Result of one observer, a bar of Figure 9 of the paper. The signal is *fake*.

    Attributes:
        participant: Id such as ``P001``.
        session: Session id such as ``01``.
        list_id: ``A`` or ``B``.
        answers: Counts of the answers.
        missing: Number of planned trials without a valid answer.
        planned: Number of planned trials.
        accuracy: Classification rate in [0, 1].
        exact: Clopper–Pearson interval at 1 − α.
        score: Wilson interval at 1 − α.
        p: Exact two-sided binomial p value against 50 %.
        p_holm: Likewise, corrected over the observers (Holm).
        sensitivity: Share of fakes answered "fake", with its exact interval; None without an answered fake.
        specificity: Share of reals answered "real", with its exact interval; None without an answered real.
        fisher_p: p value of Fisher's exact test of answer against truth, valid under any response bias.
        signal: d′ and criterion; None if undefined.
        equivalent: True if this observer alone passes the exact equivalence test at the margin.
        outlier_z: Distance from the other observers in their standard deviations; None for fewer than three observers.
        median_rt_s: Median response time of the valid answers.
        flags: Remarks that readers of the report need.
    """

    participant: str
    session: str
    list_id: str
    answers: Answers
    missing: int
    planned: int
    accuracy: float
    exact: Interval
    score: Interval
    p: float
    p_holm: float
    sensitivity: tuple[float, Interval] | None
    specificity: tuple[float, Interval] | None
    fisher_p: float
    signal: SignalDetection | None
    equivalent: bool
    outlier_z: float | None
    median_rt_s: float | None
    flags: tuple[Message, ...]

    @property
    def outlier(self) -> bool:
        """True for an outlier, which reports name but never exclude."""
        return self.outlier_z is not None and abs(self.outlier_z) > OUTLIER_Z


def observer_results(sessions: Sequence[SessionAnswers], margin: float, alpha: float) -> tuple[ObserverResult, ...]:
    """Compute the result of each observer, in the given order.

    Args:
        sessions: Sessions, each with at least one valid answer.
        margin: Margin of the equivalence test, in (0, 0.5).
        alpha: Significance level of all intervals and tests.
    """
    singles = [_single_result(one, margin, alpha) for one in sessions]
    corrected = holm([one.p for one in singles])
    distances = outlier_z([one.accuracy for one in singles])
    return tuple(replace(one, p_holm=p, outlier_z=z) for one, p, z in zip(singles, corrected, distances, strict=True))


def outlier_z(rates: Sequence[float]) -> tuple[float | None, ...]:
    """Compute the distance of each rate from the mean of the others, in standard deviations of a new observation.

    (x − mean of the others) / (their SD · √(1 + 1/(R − 1))). None for fewer than three observers, or if the others are
    all equal.
    """
    values = np.asarray(rates, np.float64)
    distances: list[float | None] = []
    for index in range(len(values)):
        others = np.delete(values, index)
        spread = float(others.std(ddof=1)) if len(others) > 1 else 0.0
        if spread == 0.0:
            distances.append(None)
        else:
            distances.append(float((values[index] - others.mean()) / (spread * np.sqrt(1 + 1 / len(others)))))
    return tuple(distances)


def _single_result(one: SessionAnswers, margin: float, alpha: float) -> ObserverResult:
    from scipy.stats import fisher_exact

    answers, confidence = one.answers(), 1.0 - alpha
    n, k = answers.answered, answers.correct
    passing = exact_tost_range(n, margin, alpha)
    times = [trial.rt_s for trial in one.trials if trial.rt_s is not None]
    table = [[answers.hits, answers.misses], [answers.false_alarms, answers.correct_rejections]]
    return ObserverResult(
        participant=one.participant,
        session=one.session,
        list_id=one.list_id,
        answers=answers,
        missing=one.missing,
        planned=int(one.record["trials"]["planned"]),
        accuracy=answers.accuracy,
        exact=clopper_pearson(k, n, confidence),
        score=wilson(k, n, confidence),
        p=binomial_p(k, n),
        p_holm=1.0,
        sensitivity=_rate(answers.hits, answers.fakes, confidence),
        specificity=_rate(answers.correct_rejections, answers.reals, confidence),
        fisher_p=float(fisher_exact(table).pvalue),
        signal=signal_detection(answers) if answers.fakes and answers.reals else None,
        equivalent=passing is not None and passing[0] <= k <= passing[1],
        outlier_z=None,
        median_rt_s=float(np.median(times)) if times else None,
        flags=one.flags,
    )


def _rate(k: int, n: int, confidence: float) -> tuple[float, Interval] | None:
    return (k / n, clopper_pearson(k, n, confidence)) if n else None
