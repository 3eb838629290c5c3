"""The training loop of the VQGAN: a generator of progress, whose last value is the trained network."""

from __future__ import annotations

import math
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import torch
from torch import Tensor

from vqganodip.errors import TrainingError
from vqganodip.neural.networks.discriminator import PatchDiscriminator, discriminator_of
from vqganodip.neural.networks.losses import Features
from vqganodip.neural.networks.vqgan import VQGAN
from vqganodip.neural.threads import ThreadChoice
from vqganodip.neural.trainers.batches import BatchSource, prepared_images, to_tensor
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
_LOOKS: Final = 40
_LOOK_EVERY_S: Final = 15.0
_LOOK_SHARE: Final = 0.015
_GPU_THREADS: Final = 6


@dataclass(frozen=True, slots=True)
class Budget:
    """How long to train: seconds or steps, exactly one of them."""

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
        """Share of the budget used, in [0, 1]."""
        used = step / self.steps if self.steps else (time.monotonic() - started) / (self.seconds or 1.0)
        return min(used, 1.0)


@dataclass(frozen=True, slots=True)
class TrainingStep:
    """Progress. ``psnr`` (dB, of clean training images) and ``codes_used``/``perplexity`` are running values.

    ``held_out_psnr`` (dB) and ``held_out_ssim`` are those of the last look at held-out images, None before the first.
    """

    step: int
    share: float
    loss: float
    psnr: float
    codes_used: int
    perplexity: float
    held_out_psnr: float | None = None
    held_out_ssim: float | None = None


@dataclass(frozen=True, slots=True)
class TrainedNetwork:
    """The result: both networks in evaluation mode, steps taken, and the codes used in the last stretch.

    Attributes:
        vqgan: The moving average where the settings ask for one; the best of the looks where they have patience.
        discriminator: As it was at the end.
        steps: Steps taken, those before a resumption included.
        codes_used: Codes used in the last 50 to 100 steps.
        perplexity: Of these codes.
        gan_share: Share of the steps in which the discriminator had a say.
        share: Share of the budget used; below 1 when the training was stopped or lost its patience.
        stopped: Whether it was asked to stop.
        seconds: Time used, that before a resumption included.
        extras_s: How much of the time since then went to checkpoints, looks and pictures.
    """

    vqgan: VQGAN
    discriminator: PatchDiscriminator
    steps: int
    codes_used: int
    perplexity: float
    gan_share: float
    share: float = 1.0
    stopped: bool = False
    seconds: float = 0.0
    extras_s: float = 0.0


def _learning_rate(s: TrainingSettings, share: float, step: int) -> float:
    warm = min(1.0, (step + 1) / _WARM_UP_STEPS)
    return s.learning_rate * warm * (0.02 + 0.98 * 0.5 * (1.0 + math.cos(math.pi * share)))


def train_vqgan(
    images: Sequence[Image],
    net: NetworkSettings,
    s: TrainingSettings,
    budget: Budget,
    *,
    seed: int,
    features: Features | None = None,
    held_out: Sequence[Image] = (),
    run: RunFolder | None = None,
    devices: int = 1,
    stop: Callable[[], bool] | None = None,
    precision: str = "auto",
) -> Iterator[TrainingStep | TrainedNetwork]:
    """Trains a VQGAN with its patchGAN on normal images (paper section 3.1.1).

    Args:
        images: uint8 H×W×3; all of one size when trained whole (``s.crop == 0``).
        net: Shape of the network.
        s: Terms and weights of the loss, crops, learning rate.
        budget: Seconds or steps. With steps and one seed, two runs on one processor give the same network, whether
            or not they were interrupted and resumed.
        seed: Seeds weights, batches, corruption and codebook.
        features: Perceptual features of B×3×H×W images in [-1, 1]; None leaves the term out. For several devices it
            must be picklable.
        held_out: Images, of the same size and registration, of which up to four are reconstructed now and then.
        run: Where checkpoints, tables and pictures go; a checkpoint in it is gone on from, with the budget it had.
        devices: GPUs, or processes where there is none. Each takes ``s.batch`` images per step.
        stop: Asked before each step; True ends the training with the network as it is.
        precision: ``auto`` (bfloat16 where the hardware has it), ``bfloat16`` or ``float32``.

    Yields:
        A TrainingStep per step, then the TrainedNetwork.

    Raises:
        TrainingError: No images, sizes that do not fit, a loss that is not finite, patience without held-out images,
            or fewer devices than asked for.
    """
    if s.patience and not held_out:
        raise TrainingError(
            "training-nothing-held-out",
            "there are no held-out images to be patient with",
            todo="Use patience 0, or more images.",
        )
    state = run.sections.get(STAGE) if run is not None else None
    if state is not None and state["budget_s"] is not None:
        budget = Budget(seconds=state["budget_s"])
    task = _Task(prepared_images(images, net, s), net, s, budget, seed, features, state)
    with open_process_group(devices, task, precision=precision) as team:
        training = _Training(task, team, run, Validation(held_out, net.downsampling, team), stop)
        yield from training.steps()
        yield training.result()


