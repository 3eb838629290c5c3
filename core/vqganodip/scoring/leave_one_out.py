"""Scores of every image from a model that was not trained on it: the protocols ``paper`` and ``nested``.

``paper`` (section 3.3): hyperparameters are searched once on all rows, then each image (each group) is left out and
scored by the best draw fitted on the others. The image took part in the search, which biases the result optimistically.

``nested``: the rows are divided into at most OUTER_FOLDS stratified folds (groups stay together); each fold is held
out, search and fit use only the others, and the fold is scored. A search inside a true leave-one-out would cost N
searches (2,340 hours for the paper's 348 images and 500 draws); ten folds cost ten, and train on nine tenths of the
rows, slightly less than the final model, so the result is slightly pessimistic.

With few images the pooled AUROC of leave-one-out is biased low, because leaving an image out moves the mean of the
others away from it (Airola et al. 2011): 8 normal and 25 abnormal synthetic rows without any information gave 0.41
where new rows gave 0.49, and with weak information 0.67 where new rows gave 0.73.

Either way the choice between the classifiers is made on these scores, as every report states.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

import numpy as np

from vqganodip.errors import Message, ScoringError, message
from vqganodip.scoring.classifiers import ClassifierSpec, Params, fit_classifier, probability
from vqganodip.scoring.folds import Rows, Split, leave_parts_out, prepare_fold, stratified_splits
from vqganodip.scoring.parallel import FitCounter, work_through
from vqganodip.scoring.search import SearchSettings, prepare_search, search_params
from vqganodip.scoring.search_cache import SearchCache, key_of
from vqganodip.types import FloatArray

__all__ = ["OUTER_FOLDS", "Protocol", "leave_one_out", "nested_scores"]

OUTER_FOLDS: Final = 10


class Protocol(StrEnum):
    """Protocol by which every image is scored; see the module's docstring."""

    PAPER = "paper"
    NESTED = "nested"


def leave_one_out(
    rows: Rows,
    chosen: Sequence[tuple[ClassifierSpec, Params]],
    *,
    seed: int,
    smote: bool = True,
    parts: int = 0,
    n_jobs: int = 1,
    counter: FitCounter | None = None,
    memory: SearchCache | None = None,
) -> tuple[FloatArray | None, ...]:
    """Leave-one-out (leave-one-group-out) probabilities.

    Args:
        rows: N rows.
        chosen: Classifiers with the hyperparameters that their search found.
        seed: Fold i uses seed + i for SMOTE and classifier.
        smote: Balance the training parts.
        parts: Number of parts to leave out in turn if there are more than twice as many groups; 0: always one by one.
        n_jobs: Processes.
        counter: Called after each fold.
        memory: Cache; cached folds are not fitted again.

    Returns:
        Per classifier float64 N, the probability of being abnormal; None for a classifier that failed in some fold.
    """
    splits = leave_parts_out(rows, parts, seed)
    tasks = [(rows, split, tuple(chosen), seed + i, smote) for i, split in enumerate(splits)]
    identity = key_of(rows, "leave one out", chosen, seed, smote, parts)
    shape = (len(chosen), len(rows.labels))
    step = message("fit-leave-one-out", "Leaving one out")
    work = _FoldWork(_fold_scores, tasks, shape, step, len(chosen), identity)
    return _gathered(work, n_jobs, counter, memory or SearchCache())


def nested_scores(
    rows: Rows,
    specs: Sequence[ClassifierSpec],
    settings: SearchSettings,
    *,
    seed: int,
    n_jobs: int = 1,
    counter: FitCounter | None = None,
    memory: SearchCache | None = None,
) -> tuple[FloatArray | None, ...]:
    """Probabilities of the protocol ``nested``; arguments and result as for :func:`leave_one_out`."""
    splits = stratified_splits(rows, OUTER_FOLDS, seed)
    tasks = [(rows, split, tuple(specs), settings, seed + i) for i, split in enumerate(splits)]
    fits = len(specs) * (settings.draws * settings.folds + 1)
    identity = key_of(rows, "nested", specs, settings, seed)
    shape = (len(specs), len(rows.labels))
    work = _FoldWork(_nested_fold, tasks, shape, message("fit-nested-search", "Nested search"), fits, identity)
    return _gathered(work, n_jobs, counter, memory or SearchCache())


@dataclass(frozen=True, slots=True)
class _FoldWork:
    """All folds of a protocol.

    Attributes:
        function: Scores of one fold from its task, float64 classifiers × rows left out.
        tasks: Arguments of the function per fold.
        shape: Classifiers and rows.
        step: Name of the step, for the progress.
        fits: Fits per fold.
        identity: With the number of a fold the key of its scores in the cache.
    """

    function: Callable[..., FloatArray]
    tasks: Sequence[tuple[Any, ...]]
    shape: tuple[int, int]
    step: Message
    fits: int
    identity: str


def _gathered(
    work: _FoldWork, n_jobs: int, counter: FitCounter | None, memory: SearchCache
) -> tuple[FloatArray | None, ...]:
    """Classifiers × rows from all folds."""
    scores = np.full(work.shape, np.nan)
    keys = [f"{work.identity}/{number}" for number in range(len(work.tasks))]
    unknown = [i for i, key in enumerate(keys) if memory.find(key) is None]
    if counter is not None and len(unknown) < len(work.tasks):
        counter.advance(work.step, work.fits * (len(work.tasks) - len(unknown)))
    for i, part in zip(unknown, work_through(work.function, [work.tasks[i] for i in unknown], n_jobs), strict=True):
        memory.keep(keys[i], [[None if np.isnan(p) else float(p) for p in row] for row in part])
        if counter is not None:
            counter.advance(work.step, work.fits)
    for (_, (_, test), *_), key in zip(work.tasks, keys, strict=True):
        scores[:, test] = np.array(memory.find(key), dtype=np.float64)
    return tuple(None if np.isnan(row).any() else row for row in scores)


def _fold_scores(
    rows: Rows, split: Split, chosen: Sequence[tuple[ClassifierSpec, Params]], seed: int, smote: bool
) -> FloatArray:
    """Classifiers × held-out rows; NaN for a classifier that could not be fitted."""
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
