"""Pool of lessons of the general segmentation network, which a second process keeps filling while the first trains."""

from __future__ import annotations

import os
import shutil
import time
from collections.abc import Callable, Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import suppress
from dataclasses import dataclass
from multiprocessing import get_context
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, Final

import numpy as np

from vqganodip.datasets.synthetic.render import RenderedBoard, render_board, render_pair
from vqganodip.errors import TrainingError
from vqganodip.imaging import registration
from vqganodip.neural.trainers.lesson_product import Lesson, LessonProduct, cells_of
from vqganodip.processes import helpers_without_interrupts
from vqganodip.types import FloatArray, Image

__all__ = ["LessonPlan", "LessonPool"]

_AHEAD: Final = 3
"""Products that are prepared beyond the window, at least; with several processes two for each of them."""

_TO_START: Final = 8
"""Products with which a training starts."""

_JITTER_PX: Final = 0.2
"""Standard deviation in pixels of the error that stands in for that of a registration."""

_KEPT_OUT_STREAM: Final = 2


@dataclass(frozen=True, slots=True)
class LessonPlan:
    """Everything that decides which lessons are in the pool at a step.

    Attributes:
        seed: Any non-negative integer.
        products: Number of different products; after the last one the first returns with new boards.
        boards: Boards of each product, each without and with defects.
        further_least: Smallest number of further normal boards for the statistics of a product, which may bring few.
        further_most: Largest number of them.
        defects: Defects on each defective board.
        steps_each: Steps between two products entering the pool.
        variety: Largest variety of the products, see :mod:`vqganodip.datasets.synthetic`; each draws its own below it.
        size: Side of the boards in pixels.
        window: Products from which the crops of a step are drawn; the training starts with eight of them.
        first_step: Step at which this plan begins, for a training that continues another.
        first_entry: Number of the first entry in the pool at that step.
        kept_out: Products for validation, which are never among the lessons.
        judged: Boards of each of them to judge, each without and with one defect.
        reference: Normal boards for the statistics of each of them.
    """

    seed: int
    products: int = 300
    boards: int = 12
    further_least: int = 6
    further_most: int = 32
    defects: int = 4
    steps_each: int = 100
    variety: float = 1.0
    size: int = 1024
    window: int = _TO_START
    first_step: int = 0
    first_entry: int = 0
    kept_out: int = 12
    judged: int = 8
    reference: int = 20

    def entries(self, step: int) -> range:
        """Return the numbers of the products in the pool at a step."""
        at_start = min(self.window, _TO_START)
        end = self.first_entry + max(step - self.first_step, 0) // self.steps_each + at_start
        return range(max(end - self.window, self.first_entry), end)

    def product(self, number: int, stream: int = 1) -> tuple[str, float]:
        """Name and normal variation of a product; stream 2 holds those kept out."""
        rng = np.random.default_rng(np.random.SeedSequence([self.seed, stream, number]))
        variety = self.variety * rng.uniform(0, 1)
        seed = int(rng.integers(1 << 40))
        return f"random:{seed}@{variety:.2f}", float(rng.uniform(0.8, 1.8))

    def lessons(self, entry: int) -> Iterator[Lesson]:
        """Render the lessons of an entry of the pool."""
        name, variation = self.product(entry % self.products)
        states = np.random.SeedSequence([self.seed, 3, entry]).generate_state(self.boards, np.uint64)
        for state in states:
            yield self._lesson(name, int(state >> np.uint64(11)), variation, self.defects)

    def statistics_boards(self, entry: int) -> Iterator[Image]:
        """Render the further normal boards of an entry; their number is drawn, small ones as often as large ones."""
        name, variation = self.product(entry % self.products)
        rng = np.random.default_rng(np.random.SeedSequence([self.seed, 6, entry]))
        count = round(float(np.exp(rng.uniform(np.log(self.further_least), np.log(self.further_most)))))
        for seed in rng.integers(1 << 52, size=count):
            board = render_board(name, int(seed), size=self.size, variation=variation)
            yield self._registered(board.image, board, _jitter(int(seed)))

    def validation(self, number: int) -> tuple[list[Lesson], list[Image]]:
        """Render a product kept out: boards to judge, with one defect each, and normal boards for its statistics."""
        name, variation = self.product(number, _KEPT_OUT_STREAM)
        states = np.random.SeedSequence([self.seed, 4, number]).generate_state(self.judged + self.reference, np.uint64)
        seeds = [int(s >> np.uint64(11)) for s in states]
        judged = [self._lesson(name, seed, variation, 1) for seed in seeds[: self.judged]]
        boards = (render_board(name, seed, size=self.size, variation=variation) for seed in seeds[self.judged :])
        return judged, [
            self._registered(b.image, b, _jitter(s)) for s, b in zip(seeds[self.judged :], boards, strict=True)
        ]

    def _lesson(self, name: str, seed: int, variation: float, defects: int) -> Lesson:
        jitter = _jitter(seed)
        normal, defective = render_pair(
            name, seed, size=self.size, defects=defects, variation=variation, severity=(0.0, 0.7)
        )
        shown = [self._registered(board.image, board, jitter) for board in (normal, defective)]
        mask = self._registered(defective.mask.astype(np.uint8) * np.uint8(255), defective, jitter) > 127
        return Lesson(shown[0], shown[1], cells_of(shown[0], shown[1], mask))

    def _registered(self, image: Image, board: RenderedBoard, jitter: FloatArray) -> Image:
        """Warp an image of a board onto the product's nominal grid, with the jitter of a registration."""
        transform = board.transform.copy()
        transform[:, 2] += jitter
        return registration.apply(image, transform, (self.size, self.size))


