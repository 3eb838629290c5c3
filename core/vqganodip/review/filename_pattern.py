"""User-defined pattern that reads serial number, lot, work order and side from the name of an image file.

A pattern is a file name without extension with fields in braces: ``{lot}_{serial}_{side}`` splits ``L42_SN10440_T``. A
star matches anything. If a name does not match, the whole name is the serial number.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.errors import SettingsError

__all__ = ["FIELDS", "BoardName", "FilenamePattern"]

FIELDS: Final = ("serial", "lot", "work_order", "side")
"""Names of the fields."""

_SIDES: Final = {"t": "T", "top": "T", "b": "B", "bot": "B", "bottom": "B"}
_PARTS: Final = re.compile(r"\{([^{}]*)\}|\*")


@dataclass(frozen=True, slots=True)
class BoardName:
    """Fields read from a name; empty if the pattern lacks them. ``side`` is ``T``, ``B`` or empty."""

    serial: str
    lot: str = ""
    work_order: str = ""
    side: str = ""


class FilenamePattern:
    """A compiled pattern.

    Args:
        text: The pattern; empty if the whole name is the serial number.

    Raises:
        SettingsError: A brace is not closed, a field is unknown or occurs twice, the serial number is missing, or two
            fields follow each other without a separator.
    """

    def __init__(self, text: str = "") -> None:
        self.text = text.strip()
        self._expression = re.compile(_expression(self.text)) if self.text else None

    def read(self, image: Path) -> BoardName:
        """Read the fields of an image's name."""
        found = self._expression.fullmatch(image.stem) if self._expression is not None else None
        if found is None:
            return BoardName(image.stem)
        values = {name: value.strip() for name, value in found.groupdict().items()}
        side = _SIDES.get(values.pop("side", "").casefold(), "")
        return BoardName(**values, side=side) if values["serial"] else BoardName(image.stem)

    def fits(self, image: Path) -> bool:
        """True if the name matches the pattern."""
        return self._expression is None or self._expression.fullmatch(image.stem) is not None

    def serial_of(self, image: Path) -> str:
        """Read the serial number only."""
        return self.read(image).serial


def _expression(text: str) -> str:
    seen: list[str] = []
    parts, at, after_field = [], 0, False
    for part in _PARTS.finditer(text):
        literal, name = text[at : part.start()], part.group(1)
        parts.append(_literal(literal, text))
        if after_field and not literal:
            raise SettingsError(
                "filename-pattern-fields-adjacent",
                "the pattern {pattern} cannot be used: two parts are adjacent",
                todo="Put between them what parts them, such as _ or -.",
                pattern=text,
            )
        if name is None:
            parts.append(".*?")
        elif name not in FIELDS:
            raise SettingsError(
                "filename-pattern-field-unknown",
                "the pattern {pattern} cannot be used: {name} is not known",
                todo="Use {fields} or *.",
                pattern=text,
                name=f"{{{name}}}",
                fields=", ".join(f"{{{f}}}" for f in FIELDS),
            )
        elif name in seen:
            raise SettingsError(
                "filename-pattern-field-twice",
                "the pattern {pattern} cannot be used: {name} occurs twice",
                todo="Leave one of them out, or put * in its place.",
                pattern=text,
                name=f"{{{name}}}",
            )
        else:
            seen.append(name)
            parts.append(f"(?P<{name}>.+?)")
        at, after_field = part.end(), True
    parts.append(_literal(text[at:], text))
    if "serial" not in seen:
        raise SettingsError(
            "filename-pattern-serial-missing",
            "the pattern {pattern} cannot be used: the serial number is missing",
            todo="Put {{serial}} where the serial number is in the name.",
            pattern=text,
        )
    return "".join(parts)


def _literal(literal: str, text: str) -> str:
    if "{" in literal or "}" in literal:
        raise SettingsError(
            "filename-pattern-brace-open",
            "the pattern {pattern} cannot be used: a brace is open",
            todo="Close it, as in {{serial}}.",
            pattern=text,
        )
    return re.escape(literal)
