"""Benchmark of the search of the composite score against the literal procedure, on a table with a known answer.

    python tests/bench/bench_search.py [--rows 348] [--columns 400] [--search paper|quick] [--jobs 2] [--sample 4]
                                       [--classifiers ET,LR,...]

The table: log-normal metrics with common factors, as many normal as abnormal rows; abnormal ones lie higher in a tenth
of the columns, so that the classes overlap. ``fit_composite`` is timed whole: search, leave-one-out of every
classifier, report, influence.

The literal procedure is that of the paper in plain scikit-learn: a pipeline of correlation filter, scaling, SMOTE and
classifier, fitted for every draw and every fold in one process, and once per image in leave-one-out. It is measured on
a sample of draws with one fold each and extrapolated, never run completely. Two figures are
given for it: with the search space of the engine, and with forests and boosting of 100 to 500 members and the
library's own bins, as such spaces are commonly written. Times are processor seconds for the literal one (one process)
and wall-clock seconds for the engine, so that a busy machine counts against the engine.
"""

from __future__ import annotations

import argparse
import importlib
import os
import statistics
import sys
import time
import warnings
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
os.environ.setdefault("OMP_NUM_THREADS", "1")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed
sys.path.insert(0, str(Path(__file__).resolve().parents[1]))

import numpy as np
from engine.metric_tables import make_table
from sklearn.base import BaseEstimator

from vqganodip.records import MetricTable
from vqganodip.scoring.classifiers import ClassifierSpec, Params, chosen_specs, draw_params
from vqganodip.scoring.composite import Composite, FitOptions, fit_composite
from vqganodip.scoring.folds import rows_of, stratified_splits
from vqganodip.scoring.leave_one_out import leave_one_out
from vqganodip.scoring.parallel import Progress
from vqganodip.scoring.search import SEARCHES

COMMON_MEMBERS: Final = (100, 200, 300, 400, 500)
OWN_BINS: Final = ("max_bin", "tree_method")
CLOSED: Final = ("KNN", "NB", "LDA", "QDA", "LR")


def say(text: str) -> None:
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


class CorrelationFilter(BaseEstimator):  # type: ignore[misc]
    """Constant columns out; of columns correlated above 0.95 the first stays."""

    def fit(self, X: Any, y: Any = None) -> CorrelationFilter:
        varying = np.flatnonzero(X.max(axis=0) > X.min(axis=0))
        upper = np.triu(np.abs(np.corrcoef(X[:, varying], rowvar=False)), k=1)
        self.columns_ = varying[~(upper > 0.95).any(axis=0)]
        return self

    def transform(self, X: Any) -> Any:
        return X[:, self.columns_]

    def fit_transform(self, X: Any, y: Any = None) -> Any:
        return self.fit(X, y).transform(X)


def literal_fit(spec: ClassifierSpec, params: Params, X: Any, y: Any, common: bool, seed: int = 0) -> Any:
    from imblearn.over_sampling import SMOTE
    from imblearn.pipeline import Pipeline
    from sklearn.preprocessing import MinMaxScaler

    arguments = {**spec.fixed, **params}
    if common:
        arguments = {k: v for k, v in arguments.items() if k not in OWN_BINS}
    if spec.seeded:
        arguments["random_state"] = seed
    module, _, name = spec.make.partition(":")
    model = getattr(importlib.import_module(module), name)(**arguments)
    steps = [
        ("filter", CorrelationFilter()),
        ("scale", MinMaxScaler(clip=True)),
        ("smote", SMOTE(random_state=seed)),
        ("fit", model),
    ]
    return Pipeline(steps).fit(X, y)


