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

from vqganodip.detection.segmentation_map import known_board
from vqganodip.errors import TrainingError
from vqganodip.neural.networks.segmentation import _MULTIPLE, CELL, SegmentationNet, as_input, position_grid, widened
from vqganodip.neural.threads import ThreadChoice
from vqganodip.neural.trainers.checkpoint import generator_from_text, generator_text
from vqganodip.neural.trainers.run_folder import RunFolder
from vqganodip.neural.trainers.segmentation_batches import BoardCrops, FalseAlarms, SegmentationBatch
from vqganodip.types import Image, Map

__all__ = ["SegmentationTrainingStep", "train_segmentation_net"]


SEGMENTATION_STAGE: Final = "foreign"
"""The section of a checkpoint that holds this training."""


_RATE: Final = 1.5e-3


_GENTLE: Final = 6e-4
"""Peak of the learning rate of a new network, and of one that goes on."""


_LOOK_EVERY: Final = 250


_LOOKED_AT: Final = 6
"""After so many steps so many whole boards are looked at for false alarms."""


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
) -> Iterator[SegmentationTrainingStep | SegmentationNet]:
    """Trains a foreign network on normal boards; yields progress, and the network last.

    Args:
        images: uint8 H×W×3, registered.
        mean: float32 H×W×3, of the golden board.
        scale: float32 H×W×3, its spread.
        seed: Seeds weights, places and corruptions.
        seconds: Budget in seconds; or
        steps: budget in steps.
        run: Where checkpoints go; one in it is gone on from.
        start: Weights of a trained network of this product to begin with. It then learns from whole parts and from
            its false alarms.

    Raises:
        TrainingError: No images, boards below 32 px, weights to begin with that do not fit, or a loss that is not
            finite.
    """
    if not images or min(images[0].shape[:2]) < _MULTIPLE:
        raise TrainingError("there are no boards of 32 px and more to train on", todo="Give normal boards.")
    torch.manual_seed(seed)
    net = SegmentationNet(position_grid((images[0].shape[0], images[0].shape[1])))
    if start is not None:
        try:
            net.load_state_dict(widened(start))
        except (KeyError, RuntimeError) as error:
            raise TrainingError(
                "the foreign network to begin with is not one of boards of this size", todo="Train from the start."
            ) from error
    training = _Training(net, np.random.default_rng(seed), _RATE if start is None else _GENTLE)
    crops = BoardCrops(images, mean, scale, _MULTIPLE, whole=start is not None)
    known = as_input(known_board(mean, scale))
    if run is not None and SEGMENTATION_STAGE in run.sections:
        training.load(run.sections[SEGMENTATION_STAGE])
    started = time.monotonic() - training.seconds
    threads = ThreadChoice(enabled=steps is None)
    while training.share < 1.0:
        threads.step()
        if start is not None and training.step % _LOOK_EVERY == 0:
            for board in training.rng.integers(0, len(images), _LOOKED_AT):
                training.look(int(board), images[int(board)], (images[int(board)] - mean) / scale, known)
        training.learn(crops.batch(training.rng, training.alarms))
        training.seconds = time.monotonic() - started
        training.share = min(training.step / steps if steps else training.seconds / (seconds or 1.0), 1.0)
        if run is not None and (training.share >= 1.0 or run.checkpoints.due()):
            run.save(0, **{SEGMENTATION_STAGE: training.state()})
        yield SegmentationTrainingStep(training.step, training.share, training.loss)
    threads.close()
    yield training.net.eval()


class _Training:
    """The foreign network in training, and how far it is; ``loss`` is the running one."""

    def __init__(self, net: SegmentationNet, rng: Generator, rate: float) -> None:
        self.net, self.rng, self.alarms = net, rng, FalseAlarms()
        self.step, self.seconds, self.share, self.loss = 0, 0.0, 0.0, 0.1
        self._rate = rate
        self.net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._optimiser = torch.optim.AdamW(net.parameters(), lr=rate, weight_decay=1e-4)

    @torch.inference_mode()
    def look(self, board: int, image: Image, deviation: Map, known: Tensor) -> None:
        """Remembers where a whole normal board looks foreign to the network as it is now."""
        x, z = as_input(np.asarray(image, np.float32) / 127.5 - 1.0), as_input(deviation)
        with torch.autocast("cpu", torch.bfloat16):
            odds = self.net(x, z, known)[0, 0].float().numpy()
        rows, columns = (n // CELL for n in image.shape[:2])
        self.alarms.add(board, np.asarray(odds[:rows, :columns], np.float32))

    def learn(self, batch: SegmentationBatch) -> None:
        """One step; the rate rises over 50 steps and falls as a cosine."""
        for group in self._optimiser.param_groups:
            fall = 0.02 + 0.49 * (1.0 + np.cos(np.pi * self.share))
            group["lr"] = float(self._rate * min(1.0, (self.step + 1) / 50) * fall)
        with torch.autocast("cpu", torch.bfloat16):
            odds = self.net(batch.x, batch.z, batch.known, batch.places)
        each = F.binary_cross_entropy_with_logits(odds.float(), batch.wanted, reduction="none")
        loss = (each * batch.counted * (1.0 + 2.0 * batch.wanted)).mean()
        if not torch.isfinite(loss):
            raise TrainingError(
                f"the loss of the foreign network is not finite at step {self.step}", todo="Train again."
            )
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self.net.parameters(), 1.0)
        self._optimiser.step()
        self.step += 1
        self.loss = 0.98 * self.loss + 0.02 * loss.item()

    def state(self) -> dict[str, Any]:
        """What :meth:`load` takes."""
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
        """Goes on from a state, to the bit."""
        self.net.load_state_dict(state["net"])
        self._optimiser.load_state_dict(state["optimiser"])
        self.rng = generator_from_text(state["rng"])
        self.alarms.load(state["alarms"])
        self.step, self.seconds, self.share = state["step"], state["seconds"], state["share"]
        self.loss = state["loss"]
