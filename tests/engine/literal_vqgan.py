"""The VQGAN and its discriminator as Esser et al. (2021) wrote them down, from a state dict alone.

Plain functions of torch in float32: every activation a new tensor, the encoder keeps the list of all its activations,
attention holds its whole matrix. Only for being compared with: the engine's networks must give the same, faster.
"""

from __future__ import annotations

from collections.abc import Mapping

import torch
from torch import Tensor
from torch.nn import functional as F

GROUPS, EPS = 32, 1e-6


class LiteralVqgan:
    """Encoder, quantizer and decoder under the names of the original implementation."""

    def __init__(self, state: Mapping[str, Tensor]) -> None:
        self.state = state

    def _count(self, prefix: str) -> int:
        """How many numbered parts there are behind a prefix."""
        return len({name[len(prefix) :].split(".")[0] for name in self.state if name.startswith(prefix)})

    def conv(self, name: str, x: Tensor, stride: int = 1, padding: int = 0) -> Tensor:
        return F.conv2d(x, self.state[f"{name}.weight"], self.state[f"{name}.bias"], stride, padding)

    def norm(self, name: str, x: Tensor) -> Tensor:
        return F.group_norm(x, GROUPS, self.state[f"{name}.weight"], self.state[f"{name}.bias"], EPS)

    def residual(self, name: str, x: Tensor) -> Tensor:
        h = self.conv(f"{name}.conv1", swish(self.norm(f"{name}.norm1", x)), padding=1)
        h = self.conv(f"{name}.conv2", swish(self.norm(f"{name}.norm2", h)), padding=1)
        if f"{name}.nin_shortcut.weight" in self.state:
            x = self.conv(f"{name}.nin_shortcut", x)
        return x + h

    def attention(self, name: str, x: Tensor) -> Tensor:
        b, c, height, width = x.shape
        normed = self.norm(f"{name}.norm", x)
        q, k, v = (self.conv(f"{name}.{part}", normed).reshape(b, c, height * width) for part in "qkv")
        matrix = torch.softmax(torch.bmm(q.transpose(1, 2), k) * c**-0.5, dim=2)  # B×hw×hw: row = who looks
        out = torch.bmm(v, matrix.transpose(1, 2)).reshape(b, c, height, width)
        return x + self.conv(f"{name}.proj_out", out)

    def middle(self, name: str, x: Tensor) -> Tensor:
        x = self.attention(f"{name}.attn_1", self.residual(f"{name}.block_1", x))
        return self.residual(f"{name}.block_2", x)

    def blocks(self, name: str, x: Tensor) -> list[Tensor]:
        """The activations behind each residual block of a stage (and its attention, where it has one)."""
        kept = []
        for i in range(self._count(f"{name}.block.")):
            x = self.residual(f"{name}.block.{i}", x)
            if f"{name}.attn.{i}.q.weight" in self.state:
                x = self.attention(f"{name}.attn.{i}", x)
            kept.append(x)
        return kept

    def encode(self, x: Tensor) -> Tensor:
        """Image B×3×H×W in [-1, 1] → latents before quantization."""
        kept = [self.conv("encoder.conv_in", x, padding=1)]
        for level in range(self._count("encoder.down.")):
            stage = f"encoder.down.{level}"
            kept += self.blocks(stage, kept[-1])
            if f"{stage}.downsample.conv.weight" in self.state:
                padded = F.pad(kept[-1], (0, 1, 0, 1), mode="constant", value=0.0)
                kept.append(self.conv(f"{stage}.downsample.conv", padded, stride=2))
        x = self.middle("encoder.mid", kept[-1])
        x = self.conv("encoder.conv_out", swish(self.norm("encoder.norm_out", x)), padding=1)
        return self.conv("quant_conv", x)

    def nearest(self, z: Tensor) -> Tensor:
        """Codes B·h·w from all squared distances |z|² + |e|² − 2 z·e."""
        book = self.state["quantize.embedding.weight"]
        flat = z.permute(0, 2, 3, 1).reshape(-1, book.shape[1])
        return (flat.square().sum(1, keepdim=True) + book.square().sum(1) - 2 * flat @ book.t()).argmin(1)

    def quantize(self, z: Tensor, beta: float = 0.25, *, legacy: bool = True) -> tuple[Tensor, Tensor, Tensor]:
        """(entries with the straight-through gradient, codes, loss).

        The released code has β on the codebook term instead of the commitment term, and keeps it so by default
        ("legacy") for the sake of its published weights.
        """
        codes = self.nearest(z)
        entries = self.state["quantize.embedding.weight"][codes]
        b, d, h, w = z.shape
        entries = entries.reshape(b, h, w, d).permute(0, 3, 1, 2)
        commitment = ((entries.detach() - z) ** 2).mean()
        codebook = ((entries - z.detach()) ** 2).mean()
        loss = commitment + beta * codebook if legacy else beta * commitment + codebook
        return z + (entries - z).detach(), codes, loss

    def decode(self, z_q: Tensor) -> Tensor:
        """Quantized latents → image, not clipped."""
        x = self.middle("decoder.mid", self.conv("decoder.conv_in", self.conv("post_quant_conv", z_q), padding=1))
        for level in reversed(range(self._count("decoder.up."))):
            stage = f"decoder.up.{level}"
            x = self.blocks(stage, x)[-1]
            if f"{stage}.upsample.conv.weight" in self.state:
                x = F.interpolate(x, scale_factor=2.0, mode="nearest")
                x = self.conv(f"{stage}.upsample.conv", x, padding=1)
        return self.conv("decoder.conv_out", swish(self.norm("decoder.norm_out", x)), padding=1)

    def __call__(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Image → (reconstruction, codes, latents before quantization)."""
        z = self.encode(x)
        z_q, codes, _ = self.quantize(z)
        return self.decode(z_q), codes, z


def swish(x: Tensor) -> Tensor:
    return x * torch.sigmoid(x)


def discriminate(state: Mapping[str, Tensor], x: Tensor, *, training: bool) -> Tensor:
    """The patchGAN with three strided layers: conv 4×4, batch norm (not in the first), leaky ReLU of slope 0.2."""
    x = F.leaky_relu(F.conv2d(x, state["main.0.weight"], state["main.0.bias"], 2, 1), 0.2)
    for conv, stride in ((2, 2), (5, 2), (8, 1)):
        x = F.conv2d(x, state[f"main.{conv}.weight"], None, stride, 1)
        statistics = (state[f"main.{conv + 1}.running_mean"].clone(), state[f"main.{conv + 1}.running_var"].clone())
        weight, bias = state[f"main.{conv + 1}.weight"], state[f"main.{conv + 1}.bias"]
        x = F.leaky_relu(F.batch_norm(x, *statistics, weight, bias, training=training, eps=1e-5), 0.2)
    return F.conv2d(x, state["main.11.weight"], state["main.11.bias"], 1, 1)
