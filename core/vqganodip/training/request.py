"""What a training is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vqganodip.datasets.layouts import Dataset

__all__ = ["TrainingRequest"]


@dataclass(frozen=True, slots=True)
class TrainingRequest:
    """Data, target and budget of a training, the first one of a bundle or a continued one.

    Attributes:
        dataset: Only its ``train`` and ``mask`` images are used; the labelled ones are for the calibration.
        folder: Where the bundle goes. An older bundle there is replaced when the new one is complete.
        seconds: Time for the training.
        steps: Steps instead of time; takes precedence over ``seconds``.
        seed: Seeds the split, the weights and the batches.
        resume: Continue the unfinished training of this bundle; with a budget in steps to the same bundle, to the bit,
            as if it had never ended.
        restart: Discard an unfinished training of this bundle.
        checkpoint_s: Seconds between checkpoints.
    """

    dataset: Dataset
    folder: Path
    seconds: float | None = None
    steps: int | None = None
    seed: int = 0
    resume: bool = False
    restart: bool = False
    checkpoint_s: float = 60.0
