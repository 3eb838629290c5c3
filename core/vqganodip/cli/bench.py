"""``vqganodip bench``: time and memory of an inspection, compared with a literal implementation of the paper."""

from __future__ import annotations

import dataclasses
import os
import tempfile
from contextlib import ExitStack
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.cli.terminal import echo

if TYPE_CHECKING:
    from rich.table import Table

    from vqganodip.inspection.benchmark import BenchResult

__all__ = ["bench"]

_STAGES: Final = {
    "networks": "reconstruction, critic, perceptual features",
    "candidates": "candidates",
    "metrics": "metrics",
    "other": "reading, registration, maps, score",
}


def bench(
    bundle: Annotated[Path, typer.Option("--bundle", help="Fitted bundle.", metavar="DIR")],
    board: Annotated[
        Path | None, typer.Option(help="Image the bundle can inspect; default: a rendered board.", metavar="FILE")
    ] = None,
    samples: Annotated[
        int, typer.Option(help="Number of patch pairs on which the literal ranking is measured.", min=4, max=7200)
    ] = 24,
    repeats: Annotated[int, typer.Option(help="Number of inspections by this engine.", min=1, max=100)] = 7,
    as_json: AsJson = None,
) -> None:
    """Measure one inspection stage by stage and compare it with a literal implementation of the paper."""
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    from vqganodip.inspection.benchmark import BenchResult, run_bench

    results, result = Results(as_json), None
    with ExitStack() as opened:
        if board is None:
            board = _rendered(Path(opened.enter_context(tempfile.TemporaryDirectory())))
        for event in run_bench(bundle, board, samples=samples, repeats=repeats):
            if isinstance(event, BenchResult):
                result = event
            else:
                echo(f"measuring: {event.doing}", err=True)
    assert result is not None
    results.tables(_table(result))
    for line in _sentences(result):
        results.line(line)
    results.json(_figures(result))


def _rendered(folder: Path) -> Path:
    from vqganodip.datasets.synthetic.product import DEMO_PRODUCT
    from vqganodip.datasets.synthetic.render import render_board
    from vqganodip.imaging.decoding import write_png

    write_png(folder / "board.png", render_board(DEMO_PRODUCT, 424_242, defects=1).image)
    return folder / "board.png"


def _table(result: BenchResult) -> Table:
    from rich.table import Table

    table = Table(title=f"One board, {result.threads} threads, median of {result.boards}")
    table.add_column("Stage")
    for title in ("Literal", "Measured on", "This engine", "Ratio"):
        table.add_column(title, justify="right")
    literal = {stage.stage: stage for stage in result.literal.stages}
    for stage in result.ours.stages:
        other = literal.get(stage.stage)
        sample = "" if other is None else "all" if other.sample == other.whole else f"{other.sample} of {other.whole}"
        table.add_row(
            _STAGES[stage.stage],
            "not counted" if other is None else f"{other.seconds:.1f} s",
            sample,
            f"{stage.seconds:.2f} s",
            "" if other is None else f"{other.seconds / stage.seconds:.0f}",
        )
    ratio = result.literal.seconds / result.ours.seconds
    table.add_section()
    table.add_row("whole board", f"{result.literal.seconds:.0f} s", "", f"{result.ours.seconds:.2f} s", f"{ratio:.0f}")
    memory_ratio = result.literal.peak_mib / result.ours.peak_mib
    peaks = (f"{side.peak_mib / 1024:.2f} GiB" for side in (result.literal, result.ours))
    literal_peak, our_peak = peaks
    table.add_row("peak memory of the process", literal_peak, "", our_peak, f"{memory_ratio:.1f}")
    return table


def _sentences(result: BenchResult) -> tuple[str, ...]:
    exact = result.exact.stages[0]
    literal = next(stage for stage in result.literal.stages if stage.stage == "candidates")
    busy_machine = result.busy_machine
    return (
        f"Ranking by Inception-v3 at 299 px, exact, batched: {exact.seconds:.0f} s for {exact.whole} distinct pairs "
        f"(measured on {exact.sample}), {literal.seconds / exact.seconds:.1f} times faster than one call per patch.",
        f"While another process keeps one core busy, a board takes {busy_machine.busy_s:.2f} s, "
        f"{busy_machine.busy_s / busy_machine.quiet_s:.2f} times the {busy_machine.quiet_s:.2f} s of the idle machine.",
    )


def _figures(result: BenchResult) -> dict[str, Any]:
    figures = dataclasses.asdict(result)
    figures["crowd"] = figures.pop("busy_machine")  # the key of earlier versions
    return {
        **figures,
        "ratio": result.literal.seconds / result.ours.seconds,
        "ratio_exact_ranking": result.literal.stages[1].seconds / result.exact.seconds,
        "ratio_busy": result.busy_machine.busy_s / result.busy_machine.quiet_s,
    }
