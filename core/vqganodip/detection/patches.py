"""The patches of zoom-out-and-shift: their positions, their extraction, and the distance of a patch pair."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final, TypeAlias, cast

import numpy as np
from numpy.lib.stride_tricks import sliding_window_view
from numpy.typing import NDArray

from vqganodip.detection.difference_map import VARIATION_FLOOR, check_same_grid
from vqganodip.detection.features import FeatureExtractor
from vqganodip.detection.frechet import single_sample_distances
from vqganodip.errors import message
from vqganodip.settings import CandidateSettings
from vqganodip.types import FloatArray, Image, Levels, Map

__all__ = ["BoxArray", "PatchDistances", "by_shape", "cut", "patch_boxes", "patch_variation", "unique_boxes"]

BoxArray: TypeAlias = NDArray[np.int32]
"""int32 N×4: x0 y0 x1 y1, half-open, in pixels."""

# The centre, then the eight neighbours row by row, as the paper lists them: (down, right) in steps.
_NEIGHBOURS: Final = np.array([(0, 0), (-1, -1), (-1, 0), (-1, 1), (0, -1), (0, 1), (1, -1), (1, 0), (1, 1)])
_BATCH: Final = 512


def patch_boxes(pixels: NDArray[np.integer], size: tuple[int, int], settings: CandidateSettings) -> BoxArray:
    """The patches around pixels: n sizes and nine positions each (paper section 3.1.2).

    A patch of side s around column x covers ``x - s // 2 <= column < x - s // 2 + s``, so for even sides the pixel
    lies right and below the middle. Its neighbours are shifted by ``shift`` sides, rounded half up to whole pixels;
    with half a side each of them still contains the pixel or shares an edge or a corner with it. A patch that would
    leave the image is moved back inside by the shortest distance. If the image is narrower or lower than s, the
    patch is clipped to the image and becomes a rectangle.

    Args:
        pixels: int P×2, (x, y) inside the image.
        size: (width, height) of the image.
        settings: ``n``, ``alpha`` and ``shift`` are used.

    Returns:
        int32 P×(9n)×4; sizes in ascending order, for each size the centre first, then the neighbours row by row.
    """
    width, height = size
    sides = settings.alpha * np.arange(1, settings.n + 1)
    steps = np.floor(settings.shift * sides + 0.5).astype(np.int64)
    offsets = (steps[:, None, None] * _NEIGHBOURS[None]).reshape(-1, 2)
    side = np.repeat(sides, len(_NEIGHBOURS))
    wide, high = np.minimum(side, width), np.minimum(side, height)
    x0 = np.clip(pixels[:, :1] - wide // 2 + offsets[:, 1], 0, width - wide)
    y0 = np.clip(pixels[:, 1:] - high // 2 + offsets[:, 0], 0, height - high)
    return np.stack([x0, y0, x0 + wide, y0 + high], axis=-1).astype(np.int32)


def unique_boxes(boxes: BoxArray, size: tuple[int, int]) -> tuple[NDArray[np.int64], NDArray[np.int64]]:
    """Index of the first occurrence of each distinct box, in order, and for every box the index of its distinct box.

    ``boxes[first][inverse]`` equals ``boxes``.
    """
    _, first, inverse = np.unique(_keys(boxes, size), return_index=True, return_inverse=True)
    order = np.argsort(first)
    rank = np.empty_like(order)
    rank[order] = np.arange(len(order))
    return first[order].astype(np.int64), rank[inverse.ravel()].astype(np.int64)


def _keys(boxes: BoxArray, size: tuple[int, int]) -> NDArray[np.int64]:
    """A unique number per box of an image of size (width, height)."""
    wide, high = size[0] + 1, size[1] + 1
    x0, y0, x1, y1 = boxes.astype(np.int64).T
    return np.asarray(((y0 * wide + x0) * high + (y1 - y0)) * wide + (x1 - x0))


def by_shape(boxes: BoxArray) -> Iterator[NDArray[np.int64]]:
    """Indices of the boxes of each shape, in ascending order of height, then width."""
    sides = np.stack([boxes[:, 3] - boxes[:, 1], boxes[:, 2] - boxes[:, 0]], axis=1)
    _, inverse = np.unique(sides, axis=0, return_inverse=True)
    inverse = inverse.ravel()
    for shape in range(int(inverse.max(initial=-1)) + 1):
        yield np.flatnonzero(inverse == shape)


def cut(image: NDArray[np.generic], boxes: BoxArray) -> NDArray[np.generic]:
    """The patches of boxes of one shape: B×h×w×C of an image H×W×C, B×h×w of a map H×W."""
    high, wide = int(boxes[0, 3] - boxes[0, 1]), int(boxes[0, 2] - boxes[0, 0])
    windows = sliding_window_view(image, (high, wide), axis=(0, 1))[boxes[:, 1], boxes[:, 0]]
    if image.ndim == 3:
        windows = windows.transpose(0, 2, 3, 1)
    return np.ascontiguousarray(windows)


def patch_variation(variation: Map, boxes: BoxArray) -> FloatArray:
    """Divisor of the distance of a patch: (mean variation inside it + half the mean of the board)².

    Args:
        variation: float32 H×W, mean difference of normal boards.
        boxes: int32 N×4.

    Returns:
        float64 N, > 0; a variation below half a grey level is raised to half a grey level.
    """
    half_mean = float(variation.mean(dtype=np.float64)) / 2
    scale: FloatArray = np.maximum(patch_means(variation, boxes) + half_mean, VARIATION_FLOOR) ** 2
    return scale


def patch_means(values: Map, boxes: BoxArray) -> FloatArray:
    """Mean of a map float32 H×W inside each of the boxes int32 N×4, float64 N."""
    inside = np.empty(len(boxes), np.float64)
    for rows in by_shape(boxes):
        inside[rows] = cut(values, boxes[rows]).reshape(len(rows), -1).mean(axis=1, dtype=np.float64)
    return inside


class PatchDistances:
    """Fréchet distances of the patch pairs of one board, each pair computed only once.

    One object serves all weightings of a board: the patches themselves are never weighted, so patches that two
    weightings share are free the second time.

    Args:
        original: uint8 H×W×3.
        reconstruction: uint8 H×W×3, or float32 in the same units; the extractor gets both in its type.
        extractor: Feature extractor.
    """

    def __init__(self, original: Image, reconstruction: Levels, extractor: FeatureExtractor) -> None:
        check_same_grid(original.shape, reconstruction.shape, message("map-reconstruction", "the reconstruction"))
        self.original = original
        self.reconstruction = reconstruction
        self.extractor = extractor
        self._distances: dict[int, float] = {}

    @property
    def size(self) -> tuple[int, int]:
        """(width, height) of the board in pixels."""
        return self.original.shape[1], self.original.shape[0]

    @property
    def computed(self) -> int:
        """Number of patch pairs that went through the extractor."""
        return len(self._distances)

    def __call__(self, boxes: BoxArray) -> FloatArray:
        """float64 N, the distance of each pair: squared distance of their features (Heusel et al. 2017, eq. 6)."""
        keys = _keys(boxes, self.size)
        unique, first, inverse = np.unique(keys, return_index=True, return_inverse=True)
        missing = np.array(
            [i for key, i in zip(unique.tolist(), first, strict=True) if key not in self._distances], int
        )
        if missing.size:
            self._distances.update(zip(keys[missing].tolist(), self._measure(boxes[missing]).tolist(), strict=True))
        values = np.array([self._distances[key] for key in unique.tolist()], np.float64)
        distances: FloatArray = values[inverse.ravel()]
        return distances

    def _measure(self, boxes: BoxArray) -> FloatArray:
        distances = np.empty(len(boxes), np.float64)
        for rows in by_shape(boxes):
            for start in range(0, len(rows), _BATCH):
                part = rows[start : start + _BATCH]
                second_patches = cast(Levels, cut(self.reconstruction, boxes[part]))
                first_patches = cast(Levels, cut(self.original, boxes[part]).astype(second_patches.dtype, copy=False))
                first, second = self.extractor(first_patches), self.extractor(second_patches)
                distances[part] = single_sample_distances(first, second)
        return distances
