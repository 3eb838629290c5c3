"""Curves of a training (loss, reconstruction, codebook), drawn with OpenCV from its tables."""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np

from vqganodip.types import Image

__all__ = ["draw_curves"]

_WIDTH: Final = 1000
_HEIGHT: Final = 250
_LEFT, _RIGHT, _TOP, _BOTTOM = 78, 18, 34, 30
_INK: Final = (60, 60, 60)
_GRID: Final = (228, 228, 228)
_COLOURS: Final = ((0, 114, 178), (213, 94, 0), (0, 158, 115), (204, 121, 167))
"""Colours of Okabe and Ito, which people with any colour vision can distinguish."""

_Points = Mapping[str, list[float]]


@dataclass(frozen=True, slots=True)
class _Curve:
    name: str
    steps: Sequence[float]
    values: Sequence[float]


def draw_curves(progress: _Points, validation: _Points) -> Image:
    """Draw the columns of progress.csv and validation.csv over the steps, uint8 H×W×3."""

    def trained(*names: str) -> list[_Curve]:
        return [_Curve(name.replace("_", " "), progress["step"], progress[name]) for name in names]

    def held_out(name: str, column: str) -> _Curve:
        return _Curve(name, validation["step"], validation[column])

    return np.concatenate(
        [
            _plot("loss", trained("loss", "pixel", "perceptual", "codebook"), logarithmic=True),
            _plot("PSNR, dB", [*trained("psnr"), held_out("psnr held out", "psnr")]),
            _plot("SSIM", [held_out("ssim held out", "ssim")]),
            _plot("codebook", trained("codes_used", "perplexity", "dead_codes")),
        ],
        0,
    )


def _plot(title: str, curves: Sequence[_Curve], *, logarithmic: bool = False) -> Image:
    """Draw one coordinate system with its curves; a curve without points is left out."""
    image = np.full((_HEIGHT, _WIDTH, 3), 255, np.uint8)
    _write(image, title, (_LEFT, 22), 0.55)
    drawn = [(curve, _finite(curve, logarithmic)) for curve in curves]
    drawn = [(curve, points) for curve, points in drawn if len(points)]
    if not drawn:
        return image
    every = np.concatenate([points for _, points in drawn])
    low, high = _range(every[:, 1])
    first, last = 0.0, max(1.0, float(every[:, 0].max()))

    def place(points: np.ndarray) -> np.ndarray:
        x = _LEFT + (points[:, 0] - first) / (last - first) * (_WIDTH - _LEFT - _RIGHT)
        y = _HEIGHT - _BOTTOM - (points[:, 1] - low) / (high - low) * (_HEIGHT - _TOP - _BOTTOM)
        return np.stack((x, y), 1)

    for value in _ticks(low, high):
        row = int(place(np.array([[0.0, value]]))[0, 1])
        cv2.line(image, (_LEFT, row), (_WIDTH - _RIGHT, row), _GRID, 1)
        _write(image, f"{10**value if logarithmic else value:.4g}", (6, row + 4), 0.4)
    for step in _ticks(first, last):
        column = int(place(np.array([[step, low]]))[0, 0])
        cv2.line(image, (column, _TOP), (column, _HEIGHT - _BOTTOM), _GRID, 1)
        _write(image, f"{step:.6g}", (column - 10, _HEIGHT - 10), 0.4)
    at = _LEFT + 140
    for (curve, points), colour in zip(drawn, _COLOURS, strict=False):
        line = np.rint(place(points) * 8).astype(np.int32)
        cv2.polylines(image, [line], False, colour, 1, cv2.LINE_AA, 3)
        for x, y in line[-1:]:
            cv2.circle(image, (int(x), int(y)), 20, colour, -1, cv2.LINE_AA, 3)
        _write(image, curve.name, (at, 22), 0.45, colour)
        at += 9 * len(curve.name) + 24
    return image


def _finite(curve: _Curve, logarithmic: bool) -> np.ndarray:
    points = np.array([curve.steps, curve.values], np.float64).T.reshape(-1, 2)
    if logarithmic:
        points = points[points[:, 1] > 0]
        points[:, 1] = np.log10(points[:, 1])
    return points[np.isfinite(points).all(1)]


def _range(values: np.ndarray) -> tuple[float, float]:
    low, high = float(values.min()), float(values.max())
    margin = 0.05 * (high - low) or max(0.05 * abs(high), 0.01)
    return low - margin, high + margin


def _ticks(low: float, high: float) -> list[float]:
    """Four to nine round values inside a range."""
    step = 10.0 ** math.floor(math.log10((high - low) / 4))
    step *= max(m for m in (1, 2, 5) if (high - low) / (m * step) >= 4)
    return [i * step for i in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _write(image: Image, text: str, place: tuple[int, int], size: float, colour: tuple[int, int, int] = _INK) -> None:
    cv2.putText(image, text, place, cv2.FONT_HERSHEY_SIMPLEX, size, colour, 1, cv2.LINE_AA)
