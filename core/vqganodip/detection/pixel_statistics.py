"""Pixel statistics: mean and deviation of every pixel of registered normal boards; also a baseline without network."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.difference_map import blurred, check_same_grid, highest_pixels
from vqganodip.errors import BundleError, ImageError, TrainingError, message
from vqganodip.imaging.packed_maps import pack, unpack
from vqganodip.types import FloatArray, Image, Map

__all__ = ["LEAST_SPREAD", "PixelStatistics"]

# One grey level: two scans of the same board differ by that much in every pixel.
LEAST_SPREAD: Final = 1.0
"""Smallest spread of a pixel in grey levels."""

_BASELINE_PIXELS: Final = 100
_GAIN_RANGE: Final = (0.5, 2.0)


@dataclass(frozen=True, slots=True, eq=False)
class PixelStatistics:
    """Mean and deviation per pixel and channel of normal boards registered to one grid.

    Attributes:
        mean: float32 H×W×3 in 8-bit units.
        scale: float32 H×W×3 in 8-bit units, the divisor of deviations: the standard deviation, blurred by 1 px, plus
            half its mean over the board, and at least one grey level. Few boards estimate the deviation of a single
            pixel badly; the blur borrows from its neighbours and the half mean from the board.
        images: Number of boards.
        gain: True if images are first scaled to the mean brightness of the board, channel by channel.
    """

    mean: Map = field(repr=False)
    scale: Map = field(repr=False)
    images: int
    gain: bool

    @classmethod
    def build(cls, images: Iterable[Image], *, gain: bool = True) -> PixelStatistics:
        """Build the statistics of registered normal images, read one by one.

        Args:
            images: uint8 H×W×3, all on one grid, at least two.
            gain: Scale each image to the brightness of the first, channel by channel, before it is added.

        Raises:
            TrainingError: Fewer than two images.
            ImageError: The images differ in size.
        """
        total: FloatArray | None = None
        squares: FloatArray | None = None
        target: FloatArray | None = None
        count = 0
        for image in images:
            if total is None or squares is None or target is None:
                total, squares = np.zeros(image.shape), np.zeros(image.shape)
                target = image.mean(axis=(0, 1), dtype=np.float64)
            if image.shape != total.shape:
                raise ImageError(
                    "golden-image-size",
                    "normal image {number} is {shape}, the previous ones are {others}",
                    todo="Register all normal images to one grid first.",
                    number=count + 1,
                    shape=str(image.shape),
                    others=str(total.shape),
                )
            values = _gained(image, target) if gain else image.astype(np.float64)
            total += values
            squares += values**2
            count += 1
        if total is None or squares is None or count < 2:
            raise TrainingError(
                "golden-too-few-images",
                "{count} normal images are too few for the pixel statistics",
                todo="Give two registered normal images.",
                count=count,
            )
        mean = total / count
        deviation = np.sqrt(np.maximum(squares / count - mean**2, 0))
        return cls._of(mean.astype(np.float32), cls.scale_of(deviation, float(deviation.mean() / 2)), count, gain)

    @classmethod
    def of_moments(cls, mean: Map, variance: Map, images: int) -> PixelStatistics:
        """Return the statistics of boards with this mean and variance, float32 H×W×3, without gain."""
        deviation = np.sqrt(variance)
        return cls._of(mean, cls.scale_of(deviation, float(deviation.mean(dtype=np.float64) / 2)), images, False)

    @staticmethod
    def scale_of(deviation: FloatArray | Map, half_average: float) -> Map:
        """Spread from the standard deviation per pixel, H×W×3, and half its average over the board; see ``scale``."""
        soft = blurred(np.asarray(deviation, np.float32), 1.0)
        return np.asarray(np.maximum(soft + np.float32(half_average), np.float32(LEAST_SPREAD)))

    @classmethod
    def _of(cls, mean: Map, scale: Map, images: int, gain: bool) -> PixelStatistics:
        for values in (mean, scale):
            values.setflags(write=False)
        return cls(mean=mean, scale=scale, images=images, gain=gain)

    def deviation(self, image: Image) -> Map:
        """Signed deviation from the mean in units of the normal deviation, without gain: float32 H×W×3.

        Raises:
            ImageError: The size of the image differs.
        """
        check_same_grid(self.mean.shape, image.shape, message("map-image", "the image"))
        return np.asarray((image.astype(np.float32) - self.mean) / self.scale, np.float32)

    def z_map(self, image: Image) -> Map:
        """Absolute deviation from the mean in units of the normal deviation, averaged over the channels.

        Args:
            image: uint8 H×W×3, registered to the grid of the statistics.

        Returns:
            float32 H×W, >= 0, without an upper bound.

        Raises:
            ImageError: The size of the image differs.
        """
        check_same_grid(self.mean.shape, image.shape, message("map-image", "the image"))
        values = image.astype(np.float32)
        if self.gain:
            values *= _gains(image, self.mean.mean(axis=(0, 1), dtype=np.float64)).astype(np.float32)
        values -= self.mean
        np.abs(values, out=values)
        values /= self.scale
        # Written out: a mean over an axis of length three is several times slower.
        return ((values[..., 0] + values[..., 1] + values[..., 2]) / np.float32(3)).astype(np.float32, copy=False)

    def score(self, image: Image, ignore: NDArray[np.bool_] | None = None) -> float:
        """Mean of the 100 highest deviations of a registered image: the baseline that needs no network.

        Args:
            image: uint8 H×W×3, registered to the grid of the statistics.
            ignore: bool H×W, True where pixels are excluded.
        """
        z = self.z_map(image)
        return float(z.ravel()[highest_pixels(z, _BASELINE_PIXELS, ignore)].astype(np.float64).mean())

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """The arrays of an npz file."""
        return {
            **pack("mean", self.mean),  # error of at most half a grey level, and the scale is never below one
            **pack("scale", self.scale, relative=True),
            "images": np.asarray(self.images, np.int64),
            "gain": np.asarray(self.gain, np.bool_),
        }

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> PixelStatistics:
        """Read what :meth:`to_arrays` wrote; BundleError if an array is missing or invalid."""
        try:
            mean, scale = unpack(arrays, "mean"), unpack(arrays, "scale")
            images, gain = int(arrays["images"]), bool(arrays["gain"])
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(
                "golden-unreadable",
                "the pixel statistics cannot be read ({error})",
                todo="Train the bundle again.",
                error=str(error),
            ) from error
        sound = mean.ndim == 3 and mean.shape == scale.shape and mean.size and images >= 2
        if not sound or not np.isfinite(mean).all() or not np.isfinite(scale).all() or scale.min() <= 0:
            raise BundleError(
                "golden-values-invalid", "the pixel statistics hold invalid values", todo="Train the bundle again."
            )
        return cls._of(mean, scale, images, gain)


def _gains(image: Image, target: FloatArray) -> FloatArray:
    """Factor per channel that scales the image's mean to the target; bounded, and 1 for a black image."""
    means = image.mean(axis=(0, 1), dtype=np.float64)
    gains: FloatArray = np.where(means > 0, target / np.maximum(means, 1e-9), 1.0)
    return np.clip(gains, *_GAIN_RANGE)


def _gained(image: Image, target: FloatArray) -> FloatArray:
    return image.astype(np.float64) * _gains(image, target)
