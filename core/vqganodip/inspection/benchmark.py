"""One board inspected as the paper writes it, and as this engine does: seconds and memory per stage, in one run.

The literal side is the network of Esser et al. in float32 with every activation kept, and one Inception-v3 call per
patch, both weightings apart. Its weights are untrained, which time and memory do not notice. Stages that would take
an hour are measured on a sample and scaled; every such row says from how many. The two sides do not run the same
network: the ratio is what the whole design saves, not a gain at equal output (that is tests/bench/bench_networks.py).
"""

from __future__ import annotations

import statistics
import time
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.connection import Connection
from pathlib import Path
from typing import Any, Final

import numpy as np

from vqganodip.detection.patches import BoxArray
from vqganodip.errors import VqganodipError
from vqganodip.types import Image, Map

__all__ = ["BenchEvent", "BenchResult", "Crowd", "Side", "StageTime", "run_bench"]

_PATCH_PAIRS: Final = 2 * 3600
"""p · 9n patches (method, section 3.1.2) under two weightings."""
_CANDIDATES: Final = 2 * 250


@dataclass(frozen=True, slots=True)
class StageTime:
    """A stage of one side.

    Attributes:
        stage: ``networks``, ``candidates``, ``metrics``, ``other``.
        seconds: Per board.
        sample: How many of ``whole`` were measured; equal when nothing was scaled.
        whole: How many a board needs.
    """

    stage: str
    seconds: float
    sample: int = 1
    whole: int = 1


@dataclass(frozen=True, slots=True)
class Side:
    """One way to inspect a board: its stages, and the most memory its process held (MiB, whole process)."""

    name: str
    stages: tuple[StageTime, ...]
    peak_mib: float

    @property
    def seconds(self) -> float:
        """Of the whole board."""
        return sum(stage.seconds for stage in self.stages)


@dataclass(frozen=True, slots=True)
class Crowd:
    """Seconds of a whole board while the machine is quiet, and while one other process keeps a core busy."""

    quiet_s: float
    busy_s: float


@dataclass(frozen=True, slots=True)
class BenchResult:
    """What was measured.

    Attributes:
        literal: The paper's procedure.
        exact: Only the ranking by Inception-v3 at 299 px: in batches, every different patch once.
        ours: The bundle that was given.
        crowd: Quiet against busy.
        boards: How often our side was measured; its figures are medians.
        threads: Threads of the arithmetic.
    """

    literal: Side
    exact: Side
    ours: Side
    crowd: Crowd
    boards: int
    threads: int


@dataclass(frozen=True, slots=True)
class BenchEvent:
    """What is being measured now."""

    doing: str


def run_bench(bundle: Path, board: Path, *, samples: int = 24, repeats: int = 7) -> Iterator[BenchEvent | BenchResult]:
    """Measures; yields what it is doing, and the result last. Each side runs in a process of its own.

    Args:
        bundle: A fitted bundle.
        board: An image that it can inspect.
        samples: Patch pairs on which the literal ranking is measured.
        repeats: Inspections of our side.

    Raises:
        BundleError, ImageError: As the inspection raises them.
    """
    yield BenchEvent(f"this engine, {repeats} times")
    ours, threads, unique, quiet = _apart(_ours, bundle, board, repeats)
    yield BenchEvent(f"this engine beside a busy process, {repeats} times")
    with _BusyCore():
        _, _, _, busy = _apart(_ours, bundle, board, repeats)
    pixels = _board(board)
    yield BenchEvent(f"Inception-v3 in batches, {8 * samples} of {unique} pairs")
    exact = _apart(_exact, pixels, 8 * samples, unique)
    yield BenchEvent(f"the paper's procedure, {samples} of {_PATCH_PAIRS} pairs, and its network once")
    literal = _apart(_literal, pixels, samples)
    yield BenchResult(literal, exact, ours, Crowd(quiet, busy), repeats, threads)


def _board(path: Path) -> Image:
    from vqganodip.imaging.decoding import read_image, resize

    pixels = read_image(path).pixels
    return pixels if pixels.shape[:2] == (1024, 1024) else resize(pixels, (1024, 1024))


