"""PatchGAN discriminator (Isola et al. 2017): one realness logit per patch instead of one per image."""

from __future__ import annotations

from typing import Final

from torch import Tensor, nn

from vqganodip.settings import NetworkSettings

__all__ = ["PatchDiscriminator", "discriminator_of"]

_LAYERS: Final = 3
"""Strided layers: a receptive field of 70 px, as in Esser et al."""


class PatchDiscriminator(nn.Module):
    """Strided 4×4 convolutions with batch norm and leaky ReLU; ``main.N`` names as in the original implementation.

    Args:
        channels: Channels of the first layer (Esser et al.: 64).
    """

    def __init__(self, channels: int = 64) -> None:
        super().__init__()
        parts: list[nn.Module] = [nn.Conv2d(3, channels, 4, 2, 1), nn.LeakyReLU(0.2, True)]
        width = channels
        for n in range(1, _LAYERS + 1):
            before, width = width, channels * min(2**n, 8)
            stride = 2 if n < _LAYERS else 1
            parts += [
                nn.Conv2d(before, width, 4, stride, 1, bias=False),
                nn.BatchNorm2d(width),
                nn.LeakyReLU(0.2, True),
            ]
        parts.append(nn.Conv2d(width, 1, 4, 1, 1))
        self.main = nn.Sequential(*parts)
        for m in self.modules():
            if isinstance(m, nn.Conv2d):
                nn.init.normal_(m.weight, 0.0, 0.02)
            elif isinstance(m, nn.BatchNorm2d):
                nn.init.normal_(m.weight, 1.0, 0.02)
                nn.init.zeros_(m.bias)

    def forward(self, x: Tensor) -> Tensor:
        """Images B×3×H×W in [-1, 1] → logits B×1×H/8×W/8 (about)."""
        return self.main(x)  # type: ignore[no-any-return]


def discriminator_of(net: NetworkSettings) -> PatchDiscriminator:
    """Build the discriminator for a network: 64 channels as in Esser et al., or 32 for ``compact``."""
    return PatchDiscriminator(64 if net.channels >= 128 else 32)
