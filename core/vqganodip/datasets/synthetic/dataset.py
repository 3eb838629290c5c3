"""A whole line of boards on disk: images in the layout of MVTec AD, masks, and one table of ground truth."""

from __future__ import annotations

import csv
import io
from collections.abc import Callable, Iterator, Sequence
from concurrent.futures import ProcessPoolExecutor, as_completed
from dataclasses import dataclass
from multiprocessing import get_context
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.datasets.synthetic.defects import DefectKind
from vqganodip.datasets.synthetic.product import DEMO_PRODUCT
from vqganodip.datasets.synthetic.product import product as product_named
from vqganodip.datasets.synthetic.render import DefectTruth, render_board
from vqganodip.errors import DatasetError, ExportError, SettingsError, message
from vqganodip.files import export_file
from vqganodip.records import Label

__all__ = ["BOARD_COLUMNS", "TABLE", "LineRow", "draw_again", "write_line"]

TABLE: Final = "boards.csv"
"""Name of the table of ground truth."""

BOARD_COLUMNS: Final = (
    "path", "label", "defect", "kinds", "severity", "boxes", "serial", "seed", "split", "cfx", "mask"
)  # fmt: skip
"""Columns of the table. Lists of a board with several defects are separated by semicolons; a box is x0 y0 x1 y1."""


@dataclass(frozen=True, slots=True)
class LineRow:
    """One board of a written line.

    Attributes:
        path: Image, relative to the folder of the line, with forward slashes.
        label: Ground truth.
        serial: Serial number on the label.
        seed: Seed that renders this board again.
        split: ``train``, ``mask`` or ``test``.
        defects: The truth about its defects; the first names the folder.
    """

    path: str
    label: Label
    serial: str
    seed: int
    split: str
    defects: tuple[DefectTruth, ...]

    @property
    def mask(self) -> str:
        """The mask of its defects, relative like ``path``; empty for a normal board."""
        if not self.defects:
            return ""
        folder, _, name = self.path.partition("/")[2].partition("/")
        return f"ground_truth/{folder}/{name.rpartition('.')[0]}_mask.png"

    def cells(self) -> tuple[str, ...]:
        """The row of the table, in the order of BOARD_COLUMNS."""
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
        )


@dataclass(frozen=True, slots=True)
class _Task:
    """What a worker is given: everything that decides the bytes of one board."""

    out: Path
    product: str
    path: str
    split: str
    seed: int
    serial: str
    kinds: tuple[DefectKind, ...]
    size: int
    variation: float


def _png(pixels: NDArray[np.uint8]) -> bytes:
    import cv2

    stored = pixels[..., ::-1] if pixels.ndim == 3 else pixels
    ok, encoded = cv2.imencode(".png", stored, [cv2.IMWRITE_PNG_COMPRESSION, 2])
    if not ok:
        raise ExportError(
            "render-image-not-encoded", "the image could not be encoded as PNG", todo="Check the free memory."
        )
    return bytes(encoded.tobytes())


def _draw(task: _Task) -> LineRow:
    board = render_board(
        task.product,
        task.seed,
        size=task.size,
        defects=task.kinds,
        variation=task.variation,
        serial=task.serial,
    )
    export_file(task.out / task.path, _png(board.image))
    if board.defects:
        folder, stem = board.defects[0].kind.value, Path(task.path).stem
        mask = board.mask.astype(np.uint8) * np.uint8(255)
        export_file(task.out / "ground_truth" / folder / f"{stem}_mask.png", _png(mask))
    label = Label.DEFECTIVE if board.defects else Label.NORMAL
    return LineRow(task.path, label, board.serial, task.seed, task.split, board.defects)


def _tasks(
    out: Path, counts: Sequence[tuple[str, str, int]], seed: int, size: int, name: str, variation: float
) -> list[_Task]:
    """The boards of a line: seeds, serial numbers and defects are fixed before anything is drawn."""
    total = sum(n for _, _, n in counts)
    rng = np.random.default_rng(np.random.SeedSequence([seed, 1]))
    seeds = [int(s) for s in np.random.SeedSequence([seed, 2]).generate_state(total, np.uint64) >> np.uint64(11)]
    serials = [f"{product_named(name).serial}-{n:07d}" for n in rng.choice(10**7, size=total, replace=False)]
    tasks: list[_Task] = []
    numbers: dict[str, int] = {}
    kinds = _kinds(sum(n for _, folder, n in counts if not folder), rng)
    for split, folder, count in counts:
        for _ in range(count):
            wrong = () if folder else next(kinds)
            where = folder or f"test/{wrong[0].value}"
            numbers[where] = numbers.get(where, -1) + 1
            path = f"{where}/{numbers[where]:03d}.png"
            index = len(tasks)
            tasks.append(_Task(out, name, path, split, seeds[index], serials[index], wrong, size, variation))
    return tasks


