"""Division of rows into training and held-out parts, and folds prepared for any classifier.

A prepared fold holds preprocessed and balanced training rows. It depends on no hyperparameter, so it is prepared once
and shared by all draws of all classifiers.
"""

from __future__ import annotations

import warnings
from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Final, TypeAlias

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import ScoringError, message
from vqganodip.records import Label, LabelledImage, MetricTable
from vqganodip.scoring.preprocessing import MAX_CORRELATION, fit_preprocessing
from vqganodip.types import FloatArray

__all__ = [
    "MIN_GROUPS",
    "Ints",
    "PreparedFold",
    "Rows",
    "Split",
    "balanced",
    "check_images",
    "leave_one_group_out",
    "leave_parts_out",
    "prepare_fold",
    "rows_of",
    "stratified_splits",
]

Ints: TypeAlias = NDArray[np.int64]
Split: TypeAlias = tuple[Ints, Ints]

MIN_GROUPS: Final = 3
"""Minimum number of groups per class: with one held out, two must remain for training."""

_SMOTE_NEIGHBOURS: Final = 5


@dataclass(frozen=True, slots=True)
class Rows:
    """A checked table, as arrays.

    Attributes:
        values: float64 N×F, finite.
        labels: int64 N, 1 for defective.
        groups: int64 N; images with the same number are held out together.
        signs: int64 F, −1 where lower is more abnormal; None if unknown.
        max_correlation: Of columns with a higher |Pearson correlation|, the preprocessing retains the first.
    """

    values: FloatArray = field(repr=False)
    labels: Ints = field(repr=False)
    groups: Ints = field(repr=False)
    signs: Ints | None = field(default=None, repr=False)
    max_correlation: float = MAX_CORRELATION

    def part(self, index: Ints) -> Rows:
        """Some of the rows."""
        return Rows(self.values[index], self.labels[index], self.groups[index], self.signs, self.max_correlation)

    def seen_by(self, columns: Sequence[int], max_correlation: float) -> Rows:
        """Some of the columns, for classifiers whose preprocessing retains those of this correlation."""
        at, signs = list(columns), self.signs
        return Rows(self.values[:, at], self.labels, self.groups, None if signs is None else signs[at], max_correlation)


@dataclass(frozen=True, slots=True)
class PreparedFold:
    """A fold ready for a classifier.

    Attributes:
        X: float64 M×K in [0, 1], training rows, preprocessed and balanced.
        y: int64 M.
        X_test: float64 T×K, the held-out rows, with the preprocessing fitted on the training rows.
        test: int64 T, indices of these rows.
        columns: int64 K, indices of these columns.
        seed: Seed for the classifier.
    """

    X: FloatArray = field(repr=False)
    y: Ints = field(repr=False)
    X_test: FloatArray = field(repr=False)
    test: Ints
    columns: Ints
    seed: int


def rows_of(table: MetricTable, signs: Ints | None = None) -> Rows:
    """The arrays of a table, validated.

    Raises:
        ScoringError: Inconsistent shapes, repeated column names, a value that is not finite, or fewer than
            MIN_GROUPS groups of normal or of abnormal images.
    """
    values = np.asarray(table.values, dtype=np.float64)
    if values.shape != (len(table.images), len(table.names)) or not table.names:
        raise ScoringError(
            "metric-table-shape",
            "values of shape {shape} for {images} images and {metrics} metrics",
            where=message("place-metric-table", "metric table"),
            todo="Collect the metrics again.",
            shape=str(values.shape),
            images=len(table.images),
            metrics=len(table.names),
        )
    if len(set(table.names)) != len(table.names):
        raise ScoringError(
            "metric-table-duplicate",
            "a metric occurs twice",
            where=message("place-metric-table", "metric table"),
            todo="Collect the metrics again.",
        )
    _check_finite(values, table)
    labels = np.array([image.label is Label.DEFECTIVE for image in table.images], dtype=np.int64)
    check_images(table.images)
    return Rows(values, labels, _group_numbers(table.images), signs)


def _check_finite(values: FloatArray, table: MetricTable) -> None:
    bad = np.argwhere(~np.isfinite(values))
    if len(bad):
        row, column = (int(i) for i in bad[0])
        raise ScoringError(
            "metric-table-not-a-number",
            "the metric {name} is not a number",
            where=table.images[row].path,
            todo="Inspect the image again or leave it out ({count:image is|images are} concerned).",
            name=table.names[column],
            count=len(set(bad[:, 0].tolist())),
        )


