"""Rendered data sets on disk: images in the layout of MVTec AD, masks, and a table of ground truth."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from concurrent.futures import ProcessPoolExecutor
from contextlib import contextmanager, suppress
from dataclasses import dataclass, field, replace
from functools import partial
from multiprocessing import get_context
from pathlib import Path
from typing import Any, Final, TypeAlias, TypeVar

import numpy as np
from numpy.typing import NDArray

from vqganodip.cluster.workers import Workers
from vqganodip.datasets.synthetic.defects import DefectKind
from vqganodip.datasets.synthetic.part_list import placement_text
from vqganodip.datasets.synthetic.product import product
from vqganodip.datasets.synthetic.render import DefectTruth, RenderedBoard, render_board, render_pair
from vqganodip.datasets.synthetic.visibility import DefectChange, MapFunction, changes_of, normal_spread, visibility
from vqganodip.errors import ClusterError, DatasetError, ExportError, SettingsError, VqganodipError, message
from vqganodip.files import export_file
from vqganodip.processes import become_helper, helpers_without_interrupts
from vqganodip.records import Label

__all__ = ["BOARD_COLUMNS", "PLACEMENT", "TABLE", "LineRow", "RenderedLine", "redraw_board", "write_line"]

_Result = TypeVar("_Result")

TABLE: Final = "boards.csv"
"""File name of the table of ground truth."""

PLACEMENT: Final = "placement.pos"
"""File name of the placement of the product, in KiCad's form."""

BOARD_COLUMNS: Final = (
    "path", "label", "defect", "kinds", "severity", "boxes", "serial", "seed", "split", "cfx", "mask", "visibility"
)  # fmt: skip
"""Columns of the table; the README of this package says what they hold. Values of several defects are separated by
semicolons; a box is x0 y0 x1 y1."""


@dataclass(frozen=True, slots=True)
class RenderedLine:
    """Everything that decides the bytes of a rendered data set.

    Attributes:
        product: Name of a product, see :func:`vqganodip.datasets.synthetic.product.product`.
        seed: Any non-negative integer.
        train: Number of normal boards to train on (paper section 4.1: 360).
        mask: Number of normal boards for the normal-variation mask (paper section 4.1: 30).
        good: Number of normal boards to test on (paper: 174).
        defective: Number of defective boards to test on (paper: 174).
        size: Side of the images in pixels, see :func:`vqganodip.datasets.synthetic.render.render_board`.
        variation: Strength of the normal variation.
        train_defective: Number of defective boards with masks to train on.
    """

    product: str
    seed: int
    train: int
    mask: int
    good: int
    defective: int
    size: int = 1024
    variation: float = 1.0
    train_defective: int = 0

    @property
    def boards(self) -> int:
        """Number of boards."""
        return self.train + self.mask + self.good + self.train_defective + self.defective

    @classmethod
    def read(cls, path: Path) -> RenderedLine | None:
        """Read a JSON file of these values; None if the file is missing or holds something else."""
        with suppress(OSError, ValueError, TypeError):
            return cls(**json.loads(path.read_text(encoding="utf-8")))
        return None


@dataclass(frozen=True, slots=True)
class LineRow:
    """One board of a rendered data set.

    Attributes:
        path: Image, relative to the folder of the data set, with forward slashes.
        label: Ground truth.
        serial: Serial number on the label.
        seed: Seed that renders this board.
        split: ``train``, ``mask`` or ``test``.
        defects: Ground truth of its defects; the first one names the folder.
        visibility: Of each defect, in standard deviations of normal boards; see
            :mod:`vqganodip.datasets.synthetic.visibility`.
    """

    path: str
    label: Label
    serial: str
    seed: int
    split: str
    defects: tuple[DefectTruth, ...]
    visibility: tuple[float, ...] = ()

    @property
    def mask(self) -> str:
        """Path of the mask of its defects, relative like ``path``; empty for a normal board."""
        if not self.defects:
            return ""
        split, kind, name = self.path.split("/")
        folder = kind if split == "test" else f"{split}/{kind}"
        return f"ground_truth/{folder}/{name.rpartition('.')[0]}_mask.png"

    def cells(self) -> tuple[str, ...]:
        """Cells of the table, in the order of BOARD_COLUMNS."""
        boxes = ";".join(f"{d.box.x0} {d.box.y0} {d.box.x1} {d.box.y1}" for d in self.defects)
        return (
            self.path,
            self.label.value,
            self.defects[0].kind.value if self.defects else "",
            ";".join(d.kind.value for d in self.defects),
            ";".join(f"{d.severity:.3f}" for d in self.defects),
            boxes,
            self.serial,
            str(self.seed),
            self.split,
            ";".join(d.kind.cfx for d in self.defects),
            self.mask,
            ";".join(f"{sigmas:.1f}" for sigmas in self.visibility),
        )


