"""Output of the program: every line, table and progress bar passes through here.

A line is one line, whatever a name in it contains (:func:`vqganodip.printable.printable`). A character that the
stream cannot take is replaced by a plain one or by its escape, so that no name and no terminal ends a run. Standard
output that cannot be written ends the run in words, or without any when its reader has gone (``| head``); messages that
cannot be written on standard error never end it.
"""

from __future__ import annotations

import codecs
import os
import sys
from contextlib import suppress
from typing import IO, TYPE_CHECKING, Any, Final, TextIO

from vqganodip.errors import ExportError, message, system_reason
from vqganodip.printable import escaped, printable

if TYPE_CHECKING:
    from rich.console import Console

__all__ = ["READER_GONE", "console", "echo", "prepare_streams"]

READER_GONE: Final = 141
"""Exit code when the reader of standard output has gone, that of a program ended by SIGPIPE."""

_ENCODING_ERRORS: Final = "vqganodip-plain"
_PLAIN: Final = {
    "–": "-", "—": "-", "−": "-", "→": "->", "≤": "<=", "≥": ">=", "×": "x", "±": "+/-", "…": "...",
    "’": "'", "‘": "'", "′": "'", "“": '"', "”": '"', "·": "*", "\u202f": " ", "\u00a0": " ",
}  # fmt: skip
"""Replacements of the characters of the program's own texts; others are escaped."""


def prepare_streams() -> None:
    """Replace characters that standard output or standard error cannot encode, instead of failing."""
    codecs.register_error(_ENCODING_ERRORS, _in_ascii)
    for stream in (sys.stdout, sys.stderr):
        with suppress(AttributeError, OSError, ValueError):  # none, not a text stream of Python, or closed
            stream.reconfigure(errors=_ENCODING_ERRORS)  # type: ignore[union-attr]


def _in_ascii(error: UnicodeError) -> tuple[str, int]:
    if not isinstance(error, UnicodeEncodeError):
        raise error
    refused = error.object[error.start : error.end]
    return "".join(_PLAIN.get(c) or escaped(c) for c in refused), error.end


def echo(text: object = "", *, err: bool = False) -> None:
    """Write one line to standard output, or to standard error.

    Raises:
        ExportError: Standard output cannot be written.
        SystemExit: The reader of standard output has gone.
    """
    _write(f"{printable(text)}\n", err)


def _write(text: str, err: bool) -> None:
    stream = _stream(err)
    if stream is None:
        if err:
            return
        raise _unwritable(OSError("it is closed"))
    try:
        stream.write(text)
        stream.flush()
    except OSError as error:
        _detach(stream)
        if err:
            return
        if isinstance(error, BrokenPipeError):
            raise SystemExit(READER_GONE) from error
        raise _unwritable(error) from error


def _stream(err: bool) -> TextIO | None:
    """Return the stream as it is at the moment, not the proxy of a progress bar."""
    stream: Any = sys.stderr if err else sys.stdout
    return getattr(stream, "rich_proxied_file", stream)  # type: ignore[no-any-return]


def _unwritable(error: OSError) -> ExportError:
    return ExportError(
        "output-unwritable",
        "it cannot be written ({error})",
        where=message("place-standard-output", "standard output"),
        todo="Check where the output is sent to, and its space.",
        error=system_reason(error),
    )


def _detach(stream: TextIO) -> None:
    """Drop what is still buffered, which Python would otherwise write, and report, when the program ends."""
    with suppress(OSError, ValueError):  # a stream without file descriptor
        nowhere = os.open(os.devnull, os.O_WRONLY)
        os.dup2(nowhere, stream.fileno())
        os.close(nowhere)


class _Stream:
    """Standard output or standard error as a file for rich, with the rules of :func:`echo`."""

    def __init__(self, err: bool) -> None:
        self._err = err

    @property
    def encoding(self) -> str:
        return getattr(_stream(self._err), "encoding", None) or "utf-8"

    def write(self, text: str) -> int:
        _write(text, self._err)
        return len(text)

    def flush(self) -> None:
        """Do nothing: every write is flushed."""

    def isatty(self) -> bool:
        stream = _stream(self._err)
        return stream is not None and not stream.closed and stream.isatty()

    def fileno(self) -> int:
        stream = _stream(self._err)
        if stream is None:
            raise OSError("there is no such stream")
        return stream.fileno()


def console(*, err: bool = False, width: int | None = None) -> Console:
    """Return a console of rich that shows texts as they are: a name with brackets is no markup.

    Names in tables pass through :func:`vqganodip.printable.printable` first: rich breaks lines at newlines and keeps
    escape sequences.
    """
    from rich.console import Console

    file: IO[str] = _Stream(err)  # type: ignore[assignment]
    return Console(file=file, highlight=False, markup=False, emoji=False, width=width)
