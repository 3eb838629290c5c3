"""Normal images of a training: read, registered to the working grid and split into training and held-out images."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Generator, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

import numpy as np

from vqganodip.datasets.ground_truth import MarkedBoard, load_mask
from vqganodip.datasets.layouts import Dataset
from vqganodip.errors import DatasetError, ImageError, message
from vqganodip.imaging import registration
from vqganodip.imaging.decoding import read_image, resize
from vqganodip.imaging.registration import Position
from vqganodip.presets import Preset
from vqganodip.training.events import BuildEvent, Notice, Progress
from vqganodip.types import Image

__all__ = [
    "LEAST_IMAGES",
    "NormalImages",
    "PreparedImages",
    "digest_of",
    "marked_boards",
    "prepare_images",
    "read_normal",
    "registered_boards",
    "shared_position",
]

LEAST_IMAGES: Final = 4
"""Fewest normal images for a training."""

_DEFECTIVE: Final = "defect"
"""Use of a defective image with a mask."""

_COVERED: Final = 64
"""A pixel of the working grid shows a defect from a quarter of its area on, in 255ths."""

_HELD_OUT: Final = 4
"""Most images held out of a training in free position, which has no mask; never more than a tenth."""


@dataclass(frozen=True, slots=True, eq=False)
class NormalImages:
    """Normal images of a data set as they were read.

    Attributes:
        train: uint8 H×W×3 each, the images to train on.
        aside: Those set aside for the mask.
        train_names: Names of the files, relative to the data set.
        aside_names: Likewise.
        hashes: Use and sha256 of each image.
        marked: Defective images with masks, for a segmentation network.
        marked_names: Names of their files.
    """

    train: list[Image] = field(default_factory=list, repr=False)
    aside: list[Image] = field(default_factory=list, repr=False)
    train_names: list[str] = field(default_factory=list, repr=False)
    aside_names: list[str] = field(default_factory=list, repr=False)
    hashes: list[str] = field(default_factory=list, repr=False)
    marked: list[MarkedBoard] = field(default_factory=list, repr=False)
    marked_names: list[str] = field(default_factory=list, repr=False)

    def add(self, pixels: Image, name: str, sha256: str, *, aside: bool) -> None:
        """Add an image."""
        (self.aside if aside else self.train).append(pixels)
        (self.aside_names if aside else self.train_names).append(name)
        self.hashes.append(f"{'mask' if aside else 'train'} {sha256}")

    def add_marked(self, board: MarkedBoard, name: str, sha256: str) -> None:
        """Add a defective image with its mask."""
        self.marked.append(board)
        self.marked_names.append(name)
        self.hashes.append(f"{_DEFECTIVE} {sha256}")

    def seen(self, *, marked: bool) -> list[str]:
        """Return the sha256 of all images that a model learned from, sorted; of defective ones only if ``marked``."""
        uses = (line.split() for line in self.hashes)
        return sorted(sha256 for use, sha256 in uses if marked or use != _DEFECTIVE)


@dataclass(frozen=True, slots=True, eq=False)
class PreparedImages:
    """Normal images on the working grid, split into training and held-out images.

    Validation uses the held-out images. For a registered product, the mask is made of them.
    """

    train: list[Image]
    held_out: list[Image]
    reference: registration.Reference | None
    source_size: tuple[int, int] | None
    marked: tuple[MarkedBoard, ...] = ()


def read_normal(
    dataset: Dataset, least: int = LEAST_IMAGES, *, marked: bool = False
) -> Generator[BuildEvent, None, NormalImages]:
    """Read the normal images, to train on and set aside; notices name unusable ones.

    Args:
        dataset: The data set.
        least: Fewest normal images to train on.
        marked: True reads the defective images with masks that it gives for training, too. If there are any and they
            are not read, a notice states it.

    Raises:
        DatasetError: Fewer than ``least`` usable images to train on.
    """
    _check_count(dataset, len(dataset.train), least)
    found = NormalImages()
    files = [(image.path, False) for image in dataset.train] + [(image.path, True) for image in dataset.mask]
    for i, (path, aside) in enumerate(files):
        try:
            source = read_image(path)
            found.add(source.pixels, dataset.name_of(path), source.sha256, aside=aside)
        except ImageError as error:
            yield Notice(message("training-left-out", "Left out: {error}", error=error))
        read = len(found.hashes)
        yield Progress(
            "data",
            (i + 1) / len(files),
            message("training-images-read", "{count:image|images}", count=read),
            {"images": read},
        )
    _check_count(dataset, len(found.train), least)
    if marked:
        yield from _read_marked(dataset, found)
    elif dataset.train_defects:
        yield marked_unused(len(dataset.train_defects))
    return found


def _read_marked(dataset: Dataset, found: NormalImages) -> Iterator[BuildEvent]:
    for image in dataset.train_defects:
        try:
            source, mask = read_image(image.path), load_mask(image)
        except ImageError as error:
            yield Notice(message("training-left-out", "Left out: {error}", error=error))
            continue
        name = dataset.name_of(image.path)
        if mask is None or mask.all() or not mask.any():
            yield Notice(
                message(
                    "training-mask-says-nothing",
                    "Left out: the mask of {name} marks nothing, or the whole picture.",
                    name=name,
                )
            )
            continue
        found.add_marked(MarkedBoard(source.pixels, mask), name, source.sha256)


def marked_unused(count: int) -> Notice:
    """Return the notice that no network learns from the defective boards with masks."""
    return Notice(
        message(
            "training-defects-unused",
            "Nothing is learned from the {count:defective board|defective boards} with masks: only the segmentation "
            "network of a product in fixed position learns from such boards, with the depths adapted and whole.",
            count=count,
        )
    )


def marked_boards(
    read: NormalImages, reference: registration.Reference
) -> Generator[BuildEvent, None, tuple[MarkedBoard, ...]]:
    """Register defective boards and their masks to the reference board; notices name those that do not align."""
    placed = []
    for board, name in zip(read.marked, read.marked_names, strict=True):
        registered = registration.register(board.pixels, reference)
        if not registered.ok:
            yield _not_aligned(name, registered.correlation)
            continue
        levels = board.mask.astype(np.uint8) * np.uint8(255)
        mask = registration.apply(levels, registered.transform, reference.size) >= _COVERED
        placed.append(MarkedBoard(registered.pixels, mask))
    return tuple(placed)


def _check_count(dataset: Dataset, count: int, least: int) -> None:
    """Raise DatasetError for too few images to train on: before they are read, and without the unusable ones."""
    if count < least:
        raise DatasetError(
            "training-too-few-images",
            "{count} usable normal images are too few to train on",
            where=dataset.root,
            todo="Give at least {least}, better 30 and more.",
            count=count,
            least=least,
        )


def digest_of(hashes: Sequence[str]) -> str:
    """Return a short text that identifies the images of a training."""
    train = sum(line.startswith("train") for line in hashes)
    text = "".join(f"{line}\n" for line in hashes)
    return f"{train} + {len(hashes) - train} images {hashlib.sha256(text.encode()).hexdigest()[:12]}"


def shared_position(images: Sequence[Image], preset: Preset) -> Generator[BuildEvent, None, Position]:
    """Find out where the product lies in the images, unless the settings state it; a notice tells if it lies turned."""
    if preset.registration.mode != "auto":
        return Position.FIXED if preset.registration.mode == "fixed" else Position.FREE
    position, correlations = registration.find_position(images, min_correlation=preset.registration.min_correlation)
    median = float(np.median(correlations)) if correlations else 0.0
    yield Progress(
        "position",
        1.0,
        message("training-correlation", "correlation after alignment {correlation:.2f}", correlation=median),
        {"correlation": median},
    )
    if position is Position.TURNED:
        yield Notice(
            message(
                "training-turned-position",
                "The product lies turned by any angle: each image is turned to the pose of the reference board before "
                "it is compared.",
            )
        )
    return position


def prepare_images(read: NormalImages, preset: Preset, seed: int) -> Generator[BuildEvent, None, PreparedImages]:
    """Register the images to the working grid; the mask is made of those set aside, or of some drawn at random."""
    images, aside = read.train, read.aside
    position = yield from shared_position(images, preset)
    if position is Position.FREE:
        yield Notice(
            message(
                "training-free-position",
                "The images do not show one product in a fixed position: no registration, no normal-variation mask, no "
                "per-pixel statistics among the metrics. Boards are compared only with their own reconstruction.",
            )
        )
        if read.marked:
            yield marked_unused(len(read.marked))
        scaled = [_scaled(image, preset.registration.long_side) for image in (*images, *aside)]
        if preset.training.crop == 0 and preset.name == "paper":
            scaled = _one_size(scaled)
        count = min(_HELD_OUT, len(scaled) // 10)
        order = np.random.default_rng(seed).permutation(len(scaled))
        held_out = [scaled[i] for i in order[:count]]
        return PreparedImages([scaled[i] for i in sorted(order[count:])], held_out, None, None)
    reference = registration.build_reference(
        images,
        long_side=preset.registration.long_side,
        min_correlation=preset.registration.min_correlation,
        any_angle=position is Position.TURNED,
    )
    reference = registration.from_arrays(registration.to_arrays(reference))  # rounded as in the bundle
    placed = yield from registered_boards(images, read.train_names, reference)
    if len(placed) < LEAST_IMAGES:
        raise DatasetError(
            "training-too-few-aligned",
            "only {count} normal images align with each other",
            todo="Check that they show one product.",
            count=len(placed),
        )
    if aside:
        held_out, train = (yield from registered_boards(aside, read.aside_names, reference)), placed
    else:
        order = np.random.default_rng(seed).permutation(len(placed))
        count = max(1, min(preset.mask.images, int(len(placed) * preset.mask.max_share)))
        held_out, train = [placed[i] for i in order[:count]], [placed[i] for i in order[count:]]
    if not held_out:
        raise DatasetError(
            "training-mask-none-aligned",
            "no image set aside for the mask aligns",
            todo="Set aside boards of the same product.",
        )
    if len(held_out) < preset.mask.images:
        few = message(
            "training-mask-few-boards",
            "The normal-variation mask rests on {boards:board|boards}, the paper's on 30.",
            boards=len(held_out),
        )
        spared = message(
            "training-mask-none-spared",
            "The normal-variation mask rests on {boards:board|boards}, the paper's on 30: with {images} normal "
            "images no more can be spared from training.",
            boards=len(held_out),
            images=len(placed),
        )
        yield Notice(few if aside else spared)
    size = (images[0].shape[1], images[0].shape[0])
    marked = yield from marked_boards(read, reference)
    return PreparedImages(train, held_out, reference, size, marked)


def registered_boards(
    images: Sequence[Image], names: Sequence[str], reference: registration.Reference
) -> Generator[BuildEvent, None, list[Image]]:
    """Register images to the reference board; notices name those that do not align and are left out."""
    placed: list[Image] = []
    usual = Counter(image.shape for image in images).most_common(1)[0][0] if images else ()
    for i, image in enumerate(images):
        registered = registration.register(image, reference)
        if registered.ok:
            placed.append(registered.pixels)
        elif image.shape != usual:
            yield _of_other_size(names[i], image.shape, usual)
        else:
            yield _not_aligned(names[i], registered.correlation)
        yield Progress(
            "registration",
            (i + 1) / len(images),
            message("training-boards-aligned", "{count:board|boards}", count=len(placed)),
            {"boards": len(placed)},
        )
    return placed


def _not_aligned(name: str, correlation: float) -> Notice:
    return Notice(
        message(
            "training-image-not-aligned",
            "Left out: {name} does not align with the other boards (correlation {correlation:.2f}).",
            name=name,
            correlation=float(correlation),
        )
    )


def _of_other_size(name: str, own: Sequence[int], usual: Sequence[int]) -> Notice:
    return Notice(
        message(
            "training-image-other-size",
            "Left out: {name} does not align with the other boards. It is {w}×{h} px large at the working scale, most "
            "boards are {uw}×{uh} px: is it another product, or another camera?",
            name=name,
            w=own[1],
            h=own[0],
            uw=usual[1],
            uh=usual[0],
        )
    )


def _scaled(image: Image, long_side: int) -> Image:
    height, width = image.shape[:2]
    factor = max(height, width) / long_side
    if factor <= 1.0:
        return image
    return resize(image, (max(32, round(width / factor)), max(32, round(height / factor))))


def _one_size(images: list[Image]) -> list[Image]:
    """Resize all images to the size of the first, because the preset ``paper`` trains on whole images."""
    size = (images[0].shape[1], images[0].shape[0])
    return [image if image.shape == images[0].shape else resize(image, size) for image in images]
