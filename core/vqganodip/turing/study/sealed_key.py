"""The sealed key: the table of real and fake stimuli, and the only place of the truth before the unblinding.

Sealed means three things: the key is in a folder that only its owner may open; its SHA-256 is published in
``study.json`` beforehand; and only the preparation, the sealing of a session, the leak audit and the unblinding read
it. It is not encrypted: an administrator of the computer can read it, but cannot change it without detection.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.errors import TuringError, system_reason
from vqganodip.turing.study.trial_order import List, Truth

__all__ = ["KEY_COLUMNS", "PRACTICE_LIST", "KeyRow", "SealedKey", "key_bytes", "read_key", "read_sealed"]

PRACTICE_LIST: Final = "practice"
"""Value of the column ``list`` for practice boards."""

KEY_COLUMNS: Final = ("stimulus_id", "board_id", "truth", "list", "board", "source")


@dataclass(frozen=True, slots=True, order=True)
class KeyRow:
    """A row of the sealed key.

    Attributes:
        stimulus_id: Opaque id of the stimulus.
        board_id: Opaque id of the board.
        truth: Original or reconstruction.
        list: List that shows it, ``A`` or ``B``, or ``practice``.
        board: Name of the board.
        source: Origin of the image.
    """

    stimulus_id: str
    board_id: str
    truth: Truth
    list: str
    board: str
    source: str


@dataclass(frozen=True, slots=True)
class SealedKey:
    """The sealed key of a study, with its rows by stimulus id."""

    rows: tuple[KeyRow, ...]

    def truths(self) -> dict[str, Truth]:
        """Return stimulus id → truth."""
        return {row.stimulus_id: row.truth for row in self.rows}

    def shown_on(self, which: List) -> tuple[KeyRow, ...]:
        """Return the stimuli of a list, one per board, by board id."""
        return tuple(sorted((row for row in self.rows if row.list == which), key=lambda row: row.board_id))


def key_bytes(rows: Sequence[KeyRow]) -> bytes:
    """Serialize the key as CSV, by stimulus id."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(KEY_COLUMNS)
    for row in sorted(rows):
        writer.writerow([row.stimulus_id, row.board_id, row.truth.value, row.list, row.board, row.source])
    return text.getvalue().encode()


def read_sealed(path: Path, sha256: str) -> str:
    """Read the sealed key of a study or a session and check it against its commitment.

    Raises:
        TuringError: The key is missing or was changed after it was sealed.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TuringError(
            "study-key-unreadable",
            "the sealed key cannot be read ({error})",
            where=path,
            todo="Put back the folder 'sealed' of this study.",
            error=system_reason(error),
        ) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise TuringError(
            "study-key-changed",
            "the sealed key is not the one that was committed to",
            where=path,
            todo="Put back the original file; with another key the study proves nothing.",
        )
    return data.decode()


def read_key(path: Path, sha256: str) -> SealedKey:
    """Read the key of a study and check it against its commitment.

    Raises:
        TuringError: As :func:`read_sealed`.
    """
    rows = csv.DictReader(io.StringIO(read_sealed(path, sha256), newline=""))
    return SealedKey(
        tuple(
            KeyRow(r["stimulus_id"], r["board_id"], Truth(r["truth"]), r["list"], r["board"], r["source"]) for r in rows
        )
    )
