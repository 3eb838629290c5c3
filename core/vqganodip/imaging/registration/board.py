"""The reference board, and registration of boards to it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import RegistrationError
from vqganodip.imaging.packed_maps import pack, unpack
from vqganodip.imaging.registration.coarse import Coarse, medoid_index, prepare_coarse, search
from vqganodip.imaging.registration.contrast import contrast_image, grey_on_grid, scaling, shrunk
from vqganodip.imaging.registration.fine import SPREAD_FLOOR, Level, prepare_levels, refine
from vqganodip.types import FloatArray, Image, Map

__all__ = [
    "Position",
    "Reference",
    "Registered",
    "apply",
    "build_reference",
    "choose_reference",
    "covered",
    "find_position",
    "from_arrays",
    "is_fixed_position",
    "register",
    "to_arrays",
]

_FIXED_SHARE: Final = 0.75
_COMPARED: Final = 9
"""Images with which those are compared that may become the first reference of a product turned by any angle."""


class Position(StrEnum):
    """Position of a product in its images."""

    FIXED = "fixed"
    """At one place, shifted a little and turned by at most six degrees."""
    TURNED = "turned"
    """Turned by any angle, and otherwise at one place."""
    FREE = "free"
    """Anywhere; or the images do not show one object."""


@dataclass(frozen=True, slots=True)
class Reference:
    """The reference board, with everything precomputed; :func:`to_arrays` is its form on disk.

    Attributes:
        size: (width, height) of the working grid.
        scale: Source pixels per working-grid pixel (1 or more).
        template: float32 h×w, the mean contrast image of the training boards, about -1…1.
        spread: float32 h×w, standard deviation over the training boards; zeros for a single board.
        min_correlation: Correlation below which a board counts as not aligned.
    """

    size: tuple[int, int]
    scale: float
    template: Map = field(repr=False)
    spread: Map = field(repr=False)
    min_correlation: float
    levels: tuple[Level, ...] = field(repr=False)
    coarse: Coarse = field(repr=False)

    @property
    def any_angle(self) -> bool:
        """True if boards may lie turned by any angle; False if by at most six degrees."""
        return self.coarse.rough is not None


@dataclass(frozen=True, slots=True)
class Registered:
    """A board on the grid of its reference board.

    Attributes:
        pixels: uint8 h×w×3 on the working grid.
        transform: float64 2×3 from working-grid pixels to source pixels (pixel centres at whole numbers).
        residual: Misfit in [0, 1]: 1 − weighted correlation of the contrast images.
        ok: True if the correlation reaches the reference's ``min_correlation``.
    """

    pixels: Image = field(repr=False)
    transform: FloatArray
    residual: float
    ok: bool

    @property
    def correlation(self) -> float:
        return 1.0 - self.residual


def _reference(
    template: Map, spread: Map, scale: float, min_correlation: float, *, any_angle: bool = False
) -> Reference:
    quiet: Map = (SPREAD_FLOOR**2 / (SPREAD_FLOOR**2 + np.square(spread))).astype(np.float32)
    size = (template.shape[1], template.shape[0])
    levels = prepare_levels(template, spread)
    coarse = prepare_coarse(template * quiet, any_angle=any_angle)
    return Reference(size, scale, template, spread, min_correlation, levels, coarse)


def _scale(pixels: Image, long_side: int) -> float:
    return max(float(max(pixels.shape[:2])) / long_side, 1.0)


def _correlation(contrast: Map, reference: Reference, motion: FloatArray) -> float:
    """Weighted correlation of template and board at half the resolution, over the pixels that the board covers."""
    import cv2

    down = scaling(2)
    at_level = np.linalg.inv(down) @ motion @ down
    template, small = shrunk(reference.template, 2), shrunk(contrast, 2)
    size = (template.shape[1], template.shape[0])
    moved = cv2.warpAffine(
        small, at_level[:2], size, flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP, borderValue=float("nan")
    )
    inside = np.isfinite(moved)
    if inside.mean() < 0.25:
        return 0.0
    weights = 1 / (np.square(shrunk(reference.spread, 2)[inside]) + SPREAD_FLOOR**2)
    weights /= weights.sum()
    a, b = template[inside], moved[inside]
    a, b = a - np.sum(weights * a), b - np.sum(weights * b)
    energy = float(np.sum(weights * a * a) * np.sum(weights * b * b))
    return float(np.sum(weights * a * b)) / (float(np.sqrt(energy)) + 1e-9)


def _aligned(contrast: Map, reference: Reference) -> tuple[FloatArray, float]:
    """3×3 from template to board in working-grid pixels, with the correlation."""
    motion = refine(contrast, reference.levels, search(contrast, reference.coarse))
    return motion, _correlation(contrast, reference, motion)


def choose_reference(images: Iterable[Image], *, long_side: int = 1024) -> int:
    """Index of the medoid: the image that correlates best with the others when shifts are allowed.

    Args:
        images: uint8 H×W×3, read once; if the sizes differ, the first image is used.
        long_side: Longest side of the working grid in pixels.

    Raises:
        RegistrationError: There is no image.
    """
    contrasts = [contrast_image(grey_on_grid(image, _scale(image, long_side))) for image in images]
    if not contrasts:
        raise RegistrationError(
            "reference-no-images-to-choose", "no images to choose a reference board from", todo="Give normal images."
        )
    return medoid_index(contrasts)


def _spread_out(images: Sequence[Image], count: int) -> list[Image]:
    """At most ``count`` images, evenly over the sequence."""
    return [images[i] for i in np.unique(np.linspace(0, len(images) - 1, min(count, len(images))).round().astype(int))]


def _warped(contrast: Map, motion: FloatArray, size: tuple[int, int]) -> Map:
    import cv2

    warped: Map = cv2.warpAffine(
        contrast,
        motion[:2],
        size,
        flags=cv2.INTER_LINEAR | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return warped


def build_reference(
    images: Sequence[Image],
    *,
    long_side: int = 1024,
    min_correlation: float = 0.6,
    rounds: int = 2,
    max_images: int = 32,
    any_angle: bool = False,
) -> Reference:
    """Build the reference board from normal boards: register all to the medoid, then ``rounds`` times to their mean.

    Boards that do not align (below ``min_correlation``) are excluded from the mean.

    Args:
        images: uint8 H×W×3 normal boards; a sequence may decode on access, each image is read once.
        long_side: Longest side of the working grid in pixels; smaller images are not enlarged.
        min_correlation: Correlation below which a board counts as not aligned.
        rounds: Number of times the mean is recomputed.
        max_images: At most this many boards are used, evenly over the sequence.
        any_angle: True if the boards lie turned by any angle; False if by at most six degrees.

    Raises:
        RegistrationError: No images, or a reference without structure.
    """
    sample = _spread_out(images, max_images)
    if not sample:
        raise RegistrationError(
            "reference-no-images-to-build", "no images to build the reference board from", todo="Give normal images."
        )
    scale = _scale(sample[0], long_side)
    contrasts = [contrast_image(grey_on_grid(image, scale)) for image in sample]
    first = _like_the_others(contrasts, scale, min_correlation) if any_angle else medoid_index(contrasts)
    template = contrasts[first]
    reference = _reference(template, np.zeros_like(template), scale, min_correlation, any_angle=any_angle)
    for _ in range(rounds):
        aligned = [(c, *_aligned(c, reference)) for c in contrasts]
        boards = [_warped(c, motion, reference.size) for c, motion, fit in aligned if fit >= min_correlation]
        if len(boards) < 3:
            break
        stack = np.stack(boards)
        spread = stack.std(axis=0, ddof=1)
        reference = _reference(stack.mean(axis=0), spread, scale, min_correlation, any_angle=any_angle)
    return reference


def _like_the_others(contrasts: Sequence[Map], scale: float, min_correlation: float) -> int:
    """Index of the one among three images to which the others align best when they are turned by any angle."""
    tried = np.unique(np.linspace(0, len(contrasts) - 1, 3).round().astype(int)).tolist()
    fits = []
    for index in tried:
        template = contrasts[index]
        try:
            reference = _reference(template, np.zeros_like(template), scale, min_correlation, any_angle=True)
        except RegistrationError:  # without structure
            fits.append(0.0)
            continue
        others = [contrast for i, contrast in enumerate(contrasts) if i != index][:_COMPARED]
        fits.append(float(np.median([_aligned(contrast, reference)[1] for contrast in others])))
    return int(tried[int(np.argmax(fits))])


def register(pixels: Image, reference: Reference) -> Registered:
    """Estimate rotation and shift of a board against the reference board and warp it onto the working grid.

    Args:
        pixels: uint8 H×W×3, taken with the same camera set-up as the reference (same pixels per millimetre).
        reference: From :func:`build_reference`.

    Returns:
        The registered board. A board that does not align is returned as well, with ``ok`` false; the caller decides
        what to do with it.
    """
    grey = grey_on_grid(pixels, reference.scale)
    motion, correlation = _aligned(contrast_image(grey), reference)
    # the grid was rounded to whole pixels, so both scales differ slightly from reference.scale
    height, width = pixels.shape[:2]
    sx, sy = width / grey.shape[1], height / grey.shape[0]
    to_source = np.array([[sx, 0, (sx - 1) / 2], [0, sy, (sy - 1) / 2], [0, 0, 1]])
    transform = (to_source @ motion)[:2]
    residual = float(np.clip(1 - correlation, 0, 1))
    ok = correlation >= reference.min_correlation
    return Registered(apply(pixels, transform, reference.size), transform, residual, ok)


def apply(pixels: Image, transform: FloatArray, size: tuple[int, int], *, finer: float = 1.0) -> Image:
    """Warp a source image onto the working grid, or onto a grid ``finer`` times as fine for display.

    Shrinking is an area average, followed by a bicubic warp. Outside the source the nearest edge pixel is repeated:
    that continues a plain background, whereas mirroring would invent components. See :func:`covered`.

    Args:
        pixels: uint8 H×W or H×W×3 source image.
        transform: 2×3 from working-grid pixels to source pixels.
        size: (width, height) of the working grid.
        finer: Pixels of the result per working-grid pixel.

    Returns:
        uint8, ``size`` times ``finer`` (rounded), as many channels as the source.
    """
    import cv2

    matrix = np.vstack([np.asarray(transform, dtype=np.float64), [0, 0, 1]]) @ np.linalg.inv(scaling(finer))
    shrink = float(np.sqrt(abs(np.linalg.det(matrix[:2, :2]))))
    if shrink > 1.15:
        height, width = pixels.shape[:2]
        small = (max(round(width / shrink), 1), max(round(height / shrink), 1))
        pixels = cv2.resize(pixels, small, interpolation=cv2.INTER_AREA)
        sx, sy = width / small[0], height / small[1]
        matrix = np.linalg.inv(np.array([[sx, 0, (sx - 1) / 2], [0, sy, (sy - 1) / 2], [0, 0, 1]])) @ matrix
    warped: Image = cv2.warpAffine(
        pixels,
        matrix[:2],
        (round(size[0] * finer), round(size[1] * finer)),
        flags=cv2.INTER_CUBIC | cv2.WARP_INVERSE_MAP,
        borderMode=cv2.BORDER_REPLICATE,
    )
    return warped


def covered(transform: FloatArray, size: tuple[int, int], source_size: tuple[int, int]) -> NDArray[np.bool_]:
    """bool h×w: the working-grid pixels whose centre lies inside the source image of (width, height)."""
    y, x = np.mgrid[0 : size[1], 0 : size[0]]
    at = np.tensordot(np.asarray(transform, dtype=np.float64), np.stack([x, y, np.ones_like(x)]), axes=1)
    inside = (at[0] >= -0.5) & (at[1] >= -0.5) & (at[0] < source_size[0] - 0.5) & (at[1] < source_size[1] - 0.5)
    return np.asarray(inside, dtype=np.bool_)


def is_fixed_position(
    images: Sequence[Image],
    *,
    min_correlation: float = 0.6,
    long_side: int = 512,
    max_images: int = 16,
    any_angle: bool = False,
) -> tuple[bool, tuple[float, ...]]:
    """True if the images show one product in nearly fixed position, so that they can be registered.

    Args:
        images: uint8 H×W×3 normal images; a sequence may decode on access.
        min_correlation: Correlation with the medoid, after alignment, that an aligned board reaches.
        long_side: Longest side in pixels for this check.
        max_images: At most this many images are used, evenly over the sequence: neighbours are often alike.
        any_angle: True turns the images by any angle; False by at most six degrees.

    Returns:
        True if three quarters of the images align with the medoid, and the correlation of each image except the
        medoid. False and no correlation for fewer than two images.
    """
    sample = _spread_out(images, max_images)
    if len(sample) < 2:
        return False, ()
    scale = _scale(sample[0], long_side)
    contrasts = [contrast_image(grey_on_grid(image, scale)) for image in sample]
    medoid = _like_the_others(contrasts, scale, min_correlation) if any_angle else medoid_index(contrasts)
    template = contrasts[medoid]
    try:
        reference = _reference(template, np.zeros_like(template), scale, min_correlation, any_angle=any_angle)
    except RegistrationError:
        return False, ()
    fits = tuple(_aligned(c, reference)[1] for i, c in enumerate(contrasts) if i != medoid)
    return float(np.mean([fit >= min_correlation for fit in fits])) >= _FIXED_SHARE, fits


def find_position(images: Sequence[Image], *, min_correlation: float = 0.6) -> tuple[Position, tuple[float, ...]]:
    """Find out from normal images where the product lies, with the correlations of :func:`is_fixed_position`."""
    fixed, correlations = is_fixed_position(images, min_correlation=min_correlation)
    if fixed or not correlations:
        return (Position.FIXED if fixed else Position.FREE), correlations
    turned, when_turned = is_fixed_position(images, min_correlation=min_correlation, any_angle=True)
    return (Position.TURNED, when_turned) if turned else (Position.FREE, correlations)


def to_arrays(reference: Reference) -> dict[str, NDArray[Any]]:
    """The reference as arrays for an npz file without objects; :func:`from_arrays` is the inverse."""
    return {
        **pack("template", reference.template),
        **pack("spread", reference.spread),
        "scale": np.float64(reference.scale).reshape(1),
        "min_correlation": np.float64(reference.min_correlation).reshape(1),
        **({"any_angle": np.ones(1, np.uint8)} if reference.any_angle else {}),
    }


def from_arrays(arrays: Mapping[str, NDArray[Any]]) -> Reference:
    """Read what :func:`to_arrays` wrote, and precompute the rest.

    Raises:
        RegistrationError: An array is missing or has the wrong shape.
    """
    try:
        template = unpack(arrays, "template")
        spread = unpack(arrays, "spread")
        scale, least = float(arrays["scale"][0]), float(arrays["min_correlation"][0])
    except (KeyError, IndexError, TypeError, ValueError) as error:
        raise RegistrationError(
            "reference-incomplete", "the reference board is incomplete", todo="Build the bundle again."
        ) from error
    if template.ndim != 2 or spread.shape != template.shape:
        raise RegistrationError(
            "reference-shape-invalid", "the reference board has no valid shape", todo="Build the bundle again."
        )
    return _reference(template, spread, scale, least, any_angle="any_angle" in arrays)
