"""Checks before a session: screen, disk, images and room.

A failed check can be overridden with a reason, unless the session cannot work without it.
"""

from __future__ import annotations

import math
import os
import shutil
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from PySide6.QtCore import QSize

from vqganodip.errors import TuringError, message, system_reason
from vqganodip.number_format import grouped
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.turing.pixel_alignment import centred
from vqganodip_gui.turing.refresh_rate import RefreshRate

_FREE_MB: Final = 200.0
_SYNCS: Final = 20
_SLOW_SYNC_MS: Final = 250.0
_MOST_BYTES: Final = 256_000_000
_BYTES_PER_PIXEL: Final = 4

ROOM: Final = ("night_light_off", "notifications_off", "screen_saver_off", "brightness_noted")
"""Conditions that software cannot detect; the operator confirms them."""


@dataclass(frozen=True, slots=True)
class Check:
    """One line of the preflight.

    Attributes:
        name: In the record.
        passed: Whether it is as it should be.
        result: What was found, for the operator.
        measured: What was found, for the record.
        required: True if the session cannot work while it fails, so that no reason overrides it.
    """

    name: str
    passed: bool
    result: str
    measured: Mapping[str, Any] = field(default_factory=dict)
    required: bool = False

    @property
    def blocks(self) -> bool:
        """True if no session can begin."""
        return self.required and not self.passed


def check_refresh(found: RefreshRate) -> Check:
    """Check that frames are synchronised with the screen."""
    values = {"hz": f"{found.nominal_hz:.1f}", "median": f"{found.median_ms:.1f}", "frames": found.frames}
    verified = tr("vsync verified: {frames} frames, {median} ms each ({hz} Hz screen)").format(**values)
    unverified = tr("vsync NOT verified: {frames} frames, {median} ms each, on a {hz} Hz screen").format(**values)
    return Check(
        "vsync",
        found.verified,
        verified if found.verified else unverified,
        {
            "refresh_hz": round(found.refresh_hz, 3),
            "nominal_hz": round(found.nominal_hz, 3),
            "frames": found.frames,
            "frame_median_ms": round(found.median_ms, 3),
            "frame_longest_ms": round(found.longest_ms, 3),
            "vsync": "verified" if found.verified else "vsync NOT verified",
        },
    )


def check_surface(source: str, renderer: str) -> Check:
    """Check that image times are measured at buffer swaps."""
    said = tr("OpenGL surface ({renderer})").format(renderer=renderer)
    if source != "swap":
        said = tr("No OpenGL here: moments are those of painting, and are marked so")
    return Check("surface", source == "swap", said, {"onset_source": source, "renderer": renderer})


def check_size(size: tuple[int, int], surface: QSize, ratio: float) -> Check:
    """Check that the images fit the screen and the memory, and compute their position.

    Args:
        size: (width, height) of the images.
        surface: Of the screen in device pixels.
        ratio: Device pixels per logical pixel.
    """
    measured: dict[str, Any] = {
        "device_pixel_ratio": round(ratio, 4),
        "screen_w_px": surface.width(),
        "screen_h_px": surface.height(),
        "disp_w_px": size[0],
        "disp_h_px": size[1],
    }
    if size[0] * size[1] * _BYTES_PER_PIXEL > _MOST_BYTES:
        said = tr("The images are too large for the memory of a session: prepare the study at a smaller size")
        return Check("size", False, said, measured, required=True)
    try:
        where = centred(size[0], size[1], surface.width(), surface.height())
    except TuringError:
        said = tr(
            "The images ({w}×{h} px) are larger than this screen ({screen_w}×{screen_h} px). Use a larger screen, or "
            "prepare a study whose images fit this one."
        )
        text = said.format(w=size[0], h=size[1], screen_w=surface.width(), screen_h=surface.height())
        return Check("size", False, text, measured, required=True)
    said = tr("Images of {w}×{h} px at {x}, {y}, one image pixel on one screen pixel (scaling {ratio} %)")
    text = said.format(w=size[0], h=size[1], x=where.x, y=where.y, ratio=round(100 * ratio))
    return Check("size", True, text, {**measured, "disp_x_px": where.x, "disp_y_px": where.y}, required=True)


