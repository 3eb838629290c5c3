"""The normal-variation mask: where normal boards of one product differ from their reconstruction by nature."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import BundleError, ImageError, TrainingError
from vqganodip.types import FloatArray, Map

__all__ = ["VariationMask"]


@dataclass(frozen=True, slots=True, eq=False)
class VariationMask:
    """What m normal boards that the network never saw say about each pixel (paper section 3.2).

    Attributes:
        mean: float32 H×W in [0, 1], mean of their difference maps.
        mask: float32 H×W in [0, 1], 1 − mean brought to [0, 1]: 0 at the pixel that varies most, 1 at the one that
            varies least. All ones when every pixel varies equally, for then no pixel deserves less than another.
        images: m.
    """

    mean: Map = field(repr=False)
    mask: Map = field(repr=False)
    images: int

    @classmethod
    def build(cls, difference_maps: Iterable[Map]) -> VariationMask:
        """The mask of the difference maps of normal boards, read one by one.

        Args:
            difference_maps: float32 H×W in [0, 1], all of one size.

        Raises:
            TrainingError: There is no map.
            ImageError: The maps differ in size.
        """
        total: FloatArray | None = None
        images = 0
        for difference in difference_maps:
            if total is None:
                total = np.zeros(difference.shape, np.float64)
            if difference.shape != total.shape:
                raise ImageError(
                    f"difference map {images + 1} is {difference.shape}, the ones before it are {total.shape}",
                    todo="Register all normal images to one grid first.",
                )
            total += difference
            images += 1
        if total is None:
            raise TrainingError(
                "no normal image is left for the normal-variation mask", todo="Add normal images of this product."
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
        """What an npz file keeps: the mean and the number of images; the mask follows from them."""
        return {"mean": self.mean, "images": np.asarray(self.images, np.int64)}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[np.generic]]) -> VariationMask:
        """The mask written by :meth:`to_arrays`; BundleError when an array is missing or not what it should be."""
        try:
            mean, images = np.array(arrays["mean"], np.float32), int(arrays["images"])
        except (KeyError, TypeError, ValueError) as error:
            raise BundleError(
                f"the normal-variation mask cannot be read ({error})", todo="Train the bundle again."
            ) from error
        if mean.ndim != 2 or not mean.size or images < 1 or not np.isfinite(mean).all() or mean.min() < 0:
            raise BundleError("the normal-variation mask holds impossible values", todo="Train the bundle again.")
        return cls._of(mean, images)
