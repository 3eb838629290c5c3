"""``vqganodip inspect``: inspection of images with one JSON object per line."""

from __future__ import annotations

import json
import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, TextIO

import typer

from vqganodip.number_format import counted, grouped

if TYPE_CHECKING:
    from vqganodip.records import Inspection, Panels

__all__ = ["inspect"]


def inspect(
    images: Annotated[list[Path], typer.Argument(help="Images or folders.")],
    bundle: Annotated[Path, typer.Option("--bundle", help="Fitted bundle.", metavar="DIR")],
    as_json: Annotated[
        Path | None, typer.Option("--json", help="Write the lines to a file instead of stdout.", metavar="FILE")
    ] = None,
    panels: Annotated[
        Path | None, typer.Option(help="Write the four panels of each image to this folder as PNG.", metavar="DIR")
    ] = None,
) -> None:
    """Inspect images and write one JSON line each with score, verdict, candidates and seconds per stage."""
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    from vqganodip.errors import ImageError
    from vqganodip.imaging.folders import find_images
    from vqganodip.inspection.inspector import Inspected, Inspector

    files = [image for given in images for image in find_images(given)]
    inspector = Inspector.open(bundle)
    failed = 0
    out: TextIO = sys.stdout if as_json is None else as_json.open("w", encoding="utf-8")
    try:
        for file in files:
            try:
                for event in inspector.inspect(file):
                    if isinstance(event, Inspected):
                        out.write(json.dumps(_line(event.inspection), ensure_ascii=False) + "\n")
                        out.flush()
                        if panels is not None:
                            _write_panels(panels, event.inspection, event.panels)
            except ImageError as error:
                failed += 1
                typer.echo(f"vqganodip: {' '.join(str(error).split())}", err=True)
    finally:
        if as_json is not None:
            out.close()
    if as_json is not None:
        inspected = f"{grouped(len(files) - failed)} of {counted(len(files), 'image')} inspected"
        typer.echo(f"{inspected}, lines written to {as_json}")
    if failed:
        typer.echo(f"vqganodip: {grouped(failed)} of {counted(len(files), 'image')} could not be inspected.", err=True)
        raise typer.Exit(1)


def _line(inspection: Inspection) -> dict[str, Any]:
    return {
        "image": str(inspection.image),
        "sha256": inspection.sha256,
        "bundle_sha256": inspection.bundle_sha256,
        "inspected_at": inspection.inspected_at.isoformat(),
        "score": inspection.score,
        "threshold": inspection.threshold,
        "verdict": str(inspection.verdict),
        "grid": list(inspection.grid),
        "transform": list(inspection.transform),
        "registration_residual": inspection.registration_residual,
        "warnings": [str(warning) for warning in inspection.warnings],
        "regions": [
            {"box": _box(r.box), "distance_max": r.distance_max, "candidates": r.candidates} for r in inspection.regions
        ],
        "candidates": [{"box": _box(c.box), "distance": c.distance} for c in inspection.candidates],
        "stage_s": {str(stage): round(seconds, 4) for stage, seconds in inspection.stage_s.items()},
    }


def _box(box: Any) -> list[int]:
    return [box.x0, box.y0, box.x1, box.y1]


def _write_panels(folder: Path, inspection: Inspection, panels: Panels) -> None:
    from vqganodip.imaging.decoding import write_png
    from vqganodip.reports.panel_pictures import panel_pictures

    folder.mkdir(parents=True, exist_ok=True)
    stem = f"{inspection.image.stem}-{inspection.sha256[:8]}"
    for name, pixels in panel_pictures(inspection, panels).items():
        write_png(folder / f"{stem}-{name}.png", pixels)
