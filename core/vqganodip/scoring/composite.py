"""The composite score of a metric table: search, held-out scores, threshold and final model (paper section 3.3)."""

from __future__ import annotations

import dataclasses
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from vqganodip.errors import Message, ScoringError, message
from vqganodip.records import LabelledImage, MetricTable
from vqganodip.scoring.classifiers import ClassifierSpec, chosen_specs
from vqganodip.scoring.folds import Rows, leave_parts_out, rows_of
from vqganodip.scoring.importance import Influence, most_influential, own_weights
from vqganodip.scoring.leave_one_out import OUTER_FOLDS, Protocol, leave_one_out, nested_scores
from vqganodip.scoring.parallel import FitCounter, OnProgress
from vqganodip.scoring.report import Report
from vqganodip.scoring.report_row import (
    ReportRow,
    RowKind,
    measured_row,
)
from vqganodip.scoring.report_warnings import report_warnings
from vqganodip.scoring.scorer import Scorer, fit_scorer
from vqganodip.scoring.search import (
    SEARCHES,
    SearchResult,
    SearchSettings,
    fits_of_a_search,
    prepare_search,
    search_params,
)
from vqganodip.scoring.search_cache import SearchCache, key_of
from vqganodip.scoring.threshold import Threshold, zfn_threshold
from vqganodip.types import FloatArray

__all__ = ["MAX_SEED", "Composite", "FitOptions", "check_options", "fit_composite"]


@dataclass(frozen=True, slots=True, eq=False)
class Composite:
    """The composite score, fitted.

    Attributes:
        classifier: The chosen classifier.
        scores: float64 N, its held-out score of each image, in the order of ``images``.
        labels: int64 N, 1 for defective.
        images: The N images.
        all_scores: The same for every classifier.
        threshold: Set on ``scores``; its indices point into ``images``.
        scorer: Fitted on all rows, for new boards only (see ``scorer.py``).
        report: Its performance.
    """

    classifier: str
    scores: FloatArray = field(repr=False)
    labels: np.ndarray[Any, np.dtype[np.int64]] = field(repr=False)
    images: tuple[LabelledImage, ...] = field(repr=False)
    all_scores: Mapping[str, FloatArray] = field(repr=False)
    threshold: Threshold
    scorer: Scorer
    report: Report = field(repr=False)


@dataclass(frozen=True, slots=True)
class _ScoredClassifier:
    """A classifier with its search result, its scores and its row."""

    spec: ClassifierSpec
    search: SearchResult
    scores: FloatArray
    row: ReportRow

    @property
    def rank(self) -> tuple[float, float]:
        return (self.row.zfn.confusion.accuracy or 0.0, self.row.auroc or 0.0)


@dataclass(slots=True)
class _SearchedClassifiers:
    """Search results in the order of the work, their held-out scores, and the errors of classifiers left out.

    Scores are None where a classifier could not be fitted with some images left out.
    """

    results: list[tuple[ClassifierSpec, SearchResult]]
    scores: list[FloatArray | None]
    refused: list[ScoringError]


@dataclass(frozen=True, slots=True)
class _Run:
    """Data that every step of a fit needs."""

    settings: SearchSettings
    protocol: Protocol
    seed: int
    n_jobs: int
    counter: FitCounter
    memory: SearchCache


@dataclass(frozen=True, slots=True, kw_only=True)
class FitOptions:
    """Options of a fit of the composite score.

    Attributes:
        search: ``quick``, ``paper``, or custom settings.
        protocol: ``paper`` or ``nested``; see ``leave_one_out.py``.
        classifiers: Names in CLASSIFIERS. Default: the quick ones; with the search ``paper`` the paper's twelve.
        seed: Same seed, same machine: same result, whatever ``n_jobs``.
        without: Names of metric families that the score must not use, to see what they bring.
    """

    search: str | SearchSettings = "quick"
    protocol: str = "paper"
    classifiers: Sequence[str] | None = None
    seed: int = 0
    without: tuple[str, ...] = ()


_DEFAULTS: Final = FitOptions()

