"""Distances of a board's features to those of normal images (``detection/normal_features.py``), and their choice."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from vqganodip.detection.normal_features import CODES_PER_SPREAD, Codes, FeatureBank, NormalFeatures, scaled
from vqganodip.imaging.decoding import resize
from vqganodip.neural.board_maps import padded_to_multiple
from vqganodip.neural.networks.efficientnet_lite import EfficientNetLite, pixels_to_input
from vqganodip.neural.pieces import in_pieces, run_steadily
from vqganodip.types import Image, Map

__all__ = ["averaged_features", "distance_maps", "far_apart", "far_apart_at_places"]

_BLOCK: Final = 1024
_TAP: Final = {8: 1, 16: 2}
"""Stride → position among the features of the network."""


def averaged_features(
    pixels: Image, features: EfficientNetLite, size: tuple[int, int], strides: Sequence[int]
) -> dict[int, Map]:
    """Features of an image at strides, averaged over 3×3 places, float32 C×h×w each.

    Args:
        pixels: uint8 H×W×3.
        features: The network.
        size: (width, height) at which it is measured.
        strides: Strides among 8 and 16.
    """
    same = pixels if (pixels.shape[1], pixels.shape[0]) == size else resize(pixels, size)

    def measure() -> dict[int, Map]:
        taps = features(pixels_to_input(torch.from_numpy(padded_to_multiple(same))[None]))
        return {stride: _averaged(taps[_TAP[stride]]) for stride in strides}

    return run_steadily(measure)


def _averaged(tap: Tensor) -> Map:
    return np.ascontiguousarray(F.avg_pool2d(tap, 3, 1, 1, count_include_pad=False)[0].numpy())


def distance_maps(pixels: Image, features: EfficientNetLite, normal: NormalFeatures) -> dict[str, Map]:
    """Distance of every place of a board to the nearest normal image, in spreads of a channel (root mean square).

    Args:
        pixels: uint8 H×W×3 on the working grid.
        features: The network that the normal features come from.
        normal: The normal features.

    Returns:
        Map h×w by name: ``place8``: to the kept images at the place and its eight neighbours, ``nearest8``: to the
        features of any place; likewise 16.
    """
    size = normal.size_of((pixels.shape[1], pixels.shape[0]))
    maps = averaged_features(pixels, features, size, [bank.stride for bank in normal.banks])

    def measure() -> dict[str, Map]:
        found: dict[str, Map] = {}
        for bank in normal.banks:
            codes = torch.from_numpy(scaled(maps[bank.stride], bank.mean, bank.spread))
            if bank.places is not None and bank.places.shape[2:] == codes.shape[1:]:
                found[f"place{bank.stride}"] = _in_spreads(_to_places(codes, bank.places), len(codes))
            found[f"nearest{bank.stride}"] = _in_spreads(_to_anywhere(codes, bank), len(codes))
        return found

    return run_steadily(measure)


def _in_spreads(squares: Tensor, channels: int) -> Map:
    return np.asarray((squares / channels).sqrt_().numpy() / np.float32(CODES_PER_SPREAD), np.float32)


def _to_places(codes: Tensor, places: Codes) -> Tensor:
    """Least squared distance h×w to the K kept features at each place and its eight neighbours."""
    height, width = codes.shape[1:]
    best = torch.empty((len(places), height, width))

    def piece(index: int) -> None:
        kept = F.pad(torch.from_numpy(places[index]).float()[None], (1, 1, 1, 1), mode="replicate")[0]
        least: Tensor | None = None
        for dy in range(3):
            for dx in range(3):
                squares = (kept[:, dy : dy + height, dx : dx + width] - codes).square_().sum(0)
                least = squares if least is None else torch.minimum(least, squares)
        assert least is not None
        best[index] = least

    in_pieces(piece, len(places))
    return best.amin(0)


def _to_anywhere(codes: Tensor, bank: FeatureBank) -> Tensor:
    """Least squared distance h×w to the features of any place."""
    kept = torch.from_numpy(bank.anywhere).float()
    lengths = kept.square().sum(1)
    queries = codes.flatten(1).T.contiguous()
    least = torch.empty(len(queries))

    def piece(index: int) -> None:
        part = queries[index * _BLOCK : (index + 1) * _BLOCK]
        squares = part.square().sum(1, keepdim=True) + lengths - 2.0 * (part @ kept.T)
        least[index * _BLOCK : (index + 1) * _BLOCK] = squares.amin(1)

    in_pieces(piece, -(-len(queries) // _BLOCK))
    return least.clamp_(min=0.0).reshape(codes.shape[1:])


def far_apart_at_places(images: Sequence[Codes], count: int) -> Codes:
    """Choose the codes to keep at every place: those that lie farthest from each other (greedy k-centre).

    The first is the one nearest to the mean of the place.

    Args:
        images: uint8 C×h×w each, of one size.
        count: Number to keep; all are kept if there are not more.

    Returns:
        uint8 K×C×h×w.
    """
    stack = np.stack(images)
    if len(stack) <= count:
        return stack

    def choose() -> Codes:
        values = torch.from_numpy(stack)
        mean = values.float().mean(0)
        taken = _squares(values, mean).argmin(0)
        kept = [_taken(values, taken)]
        far = _squares(values, kept[0].float())
        while len(kept) < count:
            kept.append(_taken(values, far.argmax(0)))
            torch.minimum(far, _squares(values, kept[-1].float()), out=far)
        return np.asarray(torch.stack(kept).numpy(), np.uint8)

    return run_steadily(choose)


def _squares(values: Tensor, one: Tensor) -> Tensor:
    """Squared distance N×h×w of uint8 N×C×h×w to one image C×h×w."""
    out = torch.empty((len(values), *values.shape[2:]))

    def piece(index: int) -> None:
        out[index] = (values[index].float() - one).square_().sum(0)

    in_pieces(piece, len(values))
    return out


def _taken(values: Tensor, index: Tensor) -> Tensor:
    height, width = index.shape
    return values.gather(0, index.expand(1, values.shape[1], height, width))[0]


def far_apart(codes: Codes, count: int) -> Iterator[int | Codes]:
    """Choose features that lie farthest from each other, free of place (greedy k-centre, after Roth et al. 2022).

    Args:
        codes: uint8 N×C.
        count: Number to choose; all are chosen if there are not more.

    Yields:
        The number chosen, now and then, and uint8 M×C at the end.
    """
    if len(codes) <= count:
        yield codes
        return
    values = torch.from_numpy(codes).float()
    lengths = values.square().sum(1)
    chosen = [int(_from(values, lengths, values.mean(0).round()).argmin())]
    far = _from(values, lengths, values[chosen[0]])
    while len(chosen) < count:
        chosen.append(int(far.argmax()))
        torch.minimum(far, _from(values, lengths, values[chosen[-1]]), out=far)
        if len(chosen) % 256 == 0:
            yield len(chosen)
    yield codes[np.sort(np.array(chosen))]


def _from(values: Tensor, lengths: Tensor, one: Tensor) -> Tensor:
    """Squared distances of codes N×C to one."""
    return lengths + one.square().sum() - 2.0 * (values @ one)
