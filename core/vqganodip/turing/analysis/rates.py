"""Answers of one observer: counts, classification rate, and signal detection (d′ and criterion).

The signal is *fake*: a hit is the answer "fake" to a reconstruction, a false alarm the answer "fake" to a real board.
"""

from __future__ import annotations

import math
from dataclasses import dataclass

from vqganodip.errors import TuringError, message

__all__ = ["Answers", "SignalDetection", "signal_detection"]


@dataclass(frozen=True, slots=True)
class Answers:
    """Counts of one observer's answers, without missing ones.

    Attributes:
        hits: Fakes answered "fake".
        misses: Fakes answered "real".
        false_alarms: Reals answered "fake".
        correct_rejections: Reals answered "real".
    """

    hits: int
    misses: int
    false_alarms: int
    correct_rejections: int

    def __post_init__(self) -> None:
        if min(self.hits, self.misses, self.false_alarms, self.correct_rejections) < 0:
            raise TuringError(
                "answers-count-negative",
                "a count is negative",
                where=message("place-answers", "answers"),
                todo="Count the answers again.",
            )

    @property
    def fakes(self) -> int:
        return self.hits + self.misses

    @property
    def reals(self) -> int:
        return self.false_alarms + self.correct_rejections

    @property
    def answered(self) -> int:
        return self.fakes + self.reals

    @property
    def correct(self) -> int:
        return self.hits + self.correct_rejections

    @property
    def accuracy(self) -> float:
        """Classification rate in [0, 1]; TuringError without an answer."""
        if not self.answered:
            raise TuringError(
                "answers-none",
                "nothing was answered",
                where=message("place-answers", "answers"),
                todo="Exclude this session and state that in the report.",
            )
        return self.correct / self.answered


@dataclass(frozen=True, slots=True)
class SignalDetection:
    """Sensitivity and criterion of an observer.

    Attributes:
        d_prime: z(H) − z(F); 0 for guessing.
        criterion: −(z(H) + z(F)) / 2; below 0, "fake" is answered too readily.
        d_prime_se: Standard error of d′ (Gourevitch and Galanter 1967).
    """

    d_prime: float
    criterion: float
    d_prime_se: float


def signal_detection(answers: Answers) -> SignalDetection:
    """Compute d′ and criterion with the log-linear correction (Hautus 1995), which keeps them finite.

    30 hits and 25 false alarms of 50 + 50 give d′ .248 and c −.124.

    Raises:
        TuringError: No fake or no real was answered.
    """
    from scipy.stats import norm

    if not answers.fakes or not answers.reals:
        raise TuringError(
            "answers-one-class",
            "d′ needs answers to fakes and to reals",
            where=message("place-answers", "answers"),
            todo="Report the rate alone.",
        )
    hit = (answers.hits + 0.5) / (answers.fakes + 1)
    alarm = (answers.false_alarms + 0.5) / (answers.reals + 1)
    z_hit, z_alarm = float(norm.ppf(hit)), float(norm.ppf(alarm))
    variance = hit * (1 - hit) / (answers.fakes * float(norm.pdf(z_hit)) ** 2)
    variance += alarm * (1 - alarm) / (answers.reals * float(norm.pdf(z_alarm)) ** 2)
    return SignalDetection(z_hit - z_alarm, -0.5 * (z_hit + z_alarm), math.sqrt(variance))
