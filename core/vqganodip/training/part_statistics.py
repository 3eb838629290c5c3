"""Measurement of what is normal for the parts of a product, for its bundle."""

from __future__ import annotations

from collections.abc import Generator, Sequence
from typing import Final

from vqganodip.bundles.archive import arrays_to_bytes
from vqganodip.detection.part_statistics import PARTS, PartStatistics, build_part_statistics
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.errors import message
from vqganodip.training.events import BuildEvent, Notice, Progress
from vqganodip.types import Image

__all__ = ["part_contents"]

_STAGE: Final = "parts"


def part_contents(
    boards: Sequence[Image], reference: PixelStatistics
) -> Generator[BuildEvent, None, dict[str, tuple[str, bytes]]]:
    """Find and measure the parts of registered normal boards; the progress comes as events.

    Args:
        boards: uint8 H×W×3 each, on the working grid.
        reference: Mean and spread of their pixels, rounded as in the bundle.

    Returns:
        Suffix and bytes of the role of the part statistics; empty where no parts are found, which a notice states.
    """
    for event in build_part_statistics(boards, reference):
        if isinstance(event, PartStatistics):
            return {PARTS: (".npz", arrays_to_bytes(event.to_arrays()))}
        yield Progress(_STAGE, event / len(boards))
    yield Notice(
        message(
            "parts-not-found",
            "No parts are found on the normal boards: regions will be shown without reasons that refer to parts.",
        )
    )
    return {}
