"""Every image's score from a model that has not seen it: the protocols ``paper`` and ``nested``.

``paper`` (section 3.3): hyperparameters are searched once on all rows, then each image (each group) is left out and
scored by the best draw fitted on the others. The image took part in the search, which flatters the result.

``nested``: the rows are divided into at most OUTER_FOLDS stratified folds (groups stay together); each fold is left
out, search and fit see only the others, and the fold is scored. A search inside a true leave-one-out would cost N
searches (2,340 hours for the paper's 348 images and 500 draws); ten folds cost ten, and train on nine tenths of the
rows, slightly less than what the final model gets, so the result errs on the cautious side.

With few images the pooled AUROC of leave-one-out errs low, because leaving an image out moves the mean of the others
away from it (Airola et al. 2011): 8 normal and 25 abnormal synthetic rows without any information gave 0.41 where new
rows gave 0.49, and with weak information 0.67 where new rows gave 0.73.

Either way the choice between the classifiers is made on these scores; a report says so.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from enum import StrEnum
from typing import Any, Final

import numpy as np

from vqganodip.errors import ScoringError
from vqganodip.scoring.classifiers import ClassifierSpec, Params, fit_classifier, probability
from vqganodip.scoring.folds import Rows, Split, kept_out, prepare_fold, stratified_splits
from vqganodip.scoring.parallel import FitCounter, work_through
from vqganodip.scoring.search import SearchSettings, prepare_search, search_params
from vqganodip.types import FloatArray

__all__ = ["OUTER_FOLDS", "Protocol", "leave_one_out", "nested_scores"]

OUTER_FOLDS: Final = 10


class Protocol(StrEnum):
    """How every image gets its score; see the module's docstring."""

    PAPER = "paper"
    NESTED = "nested"


def leave_one_out(
    rows: Rows,
    chosen: Sequence[tuple[ClassifierSpec, Params]],
    *,
    seed: int,
    smote: bool = True,
    n_jobs: int = 1,
    counter: FitCounter | None = None,
) -> tuple[FloatArray | None, ...]:
    """Leave-one-out (leave-one-group-out) probabilities.

    Args:
        rows: N rows.
        chosen: Classifiers with the hyperparameters that their search found.
        seed: Fold i uses seed + i for SMOTE and classifier.
        smote: Balance the training parts.
        n_jobs: Processes.
        counter: Told after each fold.

    Returns:
        Per classifier float64 N, the probability of being abnormal; None for a classifier that could not be fitted
        in some fold.
    """
    tasks = [(rows, split, tuple(chosen), seed + i, smote) for i, split in enumerate(kept_out(rows.groups))]
    return _gathered(
        _fold_scores, tasks, len(rows.labels), len(chosen), "Leaving one out", len(chosen), n_jobs, counter
    )


def nested_scores(
    rows: Rows,
    specs: Sequence[ClassifierSpec],
    settings: SearchSettings,
    *,
    seed: int,
    n_jobs: int = 1,
    counter: FitCounter | None = None,
) -> tuple[FloatArray | None, ...]:
    """Probabilities of the protocol ``nested``; arguments and result as :func:`leave_one_out`."""
    splits = stratified_splits(rows, OUTER_FOLDS, seed)
    tasks = [(rows, split, tuple(specs), settings, seed + i) for i, split in enumerate(splits)]
    fits = len(specs) * (settings.draws * settings.folds + 1)
    return _gathered(_nested_fold, tasks, len(rows.labels), len(specs), "Nested search", fits, n_jobs, counter)


def _gathered(
    function: Callable[..., FloatArray],
    tasks: Sequence[tuple[Any, ...]],
    n: int,
    classifiers: int,
    step: str,
    fits: int,
    n_jobs: int,
    counter: FitCounter | None,
) -> tuple[FloatArray | None, ...]:
    scores = np.full((classifiers, n), np.nan)
    for (_, (_, test), *_), part in zip(tasks, work_through(function, tasks, n_jobs), strict=True):
        scores[:, test] = part
        if counter is not None:
            counter.advance(step, fits)
    return tuple(None if np.isnan(row).any() else row for row in scores)


def _fold_scores(
    rows: Rows, split: Split, chosen: Sequence[tuple[ClassifierSpec, Params]], seed: int, smote: bool
) -> FloatArray:
    """Classifiers × rows left out; NaN for a classifier that could not be fitted."""
    fold = prepare_fold(rows, split, seed, smote)
    scores = np.full((len(chosen), len(fold.test)), np.nan)
    for i, (spec, params) in enumerate(chosen):
        try:
            scores[i] = probability(fit_classifier(spec, params, fold.X, fold.y, fold.seed), fold.X_test)
        except ScoringError:
            continue
    return scores


def _nested_fold(
    rows: Rows, split: Split, specs: Sequence[ClassifierSpec], settings: SearchSettings, seed: int
) -> FloatArray:
    train, test = split
    inner = rows.part(train)
    inner_folds = prepare_search(inner, settings, seed)
    scores = np.full((len(specs), len(test)), np.nan)
    for i, spec in enumerate(specs):
        try:
            best = search_params(spec, inner_folds, inner.labels, settings, seed)
        except ScoringError:
            continue
        scores[i] = _fold_scores(rows, split, ((spec, best.params),), seed, settings.smote)[0]
    return scores
