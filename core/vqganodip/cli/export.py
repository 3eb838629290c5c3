"""``vqganodip export``: export of the judgments of a workspace as CSV, JSON Lines or IPC-CFX messages."""

from __future__ import annotations

from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.number_format import counted
from vqganodip.places import check_file

__all__ = ["export"]

_FORMATS: Final = ["%Y-%m-%d", "%Y-%m-%dT%H:%M:%S"]


def export(
    workspace: Annotated[Path, typer.Option("--workspace", help="Folder of the workspace.", metavar="DIR")],
    out: Annotated[Path, typer.Option("--out", help="File to write; replaced if it exists.", metavar="FILE")],
    since: Annotated[
        datetime | None, typer.Option("--since", help="Only judgments from this time on, UTC.", formats=_FORMATS)
    ] = None,
    until: Annotated[
        datetime | None, typer.Option("--until", help="Only judgments before this time, UTC.", formats=_FORMATS)
    ] = None,
    lot: Annotated[str, typer.Option("--lot", help="Only this lot.")] = "",
    operator: Annotated[str, typer.Option("--operator", help="Only this operator.")] = "",
    form: Annotated[
        str,
        typer.Option("--format", help="csv, jsonl or cfx (IPC-CFX UnitsInspected); default: by the suffix of FILE."),
    ] = "",
    as_json: AsJson = None,
) -> None:
    """Export the judgments of a workspace to a file; CSV has one row per record and region."""
    from vqganodip.export.formats import FORMATS, format_of
    from vqganodip.export.judgments_csv import RecordFilter
    from vqganodip.store.workspace import read_workspace

    named = {known.name: known for known in FORMATS}
    if form and form not in named:
        raise typer.BadParameter(f"there is no format {form}; give one of {', '.join(named)}", param_hint="--format")
    chosen = named[form] if form else format_of(out)
    results = Results(as_json)
    check_file(out)
    record_filter = RecordFilter(_utc(since), _utc(until), lot, operator)
    with read_workspace(workspace) as opened:
        count = chosen.write(opened.repository, out, record_filter)
    results.line(f"{counted(count, 'record')} written to {out}")
    results.json({"workspace": workspace, "out": out, "records": count})


def _utc(moment: datetime | None) -> datetime | None:
    return None if moment is None else moment.replace(tzinfo=UTC)