MAX_SEED: Final = 2**32 - 1 - 1_000_000
"""Largest seed: every step adds its number to it, and scikit-learn takes 32 bits."""


def fit_composite(
    table: MetricTable,
    options: FitOptions = _DEFAULTS,
    *,
    directions: Mapping[str, int] | None = None,
    baselines: Mapping[str, FloatArray] | None = None,
    progress: OnProgress | None = None,
    n_jobs: int = 1,
    memory: SearchCache | None = None,
) -> Composite:
    """Fit the composite score (paper section 3.3) and report on it.

    Args:
        table: Metric rows of labelled images; images of one group are left out together.
        options: Search, protocol, classifiers and seed.
        directions: Per column −1 where lower is more abnormal; 1 otherwise. Only MLR uses it.
        baselines: Per baseline N numbers, higher is more defective. They are never inverted after looking at the
            labels; brightness is given as the deviation from that of normal training images.
        progress: Called between fits; an exception that it raises stops the work and propagates.
        n_jobs: Processes.
        memory: Cache of an earlier, interrupted call with the same arguments; see ``scoring/search_cache.py``.

    Returns:
        The composite with the classifier of highest ZFN accuracy; ties go to the higher AUROC, then to table order.

    Raises:
        ScoringError: Too few images of a class, values that are not finite, constant metrics, unknown names,
            or classifiers that cannot be fitted.
    """
    settings, protocol, specs = check_options(options)
    table = _without_families(table, options.without)
    rows = rows_of(table, _signs(table, directions))
    baseline_rows = _baseline_rows(baselines or {}, rows, table.images)  # before the slow part, to fail early
    tried = _with_metrics(specs, table.names)
    counter = FitCounter(_fits(rows, len(tried), settings, protocol), progress)
    run = _Run(settings, protocol, options.seed, n_jobs, counter, SearchCache() if memory is None else memory)
    found = _searched_and_scored(run, tried, rows, table.names)
    ranked, unfit = _scored_classifiers(found, rows, table.images)
    best = max(ranked, key=lambda one: one.rank)
    scorer, influences = _final_model(run, best, rows, table.names)
    refused: list[ScoringError | Message] = [*found.refused, *unfit]
    return Composite(
        classifier=best.spec.name,
        scores=best.scores,
        labels=rows.labels,
        images=table.images,
        all_scores={one.spec.name: one.scores for one in ranked},
        threshold=zfn_threshold(best.scores, rows.labels),
        scorer=scorer,
        report=_report(run, best, rows, scorer, (*(one.row for one in ranked), *baseline_rows), refused, influences),
    )


def _without_families(table: MetricTable, families: Sequence[str]) -> MetricTable:
    """The table without the columns of some families; ScoringError if none is left."""
    kept = [i for i, name in enumerate(table.names) if name.partition(".")[0] not in families]
    if not kept:
        raise ScoringError(
            "fit-no-metric-left",
            "without {families} no metric is left",
            where=message("place-preprocessing", "preprocessing"),
            todo="Leave out fewer families.",
            families=", ".join(families),
        )
    if len(kept) == len(table.names):
        return table
    return MetricTable(tuple(table.names[i] for i in kept), table.values[:, kept], table.images)


def check_options(options: FitOptions) -> tuple[SearchSettings, Protocol, tuple[ClassifierSpec, ...]]:
    """Look up search, protocol and classifiers; called first by whatever measures images for a fit.

    Raises:
        ScoringError: An unknown name, or a seed that the libraries cannot take.
    """
    settings, protocol = _settings(options.search), _protocol(options.protocol)
    if not 0 <= options.seed <= MAX_SEED:
        raise ScoringError(
            "seed-out-of-range",
            "the seed {seed} cannot be used",
            where=message("place-search", "search"),
            todo="Use a whole number from 0 to {most}.",
            seed=options.seed,
            most=MAX_SEED,
        )
    return settings, protocol, chosen_specs(options.classifiers, quick=not settings.all_classifiers)


