"""Figures of a measured board for a fit, computed here or on the workers of a cluster."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final, Protocol

from vqganodip.cluster.workers import Workers
from vqganodip.errors import VqganodipError
from vqganodip.imaging.decoding import read_file, resize
from vqganodip.inspection.inspector import Inspector, Measured
from vqganodip.inspection.on_worker import COMPUTING, measuring_inspector, set_aside
from vqganodip.records import LabelledImage, MetricRow

__all__ = ["BASELINES", "BoardFigures", "MeasureBoards", "figures_of", "measure", "measured_by"]

BASELINES: Final = ("mean brightness", "golden board")
"""Simple scores reported for comparison: the deviation of the mean brightness from that of the training images, and
the golden-board baseline, which is the mean of the 100 largest per-pixel deviations (no gain, no blur)."""


@dataclass(frozen=True, slots=True, eq=False)
class BoardFigures:
    """Figures of a measured board for a fit.

    Attributes:
        row: Metric row.
        baselines: Baseline scores by name.
        highest: Distance of the highest region; 0 without any.
    """

    row: MetricRow
    baselines: Mapping[str, float]
    highest: float


class MeasureBoards(Protocol):
    """Measures boards elsewhere: one result per image, in order."""

    def __call__(self, images: Sequence[LabelledImage], /) -> Iterator[BoardFigures | VqganodipError]: ...


def measure(inspector: Inspector, image: Path, data: bytes | None = None) -> Measured:
    """Measure a board.

    Raises:
        ImageError: The image cannot be used.
    """
    for event in inspector.measure(image, data):
        if isinstance(event, Measured):
            return event
    raise AssertionError("a measurement ends with a Measured event")


def figures_of(inspector: Inspector, measured: Measured) -> BoardFigures:
    """Return what a fit needs of a measured board."""
    model, pixels = inspector.model, measured.placed.pixels
    height, width = model.pixel_statistics.mean.shape[:2]
    same = pixels if pixels.shape[:2] == (height, width) else resize(pixels, (width, height))
    values = (abs(float(pixels.mean()) - model.brightness), model.pixel_statistics.score(same))
    highest = max((candidate.distance for candidate in measured.candidates), default=0.0)
    return BoardFigures(measured.row, dict(zip(BASELINES, values, strict=True)), highest)


def measured_by(workers: Workers, parcel: str) -> MeasureBoards:
    """Return the measuring of boards by workers that have the bundle with this hash of its files."""

    def pack(image: LabelledImage) -> tuple[str, str, bytes]:
        return parcel, str(image.path), read_file(image.path)

    def run(images: Sequence[LabelledImage], /) -> Iterator[BoardFigures | VqganodipError]:
        return workers.map(_figures, images, pack, lambda image: set_aside(image.path))

    return run


def _figures(parcel: str, image: str, data: bytes) -> BoardFigures:
    with COMPUTING:
        inspector = measuring_inspector(parcel)
        return figures_of(inspector, measure(inspector, Path(image), data))
