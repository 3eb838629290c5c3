"""``vqganodip render``: a data set of rendered boards with ground truth, in the MVTec AD layout."""

from __future__ import annotations

import json
import time
from pathlib import Path
from typing import TYPE_CHECKING

import typer

from vqganodip.number_format import counted

if TYPE_CHECKING:
    from vqganodip.datasets.synthetic.dataset import LineRow

__all__ = ["render"]


def render(
    out: Path = typer.Argument(..., help="Folder to create; must be empty or absent."),
    train: int = typer.Option(0, min=0, help="Number of normal boards for training."),
    mask: int = typer.Option(0, min=0, help="Number of normal boards for the normal-variation mask."),
    good: int = typer.Option(0, min=0, help="Number of normal test boards."),
    defective: int = typer.Option(0, min=0, help="Number of defective test boards."),
    seed: int = typer.Option(..., min=0, help="The same seed gives the same bytes."),
    size: int = typer.Option(1024, help="Side of the images in pixels: 512 or 1024."),
    product: str = typer.Option(
        "gearbox", help="Product: gearbox, gateway, inverter, or random:SEED for one laid out at random."
    ),
    variety: float = typer.Option(0.0, help="Variety of packages, light and camera of a product at random, 0 to 1."),
    variation: float = typer.Option(1.0, help="Strength of the normal variation; 2 for a stress test."),
    jobs: int = typer.Option(2, min=1, help="Number of processes; the bytes do not depend on it."),
    as_json: bool = typer.Option(False, "--json", help="Print a summary as JSON instead of a progress bar."),
) -> None:
    """Render boards with exact ground truth: images, masks and boards.csv."""
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

    from vqganodip.datasets.synthetic.dataset import RenderedLine, write_line
    from vqganodip.datasets.synthetic.product import with_variety

    product = with_variety(product, variety)
    line = RenderedLine(product, seed, train, mask, good, defective, size, variation)
    started = time.monotonic()
    columns = (TextColumn("Rendering {task.fields[name]}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), disable=as_json) as bar:
        task = bar.add_task("boards", total=line.boards, name=product)
        rows = write_line(
            out, line, jobs=jobs, progress=lambda done, total: bar.update(task, completed=done, total=total)
        )
    summary = _summary(out, rows, product, seed, time.monotonic() - started)
    if as_json:
        typer.echo(json.dumps(summary))
    else:
        typer.echo(f"{counted(len(rows), 'board')} in {summary['seconds']} s: {out}")


def _summary(out: Path, rows: list[LineRow], product: str, seed: int, seconds: float) -> dict[str, object]:
    defective = [row for row in rows if row.defects]
    return {
        "folder": str(out),
        "product": product,
        "seed": seed,
        "boards": len(rows),
        "defective": len(defective),
        "defects": sum(len(row.defects) for row in defective),
        "seconds": round(seconds, 1),
    }
