"""``vqganodip evaluate``: the report on labelled images that the bundle has not seen."""

from __future__ import annotations

import dataclasses
import json
import os
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["evaluate"]


def evaluate(
    dataset: Annotated[Path, typer.Argument(help="Data set whose labelled (test) images are scored.")],
    bundle: Annotated[Path, typer.Option("--bundle", help="Fitted bundle.", metavar="DIR")],
    as_json: Annotated[Path | None, typer.Option("--json", help="Write the report as JSON.", metavar="FILE")] = None,
) -> None:
    """Score labelled images with a fitted bundle; its threshold stays as it is."""
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    from rich.console import Console

    from vqganodip.bundle import open_bundle
    from vqganodip.calibration import Evaluated, ImageMeasured, LeftOut
    from vqganodip.calibration import evaluate as run
    from vqganodip.cli.progress import StageBars
    from vqganodip.cli.report_table import rows_table
    from vqganodip.datasets import load_dataset
    from vqganodip.files import write_beside

    done: Evaluated | None = None
    opened = open_bundle(bundle)
    with StageBars() as bars:
        for event in run(opened, load_dataset(dataset)):
            if isinstance(event, ImageMeasured):
                bars.show("inspection", event.share, event.image.path.name)
            elif isinstance(event, LeftOut):
                bars.say(f"left out: {event.error}")
            else:
                done = event
    assert done is not None
    rows = [done.row, *([done.best_possible] if done.best_possible else []), *done.baselines]
    Console(highlight=False).print(rows_table(rows))
    if as_json is not None:
        scores = [
            {"image": str(image.path), "label": str(image.label), "score": float(score)}
            for image, score in zip(done.images, done.scores, strict=True)
        ]
        value = {"rows": [dataclasses.asdict(row) for row in rows], "scores": scores}
        write_beside(as_json, json.dumps(value, indent=1).encode())
        typer.echo(f"Report written to {as_json}")
