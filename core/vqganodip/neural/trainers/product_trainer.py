"""Training of a product's own segmentation network, which starts from the general one."""

from __future__ import annotations

import copy
import time
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor
from torch.nn import functional as F

from vqganodip.datasets.ground_truth import MarkedBoard
from vqganodip.detection.place_statistics import PlaceStatistics, ProductStatistics
from vqganodip.detection.segmentation_map import SEGMENTATION_CELL
from vqganodip.detection.texture import texture_maps
from vqganodip.errors import TrainingError
from vqganodip.neural.board_maps import MULTIPLE, board_maps, general_inputs
from vqganodip.neural.networks.efficientnet_lite import STRIDES, EfficientNetLite, pixels_to_input
from vqganodip.neural.networks.general_segmentation import (
    GeneralInputs,
    GeneralSegmentationNet,
    general_network_from,
)
from vqganodip.neural.precision import training_autocast
from vqganodip.neural.threads import ThreadChoice
from vqganodip.neural.trainers.checkpoint import generator_from_text, generator_text
from vqganodip.neural.trainers.run_folder import RunFolder
from vqganodip.neural.trainers.segmentation_batches import BoardCrops, FalseAlarms, SegmentationBatch
from vqganodip.neural.trainers.segmentation_trainer import SEGMENTATION_STAGE, SegmentationTrainingStep
from vqganodip.types import Image

__all__ = ["ProductLessons", "train_product_net"]

_RATE: Final = 2e-4
_WARM_UP: Final = 50
_DECAY: Final = 0.995
_BORDER: Final = 4
"""Cells at the border of a crop that do not count: features there see padding instead of the board."""

_CHECK_EVERY: Final = 250
_CHECKED_BOARDS: Final = 4


@dataclass(frozen=True, slots=True, eq=False)
class ProductLessons:
    """Boards and statistics from which a product's network learns.

    Attributes:
        images: uint8 H×W×3, registered normal boards.
        about: Statistics of the product.
        features: The frozen network.
        marked: Registered defective boards with masks.
    """

    images: Sequence[Image] = field(repr=False)
    about: ProductStatistics = field(repr=False)
    features: EfficientNetLite = field(repr=False)
    marked: Sequence[MarkedBoard] = field(default=(), repr=False)


def train_product_net(
    lessons: ProductLessons,
    start: Mapping[str, Tensor],
    *,
    seed: int,
    seconds: float | None = None,
    steps: int | None = None,
    run: RunFolder | None = None,
    stop: Callable[[], bool] | None = None,
) -> Iterator[SegmentationTrainingStep | GeneralSegmentationNet]:
    """Train on normal boards with synthetic anomalies and on known defects; yields progress, and the network last.

    Args:
        lessons: Boards and statistics of the product.
        start: Weights of the general network, or of a product's network to continue.
        seed: Seeds places and anomalies.
        seconds: Budget in seconds.
        steps: Budget in steps, instead of seconds.
        run: Run folder for checkpoints; training resumes from the one in it.
        stop: Called after each step; True ends the training after a checkpoint.

    Raises:
        TrainingError: No images, or boards below 32 px.
    """
    images = lessons.images
    if not images or min(images[0].shape[:2]) < MULTIPLE:
        raise TrainingError(
            "segmentation-no-boards", "there are no boards of 32 px and more to train on", todo="Give normal boards."
        )
    training = _ProductTraining(general_network_from(start), np.random.default_rng(seed))
    crops = BoardCrops(images, lessons.about.mean, lessons.about.scale, marked=lessons.marked)
    if run is not None and SEGMENTATION_STAGE in run.sections:
        training.load(run.sections[SEGMENTATION_STAGE])
    started = time.monotonic() - training.seconds
    threads = ThreadChoice(enabled=steps is None)
    while training.share < 1.0:
        threads.step()
        if training.step % _CHECK_EVERY == 0:
            for board in training.rng.integers(0, len(images), _CHECKED_BOARDS):
                training.find_false_alarms(int(board), lessons)
        training.learn(crops.batch(training.rng, training.alarms), lessons)
        training.seconds = time.monotonic() - started
        training.share = min(training.step / steps if steps else training.seconds / (seconds or 1.0), 1.0)
        stopped = stop is not None and stop()
        if run is not None and (training.share >= 1.0 or stopped or run.checkpoints.due()):
            run.save(0, **{SEGMENTATION_STAGE: training.state()})
        yield SegmentationTrainingStep(training.step, training.share, training.loss)
        if stopped:
            break
    threads.close()
    yield training.average


