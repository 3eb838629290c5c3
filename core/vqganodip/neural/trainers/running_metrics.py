"""Running metrics of a VQGAN training, shown as progress and saved in checkpoints."""

from __future__ import annotations

import math
from typing import Any, Final

import torch

from vqganodip.neural.networks.quantizer import usage
from vqganodip.neural.trainers.devices import ProcessGroup
from vqganodip.neural.trainers.learner import Outcome

__all__ = ["RunningMetrics"]

_WINDOW: Final = 50
_INERTIA: Final = 0.95
_LEAST_GAIN_DB: Final = 0.01
_SAVED: Final = {
    "step": "step",
    "seconds": "seconds",
    "gan_steps": "gan_steps",
    "codes_used": "codes_used",
    "perplexity": "perplexity",
    "held_out_psnr": "held_out_psnr",
    "held_out_ssim": "held_out_ssim",
    "best_psnr": "best_psnr",
    "validations_without_gain": "looks_without_gain",
}
"""Attributes saved in a checkpoint, and their names there."""


class RunningMetrics:
    """Counts and running means.

    Attributes:
        step: Number of steps.
        seconds: Training time, including the time before a resumption.
        gan_steps: Number of steps with the GAN term.
        codes_used: Codes used in the last complete window of steps; 0 before the first window is complete.
        perplexity: Perplexity of the codes in that window.
        held_out_psnr: PSNR in dB at the last validation; None before the first.
        held_out_ssim: SSIM at the last validation.
        best_psnr: PSNR in dB at the best validation.
        validations_without_gain: Validations since the best one.
    """

    def __init__(self, n_embed: int, device: torch.device) -> None:
        self.step = 0
        self.seconds = 0.0
        self.gan_steps = 0
        self.codes_used = 0
        self.perplexity = 0.0
        self.held_out_psnr: float | None = None
        self.held_out_ssim: float | None = None
        self.best_psnr: float | None = None
        self.validations_without_gain = 0
        self._mse = 0.05
        self._counts = torch.zeros(n_embed, device=device)
        self._last_window = torch.zeros(n_embed, device=device)
        self._sums: dict[str, float] = {}
        self._summed = 0

    @property
    def psnr(self) -> float:
        """Running PSNR in dB of clean training images."""
        return -10.0 * math.log10(max(self._mse, 1e-9))

    def add(self, outcome: Outcome, gan: bool, group: ProcessGroup) -> None:
        """Add the outcome of a step."""
        codes = outcome.codes
        self._counts.index_add_(0, codes, torch.ones(codes.numel(), device=codes.device))
        self._mse = _INERTIA * self._mse + (1.0 - _INERTIA) * outcome.terms["mse"] / 4.0
        for name, value in outcome.terms.items():
            self._sums[name] = self._sums.get(name, 0.0) + value
        self._summed += 1
        self.gan_steps += gan
        self.step += 1
        if self.step % _WINDOW == 0:
            self._last_window = group.sum(self._counts)
            self._counts.zero_()
            self.codes_used, self.perplexity = usage(self._last_window)

    def finish(self, group: ProcessGroup) -> None:
        """Compute the codes used at the end: in the last complete window and the steps since."""
        self.codes_used, self.perplexity = usage(self._last_window + group.sum(self._counts))

    @property
    def has_row(self) -> bool:
        """True if there were steps since the last row of the table."""
        return self._summed > 0

    def row(self, rate: float) -> dict[str, float]:
        """Return a row of the progress table; losses are means over the steps since the last row."""
        means = {name: value / self._summed for name, value in self._sums.items() if name != "mse"}
        self._sums, self._summed = {}, 0
        return {
            "step": self.step,
            "seconds": self.seconds,
            **means,
            "psnr": self.psnr,
            "learning_rate": rate,
            "codes_used": self.codes_used,
            "perplexity": self.perplexity,
            "dead_codes": len(self._counts) - self.codes_used,
        }

    def add_validation(self, psnr: float, ssim: float) -> bool:
        """Add a validation; return True if it is the best so far, by at least 0.01 dB."""
        self.held_out_psnr, self.held_out_ssim = psnr, ssim
        better = self.best_psnr is None or psnr > self.best_psnr + _LEAST_GAIN_DB
        self.best_psnr = psnr if better else self.best_psnr
        self.validations_without_gain = 0 if better else self.validations_without_gain + 1
        return better

    def state(self, group: ProcessGroup) -> dict[str, Any]:
        """Return the state for :meth:`load`; every process of the group must call this."""
        return {
            **{name: getattr(self, attribute) for attribute, name in _SAVED.items()},
            "mse": self._mse,
            "counts": group.sum(self._counts),
            "last_window": self._last_window,
            "sums": dict(self._sums),
            "summed": self._summed,
        }

    def load(self, state: dict[str, Any], group: ProcessGroup) -> None:
        """Restore a state; the first process takes over the counts of all processes."""
        for attribute, name in _SAVED.items():
            setattr(self, attribute, state[name])
        self._mse = float(state["mse"])
        if group.rank == 0:
            self._counts.copy_(state["counts"])
        self._last_window.copy_(state["last_window"])
        self._sums, self._summed = dict(state["sums"]), int(state["summed"])
