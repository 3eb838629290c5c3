"""``vqganodip grow``: a new version of a model at once, with good boards confirmed in review in its reference."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Annotated

import typer

from vqganodip.cli.options import AsJson
from vqganodip.cli.results import Results
from vqganodip.number_format import counted
from vqganodip.places import check_folder

__all__ = ["grow"]


def grow(
    workspace: Annotated[Path, typer.Argument(help="Folder of the workspace whose judgments are used.")],
    bundle: Annotated[Path, typer.Option("--bundle", help="Model at once; it does not change.", metavar="DIR")],
    data: Annotated[
        Path, typer.Option("--data", help="Folder of good boards its first version was built from.", metavar="DIR")
    ],
    out: Annotated[Path, typer.Option("--out", help="Folder of the new version.", metavar="DIR")],
    as_json: AsJson = None,
) -> None:
    """Build a new version of a model at once from its boards and from good boards confirmed in review.

    Boards count that two people or quality confirmed, as for recalibrate. The threshold is set again, on all of them.
    """
    os.environ.setdefault("GOMP_SPINCOUNT", "1000")
    from vqganodip.calibration.grow import Grown, boards_below, grow_reference
    from vqganodip.calibration.normal_calibration import open_any_calibration
    from vqganodip.calibration.recalibrate import offer_boards
    from vqganodip.cli.progress import StageBars
    from vqganodip.errors import DatasetError
    from vqganodip.scoring.normal_only import promise
    from vqganodip.store.workspace import read_workspace
    from vqganodip.training.events import Notice, Progress

    results = Results(as_json)
    if out.exists():
        raise DatasetError(
            "cli-bundle-exists", "there is already something here", where=out, todo="Choose a new folder."
        )
    check_folder(out)
    calibration = open_any_calibration(bundle)
    with read_workspace(workspace) as opened:
        offer = offer_boards(opened.repository, calibration)
    done: Grown | None = None
    with StageBars() as bars:
        for event in grow_reference(bundle, boards_below(data), offer, out):
            if isinstance(event, Progress):
                bars.show(event.stage, event.share, str(event.message or ""))
            elif isinstance(event, Notice):
                bars.note(str(event.text))
            elif isinstance(event, Grown):
                done = event
    assert done is not None
    for entry in done.entered:
        results.line(f"{entry.item.label}: good, confirmed by {' and '.join(entry.confirmed.by)}")
    for name, one in (("before", done.before), ("after", done.after)):
        results.line(
            f"{name}: {counted(len(one.scores), 'normal board')} set the threshold "
            f"{one.threshold_text(one.bundle_threshold)}. {promise(len(one.scores))}"
        )
    results.line(
        f"Of {counted(len(done.entered), 'board')} that entered, the old version flags {done.flagged_before} and the "
        "new one none, by its rule."
    )
    for board in done.defects:
        words = ["flagged" if flagged else "passed" for flagged in (board.flagged_before, board.flagged_after)]
        results.line(
            f"{board.entry.item.label}, confirmed NG: {words[0]} before ({board.before:.4f}), {words[1]} after "
            f"({board.after:.4f})"
        )
    if not done.defects:
        results.line("No confirmed defect is known: nothing says that the new version is the better one.")
    threshold = done.after.bundle_threshold
    results.line(
        f"Next: vqganodip threshold {workspace} --bundle {out} --set {threshold:.6g} --reason WHY --operator NAME"
    )
    results.json(
        {
            "bundle": out,
            "entered": [entry.item.label for entry in done.entered],
            "entered_flagged_before": done.flagged_before,
            "before": {"boards": len(done.before.scores), "threshold": done.before.bundle_threshold},
            "after": {"boards": len(done.after.scores), "threshold": threshold},
            "defects": [
                {
                    "board": board.entry.item.label,
                    "score_before": board.before,
                    "score_after": board.after,
                    "flagged_before": board.flagged_before,
                    "flagged_after": board.flagged_after,
                }
                for board in done.defects
            ],
        }
    )
