"""``vqganodip gate``: the verbs of the gate, which learns from judgments and may pass flagged boards."""

from __future__ import annotations

import os
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vqganodip.cli.options import AsJson, ask_pin
from vqganodip.cli.results import Results
from vqganodip.number_format import counted, grouped
from vqganodip.review.gate_words import region_words, report_words
from vqganodip.settings import GateLevel

if TYPE_CHECKING:
    from vqganodip.review.gate_labels import GateLabels
    from vqganodip.review.gate_log import GateChange
    from vqganodip.scoring.region_gate import GateReport
    from vqganodip.store.workspace import Workspace

__all__ = ["gate"]

gate = typer.Typer(
    help="Gate: learn from judgments which flagged boards are false calls, and let it pass them under a guard.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

_Workspace = Annotated[Path, typer.Argument(help="Folder of the workspace.")]
_Bundle = Annotated[Path, typer.Option("--bundle", help="Fitted bundle used at the workspace.", metavar="DIR")]


def learn(
    workspace: _Workspace,
    bundle: _Bundle,
    data: Annotated[
        Path | None,
        typer.Option("--data", help="Data set whose normal test boards are learned too.", metavar="DIR"),
    ] = None,
    synthetic: Annotated[
        int, typer.Option("--synthetic", help="Number of good boards into which an anomaly is drawn.", min=0)
    ] = 30,
    seed: Annotated[int, typer.Option("--seed", help="Seed of the random choices.", min=0)] = 0,
    as_json: AsJson = None,
) -> None:
    """Learn a gate from boards that two people, or quality, have confirmed, and judge it on boards it has not seen.

    The gate is stored in the workspace; nothing changes until quality puts it to a level.
    """
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.calibration.learn_gate import BoardDescribed, GateLearned, GateNote, learn_gate, open_labels
    from vqganodip.cli.interruption import raise_if_interrupted
    from vqganodip.cli.progress import StageBars
    from vqganodip.store.workspace import open_workspace

    results = Results(as_json)
    opened = open_bundle(bundle)
    done: GateLearned | None = None
    with open_workspace(workspace, create=False) as place:
        labels = open_labels(place, opened)
        for line in _label_lines(labels):
            results.line(line)
        with StageBars() as bars:

            def grown(now: int, of: int) -> None:
                raise_if_interrupted()
                bars.show("trees", now / of, f"{now} of {of}")

            for event in learn_gate(place, bundle, data=data, synthetic=synthetic, seed=seed, progress=grown):
                raise_if_interrupted()
                if isinstance(event, BoardDescribed):
                    bars.show("boards", event.done / event.total, f"{event.done} of {event.total}")
                elif isinstance(event, GateNote):
                    bars.note(str(event.text))
                elif isinstance(event, GateLearned):
                    done = event
        assert done is not None
        name = place.gates.write(done.gate.dumps())
    report = done.gate.report
    results.line(f"Gate {name[:12]}: {report_words(report)}")
    if done.before is not None:
        results.line(f"On the same boards, the gate in force: {report_words(done.before)}")
        results.line(f"On the same boards, the new gate: {report_words(done.after)}")
    results.line(_filter_text(report))
    results.line(f"Next: vqganodip gate level {workspace} shadow --bundle {bundle} --gate {name[:12]} --reason WHY")
    results.json(
        {
            "gate": name,
            "labels": _labels_values(labels),
            "report": _report_values(report),
            "before": None if done.before is None else _report_values(done.before),
            "after": _report_values(done.after),
        }
    )


def show(workspace: _Workspace, bundle: _Bundle, as_json: AsJson = None) -> None:
    """Show the gate in force, what it did since, the judgments that enter, the gates learned here, and every change."""
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.calibration.learn_gate import open_labels
    from vqganodip.review.gate_log import gate_in_force
    from vqganodip.store.workspace import read_workspace

    results = Results(as_json)
    opened = open_bundle(bundle)
    with read_workspace(workspace) as place:
        changes = place.repository.gate_changes(opened.sha256)
        labels = open_labels(place, opened)
        cleared = place.repository.cleared_boards(opened.sha256)
        names = list(place.gates.names())
    newest = gate_in_force(changes)
    if newest is None:
        results.line("No gate is in force")
    else:
        results.line(f"In force: gate {newest.gate[:12]} in {newest.level} ({report_words(newest.report)})")
        if newest.alarm is not None:
            results.line(f"ALARM: {newest.alarm}")
        if newest.level is GateLevel.FILTER:
            results.line(f"{100 * newest.share:g} % of what it clears, and one board an hour, go to a person unmarked")
    results.line(f"Boards passed by gates: {grouped(len(cleared))}")
    for line in _label_lines(labels):
        results.line(line)
    results.line(f"Gates learned here: {', '.join(name[:12] for name in names) or 'none'}")
    for change in changes:
        results.line(_change_line(change))
    results.json(
        {
            "gate": None if newest is None else newest.gate,
            "level": None if newest is None else newest.level.value,
            "alarm": None if newest is None or newest.alarm is None else str(newest.alarm),
            "cleared": len(cleared),
            "labels": _labels_values(labels),
            "gates": names,
            "changes": [_change_values(change) for change in changes],
        }
    )


def level(
    workspace: _Workspace,
    to: Annotated[
        GateLevel,
        typer.Argument(
            help="shadow: its opinion is recorded and hidden; advice: regions are ordered and greyed; filter: flagged "
            "boards pass if it clears all their regions."
        ),
    ],
    bundle: _Bundle,
    gate: Annotated[
        str, typer.Option("--gate", help="Hash of the gate, or its start; without it the one in force.")
    ] = "",
    reason: Annotated[str, typer.Option("--reason", help="Why; not needed for going back to shadow.")] = "",
    share: Annotated[
        float, typer.Option("--share", help="Share of what it clears that goes to a person unmarked.")
    ] = 0.05,
    operator: Annotated[str, typer.Option("--operator", help="Who sets it; the PIN is asked for.")] = "",
    station: Annotated[str, typer.Option("--station", help="Name of the station.")] = "",
    as_json: AsJson = None,
) -> None:
    """Put a gate to a level, as a signed entry of the audit trail.

    Only quality raises a level. Everyone who judges may put the gate in force back to shadow.
    """
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.review.accounts import People
    from vqganodip.review.gate_log import GateLog, gate_in_force
    from vqganodip.scoring.region_gate import RegionGate
    from vqganodip.store.workspace import open_workspace

    results = Results(as_json)
    opened = open_bundle(bundle)
    with open_workspace(workspace, create=False) as place:
        people = People(place.repository)
        role = "" if people.is_open else people.log_in(operator, ask_pin(operator)).role.value
        log = GateLog(place.repository, opened.sha256, operator=operator, role=role, station=station)
        newest = gate_in_force(place.repository.gate_changes(opened.sha256))
        name = newest.gate if not gate and newest is not None else place.gates.find(gate)
        if to is GateLevel.SHADOW and newest is not None and name == newest.gate and newest.level is not to:
            change = log.back_to_shadow(reason)
        else:
            learned = RegionGate.loads(place.gates.read(name))
            _check_model(learned, opened.sha256, name)
            change = log.activate(name, learned.report, to, reason=reason, share=share)
    results.line(f"Gate {name[:12]} is in {to} from the next board on (entry {change.record_id} of the audit trail)")
    results.json(_change_values(change))


def cleared(
    workspace: _Workspace,
    bundle: _Bundle,
    last: Annotated[int, typer.Option("--last", help="Number of boards, the newest first.", min=1)] = 20,
    as_json: AsJson = None,
) -> None:
    """List the boards that gates passed although their score flags them, with the reasons for each region."""
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.store.workspace import read_workspace

    results = Results(as_json)
    opened = open_bundle(bundle)
    with read_workspace(workspace) as place:
        numbers = place.repository.cleared_boards(opened.sha256)
        boards = [_cleared_values(place, number) for number in list(numbers)[::-1][:last]]
    if not boards:
        results.line("No gate has passed a flagged board")
    for board in boards:
        results.line(f"{board['item_id']:>6}  {board['serial']}: score {board['score']:.4f}, gate {board['gate'][:12]}")
        for number, region in enumerate(board["regions"], start=1):
            results.line(f"        region {number}: {region['reason']}")
    if len(numbers) > len(boards):
        results.line(f"{grouped(len(numbers) - len(boards))} older ones are not listed")
    results.json({"cleared": len(numbers), "boards": boards})


def _check_model(learned: Any, bundle_sha256: str, name: str) -> None:
    from vqganodip.errors import ReviewError

    if learned.bundle_sha256 != bundle_sha256:
        raise ReviewError(
            "gate-of-other-model",
            "the gate {gate} was learned for another model",
            todo="Learn a gate for this one.",
            gate=name[:12],
        )


def _cleared_values(place: Workspace, number: int) -> dict[str, Any]:
    item = place.repository.item(number)
    inspection = item.inspection
    opinions = () if inspection.gate is None else inspection.gate.regions
    shown = len(inspection.shown_regions) or 1
    pairs = list(zip(inspection.regions, opinions, strict=False))[:shown]
    return {
        "item_id": number,
        "serial": item.label,
        "score": inspection.score,
        "threshold": inspection.threshold,
        "gate": inspection.cleared_by,
        "inspected_at": inspection.inspected_at.isoformat(),
        "judgment": "unjudged" if item.judgment is None else item.judgment.kind.value,
        "regions": [
            {"box": [r.box.x0, r.box.y0, r.box.x1, r.box.y1], "reason": str(region_words(one))} | asdict(one)
            for r, one in pairs
        ],
    }


def _filter_text(report: GateReport) -> str:
    from vqganodip.review.gate_log import why_no_filter

    against = why_no_filter(report)
    return "It may filter" if against is None else f"It may not filter: {against}"


def _label_lines(labels: GateLabels) -> list[str]:
    lines = [f"Confirmed: {counted(labels.defects, 'board')} with defects, {grouped(labels.good)} good"]
    if labels.left_out:
        reasons = ", ".join(f"{grouped(count)} {reason.words}" for reason, count in sorted(labels.left_out.items()))
        lines.append(f"Not entering: {reasons}")
    return lines


def _change_line(change: GateChange) -> str:
    from datetime import datetime

    when = datetime.fromisoformat(change.changed_at).astimezone().strftime("%Y-%m-%d %H:%M")
    who = change.operator or ("board " + grouped(change.board) if change.board else "unknown")
    return f"{change.record_id:>4}  {when}  {who}: gate {change.gate[:12]} to {change.level}  {change.reason}".rstrip()


def _labels_values(labels: GateLabels) -> dict[str, Any]:
    left_out = {reason.value: count for reason, count in labels.left_out.items()}
    return {"defects": labels.defects, "good": labels.good, "left_out": left_out}


def _report_values(report: GateReport) -> dict[str, Any]:
    return asdict(report) | {"bound": report.bound, "may_filter": report.may_filter}


def _change_values(change: GateChange) -> dict[str, Any]:
    return asdict(change) | {"level": change.level.value}


for _verb in (learn, show, level, cleared):
    gate.command()(_verb)
