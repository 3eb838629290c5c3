"""Results of an unblinded study, a pure and reproducible function of its files.

The primary result is the mean rate of the observers with its t interval over observers, tested at the registered
margin. No observer is excluded from it; sensitivity analyses show what excluding outliers would change.
"""

from __future__ import annotations

import math
from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np

from vqganodip.statistics import Interval, clopper_pearson, percentile_interval, two_way_interval
from vqganodip.turing.analysis.agreement import counts_of, fleiss_kappa, gwet_ac1, krippendorff_alpha, pair_agreement
from vqganodip.turing.analysis.observations import Observations, SessionAnswers, read_observations
from vqganodip.turing.analysis.observer_group import GroupResult, group_power, group_result
from vqganodip.turing.analysis.observer_results import ObserverResult, observer_results
from vqganodip.turing.analysis.planning import ENOUGH
from vqganodip.turing.analysis.trends import OverObservers, Trends, over_observers, trends
from vqganodip.turing.study.audit import AuditTable, read_audit
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.trial_order import List
from vqganodip.types import FloatArray

__all__ = ["Agreement", "ImageResult", "ListAgreement", "Sensitivity", "StudyResults", "Timing", "analyse"]

_DRAWS = 2000
_ALPHA_DRAWS = 500
_LARGEST_PANEL = 100


@dataclass(frozen=True, slots=True)
class Sensitivity:
    """Sensitivity analysis: the group result under another treatment of the data.

    Attributes:
        name: Description of the treatment.
        group: Group result; None if no observer remains.
    """

    name: str
    group: GroupResult | None


@dataclass(frozen=True, slots=True)
class ListAgreement:
    """Agreement of the observers who saw the same images.

    Attributes:
        list_id: ``A`` or ``B``.
        observers: Number of observers of this list.
        images: Number of images answered by all of them.
        kappa: Fleiss' κ; nan if all answers are the same.
        ac1: Gwet's AC1.
        share: Mean share of agreeing pairs.
    """

    list_id: str
    observers: int
    images: int
    kappa: float
    ac1: float
    share: float


@dataclass(frozen=True, slots=True)
class Agreement:
    """Agreement between observers about the same images.

    Agreement near 0 supports that observers cannot tell the images apart; high agreement at a rate of 50 % indicates a
    shared misconception.

    Attributes:
        alpha: Krippendorff's α over all images of both lists; nan if only one answer occurs.
        alpha_interval: Percentile interval over images at 1 − α.
        lists: Agreement on each list with at least two observers.
    """

    alpha: float
    alpha_interval: Interval
    lists: tuple[ListAgreement, ...]


@dataclass(frozen=True, slots=True)
class ImageResult:
    """Answers to one image.

    Attributes:
        stimulus: Opaque id of the stimulus.
        board: Opaque id of the board.
        fake: True for a reconstruction.
        answered: Number of answers.
        answered_fake: Number of answers "fake".
    """

    stimulus: str
    board: str
    fake: bool
    answered: int
    answered_fake: int

    @property
    def realism(self) -> float:
        """Share of observers who took it for real."""
        return 1.0 - self.answered_fake / self.answered


@dataclass(frozen=True, slots=True)
class Timing:
    """Timing accuracy of the completed trials.

    Attributes:
        trials: Number of completed trials.
        breaches: Number of trials with an onset or duration error of more than a frame.
        worst_onset_ms: Largest onset error.
        sources: Measurement methods of the onsets.
    """

    trials: int
    breaches: int
    worst_onset_ms: float
    sources: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class StudyResults:
    """All results of a study.

    Attributes:
        observations: Data of the study.
        observers: Results per observer.
        group: Primary group result.
        two_way: Interval of the mean rate over observers and boards at 1 − α; None for one observer.
        naive: Exact interval with all answers treated as independent; too narrow, for a footnote only.
        overdispersion_p: p value of the χ² test that the observers differ by more than chance; None for one observer.
        d_prime: Mean d′ over observers, tested against 0.
        criterion: Mean criterion over observers, tested against 0.
        sensitivity: Other treatments of missing answers, outliers and observers with prior knowledge.
        trends: Trends over the session.
        agreement: Agreement between observers; None if no list has two observers.
        images: Results per image, the most realistic reconstructions first, then the originals most often doubted.
        timing: Timing accuracy.
        audit: Stored leak audit.
        power: Probability that a panel of this size and standard deviation proves equivalence if it only guesses.
        observers_needed: Number of observers for a power of .8 with this standard deviation; None if above 100.
    """

    observations: Observations = field(repr=False)
    observers: tuple[ObserverResult, ...]
    group: GroupResult
    two_way: Interval | None
    naive: Interval
    overdispersion_p: float | None
    d_prime: OverObservers | None
    criterion: OverObservers | None
    sensitivity: tuple[Sensitivity, ...]
    trends: Trends
    agreement: Agreement | None
    images: tuple[ImageResult, ...] = field(repr=False)
    timing: Timing
    audit: AuditTable | None
    power: float | None
    observers_needed: int | None

    @property
    def study(self) -> Study:
        return self.observations.study

    @property
    def missing(self) -> int:
        """Number of planned trials without a valid answer."""
        return sum(one.missing for one in self.observers)

    @property
    def trials(self) -> int:
        """Number of planned trials of the analysed observers."""
        return sum(one.planned for one in self.observers)


