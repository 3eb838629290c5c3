"""The foreign network: says of every spot of a registered board how much it looks like something that was put there.

It sees the board, the golden board and the signed deviation between them, knows its place by a learned position map,
and learns from normal boards alone: spots of them are corrupted, and it is asked which. The idea is that of Zavrtanik,
Kristan and Skočaj 2021 (DRAEM); here the golden board stands for the reconstruction, so that it costs a tenth of a
second and errs in other places than the VQGAN. An addition of the preset ``robust`` for products in fixed position.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.errors import TrainingError
from vqganodip.foreign_map import FOREIGN_CELL, known_board
from vqganodip.neural.checkpoint import generator_from_text, generator_text
from vqganodip.neural.foreign_batches import PLACE, BoardCrops, FalseAlarms, ForeignBatch
from vqganodip.neural.run_folder import RunFolder
from vqganodip.neural.threads import ThreadChoice
from vqganodip.types import Image, Map

__all__ = ["ForeignNet", "ForeignTrainingStep", "as_input", "filled", "foreign_inputs", "train_foreign_net"]

CELL: Final = FOREIGN_CELL
FOREIGN_STAGE: Final = "foreign"
"""The section of a checkpoint that holds this training."""

_MULTIPLE: Final = 32
_CHANNELS: Final = (48, 64, 96, 128)
_POSITION_CHANNELS: Final = 16
_CLIP: Final = 8.0
_RATE: Final = 1.5e-3
_GENTLE: Final = 6e-4
"""Peak of the learning rate of a new network, and of one that goes on."""

_SEEN, _KNOWN = 6, 4
"""Channels of the board and its deviation, and of what is known of it beforehand."""

_LOOK_EVERY: Final = 250
_LOOKED_AT: Final = 6
"""After so many steps so many whole boards are looked at for false alarms."""


class _Residual(nn.Module):
    def __init__(self, channels: int) -> None:
        super().__init__()
        self.norm1, self.conv1 = nn.GroupNorm(8, channels), nn.Conv2d(channels, channels, 3, padding=1)
        self.norm2, self.conv2 = nn.GroupNorm(8, channels), nn.Conv2d(channels, channels, 3, padding=1)

    def forward(self, x: Tensor) -> Tensor:
        h = self.conv1(F.silu(self.norm1(x)))
        return x + self.conv2(F.silu(self.norm2(h)))  # type: ignore[no-any-return]


class ForeignNet(nn.Module):
    """A small U-Net on cells of 4 px (Ronneberger et al. 2015).

    Args:
        grid: (height, width) of the position map, a sixteenth of the board's sides, rounded up to even numbers.
        knows: Whether it is given the golden board itself, beside the deviation from it; bundles of before do not.
    """

    def __init__(self, grid: tuple[int, int], *, knows: bool = True) -> None:
        super().__init__()
        c = _CHANNELS
        self.position = nn.Parameter(torch.zeros(1, _POSITION_CHANNELS, *grid))
        self.place = nn.Conv2d(_POSITION_CHANNELS, c[0], 1)
        self.knows = knows
        self.stem = nn.Conv2d((_SEEN + knows * _KNOWN) * CELL * CELL, c[0], 1)
        self.down = nn.ModuleList(_Residual(n) for n in c)
        self.halve = nn.ModuleList(nn.Conv2d(a, b, 3, stride=2, padding=1) for a, b in pairwise(c))
        self.merge = nn.ModuleList(nn.Conv2d(b + a, a, 1) for a, b in pairwise(c))
        self.up = nn.ModuleList(_Residual(n) for n in c[:-1])
        self.out = nn.Conv2d(c[0], 1, 3, padding=1)
        nn.init.constant_(self.out.bias, -4.0)  # type: ignore[arg-type]

    def forward(self, x: Tensor, z: Tensor, known: Tensor, places: Sequence[tuple[int, int]] | None = None) -> Tensor:
        """Log odds of B×1×H/4×W/4 cells.

        Args:
            x: B×3×H×W in [-1, 1], sides multiples of 32.
            z: B×3×H×W, signed deviation from the golden board in units of its spread.
            known: B×4×H×W, :func:`vqganodip.foreign_map.known_board`; of no concern to a network that does not know.
            places: Row and column of each crop in steps of 16 px; None when the whole board is given.
        """
        seen = (x, z.clamp(-_CLIP, _CLIP) / (_CLIP / 2), *((known,) if self.knows else ()))
        h = self.stem(F.pixel_unshuffle(torch.cat(seen, 1), CELL))
        h = h + self._placed(places, (h.shape[2], h.shape[3]))
        kept = []
        for block, halve in zip(self.down, self.halve, strict=False):
            h = block(h)
            kept.append(h)
            h = halve(h)
        h = self.down[-1](h)
        for merge, block in zip(reversed(self.merge), reversed(self.up), strict=True):
            h = block(merge(torch.cat((F.interpolate(h, scale_factor=2.0), kept.pop()), 1)))
        return self.out(F.silu(h))  # type: ignore[no-any-return]

    def _placed(self, places: Sequence[tuple[int, int]] | None, size: tuple[int, int]) -> Tensor:
        every = F.interpolate(self.place(self.position), scale_factor=PLACE / CELL, mode="bilinear")
        per = PLACE // CELL
        parts = [every[:, :, per * r : per * r + size[0], per * c : per * c + size[1]] for r, c in places or [(0, 0)]]
        return torch.cat(parts)


def foreign_inputs(image: Image | Map, deviation: Map, known: Map) -> tuple[Tensor, Tensor, Tensor]:
    """Board H×W×3 (0 to 255), deviation and what is known as 1×C×H'×W', padded to multiples of 32."""
    padded = [as_input(values) for values in (np.asarray(image, np.float32) / 127.5 - 1.0, deviation, known)]
    return padded[0], padded[1], padded[2]


def as_input(values: Map) -> Tensor:
    """float32 H×W×C → 1×C×H'×W', channels last, padded to multiples of 32 by repeating edges."""
    t = torch.from_numpy(np.ascontiguousarray(values, np.float32)).permute(2, 0, 1)[None]
    bottom, right = (-side % _MULTIPLE for side in t.shape[-2:])
    return F.pad(t, (0, right, 0, bottom), mode="replicate").contiguous(memory_format=torch.channels_last)


def filled(weights: Mapping[str, Tensor]) -> ForeignNet:
    """A network with these weights. One that did not know the golden board goes on not to use it.

    Raises:
        KeyError, RuntimeError: They are not those of a foreign network.
    """
    height, width = weights["position"].shape[-2:]
    net = ForeignNet((int(height), int(width)), knows=weights["stem.weight"].shape[1] > _SEEN * CELL * CELL)
    net.load_state_dict(dict(weights))
    return net


def widened(weights: Mapping[str, Tensor]) -> dict[str, Tensor]:
    """The weights as float32 of a network that is given the golden board; the new inputs count nothing at first."""
    new = {name: values.float() for name, values in weights.items()}
    stem = new["stem.weight"]
    lacking = (_SEEN + _KNOWN) * CELL * CELL - stem.shape[1]
    new["stem.weight"] = F.pad(stem, (0, 0, 0, 0, 0, lacking))
    return new


@dataclass(frozen=True, slots=True)
class ForeignTrainingStep:
    """Progress of the training: step, share of the budget used, running loss."""

    step: int
    share: float
    loss: float


def position_grid(size: tuple[int, int]) -> tuple[int, int]:
    """(height, width) of the position map of a board of (height, width) pixels."""
    return tuple(-(-side // _MULTIPLE) * (_MULTIPLE // PLACE) for side in size)  # type: ignore[return-value]


def train_foreign_net(
    images: Sequence[Image],
    mean: Map,
    scale: Map,
    *,
    seed: int,
    seconds: float | None = None,
    steps: int | None = None,
    run: RunFolder | None = None,
    start: Mapping[str, Tensor] | None = None,
) -> Iterator[ForeignTrainingStep | ForeignNet]:
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
    net = ForeignNet(position_grid((images[0].shape[0], images[0].shape[1])))
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
    if run is not None and FOREIGN_STAGE in run.sections:
        training.load(run.sections[FOREIGN_STAGE])
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
            run.save(0, **{FOREIGN_STAGE: training.state()})
        yield ForeignTrainingStep(training.step, training.share, training.loss)
    threads.close()
    yield training.net.eval()


class _Training:
    """The foreign network in training, and how far it is; ``loss`` is the running one."""

    def __init__(self, net: ForeignNet, rng: Generator, rate: float) -> None:
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

    def learn(self, batch: ForeignBatch) -> None:
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
