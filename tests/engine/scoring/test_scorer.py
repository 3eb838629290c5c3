from __future__ import annotations

import io
import json
import pickle
import zipfile
from pathlib import Path

import numpy as np
import pytest
from engine.metric_tables import make_table

from vqganodip.errors import BundleError, ScoringError
from vqganodip.records import MetricRow, MetricTable
from vqganodip.scoring.classifiers import CLASSIFIERS
from vqganodip.scoring.folds import Rows, rows_of
from vqganodip.scoring.scorer import TRUSTED, Scorer, fit_scorer


def _scorer(classifier: str, table: MetricTable) -> Scorer:
    params = CLASSIFIERS[classifier].start
    params = {**params, "n_estimators": 8} if "n_estimators" in params else params
    return fit_scorer(table.names, rows_of(table), classifier, params, seed=1, smote=True)


@pytest.fixture(scope="module")
def table() -> MetricTable:
    return make_table(9, 15)


@pytest.mark.parametrize("classifier", list(CLASSIFIERS))
def test_that_every_classifier_survives_its_file(classifier: str, table: MetricTable, tmp_path: Path) -> None:
    scorer = _scorer(classifier, table)
    fresh = make_table(12, 12, seed=9).values
    scorer.save(tmp_path / "scorer.skops")
    loaded = Scorer.load(tmp_path / "scorer.skops")
    assert loaded.names == table.names
    assert loaded.classifier == classifier
    np.testing.assert_array_equal(loaded.score_values(fresh), scorer.score_values(fresh))
    assert [p.name for p in tmp_path.iterdir()] == ["scorer.skops"]


@pytest.mark.parametrize("classifier", list(CLASSIFIERS))
def test_that_metrics_that_do_not_enter_the_score_may_be_missing(classifier: str, table: MetricTable) -> None:
    scorer = _scorer(classifier, table)
    needed = [name in scorer.needed for name in table.names]
    assert any(needed)
    assert classifier != "BSM" or sum(needed) == 1
    for values in make_table(6, 6, seed=9).values:
        kept = MetricRow(tuple(np.array(table.names)[needed].tolist()), values[needed])
        assert scorer.score(kept) == scorer.score(MetricRow(table.names, values))


def test_that_the_best_single_metric_is_chosen_among_correlated_ones() -> None:
    labels = np.repeat([0, 1], 20)
    rng = np.random.default_rng(4)
    clear = labels + 0.4 * rng.uniform(size=40)
    noisy = clear + 0.1 * rng.normal(size=40)
    noisy[0], noisy[-1] = 1.2, 0.4
    rows = Rows(np.column_stack([noisy, clear]), labels, np.arange(40))
    assert np.corrcoef(noisy, clear)[0, 1] > 0.9
    names = ("raw.patch.m0", "raw.patch.m1")
    for correlation, chosen in ((0.9, "raw.patch.m0"), (CLASSIFIERS["BSM"].max_correlation, "raw.patch.m1")):
        seen = rows.seen_by((0, 1), correlation)
        assert fit_scorer(names, seen, "BSM", {"C": 1.0}, seed=0, smote=False).needed == {chosen}


def test_that_a_row_gets_one_score_between_0_and_1(table: MetricTable) -> None:
    scorer = _scorer("LR", table)
    row = MetricRow(table.names, table.values[0])
    assert scorer.score(row) == scorer.score_values(table.values[:1])[0]
    assert 0.0 <= scorer.score(row) <= 1.0
    assert 0.0 <= scorer.score(MetricRow(table.names, table.values[0] * 1e9)) <= 1.0


def test_that_missing_metrics_are_refused(table: MetricTable) -> None:
    scorer = _scorer("LR", table)
    values = table.values[0]
    with pytest.raises(ScoringError, match=r"1 metrics are missing, the first is raw\.patch\.m0"):
        scorer.score(MetricRow(("raw.patch.x", *table.names[1:]), values))
    with pytest.raises(ScoringError, match="shape"):
        scorer.score_values(table.values[:, :-1])


def test_that_metrics_are_picked_by_name(table: MetricTable) -> None:
    scorer = _scorer("LR", table)
    values = table.values[0]
    expected = scorer.score(MetricRow(table.names, values))
    assert scorer.score(MetricRow((*table.names, "raw.patch.x"), np.append(values, 1.0))) == expected
    assert scorer.score(MetricRow(table.names[::-1], values[::-1])) == expected


