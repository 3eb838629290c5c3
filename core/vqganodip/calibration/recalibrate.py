"""Recalibration: fit a copy of a bundle on its labelled images plus boards confirmed in review.

A board is offered if two operators or quality confirmed its judgment (``review/consensus.py``), if its image file is
still the one that was inspected, and if the bundle has not seen it. The original bundle does not change. The copy has
its own identity and records which boards were added and who confirmed them. A bundle without known defects is fitted on
confirmed boards alone; they are copied into the run folder, which is the data set of that fit.
"""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path
from typing import Final

from vqganodip.bundles.archive import model_name, open_bundle, run_folder_of, write_bundle
from vqganodip.calibration.fit import FitEvent, Fitted, fit
from vqganodip.calibration.normal_calibration import AnyCalibration, NormalCalibration, read_any_calibration
from vqganodip.calibration.result import CalibrationResult, read_calibration
from vqganodip.datasets.dataset import Layout
from vqganodip.datasets.layouts import Dataset, load_dataset
from vqganodip.errors import BundleError, DatasetError, ReviewError, system_reason
from vqganodip.files import sha256_of
from vqganodip.records import Label, LabelledImage, ModelName
from vqganodip.review.consensus import Confirmed, confirmed_boards
from vqganodip.review.judgments import JudgmentKind, QueueFilter, QueueState, ReviewItem
from vqganodip.review.repository import Repository
from vqganodip.scoring.composite import FitOptions
from vqganodip.scoring.parallel import Progress
from vqganodip.scoring.processor_check import CheckState
from vqganodip.scoring.report_row import RowKind

__all__ = [
    "ENTERED",
    "Entry",
    "Offer",
    "Recalibrated",
    "RecalibrationStoppedError",
    "entered_bytes",
    "offer_boards",
    "recalibrate",
    "recalibrated_name",
]

ENTERED: Final = "entered"
"""Role of the list of confirmed boards in the bundle."""

_CONFIRMED: Final = "confirmed"
"""Folder of copied boards in the run folder."""

_BLOCK: Final = 200


@dataclass(frozen=True, slots=True)
class Entry:
    """A board that can be added to the calibration, with the confirmation of its judgment."""

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
    """Judged boards of a workspace, by what a recalibration can do with them.

    Attributes:
        entries: Boards that can be added, by item number.
        known: Number of confirmed boards that are already in the calibration or were used for training.
        gone: Number of confirmed boards whose image is missing or was changed.
        waiting: Number of boards judged by one operator only, or differently by several.
        doubtful: Number of boards judged doubtful.
        known_images: Image files of the known ones.
    """

    entries: tuple[Entry, ...]
    known: int
    gone: int
    waiting: int
    doubtful: int
    known_images: tuple[Path, ...] = ()


class RecalibrationStoppedError(ReviewError):
    """The recalibration was stopped; its partial output was removed."""


@dataclass(frozen=True, slots=True, eq=False)
class Recalibrated:
    """Last event of :func:`recalibrate`: the calibrations of the original and of the new bundle."""

    before: AnyCalibration = field(repr=False)
    after: CalibrationResult = field(repr=False)
    entries: tuple[Entry, ...]


def offer_boards(repository: Repository, calibration: AnyCalibration) -> Offer:
    """Find the boards of a workspace that can be added to a calibration. Hashes images: do not call in the GUI thread.

    Raises:
        StoreError: The workspace cannot be read.
    """
    confirmed = confirmed_boards(repository.judgments())
    trained = open_bundle(calibration.bundle).read_json("settings").get("images_seen") or ()
    seen = {*calibration.sha256s, *trained} - {""}
    entries: list[Entry] = []
    known: list[Path] = []
    gone = 0
    for item in _items(repository, sorted(confirmed)):
        inspection = item.inspection
        if inspection.sha256 in seen:
            known.append(inspection.image)
            continue
        image = repository.image_of(inspection)
        if image is None:
            gone += 1
        else:
            seen.add(inspection.sha256)
            found = replace(item, inspection=replace(inspection, image=image))
            entries.append(Entry(found, confirmed[item.item_id]))
    judged = repository.item_ids(QueueFilter(state=QueueState.JUDGED))
    doubtful = sum(
        item.judgment is not None and item.judgment.kind is JudgmentKind.DOUBTFUL for item in _items(repository, judged)
    )
    waiting = len(set(judged) - set(confirmed)) - doubtful
    return Offer(tuple(entries), len(known), gone, waiting, doubtful, tuple(known))


