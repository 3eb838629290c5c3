"""Trainer of the patch feature network."""

from __future__ import annotations

import time
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Final

import cv2
import numpy as np
import torch
from numpy.random import Generator
from torch.nn import functional as F

from vqganodip.neural.networks.patch_features import PatchNet, patch_batch
from vqganodip.neural.precision import has_bfloat16
from vqganodip.neural.trainers.checkpoint import generator_from_text, generator_text
from vqganodip.neural.trainers.run_folder import RunFolder
from vqganodip.neural.trainers.synthetic_anomalies import anomalous_patch
from vqganodip.types import Box, Image

__all__ = ["PATCH_STAGE", "PatchTrainingStep", "train_patch_net"]


PATCH_STAGE: Final = "patch_features"
"""The section of a checkpoint that holds the training of the patch network, or the trained one."""

_BATCH: Final = 64
_TEMPERATURE: Final = 0.1


@dataclass(frozen=True, slots=True)
class PatchTrainingStep:
    """Progress of the training: step, share of the budget used, loss, share of anchors nearest to their positives."""

    step: int
    share: float
    loss: float
    accuracy: float


def _jitter(patch: Image, rng: Generator) -> Image:
    """Apply small changes of light and sharpness, which are normal."""
    x = patch.astype(np.float32) * rng.uniform(0.92, 1.08) + rng.normal(0, 5) + rng.normal(0, 2, 3)
    if rng.random() < 0.5:
        x = cv2.GaussianBlur(x, (0, 0), float(rng.uniform(0.3, 0.9)))
    return np.clip(x + rng.normal(0, 2, x.shape), 0, 255).astype(np.uint8)


def _cut(image: Image, box: Box, rng: Generator, reach: int = 1) -> Image:
    """Cut a patch, displaced by up to ``reach`` pixels."""
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
        side = int(rng.integers(4, min(25, h, w)))
        y, x = int(rng.integers(0, h - side + 1)), int(rng.integers(0, w - side + 1))
        box = Box(x, y, x + side, y + side)
        other = images[int(rng.integers(len(images)))] if fixed else image
        anchors.append(_jitter(_cut(image, box, rng, 0), rng))
        positives.append(_jitter(_cut(other, box, rng), rng))
        negatives.append(_jitter(anomalous_patch(image, box, rng), rng))
    return anchors, positives, negatives


def train_patch_net(
    images: list[Image],
    *,
    fixed: bool,
    seed: int,
    seconds: float | None = None,
    steps: int | None = None,
    run: RunFolder | None = None,
) -> Iterator[PatchTrainingStep | PatchNet]:
    """Train a patch network on normal images; yields progress, and the network last.

    Args:
        images: uint8 H×W×3, normal; all of one size and registered if ``fixed``.
        fixed: True if the same place on another image shows the same thing.
        seed: Seeds weights and batches.
        seconds: Budget in seconds.
        steps: Budget in steps, instead of seconds.
        run: Run folder for checkpoints; training resumes from the one in it.
    """
    torch.manual_seed(seed)
    training = _Training(PatchNet(), np.random.default_rng(seed))
    if run is not None and PATCH_STAGE in run.sections:
        training.load(run.sections[PATCH_STAGE])
    start = time.monotonic() - training.seconds
    low = has_bfloat16("cpu")
    while training.share < 1.0:
        loss, accuracy = training.learn(_triplets(images, _BATCH, fixed, training.rng), low)
        training.seconds = time.monotonic() - start
        training.share = min(training.step / steps if steps else training.seconds / (seconds or 1.0), 1.0)
        if run is not None and (training.share >= 1.0 or run.checkpoints.due()):
            run.save(0, **{PATCH_STAGE: training.state()})
        yield PatchTrainingStep(training.step, training.share, loss, accuracy)
    yield training.net.eval()


class _Training:
    """The patch network in training with its optimiser and progress."""

    def __init__(self, net: PatchNet, rng: Generator) -> None:
        self.net, self.rng = net, rng
        self.step, self.seconds, self.share = 0, 0.0, 0.0
        self._optimiser = torch.optim.AdamW(net.parameters(), lr=1e-3, weight_decay=1e-4)

    def learn(self, triplets: tuple[list[Image], ...], low: bool) -> tuple[float, float]:
        """Take one step; returns the loss and the share of anchors nearest to their positives."""
        for group in self._optimiser.param_groups:
            group["lr"] = float(1e-3 * 0.5 * (1.0 + np.cos(np.pi * self.share)) + 1e-5)
        a, p, n = (patch_batch(part) for part in triplets)
        with torch.autocast("cpu", torch.bfloat16, enabled=low):
            features = self.net(torch.cat((a, p, n)).contiguous(memory_format=torch.channels_last))
        fa, fp, fn = features.chunk(3)
        own = torch.cat((fa @ fp.t(), (fa * fn).sum(1, keepdim=True)), 1) / _TEMPERATURE
        target = torch.arange(_BATCH)
        loss = F.cross_entropy(own, target)
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        self._optimiser.step()
        self.step += 1
        return loss.item(), (own.argmax(1) == target).float().mean().item()

    def state(self) -> dict[str, Any]:
        """Return the state for :meth:`load`."""
        return {
            "net": self.net.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "rng": generator_text(self.rng),
            "step": self.step,
            "seconds": self.seconds,
            "share": self.share,
        }

    def load(self, state: dict[str, Any]) -> None:
        """Restore a state; training then continues with identical bits."""
        self.net.load_state_dict(state["net"])
        self._optimiser.load_state_dict(state["optimiser"])
        self.rng = generator_from_text(state["rng"])
        self.step, self.seconds, self.share = state["step"], state["seconds"], state["share"]
