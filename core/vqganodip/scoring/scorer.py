"""The scorer, which turns a metric row into the composite anomaly score, and its file format.

The threshold is set on leave-one-out scores, while a new board is scored by the model fitted on all rows. Both are the
same pipeline with the same hyperparameters and differ by one training row of N, so a *new* board's score is on the
scale of the leave-one-out scores and is compared with that threshold. On 30 synthetic tables of 8 normal and 25
abnormal rows the mean score of abnormal rows was 0.738 left out and 0.741 new, and the threshold missed 3.1 % of new
abnormal rows; 1 in 26 (3.8 %) is expected for the lowest of 25 scores. The final model was trained on the calibration
images, so its scores for them are optimistic: always show their leave-one-out scores (``Composite.scores``), never
``Scorer.score``.

The file has the skops format, without pickle. Before anything is built, every type it names is checked against TRUSTED,
which is shorter than the list that skops itself trusts.
"""

from __future__ import annotations

import io
import json
import warnings
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np

from vqganodip.errors import BundleError, ScoringError, message, system_reason
from vqganodip.files import replace_file
from vqganodip.records import MetricRow
from vqganodip.scoring.classifiers import CLASSIFIERS, Params, fit_classifier, probability
from vqganodip.scoring.folds import Rows, balanced
from vqganodip.scoring.preprocessing import Preprocessing, fit_preprocessing
from vqganodip.types import FloatArray

__all__ = ["TRUSTED", "Scorer", "fit_scorer"]

_FORMAT: Final = 1
_MAX_BYTES: Final = 512 * 2**20
_TODO: Final = "Take the bundle from its source again, or train it again."
_DRIFT: Final = 1e-6

_CONTAINERS: Final = frozenset(
    {
        "DictNode builtins.dict",
        "ListNode builtins.list",
        "TupleNode builtins.tuple",
        "BytearrayNode builtins.bytearray",
        "JsonNode builtins.str",
        "TypeNode builtins.str",
        "TypeNode numpy.int64",
        "TypeNode collections.OrderedDict",
        "DefaultDictNode collections.defaultdict",
        "NdArrayNode numpy.ndarray",
        "NdArrayNode numpy.int64",
        "NdArrayNode numpy.float64",
        "RandomStateNode numpy.random.mtrand.RandomState",
        "TreeNode sklearn.tree._tree.Tree",
        "LossNode sklearn._loss._loss.CyHalfBinomialLoss",
    }
)
_OBJECTS: Final = frozenset(
    {
        "sklearn._loss.link.Interval",
        "sklearn._loss.link.LogitLink",
        "sklearn._loss.loss.HalfBinomialLoss",
        "sklearn.discriminant_analysis.LinearDiscriminantAnalysis",
        "sklearn.discriminant_analysis.QuadraticDiscriminantAnalysis",
        "sklearn.dummy.DummyClassifier",
        "sklearn.ensemble._forest.ExtraTreesClassifier",
        "sklearn.ensemble._forest.RandomForestClassifier",
        "sklearn.ensemble._gb.GradientBoostingClassifier",
        "sklearn.ensemble._weight_boosting.AdaBoostClassifier",
        "sklearn.linear_model._logistic.LogisticRegression",
        "sklearn.naive_bayes.GaussianNB",
        "sklearn.neighbors._classification.KNeighborsClassifier",
        "sklearn.preprocessing._label.LabelEncoder",
        "sklearn.tree._classes.DecisionTreeClassifier",
        "sklearn.tree._classes.DecisionTreeRegressor",
        "sklearn.tree._classes.ExtraTreeClassifier",
        "lightgbm.basic.Booster",
        "lightgbm.sklearn.LGBMClassifier",
        "xgboost.core.Booster",
        "xgboost.sklearn.XGBClassifier",
        "vqganodip.scoring.monotone.MonotoneLogisticRegression",
        "vqganodip.scoring.single_metric.BestMetric",
    }
)
TRUSTED: Final = _CONTAINERS | frozenset(f"ObjectNode {name}" for name in _OBJECTS)
"""Types that a scorer's file may name: the loader of skops and the type it builds. Nothing else is built."""


