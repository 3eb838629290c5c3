"""Loss of the VQGAN: eq. (1) of the paper, with the choices of Esser et al.'s code as options.

| term | preset ``paper`` (eq. 1 and section 3.1.1) | Esser et al. 2021, code | preset ``robust`` |
|---|---|---|---|
| pixel | mean squared error | absolute error | absolute + 0.5 squared |
| perceptual | MSE of the last VGG-16 feature layer, weight 1 | LPIPS | the project's patch network, weight 0.1 |
| codebook + commitment | 1 + 1 (Esser et al., eq. 4) | 0.25 + 1 (see below) | 1 + 0.25 |
| GAN | log loss, from the start | hinge, after a warm-up | none (it lowered detection in every short run) |
| λ | ‖∇ L_rec‖ / (‖∇ L_GAN‖ + 1e-6), at most 1e4 | the same, δ = 1e-4 (eq. 7 says 1e-6) | where the GAN is on |

van den Oord et al. (2017, eq. 3) put β = 0.25 on the commitment term, and eq. (4) of Esser et al. has no β. Their code
puts it on the codebook term by default, a slip that its authors keep for compatibility with their published weights.

The code of Esser et al. uses −D(y) as the generator's term for both kinds of discriminator loss, and halves either
loss; here each kind has its own generator term, and only the hinge loss is halved. The factor only scales the
discriminator's gradients, to which Adam is invariant.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

import torch
from torch import Tensor
from torch.nn import functional as F

from vqganodip.neural.networks.quantizer import Quantized
from vqganodip.settings import TrainingSettings

__all__ = ["Features", "Losses", "adaptive_weight", "discriminator_loss", "gan_loss", "reconstruction_loss"]

Features = Callable[[Tensor], Tensor]
"""Perceptual features of images B×3×H×W in [-1, 1]."""


@dataclass(frozen=True, slots=True)
class Losses:
    """Loss terms of one step; ``reconstruction`` is pixel + perceptual, the L_rec of the adaptive weight."""

    pixel: Tensor
    perceptual: Tensor
    codebook: Tensor
    reconstruction: Tensor


def reconstruction_loss(
    x: Tensor, y: Tensor, quantized: Quantized, s: TrainingSettings, features: Features | None
) -> Losses:
    """All terms except the GAN's (Esser et al. 2021, eq. 4), of images x and reconstructions y, B×3×H×W in [-1, 1]."""
    pixel = x.new_zeros(())
    if s.pixel_l1:
        pixel = pixel + s.pixel_l1 * F.l1_loss(y, x)
    if s.pixel_l2:
        pixel = pixel + s.pixel_l2 * F.mse_loss(y, x)
    perceptual = x.new_zeros(())
    if s.perceptual and features is not None:
        with torch.no_grad():
            target = features(x)
        perceptual = s.perceptual * F.mse_loss(features(y).float(), target.float())
    codebook = s.codebook * quantized.codebook_loss + s.commitment * quantized.commitment_loss
    return Losses(pixel, perceptual, codebook, pixel + perceptual)


def gan_loss(logits_fake: Tensor, kind: str) -> Tensor:
    """GAN term of the generator (Esser et al. 2021, eq. 5 and 6).

    ``log``: log(1 − D(y)) of eq. (1) in the non-saturating form −log D(y), which has the same fixed point and does not
    lose its gradient when D wins (Goodfellow et al. 2014, section 3). ``hinge``: −D(y).
    """
    if kind == "log":
        return F.softplus(-logits_fake).mean()
    return -logits_fake.mean()


def discriminator_loss(logits_real: Tensor, logits_fake: Tensor, kind: str) -> Tensor:
    """Loss of the discriminator: −L_GAN of eq. (1) (Esser et al. 2021, eq. 5), or the hinge loss."""
    if kind == "log":
        return F.softplus(-logits_real).mean() + F.softplus(logits_fake).mean()
    return 0.5 * (F.relu(1.0 - logits_real).mean() + F.relu(1.0 + logits_fake).mean())


def adaptive_weight(reconstruction: Tensor, gan: Tensor, last_layer: Tensor, delta: float) -> Tensor:
    """λ of eq. (1): ‖∇ L_rec‖ / (‖∇ L_GAN‖ + δ) at the decoder's last layer, detached, at most 1e4.

    Esser et al. 2021, eq. (7); the bound is in their code only.
    """
    rec_grad = torch.autograd.grad(reconstruction, last_layer, retain_graph=True)[0]
    gan_grad = torch.autograd.grad(gan, last_layer, retain_graph=True)[0]
    weight: Tensor = (rec_grad.norm() / (gan_grad.norm() + delta)).clamp(0.0, 1e4)
    return weight.detach()
