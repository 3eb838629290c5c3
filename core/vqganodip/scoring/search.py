"""Randomized search of hyperparameters (paper section 3.3: 500 draws, stratified 5-fold, accuracy, SMOTE inside).

``quick`` uses successive halving (Jamieson and Talwalkar 2016) with folds as the budget: all draws on two folds, the
best quarter of them on the rest.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

import numpy as np

from vqganodip.errors import ScoringError, message
from vqganodip.scoring.classifiers import ClassifierSpec, Params, draw_params
from vqganodip.scoring.folds import Ints, PreparedFold, Rows, prepare_fold, stratified_splits
from vqganodip.scoring.parallel import FitCounter, work_through
from vqganodip.scoring.threshold import STD_THRESHOLD
from vqganodip.scoring.warm_start import draws_together, shared_probabilities
from vqganodip.statistics import auroc
from vqganodip.types import FloatArray

__all__ = ["SEARCHES", "SearchResult", "SearchSettings", "fits_of_a_search", "prepare_search", "search_params"]

_FIRST_FOLDS: Final = 2
_CLIP: Final = 1e-6  # a probability of exactly 0 for the true class would give an infinite loss


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """Settings of a hyperparameter search.

    Attributes:
        name: ``quick`` or ``paper``, for display.
        draws: Draws per classifier.
        folds: Stratified folds.
        smote: Balance the training parts.
        halving: After two folds one in ``halving`` draws continues; 0: every draw is fitted on every fold.
        parts: Parts of the leave-one-out if there are more than twice as many groups; 0: always one by one.
        all_classifiers: True if the default classifiers are the paper's twelve; otherwise the quick ones.
    """

    name: str
    draws: int
    folds: int = 5
    smote: bool = True
    halving: int = 0
    parts: int = 0
    all_classifiers: bool = False

    def __post_init__(self) -> None:
        if self.draws < 1 or self.folds < 2:
            raise ScoringError(
                "search-settings-invalid",
                "{draws} draws on {folds} folds",
                where=message("place-search", "search"),
                todo="Use 1 draw and 2 folds or more.",
                draws=self.draws,
                folds=self.folds,
            )


SEARCHES: Final[Mapping[str, SearchSettings]] = MappingProxyType(
    {
        "quick": SearchSettings("quick", draws=24, halving=4, parts=60),
        "paper": SearchSettings("paper", draws=500, all_classifiers=True),
    }
)
"""``quick``: 24 draws of the quick classifiers with halving; more than 120 images are left out in 60 parts.
``paper``: 500 draws of the paper's twelve; images are left out one by one."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best draw of a classifier.

    Attributes:
        params: Its hyperparameters.
        accuracy: Share of the held-out rows classified correctly at 0.5.
        auroc: AUROC of the same probabilities, pooled over the folds.
        log_loss: Log-loss of the same probabilities.
        draws: Number of draws tried.
        failed: Number of draws that the library rejected.
    """

    params: Params = field(hash=False)
    accuracy: float
    auroc: float
    log_loss: float
    draws: int
    failed: int = 0


def prepare_search(rows: Rows, settings: SearchSettings, seed: int) -> tuple[PreparedFold, ...]:
    """The folds of a search, preprocessed and balanced once for all draws of all classifiers."""
    splits = stratified_splits(rows, settings.folds, seed)
    return tuple(prepare_fold(rows, split, seed + i, settings.smote) for i, split in enumerate(splits))


def search_params(
    spec: ClassifierSpec,
    folds: Sequence[PreparedFold],
    labels: Ints,
    settings: SearchSettings,
    seed: int,
    n_jobs: int = 1,
    counter: FitCounter | None = None,
) -> SearchResult:
    """The draw of highest accuracy. Ties are broken by lower log-loss, then by the order of the draws.

    Thirty images give only thirty accuracies, so ties are common; log-loss is a proper score among them.

    Raises:
        ScoringError: Every draw was rejected.
    """
    draws = draw_params(spec, settings.draws, seed)
    tried: list[tuple[Params, FloatArray | None]] = [(params, None) for params in draws]
    for first, last, most in _rounds(settings, len(folds), len(draws)):
        tried = _best_first(tried, labels)[:most] if first else tried
        groups = draws_together(spec, [params for params, _ in tried])
        tasks = [(spec, [tried[i][0] for i in group], folds[first:last], len(labels)) for group in groups]
        after: dict[int, tuple[Params, FloatArray | None]] = {}
        for group, answers in zip(groups, work_through(_left_out, tasks, n_jobs), strict=True):
            if counter is not None:
                counter.advance(message("fit-search", "{name}: search", name=spec.name), (last - first) * len(group))
            for i, p in zip(group, answers or (), strict=answers is not None):
                params, before = tried[i]
                after[i] = (params, p if before is None else np.where(np.isnan(p), before, p))
        tried = [after[i] for i in sorted(after)]
    results = [_judged(params, p, labels, len(draws)) for params, p in tried if p is not None]
    if not results:
        raise ScoringError(
            "search-classifier-not-fitted",
            "{name} cannot be fitted on these images",
            where=spec.name,
            todo="Leave this classifier out.",
            name=spec.title,
        )
    best = max(results, key=lambda r: (round(r.accuracy, 9), -r.log_loss))
    failed = 0 if settings.halving else len(draws) - len(results)
    return SearchResult(best.params, best.accuracy, best.auroc, best.log_loss, len(draws), failed)


def fits_of_a_search(settings: SearchSettings) -> int:
    """Maximum number of fits of the search for one classifier."""
    rounds = _rounds(settings, settings.folds, settings.draws)
    return sum((last - first) * most for first, last, most in rounds)


def _rounds(settings: SearchSettings, folds: int, draws: int) -> tuple[tuple[int, int, int], ...]:
    """(first fold, end, number of draws) of each round; ``failed`` draws are counted if all use all folds."""
    if not settings.halving or folds <= _FIRST_FOLDS or draws <= settings.halving:
        return ((0, folds, draws),)
    return ((0, _FIRST_FOLDS, draws), (_FIRST_FOLDS, folds, max(draws // settings.halving, 1)))


def _best_first(
    tried: Sequence[tuple[Params, FloatArray | None]], labels: Ints
) -> list[tuple[Params, FloatArray | None]]:
    """Sort by log-loss on the rows held out so far, a proper score for few rows."""

    def loss(p: FloatArray | None) -> float:
        assert p is not None
        seen = ~np.isnan(p)
        return _log_loss(p[seen], labels[seen])

    return sorted(tried, key=lambda one: loss(one[1]))


def _left_out(
    spec: ClassifierSpec, draws: Sequence[Params], folds: Sequence[PreparedFold], rows: int
) -> tuple[FloatArray, ...] | None:
    """Per draw the held-out probability of each row, NaN for rows of other folds; None for a rejected draw."""
    p = np.full((len(draws), rows), np.nan)
    try:
        for fold in folds:
            p[:, fold.test] = shared_probabilities(spec, draws, fold)
    except ScoringError:
        return None
    return tuple(p)


def _judged(params: Params, p: FloatArray, labels: Ints, draws: int) -> SearchResult:
    accuracy = float(((p >= STD_THRESHOLD) == (labels == 1)).mean())
    return SearchResult(params, accuracy, auroc(p, labels), _log_loss(p, labels), draws)


def _log_loss(p: FloatArray, labels: Ints) -> float:
    right = np.clip(np.where(labels == 1, p, 1.0 - p), _CLIP, 1.0)
    return float(-np.log(right).mean())
