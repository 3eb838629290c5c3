"""Numbers as people read them: thousands, thresholds, plurals. One place for window, reports, terminal and messages.

The decimal sign is the point in every language, and thousands are set off by a narrow no-break space: a comma or a
point between thousands is a decimal sign to some reader. Files that programs read (CSV, JSON) hold plain numbers.
"""

from __future__ import annotations

import math
import string
from collections.abc import Mapping
from decimal import ROUND_CEILING, ROUND_FLOOR, Decimal
from typing import Any, Final

__all__ = [
    "THIN_SPACE",
    "counted",
    "fill_template",
    "grouped",
    "plural",
    "rounded_down",
    "rounded_up",
    "seconds_text",
    "threshold_text",
]

THIN_SPACE: Final = "\u202f"
"""The separator of thousands: a narrow no-break space."""

_THRESHOLD_DECIMALS: Final = 4
_SINGULAR_BELOW_TWO: Final = ("fr",)


def grouped(number: float, decimals: int = 0) -> str:
    """``46``, ``12 340``: a number with its thousands set off, rounded to ``decimals``."""
    return f"{number:,.{decimals}f}".replace(",", THIN_SPACE)


def counted(number: int, one: str, many: str = "") -> str:
    """``1 board``, ``46 boards``, ``1 000 boards``, in English; ``many`` is ``one`` with an s unless it is given."""
    return f"{grouped(number)} {plural(number, one, many or one + 's')}"


def plural(number: float, one: str, many: str, language: str = "en") -> str:
    """The form of a word that a number takes: in French 0 and 1.5 are singular, elsewhere 1 alone."""
    singular = abs(number) < 2 if language in _SINGULAR_BELOW_TWO else number == 1
    return one if singular else many


def rounded_down(value: float, decimals: int) -> str:
    """A finite number rounded towards minus infinity: read back, it is never above ``value``."""
    return _quantized(value, decimals, ROUND_FLOOR)


def rounded_up(value: float, decimals: int) -> str:
    """A finite number rounded towards infinity: read back, it is never below ``value``."""
    return _quantized(value, decimals, ROUND_CEILING)


def seconds_text(value: float) -> str:
    """``0.4 s``, ``12 s``, ``3 min 20 s``, ``2 h 5 min``."""
    if value < 9.95:
        return f"{value:.1f} s"
    if value < 89.5:
        return f"{value:.0f} s"
    minutes, seconds = divmod(round(value), 60)
    if minutes < 90:
        return f"{minutes} min {seconds} s"
    return f"{minutes // 60} h {minutes % 60} min"


def threshold_text(threshold: float, below: float = -math.inf) -> str:
    """A threshold rounded down to four decimals, to more where four would let it flag another board.

    Boards with score >= threshold are flagged. With ``below``, the text read back flags exactly the same boards.

    Args:
        threshold: The threshold; an infinite one is shown as such.
        below: Highest known score below the threshold.
    """
    if not math.isfinite(threshold):
        return str(threshold)
    exact = repr(float(threshold))
    for decimals in range(_THRESHOLD_DECIMALS, max(-_exponent(exact), _THRESHOLD_DECIMALS) + 1):
        text = rounded_down(threshold, decimals)
        if float(text) > below:
            return text
    return exact


def fill_template(template: str, values: Mapping[str, Any], language: str = "en") -> str:
    """Fill a template as ``str.format`` does, with thousands set off, a space before ``%``, and with plurals.

    ``{count:,}`` groups thousands. ``{count:board|boards}`` is the number with its word, ``1 board`` or
    ``1 200 boards``; ``{count:|was|were}`` is the word alone.

    Raises:
        LookupError, ValueError, TypeError, AttributeError: Template and values do not fit together.
    """
    return _Filler(language).vformat(template, (), values)


class _Filler(string.Formatter):
    def __init__(self, language: str) -> None:
        self._language = language

    def format_field(self, value: Any, format_spec: str) -> str:
        if "|" in format_spec:
            *alone, one, many = format_spec.split("|")
            word = plural(value, one, many, self._language)
            return word if alone else f"{grouped(value)} {word}"
        text = str(super().format_field(value, format_spec))
        if format_spec.endswith("%"):
            return f"{text[:-1]} %"
        return text.replace(",", THIN_SPACE) if "," in format_spec else text


def _quantized(value: float, decimals: int, rounding: str) -> str:
    # the shortest decimal that is read back as this number: 0.3 is 0.3, not 0.29999…
    number = Decimal(repr(float(value))).quantize(Decimal(1).scaleb(-decimals), rounding=rounding)
    return f"{abs(number) if number == 0 else number:f}"


def _exponent(exact: str) -> int:
    exponent = Decimal(exact).as_tuple().exponent
    return exponent if isinstance(exponent, int) else 0