@dataclass(frozen=True, slots=True, eq=False)
class Scorer:
    """Preprocessing and classifier, fitted on all rows.

    Attributes:
        names: The F expected column names, in order.
        classifier: Name in CLASSIFIERS.
        preprocessing: Fitted preprocessing.
        estimator: Fitted classifier.
    """

    names: tuple[str, ...] = field(repr=False)
    classifier: str
    preprocessing: Preprocessing = field(repr=False)
    estimator: Any = field(repr=False)

    @property
    def needed(self) -> frozenset[str]:
        """Names of the columns whose values enter the score; with a linear classifier those of non-zero weight."""
        columns = self.preprocessing.columns
        weights = getattr(self.estimator, "coef_", None)
        if weights is not None and np.size(weights) == len(columns):
            columns = columns[np.ravel(weights) != 0]
        return frozenset(self.names[i] for i in columns)

    def score(self, row: MetricRow) -> float:
        """The composite anomaly score of a new board: its probability of being abnormal, in [0, 1].

        Columns are picked by name: metrics that the program has learned since the fit are ignored, and so are those of
        the fit that do not enter the score (:attr:`needed`), which the row may lack.

        Raises:
            ScoringError: A metric that the scorer was fitted on is missing, or a value is not finite.
        """
        values = np.asarray(row.values, dtype=np.float64)
        place = {name: index for index, name in enumerate(row.names)}
        needed = self.needed
        missing = [name for name in self.names if name in needed and name not in place]
        if missing:
            raise ScoringError(
                "metric-row-incomplete",
                "{count} metrics are missing, the first is {name}",
                where=_METRIC_ROW,
                todo=_SETTINGS_OF_BUNDLE,
                count=len(missing),
                name=missing[0],
            )
        picked = [values[place[name]] if name in needed else 0.0 for name in self.names]
        return float(self.score_values(np.array([picked], np.float64))[0])

    def score_values(self, values: FloatArray) -> FloatArray:
        """Scores of rows whose columns are ``names``.

        Args:
            values: float64 N×F, finite.

        Returns:
            float64 N in [0, 1].

        Raises:
            ScoringError: Wrong shape, or a value that is not finite.
        """
        if values.ndim != 2 or values.shape[1] != len(self.names):
            raise ScoringError(
                "metric-row-shape",
                "values of shape {shape} for {metrics} metrics",
                where=message("place-metric-row", "metric row"),
                todo="Check them.",
                shape=str(values.shape),
                metrics=len(self.names),
            )
        bad = np.argwhere(~np.isfinite(values))
        if len(bad):
            name = self.names[int(bad[0][1])]
            raise ScoringError(
                "metric-row-not-a-number",
                "{name} is not a number",
                where=message("place-metric-row", "metric row"),
                todo="Inspect the image again.",
                name=name,
            )
        from threadpoolctl import threadpool_limits

        with threadpool_limits(limits=1):
            return probability(self.estimator, self.preprocessing.apply(values))

    def dumps(self) -> bytes:
        """Serialise the scorer to the bytes of one file."""
        import skops.io

        content = {
            "format": _FORMAT,
            "names": list(self.names),
            "classifier": self.classifier,
            "columns": self.preprocessing.columns,
            "low": self.preprocessing.low,
            "span": self.preprocessing.span,
            "flipped": self.preprocessing.flipped.astype(np.int64),
            "estimator": self.estimator,
            "probe": self._probe(),
        }
        data: bytes = skops.io.dumps(content, compression=zipfile.ZIP_DEFLATED)
        return data

    def save(self, path: Path) -> None:
        """Write the scorer to one file, atomically."""
        replace_file(path, self.dumps())

    @classmethod
    def load(cls, path: Path) -> Scorer:
        """Load the scorer from a file written by :meth:`save`.

        Raises:
            BundleError: The file is missing, damaged, names a type outside TRUSTED, or its scores differ from those of
                the saved scorer (another version of a library).
        """
        return cls.loads(_read(path), path)

    @classmethod
    def loads(cls, data: bytes, where: Path) -> Scorer:
        """Load the scorer from the bytes of :meth:`dumps`; errors as for :meth:`load`, naming ``where``."""
        path = where
        _check_types(data, path)
        try:
            with warnings.catch_warnings():
                warnings.simplefilter("ignore")  # a different library version is detected by the probe
                scorer, probe = _built(_loaded(data))
            now = scorer._probe()
        except Exception as error:  # a damaged file can make a library raise anything
            raise BundleError(
                "scorer-unreadable", "the scorer cannot be read ({error})", where=path, todo=_TODO, error=str(error)
            ) from error
        if probe.shape != now.shape or not np.allclose(probe, now, atol=_DRIFT, rtol=0):
            raise BundleError(
                "scorer-scores-differ", "the scorer gives other scores than when it was saved", where=path, todo=_TODO
            )
        return scorer

    def _probe(self) -> FloatArray:
        """Scores of a few fixed rows, stored in the file to detect a model that was not restored exactly."""
        width = len(self.preprocessing.columns)
        ramp = np.linspace(0.0, 1.0, width)
        return probability(self.estimator, np.stack([np.full(width, 0.25), np.full(width, 0.75), ramp, ramp[::-1]]))


