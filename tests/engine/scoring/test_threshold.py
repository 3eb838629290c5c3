from __future__ import annotations

import math

import numpy as np
import pytest

from vqganodip.errors import ScoringError, StatisticsError
from vqganodip.reports.wording import threshold as threshold_words
from vqganodip.scoring.threshold import (
    Confusion,
    confusion,
    false_call_reduction,
    mean_review_s,
    shown_threshold,
    zfn_threshold,
)

# Bougaham et al., Table 1: 174 normal and 174 abnormal boards. Per classifier the counts FP and FN at 0.5 and FP at the
# zero-false-negative threshold, then the printed row: accuracy, precision, FPR, FNR, each STD and ZFN, in per cent.
TABLE_1 = (
    ("ET", 3, 12, 42, "95.69 87.93 98.18 80.56 1.72 24.14 6.9 0"),
    ("XGBoost", 20, 9, 59, "91.67 83.05 89.19 74.68 11.49 33.91 5.17 0"),
    ("RF", 4, 16, 66, "94.25 81.03 97.53 72.5 2.3 37.93 9.2 0"),
    ("GBC", 5, 17, 72, "93.68 79.31 96.91 70.73 2.87 41.38 9.77 0"),
    ("LGBM", 8, 16, 85, "93.1 75.57 95.18 67.18 4.6 48.85 9.2 0"),
    ("ADA", 8, 15, 93, "93.39 73.28 95.21 65.17 4.6 53.45 8.62 0"),
    ("LR", 9, 12, 162, "93.97 53.45 94.74 51.79 5.17 93.1 6.9 0"),
    ("QDA", 6, 27, 174, "90.52 50 96.08 50 3.45 100 15.52 0"),
    ("KNN", 4, 26, 174, "91.38 50 97.37 50 2.3 100 14.94 0"),
    ("LDA", 7, 11, 174, "94.83 50 95.88 50 4.02 100 6.32 0"),
    ("DT", 11, 24, 174, "89.94 50 93.17 50 6.32 100 13.79 0"),
    ("NB", 7, 56, 174, "81.9 50 94.4 50 4.02 100 32.18 0"),
)
# The same for Table 2, with the counts of normal and abnormal images in front.
TABLE_2 = (
    ("PCBA", 174, 174, 3, 12, 42, "95.69 87.93 98.18 80.56 1.72 24.14 6.9 0"),
    ("Cable", 141, 92, 12, 42, 98, "76.82 57.94 80.65 48.42 8.51 69.5 45.65 0"),
    ("Carpet", 154, 89, 18, 17, 121, "85.6 50.21 80 42.38 11.69 78.57 19.1 0"),
    ("Grid", 142, 57, 3, 5, 29, "95.98 85.43 94.55 66.28 2.11 20.42 8.77 0"),
    ("Hazelnut", 215, 70, 1, 2, 5, "98.95 98.25 98.55 93.33 0.47 2.33 2.86 0"),
    ("Leather", 138, 92, 8, 10, 22, "92.17 90.43 91.11 80.7 5.8 15.94 10.87 0"),
    ("Screw", 181, 119, 9, 12, 49, "93 83.67 92.24 70.83 4.97 27.07 10.08 0"),
    ("Transistor", 137, 40, 6, 14, 90, "88.7 49.15 81.25 30.77 4.38 65.69 35 0"),
    ("Zipper", 136, 119, 8, 11, 47, "92.55 81.57 93.1 71.69 5.88 34.56 9.24 0"),
)
PAPER = [(n, 174, 174, *rest) for n, *rest in TABLE_1] + [(f"{n} (table 2)", *rest) for n, *rest in TABLE_2]


@pytest.mark.parametrize(("name", "normal", "abnormal", "fp_std", "fn_std", "fp_zfn", "printed"), PAPER)
def test_that_counts_give_the_rows_of_the_paper_to_the_last_digit(
    name: str, normal: int, abnormal: int, fp_std: int, fn_std: int, fp_zfn: int, printed: str
) -> None:
    # Scores that have these counts, so that threshold and counting are part of what is checked.
    low, middle, high = 0.1, 0.3, 0.9
    fp_low = normal - fp_zfn
    scores = [low] * fp_low + [middle] * (fp_zfn - fp_std) + [high] * fp_std
    scores += [middle] * fn_std + [high] * (abnormal - fn_std)
    labels = [0] * normal + [1] * abnormal
    std = confusion(scores, labels, 0.5)
    zfn = confusion(scores, labels, zfn_threshold(scores, labels).value)

    rates = []
    for rate in ("accuracy", "precision", "fpr", "fnr"):
        rates += [round(100 * getattr(counts, rate), 2) for counts in (std, zfn)]
    assert rates == [float(v) for v in printed.split()]


def test_that_the_oracle_has_21_rows() -> None:
    assert len(PAPER) == 21


