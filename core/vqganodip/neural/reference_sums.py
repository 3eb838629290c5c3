"""Sums over the normal boards of a product, from which its statistics follow with and without any one of them."""

from __future__ import annotations

from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.place_statistics import MAP_NAMES, PlaceStatistics, PlaceSums, ProductStatistics
from vqganodip.neural.board_maps import BoardMaps
from vqganodip.types import Image

__all__ = ["ReferenceSums"]


class ReferenceSums:
    """Sums of pixels, features and texture over registered normal boards.

    A board that takes part in its own reference deviates less from it than any board of the line will, so it is scored
    by the statistics of the others.
    """

    def __init__(self) -> None:
        self._pixels = PlaceSums()
        self._maps = tuple(PlaceSums() for _ in MAP_NAMES)

    def add(self, board: Image, maps: BoardMaps) -> None:
        """Add a board, uint8 H×W×3, and its maps."""
        self._pixels.add(board.astype("float32"))
        for sums, values in zip(self._maps, maps.all(), strict=True):
            sums.add(values)

    def statistics(self) -> tuple[PixelStatistics, tuple[PlaceStatistics, ...]]:
        """Return the statistics of all boards; TrainingError for fewer than two."""
        mean, variance = self._pixels.moments()
        pixels = PixelStatistics.of_moments(mean, variance, self._pixels.count)
        return pixels, tuple(sums.statistics() for sums in self._maps)

    def without(self, board: Image, maps: BoardMaps) -> ProductStatistics:
        """Return the statistics of all boards but this one; TrainingError for fewer than three."""
        others = self._pixels.without(board.astype("float32"))
        mean, variance = others.moments()
        pixels = PixelStatistics.of_moments(mean, variance, others.count)
        places = (sums.without(values).statistics() for sums, values in zip(self._maps, maps.all(), strict=True))
        return ProductStatistics(pixels.mean, pixels.scale, tuple(places))
