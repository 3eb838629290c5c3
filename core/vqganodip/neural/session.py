"""The networks of a bundle, loaded and ready: reconstruction and patch features of boards."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

import numpy as np
import torch
from safetensors import SafetensorError
from safetensors.torch import load as load_safetensors
from safetensors.torch import save as save_safetensors
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.errors import BundleError
from vqganodip.features import FeatureExtractor
from vqganodip.neural.discriminator import PatchDiscriminator, discriminator_of
from vqganodip.neural.imagenet import inception_features, vgg16_features
from vqganodip.neural.patch_features import CompactFeatures, PatchNet
from vqganodip.neural.vqgan import VQGAN
from vqganodip.records import Reconstruction
from vqganodip.settings import NetworkSettings
from vqganodip.types import Image

__all__ = ["NetworkSession", "network_bytes", "perceptual_features"]

_SMALLEST: Final = 32


def network_bytes(network: nn.Module) -> bytes:
    """The weights of a network as safetensors in float16: half the size, and finer than bfloat16, which computes."""
    state = {k: v.detach().half() if v.is_floating_point() else v.detach() for k, v in network.state_dict().items()}
    return save_safetensors({k: v.contiguous() for k, v in state.items()})


def perceptual_features(name: str, patch_net: PatchNet, imagenet: str | Path | None) -> nn.Module:
    """The network whose features the perceptual term compares: VGG-16's last layer, or the patch network's trunk."""
    if name == "vgg16":
        return vgg16_features(Path(imagenet) if imagenet else None)
    return patch_net.trunk


def _filled(network: nn.Module, data: bytes, role: str) -> nn.Module:
    try:
        network.load_state_dict(load_safetensors(data))
    except (SafetensorError, RuntimeError) as error:
        raise BundleError(
            f"the weights of {role} do not fit its network ({str(error).splitlines()[0]})",
            where=role,
            todo="Train the bundle again with this version.",
        ) from error
    for p in network.parameters():
        p.requires_grad_(False)
    return network.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


class NetworkSession:
    """A VQGAN with its discriminator, perceptual features and patch features, in evaluation mode."""

    def __init__(
        self, vqgan: VQGAN, discriminator: PatchDiscriminator, perceptual: nn.Module, extractor: FeatureExtractor
    ) -> None:
        self._vqgan = vqgan
        self._discriminator = discriminator
        self._perceptual = perceptual
        self._extractor = extractor

    @classmethod
    def from_weights(
        cls,
        net: NetworkSettings,
        weights: dict[str, bytes],
        *,
        patch_features: str,
        perceptual: str,
        imagenet: str | Path | None = None,
    ) -> NetworkSession:
        """Builds the networks and fills them from safetensors bytes.

        Raises:
            BundleError: Weights that do not fit.
            WeightsError: ImageNet weights are asked for and are not to be had.
        """
        latent = _latent_size(weights["vqgan"]) if net.position_channels else None
        vqgan, critic, patch_net = VQGAN(net, latent), discriminator_of(net), PatchNet()
        _filled(vqgan, weights["vqgan"], "vqgan")
        _filled(critic, weights["discriminator"], "discriminator")
        _filled(patch_net, weights["patch_net"], "patch_net")
        extractor: FeatureExtractor = CompactFeatures(patch_net)
        if patch_features == "inception_v3":
            extractor = inception_features(Path(imagenet) if imagenet else None)
        return cls(vqgan, critic, perceptual_features(perceptual, patch_net, imagenet), extractor)

    @property
    def extractor(self) -> FeatureExtractor:
        """Features of patches for the ranking of candidates."""
        return self._extractor

    @torch.inference_mode()
    def reconstruct(self, pixels: Image) -> Reconstruction:
        """Reconstructs uint8 H×W×3; sides that are no multiples of f are padded by repeating the edge."""
        height, width = pixels.shape[:2]
        x = self.to_input([pixels])
        with torch.autocast("cpu", torch.bfloat16):
            y, quantized, z = self._vqgan(x)
        y = y.float().clamp_(-1.0, 1.0)
        with torch.autocast("cpu", torch.bfloat16):
            realness = self._discriminator(torch.cat((x, y)))
            features = self._perceptual(torch.cat((x, y)))
        original, reconstruction = F.softplus(-realness.float()).flatten(1).mean(1).tolist()
        image = ((y[0, :, :height, :width] + 1.0) * 127.5).round_().to(torch.uint8).permute(1, 2, 0)
        return Reconstruction(
            pixels=np.ascontiguousarray(image.numpy()),
            latents=z[0].float().numpy(),
            quantization=float(quantized.commitment_loss),
            perceptual=float(F.mse_loss(features[0].float(), features[1].float())),
            gan_original=original,
            gan_reconstruction=reconstruction,
        )

    def to_input(self, images: Sequence[Image]) -> Tensor:
        """uint8 images of one size → float32 B×3×H'×W' in [-1, 1], padded to multiples of f, channels last."""
        f = self._vqgan.net.downsampling
        x = torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2).float().div_(127.5).sub_(1.0)
        bottom, right = (max(_SMALLEST, -(-side // f) * f) - side for side in x.shape[-2:])
        return F.pad(x, (0, right, 0, bottom), mode="replicate").contiguous(memory_format=torch.channels_last)


def _latent_size(data: bytes) -> tuple[int, int]:
    try:
        h, w = load_safetensors(data)["position"].shape[-2:]
    except (SafetensorError, KeyError, ValueError) as error:
        raise BundleError("the position map is missing", where="vqgan", todo="Train the bundle again.") from error
    return int(h), int(w)
