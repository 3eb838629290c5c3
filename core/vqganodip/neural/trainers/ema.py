"""Exponential moving average (EMA) of a network's weights, used for inference."""

from __future__ import annotations

import copy
from typing import Any

import torch
from torch import Tensor

from vqganodip.neural.networks.vqgan import VQGAN

__all__ = ["MovingAverage"]


class MovingAverage:
    """A second VQGAN whose weights become ``decay·average + (1 − decay)·weight`` after each step.

    The decay starts low and rises as (1 + n) / (10 + n) after n steps up to its final value, so that a short training
    is not averaged with its random initial weights.

    Args:
        network: The network in training.
        decay: Between 0 and 1, such as 0.999.
    """

    def __init__(self, network: VQGAN, decay: float) -> None:
        self.network = copy.deepcopy(network).eval().requires_grad_(False)
        self._decay = decay
        self._steps = 0

    @torch.no_grad()
    def update(self, network: VQGAN) -> None:
        """Average the weights after a step."""
        self._steps += 1
        decay = min(self._decay, (1 + self._steps) / (10 + self._steps))
        own: list[Tensor] = list(self.network.parameters())
        new: list[Tensor] = list(network.parameters())
        torch._foreach_lerp_(own, new, 1.0 - decay)

    @torch.no_grad()
    def copy_entries(self, network: VQGAN, rows: Tensor) -> None:
        """Copy replaced codebook entries without averaging, because their history is that of other entries."""
        self.network.quantize.embedding.weight[rows] = network.quantize.embedding.weight[rows]

    def state(self) -> dict[str, Any]:
        """Return the state for :meth:`load`."""
        return {"steps": self._steps, "network": self.network.state_dict()}

    def load(self, state: dict[str, Any]) -> None:
        """Restore a state."""
        self._steps = int(state["steps"])
        self.network.load_state_dict(state["network"])
