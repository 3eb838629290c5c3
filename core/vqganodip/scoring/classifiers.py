"""CLASSIFIERS: the twelve of the paper and four additions, with their search spaces and fixed arguments.

Every classifier runs on one thread and takes an explicit seed. Libraries are imported when a classifier is built.
"""

from __future__ import annotations

import importlib
import math
import warnings
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any, Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import ScoringError, message
from vqganodip.scoring.preprocessing import MAX_CORRELATION
from vqganodip.types import FloatArray

__all__ = [
    "CLASSIFIERS",
    "Choice",
    "ClassifierSpec",
    "IntRange",
    "LogUniform",
    "Params",
    "Uniform",
    "chosen_specs",
    "draw_params",
    "fit_classifier",
    "probability",
]

Params: TypeAlias = Mapping[str, Any]

_NUDGE: Final = 1e-9


@dataclass(frozen=True, slots=True)
class Choice:
    """One of the values, with equal probability."""

    values: tuple[Any, ...]

    def draw(self, rng: np.random.Generator) -> Any:
        return self.values[int(rng.integers(len(self.values)))]


@dataclass(frozen=True, slots=True)
class IntRange:
    """An integer from low to high, inclusive."""

    low: int
    high: int

    def draw(self, rng: np.random.Generator) -> int:
        return int(rng.integers(self.low, self.high + 1))


@dataclass(frozen=True, slots=True)
class Uniform:
    """A number between low and high."""

    low: float
    high: float

    def draw(self, rng: np.random.Generator) -> float:
        return float(rng.uniform(self.low, self.high))


@dataclass(frozen=True, slots=True)
class LogUniform:
    """A number between low and high, uniform in its logarithm."""

    low: float
    high: float

    def draw(self, rng: np.random.Generator) -> float:
        return float(np.exp(rng.uniform(np.log(self.low), np.log(self.high))))


Distribution: TypeAlias = Choice | IntRange | Uniform | LogUniform


@dataclass(frozen=True, slots=True)
class ClassifierSpec:
    """A classifier of the table.

    Attributes:
        name: Short name, as in the paper's tables.
        title: Full name, for display.
        make: ``module:class``.
        start: The first draw of every search, a sensible manual choice.
        space: Distributions of the parameters of later draws.
        fixed: Arguments that are always passed.
        seeded: True if it takes ``random_state``.
        quick: True if the search ``quick`` tries it.
        in_paper: True for the paper's twelve.
        families: Metric families it uses; empty for all. It is not tried if the table has no column of them.
        correlated: True if it sees columns that are correlated with others as well; without them the first one alone
            would stand for all, and another may tell more.
    """

    name: str
    title: str
    make: str
    start: Params
    space: Mapping[str, Distribution]
    fixed: Params = field(default_factory=dict)
    seeded: bool = False
    quick: bool = False
    in_paper: bool = True
    families: tuple[str, ...] = ()
    correlated: bool = False

    @property
    def max_correlation(self) -> float:
        """Correlation beyond which it sees the first of two columns alone."""
        return math.inf if self.correlated else MAX_CORRELATION

    def columns(self, names: Sequence[str]) -> tuple[int, ...]:
        """Indices of the columns that it uses."""
        return tuple(i for i, n in enumerate(names) if not self.families or n.partition(".")[0] in self.families)


_TREE_SPACE: Final[dict[str, Distribution]] = {
    "max_depth": Choice((None, 2, 3, 5, 8, 12)),
    "min_samples_leaf": IntRange(1, 6),
    "criterion": Choice(("gini", "entropy")),
}
_FOREST_SPACE: Final[dict[str, Distribution]] = {
    "n_estimators": Choice((60, 100, 150)),
    **_TREE_SPACE,
    "max_features": Choice(("sqrt", "log2", 0.1, 0.3)),
}
_BOOST_SPACE: Final[dict[str, Distribution]] = {
    "n_estimators": Choice((30, 60, 100, 150)),
    "learning_rate": LogUniform(0.02, 0.4),
}

_RATES: Final = tuple(round(0.05 * 1.1**i, 4) for i in range(39))

