"""Laying a placement on the picture of a board by points whose pixels are known."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

import numpy as np

from vqganodip.errors import DatasetError, Message, message
from vqganodip.placement.evidence import support
from vqganodip.placement.parts import SIDE_MESSAGES, PlacedPart, PlacementList, Side, Unit
from vqganodip.placement.spacing import likely_unit, median_spacing
from vqganodip.placement.transforms import Transform, fit_affine, fit_similarity
from vqganodip.types import FloatArray, Map

__all__ = ["ACCEPTED_MM", "At", "LaidOn", "lay_on"]

ACCEPTED_MM: Final = 0.5
"""Largest residual of a point: two hand-set pixels of a usual board, and the tolerance of placing."""

_CLEARLY: Final = 3.0
_BETTER: Final = 0.5
_MOST_STRETCH: Final = 1.1
_SAME_SCALE: Final = 0.08
_PLAUSIBLE_MM: Final = (0.15, 60.0)
_APART: Final = 0.04
_SEEN: Final = 0.4
_FEW: Final = 12


@dataclass(frozen=True, slots=True)
class At:
    """A part or fiducial whose place on the picture is known: pixels of its centre."""

    ref_des: str
    x: float
    y: float


@dataclass(frozen=True, slots=True, eq=False)
class LaidOn:
    """A placement laid on a picture.

    Attributes:
        placement: The placement; in corrected millimetres if the unit was corrected.
        side: Side of the board that the picture shows.
        transform: From millimetres to pixels.
        points: The points that it rests on.
        residuals_mm: Distance of each point from where the transform puts it, in millimetres.
        scale_estimated: True if the scale follows from the points alone.
        notes: What was recognised or assumed.
    """

    placement: PlacementList
    side: Side
    transform: Transform
    points: tuple[At, ...]
    residuals_mm: tuple[float, ...]
    scale_estimated: bool
    notes: tuple[Message, ...] = field(default=())

    @property
    def residual_mm(self) -> float:
        """Root mean square of the residuals; 0 for two points, which any similarity fits."""
        return float(np.sqrt(np.mean(np.square(self.residuals_mm))))

    @property
    def parts(self) -> tuple[PlacedPart, ...]:
        """The parts of the side that the picture shows."""
        return tuple(part for part in self.placement.parts if part.side is self.side)


def lay_on(
    placement: PlacementList,
    points: Sequence[At],
    *,
    mm_per_px: float | None = None,
    mirrored: bool | None = None,
    spread: Map | None = None,
) -> LaidOn:
    """Lay a placement on a picture by two or more points.

    A similarity is taken where it fits within ACCEPTED_MM, an affine transform where it fits far better. A mirrored
    picture or file, a turned origin and a wrong unit are recognised and noted, or refused.

    Args:
        placement: The placement.
        points: Parts or fiducials of one side, with the pixels of their centres.
        mm_per_px: Millimetres per pixel of the picture; None if unknown: it then follows from the points.
        mirrored: Whether the picture shows the coordinates mirrored. None to decide by the residual; where that does
            not decide, as for two points, by the spread; else coordinates of the bottom are taken to be seen from the
            top, so mirrored.
        spread: float32 h×w, standard deviation of normal boards at each place of the picture, above zero; None if it is
            unknown. It also tells, in a note, that the parts do not lie where normal boards vary.

    Raises:
        DatasetError: Too few points, an unknown part, parts of both sides, parts too close together, or no transform
            that fits; one sentence says which.
    """
    named = _named(placement, points)
    side = named[0].side
    _check_scale_of_file(placement)
    pixels = np.array([(at.x, at.y) for at in points], np.float64)
    millimetres = np.array([(part.x, part.y) for part in named], np.float64)
    _check_apart(placement, points, millimetres, pixels)
    fits = {mirror: fit_similarity(millimetres, pixels, mirrored=mirror) for mirror in (False, True)}
    others = np.array([(p.x, p.y) for p in placement.parts if p.side is side and not p.fiducial], np.float64)
    seen = {mirror: _seen(fit, others, spread) for mirror, fit in fits.items()}
    if mirrored is None:
        found, notes = _oriented(fits, millimetres, pixels, usual=side is Side.BOTTOM, seen=seen)
    else:
        found, notes = fits[mirrored], ()
    if not seen[found.mirrored] >= _SEEN:
        notes = (*notes, _unseen())
    residuals = found.residuals_mm(millimetres, pixels)
    if residuals.max() > ACCEPTED_MM or len(points) > 3:
        found, more = _distorted(points, millimetres, pixels, found, placement)
        notes = (*notes, *more)
    placement, found, more = _scaled(placement, found, mm_per_px)
    residuals = found.residuals_mm(np.array([(p.x, p.y) for p in _named(placement, points)]), pixels)
    notes = (*notes, *more, *_turned(found))
    return LaidOn(
        placement, side, found, tuple(points), tuple(float(r) for r in residuals), mm_per_px is None, tuple(notes)
    )


def _named(placement: PlacementList, points: Sequence[At]) -> tuple[PlacedPart, ...]:
    if len(points) < 2:
        raise DatasetError(
            "parts-points-few",
            "two points are needed at least to lay the placement on the board ({count:point|points} given)",
            where=placement.name,
            todo="Give two to four parts far apart, with their places on the picture.",
            count=len(points),
        )
    parts: list[PlacedPart] = []
    for at in points:
        part = placement.part(at.ref_des)
        if part is None:
            raise DatasetError(
                "parts-point-unknown",
                "the placement has no part {name}",
                where=placement.name,
                todo="Give a reference designator of the file, such as {example}.",
                name=at.ref_des,
                example=placement.parts[0].ref_des,
            )
        if part in parts:
            raise DatasetError(
                "parts-point-twice",
                "{name} is given twice",
                where=placement.name,
                todo="Give each part once.",
                name=part.ref_des,
            )
        if parts and part.side is not parts[0].side:
            raise DatasetError(
                "parts-points-sides",
                "{one} is on the {side}, {other} on the {other_side}: one picture shows one side",
                where=placement.name,
                todo="Give parts of one side.",
                one=parts[0].ref_des,
                side=SIDE_MESSAGES[parts[0].side],
                other=part.ref_des,
                other_side=SIDE_MESSAGES[part.side],
            )
        parts.append(part)
    return tuple(parts)


def _check_scale_of_file(placement: PlacementList) -> None:
    """Refuse a file whose parts lie as far apart as on no board: then its unit is wrong."""
    places = [(part.x, part.y) for part in placement.parts]
    spacing = median_spacing(places)
    if spacing is None or _PLAUSIBLE_MM[0] <= spacing <= _PLAUSIBLE_MM[1]:
        return
    likely = likely_unit([(x / placement.unit.mm, y / placement.unit.mm) for x, y in places])
    raise DatasetError(
        "parts-unit-implausible",
        "neighbouring parts would lie {spacing:.3g} mm apart in {unit}: the unit of the file is wrong",
        where=placement.name,
        todo="Export the placement again, or correct its unit to {likely}.",
        spacing=spacing,
        unit=placement.unit.value,
        likely=message("parts-unit-other", "another one") if likely is None else likely.value,
    )


def _check_apart(placement: PlacementList, points: Sequence[At], millimetres: FloatArray, pixels: FloatArray) -> None:
    """Refuse points that lie too close together to carry a whole board."""
    extent = float(np.hypot(*np.ptp([(p.x, p.y) for p in placement.parts], axis=0)))
    for places in (millimetres, pixels):
        if not np.ptp(places, axis=0).any():
            raise DatasetError(
                "parts-points-same",
                "{names} lie in one place",
                where=placement.name,
                todo="Choose parts far apart.",
                names=", ".join(at.ref_des for at in points),
            )
    apart = float(np.hypot(*np.ptp(millimetres, axis=0)))
    if apart < _APART * extent:
        raise DatasetError(
            "parts-points-close",
            "{names} lie within {apart:.1f} mm of each other, too close together for parts {extent:.0f} mm apart",
            where=placement.name,
            todo="Choose parts near opposite corners.",
            names=", ".join(at.ref_des for at in points),
            apart=apart,
            extent=extent,
        )


def _seen(fit: Transform, parts: FloatArray, spread: Map | None) -> float:
    """Support by the spread; nothing is known without one, or with few parts."""
    if spread is None or len(parts) < _FEW:
        return float("inf")
    return float(support(fit.apply(parts), spread))


def _unseen() -> Message:
    return message(
        "parts-note-unseen",
        "few of the parts lie where normal boards vary: check names and pixels of the points",
    )


def _oriented(
    fits: Mapping[bool, Transform],
    millimetres: FloatArray,
    pixels: FloatArray,
    *,
    usual: bool,
    seen: Mapping[bool, float],
) -> tuple[Transform, tuple[Message, ...]]:
    """The similarity that fits better of the mirrored and the plain one; where both fit, by the spread or as usual."""
    worst = {mirror: float(fit.residuals_mm(millimetres, pixels).max()) for mirror, fit in fits.items()}
    other = not usual
    if worst[usual] > max(_CLEARLY * worst[other], ACCEPTED_MM):
        return fits[other], (_mirrored(other),)
    if worst[other] > max(_CLEARLY * worst[usual], ACCEPTED_MM):
        return fits[usual], ()
    if seen[other] > seen[usual] + _SEEN / 2 and seen[other] >= _SEEN:
        return fits[other], (_mirrored(other),)
    if seen[usual] > seen[other] + _SEEN / 2:
        return fits[usual], ()
    how = (
        message("parts-mirrored", "seen from the other side")
        if usual
        else message("parts-not-mirrored", "seen from this side")
    )
    note = message(
        "parts-note-mirror-assumed",
        "these points do not tell whether the picture is mirrored: the coordinates were taken to be {how}; a "
        "third part away from the line through them would tell",
        how=how,
    )
    return fits[usual], (note,)


def _mirrored(mirrored: bool) -> Message:
    if mirrored:
        return message("parts-note-mirrored", "the picture shows the coordinates of the file mirrored")
    return message(
        "parts-note-not-mirrored", "the file has its coordinates mirrored already, as the picture shows them"
    )


def _distorted(
    points: Sequence[At],
    millimetres: FloatArray,
    pixels: FloatArray,
    similar: Transform,
    placement: PlacementList,
) -> tuple[Transform, tuple[Message, ...]]:
    """The affine transform where it fits far better than the similarity; refused where neither fits."""
    plain = similar.residuals_mm(millimetres, pixels)
    affine = fit_affine(millimetres, pixels) if len(points) >= 3 else None
    if affine is not None and (affine.stretch > _MOST_STRETCH or affine.mirrored != similar.mirrored):
        affine = None
    if affine is not None:
        residuals = affine.residuals_mm(millimetres, pixels)
        # each is compared by its residual per degree of freedom; three points leave an affine transform none
        free = (2 * len(points) - 4, 2 * len(points) - 6)
        before = float(np.sqrt(np.square(plain).sum() / free[0]))
        after = float(np.sqrt(np.square(residuals).sum() / max(free[1], 1)))
        if residuals.max() <= ACCEPTED_MM and (plain.max() > ACCEPTED_MM or after < _BETTER * before > 0.1):
            note = message(
                "parts-note-affine",
                "an affine transform fits better than a similarity: {after:.2f} instead of {before:.2f} mm",
                after=float(residuals.max()),
                before=float(plain.max()),
            )
            three = message("parts-note-affine-three", "three points cannot check an affine transform: give a fourth")
            return affine, (note, three) if free[1] == 0 else (note,)
    if plain.max() <= ACCEPTED_MM:
        return similar, ()
    raise _misfit(points, millimetres, pixels, similar, placement)


def _misfit(
    points: Sequence[At], millimetres: FloatArray, pixels: FloatArray, similar: Transform, placement: PlacementList
) -> DatasetError:
    """The error for points that do not fit, which names the point that is wrong if the others fit without it."""
    residuals = similar.residuals_mm(millimetres, pixels)
    worst = int(residuals.argmax())
    for out in range(len(points)) if len(points) >= 4 else ():
        rest = [i for i in range(len(points)) if i != out]
        fit = fit_similarity(millimetres[rest], pixels[rest], mirrored=similar.mirrored)
        if fit.residuals_mm(millimetres[rest], pixels[rest]).max() <= ACCEPTED_MM:
            away = float(fit.residuals_mm(millimetres[[out]], pixels[[out]])[0])
            return DatasetError(
                "parts-point-wrong",
                "{name} lies {away:.1f} mm from where the other points put it",
                where=placement.name,
                todo="Correct its pixels or its name.",
                name=points[out].ref_des,
                away=away,
            )
    return DatasetError(
        "parts-points-misfit",
        "the points do not fit the placement: residual {residual:.1f} mm, {worst} by {most:.1f} mm",
        where=placement.name,
        todo="Check the names and pixels of the points, and that the file belongs to this board.",
        residual=float(np.sqrt(np.mean(np.square(residuals)))),
        worst=points[worst].ref_des,
        most=float(residuals[worst]),
    )


def _scaled(
    placement: PlacementList, found: Transform, mm_per_px: float | None
) -> tuple[PlacementList, Transform, tuple[Message, ...]]:
    """Compare the scale with the known one: another unit is recognised, anything else refused."""
    if mm_per_px is None:
        note = message(
            "parts-note-scale",
            "the scale follows from the points: {scale:.4f} mm per pixel",
            scale=1 / found.px_per_mm,
        )
        return placement, found, (note,)
    ratio = 1 / (found.px_per_mm * mm_per_px)  # millimetres of the file per true millimetre
    if abs(ratio - 1) <= _SAME_SCALE:
        return placement, found, ()
    for unit in Unit:
        factor = unit.mm / placement.unit.mm
        if unit is not placement.unit and abs(ratio * factor - 1) <= _SAME_SCALE:
            parts = tuple(replace(p, x=p.x * factor, y=p.y * factor) for p in placement.parts)
            matrix = found.matrix.copy()
            matrix[:, :2] /= factor
            note = message(
                "parts-note-unit",
                "the coordinates were read as {unit}, not as {before}: so the scale of the picture says",
                unit=unit.value,
                before=placement.unit.value,
            )
            return replace(placement, parts=parts, unit=unit), Transform(found.kind, matrix), (note,)
    raise DatasetError(
        "parts-scale-other",
        "the points give {found:.4f} mm per pixel, but the picture has {known:.4f}",
        where=placement.name,
        todo="Check the points, and that the file belongs to this board.",
        found=1 / found.px_per_mm,
        known=mm_per_px,
    )


def _turned(found: Transform) -> tuple[Message, ...]:
    """A note on an origin that is turned against the picture by a quarter or more."""
    turn = found.turn
    if found.mirrored and abs(abs(turn) - 180) < abs(turn):
        turn = 180 - turn if turn > 0 else -180 - turn  # mirrored left to right, which needs no turn
    if abs(turn) < 45:
        return ()
    return (message("parts-note-turned", "the placement is turned by {turn:.0f}° on the picture", turn=turn),)
