"""Fiducials found on the picture of a board, and a placement laid on by those that its file names."""

from __future__ import annotations

from typing import Final

import numpy as np

from vqganodip.errors import DatasetError
from vqganodip.placement.evidence import support
from vqganodip.placement.laying_on import At, LaidOn, lay_on
from vqganodip.placement.parts import SIDE_MESSAGES, PlacementList, Side
from vqganodip.types import FloatArray, Image, Map

__all__ = ["find_discs", "lay_on_fiducials"]

_ALIKE: Final = 0.6
_MOST: Final = 160
_SIZES: Final = (0.0045, 0.02)
"""Radii of discs that are looked for, of the picture's longer side: 1 to 3 mm marks on boards of 50 to 250 mm."""

_NEAR: Final = 0.006
_FILLS: Final = 0.3
_INSIDE: Final = 0.97
_SURE: Final = 0.45
_LEAD: Final = 0.15


def find_discs(picture: Image) -> FloatArray:
    """Find bright discs within a darker ring, such as bare copper within its opening of the solder mask.

    Args:
        picture: uint8 h×w×3, the average of normal boards.

    Returns:
        float64 N×2, the centres in pixels, most disc-like first; at most 160.
    """
    import cv2

    grey = cv2.cvtColor(np.ascontiguousarray(picture), cv2.COLOR_RGB2GRAY).astype(np.float32)
    height, width = grey.shape
    best = np.full(grey.shape, -1.0, np.float32)
    low, high = (size * max(height, width) for size in _SIZES)
    for radius in np.geomspace(max(low, 2.0), max(high, 3.0), 9):
        side = int(np.ceil(2.0 * radius))
        axis = np.arange(-side, side + 1, dtype=np.float32)
        far = np.hypot(axis[:, None], axis[None, :])
        template = np.clip(radius + 0.5 - far, 0, 1).astype(np.float32)
        if 2 * side + 1 > min(height, width):
            continue
        ring = (far <= 1.75 * radius).astype(np.float32)
        alike = cv2.matchTemplate(grey, template, cv2.TM_CCOEFF_NORMED, mask=ring)
        alike = np.where(np.isfinite(alike), alike, -1).astype(np.float32)
        window = best[side : side + alike.shape[0], side : side + alike.shape[1]]
        np.maximum(window, alike, out=window)
    reach = max(3, round(low * 2)) | 1
    peaks = (best == cv2.dilate(best, np.ones((reach, reach), np.uint8))) & (best > _ALIKE)
    rows, columns = np.nonzero(peaks)
    order = np.argsort(-best[rows, columns], kind="stable")[:_MOST]
    places = [_refined(best, int(rows[i]), int(columns[i])) for i in order]
    return np.array(places, np.float64).reshape(-1, 2)


def _refined(best: Map, row: int, column: int) -> tuple[float, float]:
    """The peak between pixels, by parabolas."""

    def offset(before: float, at: float, after: float) -> float:
        bend = before - 2 * at + after
        return 0.0 if bend >= 0 else float(np.clip((before - after) / (2 * bend), -0.5, 0.5))

    height, width = best.shape
    if not (0 < row < height - 1 and 0 < column < width - 1):
        return float(column), float(row)
    dx = offset(best[row, column - 1], best[row, column], best[row, column + 1])
    dy = offset(best[row - 1, column], best[row, column], best[row + 1, column])
    return column + dx, row + dy


