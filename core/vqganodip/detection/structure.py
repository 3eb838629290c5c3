"""Structure of a picture, and the limits below which a picture does not show a whole board.

A black, white, grey, half written, repeated or badly defocused picture holds little that could look defective, so its
score may be low. Its lack of detail reveals it. The detail of a tile is the smaller of two energies: that of the
differences between neighbouring columns and that between neighbouring rows, since repeated rows have the first only.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from enum import StrEnum
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.types import Image, Map

__all__ = [
    "FIXED_LIMITS",
    "Fault",
    "Finding",
    "Structure",
    "StructureLimits",
    "fixed_limits",
    "limits_of",
    "measure_structure",
]

EMPTY: Final = -8.0
"""Detail of a tile of one value, the lowest there is: log₂ of the energy plus 2⁻⁸, in squared grey levels."""

_TILES: Final = 32
"""Tiles along each side of a picture, fewer on a small one."""
_SMALLEST: Final = 4
"""Smallest side of a tile in pixels."""
_FAR: Final = 8
"""Distance in pixels of the differences to which those of neighbours are compared: a blurred picture has only them."""
_MARGIN: Final = 1.5
"""Least margin below the lowest of the normal boards, in octaves of energy."""
_SPREADS: Final = 4.0
"""Margin in standard deviations of the normal boards, where that is more."""
_SHARPNESS_MARGIN: Final = 0.75
"""Least margin of the sharpness, which is independent of the lighting."""
_BAND: Final = 0.8
"""Share of the tiles of a row or column of tiles that lack detail, from which it counts as a band."""
_PART: Final = 0.25
"""Share of all tiles that may lack detail."""
_AVERAGED: Final = 2.0
"""Margin below the mean of the training boards; where the mean has less detail than this, there is no floor."""
_REPEATED: Final = -3.0
"""Detail that repeated rows keep at most when registration turns them and rounds to whole grey levels."""
_PLAIN: Final = 0.25
"""Detail above that of one value, below which the mean of many boards has not even noise."""


class Fault(StrEnum):
    """Kind of fault of a picture, the gravest first."""

    FLAT = "flat"
    BAND = "band"
    PART = "part"
    BLURRED = "blurred"


@dataclass(frozen=True, slots=True)
class Finding:
    """A fault of a picture: the measured value and its limit, in octaves, or as shares for a part or a band of it."""

    fault: Fault
    value: float
    limit: float


@dataclass(frozen=True, slots=True, eq=False)
class Structure:
    """Structure of one picture; energies are log₂ of squared grey levels.

    Attributes:
        detail: float32 rows×columns, the detail of each tile.
        seen: bool rows×columns, False for tiles that reach beyond the source image.
        contrast: log₂ of the range of brightness between the tiles, 5 % to 95 %, squared.
        sharpness: Energy of neighbouring pixels relative to that of pixels 8 px apart.
    """

    detail: Map = field(repr=False)
    seen: NDArray[np.bool_] = field(repr=False)
    contrast: float
    sharpness: float

    @property
    def typical(self) -> float:
        """The median detail of the tiles."""
        return self._quantile(0.5)

    @property
    def strongest(self) -> float:
        """The detail that one tile in twenty exceeds."""
        return self._quantile(0.95)

    @property
    def weakest_line(self) -> float:
        """The detail of the poorest row or column of tiles: that which one in ten of its tiles exceeds."""
        lines = [*_lines(self.detail, self.seen), *_lines(self.detail.T, self.seen.T)]
        return min((float(np.quantile(line, 0.9)) for line in lines), default=EMPTY)

    @property
    def empty_share(self) -> float:
        """Share of tiles that are of one value, or nearly."""
        return float(np.mean(self.detail[self.seen] < EMPTY + 1)) if self.seen.any() else 1.0

    def _quantile(self, share: float) -> float:
        return float(np.quantile(self.detail[self.seen], share)) if self.seen.any() else EMPTY


@dataclass(frozen=True, slots=True, eq=False)
class StructureLimits:
    """Limits of the structure of a product; a picture below one of them does not show a whole board.

    Attributes:
        contrast, sharpness, typical, strongest, weakest_line: Lowest permitted values of :class:`Structure`.
        empty_share: Highest permitted share of tiles of one value.
        floor: float32 rows×columns, lowest permitted detail of each tile; None for products in free position.
        band_share: Share of a row or column of tiles that may lie below the floor.
        part_share: Share of all tiles that may lie below the floor.
        measured: True if the limits come from normal boards of the product.
    """

    contrast: float
    sharpness: float
    typical: float
    strongest: float
    weakest_line: float
    empty_share: float
    floor: Map | None = field(default=None, repr=False)
    band_share: float = _BAND
    part_share: float = _PART
    measured: bool = False

    def find(self, picture: Structure) -> Finding | None:
        """Return what the picture lacks, the gravest fault; None if it shows a whole board."""
        lowest = (
            (Fault.FLAT, picture.contrast, self.contrast),
            (Fault.FLAT, picture.strongest, self.strongest),
            (Fault.BAND, picture.weakest_line, self.weakest_line),
            (Fault.BLURRED, picture.sharpness, self.sharpness),
            (Fault.BLURRED, picture.typical, self.typical),
        )
        band, part = _shares(picture, self.floor)
        highest = (
            (Fault.PART, picture.empty_share, self.empty_share),
            (Fault.BAND, band, self.band_share),
            (Fault.PART, part, self.part_share),
        )
        found = [Finding(*one) for one in lowest if not one[1] >= one[2]]
        found += [Finding(*one) for one in highest if not one[1] <= one[2]]
        order = list(Fault)
        return min(found, key=lambda finding: order.index(finding.fault), default=None)

    def to_arrays(self) -> dict[str, NDArray[Any]]:
        """Return the limits as arrays, for the role ``structure`` of a bundle."""
        names = ("contrast", "sharpness", "typical", "strongest", "weakest_line", "empty_share")
        arrays: dict[str, NDArray[Any]] = {name: np.array(getattr(self, name)) for name in names}
        arrays |= {"band_share": np.array(self.band_share), "part_share": np.array(self.part_share)}
        return arrays if self.floor is None else arrays | {"floor": self.floor}

    @classmethod
    def from_arrays(cls, arrays: Mapping[str, NDArray[Any]]) -> StructureLimits:
        """Restore measured limits; KeyError if one is missing."""
        floor = np.asarray(arrays["floor"], np.float32) if "floor" in arrays else None
        return cls(
            contrast=float(arrays["contrast"]),
            sharpness=float(arrays["sharpness"]),
            typical=float(arrays["typical"]),
            strongest=float(arrays["strongest"]),
            weakest_line=float(arrays["weakest_line"]),
            empty_share=float(arrays["empty_share"]),
            floor=floor,
            band_share=float(arrays["band_share"]),
            part_share=float(arrays["part_share"]),
            measured=True,
        )


FIXED_LIMITS: Final = StructureLimits(
    contrast=1.0, sharpness=-5.0, typical=EMPTY, strongest=-1.0, weakest_line=EMPTY + 1, empty_share=0.5
)
"""Limits for bundles that have none of their own: so low that a photograph of any product lies above them."""


def fixed_limits(mean: Map, *, fixed_position: bool) -> StructureLimits:
    """Return the limits for a bundle fitted by an earlier version.

    Bands and parts of one value are faults only if the training boards have none by right, such as a background without
    noise.

    Args:
        mean: float32 h×w×3, the mean of the training boards in 8-bit units.
        fixed_position: True if it was made of registered boards. Averaging removes detail, so a floor below that of the
            mean suits every single board.
    """
    fixed, whole = FIXED_LIMITS, measure_structure(mean)
    floor = np.where(whole.detail > _AVERAGED, whole.detail - _AVERAGED, EMPTY).astype(np.float32)
    plain = float(np.mean(whole.detail < EMPTY + _PLAIN))
    band = fixed.weakest_line if whole.weakest_line > EMPTY + _PLAIN else EMPTY
    return replace(
        fixed,
        weakest_line=_REPEATED if whole.weakest_line > _REPEATED - 3 else band,
        empty_share=fixed.empty_share if plain < 0.1 else 0.98,
        floor=_lowest(floor) if fixed_position else None,
    )


def limits_of(normal: Sequence[Structure], *, fixed_position: bool) -> StructureLimits:
    """Return the limits of a product: a margin below the lowest of its normal boards.

    Args:
        normal: Structures of normal boards, at least one; of one size for products in fixed position.
        fixed_position: True if each tile shows the same place on all boards.
    """
    empty = max(board.empty_share for board in normal)
    floor, band, part = None, _BAND, _PART
    if fixed_position:
        floor = _floor(normal)
        shares = [_shares(board, _floor([*normal[:i], *normal[i + 1 :]])) for i, board in enumerate(normal)]
        if len(normal) > 1:
            band = max(band, min(0.99, 1.2 * max(share[0] for share in shares)))
            part = max(part, min(0.9, 2 * max(share[1] for share in shares)))
    return StructureLimits(
        contrast=_lower([board.contrast for board in normal]),
        sharpness=_lower([board.sharpness for board in normal], _SHARPNESS_MARGIN, lowest=-99.0),
        typical=_lower([board.typical for board in normal]),
        strongest=_lower([board.strongest for board in normal]),
        weakest_line=_lower([board.weakest_line for board in normal]),
        empty_share=min(0.98, max(0.1, 1.5 * empty, empty + 0.1)),
        floor=floor,
        band_share=band,
        part_share=part,
        measured=True,
    )


def measure_structure(pixels: Image | Map, outside: NDArray[np.bool_] | None = None) -> Structure:
    """Measure the structure of a picture on the working grid, h×w×3 in 8-bit units.

    Args:
        pixels: The picture.
        outside: bool h×w, True outside the source image; None if there is no such place.
    """
    import cv2

    grey = cv2.cvtColor(np.ascontiguousarray(pixels), cv2.COLOR_RGB2GRAY).astype(np.float32)
    height, width = grey.shape
    grid = (min(_TILES, max(1, width // _SMALLEST)), min(_TILES, max(1, height // _SMALLEST)))
    across, down = _energy(grey, grid), _energy(np.ascontiguousarray(grey.T), grid[::-1]).T
    detail = np.log2(np.maximum(np.minimum(across, down), 0) + np.float32(2**EMPTY)).astype(np.float32)
    seen = np.ones(detail.shape, bool)
    if outside is not None:
        seen = cv2.resize(outside.astype(np.float32), grid, interpolation=cv2.INTER_AREA) <= 0
    brightness = cv2.resize(grey, grid, interpolation=cv2.INTER_AREA)[seen]
    low, high = np.quantile(brightness, (0.05, 0.95)) if brightness.size else (0.0, 0.0)
    return Structure(detail, seen, float(np.log2((high - low) ** 2 + 2**EMPTY)), _sharpness(grey))


def _energy(grey: Map, grid: tuple[int, int]) -> Map:
    """Mean squared difference of neighbouring columns per tile."""
    import cv2

    squares = np.zeros_like(grey)
    np.square(grey[:, 1:] - grey[:, :-1], out=squares[:, 1:])
    squares[:, 0] = squares[:, 1] if grey.shape[1] > 1 else 0
    return np.asarray(cv2.resize(squares, grid, interpolation=cv2.INTER_AREA), np.float32)


def _sharpness(grey: Map) -> float:
    near, far = 0.0, 0.0
    for turned in (grey, grey.T):
        if turned.shape[1] > _FAR:
            near += float(np.mean(np.square(turned[:, 1:] - turned[:, :-1])))
            far += float(np.mean(np.square(turned[:, _FAR:] - turned[:, :-_FAR])))
    return float(np.log2(near + 2**EMPTY) - np.log2(far + 2**EMPTY))


def _lines(detail: Map, seen: NDArray[np.bool_]) -> list[Map]:
    """The tiles seen of each row, without rows that lie half outside."""
    return [row[at] for row, at in zip(detail, seen, strict=True) if at.mean() >= 0.5]


def _shares(picture: Structure, floor: Map | None) -> tuple[float, float]:
    """Share of tiles below the floor in the poorest row or column, and in the whole picture."""
    if floor is None or floor.shape != picture.detail.shape:
        return 0.0, 0.0
    if picture.seen.mean() < 0.5:
        return 1.0, 1.0
    below = np.asarray(picture.detail < floor, np.float32)
    lines = [*_lines(below, picture.seen), *_lines(below.T, picture.seen.T)]
    return max(float(line.mean()) for line in lines), float(below[picture.seen].mean())


def _floor(normal: Sequence[Structure]) -> Map | None:
    """The lowest detail of the normal boards in each tile and its neighbours, less the margin."""
    if not normal:
        return None
    lowest = np.min([np.where(board.seen, board.detail, np.float32(99)) for board in normal], axis=0)
    lowest = _lowest(np.where(lowest < 99, lowest, np.float32(EMPTY)))
    return np.asarray(lowest - np.minimum(_MARGIN, (lowest - EMPTY) / 2), np.float32)


def _lowest(tiles: Map) -> Map:
    """The lowest of each tile and its eight neighbours: parts do not lie exactly where they lie on other boards."""
    import cv2

    return np.asarray(cv2.erode(tiles.astype(np.float32), np.ones((3, 3), np.uint8)), np.float32)


def _lower(values: Sequence[float], margin: float = _MARGIN, lowest: float = EMPTY) -> float:
    """The lowest value less a margin, but at most half way to the value of a picture without structure."""
    least = min(values)
    return least - min(max(margin, _SPREADS * float(np.std(values))), (least - lowest) / 2)
