"""Layout of a study folder and atomic writing of its files.

study.json                     registration, written before the first session
stimuli/S-….rgb                images, see :mod:`vqganodip.turing.study.stimulus_file`
sealed/                        readable by its owner only: key.csv, secret and the key of each session
sub-P001/ses-01/sub-P001_ses-01_task-vtt_*     files of one session
audit.json                     leak audit, once made
report/                        report, made from the files above after the unblinding
unblinding.jsonl, withdrawn.jsonl              append-only logs of the unblinding and of withdrawals
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from vqganodip.errors import TuringError, message, system_reason
from vqganodip.files import replace_file

__all__ = ["StudyFolder", "SessionFiles", "json_bytes", "participant_number", "write_whole"]

_PARTICIPANT: Final = re.compile(r"P([0-9]{3,5})")
_SESSION: Final = re.compile(r"[0-9A-Za-z]{1,24}")


@dataclass(frozen=True, slots=True, order=True)
class SessionFiles:
    """Paths of the files of one session.

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
        """Common prefix of the file names."""
        return f"sub-{self.participant}_ses-{self.session}_task-vtt"

    def file(self, name: str) -> Path:
        """Return the path of one file, such as ``journal.jsonl`` or ``trials.csv``."""
        return self.folder / f"{self.stem}_{name}"

    @property
    def journal(self) -> Path:
        return self.file("journal.jsonl")

    @property
    def plan(self) -> Path:
        return self.file("plan.json")


@dataclass(frozen=True, slots=True)
class StudyFolder:
    """Paths in the folder of a study."""

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
        """Return the paths of a session, which need not exist; TuringError if an id is malformed."""
        participant_number(participant)
        if not _SESSION.fullmatch(session):
            raise TuringError(
                "session-id-invalid",
                "{name!r} is not a valid session id",
                where=self.root,
                todo="Use letters and digits, such as 01.",
                name=session,
            )
        return SessionFiles(self.root / f"sub-{participant}" / f"ses-{session}", participant, session)

    def session_key(self, files: SessionFiles) -> Path:
        """Return the path of the sealed key of a session."""
        return self.sealed / f"{files.stem}_key.csv"

    def sessions(self) -> Iterator[SessionFiles]:
        """Yield the sealed sessions, by participant and session, but for one whose participant withdraws meanwhile."""
        for folder in self._session_folders():
            files = self.session(folder.parent.name.removeprefix("sub-"), folder.name.removeprefix("ses-"))
            if files.plan.exists():
                yield files

    def _session_folders(self) -> Iterator[Path]:
        for participant in sorted(self.root.glob("sub-*")):
            with suppress(FileNotFoundError):  # deleted since its name was read
                yield from sorted(participant.glob("ses-*"))


def participant_number(participant: str) -> int:
    """Return the number of a participant id: 1 for ``P001``.

    Raises:
        TuringError: The id does not have this form; names are never stored.
    """
    match = _PARTICIPANT.fullmatch(participant)
    if match is None or not int(match[1]):
        raise TuringError(
            "participant-id-invalid",
            "the participant's id is not of the form P001",
            where=message("place-participant", "participant"),
            todo="Use P and three digits, no name.",
        )
    return int(match[1])


def json_bytes(value: Any) -> bytes:
    """Serialize a value as JSON with sorted keys, in UTF-8, so that equal values give equal bytes."""
    return (json.dumps(value, indent=1, sort_keys=True, ensure_ascii=False, allow_nan=False) + "\n").encode()


def write_whole(path: Path, data: bytes, *, private: bool = False) -> None:
    """Write a file of a study atomically and sync its folder.

    Args:
        path: File to write; its folder is created if missing.
        data: Content of the file.
        private: Restrict the file and its folder to their owner.

    Raises:
        TuringError: The file cannot be written; an existing file is unchanged.
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
            "study-file-unwritable",
            "the file cannot be written ({error})",
            where=path,
            todo="Free space or connect the drive, then try again.",
            error=system_reason(error),
        ) from error


def _sync_folder(folder: Path) -> None:
    if os.name == "nt":  # folders cannot be opened there; the rename is durable by itself
        return
    opened = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(opened)
    finally:
        os.close(opened)