_SPECS: Final = (
    ClassifierSpec(
        "DT",
        "Decision tree",
        "sklearn.tree:DecisionTreeClassifier",
        start={"max_depth": 3, "min_samples_leaf": 2},
        space=_TREE_SPACE,
        seeded=True,
    ),
    ClassifierSpec(
        "RF",
        "Random forest",
        "sklearn.ensemble:RandomForestClassifier",
        start={"n_estimators": 100},
        space=_FOREST_SPACE,
        fixed={"n_jobs": 1},
        seeded=True,
    ),
    ClassifierSpec(
        "ET",
        "Extremely randomised trees",
        "sklearn.ensemble:ExtraTreesClassifier",
        start={"n_estimators": 100},
        space=_FOREST_SPACE,
        fixed={"n_jobs": 1},
        seeded=True,
        quick=True,
    ),
    ClassifierSpec(
        "ADA",
        "AdaBoost",
        "sklearn.ensemble:AdaBoostClassifier",
        start={"n_estimators": 50},
        # A grid of rates, so that draws share fits (warm_start.py): neighbours on it differ by a tenth.
        space={"n_estimators": IntRange(10, 60), "learning_rate": Choice(_RATES)},
        seeded=True,
    ),
    ClassifierSpec(
        "LGBM",
        "LightGBM",
        "lightgbm:LGBMClassifier",
        start={"n_estimators": 60, "learning_rate": 0.1, "min_child_samples": 5},
        space={
            **_BOOST_SPACE,
            "num_leaves": Choice((3, 7, 15, 31)),
            "min_child_samples": Choice((3, 5, 10, 20)),
            "colsample_bytree": Uniform(0.2, 1.0),
            "reg_lambda": LogUniform(1e-3, 30.0),
        },
        fixed={"n_jobs": 1, "verbose": -1, "deterministic": True, "force_row_wise": True, "max_bin": 63},
        seeded=True,
    ),
    ClassifierSpec(
        "GBC",
        "Gradient boosting",
        "sklearn.ensemble:GradientBoostingClassifier",
        start={"n_estimators": 60, "max_depth": 2, "max_features": 0.3},
        space={
            # Grids, so that draws share fits (warm_start.py): rates a factor of 1.8 apart, from 0.02 to 0.4.
            "n_estimators": Choice((30, 60, 100, 150)),
            "learning_rate": Choice((0.02, 0.036, 0.066, 0.12, 0.22, 0.4)),
            "max_depth": IntRange(1, 4),
            "max_features": Choice(("sqrt", 0.1, 0.3)),
            "subsample": Choice((0.6, 0.8, 1.0)),
        },
        seeded=True,
    ),
    ClassifierSpec(
        "XGBoost",
        "XGBoost",
        "xgboost:XGBClassifier",
        start={"n_estimators": 60, "max_depth": 3, "learning_rate": 0.15, "colsample_bytree": 0.5},
        space={
            **_BOOST_SPACE,
            "max_depth": IntRange(1, 5),
            "colsample_bytree": Uniform(0.2, 1.0),
            "subsample": Uniform(0.6, 1.0),
            "min_child_weight": LogUniform(0.1, 5.0),
            "reg_lambda": LogUniform(0.1, 30.0),
        },
        fixed={"n_jobs": 1, "tree_method": "hist", "max_bin": 32, "verbosity": 0},
        seeded=True,
        quick=True,
    ),
    ClassifierSpec(
        "LR",
        "Logistic regression",
        "sklearn.linear_model:LogisticRegression",
        start={"C": 0.1},
        space={"C": LogUniform(1e-3, 1e2)},
        fixed={"max_iter": 3000},
        quick=True,
    ),
    ClassifierSpec(
        "KNN",
        "k nearest neighbours",
        "sklearn.neighbors:KNeighborsClassifier",
        start={"n_neighbors": 5},
        space={"n_neighbors": IntRange(1, 25), "weights": Choice(("uniform", "distance")), "p": Choice((1, 2))},
    ),
    ClassifierSpec(
        "NB",
        "Naive Bayes",
        "sklearn.naive_bayes:GaussianNB",
        start={"var_smoothing": 1e-2},
        space={"var_smoothing": LogUniform(1e-9, 1.0)},
    ),
    ClassifierSpec(
        "LDA",
        "Linear discriminant analysis",
        "sklearn.discriminant_analysis:LinearDiscriminantAnalysis",
        start={"shrinkage": "auto"},
        space={"shrinkage": Uniform(0.05, 1.0)},
        fixed={"solver": "lsqr"},
    ),
    ClassifierSpec(
        # Plain QDA raises as soon as a class has fewer rows than columns. A shrunken covariance is regular unless all
        # rows of a class are equal.
        "QDA",
        "Quadratic discriminant analysis",
        "sklearn.discriminant_analysis:QuadraticDiscriminantAnalysis",
        start={"shrinkage": 0.5},
        space={"shrinkage": Uniform(0.05, 1.0)},
        fixed={"solver": "eigen"},
    ),
    ClassifierSpec(
        "MLR",
        "Monotone logistic regression",
        "vqganodip.scoring.monotone:MonotoneLogisticRegression",
        start={"C": 0.1},
        space={"C": LogUniform(1e-3, 1e1)},
        quick=True,
        in_paper=False,
    ),
    ClassifierSpec(
        # A dozen metrics calibrated on normal boards alone. With 30 labelled images they lose less to chance
        # than all 400 (core/decisions/007).
        "DLR",
        "Monotone logistic regression on deviations from normal boards",
        "vqganodip.scoring.monotone:MonotoneLogisticRegression",
        start={"C": 1.0},
        space={"C": LogUniform(0.1, 10.0)},
        quick=True,
        in_paper=False,
        families=("excess", "latent", "foreign"),
    ),
    ClassifierSpec(
        "FLR",
        "Monotone logistic regression on distances to features of normal images",
        "vqganodip.scoring.monotone:MonotoneLogisticRegression",
        start={"C": 1.0},
        space={"C": LogUniform(0.01, 10.0)},
        quick=True,
        in_paper=False,
        families=("features",),
        correlated=True,
    ),
    ClassifierSpec(
        # A score of many metrics has to be better than this one.
        "BSM",
        "Best single metric",
        "vqganodip.scoring.single_metric:BestMetric",
        start={"C": 1.0},
        space={"C": LogUniform(0.1, 10.0)},
        quick=True,
        in_paper=False,
        correlated=True,
    ),
)

