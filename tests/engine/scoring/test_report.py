from __future__ import annotations

import dataclasses
import io
import json
import os
import subprocess
import sys
from pathlib import Path

import numpy as np
import pytest
from engine.metric_tables import make_table

from vqganodip.cli.report_table import rich_tables
from vqganodip.errors import ScoringError
from vqganodip.records import Label, LabelledImage, MetricTable
from vqganodip.scoring.classifiers import CLASSIFIERS
from vqganodip.scoring.composite import Composite, FitOptions, fit_composite
from vqganodip.scoring.leave_one_out import Protocol
from vqganodip.scoring.parallel import Progress
from vqganodip.scoring.report import report_from_dict, report_rows, report_to_dict
from vqganodip.scoring.report_row import RowKind, evaluate_scores, measured_row
from vqganodip.scoring.search import SearchSettings
from vqganodip.scoring.threshold import Confusion, zfn_threshold
from vqganodip.statistics import auroc

FEW = SearchSettings("few", draws=3)
FAST = ("LR", "MLR", "NB")


@pytest.fixture(scope="module")
def progress() -> list[Progress]:
    return []


@pytest.fixture(scope="module")
def composite(progress: list[Progress]) -> Composite:
    table = make_table(9, 15, shift=1.5)
    baselines = {"m0": table.values[:, 0], "noise": np.random.default_rng(0).normal(size=24)}
    return fit_composite(table, FitOptions(search=FEW, classifiers=FAST), baselines=baselines, progress=progress.append)


def test_that_the_chosen_classifier_has_the_highest_zfn_accuracy_then_auroc(composite: Composite) -> None:
    ranks = {
        row.name: (row.zfn.confusion.accuracy, row.auroc)
        for row in composite.report.rows
        if row.kind is RowKind.CLASSIFIER
    }
    assert set(ranks) == set(FAST)
    assert ranks[composite.classifier] == max(ranks.values())
    assert composite.report.chosen == composite.scorer.classifier == composite.classifier


def test_that_threshold_and_row_come_from_the_scores_with_the_image_left_out(composite: Composite) -> None:
    assert composite.threshold == zfn_threshold(composite.scores, composite.labels)
    row = composite.report.row(composite.classifier)
    assert row.zfn.threshold == composite.threshold.value
    assert row.zfn.confusion.fn == 0
    assert row.auroc == auroc(composite.scores, composite.labels)
    name = "/".join(composite.images[composite.threshold.set_by[0]].path.parts[-2:])
    assert name in row.zfn.set_by
    np.testing.assert_array_equal(composite.all_scores[composite.classifier], composite.scores)


def test_that_an_informative_table_is_separated_and_new_images_score_alike(composite: Composite) -> None:
    assert auroc(composite.scores, composite.labels) > 0.9
    fresh = make_table(9, 15, shift=1.5)  # the same boards inspected again, with some noise
    noise = np.exp(0.05 * np.random.default_rng(1).normal(size=fresh.values.shape))
    labels = [image.label is Label.DEFECTIVE for image in fresh.images]
    scores = composite.scorer.score_values(fresh.values * noise)
    assert auroc(scores, np.array(labels, dtype=int)) > 0.9


def test_that_baselines_are_used_unchanged_and_have_no_standard_threshold(composite: Composite) -> None:
    row = composite.report.row("noise")
    assert row.kind is RowKind.BASELINE
    assert row.std is None
    assert row.auroc == auroc(np.random.default_rng(0).normal(size=24), composite.labels)
    with pytest.raises(ScoringError, match="short: 3 values for 24 images"):
        fit_composite(make_table(9, 15), FitOptions(search=FEW, classifiers=["NB"]), baselines={"short": np.zeros(3)})


def test_that_progress_rises_to_its_end(composite: Composite, progress: list[Progress]) -> None:
    done = [p.done for p in progress]
    assert done == sorted(done)
    assert progress[-1].done == progress[-1].total
    assert {str(p.step) for p in progress} >= {"LR: search", "Leaving one out", "Final model"}


def test_that_the_same_seed_gives_the_same_composite(composite: Composite) -> None:
    table = make_table(9, 15, shift=1.5)
    again = fit_composite(table, FitOptions(search=FEW, classifiers=FAST))
    np.testing.assert_array_equal(again.scores, composite.scores)
    assert again.threshold == composite.threshold


def test_that_the_nested_protocol_is_named_in_the_report() -> None:
    report = fit_composite(make_table(6, 8), FitOptions(search=FEW, protocol="nested", classifiers=["LR"])).report
    assert report.protocol is Protocol.NESTED
    assert "nested" in str(report.warnings[0])


def test_that_groups_are_counted() -> None:
    report = fit_composite(make_table(8, 8, group_of=2), FitOptions(search=FEW, classifiers=["LR"])).report
    assert report.groups == report.parts == 8


