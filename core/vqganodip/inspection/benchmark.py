"""Benchmark of one inspection: this engine against a literal implementation of the paper, in time and peak memory.

The literal side is the network of Esser et al. in float32, with every activation kept, and one Inception-v3 call per
patch for each of the two weightings. Its weights are untrained, which affects neither time nor memory. Stages that
would take an hour are measured on a sample and extrapolated; their rows name the sample size. The two sides do not run
the same network: the ratio shows what the whole design saves, not a gain at equal output, which
tests/bench/bench_networks.py measures.
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
from vqganodip.processes import become_helper, helpers_without_interrupts
from vqganodip.types import Image, Map

__all__ = ["BenchEvent", "BenchResult", "BusyMachine", "Side", "StageTime", "run_bench"]

_PATCH_PAIRS: Final = 2 * 3600
"""p · 9n patches (method, section 3.1.2) under two weightings."""
_CANDIDATES: Final = 2 * 250


@dataclass(frozen=True, slots=True)
class StageTime:
    """Time of one stage.

    Attributes:
        stage: ``networks``, ``candidates``, ``metrics`` or ``other``.
        seconds: Seconds per board.
        sample: Number of operations measured; equal to ``whole`` if nothing was extrapolated.
        whole: Number of operations per board.
    """

    stage: str
    seconds: float
    sample: int = 1
    whole: int = 1


@dataclass(frozen=True, slots=True)
class Side:
    """One way to inspect a board: the times of its stages and the peak memory of its process in MiB."""

    name: str
    stages: tuple[StageTime, ...]
    peak_mib: float

    @property
    def seconds(self) -> float:
        """Seconds per board, over all stages."""
        return sum(stage.seconds for stage in self.stages)


@dataclass(frozen=True, slots=True)
class BusyMachine:
    """Seconds per board on an idle machine and while another process keeps one core busy."""

    quiet_s: float
    busy_s: float


@dataclass(frozen=True, slots=True)
class BenchResult:
    """Result of a benchmark.

    Attributes:
        literal: The paper's procedure, implemented literally.
        exact: Only the ranking by Inception-v3 at 299 px, in batches, with each distinct patch computed once.
        ours: This engine with the given bundle.
        busy_machine: This engine on an idle and on a busy machine.
        boards: Number of inspections by this engine; its figures are medians.
        threads: Number of threads used by torch.
    """

    literal: Side
    exact: Side
    ours: Side
    busy_machine: BusyMachine
    boards: int
    threads: int


@dataclass(frozen=True, slots=True)
class BenchEvent:
    """Start of a measurement, with its description."""

    doing: str


def run_bench(bundle: Path, board: Path, *, samples: int = 24, repeats: int = 7) -> Iterator[BenchEvent | BenchResult]:
    """Run the benchmark, each side in its own process; yields an event per measurement and the result last.

    Args:
        bundle: Folder of a fitted bundle.
        board: Image that the bundle can inspect.
        samples: Number of patch pairs on which the literal ranking is measured.
        repeats: Number of inspections by this engine.

    Raises:
        BundleError: The bundle is missing, altered or was never fitted.
        ImageError: The image cannot be inspected.
    """
    yield BenchEvent(f"this engine, {repeats} times")
    ours, threads, unique, quiet = _run_in_process(_measure_engine, bundle, board, repeats)
    yield BenchEvent(f"this engine beside a busy process, {repeats} times")
    with _BusyCore():
        _, _, _, busy = _run_in_process(_measure_engine, bundle, board, repeats)
    pixels = _board(board)
    yield BenchEvent(f"Inception-v3 in batches, {8 * samples} of {unique} pairs")
    exact = _run_in_process(_measure_exact, pixels, 8 * samples, unique)
    yield BenchEvent(f"the paper's procedure, {samples} of {_PATCH_PAIRS} pairs, and its network once")
    literal = _run_in_process(_measure_literal, pixels, samples)
    yield BenchResult(literal, exact, ours, BusyMachine(quiet, busy), repeats, threads)


def _board(path: Path) -> Image:
    from vqganodip.imaging.decoding import read_image, resize

    pixels = read_image(path).pixels
    return pixels if pixels.shape[:2] == (1024, 1024) else resize(pixels, (1024, 1024))


def _measure_engine(bundle: Path, board: Path, repeats: int) -> tuple[Side, int, int, float]:
    import torch

    from vqganodip.bundles.archive import open_bundle
    from vqganodip.bundles.depth import require_whole
    from vqganodip.detection.patches import PatchDistances
    from vqganodip.inspection.inspector import Inspector, Measured, StageFinished

    require_whole(open_bundle(bundle))
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
    reconstructor, reconstruction = inspector.model.reconstructor, measured.reconstruction
    assert reconstructor is not None
    assert reconstruction is not None
    shared = PatchDistances(measured.placed.pixels, reconstruction.levels, reconstructor.extractor)
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
    """Return all patches of the paper's procedure on a map; candidate pixels may be adjacent."""
    from vqganodip.detection.candidates import candidate_pixels
    from vqganodip.detection.patches import patch_boxes
    from vqganodip.presets import PRESETS

    settings = PRESETS["paper"].candidates
    height, width = difference.shape
    return patch_boxes(candidate_pixels(difference, settings), (width, height), settings).reshape(-1, 4)


