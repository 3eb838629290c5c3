"""Latent statistics: mean and deviation of the encoder's latents over normal boards, at each position of the board.

Pixel statistics compare a pixel with its usual colour; latent statistics compare what the encoder usually sees at a
position, which tolerates lighting and half a pixel of shift but responds to an unusual shape. An addition of the preset
``robust`` for registered products, after the position-wise Gaussian features of PaDiM (Defard et al. 2021), with the
VQGAN's own encoder and a diagonal covariance.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import BundleError, TrainingError
from vqganodip.imaging.packed_maps import pack, unpack
from vqganodip.types import FloatArray, Map

__all__ = ["LATENT_SCORES", "LatentStatistics", "latent_scores"]

LATENT_SCORES: Final = {"max": 1, "top5": 5, "top20": 20}
"""Name of each score, and the number of highest positions that it averages."""


@dataclass(frozen=True, slots=True, eq=False)
class LatentStatistics:
    """Mean and scale of the latents of normal boards, per position and channel.

    Attributes:
        mean: float32 D×h×w.
        scale: float32 D×h×w, standard deviation plus half its mean over the board: few boards estimate the deviation
            of one position badly, and a position that never varied must not dominate.
        images: Number of boards.
    """

    mean: Map = field(repr=False)
    scale: Map = field(repr=False)
    images: int

    @classmethod
    def build(cls, latents: Iterable[Map]) -> LatentStatistics:
        """Build the statistics of normal boards, read one by one.

        Args:
            latents: float32 D×h×w, all of one shape, at least two.

        Raises:
            TrainingError: Fewer than two, or different shapes.
        """
        total: FloatArray | None = None
        squares: FloatArray | None = None
        images = 0
        for z in latents:
            if total is None or squares is None:
                total, squares = np.zeros(z.shape), np.zeros(z.shape)
            if z.shape != total.shape:
                raise TrainingError(
                    "latent-sizes-differ",
                    "normal boards differ in size",
                    todo="Register all of them to one grid first.",
                )
            total += z
            squares += z.astype(np.float64) ** 2
            images += 1
        if total is None or squares is None or images < 2:
            raise TrainingError(
                "latent-too-few-images",
                "{count} normal images are too few for the latent statistics",
                todo="Give two registered normal images.",
                count=images,
            )
        mean = total / images
        spread = np.sqrt(np.maximum(squares / images - mean**2, 0))
        scale = spread + max(float(spread.mean()) / 2, 1e-6)
        return cls(mean.astype(np.float32), scale.astype(np.float32), images)

    def deviation(self, latents: Map) -> Map:
        """Mean over the channels of the squared standardised deviation at each position, float32 h×w, >= 0.

        Raises:
            BundleError: The shape of the latents differs from that of the normal boards.
        """
        if latents.shape != self.mean.shape:
            raise BundleError(
                "latent-shape",
                "latents of shape {shape} where {others} are expected",
                todo="Register the image to the working grid of the bundle first.",
                shape=str(latents.shape),
                others=str(self.mean.shape),
            )
        z = (latents - self.mean) / self.scale
        return np.asarray(np.square(z, out=z).mean(axis=0), np.float32)

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """The arrays of an npz file, with the channels as rows."""
        rows = (self.mean.shape[0], -1)
        arrays = {**pack("mean", self.mean.reshape(rows)), **pack("scale", self.scale.reshape(rows), relative=True)}
        return {**arrays, "shape": np.asarray(self.mean.shape, np.int64), "images": np.asarray(self.images, np.int64)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> LatentStatistics:
        """Read what :meth:`to_arrays` wrote; BundleError if arrays are missing or invalid."""
        try:
            mean, scale = unpack(arrays, "mean"), unpack(arrays, "scale")
            if "shape" in arrays:
                mean, scale = (values.reshape([int(n) for n in arrays["shape"]]) for values in (mean, scale))
            images = int(arrays["images"])
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(
                "latent-unreadable",
                "the latent statistics cannot be read ({error})",
                todo="Train the bundle again.",
                error=str(error),
            ) from error
        if mean.shape != scale.shape or mean.ndim != 3 or not (np.isfinite(mean).all() and (scale > 0).all()):
            raise BundleError(
                "latent-values-invalid", "the latent statistics hold invalid values", todo="Train the bundle again."
            )
        return cls(mean, scale, images)


def latent_scores(deviation: Map) -> dict[str, float]:
    """Scores of a deviation map, as log(1 + x): deviations multiply, and a single huge one must not dominate.

    Args:
        deviation: float32 h×w from :meth:`LatentStatistics.deviation`.

    Returns:
        The mean of the highest positions by the names in :data:`LATENT_SCORES`.
    """
    ranked = np.sort(deviation, axis=None)
    return {name: float(np.log1p(ranked[-count:].mean())) for name, count in LATENT_SCORES.items()}
