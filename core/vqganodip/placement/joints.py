"""Solder joints of the parts on the picture: their places and, where they are certain, the numbers of their pins."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from vqganodip.placement.laid_parts import LaidPart
from vqganodip.placement.pads import pads_of
from vqganodip.placement.parts import PlacedPart
from vqganodip.placement.transforms import Transform
from vqganodip.types import Box

__all__ = ["LaidJoint", "joint_at", "lay_joints"]

_WITHIN: Final = 0.75
"""An area is that of a joint if this share of it lies on the joint, …"""
_OF_PICTURE: Final = (0.4, 0.7)
"""… or, for something found on the picture, if the first share of it covers the second share of the joint: what is
found there reaches up to the body of the part."""
_NEXT: Final = 0.3
"""Share of another joint from which on an area belongs to no single joint."""


@dataclass(frozen=True, slots=True)
class LaidJoint:
    """A solder joint on the picture.

    Attributes:
        ref_des: Reference designator of its part.
        box: Its pixels.
        number: Number of its pin; 0 where that is not certain.
    """

    ref_des: str
    box: Box
    number: int = 0


def lay_joints(
    parts: Iterable[LaidPart], transform: Transform, *, numbered: bool, without: Sequence[str] = ()
) -> tuple[LaidJoint, ...]:
    """Lay the pads of the packages of parts on the picture.

    Args:
        parts: Parts on the picture; those that are not fitted have no joints.
        transform: From millimetres of the placement to pixels.
        numbered: True if rotation 0 of the placement is known to be that of :func:`vqganodip.placement.pads.pads_of`.
        without: Packages whose outline was corrected by hand, so that their pads are unknown.
    """
    corrected = {name.casefold() for name in without}
    joints = []
    for laid in parts:
        part = laid.part
        if part.fitted and part.size is None and part.package.casefold() not in corrected:
            joints += _of_part(part, transform, numbered)
    return tuple(joints)


def _of_part(part: PlacedPart, transform: Transform, numbered: bool) -> list[LaidJoint]:
    pads = pads_of(part.package)
    if not pads:
        return []
    angle = np.radians(part.rotation)
    turn = np.array([[np.cos(angle), -np.sin(angle)], [np.sin(angle), np.cos(angle)]])
    sides = np.array([[-0.5, -0.5], [0.5, -0.5], [0.5, 0.5], [-0.5, 0.5]])
    corners = np.array([sides * (pad.width, pad.height) + (pad.x, pad.y) for pad in pads]).reshape(-1, 2)
    places = transform.apply(corners @ turn.T + (part.x, part.y)).reshape(len(pads), 4, 2)
    low, high = np.rint(places.min(axis=1)).astype(int), np.rint(places.max(axis=1)).astype(int)
    return [
        LaidJoint(part.ref_des, Box(int(x0), int(y0), max(int(x1), int(x0) + 1), max(int(y1), int(y0) + 1)), number)
        for (x0, y0), (x1, y1), number in zip(low, high, (p.number if numbered else 0 for p in pads), strict=True)
    ]


def joint_at(area: Box, joints: Iterable[LaidJoint], *, whole: bool) -> LaidJoint | None:
    """Return the joint that an area is; None if it is more or less than one joint.

    Args:
        area: An area that was measured, in pixels.
        joints: Joints on the picture.
        whole: True if the area is all of something that was found on the picture.
    """
    shared = [(joint, _common(area, joint.box)) for joint in joints]
    touched = [(pixels / joint.box.area, pixels / area.area, joint) for joint, pixels in shared if pixels]
    if not touched:
        return None
    of_joint, of_area, joint = max(touched, key=lambda one: one[1])
    if any(share >= _NEXT for share, _, other in touched if other is not joint):
        return None
    found = whole and of_area >= _OF_PICTURE[0] and of_joint >= _OF_PICTURE[1]
    return joint if found or of_area >= _WITHIN else None


def _common(one: Box, other: Box) -> int:
    width, height = min(one.x1, other.x1) - max(one.x0, other.x0), min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(width, 0) * max(height, 0)