@dataclass(frozen=True, slots=True)
class _Task:
    """One board for a worker to render."""

    out: Path
    line: RenderedLine = field(repr=False)
    path: str
    split: str
    seed: int
    serial: str
    kinds: tuple[DefectKind, ...]

    def board(self) -> tuple[RenderedBoard, tuple[DefectChange, ...]]:
        """Render the board; with it comes what its defects change."""
        line = self.line
        if not self.kinds:
            return render_board(
                line.product, self.seed, size=line.size, variation=line.variation, serial=self.serial
            ), ()
        normal, board = render_pair(
            line.product,
            self.seed,
            size=line.size,
            defects=self.kinds,
            variation=line.variation,
            serial=self.serial,
        )
        return board, changes_of(board, normal.image)


def _png(pixels: NDArray[np.uint8]) -> bytes:
    import cv2

    stored = pixels[..., ::-1] if pixels.ndim == 3 else pixels
    ok, encoded = cv2.imencode(".png", stored, [cv2.IMWRITE_PNG_COMPRESSION, 2])
    if not ok:
        raise ExportError(
            "render-image-not-encoded", "the image could not be encoded as PNG", todo="Check the free memory."
        )
    return bytes(encoded.tobytes())


_Drawn: TypeAlias = tuple[LineRow, tuple[DefectChange, ...]]
"""A row that lacks the visibility of its defects, and what they change."""


def _rendered(task: _Task) -> tuple[_Drawn, dict[str, bytes]]:
    """Render a board; returns its row and its files by their paths in the data set."""
    board, changes = task.board()
    files = {task.path: _png(board.image)}
    label = Label.DEFECTIVE if board.defects else Label.NORMAL
    row = LineRow(task.path, label, board.serial, task.seed, task.split, board.defects)
    if row.mask:
        files[row.mask] = _png(board.mask.astype(np.uint8) * np.uint8(255))
    return (row, changes), files


def _draw(task: _Task) -> _Drawn:
    drawn, files = _rendered(task)
    _write(task.out, files)
    return drawn


def _write(out: Path, files: Mapping[str, bytes]) -> None:
    for name, data in files.items():
        export_file(out / name, data)


def _tasks(out: Path, line: RenderedLine) -> list[_Task]:
    """Decide seed, serial number and defects of each board before any board is rendered."""
    rng = np.random.default_rng(np.random.SeedSequence([line.seed, 1]))
    states = np.random.SeedSequence([line.seed, 2]).generate_state(line.boards, np.uint64)
    seeds = [int(s) for s in states >> np.uint64(11)]
    letters = product(line.product).serial
    serials = [f"{letters}-{n:07d}" for n in rng.choice(10**7, size=line.boards, replace=False)]
    kinds = _kinds(line.train_defective + line.defective, rng)
    tasks: list[_Task] = []
    numbers: dict[str, int] = {}
    for split, folder, count in (
        ("train", "train/good", line.train),
        ("mask", "train/good", line.mask),
        ("test", "test/good", line.good),
        ("train", "", line.train_defective),
        ("test", "", line.defective),
    ):
        for _ in range(count):
            defects = () if folder else next(kinds)
            where = folder or f"{split}/{defects[0].value}"
            numbers[where] = numbers.get(where, -1) + 1
            path = f"{where}/{numbers[where]:03d}.png"
            tasks.append(_Task(out, line, path, split, seeds[len(tasks)], serials[len(tasks)], defects))
    return tasks


def _kinds(boards: int, rng: np.random.Generator) -> Iterator[tuple[DefectKind, ...]]:
    """Draw the defects of each board: all kinds equally often first, a second on every fifth board, rarely a third."""
    kinds = list(DefectKind)
    order: list[DefectKind] = []
    while len(order) < boards:
        order += [kinds[int(i)] for i in rng.permutation(len(kinds))]
    result = []
    for first in order[:boards]:
        more = int(np.searchsorted([0.78, 0.95], rng.random(), side="right"))
        others = [k for k in kinds if k is not first]
        result.append((first, *(others[int(i)] for i in rng.permutation(len(others))[:more])))
    return iter(result)


def _worker() -> None:
    import cv2

    become_helper()
    cv2.setNumThreads(1)


@contextmanager
def _map_function(jobs: int) -> Iterator[MapFunction]:
    """Yield a ``map`` that computes on worker processes, or the plain one for one job."""
    if jobs == 1:
        yield map
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_worker) as pool:

        def run(function: Callable[..., _Result], *tasks: Iterable[Any]) -> Iterator[_Result]:
            with helpers_without_interrupts():
                return pool.map(function, *tasks)

        try:
            yield run
        except BaseException:
            pool.shutdown(wait=False, cancel_futures=True)
            raise


def _run(
    tasks: Sequence[_Task], line: RenderedLine, jobs: int, progress: Callable[[int, int], None] | None
) -> list[LineRow]:
    """Render the boards on processes of this computer."""
    with _map_function(jobs) as run:
        return _rows(tasks, line, run, partial(run, _draw), progress)


