"""``vqganodip sensitivity``: how much the evidence on parts counts, with the known defects that would be missed."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from vqganodip.cli.interruption import raise_if_interrupted
from vqganodip.cli.options import AsJson, ask_pin
from vqganodip.cli.results import Results
from vqganodip.number_format import counted

if TYPE_CHECKING:
    from vqganodip.bundles.archive import Bundle
    from vqganodip.calibration.sensitivity_check import SensitivityCheck
    from vqganodip.placement.record import PlacementRecord
    from vqganodip.placement.sensitivity import Rule, SensitivityRecord
    from vqganodip.store.workspace import Workspace

__all__ = ["sensitivity"]

_FORM = "NAME=LEVEL; the level is strict, normal, loose or ignored"


def sensitivity(
    bundle: Annotated[Path, typer.Option("--bundle", help="Bundle with a placement.", metavar="DIR")],
    part: Annotated[
        list[str] | None, typer.Option("--part", help=f"Level of a part, {_FORM}, such as U7=loose; repeatable.")
    ] = None,
    package: Annotated[
        list[str] | None, typer.Option("--package", help="Level of all parts of a package, likewise; repeatable.")
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Take all earlier levels back.")] = False,
    operator: Annotated[str, typer.Option(help="Who signs the change.")] = "",
    reason: Annotated[str, typer.Option(help="Why; needed where known defects would be missed.")] = "",
    workspace: Annotated[
        Path | None, typer.Option("--workspace", help="Workspace that records the change, too.", metavar="DIR")
    ] = None,
    data: Annotated[
        Path | None, typer.Option("--data", help="Labelled images of the fit, if they were moved.", metavar="DIR")
    ] = None,
    preview: Annotated[bool, typer.Option("--preview", help="Say what would be missed, and change nothing.")] = False,
    as_json: AsJson = None,
) -> None:
    """Count the evidence on parts more, less or not at all from the next fit on; without any option, list the levels.

    Before a change is signed, the boards of the fit with known defects on these parts are inspected with it.
    """
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.bundles.sensitivity import sensitivity_in, set_sensitivity
    from vqganodip.placement.sensitivity import sensitivity_of

    results = Results(as_json)
    asked = [*_rules(part, "--part", of_package=False), *_rules(package, "--package", of_package=True)]
    changes = bool(asked) or clear
    if changes and not preview and not operator.strip():
        raise typer.BadParameter("a change is signed: give --operator NAME")
    opened = open_bundle(bundle)
    before = sensitivity_in(opened)
    if not changes:
        _say(results, opened, before)
        results.json({"bundle": bundle, "sha256": opened.sha256} | _values(before))
        return
    kept = () if clear or before is None else before.rules
    with _opened(workspace, operator, preview=preview) as kept_in:
        wanted = sensitivity_of(
            _merged(kept, asked), _placement(opened, kept_in), signed_by=operator.strip(), reason=reason.strip()
        )
        check = _checked(opened, wanted, data)
        for line in _missed(check):
            results.line(line)
        if not preview:
            if check is not None and check.missed and not reason.strip():
                raise _unreasoned(len(check.missed))
            set_sensitivity(opened, wanted)
            if kept_in is not None:
                kept_in.repository.put_sensitivity(opened.sha256, wanted, operator)
            _say(results, opened, wanted)
    results.json({"bundle": bundle, "sha256": opened.sha256} | _values(wanted) | {"check": _check_values(check)})


def _rules(texts: Sequence[str] | None, option: str, *, of_package: bool) -> Iterator[Rule]:
    from vqganodip.placement.sensitivity import Level, Rule

    for text in texts or ():
        name, sign, level = (piece.strip() for piece in text.rpartition("="))
        if not (sign and name) or level not in tuple(Level):
            raise typer.BadParameter(f"give {_FORM}", param_hint=option)
        yield Rule(of_package, name, Level(level))


def _merged(before: Sequence[Rule], asked: Sequence[Rule]) -> list[Rule]:
    """The rules before, with those that were asked for in place of the ones of the same name."""
    rules = {(rule.of_package, rule.name.casefold()): rule for rule in (*before, *asked)}
    return list(rules.values())


def _placement(opened: Bundle, workspace: Workspace | None) -> PlacementRecord:
    from vqganodip.bundles.placement import placement_in
    from vqganodip.errors import SettingsError

    kept = None if workspace is None else workspace.repository.placement(opened.sha256)
    placement = kept or placement_in(opened.folder)
    if placement is None:
        raise SettingsError(
            "cli-sensitivity-placement",
            "the bundle has no placement, so there are no parts to name",
            where=opened.folder,
            todo="Lay one on with `vqganodip parts`.",
        )
    return placement


def _opened(folder: Path | None, operator: str, *, preview: bool) -> AbstractContextManager[Workspace | None]:
    """The workspace that records a change, for a person who may make models; None without one."""
    from vqganodip.review.accounts import People, Permission, require
    from vqganodip.store.workspace import open_workspace, read_workspace

    if folder is None:
        return nullcontext()
    if preview:
        return read_workspace(folder)
    workspace = open_workspace(folder, create=False)
    try:
        people = People(workspace.repository)
        role = "" if people.is_open else people.log_in(operator, ask_pin(operator)).role.value
        require(role, Permission.MAKE_MODELS)
    except BaseException:
        workspace.close()
        raise
    return workspace


def _checked(opened: Bundle, wanted: SensitivityRecord, data: Path | None) -> SensitivityCheck | None:
    """The known defects under a sensitivity; None where none counts less, and for a bundle without known defects."""
    from vqganodip.calibration.sensitivity_check import check_known_defects
    from vqganodip.cli.progress import StageBars

    if not wanted.loosened or "scores" not in opened:
        return None
    last: SensitivityCheck | None = None
    with StageBars() as bars:
        for last in check_known_defects(opened, wanted, data=data):
            raise_if_interrupted()
            bars.show("known defects", last.seen / max(last.of, 1), f"{last.seen} of {last.of}")
    return last


def _missed(check: SensitivityCheck | None) -> Iterator[str]:
    if check is None:
        return
    if check.absent:
        yield f"{counted(check.absent, 'defective board')} of the fit cannot be checked: missing or changed."
    yield f"Known defects on these parts: {counted(len(check.boards), 'board')}, missed {len(check.missed)}."
    for board in check.missed:
        where = ", ".join(board.parts) or "unknown place"
        yield f"  would be missed: {board.image} ({where}), score {board.score:.4f} below {check.threshold:.4f}"


def _unreasoned(count: int) -> Exception:
    from vqganodip.errors import SettingsError

    return SettingsError(
        "cli-sensitivity-reason",
        "{count:known defect|known defects} would be missed",
        todo="Give a reason with --reason, or choose other levels. Nothing was changed.",
        count=count,
    )


def _say(results: Results, opened: Bundle, record: SensitivityRecord | None) -> None:
    from vqganodip.bundles.sensitivity import fitted_sensitivity

    fitted = fitted_sensitivity(opened)
    if record is None or not record.rules:
        results.line("all parts have the level normal")
    else:
        for rule in record.rules:
            results.line(f"{'package ' if rule.of_package else ''}{rule.name}: {rule.level.value}")
        results.line(f"signed by {record.signed_by}" + (f": {record.reason}" if record.reason else ""))
    if (record.digest if record else "") != (fitted.digest if fitted else ""):
        results.line(f"The score was made with other levels. Next: vqganodip fit DATASET --bundle {opened.folder}")


def _values(record: SensitivityRecord | None) -> dict[str, Any]:
    return {"sensitivity": None if record is None else record.to_dict()}


def _check_values(check: SensitivityCheck | None) -> dict[str, Any] | None:
    if check is None:
        return None
    boards = [
        {"image": one.image, "parts": list(one.parts), "score": one.score, "missed": one.missed} for one in check.boards
    ]
    return {"boards": boards, "absent": check.absent, "threshold": check.threshold}
