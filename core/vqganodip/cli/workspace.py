"""``vqganodip workspace``: the places of the records and of the images of a workspace."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated, Final

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.number_format import fill_template, grouped

__all__ = ["workspace"]

workspace = typer.Typer(
    help="Workspace: move its records between a SQLite file and a server, name the shared folder of its images.",
    no_args_is_help=True,
    add_completion=False,
    rich_markup_mode=None,
)

_SQLITE: Final = "sqlite"
_LISTED: Final = 20


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


def images(
    place: Annotated[Path, typer.Argument(metavar="WORKSPACE", help="Folder of the workspace.")],
    folder: Annotated[
        Path | None,
        typer.Option(help="The shared folder, as this computer sees it; images inside are named relative to it."),
    ] = None,
    as_json: AsJson = None,
) -> None:
    """Say which images of the boards this computer finds; --folder names the shared folder of all stations' images.

    Boards inspected from then on are named relative to it. Images that were moved inside it are found by name and hash.
    """
    from vqganodip.store.board_images import find_board_images
    from vqganodip.store.image_folder import IMAGE_FOLDER
    from vqganodip.store.workspace import name_image_folder, read_workspace

    results = Results(as_json)
    if folder is not None:
        written = name_image_folder(place, folder)
        results.line(f"Written into {IMAGE_FOLDER} of the workspace: {written}")
    with read_workspace(place) as opened:
        root, found = opened.repository.images.root, find_board_images(opened)
    if root is None:
        results.line("Images are named by their path on this computer; --folder names a folder that stations share.")
    else:
        results.line(f"Images in {root} are named relative to it.")
        if not root.is_dir():
            results.line(
                "The folder is not there: connect the share, or name it with --folder as this computer sees it."
            )
    numbers = {"boards": found.boards, "relative": found.relative, "moved": found.moved, "missing": len(found.missing)}
    results.line(
        fill_template(
            "{boards:board|boards}, {relative:,} named relative to the folder; "
            "{moved:,} {moved:|image|images} found by name and hash elsewhere in it; "
            "{missing:,} {missing:|image is missing|images are missing}",
            numbers,
        )
    )
    for board in found.missing[:_LISTED]:
        panels = "" if board.has_panels else "; its panels are missing too, so it cannot be judged"
        results.line(f"  {board.serial}: {board.image}{panels}")
    if len(found.missing) > _LISTED:
        results.line(f"  and {grouped(len(found.missing) - _LISTED)} more; --json lists all")
    results.json(
        {
            "folder": root,
            **numbers,
            "missing_images": [
                {"board": b.serial, "item_id": b.item_id, "image": b.image, "panels": b.has_panels}
                for b in found.missing
            ],
        }
    )


workspace.command("move")(move)
workspace.command("images")(images)
