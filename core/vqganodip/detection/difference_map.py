"""The difference map of a board and its reconstruction, its weightings, and its highest pixels."""

from __future__ import annotations

from typing import Final, cast

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import ImageError, Message, SettingsError, message
from vqganodip.types import Image, Map

__all__ = [
    "VARIATION_FLOOR",
    "blurred",
    "check_same_grid",
    "difference_map",
    "highest_pixels",
    "local_contrast",
    "standardised",
    "weighted",
]

# Half a grey level: a smaller variation is meaningless on 8-bit images, so no divisor is smaller.
VARIATION_FLOOR: Final = 0.5 / 255
_RUN: Final = 32


def check_same_grid(shape: tuple[int, ...], other: tuple[int, ...], what: Message) -> None:
    """ImageError unless both arrays have the same height and width and at least one pixel."""
    if shape[:2] != other[:2] or 0 in shape[:2]:
        raise ImageError(
            "difference-size",
            "{what} is {w}×{h} pixels where {ew}×{eh} are expected",
            todo="Register the image to the working grid of the model first.",
            what=what,
            w=other[1],
            h=other[0],
            ew=shape[1],
            eh=shape[0],
        )


def difference_map(original: Image, reconstruction: NDArray[np.generic]) -> Map:
    """Mean over the channels of |original − reconstruction| / 255 (paper section 3.2).

    Args:
        original: uint8 H×W×3.
        reconstruction: uint8 H×W×3, or floats H×W×3 in the same 8-bit units (0 to 255, not yet rounded).

    Returns:
        float32 H×W in [0, 1].

    Raises:
        ImageError: The sizes differ.
    """
    check_same_grid(original.shape, reconstruction.shape, message("map-reconstruction", "the reconstruction"))
    if reconstruction.dtype == np.uint8:
        levels = np.maximum(original, reconstruction) - np.minimum(original, cast(Image, reconstruction))
        summed = levels[..., 0].astype(np.uint16) + levels[..., 1] + levels[..., 2]
        return np.asarray(summed.astype(np.float32) / np.float32(3 * 255))
    delta = np.abs(original.astype(np.float32) - reconstruction.astype(np.float32))
    total = delta[..., 0] + delta[..., 1] + delta[..., 2]  # ten times as fast as a mean over so short an axis
    return np.asarray(np.clip(total / np.float32(3 * 255), 0, 1), np.float32)


def weighted(difference: Map, mask: Map) -> Map:
    """Weighted difference: mask × difference (paper section 3.2).

    Args:
        difference: float32 H×W in [0, 1].
        mask: float32 H×W in [0, 1], near 0 where normal boards vary most.

    Returns:
        float32 H×W in [0, 1].
    """
    check_same_grid(mask.shape, difference.shape, message("map-difference", "the difference map"))
    return (difference * mask).astype(np.float32, copy=False)


def standardised(difference: Map, variation: Map, blur_px: float = 1.5) -> Map:
    """Difference in units of the normal variation of each pixel: ``difference / (variation + half its mean)``, blurred.

    Half the mean prevents pixels that hardly vary from dominating the map. The mask of the paper is normalised by the
    most variable pixel of the board instead, which leaves all other pixels nearly unweighted.

    Args:
        difference: float32 H×W in [0, 1].
        variation: float32 H×W, mean difference of normal boards (:attr:`VariationMask.mean`).
        blur_px: Sigma of the Gaussian blur in pixels; 0 for none.

    Returns:
        float32 H×W, >= 0, unbounded; about 1 where a board differs as much as normal boards do.
    """
    check_same_grid(variation.shape, difference.shape, message("map-difference", "the difference map"))
    half_mean = float(variation.mean(dtype=np.float64)) / 2
    scale = np.maximum(variation + np.float32(half_mean), np.float32(VARIATION_FLOOR))
    return blurred((difference / scale).astype(np.float32, copy=False), blur_px)


def local_contrast(difference: Map, *, near_px: float = 1.0, far_px: float = 9.0, levels: float = 3.0) -> Map:
    """Difference relative to its surroundings: ``blur(near) / (blur(far) + levels / 255)``.

    For products in free position, which have no normal variation per pixel: boards with dense copper have larger
    reconstruction errors everywhere, and the surroundings measure by how much.

    Args:
        difference: float32 H×W in [0, 1].
        near_px: Sigma of the blur for the pixel itself.
        far_px: Sigma of the blur for its surroundings.
        levels: Grey levels added to the surroundings, so that the divisor is never 0.

    Returns:
        float32 H×W, >= 0.
    """
    ratio = blurred(difference, near_px) / (blurred(difference, far_px) + np.float32(levels / 255))
    return ratio.astype(np.float32, copy=False)


def blurred(values: Map, sigma_px: float) -> Map:
    """The map after a Gaussian blur of the given sigma (mirrored at the borders); unchanged if sigma is 0."""
    import cv2

    if sigma_px <= 0:
        return values
    return cast(Map, cv2.GaussianBlur(values, (0, 0), sigma_px, borderType=cv2.BORDER_REFLECT_101))


def highest_pixels(values: Map, count: int, ignore: NDArray[np.bool_] | None = None) -> NDArray[np.int64]:
    """Flat positions of the highest pixels, highest first; equal pixels in row-major order.

    Args:
        values: float32 H×W.
        count: Number of pixels; fewer are returned if the map has fewer.
        ignore: bool H×W, True where pixels are excluded.

    Returns:
        int64, at most ``count``, at least one.

    Raises:
        SettingsError: Every pixel is ignored.
    """
    flat = values.ravel()
    allowed = None
    if ignore is not None:
        check_same_grid(ignore.shape, values.shape, message("map-map", "the map"))
        allowed = np.flatnonzero(~ignore.ravel())
        flat = flat[allowed]
        if not flat.size:
            raise SettingsError(
                "difference-all-ignored",
                "the ignore regions cover the whole board",
                where=message("place-ignore-regions", "ignore regions"),
                todo="Leave some of the board.",
            )
    chosen = np.flatnonzero(flat >= _bound(flat, count))
    if count < chosen.size:
        among = flat[chosen]
        edge = np.partition(among, among.size - count)[among.size - count]
        above = chosen[among > edge]
        chosen = np.concatenate([above, chosen[among == edge][: count - above.size]])
    chosen = chosen[np.lexsort((chosen, -flat[chosen]))]
    return chosen if allowed is None else allowed[chosen]


def _bound(flat: Map, count: int) -> np.float32:
    """A lower bound of the count-th highest pixel, close to it; avoids sorting a million pixels.

    The maxima of disjoint runs are different pixels, so their count-th highest is such a bound.
    """
    runs = flat.size // _RUN
    if runs <= count:
        return np.float32(-np.inf)
    peaks = flat[: runs * _RUN].reshape(runs, _RUN).max(axis=1)
    return np.float32(np.partition(peaks, runs - count)[runs - count])
