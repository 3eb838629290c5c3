"""``vqganodip verify``: integrity check of the records of a workspace or of an exported file."""

from __future__ import annotations

import json
from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

__all__ = ["verify"]


def verify(
    workspace: Annotated[
        Path | None, typer.Argument(help="Folder of the workspace; omit it to check only a file.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--csv", help="Exported judgments file to check.", metavar="FILE.csv")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="Report as one JSON object on stdout.")] = False,
) -> None:
    """Report the first record that was changed, removed, inserted or moved; exit code 1 if there is one."""
    from vqganodip.export.verify_file import verify_file
    from vqganodip.store.hash_chain import verify_changes, verify_records
    from vqganodip.store.workspace import open_workspace

    if workspace is None and file is None:
        raise typer.BadParameter("give a workspace, a file (--csv), or both")
    found, altered = None, None
    if workspace is not None:
        with open_workspace(workspace, create=False) as opened:
            found = verify_records(opened.repository.judgments())
            altered = verify_changes(opened.repository.threshold_changes()).broken
            if found.holds and file is not None:
                found = verify_file(file, opened.repository.judgments())
    elif file is not None:
        found = verify_file(file)
    assert found is not None
    if as_json:
        typer.echo(
            json.dumps({"holds": found.holds and altered is None, **asdict(found), "broken_threshold_change": altered})
        )
    elif found.holds:
        typer.echo(f"{found.records} records hold; the last hash is {found.last_hash or 'none'}")
    else:
        line = f" (line {found.line} of the file)" if found.line else ""
        typer.echo(f"record {found.broken}{line} is broken: {found.reason}", err=True)
    if altered is not None:
        typer.echo(f"change {altered} of the threshold is broken: it was altered after it was written", err=True)
    if not found.holds or altered is not None:
        raise typer.Exit(1)
