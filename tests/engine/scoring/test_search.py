from __future__ import annotations

from pathlib import Path

import numpy as np
import pytest
from engine.metric_tables import make_table

from vqganodip.errors import ScoringError
from vqganodip.scoring import leave_one_out as leave_one_out_module
from vqganodip.scoring import search as search_module
from vqganodip.scoring.classifiers import CLASSIFIERS, fit_classifier, probability
from vqganodip.scoring.composite import FitOptions, fit_composite
from vqganodip.scoring.folds import Rows, leave_one_group_out, prepare_fold, rows_of
from vqganodip.scoring.leave_one_out import OUTER_FOLDS, leave_one_out, nested_scores
from vqganodip.scoring.parallel import FitCounter, Progress
from vqganodip.scoring.search import SEARCHES, SearchSettings, fits_of_a_search, prepare_search, search_params
from vqganodip.scoring.search_cache import SearchCache
from vqganodip.scoring.warm_start import SHARED, draws_together, shared_probabilities
from vqganodip.statistics import auroc

FEW = SearchSettings("few", draws=4)


def test_that_the_papers_search_has_500_draws_on_5_folds_with_smote() -> None:
    paper = SEARCHES["paper"]
    assert (paper.draws, paper.folds, paper.smote, paper.all_classifiers) == (500, 5, True, True)
    assert paper.parts == 0  # one by one, whatever it costs
    assert 12 <= SEARCHES["quick"].draws <= 30


def test_that_a_search_finds_the_regularisation_that_scores_best() -> None:
    rows = rows_of(make_table(10, 20, columns=80, informative=10, shift=1.5))
    folds = prepare_search(rows, FEW, seed=0)
    best = search_params(CLASSIFIERS["LR"], folds, rows.labels, FEW, seed=0)
    assert best.draws == 4
    assert best.failed == 0
    accuracies = []
    for params in search_module.draw_params(CLASSIFIERS["LR"], 4, 0):
        answers = search_module._left_out(CLASSIFIERS["LR"], [params], folds, len(rows.labels))
        assert answers is not None
        (p,) = answers
        accuracies.append(float(((p >= 0.5) == rows.labels).mean()))
    assert best.accuracy == max(accuracies)


def test_that_ties_in_accuracy_break_by_log_loss() -> None:
    rows = rows_of(make_table(10, 10, shift=9.0))  # every draw is right everywhere
    settings = SearchSettings("x", draws=8)
    folds = prepare_search(rows, settings, seed=0)
    best = search_params(CLASSIFIERS["LR"], folds, rows.labels, settings, seed=0)
    assert best.accuracy == 1.0
    largest = max(p["C"] for p in search_module.draw_params(CLASSIFIERS["LR"], 8, 0))
    assert best.params["C"] == largest


def test_that_a_classifier_whose_every_draw_is_refused_is_an_error(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_: object) -> None:
        raise ScoringError("no", "no")

    monkeypatch.setattr(search_module, "shared_probabilities", refuse)
    rows = rows_of(make_table(5, 5))
    with pytest.raises(ScoringError, match="LR: Logistic regression cannot be fitted on these images"):
        search_params(CLASSIFIERS["LR"], prepare_search(rows, FEW, 0), rows.labels, FEW, seed=0)


def test_that_leave_one_out_equals_fitting_by_hand() -> None:
    rows = rows_of(make_table(6, 9))
    spec = CLASSIFIERS["LR"]
    (scores,) = leave_one_out(rows, [(spec, {"C": 0.3})], seed=4)
    assert scores is not None
    for i, split in enumerate(leave_one_group_out(rows.groups)):
        fold = prepare_fold(rows, split, seed=4 + i)
        from sklearn.linear_model import LogisticRegression

        model = LogisticRegression(C=0.3, max_iter=3000).fit(fold.X, fold.y)
        assert scores[split[1][0]] == pytest.approx(model.predict_proba(fold.X_test)[0, 1], abs=1e-12)


