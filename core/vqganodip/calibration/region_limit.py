"""Limit of the regions of normal boards, measured by a fit: a region at or below it does not stand out."""

from __future__ import annotations

import json
import math
from collections.abc import Sequence
from typing import Final

import numpy as np

from vqganodip.bundles.archive import Bundle
from vqganodip.bundles.loaded_bundle import REGIONS
from vqganodip.calibration.metric_cache import MetricCache
from vqganodip.records import Label, LabelledImage, MetricRow

__all__ = ["SHARE", "HighestRegions", "region_limit"]

SHARE: Final = 0.95
"""Share of the normal boards without a region above the limit, at least."""

_HIGHEST: Final = "highest region"


def region_limit(highest: Sequence[float]) -> float:
    """Smallest of the distances that at least 95 % of the normal boards do not exceed.

    Args:
        highest: Distance of the highest region of each normal board; at least one board. Of fewer than 20 boards none
            exceeds the limit.
    """
    return float(sorted(highest)[math.ceil(SHARE * len(highest)) - 1])


class HighestRegions:
    """Distances of the highest regions of normal boards, cached next to the metric rows.

    Args:
        bundle: The bundle that measures them.
    """

    def __init__(self, bundle: Bundle) -> None:
        self._cache = MetricCache.of_bundle(bundle, (), kind=_HIGHEST)

    def lacks(self, image: LabelledImage, sha256: str) -> bool:
        """True for a normal board whose regions were not measured."""
        return image.label is Label.NORMAL and self._cache.find(sha256) is None

    def add(self, image: LabelledImage, sha256: str, highest: float) -> None:
        """Take the distance of the highest region of a measured board if it is a normal one."""
        if self.lacks(image, sha256):
            self._cache.add(sha256, MetricRow((_HIGHEST,), np.array([highest])), {})

    def contents(self, images: Sequence[LabelledImage], digests: Sequence[str]) -> dict[str, tuple[str, bytes]]:
        """Return suffix and bytes of the role ``regions`` for these labelled images; empty without a normal one."""
        found = [
            self._cache.find(digest)
            for image, digest in zip(images, digests, strict=True)
            if image.label is Label.NORMAL
        ]
        highest = [float(row.values[0]) for row, _ in filter(None, found)]
        if not highest:
            return {}
        value = {"limit": region_limit(highest), "share": SHARE, "boards": len(highest)}
        return {REGIONS: (".json", json.dumps(value, indent=1).encode())}
