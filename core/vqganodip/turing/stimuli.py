"""Stimuli of a Visual Turing Test: boards that a bundle was not trained on, and their reconstructions.

Original and reconstruction pass through the same steps: decoding, registration or scaling to the working grid, 8 bits.
The original is the network's input, the reconstruction its output.
"""

from __future__ import annotations

import hashlib
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from vqganodip.bundles.archive import Bundle, open_bundle
from vqganodip.bundles.depth import require_whole
from vqganodip.bundles.loaded_bundle import LoadedBundle, load_bundle
from vqganodip.datasets.layouts import load_dataset
from vqganodip.errors import DatasetError, ImageError, Message, TuringError, message, system_reason
from vqganodip.files import sha256_of
from vqganodip.imaging.decoding import read_image
from vqganodip.imaging.folders import search_images
from vqganodip.inspection.inspector import place
from vqganodip.turing.study.preparation import (
    MOST_PRACTICE,
    StimulusPair,
    StudyRegistration,
    check_new_study,
    prepare_study,
)
from vqganodip.turing.study.scaling import scaling_message
from vqganodip.turing.study.stimulus_file import pixel_hash
from vqganodip.turing.study.study import Study

__all__ = ["BoardChoice", "PreparedStudy", "choose_boards", "prepare_from_bundle"]

PRACTICE: Final = 8


@dataclass(frozen=True, slots=True)
class BoardChoice:
    """Boards that may be shown.

    Attributes:
        images: Distinct images in an order drawn from the secret.
        hashes: SHA-256 of each file of ``images``.
        excluded: ``sha256 name`` of the images the bundle was trained on.
        notes: Notes for the person who prepares the study.
    """

    images: tuple[Path, ...] = field(repr=False)
    hashes: Mapping[Path, str] = field(repr=False)
    excluded: tuple[str, ...] = field(repr=False)
    notes: tuple[Message, ...]


@dataclass(frozen=True, slots=True)
class PreparedStudy:
    """A prepared study with notes on its preparation.

    Attributes:
        study: Study, ready for the leak audit.
        notes: Notes for the person who prepares the study.
    """

    study: Study
    notes: tuple[Message, ...]


def choose_boards(bundle: Bundle, source: Path, secret: bytes) -> BoardChoice:
    """Choose normal boards that the bundle was not trained on, in random order.

    Args:
        bundle: Opened bundle.
        source: Data set whose normal test images are used, or a folder of normal boards.
        secret: Secret of the study; seed of the order.

    Raises:
        DatasetError: The folder does not exist or contains no image.
        TuringError: The bundle was trained on every image.
    """
    images, notes = _normal_images(source)
    recorded = bundle.read_json("settings").get("images_seen")
    seen = frozenset(recorded or ())
    hashes: dict[Path, str] = {}
    excluded, chosen, duplicates = [], set(), 0
    for path in images:
        try:
            digest = sha256_of(path)
        except OSError as error:
            raise DatasetError(
                "stimuli-image-unreadable",
                "the image cannot be read ({error})",
                where=path,
                todo="Check the drive.",
                error=system_reason(error),
            ) from error
        if digest in seen:
            excluded.append(f"{digest} {path.name}")
        elif digest in chosen:
            duplicates += 1
        else:
            chosen.add(digest)
            hashes[path] = digest
    if not hashes:
        raise TuringError(
            "stimuli-all-trained-on",
            "the bundle was trained on every one of these boards",
            where=source,
            todo="Give boards it was not trained on.",
        )
    if recorded is None:
        notes.append(
            message(
                "stimuli-not-checked",
                "This bundle does not record what it was trained on, so it cannot be checked that it never saw these "
                "boards. Make sure of it, or train the bundle again.",
            )
        )
    elif excluded:
        notes.append(
            message(
                "stimuli-trained-on",
                "{count:image was|images were} left out: the bundle was trained on {count:|it|them}.",
                count=len(excluded),
            )
        )
    if duplicates:
        notes.append(
            message(
                "stimuli-copies",
                "{count:file is a copy of another and was|files are copies of others and were} left out.",
                count=duplicates,
            )
        )
    order = sorted(hashes, key=lambda path: hashlib.sha256(secret + b"\x00choose\x00" + hashes[path].encode()).digest())
    return BoardChoice(tuple(order), hashes, tuple(excluded), tuple(notes))


