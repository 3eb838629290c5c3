"""``vqganodip recalibrate``: a new bundle fitted on the labelled images and on boards confirmed in review."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.number_format import counted, fill_template, grouped
from vqganodip.places import check_folder

__all__ = ["recalibrate"]


def recalibrate(
    workspace: Annotated[Path, typer.Argument(help="Folder of the workspace whose judgments are used.")],
    bundle: Annotated[Path, typer.Option("--bundle", help="Fitted bundle; it does not change.", metavar="DIR")],
    data: Annotated[
        Path | None,
        typer.Option(
            "--data", help="Labelled images the bundle was fitted on; default: the folder of that fit.", metavar="DIR"
        ),
    ] = None,
    out: Annotated[
        Path | None, typer.Option("--out", help="Folder of the new bundle; without it, only list the boards.")
    ] = None,
    jobs: Annotated[int, typer.Option(help="Number of processes for the search.", min=1)] = 2,
    as_json: AsJson = None,
) -> None:
    """List the boards confirmed by two operators or by quality; with --out, fit a copy of the bundle with them."""
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    from vqganodip.calibration.fit import ImageMeasured, LeftOut
    from vqganodip.calibration.images import saved_dataset_folder
    from vqganodip.calibration.normal_calibration import NormalCalibration, open_any_calibration
    from vqganodip.calibration.recalibrate import Recalibrated, offer_boards
    from vqganodip.calibration.recalibrate import recalibrate as run
    from vqganodip.cli.progress import StageBars
    from vqganodip.errors import DatasetError
    from vqganodip.store.workspace import read_workspace
    from vqganodip.training.events import Notice

    results = Results(as_json)
    if out is not None:
        if out.exists():
            raise DatasetError(
                "cli-bundle-exists", "there is already something here", where=out, todo="Choose a new folder."
            )
        check_folder(out)
    calibration = open_any_calibration(bundle)
    with read_workspace(workspace) as opened:
        offer = offer_boards(opened.repository, calibration)
    for entry in offer.entries:
        label, by = entry.image.label, " and ".join(entry.confirmed.by)
        results.line(f"{entry.item.label}: {label}, confirmed by {by}{' (quality)' * entry.confirmed.by_quality}")
    results.line(
        fill_template(
            "{n:board|boards} can be added; {known:,} {known:|is|are} already known, {gone:,} "
            "{gone:|has lost its|have lost their} image, {waiting:,} {waiting:|awaits|await} a second judgment or "
            "{waiting:|is|are} judged differently, {doubtful:,} {doubtful:|is|are} doubtful",
            {
                "n": len(offer.entries),
                "known": offer.known,
                "gone": offer.gone,
                "waiting": offer.waiting,
                "doubtful": offer.doubtful,
            },
        )
    )
    if out is None:
        return
    normal_only = isinstance(calibration, NormalCalibration)
    folder = data if isinstance(calibration, NormalCalibration) else data or saved_dataset_folder(calibration)
    if folder is None and not normal_only:
        raise DatasetError(
            "cli-labelled-images-unknown",
            "the folder of this bundle's labelled images is unknown",
            where=bundle,
            todo="Give it with --data.",
        )
    done: Recalibrated | None = None
    with StageBars() as bars:

        def show(now: object) -> None:
            bars.show("classifiers", now.done / now.total, str(now.step))  # type: ignore[attr-defined]

        for event in run(bundle, folder, offer.entries, out, n_jobs=jobs, progress=show):
            if isinstance(event, ImageMeasured):
                bars.show("metrics", event.share, event.image.path.name)
            elif isinstance(event, LeftOut):
                bars.note(f"left out: {event.error}")
            elif isinstance(event, Notice):
                bars.note(str(event.text))
            elif isinstance(event, Recalibrated):
                done = event
    assert done is not None
    if isinstance(done.before, NormalCalibration):
        own = done.before
        results.line(
            f"before: {counted(len(own.scores), 'normal board')} and no known defect, threshold "
            f"{own.threshold_text(own.bundle_threshold)}, nothing promised about missed defects"
        )
    for name, one in (("before", done.before), ("after", done.after)):
        if isinstance(one, NormalCalibration):
            continue
        report, counts = one.report, one.counts(one.threshold.value)
        results.line(
            f"{name}: {grouped(report.normal)} good and {counted(report.abnormal, 'defective board')}, "
            f"{report.chosen}, no miss up to {one.threshold_text(one.threshold.value)}, {grouped(counts.fp)} of "
            f"{counted(report.normal, 'good board')} flagged there"
        )
    results.line(f"Next: vqganodip threshold {workspace} --bundle {out} --no-miss --reason WHY --operator NAME")
