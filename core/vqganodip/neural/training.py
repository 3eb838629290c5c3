"""The training loop of the VQGAN: a generator of progress, whose last value is the trained network."""

from __future__ import annotations

import math
import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor
from torch.nn import functional as F

from vqganodip.errors import TrainingError
from vqganodip.neural.corruption import corrupt
from vqganodip.neural.discriminator import PatchDiscriminator
from vqganodip.neural.losses import Features, adaptive_weight, discriminator_loss, gan_loss, reconstruction_loss
from vqganodip.neural.quantizer import usage
from vqganodip.neural.vqgan import VQGAN
from vqganodip.settings import NetworkSettings, TrainingSettings
from vqganodip.types import Image

__all__ = [
    "Budget",
    "TrainedNetwork",
    "TrainingStep",
    "discriminator_of",
    "to_tensor",
    "train_vqgan",
]

_FILL_AT: Final = 20
_REVIVE_EVERY: Final = 25
_REVIVE_UNTIL: Final = 0.8
_WARM_UP_STEPS: Final = 20


@dataclass(frozen=True, slots=True)
class Budget:
    """How long to train: seconds or steps, exactly one of them."""

    seconds: float | None = None
    steps: int | None = None

    def __post_init__(self) -> None:
        if (self.seconds is None) == (self.steps is None):
            raise TrainingError("a budget is either seconds or steps", todo="Give one of them.")
        if (self.seconds or self.steps or 0) <= 0:
            raise TrainingError("the training budget is zero", todo="Give a positive number of minutes or steps.")

    def share(self, started: float, step: int) -> float:
        """Share of the budget used, in [0, 1]."""
        used = step / self.steps if self.steps else (time.monotonic() - started) / (self.seconds or 1.0)
        return min(used, 1.0)


@dataclass(frozen=True, slots=True)
class TrainingStep:
    """Progress. ``psnr`` (dB, of clean training images) and ``codes_used``/``perplexity`` are running values."""

    step: int
    share: float
    loss: float
    psnr: float
    codes_used: int
    perplexity: float


@dataclass(frozen=True, slots=True)
class TrainedNetwork:
    """The result: both networks in evaluation mode, steps taken, and the codes used in the last stretch."""

    vqgan: VQGAN
    discriminator: PatchDiscriminator
    steps: int
    codes_used: int
    perplexity: float
    gan_share: float


def discriminator_of(net: NetworkSettings) -> PatchDiscriminator:
    """The discriminator that goes with a network: Esser et al.'s 64 channels, or half of them for ``compact``."""
    return PatchDiscriminator(64 if net.channels >= 128 else 32)


def to_tensor(images: Sequence[Image]) -> Tensor:
    """uint8 H×W×3 images of one size → float32 B×3×H×W in [-1, 1], channels last."""
    x = torch.from_numpy(np.stack(images)).permute(0, 3, 1, 2)
    return x.contiguous(memory_format=torch.channels_last).float().div_(127.5).sub_(1.0)


def _padded(image: Image, height: int, width: int) -> Image:
    """The image with its last row and column repeated up to the given size."""
    h, w = image.shape[:2]
    if h >= height and w >= width:
        return image
    return np.asarray(np.pad(image, ((0, max(0, height - h)), (0, max(0, width - w)), (0, 0)), mode="edge"), np.uint8)


def _crop(image: Image, side: int, flips: bool, rng: Generator) -> Image:
    image = _padded(image, side, side)
    h, w = image.shape[:2]
    y, x = int(rng.integers(0, h - side + 1)), int(rng.integers(0, w - side + 1))
    out = image[y : y + side, x : x + side]
    if flips:
        out = np.rot90(out, int(rng.integers(4)))
        out = out[:, ::-1] if rng.random() < 0.5 else out
    return np.asarray(np.ascontiguousarray(out), np.uint8)


def _small_changes(image: Image, rng: Generator) -> Image:
    """Light and position within what registration leaves: the product stays where it is."""
    dy, dx = rng.integers(-1, 2, 2)
    moved = np.roll(image, (int(dy), int(dx)), (0, 1))
    lit = moved.astype(np.float32) * rng.uniform(0.95, 1.05, 3).astype(np.float32) + rng.normal(0, 2)
    return np.asarray(np.clip(lit, 0, 255), np.uint8)


def _batch(images: Sequence[Image], s: TrainingSettings, rng: Generator) -> tuple[Tensor, Tensor]:
    """(input, target), B×3×H×W; the input is corrupted when denoising."""
    targets, inputs = [], []
    for _ in range(s.batch):
        image = images[int(rng.integers(len(images)))]
        target = _crop(image, s.crop, s.flips, rng) if s.crop else _small_changes(image, rng)
        targets.append(target)
        if s.denoise and rng.random() < 0.75:
            count = 1 + int(rng.poisson(target.shape[0] * target.shape[1] / 20_000))
            target = corrupt(target, rng, count)
        inputs.append(target)
    return to_tensor(inputs), to_tensor(targets)


def _learning_rate(s: TrainingSettings, share: float, step: int) -> float:
    warm = min(1.0, (step + 1) / _WARM_UP_STEPS)
    return s.learning_rate * warm * (0.02 + 0.98 * 0.5 * (1.0 + math.cos(math.pi * share)))


