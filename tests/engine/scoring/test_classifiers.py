from __future__ import annotations

import numpy as np
import pytest

from vqganodip.errors import ScoringError
from vqganodip.scoring.classifiers import (
    CLASSIFIERS,
    LogUniform,
    chosen_specs,
    draw_params,
    fit_classifier,
    probability,
)
from vqganodip.scoring.monotone import MonotoneLogisticRegression

PAPER = ("DT", "RF", "ET", "ADA", "LGBM", "GBC", "XGBoost", "LR", "KNN", "NB", "LDA", "QDA")


def _data(rows: int = 24, columns: int = 90, seed: int = 0) -> tuple[np.ndarray, np.ndarray]:
    rng = np.random.default_rng(seed)
    y = np.repeat([0, 1], rows // 2)
    X = np.clip(0.4 + 0.1 * rng.normal(size=(rows, columns)) + 0.25 * y[:, None] * (np.arange(columns) < 20), 0, 1)
    return X, y


def test_that_the_table_holds_the_papers_twelve_and_marks_the_one_beyond() -> None:
    assert tuple(s.name for s in CLASSIFIERS.values() if s.in_paper) == PAPER
    assert [s.name for s in CLASSIFIERS.values() if not s.in_paper] == ["MLR", "DLR", "FLR", "BSM"]
    assert tuple(s.name for s in chosen_specs(None, quick=False)) == PAPER
    assert {"ET", "XGBoost", "LR"} <= {s.name for s in chosen_specs(None, quick=True)}


def test_that_logistic_regression_may_be_strongly_regularised() -> None:
    space = CLASSIFIERS["LR"].space["C"]
    assert isinstance(space, LogUniform)
    assert space.low <= 1e-3


@pytest.mark.parametrize("name", list(CLASSIFIERS))
def test_that_each_learns_from_fewer_rows_than_columns_and_repeats_itself(name: str) -> None:
    spec = CLASSIFIERS[name]
    X, y = _data()
    fresh, truth = _data(seed=1)
    first, again = (probability(fit_classifier(spec, spec.start, X, y, seed=5), fresh) for _ in range(2))
    np.testing.assert_array_equal(first, again)
    assert ((first >= 0) & (first <= 1)).all()
    assert ((first >= 0.5) == truth).mean() >= 0.7


@pytest.mark.parametrize("name", list(CLASSIFIERS))
def test_that_every_draw_fits_a_handful_of_rows(name: str) -> None:
    spec = CLASSIFIERS[name]
    X, y = _data(rows=6, columns=40)
    for params in draw_params(spec, 6, seed=3):
        params = {**params, "n_estimators": 5} if "n_estimators" in params else params
        p = probability(fit_classifier(spec, params, X, y, seed=0), X)
        assert np.isfinite(p).all()


@pytest.mark.parametrize("name", ["LDA", "QDA"])
@pytest.mark.parametrize("shrinkage", [0.05, 1.0])
def test_that_discriminant_analysis_survives_repeated_rows(name: str, shrinkage: float) -> None:
    X = np.repeat(np.random.default_rng(0).random((4, 30)), 3, axis=0)
    y = np.repeat([0, 1], 6)
    p = probability(fit_classifier(CLASSIFIERS[name], {"shrinkage": shrinkage}, X, y, seed=0), X)
    assert np.isfinite(p).all()


def test_that_one_failure_of_the_eigensolver_does_not_lose_the_fit(monkeypatch: pytest.MonkeyPatch) -> None:
    from sklearn.discriminant_analysis import QuadraticDiscriminantAnalysis

    X, y = _data(columns=10)
    expected = probability(fit_classifier(CLASSIFIERS["QDA"], {"shrinkage": 0.5}, X, y, seed=0), X)
    fit, calls = QuadraticDiscriminantAnalysis.fit, []

    def fail_once(self: object, *data: np.ndarray) -> object:
        calls.append(data)
        if len(calls) == 1:
            raise np.linalg.LinAlgError("Internal Error.")
        return fit(self, *data)

    monkeypatch.setattr(QuadraticDiscriminantAnalysis, "fit", fail_once)
    actual = probability(fit_classifier(CLASSIFIERS["QDA"], {"shrinkage": 0.5}, X, y, seed=0), X)
    np.testing.assert_allclose(actual, expected, atol=1e-5)
    assert len(calls) == 2


def test_that_a_class_of_equal_rows_is_refused_by_qda_in_our_words() -> None:
    X = np.repeat([[0.0, 1.0, 0.5], [1.0, 0.0, 0.5]], 4, axis=0)
    with pytest.raises(ScoringError, match="QDA: Quadratic discriminant analysis cannot be fitted"):
        fit_classifier(CLASSIFIERS["QDA"], {"shrinkage": 0.5}, X, np.repeat([0, 1], 4), seed=0)


def test_that_draws_start_by_hand_repeat_with_the_seed_and_never_twice() -> None:
    spec = CLASSIFIERS["ET"]
    draws = draw_params(spec, 20, seed=1)
    assert draws[0] == spec.start
    assert draws == draw_params(spec, 20, seed=1)
    assert draws[1:] != draw_params(spec, 20, seed=2)[1:]
    assert len({repr(sorted(d.items())) for d in draws}) == 20
    few = draw_params(CLASSIFIERS["KNN"], 500, seed=0)
    assert 80 <= len(few) <= 101


@pytest.mark.parametrize("names", [["SVM"], [], ["LR", "LR"]])
def test_that_a_wrong_choice_of_classifiers_is_an_error(names: list[str]) -> None:
    with pytest.raises(ScoringError, match="Choose from DT"):
        chosen_specs(names, quick=True)


def test_that_a_refused_fit_is_our_error() -> None:
    X, _ = _data()
    with pytest.raises(ScoringError, match="LR: Logistic regression cannot be fitted"):
        fit_classifier(CLASSIFIERS["LR"], {}, X, np.zeros(len(X), dtype=np.int64), seed=0)


def test_that_the_monotone_model_never_lowers_a_score_when_a_metric_rises() -> None:
    X, y = _data()
    X[:, 60:] -= 0.2 * y[:, None]  # columns that move the wrong way
    model = MonotoneLogisticRegression(C=1.0).fit(X, y)
    assert (model.coef_ >= 0).all()
    assert model.coef_[60:].max() == 0.0
    base = model.predict_proba(X)[:, 1]
    assert (model.predict_proba(np.minimum(X + 0.1, 1))[:, 1] >= base - 1e-12).all()
    np.testing.assert_allclose(model.predict_proba(X).sum(axis=1), 1.0)


def test_that_the_monotone_model_is_the_logistic_regression_when_no_bound_is_active() -> None:
    from sklearn.linear_model import LogisticRegression

    X, y = _data(rows=40, columns=6)  # all six are informative
    model = MonotoneLogisticRegression(C=0.5, max_iter=2000).fit(X, y)
    Z = (X - model.centre_) / model.scale_
    reference = LogisticRegression(C=0.5, tol=1e-10, max_iter=10_000).fit(Z, y)
    assert (reference.coef_ > 0).all()
    np.testing.assert_allclose(model.coef_, reference.coef_[0], atol=2e-3)


def test_the_best_single_metric_is_chosen_on_the_rows_of_the_fit_alone() -> None:
    rng = np.random.default_rng(4)
    y = np.repeat([0, 1], 12)
    X = rng.random((24, 30))
    X[:, 17] = np.clip(0.3 * rng.random(24) + 0.6 * y, 0, 1)
    spec = CLASSIFIERS["BSM"]
    model = fit_classifier(spec, spec.start, X, y, seed=0)
    assert model.column_ == 17
    assert np.flatnonzero(model.coef_).tolist() == [17]
    order = probability(model, X).argsort()
    assert np.array_equal(X[order, 17], np.sort(X[:, 17]))
    twice = np.concatenate((X, X[:, [17]]), axis=1)
    assert fit_classifier(spec, spec.start, twice, y, seed=0).column_ == 17