class LessonPool:
    """The lessons on disk, and the processes that write them.

    Args:
        folder: Folder for the lessons; those of an earlier run with the same plan are used again.
        plan: The plan.
        writers: Number of processes.
        device: ``cpu`` or ``cuda``, where features are computed and the products in the pool are held.
    """

    def __init__(self, folder: Path, plan: LessonPlan, *, writers: int = 1, device: str = "cpu") -> None:
        self._folder, self._plan, self._writers, self._device = folder, plan, writers, device
        context = get_context("spawn")
        self._step: Any = context.Value("q", 0)
        self._processes: list[BaseProcess] = []
        self._context = context
        self._open: dict[int, LessonProduct] = {}
        self._kept_out: dict[int, LessonProduct] = {}
        self._reader = ThreadPoolExecutor(1)
        self._next: tuple[int, Future[LessonProduct]] | None = None

    def start(self, step: int) -> None:
        """Start the writing processes for a training that is at a step."""
        self._step.value = step
        _remove_parts(self._folder)
        for number in range(self._writers):
            share = _Share(number, self._writers, self._device)
            arguments = (self._folder, self._plan, self._step, os.getpid(), share)
            self._processes.append(self._context.Process(target=_write_all, args=arguments, daemon=True))
        with helpers_without_interrupts():
            for process in self._processes:
                process.start()

    def at(self, step: int, waiting: Callable[[int], None] | None = None) -> dict[int, LessonProduct]:
        """Return the products in the pool at a step, by number; waits until they are there.

        Args:
            step: The step.
            waiting: Called from time to time while products are missing, with their number.

        Raises:
            TrainingError: A process that writes lessons has ended.
        """
        self._step.value = step
        entries = self._plan.entries(step)
        for entry in [e for e in self._open if e not in entries]:
            del self._open[entry]
        for entry in entries:
            if entry not in self._open:
                self._wait(_entry_folder(self._folder, entry), waiting, entries)
                self._open[entry] = self._read(entry)
        if self._next is None and _entry_folder(self._folder, entries.stop).exists():
            self._next = entries.stop, self._reader.submit(self._product, entries.stop)
        return self._open

    def _read(self, entry: int) -> LessonProduct:
        """Open a product that has been written, from the reading thread if that has begun with it."""
        (number, product), self._next = self._next or (-1, None), None
        return product.result() if product is not None and number == entry else self._product(entry)

    def _product(self, entry: int) -> LessonProduct:
        return LessonProduct(_entry_folder(self._folder, entry), self._device)

    def kept_out(self, waiting: Callable[[int], None] | None = None) -> Iterator[LessonProduct]:
        """The products kept out, one after the other; waits for each."""
        for number in range(self._plan.kept_out):
            if number not in self._kept_out:
                path = _kept_out_folder(self._folder, number)
                self._wait(path, waiting, range(0))
                self._kept_out[number] = LessonProduct(path, self._device)
            yield self._kept_out[number]

    def _wait(self, path: Path, waiting: Callable[[int], None] | None, entries: range) -> None:
        while not path.exists():
            if not self._processes or not all(process.is_alive() for process in self._processes):
                raise TrainingError(
                    "lessons-stopped",
                    "the process that renders lessons has ended",
                    where=self._folder,
                    todo="Check free disk space and memory, then continue with --resume.",
                )
            if waiting is not None:
                waiting(sum(not _entry_folder(self._folder, e).exists() for e in entries) or 1)
            time.sleep(0.2)

    def close(self) -> None:
        """End the writing processes; lessons on disk stay."""
        for process in self._processes:
            process.terminate()
        for process in self._processes:
            process.join()
        self._processes.clear()
        self._reader.shutdown()