def analyse(study: Study) -> StudyResults:
    """Compute the results of an unblinded study.

    Raises:
        TuringError: The study is blinded, a file is missing or damaged, or no session was finished.
    """
    data = read_observations(study)
    alpha, margin = study.alpha, study.margin
    observers = observer_results(data.sessions, margin, alpha)
    rates = [one.accuracy for one in observers]
    group = group_result(rates, margin, alpha)
    total = sum(one.answers.answered for one in observers)
    several = len(observers) > 1
    signals = [one.signal for one in observers if one.signal is not None]
    return StudyResults(
        observations=data,
        observers=observers,
        group=group,
        two_way=two_way_interval(data.correct_by_board(), confidence=1 - alpha, draws=_DRAWS) if several else None,
        naive=clopper_pearson(sum(one.answers.correct for one in observers), total, 1 - alpha),
        overdispersion_p=_overdispersion(observers) if several else None,
        d_prime=over_observers([signal.d_prime for signal in signals], alpha),
        criterion=over_observers([signal.criterion for signal in signals], alpha),
        sensitivity=tuple(_sensitivity(data, observers)),
        trends=trends(data.sessions, alpha),
        agreement=_agreement(data, alpha),
        images=_images(data),
        timing=_timing(data.sessions),
        audit=read_audit(study),
        power=group_power(group.observers, group.sd, margin) if group.sd else None,
        observers_needed=_needed(group.sd, margin) if group.sd else None,
    )


def _overdispersion(observers: Sequence[ObserverResult]) -> float | None:
    from scipy.stats import chi2

    k = np.array([one.answers.correct for one in observers], np.float64)
    n = np.array([one.answers.answered for one in observers], np.float64)
    p = k.sum() / n.sum()
    if p in (0.0, 1.0):
        return None
    return float(chi2.sf(((k - p * n) ** 2 / (n * p * (1 - p))).sum(), len(observers) - 1))


def _sensitivity(data: Observations, observers: Sequence[ObserverResult]) -> list[Sensitivity]:
    margin, alpha = data.study.margin, data.study.alpha

    def analysis(name: str, rates: Sequence[float]) -> Sensitivity:
        return Sensitivity(name, group_result(rates, margin, alpha) if rates else None)

    analyses = [
        analysis("answers that are missing left out (primary)", [one.accuracy for one in observers]),
        analysis("missing counted as wrong", [one.answers.correct / one.planned for one in observers]),
        analysis("missing counted as right", [(one.answers.correct + one.missing) / one.planned for one in observers]),
    ]
    outliers = [one.participant for one in observers if one.outlier]
    if outliers:
        rates = [one.accuracy for one in observers if not one.outlier]
        analyses.append(analysis(f"without the outlier{'s' * (len(outliers) > 1)} {', '.join(outliers)}", rates))
    informed = [one.participant for one in data.sessions if one.has_prior_knowledge]
    if informed:
        rates = [one.accuracy for one in observers if one.participant not in informed]
        analyses.append(analysis(f"without {', '.join(informed)}, who knew the model", rates))
    return analyses


def _agreement(data: Observations, alpha: float) -> Agreement | None:
    groups = [(which, [one for one in data.sessions if one.list_id == which]) for which in List]
    lists = []
    for which, sessions in groups:
        if len(sessions) < 2:
            continue
        shown = sorted({trial.stimulus for one in sessions for trial in one.trials})
        answers = data.answer_matrix(shown, sessions)
        whole = answers[:, ~np.isnan(answers).any(axis=0)]
        if whole.shape[1]:
            counts = counts_of(whole)
            kappa, ac1, share = fleiss_kappa(counts), gwet_ac1(counts), pair_agreement(counts)
            lists.append(ListAgreement(which.value, len(sessions), whole.shape[1], kappa, ac1, share))
    if not lists:
        return None
    answers = data.answer_matrix(data.stimuli)
    return Agreement(krippendorff_alpha(answers), _alpha_interval(answers, alpha), tuple(lists))


def _alpha_interval(answers: FloatArray, alpha: float) -> Interval:
    """Return the bootstrap percentile interval of Krippendorff's α over images."""
    paired = answers[:, (~np.isnan(answers)).sum(axis=0) >= 2]
    rng = np.random.default_rng(0)
    drawn = [
        krippendorff_alpha(paired[:, rng.integers(0, paired.shape[1], paired.shape[1])]) for _ in range(_ALPHA_DRAWS)
    ]
    known = [value for value in drawn if not math.isnan(value)]
    if not known:
        return Interval(float("nan"), float("nan"))
    return percentile_interval(known, 1 - alpha)


def _images(data: Observations) -> tuple[ImageResult, ...]:
    answers: dict[str, list[bool]] = {}
    known: dict[str, tuple[str, bool]] = {}
    for one in data.sessions:
        for trial in one.trials:
            if trial.answered_fake is not None:
                answers.setdefault(trial.stimulus, []).append(trial.answered_fake)
                known[trial.stimulus] = (trial.board, trial.fake)
    images = [ImageResult(name, *known[name], len(given), sum(given)) for name, given in answers.items()]
    return tuple(
        sorted(images, key=lambda one: (not one.fake, -one.realism if one.fake else one.realism, one.stimulus))
    )


def _timing(sessions: Sequence[SessionAnswers]) -> Timing:
    records = [one.record["timing"] for one in sessions]

    def worst(name: str) -> float:
        return max((float(r[name]["max"]) for r in records if r[name] != "n/a"), default=0.0)

    return Timing(
        trials=sum(one.count("ok") + one.count("missing") for one in sessions),
        breaches=sum(int(record["breaches"]) for record in records),
        worst_onset_ms=worst("onset_error_ms"),
        sources=tuple(sorted({str(source) for record in records for source in record["onset_sources"]})),
    )


def _needed(sd: float, margin: float) -> int | None:
    """Return the smallest panel with a power of .8, exact up to 10 and in steps of 5 beyond; None above 100."""
    sizes = [*range(2, 11), *range(15, _LARGEST_PANEL + 1, 5)]
    return next((size for size in sizes if group_power(size, sd, margin, studies=5000) >= ENOUGH), None)
