"""Demo line: rendered boards of one product, drawn one after the other while they are being inspected.

A marker file makes a workspace a demo line. It holds everything that decides the boards, so that they have the same
bytes on every computer and every time.
"""

from __future__ import annotations

import dataclasses
import json
import multiprocessing
import os
import signal
import time
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass
from itertools import pairwise
from multiprocessing.connection import Connection
from multiprocessing.context import SpawnProcess
from pathlib import Path
from types import TracebackType
from typing import Final

import numpy as np

from vqganodip.datasets.synthetic.defects import DefectKind
from vqganodip.datasets.synthetic.product import DEMO_PRODUCT, PRODUCTS, product
from vqganodip.datasets.synthetic.render import SIZES, render_board
from vqganodip.errors import ExportError, SettingsError, StoreError, VqganodipError, system_reason
from vqganodip.files import replace_file
from vqganodip.imaging.decoding import write_png
from vqganodip.processes import helpers_without_interrupts
from vqganodip.records import Label

__all__ = ["BOARDS", "MARKER", "DemoBoard", "DemoBoards", "DemoLine", "begin_demo_line", "is_free", "read_demo_line"]

MARKER: Final = "demo.json"
"""The file that makes a workspace a demo line."""

BOARDS: Final = "boards"
"""The folder of the boards inside the workspace."""

_TURN_S: Final = 0.1
_STALE_S: Final = 60.0
_MEMORY: Final = "Check the free memory and the free space, then try again."


@dataclass(frozen=True, slots=True)
class DemoBoard:
    """A board of the line before it is drawn: seed, serial number and ground truth."""

    serial: str
    seed: int
    defects: tuple[DefectKind, ...]

    @property
    def label(self) -> Label:
        return Label.DEFECTIVE if self.defects else Label.NORMAL

    @property
    def name(self) -> str:
        """File name of its image."""
        return f"{self.serial}.png"


