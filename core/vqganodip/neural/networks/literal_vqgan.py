"""Reference implementation of the VQGAN and its discriminator as Esser et al. (2021) describe them.

Plain torch functions of a state dict in float32: every activation is a new tensor, the encoder keeps the list of all
its activations, and attention stores its whole matrix. The engine's networks are compared with it; they must give the
same values, faster.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from vqganodip.types import Image

__all__ = ["LiteralVqgan", "discriminate", "literal_inception", "literal_networks", "swish"]

_GROUPS: Final = 32
_EPS: Final = 1e-6


class LiteralVqgan:
    """Encoder, quantizer and decoder under the names of the original implementation."""

    def __init__(self, state: Mapping[str, Tensor]) -> None:
        self.state = state

    def _count(self, prefix: str) -> int:
        """Return the number of weights whose name is the prefix and an index."""
        return len({name[len(prefix) :].split(".")[0] for name in self.state if name.startswith(prefix)})

    def conv(self, name: str, x: Tensor, stride: int = 1, padding: int = 0) -> Tensor:
        return F.conv2d(x, self.state[f"{name}.weight"], self.state[f"{name}.bias"], stride, padding)

    def norm(self, name: str, x: Tensor) -> Tensor:
        return F.group_norm(x, _GROUPS, self.state[f"{name}.weight"], self.state[f"{name}.bias"], _EPS)

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
        matrix = torch.softmax(torch.bmm(q.transpose(1, 2), k) * c**-0.5, dim=2)  # B×hw×hw: a row per query position
        out = torch.bmm(v, matrix.transpose(1, 2)).reshape(b, c, height, width)
        return x + self.conv(f"{name}.proj_out", out)

    def middle(self, name: str, x: Tensor) -> Tensor:
        x = self.attention(f"{name}.attn_1", self.residual(f"{name}.block_1", x))
        return self.residual(f"{name}.block_2", x)

    def blocks(self, name: str, x: Tensor) -> list[Tensor]:
        """Activations after each residual block of a stage and its attention, if it has one."""
        activations = []
        for i in range(self._count(f"{name}.block.")):
            x = self.residual(f"{name}.block.{i}", x)
            if f"{name}.attn.{i}.q.weight" in self.state:
                x = self.attention(f"{name}.attn.{i}", x)
            activations.append(x)
        return activations

    def encode(self, x: Tensor) -> Tensor:
        """Image B×3×H×W in [-1, 1] → latents before quantization."""
        activations = [self.conv("encoder.conv_in", x, padding=1)]
        for level in range(self._count("encoder.down.")):
            stage = f"encoder.down.{level}"
            activations += self.blocks(stage, activations[-1])
            if f"{stage}.downsample.conv.weight" in self.state:
                padded = F.pad(activations[-1], (0, 1, 0, 1), mode="constant", value=0.0)
                activations.append(self.conv(f"{stage}.downsample.conv", padded, stride=2))
        x = self.middle("encoder.mid", activations[-1])
        x = self.conv("encoder.conv_out", swish(self.norm("encoder.norm_out", x)), padding=1)
        return self.conv("quant_conv", x)

    def nearest(self, z: Tensor) -> Tensor:
        """Codes B·h·w from all squared distances |z|² + |e|² − 2 z·e."""
        book = self.state["quantize.embedding.weight"]
        flat = z.permute(0, 2, 3, 1).reshape(-1, book.shape[1])
        return (flat.square().sum(1, keepdim=True) + book.square().sum(1) - 2 * flat @ book.t()).argmin(1)

    def quantize(self, z: Tensor, beta: float = 0.25, *, legacy: bool = True) -> tuple[Tensor, Tensor, Tensor]:
        """Return (entries with the straight-through gradient, codes, loss).

        The released code has β on the codebook term instead of the commitment term and keeps this default ("legacy")
        for compatibility with its published weights.
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
    """x · sigmoid(x)."""
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


def literal_networks(pixels: Image) -> Callable[[], None]:
    """Build the networks of the paper with untrained weights (VQGAN, patchGAN, VGG-16) for one board.

    Args:
        pixels: uint8 H×W×3, sides multiples of 16.
    """
    from vqganodip.neural.networks.discriminator import PatchDiscriminator
    from vqganodip.neural.networks.imagenet import vgg16_features
    from vqganodip.neural.networks.vqgan import VQGAN
    from vqganodip.presets import PRESETS

    vqgan = LiteralVqgan(VQGAN(PRESETS["paper"].network).state_dict())
    critic, vgg = PatchDiscriminator().state_dict(), vgg16_features(pretrained=False)
    x = torch.from_numpy(pixels).permute(2, 0, 1)[None].float().div_(127.5).sub_(1.0).contiguous()

    def run() -> None:
        with torch.no_grad():
            y = vqgan(x)[0]
            for image in (x, y):
                discriminate(critic, image, training=False)
                vgg(image)

    return run


def literal_inception() -> Callable[[Image], Tensor]:
    """Prepare an untrained Inception-v3 with one call per patch at 299 px, float32: uint8 h×w×3 → 2048 features."""
    from vqganodip.neural.networks.imagenet import inception_network

    net = inception_network()

    def features(patch: Image) -> Tensor:
        x = torch.from_numpy(np.ascontiguousarray(patch)).permute(2, 0, 1)[None].float().div_(127.5).sub_(1.0)
        with torch.no_grad():
            return net(F.interpolate(x, size=(299, 299), mode="bilinear", align_corners=False))[0]  # type: ignore[no-any-return]

    return features