def test_that_a_value_that_is_no_number_is_refused(table: MetricTable) -> None:
    values = table.values[0].copy()
    values[2] = np.nan
    with pytest.raises(ScoringError, match=r"raw\.patch\.m2 is not a number"):
        _scorer("LR", table).score(MetricRow(table.names, values))


def _rewritten(path: Path, change: object) -> None:
    """The file with its schema changed in place."""
    assert callable(change)
    with zipfile.ZipFile(path) as archive:
        members = {name: archive.read(name) for name in archive.namelist()}
    schema = json.loads(members["schema.json"])
    change(schema)
    members["schema.json"] = json.dumps(schema).encode()
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        for name, data in members.items():
            archive.writestr(name, data)
    path.write_bytes(buffer.getvalue())


@pytest.fixture
def file(table: MetricTable, tmp_path: Path) -> Path:
    path = tmp_path / "scorer.skops"
    _scorer("LR", table).save(path)
    return path


@pytest.mark.parametrize(
    ("module", "name", "loader"),
    [
        ("os", "system", "FunctionNode"),
        ("builtins", "eval", "ObjectNode"),
        ("subprocess", "Popen", "ObjectNode"),
        ("operator", "methodcaller", "OperatorFuncNode"),
        ("sklearn.linear_model._logistic", "LogisticRegression", "MethodNode"),
        ("sklearn.pipeline", "Pipeline", "ObjectNode"),
    ],
)
def test_that_an_untrusted_type_is_refused_before_anything_is_built(
    file: Path, module: str, name: str, loader: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    import skops.io

    def change(schema: dict) -> None:
        schema["content"]["estimator"].update({"__module__": module, "__class__": name, "__loader__": loader})

    _rewritten(file, change)
    monkeypatch.setattr(skops.io, "loads", lambda *_, **__: pytest.fail("something was built"))
    with pytest.raises(BundleError, match="untrusted type"):
        Scorer.load(file)


def test_that_another_trusted_classifier_in_its_place_is_refused(file: Path) -> None:
    other = {"__class__": "GaussianNB", "__module__": "sklearn.naive_bayes"}
    _rewritten(file, lambda schema: schema["content"]["estimator"].update(other))
    with pytest.raises(BundleError):
        Scorer.load(file)


def test_that_a_changed_coefficient_is_noticed(file: Path) -> None:
    with zipfile.ZipFile(file) as archive:
        schema = json.loads(archive.read("schema.json"))
        members = {name: archive.read(name) for name in archive.namelist()}
    name = schema["content"]["estimator"]["content"]["content"]["intercept_"]["file"]
    buffer = io.BytesIO()
    np.save(buffer, np.load(io.BytesIO(members[name])) + 0.5)
    with zipfile.ZipFile(file, "w") as archive:
        for member, data in {**members, name: buffer.getvalue()}.items():
            archive.writestr(member, data)
    with pytest.raises(BundleError, match="other scores"):
        Scorer.load(file)


@pytest.mark.parametrize("cut", [0, 10, 200, -1])
def test_that_a_cut_file_is_refused(file: Path, cut: int) -> None:
    file.write_bytes(file.read_bytes()[:cut])
    with pytest.raises(BundleError, match="damaged"):
        Scorer.load(file)


def test_that_flipped_bytes_are_refused_or_change_nothing(file: Path, table: MetricTable) -> None:
    whole = file.read_bytes()
    expected = Scorer.load(file).score_values(table.values)
    for position in np.random.default_rng(0).integers(0, len(whole), 40):
        data = bytearray(whole)
        data[position] ^= 0xFF
        file.write_bytes(bytes(data))
        try:
            loaded = Scorer.load(file)
        except BundleError:
            continue
        np.testing.assert_allclose(loaded.score_values(table.values), expected, atol=1e-6)


def test_that_a_pickle_is_not_opened(tmp_path: Path) -> None:
    path = tmp_path / "scorer.skops"
    path.write_bytes(pickle.dumps({"format": 1}))
    with pytest.raises(BundleError, match="damaged"):
        Scorer.load(path)


def test_that_a_missing_file_is_our_error(tmp_path: Path) -> None:
    with pytest.raises(BundleError, match="cannot be read"):
        Scorer.load(tmp_path / "none.skops")


def test_that_no_pickling_loader_is_trusted() -> None:
    loaders = {name.partition(" ")[0] for name in TRUSTED}
    assert not loaders & {"FunctionNode", "MethodNode", "OperatorFuncNode", "ReduceNode", "PartialNode"}
