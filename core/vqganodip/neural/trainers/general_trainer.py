"""Trainer of the general segmentation network."""

from __future__ import annotations

import copy
from collections.abc import Mapping
from typing import Any, Final

import numpy as np
import torch
from torch import Tensor
from torch.nn import functional as F

from vqganodip.neural.networks.general_segmentation import GeneralInputs, GeneralSegmentationNet
from vqganodip.neural.precision import training_autocast
from vqganodip.neural.trainers.checkpoint import generator_from_text, generator_text
from vqganodip.neural.trainers.general_batches import CropPlace, GeneralAlarms, draw_place, general_batch
from vqganodip.neural.trainers.lesson_product import LessonProduct
from vqganodip.types import Map

__all__ = ["GeneralTrainer"]

_RATE: Final = 1e-3
_WARM_UP: Final = 100
_DECAY: Final = 0.9985
"""Decay of the averaged weights per step."""

_SPIKE: Final = 10.0
"""A step is skipped if its loss is this many times the running one: the rate is close to what the network bears."""

_MINE_EVERY: Final = 100
_MINED_SHARE: Final = 4
"""Steps between two searches for false alarms, and crops of a step for each board that is searched."""


class GeneralTrainer:
    """A general segmentation network in training, at a constant rate, with averaged weights.

    Args:
        seed: Seeds weights and places of crops.
        without: Groups of inputs that are held at zero, for comparisons; see :func:`held_back`.
        batch: Crops of a step.
        device: ``cpu`` or ``cuda``; that of the products it learns from.

    Attributes:
        step: Steps taken.
        skipped: Steps skipped because of a spike of the loss.
        loss: Running mean of the loss.
        average: The network with averaged weights, in evaluation mode.
    """

    def __init__(self, seed: int, without: tuple[str, ...] = (), *, batch: int = 8, device: str = "cpu") -> None:
        torch.manual_seed(seed)
        self._without, self._batch, self._device = without, batch, device
        net = GeneralSegmentationNet().to(device)
        self._net = net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self.average: GeneralSegmentationNet = copy.deepcopy(self._net).eval().requires_grad_(False)
        self._rng = np.random.default_rng(seed)
        self._alarms = GeneralAlarms()
        self._optimiser = torch.optim.AdamW(
            self._net.parameters(), lr=_RATE, betas=(0.9, 0.98), eps=1e-6, weight_decay=1e-4
        )
        self.step, self.skipped, self.loss = 0, 0, 0.2
        self._since = 0

    def learn(self, pool: Mapping[int, LessonProduct]) -> None:
        """Take one step with crops from the pool."""
        if self.step == 0:
            self._set_feature_range(pool)
        if self.step % _MINE_EVERY == 0 and self.step > 0:
            self._mine(pool)
        self._alarms.keep(pool)
        places = [draw_place(pool, self._alarms, self._rng) for _ in range(self._batch)]
        batch = general_batch(pool, places)
        with training_autocast(self._device):
            odds = self._net(held_back(batch.inputs, self._without))
        each = F.binary_cross_entropy_with_logits(odds.float(), batch.target, reduction="none")
        loss = (each * batch.weight).mean()
        for group in self._optimiser.param_groups:
            group["lr"] = _RATE * min(1.0, (self.step - self._since + 1) / _WARM_UP)
        self._update(loss)
        self.step += 1

    def _update(self, loss: Tensor) -> None:
        value = loss.item()
        settled = self.step - self._since > _WARM_UP
        if not np.isfinite(value) or (settled and value > _SPIKE * self.loss):
            self.skipped += 1
            return
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        norm = torch.nn.utils.clip_grad_norm_(self._net.parameters(), 0.3)
        if not torch.isfinite(norm):
            self.skipped += 1
            return
        self._optimiser.step()
        self.loss = 0.98 * self.loss + 0.02 * value
        decay = min(_DECAY, (1 + self.step) / (10 + self.step))
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.parameters()), list(self._net.parameters()), 1.0 - decay)

    @torch.inference_mode()
    def odds(self, inputs: GeneralInputs) -> Map:
        """Log odds of a whole board under the averaged weights, float32 h×w."""
        with training_autocast(self._device):
            return np.asarray(self.average(held_back(inputs, self._without))[0, 0].float().cpu().numpy())

    @torch.inference_mode()
    def _mine(self, pool: Mapping[int, LessonProduct]) -> None:
        """Collect false alarms of the averaged network on whole normal boards of the pool."""
        numbers = sorted(pool)
        for _ in range(max(self._batch // _MINED_SHARE, 1)):
            number = numbers[int(self._rng.integers(len(numbers)))]
            board = int(self._rng.integers(pool[number].boards))
            self._alarms.add(number, board, self.judge(pool, number, board, defective=False))

    def judge(self, pool: Mapping[int, LessonProduct], number: int, board: int, *, defective: bool) -> Map:
        """Log odds of a whole board of a product, without or with its defects, float32 h×w."""
        place = CropPlace(number, board, defective, 0, 0)
        return self.odds(general_batch(pool, [place], pool[number].size[0]).inputs)

    def _set_feature_range(self, pool: Mapping[int, LessonProduct]) -> None:
        """Measure the range of the raw features on the first products."""
        places = [CropPlace(number, 0, False, 0, 0) for number in sorted(pool)]
        maps = general_batch(pool, places, min(p.size[0] for p in pool.values())).inputs.features
        mean = torch.cat([m.mean((0, 2, 3)) for m in maps])
        scale = torch.cat([m.std((0, 2, 3)) for m in maps]).clamp_min(1e-3)
        self._net.set_feature_range(mean, scale)
        self.average.set_feature_range(mean, scale)

    def start_from(self, weights: Mapping[str, Tensor], step: int) -> None:
        """Continue from averaged weights alone, as at a step: the optimiser has no history, so the rate rises again."""
        values = {name: value.float() for name, value in weights.items()}
        self._net.load_state_dict(values)
        self.average.load_state_dict(values)
        self.step = self._since = step

    def state(self) -> dict[str, Any]:
        """Return the state for :meth:`load`."""
        return {
            "net": self._net.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "rng": generator_text(self._rng),
            "alarms": self._alarms.state(),
            "step": self.step,
            "since": self._since,
            "skipped": self.skipped,
            "loss": self.loss,
        }

    def load(self, state: dict[str, Any]) -> None:
        """Restore a state."""
        self._net.load_state_dict(state["net"])
        self.average.load_state_dict(state["average"])
        self._optimiser.load_state_dict(state["optimiser"])
        self._rng = generator_from_text(state["rng"])
        self._alarms.load(state["alarms"])
        self.step, self.skipped, self.loss = state["step"], state["skipped"], state["loss"]
        self._since = int(state.get("since", 0))


def held_back(inputs: GeneralInputs, groups: tuple[str, ...]) -> GeneralInputs:
    """Hold groups of inputs at zero: ``features``, ``deviations`` (of pixels, features and texture) or ``texture``."""
    values = inputs
    if "features" in groups:
        a, b, c = (torch.zeros_like(m) for m in values.features)
        values = values._replace(features=(a, b, c), feature_z=(a, b, c))
    if "deviations" in groups:
        a, b, c = (torch.zeros_like(m) for m in values.feature_z)
        texture_z = torch.zeros_like(values.texture_z)
        values = values._replace(z=torch.zeros_like(values.z), feature_z=(a, b, c), texture_z=texture_z)
    if "texture" in groups:
        nothing = torch.zeros_like(values.texture)
        values = values._replace(texture=nothing, texture_z=nothing)
    return values