@dataclass(frozen=True, slots=True)
class DemoLine:
    """A demo line; equal values give equal boards.

    Attributes:
        product: One of PRODUCTS.
        seed: Seed of the line. Its random stream differs from that of ``write_line``, so a bundle trained on a rendered
            data set has seen none of its boards.
        normal: Number of boards without a defect.
        defective: Number of boards with one or two defects.
        size: Side of the images in pixels, one of SIZES; the size that the bundle was trained on.
        variation: Strength of the normal variation.
    """

    product: str = DEMO_PRODUCT
    seed: int = 2
    normal: int = 40
    defective: int = 20
    size: int = 1024
    variation: float = 1.0

    def __post_init__(self) -> None:
        counts = (self.seed, self.normal, self.defective)
        fits = self.product in PRODUCTS and self.size in SIZES and 0 <= self.variation <= 4
        if not fits or min(counts) < 0 or not all(isinstance(n, int) for n in counts) or len(self) == 0:
            raise SettingsError(
                "demo-line-unknown",
                "there is no such demo line: {what}",
                todo="Name one of {products}, a size of {sizes} and at least one board.",
                what=str(dataclasses.asdict(self)),
                products=", ".join(PRODUCTS),
                sizes=str(SIZES),
            )

    def __len__(self) -> int:
        return self.normal + self.defective

    def boards(self) -> tuple[DemoBoard, ...]:
        """The boards in order of ascending serial numbers; the first is defective, the other defective ones spread."""
        rng = np.random.default_rng(np.random.SeedSequence([self.seed, 3]))
        seeds = np.random.SeedSequence([self.seed, 4]).generate_state(len(self), np.uint64) >> np.uint64(11)
        letters, first = product(self.product).serial, int(rng.integers(10**5, 9 * 10**6))
        edges = [k * len(self) // max(self.defective, 1) for k in range(self.defective + 1)]
        places = [int(rng.integers(a, b)) for a, b in pairwise(edges)]
        kinds = dict(zip([0, *places[1:]], _kinds(self.defective, rng), strict=False))
        return tuple(
            DemoBoard(f"{letters}-{first + i:07d}", int(seed), kinds.get(i, ())) for i, seed in enumerate(seeds)
        )


def _kinds(boards: int, rng: np.random.Generator) -> list[tuple[DefectKind, ...]]:
    """Draw the defects of each board: every kind equally often, a second one on every fifth board."""
    every = list(DefectKind)
    order: list[DefectKind] = []
    while len(order) < boards + 1:
        order += [every[int(i)] for i in rng.permutation(len(every))]
    return [
        (first, second) if i % 5 == 4 and first is not second else (first,)
        for i, (first, second) in enumerate(pairwise(order[: boards + 1]))
    ]


def read_demo_line(workspace: Path) -> DemoLine | None:
    """Read the demo line of a workspace; None for an ordinary workspace.

    Raises:
        StoreError: The marker exists but cannot be read.
    """
    marker = workspace / MARKER
    try:
        return DemoLine(**json.loads(marker.read_text(encoding="utf-8")))
    except FileNotFoundError:
        return None
    except (OSError, ValueError, TypeError, SettingsError) as error:
        raise StoreError(
            "demo-line-marker-invalid",
            "this file says that the workspace is a demo line, but not which one",
            where=marker,
            todo="Choose another workspace, or delete this folder if only the demo line was in it.",
        ) from error


def is_free(folder: Path) -> bool:
    """Return True if the path does not exist or is an empty folder."""
    try:
        return not any(folder.iterdir())
    except FileNotFoundError:
        return True
    except OSError:
        return False


def begin_demo_line(workspace: Path, line: DemoLine) -> None:
    """Turn a folder into a demo line; :class:`DemoBoards` draws the boards later.

    Raises:
        StoreError: The folder cannot be written.
    """
    try:
        workspace.mkdir(parents=True, exist_ok=True)
        replace_file(workspace / MARKER, json.dumps(dataclasses.asdict(line), indent=1).encode())
    except OSError as error:
        raise StoreError(
            "demo-line-unwritable",
            "the demo line cannot be written here ({error})",
            where=workspace,
            todo="Check the folder and its space, or choose another workspace.",
            error=system_reason(error),
        ) from error


class DemoBoards:
    """Iterable over the images of a demo line: the existing ones first, then each one once it is drawn.

    A context manager: one process of low priority draws the boards until the ``with`` block ends. Each image appears
    whole or not at all, and none is drawn twice. The number of images is known from the start, so
    :func:`vqganodip.inspection.inspect_folder.inspect_folder` accepts it in place of a folder.

    Args:
        folder: Folder of the images; created if missing.
        line: The boards.
        stop: Called while waiting for a board; True ends the iteration.
        progress: Called with (finished boards, all boards) at the start and, during the iteration, whenever more boards
            are finished; in the iterating thread.

    Raises:
        ExportError: During the iteration, if a board could not be drawn or written.
    """

    def __init__(
        self,
        folder: Path,
        line: DemoLine,
        *,
        stop: Callable[[], bool] = lambda: False,
        progress: Callable[[int, int], None] = lambda _done, _total: None,
    ) -> None:
        self._folder, self._line = folder, line
        self._stop, self._progress = stop, progress
        self._ready: deque[Path] = deque()
        self._missing = 0
        self._failure: ExportError | None = None
        self._pipe: Connection | None = None
        self._process: SpawnProcess | None = None

    def __len__(self) -> int:
        return len(self._line)

    def __enter__(self) -> DemoBoards:
        boards = self._line.boards()
        missing = [board for board in boards if not (self._folder / board.name).is_file()]
        self._ready.extend(self._folder / board.name for board in boards if board not in missing)
        self._missing = len(missing)
        if missing:
            self._begin(missing)
        self._progress(len(self) - self._missing, len(self))
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._process is None or self._pipe is None:
            return
        self._pipe.close()
        self._process.terminate()
        self._process.join()
        self._process.close()
        self._process = self._pipe = None

    def __iter__(self) -> Iterator[Path]:
        for _ in range(len(self)):
            self._receive(0.0)
            while not self._ready:
                if self._failure is not None:
                    raise self._failure
                if self._stop():
                    return
                self._receive(_TURN_S)
            yield self._ready.popleft()

    def _begin(self, missing: Sequence[DemoBoard]) -> None:
        try:
            self._folder.mkdir(parents=True, exist_ok=True)
            _sweep(self._folder)
        except OSError as error:
            raise ExportError(
                "demo-line-boards-unwritable",
                "the boards cannot be written ({error})",
                where=self._folder,
                todo="Check the folder and its space.",
                error=system_reason(error),
            ) from error
        # spawn, because the window and torch have threads
        context = multiprocessing.get_context("spawn")
        self._pipe, theirs = context.Pipe()
        try:
            self._process = context.Process(
                target=_draw, args=(theirs, self._folder, self._line, missing), name="demo line", daemon=True
            )
            with helpers_without_interrupts():
                self._process.start()
        finally:
            theirs.close()

    def _receive(self, wait_s: float) -> None:
        """Process the messages of the drawing process; wait at most ``wait_s`` for the first one."""
        assert self._missing == 0 or self._pipe is not None, "the boards are to be used in a with statement"
        while self._missing and self._failure is None and self._pipe is not None and self._pipe.poll(wait_s):
            try:
                news = self._pipe.recv()
            except (EOFError, OSError):
                news = ExportError(
                    "demo-line-process-ended",
                    "the process that draws the boards has ended",
                    where=self._folder,
                    todo=_MEMORY,
                )
            if isinstance(news, Path):
                self._ready.append(news)
                self._missing -= 1
                self._progress(len(self) - self._missing, len(self))
            else:
                self._failure = news
            wait_s = 0.0


def _sweep(folder: Path) -> None:
    """Remove half-written files of a killed program; recent ones may still be in use and stay."""
    for partial in folder.glob(".*.part"):
        with suppress(FileNotFoundError):
            if time.time() - partial.stat().st_mtime > _STALE_S:
                partial.unlink()


class _QuietEnd:
    """End of this process on SIGTERM: at once, but after a file that is being written.

    It raises nothing. An exception would be printed where Python cannot pass it on, as in a destructor, and the process
    would draw on.
    """

    def __init__(self) -> None:
        self._writing = self._asked = False

    def ask(self, *_signal: object) -> None:
        """Handle the signal."""
        self._asked = True
        if not self._writing:
            os._exit(0)

    @contextmanager
    def after_this(self) -> Iterator[None]:
        """Finish what is inside the block before the process ends."""
        self._writing = True
        try:
            yield
        finally:
            self._writing = False
            if self._asked:
                os._exit(0)


def _draw(pipe: Connection, folder: Path, line: DemoLine, boards: Sequence[DemoBoard]) -> None:
    """Draw boards and report each through the pipe, until all are finished or the other end is closed."""
    import cv2

    end = _QuietEnd()
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # where it is not blocked anyway
    signal.signal(signal.SIGTERM, end.ask)
    cv2.setNumThreads(1)
    with suppress(ConnectionError):
        try:
            for number, board in enumerate(boards):
                if number == 1 and hasattr(os, "nice"):
                    os.nice(10)  # the user waits for the first board; afterwards the inspection has priority
                if pipe.poll():  # the parent never sends: the pipe is readable only once it is closed
                    return
                drawn = render_board(
                    line.product,
                    board.seed,
                    size=line.size,
                    defects=board.defects,
                    variation=line.variation,
                    serial=board.serial,
                )
                with end.after_this():
                    write_png(folder / board.name, drawn.image)
                pipe.send(folder / board.name)
        except VqganodipError as error:
            pipe.send(error)