def _kinds(boards: int, rng: np.random.Generator) -> Iterator[tuple[DefectKind, ...]]:
    """Defects of each board: every kind equally often as the first, a second one on every fifth, a third rarely."""
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

    cv2.setNumThreads(1)


def _run(tasks: Sequence[_Task], jobs: int, progress: Callable[[int, int], None] | None) -> list[LineRow]:
    rows: dict[str, LineRow] = {}

    def done(row: LineRow) -> None:
        rows[row.path] = row
        if progress is not None:
            progress(len(rows), len(tasks))

    if jobs == 1:
        for task in tasks:
            done(_draw(task))
    else:
        with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_worker) as pool:
            futures = [pool.submit(_draw, task) for task in tasks]
            try:
                for future in as_completed(futures):
                    done(future.result())
            except BaseException:
                pool.shutdown(wait=False, cancel_futures=True)
                raise
    return [rows[task.path] for task in tasks]


def _wanted(train: int, mask: int, good: int, defective: int) -> tuple[tuple[str, str, int], ...]:
    counts = (("train", "train/good", train), ("mask", "train/good", mask), ("test", "test/good", good))
    return (*counts, ("test", "", defective))


def draw_again(
    out: Path,
    path: str,
    *,
    train: int,
    mask: int,
    good: int,
    defective: int,
    seed: int,
    size: int = 1024,
    product: str = DEMO_PRODUCT,
    variation: float = 1.0,
) -> None:
    """Draws one board of a line that :func:`write_line` wrote with the same arguments: the same bytes.

    Args:
        out: The image file to write.
        path: Of the board in the line, such as ``test/good/003.png``.

    Raises:
        DatasetError: The line has no such board.
        ExportError: The file could not be written.
    """
    tasks = _tasks(Path(), _wanted(train, mask, good, defective), seed, size, product, variation)
    task = next((task for task in tasks if task.path == path), None)
    if task is None:
        raise DatasetError(
            "render-board-unknown",
            "the rendered line has no such board",
            where=path,
            todo="Check product, seed and counts.",
        )
    board = render_board(
        task.product, task.seed, size=task.size, defects=task.kinds, variation=task.variation, serial=task.serial
    )
    export_file(out, _png(board.image))


def write_line(
    out: Path,
    *,
    train: int,
    mask: int,
    good: int,
    defective: int,
    seed: int,
    size: int = 1024,
    product: str = DEMO_PRODUCT,
    variation: float = 1.0,
    jobs: int = 2,
    progress: Callable[[int, int], None] | None = None,
) -> list[LineRow]:
    """Renders a data set in the layout of MVTec AD, with ``boards.csv`` beside it.

    ``train/good`` holds the training images and after them those for the normal-variation mask; the table's column
    ``split`` tells them apart. ``ground_truth/KIND/NNN_mask.png`` is the union of the masks of a board's defects, 255
    where it changed. The bytes depend on the arguments, not on ``jobs``.

    Args:
        out: Folder to create; it must be empty or absent.
        train: Normal boards to train on (paper section 4.1: 360).
        mask: Normal boards for the normal-variation mask (paper section 4.1: 30).
        good: Normal boards to test on (paper: 174).
        defective: Defective boards to test on (paper: 174).
        seed: Any non-negative integer.
        size: Pixels of the images' side, see render_board.
        product: One of PRODUCTS.
        variation: Strength of the normal variation.
        jobs: Worker processes; 1 renders in this process.
        progress: Called with (boards done, boards in all) after each board.

    Returns:
        One row per board, in the order of the table.

    Raises:
        DatasetError: The folder holds something already.
        SettingsError: A count, seed, size or product that does not exist.
        ExportError: A file could not be written.
    """
    wanted = _wanted(train, mask, good, defective)
    if min(n for _, _, n in wanted) < 0 or sum(n for _, _, n in wanted) == 0 or jobs < 1 or seed < 0:
        raise SettingsError(
            "render-counts-invalid",
            "counts and seed must not be negative, at least one board and one job are needed",
            where=message("place-rendered-line", "rendered line"),
            todo="Ask for at least one board.",
        )
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        raise DatasetError(
            "render-folder-exists",
            "there is something here already",
            where=out,
            todo="Choose an empty or a new folder.",
        )
    rows = _run(_tasks(out, wanted, seed, size, product, variation), jobs, progress)
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\n")
    writer.writerow(BOARD_COLUMNS)
    writer.writerows(row.cells() for row in rows)
    export_file(out / TABLE, text.getvalue().encode("utf-8"))
    return rows
