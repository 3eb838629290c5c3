"""Judgments become calibration data, on purpose: boards that are settled beside those that the bundle was fitted on.

It offers boards that two people or quality have confirmed (``review/consensus.py``), whose image is still the one that
was inspected, and that the bundle has not seen yet. The bundle itself does not change: a copy is fitted again under its
own identity, and records which boards entered and who confirmed them.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Final

from vqganodip.bundles.archive import open_bundle, write_bundle
from vqganodip.calibration.fit import FitEvent, Fitted, fit
from vqganodip.calibration.metric_cache import MetricCache
from vqganodip.calibration.result import CalibrationResult, read_calibration
from vqganodip.datasets.layouts import load_dataset
from vqganodip.errors import BundleError, ReviewError
from vqganodip.files import sha256_of
from vqganodip.records import Label, LabelledImage
from vqganodip.review.consensus import Confirmed, confirmed_boards
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState, ReviewItem
from vqganodip.review.repository import Repository
from vqganodip.scoring.parallel import Progress
from vqganodip.scoring.report_row import RowKind

__all__ = ["ENTERED", "Entry", "Offer", "Recalibrated", "RecalibrationStoppedError", "offer_boards", "recalibrate"]

ENTERED: Final = "entered"
"""Role of the list of confirmed boards in the bundle."""

_BLOCK: Final = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A board that would enter the next calibration, and why it may."""

    item: ReviewItem
    confirmed: Confirmed

    @property
    def image(self) -> LabelledImage:
        """The board as an image of a data set."""
        if not self.confirmed.defective:
            return LabelledImage(self.item.inspection.image, Label.NORMAL)
        code = self.item.judgment.defect_code if self.item.judgment is not None else ""
        return LabelledImage(self.item.inspection.image, Label.DEFECTIVE, defect=code or "confirmed")


@dataclass(frozen=True, slots=True)
class Offer:
    """What the judgments of a workspace have to give.

    Attributes:
        entries: Boards that would enter, by number.
        known: Settled boards that the calibration holds already, or that the networks were trained on.
        gone: Settled boards whose image is not there any more, or is another one now.
        waiting: Judged boards that one person has judged, or that people see differently.
        doubtful: Boards that stand judged doubtful.
    """

    entries: tuple[Entry, ...]
    known: int
    gone: int
    waiting: int
    doubtful: int


class RecalibrationStoppedError(ReviewError):
    """Somebody stopped it; nothing is left of it."""


@dataclass(frozen=True, slots=True, eq=False)
class Recalibrated:
    """The last event: the calibration as it was, and that of the new bundle."""

    before: CalibrationResult = field(repr=False)
    after: CalibrationResult = field(repr=False)
    entries: tuple[Entry, ...]


def offer_boards(repository: Repository, found: CalibrationResult) -> Offer:
    """Which boards of a workspace may enter the next calibration of a bundle. Hashes images: not for the GUI thread.

    Raises:
        StoreError: The workspace cannot be read.
    """
    settled = confirmed_boards(repository.judgments())
    trained = open_bundle(found.bundle).read_json("settings").get("images_seen") or ()
    known = {*found.sha256s, *trained} - {""}
    entries: list[Entry] = []
    had = gone = 0
    for item in _items(repository, sorted(settled)):
        inspection = item.inspection
        if inspection.sha256 in known:
            had += 1
        elif sha256_of(inspection.image, unreadable="") != inspection.sha256:
            gone += 1
        else:
            known.add(inspection.sha256)
            entries.append(Entry(item, settled[item.item_id]))
    judged = repository.item_ids(QueueFilter(state=QueueState.JUDGED))
    doubtful = sum(
        item.judgment is not None and item.judgment.kind is JudgmentKind.DOUBTFUL for item in _items(repository, judged)
    )
    return Offer(tuple(entries), had, gone, len(set(judged) - set(settled)) - doubtful, doubtful)