CLASSIFIERS: Final[Mapping[str, ClassifierSpec]] = MappingProxyType({spec.name: spec for spec in _SPECS})
"""The twelve classifiers of the paper (section 3.3) in its order, and four additions, marked as such."""


def chosen_specs(names: Sequence[str] | None, quick: bool) -> tuple[ClassifierSpec, ...]:
    """The classifiers of the given names; without names the quick ones, or the paper's twelve.

    Raises:
        ScoringError: An unknown or repeated name, or an empty list.
    """
    if names is None:
        return tuple(s for s in _SPECS if (s.quick if quick else s.in_paper))
    unknown = [n for n in names if n not in CLASSIFIERS]
    if unknown or not names or len(set(names)) != len(names):
        place, known = message("place-classifiers", "classifiers"), ", ".join(CLASSIFIERS)
        if unknown:
            raise ScoringError(
                "classifier-unknown",
                "unknown classifier {name!r}",
                where=place,
                todo="Choose from {names}.",
                name=unknown[0],
                names=known,
            )
        raise ScoringError(
            "classifiers-not-once",
            "classifiers must be named once, one at least",
            where=place,
            todo="Choose from {names}.",
            names=known,
        )
    return tuple(CLASSIFIERS[n] for n in names)


def draw_params(spec: ClassifierSpec, draws: int, seed: int) -> tuple[Params, ...]:
    """The draws of a randomized search: first ``spec.start``, then random ones, without repeats.

    Returns fewer than ``draws`` if the space is finite and exhausted.
    """
    rng = np.random.default_rng([seed, *spec.name.encode()])
    unique: dict[str, Params] = {repr(sorted(spec.start.items())): dict(spec.start)}
    for _ in range(20 * draws):
        if len(unique) >= draws:
            break
        params = {key: distribution.draw(rng) for key, distribution in spec.space.items()}
        unique.setdefault(repr(sorted(params.items())), params)
    return tuple(unique.values())


def fit_classifier(spec: ClassifierSpec, params: Params, X: FloatArray, y: NDArray[np.int64], seed: int) -> Any:
    """Fit a classifier on preprocessed rows X (float64 N×K in [0, 1]) with labels y (0 or 1).

    Raises:
        ScoringError: The library rejects the data.
    """
    arguments = {**spec.fixed, **params}
    if "n_neighbors" in arguments:
        arguments["n_neighbors"] = min(arguments["n_neighbors"], len(X))
    if spec.seeded:
        arguments["random_state"] = seed
    module, _, name = spec.make.partition(":")
    try:
        with warnings.catch_warnings():
            # Convergence and rank warnings of a single draw show in its score.
            warnings.simplefilter("ignore")
            estimator = getattr(importlib.import_module(module), name)(**arguments)
            try:
                estimator.fit(X, y)
            except np.linalg.LinAlgError:
                # LAPACK's eigensolver gives up on one matrix in some hundreds ("Internal Error"); a nudge far below
                # any metric's precision gives it another one. A truly singular matrix stays singular and is refused.
                estimator.fit(X + _NUDGE * np.random.default_rng(seed).standard_normal(X.shape), y)
    except (ValueError, ArithmeticError, RuntimeError, np.linalg.LinAlgError) as error:
        raise ScoringError(
            "classifier-not-fitted",
            "{name} cannot be fitted ({error})",
            where=spec.name,
            todo="Leave this classifier out.",
            name=spec.title,
            error=str(error),
        ) from error
    return estimator


def probability(estimator: Any, X: FloatArray) -> FloatArray:
    """The probability of each row of being abnormal, in [0, 1].

    Raises:
        ScoringError: The classifier returned something that is not a probability.
    """
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # LightGBM warns about missing column names
        p = np.asarray(estimator.predict_proba(X)[:, 1], dtype=np.float64)
    if not np.isfinite(p).all():
        raise ScoringError(
            "classifier-probability-invalid",
            "a probability is not a number",
            where=type(estimator).__name__,
            todo="Leave this classifier out.",
        )
    return np.clip(p, 0.0, 1.0)
