"""Rendering of one board with exact ground truth of its defects."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.datasets.synthetic.camera import Backdrop, Exposure, backdrop, develop, digitise, project, sensor_grain
from vqganodip.datasets.synthetic.canvas import Surface
from vqganodip.datasets.synthetic.circuits import draw_part
from vqganodip.datasets.synthetic.defects import DefectKind, PlannedDefect, plan_defect
from vqganodip.datasets.synthetic.layout import Product
from vqganodip.datasets.synthetic.lighting import SHADOW_MM, shade
from vqganodip.datasets.synthetic.placement import Placement, place, stream
from vqganodip.datasets.synthetic.product import product
from vqganodip.datasets.synthetic.residue import dust, label
from vqganodip.datasets.synthetic.solder import flood
from vqganodip.datasets.synthetic.substrate import substrate
from vqganodip.errors import SettingsError, message
from vqganodip.types import Box, Image, Map

__all__ = ["CHANGE_LEVELS", "SIZES", "DefectTruth", "RenderedBoard", "render_board", "render_pair"]

SIZES: Final = (256, 512, 1024)
"""Sides of the image that can be rendered, in pixels."""

CHANGE_LEVELS: Final = 9.0
"""A pixel belongs to a defect's mask when the defect changes it by more than this many of 255 grey levels."""

_OVERSAMPLING: Final = 2
_ATTEMPTS: Final = 12
_APART_MM: Final = 12.0


@dataclass(frozen=True, slots=True)
class DefectTruth:
    """Ground truth of one defect.

    Attributes:
        kind: Kind of defect.
        box: Bounding box of its pixels in the image.
        severity: 0 barely visible to 1 gross.
        ref_des: Reference designator of the part concerned; empty for a defect of the bare board.
    """

    kind: DefectKind
    box: Box
    severity: float
    ref_des: str = ""


@dataclass(frozen=True, slots=True)
class RenderedBoard:
    """A rendered board with its ground truth.

    Attributes:
        image: uint8 H×W×3 sRGB.
        mask: bool H×W, pixels that the defects change; empty (all False) on a normal board.
        defects: The defects in the requested order.
        serial: Serial number, as on the label.
        transform: float64 2×3, from nominal product pixels to image pixels, both with pixel centres at integers.
            Nominal: millimetres of the field × size / 100 − 0.5.
        barcode: Box around the label's code in the image.
    """

    image: Image = field(repr=False)
    mask: NDArray[np.bool_] = field(repr=False)
    defects: tuple[DefectTruth, ...]
    serial: str
    transform: NDArray[np.float64] = field(repr=False)
    barcode: Box


@lru_cache(maxsize=4)
def _placements(name: str, seed: int, variation: float) -> tuple[Placement, ...]:
    return tuple(place(part, i, seed, variation) for i, part in enumerate(product(name).parts))


@dataclass(frozen=True, slots=True)
class _Order:
    """A board to render."""

    board: Product
    seed: int
    size: int
    serial: str
    variation: float
    kinds: tuple[DefectKind, ...]
    severity: tuple[float, float]


def _build_surface(order: _Order, planned: Sequence[PlannedDefect]) -> Surface:
    """Build the surface of a board with everything on it."""
    board, seed, variation = order.board, order.seed, order.variation
    surface = substrate(board.name, _OVERSAMPLING * order.size)[0].copy()
    flood(surface, board, seed, variation)
    placements = list(_placements(board.name, seed, variation))
    for defect in planned:
        for index, changed in defect.changes.items():
            placements[index] = changed
    for placement in placements:
        draw_part(surface, placement)
    label(surface, board, seed, order.serial, variation)
    for defect in planned:
        if defect.extra is not None:
            defect.extra(surface)
    dust(surface, board, seed, variation)
    return surface