def recalibrate(
    bundle: Path,
    dataset: Path,
    entries: Sequence[Entry],
    into: Path,
    *,
    n_jobs: int = 1,
    stop: Callable[[], bool] = lambda: False,
    progress: Callable[[Progress], None] = lambda _progress: None,
) -> Iterator[FitEvent | Recalibrated]:
    """Fits a copy of a bundle on its labelled images and on confirmed boards; same search, protocol, classifiers, seed.

    Args:
        bundle: The fitted bundle; it is not changed.
        dataset: The labelled images that it was fitted on.
        entries: Boards that enter, of :func:`offer_boards`.
        into: Folder of the new bundle; must not exist.
        n_jobs: Processes.
        stop: Asked between images and fits; true ends it and removes what was made.
        progress: Called between fits of classifiers.

    Raises:
        ReviewError: There is no board to enter, or somebody stopped it.
        BundleError: The bundle was never fitted, or the new one cannot be written.
        DatasetError: The labelled images are not there.
        ScoringError: No score can be fitted.
    """
    if not entries:
        raise ReviewError("no confirmed board is there to enter", todo="Let a second person judge boards.")
    before = read_calibration(open_bundle(bundle))
    data = load_dataset(dataset, to_train=False)
    known = {sha256_of(image.path, unreadable="") for image in data.test}
    entering = tuple(entry for entry in entries if entry.item.inspection.sha256 not in known)
    whole = replace(data, test=(*data.test, *(entry.image for entry in entering)))
    _copy(bundle, into)

    def going_on(now: Progress) -> None:
        if stop():
            raise RecalibrationStoppedError("the calibration was stopped", todo="Nothing has changed.")
        progress(now)

    report = before.report
    names = [row.name for row in report.rows if row.kind is RowKind.CLASSIFIER]
    done = False
    try:
        events = fit(
            open_bundle(into),
            whole,
            search=report.search,
            protocol=str(report.protocol),
            classifiers=names,
            seed=report.seed,
            n_jobs=n_jobs,
            progress=going_on,
        )
        for event in events:
            if stop():
                raise RecalibrationStoppedError("the calibration was stopped", todo="Nothing has changed.")
            yield event
            if isinstance(event, Fitted):
                contents = {ENTERED: (".json", _entered(before, entering))}
                after = read_calibration(write_bundle(into, contents, base=event.bundle))
                done = True
                yield Recalibrated(before, after, entering)
    finally:
        if not done:
            shutil.rmtree(into, ignore_errors=True)
            shutil.rmtree(_run_folder(into), ignore_errors=True)


def _copy(bundle: Path, into: Path) -> None:
    """Bundle and metric rows, so that only the new boards are measured."""
    try:
        shutil.copytree(bundle, into)
    except (OSError, shutil.Error) as error:
        raise BundleError(
            f"the new bundle cannot be written ({error})", where=into, todo="Check space and permissions."
        ) from error
    with suppress(OSError):
        _run_folder(into).mkdir()
        for table in _run_folder(bundle).glob("metrics-*.csv"):
            shutil.copy2(table, _run_folder(into) / table.name)


def _run_folder(bundle: Path) -> Path:
    return MetricCache.folder_of(bundle)


def _entered(before: CalibrationResult, entries: Sequence[Entry]) -> bytes:
    boards = [
        {
            "serial": entry.item.serial,
            "item_id": entry.item.item_id,
            "sha256": entry.item.inspection.sha256,
            "label": str(entry.image.label),
            "confirmed_by": list(entry.confirmed.by),
            "by_quality": entry.confirmed.by_quality,
            "record": entry.item.judgment.row_hash if entry.item.judgment is not None else "",
        }
        for entry in entries
    ]
    return json.dumps({"from_bundle": before.bundle_sha256, "boards": boards}, indent=1).encode()


def _items(repository: Repository, numbers: Sequence[int]) -> Iterator[ReviewItem]:
    for first in range(0, len(numbers), _BLOCK):
        yield from repository.whole_items(numbers[first : first + _BLOCK])
