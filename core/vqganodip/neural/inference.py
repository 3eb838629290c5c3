"""The networks of a bundle in evaluation mode: reconstruction, patch features and anomaly segmentation of boards."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
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
from vqganodip.detection.normal_features import NormalFeatures
from vqganodip.detection.place_statistics import ProductStatistics
from vqganodip.detection.segmentation_map import SEGMENTATION_CELL
from vqganodip.errors import BundleError
from vqganodip.neural.board_maps import BoardMaps, board_maps, general_inputs
from vqganodip.neural.feature_distances import distance_maps
from vqganodip.neural.networks.discriminator import PatchDiscriminator, discriminator_of
from vqganodip.neural.networks.efficientnet_lite import EfficientNetLite, efficientnet_lite
from vqganodip.neural.networks.general_segmentation import GeneralSegmentationNet, general_network_from
from vqganodip.neural.networks.imagenet import inception_features, vgg16_features
from vqganodip.neural.networks.patch_features import CompactFeatures, PatchNet
from vqganodip.neural.networks.segmentation import SegmentationNet, network_from, segmentation_inputs
from vqganodip.neural.networks.vqgan import VQGAN
from vqganodip.neural.pieces import in_pieces
from vqganodip.neural.precision import run_pass
from vqganodip.neural.strips import split_in_strips
from vqganodip.records import Reconstruction
from vqganodip.settings import NetworkSettings, Precision
from vqganodip.types import Image, Map

__all__ = [
    "NetworkSession",
    "SegmentationSession",
    "for_inference",
    "is_general",
    "network_bytes",
    "network_weights",
    "perceptual_features",
]

_SMALLEST: Final = 32
_ROWS: Final = 32


def network_bytes(network: nn.Module) -> bytes:
    """Serialise the weights of a network as safetensors in float16, which is finer than bfloat16."""
    state = {k: v.detach().half() if v.is_floating_point() else v.detach() for k, v in network.state_dict().items()}
    return save_safetensors({k: v.contiguous() for k, v in state.items()})


def network_weights(data: bytes, role: str) -> dict[str, Tensor]:
    """Deserialise the weights that :func:`network_bytes` wrote; BundleError if they cannot be read."""
    try:
        return load_safetensors(data)
    except SafetensorError as error:
        raise BundleError(
            "network-weights-unreadable",
            "the weights of {name} cannot be read",
            where=role,
            todo="Train the bundle again.",
            name=role,
        ) from error


def perceptual_features(name: str, patch_net: PatchNet, imagenet: str | Path | None) -> nn.Module:
    """Return the network for the perceptual term: VGG-16 up to its last layer, or the patch network's trunk."""
    if name == "vgg16":
        return vgg16_features(Path(imagenet) if imagenet else None)
    return patch_net.trunk


def _load_weights(network: nn.Module, data: bytes, role: str, precision: Precision) -> nn.Module:
    try:
        network.load_state_dict(load_safetensors(data))
    except (SafetensorError, RuntimeError) as error:
        raise BundleError(
            "network-weights-unfit",
            "the weights of {name} do not fit its network ({error})",
            where=role,
            todo="Train the bundle again with this version.",
            name=role,
            error=str(error).splitlines()[0],
        ) from error
    return for_inference(network, precision)


def is_general(weights: Mapping[str, Tensor]) -> bool:
    """Return True for weights of the general segmentation network or one that started from it."""
    return "position" not in weights


def _segmentation_net(data: bytes, precision: Precision) -> SegmentationNet | GeneralSegmentationNet:
    try:
        weights = load_safetensors(data)
        net = general_network_from(weights) if is_general(weights) else network_from(weights)
    except (SafetensorError, KeyError, ValueError, IndexError, RuntimeError) as error:
        raise BundleError(
            "segmentation-weights-unfit",
            "the weights of foreign_net do not fit its network ({error})",
            where="foreign_net",
            todo="Train the bundle again with this version.",
            error=str(error).splitlines()[0],
        ) from error
    for_inference(net, precision)
    return net


def for_inference(network: nn.Module, precision: Precision = Precision.FLOAT32) -> nn.Module:
    """Freeze a network in place, channels last, for inference in a precision.

    In float32 its convolutions compute fixed strips (``neural/strips.py``). In bfloat16 their weights are rounded now,
    since autocast would round them to the same values on every call; norms, codebook and position map stay in float32,
    and the network can only be called under autocast afterwards.
    """
    for m in network.modules():
        if precision is Precision.BFLOAT16 and isinstance(m, nn.Conv2d | nn.Linear):
            m.to(torch.bfloat16)
        if isinstance(m, nn.SiLU):
            m.inplace = True
    for p in network.parameters():
        p.requires_grad_(False)
    network.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    if precision is Precision.FLOAT32:
        split_in_strips(network.float())
    return network


