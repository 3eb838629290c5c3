"""Where the files of a study lie, and how they are written: whole or not at all.

study.json                     what was registered before the first session
stimuli/S-….rgb                the images, see :mod:`vqganodip.turing.study.stimulus_file`
sealed/                        for its owner only: key.csv, secret, and the key of each session
sub-P001/ses-01/sub-P001_ses-01_task-vtt_*     one sitting
audit.json                     the leak audit, once it was made
report/                        made after the unblinding, from the files above
unblinding.jsonl, withdrawn.jsonl              acts, appended
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vqganodip.errors import TuringError
from vqganodip.files import replace_file

__all__ = ["StudyFolder", "SessionFiles", "json_bytes", "participant_number", "write_whole"]

_PARTICIPANT: Final = re.compile(r"P([0-9]{3,5})")
_SESSION: Final = re.compile(r"[0-9A-Za-z]{1,24}")


@dataclass(frozen=True, slots=True, order=True)
class SessionFiles:
    """The files of one sitting.

    Attributes:
        folder: ``sub-P001/ses-01`` in the study.
        participant: ``P001``.
        session: ``01``.
    """

    folder: Path
    participant: str
    session: str

    @property
    def stem(self) -> str:
        """What all their names begin with."""
        return f"sub-{self.participant}_ses-{self.session}_task-vtt"

    def file(self, name: str) -> Path:
        """One of them, such as ``journal.jsonl`` or ``trials.csv``."""
        return self.folder / f"{self.stem}_{name}"

    @property
    def journal(self) -> Path:
        return self.file("journal.jsonl")

    @property
    def plan(self) -> Path:
        return self.file("plan.json")


@dataclass(frozen=True, slots=True)
class StudyFolder:
    """The layout of a study."""

    root: Path

    @property
    def study(self) -> Path:
        return self.root / "study.json"

    @property
    def stimuli(self) -> Path:
        return self.root / "stimuli"

    @property
    def sealed(self) -> Path:
        return self.root / "sealed"

    @property
    def key(self) -> Path:
        return self.sealed / "key.csv"

    @property
    def secret(self) -> Path:
        return self.sealed / "secret"

    @property
    def audit(self) -> Path:
        return self.root / "audit.json"

    @property
    def report(self) -> Path:
        return self.root / "report"

    @property
    def unblinding(self) -> Path:
        return self.root / "unblinding.jsonl"

    @property
    def withdrawn(self) -> Path:
        return self.root / "withdrawn.jsonl"

    def session(self, participant: str, session: str) -> SessionFiles:
        """The files of a sitting, whether there are any or not; TuringError when an id is none."""
        participant_number(participant)
        if not _SESSION.fullmatch(session):
            raise TuringError(
                f"the session id {session!r} is none", where=self.root, todo="Use letters and digits, such as 01."
            )
        return SessionFiles(self.root / f"sub-{participant}" / f"ses-{session}", participant, session)

    def session_key(self, files: SessionFiles) -> Path:
        """The sealed key of a sitting."""
        return self.sealed / f"{files.stem}_key.csv"

    def sessions(self) -> Iterator[SessionFiles]:
        """The sittings that were sealed, by participant and session."""
        for folder in sorted(self.root.glob("sub-*/ses-*")):
            files = self.session(folder.parent.name.removeprefix("sub-"), folder.name.removeprefix("ses-"))
            if files.plan.exists():
                yield files


def participant_number(participant: str) -> int:
    """1 of ``P001``.

    Raises:
        TuringError: Not of that form: names are never stored.
    """
    found = _PARTICIPANT.fullmatch(participant)
    if found is None or not int(found[1]):
        raise TuringError(
            "the participant's id is not of the form P001", where="participant", todo="Use P and three digits, no name."
        )
    return int(found[1])


def json_bytes(value: Any) -> bytes:
    """The same value as the same bytes: sorted, UTF-8, ended by a newline."""
    return (json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n").encode()


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Writes a file of a study, whole or not at all, the folder's entry included.

    Args:
        path: Its folder is made when missing.
        data: All of it.
        private: Only its owner may read it.

    Raises:
        TuringError: It cannot be written; an older file of that name is unchanged.
    """
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        if private:
            path.parent.chmod(0o700)
        replace_file(path, data)
        if private:
            path.chmod(0o600)
        _sync_folder(path.parent)
    except OSError as error:
        raise TuringError(
            f"the file cannot be written ({error.strerror or error})",
            where=path,
            todo="Free space or connect the drive, then try again.",
        ) from error


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there; the rename is durable by itself
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