def _plan(order: _Order, attempt: int) -> list[PlannedDefect]:
    """Plan the defects of a board, well apart from each other; later attempts are more severe."""
    board, seed, variation, severity = order.board, order.seed, order.variation, order.severity
    placements = _placements(board.name, seed, variation)
    planned: list[PlannedDefect] = []
    low = min(severity[0] + 0.06 * attempt, severity[1])
    for number, kind in enumerate(order.kinds):
        for turn in range(40):
            rng = stream(seed, f"fault {number}", attempt * 1000 + turn)
            grade = float(low + (severity[1] - low) * rng.beta(1.1, 1.5))
            defect = plan_defect(kind, board, placements, rng, grade, variation)
            gaps = [np.hypot(defect.at[0] - f.at[0], defect.at[1] - f.at[1]) for f in planned]
            if all(gap > _APART_MM for gap in gaps):
                break
        planned.append(defect)
    return planned


def _window(changed: NDArray[np.bool_], ppmm: float) -> tuple[slice, slice] | None:
    """Rows and columns in which the light can differ, on even cells; None if nothing changed."""
    rows, columns = np.flatnonzero(changed.any(axis=1)), np.flatnonzero(changed.any(axis=0))
    if not rows.size:
        return None
    margin = int((SHADOW_MM + 1.5) * ppmm)
    side = changed.shape[0]
    y0, y1 = max(0, rows[0] - margin) // 2 * 2, min(side, (rows[-1] + margin) // 2 * 2 + 2)
    x0, x1 = max(0, columns[0] - margin) // 2 * 2, min(side, (columns[-1] + margin) // 2 * 2 + 2)
    return slice(y0, y1), slice(x0, x1)


def _cut(surface: Surface, window: tuple[slice, slice]) -> Surface:
    cut = (surface.albedo[window], surface.height[window], surface.metal[window], surface.gloss[window])
    albedo, height, metal, gloss = (plane.copy(order="K") for plane in cut)
    return Surface(albedo, height, metal, gloss, surface.ppmm)


def _change(before: Map, after: Map) -> NDArray[np.bool_]:
    """Mask of visibly changed pixels: thresholded, closed, without specks."""
    import cv2

    different = (np.abs(after - before).max(axis=2) > CHANGE_LEVELS).astype(np.uint8)
    different = cv2.morphologyEx(different, cv2.MORPH_CLOSE, np.ones((3, 3), np.uint8))
    count, labels, stats, _ = cv2.connectedComponentsWithStats(different, connectivity=8)
    keep = np.zeros(count, np.bool_)
    keep[1:] = stats[1:, cv2.CC_STAT_AREA] >= 4
    return np.asarray(keep[labels], np.bool_)


def _truth_of_each(
    mask: NDArray[np.bool_], planned: Sequence[PlannedDefect], exposure: Exposure, size: int, field_mm: float
) -> tuple[DefectTruth, ...] | None:
    """Assign each changed pixel to the nearest defect; None if a defect has too few pixels."""
    rows, columns = np.nonzero(mask)
    places = np.array([f.at for f in planned]) * size / field_mm - 0.5
    places = places @ exposure.transform[:, :2].T + exposure.transform[:, 2]
    distance = np.hypot(columns[:, None] - places[None, :, 0], rows[:, None] - places[None, :, 1])
    owner = distance.argmin(axis=1) if rows.size else np.zeros(0, np.int64)
    truths = []
    least = 10 if size >= 1024 else 4
    for number, defect in enumerate(planned):
        mine = owner == number
        if mine.sum() < least:
            return None
        y, x = rows[mine], columns[mine]
        box = Box(int(x.min()), int(y.min()), int(x.max()) + 1, int(y.max()) + 1)
        truths.append(DefectTruth(defect.kind, box, defect.severity, defect.ref_des))
    return tuple(truths)


def _kinds(defects: int | Sequence[DefectKind], seed: int) -> tuple[DefectKind, ...]:
    if isinstance(defects, int):
        rng = stream(seed, "kinds")
        order = list(DefectKind)
        return tuple(order[int(i)] for i in rng.permutation(len(order))[:defects])
    return tuple(DefectKind(kind) for kind in defects)