def test_that_a_report_says_when_images_were_not_left_out_one_by_one() -> None:
    settings = SearchSettings("few", draws=1, parts=5)
    report = fit_composite(make_table(8, 8), FitOptions(search=settings, classifiers=["LR"])).report
    assert report.parts == 5
    assert any("in 5 parts, not one by one" in str(text) for text in report.warnings)


def test_that_a_report_survives_json(composite: Composite) -> None:
    text = json.dumps(report_to_dict(composite.report), allow_nan=False)
    assert report_from_dict(json.loads(text)) == composite.report


def test_that_a_report_of_another_version_is_our_error(composite: Composite) -> None:
    values = report_to_dict(composite.report)
    del values["rows"]
    with pytest.raises(ScoringError, match="this version"):
        report_from_dict(values)


def test_that_flat_rows_have_the_papers_columns(composite: Composite) -> None:
    flat = {row["name"]: row for row in report_rows(composite.report)}
    row = flat["LR"]
    for mode in ("std", "zfn"):
        assert {f"{rate}_{mode}" for rate in ("accuracy", "precision", "fpr", "fnr")} <= row.keys()
    assert row["fnr_zfn"] == 0.0
    assert row["fpr_zfn"] >= row["fpr_1"] >= row["fpr_2"]
    assert row["fpr_0_low"] <= row["fpr_zfn"] <= row["fpr_0_high"]
    assert row["fpr_2_low"] <= row["fpr_2"] <= row["fpr_2_high"]
    assert row["miss_bound"] == pytest.approx(1 - 0.05 ** (1 / 15))
    assert not flat["MLR"]["in_paper"]
    assert [name for name, row in flat.items() if row["chosen"]] == [composite.classifier]


def test_that_the_terminal_shows_every_row(composite: Composite) -> None:
    from rich.console import Console

    out = io.StringIO()
    console = Console(file=out, width=200)
    for table in rich_tables(composite.report):
        console.print(table)
    for row in composite.report.rows:
        assert out.getvalue().count(row.name) >= 2
    assert "protocol paper" in out.getvalue()


def _images(labels: list[int]) -> tuple[LabelledImage, ...]:
    return tuple(
        LabelledImage(Path(f"d/{i}.png"), Label.DEFECTIVE if y else Label.NORMAL) for i, y in enumerate(labels)
    )


def test_that_the_threshold_of_left_out_scores_fits_the_final_model_on_new_boards() -> None:
    # The lowest of 40 abnormal scores lets 1 in 41 new defects be missed; the mean over worlds must be near that.
    missed, scale = [], []
    for seed in range(4):
        world = make_table(440, 440, columns=30, informative=10, shift=1.0, seed=seed)
        labels = np.array([image.label is Label.DEFECTIVE for image in world.images])
        train = np.concatenate([np.flatnonzero(labels == y)[:40] for y in (False, True)])
        new = np.setdiff1d(np.arange(880), train)
        part = MetricTable(world.names, world.values[train], tuple(world.images[i] for i in train))
        composite = fit_composite(part, FitOptions(search=SearchSettings("one", draws=1), classifiers=["LR"]))
        scores = composite.scorer.score_values(world.values[new])
        row = evaluate_scores(
            scores, labels[new].astype(int), [world.images[i] for i in new], composite.threshold.value
        )
        missed.append(row.zfn.confusion.fnr)
        scale.append(scores[labels[new]].mean() - composite.scores[composite.labels == 1].mean())
    assert np.mean(missed) < 0.075  # the bound for 40
    assert abs(np.mean(scale)) < 0.05


def test_that_held_out_images_are_evaluated_at_the_fixed_threshold() -> None:
    labels = [0, 0, 1, 1]
    row = evaluate_scores([0.1, 0.6, 0.3, 0.9], labels, _images(labels), threshold=0.4)
    assert row.zfn.confusion == Confusion(tp=1, fp=1, tn=1, fn=1)
    assert row.zfn.missed == ("d/2.png",)
    assert row.zfn.allowed is None
    assert row.auroc == 0.75
    assert len(row.points) == 1


def test_that_held_out_images_of_one_class_claim_nothing_about_the_other() -> None:
    row = evaluate_scores([0.1, 0.6], [0, 0], _images([0, 0]), threshold=0.4)
    assert row.zfn.confusion.fpr == 0.5
    assert row.zfn.confusion.fnr is None
    assert row.zfn.miss_bound is None
    assert row.auroc is None
    with pytest.raises(ScoringError, match="0 scores"):
        evaluate_scores([], [], [], threshold=0.4)


def test_that_a_single_image_that_spoils_the_threshold_is_named() -> None:
    table = make_table(10, 12, shift=4.0)
    values = table.values.copy()
    victim = next(i for i, image in enumerate(table.images) if image.label is Label.DEFECTIVE)
    values[victim] = values[[i.label is Label.NORMAL for i in table.images]].min(axis=0)  # an invisible defect
    report = fit_composite(dataclasses.replace(table, values=values), FitOptions(search=FEW, classifiers=["LR"])).report
    name = "/".join(table.images[victim].path.parts[-2:])
    assert report.rows[0].zfn.set_by == (name,)
    assert report.rows[0].points[1].missed == (name,)
    assert any("One image sets the threshold" in str(text) and name in str(text) for text in report.warnings)


