"""What the name of an image says of its board: serial number, lot, work order and side, by a pattern that people edit.

A pattern is a file name without its ending in which braces stand for what differs: ``{lot}_{serial}_{side}`` takes
``L42_SN10440_T`` apart. A star stands for anything. A name that does not follow the pattern is itself the serial
number: nothing is lost, and nothing is guessed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.errors import SettingsError

__all__ = ["FIELDS", "BoardName", "FilenamePattern"]

FIELDS: Final = ("serial", "lot", "work_order", "side")
"""What may stand in braces."""

_SIDES: Final = {"t": "T", "top": "T", "b": "B", "bot": "B", "bottom": "B"}
_PARTS: Final = re.compile(r"\{([^{}]*)\}|\*")


@dataclass(frozen=True, slots=True)
class BoardName:
    """What a name says; empty where it says nothing. ``side`` is ``T``, ``B`` or empty."""

    serial: str
    lot: str = ""
    work_order: str = ""
    side: str = ""


class FilenamePattern:
    """A pattern, ready to read names.

    Args:
        text: The pattern; empty when the whole name is the serial number.

    Raises:
        SettingsError: A brace is open, a field is unknown or stands twice, the serial number is missing, or two
            parts stand side by side with nothing that parts them.
    """

    def __init__(self, text: str = "") -> None:
        self.text = text.strip()
        self._expression = re.compile(_expression(self.text)) if self.text else None

    def read(self, image: Path) -> BoardName:
        """What the name of this image says."""
        found = self._expression.fullmatch(image.stem) if self._expression is not None else None
        if found is None:
            return BoardName(image.stem)
        values = {name: value.strip() for name, value in found.groupdict().items()}
        side = _SIDES.get(values.pop("side", "").casefold(), "")
        return BoardName(**values, side=side) if values["serial"] else BoardName(image.stem)

    def fits(self, image: Path) -> bool:
        """Whether the name follows the pattern."""
        return self._expression is None or self._expression.fullmatch(image.stem) is not None

    def serial_of(self, image: Path) -> str:
        """The serial number alone."""
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
                "the pattern {pattern} cannot be used: two parts stand side by side",
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
                "the pattern {pattern} cannot be used: {name} stands twice",
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
            todo="Put {{serial}} where it stands in the name.",
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
