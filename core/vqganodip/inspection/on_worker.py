"""Inspection on the workers of a cluster: what a worker computes, and what this process gets back."""

from __future__ import annotations

import dataclasses
from collections.abc import Iterable, Iterator
from datetime import UTC, datetime
from functools import lru_cache
from pathlib import Path
from threading import Lock
from typing import Final

from vqganodip.bundles.archive import open_bundle
from vqganodip.cluster.jobs import OnWorkers
from vqganodip.cluster.on_worker import folder_of
from vqganodip.cluster.workers import Workers
from vqganodip.errors import ImageError, VqganodipError
from vqganodip.imaging.decoding import read_file
from vqganodip.inspection.inspector import Inspected, Inspector
from vqganodip.records import Inspection, Panels
from vqganodip.settings import Precision

__all__ = ["COMPUTING", "inspect_on_workers", "measuring_inspector", "set_aside"]

COMPUTING: Final = Lock()
"""Held while a worker computes: one board at a time, whatever its number of threads."""

_MOST_INSPECTORS: Final = 2


def inspect_on_workers(
    workers: Workers,
    parcel: str,
    images: Iterable[Path],
    *,
    with_panels: bool,
    progress: OnWorkers = lambda *_: None,
) -> Iterator[tuple[Inspection, Panels | None] | VqganodipError]:
    """Yield the inspection of each image, or the error that it ends with, in the order of the images.

    The bytes of an image are read here and sent, so that a worker needs no folder of this computer, and the errors of
    reading are those of an inspection on one computer.

    Args:
        workers: Workers that have the bundle.
        parcel: Hash of the files of the bundle.
        images: Image files.
        with_panels: True to get the panels too, which are many times larger than the inspection.
        progress: Called after each inspected image.

    Raises:
        ClusterError: There is no worker left, or the scheduler is gone.
    """

    def pack(image: Path) -> tuple[str, str, bytes, bool]:
        return parcel, str(image), read_file(image), with_panels

    for result in workers.map(_inspect, images, pack, set_aside, progress):
        if isinstance(result, VqganodipError):
            yield result
            continue
        inspection, panels = result
        # one clock for all records: those of the workers may differ
        yield dataclasses.replace(inspection, inspected_at=datetime.now(UTC)), panels


def set_aside(image: Path) -> ImageError:
    """Return the error of an image during which two workers were lost."""
    return ImageError(
        "cluster-image-set-aside",
        "two workers were lost while they had this image, so it was set aside",
        where=image,
        todo="Inspect it alone on one computer, and check the memory of the workers.",
    )


def _inspect(parcel: str, image: str, data: bytes, with_panels: bool) -> tuple[Inspection, Panels | None]:
    with COMPUTING:
        for event in _judging_inspector(parcel).inspect(Path(image), data):
            if isinstance(event, Inspected):
                return event.inspection, event.panels if with_panels else None
    raise AssertionError("an inspection ends with an Inspected event")


@lru_cache(_MOST_INSPECTORS)
def _judging_inspector(parcel: str) -> Inspector:
    return Inspector.open(folder_of(parcel))


@lru_cache(_MOST_INSPECTORS)
def measuring_inspector(parcel: str) -> Inspector:
    """Return the inspector of a fit with the bundle that a worker keeps under this hash."""
    return Inspector.for_measuring(open_bundle(folder_of(parcel)), Precision.FLOAT32)
