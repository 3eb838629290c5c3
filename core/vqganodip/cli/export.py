"""``vqganodip export``: export of the judgments of a workspace as CSV, JSON Lines or IPC-CFX messages."""

from __future__ import annotations

from contextlib import suppress
from datetime import UTC, datetime
from pathlib import Path
from typing import Annotated, Final

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.number_format import counted
from vqganodip.places import check_file

__all__ = ["export"]

_FORMATS: Final = ("%Y-%m-%d", "%Y-%m-%dT%H:%M", "%Y-%m-%dT%H:%M:%S")


def _moment(text: str) -> datetime:
    """The time that an option names, UTC."""
    for form in _FORMATS:
        with suppress(ValueError):
            return datetime.strptime(text, form).replace(tzinfo=UTC)
    raise typer.BadParameter(f"{text} is no date; give one such as 2026-03-31 or 2026-03-31T14:30:00, in UTC")


def export(
    workspace: Annotated[Path, typer.Option("--workspace", help="Folder of the workspace.", metavar="DIR")],
    out: Annotated[Path, typer.Option("--out", help="File to write; replaced if it exists.", metavar="FILE")],
    since: Annotated[
        datetime | None,
        typer.Option("--since", help="Only judgments from this time on, UTC.", parser=_moment, metavar="TIME"),
    ] = None,
    until: Annotated[
        datetime | None,
        typer.Option("--until", help="Only judgments before this time, UTC.", parser=_moment, metavar="TIME"),
    ] = None,
    lot: Annotated[str, typer.Option("--lot", help="Only this lot.")] = "",
    operator: Annotated[str, typer.Option("--operator", help="Only this operator.")] = "",
    form: Annotated[
        str,
        typer.Option(
            "--format",
            help="csv, boards (CSV with one row per board), jsonl or cfx (IPC-CFX UnitsInspected); default: by the "
            "suffix of FILE.",
        ),
    ] = "",
    as_json: AsJson = None,
) -> None:
    """Export the judgments of a workspace to a file; CSV has one row per record and region, or one per board."""
    from vqganodip.export.formats import FORMATS, format_of
    from vqganodip.export.judgments_csv import RecordFilter
    from vqganodip.store.workspace import read_workspace

    named = {known.name: known for known in FORMATS}
    if form and form not in named:
        raise typer.BadParameter(f"there is no format {form}; give one of {', '.join(named)}", param_hint="--format")
    chosen = named[form] if form else format_of(out)
    results = Results(as_json)
    check_file(out)
    record_filter = RecordFilter(since, until, lot, operator)
    with read_workspace(workspace) as opened:
        count = chosen.write(opened.repository, out, record_filter)
    counts = "judged board" if chosen.unit == "board" else chosen.unit
    results.line(f"{counted(count, counts)} written to {out}")
    results.json({"workspace": workspace, "out": out, "records": count})