def literal_seconds(spec: ClassifierSpec, table: MetricTable, sample: int, common: bool) -> float:
    """Processor seconds of one literal fit with its prediction: mean over a sample of draws, one fold each."""
    rows = rows_of(table)
    splits = stratified_splits(rows, 5, 0)
    rng = np.random.default_rng(1)
    draws = draw_params(spec, 500, 0)
    seconds = []
    for i in range(-1, sample):  # the first fit imports the library and is not counted
        params = dict(draws[int(rng.integers(len(draws)))])
        if common and "n_estimators" in params:
            params["n_estimators"] = int(rng.choice(COMMON_MEMBERS))
        train, test = splits[i % len(splits)]
        start = time.process_time()
        literal_fit(spec, params, rows.values[train], rows.labels[train], common).predict_proba(rows.values[test])
        seconds.append(time.process_time() - start)
    return statistics.mean(seconds[1:])


def ours(table: MetricTable, args: argparse.Namespace) -> tuple[Composite, float, dict[str, float]]:
    steps: dict[str, float] = {}
    before = last = time.perf_counter()

    def told(now: Progress) -> None:
        nonlocal last
        present = time.perf_counter()
        steps[now.step] = steps.get(now.step, 0.0) + present - last
        last = present

    names = args.classifiers.split(",") if args.classifiers else None
    composite = fit_composite(table, FitOptions(search=args.search, classifiers=names), progress=told, n_jobs=args.jobs)
    return composite, time.perf_counter() - before, steps


def same_scores(composite: Composite, table: MetricTable, args: argparse.Namespace) -> None:
    """Leave-one-out of the cheap classifiers by refitting the literal pipeline, against the engine's scores."""
    rows = rows_of(table)
    for spec in chosen_specs(None, quick=False):
        if spec.name not in CLOSED or spec.name not in composite.all_scores:
            continue
        params = dict(spec.start)
        (engine,) = leave_one_out(rows, [(spec, params)], seed=0, n_jobs=args.jobs)
        assert engine is not None
        literal = np.empty(len(rows.labels))
        for i in range(len(literal)):
            kept = np.arange(len(literal)) != i
            model = literal_fit(spec, params, rows.values[kept], rows.labels[kept], common=False, seed=i)
            literal[i] = model.predict_proba(rows.values[i : i + 1])[0, 1]
        most = np.abs(engine - literal).max()
        say(f"  {spec.name:8s} first draw, every image left out: largest difference {most:.2g}")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--rows", type=int, default=348)
    parser.add_argument("--columns", type=int, default=400)
    parser.add_argument("--search", choices=("paper", "quick"), default="paper")
    parser.add_argument("--classifiers", default="")
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--sample", type=int, default=4)
    args = parser.parse_args()
    warnings.simplefilter("ignore")
    half = args.rows // 2
    table = make_table(half, args.rows - half, columns=args.columns, informative=args.columns // 10, shift=0.6, seed=1)
    composite, wall, steps = ours(table, args)
    say(f"{args.rows} x {args.columns}, search {args.search}, {args.jobs} processes")
    for step, seconds in steps.items():
        say(f"  {step:24s} {seconds:8.1f} s")
    say(f"  engine, all             {wall:9.1f} s = {wall / 60:.1f} min; chosen: {composite.classifier}")
    for row in composite.report.rows:
        say(f"  {row.name:10s} AUROC {row.auroc or 0:.3f}  ZFN accuracy {row.zfn.confusion.accuracy or 0:.3f}")
    if not args.sample:
        return
    names = args.classifiers.split(",") if args.classifiers else None
    specs = chosen_specs(names, quick=not SEARCHES[args.search].all_classifiers)
    totals = {False: 0.0, True: 0.0}
    say("Literal, processor seconds of one fit (engine's space; common space), 500 draws on 5 folds and leave-one-out:")
    for spec in specs:
        fits = 500 * 5 + args.rows
        each = {common: literal_seconds(spec, table, args.sample, common) for common in totals}
        for common, seconds in each.items():
            totals[common] += seconds * fits
        say(f"  {spec.name:8s} {each[False]:7.3f} {each[True]:7.3f} s   x {fits}")
    for common, what in ((False, "engine's space"), (True, "common space")):
        say(f"literal, {what}: {totals[common] / 3600:.2f} h, {totals[common] / wall:.1f} x the engine")
    same_scores(composite, table, args)


if __name__ == "__main__":
    main()