def check_disk(folder: Path) -> Check:
    """Check free space and the time that a sync to disk takes."""
    probe = folder / ".probe"
    try:
        free_mb = shutil.disk_usage(folder).free / 1e6
        took = []
        with probe.open("wb") as file:
            for _ in range(_SYNCS):
                begin = time.perf_counter()
                file.write(b"0" * 200)
                file.flush()
                os.fsync(file.fileno())
                took.append(1000.0 * (time.perf_counter() - begin))
        probe.unlink()
    except OSError as error:
        said = tr("The folder cannot be written: {error}").format(error=translated(system_reason(error)))
        return Check("disk", False, said, {"error": str(error)}, required=True)
    took.sort()
    measured = {
        "free_mb": round(free_mb),
        "fsync_median_ms": round(took[_SYNCS // 2], 2),
        "fsync_ms": round(took[-1], 2),
    }
    said = tr("{free} MB free; on the disk within {slowest} ms").format(
        free=grouped(free_mb), slowest=f"{took[-1]:.0f}"
    )
    return Check("disk", free_mb >= _FREE_MB and took[-1] <= _SLOW_SYNC_MS, said, measured)


def check_stimuli(
    stimuli: tuple[str, ...], read: Callable[[str], Any], progress: Callable[[int, int], None] | None = None
) -> Check:
    """Read every image and verify its hash; slow, so it runs in a thread."""
    begin = time.perf_counter()
    slowest = 0.0
    for number, stimulus in enumerate(stimuli, start=1):
        start = time.perf_counter()
        try:
            read(stimulus)
        except TuringError as error:
            return Check("stimuli", False, format_error(error), {"error": str(error)}, required=True)
        slowest = max(slowest, 1000.0 * (time.perf_counter() - start))
        if progress is not None:
            progress(number, len(stimuli))
    took = time.perf_counter() - begin
    said = tr("All {count} images read and as they were prepared ({seconds} s)")
    measured = {"stimuli": len(stimuli), "slowest_ms": round(slowest, 2), "took_s": round(took, 3)}
    return Check("stimuli", True, said.format(count=len(stimuli), seconds=f"{took:.1f}"), measured)


def check_room(answers: Mapping[str, bool], distance_cm: float, image_mm: float) -> Check:
    """Check the answers on the room and compute the visual angle of the images.

    Args:
        answers: By the names of ROOM.
        distance_cm: From the eye to the screen; 0 when unknown.
        image_mm: Width of the images on the screen in mm; 0 when unknown.
    """
    open_ones = [name for name in ROOM if not answers.get(name)]
    angle = visual_angle(image_mm, distance_cm)
    measured = {
        **{name: bool(answers.get(name)) for name in ROOM},
        "viewing_distance_cm": distance_cm,
        "image_width_mm": round(image_mm, 1),
        "visual_angle_deg": None if angle is None else round(angle, 2),
    }
    if open_ones:
        said = tr("Not ticked: {names}").format(names=", ".join(room_words()[name] for name in open_ones))
        return Check("room", False, said, measured)
    if angle is None:
        return Check("room", False, tr("The viewing distance is missing"), measured)
    said = tr("Images of {angle}° at {distance} cm").format(angle=f"{angle:.1f}", distance=f"{distance_cm:g}")
    return Check("room", True, said, measured)


def visual_angle(width_mm: float, distance_cm: float) -> float | None:
    """Degrees that a width takes at a distance; None when one of them is unknown."""
    if width_mm <= 0 or distance_cm <= 0:
        return None
    return math.degrees(2 * math.atan(width_mm / (20 * distance_cm)))


def room_words() -> dict[str, str]:
    """The list in words."""
    return {
        "night_light_off": tr("Night light, True Tone and dynamic contrast are off"),
        "notifications_off": tr("Notifications are off"),
        "screen_saver_off": tr("Screen saver and sleep are off"),
        "brightness_noted": tr("Brightness is as in the other sessions"),
    }


def record_of(checks: tuple[Check, ...], overrides: Mapping[str, str]) -> dict[str, Any]:
    """Return the record of the checks: measurements, results, and overrides with their reasons.

    Raises:
        TuringError: A check failed and no reason was given, or none can override it.
    """
    for check in checks:
        if check.blocks:
            raise TuringError(
                "preflight-check-required",
                "{result}",
                where=message("place-preflight", "preflight"),
                todo="Repair it: the session cannot work like this.",
                result=check.result,
            )
        if not check.passed and not overrides.get(check.name, "").strip():
            raise TuringError(
                "preflight-check-failed",
                "the check {name!r} did not pass",
                where=message("place-preflight", "preflight"),
                todo="Repair it, or give a reason.",
                name=check.name,
            )
    measured: dict[str, Any] = {}
    for check in checks:
        measured.update(check.measured)
    return {
        **measured,
        "checks": {check.name: {"passed": check.passed, "said": check.result} for check in checks},
        "overrides": [f"{c.name}: {overrides[c.name].strip()}" for c in checks if not c.passed],
    }


__all__ = [
    "ROOM",
    "Check",
    "check_disk",
    "check_refresh",
    "check_room",
    "check_size",
    "check_stimuli",
    "check_surface",
    "record_of",
    "room_words",
    "visual_angle",
]
