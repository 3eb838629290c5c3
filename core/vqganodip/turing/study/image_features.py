"""Image features for the leak audit, in which reals and fakes may differ for reasons other than the board itself.

``PIPELINE`` features reveal the processing of an image: compression, scaling, padding, clipping, normalisation.
``CONTENT`` features describe what the model does to a board; differences there are genuine flaws of the model.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import Message, message, plain
from vqganodip.types import Image, Map

__all__ = ["CONTENT", "FEATURE_MESSAGES", "PIPELINE", "Picture", "feature_message"]

_BLOCK: Final = 8
_THIRDS: Final = np.full(3, 1 / 3, np.float32)


@dataclass(frozen=True, slots=True, eq=False)
class Picture:
    """An image and its mean over the channels, computed once for all features.

    Attributes:
        pixels: uint8 H×W×3.
        grey: float32 H×W, 0 to 255.
    """

    pixels: Image
    grey: Map

    @classmethod
    def of(cls, pixels: Image) -> Picture:
        """Compute the grey image of uint8 H×W×3."""
        return cls(pixels, (pixels.reshape(-1, 3).astype(np.float32) @ _THIRDS).reshape(pixels.shape[:2]))


def blockiness(picture: Picture) -> float:
    """Mean step at the strongest phase of an 8-pixel grid relative to the overall mean step, minus 1."""
    grey, excesses = picture.grey, []
    for axis in (0, 1):
        steps = np.abs(np.diff(grey, axis=axis)).mean(axis=1 - axis)
        if len(steps) < 2 * _BLOCK or steps.mean() == 0:
            continue
        phases = [steps[phase::_BLOCK].mean() for phase in range(_BLOCK)]
        excesses.append(max(phases) / steps.mean() - 1.0)
    return float(np.mean(excesses)) if excesses else 0.0


def dct_zeros(picture: Picture) -> float:
    """Share of 8×8 DCT coefficients below one half in magnitude, as after JPEG quantisation."""
    grey = picture.grey
    height, width = (side // _BLOCK * _BLOCK for side in grey.shape)
    if not height or not width:
        return 0.0
    k = np.arange(_BLOCK)
    cosines = np.sqrt(2.0 / _BLOCK) * np.cos(np.pi * (2 * k[None, :] + 1) * k[:, None] / (2 * _BLOCK))
    cosines[0] /= np.sqrt(2.0)
    basis = cosines.astype(np.float32)
    blocks = grey[:height, :width].reshape(height // _BLOCK, _BLOCK, width // _BLOCK, _BLOCK).swapaxes(1, 2)
    coefficients = basis @ blocks @ basis.T
    return float((np.abs(coefficients) < 0.5).mean())


def spectrum_slope(picture: Picture) -> float:
    """Slope of log power against log frequency above an eighth of the sampling rate; resampling steepens it."""
    grey = picture.grey
    power = np.abs(np.fft.rfft2(grey - grey.mean())) ** 2
    fy, fx = np.fft.fftfreq(grey.shape[0])[:, None], np.fft.rfftfreq(grey.shape[1])[None, :]
    radius = np.hypot(fy, fx)
    used = (radius >= 0.125) & (radius <= 0.5)
    bins = np.clip(((radius[used] - 0.125) / 0.375 * 12).astype(int), 0, 11)
    counts = np.bincount(bins, minlength=12)
    sums = np.bincount(bins, weights=power[used], minlength=12)
    filled = counts > 0
    if filled.sum() < 2:
        return 0.0
    x = np.log(0.125 + (np.flatnonzero(filled) + 0.5) * 0.375 / 12)
    y = np.log(sums[filled] / counts[filled] + 1e-9)
    return float(np.polyfit(x, y, 1)[0])


def border(picture: Picture) -> float:
    """Mean step between the outermost pixels and their neighbours, relative to the mean step inside."""
    grey = picture.grey
    if min(grey.shape) < 4:
        return 0.0
    edges = [grey[0] - grey[1], grey[-1] - grey[-2], grey[:, 0] - grey[:, 1], grey[:, -1] - grey[:, -2]]
    inside = np.abs(np.diff(grey[1:-1], axis=0)).mean() + np.abs(np.diff(grey[:, 1:-1], axis=1)).mean()
    return float(np.mean([np.abs(edge).mean() for edge in edges]) / (inside / 2 + 1e-6))


def _levels(picture: Picture) -> NDArray[np.int64]:
    return np.bincount(picture.pixels.ravel(), minlength=256)


def clipped(picture: Picture) -> float:
    """Share of samples that are 0 or 255."""
    return float((_levels(picture)[[0, 255]].sum()) / picture.pixels.size)


def distinct_levels(picture: Picture) -> float:
    """Number of the 256 levels that occur."""
    return float(np.count_nonzero(_levels(picture)))


def level_range(picture: Picture) -> float:
    """Highest minus lowest level; constant after min–max normalisation."""
    return float(picture.pixels.max()) - float(picture.pixels.min())


def mean_level(picture: Picture) -> float:
    """Mean grey level."""
    return float(picture.grey.mean())


def contrast(picture: Picture) -> float:
    """Standard deviation of the grey levels."""
    return float(picture.grey.std())


def _laplacian(picture: Picture, *, noise: bool) -> Map:
    grey = picture.grey
    if min(grey.shape) < 3:
        return np.zeros((1, 1), np.float32)
    edge, corner, middle = (-2.0, 1.0, 4.0) if noise else (1.0, 0.0, -4.0)
    c = grey[1:-1, 1:-1]
    edges = grey[:-2, 1:-1] + grey[2:, 1:-1] + grey[1:-1, :-2] + grey[1:-1, 2:]
    corners = grey[:-2, :-2] + grey[:-2, 2:] + grey[2:, :-2] + grey[2:, 2:]
    return np.asarray(middle * c + edge * edges + corner * corners)


def sharpness(picture: Picture) -> float:
    """Variance of the Laplacian."""
    return float(_laplacian(picture, noise=False).var())


def noise_sigma(picture: Picture) -> float:
    """Noise standard deviation, estimated with an edge-insensitive mask (Immerkær 1996)."""
    return float(np.sqrt(np.pi / 2) * np.abs(_laplacian(picture, noise=True)).mean() / 6.0)


PIPELINE: Final[Mapping[str, Callable[[Picture], float]]] = {
    "8×8 blockiness": blockiness,
    "8×8 DCT zeros": dct_zeros,
    "spectrum slope": spectrum_slope,
    "border": border,
    "clipped share": clipped,
    "distinct levels": distinct_levels,
    "level range": level_range,
}

CONTENT: Final[Mapping[str, Callable[[Picture], float]]] = {
    "mean level": mean_level,
    "contrast": contrast,
    "sharpness": sharpness,
    "noise": noise_sigma,
}

FEATURE_MESSAGES: Final[Mapping[str, Message]] = {
    "file size": message("feature-file-size", "file size"),
    "header": message("feature-header", "header"),
    "metadata": message("feature-metadata", "metadata"),
    "time of change": message("feature-time-of-change", "time of change"),
    "rights": message("feature-rights", "rights"),
    "order of names": message("feature-order-of-names", "order of names"),
    "8×8 blockiness": message("feature-8x8-blockiness", "8×8 blockiness"),
    "8×8 DCT zeros": message("feature-8x8-dct-zeros", "8×8 DCT zeros"),
    "spectrum slope": message("feature-spectrum-slope", "spectrum slope"),
    "border": message("feature-border", "border"),
    "clipped share": message("feature-clipped-share", "clipped share"),
    "distinct levels": message("feature-distinct-levels", "distinct levels"),
    "level range": message("feature-level-range", "level range"),
    "mean level": message("feature-mean-level", "mean level"),
    "contrast": message("feature-contrast", "contrast"),
    "sharpness": message("feature-sharpness", "sharpness"),
    "noise": message("feature-noise", "noise"),
}
"""The features of the leak audit, those of the files too, by their names."""


def feature_message(name: str) -> Message:
    """A feature as people read it; the name itself where another version wrote it."""
    return FEATURE_MESSAGES.get(name, plain(name))
