"""The composite score of a metric table, and its report in the form of the paper's tables."""

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
from vqganodip.scoring.report_row import (
    OperatingPoint,
    ReportRow,
    RowKind,
    evaluate_scores,
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
from vqganodip.scoring.threshold import Confusion, Threshold, zfn_threshold
from vqganodip.types import FloatArray

__all__ = [
    "Composite",
    "Report",
    "ReportRow",
    "evaluate_scores",
    "fit_composite",
    "report_from_dict",
    "report_rows",
    "report_to_dict",
]


@dataclass(frozen=True, slots=True)
class Report:
    """What was fitted, how, and how it performs.

    Attributes:
        protocol: ``paper`` or ``nested``.
        search: Name of the search.
        draws: Draws per classifier.
        seed: Seed of everything.
        normal: Number of normal images.
        abnormal: Number of abnormal images.
        groups: Number of groups left out together; equals the number of images if each is its own group.
        parts: Number of parts left out in turn; equals ``groups`` in a literal leave-one-out.
        metrics: Columns of the table.
        kept: Number of columns that the preprocessing of the final model retained.
        chosen: Name of the chosen classifier: highest accuracy at the ZFN threshold, then highest AUROC.
        rows: Classifiers, then baselines.
        warnings: Sentences that must be shown to people.
        influences: The ten most important metrics of the chosen classifier (Figure 14); empty in older reports.
    """

    protocol: Protocol
    search: str
    draws: int
    seed: int
    normal: int
    abnormal: int
    groups: int
    parts: int
    metrics: int
    kept: int
    chosen: str
    rows: tuple[ReportRow, ...]
    warnings: tuple[Message, ...]
    influences: tuple[Influence, ...] = ()

    def row(self, name: str) -> ReportRow:
        """The row of the given name; KeyError if there is none."""
        for row in self.rows:
            if row.name == name:
                return row
        raise KeyError(name)


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


@dataclass(frozen=True, slots=True, kw_only=True)
class FitOptions:
    """How a composite score is fitted.

    Attributes:
        search: ``quick``, ``paper``, or custom settings.
        protocol: ``paper`` or ``nested``; see ``leave_one_out.py``.
        classifiers: Names in CLASSIFIERS. Default: the quick ones; with the search ``paper`` the paper's twelve.
        seed: Same seed, same machine: same result, whatever ``n_jobs``.
    """

    search: str | SearchSettings = "quick"
    protocol: str = "paper"
    classifiers: Sequence[str] | None = None
    seed: int = 0


_DEFAULTS: Final = FitOptions()


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
    settings, kind, seed = _settings(options.search), _protocol(options.protocol), options.seed
    specs = chosen_specs(options.classifiers, quick=not settings.all_classifiers)
    rows = rows_of(table, _signs(table, directions))
    baseline_rows = _baseline_rows(baselines or {}, rows, table.images)  # before the slow part, to fail early
    tried = tuple(spec for spec in specs if spec.columns(table.names))
    if not tried:
        raise ScoringError(
            "classifier-metrics-missing",
            "{name} needs metrics that these images do not have",
            where=message("place-classifiers", "classifiers"),
            todo="Choose another classifier, or fit a bundle of a registered product.",
            name=specs[0].name,
        )
    counter = FitCounter(_fits(rows, len(tried), settings, kind), progress)
    memory = SearchCache() if memory is None else memory
    results: list[tuple[ClassifierSpec, SearchResult]] = []
    scored: list[FloatArray | None] = []
    refused: list[ScoringError] = []
    for columns in dict.fromkeys(spec.columns(table.names) for spec in tried):
        same = [spec for spec in tried if spec.columns(table.names) == columns]
        seen = rows.with_columns(columns)
        good, bad = _searched(same, seen, settings, seed, n_jobs, counter, memory)
        results += good
        refused += bad
        scored += _scored(good, seen, settings, kind, seed, n_jobs, counter, memory) if good else ()
    if not results:
        raise ScoringError(
            "search-no-classifier",
            "no classifier can be fitted",
            where=message("place-search", "search"),
            todo="{reason}",
            reason=refused[0],
        )
    ranked, unfit = _scored_classifiers(results, scored, rows, table.images)
    best = max(ranked, key=lambda j: j.rank)
    columns = best.spec.columns(table.names)
    names = tuple(table.names[i] for i in columns)
    scorer = fit_scorer(
        names, rows.with_columns(columns), best.spec.name, best.search.params, seed=seed, smote=settings.smote
    )
    counter.advance(message("fit-final-model", "Final model"), counter.total)
    report = _report(best, ranked, rows, settings, kind, seed, scorer)
    reasons: list[ScoringError | Message] = [*refused, *unfit]
    left_out = tuple(message("report-left-out", "Left out: {reason}", reason=reason) for reason in reasons)
    fitted = [names[i] for i in scorer.preprocessing.columns]
    influences = most_influential(
        rows.with_columns(columns),
        names,
        best.spec,
        best.search.params,
        seed=seed,
        smote=settings.smote,
        own=own_weights(scorer.estimator, fitted),
    )
    report = dataclasses.replace(
        report, rows=report.rows + baseline_rows, warnings=report.warnings + left_out, influences=influences
    )
    return Composite(
        classifier=best.spec.name,
        scores=best.scores,
        labels=rows.labels,
        images=table.images,
        all_scores={j.spec.name: j.scores for j in ranked},
        threshold=zfn_threshold(best.scores, rows.labels),
        scorer=scorer,
        report=report,
    )


def _report(
    best: _ScoredClassifier,
    ranked: Sequence[_ScoredClassifier],
    rows: Rows,
    settings: SearchSettings,
    protocol: Protocol,
    seed: int,
    scorer: Scorer,
) -> Report:
    """The report of the classifiers alone."""
    return Report(
        protocol=protocol,
        search=settings.name,
        draws=settings.draws,
        seed=seed,
        normal=int((rows.labels == 0).sum()),
        abnormal=int((rows.labels == 1).sum()),
        groups=len(np.unique(rows.groups)),
        parts=_parts(rows, settings, protocol),
        metrics=len(scorer.names),
        kept=len(scorer.preprocessing.columns),
        chosen=best.spec.name,
        rows=tuple(j.row for j in ranked),
        warnings=report_warnings(
            best.row, protocol, rows, parts=_parts(rows, settings, protocol), smote=settings.smote
        ),
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
    specs: Sequence[ClassifierSpec],
    rows: Rows,
    settings: SearchSettings,
    seed: int,
    n_jobs: int,
    counter: FitCounter,
    memory: SearchCache,
) -> tuple[list[tuple[ClassifierSpec, SearchResult]], list[ScoringError]]:
    folds = prepare_search(rows, settings, seed)
    results: list[tuple[ClassifierSpec, SearchResult]] = []
    refused: list[ScoringError] = []
    for spec in specs:
        key = key_of(rows, "search", spec, settings, seed)
        known = memory.find(key)
        if known is not None:
            counter.advance(message("fit-known", "{name}: known", name=spec.name), fits_of_a_search(settings))
            results.append((spec, SearchResult(**known)))
            continue
        try:
            result = search_params(spec, folds, rows.labels, settings, seed, n_jobs, counter)
        except ScoringError as error:
            refused.append(error)
            continue
        memory.keep(key, dataclasses.asdict(result))
        results.append((spec, result))
    return results, refused


def _scored(
    results: Sequence[tuple[ClassifierSpec, SearchResult]],
    rows: Rows,
    settings: SearchSettings,
    protocol: Protocol,
    seed: int,
    n_jobs: int,
    counter: FitCounter,
    memory: SearchCache,
) -> tuple[FloatArray | None, ...]:
    if protocol is Protocol.NESTED:
        specs = [spec for spec, _ in results]
        return nested_scores(rows, specs, settings, seed=seed, n_jobs=n_jobs, counter=counter, memory=memory)
    chosen = [(spec, result.params) for spec, result in results]
    return leave_one_out(
        rows,
        chosen,
        seed=seed,
        smote=settings.smote,
        parts=settings.parts,
        n_jobs=n_jobs,
        counter=counter,
        memory=memory,
    )


def _scored_classifiers(
    results: Sequence[tuple[ClassifierSpec, SearchResult]],
    scored: Sequence[FloatArray | None],
    rows: Rows,
    images: Sequence[LabelledImage],
) -> tuple[list[_ScoredClassifier], list[Message]]:
    ranked: list[_ScoredClassifier] = []
    unfit: list[Message] = []
    for (spec, result), scores in zip(results, scored, strict=True):
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


def report_rows(report: Report) -> tuple[dict[str, Any], ...]:
    """The report as flat rows, in the columns of the paper's tables and a few more. Rates in [0, 1] or None.

    Columns: name, kind, in_paper, chosen, accuracy/precision/fpr/fnr each ``_std`` and ``_zfn``, auroc, threshold,
    fpr_1 and fpr_2 (false-positive rate with one and two allowed misses), miss_bound, set_by, given_up.
    """
    return tuple(_flat(row, report.chosen) for row in report.rows)


def _flat(row: ReportRow, chosen: str) -> dict[str, Any]:
    flat: dict[str, Any] = {
        "name": row.name,
        "kind": str(row.kind),
        "in_paper": row.in_paper,
        "chosen": row.name == chosen and row.kind is RowKind.CLASSIFIER,
    }
    for rate in ("accuracy", "precision", "fpr", "fnr"):
        flat[f"{rate}_std"] = None if row.std is None else getattr(row.std, rate)
        flat[f"{rate}_zfn"] = getattr(row.zfn.confusion, rate)
    flat["auroc"] = row.auroc
    flat["threshold"] = row.zfn.threshold
    for allowed in (1, 2):
        there = len(row.points) > allowed
        flat[f"fpr_{allowed}"] = row.points[allowed].confusion.fpr if there else None
    flat["miss_bound"] = row.zfn.miss_bound
    flat["set_by"] = ", ".join(row.zfn.set_by)
    flat["given_up"] = ", ".join(row.points[-1].missed)
    return flat


def report_to_dict(report: Report) -> dict[str, Any]:
    """The report as plain JSON values; :func:`report_from_dict` is the inverse."""
    warnings = [warning.to_json() for warning in report.warnings]
    return {**dataclasses.asdict(dataclasses.replace(report, warnings=())), "warnings": warnings}


def report_from_dict(values: Mapping[str, Any]) -> Report:
    """Read the report that :func:`report_to_dict` wrote.

    Raises:
        ScoringError: It does not fit this version.
    """
    try:
        rows = tuple(_row_from(row) for row in values["rows"])
        influences = tuple(Influence(**value) for value in values.get("influences", ()))
        rest = {
            **values,
            "rows": rows,
            "warnings": tuple(map(Message.from_dict, values["warnings"])),
            "influences": influences,
        }
        return Report(**{**rest, "protocol": Protocol(values["protocol"])})
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        raise ScoringError(
            "report-unreadable",
            "the report does not fit this version ({error})",
            where=message("place-report", "report"),
            todo="Train the bundle again.",
            error=str(error),
        ) from error


def _row_from(values: Mapping[str, Any]) -> ReportRow:
    points = tuple(
        OperatingPoint(
            **{
                **point,
                "confusion": Confusion(**point["confusion"]),
                "set_by": tuple(point["set_by"]),
                "missed": tuple(point["missed"]),
            }
        )
        for point in values["points"]
    )
    std = None if values["std"] is None else Confusion(**values["std"])
    return ReportRow(**{**values, "kind": RowKind(values["kind"]), "std": std, "points": points})