def _with_metrics(specs: Sequence[ClassifierSpec], names: Sequence[str]) -> tuple[ClassifierSpec, ...]:
    """The classifiers whose metrics the table has; ScoringError if there are none."""
    found = tuple(spec for spec in specs if spec.columns(names))
    if not found:
        raise ScoringError(
            "classifier-metrics-missing",
            "{name} needs metrics that these images do not have",
            where=message("place-classifiers", "classifiers"),
            todo="Choose another classifier, or fit a bundle of a registered product.",
            name=specs[0].name,
        )
    return found


def _searched_and_scored(
    run: _Run, specs: Sequence[ClassifierSpec], rows: Rows, names: Sequence[str]
) -> _SearchedClassifiers:
    """Search and score the classifiers, together those that see the same columns."""
    found = _SearchedClassifiers([], [], [])
    for view in dict.fromkeys((spec.columns(names), spec.max_correlation) for spec in specs):
        same = [spec for spec in specs if (spec.columns(names), spec.max_correlation) == view]
        seen = rows.seen_by(*view)
        results, refused = _searched(run, same, seen)
        found.results += results
        found.refused += refused
        found.scores += _scored(run, results, seen) if results else ()
    if not found.results:
        raise ScoringError(
            "search-no-classifier",
            "no classifier can be fitted",
            where=message("place-search", "search"),
            todo="{reason}",
            reason=found.refused[0],
        )
    return found


def _final_model(
    run: _Run, best: _ScoredClassifier, rows: Rows, names: Sequence[str]
) -> tuple[Scorer, tuple[Influence, ...]]:
    """Fit the chosen classifier on all rows and rank its metrics."""
    spec, params, smote = best.spec, best.search.params, run.settings.smote
    columns = spec.columns(names)
    used, seen = tuple(names[i] for i in columns), rows.seen_by(columns, spec.max_correlation)
    scorer = fit_scorer(used, seen, spec.name, params, seed=run.seed, smote=smote)
    run.counter.advance(message("fit-final-model", "Final model"), run.counter.total)
    own = own_weights(scorer.estimator, [used[i] for i in scorer.preprocessing.columns])
    return scorer, most_influential(seen, used, spec, params, seed=run.seed, smote=smote, own=own)


def _report(
    run: _Run,
    best: _ScoredClassifier,
    rows: Rows,
    scorer: Scorer,
    report_rows: tuple[ReportRow, ...],
    refused: Sequence[ScoringError | Message],
    influences: tuple[Influence, ...],
) -> Report:
    parts = _parts(rows, run.settings, run.protocol)
    left_out = tuple(message("report-left-out", "Left out: {reason}", reason=reason) for reason in refused)
    return Report(
        protocol=run.protocol,
        search=run.settings.name,
        draws=run.settings.draws,
        seed=run.seed,
        normal=int((rows.labels == 0).sum()),
        abnormal=int((rows.labels == 1).sum()),
        groups=len(np.unique(rows.groups)),
        parts=parts,
        metrics=len(scorer.names),
        kept=len(scorer.preprocessing.columns),
        chosen=best.spec.name,
        rows=report_rows,
        warnings=report_warnings(best.row, run.protocol, rows, parts=parts, smote=run.settings.smote) + left_out,
        influences=influences,
    )


def _settings(search: str | SearchSettings) -> SearchSettings:
    if isinstance(search, SearchSettings):
        return search
    if search not in SEARCHES:
        raise ScoringError(
            "search-unknown",
            "there is no search {name!r}",
            where=message("place-search", "search"),
            todo="Use {names}.",
            name=search,
            names=" or ".join(SEARCHES),
        )
    return SEARCHES[search]


def _protocol(protocol: str) -> Protocol:
    try:
        return Protocol(protocol)
    except ValueError as error:
        raise ScoringError(
            "protocol-unknown",
            "there is no protocol {name!r}",
            where=message("place-protocol", "protocol"),
            todo="Use {names}.",
            name=protocol,
            names=" or ".join(Protocol),
        ) from error


def _signs(table: MetricTable, directions: Mapping[str, int] | None) -> np.ndarray[Any, np.dtype[np.int64]] | None:
    if directions is None:
        return None
    return np.array([-1 if directions.get(name, 1) < 0 else 1 for name in table.names], dtype=np.int64)


