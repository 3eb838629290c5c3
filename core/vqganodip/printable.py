"""Text of one line, whatever a name, a serial number or a message contains."""

from __future__ import annotations

import unicodedata
from typing import Final

__all__ = ["escaped", "printable"]

_BYTES: Final = range(0xDC80, 0xDD00)
"""Code points by which Python represents the bytes of a file name that is not UTF-8 (PEP 383)."""


def printable(text: object) -> str:
    """Escape every character that would break the line, move the cursor or reverse the text around it.

    These are control characters (and with them every escape sequence of a terminal), line and paragraph separators,
    marks of the writing direction, and bytes that are not UTF-8; spaces of all widths stay.
    """
    line = str(text)
    if line.isprintable():
        return line
    return "".join(c if c.isprintable() or unicodedata.category(c) == "Zs" else escaped(c) for c in line)


def escaped(character: str) -> str:
    r"""Return a character in ASCII, such as ``\x1b`` or ``\u202e``; a byte that is not UTF-8 as that byte."""
    number = ord(character) - 0xDC00 if ord(character) in _BYTES else ord(character)
    if number < 0x100:
        return {"\n": "\\n", "\r": "\\r", "\t": "\\t"}.get(character) or f"\\x{number:02x}"
    return f"\\u{number:04x}" if number < 0x10000 else f"\\U{number:08x}"
