"""``vqganodip fit``: fitting of composite score and threshold on labelled images."""

from __future__ import annotations

import os
from contextlib import ExitStack
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from vqganodip.cli.cluster import ClusterAddress, ClusterWorkers, TlsFolder, cluster_place, tell_of_workers
from vqganodip.cli.event_file import EventFile, coded
from vqganodip.cli.niceness import lower_priority
from vqganodip.cli.options import AsJson, EventsFile, Gentle
from vqganodip.cli.results import Results
from vqganodip.errors import Message
from vqganodip.number_format import fill_template
from vqganodip.places import check_file, check_folder, write_file

if TYPE_CHECKING:
    from vqganodip.calibration.board_figures import MeasureBoards
    from vqganodip.calibration.fit import Fitted
    from vqganodip.scoring.report import Report

__all__ = ["fit"]


class SearchName(StrEnum):
    """Hyperparameter searches."""

    QUICK = "quick"
    PAPER = "paper"


class ProtocolName(StrEnum):
    """Leave-one-out protocols."""

    PAPER = "paper"
    NESTED = "nested"


def fit(
    dataset: Annotated[Path, typer.Argument(help="Data set with labelled (test) images.")],
    bundle: Annotated[
        Path, typer.Option("--bundle", help="Trained bundle; score and threshold are added to it.", metavar="DIR")
    ],
    groups: Annotated[
        Path | None,
        typer.Option(help="CSV with the columns path and group: images that are left out together.", metavar="CSV"),
    ] = None,
    search: Annotated[SearchName, typer.Option(help="Quick search, or the paper's 500 draws.")] = SearchName.QUICK,
    protocol: Annotated[
        ProtocolName, typer.Option(help="Leave-one-out protocol; nested repeats the search without the left-out image.")
    ] = ProtocolName.PAPER,
    classifiers: Annotated[
        str | None, typer.Option(help="Classifiers separated by commas, such as ET,XGBoost,LR.")
    ] = None,
    without: Annotated[
        str | None,
        typer.Option(
            help="Families of metrics that the score must not use, separated by commas, such as features: what does it "
            "lose without them?"
        ),
    ] = None,
    seed: Annotated[int, typer.Option(help="Seed of search and classifiers.", min=0)] = 0,
    jobs: Annotated[int, typer.Option(help="Number of processes for the search.", min=1)] = 2,
    as_json: AsJson = None,
    as_html: Annotated[
        Path | None, typer.Option("--html", help="Write the report as one HTML page.", metavar="FILE")
    ] = None,
    as_csv: Annotated[
        Path | None, typer.Option("--csv", help="Write the table of the report as CSV.", metavar="FILE")
    ] = None,
    other_processors: Annotated[
        bool,
        typer.Option(
            "--other-processors/--no-other-processors",
            help="Measure some boards also as a processor with fewer instructions does, and keep the threshold below "
            "the lowest known defect by the largest difference. Without it a known defect may pass on another kind of "
            "processor.",
        ),
    ] = True,
    review_seconds: Annotated[
        float, typer.Option("--review-seconds", help="Current review time per board in seconds.", min=0.1)
    ] = 8.0,
    cluster: ClusterAddress = None,
    workers: ClusterWorkers = None,
    tls: TlsFolder = None,
    events_file: EventsFile = None,
    gentle: Gentle = False,
) -> None:
    """Fit composite score and threshold on labelled images and report their performance.

    On a cluster the boards are measured by its workers; the search runs on this computer, in the processes of --jobs.
    """
    results = Results(as_json)
    place = cluster_place(cluster, workers, tls)
    for file in (as_html, as_csv):
        if file is not None:
            check_file(file)
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    if gentle:
        lower_priority()
    with EventFile(events_file, "fit") as event_log:
        from vqganodip.bundles.archive import open_bundle
        from vqganodip.bundles.bundle_parcel import bundle_parcel
        from vqganodip.calibration.board_figures import measured_by
        from vqganodip.calibration.fit import ImageMeasured, LeftOut, Searching
        from vqganodip.calibration.fit import fit as run
        from vqganodip.cli.progress import StageBars
        from vqganodip.cluster.connection import connected
        from vqganodip.datasets.groups import suggest_groups, with_groups
        from vqganodip.datasets.layouts import load_dataset
        from vqganodip.detection.metrics.families import FAMILIES
        from vqganodip.scoring.composite import FitOptions
        from vqganodip.training.events import Notice

        check_folder(bundle)
        data, opened = load_dataset(dataset, to_train=False), open_bundle(bundle)
        left_out = tuple(name.strip() for name in (without or "").split(",") if name.strip())
        unknown = [name for name in left_out if name not in {family.name for family in FAMILIES}]
        if unknown:
            known = ", ".join(family.name for family in FAMILIES)
            raise typer.BadParameter(f"--without names an unknown family, {unknown[0]}; the families are {known}")
        chosen = None if classifiers is None else [name.strip() for name in classifiers.split(",") if name.strip()]
        fitted: Fitted | None = None
        with ExitStack() as stack:
            bars = stack.enter_context(StageBars())
            if groups is not None:
                data = with_groups(data, groups)
            elif suggested := suggest_groups(data):
                bars.note(
                    fill_template(
                        "{n:image shares its|images share their} name with one of another label: if they show the same "
                        "board, leave them out together with --groups.",
                        {"n": len(suggested)},
                    )
                )
            if "reference" not in opened:
                bars.note(
                    "The product is in free position: no registration, no mask, no golden board among the metrics."
                )

            def show_progress(stage: str, share: float, step: Message | None = None) -> None:
                bars.show(stage, share, str(step or ""))
                event_log.progress(stage, share, step)

            elsewhere: MeasureBoards | None = None
            if place is not None:
                parcel = bundle_parcel(opened)
                elsewhere = measured_by(stack.enter_context(connected(place, parcel, tell_of_workers)), parcel.sha256)
            events = run(
                opened,
                data,
                FitOptions(search=search, protocol=protocol, classifiers=chosen, seed=seed, without=left_out),
                n_jobs=jobs,
                progress=lambda now: show_progress("classifiers", now.done / now.total, now.step),
                other_processors=other_processors,
                elsewhere=elsewhere,
            )
            for event in events:
                if isinstance(event, ImageMeasured):
                    bars.show("metrics", event.share, event.image.path.name)
                    event_log.progress("metrics", event.share, event.image.path.name)
                elif isinstance(event, LeftOut):
                    bars.note(f"left out: {event.error}")
                    event_log.emit("left_out", image=str(event.image.path), text=str(event.error), **coded(event.text))
                elif isinstance(event, Notice):
                    bars.note(str(event.text))
                    event_log.emit("notice", text=str(event.text), **coded(event.text))
                elif isinstance(event, Searching):
                    show_progress("classifiers", event.share, event.what)
                else:
                    fitted = event
        assert fitted is not None
        fitted_bundle, composite = fitted.bundle, fitted.composite
        event_log.emit(
            "fitted",
            bundle=str(bundle),
            sha256=fitted_bundle.sha256,
            chosen=composite.classifier,
            threshold=composite.threshold.value,
        )
    from vqganodip.scoring.report import report_to_dict

    report = fitted.composite.report
    _print(report, results)
    if as_csv is not None:
        _write_csv(as_csv, report)
        results.line(f"Table written to {as_csv}")
    if as_html is not None:
        _write_page(as_html, fitted, review_seconds)
        results.line(f"Page written to {as_html}")
    # readers of this output know warnings as English sentences
    warnings = [str(warning) for warning in report.warnings]
    results.json({**report_to_dict(report), "warnings": warnings, "processors": fitted.processors.to_json()})


