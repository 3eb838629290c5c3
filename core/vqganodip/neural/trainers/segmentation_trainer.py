"""Trainer of the anomaly segmentation network."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor
from torch.nn import functional as F

from vqganodip.datasets.ground_truth import MarkedBoard
from vqganodip.detection.segmentation_map import known_board
from vqganodip.errors import TrainingError
from vqganodip.neural.networks.segmentation import (
    CELL,
    MULTIPLE,
    SegmentationNet,
    as_input,
    position_grid,
    with_statistics_inputs,
)
from vqganodip.neural.precision import training_autocast
from vqganodip.neural.threads import ThreadChoice
from vqganodip.neural.trainers.checkpoint import generator_from_text, generator_text
from vqganodip.neural.trainers.run_folder import RunFolder
from vqganodip.neural.trainers.segmentation_batches import BoardCrops, FalseAlarms, SegmentationBatch
from vqganodip.types import Image, Map

__all__ = ["SEGMENTATION_STAGE", "SegmentationTrainingStep", "train_segmentation_net"]

SEGMENTATION_STAGE: Final = "foreign"
"""The section of a checkpoint that holds this training."""

_LEARNING_RATE: Final = 1.5e-3
_FINE_TUNING_RATE: Final = 6e-4
"""Peaks of the learning rate: of a new network, and of one that continues from trained weights."""

_CHECK_EVERY: Final = 250
_CHECKED_BOARDS: Final = 6
"""Interval in steps at which whole boards are checked for false alarms, and how many of them."""


@dataclass(frozen=True, slots=True)
class SegmentationTrainingStep:
    """Progress of the training: step, share of the budget used, running loss."""

    step: int
    share: float
    loss: float


def train_segmentation_net(
    images: Sequence[Image],
    mean: Map,
    scale: Map,
    *,
    seed: int,
    seconds: float | None = None,
    steps: int | None = None,
    run: RunFolder | None = None,
    start: Mapping[str, Tensor] | None = None,
    marked: Sequence[MarkedBoard] = (),
) -> Iterator[SegmentationTrainingStep | SegmentationNet]:
    """Train a segmentation network on normal boards; yields progress, and the network last.

    Args:
        images: uint8 H×W×3, registered.
        mean: float32 H×W×3, the per-pixel mean of normal boards.
        scale: float32 H×W×3, the per-pixel spread.
        seed: Seeds weights, places and anomalies.
        seconds: Budget in seconds.
        steps: Budget in steps, instead of seconds.
        run: Run folder for checkpoints; training resumes from the one in it.
        start: Weights of a trained network of this product to continue from. Training then includes anomalies of whole
            components and the network's own false alarms.
        marked: Registered defective boards with masks.

    Raises:
        TrainingError: No images, boards below 32 px, start weights that do not fit, or a loss that is not finite.
    """
    if not images or min(images[0].shape[:2]) < MULTIPLE:
        raise TrainingError(
            "segmentation-no-boards", "there are no boards of 32 px and more to train on", todo="Give normal boards."
        )
    torch.manual_seed(seed)
    net = SegmentationNet(position_grid((images[0].shape[0], images[0].shape[1])))
    if start is not None:
        try:
            net.load_state_dict(with_statistics_inputs(start))
        except (KeyError, RuntimeError) as error:
            raise TrainingError(
                "segmentation-start-unfit",
                "the segmentation network to start from is for boards of another size",
                todo="Train from the start.",
            ) from error
    training = _Training(net, np.random.default_rng(seed), _LEARNING_RATE if start is None else _FINE_TUNING_RATE)
    crops = BoardCrops(images, mean, scale, components=start is not None, marked=marked)
    statistics = as_input(known_board(mean, scale))
    if run is not None and SEGMENTATION_STAGE in run.sections:
        training.load(run.sections[SEGMENTATION_STAGE])
    started = time.monotonic() - training.seconds
    threads = ThreadChoice(enabled=steps is None)
    while training.share < 1.0:
        threads.step()
        if start is not None and training.step % _CHECK_EVERY == 0:
            for board in training.rng.integers(0, len(images), _CHECKED_BOARDS):
                deviation = (images[int(board)] - mean) / scale
                training.find_false_alarms(int(board), images[int(board)], deviation, statistics)
        training.learn(crops.batch(training.rng, training.alarms))
        training.seconds = time.monotonic() - started
        training.share = min(training.step / steps if steps else training.seconds / (seconds or 1.0), 1.0)
        if run is not None and (training.share >= 1.0 or run.checkpoints.due()):
            run.save(0, **{SEGMENTATION_STAGE: training.state()})
        yield SegmentationTrainingStep(training.step, training.share, training.loss)
    threads.close()
    yield training.net.eval()


class _Training:
    """The network in training with its optimiser and progress; ``loss`` is a running mean."""

    def __init__(self, net: SegmentationNet, rng: Generator, rate: float) -> None:
        self.net, self.rng, self.alarms = net, rng, FalseAlarms()
        self.step, self.seconds, self.share, self.loss = 0, 0.0, 0.0, 0.1
        self._rate = rate
        self.net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=1e-4)

    @torch.inference_mode()
    def find_false_alarms(self, board: int, image: Image, deviation: Map, statistics: Tensor) -> None:
        """Collect the places of a whole normal board that the network currently marks as anomalous."""
        x, z = as_input(np.asarray(image, np.float32) / 127.5 - 1.0), as_input(deviation)
        with training_autocast():
            odds = self.net(x, z, statistics)[0, 0].float().numpy()
        rows, columns = (n // CELL for n in image.shape[:2])
        self.alarms.add(board, np.asarray(odds[:rows, :columns], np.float32))

    def learn(self, batch: SegmentationBatch) -> None:
        """Take one step; the learning rate rises over 50 steps and falls as a cosine."""
        for group in self._optimiser.param_groups:
            fall = 0.02 + 0.49 * (1.0 + np.cos(np.pi * self.share))
            group["lr"] = float(self._rate * min(1.0, (self.step + 1) / 50) * fall)
        with training_autocast():
            odds = self.net(batch.x, batch.z, batch.statistics, batch.places)
        each = F.binary_cross_entropy_with_logits(odds.float(), batch.target, reduction="none")
        loss = (each * batch.certain * (1.0 + 2.0 * batch.target)).mean()
        if not torch.isfinite(loss):
            raise TrainingError(
                "segmentation-loss-not-finite",
                "the loss of the segmentation network is not finite at step {step}",
                todo="Train again.",
                step=self.step,
            )
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self._optimiser.step()
        self.step += 1
        self.loss = 0.98 * self.loss + 0.02 * loss.item()

    def state(self) -> dict[str, Any]:
        """Return the state for :meth:`load`."""
        return {
            "net": self.net.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "rng": generator_text(self.rng),
            "alarms": self.alarms.state(),
            "step": self.step,
            "seconds": self.seconds,
            "share": self.share,
            "loss": self.loss,
        }

    def load(self, state: dict[str, Any]) -> None:
        """Restore a state; training then continues with identical bits."""
        self.net.load_state_dict(state["net"])
        self._optimiser.load_state_dict(state["optimiser"])
        self.rng = generator_from_text(state["rng"])
        self.alarms.load(state["alarms"])
        self.step, self.seconds, self.share = state["step"], state["seconds"], state["share"]
        self.loss = state["loss"]