def _ours(bundle: Path, board: Path, repeats: int) -> tuple[Side, int, int, float]:
    import torch

    from vqganodip.detection.patches import PatchDistances
    from vqganodip.inspection.inspector import Inspector, Measured, StageFinished

    inspector = Inspector.open(bundle)
    totals: list[float] = []
    stages: dict[str, list[float]] = {}
    for turn in range(repeats + 1):
        started = time.perf_counter()
        for event in inspector.inspect(board):
            if turn and isinstance(event, StageFinished):
                stages.setdefault(str(event.stage), []).append(event.seconds)
        totals += [time.perf_counter() - started] if turn else []
    peak = _peak_mib()
    measured = next(event for event in inspector.measure(board) if isinstance(event, Measured))
    shared = PatchDistances(measured.placed.pixels, measured.reconstruction.pixels, inspector.model.networks.extractor)
    for weighting in list(measured.views)[:2]:  # raw and weighted, the paper's two
        shared(_paper_boxes(measured.views[weighting].difference))
    medians = {stage: statistics.median(values) for stage, values in stages.items()}
    rows = [
        StageTime("networks", medians.pop("reconstruct")),
        StageTime("candidates", medians.pop("candidates")),
        StageTime("metrics", medians.pop("metrics")),
        StageTime("other", sum(medians.values())),
    ]
    return Side("ours", tuple(rows), peak), torch.get_num_threads(), shared.computed, statistics.median(totals)


def _paper_boxes(difference: Map) -> BoxArray:
    """All patches of the paper's procedure on a map: its pixels may lie side by side."""
    from vqganodip.detection.candidates import candidate_pixels
    from vqganodip.detection.patches import patch_boxes
    from vqganodip.settings import PRESETS

    settings = PRESETS["paper"].candidates
    height, width = difference.shape
    return patch_boxes(candidate_pixels(difference, settings), (width, height), settings).reshape(-1, 4)


def _pairs(pixels: Image, count: int) -> tuple[list[Image], list[Image]]:
    """Patches of 4 to 16 px of a board, and the same a pixel further on."""
    rng = np.random.default_rng(0)
    first, second = [], []
    for i in range(count):
        side = 4 * (1 + i % 4)
        y, x = (int(v) for v in rng.integers(0, np.array(pixels.shape[:2]) - side - 1))
        first.append(pixels[y : y + side, x : x + side])
        second.append(pixels[y + 1 : y + 1 + side, x + 1 : x + 1 + side])
    return first, second


def _exact(pixels: Image, samples: int, unique: int) -> Side:
    from vqganodip.neural.networks.imagenet import inception_features

    extractor = inception_features(pretrained=False)
    first, second = _pairs(pixels, samples)
    extractor(first[:4])
    seconds = _timed(lambda: (extractor(first), extractor(second)))
    return Side("exact", (StageTime("candidates", seconds * unique / samples, samples, unique),), _peak_mib())


def _literal(pixels: Image, samples: int) -> Side:
    from vqganodip.inspection.literal_procedure import literal_patch_metrics
    from vqganodip.neural.networks.literal_vqgan import literal_inception, literal_networks

    first, second = _pairs(pixels, 4 * samples)
    one = literal_inception()
    one(first[0])

    def rank() -> None:
        for a, b in zip(first[:samples], second[:samples], strict=True):
            one(a), one(b)

    ranked = _timed(rank) * _PATCH_PAIRS / samples
    literal_patch_metrics(first[0], second[0])
    measure = _timed(lambda: [literal_patch_metrics(a, b) for a, b in zip(first, second, strict=True)])
    networks = literal_networks(pixels)
    seconds = _timed(networks)
    rows = (
        StageTime("networks", seconds),
        StageTime("candidates", ranked, samples, _PATCH_PAIRS),
        StageTime("metrics", measure * _CANDIDATES / len(first), len(first), _CANDIDATES),
    )
    return Side("literal", rows, _peak_mib())


def _timed(work: Callable[[], object]) -> float:
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def _peak_mib() -> float:
    import resource
    import sys

    highest = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return highest / (1 << 20) if sys.platform == "darwin" else highest / 1024


class _BusyCore:
    """A process that keeps one core busy while the block runs."""

    def __enter__(self) -> None:
        self._process = get_context("spawn").Process(target=_spin, daemon=True)
        self._process.start()

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.join()


def _spin() -> None:
    while True:
        pass


def _apart(work: Callable[..., Any], *arguments: Any) -> Any:
    """The result of a function called in a process of its own, so that memory is counted for it alone."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(there, work, arguments))
    process.start()
    there.close()
    try:
        answer = here.recv()
    except EOFError:
        todo = "Check the free memory: the literal procedure needs 5 GiB."
        raise VqganodipError("the measuring process ended early", todo=todo) from None
    finally:
        process.join()
    if isinstance(answer, Exception):
        raise answer
    return answer


def _child(answer: Connection, work: Callable[..., Any], arguments: Sequence[Any]) -> None:
    try:
        answer.send(work(*arguments))
    except VqganodipError as error:
        answer.send(error)