def render_board(
    product_name: str,
    seed: int,
    *,
    size: int = 1024,
    defects: int | Sequence[DefectKind] = 0,
    variation: float = 1.0,
    severity: tuple[float, float] = (0.0, 1.0),
    serial: str | None = None,
) -> RenderedBoard:
    """Render one board.

    A board with defects and the normal board of the same seed share all random draws except those of the defects; every
    pixel that no defect touches is equal. The mask is measured: the board is lit with and without its defects, and a
    pixel belongs to the mask if it differs by more than CHANGE_LEVELS.

    Args:
        product_name: Name of a product, see :func:`vqganodip.datasets.synthetic.product.product`.
        seed: Any non-negative integer; the same seed gives the same bytes.
        size: Side of the image in pixels, one of SIZES; the field of the designed products is 100 mm wide (paper
            section 4.1: 1024, 10 cm).
        defects: Number of defects, whose kinds the seed decides, or their kinds.
        variation: Strength of the normal variation, 1 as in the paper's figure 2, 2 for stress.
        severity: Range of the severity of each defect, within 0..1.
        serial: Serial number, up to 20 letters, digits and hyphens; None derives one from the seed.

    Raises:
        SettingsError: A product, size, or range that does not exist, or a defect for which there is no room.
    """
    order = _order(product_name, seed, size, defects, variation, severity, serial)
    shot = _shoot(order)
    if not order.kinds:
        return _board(order, shot.exposure, shot.values, sensor_grain(seed, size))
    values, mask, truths = _with_defects(order, shot)
    return _board(order, shot.exposure, values, sensor_grain(seed, size), mask, truths)


def render_pair(
    product_name: str,
    seed: int,
    *,
    size: int = 1024,
    defects: int | Sequence[DefectKind] = 1,
    variation: float = 1.0,
    severity: tuple[float, float] = (0.0, 1.0),
    serial: str | None = None,
) -> tuple[RenderedBoard, RenderedBoard]:
    """Render a normal board and the same board with defects, for little more than the time of the latter.

    Args:
        product_name: As for :func:`render_board`, like all other arguments.
        seed: Seed of both boards.
        size: Side of the images in pixels.
        defects: Number or kinds of the defects, at least one.
        variation: Strength of the normal variation.
        severity: Range of the severity of each defect.
        serial: Serial number of both boards.

    Returns:
        What :func:`render_board` returns without and with the defects.

    Raises:
        SettingsError: As for :func:`render_board`, or no defect is asked for.
    """
    order = _order(product_name, seed, size, defects, variation, severity, serial)
    if not order.kinds:
        raise SettingsError(
            "render-pair-without-defect",
            "a pair needs at least one defect",
            where=message("place-defects", "defects"),
            todo="Ask for one defect or more, or for a normal board only.",
        )
    shot = _shoot(order)
    values, mask, truths = _with_defects(order, shot)
    grain = sensor_grain(seed, size)
    normal = _board(order, shot.exposure, shot.values, grain)
    return normal, _board(order, shot.exposure, values, grain, mask, truths)


@dataclass(frozen=True, slots=True)
class _Shot:
    """The board of an order without its defects: backdrop, surface, light, and the pixels without noise."""

    exposure: Exposure
    scene: Backdrop
    plain: Surface
    radiance: Map
    values: Map


def _order(
    product_name: str,
    seed: int,
    size: int,
    defects: int | Sequence[DefectKind],
    variation: float,
    severity: tuple[float, float],
    serial: str | None,
) -> _Order:
    _check(size, variation, severity, seed)
    board, kinds = product(product_name), _kinds(defects, seed)
    serial = serial or f"{board.serial}-{int(stream(seed, 'serial').integers(0, 10**7)):07d}"
    return _Order(board, seed, size, serial, variation, kinds, severity)


