"""The compact patch network: what stands in for Inception and VGG where ImageNet weights are not at hand.

It is trained with the bundle by contrast: the same place on another normal board is the same (registered products), or
the same patch under small changes of light and position (free position); the same patch with a synthetic corruption,
and all other places, are different. Distances of its features therefore say little about normal variation and much
about what does not belong.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.neural.corruption import corrupt_box
from vqganodip.types import Box, Image, Map

__all__ = ["PATCH_INPUT", "CompactFeatures", "PatchNet", "PatchTrainingStep", "patch_batch", "train_patch_net"]

PATCH_INPUT: Final = 32
"""Side in pixels to which every patch is brought before the network sees it."""


class PatchNet(nn.Module):
    """Patches B×3×32×32 in [-1, 1] → unit vectors B×64. Its ``trunk`` also serves as perceptual features of images."""

    dimensions: Final = 64

    def __init__(self, width: int = 32) -> None:
        super().__init__()
        w = width
        self.trunk = nn.Sequential(
            nn.Conv2d(3, w, 3, padding=1),
            nn.SiLU(),
            nn.Conv2d(w, w, 3, stride=2, padding=1),
            nn.SiLU(),
            nn.Conv2d(w, 2 * w, 3, padding=1),
            nn.SiLU(),
            nn.Conv2d(2 * w, 2 * w, 3, stride=2, padding=1),
            nn.SiLU(),
        )
        self.head = nn.Sequential(
            nn.Conv2d(2 * w, 3 * w, 3, stride=2, padding=1),
            nn.SiLU(),
            nn.Conv2d(3 * w, 3 * w, 3, padding=1),
            nn.SiLU(),
            nn.AdaptiveAvgPool2d(2),
            nn.Flatten(),
            nn.Linear(12 * w, self.dimensions),
        )

    def forward(self, x: Tensor) -> Tensor:
        return F.normalize(self.head(self.trunk(x)).float(), dim=1)


@dataclass(frozen=True, slots=True)
class PatchTrainingStep:
    """Progress of the training: step, share of the budget used, loss, share of anchors that found their own place."""

    step: int
    share: float
    loss: float
    accuracy: float


def patch_batch(patches: Image | Sequence[Image]) -> Tensor:
    """uint8 patches of any size → float32 B×3×32×32 in [-1, 1], bilinear."""
    out = np.empty((len(patches), PATCH_INPUT, PATCH_INPUT, 3), np.uint8)
    for i, patch in enumerate(patches):
        out[i] = cv2.resize(patch, (PATCH_INPUT, PATCH_INPUT), interpolation=cv2.INTER_LINEAR)
    return torch.from_numpy(out).permute(0, 3, 1, 2).float().div_(127.5).sub_(1.0)


class CompactFeatures:
    """Patches → 64 features of the patch network, unit length. A FeatureExtractor."""

    name: Final = "compact"
    dimensions: Final = PatchNet.dimensions
    input_size: Final = PATCH_INPUT

    def __init__(self, net: PatchNet, batch: int = 256) -> None:
        self._net = net.eval()
        self._batch = batch

    @torch.inference_mode()
    def __call__(self, patches: Image | Sequence[Image]) -> Map:
        """uint8 B×S×S×3, or B arrays of mixed sizes → float32 B×64."""
        out = np.empty((len(patches), self.dimensions), np.float32)
        for start in range(0, len(patches), self._batch):
            x = patch_batch(patches[start : start + self._batch])
            with torch.autocast("cpu", torch.bfloat16):
                y = self._net(x.contiguous(memory_format=torch.channels_last))
            out[start : start + len(x)] = y.float().numpy()
        return out


def _jitter(patch: Image, rng: Generator) -> Image:
    """Small changes of light and sharpness that mean nothing."""
    x = patch.astype(np.float32) * rng.uniform(0.92, 1.08) + rng.normal(0, 5) + rng.normal(0, 2, 3)
    if rng.random() < 0.5:
        x = cv2.GaussianBlur(x, (0, 0), float(rng.uniform(0.3, 0.9)))
    return np.clip(x + rng.normal(0, 2, x.shape), 0, 255).astype(np.uint8)


def _cut(image: Image, box: Box, rng: Generator, reach: int = 1) -> Image:
    """The patch, up to ``reach`` pixels away."""
    dy, dx = rng.integers(-reach, reach + 1, 2)
    h, w = image.shape[:2]
    y = int(np.clip(box.y0 + dy, 0, h - box.height))
    x = int(np.clip(box.x0 + dx, 0, w - box.width))
    return image[y : y + box.height, x : x + box.width]


def _triplets(images: list[Image], count: int, fixed: bool, rng: Generator) -> tuple[list[Image], ...]:
    anchors, positives, negatives = [], [], []
    for _ in range(count):
        image = images[int(rng.integers(len(images)))]
        h, w = image.shape[:2]
        side = int(rng.integers(6, min(33, h, w)))
        y, x = int(rng.integers(0, h - side + 1)), int(rng.integers(0, w - side + 1))
        box = Box(x, y, x + side, y + side)
        other = images[int(rng.integers(len(images)))] if fixed else image
        anchors.append(_jitter(_cut(image, box, rng, 0), rng))
        positives.append(_jitter(_cut(other, box, rng), rng))
        negatives.append(_jitter(corrupt_box(image, box, rng), rng))
    return anchors, positives, negatives


def train_patch_net(
    images: list[Image], *, fixed: bool, seed: int, seconds: float | None = None, steps: int | None = None
) -> Iterator[PatchTrainingStep | PatchNet]:
    """Trains a patch network on normal images; yields progress, and the network last.

    Args:
        images: uint8 H×W×3, normal; all of one size and registered when ``fixed``.
        fixed: Whether the same place on another image shows the same thing.
        seed: Seeds weights and batches.
        seconds: Budget in seconds; or
        steps: budget in steps.
    """
    rng = np.random.default_rng(seed)
    torch.manual_seed(seed)
    net = PatchNet()
    optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=1e-4)
    start, step, share, batch, temperature = time.monotonic(), 0, 0.0, 64, 0.1
    while share < 1.0:
        for group in optimiser.param_groups:
            group["lr"] = 1e-3 * 0.5 * (1.0 + np.cos(np.pi * share)) + 1e-5
        a, p, n = (patch_batch(part) for part in _triplets(images, batch, fixed, rng))
        with torch.autocast("cpu", torch.bfloat16):
            features = net(torch.cat((a, p, n)).contiguous(memory_format=torch.channels_last))
        fa, fp, fn = features.chunk(3)
        own = torch.cat((fa @ fp.t(), (fa * fn).sum(1, keepdim=True)), 1) / temperature
        target = torch.arange(batch)
        loss = F.cross_entropy(own, target)
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        optimiser.step()
        step += 1
        share = step / steps if steps else (time.monotonic() - start) / (seconds or 1.0)
        yield PatchTrainingStep(step, min(share, 1.0), loss.item(), (own.argmax(1) == target).float().mean().item())
    yield net.eval()
