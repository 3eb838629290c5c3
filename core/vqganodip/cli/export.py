"""``vqganodip export``: the judgments of a workspace as CSV."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["export"]


def export(
    workspace: Annotated[Path, typer.Option("--workspace", help="Folder of the workspace.", metavar="DIR")],
    out: Annotated[Path, typer.Option("--out", help="File to write; replaced if it exists.", metavar="FILE.csv")],
    as_json: Annotated[bool, typer.Option("--json", help="Report as one JSON object on stdout.")] = False,
) -> None:
    """Write all judgments of a workspace to a CSV file, one row per record."""
    from vqganodip.export import export_judgments
    from vqganodip.store.workspace import open_workspace

    with open_workspace(workspace, create=False) as opened:
        count = export_judgments(opened.repository, out)
    if as_json:
        typer.echo(json.dumps({"workspace": str(workspace), "out": str(out), "records": count}))
    else:
        typer.echo(f"{count} records written to {out}")