def test_that_a_threshold_that_flags_everything_says_so() -> None:
    report = fit_composite(make_table(12, 12, shift=0.0, seed=3), FitOptions(search=FEW, classifiers=["KNN"])).report
    assert report.rows[0].zfn.confusion.fpr == 1.0
    assert any("flags every normal image" in str(text) for text in report.warnings)


@pytest.mark.long
def test_that_the_papers_twelve_go_through_the_whole_procedure() -> None:
    settings = SearchSettings("twelve", draws=2, all_classifiers=True)
    composite = fit_composite(make_table(8, 25, shift=1.5), FitOptions(search=settings))
    assert [row.name for row in composite.report.rows] == [n for n, spec in CLASSIFIERS.items() if spec.in_paper]
    assert not any(str(text).startswith("Left out") for text in composite.report.warnings)
    assert all(row.zfn.confusion.fn == 0 for row in composite.report.rows)


def test_that_duplicated_images_are_fitted_like_any_others() -> None:
    table = make_table(4, 4, shift=3.0)
    twice = MetricTable(
        table.names, np.repeat(table.values, 3, axis=0), tuple(i for i in table.images for _ in range(3))
    )
    composite = fit_composite(twice, FitOptions(search=FEW, classifiers=FAST))
    assert composite.report.groups == 24
    assert np.isfinite(composite.scores).all()


def test_that_a_refused_classifier_is_left_out_by_name() -> None:
    table = make_table(5, 5)
    values = table.values.copy()
    normal = np.array([image.label is Label.NORMAL for image in table.images])
    values[normal] = values[normal][0]  # equal rows: no covariance to invert
    composite = fit_composite(
        dataclasses.replace(table, values=values), FitOptions(search=FEW, classifiers=["QDA", "LR"])
    )
    assert composite.classifier == "LR"
    assert any(str(text).startswith("Left out: QDA") for text in composite.report.warnings)
    with pytest.raises(ScoringError, match="no classifier can be fitted"):
        fit_composite(dataclasses.replace(table, values=values), FitOptions(search=FEW, classifiers=["QDA"]))


def test_that_constant_metrics_are_an_error() -> None:
    table = make_table(5, 5)
    with pytest.raises(ScoringError, match="constant"):
        fit_composite(dataclasses.replace(table, values=np.ones_like(table.values)), FitOptions(search=FEW))


@pytest.mark.parametrize("wrong", [{"search": "slow"}, {"protocol": "loo"}, {"classifiers": ["SVM"]}])
def test_that_unknown_names_are_errors(wrong: dict[str, object]) -> None:
    with pytest.raises(ScoringError):
        fit_composite(make_table(5, 5), FitOptions(**wrong))  # type: ignore[arg-type]


def test_that_a_direction_helps_the_monotone_model_with_metrics_that_fall() -> None:
    table = make_table(8, 10, shift=2.0)
    falling = dataclasses.replace(table, values=1.0 / (1.0 + table.values))
    directions = dict.fromkeys(table.names, -1)
    directed = fit_composite(falling, FitOptions(search=FEW, classifiers=["MLR"]), directions=directions)
    undirected = fit_composite(falling, FitOptions(search=FEW, classifiers=["MLR"]))
    assert auroc(directed.scores, directed.labels) > 0.9 > auroc(undirected.scores, undirected.labels)


def test_that_fewer_abnormal_images_give_fewer_steps() -> None:
    labels = [0, 0, 1]
    row = measured_row("x", RowKind.BASELINE, np.array([0.1, 0.2, 0.3]), labels, _images(labels))
    assert len(row.points) == 1


def test_that_importing_the_report_loads_no_heavy_package() -> None:
    heavy = ("sklearn", "scipy", "xgboost", "lightgbm", "imblearn", "skops", "joblib")
    code = f"import sys, vqganodip.scoring.composite; print([m for m in {heavy} if m in sys.modules])"
    paths = {**os.environ, "PYTHONPATH": os.pathsep.join(p for p in sys.path if p)}
    process = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, env=paths)
    assert process.stdout.strip() == "[]"


def test_that_a_family_of_metrics_can_be_left_out() -> None:
    table = make_table(10, 10, columns=12)
    names = tuple(f"{'golden' if i < 6 else 'raw'}.patch.m{i}" for i in range(12))
    mixed = MetricTable(names, table.values, table.images)
    options = FitOptions(search=FEW, classifiers=("LR",), without=("golden",))
    found = fit_composite(mixed, options)
    assert set(found.scorer.names) == {name for name in names if name.startswith("raw.")}
    alone = fit_composite(
        MetricTable(names[6:], table.values[:, 6:], table.images), dataclasses.replace(options, without=())
    )
    assert np.array_equal(found.scores, alone.scores)
    with pytest.raises(ScoringError, match="no metric is left"):
        fit_composite(mixed, dataclasses.replace(options, without=("golden", "raw")))
