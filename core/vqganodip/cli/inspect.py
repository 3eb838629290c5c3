"""``vqganodip inspect``: inspection of images with one JSON object per line."""

from __future__ import annotations

import os
from collections.abc import Iterator, Sequence
from contextlib import nullcontext
from dataclasses import asdict
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any, Final, TypeAlias, Union

import typer

from vqganodip.cli.cluster import (
    ClusterAddress,
    ClusterWorkers,
    TlsFolder,
    cluster_place,
    on_workers,
    tell_of_workers,
)
from vqganodip.cli.interruption import raise_if_interrupted
from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.cli.terminal import echo
from vqganodip.errors import ExportError, ImageError, Message, VqganodipError
from vqganodip.number_format import counted, grouped
from vqganodip.places import check_folder

if TYPE_CHECKING:
    from vqganodip.cli.progress import StageBars
    from vqganodip.cluster.connection import ClusterPlace
    from vqganodip.inspection.inspector import Inspector
    from vqganodip.placement.record import BoardParts
    from vqganodip.records import Inspection, Panels, Reason, Region

__all__ = ["inspect"]

_Outcome: TypeAlias = Union["tuple[Inspection, Panels | None]", VqganodipError]
"""An inspected image with its panels, or the error that it ended with."""

_MOST_BYTES: Final = 100
"""Length of an image's name in the names of its panels; file systems take 255 bytes, some 143."""


def inspect(
    images: Annotated[list[Path], typer.Argument(help="Images or folders.")],
    bundle: Annotated[Path, typer.Option("--bundle", help="Fitted bundle.", metavar="DIR")],
    as_json: AsJson = None,
    panels: Annotated[
        Path | None, typer.Option(help="Write the four panels of each image to this folder as PNG.", metavar="DIR")
    ] = None,
    cluster: ClusterAddress = None,
    workers: ClusterWorkers = None,
    tls: TlsFolder = None,
) -> None:
    """Inspect images and write one JSON line each with score, verdict, candidates and seconds per stage.

    The lines go to standard output, with or without --json, or to the FILE of --json.
    """
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    from vqganodip.bundles.placement import placement_in
    from vqganodip.cli.progress import StageBars
    from vqganodip.errors import BundleError
    from vqganodip.imaging.folders import search_images
    from vqganodip.inspection.inspector import Inspector
    from vqganodip.inspection.unusable_pictures import UnusableCount
    from vqganodip.placement.record import BoardParts

    results = Results(as_json)
    place = cluster_place(cluster, workers, tls)
    if panels is not None:
        check_folder(panels)
    found = [search_images(given) for given in images]
    files = [image for folder in found for image in folder.images]
    unreadable = [error for folder in found for error in folder.unreadable]
    inspector = Inspector.open(bundle)
    parts: BoardParts | None = None
    try:
        placement = placement_in(bundle)
        parts = None if placement is None else BoardParts(placement)
    except BundleError as error:  # names are missing, and no more
        _warn(error)
    for folder in found:
        for note in folder.notes:
            _warn(note)
    precision = str(inspector.model.precision)
    for hint in inspector.notes:
        echo(f"note: {hint}", err=True)
    failed = without_panels = 0
    unusable = UnusableCount()
    bars = StageBars() if results.file is not None else None  # lines on standard output are progress enough
    with results.json_lines() as write_line, bars or nullcontext():
        if place is None:
            outcomes = _inspected_here(inspector, files, bars)
        else:
            outcomes = _inspected_on(place, bundle, files, bars, with_panels=panels is not None)
        for outcome in outcomes:
            if isinstance(outcome, VqganodipError):
                failed += 1
                _warn(outcome)
                continue
            inspection, shown = outcome
            write_line(_line(inspection, precision, parts))
            alarm = unusable.add(inspection.unusable)
            if alarm is not None:
                _warn(alarm)
            if panels is not None and shown is not None:
                without_panels += not _write_panels(panels, inspection, shown)
        if bars is not None and files:
            bars.show("inspecting", 1.0, f"{len(files)} of {len(files)}")
    if results.file is not None:
        inspected = f"{grouped(len(files) - failed)} of {counted(len(files), 'image')} inspected"
        results.line(f"{inspected}, lines written to {results.file}")
    if without_panels:
        echo(f"vqganodip: the panels of {counted(without_panels, 'image')} could not be written.", err=True)
    if failed:
        echo(f"vqganodip: {grouped(failed)} of {counted(len(files), 'image')} could not be inspected.", err=True)
    if failed or without_panels or unreadable:
        raise typer.Exit(1)


