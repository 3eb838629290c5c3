"""VQGAN and discriminator with their optimisers: one step of training, and everything that a step changes."""

from __future__ import annotations

import copy
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any, Final

import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.errors import TrainingError
from vqganodip.neural.networks.discriminator import discriminator_of
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
    """The numbers of one step, and the latents before quantization N×D where they were asked for.

    ``terms`` holds loss, pixel, perceptual, codebook, gan, gan_weight, critic and mse (of clipped images in [-1, 1],
    per element); what a step does not have is 0.
    """

    terms: dict[str, float]
    codes: Tensor
    latents: Tensor | None


class _Plain(nn.Module):
    """The VQGAN with plain tuples as output, which Fabric can look through."""

    def __init__(self, vqgan: VQGAN) -> None:
        super().__init__()
        self.vqgan = vqgan

    def forward(self, x: Tensor, places: Sequence[Place]) -> tuple[Tensor, ...]:
        y, q, z = self.vqgan(x, places)
        return y, z, q.z_q, q.codes, q.codebook_loss, q.commitment_loss


class Learner:
    """The networks in training.

    Args:
        team: The process it computes in.
        net: Shape of the network.
        s: Terms and weights of the loss.
        size: Height and width of the images, for the position map.
        features: Perceptual features; a module is copied to the team's device.
    """

    def __init__(
        self,
        team: ProcessGroup,
        net: NetworkSettings,
        s: TrainingSettings,
        size: tuple[int, int],
        features: Features | None,
    ) -> None:
        self._team, self._fabric, self._settings, self._device = team, team.fabric, s, team.device
        latent = (size[0] // net.downsampling, size[1] // net.downsampling)
        self.vqgan: VQGAN = VQGAN(net, latent).to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.critic = discriminator_of(net)
        self.critic.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.vqgan.recompute_blocks(s.gradient_checkpointing)
        self.vqgan.to(team.device)
        self.average = MovingAverage(self.vqgan, s.ema) if s.ema else None
        betas = (0.5, 0.9) if s.gan else (0.9, 0.99)
        optimiser = torch.optim.AdamW(
            self.vqgan.parameters(), lr=s.learning_rate, betas=betas, weight_decay=0.0, fused=True
        )
        self.critic.to(team.device)
        critic_optimiser = torch.optim.AdamW(
            self.critic.parameters(), lr=s.learning_rate, betas=(0.5, 0.9), weight_decay=0.0, fused=True
        )
        self._model, self._optimiser = team.fabric.setup(_Plain(self.vqgan), optimiser)
        self._critic, self._critic_optimiser = team.fabric.setup(self.critic, critic_optimiser)
        self._features = self._placed(features)

    @property
    def network(self) -> VQGAN:
        """The network that goes into the bundle: the moving average where there is one."""
        return self.average.network if self.average is not None else self.vqgan

    def _placed(self, features: Features | None) -> Features | None:
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
        """One step of the VQGAN on the mean gradient of the batches, and one of the discriminator.

        Args:
            batches: As many as are accumulated.
            rate: The learning rate of both.
            gan: Whether the discriminator has a say.
            critic: Whether the discriminator learns.
            latents: Whether the latents are wanted.
            number: Of the step, for the message.

        Raises:
            TrainingError: A loss or a gradient is not finite; the weights are those before the step.
        """
        for group in (*self._optimiser.param_groups, *self._critic_optimiser.param_groups):
            group["lr"] = rate
        batches = [self._moved(batch) for batch in batches]
        self._optimiser.zero_grad(set_to_none=True)
        shares, seen, codes, flat = [], [], [], []
        for i, batch in enumerate(batches):
            with self._fabric.no_backward_sync(self._model, enabled=i < len(batches) - 1):
                share, y, quantized, z = self._forward_backward(batch, gan, 1.0 / len(batches))
            shares.append(share)
            codes.append(quantized.codes.flatten())
            if critic:
                seen.append((batch.targets, y))
            if latents:
                flat.append(z.float().permute(0, 2, 3, 1).reshape(-1, z.shape[1]))
        norm = nn.utils.clip_grad_norm_(self.vqgan.parameters(), _LARGEST_GRADIENT)
        means = self._team.sum(torch.stack(shares).mean(0)) / self._team.world
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
            self.average.follow(self.vqgan)
        terms = dict(zip(_TERMS, values, strict=False))
        terms["critic"] = self._critic_step(seen) if critic else 0.0
        return Outcome(terms, torch.cat(codes), torch.cat(flat) if latents else None)

    def _moved(self, batch: Batch) -> Batch:
        if self._device.type == "cpu":
            return batch
        inputs, targets = (x.to(self._device, non_blocking=True) for x in (batch.inputs, batch.targets))
        return Batch(inputs, targets, batch.places)

    def _forward_backward(self, batch: Batch, gan: bool, scale: float) -> tuple[Tensor, Tensor, Quantized, Tensor]:
        """Adds the gradients of a batch; returns its terms in the order of _TERMS, y, codes and latents, detached."""
        s, target = self._settings, batch.targets
        y, z, *rest = self._model(batch.inputs, batch.places)
        quantized = Quantized(*rest)
        terms = reconstruction_loss(target, y, quantized, s, self._features)
        loss = terms.reconstruction + terms.codebook
        gan_term = weight = loss.new_zeros(())
        if gan:
            self.critic.requires_grad_(False)  # its own gradients of this term would be thrown away
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

    def _critic_step(self, seen: Sequence[tuple[Tensor, Tensor]]) -> float:
        """The discriminator learns from targets and their reconstructions."""
        self._critic_optimiser.zero_grad(set_to_none=True)
        total = 0.0
        for i, (real, fake) in enumerate(seen):
            with self._fabric.no_backward_sync(self._critic, enabled=i < len(seen) - 1):
                logits_real, logits_fake = self._critic(real), self._critic(fake)
                loss = discriminator_loss(logits_real.float(), logits_fake.float(), self._settings.gan_loss)
                self._fabric.backward(loss / len(seen))
            total += float(loss.detach()) / len(seen)
        self._critic_optimiser.step()
        return total

    def state(self) -> dict[str, Any]:
        """What :meth:`load` takes: weights, optimisers, codes used, moving average."""
        return {
            "vqgan": self.vqgan.state_dict(),
            "critic": self.critic.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "critic_optimiser": self._critic_optimiser.state_dict(),
            "used": self.vqgan.quantize.used,
            "average": self.average.state() if self.average is not None else None,
        }

    def load(self, state: dict[str, Any]) -> None:
        """Goes on from a state, to the bit."""
        self.vqgan.load_state_dict(state["vqgan"])
        self.critic.load_state_dict(state["critic"])
        # copied, because an optimiser goes on in the very tensors it is given, and other processes may share them
        self._optimiser.load_state_dict(copy.deepcopy(state["optimiser"]))
        self._critic_optimiser.load_state_dict(copy.deepcopy(state["critic_optimiser"]))
        self.vqgan.quantize.used.copy_(state["used"])
        if self.average is not None:
            self.average.load(state["average"])


def _finite(value: float) -> bool:
    return abs(value) < float("inf")
