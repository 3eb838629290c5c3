"""Growing reference: a new version of a model at once, built with good boards that review has confirmed.

Boards are offered as for a recalibration (:func:`vqganodip.calibration.recalibrate.offer_boards`): confirmed by two
people or by quality, unchanged on disk, unknown to the bundle. The new version is built from all boards of the old one
and from these, and records them. The old bundle does not change. Without known defects neither version is called the
better one: what both say about the same boards is put side by side.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from pathlib import Path

from vqganodip.bundles.archive import Bundle, model_name, open_bundle
from vqganodip.bundles.depth import depth_of
from vqganodip.calibration.normal_calibration import NormalCalibration, read_any_calibration, read_normal_calibration
from vqganodip.calibration.recalibrate import ENTERED, Entry, Offer, entered_bytes, recalibrated_name
from vqganodip.datasets.layouts import Dataset, load_dataset, normal_folder
from vqganodip.errors import BundleError, DatasetError, ReviewError
from vqganodip.files import sha256_of
from vqganodip.imaging import registration
from vqganodip.inspection.inspector import Inspected, Inspector
from vqganodip.presets import from_dict
from vqganodip.records import Label, LabelledImage
from vqganodip.settings import Depth
from vqganodip.training.at_once import build_at_once
from vqganodip.training.events import BuildEvent, Built
from vqganodip.training.request import TrainingRequest

__all__ = ["BothVerdicts", "Grown", "boards_below", "grow_reference"]


@dataclass(frozen=True, slots=True)
class BothVerdicts:
    """One confirmed board under both versions.

    Attributes:
        entry: The board.
        before: Its score under the old version.
        after: Its score under the new one.
        flagged_before: True if the threshold of the old version flags it.
        flagged_after: Likewise for the new one.
    """

    entry: Entry
    before: float
    after: float
    flagged_before: bool
    flagged_after: bool


@dataclass(frozen=True, slots=True, eq=False)
class Grown:
    """Last event of :func:`grow_reference`.

    Attributes:
        before: Threshold and scores of the old version.
        after: Those of the new one.
        entered: Good boards that became part of the reference.
        flagged_before: Number of them that the threshold of the old version flags; that of the new one flags none.
        defects: Confirmed defective boards under both versions; they take no part in either.
    """

    before: NormalCalibration = field(repr=False)
    after: NormalCalibration = field(repr=False)
    entered: tuple[Entry, ...]
    flagged_before: int
    defects: tuple[BothVerdicts, ...]


def boards_below(folder: Path) -> Dataset:
    """Return the boards of a folder from which a model was built: loose pictures of good boards, or a data set.

    Raises:
        DatasetError: The folder is missing, cannot be read, or holds no pictures.
    """
    try:
        return normal_folder(folder)
    except DatasetError as error:
        if error.code != "data-folder-has-labels":
            raise
    return load_dataset(folder, to_train=False)


def grow_reference(
    bundle: Path, dataset: Dataset, offer: Offer, into: Path, *, stop: Callable[[], bool] = lambda: False
) -> Iterator[BuildEvent | Grown]:
    """Build a new version of a model at once from its boards and from good boards confirmed in review.

    Args:
        bundle: Folder of the bundle; it does not change.
        dataset: Holds the boards that the first version was built from; others in it are not used.
        offer: Confirmed boards, from :func:`vqganodip.calibration.recalibrate.offer_boards`.
        into: Folder of the new bundle; must not exist.
        stop: Called between boards; True ends the work without a new version.

    Yields:
        Progress and notices, and Grown at the end.

    Raises:
        BundleError: The bundle has another depth or was fitted on known defects, or the new one cannot be written.
        DatasetError: Boards that the bundle was built from are missing.
        ReviewError: There is no confirmed good board to add, or ``stop`` returned True.
        TrainingError, WeightsError: As for :func:`vqganodip.training.at_once.build_at_once`.
    """
    old = open_bundle(bundle)
    settings = old.read_json("settings")
    before = read_any_calibration(old)
    if not isinstance(before, NormalCalibration):
        raise BundleError(
            "grow-fitted",
            "this model was fitted on known defects",
            where=bundle,
            todo="Use `vqganodip recalibrate`, which adds confirmed boards to its fit.",
        )
    if depth_of(settings) is not Depth.AT_ONCE:
        raise BundleError(
            "grow-other-depth",
            "only the reference of a model without training can grow",
            where=bundle,
            todo="Train this model again with more boards.",
        )
    good = tuple(entry for entry in offer.entries if not entry.confirmed.defective)
    defective = [entry for entry in offer.entries if entry.confirmed.defective]
    if not good:
        raise ReviewError(
            "grow-nothing-confirmed",
            "there is no confirmed good board to add",
            todo="Let a second person judge boards.",
        )
    own = _own_images(dataset, offer.known_images, settings["images_seen"])
    combined = replace(dataset, train=(*own, *(entry.image for entry in good)), test=(), mask=(), notes=())
    name = recalibrated_name(model_name(bundle), datetime.now(UTC))
    request = TrainingRequest(combined, into, seed=int(settings["seed"]), model=name)
    more = {ENTERED: (".json", entered_bytes(before, good))}
    events = build_at_once(request, from_dict(settings["preset"]), mm_per_px=_mm_per_px(old), more=more)
    for event in events:
        if stop():
            raise ReviewError(
                "grow-stopped", "the new version was not built: it was stopped", todo="Nothing has changed."
            )
        yield event
        if isinstance(event, Built):
            after = read_normal_calibration(event.bundle)
            defects = tuple(_under_both(defective, bundle, into))
            yield Grown(before, after, good, sum(_flags(before, bundle, good)), defects)


def _flags(before: NormalCalibration, bundle: Path, entries: Sequence[Entry]) -> Iterator[bool]:
    """For each board, whether a version flags it; boards that another version inspected are scored again."""
    inspector: Inspector | None = None
    for entry in entries:
        score = entry.item.inspection.score
        if entry.item.inspection.bundle_sha256 != before.bundle_sha256:
            inspector = inspector or Inspector.open(bundle)
            score = _score(inspector, entry)
        yield score >= before.bundle_threshold


def _score(inspector: Inspector, entry: Entry) -> float:
    (last,) = [event for event in inspector.inspect(entry.image.path) if isinstance(event, Inspected)]
    return last.inspection.score


def _own_images(dataset: Dataset, entered: Sequence[Path], seen: Sequence[str]) -> tuple[LabelledImage, ...]:
    """Return the images that a bundle was built from: of a data set, and boards that entered from review."""
    left = set(seen)
    own: list[LabelledImage] = []
    reviewed = (LabelledImage(path, Label.NORMAL) for path in entered)
    for image in (*dataset.train, *dataset.mask, *dataset.normal, *reviewed):
        digest = sha256_of(image.path, unreadable="")
        if digest in left:
            left.remove(digest)
            own.append(replace(image, label=Label.NORMAL))
    if left:
        raise DatasetError(
            "grow-boards-missing",
            "{count:board|boards} that the model was built from {count:|is|are} not in this folder",
            where=dataset.root,
            todo="Give the folder that it was built from.",
            count=len(left),
        )
    return tuple(own)


def _mm_per_px(bundle: Bundle) -> float | None:
    """Millimetres per pixel of the source images, which a bundle stores for its working grid."""
    value = bundle.read_json("settings").get("mm_per_px")
    if not value:
        return None
    return float(value) / registration.from_arrays(bundle.read_arrays("reference")).scale


def _under_both(entries: Sequence[Entry], *bundles: Path) -> Iterator[BothVerdicts]:
    """Judge boards with the old and the new version."""
    if not entries:
        return
    inspectors = [Inspector.open(bundle) for bundle in bundles]
    thresholds = [read_normal_calibration(open_bundle(bundle)).bundle_threshold for bundle in bundles]
    for entry in entries:
        scores = [_score(inspector, entry) for inspector in inspectors]
        flagged = [score >= threshold for score, threshold in zip(scores, thresholds, strict=True)]
        yield BothVerdicts(entry, scores[0], scores[1], flagged[0], flagged[1])
