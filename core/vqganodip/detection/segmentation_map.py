"""Output of the segmentation network: a probability map for people and candidates, and scores for the metric row."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.types import Map

__all__ = [
    "ODDS_RANGE",
    "SEGMENTATION_CELL",
    "SEGMENTATION_SCORES",
    "known_board",
    "probability_map",
    "segmentation_scores",
]

SEGMENTATION_CELL: Final = 4
"""Side in pixels of a cell of the segmentation network's output."""

SEGMENTATION_SCORES: Final[Mapping[str, int]] = {"max": 1, "top5": 5, "top20": 20, "top100": 100}
"""Name of each score, and the number of highest cells that it averages."""

ODDS_RANGE: Final = (-30.0, 30.0)
"""Log odds are clipped to this range."""


def known_board(mean: Map, scale: Map) -> Map:
    """Product-specific input of the segmentation network: mean and deviation of normal boards at every pixel.

    Args:
        mean: float32 H×W×3 in 8-bit units, :attr:`PixelStatistics.mean`.
        scale: float32 H×W×3, :attr:`PixelStatistics.scale`.

    Returns:
        float32 H×W×4: the mean in [-1, 1], and log₂ of the channel-averaged scale, 0 at 16 grey levels.
    """
    spread = np.log2(scale.mean(axis=2, keepdims=True) / np.float32(16))
    return np.concatenate((mean / np.float32(127.5) - np.float32(1), spread), axis=2, dtype=np.float32)


def probability_map(odds: Map, size: tuple[int, int], cell: int) -> Map:
    """The probability that each pixel is anomalous.

    Args:
        odds: float32 h×w, log odds per cell; may extend beyond the right and lower edges of the board.
        size: (width, height) of the board in pixels.
        cell: Side of a cell in pixels.

    Returns:
        float32 H×W in [0, 1], interpolated linearly between the centres of the cells.
    """
    import cv2

    width, height = odds.shape[1] * cell, odds.shape[0] * cell
    fine = cv2.resize(odds, (width, height), interpolation=cv2.INTER_LINEAR)[: size[1], : size[0]]
    return np.asarray(1.0 / (1.0 + np.exp(-np.clip(fine, *ODDS_RANGE))), np.float32)


def segmentation_scores(odds: Map, cell: int, ignore: NDArray[np.bool_] | None = None) -> dict[str, float]:
    """Scores of a board from the log odds of its cells.

    Args:
        odds: float32 h×w.
        cell: Side of a cell in pixels.
        ignore: bool H×W, True where pixels are excluded; a cell with such a pixel is excluded.

    Returns:
        The mean log odds of the highest cells by the names in :data:`SEGMENTATION_SCORES`, and ``mass``:
        log(1 + the expected number of anomalous cells).
    """
    values = np.clip(odds, *ODDS_RANGE).astype(np.float64)
    if ignore is not None:
        height, width = values.shape
        whole = np.zeros((height * cell, width * cell), bool)
        whole[: ignore.shape[0], : ignore.shape[1]] = ignore
        values[whole.reshape(height, cell, width, cell).any(axis=(1, 3))] = ODDS_RANGE[0]
    ranked = np.sort(values, axis=None)[::-1]
    scores = {name: float(ranked[:count].mean()) for name, count in SEGMENTATION_SCORES.items()}
    return {**scores, "mass": float(np.log1p((1.0 / (1.0 + np.exp(-ranked))).sum()))}
