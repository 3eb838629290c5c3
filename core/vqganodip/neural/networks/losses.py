"""The loss of the VQGAN: eq. (1) of the paper, and the choices of Esser et al.'s code as options of the same loss.

| term | preset ``paper`` (eq. 1 and section 3.1.1) | Esser et al. 2021, code | preset ``robust`` |
|---|---|---|---|
| pixel | mean squared error | absolute error | absolute + 0.5 squared |
| perceptual | MSE of the last VGG-16 feature layer, weight 1 | LPIPS | the project's patch network, weight 0.1 |
| codebook + commitment | 1 + 1 (Esser et al., eq. 4) | 0.25 + 1, see ``BETA_WEIGHTS`` | 1 + 0.25 |
| GAN | log loss, from the start | hinge, after a warm-up | none (it lowered detection in every short run) |
| λ | ‖∇ L_rec‖ / (‖∇ L_GAN‖ + 1e-6), at most 1e4 | the same, δ = 1e-4 (eq. 7 says 1e-6) | where the GAN is on |

The code of Esser et al. has −D(y) as the generator's term whatever the discriminator minimises, and halves the
discriminator's loss of either kind; here each kind has its own generator term, and only the hinge loss is halved.
The factor moves nothing but the discriminator's learning rate, which Adam takes out again.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Final

import torch
from torch import Tensor
from torch.nn import functional as F

from vqganodip.neural.networks.quantizer import Quantized
from vqganodip.settings import TrainingSettings

__all__ = [
    "BETA",
    "BETA_WEIGHTS",
    "Losses",
    "adaptive_weight",
    "discriminator_loss",
    "gan_loss",
    "reconstruction_loss",
]

Features = Callable[[Tensor], Tensor]

BETA: Final = 0.25
"""The commitment cost of Esser et al.'s code."""

BETA_WEIGHTS: Final = {"text": (1.0, BETA), "legacy": (BETA, 1.0)}
"""(codebook, commitment) weights for :class:`TrainingSettings`.

``text``: β on the commitment term, as van den Oord et al. (2017, eq. 3) define it. ``legacy``: what the code of
Esser et al. computes unless told otherwise: β lies on the codebook term, a slip that its authors named and kept for the
sake of their published weights. Eq. (4) of their text has no β: (1, 1).
"""


@dataclass(frozen=True, slots=True)
class Losses:
    """The terms of one step; ``reconstruction`` is pixel + perceptual, the L_rec of the adaptive weight."""

    pixel: Tensor
    perceptual: Tensor
    codebook: Tensor
    reconstruction: Tensor


def reconstruction_loss(
    x: Tensor, y: Tensor, quantized: Quantized, s: TrainingSettings, features: Features | None
) -> Losses:
    """All terms but the GAN's (Esser et al. 2021, eq. 4), of images x and reconstructions y, B×3×H×W in [-1, 1]."""
    pixel = x.new_zeros(())
    if s.pixel_l1:
        pixel = pixel + s.pixel_l1 * F.l1_loss(y, x)
    if s.pixel_l2:
        pixel = pixel + s.pixel_l2 * F.mse_loss(y, x)
    perceptual = x.new_zeros(())
    if s.perceptual and features is not None:
        with torch.no_grad():
            wanted = features(x)
        perceptual = s.perceptual * F.mse_loss(features(y).float(), wanted.float())
    codebook = s.codebook * quantized.codebook_loss + s.commitment * quantized.commitment_loss
    return Losses(pixel, perceptual, codebook, pixel + perceptual)


def gan_loss(logits_fake: Tensor, kind: str) -> Tensor:
    """What the generator minimises (Esser et al. 2021, eq. 5 and 6).

    ``log``: log(1 − D(y)) of eq. (1), taken in the non-saturating form −log D(y), which has the same fixed point and a
    gradient where D wins (Goodfellow et al. 2014, section 3). ``hinge``: −D(y).
    """
    if kind == "log":
        return F.softplus(-logits_fake).mean()
    return -logits_fake.mean()


def discriminator_loss(logits_real: Tensor, logits_fake: Tensor, kind: str) -> Tensor:
    """What the discriminator minimises: −L_GAN of eq. (1) (Esser et al. 2021, eq. 5), or the hinge loss."""
    if kind == "log":
        return F.softplus(-logits_real).mean() + F.softplus(logits_fake).mean()
    return 0.5 * (F.relu(1.0 - logits_real).mean() + F.relu(1.0 + logits_fake).mean())


def adaptive_weight(reconstruction: Tensor, gan: Tensor, last_layer: Tensor, delta: float) -> Tensor:
    """λ of eq. (1): ‖∇ L_rec‖ / (‖∇ L_GAN‖ + δ) at the decoder's last layer, detached, at most 1e4.

    Esser et al. 2021, eq. (7); the bound stands in their code only.
    """
    rec_grad = torch.autograd.grad(reconstruction, last_layer, retain_graph=True)[0]
    gan_grad = torch.autograd.grad(gan, last_layer, retain_graph=True)[0]
    weight: Tensor = (rec_grad.norm() / (gan_grad.norm() + delta)).clamp(0.0, 1e4)
    return weight.detach()