@dataclass(slots=True, eq=False)
class _Task:
    """What each process of a training needs to take its part; the state to go on from is given up once it is loaded."""

    images: list[Image] = field(repr=False)
    net: NetworkSettings
    settings: TrainingSettings
    budget: Budget
    seed: int
    features: Features | None
    state: dict[str, Any] | None = field(repr=False)

    def __call__(self, team: ProcessGroup) -> None:
        for _ in _Training(self, team).steps():
            pass


class _Training:
    """A training in one process. Only the first process of a team has a run folder, held-out images and a stop."""

    def __init__(
        self,
        task: _Task,
        team: ProcessGroup,
        run: RunFolder | None = None,
        validation: Validation | None = None,
        stop: Callable[[], bool] | None = None,
    ) -> None:
        self._task, self._team, self._run, self._validation, self._stop = task, team, run, validation, stop
        torch.manual_seed(task.seed)
        self._draws = torch.Generator().manual_seed(task.seed)
        height, width = task.images[0].shape[:2]
        self._learner = Learner(team, task.net, task.settings, (height, width), task.features)
        self._tally = RunningMetrics(task.net.n_embed, team.device)
        self._best: dict[str, Tensor] | None = None
        if task.state is not None:
            self._load(task.state)
            task.state = None
        self._looked_at = self._tally.step if self._tally.held_out_psnr is not None else -1
        self._looks = Cadence(_LOOK_EVERY_S, _LOOK_SHARE)
        self._share = 0.0
        self._stopped = False

    def steps(self) -> Iterator[TrainingStep]:
        """Trains until the budget is used up, or it is told to stop, or there is nothing more to gain."""
        task, tally, gpu = self._task, self._tally, self._team.device.type == "cuda"
        source = BatchSource(
            task.images,
            task.net,
            task.settings,
            seed=task.seed,
            first=tally.step * task.settings.accumulate,
            rank=self._team.rank,
            world=self._team.world,
            threads=_GPU_THREADS if gpu else 1,
            pin=gpu,
        )
        threads = ThreadChoice(enabled=task.budget.steps is None and self._team.world == 1 and not gpu)
        started = time.monotonic() - tally.seconds
        try:
            while self._goes_on(started):
                threads.step()
                outcome = self._step(source)
                tally.seconds = time.monotonic() - started
                yield TrainingStep(
                    tally.step,
                    task.budget.share(started, tally.step),
                    outcome.terms["loss"],
                    tally.psnr,
                    tally.codes_used,
                    tally.perplexity,
                    tally.held_out_psnr,
                    tally.held_out_ssim,
                )
        finally:
            threads.close()
            source.close()
        if self._run is not None and tally.has_row:
            self._run.add_progress(tally.row(_learning_rate(task.settings, self._share, tally.step)))
        tally.finish(self._team)
        self._look()
        self._save(self._state())

    def _goes_on(self, started: float) -> bool:
        """Settles with the other processes how far the training is; looks and saves where that is due."""
        patience, tally = self._task.settings.patience, self._tally
        if self._look_is_due():
            self._look()
        asked = self._stop is not None and self._stop()
        lost = bool(patience) and tally.looks_without_gain >= patience
        due = self._run is not None and self._run.checkpoints.due()
        share, asked_all, lost_all, save = self._team.agree(
            self._task.budget.share(started, tally.step), asked, lost, due
        )
        self._share, self._stopped = share, bool(asked_all) and share < 1.0
        if share >= 1.0 or asked_all or lost_all:
            return False
        if save:
            self._save(self._state())
        return True

    def _step(self, source: BatchSource) -> Outcome:
        s, tally, number = self._task.settings, self._tally, self._tally.step
        gan = s.gan > 0 and self._share >= s.gan_start
        # without the GAN term the discriminator's loss is still a metric of the method (paper section 3.2): it is
        # trained beside, without a say
        critic = gan or (s.gan == 0 and number % _CRITIC_EVERY == 0)
        renew = s.fill_codebook and self._codebook_is_due(number + 1)
        rate = _learning_rate(s, self._share, number)
        batches = [source.take() for _ in range(s.accumulate)]
        outcome = self._learner.step(batches, rate, gan=gan, critic=critic, latents=renew, number=number)
        tally.add(outcome, gan, self._team)
        if outcome.latents is not None:
            self._renew_codebook(outcome.latents)
        if self._run is not None and tally.step % _ROW_EVERY == 0:
            self._run.add_progress(tally.row(rate))
        return outcome

    def _codebook_is_due(self, step: int) -> bool:
        revived = step > _FILL_AT and step % _REVIVE_EVERY == 0 and self._share < _REVIVE_UNTIL
        return step == _FILL_AT or revived

    @torch.no_grad()
    def _renew_codebook(self, latents: Tensor) -> None:
        """Fills the codebook from latents once, later moves dead codes onto badly served ones."""
        quantizer = self._learner.vqgan.quantize
        before = quantizer.embedding.weight.detach().clone()
        latents = self._team.gather(latents)
        quantizer.used.copy_(self._team.sum(quantizer.used))
        if self._team.rank > 0:
            quantizer.used.zero_()
        elif self._tally.step == _FILL_AT:
            quantizer.fill(latents, self._draws)
        else:
            quantizer.revive(latents, self._draws)
        self._team.spread(quantizer.embedding.weight.data)
        if self._learner.average is not None:
            rows = (quantizer.embedding.weight != before).any(1).nonzero().flatten()
            self._learner.average.carry(self._learner.vqgan, rows)

    def _look_is_due(self) -> bool:
        """By steps where they are given or where looks decide over the end, else as often as costs little."""
        s, budget, step = self._task.settings, self._task.budget, self._tally.step
        if self._run is None and not s.patience:
            return False
        every = s.validate_every or (max(1, budget.steps // _LOOKS) if s.patience and budget.steps else 0)
        if every:
            return step > 0 and step % every == 0 and step != self._looked_at
        return self._looks.due()

    def _look(self) -> None:
        """Reconstructs the held-out images, writes figures and pictures; once per step at most."""
        step = self._tally.step
        if step == self._looked_at or (self._run is None and not self._task.settings.patience):
            return
        self._looked_at = step
        with self._looks.doing():
            if self._validation:
                seen = self._validation.look(self._learner.network, step)
                if self._tally.look(seen.psnr, seen.ssim) and self._task.settings.patience:
                    network = self._learner.network.state_dict()
                    self._best = {name: value.detach().cpu().clone() for name, value in network.items()}
                if self._run is not None:
                    row = {"step": step, "seconds": self._tally.seconds, "psnr": seen.psnr, "ssim": seen.ssim}
                    self._run.add_validation(row)
                    self._run.add_panels(step, seen.panels)
            if self._run is not None:
                self._run.show_curves(draw_curves(self._run.progress(), self._run.validation()))

    def _state(self) -> dict[str, Any]:
        """All that :meth:`_load` needs to go on to the bit; to be asked for in every process of the team."""
        learner = self._learner.state()
        learner["used"] = self._team.sum(learner["used"])
        return {
            "budget_s": self._task.budget.seconds,
            "learner": learner,
            "tally": self._tally.state(self._team),
            "best": self._best,
            "draws": self._draws.get_state(),
            "torch": torch.get_rng_state(),
        }

    def _save(self, state: dict[str, Any]) -> None:
        if self._run is not None:
            self._run.save(self._tally.step, **{STAGE: state})

    def _load(self, state: dict[str, Any]) -> None:
        self._learner.load(state["learner"])
        if self._team.rank > 0:
            self._learner.vqgan.quantize.used.zero_()  # the first process has the sum of all
        self._tally.load(state["tally"], self._team)
        self._best = state["best"]
        self._draws.set_state(state["draws"])
        torch.set_rng_state(state["torch"])
        if self._run is not None:
            self._run.rewind(self._tally.step)

    def result(self) -> TrainedNetwork:
        """The trained network, on the processor."""
        tally, network = self._tally, self._learner.network
        if self._best is not None and (tally.best_psnr or 0.0) > (tally.held_out_psnr or 0.0):
            network.load_state_dict(self._best)
        network.recompute_blocks(False)
        extras = self._looks.spent_s + (self._run.checkpoints.spent_s if self._run is not None else 0.0)
        return TrainedNetwork(
            network.cpu().eval(),
            self._learner.critic.cpu().eval(),
            tally.step,
            tally.codes_used,
            tally.perplexity,
            gan_share=tally.gan_steps / max(tally.step, 1),
            share=self._share,
            stopped=self._stopped,
            seconds=tally.seconds,
            extras_s=extras,
        )
