"""``vqganodip vtt prepare|audit|simulate|unblind|withdraw|report|bids``: the steps of a study."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.cli.terminal import echo
from vqganodip.errors import TuringError
from vqganodip.number_format import counted
from vqganodip.places import check_folder
from vqganodip.printable import printable

if TYPE_CHECKING:
    from vqganodip.turing.analysis.results import StudyResults
    from vqganodip.turing.study.audit import AuditTable
    from vqganodip.turing.study.protocol import TuringProtocol
    from vqganodip.turing.study.study import Study

__all__ = ["audit", "bids", "prepare", "report", "simulate", "unblind", "withdraw"]

_StudyFolder = Annotated[Path, typer.Argument(help="Folder of a prepared study.", metavar="STUDY")]
_Trials = Annotated[int, typer.Option("--trials", help="Images per observer; any number but 100 alters the protocol.")]
_Margin = Annotated[float, typer.Option("--margin", help="Registered margin around 50 %, in points.", min=1, max=49)]


def prepare(
    bundle: Annotated[Path, typer.Argument(help="Model bundle for the reconstructions.")],
    boards: Annotated[
        Path, typer.Argument(help="Data set or folder of normal boards that were not used for training.")
    ],
    study: Annotated[Path, typer.Argument(help="Folder to write; must not exist.")],
    name: Annotated[str, typer.Option("--name", help="Name of the study; default: the name of its folder.")] = "",
    margin: _Margin = 10.0,
    alpha: Annotated[float, typer.Option("--alpha", help="Registered significance level.")] = 0.05,
    participants: Annotated[int, typer.Option("--participants", help="Planned number of observers.", min=1)] = 5,
    trials: _Trials = 100,
    practice: Annotated[int, typer.Option("--practice", help="Number of practice boards.", min=0, max=10)] = 8,
    fit: Annotated[
        str,
        typer.Option(
            "--fit",
            help="Shrink images larger than this screen, such as 1366x768, originals and reconstructions alike; "
            "default: shown as they are.",
            metavar="WIDTHxHEIGHT",
        ),
    ] = "",
    as_json: AsJson = None,
) -> None:
    """Prepare a study with stimuli, sealed key and registered margin; needs one board per trial."""
    from vqganodip.cli.progress import StageBars
    from vqganodip.turing.stimuli import prepare_from_bundle
    from vqganodip.turing.study.preparation import StudyRegistration

    results = Results(as_json)
    protocol, screen = _protocol(trials), _screen(fit)
    check_folder(study)
    with StageBars() as bars:
        prepared = prepare_from_bundle(
            bundle,
            boards,
            study,
            StudyRegistration(
                study_id=name or study.resolve().name,
                margin=margin / 100.0,
                alpha=alpha,
                protocol=protocol,
                participants_planned=participants,
                screen=screen,
            ),
            practice=practice,
            progress=lambda done, of, board: bars.show("boards", done / of, board),
        )
        for note in prepared.notes:
            bars.note(note)
    size = f"{counted(trials, 'trial')}, {len(prepared.study.practice)} for practice"
    results.line(f"study {prepared.study.study_id} in {study}: {size}")
    results.line(f"registered: margin {margin:g} points, alpha {alpha:g}, {counted(participants, 'observer')}")
    _print_power(results, participants, trials, margin / 100.0)
    results.line(f"sealed key: sha256 {prepared.study.key_sha256}")
    results.line("next: vqganodip vtt audit, then run sessions on the Turing test page of the window")
    results.json(
        {
            "study": study,
            "study_id": prepared.study.study_id,
            "trials": trials,
            "practice": len(prepared.study.practice),
            "margin": margin / 100.0,
            "alpha": alpha,
            "participants_planned": participants,
            "key_sha256": prepared.study.key_sha256,
            "size": prepared.study.size,
            "scaling": None if prepared.study.scaling is None else asdict(prepared.study.scaling),
            "notes": [str(note) for note in prepared.notes],
        }
    )


def audit(
    study: _StudyFolder,
    justify: Annotated[
        list[str] | None,
        typer.Option("--justify", help="FEATURE=REASON for a red pipeline feature; repeatable.", metavar="TEXT"),
    ] = None,
    as_json: AsJson = None,
) -> None:
    """Audit a study for leaks (file features that separate real from fake images) and store the result."""
    from vqganodip.cli.progress import StageBars
    from vqganodip.turing.study.audit import audit as audit_study
    from vqganodip.turing.study.audit import write_audit
    from vqganodip.turing.study.scaling import scaling_message

    results = Results(as_json)
    justifications = dict(_justification(text) for text in justify or ())
    opened = _open(study)
    with StageBars() as bars:
        table = audit_study(opened, lambda done, of: bars.show("audit", done / of))
    results.line(str(scaling_message(opened.scaling, opened.size)))
    for note in opened.notes:
        results.line(str(note))
    _print_audit(results, table, justifications)
    write_audit(opened, table, justifications)
    results.line(f"stored in {opened.files.audit}")
    rows = [{**asdict(row), "note": str(row.note)} for row in table.rows]
    results.json(
        {
            "audit": opened.files.audit,
            "boards": table.boards,
            "rows": rows,
            "red": [row.feature for row in table.red],
            "justifications": justifications,
            "notes": [str(note) for note in opened.notes],
        }
    )


def simulate(
    out: Annotated[Path, typer.Argument(help="Folder to write; must not exist.")],
    study: Annotated[
        Path | None, typer.Option("--study", help="Use stimuli and registration of this study.", metavar="DIR")
    ] = None,
    d_prime: Annotated[
        list[float] | None,
        typer.Option("--d-prime", help="Sensitivity of one observer; repeatable. Default: five who guess."),
    ] = None,
    misses: Annotated[float, typer.Option("--misses", help="Share of trials without an answer.", min=0, max=1)] = 0.01,
    seed: Annotated[int, typer.Option("--seed", help="Seed of all answers.", min=0)] = 0,
    trials: _Trials = 100,
    margin: _Margin = 10.0,
    as_json: AsJson = None,
) -> None:
    """Run a whole study with simulated observers on a virtual clock, from the sealed plan to the report."""
    from vqganodip.reports.turing_report import write_turing_report
    from vqganodip.turing.session.unblinding import unblind as open_truth
    from vqganodip.turing.simulated_observers import Observer, copy_study, noise_study, simulate_study

    printed = Results(as_json)
    check_folder(out)
    observers = [Observer(d_prime=value, misses=misses) for value in d_prime or [0.0] * 5]
    if study is None:
        prepared = noise_study(out, _protocol(trials), len(observers), margin / 100.0, seed)
    else:
        prepared = copy_study(_open(study), out)
    simulate_study(prepared, observers, seed=seed, progress=lambda _, name: echo(f"{name} finished", err=True))
    open_truth(prepared, "simulation", "simulated")
    page, results = write_turing_report(prepared)
    _print_results(printed, results)
    printed.line(f"report: {page}")
    printed.json(_results_values(page, results))


def unblind(
    study: _StudyFolder,
    by: Annotated[str, typer.Option("--by", help="Person who unblinds the study; recorded.")],
    reason: Annotated[
        str, typer.Option("--reason", help="Reason for unblinding before all planned sessions are done; recorded.")
    ] = "",
    as_json: AsJson = None,
) -> None:
    """Unblind a study irrevocably; needs all planned sessions or a reason."""
    from vqganodip.turing.session.unblinding import unblind as open_truth

    results = Results(as_json)
    opened = open_truth(_open(study), by, reason)
    sessions = len(opened.sessions())
    results.line(f"{opened.label} unblinded: {counted(sessions, 'session')}; logged in {opened.files.unblinding}")
    results.json({"sessions": sessions, "log": opened.files.unblinding})


def withdraw(
    study: _StudyFolder,
    participant: Annotated[str, typer.Argument(help="Id such as P003.", metavar="PARTICIPANT")],
    yes: Annotated[bool, typer.Option("--yes", help="Do not ask for confirmation.")] = False,
    as_json: AsJson = None,
) -> None:
    """Delete every file of a participant; the id is never reused."""
    from vqganodip.turing.session.unblinding import withdraw as delete

    results = Results(as_json)
    opened = _open(study)
    if not yes:
        typer.confirm(f"Delete all data of {printable(participant)} for good?", abort=True, err=True)
    files = delete(opened, participant)
    results.line(f"{counted(files, 'file')} of {participant} deleted; make the report again if there was one")
    results.json({"participant": participant, "files": files})


def report(
    study: _StudyFolder,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder to write; default: the folder report of the study.")
    ] = None,
    as_json: AsJson = None,
) -> None:
    """Write the report of an unblinded study: page, tables, methods and a mixed model for R."""
    from vqganodip.reports.turing_report import write_turing_report

    printed = Results(as_json)
    opened = _open(study)
    check_folder(out or opened.files.report)
    page, results = write_turing_report(opened, out)
    _print_results(printed, results)
    printed.line(f"report: {page}")
    printed.json(_results_values(page, results))


def bids(
    study: _StudyFolder,
    out: Annotated[Path, typer.Argument(help="Folder to write; must not exist.")],
    strip_ids: Annotated[bool, typer.Option("--strip-ids", help="Replace the ids of the participants.")] = False,
    as_json: AsJson = None,
) -> None:
    """Export an unblinded study as a BIDS data set."""
    from vqganodip.turing.analysis.bids_dataset import export_bids

    results = Results(as_json)
    check_folder(out)
    export_bids(_open(study), out, strip_ids=strip_ids)
    results.line(f"written to {out}")
    results.json({"out": out})


def _open(folder: Path) -> Study:
    from vqganodip.turing.study.study import open_study

    return open_study(folder)


def _protocol(trials: int) -> TuringProtocol:
    from vqganodip.turing.study.protocol import PAPER_16_5

    if trials == PAPER_16_5.trials:
        return PAPER_16_5
    if trials < 4 or trials % 4:
        raise TuringError(
            "cli-trials-uneven",
            "{trials} trials do not make two halves with as many real as reconstructed boards each",
            where="--trials",
            todo="Use a multiple of four.",
            trials=trials,
        )
    return PAPER_16_5.changed(f"paper-16-5-of-{trials}", trials=trials, break_after=trials // 2)


def _justification(text: str) -> tuple[str, str]:
    """Split FEATURE=REASON.

    Raises:
        BadParameter: There is no reason, or no such feature needs one.
    """
    from vqganodip.turing.study.image_features import PIPELINE

    feature, _, reason = text.partition("=")
    if feature not in PIPELINE or not reason.strip():
        raise typer.BadParameter(
            f"{printable(text)} is no FEATURE=REASON; the features are {', '.join(PIPELINE)}", param_hint="--justify"
        )
    return feature, reason


def _screen(fit: str) -> tuple[int, int] | None:
    """Parse WIDTHxHEIGHT; None for an empty text.

    Raises:
        BadParameter: It is no such size.
    """
    if not fit:
        return None
    width, cross, height = fit.lower().replace("×", "x").partition("x")
    if not cross or not (width.isdecimal() and height.isdecimal()):
        raise typer.BadParameter(f"{printable(fit)} is no WIDTHxHEIGHT, such as 1366x768", param_hint="--fit")
    return int(width), int(height)


def _print_power(results: Results, observers: int, trials: int, margin: float) -> None:
    """Print the power of a panel of this size, before the first session."""
    from vqganodip.turing.analysis.planning import PAPER_SPREAD, panel_power, power_message, spread_message

    if observers < 2:
        results.line("one observer does not represent others: plan two or more")
        return
    for between, whose in (
        (0.031, "observers who agree"),
        (PAPER_SPREAD, "observers as far apart as the paper's five"),
    ):
        results.line(f"{whose}: {spread_message(between, trials)}")
        results.line(f"  {power_message(panel_power(observers, trials, between, margin))}")


def _print_audit(results: Results, table: AuditTable, justifications: Mapping[str, str]) -> None:
    from vqganodip.turing.study.audit import value_message

    for row in table.rows:
        reason = justifications.get(row.feature, "")
        said = f"{value_message(row)}  {row.note}" + (f"; reason: {printable(reason)}" if reason else "")
        results.line(f"{row.verdict.value:>13}  {row.group:>9}  {row.feature:<16}  {said}")


def _print_results(printed: Results, results: StudyResults) -> None:
    from vqganodip.turing.analysis.wording import percent, points, verdict_words

    panel = results.group
    printed.line(f"study {results.study.label}")
    for one in results.observers:
        printed.line(f"{one.participant}: {one.answers.correct} of {one.answers.answered}, {percent(one.accuracy)}")
    sd = "n/a" if panel.sd is None else points(panel.sd, 2)
    printed.line(f"mean {percent(panel.mean, 2)}, SD {sd} (ddof 1), {points(panel.sd_population, 2)} (ddof 0)")
    printed.line(str(verdict_words(panel)))


def _results_values(page: Path, results: StudyResults) -> dict[str, Any]:
    panel = asdict(results.group)
    return {
        "report": page,
        "simulated": results.observations.simulated,
        "observers": [
            {"participant": one.participant, **asdict(one.answers), "accuracy": one.accuracy}
            for one in results.observers
        ],
        "group": panel,
    }
