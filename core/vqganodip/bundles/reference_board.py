"""The reference board of a bundle as a picture: the average of the normal boards of a product."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

import numpy as np

from vqganodip.bundles.archive import open_bundle
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.types import Image

__all__ = ["ReferenceBoard", "reference_board"]


@dataclass(frozen=True, slots=True, eq=False)
class ReferenceBoard:
    """The average of the normal boards that a bundle was trained on.

    Attributes:
        bundle_sha256: Hash of the bundle's manifest.
        pixels: uint8 h×w×3 on the working grid; None for products in free position, whose average is meaningless.
        images: Number of boards averaged.
    """

    bundle_sha256: str
    pixels: Image | None = field(repr=False)
    images: int


def reference_board(folder: Path, expected: str | None = None) -> ReferenceBoard:
    """Read only the reference board of a bundle, without loading its networks.

    Args:
        folder: Folder of the bundle.
        expected: Expected hash of the bundle. If the folder holds another bundle, only its manifest is read, and the
            result has that bundle's hash and no picture. None accepts any bundle.

    Raises:
        BundleError: There is no bundle, or the file of the reference board is missing or altered.
    """
    bundle = open_bundle(folder, roles=())
    if (expected is not None and bundle.sha256 != expected) or "reference" not in bundle:
        return ReferenceBoard(bundle.sha256, None, 0)
    statistics = PixelStatistics.from_arrays(bundle.read_arrays("golden"))
    pixels: Image = np.clip(np.rint(statistics.mean), 0, 255).astype(np.uint8)
    pixels.setflags(write=False)
    return ReferenceBoard(bundle.sha256, pixels, statistics.images)
