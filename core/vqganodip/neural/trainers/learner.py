"""VQGAN and discriminator with their optimisers: one training step, and the state that it changes."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.errors import TrainingError
from vqganodip.neural.networks.discriminator import discriminator_of
from vqganodip.neural.networks.esser_checkpoint import load_esser_checkpoint
from vqganodip.neural.networks.losses import (
    Features,
    adaptive_weight,
    discriminator_loss,
    gan_loss,
    reconstruction_loss,
)
from vqganodip.neural.networks.quantizer import Quantized
from vqganodip.neural.networks.vqgan import VQGAN, Place
from vqganodip.neural.trainers.batches import Batch
from vqganodip.neural.trainers.devices import ProcessGroup
from vqganodip.neural.trainers.ema import MovingAverage
from vqganodip.settings import NetworkSettings, TrainingSettings

__all__ = ["Learner", "Outcome"]

_LARGEST_GRADIENT: Final = 1.0
_TERMS: Final = ("loss", "pixel", "perceptual", "codebook", "gan", "gan_weight", "mse")


@dataclass(frozen=True, slots=True)
class Outcome:
    """Outcome of one step: loss terms, codes and, if requested, the latents N×D before quantization.

    ``terms`` holds loss, pixel, perceptual, codebook, gan, gan_weight, critic and mse (of clipped images in [-1, 1],
    per element); terms that a step does not have are 0.
    """

    terms: dict[str, float]
    codes: Tensor
    latents: Tensor | None


class _TupleOutput(nn.Module):
    """Wrapper of the VQGAN with a tuple as output, in which Fabric finds the tensors."""

    def __init__(self, vqgan: VQGAN) -> None:
        super().__init__()
        self.vqgan = vqgan

    def forward(self, x: Tensor, places: Sequence[Place]) -> tuple[Tensor, ...]:
        y, q, z = self.vqgan(x, places)
        return y, z, q.z_q, q.codes, q.codebook_loss, q.commitment_loss


class Learner:
    """The networks in training.

    Args:
        group: The process group of the training.
        net: Shape of the network.
        s: Terms and weights of the loss.
        size: Height and width of the images, for the position map.
        features: Perceptual features; a module is copied to the group's device.
        esser: Checkpoint of the original implementation to start from; None starts from random weights.

    Raises:
        WeightsError: The checkpoint cannot be read or does not fit the network.
    """

    def __init__(
        self,
        group: ProcessGroup,
        net: NetworkSettings,
        s: TrainingSettings,
        size: tuple[int, int],
        features: Features | None,
        esser: Path | None = None,
    ) -> None:
        self._group, self._fabric, self._settings, self._device = group, group.fabric, s, group.device
        latent = (size[0] // net.downsampling, size[1] // net.downsampling)
        self.vqgan: VQGAN = VQGAN(net, latent).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.critic = discriminator_of(net)
        self.critic.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.notes = load_esser_checkpoint(esser, self.vqgan, self.critic).notes if esser is not None else ()
        self.vqgan.recompute_blocks(s.gradient_checkpointing)
        self.vqgan.to(group.device)
        self.average = MovingAverage(self.vqgan, s.ema) if s.ema else None
        betas = (0.5, 0.9) if s.gan else (0.9, 0.99)
        optimiser = torch.optim.AdamW(
            self.vqgan.parameters(), lr=s.learning_rate, betas=betas, weight_decay=0.0, fused=True
        )
        self.critic.to(group.device)
        critic_optimiser = torch.optim.AdamW(
            self.critic.parameters(), lr=s.learning_rate, betas=(0.5, 0.9), weight_decay=0.0, fused=True
        )
        self._model, self._optimiser = group.fabric.setup(_TupleOutput(self.vqgan), optimiser)
        self._critic, self._critic_optimiser = group.fabric.setup(self.critic, critic_optimiser)
        self._features = self._on_device(features)

    @property
    def network(self) -> VQGAN:
        """The network for the bundle: the moving average if there is one."""
        return self.average.network if self.average is not None else self.vqgan

    def _on_device(self, features: Features | None) -> Features | None:
        if features is None:
            return None
        if isinstance(features, nn.Module) and self._device.type != "cpu":
            features = copy.deepcopy(features).to(self._device)

        def perceived(x: Tensor) -> Tensor:
            with self._fabric.autocast():
                return features(x)

        return perceived

    def step(
        self, batches: Sequence[Batch], rate: float, *, gan: bool, critic: bool, latents: bool, number: int
    ) -> Outcome:
        """Take one step of the VQGAN on the mean gradient of the batches, and one of the discriminator.

        Args:
            batches: The batches to accumulate.
            rate: Learning rate of both.
            gan: True to include the GAN term.
            critic: True to train the discriminator.
            latents: True to return the latents.
            number: Number of the step, for the error message.

        Raises:
            TrainingError: A loss or a gradient is not finite; the weights are those before the step.
        """
        for group in (*self._optimiser.param_groups, *self._critic_optimiser.param_groups):
            group["lr"] = rate
        batches = [self._moved(batch) for batch in batches]
        self._optimiser.zero_grad(set_to_none=True)
        shares, pairs, codes, flat = [], [], [], []
        for i, batch in enumerate(batches):
            with self._fabric.no_backward_sync(self._model, enabled=i < len(batches) - 1):
                share, y, quantized, z = self._forward_backward(batch, gan, 1.0 / len(batches))
            shares.append(share)
            codes.append(quantized.codes.flatten())
            if critic:
                pairs.append((batch.targets, y))
            if latents:
                flat.append(z.float().permute(0, 2, 3, 1).reshape(-1, z.shape[1]))
        norm = nn.utils.clip_grad_norm_(self.vqgan.parameters(), _LARGEST_GRADIENT)
        means = self._group.sum(torch.stack(shares).mean(0)) / self._group.world
        values = torch.cat((means, norm.detach()[None])).tolist()
        if not all(map(_finite, values)):
            raise TrainingError(
                "training-loss-not-finite",
                "the loss is not finite at step {step}",
                todo="Lower the learning rate.",
                step=number,
            )
        self._optimiser.step()
        if self.average is not None:
            self.average.update(self.vqgan)
        terms = dict(zip(_TERMS, values, strict=False))
        terms["critic"] = self._critic_step(pairs) if critic else 0.0
        return Outcome(terms, torch.cat(codes), torch.cat(flat) if latents else None)

    def _moved(self, batch: Batch) -> Batch:
        if self._device.type == "cpu":
            return batch
        inputs, targets = (x.to(self._device, non_blocking=True) for x in (batch.inputs, batch.targets))
        return Batch(inputs, targets, batch.places)

    def _forward_backward(self, batch: Batch, gan: bool, scale: float) -> tuple[Tensor, Tensor, Quantized, Tensor]:
        """Add the gradients of a batch; returns its terms in the order of _TERMS, y, codes and latents, detached."""
        s, target = self._settings, batch.targets
        y, z, *rest = self._model(batch.inputs, batch.places)
        quantized = Quantized(*rest)
        terms = reconstruction_loss(target, y, quantized, s, self._features)
        loss = terms.reconstruction + terms.codebook
        gan_term = weight = loss.new_zeros(())
        if gan:
            self.critic.requires_grad_(False)  # its gradients of this term are not needed
            with self._fabric.autocast():
                fake = self.critic(y)
            self.critic.requires_grad_(True)
            gan_term = gan_loss(fake.float(), s.gan_loss)
            weight = adaptive_weight(terms.reconstruction, gan_term, self.vqgan.last_layer, s.delta)
            loss = loss + s.gan * weight * gan_term
        self._fabric.backward(loss * scale if scale != 1.0 else loss)
        y = y.detach()
        mse = F.mse_loss(y.clamp(-1, 1), target)
        numbers = (loss, terms.pixel, terms.perceptual, terms.codebook, gan_term, weight, mse)
        return torch.stack([number.detach().float() for number in numbers]), y, quantized, z.detach()

    def _critic_step(self, pairs: Sequence[tuple[Tensor, Tensor]]) -> float:
        """Train the discriminator on targets and their reconstructions."""
        self._critic_optimiser.zero_grad(set_to_none=True)
        total = 0.0
        for i, (real, fake) in enumerate(pairs):
            with self._fabric.no_backward_sync(self._critic, enabled=i < len(pairs) - 1):
                logits_real, logits_fake = self._critic(real), self._critic(fake)
                loss = discriminator_loss(logits_real.float(), logits_fake.float(), self._settings.gan_loss)
                self._fabric.backward(loss / len(pairs))
            total += float(loss.detach()) / len(pairs)
        self._critic_optimiser.step()
        return total

    def state(self) -> dict[str, Any]:
        """Return the state for :meth:`load`: weights, optimisers, used codes, moving average."""
        return {
            "vqgan": self.vqgan.state_dict(),
            "critic": self.critic.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "critic_optimiser": self._critic_optimiser.state_dict(),
            "used": self.vqgan.quantize.used,
            "average": self.average.state() if self.average is not None else None,
        }

    def load(self, state: dict[str, Any]) -> None:
        """Restore a state; training then continues with identical bits."""
        self.vqgan.load_state_dict(state["vqgan"])
        self.critic.load_state_dict(state["critic"])
        # copied, because an optimiser updates the given tensors in place, and other processes may share them
        self._optimiser.load_state_dict(copy.deepcopy(state["optimiser"]))
        self._critic_optimiser.load_state_dict(copy.deepcopy(state["critic_optimiser"]))
        self.vqgan.quantize.used.copy_(state["used"])
        if self.average is not None:
            self.average.load(state["average"])


def _finite(value: float) -> bool:
    return abs(value) < float("inf")
