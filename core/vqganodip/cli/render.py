"""``vqganodip render``: a data set of rendered boards with ground truth, in the MVTec AD layout."""

from __future__ import annotations

import time
from contextlib import nullcontext
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from vqganodip.cli.cluster import (
    ClusterAddress,
    ClusterWorkers,
    TlsFolder,
    cluster_place,
    on_workers,
    tell_of_workers,
)
from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.number_format import counted
from vqganodip.places import check_folder

if TYPE_CHECKING:
    from vqganodip.datasets.synthetic.dataset import LineRow

__all__ = ["render"]


def render(
    out: Path = typer.Argument(..., help="Folder to create; must be empty or absent."),
    train: int = typer.Option(0, min=0, help="Number of normal boards for training."),
    mask: int = typer.Option(0, min=0, help="Number of normal boards for the normal-variation mask."),
    good: int = typer.Option(0, min=0, help="Number of normal test boards."),
    defective: int = typer.Option(0, min=0, help="Number of defective test boards."),
    train_defective: int = typer.Option(0, min=0, help="Number of defective boards with masks for training."),
    seed: int = typer.Option(..., min=0, help="The same seed gives the same bytes on one kind of processor."),
    size: int = typer.Option(1024, help="Side of the images in pixels: 512 or 1024."),
    product: str = typer.Option(
        "gearbox", help="Product: gearbox, gateway, inverter, or random:SEED for one laid out at random."
    ),
    variety: float = typer.Option(0.0, help="Variety of packages, light and camera of a product at random, 0 to 1."),
    variation: float = typer.Option(1.0, help="Strength of the normal variation; 2 for a stress test."),
    jobs: int = typer.Option(2, min=1, help="Number of processes; the bytes do not depend on it."),
    cluster: ClusterAddress = None,
    workers: ClusterWorkers = None,
    tls: TlsFolder = None,
    as_json: AsJson = None,
) -> None:
    """Render boards with exact ground truth: images, masks, boards.csv and the placement of the parts."""
    from vqganodip.cli.progress import StageBars
    from vqganodip.cluster.connection import connected
    from vqganodip.datasets.synthetic.dataset import RenderedLine, write_line
    from vqganodip.datasets.synthetic.product import with_variety

    results = Results(as_json)
    place = cluster_place(cluster, workers, tls)
    check_folder(out)
    product = with_variety(product, variety)
    line = RenderedLine(product, seed, train, mask, good, defective, size, variation, train_defective)
    started = time.monotonic()
    with StageBars() as bars, nullcontext() if place is None else connected(place, notice=tell_of_workers) as pool:

        def show(done: int, of: int) -> None:
            words = f"{done} of {of}" if pool is None else on_workers(done, of, pool.ready)
            bars.show("rendering", done / of, words)

        rows = write_line(out, line, jobs=jobs, progress=show, workers=pool)
    summary = _summary(out, rows, product, seed, time.monotonic() - started)
    results.line(f"{counted(len(rows), 'board')} in {summary['seconds']} s: {out}")
    results.json(summary)


def _summary(out: Path, rows: list[LineRow], product: str, seed: int, seconds: float) -> dict[str, object]:
    defective = [row for row in rows if row.defects]
    return {
        "folder": out,
        "product": product,
        "seed": seed,
        "boards": len(rows),
        "defective": len(defective),
        "defects": sum(len(row.defects) for row in defective),
        "seconds": round(seconds, 1),
    }