class _ProductTraining:
    """The network in training with its optimiser and progress; ``loss`` is a running mean."""

    def __init__(self, net: GeneralSegmentationNet, rng: Generator) -> None:
        self.average, self._net = net, copy.deepcopy(net).train()
        for p in self._net.parameters():
            p.requires_grad_(True)
        self.rng, self.alarms = rng, FalseAlarms()
        self.step, self.seconds, self.share, self.loss = 0, 0.0, 0.0, 0.1
        self._optimiser = torch.optim.AdamW(
            self._net.parameters(), lr=_RATE, betas=(0.9, 0.98), eps=1e-6, weight_decay=1e-4
        )

    @torch.inference_mode()
    def find_false_alarms(self, board: int, lessons: ProductLessons) -> None:
        """Collect the places of a whole normal board that the averaged network currently marks as anomalous."""
        image = lessons.images[board]
        inputs = general_inputs(image, lessons.about, board_maps(image, lessons.features))
        with training_autocast():
            odds = self.average(inputs)
        rows, columns = (n // SEGMENTATION_CELL for n in image.shape[:2])
        self.alarms.add(board, np.asarray(odds[0, 0, :rows, :columns].float().numpy()))

    def learn(self, batch: SegmentationBatch, lessons: ProductLessons) -> None:
        """Take one step; steps with a loss that is not finite are skipped."""
        for group in self._optimiser.param_groups:
            group["lr"] = _RATE * min(1.0, (self.step + 1) / _WARM_UP)
        inputs = _with_maps(batch, lessons.about.places, lessons.features)
        with training_autocast():
            odds = self._net(inputs)
        each = F.binary_cross_entropy_with_logits(odds.float(), batch.target, reduction="none")
        loss = (each * _inner(batch.certain) * (1.0 + 2.0 * batch.target)).mean()
        self.step += 1
        if not torch.isfinite(loss):
            return
        self._optimiser.zero_grad(set_to_none=True)
        loss.backward()  # type: ignore[no-untyped-call]
        torch.nn.utils.clip_grad_norm_(self._net.parameters(), 0.3)
        self._optimiser.step()
        self.loss = 0.98 * self.loss + 0.02 * loss.item()
        with torch.no_grad():
            torch._foreach_lerp_(list(self.average.parameters()), list(self._net.parameters()), 1.0 - _DECAY)

    def state(self) -> dict[str, Any]:
        """Return the state for :meth:`load`."""
        return {
            "net": self._net.state_dict(),
            "average": self.average.state_dict(),
            "optimiser": self._optimiser.state_dict(),
            "rng": generator_text(self.rng),
            "alarms": self.alarms.state(),
            "step": self.step,
            "seconds": self.seconds,
            "share": self.share,
            "loss": self.loss,
        }

    def load(self, state: dict[str, Any]) -> None:
        """Restore a state."""
        self._net.load_state_dict(state["net"])
        self.average.load_state_dict(state["average"])
        self._optimiser.load_state_dict(state["optimiser"])
        self.rng = generator_from_text(state["rng"])
        self.alarms.load(state["alarms"])
        self.step, self.seconds, self.share = state["step"], state["seconds"], state["share"]
        self.loss = state["loss"]


@torch.inference_mode()
def _maps(x: Tensor, features: EfficientNetLite) -> list[Tensor]:
    """Features and texture of crops B×3×H×W in [-1, 1], rounded to grey levels."""
    pixels = ((x + 1.0) * 127.5).round().clamp(0, 255).to(torch.uint8).permute(0, 2, 3, 1).contiguous()
    texture = torch.from_numpy(np.stack([texture_maps(crop.numpy()) for crop in pixels]))
    return [*features(pixels_to_input(pixels)), texture]


def _with_maps(
    batch: SegmentationBatch, places: Sequence[PlaceStatistics], features: EfficientNetLite
) -> GeneralInputs:
    """Inputs of the general network for a batch of crops."""
    maps = [m.clone() for m in _maps(batch.x, features)]
    deviations = []
    for values, about, stride in zip(maps, places, (*STRIDES, SEGMENTATION_CELL), strict=True):
        height, width = values.shape[-2:]
        parts = []
        for one, (row, column) in zip(values.numpy(), batch.places, strict=True):
            y, x = row * STRIDES[-1] // stride, column * STRIDES[-1] // stride
            area = (slice(None), slice(y, y + height), slice(x, x + width))
            parts.append(PlaceStatistics(about.mean[area], about.spread[area]).deviation(one))
        deviations.append(torch.from_numpy(np.stack(parts)))
    f4, f8, f16, texture = maps
    z4, z8, z16, texture_z = deviations
    return GeneralInputs(batch.x, batch.z, batch.statistics, (f4, f8, f16), (z4, z8, z16), texture, texture_z)


def _inner(certain: Tensor) -> Tensor:
    """Leave out the border of each crop, if it is large enough to have an inside."""
    if min(certain.shape[-2:]) <= 4 * _BORDER:
        return certain
    result = torch.zeros_like(certain)
    inside = (..., slice(_BORDER, -_BORDER), slice(_BORDER, -_BORDER))
    result[inside] = certain[inside]
    return result