def test_that_twins_with_opposite_labels_only_separate_when_left_out_together() -> None:
    # Each pair shares its noise. With the twin in training, nearest neighbours answer with the wrong label.
    rng = np.random.default_rng(0)
    labels = np.tile([0, 1], 20)
    noise = np.repeat(rng.normal(size=(20, 30)), 2, axis=0)
    values = noise + 0.5 * labels[:, None] + 0.01 * rng.normal(size=(40, 30))
    spec, params = CLASSIFIERS["KNN"], {"n_neighbors": 1}
    (alone,) = leave_one_out(Rows(values, labels, np.arange(40)), [(spec, params)], seed=0)
    (paired,) = leave_one_out(Rows(values, labels, np.arange(40) // 2), [(spec, params)], seed=0)
    assert alone is not None
    assert paired is not None
    assert auroc(alone, labels) < 0.3 < auroc(paired, labels)


def test_that_two_processes_give_the_same_scores_as_one() -> None:
    rows = rows_of(make_table(5, 7, columns=20))
    chosen = [(CLASSIFIERS["ET"], {"n_estimators": 10}), (CLASSIFIERS["LR"], {"C": 0.1})]
    alone = leave_one_out(rows, chosen, seed=0)
    shared = leave_one_out(rows, chosen, seed=0, n_jobs=2)
    for one, two in zip(alone, shared, strict=True):
        np.testing.assert_array_equal(one, two)


def test_that_a_nested_search_never_sees_the_rows_it_scores(monkeypatch: pytest.MonkeyPatch) -> None:
    rows = rows_of(make_table(8, 16))
    seen: list[int] = []

    def spy(inner: object, *rest: object) -> object:
        seen.append(len(inner.labels))  # type: ignore[attr-defined]
        return prepare_search(inner, *rest)  # type: ignore[arg-type]

    monkeypatch.setattr(leave_one_out_module, "prepare_search", spy)
    (scores,) = nested_scores(rows, [CLASSIFIERS["LR"]], FEW, seed=0)
    assert scores is not None
    assert np.isfinite(scores).all()
    assert len(seen) == min(OUTER_FOLDS, 8)
    assert sum(24 - n for n in seen) == 24


def test_that_labels_without_information_score_no_better_than_chance_when_nested() -> None:
    aurocs = []
    for seed in range(2):
        rows = rows_of(make_table(15, 15, columns=30, shift=0.0, seed=seed))
        (scores,) = nested_scores(rows, [CLASSIFIERS["LR"]], FEW, seed=0)
        assert scores is not None
        aurocs.append(auroc(scores, rows.labels))
    assert np.mean(aurocs) < 0.65


def test_that_progress_counts_fits_and_an_exception_in_it_stops_the_work() -> None:
    rows = rows_of(make_table(5, 5))
    progress: list[Progress] = []
    leave_one_out(rows, [(CLASSIFIERS["NB"], {})], seed=0, counter=FitCounter(10, progress.append))
    assert [p.done for p in progress] == list(range(1, 11))

    def stop(_: Progress) -> None:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        leave_one_out(rows, [(CLASSIFIERS["NB"], {})], seed=0, counter=FitCounter(10, stop))


@pytest.mark.parametrize("name", SHARED)
def test_that_draws_that_share_a_fit_get_what_separate_fits_give(name: str) -> None:
    spec = CLASSIFIERS[name]
    rows = rows_of(make_table(20, 20, columns=30, shift=0.5))
    fold = prepare_search(rows, FEW, 0)[0]
    draws = [{**spec.start, "n_estimators": count} for count in (12, 5, 30)]
    assert draws_together(spec, [*draws, {**spec.start, "other": 1}]) == ((0, 1, 2), (3,))
    for params, together in zip(draws, shared_probabilities(spec, draws, fold), strict=True):
        alone = probability(fit_classifier(spec, params, fold.X, fold.y, fold.seed), fold.X_test)
        np.testing.assert_allclose(together, alone, rtol=0, atol=1e-12)


def test_that_draws_of_other_classifiers_stand_alone() -> None:
    draws = [{"n_estimators": 10}, {"n_estimators": 20}]
    assert draws_together(CLASSIFIERS["XGBoost"], draws) == ((0,), (1,))


@pytest.mark.parametrize("protocol", ["paper", "nested"])
def test_that_an_interrupted_search_resumes_with_the_same_result(tmp_path: Path, protocol: str) -> None:
    table = make_table(8, 10, columns=20)
    options = FitOptions(search=FEW, protocol=protocol, classifiers=["LR", "NB", "KNN"])
    whole = fit_composite(table, options)
    path, stop_at = tmp_path / "searches.jsonl", 8 + 3 * 20  # all searches and the first folds

    def stop(now: Progress) -> None:
        if now.done >= stop_at:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        fit_composite(table, options, progress=stop, memory=SearchCache(path))
    cached = len(SearchCache(path))
    assert cached >= 3
    with path.open("a") as file:
        file.write('["torn')  # as a kill leaves it
    steps: list[str] = []
    again = fit_composite(table, options, progress=lambda now: steps.append(str(now.step)), memory=SearchCache(path))
    assert not any(step.endswith(": search") for step in steps)
    assert again.report == whole.report
    for name, scores in whole.all_scores.items():
        np.testing.assert_array_equal(again.all_scores[name], scores)
    other = make_table(8, 10, columns=20, seed=1)
    steps.clear()
    fit_composite(other, options, progress=lambda now: steps.append(str(now.step)), memory=SearchCache(path))
    assert any(step.endswith(": search") for step in steps)  # other rows: nothing stale


@pytest.mark.parametrize(("draws", "folds"), [(0, 5), (3, 1)])
def test_that_a_search_needs_draws_and_folds(draws: int, folds: int) -> None:
    with pytest.raises(ScoringError):
        SearchSettings("x", draws=draws, folds=folds)


def test_that_halving_gives_all_draws_two_folds_and_the_best_quarter_the_rest() -> None:
    rows = rows_of(make_table(20, 30))
    settings = SearchSettings("halved", draws=12, halving=4)
    folds = prepare_search(rows, settings, 0)
    seen: list[int] = []
    counter = FitCounter(10_000, lambda progress: seen.append(progress.done))
    best = search_params(CLASSIFIERS["LR"], folds, rows.labels, settings, 0, counter=counter)
    assert seen[-1] == 12 * 2 + 3 * 3 == fits_of_a_search(settings)
    assert best.draws == 12
    whole = search_params(CLASSIFIERS["LR"], folds, rows.labels, SearchSettings("whole", draws=12), 0)
    assert best.log_loss <= whole.log_loss * 1.5
