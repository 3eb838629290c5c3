"""The running figures of a training: what its progress shows, and what a checkpoint must keep of them."""

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
_WORSE_BY_DB: Final = 0.01
_KEPT: Final = (
    "step",
    "seconds",
    "gan_steps",
    "codes_used",
    "perplexity",
    "held_out_psnr",
    "held_out_ssim",
    "best_psnr",
    "looks_without_gain",
)


class RunningMetrics:
    """Counts and running means.

    Attributes:
        step: Steps taken.
        seconds: Time used, that before a resumption included.
        gan_steps: Steps in which the discriminator had a say.
        codes_used: Codes used in the last whole window of steps; 0 before there is one.
        perplexity: Perplexity of the codes in that window.
        held_out_psnr: dB, at the last look; None before the first.
        held_out_ssim: The same look's.
        best_psnr: The best look's.
        looks_without_gain: Looks since the best one.
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
        self.looks_without_gain = 0
        self._mse = 0.05
        self._counts = torch.zeros(n_embed, device=device)
        self._last_window = torch.zeros(n_embed, device=device)
        self._sums: dict[str, float] = {}
        self._summed = 0

    @property
    def psnr(self) -> float:
        """dB, of clean training images: a running value."""
        return -10.0 * math.log10(max(self._mse, 1e-9))

    def add(self, outcome: Outcome, gan: bool, team: ProcessGroup) -> None:
        """Takes in a step."""
        codes = outcome.codes
        self._counts.index_add_(0, codes, torch.ones(codes.numel(), device=codes.device))
        self._mse = _INERTIA * self._mse + (1.0 - _INERTIA) * outcome.terms["mse"] / 4.0
        for name, value in outcome.terms.items():
            self._sums[name] = self._sums.get(name, 0.0) + value
        self._summed += 1
        self.gan_steps += gan
        self.step += 1
        if self.step % _WINDOW == 0:
            self._last_window = team.sum(self._counts)
            self._counts.zero_()
            self.codes_used, self.perplexity = usage(self._last_window)

    def finish(self, team: ProcessGroup) -> None:
        """The codes used at the end: those of the last whole window and of the steps since."""
        self.codes_used, self.perplexity = usage(self._last_window + team.sum(self._counts))

    @property
    def has_row(self) -> bool:
        """Whether there were steps since the last line of the table."""
        return self._summed > 0

    def row(self, rate: float) -> dict[str, float]:
        """A line of the table of progress: losses are means over the steps since the last line."""
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

    def look(self, psnr: float, ssim: float) -> bool:
        """Takes in a look at the held-out images; says whether it is the best so far, by a hundredth of a dB."""
        self.held_out_psnr, self.held_out_ssim = psnr, ssim
        better = self.best_psnr is None or psnr > self.best_psnr + _WORSE_BY_DB
        self.best_psnr = psnr if better else self.best_psnr
        self.looks_without_gain = 0 if better else self.looks_without_gain + 1
        return better

    def state(self, team: ProcessGroup) -> dict[str, Any]:
        """What :meth:`load` takes; to be asked for in every process of the team."""
        return {
            **{name: getattr(self, name) for name in _KEPT},
            "mse": self._mse,
            "counts": team.sum(self._counts),
            "last_window": self._last_window,
            "sums": dict(self._sums),
            "summed": self._summed,
        }

    def load(self, state: dict[str, Any], team: ProcessGroup) -> None:
        """Goes on from a state; the first process takes the counts of all."""
        for name in _KEPT:
            setattr(self, name, state[name])
        self._mse = float(state["mse"])
        if team.rank == 0:
            self._counts.copy_(state["counts"])
        self._last_window.copy_(state["last_window"])
        self._sums, self._summed = dict(state["sums"]), int(state["summed"])
