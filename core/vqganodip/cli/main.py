"""The program ``vqganodip``.

Each verb is a function in its own module; to add one, import it and add it to VERBS. Verbs import the engine inside
their function, so ``--help`` appears at once. Exit codes are in EXIT_CODES.
"""

from __future__ import annotations

import signal
import sys
from collections.abc import Callable, Mapping, Sequence
from typing import Annotated, Any, Final

import typer
from typer.core import TyperGroup

from vqganodip import __version__
from vqganodip.cli.bench import bench
from vqganodip.cli.empty_paths import path_options, refuse_empty_paths
from vqganodip.cli.evaluate import evaluate
from vqganodip.cli.export import export
from vqganodip.cli.fit import fit
from vqganodip.cli.gate import gate
from vqganodip.cli.grow import grow
from vqganodip.cli.ignore import ignore
from vqganodip.cli.inspect import inspect
from vqganodip.cli.interruption import INTERRUPTED, Interruptible, leave_at_once
from vqganodip.cli.parts import parts
from vqganodip.cli.pretrain import pretrain
from vqganodip.cli.recalibrate import recalibrate
from vqganodip.cli.render import render
from vqganodip.cli.report import report
from vqganodip.cli.results import with_json_places
from vqganodip.cli.sensitivity import sensitivity
from vqganodip.cli.terminal import READER_GONE, echo, prepare_streams
from vqganodip.cli.threshold import threshold
from vqganodip.cli.train import train
from vqganodip.cli.verify import verify
from vqganodip.cli.vtt import vtt
from vqganodip.cli.workspace import workspace
from vqganodip.errors import VqganodipError, plain_error, system_reason

__all__ = ["EXIT_CODES", "VERBS", "app", "main"]

VERBS: Final[tuple[Callable[..., Any], ...]] = (
    train,
    ignore,
    parts,
    sensitivity,
    fit,
    inspect,
    evaluate,
    threshold,
    recalibrate,
    grow,
    report,
    export,
    verify,
    render,
    pretrain,
    bench,
)
"""The verbs in the order of ``--help``; the function's name is the verb."""

DONE: Final = 0
FAILED: Final = 1

EXIT_CODES: Final[Mapping[int, str]] = {
    DONE: "done; also a training that Ctrl-C ended early with its bundle",
    FAILED: "an error, in one line on standard error; `inspect`: an image could not be inspected; "
    "`verify`: a record was altered",
    2: "wrong usage: an unknown option, a missing argument, a value out of range",
    INTERRUPTED: "interrupted by Ctrl-C (SIGINT)",
    READER_GONE: "the reader of standard output has gone, as with `| head`; no message",
}
"""The exit codes of every verb; ``--help`` and the documents show this table."""


KEPT: Final[Mapping[str, str]] = {
    "train": "checkpoints are kept, and the same command with --resume continues from the last one",
    "pretrain": "checkpoints are kept, and the same command with --resume continues from the last one",
    "fit": "what was measured and fitted is kept in the run folder, and the same command continues from there",
    "evaluate": "nothing was written",
    "inspect": "the lines and panels of the finished images are kept",
    "recalibrate": "the bundle is unchanged, and no new one was written",
    "grow": "the bundle is unchanged, and no new one was written",
    "render": "the finished boards are kept, without boards.csv",
    "bench": "nothing was written",
    "vtt prepare": "no study was written",
    "gate learn": "no gate was written",
    "workspace move": "the records are whole, where they were or moved; the same command says which",
}
"""What an interrupted verb leaves behind."""

KEPT_BY_OTHERS: Final = "what was finished is kept"


class _Program(TyperGroup):
    """The group of all verbs: refuses empty paths, and completes ``--json`` before the verbs read their options."""

    def parse_args(self, ctx: Any, args: list[str]) -> list[str]:
        refuse_empty_paths(args, path_options(app))
        return super().parse_args(ctx, with_json_places(args))


app: Final = typer.Typer(
    name="vqganodip",
    cls=_Program,
    help="Inspect boards by reconstruction: train, fit, inspect, export.",
    epilog="Exit codes: " + "; ".join(f"{code} {words}" for code, words in EXIT_CODES.items()) + ".",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(requested: bool) -> None:
    if requested:
        echo(f"vqganodip {__version__}")
        raise typer.Exit


@app.callback()
def _program(
    version: Annotated[
        bool, typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit.")
    ] = False,
) -> None:
    pass


for _verb in VERBS:
    app.command(_verb.__name__.replace("_", "-"))(_verb)
app.add_typer(gate, name="gate")
app.add_typer(vtt, name="vtt")
app.add_typer(workspace, name="workspace")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and exit with its exit code.

    Args:
        arguments: Arguments without the program's name; None for ``sys.argv``.
    """
    prepare_streams()
    with Interruptible() as interruptible:
        try:
            code = _run(arguments)
        except BaseException as error:
            if interruptible.pressed or isinstance(error, KeyboardInterrupt):  # pressed: whatever a library made of it
                code = INTERRUPTED
            elif isinstance(error, VqganodipError):
                code = _failed(error)
            elif isinstance(error, OSError):
                place = error.filename if isinstance(error.filename, str) else ""
                code = _failed(plain_error(str(system_reason(error)), place))
            else:
                raise
        if code == INTERRUPTED or (interruptible.pressed and code != DONE):
            code = INTERRUPTED
            _say_interrupted(sys.argv[1:] if arguments is None else arguments)
    sys.exit(code)


def _run(arguments: Sequence[str] | None) -> int:
    try:
        app(args=None if arguments is None else list(arguments), prog_name="vqganodip")
    except SystemExit as end:
        return DONE if end.code is None else int(end.code)
    return DONE


def _failed(error: VqganodipError) -> int:
    echo(f"vqganodip: {' '.join(str(error).split())}", err=True)
    return FAILED


def _say_interrupted(arguments: Sequence[str]) -> None:
    words = [word for word in arguments if not word.startswith("-")][:2]
    verb = " ".join(words) if words[:1] in (["vtt"], ["gate"], ["workspace"]) else "".join(words[:1])
    echo(f"vqganodip: interrupted; {KEPT.get(verb, KEPT_BY_OTHERS)}.", err=True)


if __name__ == "__main__":
    signal.signal(signal.SIGINT, leave_at_once)
    main()
