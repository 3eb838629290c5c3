"""Tests of AUROC and AUPRO against scikit-learn and a literal integration."""

from __future__ import annotations

import math

import numpy as np
import pytest
from sklearn.metrics import roc_auc_score

from vqganodip.calibration.pixel_metrics import FPR_LIMIT, PixelCurve
from vqganodip.errors import ImageError


def boards(seed: int) -> list[tuple[np.ndarray, np.ndarray]]:
    rng = np.random.default_rng(seed)
    made = []
    for i in range(4):
        truth = np.zeros((40, 50), bool)
        if i % 2:
            truth[5:9, 6:12], truth[20:35, 30:45] = True, True
        values = rng.gamma(2.0, 0.02, truth.shape) + truth * rng.uniform(0, 0.08, truth.shape)
        made.append((values.astype(np.float32), truth))
    return made


def filled(made: list[tuple[np.ndarray, np.ndarray]]) -> PixelCurve:
    curve = PixelCurve()
    for values, truth in made:
        curve.add(values, truth)
    return curve


def literal_aupro(made: list[tuple[np.ndarray, np.ndarray]]) -> float:
    normal = np.sort(np.concatenate([v[~t] for v, t in made]))
    regions = [v[area] for v, t in made if t.any() for area in (np.s_[5:9, 6:12], np.s_[20:35, 30:45])]
    points = [(0.0, 0.0)]
    for threshold in np.unique(np.concatenate([v.ravel() for v, _ in made]))[::-1]:
        fpr = float((normal >= threshold).mean())
        if fpr > FPR_LIMIT:
            break
        points.append((fpr, float(np.mean([(r >= threshold).mean() for r in regions]))))
    x, y = zip(*points, (FPR_LIMIT, points[-1][1]), strict=True)
    return float(np.trapezoid(y, x) / FPR_LIMIT)


@pytest.mark.parametrize("seed", range(3))
def test_that_both_areas_equal_a_literal_integration(seed: int) -> None:
    made = boards(seed)
    curve = filled(made)
    truth, values = (np.concatenate([board[k].ravel() for board in made]) for k in (1, 0))
    assert curve.auroc == pytest.approx(roc_auc_score(truth, values), abs=1e-4)
    assert curve.aupro == pytest.approx(literal_aupro(made), abs=2e-3)
    assert curve.regions == 4


def test_that_a_perfect_map_scores_one_and_a_constant_map_one_half() -> None:
    truth = np.zeros((20, 20), bool)
    truth[4:8, 4:8] = True
    assert filled([(truth.astype(np.float32), truth)]).auroc == pytest.approx(1.0)
    assert filled([(truth.astype(np.float32), truth)]).aupro == pytest.approx(1.0)
    assert filled([(np.full((20, 20), 0.3, np.float32), truth)]).auroc == pytest.approx(0.5)


def test_that_the_areas_are_nan_without_a_defect() -> None:
    curve = filled([(np.ones((8, 8), np.float32), np.zeros((8, 8), bool))])
    assert math.isnan(curve.auroc)
    assert math.isnan(curve.aupro)


def test_that_a_mask_of_another_size_is_refused() -> None:
    with pytest.raises(ImageError, match="mask of the defects"):
        PixelCurve().add(np.ones((8, 8), np.float32), np.zeros((9, 8), bool))
