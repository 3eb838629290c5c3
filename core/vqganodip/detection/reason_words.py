"""Words of reasons: the message of a reason, made where it is shown."""

from __future__ import annotations

import math
from collections.abc import Callable, Mapping
from typing import Final

from vqganodip.errors import Message, message, plain
from vqganodip.printable import printable
from vqganodip.records import Reason

__all__ = ["WORDS", "reason_message"]

WORDS: Final[Mapping[str, Callable[[Reason], Message]]] = {
    "brighter": lambda r: message("reason-brighter", "brighter than usual ({ratio})", ratio=_ratio(r)),
    "darker": lambda r: message("reason-darker", "darker than usual ({ratio})", ratio=_ratio(r)),
    "more_contrast": lambda r: message("reason-more-contrast", "more contrast than usual ({ratio})", ratio=_ratio(r)),
    "less_contrast": lambda r: message("reason-less-contrast", "less contrast than usual ({ratio})", ratio=_ratio(r)),
    "stronger_edges": lambda r: message(
        "reason-stronger-edges", "stronger edges than usual ({ratio})", ratio=_ratio(r)
    ),
    "weaker_edges": lambda r: message("reason-weaker-edges", "weaker edges than usual ({ratio})", ratio=_ratio(r)),
    "more_texture": lambda r: message("reason-more-texture", "more fine texture than usual ({ratio})", ratio=_ratio(r)),
    "less_texture": lambda r: message("reason-less-texture", "less fine texture than usual ({ratio})", ratio=_ratio(r)),
    "more_highlights": lambda r: _highlights(r),
    "fewer_highlights": lambda r: _highlights(r),
    "redder": lambda _: message("reason-redder", "colour shifted towards red"),
    "greener": lambda _: message("reason-greener", "colour shifted towards green"),
    "yellower": lambda _: message("reason-yellower", "colour shifted towards yellow"),
    "bluer": lambda _: message("reason-bluer", "colour shifted towards blue"),
    "different": lambda _: message("reason-different", "looks different from normal boards"),
    "like_bare_board": lambda _: message(
        "reason-like-bare-board", "looks like the bare board around it: part missing or shifted?"
    ),
    "smooth": lambda r: message(
        "reason-smooth",
        "smooth where normal boards are glossy ({ratio}): too little solder, lifted lead?",
        ratio=_ratio(r),
    ),
}
"""What is unusual, by the code of a reason."""

_UNSIGNED: Final = ("redder", "greener", "yellower", "bluer", "different", "like_bare_board")
"""Codes whose direction the words tell."""

_LEAST_USUAL: Final = 0.05
_NO_BREAK: Final = "\u00a0"

_AREAS: Final = {
    "whole": message("reason-area-whole", "Part"),
    "left": message("reason-area-left", "Left half"),
    "right": message("reason-area-right", "Right half"),
    "upper": message("reason-area-upper", "Upper half"),
    "lower": message("reason-area-lower", "Lower half"),
    "left_end": message("reason-area-left-end", "Left end"),
    "right_end": message("reason-area-right-end", "Right end"),
    "upper_end": message("reason-area-upper-end", "Upper end"),
    "lower_end": message("reason-area-lower-end", "Lower end"),
    "middle": message("reason-area-middle", "Middle"),
    "spot": message("reason-area-spot", "Spot"),
    "board": message("reason-area-board", "Bare board"),
}

_JOINT: Final = message("reason-area-joint", "Joint")


def reason_message(reason: Reason) -> Message:
    """Return a reason in words, such as ``Left end, −4.6 σ: less fine texture than usual (0.20 ×)``.

    That of a joint begins ``U3 pin 5 · Joint``, or ``U3 · Joint`` where the number of the pin is not certain. The code
    of a later version is shown as it is.
    """
    what = WORDS[reason.code](reason) if reason.code in WORDS else plain(reason.code)
    area = _AREAS.get(reason.area, plain(reason.area))
    signed = reason.code not in _UNSIGNED
    number = f"{reason.sigma if signed else abs(reason.sigma):{'+' if signed else ''}.1f}".replace("-", "\u2212")
    sigma = f"{number}{_NO_BREAK}σ"
    if reason.ref_des and reason.pin is not None:
        area = _JOINT
        if reason.pin:
            return message(
                "reason-of-pin",
                "{part} pin {pin} · {area}, {sigma}: {what}",
                part=printable(reason.ref_des),
                pin=reason.pin,
                area=area,
                sigma=sigma,
                what=what,
            )
    if reason.ref_des:
        return message(
            "reason-of-part",
            "{part} · {area}, {sigma}: {what}",
            part=printable(reason.ref_des),
            area=area,
            sigma=sigma,
            what=what,
        )
    return message("reason-of-area", "{area}, {sigma}: {what}", area=area, sigma=sigma, what=what)


def _highlights(reason: Reason) -> Message:
    now, usual = reason.value, reason.usual
    return message("reason-highlights", "highlights on {now:.0%}, usually on {usual:.0%}", now=now, usual=usual)


def _ratio(reason: Reason) -> str:
    """Return the value as a multiple of the usual one; a usual value near 0 gives no sensible one."""
    ratio = reason.value / reason.usual if reason.usual >= _LEAST_USUAL else math.inf
    return f"> 9.9{_NO_BREAK}×" if ratio > 9.9 else f"{ratio:.2f}{_NO_BREAK}×"