def _shoot(order: _Order) -> _Shot:
    board, size = order.board, order.size
    exposure = Exposure.draw(order.seed, size, order.variation).through(board.optics)
    scene = backdrop(substrate(board.name, _OVERSAMPLING * size)[1], exposure, size)
    plain = _build_surface(order, ())
    radiance = shade(plain, exposure.light)
    return _Shot(exposure, scene, plain, radiance, develop(project(radiance, scene, exposure, size), exposure))


def _board(
    order: _Order,
    exposure: Exposure,
    values: Map,
    grain: Map,
    mask: NDArray[np.bool_] | None = None,
    truths: tuple[DefectTruth, ...] = (),
) -> RenderedBoard:
    return RenderedBoard(
        image=digitise(values, exposure, grain),
        mask=np.zeros((order.size, order.size), np.bool_) if mask is None else mask,
        defects=truths,
        serial=order.serial,
        transform=exposure.transform,
        barcode=_code_box(order.board, exposure, order.size),
    )


def _with_defects(order: _Order, shot: _Shot) -> tuple[Map, NDArray[np.bool_], tuple[DefectTruth, ...]]:
    """Photograph the board with its defects, with mask and ground truth; retried while a defect is invisible."""
    for attempt in range(_ATTEMPTS):
        planned = _plan(order, attempt)
        surface = _build_surface(order, planned)
        radiance = _relit(shot.radiance, shot.plain, surface, shot.exposure)
        after = develop(project(radiance, shot.scene, shot.exposure, order.size), shot.exposure)
        mask = _change(shot.values, after)
        truths = _truth_of_each(mask, planned, shot.exposure, order.size, order.board.field_mm)
        if truths is not None:
            return after, mask, truths
    raise SettingsError(
        "render-defects-invisible",
        "the defects cannot be seen at this size",
        where=", ".join(order.kinds),
        todo="Ask for a larger severity.",
    )


def _relit(radiance: Map, plain: Surface, surface: Surface, exposure: Exposure) -> Map:
    """Compute the light of a changed surface, only where it can differ from that of the plain one."""
    window = _window(surface.differs(plain), surface.ppmm)
    if window is None:
        return radiance
    result = radiance.copy(order="K")
    before, after = (shade(_cut(s, window), exposure.light) for s in (plain, surface))
    result[window] += after - before
    return result


def _check(size: int, variation: float, severity: tuple[float, float], seed: int) -> None:
    if size not in SIZES:
        raise SettingsError(
            "render-size-unknown",
            "boards are not rendered at {size} px",
            where=message("place-size", "size"),
            todo="Choose one of {names}.",
            size=size,
            names=str(SIZES),
        )
    if not 0 <= variation <= 4:
        raise SettingsError(
            "render-variation-invalid",
            "variation {variation} is not within 0..4",
            where=message("place-variation", "variation"),
            todo="Use 1 or 2.",
            variation=variation,
        )
    if not 0 <= severity[0] <= severity[1] <= 1:
        raise SettingsError(
            "render-severity-invalid",
            "severity {severity} is no range within 0..1",
            where=message("place-severity", "severity"),
            todo="Use (0, 1).",
            severity=str(severity),
        )
    if seed < 0:
        raise SettingsError(
            "render-seed-negative",
            "seed {seed} is negative",
            where=message("place-seed", "seed"),
            todo="Use 0 or more.",
            seed=seed,
        )


def _code_box(board: Product, exposure: Exposure, size: int) -> Box:
    x, y, side = board.barcode
    half = side / 2 + 0.3
    corners = np.array([(x + i * half, y + j * half) for i in (-1, 1) for j in (-1, 1)])
    corners = corners * size / board.field_mm - 0.5
    moved = corners @ exposure.transform[:, :2].T + exposure.transform[:, 2]
    low, high = np.floor(moved.min(axis=0)), np.ceil(moved.max(axis=0)) + 1
    return Box(int(low[0]), int(low[1]), int(high[0]), int(high[1]))