def _fits(rows: Rows, specs: int, settings: SearchSettings, protocol: Protocol) -> int:
    one_search = specs * fits_of_a_search(settings)
    if protocol is Protocol.NESTED:
        return one_search * (OUTER_FOLDS + 1) + specs * OUTER_FOLDS + 1
    return one_search + specs * _parts(rows, settings, protocol) + 1


def _parts(rows: Rows, settings: SearchSettings, protocol: Protocol) -> int:
    if protocol is Protocol.NESTED:
        return min(OUTER_FOLDS, *(len(np.unique(rows.groups[rows.labels == label])) for label in (0, 1)))
    return len(leave_parts_out(rows, settings.parts, seed=0))


def _searched(
    run: _Run, specs: Sequence[ClassifierSpec], rows: Rows
) -> tuple[list[tuple[ClassifierSpec, SearchResult]], list[ScoringError]]:
    settings = run.settings
    folds = prepare_search(rows, settings, run.seed)
    results: list[tuple[ClassifierSpec, SearchResult]] = []
    refused: list[ScoringError] = []
    for spec in specs:
        key = key_of(rows, "search", spec, settings, run.seed)
        known = run.memory.find(key)
        if known is not None:
            run.counter.advance(message("fit-known", "{name}: known", name=spec.name), fits_of_a_search(settings))
            results.append((spec, SearchResult(**known)))
            continue
        try:
            result = search_params(spec, folds, rows.labels, settings, run.seed, run.n_jobs, run.counter)
        except ScoringError as error:
            refused.append(error)
            continue
        run.memory.keep(key, dataclasses.asdict(result))
        results.append((spec, result))
    return results, refused


def _scored(
    run: _Run, results: Sequence[tuple[ClassifierSpec, SearchResult]], rows: Rows
) -> tuple[FloatArray | None, ...]:
    if run.protocol is Protocol.NESTED:
        return nested_scores(
            rows,
            [spec for spec, _ in results],
            run.settings,
            seed=run.seed,
            n_jobs=run.n_jobs,
            counter=run.counter,
            memory=run.memory,
        )
    return leave_one_out(
        rows,
        [(spec, result.params) for spec, result in results],
        seed=run.seed,
        smote=run.settings.smote,
        parts=run.settings.parts,
        n_jobs=run.n_jobs,
        counter=run.counter,
        memory=run.memory,
    )


def _scored_classifiers(
    found: _SearchedClassifiers, rows: Rows, images: Sequence[LabelledImage]
) -> tuple[list[_ScoredClassifier], list[Message]]:
    ranked: list[_ScoredClassifier] = []
    unfit: list[Message] = []
    for (spec, result), scores in zip(found.results, found.scores, strict=True):
        if scores is None:
            unfit.append(
                message(
                    "report-classifier-unfit",
                    "{name}: {title} could not be fitted with some images left out.",
                    name=spec.name,
                    title=spec.title,
                )
            )
            continue
        row = measured_row(
            spec.name,
            RowKind.CLASSIFIER,
            scores,
            rows.labels,
            images,
            in_paper=spec.in_paper,
            params=result.params,
            search_accuracy=result.accuracy,
        )
        ranked.append(_ScoredClassifier(spec, result, scores, row))
    if not ranked:
        raise ScoringError(
            "leave-one-out-no-classifier",
            "no classifier can be fitted with images left out",
            where=message("place-leave-one-out", "leave-one-out"),
            todo="{reason}",
            reason=unfit[0],
        )
    return ranked, unfit


def _baseline_rows(
    baselines: Mapping[str, FloatArray], rows: Rows, images: Sequence[LabelledImage]
) -> tuple[ReportRow, ...]:
    for name, values in baselines.items():
        if np.shape(values) != rows.labels.shape:
            raise ScoringError(
                "report-values-count",
                "{values} values for {images} images",
                where=name,
                todo="Give one per image.",
                values=np.size(values),
                images=len(rows.labels),
            )
    return tuple(
        measured_row(name, RowKind.BASELINE, np.asarray(values, dtype=np.float64), rows.labels, images)
        for name, values in baselines.items()
    )
