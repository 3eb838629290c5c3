"""Trends of the answers over a session: halves, slopes, repetitions and response times."""

from __future__ import annotations

import math
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import numpy as np

from vqganodip.statistics import Interval, t_interval
from vqganodip.turing.analysis.observations import ObservedTrial, SessionAnswers
from vqganodip.turing.analysis.rates import signal_detection

__all__ = ["Half", "OverObservers", "ResponseTime", "Trends", "over_observers", "trends"]

_TENTHS = 10


@dataclass(frozen=True, slots=True)
class OverObservers:
    """Mean of a statistic over observers.

    Attributes:
        mean: Mean over the observers with a value.
        interval: t interval at 1 − α; None for fewer than two observers, or if all values are the same.
        p: p value of the t test against 0; None likewise.
        observers: Number of observers with a value.
    """

    mean: float
    interval: Interval | None
    p: float | None
    observers: int


@dataclass(frozen=True, slots=True)
class Half:
    """Rate and d′ of an observer before and after the break; None without answers."""

    participant: str
    accuracy: tuple[float | None, float | None]
    d_prime: tuple[float | None, float | None]


@dataclass(frozen=True, slots=True)
class ResponseTime:
    """Response times of all observers for one combination of truth and answer, in seconds from onset."""

    truth: str
    response: str
    trials: int
    median_s: float
    quartiles_s: tuple[float, float]


@dataclass(frozen=True, slots=True)
class Trends:
    """Trends of the answers over the session.

    Attributes:
        halves: Both halves per observer.
        accuracy_change: Rate after the break minus rate before, in [−1, 1], tested against 0.
        d_prime_change: Likewise for d′.
        accuracy_slope: Linear change of the rate per 100 trials, tested against 0.
        log_rt_slope: Linear change of the natural logarithm of the response time per 100 trials, tested against 0.
        repeats: Probability of repeating the previous answer, minus the probability expected by chance.
        by_tenth: Rate of all observers in each tenth of the session; None without answers.
        response_times: Response times by truth and answer.
        anticipations: Number of answers within 200 ms of the onset; flagged, not deleted.
    """

    halves: tuple[Half, ...]
    accuracy_change: OverObservers | None
    d_prime_change: OverObservers | None
    accuracy_slope: OverObservers | None
    log_rt_slope: OverObservers | None
    repeats: OverObservers | None
    by_tenth: tuple[float | None, ...]
    response_times: tuple[ResponseTime, ...]
    anticipations: int


def trends(sessions: Sequence[SessionAnswers], alpha: float) -> Trends:
    """Compute the trends over the sessions of several observers."""
    halves = tuple(_half(one) for one in sessions)
    return Trends(
        halves=halves,
        accuracy_change=over_observers([_change(half.accuracy) for half in halves], alpha),
        d_prime_change=over_observers([_change(half.d_prime) for half in halves], alpha),
        accuracy_slope=over_observers([_slope(one, lambda t: None if t.correct is None else float(t.correct))
                                  for one in sessions], alpha),
        log_rt_slope=over_observers([_slope(one, _log_rt) for one in sessions], alpha),
        repeats=over_observers([_repeats_beyond_chance(one) for one in sessions], alpha),
        by_tenth=_by_tenth(sessions),
        response_times=_times(sessions),
        anticipations=sum("anticipation" in trial.flags for one in sessions for trial in one.trials),
    )  # fmt: skip


def _half(one: SessionAnswers) -> Half:
    accuracy, d_prime = [], []
    for block in (1, 2):
        answers = one.answers(block)
        accuracy.append(answers.accuracy if answers.answered else None)
        d_prime.append(signal_detection(answers).d_prime if answers.fakes and answers.reals else None)
    return Half(one.participant, (accuracy[0], accuracy[1]), (d_prime[0], d_prime[1]))


def _change(pair: tuple[float | None, float | None]) -> float | None:
    return None if pair[0] is None or pair[1] is None else pair[1] - pair[0]


def over_observers(values: Sequence[float | None], alpha: float) -> OverObservers | None:
    """Compute mean, t interval at 1 − α and t test against 0 over the observers with a value; None without values."""
    from scipy.stats import ttest_1samp

    known = np.array([value for value in values if value is not None])
    if not known.size:
        return None
    mean, spread = float(known.mean()), float(known.std(ddof=1)) if known.size > 1 else 0.0
    if spread < 1e-12:
        return OverObservers(mean, None, None, int(known.size))
    p = float(ttest_1samp(known, 0.0).pvalue)
    return OverObservers(mean, t_interval(known, 1 - alpha), p, int(known.size))


def _slope(one: SessionAnswers, value: Callable[[ObservedTrial], float | None]) -> float | None:
    points = [(trial.index / 100.0, value(trial)) for trial in one.trials]
    known = [(x, y) for x, y in points if y is not None]
    if len(known) < 3:
        return None
    x, y = np.array(known).T
    return float(np.polyfit(x, y, 1)[0])


def _log_rt(trial: ObservedTrial) -> float | None:
    return math.log(trial.rt_s) if trial.rt_s is not None and trial.rt_s > 0 else None


def _repeats_beyond_chance(one: SessionAnswers) -> float | None:
    """Return P(repeat) minus p² + (1 − p)², where p is the observer's share of "fake"."""
    same, answers = [], []
    for before, trial in zip(one.trials, one.trials[1:], strict=False):
        if before.answered_fake is not None and trial.answered_fake is not None and before.block == trial.block:
            same.append(before.answered_fake == trial.answered_fake)
            answers.append(trial.answered_fake)
    if not same:
        return None
    p = float(np.mean(answers))
    return float(np.mean(same)) - (p * p + (1 - p) * (1 - p))


def _by_tenth(sessions: Sequence[SessionAnswers]) -> tuple[float | None, ...]:
    right: list[list[bool]] = [[] for _ in range(_TENTHS)]
    for one in sessions:
        planned = int(one.record["trials"]["planned"])
        for trial in one.trials:
            if trial.correct is not None:
                right[min((trial.index - 1) * _TENTHS // planned, _TENTHS - 1)].append(trial.correct)
    return tuple(float(np.mean(values)) if values else None for values in right)


def _times(sessions: Sequence[SessionAnswers]) -> tuple[ResponseTime, ...]:
    results = []
    for truth in ("real", "fake"):
        for response in ("real", "fake"):
            times = [
                trial.rt_s
                for one in sessions
                for trial in one.trials
                if trial.rt_s is not None
                and trial.fake == (truth == "fake")
                and trial.answered_fake == (response == "fake")
            ]
            if times:
                low, middle, high = (float(v) for v in np.percentile(times, (25, 50, 75)))
                results.append(ResponseTime(truth, response, len(times), middle, (low, high)))
    return tuple(results)