def _pairs(pixels: Image, count: int) -> tuple[list[Image], list[Image]]:
    """Draw patches of 4 to 16 px from a board, and the same patches shifted by one pixel."""
    rng = np.random.default_rng(0)
    first, second = [], []
    for i in range(count):
        side = 4 * (1 + i % 4)
        y, x = (int(v) for v in rng.integers(0, np.array(pixels.shape[:2]) - side - 1))
        first.append(pixels[y : y + side, x : x + side])
        second.append(pixels[y + 1 : y + 1 + side, x + 1 : x + 1 + side])
    return first, second


def _measure_exact(pixels: Image, samples: int, unique: int) -> Side:
    from vqganodip.neural.networks.imagenet import inception_features

    extractor = inception_features(pretrained=False)
    first, second = _pairs(pixels, samples)
    extractor(first[:4])
    seconds = _timed(lambda: (extractor(first), extractor(second)))
    return Side("exact", (StageTime("candidates", seconds * unique / samples, samples, unique),), _peak_mib())


def _measure_literal(pixels: Image, samples: int) -> Side:
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
    """Context manager that keeps one core busy in another process."""

    def __enter__(self) -> None:
        self._process = get_context("spawn").Process(target=_spin, daemon=True)
        with helpers_without_interrupts():
            self._process.start()

    def __exit__(self, *_: object) -> None:
        self._process.terminate()
        self._process.join()


def _spin() -> None:
    become_helper()
    while True:
        pass


def _run_in_process(work: Callable[..., Any], *arguments: Any) -> Any:
    """Call a function in a new process, so that its peak memory is measured on its own."""
    context = get_context("spawn")
    here, there = context.Pipe(duplex=False)
    process = context.Process(target=_child, args=(there, work, arguments), daemon=True)
    try:
        with helpers_without_interrupts():
            process.start()  # a press of Ctrl-C meanwhile takes effect here, with the process already there
        there.close()
        answer = here.recv()
    except EOFError:
        raise VqganodipError(
            "benchmark-process-ended",
            "the measuring process ended early",
            todo="Check the free memory: the literal procedure needs 5 GiB.",
        ) from None
    except BaseException:  # Ctrl-C: the figures are of no use
        if process.pid is not None:
            process.kill()
        raise
    finally:
        if process.pid is not None:
            process.join()
    if isinstance(answer, Exception):
        raise answer
    return answer


def _child(answer: Connection, work: Callable[..., Any], arguments: Sequence[Any]) -> None:
    become_helper()
    try:
        answer.send(work(*arguments))
    except VqganodipError as error:
        answer.send(error)
