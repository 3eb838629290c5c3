"""Features and texture of boards, and the inputs of the general segmentation network made from them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor

from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.place_statistics import MAP_NAMES, PlaceStatistics, PlaceSums, ProductStatistics
from vqganodip.detection.segmentation_map import known_board
from vqganodip.detection.texture import texture_maps
from vqganodip.neural.networks.efficientnet_lite import EfficientNetLite, pixels_to_input
from vqganodip.neural.networks.general_segmentation import GeneralInputs
from vqganodip.types import Image, Map

__all__ = [
    "MULTIPLE",
    "BoardMaps",
    "board_maps",
    "general_inputs",
    "padded_to_multiple",
    "place_statistics",
    "product_statistics",
]

MULTIPLE: Final = 32
"""Sides are padded to multiples of this many pixels."""


@dataclass(frozen=True, slots=True, eq=False)
class BoardMaps:
    """Maps of one image.

    Attributes:
        features: float32 C×H/s×W/s at strides 4, 8 and 16.
        texture: float32 5×H/4×W/4.
    """

    features: tuple[Map, ...] = field(repr=False)
    texture: Map = field(repr=False)

    def all(self) -> tuple[Map, ...]:
        """Return the features and the texture."""
        return (*self.features, self.texture)


def product_statistics(boards: Sequence[Image], features: EfficientNetLite) -> ProductStatistics:
    """Measure a product on registered normal boards, uint8 H×W×3.

    Raises:
        TrainingError: Fewer than two boards.
        ImageError: The boards differ in size.
    """
    pixels = PixelStatistics.build(boards, gain=False)
    *_, places = place_statistics(boards, features)
    assert isinstance(places, tuple)
    return ProductStatistics(pixels.mean, pixels.scale, places)


def place_statistics(
    boards: Sequence[Image], features: EfficientNetLite
) -> Iterator[int | tuple[PlaceStatistics, ...]]:
    """Measure features and texture of registered normal boards, uint8 H×W×3.

    Yields:
        The number of boards measured after each, and the statistics of the four maps at the end.

    Raises:
        TrainingError: Fewer than two boards.
    """
    sums = [PlaceSums() for _ in MAP_NAMES]
    for number, board in enumerate(boards, start=1):
        for total, values in zip(sums, board_maps(board, features).all(), strict=True):
            total.add(values)
        yield number
    yield tuple(total.statistics() for total in sums)


@torch.inference_mode()
def board_maps(pixels: Image, features: EfficientNetLite) -> BoardMaps:
    """Compute the maps of an image, uint8 H×W×3, padded to multiples of 32 px by repeating the edge.

    The features are computed on the device of the network.
    """
    padded = padded_to_multiple(pixels)
    device = next(features.parameters()).device
    with torch.autocast(device.type, enabled=False):
        maps = features(pixels_to_input(torch.from_numpy(padded)[None].to(device)))
    return BoardMaps(tuple(m[0].cpu().numpy() for m in maps), texture_maps(padded))


def general_inputs(pixels: Image, about: ProductStatistics, maps: BoardMaps) -> GeneralInputs:
    """Make the inputs of one registered board, uint8 H×W×3, from its maps."""
    z = [place.deviation(m) for place, m in zip(about.places, maps.all(), strict=True)]
    deviation = (pixels.astype(np.float32) - about.mean) / about.scale
    return GeneralInputs(
        x=_planes(pixels.astype(np.float32) / 127.5 - 1.0),
        z=_planes(np.asarray(deviation, np.float32)),
        known=_planes(known_board(about.mean, about.scale)),
        features=_three([_batch(m) for m in maps.features]),
        feature_z=_three([_batch(m) for m in z[:3]]),
        texture=_batch(maps.texture),
        texture_z=_batch(z[3]),
    )


def padded_to_multiple(values: Image | Map) -> Any:
    """Pad H×W×C to multiples of 32 px by repeating the right and lower edges."""
    bottom, right = (-side % MULTIPLE for side in values.shape[:2])
    return np.ascontiguousarray(np.pad(values, ((0, bottom), (0, right), (0, 0)), mode="edge"))


def _planes(values: Map) -> Tensor:
    return _batch(padded_to_multiple(values).transpose(2, 0, 1))


def _batch(values: Map) -> Tensor:
    t = torch.from_numpy(np.ascontiguousarray(values, np.float32))[None]
    return t.contiguous(memory_format=torch.channels_last)


def _three(parts: Sequence[Tensor]) -> tuple[Tensor, Tensor, Tensor]:
    return parts[0], parts[1], parts[2]
