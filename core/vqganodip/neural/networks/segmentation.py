"""Anomaly segmentation network: the log odds that each cell of a registered board is anomalous.

Its inputs are the board, the per-pixel statistics of normal boards and the signed deviation of the board from them; a
learned position map encodes where on the product a crop lies. It is trained on normal boards only, into which
synthetic anomalies are drawn (Zavrtanik, Kristan and Skočaj 2021, DRAEM). The per-pixel mean takes the place of DRAEM's
reconstruction: a board takes a tenth of a second, and the errors differ from those of the VQGAN. An addition of the
preset ``robust`` for products in fixed position.
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
from vqganodip.types import Image, Map

__all__ = [
    "CELL",
    "MULTIPLE",
    "POSITION_STEP",
    "SegmentationNet",
    "as_input",
    "network_from",
    "position_grid",
    "segmentation_inputs",
    "with_statistics_inputs",
]

CELL: Final = SEGMENTATION_CELL
"""Side of an output cell in pixels."""

MULTIPLE: Final = 32
"""Sides of boards and crops are padded to multiples of this many pixels."""

POSITION_STEP: Final = 16
"""Pixels per cell of the position map; crops begin at multiples of it."""
_CHANNELS: Final = (48, 64, 96, 128)
_POSITION_CHANNELS: Final = 16
_CLIP: Final = 8.0

_IMAGE_CHANNELS, _STATISTICS_CHANNELS = 6, 4
"""Channels of the board with its deviation, and of the per-pixel statistics."""


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
        grid: (height, width) of the position map, see :func:`position_grid`.
        uses_statistics: True if the per-pixel statistics are an input in addition to the deviation; networks of older
            bundles lack this input.
    """

    def __init__(self, grid: tuple[int, int], *, uses_statistics: bool = True) -> None:
        super().__init__()
        c = _CHANNELS
        self.position = nn.Parameter(torch.zeros(1, _POSITION_CHANNELS, *grid))
        self.place = nn.Conv2d(_POSITION_CHANNELS, c[0], 1)
        self.uses_statistics = uses_statistics
        self.stem = nn.Conv2d((_IMAGE_CHANNELS + uses_statistics * _STATISTICS_CHANNELS) * CELL * CELL, c[0], 1)
        self.down = nn.ModuleList(_Residual(n) for n in c)
        self.halve = nn.ModuleList(nn.Conv2d(a, b, 3, stride=2, padding=1) for a, b in pairwise(c))
        self.merge = nn.ModuleList(nn.Conv2d(b + a, a, 1) for a, b in pairwise(c))
        self.up = nn.ModuleList(_Residual(n) for n in c[:-1])
        self.out = nn.Conv2d(c[0], 1, 3, padding=1)
        nn.init.constant_(self.out.bias, -4.0)  # type: ignore[arg-type]

    def forward(
        self, x: Tensor, z: Tensor, statistics: Tensor, places: Sequence[tuple[int, int]] | None = None
    ) -> Tensor:
        """Log odds of B×1×H/4×W/4 cells.

        Args:
            x: B×3×H×W in [-1, 1], sides multiples of 32.
            z: B×3×H×W, signed deviation from the per-pixel mean in units of the per-pixel spread.
            statistics: B×4×H×W, :func:`vqganodip.detection.segmentation_map.known_board`; ignored by networks trained
                without it.
            places: Row and column of each crop in steps of 16 px; None for whole boards.
        """
        inputs = (x, z.clamp(-_CLIP, _CLIP) / (_CLIP / 2), *((statistics,) if self.uses_statistics else ()))
        h = self.stem(F.pixel_unshuffle(torch.cat(inputs, 1), CELL))
        h = h + self._positions(places, (h.shape[2], h.shape[3]))
        skipped = []
        for block, halve in zip(self.down, self.halve, strict=False):
            h = block(h)
            skipped.append(h)
            h = halve(h)
        h = self.down[-1](h)
        for merge, block in zip(reversed(self.merge), reversed(self.up), strict=True):
            h = block(merge(torch.cat((F.interpolate(h, scale_factor=2.0), skipped.pop()), 1)))
        return self.out(F.silu(h))  # type: ignore[no-any-return]

    def _positions(self, places: Sequence[tuple[int, int]] | None, size: tuple[int, int]) -> Tensor:
        """Cut the features of the position map at each crop."""
        whole = F.interpolate(self.place(self.position), scale_factor=POSITION_STEP / CELL, mode="bilinear")
        per = POSITION_STEP // CELL
        parts = [whole[:, :, per * r : per * r + size[0], per * c : per * c + size[1]] for r, c in places or [(0, 0)]]
        return torch.cat(parts)


def segmentation_inputs(image: Image | Map, deviation: Map, statistics: Map) -> tuple[Tensor, Tensor, Tensor]:
    """Convert a board H×W×3 (0 to 255), its deviation and the statistics to 1×C×H'×W', padded to multiples of 32."""
    padded = [as_input(values) for values in (np.asarray(image, np.float32) / 127.5 - 1.0, deviation, statistics)]
    return padded[0], padded[1], padded[2]


def as_input(values: Map) -> Tensor:
    """float32 H×W×C → 1×C×H'×W', channels last, padded to multiples of 32 by repeating edges."""
    t = torch.from_numpy(np.ascontiguousarray(values, np.float32)).permute(2, 0, 1)[None]
    bottom, right = (-side % MULTIPLE for side in t.shape[-2:])
    return F.pad(t, (0, right, 0, bottom), mode="replicate").contiguous(memory_format=torch.channels_last)


def network_from(weights: Mapping[str, Tensor]) -> SegmentationNet:
    """Build the network of these weights, without the statistics input if they have none.

    Raises:
        KeyError, RuntimeError: They are not the weights of a segmentation network.
    """
    height, width = weights["position"].shape[-2:]
    uses_statistics = weights["stem.weight"].shape[1] > _IMAGE_CHANNELS * CELL * CELL
    net = SegmentationNet((int(height), int(width)), uses_statistics=uses_statistics)
    net.load_state_dict(dict(weights))
    return net


def with_statistics_inputs(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """Return the weights as float32 with the statistics input added; its own weights are zero at first."""
    new = {name: values.float() for name, values in weights.items()}
    stem = new["stem.weight"]
    lacking = (_IMAGE_CHANNELS + _STATISTICS_CHANNELS) * CELL * CELL - stem.shape[1]
    new["stem.weight"] = F.pad(stem, (0, 0, 0, 0, 0, lacking))
    return new


def position_grid(size: tuple[int, int]) -> tuple[int, int]:
    """(height, width) of the position map of a board of (height, width) pixels: even numbers."""
    return tuple(-(-side // MULTIPLE) * (MULTIPLE // POSITION_STEP) for side in size)  # type: ignore[return-value]