def _inspected_here(inspector: Inspector, files: Sequence[Path], bars: StageBars | None) -> Iterator[_Outcome]:
    from vqganodip.inspection.inspector import Inspected

    for number, file in enumerate(files):
        raise_if_interrupted()
        if bars is not None:
            bars.show("inspecting", number / len(files), f"{number + 1} of {len(files)}: {file.name}")
        try:
            for event in inspector.inspect(file):
                if isinstance(event, Inspected):
                    yield event.inspection, event.panels
        except ImageError as error:
            yield error


def _inspected_on(
    place: ClusterPlace, bundle: Path, files: Sequence[Path], bars: StageBars | None, *, with_panels: bool
) -> Iterator[_Outcome]:
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.bundles.bundle_parcel import bundle_parcel
    from vqganodip.cluster.connection import connected
    from vqganodip.inspection.on_worker import inspect_on_workers

    parcel = bundle_parcel(open_bundle(bundle))

    def show(done: int, workers: int) -> None:
        raise_if_interrupted()
        if bars is not None:
            bars.show("inspecting", done / len(files), on_workers(done, len(files), workers))

    with connected(place, parcel, tell_of_workers) as pool:
        for outcome in inspect_on_workers(pool, parcel.sha256, files, with_panels=with_panels, progress=show):
            if isinstance(outcome, VqganodipError) and not isinstance(outcome, ImageError):
                raise outcome
            yield outcome


def _warn(error: VqganodipError | Message) -> None:
    echo(f"vqganodip: {' '.join(str(error).split())}", err=True)


def _line(inspection: Inspection, precision: str, parts: BoardParts | None) -> dict[str, Any]:
    return {
        "image": inspection.image,
        "sha256": inspection.sha256,
        "bundle_sha256": inspection.bundle_sha256,
        "precision": precision,
        "inspected_at": inspection.inspected_at.isoformat(),
        "score": inspection.score,
        "threshold": inspection.threshold,
        "threshold_rule": inspection.threshold_rule,
        "verdict": str(inspection.verdict),
        "grid": list(inspection.grid),
        "transform": list(inspection.transform),
        "registration_residual": inspection.registration_residual,
        "warnings": [str(warning) for warning in inspection.warnings],
        "regions": [_region(region, inspection.grid, parts) for region in inspection.shown_regions],
        "regions_not_shown": len(inspection.regions) - len(inspection.shown_regions),
        "candidates": [{"box": _box(c.box), "distance": c.distance} for c in inspection.candidates],
        "stage_s": {str(stage): round(seconds, 4) for stage, seconds in inspection.stage_s.items()},
    }


def _region(region: Region, grid: tuple[int, int], parts: BoardParts | None) -> dict[str, Any]:
    from vqganodip.detection.reason_words import reason_message

    part = None if parts is None else parts.at(region.box, grid)
    reasons = region.reasons if parts is None else parts.explained(region, grid)
    return {
        "box": _box(region.box),
        "distance_max": region.distance_max,
        "candidates": region.candidates,
        "ref_des": "" if part is None else part.ref_des,
        "package": "" if part is None else part.package,
        "part_number": "" if part is None else part.part_number,
        "reasons": [_reason(reason) | {"text": str(reason_message(reason))} for reason in reasons],
    }


def _reason(reason: Reason) -> dict[str, Any]:
    return asdict(reason) | {"box": None if reason.box is None else _box(reason.box)}


def _box(box: Any) -> list[int]:
    return [box.x0, box.y0, box.x1, box.y1]


def _write_panels(folder: Path, inspection: Inspection, panels: Panels) -> bool:
    """Write the panels of an image; an error is printed, and the other images still get theirs."""
    from vqganodip.imaging.decoding import write_png
    from vqganodip.reports.panel_pictures import panel_pictures

    stem = f"{_shortened(inspection.image.stem)}-{inspection.sha256[:8]}"
    try:
        for name, pixels in panel_pictures(inspection, panels).items():
            write_png(folder / f"{stem}-{name}.png", pixels)
    except ExportError as error:
        _warn(error)
        return False
    return True


def _shortened(stem: str) -> str:
    """Return the start of a name that leaves room for what is appended; the hash keeps the files apart."""
    while len(os.fsencode(stem)) > _MOST_BYTES:
        stem = stem[:-1]
    return stem
