"""Options that several verbs share."""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Annotated

import typer

from vqganodip.printable import printable

__all__ = ["AsJson", "EventsFile", "Gentle", "ask_pin"]

AsJson = Annotated[
    Path | None,
    typer.Option(
        "--json",
        help="Write the results as JSON to FILE (*.json, *.jsonl, or --json=FILE for any name); without FILE to "
        "standard output, which then carries nothing else.",
        metavar="[FILE]",
    ),
]

EventsFile = Annotated[
    Path | None,
    typer.Option(
        "--events",
        help="Append events to this file, one JSON object per line. Writing stop to FILE.stop acts like Ctrl-C, "
        "writing abort ends the command at once; finished work is kept (see vqganodip.cli.event_file).",
        metavar="FILE",
    ),
]

Gentle = Annotated[
    bool, typer.Option("--gentle", help="Run at low priority, so that other programs are not slowed down.")
]


def ask_pin(operator: str) -> str:
    """Ask for the PIN of an operator, or read it from standard input where that is no terminal."""
    if sys.stdin.isatty():
        return str(typer.prompt(f"PIN of {printable(operator or 'the operator')}", hide_input=True, err=True))
    return sys.stdin.readline().strip()
