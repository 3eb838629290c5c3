"""Refusal of empty paths on the command line: from a variable that is not set, they would mean the present folder."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any, get_args, get_type_hints

import typer
from typer.models import OptionInfo

__all__ = ["path_options", "refuse_empty_paths"]


def path_options(app: typer.Typer) -> frozenset[str]:
    """Names of all options of a program, its groups included, whose value is a path."""
    return frozenset(name for verb in _verbs(app) for name in _path_options_of(verb))


def refuse_empty_paths(arguments: Sequence[str], options: frozenset[str]) -> None:
    """Refuse an empty argument that is no option's value, and an empty value of one of these options.

    Raises:
        typer.BadParameter: There is one; the program ends with the exit code of wrong usage.
    """
    before = ""
    for argument in arguments:
        name, given, value = argument.partition("=")
        if argument == "" and (before in options or not before.startswith("-")):
            raise typer.BadParameter(f"{f'{before}: ' if before in options else ''}an empty path; is a variable unset?")
        if given and not value and name in options:
            raise typer.BadParameter(f"{name}: an empty path; is a variable unset?")
        before = argument


def _verbs(app: typer.Typer) -> Iterator[Any]:
    yield from (command.callback for command in app.registered_commands if command.callback is not None)
    for group in app.registered_groups:
        if group.typer_instance is not None:
            yield from _verbs(group.typer_instance)


def _path_options_of(verb: Any) -> Iterator[str]:
    for name, hint in get_type_hints(verb, include_extras=True).items():
        kind, *notes = get_args(hint) or (hint,)
        option = next((note for note in notes if isinstance(note, OptionInfo)), None)
        if option is not None and (kind is Path or Path in get_args(kind)):
            words = (option.default, *(option.param_decls or ()))  # inside Annotated the first name is the default
            declared = [word for word in words if isinstance(word, str) and word.startswith("-")]
            yield from declared or [f"--{name.replace('_', '-')}"]
