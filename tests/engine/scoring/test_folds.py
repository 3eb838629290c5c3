from __future__ import annotations

import dataclasses
from pathlib import Path

import numpy as np
import pytest
from engine.metric_tables import make_table

from vqganodip.errors import ScoringError
from vqganodip.records import Label, LabelledImage, MetricTable
from vqganodip.scoring.folds import (
    Rows,
    balanced,
    leave_one_group_out,
    leave_parts_out,
    prepare_fold,
    rows_of,
    stratified_splits,
)


def _rows(labels: list[int], groups: list[int] | None = None) -> Rows:
    n = len(labels)
    values = np.random.default_rng(0).normal(size=(n, 5))
    return Rows(values, np.array(labels), np.arange(n) if groups is None else np.array(groups))


def test_that_leaving_one_out_leaves_each_image_out_once() -> None:
    splits = leave_one_group_out(np.arange(4))
    assert [test.tolist() for _, test in splits] == [[0], [1], [2], [3]]
    assert all(len(train) == 3 for train, _ in splits)


def test_that_images_of_a_group_are_left_out_together() -> None:
    table = make_table(6, 6, group_of=2)
    splits = leave_one_group_out(rows_of(table).groups)
    assert len(splits) == 6
    for train, test in splits:
        assert len(test) == 2
        assert not {table.images[i].group for i in train} & {table.images[i].group for i in test}


def test_that_a_large_table_is_left_out_in_parts_that_share_the_classes() -> None:
    rows = rows_of(make_table(6, 44, group_of=2))
    splits = leave_parts_out(rows, 5, seed=0)
    assert len(splits) == 5
    assert sorted(np.concatenate([test for _, test in splits]).tolist()) == list(range(50))
    for train, test in splits:
        assert len(test) == 10
        assert not set(rows.groups[train]) & set(rows.groups[test])
        assert len(np.unique(rows.labels[train])) == 2


def test_that_a_small_table_is_left_out_one_by_one() -> None:
    rows = _rows([0, 1] * 10)
    assert len(leave_parts_out(rows, 10, seed=0)) == 20
    assert len(leave_parts_out(rows, 0, seed=0)) == 20
    assert len(leave_parts_out(rows, 9, seed=0)) == 9


def test_that_images_without_a_group_stand_alone() -> None:
    images = tuple(LabelledImage(Path(f"{i}.png"), Label.DEFECTIVE if i % 2 else Label.NORMAL) for i in range(8))
    table = MetricTable(("a", "b"), np.random.default_rng(0).normal(size=(8, 2)), images)
    assert len(np.unique(rows_of(table).groups)) == 8


def test_that_folds_keep_the_share_of_classes_and_shrink_with_the_smaller_one() -> None:
    splits = stratified_splits(_rows([0] * 3 + [1] * 12), 5, seed=0)
    rows = _rows([0] * 3 + [1] * 12)
    assert len(splits) == 3
    assert all((rows.labels[test] == 0).sum() == 1 for _, test in splits)
    assert sorted(np.concatenate([test for _, test in splits]).tolist()) == list(range(15))


def test_that_folds_never_divide_a_group() -> None:
    rows = _rows([0, 1] * 10, [i // 2 for i in range(20)])
    for train, test in stratified_splits(rows, 5, seed=1):
        assert not set(rows.groups[train]) & set(rows.groups[test])


def test_that_one_group_of_a_class_cannot_be_divided() -> None:
    with pytest.raises(ScoringError, match="whole class"):
        stratified_splits(_rows([0, 0, 1, 1, 1], [0, 0, 1, 2, 3]), 5, seed=0)


def test_that_smote_fills_the_smaller_class_between_its_own_rows() -> None:
    X, y = np.vstack([np.zeros((2, 3)), np.ones((9, 3))]), np.array([0] * 2 + [1] * 9)
    X[1] = 0.2
    X_new, y_new = balanced(X, y, seed=0)
    assert (y_new == 0).sum() == (y_new == 1).sum() == 9
    assert X_new[y_new == 0].max() <= 0.2
    np.testing.assert_array_equal(X_new[:11], X)


@pytest.mark.parametrize("labels", [[0] + [1] * 5, [0, 0, 1, 1]])
def test_that_smote_is_skipped_where_it_is_impossible_or_needless(labels: list[int]) -> None:
    rows = _rows(labels)
    X, y = balanced(rows.values, rows.labels, seed=0)
    assert X is rows.values
    assert y is rows.labels


def test_that_nothing_of_the_rows_left_out_reaches_the_training_part() -> None:
    rows = rows_of(make_table(8, 20))
    split = leave_one_group_out(rows.groups)[3]
    fold = prepare_fold(rows, split, seed=0)
    changed = rows.values.copy()
    changed[split[1]] *= 1000
    other = prepare_fold(dataclasses.replace(rows, values=changed), split, seed=0)
    np.testing.assert_array_equal(fold.X, other.X)
    np.testing.assert_array_equal(fold.y, other.y)
    assert len(fold.X) > len(split[0])  # SMOTE added training rows
    assert len(fold.X_test) == 1


def _with_value(table: MetricTable, row: int, column: int, value: float) -> MetricTable:
    values = table.values.copy()
    values[row, column] = value
    return dataclasses.replace(table, values=values)


def test_that_a_value_that_is_no_number_names_image_and_metric() -> None:
    table = make_table(5, 5)
    with pytest.raises(ScoringError, match=r"raw\.patch\.m7 is not a number") as caught:
        rows_of(_with_value(table, 4, 7, np.nan))
    assert caught.value.where == str(table.images[4].path)


@pytest.mark.parametrize(
    ("normal", "abnormal", "what"), [(5, 1, "1 abnormal"), (5, 0, "0 abnormal"), (2, 9, "2 normal")]
)
def test_that_too_few_images_of_a_class_are_an_error(normal: int, abnormal: int, what: str) -> None:
    with pytest.raises(ScoringError, match=f"{what} images .* too few"):
        rows_of(make_table(normal, abnormal))


def test_that_many_images_of_two_groups_are_still_too_few() -> None:
    with pytest.raises(ScoringError, match="in 2 groups are too few"):
        rows_of(make_table(20, 20, group_of=20))


def test_that_a_table_that_does_not_fit_itself_is_an_error() -> None:
    table = make_table(4, 4)
    with pytest.raises(ScoringError, match="shape"):
        rows_of(dataclasses.replace(table, names=table.names[:-1]))
    with pytest.raises(ScoringError, match="twice"):
        rows_of(dataclasses.replace(table, names=(*table.names[:-1], table.names[0])))
