"""``vqganodip ignore``: regions of the board that are excluded from inspection."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.places import check_file

if TYPE_CHECKING:
    from vqganodip.types import Box

__all__ = ["ignore"]


def ignore(
    bundle: Annotated[Path, typer.Option("--bundle", help="Trained bundle.", metavar="DIR")],
    boxes: Annotated[
        list[str] | None,
        typer.Option("--box", help="Region as left,top,right,bottom in pixels of the reference board; repeatable."),
    ] = None,
    clear: Annotated[bool, typer.Option("--clear", help="Remove the existing regions.")] = False,
    picture: Annotated[
        Path | None, typer.Option(help="Write the reference board with the regions as PNG.", metavar="FILE")
    ] = None,
    as_json: AsJson = None,
) -> None:
    """Exclude regions of the reference board from inspection; without --box and --clear, list them."""
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.bundles.ignore_regions import draw_regions, ignore_regions, reference_size, set_ignore_regions
    from vqganodip.imaging.decoding import write_png

    results = Results(as_json)
    if picture is not None:
        if picture.suffix.lower() != ".png":
            raise typer.BadParameter("the picture is a PNG file: give a name that ends in .png", param_hint="--picture")
        check_file(picture)
    opened = open_bundle(bundle)
    before = ignore_regions(opened)
    wanted = (*(() if clear else before), *(_box(text) for text in boxes or ()))
    changed = wanted != before
    if changed:
        opened = set_ignore_regions(opened, wanted)
    regions = ignore_regions(opened)
    size = reference_size(opened)
    if size is not None:
        results.line(f"Reference board of {size[0]}×{size[1]} px; regions as left,top,right,bottom:")
    for b in regions:
        results.line(f"{b.x0},{b.y0},{b.x1},{b.y1}")
    if not regions:
        results.line("no ignore regions")
    if changed:
        results.line(f"The score was made with other regions. Next: vqganodip fit DATASET --bundle {bundle}")
    if picture is not None:
        write_png(picture, draw_regions(opened))
    results.json(
        {
            "bundle": bundle,
            "sha256": opened.sha256,
            "size": size,
            "regions": [[b.x0, b.y0, b.x1, b.y1] for b in regions],
        }
    )


def _box(text: str) -> Box:
    from vqganodip.errors import SettingsError
    from vqganodip.types import Box

    try:
        x0, y0, x1, y1 = (int(part) for part in text.split(","))
    except ValueError as error:
        raise SettingsError(
            "cli-region-invalid",
            "{text!r} is no region",
            where="--box",
            todo="Give left,top,right,bottom, for example 120,830,212,932.",
            text=text,
        ) from error
    return Box(x0, y0, x1, y1)
