"""Patch features: the protocol of all extractors, and the extractor that uses the pixels themselves."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol, TypeAlias, cast

import numpy as np

from vqganodip.types import Levels, Map

__all__ = ["PIXEL_FEATURES", "FeatureExtractor", "Patches", "PixelFeatures"]

Patches: TypeAlias = Levels | Sequence[Levels]

PIXEL_FEATURES: Final = "pixels"


class FeatureExtractor(Protocol):
    """Turn patches into feature vectors; their squared distance ranks the candidates.

    Attributes:
        name: Name in the settings, e.g. ``inception_v3``.
        dimensions: Length D of a feature vector.
        input_size: Side in pixels to which a patch is resized before it enters the extractor.
    """

    @property
    def name(self) -> str: ...

    @property
    def dimensions(self) -> int: ...

    @property
    def input_size(self) -> int: ...

    def __call__(self, patches: Patches) -> Map:
        """Features of patches.

        Args:
            patches: B×S×S×3, or B arrays h×w×3 of mixed sizes; uint8, or float32 in the same units.

        Returns:
            float32 B×D in the order of the patches. The features of a patch do not depend on the rest of the batch
            beyond rounding.
        """


class PixelFeatures:
    """The pixels themselves: each patch resized to 16×16 (bilinear, half-pixel centres), divided by 255.

    The squared distance of two such vectors is the summed squared pixel difference, the ranking that the Fréchet
    distance replaced (paper section 3.1.2). Needs no network. A patch gives the same bits alone and in a batch.
    """

    name: Final = PIXEL_FEATURES
    input_size: Final = 16
    dimensions: Final = 16 * 16 * 3

    def __call__(self, patches: Patches) -> Map:
        """Features of patches; see :class:`FeatureExtractor`."""
        if isinstance(patches, np.ndarray):
            return self._stack(patches)
        features = np.empty((len(patches), self.dimensions), np.float32)
        shapes = [patch.shape for patch in patches]
        for shape in set(shapes):
            rows = [i for i, other in enumerate(shapes) if other == shape]
            features[rows] = self._stack(cast(Levels, np.stack([patches[i] for i in rows])))
        return features

    def _stack(self, patches: Levels) -> Map:
        count, height, width, _ = patches.shape
        planes = np.ascontiguousarray(patches.transpose(0, 3, 1, 2), np.float32)
        vertical, horizontal = _bilinear(height, self.input_size), _bilinear(width, self.input_size)
        resized = np.matmul(np.matmul(vertical, planes), horizontal.T)
        features: Map = (resized / np.float32(255)).reshape(count, self.dimensions)
        return features


def _bilinear(source: int, target: int) -> Map:
    """float32 target×source: row i holds the weights of the source pixels for target pixel i."""
    centres = np.clip((np.arange(target) + 0.5) * source / target - 0.5, 0, source - 1)
    low = np.floor(centres).astype(np.int64)
    high = np.minimum(low + 1, source - 1)
    weights = np.zeros((target, source), np.float32)
    np.add.at(weights, (np.arange(target), low), 1 - (centres - low))
    np.add.at(weights, (np.arange(target), high), centres - low)
    return weights