def recalibrate(
    bundle: Path,
    dataset: Path | None,
    entries: Sequence[Entry],
    into: Path,
    *,
    n_jobs: int = 1,
    stop: Callable[[], bool] = lambda: False,
    progress: Callable[[Progress], None] = lambda _progress: None,
) -> Iterator[FitEvent | Recalibrated]:
    """Fit a copy of a bundle on its labelled images and on confirmed boards.

    Search, protocol, classifiers and seed are those of the original fit, which may have left other processors out; the
    default ones where no defect was known.

    Args:
        bundle: Folder of the fitted bundle; it does not change.
        dataset: Data set of the labelled images the bundle was fitted on; not used where no defect was known.
        entries: Boards to add, from :func:`offer_boards`.
        into: Folder of the new bundle; must not exist.
        n_jobs: Number of processes.
        stop: Called between images and fits; returns True to stop and remove the partial output.
        progress: Called between classifier fits.

    Raises:
        ReviewError: There is no board to add.
        RecalibrationStoppedError: ``stop`` returned True.
        BundleError: The bundle was never fitted, or the new one cannot be written.
        DatasetError: The labelled images are missing.
        ScoringError: No score can be fitted.
    """
    if not entries:
        raise ReviewError(
            "recalibrate-nothing-confirmed",
            "there is no confirmed board to add",
            todo="Let a second person judge boards.",
        )
    before = read_any_calibration(open_bundle(bundle))
    entering = tuple(entries)
    data: Dataset | None = None
    if not isinstance(before, NormalCalibration):
        data = _labelled_images(dataset, bundle)
        known = {sha256_of(image.path, unreadable="") for image in data.test}
        entering = tuple(entry for entry in entries if entry.item.inspection.sha256 not in known)
    _copy(bundle, into)

    def report_progress(now: Progress) -> None:
        if stop():
            raise RecalibrationStoppedError(
                "recalibrate-stopped", "the calibration was stopped", todo="Nothing has changed."
            )
        progress(now)

    options, other_processors = _as_before(before)
    completed = False
    try:
        if data is None:
            combined = _dataset_of(entering, run_folder_of(into) / _CONFIRMED)
        else:
            combined = replace(data, test=(*data.test, *(entry.image for entry in entering)))
        events = fit(
            open_bundle(into),
            combined,
            options,
            n_jobs=n_jobs,
            progress=report_progress,
            other_processors=other_processors,
        )
        for event in events:
            if stop():
                raise RecalibrationStoppedError(
                    "recalibrate-stopped", "the calibration was stopped", todo="Nothing has changed."
                )
            yield event
            if isinstance(event, Fitted):
                contents = {ENTERED: (".json", entered_bytes(before, entering))}
                model = recalibrated_name(model_name(bundle), datetime.now(UTC))
                after = read_calibration(write_bundle(into, contents, base=event.bundle, model=model))
                completed = True
                yield Recalibrated(before, after, entering)
    finally:
        if not completed:
            shutil.rmtree(into, ignore_errors=True)
            shutil.rmtree(run_folder_of(into), ignore_errors=True)


def _as_before(before: AnyCalibration) -> tuple[FitOptions, bool]:
    """Options of the original fit, and whether it compared kinds of processors; the defaults without a fit."""
    if isinstance(before, NormalCalibration):
        return FitOptions(), True
    report = before.report
    names = [row.name for row in report.rows if row.kind is RowKind.CLASSIFIER]
    options = FitOptions(search=report.search, protocol=str(report.protocol), classifiers=names, seed=report.seed)
    return options, before.processors is None or before.processors.state is not CheckState.LEFT_OUT


def _labelled_images(dataset: Path | None, bundle: Path) -> Dataset:
    if dataset is None:
        raise DatasetError(
            "recalibrate-labelled-images-unknown",
            "the folder of this bundle's labelled images is unknown",
            where=bundle,
            todo="Name it.",
        )
    return load_dataset(dataset, to_train=False)


def _dataset_of(entries: Sequence[Entry], folder: Path) -> Dataset:
    """Copy confirmed boards into folders good and bad, and return them as a data set."""
    images = []
    try:
        for entry in entries:
            source = entry.item.inspection.image
            into = folder / ("bad" if entry.confirmed.defective else "good")
            into.mkdir(parents=True, exist_ok=True)
            copied = into / f"{source.stem}-{entry.item.inspection.sha256[:12]}{source.suffix}"
            shutil.copyfile(source, copied)
            images.append(replace(entry.image, path=copied))
    except OSError as error:
        raise DatasetError(
            "recalibrate-boards-not-copied",
            "the confirmed boards cannot be copied ({error})",
            where=folder,
            todo="Check space and permissions.",
            error=system_reason(error),
        ) from error
    return Dataset(folder, Layout.GOOD_BAD, (), tuple(images))


def recalibrated_name(name: ModelName, moment: datetime) -> ModelName:
    """The name of a model that was calibrated again: the same product, and a version such as ``2+20260302-0630``."""
    version = name.version.partition("+")[0]
    return ModelName(name.product, f"{version}+{moment:%Y%m%d-%H%M}".lstrip("+"))


def _copy(bundle: Path, into: Path) -> None:
    """Copy the bundle and its metric cache, so that only the new boards are measured."""
    try:
        shutil.copytree(bundle, into)
    except (OSError, shutil.Error) as error:
        raise BundleError(
            "recalibrate-bundle-unwritable",
            "the new bundle cannot be written ({error})",
            where=into,
            todo="Check space and permissions.",
            error=str(error),
        ) from error
    with suppress(OSError):
        run_folder_of(into).mkdir()
        for table in run_folder_of(bundle).glob("metrics-*.csv"):
            shutil.copy2(table, run_folder_of(into) / table.name)


def entered_bytes(before: AnyCalibration, entries: Sequence[Entry]) -> bytes:
    """Return the list of confirmed boards that entered a bundle, for the role ENTERED.

    Boards that entered the bundle before it are listed as ``earlier``.
    """
    old = open_bundle(before.bundle)
    listed = old.read_json(ENTERED) if ENTERED in old.files else {}
    earlier = [*listed.get("earlier", ()), *listed.get("boards", ())]
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
    values = {"from_bundle": before.bundle_sha256, "boards": boards, **({"earlier": earlier} if earlier else {})}
    return json.dumps(values, indent=1).encode()


def _items(repository: Repository, numbers: Sequence[int]) -> Iterator[ReviewItem]:
    for first in range(0, len(numbers), _BLOCK):
        yield from repository.whole_items(numbers[first : first + _BLOCK])
