"""The program ``vqganodip``.

Each verb is a function in its own module; to add one, import it and add it to VERBS. Verbs import the engine inside
their function, so ``--help`` appears at once. Exit codes: 0 done, 1 an error (one line on stderr), 2 wrong usage,
130 interrupted.
"""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from typing import Annotated, Any, Final

import typer

from vqganodip import __version__
from vqganodip.cli.bench import bench
from vqganodip.cli.evaluate import evaluate
from vqganodip.cli.export import export
from vqganodip.cli.fit import fit
from vqganodip.cli.ignore import ignore
from vqganodip.cli.inspect import inspect
from vqganodip.cli.recalibrate import recalibrate
from vqganodip.cli.render import render
from vqganodip.cli.report import report
from vqganodip.cli.threshold import threshold
from vqganodip.cli.train import train
from vqganodip.cli.verify import verify
from vqganodip.cli.vtt import vtt
from vqganodip.errors import VqganodipError

__all__ = ["VERBS", "app", "main"]

VERBS: Final[tuple[Callable[..., Any], ...]] = (
    train,
    ignore,
    fit,
    inspect,
    evaluate,
    threshold,
    recalibrate,
    report,
    export,
    verify,
    render,
    bench,
)
"""The verbs in the order of ``--help``; the function's name is the verb."""

INTERRUPTED: Final = 130

app: Final = typer.Typer(
    name="vqganodip",
    help="Inspect boards by reconstruction: train, fit, inspect, export.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
    rich_markup_mode=None,
)


def _show_version(requested: bool) -> None:
    if requested:
        typer.echo(f"vqganodip {__version__}")
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
app.add_typer(vtt, name="vtt")


def main(arguments: Sequence[str] | None = None) -> None:
    """Run the program and exit with its exit code.

    Args:
        arguments: Arguments without the program's name; None for ``sys.argv``.
    """
    try:
        app(args=None if arguments is None else list(arguments), prog_name="vqganodip")
    except VqganodipError as error:
        typer.echo(f"vqganodip: {' '.join(str(error).split())}", err=True)
        sys.exit(1)
    except KeyboardInterrupt:
        _report_interruption()
        sys.exit(INTERRUPTED)
    except SystemExit as end:  # typer turns Ctrl-C into this exit without a message
        if end.code == INTERRUPTED:
            _report_interruption()
        raise


def _report_interruption() -> None:
    typer.echo("vqganodip: interrupted; what was finished is kept.", err=True)


if __name__ == "__main__":
    main()
