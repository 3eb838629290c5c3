"""Training of the general segmentation network on random products, one event after the other."""

from __future__ import annotations

import csv
import json
import time
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch

from vqganodip.detection.segmentation_map import ODDS_RANGE
from vqganodip.errors import TrainingError
from vqganodip.files import export_file
from vqganodip.neural.inference import network_bytes, network_weights
from vqganodip.neural.threads import ThreadChoice
from vqganodip.neural.trainers.checkpoint import read_checkpoint, write_checkpoint
from vqganodip.neural.trainers.general_trainer import GeneralTrainer
from vqganodip.neural.trainers.lesson_product import LessonProduct
from vqganodip.statistics import auroc
from vqganodip.training.lesson_pool import LessonPlan, LessonPool

__all__ = [
    "LOG_COLUMNS",
    "PretrainStep",
    "PretrainValidation",
    "PretrainWaiting",
    "Pretraining",
    "lesson_auroc",
    "levelled_off",
]

LOG_COLUMNS: Final = ("step", "seconds", "products", "loss", "skipped", "auroc", "lowest_auroc")
"""Columns of ``log.csv`` in the run folder, one row per validation."""

_PLAN, _CHECKPOINT, _LOG, _LESSONS, _SNAPSHOTS = "plan.json", "checkpoint.pt", "log.csv", "lessons", "snapshots"
_SAVE_EVERY: Final = 250
_BATCH: Final = 8
_LEAST_GAIN: Final = 0.003


@dataclass(frozen=True, slots=True)
class PretrainWaiting:
    """The pool lacks this many products; training waits for them."""

    missing: int


@dataclass(frozen=True, slots=True)
class PretrainStep:
    """Progress: steps taken, running loss, products that have been in the pool."""

    step: int
    loss: float
    products: int


@dataclass(frozen=True, slots=True)
class PretrainValidation:
    """AUROC on the products kept out: the mean over them, and the lowest."""

    step: int
    auroc: float
    lowest: float


PretrainEvent = PretrainWaiting | PretrainStep | PretrainValidation