class SegmentationSession:
    """A segmentation network, with the frozen features that one that knows boards in general needs."""

    def __init__(
        self,
        segmentation_net: SegmentationNet | GeneralSegmentationNet | None,
        precision: Precision = Precision.FLOAT32,
        averaged: SegmentationNet | GeneralSegmentationNet | None = None,
    ) -> None:
        self._precision = precision
        self._segmentation_net = segmentation_net
        self._averaged = averaged if isinstance(averaged, GeneralSegmentationNet) else None
        self._features: EfficientNetLite | None = None
        if isinstance(segmentation_net, GeneralSegmentationNet):
            self._features = efficientnet_lite()
            for_inference(self._features, precision)
        self._distance_features = self._features if precision is Precision.FLOAT32 else None

    @classmethod
    def from_bytes(
        cls, data: bytes, precision: Precision = Precision.FLOAT32, *, averaged: bytes | None = None
    ) -> SegmentationSession:
        """Build the network from safetensors bytes; BundleError if they do not fit.

        Args:
            data: The network.
            precision: Arithmetic of the inference.
            averaged: The general network whose log odds are averaged with its own.
        """
        general = None if averaged is None else _segmentation_net(averaged, precision)
        return SegmentationSession(_segmentation_net(data, precision), precision, general)

    @torch.inference_mode()
    def segment(self, pixels: Image, deviation: Map, statistics: Map, passes: int = 1) -> Map | None:
        """Log odds that each cell of 4 px is anomalous, float32 h×w; None without a segmentation network.

        The second pass is shifted by half a cell; the higher odds count.
        """
        net = self._segmentation_net
        if not isinstance(net, SegmentationNet):
            return None
        odds = self._log_odds(net, pixels, deviation, statistics)
        if passes == 2:
            shifted = [_shifted_half_a_cell(values) for values in (pixels, deviation, statistics)]
            np.maximum(odds, self._log_odds(net, *shifted), out=odds)
        return odds

    @torch.inference_mode()
    def maps(self, pixels: Image) -> BoardMaps:
        """Features and texture of a registered board, uint8 H×W×3, for a network that knows boards in general."""
        features = self._features
        if features is None:
            raise ValueError("this network uses no features")
        return run_pass(self._precision, lambda: board_maps(pixels, features))

    @torch.inference_mode()
    def segment_product(self, pixels: Image, about: ProductStatistics) -> Map | None:
        """Log odds as for :meth:`segment`, of a network that knows boards in general; None without such a network."""
        return self.segment_maps(pixels, about, self.maps(pixels)) if self._features is not None else None

    @torch.inference_mode()
    def segment_maps(self, pixels: Image, about: ProductStatistics, maps: BoardMaps) -> Map:
        """Log odds as for :meth:`segment_product`, from the maps of the board.

        Where the network is averaged with the general one, the mean of their log odds.
        """
        net = self._segmentation_net
        if not isinstance(net, GeneralSegmentationNet):
            raise ValueError("this network does not know boards in general")
        inputs, general = general_inputs(pixels, about, maps), self._averaged
        odds = run_pass(self._precision, lambda: net(inputs)).float()
        if general is not None:
            odds = (odds + run_pass(self._precision, lambda: general(inputs)).float()) / 2
        return np.ascontiguousarray(odds[0, 0].numpy())

    def feature_distances(self, pixels: Image, normal: NormalFeatures) -> dict[str, Map]:
        """Measure the distances of a board on the working grid to the features of normal images, by name of the map."""
        if self._distance_features is None:
            self._distance_features = efficientnet_lite()
            for_inference(self._distance_features)
        return distance_maps(pixels, self._distance_features, normal)

    def _log_odds(self, net: SegmentationNet, pixels: Image | Map, deviation: Map, statistics: Map) -> Map:
        odds = run_pass(self._precision, lambda: net(*segmentation_inputs(pixels, deviation, statistics)))
        return np.ascontiguousarray(odds[0, 0].float().numpy())


