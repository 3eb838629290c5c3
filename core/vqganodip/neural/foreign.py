"""The foreign network: says of every spot of a registered board how much it looks like something that was put there.

It sees the board and its signed deviation from the golden board, knows its place by a learned position map, and learns
from normal boards alone: spots of them are corrupted, and it is asked which. The idea is that of Zavrtanik, Kristan and
Skočaj 2021 (DRAEM); here the golden board stands for the reconstruction, so that it costs a tenth of a second and
errs in other places than the VQGAN. An addition of the preset ``robust`` for products in fixed position.
"""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Any, Final

import numpy as np
import torch
from numpy.random import Generator
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.errors import TrainingError
from vqganodip.foreign_map import FOREIGN_CELL
from vqganodip.neural.checkpoint import generator_from_text, generator_text
from vqganodip.neural.corruption import corrupt, part_boxes
from vqganodip.neural.run_folder import RunFolder
from vqganodip.neural.threads import ThreadChoice
from vqganodip.types import Box, Image, Map

__all__ = ["ForeignNet", "ForeignTrainingStep", "foreign_inputs", "train_foreign_net"]

CELL: Final = FOREIGN_CELL
FOREIGN_STAGE: Final = "foreign"
"""The section of a checkpoint that holds this training."""

_PLACE: Final = 16
_MULTIPLE: Final = 32
_CHANNELS: Final = (48, 64, 96, 128)
_POSITION_CHANNELS: Final = 16
_CLIP: Final = 8.0
_CROP: Final = 256
_BATCH: Final = 8
_SPOTS: Final = 3.0
_SIDES: Final = (5, 48)
_RATE: Final = 1.5e-3
_CHANGE: Final = 12
"""A cell is foreign when a pixel of it changed by more grey levels than this; one that changed less is left out."""


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
    """

    def __init__(self, grid: tuple[int, int]) -> None:
        super().__init__()
        c = _CHANNELS
        self.position = nn.Parameter(torch.zeros(1, _POSITION_CHANNELS, *grid))
        self.place = nn.Conv2d(_POSITION_CHANNELS, c[0], 1)
        self.stem = nn.Conv2d(6 * CELL * CELL, c[0], 1)
        self.down = nn.ModuleList(_Residual(n) for n in c)
        self.halve = nn.ModuleList(nn.Conv2d(a, b, 3, stride=2, padding=1) for a, b in pairwise(c))
        self.merge = nn.ModuleList(nn.Conv2d(b + a, a, 1) for a, b in pairwise(c))
        self.up = nn.ModuleList(_Residual(n) for n in c[:-1])
        self.out = nn.Conv2d(c[0], 1, 3, padding=1)
        nn.init.constant_(self.out.bias, -4.0)  # type: ignore[arg-type]

    def forward(self, x: Tensor, z: Tensor, places: Sequence[tuple[int, int]] | None = None) -> Tensor:
        """Log odds of B×1×H/4×W/4 cells.

        Args:
            x: B×3×H×W in [-1, 1], sides multiples of 32.
            z: B×3×H×W, signed deviation from the golden board in units of its spread.
            places: Row and column of each crop in steps of 16 px; None when the whole board is given.
        """
        h = self.stem(F.pixel_unshuffle(torch.cat((x, z.clamp(-_CLIP, _CLIP) / (_CLIP / 2)), 1), CELL))
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
        every = F.interpolate(self.place(self.position), scale_factor=_PLACE / CELL, mode="bilinear")
        per = _PLACE // CELL
        parts = [every[:, :, per * r : per * r + size[0], per * c : per * c + size[1]] for r, c in places or [(0, 0)]]
        return torch.cat(parts)


def foreign_inputs(image: Image | Map, deviation: Map) -> tuple[Tensor, Tensor]:
    """A board H×W×3 (0 to 255) and its deviation as 1×3×H'×W' tensors, padded to multiples of 32 by repeating edges."""
    pair = []
    for values in (np.asarray(image, np.float32) / 127.5 - 1.0, deviation):
        t = torch.from_numpy(np.ascontiguousarray(values, np.float32)).permute(2, 0, 1)[None]
        bottom, right = (-side % _MULTIPLE for side in t.shape[-2:])
        padded = F.pad(t, (0, right, 0, bottom), mode="replicate")
        pair.append(padded.contiguous(memory_format=torch.channels_last))
    return pair[0], pair[1]


@dataclass(frozen=True, slots=True)
class ForeignTrainingStep:
    """Progress of the training: step, share of the budget used, running loss."""

    step: int
    share: float
    loss: float


@dataclass(frozen=True, slots=True)
class _Batch:
    x: Tensor
    z: Tensor
    wanted: Tensor
    counted: Tensor
    places: list[tuple[int, int]]


def _inside(parts: Sequence[Box], y: int, x: int, side: tuple[int, int]) -> list[Box]:
    """The parts that lie wholly inside a crop, in its pixels."""
    moved = (Box(p.x0 - x, p.y0 - y, p.x1 - x, p.y1 - y) for p in parts)
    return [p for p in moved if p.x0 >= 0 and p.y0 >= 0 and p.x1 <= side[1] and p.y1 <= side[0]]


def _batch(
    images: Sequence[Image], mean: Map, scale: Map, side: tuple[int, int], parts: Sequence[Box], rng: Generator
) -> _Batch:
    xs, zs, wanted, counted, places = [], [], [], [], []
    for _ in range(_BATCH):
        image = images[int(rng.integers(len(images)))]
        row, column = (int(rng.integers(0, (n - s) // _PLACE + 1)) for n, s in zip(image.shape, side, strict=False))
        y, x = row * _PLACE, column * _PLACE
        area = np.s_[y : y + side[0], x : x + side[1]]
        clean = image[area]
        if rng.random() < 0.5:  # what registration leaves
            dy, dx = rng.integers(-1, 2, 2)
            clean = np.roll(clean, (int(dy), int(dx)), (0, 1))
        spots = int(rng.poisson(_SPOTS * side[0] * side[1] / _CROP**2))
        changed = corrupt(clean, rng, spots, _SIDES, _inside(parts, y, x, side)) if spots else clean
        cells = np.abs(changed.astype(np.int16) - clean).max(axis=2)
        cells = cells.reshape(side[0] // CELL, CELL, side[1] // CELL, CELL).max(axis=(1, 3))
        wanted.append(cells > _CHANGE)
        counted.append((cells == 0) | (cells > _CHANGE))
        lit = changed * rng.uniform(0.96, 1.04, 3).astype(np.float32) + np.float32(rng.normal(0, 1.5))
        lit = np.clip(lit, 0, 255)
        xs.append(lit / 127.5 - 1.0)
        zs.append((lit - mean[area]) / scale[area])
        places.append((row, column))
    stacked = [torch.from_numpy(np.stack(part).astype(np.float32)).permute(0, 3, 1, 2) for part in (xs, zs)]
    x_, z_ = (t.contiguous(memory_format=torch.channels_last) for t in stacked)
    flags = [torch.from_numpy(np.stack(part))[:, None].float() for part in (wanted, counted)]
    return _Batch(x_, z_, flags[0], flags[1], places)


def position_grid(size: tuple[int, int]) -> tuple[int, int]:
    """(height, width) of the position map of a board of (height, width) pixels."""
    return tuple(-(-side // _MULTIPLE) * (_MULTIPLE // _PLACE) for side in size)  # type: ignore[return-value]


def train_foreign_net(
    images: Sequence[Image],
    mean: Map,
    scale: Map,
    *,
    seed: int,
    seconds: float | None = None,
    steps: int | None = None,
    run: RunFolder | None = None,
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

    Raises:
        TrainingError: No images, boards below 32 px, or a loss that is not finite.
    """
    if not images or min(images[0].shape[:2]) < _MULTIPLE:
        raise TrainingError("there are no boards of 32 px and more to train on", todo="Give normal boards.")
    torch.manual_seed(seed)
    height, width = images[0].shape[:2]
    side = min(_CROP, height - height % _MULTIPLE), min(_CROP, width - width % _MULTIPLE)
    parts = part_boxes(mean)
    training = _Training(ForeignNet(position_grid((height, width))), np.random.default_rng(seed))
    if run is not None and FOREIGN_STAGE in run.sections:
        training.load(run.sections[FOREIGN_STAGE])
    started = time.monotonic() - training.seconds
    threads = ThreadChoice(enabled=steps is None)
    while training.share < 1.0:
        threads.step()
        training.learn(_batch(images, mean, scale, side, parts, training.rng))
        training.seconds = time.monotonic() - started
        training.share = min(training.step / steps if steps else training.seconds / (seconds or 1.0), 1.0)
        if run is not None and (training.share >= 1.0 or run.checkpoints.due()):
            run.save(0, **{FOREIGN_STAGE: training.state()})
        yield ForeignTrainingStep(training.step, training.share, training.loss)
    threads.close()
    yield training.net.eval()


class _Training:
    """The foreign network in training, and how far it is; ``loss`` is the running one."""

    def __init__(self, net: ForeignNet, rng: Generator) -> None:
        self.net, self.rng = net, rng
        self.step, self.seconds, self.share, self.loss = 0, 0.0, 0.0, 0.1
        self.net.to(memory_format=torch.channels_last)  # type: ignore[call-overload]
        self._optimiser = torch.optim.AdamW(net.parameters(), lr=_RATE, weight_decay=1e-4)

    def learn(self, batch: _Batch) -> None:
        """One step; the rate rises over 50 steps and falls as a cosine."""
        for group in self._optimiser.param_groups:
            fall = 0.02 + 0.49 * (1.0 + np.cos(np.pi * self.share))
            group["lr"] = float(_RATE * min(1.0, (self.step + 1) / 50) * fall)
        with torch.autocast("cpu", torch.bfloat16):
            odds = self.net(batch.x, batch.z, batch.places)
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
        self.step, self.seconds, self.share = state["step"], state["seconds"], state["share"]
        self.loss = state["loss"]
