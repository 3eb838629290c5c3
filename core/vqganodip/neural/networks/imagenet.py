"""VGG-16 and Inception-v3 of torchvision with ImageNet weights, as the paper uses them.

The only file that imports torchvision. With a CPU build of torch, its wheel cannot load its compiled operators, and the
import fails with ``torchvision::nms does not exist``, although no model or transform used here needs them. The two
missing operators are therefore declared before the import, if they are missing.
"""

from __future__ import annotations

import hashlib
from pathlib import Path
from typing import Final

import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.detection.features import Patches
from vqganodip.errors import WeightsError, system_reason
from vqganodip.neural.networks.pretrained import WEIGHTS, PublishedWeights
from vqganodip.neural.pieces import in_pieces
from vqganodip.neural.precision import run_pass
from vqganodip.settings import Precision
from vqganodip.types import Levels, Map

__all__ = ["InceptionFeatures", "Vgg16Features", "inception_features", "inception_network", "vgg16_features"]

_MEAN: Final = (0.485, 0.456, 0.406)
_STD: Final = (0.229, 0.224, 0.225)
_BATCH: Final = 32
_DECLARED: list[torch.library.Library] = []


def _declare_missing_operators() -> None:
    if hasattr(torch.ops.torchvision, "nms"):
        return
    library = torch.library.Library("torchvision", "FRAGMENT")  # type: ignore[no-untyped-call]
    library.define("nms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")  # type: ignore[no-untyped-call]
    library.define("qnms(Tensor dets, Tensor scores, float iou_threshold) -> Tensor")  # type: ignore[no-untyped-call]
    _DECLARED.append(library)  # a garbage-collected library would remove its operators


def _state(weights: PublishedWeights, file: Path | None) -> dict[str, Tensor]:
    """Load the state dict from a file, or download it as torchvision does."""
    if file is None:
        try:
            return torch.hub.load_state_dict_from_url(weights.url, check_hash=True, weights_only=True, progress=False)
        except Exception as error:  # torch.hub raises whatever urllib, ssl or the file system raise
            raise WeightsError(
                "imagenet-not-downloaded",
                "the ImageNet weights of {name} cannot be downloaded ({error})",
                where=weights.url,
                todo="Download them elsewhere and give the folder with --imagenet-weights, or use {other}.",
                name=weights.name,
                error=str(error),
                other=weights.stand_in,
            ) from error
    try:
        data = file.read_bytes()
    except OSError as error:
        raise WeightsError(
            "imagenet-unreadable",
            "the weights cannot be read ({error})",
            where=file,
            todo="Put {file} there, or use {other}.",
            error=system_reason(error),
            file=weights.file_name,
            other=weights.stand_in,
        ) from error
    if not hashlib.sha256(data).hexdigest().startswith(weights.sha256_prefix):
        raise WeightsError(
            "imagenet-hash-differs",
            "this is not the published file of {name} (its hash differs)",
            where=file,
            todo="Download {file} again from {url}.",
            name=weights.name,
            file=weights.file_name,
            url=weights.url,
        )
    state = torch.load(file, map_location="cpu", weights_only=True)
    assert isinstance(state, dict)
    return state


def _normalise(x: Tensor) -> Tensor:
    """Convert images in [-1, 1] to ImageNet's normalisation."""
    mean = x.new_tensor(_MEAN).view(1, 3, 1, 1)
    std = x.new_tensor(_STD).view(1, 3, 1, 1)
    return ((x + 1.0) / 2.0 - mean) / std


class Vgg16Features(nn.Module):
    """Images B×3×H×W in [-1, 1] → the last feature layer of VGG-16, B×512×H/32×W/32 (paper section 3.1.1)."""

    def __init__(self, features: nn.Module) -> None:
        super().__init__()
        self.features = features

    def forward(self, x: Tensor) -> Tensor:
        return self.features(_normalise(x))  # type: ignore[no-any-return]


def vgg16_features(folder: Path | None = None, *, pretrained: bool = True) -> Vgg16Features:
    """Build the convolutional part of VGG-16, frozen.

    Args:
        folder: Folder of the published weight file; None downloads it as torchvision does.
        pretrained: False leaves the weights untrained, for tests of shapes and speed.
    """
    _declare_missing_operators()
    import torchvision

    net = torchvision.models.vgg16(weights=None)
    if pretrained:
        weights = WEIGHTS["vgg16"]
        net.load_state_dict(_state(weights, folder / weights.file_name if folder else None))
    frozen = Vgg16Features(net.features).eval()
    for p in frozen.parameters():
        p.requires_grad_(False)
    return frozen


class InceptionFeatures:
    """Feature extractor: patches → 2048 pool features of Inception-v3 at 299 px (Heusel et al. 2017)."""

    name: Final = "inception_v3"
    dimensions: Final = 2048
    input_size: Final = 299

    def __init__(self, net: nn.Module, precision: Precision = Precision.FLOAT32) -> None:
        self._net = net
        self._precision = precision

    @torch.no_grad()
    def __call__(self, patches: Patches) -> Map:
        """B×S×S×3, or B arrays of mixed sizes, uint8 or float32 in the same units → float32 B×2048."""
        out = np.empty((len(patches), self.dimensions), np.float32)

        def piece(index: int) -> None:
            rows = slice(index * _BATCH, (index + 1) * _BATCH)
            x = torch.stack([self._input(p) for p in patches[rows]]).contiguous(memory_format=torch.channels_last)
            out[rows] = self._net(x).float().numpy()

        run_pass(self._precision, lambda: in_pieces(piece, -(-len(patches) // _BATCH)))
        return out

    def _input(self, patch: Levels) -> Tensor:
        x = torch.from_numpy(np.ascontiguousarray(patch)).permute(2, 0, 1)[None].float().div_(127.5).sub_(1.0)
        side = (self.input_size, self.input_size)
        return _normalise(F.interpolate(x, size=side, mode="bilinear", align_corners=False))[0]


def inception_features(
    folder: Path | None = None, *, pretrained: bool = True, precision: Precision = Precision.FLOAT32
) -> InceptionFeatures:
    """Build a feature extractor from Inception-v3 without its classifier; arguments as for :func:`vgg16_features`."""
    net = inception_network(folder, pretrained=pretrained)
    return InceptionFeatures(net.to(memory_format=torch.channels_last), precision)  # type: ignore[call-overload]


def inception_network(folder: Path | None = None, *, pretrained: bool = False) -> nn.Module:
    """Build torchvision's Inception-v3 without its classifier: B×3×299×299 → B×2048 pool features."""
    _declare_missing_operators()
    import torchvision

    net = torchvision.models.inception_v3(weights=None, init_weights=False, aux_logits=True)
    if pretrained:
        weights = WEIGHTS["inception_v3"]
        net.load_state_dict(_state(weights, folder / weights.file_name if folder else None))
    net.fc = nn.Identity()
    return net.eval()  # type: ignore[no-any-return]
