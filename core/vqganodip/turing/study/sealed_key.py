"""The sealed key: which stimulus is real and which fake. Only here is the truth written before a study is unblinded.

Sealed means: in a folder of its own that nobody but its owner may open, its sha256 published in ``study.json``
beforehand, and read by nothing but the preparation, the sealing of a session, the leak audit and the unblinding.
It is no encryption: who administers the computer can open it, but cannot change it unnoticed.
"""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.errors import TuringError
from vqganodip.turing.study.trial_order import List, Truth

__all__ = ["KEY_COLUMNS", "PRACTICE_LIST", "KeyRow", "SealedKey", "key_bytes", "read_key", "read_sealed"]

PRACTICE_LIST: Final = "practice"
"""In the column ``list`` of boards that are shown in practice only."""

KEY_COLUMNS: Final = ("stimulus_id", "board_id", "truth", "list", "board", "source")


@dataclass(frozen=True, slots=True, order=True)
class KeyRow:
    """What a stimulus is.

    Attributes:
        stimulus_id: Opaque.
        board_id: Opaque.
        truth: The board itself, or its reconstruction.
        list: ``A`` or ``B``: the list that shows it; or ``practice``.
        board: The board's name.
        source: Where its image came from.
    """

    stimulus_id: str
    board_id: str
    truth: Truth
    list: str
    board: str
    source: str


@dataclass(frozen=True, slots=True)
class SealedKey:
    """The key of a study, rows by stimulus id."""

    rows: tuple[KeyRow, ...]

    def truths(self) -> dict[str, Truth]:
        """Stimulus id → what it is."""
        return {row.stimulus_id: row.truth for row in self.rows}

    def shown_on(self, which: List) -> tuple[KeyRow, ...]:
        """What observers of a list see, one stimulus per board, by board id."""
        return tuple(sorted((row for row in self.rows if row.list == which), key=lambda row: row.board_id))


def key_bytes(rows: Sequence[KeyRow]) -> bytes:
    """The key as CSV, by stimulus id."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(KEY_COLUMNS)
    for row in sorted(rows):
        writer.writerow([row.stimulus_id, row.board_id, row.truth.value, row.list, row.board, row.source])
    return text.getvalue().encode()


def read_sealed(path: Path, sha256: str) -> str:
    """Text of a sealed key, of a study or of a session, checked against its commitment.

    Raises:
        TuringError: It is missing, or was changed after it was sealed.
    """
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TuringError(
            f"the sealed key cannot be read ({error.strerror or error})",
            where=path,
            todo="Put back the folder 'sealed' of this study.",
        ) from error
    if hashlib.sha256(data).hexdigest() != sha256:
        raise TuringError(
            "the sealed key is not the one that was committed to",
            where=path,
            todo="Put back the original file; with another key the study proves nothing.",
        )
    return data.decode()


def read_key(path: Path, sha256: str) -> SealedKey:
    """The key of a study, checked against its commitment.

    Raises:
        TuringError: As :func:`read_sealed`.
    """
    rows = csv.DictReader(io.StringIO(read_sealed(path, sha256), newline=""))
    return SealedKey(
        tuple(
            KeyRow(r["stimulus_id"], r["board_id"], Truth(r["truth"]), r["list"], r["board"], r["source"]) for r in rows
        )
    )