def _prepared(images: Sequence[Image], net: NetworkSettings, s: TrainingSettings) -> list[Image]:
    """Whole images padded to multiples of f; crops need nothing. TrainingError when sizes do not fit."""
    f = net.downsampling
    if not images:
        raise TrainingError("there are no images to train on", todo="Give at least two normal images.")
    if s.crop:
        if s.crop % f:
            raise TrainingError(f"crops of {s.crop} px are not a multiple of {f}", todo=f"Use a multiple of {f}.")
        return list(images)
    if len({image.shape for image in images}) > 1:
        raise TrainingError(
            "the images differ in size, so they cannot be trained whole",
            todo="Register them to one reference board, or train on crops (preset robust does).",
        )
    height, width = (max(32, -(-side // f) * f) for side in images[0].shape[:2])
    return [_padded(image, height, width) for image in images]


def _new_network(net: NetworkSettings, size: tuple[int, int]) -> VQGAN:
    f = net.downsampling
    latent = (size[0] // f, size[1] // f)
    return VQGAN(net, latent).to(memory_format=torch.channels_last)  # type: ignore[call-overload, no-any-return]


def train_vqgan(
    images: Sequence[Image],
    net: NetworkSettings,
    s: TrainingSettings,
    budget: Budget,
    *,
    seed: int,
    features: Features | None = None,
) -> Iterator[TrainingStep | TrainedNetwork]:
    """Trains a VQGAN with its patchGAN on normal images (paper section 3.1.1).

    Args:
        images: uint8 H×W×3; all of one size when trained whole (``s.crop == 0``).
        net: Shape of the network.
        s: Terms and weights of the loss, crops, learning rate.
        budget: Seconds or steps. With steps and one seed, two runs on one machine give the same network.
        seed: Seeds weights, batches, corruption and codebook.
        features: Perceptual features of B×3×H×W images in [-1, 1]; None leaves the term out.

    Yields:
        A TrainingStep per step, then the TrainedNetwork.

    Raises:
        TrainingError: No images, sizes that do not fit, or a loss that is not finite.
    """
    images = _prepared(images, net, s)
    torch.manual_seed(seed)
    rng = np.random.default_rng(seed)
    draws = torch.Generator().manual_seed(seed)
    height, width = images[0].shape[:2]
    model = _new_network(net, (height, width))
    critic = discriminator_of(net)
    critic.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
    betas = (0.5, 0.9) if s.gan else (0.9, 0.99)
    optimiser = torch.optim.AdamW(model.parameters(), lr=s.learning_rate, betas=betas, weight_decay=0.0)
    critic_optimiser = torch.optim.AdamW(critic.parameters(), lr=s.learning_rate, betas=(0.5, 0.9), weight_decay=0.0)
    counts = torch.zeros(net.n_embed)
    started, step, share, mse, used, gan_steps = time.monotonic(), 0, 0.0, 0.05, (0, 0.0), 0
    while share < 1.0:
        rate = _learning_rate(s, share, step)
        for group in (*optimiser.param_groups, *critic_optimiser.param_groups):
            group["lr"] = rate
        x, target = _batch(images, s, rng)
        with torch.autocast("cpu", torch.bfloat16):
            y, quantized, z = model(x)
        terms = reconstruction_loss(target, y, quantized, s, features)
        loss = terms.reconstruction + terms.codebook
        gan_on = s.gan > 0 and share >= s.gan_start
        if gan_on:
            with torch.autocast("cpu", torch.bfloat16):
                fake = critic(y)
            generator_term = gan_loss(fake.float(), s.gan_loss)
            weight = adaptive_weight(terms.reconstruction, generator_term, model.last_layer, s.delta)
            loss = loss + s.gan * weight * generator_term
        if not torch.isfinite(loss):
            raise TrainingError(f"the loss is not finite at step {step}", todo="Lower the learning rate.")
        optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(model.parameters(), 1.0)
        optimiser.step()
        if gan_on:
            gan_steps += 1
            _critic_step(critic, critic_optimiser, target, y.detach(), s)
        elif s.gan == 0 and step % 4 == 0:
            # its loss is a metric of the method (paper section 3.2), so it is trained beside, without a say
            _critic_step(critic, critic_optimiser, target, y.detach(), s)
        counts.index_add_(0, quantized.codes.flatten(), torch.ones(quantized.codes.numel()))
        step += 1
        share = budget.share(started, step)
        if s.fill_codebook:
            _keep_codebook_alive(model, z.detach(), step, share, draws)
        if step % 50 == 0 or share >= 1.0:
            used = usage(counts)
            if share < 1.0:
                counts.zero_()
        mse = 0.95 * mse + 0.05 * float(F.mse_loss(y.detach().clamp(-1, 1), target)) / 4.0
        yield TrainingStep(step, share, loss.item(), -10.0 * math.log10(max(mse, 1e-9)), *used)
    yield TrainedNetwork(model.eval(), critic.eval(), step, *used, gan_share=gan_steps / max(step, 1))


def _critic_step(
    critic: PatchDiscriminator, optimiser: torch.optim.Optimizer, real: Tensor, fake: Tensor, s: TrainingSettings
) -> None:
    with torch.autocast("cpu", torch.bfloat16):
        logits_real, logits_fake = critic(real), critic(fake)
    loss = discriminator_loss(logits_real.float(), logits_fake.float(), s.gan_loss)
    optimiser.zero_grad(set_to_none=True)
    loss.backward()  # type: ignore[no-untyped-call]
    optimiser.step()


def _keep_codebook_alive(model: VQGAN, z: Tensor, step: int, share: float, draws: torch.Generator) -> None:
    """Fills the codebook from latents once, then moves dead codes onto badly served ones, not in the last stretch."""
    if step == _FILL_AT:
        model.quantize.fill(_flat(z), draws)
    elif step > _FILL_AT and step % _REVIVE_EVERY == 0 and share < _REVIVE_UNTIL:
        model.quantize.revive(_flat(z), draws)


def _flat(z: Tensor) -> Tensor:
    return z.float().permute(0, 2, 3, 1).reshape(-1, z.shape[1])
