"""Vector quantizer, which replaces each latent with its nearest codebook entry (van den Oord et al. 2017)."""

from __future__ import annotations

from dataclasses import dataclass

import torch
from torch import Tensor, nn
from torch.nn import functional as F

__all__ = ["Quantized", "VectorQuantizer", "usage"]


@dataclass(frozen=True, slots=True)
class Quantized:
    """Result of the quantizer.

    Attributes:
        z_q: B×D×h×w, the codebook entries, with the straight-through gradient to the latents.
        codes: B×h×w int64, the indices of the entries.
        codebook_loss: ‖sg[E(x)] − z_q‖², mean over all elements (eq. 1, second term).
        commitment_loss: ‖sg[z_q] − E(x)‖², mean over all elements (eq. 1, third term).
    """

    z_q: Tensor
    codes: Tensor
    codebook_loss: Tensor
    commitment_loss: Tensor


class VectorQuantizer(nn.Module):
    """Codebook of ``n_embed`` entries of ``embed_dim`` dimensions.

    The codebook starts uniform in ±1/n_embed, as in Esser et al.'s code. This leaves most entries unused on small data
    sets, for which the preset ``robust`` uses :meth:`fill` and :meth:`revive`.
    """

    used: Tensor

    def __init__(self, n_embed: int, embed_dim: int) -> None:
        super().__init__()
        self.n_embed = n_embed
        self.embedding = nn.Embedding(n_embed, embed_dim)
        nn.init.uniform_(self.embedding.weight, -1.0 / n_embed, 1.0 / n_embed)
        self.register_buffer("used", torch.zeros(n_embed), persistent=False)

    def nearest(self, latents: Tensor) -> Tensor:
        """Indices of the nearest entries, int64 N, of N×D latents."""
        book = self.embedding.weight.float()
        # |z - e|² = |z|² - 2 z·e + |e|²; |z|² does not change which entry is nearest
        return (book.pow(2).sum(1) - 2.0 * latents.float() @ book.t()).argmin(1)

    def forward(self, z: Tensor) -> Quantized:
        """Quantize latents B×D×h×w in float32."""
        b, d, h, w = z.shape
        z = z.float()
        flat = z.permute(0, 2, 3, 1).reshape(-1, d)  # B·h·w × D
        codes = self.nearest(flat.detach())
        if self.training:
            self.used.index_add_(0, codes, torch.ones_like(codes, dtype=self.used.dtype))
        z_q = self.embedding(codes).float().view(b, h, w, d).permute(0, 3, 1, 2)  # B×D×h×w
        codebook_loss = F.mse_loss(z_q, z.detach())
        commitment_loss = F.mse_loss(z, z_q.detach())
        straight_through = z + (z_q - z).detach()
        return Quantized(straight_through, codes.view(b, h, w), codebook_loss, commitment_loss)

    @torch.no_grad()
    def fill(self, latents: Tensor, generator: torch.Generator) -> None:
        """Replace all entries with latents N×D drawn at random, with replacement if there are too few, plus noise.

        The generator must be on the CPU; the network may be on any device.
        """
        picked = torch.randint(len(latents), (self.n_embed,), generator=generator)
        if len(latents) >= self.n_embed:
            picked = torch.randperm(len(latents), generator=generator)[: self.n_embed]
        entries = latents[picked.to(latents.device)].float()
        noise = torch.randn(entries.shape, generator=generator).to(latents.device) * (0.01 * entries.std())
        self.embedding.weight.copy_(entries + noise)
        self.used.zero_()

    @torch.no_grad()
    def revive(self, latents: Tensor, generator: torch.Generator) -> int:
        """Move entries unused since the last call to latents N×D that are far from any entry; return their number.

        The probability of a latent grows with its distance to the nearest entry, as in k-means++.
        """
        dead = (self.used == 0).nonzero().flatten()
        self.used.zero_()
        if len(dead) == 0 or len(latents) == 0:
            return 0
        latents = latents.float()
        nearest = self.embedding.weight[self.nearest(latents)].float()
        weight = (latents - nearest).pow(2).sum(1) + 1e-8
        count = min(len(dead), len(latents))
        picked = torch.multinomial(weight.cpu(), count, replacement=False, generator=generator)
        self.embedding.weight[dead[:count]] = latents[picked.to(latents.device)]
        return count


def usage(counts: Tensor) -> tuple[int, float]:
    """Number of used codes and perplexity exp(−Σ p log p) of counts (n_embed)."""
    p = counts.float() / counts.sum().clamp_min(1)
    entropy = -(p[p > 0] * p[p > 0].log()).sum()
    return int((counts > 0).sum()), float(entropy.exp())
