"""Check of the pictures of a data set before a training: each is compared with the others of its data set.

A picture that cannot be read, has another size, lies turned, has no colour or is blurred spoils a model without an
error. The comparison needs no model; the references are the most common size and the medians of the good boards. In a
plain folder each picture is also aligned with the others: one of another product does not belong there.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import Final

import numpy as np

from vqganodip.datasets.dataset import Dataset, Layout
from vqganodip.detection.structure import measure_structure
from vqganodip.errors import ImageError, Message, RegistrationError, message
from vqganodip.imaging import registration
from vqganodip.imaging.decoding import read_image
from vqganodip.imaging.similarity import board_look
from vqganodip.records import Label
from vqganodip.training.at_once import LEAST_BOARDS
from vqganodip.types import Image, Map

__all__ = ["PictureFault", "PictureFinding", "PicturesChecked", "check_pictures"]

BEGINNING: Final = 30
"""Good boards for training from which a training has a fair beginning."""

_ALIGNED_SIDE: Final = 256
"""Longest side in pixels at which pictures are aligned with each other."""
_MOST_ALIGNED: Final = 500
"""Pictures of a plain folder that are aligned: they are held in memory."""
_FEWEST: Final = 5
"""Good pictures of one size from which a typical one is known."""
_TURNED_BY: Final = 0.2
"""Correlation with the typical look that a turned picture must gain when it is turned back."""
_FREE_SHARE: Final = 0.2
"""Share of turned pictures from which the boards of the data set have no fixed position."""
_COLOURED: Final = 6.0
"""Mean distance of the channels in grey levels from which pictures count as coloured."""
_COLOURLESS: Final = 0.15
"""Share of the typical colour below which a picture has none."""
_BLUR: Final = 1.0
"""Least loss of sharpness of a blurred picture, in octaves of energy."""
_SPREADS: Final = 6.0
"""The same in robust standard deviations of the good pictures, where that is more."""


class PictureFault(StrEnum):
    """Kind of the fault of a picture of a data set."""

    UNREADABLE = "unreadable"
    SIZE = "size"
    TURNED = "turned"
    GREY = "grey"
    BLURRED = "blurred"
    UNLIKE = "unlike"


@dataclass(frozen=True, slots=True)
class PictureFinding:
    """A picture of a data set that differs from the others.

    Attributes:
        path: The file.
        fault: Kind of the difference.
        message: The same in words, with the values.
    """

    path: Path
    fault: PictureFault
    message: Message


@dataclass(frozen=True, slots=True)
class PicturesChecked:
    """Progress of a check: ``done`` of ``total`` pictures were read; the last event has the findings.

    Attributes:
        findings: In the order of the data set; empty before the end.
        few: A message where there are few good boards for a training, or too few that align with each other; None
            otherwise, and before the end.
    """

    done: int
    total: int
    findings: tuple[PictureFinding, ...] = ()
    few: Message | None = None


@dataclass(frozen=True, slots=True, eq=False)
class _Picture:
    path: Path
    good: bool
    size: tuple[int, int]
    look: Map = field(repr=False)
    colour: float
    sharpness: float


def check_pictures(dataset: Dataset, stop: Callable[[], bool] = lambda: False) -> Iterator[PicturesChecked]:
    """Read every picture of a data set once and compare it with the good boards.

    Args:
        dataset: The data set.
        stop: Called before each picture; True ends the check without findings.

    Yields:
        The progress, and last the findings.
    """
    images = dataset.every
    pictures: list[_Picture] = []
    small: dict[Path, Image] = {}
    unreadable: dict[Path, PictureFinding] = {}
    for done, image in enumerate(images, start=1):
        if stop():
            return
        try:
            pixels = read_image(image.path).pixels
            pictures.append(_measured(image.path, pixels, good=image.label is Label.NORMAL))
            if dataset.layout is Layout.PLAIN and len(small) < _MOST_ALIGNED:
                small[image.path] = _shrunk(pixels)
        except ImageError as error:
            unreadable[image.path] = PictureFinding(image.path, PictureFault.UNREADABLE, error.problem)
        if done < len(images):
            yield PicturesChecked(done, len(images))
    found = unreadable | _compared(pictures)
    found |= _unlike({path: pixels for path, pixels in small.items() if path not in found})
    if stop():
        return
    findings = tuple(found[image.path] for image in images if image.path in found)
    yield PicturesChecked(len(images), len(images), findings, _few(dataset, found))


def _measured(path: Path, pixels: Image, *, good: bool) -> _Picture:
    height, width = pixels.shape[:2]
    small = pixels[:: max(height // 256, 1), :: max(width // 256, 1)].astype(np.int16)
    colour = float((small.max(axis=2) - small.min(axis=2)).mean())
    side = max(width, height)
    look = board_look(pixels, (side, side))  # square, so that it can be turned
    return _Picture(path, good, (width, height), look, colour, measure_structure(pixels).sharpness)


def _compared(pictures: Sequence[_Picture]) -> dict[Path, PictureFinding]:
    found: dict[Path, PictureFinding] = {}
    sizes = Counter(picture.size for picture in pictures if picture.good)
    if not sizes:
        return found
    size, count = sizes.most_common(1)[0]
    if count < _FEWEST:
        return found
    alike = [picture for picture in pictures if picture.size == size]
    good = [picture for picture in alike if picture.good]
    look = np.median([picture.look for picture in good], axis=0).astype(np.float32)
    colour = float(np.median([picture.colour for picture in good]))
    sharpness = np.array([picture.sharpness for picture in good])
    typical = float(np.median(sharpness))
    spread = 1.4826 * float(np.median(np.abs(sharpness - typical)))
    turned: list[Path] = []
    for picture in pictures:
        if picture.size != size:
            found[picture.path] = PictureFinding(picture.path, PictureFault.SIZE, _size_words(picture.size, size))
            continue
        by = _turn(picture.look, look)
        if by:
            turned.append(picture.path)
            said = message("data-picture-turned", "seems to be turned by {degrees}°", degrees=by)
            found[picture.path] = PictureFinding(picture.path, PictureFault.TURNED, said)
        elif colour >= _COLOURED and picture.colour < _COLOURLESS * colour:
            said = message("data-picture-grey", "has no colour, as most of the others have")
            found[picture.path] = PictureFinding(picture.path, PictureFault.GREY, said)
        elif picture.sharpness < typical - max(_BLUR, _SPREADS * spread):
            said = message("data-picture-blurred", "is less sharp than the others")
            found[picture.path] = PictureFinding(picture.path, PictureFault.BLURRED, said)
    if len(turned) > _FREE_SHARE * len(alike):  # boards in free position lie in every direction
        for path in turned:
            del found[path]
    return found


def _shrunk(pixels: Image) -> Image:
    """Copy of a picture for its alignment with the others."""
    import cv2

    factor = min(_ALIGNED_SIDE / max(pixels.shape[:2]), 1.0)
    size = tuple(max(round(factor * side), 1) for side in pixels.shape[1::-1])
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA), np.uint8)


def _unlike(pictures: Mapping[Path, Image]) -> dict[Path, PictureFinding]:
    """Return the pictures that do not align with most others; none where the boards have no fixed position."""
    boards = list(pictures.values())
    position = registration.find_position(boards)[0] if len(boards) >= _FEWEST else registration.Position.FREE
    if position is registration.Position.FREE:
        return {}
    try:
        turned = position is registration.Position.TURNED
        reference = registration.build_reference(boards, long_side=_ALIGNED_SIDE, any_angle=turned)
    except RegistrationError:  # pictures without structure are refused by the training
        return {}
    found: dict[Path, PictureFinding] = {}
    for path, pixels in pictures.items():
        registered = registration.register(pixels, reference)
        if not registered.ok:
            said = message(
                "data-picture-unlike",
                "does not align with the other boards (correlation {correlation:.2f}): another product, side or "
                "camera position",
                correlation=registered.correlation,
            )
            found[path] = PictureFinding(path, PictureFault.UNLIKE, said)
    return found


def _size_words(size: tuple[int, int], usual: tuple[int, int]) -> Message:
    return message(
        "data-picture-size",
        "is {width}×{height} pixels; most are {usual_width}×{usual_height}",
        width=size[0],
        height=size[1],
        usual_width=usual[0],
        usual_height=usual[1],
    )


def _turn(look: Map, typical: Map) -> int:
    """Return by how many degrees a picture is turned clockwise; 0 if it looks best as it is."""
    as_it_is = _correlation(look, typical)
    best, degrees = max((_correlation(np.rot90(look, quarters), typical), 90 * quarters) for quarters in (1, 2, 3))
    return degrees if best > as_it_is + _TURNED_BY else 0


def _correlation(one: Map, other: Map) -> float:
    if one.shape != other.shape:
        return 0.0
    scale = float(np.linalg.norm(one) * np.linalg.norm(other))
    return float((one * other).sum()) / scale if scale else 0.0


def _few(dataset: Dataset, found: dict[Path, PictureFinding]) -> Message | None:
    images = (*dataset.train, *dataset.mask)
    unlike = {path for path, finding in found.items() if finding.fault is PictureFault.UNLIKE}
    aligned = sum(image.path not in unlike for image in images)
    if unlike and aligned < LEAST_BOARDS <= len(images):
        return message(
            "data-few-aligned",
            "{count:board aligns|boards align} with each other; a model that judges at once needs {least}.",
            count=aligned,
            least=LEAST_BOARDS,
        )
    boards = [image for image in images if image.path not in found]
    if dataset.layout is Layout.PLAIN or len(boards) >= BEGINNING:
        return None
    return message(
        "data-few-boards",
        "{count:good board is|good boards are} there for training; {beginning} are a beginning.",
        count=len(boards),
        beginning=BEGINNING,
    )