class NetworkSession(SegmentationSession):
    """A VQGAN with its discriminator, perceptual features, patch features and segmentation network."""

    def __init__(
        self,
        vqgan: VQGAN,
        discriminator: PatchDiscriminator,
        perceptual: nn.Module,
        extractor: FeatureExtractor,
        segmentation_net: SegmentationNet | GeneralSegmentationNet | None = None,
        precision: Precision = Precision.FLOAT32,
        averaged: SegmentationNet | GeneralSegmentationNet | None = None,
    ) -> None:
        super().__init__(segmentation_net, precision, averaged)
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
        precision: Precision = Precision.FLOAT32,
    ) -> NetworkSession:
        """Build the networks and load their weights from safetensors bytes; inference computes in ``precision``.

        Raises:
            BundleError: Weights that do not fit.
            WeightsError: ImageNet weights are needed and cannot be read or downloaded.
        """
        latent = _position_size(weights["vqgan"]) if net.position_channels else None
        vqgan, critic, patch_net = VQGAN(net, latent), discriminator_of(net), PatchNet()
        _load_weights(vqgan, weights["vqgan"], "vqgan", precision)
        _load_weights(critic, weights["discriminator"], "discriminator", precision)
        _load_weights(patch_net, weights["patch_net"], "patch_net", precision)
        extractor: FeatureExtractor = CompactFeatures(patch_net, precision)
        if patch_features == "inception_v3":
            extractor = inception_features(Path(imagenet) if imagenet else None, precision=precision)
        segmentation_net = None
        if "foreign_net" in weights:
            segmentation_net = _segmentation_net(weights["foreign_net"], precision)
        averaged = _segmentation_net(weights["averaged"], precision) if "averaged" in weights else None
        features = perceptual_features(perceptual, patch_net, imagenet)
        if perceptual == "vgg16" and precision is Precision.FLOAT32:
            for_inference(features, precision)
        return cls(vqgan, critic, features, extractor, segmentation_net, precision, averaged)

    @property
    def extractor(self) -> FeatureExtractor:
        """Extractor of patch features, which rank the candidates."""
        return self._extractor

    @torch.inference_mode()
    def reconstruct(self, pixels: Image, *, measures: bool = True) -> Reconstruction:
        """Reconstruct a board.

        Args:
            pixels: uint8 H×W×3; sides that are not multiples of f are padded by repeating the edge.
            measures: True to measure with perceptual features and critic, which takes longer than the reconstruction.
        """
        if self._precision is Precision.FLOAT32:
            return run_pass(self._precision, lambda: self._reconstruct(pixels, measures))
        return self._reconstruct(pixels, measures)  # not all of it under autocast

    def _reconstruct(self, pixels: Image, measures: bool) -> Reconstruction:
        height, width = pixels.shape[:2]
        x = self.to_input([pixels])
        y, quantized, z = run_pass(self._precision, lambda: self._vqgan(x))
        y = y.float().clamp_(-1.0, 1.0)
        critic = self._critic_losses(x, y) if measures else (None, None)
        levels = ((y[0, :, :height, :width] + 1.0) * 127.5).permute(1, 2, 0)
        rounded = np.ascontiguousarray(levels.round().to(torch.uint8).numpy())
        exact = self._precision is Precision.FLOAT32
        return Reconstruction(
            pixels=rounded,
            levels=np.ascontiguousarray(levels.numpy()) if exact else rounded,
            latents=z[0].float().numpy(),
            quantization=float(quantized.commitment_loss),
            perceptual=self._perceptual_distance(x, y) if measures else None,
            gan_original=critic[0],
            gan_reconstruction=critic[1],
        )

    def _critic_losses(self, x: Tensor, y: Tensor) -> tuple[float, float]:
        """Mean loss of original and reconstruction taken for real."""
        original, reconstruction = (float(F.softplus(-self._discriminator_logits(image)).mean()) for image in (x, y))
        return original, reconstruction

    def _discriminator_logits(self, image: Tensor) -> Tensor:
        return run_pass(self._precision, lambda: self._discriminator(image)).float()  # type: ignore[no-any-return]

    def _perceptual_distance(self, x: Tensor, y: Tensor) -> float:
        """Mean squared difference of the perceptual features, computed in strips of rows to bound the memory."""
        a, b = run_pass(self._precision, lambda: (self._perceptual(x), self._perceptual(y)))
        parts = list(zip(a.split(_ROWS, 2), b.split(_ROWS, 2), strict=True))
        totals = [0.0] * len(parts)

        def piece(index: int) -> None:
            p, q = parts[index]
            totals[index] = float((p.float() - q.float()).square_().sum())

        in_pieces(piece, len(parts))
        return float(sum(totals) / a.numel())

    def to_input(self, images: Sequence[Image]) -> Tensor:
        """Convert uint8 images of one size to float32 B×3×H'×W' in [-1, 1], padded to multiples of f, channels last."""
        f = self._vqgan.net.downsampling
        x = torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2).float().div_(127.5).sub_(1.0)
        bottom, right = (max(_SMALLEST, -(-side // f) * f) - side for side in x.shape[-2:])
        return F.pad(x, (0, right, 0, bottom), mode="replicate").contiguous(memory_format=torch.channels_last)


def _shifted_half_a_cell(values: Image | Map) -> Map:
    """Shift a board by half a cell down and right, repeating its edges; the size stays the same."""
    half = SEGMENTATION_CELL // 2
    moved = np.pad(values, ((half, 0), (half, 0), (0, 0)), mode="edge")
    return np.asarray(moved[: values.shape[0], : values.shape[1]], np.float32)


def _position_size(data: bytes) -> tuple[int, int]:
    try:
        h, w = load_safetensors(data)["position"].shape[-2:]
    except (SafetensorError, KeyError, ValueError) as error:
        raise BundleError(
            "network-position-map-missing", "the position map is missing", where="vqgan", todo="Train the bundle again."
        ) from error
    return int(h), int(w)
