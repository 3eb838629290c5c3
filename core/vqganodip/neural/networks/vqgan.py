"""The VQGAN in one file: encoder, quantizer, decoder (Esser, Rombach and Ommer 2021, *Taming Transformers*).

Module names are those of the original implementation, so that its state dicts fit the network ``esser``. The network
``compact`` begins with a Haar transform: two levels of it turn 3×H×W into 48×H/4×W/4 without loss and make the costly
full-resolution stages unnecessary.

Without gradients, activations are computed in place and freed after their last use, so at most three full-resolution
activations exist at a time. The values are bitwise equal to those of a pass with gradients.
"""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Iterator, Sequence
from typing import TypeAlias

import torch
from torch import Tensor, nn
from torch.nn import functional as F
from torch.utils.checkpoint import checkpoint

from vqganodip.neural.networks.quantizer import Quantized, VectorQuantizer
from vqganodip.neural.strips import attention
from vqganodip.settings import NetworkSettings

__all__ = ["VQGAN", "Place", "haar", "inverse_haar"]

Place: TypeAlias = tuple[int, int]
"""Row and column on the grid of latents."""


def _norm(channels: int, groups: int) -> nn.GroupNorm:
    return nn.GroupNorm(groups or (32 if channels >= 128 else channels // 8), channels, eps=1e-6, affine=True)


def _swish(x: Tensor) -> Tensor:
    """x · σ(x), in place where no gradient needs x."""
    return F.silu(x, inplace=not torch.is_grad_enabled())


def _added(x: Tensor, h: Tensor) -> Tensor:
    """x + h, in the memory of h where no gradient needs it."""
    if torch.is_grad_enabled() or x.dtype != h.dtype:
        return x + h
    return h.add_(x)


def haar(x: Tensor, levels: int) -> Tensor:
    """Orthonormal Haar packets: B×C×H×W → B×C·4^levels×H/2^levels×W/2^levels. Exactly invertible."""
    for _ in range(levels):
        a, b = x[..., 0::2, 0::2], x[..., 0::2, 1::2]
        c, d = x[..., 1::2, 0::2], x[..., 1::2, 1::2]
        x = torch.cat((a + b + c + d, a - b + c - d, a + b - c - d, a - b - c + d), 1) * 0.5
    return x


def inverse_haar(x: Tensor, levels: int) -> Tensor:
    """The inverse of :func:`haar`."""
    for _ in range(levels):
        s, h, v, d = x.chunk(4, 1)
        top = torch.stack((s + h + v + d, s - h + v - d), -1).flatten(-2)  # B×C×H×2W
        low = torch.stack((s + h - v - d, s - h - v + d), -1).flatten(-2)
        x = torch.stack((top, low), -2).flatten(-3, -2) * 0.5  # B×C×2H×2W
    return x


class _Block(nn.Module):
    """A block whose inner activations may be recomputed in the backward pass instead of being stored."""

    recompute = False

    def run(self, x: Tensor) -> Tensor:
        """Compute the output (gradient checkpointing: Chen et al. 2016, *Training deep nets with sublinear memory*)."""
        if self.recompute and torch.is_grad_enabled():
            return checkpoint(self, x, use_reentrant=False, preserve_rng_state=False)  # type: ignore[no-any-return]
        return self(x)  # type: ignore[no-any-return]


class ResnetBlock(_Block):
    """norm → swish → conv, twice, added to the input (Esser et al. 2021, appendix A).

    Args:
        in_channels: Channels of the input.
        out_channels: Channels of the output; if they differ, a 1×1 convolution adapts the input.
        groups: Groups of the norms; for 0 see :attr:`NetworkSettings.norm_groups`.
    """

    def __init__(self, in_channels: int, out_channels: int, groups: int = 0) -> None:
        super().__init__()
        self.norm1 = _norm(in_channels, groups)
        self.conv1 = nn.Conv2d(in_channels, out_channels, 3, padding=1)
        self.norm2 = _norm(out_channels, groups)
        self.conv2 = nn.Conv2d(out_channels, out_channels, 3, padding=1)
        if in_channels != out_channels:
            self.nin_shortcut: nn.Module = nn.Conv2d(in_channels, out_channels, 1)
        else:
            self.nin_shortcut = nn.Identity()

    def forward(self, x: Tensor) -> Tensor:
        h = self.conv1(_swish(self.norm1(x)))
        h = self.norm2(h)  # frees the input of the norm before conv2 runs
        h = self.conv2(_swish(h))
        return _added(self.nin_shortcut(x), h)


class AttnBlock(_Block):
    """Single-head self-attention over all positions, added to the input (Esser et al. 2021, eq. 1, appendix A).

    Computes softmax(q kᵀ / √C) v without storing the hw×hw matrix.
    """

    def __init__(self, channels: int, groups: int = 0) -> None:
        super().__init__()
        self.norm = _norm(channels, groups)
        self.q = nn.Conv2d(channels, channels, 1)
        self.k = nn.Conv2d(channels, channels, 1)
        self.v = nn.Conv2d(channels, channels, 1)
        self.proj_out = nn.Conv2d(channels, channels, 1)

    def forward(self, x: Tensor) -> Tensor:
        b, c, h, w = x.shape
        y = self.norm(x)
        q, k, v = (m(y).flatten(2).transpose(1, 2).unsqueeze(1).contiguous() for m in (self.q, self.k, self.v))
        out = attention(q, k, v)  # B×1×hw×C
        out = out.squeeze(1).transpose(1, 2).reshape(b, c, h, w)
        return _added(x, self.proj_out(out))


class Downsample(nn.Module):
    """Stride-2 convolution, padded by one only on the right and at the bottom as in the original."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, stride=2)

    def forward(self, x: Tensor) -> Tensor:
        return self.conv(F.pad(x, (0, 1, 0, 1)))  # type: ignore[no-any-return]


class Upsample(nn.Module):
    """Nearest-neighbour doubling followed by a convolution."""

    def __init__(self, channels: int) -> None:
        super().__init__()
        self.conv = nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        # autocast would interpolate in float32 and need twice the memory for the same values
        with torch.autocast("cpu", enabled=torch.is_autocast_enabled("cpu") and torch.is_grad_enabled()):
            x = F.interpolate(x, scale_factor=2.0, mode="nearest")
        return self.conv(x)  # type: ignore[no-any-return]


class _Stage(nn.Module):
    """Residual blocks of one resolution, their attention, and the resampling to the next resolution."""

    def __init__(self, block: nn.ModuleList, attn: nn.ModuleList) -> None:
        super().__init__()
        self.block = block
        self.attn = attn

    def layers(self) -> Iterator[nn.Module]:
        """The modules in the order in which they are applied."""
        for i, block in enumerate(self.block):
            yield block
            if len(self.attn):
                yield self.attn[i]
        for name in ("downsample", "upsample"):
            if hasattr(self, name):
                yield getattr(self, name)


def _through(x: Tensor, layers: Iterable[nn.Module]) -> Tensor:
    """Apply the layers in one loop; a call per stage would keep the stage's input alive."""
    for layer in layers:
        x = layer.run(x) if isinstance(layer, _Block) else layer(x)
    return x


class _Middle(nn.Module):
    """Residual block, attention, residual block."""

    def __init__(self, channels: int, groups: int) -> None:
        super().__init__()
        self.block_1 = ResnetBlock(channels, channels, groups)
        self.attn_1 = AttnBlock(channels, groups)
        self.block_2 = ResnetBlock(channels, channels, groups)

    def layers(self) -> Iterator[nn.Module]:
        """The modules in the order in which they are applied."""
        yield from (self.block_1, self.attn_1, self.block_2)


def _stage(channels: list[int], attention: bool, groups: int) -> _Stage:
    blocks = nn.ModuleList(ResnetBlock(a, b, groups) for a, b in itertools.pairwise(channels))
    attn = nn.ModuleList(AttnBlock(c, groups) for c in channels[1:]) if attention else nn.ModuleList()
    return _Stage(blocks, attn)


class Encoder(nn.Module):
    """Image (or its Haar packets) → latents with ``embed_dim`` channels."""

    def __init__(self, net: NetworkSettings, in_channels: int) -> None:
        super().__init__()
        widths = [net.channels * m for m in net.multipliers]
        self.conv_in = nn.Conv2d(in_channels, net.channels, 3, padding=1)
        self.down = nn.ModuleList()
        before = net.channels
        for level, width in enumerate(widths):
            last = level == len(widths) - 1
            attention = net.attention_at_lowest and last
            stage = _stage([before] + [width] * net.residual_blocks, attention, net.norm_groups)
            if not last:
                stage.add_module("downsample", Downsample(width))
            self.down.append(stage)
            before = width
        self.mid = _Middle(before, net.norm_groups)
        self.norm_out = _norm(before, net.norm_groups)
        self.conv_out = nn.Conv2d(before, net.embed_dim, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        stages = itertools.chain.from_iterable(stage.layers() for stage in self.down)  # type: ignore[operator]
        x = _through(x, itertools.chain([self.conv_in], stages, self.mid.layers(), [self.norm_out]))
        return self.conv_out(_swish(x))  # type: ignore[no-any-return]


class Decoder(nn.Module):
    """Quantized latents (and the position map) → image (or its Haar packets)."""

    def __init__(self, net: NetworkSettings, out_channels: int) -> None:
        super().__init__()
        widths = [net.channels * m for m in net.multipliers]
        before = widths[-1]
        self.conv_in = nn.Conv2d(net.embed_dim + net.position_channels, before, 3, padding=1)
        self.mid = _Middle(before, net.norm_groups)
        stages: list[nn.Module] = []
        for level in reversed(range(len(widths))):
            lowest = level == len(widths) - 1
            attention = net.attention_at_lowest and lowest
            stage = _stage([before] + [widths[level]] * (net.residual_blocks + 1), attention, net.norm_groups)
            if level > 0:
                stage.add_module("upsample", Upsample(widths[level]))
            stages.insert(0, stage)  # up.0 is the finest, as in the original
            before = widths[level]
        self.up = nn.ModuleList(stages)
        self.norm_out = _norm(before, net.norm_groups)
        self.conv_out = nn.Conv2d(before, out_channels, 3, padding=1)

    def forward(self, z: Tensor) -> Tensor:
        stages = itertools.chain.from_iterable(stage.layers() for stage in reversed(self.up))  # type: ignore[operator]
        x = _through(z, itertools.chain([self.conv_in], self.mid.layers(), stages, [self.norm_out]))
        return self.conv_out(_swish(x))  # type: ignore[no-any-return]


class VQGAN(nn.Module):
    """encode → quant_conv → quantize → post_quant_conv → decode.

    Args:
        net: The shape of the network.
        latent_size: (h, w) of the latents of a whole image; needed when ``net.position_channels`` > 0.
    """

    def __init__(self, net: NetworkSettings, latent_size: tuple[int, int] | None = None) -> None:
        super().__init__()
        self.net = net
        packed = 3 * 4**net.haar_levels
        self.encoder = Encoder(net, packed)
        self.decoder = Decoder(net, packed)
        self.quantize = VectorQuantizer(net.n_embed, net.embed_dim)
        self.quant_conv = nn.Conv2d(net.embed_dim, net.embed_dim, 1)
        self.post_quant_conv = nn.Conv2d(net.embed_dim, net.embed_dim, 1)
        if net.position_channels:
            if latent_size is None:
                raise ValueError("a position map needs the size of the latents")
            self.position = nn.Parameter(torch.randn(1, net.position_channels, *latent_size) * 0.1)

    def encode(self, x: Tensor) -> Tensor:
        """Image B×3×H×W in [-1, 1] → latents B×D×H/f×W/f before quantization."""
        return self.quant_conv(self.encoder(haar(x, self.net.haar_levels)))  # type: ignore[no-any-return]

    def decode(self, z_q: Tensor, places: Sequence[Place] | None = None) -> Tensor:
        """Quantized latents B×D×h×w → image B×3×f·h×f·w, not clipped; ``places`` are the positions of crops."""
        z = self.post_quant_conv(z_q)
        if self.net.position_channels:
            h, w = z.shape[-2:]
            at = places if places is not None else [(0, 0)] * len(z)
            position = torch.cat([self.position[..., y : y + h, x : x + w] for y, x in at])
            z = torch.cat((z, position.to(z.dtype)), 1)
        return inverse_haar(self.decoder(z).float(), self.net.haar_levels)

    def forward(self, x: Tensor, places: Sequence[Place] | None = None) -> tuple[Tensor, Quantized, Tensor]:
        """Image B×3×H×W in [-1, 1] → (reconstruction, quantizer result, latents before quantization).

        Args:
            x: Whole images or crops.
            places: (row, column) of each crop on the grid of latents, for a network with a position map.
        """
        z = self.encode(x)
        quantized = self.quantize(z)
        return self.decode(quantized.z_q, places), quantized, z

    def recompute_blocks(self, on: bool) -> None:
        """Turn gradient checkpointing of the blocks on or off; the result is the same."""
        for module in self.modules():
            if isinstance(module, _Block):
                module.recompute = on

    @property
    def last_layer(self) -> nn.Parameter:
        """Weight of the decoder's last layer, at which the adaptive weight λ compares gradients (eq. 1)."""
        weight = self.decoder.conv_out.weight
        assert isinstance(weight, nn.Parameter)
        return weight
