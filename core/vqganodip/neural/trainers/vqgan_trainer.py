"""Training loop of the VQGAN: a generator of progress that yields the trained network last."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

import torch
from torch import Tensor

from vqganodip.errors import TrainingError
from vqganodip.neural.networks.discriminator import PatchDiscriminator, discriminator_of
from vqganodip.neural.networks.losses import Features
from vqganodip.neural.networks.vqgan import VQGAN
from vqganodip.neural.threads import ThreadChoice
from vqganodip.neural.trainers.batches import BatchSource, Shard, prepared_images, to_tensor
from vqganodip.neural.trainers.checkpoint import Cadence
from vqganodip.neural.trainers.devices import ProcessGroup, open_process_group
from vqganodip.neural.trainers.learner import Learner, Outcome
from vqganodip.neural.trainers.loss_curves import draw_curves
from vqganodip.neural.trainers.run_folder import RunFolder
from vqganodip.neural.trainers.running_metrics import RunningMetrics
from vqganodip.neural.trainers.validation import Validation
from vqganodip.settings import NetworkSettings, TrainingSettings
from vqganodip.types import Image

__all__ = [
    "STAGE",
    "Budget",
    "TrainedNetwork",
    "TrainingStep",
    "VqganTraining",
    "discriminator_of",
    "to_tensor",
    "train_vqgan",
]

STAGE: Final = "reconstruction"
"""The section of a checkpoint that holds this training."""

_FILL_AT: Final = 20
_REVIVE_EVERY: Final = 25
_REVIVE_UNTIL: Final = 0.8
_WARM_UP_STEPS: Final = 20
_CRITIC_EVERY: Final = 4
_ROW_EVERY: Final = 10
_VALIDATIONS: Final = 40
_VALIDATE_EVERY_S: Final = 15.0
_VALIDATION_SHARE: Final = 0.015
_GPU_THREADS: Final = 6


@dataclass(frozen=True, slots=True)
class Budget:
    """Budget of a training, in either seconds or steps."""

    seconds: float | None = None
    steps: int | None = None

    def __post_init__(self) -> None:
        if (self.seconds is None) == (self.steps is None):
            raise TrainingError(
                "budget-seconds-and-steps", "a budget is either seconds or steps", todo="Give one of them."
            )
        if (self.seconds or self.steps or 0) <= 0:
            raise TrainingError(
                "budget-zero", "the training budget is zero", todo="Give a positive number of minutes or steps."
            )

    def share(self, started: float, step: int) -> float:
        """Used share of the budget, in [0, 1]."""
        used = step / self.steps if self.steps else (time.monotonic() - started) / (self.seconds or 1.0)
        return min(used, 1.0)


@dataclass(frozen=True, slots=True)
class TrainingStep:
    """Progress of the training.

    Attributes:
        step: Number of steps.
        share: Used share of the budget.
        loss: Loss of the step.
        psnr: Running PSNR in dB of clean training images.
        codes_used: Codes used in the last window of steps.
        held_out_psnr: PSNR in dB of held-out images at the last validation; None before the first.
    """

    step: int
    share: float
    loss: float
    psnr: float
    codes_used: int
    held_out_psnr: float | None = None


@dataclass(frozen=True, slots=True)
class TrainedNetwork:
    """Result of a training, with both networks in evaluation mode.

    Attributes:
        vqgan: The moving average if the settings ask for one; with patience, the network of the best validation.
        discriminator: The discriminator at the end.
        steps: Number of steps, including those before a resumption.
        codes_used: Codes used in the last 50 to 100 steps.
        perplexity: Perplexity of these codes.
        gan_share: Share of the steps with the GAN term.
        share: Used share of the budget; below 1 if the training was stopped or ran out of patience.
        stopped: True if the training was stopped by the caller.
    """

    vqgan: VQGAN
    discriminator: PatchDiscriminator
    steps: int
    codes_used: int
    perplexity: float
    gan_share: float
    share: float = 1.0
    stopped: bool = False


@dataclass(frozen=True, slots=True, eq=False)
class VqganTraining:
    """Everything that decides the result of a training.

    Attributes:
        images: uint8 H×W×3; all of one size when trained whole (``settings.crop == 0``).
        net: Shape of the network.
        settings: Terms and weights of the loss, crops, learning rate.
        budget: Seconds or steps. With steps and one seed, two runs on one processor give the same network, whether
            or not they were interrupted and resumed.
        seed: Seeds weights, batches, anomalies and codebook.
        features: Perceptual features of B×3×H×W images in [-1, 1]; None leaves the term out. For several devices they
            must be picklable.
        held_out: Validation images of the same size and registration; the first four are used.
        esser: Checkpoint of the original implementation to start from; the network must have its shape.
    """

    images: Sequence[Image] = field(repr=False)
    net: NetworkSettings
    settings: TrainingSettings
    budget: Budget
    seed: int
    features: Features | None = None
    held_out: Sequence[Image] = field(default=(), repr=False)
    esser: Path | None = None


def _learning_rate(s: TrainingSettings, share: float, step: int) -> float:
    warm = min(1.0, (step + 1) / _WARM_UP_STEPS)
    return s.learning_rate * warm * (0.02 + 0.98 * 0.5 * (1.0 + math.cos(math.pi * share)))


def train_vqgan(
    training: VqganTraining,
    *,
    run: RunFolder | None = None,
    devices: int = 1,
    stop: Callable[[], bool] | None = None,
    precision: str = "auto",
) -> Iterator[TrainingStep | TrainedNetwork]:
    """Train a VQGAN with its patchGAN on normal images (paper section 3.1.1).

    Args:
        training: What to train on what, and for how long.
        run: Run folder for checkpoints, tables and pictures; training resumes from a checkpoint in it, with the budget
            stored there.
        devices: Number of GPUs, or of processes on a machine without GPU. Each uses ``settings.batch`` images per step.
        stop: Called before each step; True ends the training with the network as it is.
        precision: ``auto`` (bfloat16 where the hardware supports it), ``bfloat16`` or ``float32``.

    Yields:
        A TrainingStep per step, then the TrainedNetwork.

    Raises:
        TrainingError: No images, sizes that do not fit, a loss that is not finite, patience without held-out images,
            or too few devices.
    """
    net, s, budget = training.net, training.settings, training.budget
    if s.patience and not training.held_out:
        raise TrainingError(
            "training-nothing-held-out",
            "there are no held-out images to be patient with",
            todo="Use patience 0, or more images.",
        )
    state = run.sections.get(STAGE) if run is not None else None
    if state is not None and state["budget_s"] is not None:
        budget = Budget(seconds=state["budget_s"])
    images = prepared_images(training.images, net, s)
    task = _Task(images, net, s, budget, training.seed, training.features, state, training.esser)
    with open_process_group(devices, task, precision=precision) as group:
        loop = _Loop(task, group, run, Validation(training.held_out, net.downsampling, group), stop)
        yield from loop.steps()
        yield loop.result()


@dataclass(slots=True, eq=False)
class _Task:
    """Task of each process of a training; the state to resume from is freed once it is loaded."""

    images: list[Image] = field(repr=False)
    net: NetworkSettings
    settings: TrainingSettings
    budget: Budget
    seed: int
    features: Features | None
    state: dict[str, Any] | None = field(repr=False)
    esser: Path | None = None

    def __call__(self, group: ProcessGroup) -> None:
        for _ in _Loop(self, group).steps():
            pass


class _Loop:
    """Training loop of one process. Only the first process has a run folder, held-out images and ``stop``."""

    def __init__(
        self,
        task: _Task,
        group: ProcessGroup,
        run: RunFolder | None = None,
        validation: Validation | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> None:
        self._task, self._group, self._run, self._validation, self._stop = task, group, run, validation, stop
        torch.manual_seed(task.seed)
        self._draws = torch.Generator().manual_seed(task.seed)
        height, width = task.images[0].shape[:2]
        start = task.esser if task.state is None else None
        self._learner = Learner(group, task.net, task.settings, (height, width), task.features, start)
        if run is not None:
            run.add_notes(self._learner.notes)
        self._metrics = RunningMetrics(task.net.n_embed, group.device)
        self._best: dict[str, Tensor] | None = None
        if task.state is not None:
            self._load(task.state)
            task.state = None
        self._validated_at = self._metrics.step if self._metrics.held_out_psnr is not None else -1
        self._validation_cadence = Cadence(_VALIDATE_EVERY_S, _VALIDATION_SHARE)
        self._share = 0.0
        self._stopped = False

    def steps(self) -> Iterator[TrainingStep]:
        """Train until the budget is used up, the caller stops it, or the patience is exhausted."""
        task, metrics, gpu = self._task, self._metrics, self._group.device.type == "cuda"
        source = BatchSource(
            task.images,
            task.net,
            task.settings,
            seed=task.seed,
            first=metrics.step * task.settings.accumulate,
            shard=Shard(self._group.rank, self._group.world),
            threads=_GPU_THREADS if gpu else 1,
            pin=gpu,
        )
        threads = ThreadChoice(enabled=task.budget.steps is None and self._group.world == 1 and not gpu)
        started = time.monotonic() - metrics.seconds
        try:
            while self._continues(started):
                threads.step()
                outcome = self._step(source)
                metrics.seconds = time.monotonic() - started
                yield TrainingStep(
                    metrics.step,
                    task.budget.share(started, metrics.step),
                    outcome.terms["loss"],
                    metrics.psnr,
                    metrics.codes_used,
                    metrics.held_out_psnr,
                )
        finally:
            threads.close()
            source.close()
        if self._run is not None and metrics.has_row:
            self._run.add_progress(metrics.row(_learning_rate(task.settings, self._share, metrics.step)))
        metrics.finish(self._group)
        self._validate()
        self._save(self._state())

    def _continues(self, started: float) -> bool:
        """Agree with the other processes on the progress; validate and save if due. False ends the training."""
        patience, metrics = self._task.settings.patience, self._metrics
        if self._validation_is_due():
            self._validate()
        stopping = self._stop is not None and self._stop()
        exhausted = bool(patience) and metrics.validations_without_gain >= patience
        due = self._run is not None and self._run.checkpoints.due()
        share, stopped, impatient, save = self._group.agree(
            self._task.budget.share(started, metrics.step), stopping, exhausted, due
        )
        self._share, self._stopped = share, bool(stopped) and share < 1.0
        if share >= 1.0 or stopped or impatient:
            return False
        if save:
            self._save(self._state())
        return True

    def _step(self, source: BatchSource) -> Outcome:
        s, metrics, number = self._task.settings, self._metrics, self._metrics.step
        gan = s.gan > 0 and self._share >= s.gan_start
        # without the GAN term, the discriminator is still trained, because its loss is a metric (paper section 3.2)
        critic = gan or (s.gan == 0 and number % _CRITIC_EVERY == 0)
        renew = s.fill_codebook and self._codebook_is_due(number + 1)
        rate = _learning_rate(s, self._share, number)
        batches = [source.next_batch() for _ in range(s.accumulate)]
        outcome = self._learner.step(batches, rate, gan=gan, critic=critic, latents=renew, number=number)
        metrics.add(outcome, gan, self._group)
        if outcome.latents is not None:
            self._renew_codebook(outcome.latents)
        if self._run is not None and metrics.step % _ROW_EVERY == 0:
            self._run.add_progress(metrics.row(rate))
        return outcome

    def _codebook_is_due(self, step: int) -> bool:
        revived = step > _FILL_AT and step % _REVIVE_EVERY == 0 and self._share < _REVIVE_UNTIL
        return step == _FILL_AT or revived

    @torch.no_grad()
    def _renew_codebook(self, latents: Tensor) -> None:
        """Fill the codebook from latents once; later, move unused codes to latents far from any code."""
        quantizer = self._learner.vqgan.quantize
        before = quantizer.embedding.weight.detach().clone()
        latents = self._group.gather(latents)
        quantizer.used.copy_(self._group.sum(quantizer.used))
        if self._group.rank > 0:
            quantizer.used.zero_()
        elif self._metrics.step == _FILL_AT:
            quantizer.fill(latents, self._draws)
        else:
            quantizer.revive(latents, self._draws)
        self._group.broadcast(quantizer.embedding.weight.data)
        if self._learner.average is not None:
            rows = (quantizer.embedding.weight != before).any(1).nonzero().flatten()
            self._learner.average.copy_entries(self._learner.vqgan, rows)

    def _validation_is_due(self) -> bool:
        """Return True if a validation is due: by steps if they are set or patience is used, otherwise by time."""
        s, budget, step = self._task.settings, self._task.budget, self._metrics.step
        if self._run is None and not s.patience:
            return False
        every = s.validate_every or (max(1, budget.steps // _VALIDATIONS) if s.patience and budget.steps else 0)
        if every:
            return step > 0 and step % every == 0 and step != self._validated_at
        return self._validation_cadence.due()

    def _validate(self) -> None:
        """Reconstruct the held-out images and write figures and pictures, at most once per step."""
        step = self._metrics.step
        if step == self._validated_at or (self._run is None and not self._task.settings.patience):
            return
        self._validated_at = step
        with self._validation_cadence.timed():
            if self._validation:
                held_out = self._validation.evaluate(self._learner.network, step)
                if self._metrics.add_validation(held_out.psnr, held_out.ssim) and self._task.settings.patience:
                    network = self._learner.network.state_dict()
                    self._best = {name: value.detach().cpu().clone() for name, value in network.items()}
                if self._run is not None:
                    seconds = self._metrics.seconds
                    row = {"step": step, "seconds": seconds, "psnr": held_out.psnr, "ssim": held_out.ssim}
                    self._run.add_validation(row)
                    self._run.write_panels(step, held_out.panels)
            if self._run is not None:
                self._run.write_curves(draw_curves(self._run.progress(), self._run.validation()))

    def _state(self) -> dict[str, Any]:
        """Return the state for :meth:`_load`; every process of the group must call this."""
        learner = self._learner.state()
        learner["used"] = self._group.sum(learner["used"])
        return {
            "budget_s": self._task.budget.seconds,
            "learner": learner,
            "tally": self._metrics.state(self._group),
            "best": self._best,
            "draws": self._draws.get_state(),
            "torch": torch.get_rng_state(),
        }

    def _save(self, state: dict[str, Any]) -> None:
        if self._run is not None:
            self._run.save(self._metrics.step, **{STAGE: state})

    def _load(self, state: dict[str, Any]) -> None:
        self._learner.load(state["learner"])
        if self._group.rank > 0:
            self._learner.vqgan.quantize.used.zero_()  # the first process holds the sum of all
        self._metrics.load(state["tally"], self._group)
        self._best = state["best"]
        self._draws.set_state(state["draws"])
        torch.set_rng_state(state["torch"])
        if self._run is not None:
            self._run.rewind(self._metrics.step)

    def result(self) -> TrainedNetwork:
        """Return the trained network, on the CPU."""
        metrics, network = self._metrics, self._learner.network
        if self._best is not None and (metrics.best_psnr or 0.0) > (metrics.held_out_psnr or 0.0):
            network.load_state_dict(self._best)
        network.recompute_blocks(False)
        return TrainedNetwork(
            network.cpu().eval(),
            self._learner.critic.cpu().eval(),
            metrics.step,
            metrics.codes_used,
            metrics.perplexity,
            gan_share=metrics.gan_steps / max(metrics.step, 1),
            share=self._share,
            stopped=self._stopped,
        )
