"""Text of a placement file, whatever its encoding."""

from __future__ import annotations

import codecs
from pathlib import Path
from typing import Final

from vqganodip.errors import DatasetError, Message, message, system_reason

__all__ = ["read_text"]

_LARGEST: Final = 20_000_000
_WORKBOOKS: Final = (b"PK\x03\x04", b"\xd0\xcf\x11\xe0")
_MARKS: Final = (
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)


def read_text(path: Path) -> tuple[str, tuple[Message, ...]]:
    """Read a file as text: UTF-8, UTF-16 with or without a byte order mark, else Windows-1252.

    Returns:
        The text, and notes on an encoding that was assumed.

    Raises:
        DatasetError: The file cannot be read, is empty, too large, a workbook of a spreadsheet, or no text.
    """
    try:
        if path.stat().st_size > _LARGEST:
            raise DatasetError(
                "placement-too-large",
                "the file is too large for a placement file ({size:,} bytes)",
                where=path,
                todo="Choose the placement file.",
                size=path.stat().st_size,
            )
        data = path.read_bytes()
    except OSError as error:
        raise DatasetError(
            "placement-unreadable",
            "the placement file cannot be read ({error})",
            where=path,
            todo="Check the path and its permissions.",
            error=system_reason(error),
        ) from error
    if not data.strip(b"\xef\xbb\xbf\xff\xfe\x00 \t\r\n"):
        raise DatasetError(
            "placement-empty", "line 1: the placement file is empty", where=path, todo="Export the placement again."
        )
    if data.startswith(_WORKBOOKS):
        raise DatasetError(
            "placement-workbook",
            "line 1: this is a workbook of a spreadsheet",
            where=path,
            todo="Save it there as CSV and give that file.",
        )
    return _decoded(data, path)


def _decoded(data: bytes, path: Path) -> tuple[str, tuple[Message, ...]]:
    encoding = next((name for mark, name in _MARKS if data.startswith(mark)), None) or _without_mark(data)
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        if encoding != "utf-8":
            line = 1 + data[: error.start].decode(encoding, "ignore").count("\n")
            raise DatasetError(
                "placement-cut-text",
                "line {line}: the text breaks off within a character ({encoding})",
                where=path,
                todo="Export or copy the placement file again.",
                line=line,
                encoding=encoding.upper(),
            ) from error
        text = data.decode("cp1252", "replace")
        notes: tuple[Message, ...] = (
            message("placement-note-cp1252", "the file is not UTF-8: special characters were read as Windows-1252"),
        )
    else:
        notes = ()
    bad = next((i for i, c in enumerate(text) if c < " " and c not in "\t\r\n\f\v"), None)
    if bad is not None:
        raise DatasetError(
            "placement-no-text",
            "line {line}: this is no text file",
            where=path,
            todo="Choose the placement file: CSV or text.",
            line=1 + text.count("\n", 0, bad),
        )
    return text, notes


def _without_mark(data: bytes) -> str:
    """Encoding of a file without a byte order mark: every second byte of UTF-16 is zero for most letters."""
    head = data[:400]
    zeros = (head[0::2].count(0), head[1::2].count(0))
    if max(zeros) > len(head) // 5 and min(zeros) == 0:
        return "utf-16-be" if zeros[0] > zeros[1] else "utf-16-le"
    return "utf-8"
