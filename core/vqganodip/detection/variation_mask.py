"""The normal-variation mask: where normal boards of a product differ from their reconstruction."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import ClassVar

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.difference_map import VARIATION_FLOOR, blurred, check_same_grid
from vqganodip.errors import BundleError, ImageError, TrainingError, message
from vqganodip.imaging.packed_maps import pack, unpack
from vqganodip.types import FloatArray, Map

__all__ = ["NormalSpread", "VariationMask"]


@dataclass(frozen=True, slots=True, eq=False)
class VariationMask:
    """Normal variation of each pixel, from m normal boards that the network was not trained on (paper section 3.2).

    Attributes:
        mean: float32 H×W in [0, 1], mean of their difference maps.
        mask: float32 H×W in [0, 1], 1 − mean scaled to [0, 1]: 0 at the pixel that varies most, 1 at the one that
            varies least. All ones if every pixel varies equally.
        images: m.
    """

    mean: Map = field(repr=False)
    mask: Map = field(repr=False)
    images: int

    @classmethod
    def build(cls, difference_maps: Iterable[Map]) -> VariationMask:
        """Build the mask from the difference maps of normal boards, read one by one.

        Args:
            difference_maps: float32 H×W in [0, 1], all of one size.

        Raises:
            TrainingError: There is no map.
            ImageError: The sizes of the maps differ.
        """
        total: FloatArray | None = None
        images = 0
        for difference in difference_maps:
            if total is None:
                total = np.zeros(difference.shape, np.float64)
            if difference.shape != total.shape:
                raise ImageError(
                    "variation-map-size",
                    "difference map {number} is {shape}, the previous ones are {others}",
                    todo="Register all normal images to one grid first.",
                    number=images + 1,
                    shape=str(difference.shape),
                    others=str(total.shape),
                )
            total += difference
            images += 1
        if total is None:
            raise TrainingError(
                "variation-no-image",
                "no normal image is left for the normal-variation mask",
                todo="Add normal images of this product.",
            )
        return cls._of((total / images).astype(np.float32), images)

    @classmethod
    def _of(cls, mean: Map, images: int) -> VariationMask:
        low, high = mean.min(), mean.max()
        spread = high - low
        mask = np.ones_like(mean) if spread <= 0 else np.clip((high - mean) / spread, 0, 1).astype(np.float32)
        for values in (mean, mask):
            values.setflags(write=False)
        return cls(mean=mean, mask=mask, images=images)

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """The arrays of an npz file: mean and number of images; the mask is derived from them."""
        return {**pack("mean", self.mean), "images": np.asarray(self.images, np.int64)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> VariationMask:
        """Read what :meth:`to_arrays` wrote; BundleError if an array is missing or invalid."""
        try:
            mean, images = unpack(arrays, "mean"), int(arrays["images"])
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(
                "variation-mask-unreadable",
                "the normal-variation mask cannot be read ({error})",
                todo="Train the bundle again.",
                error=str(error),
            ) from error
        if mean.ndim != 2 or not mean.size or images < 1 or not np.isfinite(mean).all() or mean.min() < 0:
            raise BundleError(
                "variation-mask-values-invalid",
                "the normal-variation mask holds impossible values",
                todo="Train the bundle again.",
            )
        return cls._of(mean, images)


@dataclass(frozen=True, slots=True, eq=False)
class NormalSpread:
    """Mean and standard deviation of the blurred difference maps of normal boards, training boards included.

    The mask of the paper describes how much a pixel differs on average; this also describes how much that varies from
    board to board. An addition of the preset ``robust``. Difference maps of training boards are slightly lower than
    those of unseen boards, but many of them estimate the spread better than the few held-out ones.

    Attributes:
        mean: float32 H×W in [0, 1], mean of the blurred difference maps.
        scale: float32 H×W, their standard deviation plus half its mean over the board.
        images: Number of boards.
    """

    mean: Map = field(repr=False)
    scale: Map = field(repr=False)
    images: int

    BLUR_PX: ClassVar[float] = 2.0

    @classmethod
    def build(cls, difference_maps: Iterable[Map]) -> NormalSpread:
        """Build the spread from difference maps float32 H×W of one size, read one by one; TrainingError below two."""
        total: FloatArray | None = None
        squares: FloatArray | None = None
        images = 0
        for difference in difference_maps:
            values = blurred(difference, cls.BLUR_PX).astype(np.float64)
            total = values if total is None else total + values
            squares = values**2 if squares is None else squares + values**2
            images += 1
        if total is None or squares is None or images < 2:
            raise TrainingError(
                "variation-too-few-images",
                "{count} normal images are too few for their spread",
                todo="Give two of them.",
                count=images,
            )
        mean = total / images
        spread = np.sqrt(np.maximum(squares / images - mean**2, 0))
        scale = np.maximum(spread + spread.mean() / 2, VARIATION_FLOOR)
        return cls(mean.astype(np.float32), scale.astype(np.float32), images)

    def excess(self, difference: Map) -> Map:
        """Excess of a difference map over normal ones: log(1 + units of their spread), float32 H×W, >= 0."""
        check_same_grid(self.mean.shape, difference.shape, message("map-difference", "the difference map"))
        above = (blurred(difference, self.BLUR_PX) - self.mean) / self.scale
        return np.asarray(np.log1p(np.maximum(above, 0)), np.float32)

    def to_arrays(self) -> dict[str, NDArray[np.generic]]:
        """The arrays of an npz file."""
        arrays = {**pack("mean", self.mean), **pack("scale", self.scale, relative=True)}
        return {**arrays, "images": np.asarray(self.images, np.int64)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> NormalSpread:
        """Read what :meth:`to_arrays` wrote; BundleError if arrays are missing or invalid."""
        try:
            mean, scale = unpack(arrays, "mean"), unpack(arrays, "scale")
            images = int(arrays["images"])
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(
                "variation-spread-unreadable",
                "the normal spread cannot be read ({error})",
                todo="Train the bundle again.",
                error=str(error),
            ) from error
        if mean.shape != scale.shape or mean.ndim != 2 or not (np.isfinite(mean).all() and (scale > 0).all()):
            raise BundleError(
                "variation-spread-values-invalid",
                "the normal spread holds impossible values",
                todo="Train the bundle again.",
            )
        return cls(mean, scale, images)