@dataclass(slots=True)
class Pretraining:
    """A training of the general network in a run folder.

    Attributes:
        folder: Run folder: plan, lessons, checkpoint, log, and the averaged weights at each validation.
        plan: The lessons.
        validate_every: Steps between validations.
        without: Groups of inputs held at zero, for comparisons.
        start: Averaged weights of an earlier training with the same plan, and their step; used where the folder has no
            checkpoint, such as on another machine.
        batch: Crops of a step.
        device: ``cpu`` or ``cuda``.
        writers: Processes that render lessons.
    """

    folder: Path
    plan: LessonPlan
    validate_every: int = 2000
    without: tuple[str, ...] = ()
    start: tuple[Path, int] | None = None
    batch: int = _BATCH
    device: str = "cpu"
    writers: int = 1
    rows: list[dict[str, float]] = field(default_factory=list)
    _saved: int = field(default=0, init=False)

    def run(
        self, *, steps: int | None = None, minutes: float | None = None, resume: bool = False
    ) -> Iterator[PretrainEvent]:
        """Train until a budget is used, or without one until the validations have levelled off.

        Args:
            steps: Total number of steps.
            minutes: Minutes of this call.
            resume: Continue from the checkpoint.

        Raises:
            TrainingError: The folder holds another training, there is nothing to resume, or no GPU as asked for.
        """
        if self.device != "cpu" and not torch.cuda.is_available():
            raise TrainingError(
                "pretrain-no-gpu", "there is no GPU that can be used", todo="Train on the processor, without --gpu."
            )
        torch.backends.cudnn.allow_tf32 = False  # statistics as on the processor; autocast is not affected
        trainer = GeneralTrainer(self.plan.seed, self.without, batch=self.batch, device=self.device)
        began = time.monotonic() - self._prepare(trainer, resume=resume)
        started = time.monotonic()
        pool = LessonPool(self.folder / _LESSONS, self.plan, writers=self.writers, device=self.device)
        pool.start(trainer.step)
        threads = ThreadChoice(enabled=self.device == "cpu")
        try:
            while not self._finished(trainer.step, steps, started, minutes):
                if self.plan.entries(trainer.step) != self.plan.entries(trainer.step - 1) or not trainer.step:
                    yield from self._wait(pool, trainer.step)
                threads.step()
                trainer.learn(pool.at(trainer.step))
                if trainer.step % self.validate_every == 0:
                    yield from self._validated(trainer, pool, time.monotonic() - began)
                if trainer.step % _SAVE_EVERY == 0:
                    self._save(trainer, time.monotonic() - began)
                yield PretrainStep(trainer.step, trainer.loss, self._products(trainer.step))
            if not self.rows or self.rows[-1]["step"] != trainer.step:
                yield from self._validated(trainer, pool, time.monotonic() - began)
        finally:
            if trainer.step > self._saved:
                self._save(trainer, time.monotonic() - began)  # interrupted: nothing is lost
            pool.close()
            threads.close()

    def _products(self, step: int) -> int:
        return min(self.plan.entries(step).stop, self.plan.products)

    def _finished(self, step: int, steps: int | None, started: float, minutes: float | None) -> bool:
        if minutes is not None and time.monotonic() - started >= 60 * minutes:
            return True
        if steps is not None:
            return step >= steps
        whole = self._products(step) == self.plan.products
        return whole and levelled_off([(int(row["step"]), row["auroc"]) for row in self.rows])

    @staticmethod
    def _wait(pool: LessonPool, step: int) -> Iterator[PretrainEvent]:
        missing: list[int] = []
        pool.at(step, missing.append)
        if missing:
            yield PretrainWaiting(missing[0])

    def _prepare(self, trainer: GeneralTrainer, *, resume: bool) -> float:
        """Create or check the run folder; returns the seconds trained so far."""
        about = json.dumps({**asdict(self.plan), "without": list(self.without), "batch": self.batch}, indent=1)
        plan = self.folder / _PLAN
        if plan.exists() and not resume:
            raise TrainingError(
                "pretrain-folder-used",
                "there is already a training here",
                where=self.folder,
                todo="Continue it with --resume, or give another folder.",
            )
        if plan.exists() and self._stored(plan) != (self.plan, self.without, self.batch):
            raise TrainingError(
                "pretrain-settings-differ",
                "the training here has other settings",
                where=self.folder,
                todo="Give the settings in plan.json, or another folder.",
            )
        if not plan.exists():
            if resume:
                raise TrainingError(
                    "pretrain-nothing-to-resume",
                    "there is no training to continue",
                    where=self.folder,
                    todo="Start one without --resume.",
                )
            self.folder.mkdir(parents=True, exist_ok=True)
            export_file(plan, about.encode())
        if not (self.folder / _CHECKPOINT).exists():
            if self.start is not None:
                trainer.start_from(network_weights(self.start[0].read_bytes(), self.start[0].name), self.start[1])
            return 0.0
        state = read_checkpoint(self.folder / _CHECKPOINT)
        trainer.load(state["training"])
        self.rows = [dict(row) for row in state["rows"]]
        self._saved = trainer.step
        return float(state["seconds"])

    @staticmethod
    def _stored(path: Path) -> tuple[LessonPlan, tuple[str, ...], int] | None:
        """Settings of the training in the folder; fields that a plan of an older version lacks have their defaults."""
        with suppress(OSError, ValueError, TypeError, KeyError):
            stored = json.loads(path.read_text(encoding="utf-8"))
            without = tuple(stored.pop("without"))
            batch = int(stored.pop("batch", _BATCH))
            return LessonPlan(**stored), without, batch
        return None

    def _save(self, trainer: GeneralTrainer, seconds: float) -> None:
        state: dict[str, Any] = {"training": trainer.state(), "rows": self.rows, "seconds": seconds}
        write_checkpoint(self.folder / _CHECKPOINT, state)
        self._saved = trainer.step

    def _validated(self, trainer: GeneralTrainer, pool: LessonPool, seconds: float) -> Iterator[PretrainEvent]:
        """Judge the products kept out, write the log and the averaged weights."""
        values = []
        for product in pool.kept_out():
            values.append(lesson_auroc(trainer, product))
            yield PretrainStep(trainer.step, trainer.loss, self._products(trainer.step))
        row = {
            "step": float(trainer.step),
            "seconds": round(seconds, 1),
            "products": float(self._products(trainer.step)),
            "loss": round(trainer.loss, 6),
            "skipped": float(trainer.skipped),
            "auroc": round(float(np.mean(values)), 5),
            "lowest_auroc": round(float(np.min(values)), 5),
        }
        self.rows.append(row)
        self._saved = -1
        with suppress(FileExistsError):
            (self.folder / _SNAPSHOTS).mkdir()
        export_file(self.folder / _SNAPSHOTS / f"step-{trainer.step:06d}.safetensors", network_bytes(trainer.average))
        with (self.folder / _LOG).open("w", newline="", encoding="utf-8") as file:
            writer = csv.DictWriter(file, LOG_COLUMNS)
            writer.writeheader()
            writer.writerows(self.rows)
        yield PretrainValidation(trainer.step, row["auroc"], row["lowest_auroc"])


def lesson_auroc(trainer: GeneralTrainer, product: LessonProduct) -> float:
    """AUROC of the highest cell of a product's boards."""
    scores, labels = [], []
    for board in range(product.boards):
        for defective in (False, True):
            odds = trainer.judge({0: product}, 0, board, defective=defective)
            scores.append(float(np.clip(odds, *ODDS_RANGE).max()))
            labels.append(int(defective))
    return auroc(scores, labels)


def levelled_off(curve: list[tuple[int, float]]) -> bool:
    """True if the last quarter of the steps brought less than 0.003 AUROC.

    Args:
        curve: (step, mean AUROC on the products kept out) of each validation, in order.
    """
    if len(curve) < 5:
        return False
    last, now = curve[-1]
    before = [value for step, value in curve if step <= 0.75 * last]
    return bool(before) and now - max(before[-1], 0.0) < _LEAST_GAIN
