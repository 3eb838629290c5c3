"""The Fréchet distance of two sets of features, and its special case for sets of one sample."""

from __future__ import annotations

import numpy as np
from numpy.typing import NDArray

from vqganodip.types import FloatArray

__all__ = ["frechet_distance", "single_sample_distances"]


def frechet_distance(first: NDArray[np.floating], second: NDArray[np.floating]) -> float:
    """Fréchet distance of the Gaussians fitted to two sets of features (Heusel et al. 2017, eq. 6).

    ``|m1 - m2|² + Tr(C1 + C2 - 2 (C1 C2)^½)``, with sample means m and unbiased covariances C. A set of one sample
    has the covariance zero.

    The square root is never formed: with C = RᵀR (R from a QR decomposition of the centred features) the trace of
    ``(C1 C2)^½`` is the sum of the singular values of ``R1 R2ᵀ``. That is exact for the singular covariances that
    fewer samples than dimensions give, where a matrix square root is not.

    Args:
        first: N×D, N >= 1.
        second: M×D, M >= 1.

    Returns:
        The distance, >= 0 and in squared units of the features.

    Raises:
        ValueError: A set is empty, not two-dimensional, or the dimensions differ.
    """
    a, b = np.asarray(first, np.float64), np.asarray(second, np.float64)
    if a.ndim != 2 or b.ndim != 2 or a.shape[1] != b.shape[1] or not len(a) or not len(b):
        raise ValueError(f"features must be N×D and M×D with N, M >= 1, not {a.shape} and {b.shape}")
    root_a, root_b = _covariance_root(a), _covariance_root(b)
    cross = np.linalg.svd(root_a @ root_b.T, compute_uv=False).sum()
    spread = (root_a**2).sum() + (root_b**2).sum() - 2 * cross
    shift = ((a.mean(axis=0) - b.mean(axis=0)) ** 2).sum()
    return float(shift + max(spread, 0.0))


def _covariance_root(features: FloatArray) -> FloatArray:
    """R with RᵀR = unbiased covariance; min(N, D)×D."""
    centred = features - features.mean(axis=0)
    root: FloatArray = np.linalg.qr(centred, mode="r") / np.sqrt(max(len(features) - 1, 1))
    return root


def single_sample_distances(first: NDArray[np.floating], second: NDArray[np.floating]) -> FloatArray:
    """Fréchet distance of B pairs of sets with one sample each: the squared Euclidean distance of their features.

    A single sample has no spread, so both covariances in eq. (6) of Heusel et al. 2017 vanish and only
    ``|m1 - m2|²`` is left. This is what ranks the patches in zoom-out-and-shift (paper section 3.1.2).

    Args:
        first: B×D features of the original's patches.
        second: B×D features of the reconstruction's patches.

    Returns:
        float64 B, >= 0.
    """
    delta = np.ascontiguousarray(first, np.float64) - np.ascontiguousarray(second, np.float64)
    distances: FloatArray = (delta * delta).sum(axis=1)
    return distances
