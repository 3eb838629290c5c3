"""``vqganodip verify``: integrity check of the records of a workspace or of an exported file."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.cli.terminal import echo
from vqganodip.number_format import counted, fill_template

if TYPE_CHECKING:
    from vqganodip.store.hash_chain import Verification
    from vqganodip.store.verification import WorkspaceVerification

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
    """Name everything that is not as it was written; exit code 1 if there is anything.

    Judgments, machine results of the boards, threshold changes, people, rules and models in use are computed again, and
    records missing at any place are noticed. Nothing is written: the workspace may be on a read-only medium, of an
    older version, and in use. A whole workspace that was put back to an earlier state, or whose records and chain ends
    were all recomputed, holds in itself: only an export that is kept elsewhere (--csv) shows it.
    """
    from vqganodip.export.verify_file import verify_file
    from vqganodip.store.workspace import read_workspace

    if workspace is None and file is None:
        raise typer.BadParameter("give a workspace, a file (--csv), or both")
    results = Results(as_json)
    whole, result = None, None
    if workspace is not None:
        with read_workspace(workspace) as opened:
            whole = opened.repository.verify()
            result = whole.records
            if result.holds and file is not None:
                result = verify_file(file, opened.repository.judgments())
    elif file is not None:
        result = verify_file(file)
    assert result is not None
    holds = result.holds and (whole is None or whole.holds)
    _report(results, result, whole, file)
    results.json(_values(result, whole) | {"holds": holds})
    if not holds:
        raise typer.Exit(1)


def _values(result: Verification, whole: WorkspaceVerification | None) -> dict[str, object]:
    values: dict[str, object] = {**asdict(result), "reason": str(result.reason or ""), "broken_threshold_change": None}
    if whole is not None:
        changes = [int(found.name) for found in whole.findings if found.subject == "threshold"]
        values["broken_threshold_change"] = changes[0] if changes else None
        values["findings"] = [asdict(found) | {"reason": str(found.reason)} for found in whole.findings]
        values["anchored"] = whole.anchored
        values["set_back"] = whole.set_back
        values["boards_of_threshold_without_defects"] = whole.normal_only
    return values


def _report(results: Results, result: Verification, whole: WorkspaceVerification | None, file: Path | None) -> None:
    findings = () if whole is None else whole.findings
    if result.holds and not any(finding.subject == "record" for finding in findings):
        records = result if whole is None else whole.records
        held = fill_template("{n:record holds|records hold}", {"n": records.records})
        results.line(
            f"{held}; {f'the last hash is {records.last_hash}' if records.records else 'nothing was judged yet'}"
        )
        if whole is not None and file is not None:
            agree = fill_template(
                "{n:record|records} of {file} {n:|agrees|agree} with them", {"n": result.records, "file": file.name}
            )
            results.line(agree)
    elif not result.holds and (whole is None or whole.records.holds):
        line = f" (line {result.line} of the file)" if result.line else ""
        echo(f"record {result.broken}{line} is broken: {result.reason}", err=True)
    for finding in findings:
        echo(str(finding.sentence), err=True)
    if whole is None:
        return
    if whole.holds:
        numbers = {"boards": whole.boards, "changes": whole.threshold_changes, "entries": whole.entries}
        held = "{boards:board|boards}, {changes:threshold change|threshold changes} and {entries:entry|entries}"
        results.line(f"{fill_template(held, numbers)} of the audit trail hold")
    if whole.normal_only:
        echo(
            f"note: the threshold of {counted(whole.normal_only, 'board')} was set on normal boards only; nothing is "
            "promised about missed defects",
            err=True,
        )
    for moment in whole.set_back:
        echo(
            f"note: this workspace had been put back to an earlier state when it was opened at {moment}; the records "
            "that were lost are named in the audit trail",
            err=True,
        )
    if not whole.anchored:
        echo(
            "note: this workspace was written by an older version and has no chain ends; compare it with an export "
            "(--csv) to see whether its newest records are there",
            err=True,
        )
