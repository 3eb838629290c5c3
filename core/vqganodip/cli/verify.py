"""``vqganodip verify``: integrity check of the records of a workspace or of an exported file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import Annotated

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.cli.terminal import echo
from vqganodip.number_format import fill_template

__all__ = ["verify"]


def verify(
    workspace: Annotated[
        Path | None, typer.Argument(help="Folder of the workspace; omit it to check only a file.")
    ] = None,
    file: Annotated[
        Path | None, typer.Option("--csv", help="Exported judgments file to check.", metavar="FILE.csv")
    ] = None,
    as_json: AsJson = None,
) -> None:
    """Report the first record that was changed, removed, inserted or moved; exit code 1 if there is one."""
    from vqganodip.export.verify_file import verify_file
    from vqganodip.store.hash_chain import verify_changes, verify_records
    from vqganodip.store.workspace import open_workspace

    if workspace is None and file is None:
        raise typer.BadParameter("give a workspace, a file (--csv), or both")
    results = Results(as_json)
    result, altered = None, None
    if workspace is not None:
        with open_workspace(workspace, create=False) as opened:
            result = verify_records(opened.repository.judgments())
            altered = verify_changes(opened.repository.threshold_changes()).broken
            if result.holds and file is not None:
                result = verify_file(file, opened.repository.judgments())
    elif file is not None:
        result = verify_file(file)
    assert result is not None
    if result.holds:
        held = fill_template("{n:record holds|records hold}", {"n": result.records})
        results.line(f"{held}; the last hash is {result.last_hash or 'none'}")
    else:
        line = f" (line {result.line} of the file)" if result.line else ""
        echo(f"record {result.broken}{line} is broken: {result.reason}", err=True)
    if altered is not None:
        echo(f"change {altered} of the threshold is broken: it was altered after it was written", err=True)
    results.json(
        {
            "holds": result.holds and altered is None,
            **asdict(result),
            "reason": str(result.reason or ""),
            "broken_threshold_change": altered,
        }
    )
    if not result.holds or altered is not None:
        raise typer.Exit(1)
