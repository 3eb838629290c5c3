"""Pictures that do not show a whole board: the warning about one, and the alarm when they pile up."""

from __future__ import annotations

from collections import deque
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.detection.structure import Fault, Finding, StructureLimits, measure_structure
from vqganodip.errors import Message, message
from vqganodip.types import Image

__all__ = ["UnusableCount", "fixed_limits_note", "picture_warning"]

ALARM_PICTURES: Final = 20
"""Number of newest pictures in the window of the alarm."""

ALARM_ABOVE: Final = 3
"""Unusable pictures in the window above which the alarm is raised."""


def picture_warning(limits: StructureLimits, pixels: Image, outside: NDArray[np.bool_] | None) -> Message | None:
    """Return the warning about a picture on the working grid that does not show a whole board; None if it does."""
    finding = limits.find(measure_structure(pixels, outside))
    return None if finding is None else _worded(finding)


def _worded(finding: Finding) -> Message:
    value, limit = finding.value, finding.limit
    match finding.fault:
        case Fault.FLAT:
            return message(
                "picture-flat",
                "The picture shows no board: it is nearly of one brightness (contrast {value:.1f}, at least "
                "{limit:.1f} expected). Check lamp, lens cap and camera, then take it again.",
                value=value,
                limit=limit,
            )
        case Fault.BAND:
            return message(
                "picture-band",
                "A band of the picture shows no board: it is of one brightness, repeated or blurred (value "
                "{value:.1f}, limit {limit:.1f}). Check the camera and the transfer of its pictures, then take it "
                "again.",
                value=value,
                limit=limit,
            )
        case Fault.PART:
            return message(
                "picture-part",
                "{value:.0%} of the picture show no board: they are of one brightness, repeated or blurred (up to "
                "{limit:.0%} expected). Check the camera and the transfer of its pictures, then take it again.",
                value=value,
                limit=limit,
            )
        case Fault.BLURRED:
            return message(
                "picture-blurred",
                "The picture is blurred or has little detail (sharpness {value:.1f}, at least {limit:.1f} expected). "
                "Check the focus, the distance of the camera and its settings, then take it again.",
                value=value,
                limit=limit,
            )


def fixed_limits_note(limits: StructureLimits) -> Message | None:
    """Return the hint that a bundle has no limits of its product's pictures; None if it has."""
    if limits.measured:
        return None
    return message(
        "bundle-structure-fixed",
        "This bundle was fitted by an earlier version: pictures without structure are told by fixed limits, which miss "
        "slight blur. `vqganodip fit` measures the limits of this product.",
    )


class UnusableCount:
    """Count of unusable pictures among the newest: raises the alarm once, and again after a time without it."""

    def __init__(self) -> None:
        self._newest: deque[bool] = deque(maxlen=ALARM_PICTURES)
        self._raised = False

    def add(self, unusable: bool) -> Message | None:
        """Count a picture; returns the alarm that it raises, or None."""
        self._newest.append(unusable)
        count = sum(self._newest)
        before, self._raised = self._raised, count > ALARM_ABOVE
        if before or not self._raised:
            return None
        return message(
            "line-pictures-unusable",
            "{count} of the last {boards} pictures do not show a whole board: check lamp, lens, camera and the "
            "transfer of its pictures.",
            count=count,
            boards=len(self._newest),
        )
