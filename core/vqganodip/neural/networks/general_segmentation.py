"""General segmentation network: the log odds that each cell of a registered board of any product is anomalous.

It knows a product by the reference board and the normal spread of its boards alone, and has no embedding of place, so
that one network, learned from boards of many products, judges a product that it never saw. Its inputs are the board,
features of a frozen network trained on ImageNet, and texture energies, each as it is and in units of its normal spread
at that place. What dust, a fibre or a bad joint looks like is the same on every product.
"""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final, NamedTuple

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.detection.place_statistics import LIMIT
from vqganodip.detection.segmentation_map import SEGMENTATION_CELL
from vqganodip.detection.texture import TEXTURE_CHANNELS
from vqganodip.neural.networks.efficientnet_lite import CHANNELS as FEATURE_CHANNELS

__all__ = ["GeneralInputs", "GeneralSegmentationNet", "general_network_from"]

_WIDTHS: Final = (48, 80, 112, 144)
_BLOCKS: Final = (1, 1, 2, 2)
_PIXEL_CHANNELS: Final = 10
_PIXEL_LIMIT: Final = 8.0


class GeneralInputs(NamedTuple):
    """Inputs of the network for B boards or crops with sides H, W that are multiples of 32.

    Attributes:
        x: float B×3×H×W, the board in [-1, 1].
        z: float B×3×H×W, its deviation from the mean in units of the spread.
        known: float B×4×H×W, reference board and spread, :func:`vqganodip.detection.segmentation_map.known_board`.
        features: Features of the board at strides 4, 8, 16, float B×C×H/s×W/s.
        feature_z: Their deviations in units of the normal spread.
        texture: float B×5×H/4×W/4, :func:`vqganodip.detection.texture.texture_maps`.
        texture_z: Its deviation in units of the normal spread.
    """

    x: Tensor
    z: Tensor
    known: Tensor
    features: tuple[Tensor, Tensor, Tensor]
    feature_z: tuple[Tensor, Tensor, Tensor]
    texture: Tensor
    texture_z: Tensor


class _ChannelNorm(nn.LayerNorm):
    """Layer norm over the channels of each cell: its output depends on its surroundings, not on the whole board."""

    def __init__(self, channels: int) -> None:
        super().__init__(channels)

    def forward(self, x: Tensor) -> Tensor:
        return super().forward(x.permute(0, 2, 3, 1)).permute(0, 3, 1, 2)


class _Residual(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm1, self.conv1 = _ChannelNorm(channels), nn.Conv2d(channels, channels, 3, padding=1)
        self.norm2, self.conv2 = _ChannelNorm(channels), nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        h = self.conv1(F.silu(self.norm1(x)))
        return x + self.conv2(F.silu(self.norm2(h)))  # type: ignore[no-any-return]


class GeneralSegmentationNet(nn.Module):
    """A U-Net on cells of 4 px (Ronneberger et al. 2015) with frozen features entering at strides 4, 8 and 16."""

    feature_mean: Tensor
    feature_scale: Tensor

    def __init__(self) -> None:
        super().__init__()
        w = _WIDTHS
        self.stem = nn.Conv2d(_PIXEL_CHANNELS * SEGMENTATION_CELL**2 + 2 * TEXTURE_CHANNELS, w[0], 1)
        self.enter = nn.ModuleList(nn.Conv2d(2 * c, n, 1) for c, n in zip(FEATURE_CHANNELS, w, strict=False))
        self.down = nn.ModuleList(
            nn.Sequential(*(_Residual(n) for _ in range(k))) for n, k in zip(w, _BLOCKS, strict=True)
        )
        self.halve = nn.ModuleList(nn.Conv2d(a, b, 3, stride=2, padding=1) for a, b in pairwise(w))
        self.merge = nn.ModuleList(nn.Conv2d(b + a, a, 1) for a, b in pairwise(w))
        self.up = nn.ModuleList(_Residual(n) for n in w[:-1])
        self.out = nn.Conv2d(w[0], 1, 3, padding=1)
        nn.init.constant_(self.out.bias, -4.0)  # type: ignore[arg-type]
        self.register_buffer("feature_mean", torch.zeros(sum(FEATURE_CHANNELS)))
        self.register_buffer("feature_scale", torch.ones(sum(FEATURE_CHANNELS)))

    def set_feature_range(self, mean: Tensor, scale: Tensor) -> None:
        """Set mean and standard deviation of each feature channel over boards, by which raw features are normalised."""
        self.feature_mean.copy_(mean)
        self.feature_scale.copy_(scale)

    def forward(self, inputs: GeneralInputs) -> Tensor:
        """Log odds of B×1×H/4×W/4 cells."""
        z = inputs.z.clamp(-_PIXEL_LIMIT, _PIXEL_LIMIT) / (_PIXEL_LIMIT / 2)
        pixels = F.pixel_unshuffle(torch.cat((inputs.x, z, inputs.known), 1), SEGMENTATION_CELL)
        h = self.stem(torch.cat((pixels, inputs.texture / 4.0 - 1.0, inputs.texture_z / (LIMIT / 2)), 1))
        entering = self._entering(inputs)
        skipped = []
        for level, block in enumerate(self.down):
            if level < len(entering):
                h = h + entering[level]
            h = block(h)
            if level < len(self.halve):
                skipped.append(h)
                h = self.halve[level](h)
        for merge, block in zip(reversed(self.merge), reversed(self.up), strict=True):
            h = block(merge(torch.cat((F.interpolate(h, scale_factor=2.0), skipped.pop()), 1)))
        return self.out(F.silu(h))  # type: ignore[no-any-return]

    def _entering(self, inputs: GeneralInputs) -> list[Tensor]:
        means = torch.split(self.feature_mean, list(FEATURE_CHANNELS))
        scales = torch.split(self.feature_scale, list(FEATURE_CHANNELS))
        result = []
        for level, enter in enumerate(self.enter):
            raw = (inputs.features[level] - means[level][:, None, None]) / scales[level][:, None, None]
            result.append(enter(torch.cat((raw.clamp(-4.0, 4.0), inputs.feature_z[level] / (LIMIT / 2)), 1)))
        return result


def general_network_from(weights: Mapping[str, Tensor]) -> GeneralSegmentationNet:
    """Build the network of these weights, in evaluation mode.

    Raises:
        RuntimeError: They are not the weights of a general segmentation network.
    """
    net = GeneralSegmentationNet()
    net.load_state_dict({name: values.float() for name, values in weights.items()})
    for p in net.parameters():
        p.requires_grad_(False)
    return net.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]