def prepare_from_bundle(
    bundle_folder: Path,
    source: Path,
    folder: Path,
    registration: StudyRegistration,
    *,
    practice: int = PRACTICE,
    secret: bytes | None = None,
    progress: Callable[[int, int, str], None] | None = None,
) -> PreparedStudy:
    """Reconstruct boards with a bundle and write the study. Imports torch; takes about a second per board.

    Args:
        bundle_folder: Folder of the bundle, which need not be fitted.
        source: See :func:`choose_boards`.
        folder: Folder of the new study.
        registration: What is fixed before the first session.
        practice: Number of practice boards, 0 to 10; fewer if not enough boards are available.
        secret: Seed of all random choices; None draws a random one, as a real study must.
        progress: Called with the number of finished boards, their total and the name of the last one.

    Raises:
        BundleError: The bundle is missing or altered.
        DatasetError: The source does not exist or contains no image.
        TuringError: There are too few usable boards, they differ in size, or a value is out of range.
    """
    if not 0 <= practice <= MOST_PRACTICE:
        raise TuringError(
            "stimuli-practice-invalid",
            "{count} boards for practice",
            where=message("place-study", "study"),
            todo="Use 0 to {most}.",
            count=practice,
            most=MOST_PRACTICE,
        )
    check_new_study(folder, registration)
    secret = secrets.token_bytes(32) if secret is None else secret
    opened = open_bundle(bundle_folder)
    require_whole(opened)
    choice = choose_boards(opened, source, secret)
    protocol = registration.protocol
    if len(choice.images) < protocol.trials:
        raise TuringError(
            "stimuli-too-few-boards",
            "{count} boards that the bundle never saw, for {trials} trials",
            where=source,
            todo="Give {needed} boards, or plan fewer trials.",
            count=len(choice.images),
            trials=protocol.trials,
            needed=protocol.trials + practice,
        )
    notes = list(choice.notes)
    needed = min(protocol.trials + practice, len(choice.images))
    pairs = _pairs(load_bundle(opened), choice, needed, protocol.trials, notes)
    study = prepare_study(
        folder,
        pairs,
        registration,
        secret=secret,
        model_id=f"{opened.name} {opened.sha256[:16]}",
        excluded=choice.excluded,
        notes=notes,
        progress=None if progress is None else lambda done, name: progress(done, needed, name.rpartition(" ")[0]),
    )
    rehearsed = len(study.practice)
    if rehearsed < practice:
        notes.append(
            message("stimuli-little-practice", "Only {count:board is|boards are} left for practice.", count=rehearsed)
        )
    return PreparedStudy(study, (*notes, scaling_message(study.scaling, study.size)))


def _pairs(
    model: LoadedBundle, choice: BoardChoice, needed: int, least: int, notes: list[Message]
) -> Iterator[StimulusPair]:
    """Yield boards with their reconstructions; a board that cannot be used is noted and replaced by the next one.

    Raises:
        TuringError: Fewer than ``least`` boards can be used.
    """
    assert model.reconstructor is not None
    shown: set[str] = set()
    before = len(notes)
    for path in choice.images:
        if len(shown) == needed:
            return
        try:
            placed = place(model, read_image(path))
        except ImageError as error:
            notes.append(message("stimuli-left-out", "Left out: {error}", error=error))
            continue
        if placed.warnings:
            notes.append(
                message(
                    "stimuli-not-aligned", "Left out: {name} does not align with the reference board.", name=path.name
                )
            )
            continue
        if pixel_hash(placed.pixels) in shown:
            notes.append(
                message("stimuli-same-picture", "Left out: {name} is the same picture as another file.", name=path.name)
            )
            continue
        shown.add(pixel_hash(placed.pixels))
        name = f"{path.name} {choice.hashes[path][:12]}"
        made = model.reconstructor.reconstruct(placed.pixels, measures=False)
        yield StimulusPair(name, placed.pixels, made.pixels, path.name)
    if len(shown) < least:
        raise TuringError(
            "stimuli-too-few-usable",
            "only {count} of {all} boards can be used, for {trials} trials. {reason}",
            where=message("place-study", "study"),
            todo="Give normal boards of the model's product, as large as those that it was trained on.",
            count=len(shown),
            all=len(choice.images),
            trials=least,
            reason=notes[before],
        )


def _normal_images(source: Path) -> tuple[list[Path], list[Message]]:
    try:
        dataset = load_dataset(source)
    except DatasetError:
        found = search_images(source)
        return list(found.images), list(found.notes)
    if not dataset.normal:
        return [image.path for image in (*dataset.train, *dataset.mask)], []
    return [image.path for image in dataset.normal], [
        message(
            "stimuli-test-images-only",
            "Of the data set, only its {count} normal test images are used.",
            count=len(dataset.normal),
        )
    ]