def test_that_inspection_time_and_misjudgments_fall_as_in_the_paper() -> None:
    fpr = Confusion(tp=174, fp=42, tn=132, fn=0).fpr
    assert fpr is not None
    assert round(mean_review_s(8.0, fpr), 1) == 1.9
    assert round(false_call_reduction(fpr), 1) == 4.1
    assert false_call_reduction(0.0) == math.inf


def test_that_the_threshold_is_the_lowest_abnormal_score_and_flags_it() -> None:
    scores = [0.1, 0.4, 0.3, 0.9, 0.35, 0.2]
    labels = [0, 0, 1, 1, 1, 0]
    threshold = zfn_threshold(scores, labels)
    assert threshold.value == 0.3
    assert threshold.set_by == (2,)
    assert confusion(scores, labels, threshold.value) == Confusion(tp=3, fp=1, tn=2, fn=0)


def test_that_giving_up_misses_names_the_images_given_up() -> None:
    scores = [0.1, 0.4, 0.3, 0.9, 0.35, 0.2]
    steps = zfn_threshold(scores, [0, 0, 1, 1, 1, 0]).steps
    assert [step.value for step in steps] == [0.3, 0.35, 0.9]
    assert [step.set_by for step in steps] == [(2,), (4,), (3,)]
    assert [step.given_up for step in steps] == [(), (2,), (2, 4)]


def test_that_false_positives_are_known_for_up_to_eight_misses() -> None:
    scores = np.linspace(0.1, 0.9, 12)
    steps = zfn_threshold([0.0, *scores], [0, *([1] * 12)]).steps
    assert [step.allowed for step in steps] == [0, 1, 2, 5, 8]
    assert [len(step.given_up) for step in steps] == [0, 1, 2, 5, 8]
    assert [step.value for step in steps] == [scores[0], scores[1], scores[2], scores[5], scores[8]]


def test_that_tied_abnormal_scores_are_not_given_up_in_part() -> None:
    steps = zfn_threshold([0.5, 0.5, 0.8, 0.1], [1, 1, 1, 0]).steps
    assert steps[0].set_by == (0, 1)
    assert steps[1].value == 0.5
    assert steps[1].given_up == ()
    assert steps[2].given_up == (0, 1)


def test_that_one_abnormal_image_gives_one_step() -> None:
    assert len(zfn_threshold([0.2, 0.7], [0, 1]).steps) == 1


@pytest.mark.parametrize(
    ("scores", "labels", "what"),
    [
        ([0.1, 0.2], [0, 0], "no abnormal"),
        ([0.1, 0.2], [1, 1], "no normal"),
        ([], [], "no abnormal"),
        ([0.1, math.nan], [0, 1], "image 1 is not a number"),
        ([0.1, math.inf], [0, 1], "not a number"),
        ([0.1, 0.2], [0, 2], "neither 0 nor 1"),
        ([0.1, 0.2, 0.3], [0, 1], "one label per score"),
    ],
)
def test_that_an_undefined_threshold_is_an_error(scores: list[float], labels: list[int], what: str) -> None:
    with pytest.raises(StatisticsError, match=what):
        zfn_threshold(scores, labels)


def test_that_counting_against_no_threshold_is_an_error() -> None:
    with pytest.raises(ScoringError, match="threshold is nan"):
        confusion([0.1, 0.2], [0, 1], math.nan)


def test_that_rates_with_nothing_to_divide_by_are_none() -> None:
    assert Confusion(0, 0, 5, 0).precision is None
    assert Confusion(0, 0, 5, 0).fnr is None
    assert Confusion(5, 0, 0, 0).fpr is None
    assert Confusion(0, 0, 0, 0).accuracy is None


def test_that_a_threshold_typed_back_as_it_is_shown_flags_exactly_the_same() -> None:
    draw = np.random.default_rng(11)
    longest = 0
    for _ in range(1000):
        count = int(draw.integers(2, 120))
        close = draw.normal(0.05, 10.0 ** -float(draw.integers(2, 8)), count)
        scores = draw.beta(0.6, 0.6, count) if draw.random() < 0.5 else close
        scores = np.clip(np.round(scores, int(draw.integers(3, 17))), 0.0, 1.0)
        labels = np.array([1, 0, *draw.integers(0, 2, count - 2)])
        steps = zfn_threshold(scores, labels).steps
        chosen = (*(step.value for step in steps), float(draw.random()), float(np.nextafter(steps[0].value, 1.0)))
        for threshold in chosen:
            shown = shown_threshold(threshold, scores)
            typed = float(shown)
            assert typed <= threshold, "never rounded up"
            assert shown == threshold_words(threshold, scores.tolist()), "the reports say the same"
            assert ((scores >= typed) == (scores >= threshold)).all(), (threshold, shown)
            assert confusion(scores, labels, typed) == confusion(scores, labels, threshold)
            longest = max(longest, len(shown))
    assert longest > 6, "scores close to each other take more than four decimals"
    assert shown_threshold(0.0564697, [0.0564697, 0.9]) == "0.0564"
