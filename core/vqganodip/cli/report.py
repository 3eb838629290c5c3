"""``vqganodip report``: one HTML page about the inspected boards of a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.cli.terminal import echo
from vqganodip.number_format import counted, grouped
from vqganodip.places import check_file, write_file

__all__ = ["report"]


def report(
    workspace: Annotated[Path, typer.Option("--workspace", help="Folder of the workspace.", metavar="DIR")],
    out: Annotated[Path, typer.Option("--out", help="File to write; replaced if it exists.", metavar="FILE.html")],
    bundle: Annotated[
        Path | None,
        typer.Option(
            "--bundle",
            help="Report only on boards inspected by this bundle, and include its calibration.",
            metavar="DIR",
        ),
    ] = None,
    worst: Annotated[
        int, typer.Option("--worst", help="Number of highest-scoring boards shown with their panels.", min=0)
    ] = 12,
    truth: Annotated[
        Path | None,
        typer.Option("--truth", help="Data set with the ground-truth labels of these boards.", metavar="DATASET"),
    ] = None,
    as_json: AsJson = None,
) -> None:
    """Write one HTML page about the inspected boards: scores, worst boards with panels, judgments, calibration."""
    from datetime import UTC, datetime

    from vqganodip.bundles.archive import open_bundle
    from vqganodip.datasets.layouts import load_dataset
    from vqganodip.reports import gather, report_page
    from vqganodip.store.workspace import read_workspace

    results = Results(as_json)
    check_file(out)
    opened = None if bundle is None else open_bundle(bundle)
    labelled = None if truth is None else load_dataset(truth, to_train=False)
    for note in () if labelled is None else labelled.notes:
        echo(f"note: {note}", err=True)
    with read_workspace(workspace) as station:
        content = gather(
            station.repository,
            made_at=datetime.now(UTC),
            bundle=opened,
            workspace=station.folder.resolve().name,
            truth=() if labelled is None else labelled.test,
        )
        page = report_page(content, station.panels, worst=worst)
    write_file(out, page.encode("utf-8", "backslashreplace"))
    results.line(f"{counted(len(content.boards), 'board')}, {grouped(content.flagged)} flagged, reported in {out}")
    results.json({"out": out, "boards": len(content.boards), "flagged": content.flagged})
