"""Agreement between observers: Fleiss' κ, Krippendorff's α (nominal), Gwet's AC1 and the share of agreeing pairs."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import TuringError, message
from vqganodip.types import FloatArray

__all__ = ["counts_of", "fleiss_kappa", "gwet_ac1", "krippendorff_alpha", "pair_agreement"]


def counts_of(answers: FloatArray) -> NDArray[np.int64]:
    """Count the answers per image and category: int64 I×2 from answers R×I (0, 1, or NaN for none)."""
    values = np.asarray(answers, np.float64)
    return np.stack([(values == c).sum(axis=0) for c in (0, 1)], axis=1).astype(np.int64)


def fleiss_kappa(counts: NDArray[np.integer]) -> float:
    """Fleiss' κ (Fleiss 1971); nan if all answers are the same.

    Args:
        counts: int I×C, see :func:`counts_of`; all images must have the same number of answers.

    Raises:
        TuringError: Images have different numbers of answers, or fewer than two.
    """
    n = counts.sum(axis=1)
    if n.min() < 2 or n.min() != n.max():
        raise TuringError(
            "agreement-unequal-answers",
            "Fleiss' κ needs the same number of answers to each image",
            where=message("place-agreement", "agreement"),
            todo="Use Krippendorff's α.",
        )
    observed = float(((counts**2).sum(axis=1) - n).sum() / (n * (n - 1)).sum())
    shares = counts.sum(axis=0) / counts.sum()
    return _corrected(observed, float((shares**2).sum()))


def krippendorff_alpha(answers: FloatArray) -> float:
    """Krippendorff's α for nominal data (Krippendorff 2011); images with a single answer do not count.

    Args:
        answers: float64 R×I, index of the category, NaN for a missing answer.

    Returns:
        1 for perfect agreement, 0 for chance; nan if only one category occurs.

    Raises:
        TuringError: No image has two answers.
    """
    values = np.asarray(answers, np.float64)
    categories = np.unique(values[~np.isnan(values)])
    counts = np.stack([(values == c).sum(axis=0) for c in categories], axis=1).astype(np.float64)
    n = counts.sum(axis=1)
    paired = counts[n >= 2]
    if not len(paired):
        raise TuringError(
            "agreement-fleiss-too-few",
            "no image has two answers",
            where=message("place-agreement", "agreement"),
            todo="Leave agreement out of the report.",
        )
    m = paired.sum(axis=1)
    total, margins = float(m.sum()), paired.sum(axis=0)
    disagreement = float(((m**2 - (paired**2).sum(axis=1)) / (m - 1)).sum()) / total
    expected = (total**2 - float((margins**2).sum())) / (total * (total - 1))
    return float("nan") if expected == 0 else 1.0 - disagreement / expected


def gwet_ac1(counts: NDArray[np.integer]) -> float:
    """Gwet's AC1 (Gwet 2008): chance-corrected agreement that stays stable if one answer is much more frequent."""
    observed = pair_agreement(counts)
    shares = (counts / counts.sum(axis=1, keepdims=True)).mean(axis=0)
    chance = float((shares * (1 - shares)).sum() / (counts.shape[1] - 1))
    return _corrected(observed, chance)


def pair_agreement(counts: NDArray[np.integer]) -> float:
    """Mean share of agreeing pairs of observers per image, in [0, 1], over images with at least two answers."""
    n = counts.sum(axis=1)
    paired, m = counts[n >= 2], n[n >= 2]
    if not len(paired):
        raise TuringError(
            "agreement-too-few",
            "no image has two answers",
            where=message("place-agreement", "agreement"),
            todo="Leave agreement out of the report.",
        )
    return float((((paired**2).sum(axis=1) - m) / (m * (m - 1))).mean())


def _corrected(observed: float, chance: float) -> float:
    return float("nan") if chance >= 1.0 else (observed - chance) / (1.0 - chance)