def check_images(images: Sequence[LabelledImage]) -> None:
    """Check that a score can be fitted on these images; before they are measured, or once some were left out.

    Raises:
        ScoringError: There are fewer than MIN_GROUPS groups of normal or of abnormal images.
    """
    numbers = _group_numbers(images)
    labels = np.array([image.label is Label.DEFECTIVE for image in images], dtype=np.int64)
    for label, name in ((0, message("word-normal", "normal")), (1, message("word-abnormal", "abnormal"))):
        count = int((labels == label).sum())
        groups = len(np.unique(numbers[labels == label]))
        if groups < MIN_GROUPS:
            raise ScoringError(
                "metric-table-too-few",
                "{images} {kind} images in {groups} groups are too few to fit and judge a score",
                where=message("place-metric-table", "metric table"),
                todo="Add {kind} images until there are at least {least} that do not belong together.",
                images=count,
                kind=name,
                groups=groups,
                least=MIN_GROUPS,
            )


def _group_numbers(images: Sequence[LabelledImage]) -> Ints:
    numbers: dict[tuple[str, int], int] = {}
    keys = ((image.group, -1) if image.group else ("", i) for i, image in enumerate(images))
    return np.array([numbers.setdefault(key, len(numbers)) for key in keys], dtype=np.int64)


def leave_one_group_out(groups: Ints) -> tuple[Split, ...]:
    """Leave-one-group-out; leave-one-out for groups of one image. Groups are in the order of their first image."""
    return tuple((np.flatnonzero(groups != g), np.flatnonzero(groups == g)) for g in np.unique(groups))


def leave_parts_out(rows: Rows, parts: int, seed: int) -> tuple[Split, ...]:
    """Leave-one-group-out for large tables: groups are dealt, class by class in random order, into ``parts`` parts.

    With ``parts`` 0, or at most twice as many groups as parts, it equals :func:`leave_one_group_out`.
    """
    groups, first = np.unique(rows.groups, return_index=True)
    if not parts or len(groups) <= 2 * parts:
        return leave_one_group_out(rows.groups)
    shuffled = np.random.default_rng(seed).permutation(len(groups))
    dealt = shuffled[np.argsort(rows.labels[first][shuffled], kind="stable")]
    part_of = np.empty(len(groups), dtype=np.int64)
    part_of[dealt] = np.arange(len(groups)) % parts
    return leave_one_group_out(part_of[np.searchsorted(groups, rows.groups)])


def stratified_splits(rows: Rows, folds: int, seed: int) -> tuple[Split, ...]:
    """Shuffled stratified folds; groups stay together. Fewer folds if a class has fewer groups.

    Raises:
        ScoringError: The groups cannot be divided so that both classes remain in every training part.
    """
    from sklearn.model_selection import StratifiedGroupKFold, StratifiedKFold

    smallest = min(len(np.unique(rows.groups[rows.labels == label])) for label in (0, 1))
    k = min(folds, smallest)
    if k < 2:
        raise ScoringError(
            "folds-class-in-one-group",
            "one group holds a whole class of the training part",
            where=message("place-cross-validation", "cross-validation"),
            todo="Add more groups.",
        )
    alone = len(np.unique(rows.groups)) == len(rows.groups)
    kind = StratifiedKFold if alone else StratifiedGroupKFold
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # scikit-learn counts images, but groups decide
        drawn = list(kind(n_splits=k, shuffle=True, random_state=seed).split(rows.values, rows.labels, rows.groups))
    splits = tuple(
        (np.asarray(train, dtype=np.int64), np.asarray(test, dtype=np.int64)) for train, test in drawn if len(test)
    )
    if any(len(np.unique(rows.labels[train])) < 2 for train, _ in splits):
        raise ScoringError(
            "folds-group-too-large",
            "a group holds nearly all images of a class",
            where=message("place-cross-validation", "cross-validation"),
            todo="Use smaller groups.",
        )
    return splits


def balanced(X: FloatArray, y: Ints, seed: int) -> tuple[FloatArray, Ints]:
    """Add synthetic rows of the smaller class (SMOTE, Chawla et al. 2002) until both classes are equal.

    Uses 5 neighbours, or as many as the smaller class has; a single row cannot be interpolated and the rows are
    returned unchanged.
    """
    smaller = int(min((y == 0).sum(), (y == 1).sum()))
    if smaller < 2 or 2 * smaller == len(y):
        return X, y
    from imblearn.over_sampling import SMOTE

    smote = SMOTE(k_neighbors=min(_SMOTE_NEIGHBOURS, smaller - 1), random_state=seed)
    X_new, y_new = smote.fit_resample(X, y)
    return np.asarray(X_new, dtype=np.float64), np.asarray(y_new, dtype=np.int64)


def prepare_fold(rows: Rows, split: Split, seed: int, smote: bool = True) -> PreparedFold:
    """Fit the preprocessing on the training rows, balance them, and apply the preprocessing to the held-out rows."""
    train, test = split
    preprocessing = fit_preprocessing(rows.values[train], rows.signs, rows.max_correlation)
    X, y = preprocessing.apply(rows.values[train]), rows.labels[train]
    if smote:
        X, y = balanced(X, y, seed)
    return PreparedFold(X, y, preprocessing.apply(rows.values[test]), test, preprocessing.columns, seed)
