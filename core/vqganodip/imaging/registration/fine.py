"""Fine search: robust Gauss-Newton on a pyramid with the inverse compositional scheme.

Gain and offset are solved together with the motion, and Tukey weights make a missing component an outlier that does not
bias the result (Baker & Matthews 2004, "Lucas-Kanade 20 years on", part 1; part 2 for robust weights). Only informative
pixels are used: a steep gradient of the mean over the training boards and a low standard deviation.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import RegistrationError
from vqganodip.imaging.registration.contrast import motion_matrix, scaling, shrunk
from vqganodip.types import FloatArray, Map

__all__ = ["SPREAD_FLOOR", "Level", "prepare_levels", "refine"]

SPREAD_FLOOR: Final = 0.15
"""Minimum standard deviation of the contrast image: identical boards differ by noise and sampling."""
_PYRAMID: Final = ((4, 6000, 14), (2, 12000, 10), (1, 24000, 8))  # factor, points, iterations
_CELLS: Final = 12
_ROW: Final = 256


@dataclass(frozen=True, slots=True)
class Level:
    """One level of the pyramid: N points of the template, prepared for Gauss-Newton."""

    factor: int
    iterations: int
    points: FloatArray  # N×2, pixels of this level
    values: FloatArray  # N, the template there
    slopes: FloatArray  # N×3, steepest descent images of angle (about the centre), x and y
    weights: FloatArray  # N, one over the spread squared
    centre: FloatArray  # 2


def _level(template: Map, spread: Map, factor: int, count: int, iterations: int) -> Level:
    """Choose the most informative pixels about the motion, distributed over the image, and prepare them."""
    small, noise = shrunk(template, factor), shrunk(spread, factor)
    slope_y, slope_x = np.gradient(small)
    weights = 1 / (np.square(noise) + SPREAD_FLOOR**2)
    information = (np.square(slope_x) + np.square(slope_y)) * weights
    margin = 2
    information[:margin], information[-margin:], information[:, :margin], information[:, -margin:] = 0, 0, 0, 0
    height, width = small.shape
    y, x = np.mgrid[0:height, 0:width]
    cell = (y * _CELLS // height) * _CELLS + x * _CELLS // width
    order = np.lexsort((-information.ravel(), cell.ravel()))
    cells = cell.ravel()[order]
    rank = np.arange(order.size) - np.searchsorted(cells, cells)
    good = information.ravel()[order] > 0.02 * np.percentile(information, 99)
    chosen = order[good & (rank < max(2 * count // _CELLS**2, 8))]
    if chosen.size < 50:
        raise RegistrationError(
            "reference-too-little-structure", "the reference board has too little structure", todo="Use the mode free."
        )
    centre = np.array([(width - 1) / 2, (height - 1) / 2])
    points = np.stack([x.ravel()[chosen], y.ravel()[chosen]], axis=1).astype(np.float64)
    gx, gy = slope_x.ravel()[chosen].astype(np.float64), slope_y.ravel()[chosen].astype(np.float64)
    away = points - centre
    slopes = np.stack([gy * away[:, 0] - gx * away[:, 1], gx, gy], axis=1)
    values = small.ravel()[chosen].astype(np.float64)
    return Level(factor, iterations, points, values, slopes, weights.ravel()[chosen].astype(np.float64), centre)


def _sampled(contrast: Map, motion: FloatArray, points: FloatArray) -> tuple[FloatArray, NDArray[np.bool_]]:
    """The board sampled at the moved points, and a mask of the points inside the board."""
    import cv2

    moved = (points @ motion[:2, :2].T + motion[:2, 2]).astype(np.float32)
    height, width = contrast.shape
    inside = (moved >= 0).all(axis=1) & (moved[:, 0] <= width - 1) & (moved[:, 1] <= height - 1)
    # OpenCV requires fewer than 32768 rows, so the points are arranged as an image
    rows = -(-len(moved) // _ROW)
    grid = np.resize(moved, (rows * _ROW, 2)).reshape(rows, _ROW, 2)
    sampled = cv2.remap(contrast, grid, None, cv2.INTER_LINEAR, borderMode=cv2.BORDER_REPLICATE)
    return sampled.ravel()[: len(moved)].astype(np.float64), inside


def _refined(small: Map, level: Level, motion: FloatArray) -> FloatArray:
    """Gauss-Newton at one level; ``motion`` and the result are 3×3 in pixels of this level."""
    robust = np.ones(len(level.points))
    reach = float(np.linalg.norm(level.centre))
    for _ in range(level.iterations):
        sampled, inside = _sampled(small, motion, level.points)
        design = np.column_stack([level.slopes, level.values, np.ones_like(sampled)])
        weights = level.weights * robust * inside
        weighted = design * weights[:, None]
        solution = np.linalg.lstsq(weighted.T @ design, weighted.T @ sampled, rcond=None)[0]
        gain = max(float(solution[3]), 0.2)
        angle, x, y = (float(value) for value in solution[:3] / gain)
        step = motion_matrix(
            float(np.clip(angle, -0.05, 0.05)), (float(np.clip(x, -4, 4)), float(np.clip(y, -4, 4))), level.centre
        )
        motion = motion @ np.linalg.inv(step)
        misfit = (sampled - design @ solution) * np.sqrt(level.weights)
        scale = 1.4826 * float(np.median(np.abs(misfit[inside]))) + 1e-6 if inside.any() else 1.0
        robust = np.square(np.clip(1 - np.square(misfit / (4.685 * scale)), 0, None))
        if abs(angle) * reach + abs(x) + abs(y) < 0.01:
            break
    return motion


def prepare_levels(template: Map, spread: Map) -> tuple[Level, ...]:
    """The pyramid, coarsest level first.

    Raises:
        RegistrationError: The template has too little structure.
    """
    return tuple(_level(template, spread, *step) for step in _PYRAMID)


def refine(contrast: Map, levels: tuple[Level, ...], motion: FloatArray) -> FloatArray:
    """3×3 from template to board in working-grid pixels, from an initial one that is off by a few pixels."""
    for level in levels:
        up = scaling(level.factor)
        at_level = np.linalg.inv(up) @ motion @ up
        motion = up @ _refined(shrunk(contrast, level.factor), level, at_level) @ np.linalg.inv(up)
    return motion