def _print(report: Report, results: Results) -> None:
    from vqganodip.cli.report_table import rich_tables

    results.tables(*rich_tables(report))
    for warning in report.warnings:
        results.line(f"note: {warning}")


def _write_csv(path: Path, report: Report) -> None:
    import csv
    import io

    from vqganodip.scoring.report import report_rows

    text, rows = io.StringIO(), report_rows(report)
    writer = csv.DictWriter(text, list(rows[0]))
    writer.writeheader()
    writer.writerows(rows)
    write_file(path, text.getvalue().encode("utf-8", "backslashreplace"))


def _write_page(path: Path, fitted: Fitted, review_s: float) -> None:
    from datetime import UTC, datetime

    from vqganodip.reports import CalibrationContent, calibration_page
    from vqganodip.scoring.report_row import image_name

    composite = fitted.composite
    content = CalibrationContent(
        report=composite.report,
        scores=tuple(float(score) for score in composite.scores),
        labels=tuple(int(label) for label in composite.labels),
        images=tuple(image_name(image) for image in composite.images),
        model=fitted.bundle.name,
        bundle_sha256=fitted.bundle.sha256,
        made_at=datetime.now(UTC),
        review_s=review_s,
        tolerance=fitted.processors.tolerance,
    )
    write_file(path, calibration_page(content).encode("utf-8", "backslashreplace"))
