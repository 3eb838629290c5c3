"""``vqganodip evaluate``: report on labelled images that were held out of the fit."""

from __future__ import annotations

import dataclasses
import os
from pathlib import Path
from typing import Annotated

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results

__all__ = ["evaluate"]


def evaluate(
    dataset: Annotated[Path, typer.Argument(help="Data set with labelled (test) images.")],
    bundle: Annotated[Path, typer.Option("--bundle", help="Fitted bundle.", metavar="DIR")],
    as_json: AsJson = None,
) -> None:
    """Score labelled images with a fitted bundle at its own threshold."""
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.calibration.fit import Evaluated, ImageMeasured, LeftOut
    from vqganodip.calibration.fit import evaluate as run
    from vqganodip.calibration.localisation import all_hit, hit_rates
    from vqganodip.calibration.normal_calibration import is_normal_only, read_normal_calibration
    from vqganodip.cli.progress import StageBars
    from vqganodip.cli.report_table import hits_table, maps_table, rows_table
    from vqganodip.datasets.layouts import load_dataset
    from vqganodip.scoring.normal_only import NORMAL_ONLY
    from vqganodip.training.events import Notice

    results = Results(as_json)
    done: Evaluated | None = None
    opened = open_bundle(bundle)
    with StageBars() as bars:
        for event in run(opened, load_dataset(dataset, to_train=False)):
            if isinstance(event, ImageMeasured):
                bars.show("inspection", event.share, event.image.path.name)
            elif isinstance(event, LeftOut):
                bars.note(f"left out: {event.error}")
            elif isinstance(event, Notice):
                bars.note(event.text)
            else:
                done = event
    assert done is not None
    rows = [done.row, *([done.best_possible] if done.best_possible else []), *done.baselines]
    results.tables(rows_table(rows))
    normal = read_normal_calibration(opened) if is_normal_only(opened) else None
    promise = None if normal is None else str(normal.promise(normal.bundle_threshold))
    if promise is not None:
        results.line(f"note: {promise}")
    threshold = done.row.zfn.threshold
    pairs = zip(done.located, done.scores, strict=True)
    boards = [(items, bool(score >= threshold)) for items, score in pairs if items]
    if boards:
        whole = all_hit([items for items, _ in boards])
        results.tables(hits_table(hit_rates(boards), whole, len(boards)), maps_table(done.maps))
        results.line(f"A normal board shows {done.regions_per_normal:.1f} regions on average.")
    results.json(
        {
            "threshold_rule": None if normal is None else NORMAL_ONLY,
            "promise": promise,
            "rows": [dataclasses.asdict(row) for row in rows],
            "defects_hit": [dataclasses.asdict(rates) for rates in hit_rates(boards)],
            "maps": [dataclasses.asdict(figures) for figures in done.maps],
            "regions_per_normal_board": done.regions_per_normal,
            "boards_with_every_defect_of_8_px_hit": all_hit([items for items, _ in boards]) if boards else None,
            "scores": [
                {"image": image.path, "label": str(image.label), "score": float(score)}
                for image, score in zip(done.images, done.scores, strict=True)
            ],
        }
    )
