"""Randomized search of hyperparameters (paper section 3.3: 500 draws, stratified 5-fold, accuracy, SMOTE inside)."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final

import numpy as np

from vqganodip.errors import ScoringError
from vqganodip.scoring.classifiers import ClassifierSpec, Params, draw_params, fit_classifier, probability
from vqganodip.scoring.folds import Ints, PreparedFold, Rows, prepare_fold, stratified_splits
from vqganodip.scoring.parallel import FitCounter, work_through
from vqganodip.threshold import STD_THRESHOLD, auroc
from vqganodip.types import FloatArray

__all__ = ["SEARCHES", "SearchResult", "SearchSettings", "prepare_search", "search_params"]

_CLIP: Final = 1e-6  # a probability of exactly 0 on the wrong side would cost infinitely much


@dataclass(frozen=True, slots=True)
class SearchSettings:
    """How hyperparameters are searched.

    Attributes:
        name: ``quick`` or ``paper``, for people.
        draws: Draws per classifier.
        folds: Stratified folds.
        smote: Balance the training parts.
        all_classifiers: The paper's twelve where none are named; otherwise the quick ones.
    """

    name: str
    draws: int
    folds: int = 5
    smote: bool = True
    all_classifiers: bool = False

    def __post_init__(self) -> None:
        if self.draws < 1 or self.folds < 2:
            raise ScoringError(
                f"{self.draws} draws on {self.folds} folds", where="search", todo="Use 1 draw and 2 folds or more."
            )


SEARCHES: Final[Mapping[str, SearchSettings]] = MappingProxyType(
    {"quick": SearchSettings("quick", draws=12), "paper": SearchSettings("paper", draws=500, all_classifiers=True)}
)
"""``quick``: 12 draws of the quick classifiers. ``paper``: 500 draws of the paper's twelve."""


@dataclass(frozen=True, slots=True)
class SearchResult:
    """The best draw of a classifier.

    Attributes:
        params: Its hyperparameters.
        accuracy: Share of the rows judged rightly at 0.5 while they were left out.
        auroc: Of the same probabilities, pooled over the folds.
        log_loss: Of the same probabilities.
        draws: Draws that were tried.
        failed: Draws that the library refused.
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
    """The draw of highest accuracy. Ties break by lower log-loss, then by the order of the draws.

    Thirty images give only thirty accuracies, so ties are the rule; log-loss is the proper score among them.

    Raises:
        ScoringError: Every draw was refused.
    """
    draws = draw_params(spec, settings.draws, seed)
    results: list[SearchResult] = []
    tasks = [(spec, params, folds, labels) for params in draws]
    for params, p in zip(draws, work_through(_left_out, tasks, n_jobs), strict=True):
        if counter is not None:
            counter.advance(f"{spec.name}: search", len(folds))
        if p is not None:
            results.append(_judged(params, p, labels, len(draws)))
    if not results:
        raise ScoringError(
            f"{spec.title} cannot be fitted on these images", where=spec.name, todo="Leave this classifier out."
        )
    best = max(results, key=lambda r: (round(r.accuracy, 9), -r.log_loss))
    failed = len(draws) - len(results)
    return SearchResult(best.params, best.accuracy, best.auroc, best.log_loss, len(draws), failed)


def _left_out(spec: ClassifierSpec, params: Params, folds: Sequence[PreparedFold], labels: Ints) -> FloatArray | None:
    """Each row's probability while it was left out; None when a fit was refused."""
    p = np.full(len(labels), np.nan)
    try:
        for fold in folds:
            p[fold.test] = probability(fit_classifier(spec, params, fold.X, fold.y, fold.seed), fold.X_test)
    except ScoringError:
        return None
    return p


def _judged(params: Params, p: FloatArray, labels: Ints, draws: int) -> SearchResult:
    accuracy = float(((p >= STD_THRESHOLD) == (labels == 1)).mean())
    right = np.clip(np.where(labels == 1, p, 1.0 - p), _CLIP, 1.0)
    return SearchResult(params, accuracy, auroc(p, labels), float(-np.log(right).mean()), draws)