def fit_scorer(
    names: tuple[str, ...], rows: Rows, classifier: str, params: Params, *, seed: int, smote: bool
) -> Scorer:
    """Fit the final model: preprocessing and classifier on all rows.

    Raises:
        ScoringError: Constant metrics, or a classifier that rejects the rows.
    """
    from threadpoolctl import threadpool_limits

    preprocessing = fit_preprocessing(rows.values, rows.signs, rows.max_correlation)
    X, y = preprocessing.apply(rows.values), rows.labels
    with threadpool_limits(limits=1):
        if smote:
            X, y = balanced(X, y, seed)
        estimator = fit_classifier(CLASSIFIERS[classifier], params, X, y, seed)
    return Scorer(names, classifier, preprocessing, estimator)


_METRIC_ROW: Final = message("place-metric-row", "metric row")
_SETTINGS_OF_BUNDLE: Final = "Use the bundle's settings."


def _read(path: Path) -> bytes:
    try:
        if path.stat().st_size > _MAX_BYTES:
            raise BundleError("scorer-too-large", "the scorer's file is too large", where=path, todo=_TODO)
        return path.read_bytes()
    except OSError as error:
        raise BundleError(
            "scorer-file-unreadable",
            "the scorer cannot be read ({error})",
            where=path,
            todo=_TODO,
            error=system_reason(error),
        ) from error


def _check_types(data: bytes, path: Path) -> None:
    """Refuse a file that names a type outside TRUSTED, or unpacks to too much. Builds nothing."""
    try:
        with zipfile.ZipFile(io.BytesIO(data)) as archive:
            if sum(info.file_size for info in archive.infolist()) > _MAX_BYTES:
                raise BundleError(
                    "scorer-unpacks-too-large", "the scorer's file unpacks to too much", where=path, todo=_TODO
                )
            if archive.testzip() is not None:
                raise BundleError("scorer-damaged", "the scorer's file is damaged", where=path, todo=_TODO)
            schema = json.loads(archive.read("schema.json"))
        untrusted = sorted(set(_named_types(schema)) - TRUSTED)
    except BundleError:
        raise
    except Exception as error:  # a damaged archive makes zipfile, zlib and json raise a dozen different errors
        raise BundleError(
            "scorer-content-damaged", "the scorer's file is damaged ({error})", where=path, todo=_TODO, error=str(error)
        ) from error
    if untrusted:
        raise BundleError(
            "scorer-type-untrusted",
            "the scorer's file names an untrusted type ({name})",
            where=path,
            todo=_TODO,
            name=untrusted[0],
        )


def _named_types(node: Any) -> Iterator[str]:
    """``loader module.class`` of every node of a skops schema. A node without a class or loader names itself."""
    if isinstance(node, dict):
        if node.keys() & {"__class__", "__module__", "__loader__"}:
            yield f"{node.get('__loader__')} {node.get('__module__')}.{node.get('__class__')}"
        for child in node.values():
            yield from _named_types(child)
    elif isinstance(node, list):
        for child in node:
            yield from _named_types(child)


def _loaded(data: bytes) -> dict[str, Any]:
    import skops.io

    named = set(skops.io.get_untrusted_types(data=data))
    allowed = {name.partition(" ")[2] for name in TRUSTED}
    if named - allowed:
        raise ValueError(f"untrusted types {sorted(named - allowed)}")
    content = skops.io.loads(data, trusted=sorted(named))
    if not isinstance(content, dict) or content.get("format") != _FORMAT:
        raise ValueError("not a scorer of this format")
    return content


def _built(content: dict[str, Any]) -> tuple[Scorer, FloatArray]:
    names = tuple(str(name) for name in content["names"])
    spec = CLASSIFIERS[content["classifier"]]
    estimator = content["estimator"]
    if type(estimator).__name__ != spec.make.partition(":")[2]:
        raise ValueError(f"{type(estimator).__name__} is not {spec.title}")
    preprocessing = Preprocessing(
        columns=np.asarray(content["columns"], dtype=np.int64),
        low=np.asarray(content["low"], dtype=np.float64),
        span=np.asarray(content["span"], dtype=np.float64),
        flipped=np.asarray(content["flipped"], dtype=bool),
        width=len(names),
    )
    k = len(preprocessing.columns)
    in_range = k > 0 and preprocessing.columns.min() >= 0 and preprocessing.columns.max() < len(names)
    fits = {preprocessing.low.shape, preprocessing.span.shape, preprocessing.flipped.shape} == {(k,)}
    if not (in_range and fits and np.isfinite(preprocessing.low).all() and (preprocessing.span > 0).all()):
        raise ValueError("the preprocessing does not fit the metrics")
    return Scorer(names, spec.name, preprocessing, estimator), np.asarray(content["probe"], dtype=np.float64)
