"""Writing of the stimuli of a new study, under ids that reveal nothing, each board as original and reconstruction."""

from __future__ import annotations

import hashlib
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

from vqganodip.errors import TuringError, message
from vqganodip.turing.study.scaling import Scaling, scale
from vqganodip.turing.study.sealed_key import KeyRow
from vqganodip.turing.study.stimulus_file import pixel_hash, stimulus_bytes
from vqganodip.turing.study.study_folder import StudyFolder
from vqganodip.turing.study.trial_order import Truth
from vqganodip.types import Image

__all__ = ["PART_SUFFIX", "StimulusPair", "WrittenStimuli", "opaque_id", "write_stimuli"]

PART_SUFFIX: Final = ".part"


@dataclass(frozen=True, slots=True, eq=False)
class StimulusPair:
    """A normal board and its reconstruction, both at display size.

    Attributes:
        board: Name of the board; stored in the sealed key only.
        original: uint8 H×W×3, processed by exactly the same steps as the reconstruction.
        reconstruction: uint8 H×W×3 of the same size.
        source: Origin of the image, such as a file name; stored in the sealed key only.
    """

    board: str
    original: Image = field(repr=False)
    reconstruction: Image = field(repr=False)
    source: str = ""


@dataclass(frozen=True, slots=True)
class WrittenStimuli:
    """Stimuli already written to disk; ``scaling`` is None if they were not shrunk."""

    rows: list[KeyRow]
    hashes: dict[str, str]
    size: tuple[int, int]
    scaling: Scaling | None


def opaque_id(secret: bytes, prefix: str, *parts: str) -> str:
    """Return an id that reveals nothing without the secret."""
    digest = hashlib.sha256(b"\x00".join((secret, prefix.encode(), *(part.encode() for part in parts))))
    return f"{prefix}-{digest.hexdigest()[:8]}"


def write_stimuli(
    where: StudyFolder,
    pairs: Iterable[StimulusPair],
    secret: bytes,
    least: int,
    screen: tuple[int, int] | None,
    progress: Callable[[int, str], None] | None,
) -> WrittenStimuli:
    """Write both images of each board, shrunk to the screen by one filter; at least ``least`` files are expected."""
    where.stimuli.mkdir(parents=True)
    rows: list[KeyRow] = []
    hashes: dict[str, str] = {}
    pictures: set[str] = set()
    size: tuple[int, int] | None = None
    shown_size = (0, 0)
    for number, pair in enumerate(pairs, start=1):
        board = opaque_id(secret, "B", pair.board)
        both = {
            opaque_id(secret, "S", pair.board, truth.value): (truth, pixels)
            for truth, pixels in ((Truth.REAL, pair.original), (Truth.FAKE, pair.reconstruction))
        }
        if len(both) < 2 or any(stimulus in hashes for stimulus in both):
            raise TuringError(
                "study-board-twice", "the board occurs twice", where=pair.board, todo="Give each board once."
            )
        for stimulus, (truth, pixels) in sorted(both.items()):  # by id, so the order of writing reveals nothing
            shown = scale(pixels, screen)
            data = stimulus_bytes(shown)
            if size is None:
                size = (pixels.shape[1], pixels.shape[0])
                shown_size = (shown.shape[1], shown.shape[0])
                _check_space(where.stimuli, least * len(data))
            if (pixels.shape[1], pixels.shape[0]) != size:
                raise TuringError(
                    "study-image-size",
                    "an image is {w}×{h} px, the others are {ow}×{oh} px",
                    where=pair.board,
                    todo="Give images of one size.",
                    w=pixels.shape[1],
                    h=pixels.shape[0],
                    ow=size[0],
                    oh=size[1],
                )
            (where.stimuli / f"{stimulus}{PART_SUFFIX}").write_bytes(data)
            hashes[stimulus] = pixel_hash(shown)
            if hashes[stimulus] in pictures:
                raise TuringError(
                    "study-picture-twice",
                    "two stimuli are the same picture",
                    where=pair.board,
                    todo="Give each board once.",
                )
            pictures.add(hashes[stimulus])
            rows.append(KeyRow(stimulus, board, truth, "", pair.board, pair.source))
        if progress is not None:
            progress(number, pair.board)
    if size is None:
        raise TuringError(
            "study-no-board",
            "no board was given",
            where=message("place-study", "study"),
            todo="Give normal boards that the model never saw.",
        )
    scaling = None if screen is None or shown_size == size else Scaling.between(size, screen)
    return WrittenStimuli(rows, hashes, shown_size, scaling)


def _check_space(folder: Path, needed: int) -> None:
    free = shutil.disk_usage(folder).free
    if free < needed:
        raise TuringError(
            "study-too-little-space",
            "the stimuli need {needed:,.0f} MB, {free:,.0f} MB are free",
            where=folder,
            todo="Free space, or choose another drive.",
            needed=needed / 1000000.0,
            free=free / 1000000.0,
        )