def lay_on_fiducials(
    placement: PlacementList, picture: Image, spread: Map, *, side: Side = Side.TOP, mm_per_px: float | None = None
) -> LaidOn:
    """Lay a placement on a picture by the fiducials that its file names.

    Two of them are put on each pair of discs in the picture; the pair counts under which the other fiducials lie on
    discs too and the parts lie where normal boards vary.

    Args:
        placement: The placement.
        picture: uint8 h×w×3, the average of normal boards.
        spread: float32 h×w, standard deviation of normal boards at each place, above zero.
        side: Side of the board that the picture shows.
        mm_per_px: Millimetres per pixel; None if unknown.

    Raises:
        DatasetError: The file names fewer than two fiducials of that side, or they are not found on the picture.
    """
    marks = [part for part in placement.parts if part.fiducial and part.side is side]
    if len(marks) < 2:
        raise DatasetError(
            "parts-fiducials-few",
            "the placement names {count:fiducial|fiducials} on the {side}: two are needed",
            where=placement.name,
            todo="Give two to four parts with their places on the picture: with --at REF=X,Y, or by clicks.",
            count=len(marks),
            side=SIDE_MESSAGES[side],
        )
    discs = find_discs(picture)
    places = np.array([(p.x, p.y) for p in marks], np.float64)
    others = np.array([(p.x, p.y) for p in placement.parts if p.side is side and not p.fiducial], np.float64)
    found = _best(discs, places, others.reshape(-1, 2), spread)
    if found is None:
        raise DatasetError(
            "parts-fiducials-not-found",
            "the fiducials of the placement are not found on the picture beyond doubt",
            where=placement.name,
            todo="Give two to four parts with their places on the picture: with --at REF=X,Y, or by clicks.",
        )
    matched, mirrored = found
    points = [At(marks[i].ref_des, float(discs[j, 0]), float(discs[j, 1])) for i, j in matched]
    return lay_on(placement, points, mm_per_px=mm_per_px, mirrored=mirrored)


def _best(
    discs: FloatArray, marks: FloatArray, parts: FloatArray, spread: Map
) -> tuple[list[tuple[int, int]], bool] | None:
    """Pairs of fiducial and disc, and whether the picture is mirrored, with the clearly strongest support."""
    if len(discs) < 2 or not len(parts):
        return None
    gaps = np.hypot(*(marks[:, None] - marks[None]).transpose(2, 0, 1))
    one, other = (int(i) for i in np.unravel_index(gaps.argmax(), gaps.shape))
    if gaps[one, other] == 0:
        return None
    height, width = spread.shape
    z = discs[:, 0] + 1j * discs[:, 1]
    near = _NEAR * max(height, width)
    ranked: list[tuple[float, complex, complex, bool]] = []
    for mirrored in (False, True):
        sign = 1j if mirrored else -1j
        m, p = marks[:, 0] + sign * marks[:, 1], parts[:, 0] + sign * parts[:, 1]
        a = (z[None, :] - z[:, None]) / (m[other] - m[one])
        b = z[:, None] - a * m[one]
        span = max(np.ptp(parts[:, 0]), np.ptp(parts[:, 1]))
        i, j = np.nonzero(np.abs(a) * span > _FILLS * min(height, width))
        a, b = a[i, j], b[i, j]
        # all fiducials on discs
        on = np.abs((a[:, None] * m + b[:, None])[:, :, None] - z).min(axis=2).max(axis=1) <= near
        a, b = a[on], b[on]
        for first in range(0, len(a), 500):
            block = slice(first, first + 500)
            w = a[block, None] * p + b[block, None]
            inside = ((w.real >= 0) & (w.real < width) & (w.imag >= 0) & (w.imag < height)).mean(axis=1)
            value = np.where(inside >= _INSIDE, support(np.stack([w.real, w.imag], axis=-1), spread), -9.0)
            ranked += [
                (float(v), complex(s), complex(t), mirrored)
                for v, s, t in zip(value, a[block], b[block], strict=True)
                if v > 0
            ]
    if not ranked:
        return None
    ranked.sort(key=lambda row: -row[0])
    strongest, factor, offset, mirrored = ranked[0]
    m = marks[:, 0] + (1j if mirrored else -1j) * marks[:, 1]
    rivals = [
        v
        for v, s, t, mirror in ranked[1:]
        if mirror is not mirrored or np.abs(factor * m + offset - (s * m + t)).max() > 2 * near
    ]
    if strongest < _SURE or (rivals and strongest - rivals[0] < _LEAD):
        return None
    matched = [(k, int(np.abs(factor * m[k] + offset - z).argmin())) for k in range(len(marks))]
    return matched, mirrored
