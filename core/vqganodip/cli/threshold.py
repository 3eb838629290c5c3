"""``vqganodip threshold``: the active threshold of a workspace and its changes, under the same rules as the window."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vqganodip.cli.options import AsJson, ask_pin
from vqganodip.cli.results import Results
from vqganodip.number_format import counted, grouped, rounded_down, rounded_up

if TYPE_CHECKING:
    from vqganodip.calibration.normal_calibration import AnyCalibration, NormalCalibration
    from vqganodip.calibration.result import CalibrationResult
    from vqganodip.review.repository import Repository
    from vqganodip.review.threshold_log import Application, ThresholdChange
    from vqganodip.scoring.verdict import Thresholds

__all__ = ["threshold"]


def threshold(
    workspace: Annotated[Path, typer.Argument(help="Folder of the workspace.")],
    bundle: Annotated[Path, typer.Option("--bundle", help="Fitted bundle used at the workspace.", metavar="DIR")],
    value: Annotated[
        float | None, typer.Option("--set", help="Activate this threshold from the next board on.", min=0, max=1)
    ] = None,
    no_miss: Annotated[
        bool, typer.Option("--no-miss", help="Activate the highest threshold that misses no known defect.")
    ] = False,
    band_to: Annotated[
        float | None,
        typer.Option("--band-to", help="Open a doubtful band from the threshold up to this score.", min=0, max=1),
    ] = None,
    no_band: Annotated[bool, typer.Option("--no-band", help="Close the doubtful band.")] = False,
    back: Annotated[int | None, typer.Option("--back", help="Return to the change with this number.")] = None,
    apply: Annotated[bool, typer.Option("--apply", help="Apply the active threshold to the unjudged boards.")] = False,
    reason: Annotated[
        str, typer.Option(help="Reason of the change; required if it misses known defects, and with --back.")
    ] = "",
    operator: Annotated[
        str,
        typer.Option(help="Operator. If operators are registered, the PIN is prompted for, or read from stdin."),
    ] = "",
    station: Annotated[str, typer.Option(help="Name of the station, as in the window's settings.")] = "",
    as_json: AsJson = None,
) -> None:
    """Show the active threshold and its error rates; set it, open or close a doubtful band, return to a change."""
    from vqganodip.calibration.normal_calibration import NormalCalibration, open_any_calibration
    from vqganodip.scoring.verdict import Thresholds
    from vqganodip.store.workspace import open_workspace, read_workspace

    if value is not None and no_miss:
        raise typer.BadParameter("give --set or --no-miss, not both")
    if band_to is not None and no_band:
        raise typer.BadParameter("give --band-to or --no-band, not both")
    moved = value is not None or no_miss or band_to is not None or no_band
    if back is not None and moved:
        raise typer.BadParameter("--back takes threshold and band from the earlier change: give it alone")
    changes_something = back is not None or moved or apply
    if changes_something and not operator.strip():
        raise typer.BadParameter("a change is signed: give --operator NAME")
    results = Results(as_json)
    calibration = open_any_calibration(bundle)
    if no_miss and isinstance(calibration, NormalCalibration):
        raise typer.BadParameter("--no-miss needs known defects; this threshold was set on normal boards only")
    applied = None
    with open_workspace(workspace, create=False) if changes_something else read_workspace(workspace) as opened:
        repository = opened.repository
        if changes_something:
            log = _log(repository, operator, station)
            if back is not None:
                log.go_back(back, bundle_sha256=calibration.bundle_sha256, reason=reason)
            elif moved:
                now = _active_thresholds(repository.threshold_changes(), calibration)
                no_miss_at = None if isinstance(calibration, NormalCalibration) else calibration.threshold.value
                given = no_miss_at if no_miss else value
                to = now.flag_from if given is None else given
                until = None if no_band else now.doubtful_until if band_to is None else band_to
                log.activate(Thresholds(to, until), calibration, reason=reason)
            if apply:
                applied = log.apply_to_waiting(calibration.bundle_sha256)
        changes, applications = repository.threshold_changes(), repository.threshold_applications()
    own_changes = [change for change in changes if change.bundle_sha256 == calibration.bundle_sha256]
    own_applications = [entry for entry in applications if entry.bundle_sha256 == calibration.bundle_sha256]
    for line in (*_lines(calibration, own_changes), *map(_application_line, own_applications)):
        results.line(line)
    if applied is not None:
        results.line(
            f"Applied to {counted(applied.boards, 'unjudged board')}: {grouped(applied.passed)} no longer flagged, "
            f"{grouped(applied.flagged)} flagged now"
        )
    values = _values(calibration, own_changes)
    values["applications"] = [
        asdict(entry) | {"applied_at": entry.applied_at.isoformat()} for entry in own_applications
    ]
    results.json(values | {"applied": None if applied is None else asdict(applied)})


def _log(repository: Repository, operator: str, station: str) -> Any:
    """Return the threshold log for an operator: any name at an open station, otherwise a registered one with PIN."""
    from vqganodip.review.accounts import People
    from vqganodip.review.threshold_log import ThresholdLog

    people = People(repository)
    role = "" if people.is_open else people.log_in(operator, ask_pin(operator)).role.value
    return ThresholdLog(repository, operator=operator, role=role, station=station)


def _active_thresholds(changes: Sequence[ThresholdChange], calibration: AnyCalibration) -> Thresholds:
    from vqganodip.review.threshold_log import active_change
    from vqganodip.scoring.verdict import Thresholds

    active = active_change(changes, calibration.bundle_sha256)
    return Thresholds(calibration.bundle_threshold) if active is None else active.thresholds


def _values(calibration: AnyCalibration, changes: Sequence[ThresholdChange]) -> dict[str, Any]:
    from vqganodip.calibration.normal_calibration import NormalCalibration
    from vqganodip.scoring.normal_only import NORMAL_ONLY

    thresholds = _active_thresholds(changes, calibration)
    values = {
        "threshold": thresholds.flag_from,
        "doubtful_high": thresholds.doubtful_until,
        "in_bundle": calibration.bundle_threshold,
        "bundle_sha256": calibration.bundle_sha256,
        "data_sha256": calibration.data_sha256,
        "changes": [asdict(change) | {"changed_at": change.changed_at.isoformat()} for change in changes],
    }
    if isinstance(calibration, NormalCalibration):
        flagged = calibration.flagged(thresholds.flag_from)
        counts = {"fp": flagged, "tn": len(calibration.scores) - flagged}
        note = str(calibration.promise(thresholds.flag_from))
        return values | {"rule": NORMAL_ONLY, "counts": counts, "promise": note}
    return values | {
        "rule": "zero false negatives",
        "no_miss": calibration.threshold.value,
        "precision": str(calibration.precision),
        "tolerance": calibration.tolerance,
        "processors": None if calibration.processors is None else calibration.processors.to_json(),
        "counts": asdict(calibration.counts(thresholds.flag_from)),
        "missed": [calibration.images[i] for i in calibration.missed(thresholds.flag_from)],
    }


def _lines(calibration: AnyCalibration, changes: Sequence[ThresholdChange]) -> list[str]:
    """Return lines on the thresholds in force, on what they do to the calibration, and on every change."""
    from vqganodip.calibration.result import CalibrationResult

    shown = calibration.threshold_text
    thresholds = _active_thresholds(changes, calibration)
    lines = [
        f"In force: {shown(thresholds.flag_from)}"
        + (", as the bundle came" if not changes else f" (change {_newest_change(changes)})")
    ]
    if isinstance(calibration, CalibrationResult):
        lines += _known_defect_lines(calibration, thresholds)
    else:
        lines += _normal_only_lines(calibration, thresholds)
    for change in changes:
        before = shown(calibration.bundle_threshold if change.before is None else change.before)
        band = "" if change.upper is None else f" (doubtful to {shown(change.upper)})"
        when = change.changed_at.astimezone().strftime("%Y-%m-%d %H:%M")
        moved = f"{before} → {shown(change.value)}{band}"
        rule = f"  (rule: {change.rule})" if change.rule else ""
        lines.append(f"{change.record_id:>4}  {when}  {change.operator}: {moved}  {change.reason}{rule}")
    return lines


def _application_line(entry: Application) -> str:
    """Return the line on thresholds that were applied to boards that waited."""
    when = entry.applied_at.astimezone().strftime("%Y-%m-%d %H:%M")
    return (
        f"{entry.change:>4}  {when}  {entry.operator}: applied to "
        f"{counted(entry.flagged + entry.passed, 'unjudged board')}, "
        f"{grouped(entry.flagged)} flagged, {grouped(entry.passed)} passed"
    )


def _normal_only_lines(calibration: NormalCalibration, thresholds: Thresholds) -> list[str]:
    from vqganodip.scoring.normal_only import NORMAL_ONLY

    lines = [
        f"Rule: {NORMAL_ONLY}",
        str(calibration.promise(thresholds.flag_from)),
        f"None of the {counted(len(calibration.scores), 'normal board')} that set this threshold is flagged from "
        f"{calibration.threshold_text(calibration.bundle_threshold)}",
    ]
    if thresholds.doubtful_until is not None:
        until = calibration.threshold_text(thresholds.doubtful_until)
        lines.insert(0, f"Doubtful band: up to {until}; a person decides")
    return lines


def _known_defect_lines(calibration: CalibrationResult, thresholds: Thresholds) -> list[str]:
    from vqganodip.statistics import miss_rate_upper_bound

    shown = calibration.threshold_text
    counts = calibration.counts(thresholds.flag_from)
    defects, good = counts.tp + counts.fn, counts.fp + counts.tn
    bound = 100 * miss_rate_upper_bound(counts.fn, defects)
    lines = [
        f"Known defects missed: {grouped(counts.fn)} of {grouped(defects)}; with 95 % confidence fewer than "
        f"{rounded_up(bound, 1)} % are missed",
        f"Good boards flagged: {grouped(counts.fp)} of {grouped(good)}",
        f"No known defect is missed up to {shown(calibration.threshold.value)}",
    ]
    if calibration.processors is not None:
        lines.append(str(calibration.processors.warning))
    else:
        lines.append(
            f"Computed in {calibration.precision}, by an earlier version: on another processor, or with another "
            "number of threads, a known defect may pass. `vqganodip fit` measures that."
        )
    lines += [
        f"  missed: {calibration.images[i]} ({rounded_down(calibration.scores[i], 4)})"
        for i in calibration.missed(thresholds.flag_from)[:20]
    ]
    if thresholds.doubtful_until is not None:
        inside = calibration.between(thresholds.flag_from, thresholds.doubtful_until)
        bad = int(sum(calibration.labels[i] for i in inside))
        lines.insert(
            0,
            f"Doubtful band: from {shown(thresholds.flag_from)} up to {shown(thresholds.doubtful_until)}, with "
            f"{grouped(len(inside) - bad)} good and {counted(bad, 'defective board')} of the calibration; "
            "a person decides",
        )
    return lines


def _newest_change(changes: Sequence[ThresholdChange]) -> str:
    newest = changes[-1]
    return f"{newest.record_id}, by {newest.operator}"
