"""Request of a training: data set, target folder, budget and resumption."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from vqganodip.datasets.layouts import Dataset
from vqganodip.records import ModelName

__all__ = ["TrainingRequest"]


@dataclass(frozen=True, slots=True)
class TrainingRequest:
    """Data, target and budget of a training, the first one of a bundle or a continued one.

    Attributes:
        dataset: Only its ``train`` and ``mask`` images are used; the labelled ones are for the calibration.
        folder: Folder of the bundle. An older bundle there is replaced once the new one is complete.
        seconds: Budget in seconds; None for the default.
        steps: Budget in steps; takes precedence over ``seconds``.
        seed: Seeds the split, the weights and the batches.
        resume: True resumes the unfinished training of this bundle. With a budget in steps, the bundle has the same
            bits as without the interruption.
        restart: True discards an unfinished training of this bundle.
        checkpoint_s: Seconds between checkpoints.
        choose_scale: True chooses the working scale by the images, at most that of the settings; for models of a
            product without known defects.
        model: Product and version for the manifest of the bundle; None leaves it without, and the folder names it.
    """

    dataset: Dataset
    folder: Path
    seconds: float | None = None
    steps: int | None = None
    seed: int = 0
    resume: bool = False
    restart: bool = False
    checkpoint_s: float = 60.0
    choose_scale: bool = False
    model: ModelName | None = None
