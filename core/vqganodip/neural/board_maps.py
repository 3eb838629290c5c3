"""Features and texture of boards, and the inputs of the general segmentation network made from them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

import numpy as np
import torch
from torch import Tensor

from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.place_statistics import PlaceStatistics, PlaceSums
from vqganodip.detection.segmentation_map import known_board
from vqganodip.detection.texture import texture_maps
from vqganodip.neural.networks.efficientnet_lite import EfficientNetLite, pixels_to_input
from vqganodip.neural.networks.general_segmentation import GeneralInputs
from vqganodip.types import Image, Map

__all__ = ["BoardMaps", "ProductStatistics", "board_maps", "general_inputs"]


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


@dataclass(frozen=True, slots=True, eq=False)
class ProductStatistics:
    """A product as the general network knows it.

    Attributes:
        pixels: Mean and spread of every pixel of registered normal boards.
        places: Mean and spread of the features at strides 4, 8 and 16, and of the texture.
    """

    pixels: PixelStatistics = field(repr=False)
    places: tuple[PlaceStatistics, ...] = field(repr=False)

    @classmethod
    def build(cls, boards: Sequence[Image], features: EfficientNetLite) -> ProductStatistics:
        """Build the statistics from registered normal boards, uint8 H×W×3, sides multiples of 32.

        Raises:
            TrainingError: Fewer than two boards.
            ImageError: The boards differ in size.
        """
        pixels = PixelStatistics.build(boards, gain=False)
        sums = [PlaceSums(), PlaceSums(), PlaceSums(), PlaceSums()]
        for board in boards:
            for total, values in zip(sums, board_maps(board, features).all(), strict=True):
                total.add(values)
        return cls(pixels, tuple(s.statistics() for s in sums))


@torch.inference_mode()
def board_maps(pixels: Image, features: EfficientNetLite) -> BoardMaps:
    """Compute the maps of an image, uint8 H×W×3 with sides that are multiples of 32."""
    maps = features(pixels_to_input(torch.from_numpy(pixels)[None]))
    return BoardMaps(tuple(m[0].numpy() for m in maps), texture_maps(pixels))


def general_inputs(pixels: Image, statistics: ProductStatistics, features: EfficientNetLite) -> GeneralInputs:
    """Make the inputs of one registered board, uint8 H×W×3 with sides that are multiples of 32."""
    maps = board_maps(pixels, features)
    about = statistics.pixels
    z = [place.deviation(m) for place, m in zip(statistics.places, maps.all(), strict=True)]
    x = pixels.astype(np.float32) / 127.5 - 1.0
    return GeneralInputs(
        x=_planes(x),
        z=_planes(about.deviation(pixels)),
        known=_planes(known_board(about.mean, about.scale)),
        features=_three([_batch(m) for m in maps.features]),
        feature_z=_three([_batch(m) for m in z[:3]]),
        texture=_batch(maps.texture),
        texture_z=_batch(z[3]),
    )


def _planes(values: Map) -> Tensor:
    return _batch(values.transpose(2, 0, 1))


def _batch(values: Map) -> Tensor:
    t = torch.from_numpy(np.ascontiguousarray(values, np.float32))[None]
    return t.contiguous(memory_format=torch.channels_last)


def _three(parts: Sequence[Tensor]) -> tuple[Tensor, Tensor, Tensor]:
    return parts[0], parts[1], parts[2]
