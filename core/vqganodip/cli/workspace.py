"""``vqganodip workspace``: the place of the records of a workspace, a SQLite file or a PostgreSQL server."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.number_format import fill_template

__all__ = ["workspace"]

workspace = typer.Typer(
    help="Workspace: move its records between a SQLite file and a PostgreSQL server.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

_SQLITE: Final = "sqlite"


@workspace.callback()
def _group() -> None:
    pass


def move(
    place: Annotated[Path, typer.Argument(metavar="WORKSPACE", help="Folder of the workspace.")],
    to: Annotated[
        str,
        typer.Option(
            "--to",
            metavar="DATABASE",
            help="postgresql://user@host:port/database, an empty database, or sqlite for a file in the folder. "
            "Passwords belong in the password file of PostgreSQL (~/.pgpass).",
        ),
    ],
    as_json: AsJson = None,
) -> None:
    """Move the records of a workspace to a server, or back into a file; panels and gates stay in the folder.

    Both sides are verified and compared row by row before the move counts, and no program can write meanwhile. The old
    records stay readable in a folder before-move-... of the workspace.
    """
    from vqganodip.store.workspace_move import move_to_server, move_to_sqlite

    results = Results(as_json)
    moved = move_to_sqlite(place) if to == _SQLITE else move_to_server(place, to)
    found = moved.copied.verification
    numbers = {"boards": found.boards, "records": found.records.records}
    held = fill_template("Moved {boards:board|boards} and {records:record|records}", numbers)
    results.line(f"{held}; both sides hold and are equal; the last hash is {found.records.last_hash or 'none'}")
    results.line(f"The old records can be read in {moved.old}")
    results.json({"rows": dict(moved.copied.rows), "last_hash": found.records.last_hash, "old": moved.old})


workspace.command("move")(move)
