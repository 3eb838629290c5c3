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

from vqganodip.detection.features import FeatureExtractor
from vqganodip.detection.segmentation_map import SEGMENTATION_CELL
from vqganodip.errors import BundleError
from vqganodip.neural.networks.discriminator import PatchDiscriminator, discriminator_of
from vqganodip.neural.networks.imagenet import inception_features, vgg16_features
from vqganodip.neural.networks.patch_features import CompactFeatures, PatchNet
from vqganodip.neural.networks.segmentation import SegmentationNet, filled, segmentation_inputs
from vqganodip.neural.networks.vqgan import VQGAN
from vqganodip.records import Reconstruction
from vqganodip.settings import NetworkSettings
from vqganodip.types import Image, Map

__all__ = ["NetworkSession", "for_inference", "network_bytes", "network_weights", "perceptual_features"]

_SMALLEST: Final = 32
_ROWS: Final = 32


def network_bytes(network: nn.Module) -> bytes:
    """The weights of a network as safetensors in float16: half the size, and finer than bfloat16, which computes."""
    state = {k: v.detach().half() if v.is_floating_point() else v.detach() for k, v in network.state_dict().items()}
    return save_safetensors({k: v.contiguous() for k, v in state.items()})


def network_weights(data: bytes, role: str) -> dict[str, Tensor]:
    """What :func:`network_bytes` wrote; BundleError when it is not that."""
    try:
        return load_safetensors(data)
    except SafetensorError as error:
        raise BundleError(
            f"the weights of {role} cannot be read", where=role, todo="Train the bundle again."
        ) from error


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
    return for_inference(network)


def _foreign_net(data: bytes) -> SegmentationNet:
    try:
        net = filled(load_safetensors(data))
    except (SafetensorError, KeyError, ValueError, IndexError, RuntimeError) as error:
        raise BundleError(
            f"the weights of foreign_net do not fit its network ({str(error).splitlines()[0]})",
            where="foreign_net",
            todo="Train the bundle again with this version.",
        ) from error
    for_inference(net)
    return net


def for_inference(network: nn.Module) -> nn.Module:
    """The network itself, frozen, channels last, the weights of its convolutions in bfloat16.

    Autocast rounds these weights on every call otherwise, to the same values. Norms, codebook and position map stay in
    float32. The network can only be called under autocast from then on.
    """
    for m in network.modules():
        if isinstance(m, nn.Conv2d | nn.Linear):
            m.to(torch.bfloat16)
    for p in network.parameters():
        p.requires_grad_(False)
    for m in network.modules():
        if isinstance(m, nn.SiLU):
            m.inplace = True
    return network.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


class NetworkSession:
    """A VQGAN with its discriminator, perceptual features and patch features, in evaluation mode."""

    def __init__(
        self,
        vqgan: VQGAN,
        discriminator: PatchDiscriminator,
        perceptual: nn.Module,
        extractor: FeatureExtractor,
        foreign_net: SegmentationNet | None = None,
    ) -> None:
        self._vqgan = vqgan
        self._discriminator = discriminator
        self._perceptual = perceptual
        self._extractor = extractor
        self._foreign_net = foreign_net

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
        latent = _position_size(weights["vqgan"], "vqgan") if net.position_channels else None
        vqgan, critic, patch_net = VQGAN(net, latent), discriminator_of(net), PatchNet()
        _filled(vqgan, weights["vqgan"], "vqgan")
        _filled(critic, weights["discriminator"], "discriminator")
        _filled(patch_net, weights["patch_net"], "patch_net")
        extractor: FeatureExtractor = CompactFeatures(patch_net)
        if patch_features == "inception_v3":
            extractor = inception_features(Path(imagenet) if imagenet else None)
        foreign_net = None
        if "foreign_net" in weights:
            foreign_net = _foreign_net(weights["foreign_net"])
        features = perceptual_features(perceptual, patch_net, imagenet)
        return cls(vqgan, critic, features, extractor, foreign_net)

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
        original, reconstruction = (float(F.softplus(-self._judged(image)).mean()) for image in (x, y))
        image = ((y[0, :, :height, :width] + 1.0) * 127.5).round_().to(torch.uint8).permute(1, 2, 0)
        return Reconstruction(
            pixels=np.ascontiguousarray(image.numpy()),
            latents=z[0].float().numpy(),
            quantization=float(quantized.commitment_loss),
            perceptual=self._apart(x, y),
            gan_original=original,
            gan_reconstruction=reconstruction,
        )

    def _judged(self, image: Tensor) -> Tensor:
        with torch.autocast("cpu", torch.bfloat16):
            return self._discriminator(image).float()  # type: ignore[no-any-return]

    def _apart(self, x: Tensor, y: Tensor) -> float:
        """Mean squared difference of the perceptual features, a few rows at a time: they are the largest tensors."""
        with torch.autocast("cpu", torch.bfloat16):
            a, b = self._perceptual(x), self._perceptual(y)
        parts = zip(a.split(_ROWS, 2), b.split(_ROWS, 2), strict=True)
        total = sum(float((p.float() - q.float()).square_().sum()) for p, q in parts)
        return float(total / a.numel())

    @torch.inference_mode()
    def foreign(self, pixels: Image, deviation: Map, known: Map, looks: int = 1) -> Map | None:
        """Log odds of each cell of 4 px that it is foreign, float32 h×w; None without a foreign network.

        A second look has the limits of its cells in the middle of those of the first; the higher odds count.
        """
        if self._foreign_net is None:
            return None
        odds = self._looked(self._foreign_net, pixels, deviation, known)
        if looks == 2:
            again = self._looked(self._foreign_net, *(_moved_half_a_cell(v) for v in (pixels, deviation, known)))
            np.maximum(odds, again, out=odds)
        return odds

    @staticmethod
    def _looked(net: SegmentationNet, pixels: Image | Map, deviation: Map, known: Map) -> Map:
        with torch.autocast("cpu", torch.bfloat16):
            odds = net(*segmentation_inputs(pixels, deviation, known))
        return np.ascontiguousarray(odds[0, 0].float().numpy())

    def to_input(self, images: Sequence[Image]) -> Tensor:
        """uint8 images of one size → float32 B×3×H'×W' in [-1, 1], padded to multiples of f, channels last."""
        f = self._vqgan.net.downsampling
        x = torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2).float().div_(127.5).sub_(1.0)
        bottom, right = (max(_SMALLEST, -(-side // f) * f) - side for side in x.shape[-2:])
        return F.pad(x, (0, right, 0, bottom), mode="replicate").contiguous(memory_format=torch.channels_last)


def _moved_half_a_cell(values: Image | Map) -> Map:
    """The board two pixels further down and right, its edges repeated; same size."""
    half = SEGMENTATION_CELL // 2
    moved = np.pad(values, ((half, 0), (half, 0), (0, 0)), mode="edge")
    return np.asarray(moved[: values.shape[0], : values.shape[1]], np.float32)


def _position_size(data: bytes, role: str) -> tuple[int, int]:
    try:
        h, w = load_safetensors(data)["position"].shape[-2:]
    except (SafetensorError, KeyError, ValueError) as error:
        raise BundleError("the position map is missing", where=role, todo="Train the bundle again.") from error
    return int(h), int(w)