def _jitter(seed: int) -> FloatArray:
    """Error in pixels that stands in for that of the registration of a board."""
    return np.random.default_rng(np.random.SeedSequence([seed, 5])).normal(0, _JITTER_PX, 2)


def _entry_folder(folder: Path, entry: int) -> Path:
    return folder / f"product-{entry:05d}"


def _kept_out_folder(folder: Path, number: int) -> Path:
    return folder / f"kept-out-{number:02d}"


@dataclass(frozen=True, slots=True)
class _Share:
    """The part of the lessons that one process writes: every ``of``-th, from ``number`` on."""

    number: int
    of: int
    device: str

    def of_entries(self, numbers: range) -> list[int]:
        return [n for n in numbers if n % self.of == self.number]


def _write_all(folder: Path, plan: LessonPlan, step: Any, parent: int, share: _Share) -> None:
    """Write the lessons of a share that the training process needs next, until that process ends."""
    import cv2
    import torch

    from vqganodip.neural.networks.efficientnet_lite import efficientnet_lite

    cv2.setNumThreads(1)
    torch.set_num_threads(1)
    torch.backends.cudnn.allow_tf32 = False  # features as on the processor
    features = efficientnet_lite().to(share.device)
    ahead = max(_AHEAD, 2 * share.of)
    while os.getppid() == parent:
        window = plan.entries(int(step.value))
        if share.number == 0:
            _remove_before(folder, window.start)
        entries = share.of_entries(range(window.start, window.stop + ahead))
        missing = [e for e in entries if not _entry_folder(folder, e).exists()]
        later = [n for n in share.of_entries(range(plan.kept_out)) if not _kept_out_folder(folder, n).exists()]
        if (missing and missing[0] < window.stop) or (missing and not later):
            entry = missing[0]
            further = plan.statistics_boards(entry)
            LessonProduct.write(_entry_folder(folder, entry), plan.lessons(entry), features, further)
        elif later:
            lessons, reference = plan.validation(later[0])
            path = _kept_out_folder(folder, later[0])
            LessonProduct.write(path, lessons, features, reference, included=False)
        else:
            time.sleep(0.5)


def _remove_before(folder: Path, entry: int) -> None:
    with suppress(FileNotFoundError):
        for path in folder.glob("product-*"):
            number = path.name.removeprefix("product-").partition(".")[0]
            if number.isdigit() and int(number) < entry:
                shutil.rmtree(path, ignore_errors=True)


def _remove_parts(folder: Path) -> None:
    """Remove lessons that an interrupted process left unfinished."""
    for path in folder.glob("*.part"):
        shutil.rmtree(path, ignore_errors=True)