def _run_on(
    workers: Workers, tasks: Sequence[_Task], line: RenderedLine, progress: Callable[[int, int], None] | None
) -> list[LineRow]:
    """Render the boards on the workers of a cluster; their files are written here."""

    def run(function: Callable[..., _Result], values: Iterable[Any]) -> Iterator[_Result]:
        done = workers.map(_computed, values, lambda value: (function, value), _set_aside)
        for result in done:
            if isinstance(result, VqganodipError):
                raise result
            yield result

    def draw(some: Iterable[_Task]) -> Iterator[_Drawn]:
        out = [task.out for task in tasks[:1]]
        for drawn, files in run(_rendered, (replace(task, out=Path()) for task in some)):
            _write(out[0], files)
            yield drawn

    return _rows(tasks, line, run, draw, progress)


def _computed(function: Callable[..., _Result], value: Any) -> _Result:
    import cv2

    cv2.setNumThreads(1)
    return function(value)


def _set_aside(what: object) -> ClusterError:
    return ClusterError(
        "cluster-board-set-aside",
        "two workers were lost while they rendered this board",
        where=what.path if isinstance(what, _Task) else "",
        todo="Check the memory of the workers, and render again into an empty folder.",
    )


def _rows(
    tasks: Sequence[_Task],
    line: RenderedLine,
    run: MapFunction,
    draw: Callable[[Iterable[_Task]], Iterable[_Drawn]],
    progress: Callable[[int, int], None] | None,
) -> list[LineRow]:
    """Render the boards, which begin with the normal ones; the spread only if there are defects."""
    rows: list[LineRow] = []
    defective = [task for task in tasks if task.kinds]
    for some in (tasks[: len(tasks) - len(defective)], defective):
        needed = some is defective and defective
        spread = normal_spread(line.product, line.size, line.variation, run) if needed else None
        for row, changes in draw(some):
            seen = () if spread is None else tuple(visibility(change, spread) for change in changes)
            rows.append(replace(row, visibility=seen))
            if progress is not None:
                progress(len(rows), len(tasks))
    return rows


def redraw_board(out: Path, path: str, line: RenderedLine, *, mask: Path | None = None) -> None:
    """Render one board of a data set with the same bytes that :func:`write_line` wrote.

    Args:
        out: The image file to write.
        path: Path of the board in the data set, such as ``test/good/003.png``.
        line: The data set.
        mask: File for the mask of a defective board; None to write none.

    Raises:
        DatasetError: The data set has no such board.
        ExportError: A file could not be written.
    """
    task = next((task for task in _tasks(Path(), line) if task.path == path), None)
    if task is None:
        raise DatasetError(
            "render-board-unknown",
            "the rendered line has no such board",
            where=path,
            todo="Check product, seed and counts.",
        )
    board = task.board()[0]
    export_file(out, _png(board.image))
    if mask is not None and board.mask.any():
        export_file(mask, _png(board.mask.astype(np.uint8) * np.uint8(255)))


def write_line(
    out: Path,
    line: RenderedLine,
    *,
    jobs: int = 2,
    progress: Callable[[int, int], None] | None = None,
    workers: Workers | None = None,
) -> list[LineRow]:
    """Render a data set in the layout of MVTec AD, with ``boards.csv`` and ``placement.pos``.

    ``train/good`` holds the training images followed by those for the normal-variation mask; the table's column
    ``split`` distinguishes them. ``ground_truth/KIND/NNN_mask.png`` is the union of the masks of a board's defects, 255
    where a pixel changed; those of defective boards to train on are in ``ground_truth/train``. The bytes depend on
    ``line`` only, not on ``jobs``. For a line with defects the thirty normal boards that their visibility refers to are
    rendered too, once, on the same workers, before the defective ones.

    Args:
        out: Folder to create; it must be empty or absent.
        line: What to render.
        jobs: Worker processes; 1 renders in this process.
        progress: Called with (finished boards, all boards) after each board.
        workers: Workers of a cluster, which render instead; the files are written by this process.

    Returns:
        One row per board, in the order of the table.

    Raises:
        DatasetError: The folder is not empty.
        SettingsError: A count, seed, size or product that does not exist.
        ExportError: A file could not be written.
        ClusterError: No worker is left, or two were lost while they rendered one board.
    """
    fewest = min(line.train, line.mask, line.good, line.train_defective, line.defective)
    if fewest < 0 or line.boards == 0 or jobs < 1 or line.seed < 0:
        raise SettingsError(
            "render-counts-invalid",
            "counts and seed must not be negative, at least one board and one job are needed",
            where=message("place-rendered-line", "rendered line"),
            todo="Ask for at least one board.",
        )
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise DatasetError(
            "render-folder-exists",
            "there is already something here",
            where=out,
            todo="Choose an empty or a new folder.",
        )
    tasks = _tasks(out, line)
    rows = _run(tasks, line, jobs, progress) if workers is None else _run_on(workers, tasks, line, progress)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(BOARD_COLUMNS)
    writer.writerows(row.cells() for row in rows)
    export_file(out / TABLE, text.getvalue().encode("utf-8"))
    export_file(out / PLACEMENT, placement_text(product(line.product)).encode("utf-8"))
    return rows
