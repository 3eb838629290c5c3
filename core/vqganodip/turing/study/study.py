"""A prepared study: its registration, which never changes, its stimuli and its sealed key."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from vqganodip.errors import Message, TuringError, system_reason
from vqganodip.turing.study.protocol import TuringProtocol
from vqganodip.turing.study.scaling import Scaling
from vqganodip.turing.study.sealed_key import SealedKey, read_key
from vqganodip.turing.study.stimulus_file import SUFFIX, read_stimulus
from vqganodip.turing.study.study_folder import SessionFiles, StudyFolder
from vqganodip.types import Image

__all__ = ["FORMAT", "SIMULATED", "Study", "is_simulated", "open_study"]

FORMAT: Final = 1
"""Version of ``study.json``."""


SIMULATED: Final = "(SIMULATED)"
"""Mark of a study whose observers were simulated, in files."""


@dataclass(frozen=True, slots=True)
class Study:
    """An opened study, which is immutable.

    Attributes:
        folder: Folder of the study.
        study_id: Name of the study, repeated in every row of data.
        protocol: Protocol of its sessions.
        margin: Registered distance from 50 %, in (0, 0.5), within which a panel counts as guessing.
        alpha: Registered significance level.
        model_id: Identifies the bundle that made the reconstructions.
        participants_planned: Number of sessions planned before the unblinding.
        excluded: Images excluded from the stimuli because the model was trained on them.
        created_utc: Time of the registration, ISO 8601.
        size: (width, height) of every stimulus in pixels.
        practice: (stimulus id, board id) pairs in the order of practice.
        hashes: Stimulus id → SHA-256 of its pixels.
        boards: Stimulus id → opaque id of its board.
        key_sha256: Commitment to the sealed key.
        sha256: Hash of ``study.json``; every session refers to it.
        scaling: How the images were shrunk; None if they are shown as they were.
        notes: Notes on the boards, for everybody who judges the study.
    """

    folder: Path
    study_id: str
    protocol: TuringProtocol
    margin: float
    alpha: float
    model_id: str
    participants_planned: int
    excluded: tuple[str, ...] = field(repr=False)
    created_utc: str
    size: tuple[int, int]
    practice: tuple[tuple[str, str], ...] = field(repr=False)
    hashes: Mapping[str, str] = field(repr=False)
    boards: Mapping[str, str] = field(repr=False)
    key_sha256: str
    sha256: str
    scaling: Scaling | None = None
    notes: tuple[Message, ...] = field(default=(), repr=False)

    @property
    def files(self) -> StudyFolder:
        """Paths of the files of the study."""
        return StudyFolder(self.folder)

    @property
    def stimuli(self) -> tuple[str, ...]:
        """Ids of all stimuli, including practice, sorted."""
        return tuple(sorted(self.hashes))

    @property
    def unblinded(self) -> bool:
        """True after the irrevocable unblinding."""
        return self.files.unblinding.exists()

    @property
    def simulated(self) -> bool:
        """True if observers of the study were simulated, so that its results do not concern people."""
        return is_simulated(self.folder)

    @property
    def label(self) -> str:
        """Name of the study, marked if its observers were simulated; for files in English."""
        return f"{self.study_id} {SIMULATED}" if self.simulated else self.study_id

    def sessions(self) -> tuple[SessionFiles, ...]:
        """Return the files of every sealed session, by participant and session."""
        return tuple(self.files.sessions())

    def stimulus_path(self, stimulus: str) -> Path:
        """Return the file of a stimulus; TuringError if the study has no such stimulus."""
        if stimulus not in self.hashes:
            raise TuringError(
                "study-stimulus-unknown",
                "there is no stimulus {name}",
                where=self.folder,
                todo="Open the study it is of.",
                name=stimulus,
            )
        return self.files.stimuli / f"{stimulus}{SUFFIX}"

    def pixels(self, stimulus: str) -> Image:
        """Read a stimulus, uint8 H×W×3, read-only, and check it against its registered hash.

        Raises:
            TuringError: The file is missing or was changed; the message names it.
        """
        return read_stimulus(self.stimulus_path(stimulus), self.hashes[stimulus])

    def read_key(self) -> SealedKey:
        """Open the sealed key. Reserved for the sealing of sessions, the leak audit and the unblinding."""
        return read_key(self.files.key, self.key_sha256)

    def read_secret(self) -> bytes:
        """Read the secret from which the orders of all sessions are derived."""
        try:
            return bytes.fromhex(self.files.secret.read_text("ascii"))
        except (OSError, ValueError) as error:
            raise TuringError(
                "study-secret-unreadable",
                "the secret of the study cannot be read",
                where=self.files.secret,
                todo="Put back the folder 'sealed' of this study.",
            ) from error


def is_simulated(folder: Path) -> bool:
    """Return True if observers of the study in a folder were simulated; a damaged plan counts as a real one."""
    for files in StudyFolder(folder).sessions():
        with suppress(OSError, ValueError, KeyError, TypeError, AttributeError):
            if json.loads(files.plan.read_bytes())["preflight"].get("simulated"):
                return True
    return False


def open_study(folder: Path) -> Study:
    """Open a study; stimuli are checked when they are read, see :meth:`Study.pixels`.

    Raises:
        TuringError: There is no study, it was written by a newer version, or its registration was changed.
    """
    path = StudyFolder(folder).study
    try:
        data = path.read_bytes()
    except OSError as error:
        raise TuringError(
            "study-missing",
            "there is no study here ({error})",
            where=folder,
            todo="Choose the folder of a prepared study.",
            error=system_reason(error),
        ) from error
    try:
        about: dict[str, Any] = json.loads(data)
        if int(about["format"]) > FORMAT:
            raise TuringError(
                "study-newer", "the study was made by a newer version", where=path, todo="Update the application."
            )
        study = Study(
            folder=folder,
            study_id=str(about["study_id"]),
            protocol=TuringProtocol(**about["protocol"]),
            margin=float(about["margin"]),
            alpha=float(about["alpha"]),
            model_id=str(about["model_id"]),
            participants_planned=int(about["participants_planned"]),
            excluded=tuple(str(name) for name in about["excluded"]),
            created_utc=str(about["created_utc"]),
            size=(int(about["size"][0]), int(about["size"][1])),
            practice=tuple((str(s), str(b)) for s, b in about["practice"]),
            hashes={str(name): str(one["sha256"]) for name, one in about["stimuli"].items()},
            boards={str(name): str(one["board"]) for name, one in about["stimuli"].items()},
            key_sha256=str(about["key_sha256"]),
            sha256=hashlib.sha256(data).hexdigest(),
            scaling=Scaling.from_dict(about.get("scaling")),
            notes=tuple(Message.from_dict(note) for note in about.get("notes", ())),
        )
    except (ValueError, KeyError, TypeError, AttributeError, IndexError) as error:
        raise TuringError(
            "study-damaged", "study.json is damaged", where=path, todo="Put back the original file."
        ) from error
    for files in study.sessions():
        _check_registration(study, files)
    return study


def _check_registration(study: Study, files: SessionFiles) -> None:
    try:
        registered = json.loads(files.plan.read_bytes())["config_sha256"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TuringError(
            "study-session-plan-damaged",
            "the plan of this session is damaged",
            where=files.plan,
            todo="Put back the file.",
        ) from error
    if registered != study.sha256:
        raise TuringError(
            "study-changed",
            "study.json was changed after the session of {participant}",
            where=study.files.study,
            todo="Put back the original file; margin and protocol are registered before the first session.",
            participant=files.participant,
        )
