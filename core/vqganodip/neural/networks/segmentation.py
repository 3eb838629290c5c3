"""The foreign network: says of every spot of a registered board how much it looks like something that was put there.

It sees the board, the golden board and the signed deviation between them, knows its place by a learned position map,
and learns from normal boards alone: spots of them are corrupted, and it is asked which. The idea is that of Zavrtanik,
Kristan and Skočaj 2021 (DRAEM); here the golden board stands for the reconstruction, so that it costs a tenth of a
second and errs in other places than the VQGAN. An addition of the preset ``robust`` for products in fixed position.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from itertools import pairwise
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.detection.segmentation_map import SEGMENTATION_CELL
from vqganodip.neural.trainers.segmentation_batches import PLACE
from vqganodip.types import Image, Map

__all__ = ["SegmentationNet", "as_input", "filled", "segmentation_inputs"]

CELL: Final = SEGMENTATION_CELL

_MULTIPLE: Final = 32
_CHANNELS: Final = (48, 64, 96, 128)
_POSITION_CHANNELS: Final = 16
_CLIP: Final = 8.0

_SEEN, _KNOWN = 6, 4
"""Channels of the board and its deviation, and of what is known of it beforehand."""


class _Residual(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm1, self.conv1 = nn.GroupNorm(8, channels), nn.Conv2d(channels, channels, 3, padding=1)
        self.norm2, self.conv2 = nn.GroupNorm(8, channels), nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        h = self.conv1(F.silu(self.norm1(x)))
        return x + self.conv2(F.silu(self.norm2(h)))  # type: ignore[no-any-return]


class SegmentationNet(nn.Module):
    """A small U-Net on cells of 4 px (Ronneberger et al. 2015).

    Args:
        grid: (height, width) of the position map, a sixteenth of the board's sides, rounded up to even numbers.
        knows: Whether it is given the golden board itself, beside the deviation from it; bundles of before do not.
    """

    def __init__(self, grid: tuple[int, int], *, knows: bool = True) -> None:
        super().__init__()
        c = _CHANNELS
        self.position = nn.Parameter(torch.zeros(1, _POSITION_CHANNELS, *grid))
        self.place = nn.Conv2d(_POSITION_CHANNELS, c[0], 1)
        self.knows = knows
        self.stem = nn.Conv2d((_SEEN + knows * _KNOWN) * CELL * CELL, c[0], 1)
        self.down = nn.ModuleList(_Residual(n) for n in c)
        self.halve = nn.ModuleList(nn.Conv2d(a, b, 3, stride=2, padding=1) for a, b in pairwise(c))
        self.merge = nn.ModuleList(nn.Conv2d(b + a, a, 1) for a, b in pairwise(c))
        self.up = nn.ModuleList(_Residual(n) for n in c[:-1])
        self.out = nn.Conv2d(c[0], 1, 3, padding=1)
        nn.init.constant_(self.out.bias, -4.0)  # type: ignore[arg-type]

    def forward(self, x: Tensor, z: Tensor, known: Tensor, places: Sequence[tuple[int, int]] | None = None) -> Tensor:
        """Log odds of B×1×H/4×W/4 cells.

        Args:
            x: B×3×H×W in [-1, 1], sides multiples of 32.
            z: B×3×H×W, signed deviation from the golden board in units of its spread.
            known: B×4×H×W, :func:`vqganodip.detection.segmentation_map.known_board`; ignored by networks trained
                without it.
            places: Row and column of each crop in steps of 16 px; None when the whole board is given.
        """
        seen = (x, z.clamp(-_CLIP, _CLIP) / (_CLIP / 2), *((known,) if self.knows else ()))
        h = self.stem(F.pixel_unshuffle(torch.cat(seen, 1), CELL))
        h = h + self._placed(places, (h.shape[2], h.shape[3]))
        kept = []
        for block, halve in zip(self.down, self.halve, strict=False):
            h = block(h)
            kept.append(h)
            h = halve(h)
        h = self.down[-1](h)
        for merge, block in zip(reversed(self.merge), reversed(self.up), strict=True):
            h = block(merge(torch.cat((F.interpolate(h, scale_factor=2.0), kept.pop()), 1)))
        return self.out(F.silu(h))  # type: ignore[no-any-return]

    def _placed(self, places: Sequence[tuple[int, int]] | None, size: tuple[int, int]) -> Tensor:
        every = F.interpolate(self.place(self.position), scale_factor=PLACE / CELL, mode="bilinear")
        per = PLACE // CELL
        parts = [every[:, :, per * r : per * r + size[0], per * c : per * c + size[1]] for r, c in places or [(0, 0)]]
        return torch.cat(parts)


def segmentation_inputs(image: Image | Map, deviation: Map, known: Map) -> tuple[Tensor, Tensor, Tensor]:
    """Board H×W×3 (0 to 255), deviation and what is known as 1×C×H'×W', padded to multiples of 32."""
    padded = [as_input(values) for values in (np.asarray(image, np.float32) / 127.5 - 1.0, deviation, known)]
    return padded[0], padded[1], padded[2]


def as_input(values: Map) -> Tensor:
    """float32 H×W×C → 1×C×H'×W', channels last, padded to multiples of 32 by repeating edges."""
    t = torch.from_numpy(np.ascontiguousarray(values, np.float32)).permute(2, 0, 1)[None]
    bottom, right = (-side % _MULTIPLE for side in t.shape[-2:])
    return F.pad(t, (0, right, 0, bottom), mode="replicate").contiguous(memory_format=torch.channels_last)


def filled(weights: Mapping[str, Tensor]) -> SegmentationNet:
    """A network with these weights. One that did not know the golden board goes on not to use it.

    Raises:
        KeyError, RuntimeError: They are not those of a foreign network.
    """
    height, width = weights["position"].shape[-2:]
    net = SegmentationNet((int(height), int(width)), knows=weights["stem.weight"].shape[1] > _SEEN * CELL * CELL)
    net.load_state_dict(dict(weights))
    return net


def widened(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The weights as float32 of a network that is given the golden board; the new inputs count nothing at first."""
    new = {name: values.float() for name, values in weights.items()}
    stem = new["stem.weight"]
    lacking = (_SEEN + _KNOWN) * CELL * CELL - stem.shape[1]
    new["stem.weight"] = F.pad(stem, (0, 0, 0, 0, 0, lacking))
    return new


def position_grid(size: tuple[int, int]) -> tuple[int, int]:
    """(height, width) of the position map of a board of (height, width) pixels."""
    return tuple(-(-side // _MULTIPLE) * (_MULTIPLE // PLACE) for side in size)  # type: ignore[return-value]
