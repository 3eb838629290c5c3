"""Batches of training images, cropped, augmented and with synthetic anomalies, prepared ahead of the training step.

Every sample has its own random generator, seeded by the seed and the sample's number. Samples are therefore independent
of threads and of their distribution over batches, accumulated batches and devices; to resume, a training only needs the
number of samples it has used.
"""

from __future__ import annotations

from collections import deque
from collections.abc import Sequence
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass

import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor

from vqganodip.errors import TrainingError
from vqganodip.neural.networks.vqgan import Place
from vqganodip.neural.trainers.synthetic_anomalies import add_anomalies
from vqganodip.settings import NetworkSettings, TrainingSettings
from vqganodip.types import Image

__all__ = ["Batch", "BatchSource", "Shard", "draw_batch", "padded", "prepared_images", "to_tensor"]


@dataclass(frozen=True, slots=True)
class Batch:
    """Inputs and targets B×3×H×W in [-1, 1], and the positions of crops on the grid of latents."""

    inputs: Tensor
    targets: Tensor
    places: list[Place]


def to_tensor(images: Sequence[Image]) -> Tensor:
    """Convert uint8 H×W×3 images of one size to float32 B×3×H×W in [-1, 1], channels last."""
    x = np.stack(images).astype(np.float32)  # numpy, because torch would start a thread pool in each worker thread
    x /= 127.5
    x -= 1.0
    return torch.from_numpy(x).permute(0, 3, 1, 2)


def padded(image: Image, height: int, width: int) -> Image:
    """Pad an image to the given size by repeating its last row and column."""
    h, w = image.shape[:2]
    if h >= height and w >= width:
        return image
    return np.asarray(np.pad(image, ((0, max(0, height - h)), (0, max(0, width - w)), (0, 0)), mode="edge"), np.uint8)


def prepared_images(images: Sequence[Image], net: NetworkSettings, s: TrainingSettings) -> list[Image]:
    """Pad whole images to multiples of f, or small images to the crop size; TrainingError if sizes do not fit."""
    f = net.downsampling
    if not images:
        raise TrainingError(
            "training-no-images", "there are no images to train on", todo="Give at least two normal images."
        )
    if s.crop % f:
        raise TrainingError(
            "training-crop-size",
            "crops of {crop} px are not a multiple of {factor}",
            todo="Use a multiple of {factor}.",
            crop=s.crop,
            factor=f,
        )
    if s.crop and not net.position_channels:
        return [padded(image, s.crop, s.crop) for image in images]
    if len({image.shape for image in images}) > 1:
        raise TrainingError(
            "training-image-sizes-differ",
            "the images differ in size, so they cannot be trained whole or by position",
            todo="Register them to one reference board, or train on crops (preset robust does).",
        )
    height, width = (max(32, -(-side // f) * f) for side in images[0].shape[:2])
    return [padded(image, height, width) for image in images]


def _crop(image: Image, side: int, step: int, rng: Generator) -> tuple[Image, Place]:
    """Cut a crop, at most as large as the image, at a multiple of ``step``; returns it with its position in steps."""
    height, width = min(side, image.shape[0]), min(side, image.shape[1])
    row = int(rng.integers(0, (image.shape[0] - height) // step + 1))
    column = int(rng.integers(0, (image.shape[1] - width) // step + 1))
    y, x = row * step, column * step
    return image[y : y + height, x : x + width], (row, column)


def _flipped(image: Image, rng: Generator) -> Image:
    out = np.rot90(image, int(rng.integers(4)))
    out = out[:, ::-1] if rng.random() < 0.5 else out
    return np.asarray(np.ascontiguousarray(out), np.uint8)


def _jittered(image: Image, rng: Generator) -> Image:
    """Vary light and position within the error of registration; the product stays in place."""
    dy, dx = rng.integers(-1, 2, 2)
    moved = np.roll(image, (int(dy), int(dx)), (0, 1))
    lit = moved.astype(np.float32) * rng.uniform(0.95, 1.05, 3).astype(np.float32) + rng.normal(0, 2)
    return np.asarray(np.clip(lit, 0, 255), np.uint8)


def _sample(
    images: Sequence[Image], net: NetworkSettings, s: TrainingSettings, rng: Generator
) -> tuple[Image, Image, Place]:
    """Draw one input (with anomalies when denoising), its target and its position."""
    target, place = images[int(rng.integers(len(images)))], (0, 0)
    if s.crop:
        step = net.downsampling if net.position_channels else 1
        target, place = _crop(target, s.crop, step, rng)
    target = _flipped(target, rng) if s.flips else target
    target = _jittered(target, rng) if net.position_channels else target
    if s.denoise and rng.random() < 0.75:
        count = 1 + int(rng.poisson(target.shape[0] * target.shape[1] / 20_000))
        return add_anomalies(target, rng, count), target, place
    return target, target, place


def draw_batch(
    images: Sequence[Image], net: NetworkSettings, s: TrainingSettings, seed: int, numbers: Sequence[int]
) -> Batch:
    """Draw the samples of the given numbers; the same numbers and seed give the same samples."""
    samples = [_sample(images, net, s, np.random.default_rng((seed, number))) for number in numbers]
    inputs, targets, places = zip(*samples, strict=True)
    return Batch(to_tensor(inputs), to_tensor(targets), list(places))


@dataclass(frozen=True, slots=True)
class Shard:
    """The share of one process: of ``world`` processes, each uses every ``world``-th batch."""

    rank: int = 0
    world: int = 1


class BatchSource:
    """The batches of one process, in order, prepared by threads while the network computes.

    Args:
        images: Images from :func:`prepared_images`.
        net: Shape of the network.
        s: Batch size, crops, augmentation.
        seed: Seeds the samples.
        first: Number of batches that this process has already used.
        shard: Share of this process.
        threads: Threads that prepare batches ahead; 0 prepares each on demand.
        pin: True puts batches into page-locked memory, from which a GPU copies them while it computes.
    """

    def __init__(
        self,
        images: Sequence[Image],
        net: NetworkSettings,
        s: TrainingSettings,
        *,
        seed: int,
        first: int = 0,
        shard: Shard = Shard(),
        threads: int = 1,
        pin: bool = False,
    ) -> None:
        self._images, self._net, self._settings, self._seed = images, net, s, seed
        self._shard, self._pin = shard, pin
        self._next = first
        self._pool = ThreadPoolExecutor(threads, thread_name_prefix="batches") if threads else None
        self._ahead: deque[Future[Batch]] = deque()
        self._depth = 2 * threads

    def next_batch(self) -> Batch:
        """Return the next batch."""
        if self._pool is None:
            self._next += 1
            return self._draw(self._next - 1)
        while len(self._ahead) <= self._depth:
            self._ahead.append(self._pool.submit(self._draw, self._next))
            self._next += 1
        return self._ahead.popleft().result()

    def _draw(self, number: int) -> Batch:
        size = self._settings.batch
        start = (number * self._shard.world + self._shard.rank) * size
        batch = draw_batch(self._images, self._net, self._settings, self._seed, range(start, start + size))
        if self._pin:
            return Batch(batch.inputs.pin_memory(), batch.targets.pin_memory(), batch.places)
        return batch

    def close(self) -> None:
        """End the threads and drop the batches prepared ahead."""
        if self._pool is not None:
            self._pool.shutdown(cancel_futures=True)
