"""The sealed plan of a session: its trials in order, without the truth and without the seed.

The seed would reveal the truth, because it allows the shuffle to be reversed. It is therefore stored in the sealed key
of the session, and the plan contains only the hash of that key.
"""

from __future__ import annotations

import csv
import dataclasses
import hashlib
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Final

from vqganodip.errors import TuringError
from vqganodip.turing.session.journal import ReadJournal, read_journal
from vqganodip.turing.session.session_plan import SessionPlan, Trial
from vqganodip.turing.study.protocol import TuringProtocol
from vqganodip.turing.study.sealed_key import read_sealed
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.study_folder import SessionFiles, json_bytes
from vqganodip.turing.study.trial_order import Truth

__all__ = [
    "SESSION_KEY_COLUMNS",
    "SessionKey",
    "SealedSession",
    "open_sealed_session",
    "plan_bytes",
    "session_key_bytes",
]

FORMAT: Final = 1
SESSION_KEY_COLUMNS: Final = ("stimulus_id", "truth", "board_id", "seed")


@dataclass(frozen=True, slots=True)
class SealedSession:
    """The sealed session of one participant.

    Attributes:
        study: Study of the session.
        files: Files of the session.
        plan: Plan for the state machine.
        list_id: ``A`` or ``B``.
        key_sha256: Commitment to the sealed key of this session.
        about: Other sealed data: answers, preflight results, versions.
        plan_sha256: Hash of the plan file.
    """

    study: Study = field(repr=False)
    files: SessionFiles
    plan: SessionPlan = field(repr=False)
    list_id: str
    key_sha256: str
    about: Mapping[str, Any] = field(repr=False)
    plan_sha256: str

    @property
    def folder(self) -> Path:
        return self.files.folder

    @property
    def journal_path(self) -> Path:
        return self.files.journal

    @property
    def participant(self) -> str:
        return self.files.participant

    @property
    def session_id(self) -> str:
        return self.files.session

    def read_journal(self) -> ReadJournal:
        """Read the journal; empty if the program crashed before the first line."""
        if not self.journal_path.exists():
            return ReadJournal((), False, 0)
        return read_journal(self.journal_path)

    @property
    def ended(self) -> str:
        """``final``, ``aborted``, or empty while the session can be resumed."""
        ends = [str(event["event"]) for event in self.read_journal().events if event["event"] in ("final", "aborted")]
        return ends[-1] if ends else ""

    @property
    def unseen(self) -> bool:
        """True if the session was ended before its first image, so that its participant may begin again."""
        return self.ended == "aborted" and not any(self.read_journal().of("show"))

    def read_key(self) -> SessionKey:
        """Open the truth of this session; only for the unblinding."""
        return SessionKey.loads(self.study.files.session_key(self.files), self.key_sha256)


@dataclass(frozen=True, slots=True)
class SessionKey:
    """The sealed key of a session.

    Attributes:
        truths: Stimulus id → truth.
        seed: Seed of the order of its trials.
    """

    truths: Mapping[str, Truth]
    seed: int

    @classmethod
    def loads(cls, path: Path, sha256: str) -> SessionKey:
        """Read a key and check it against its commitment; TuringError if it is missing or was changed."""
        rows = list(csv.DictReader(io.StringIO(read_sealed(path, sha256), newline="")))
        return cls({row["stimulus_id"]: Truth(row["truth"]) for row in rows}, int(rows[0]["seed"]))


def session_key_bytes(trials: Sequence[Trial], truths: Mapping[str, Truth], seed: int) -> bytes:
    """Serialize the sealed key as CSV, sorted by stimulus id so that it does not reveal the order of the trials."""
    text = io.StringIO(newline="")
    writer = csv.writer(text)
    writer.writerow(SESSION_KEY_COLUMNS)
    for trial in sorted(trials, key=lambda trial: trial.stimulus):
        writer.writerow([trial.stimulus, truths[trial.stimulus].value, trial.board, seed])
    return text.getvalue().encode()


def plan_bytes(plan: SessionPlan, about: Mapping[str, Any]) -> bytes:
    """Serialize the plan as JSON."""
    return json_bytes(
        {
            **about,
            "format": FORMAT,
            "protocol": dataclasses.asdict(plan.protocol),
            "keys": dict(plan.keys),
            "practice": [dataclasses.asdict(trial) for trial in plan.practice],
            "trials": [dataclasses.asdict(trial) for trial in plan.trials],
        }
    )


def open_sealed_session(study: Study, files: SessionFiles) -> SealedSession:
    """Open a sealed session.

    Raises:
        TuringError: Its plan is missing, damaged, or not the one recorded in its journal.
    """
    try:
        data = files.plan.read_bytes()
        about: dict[str, Any] = json.loads(data)
        plan = SessionPlan(
            TuringProtocol(**about.pop("protocol")),
            tuple(Trial(**trial) for trial in about.pop("practice")),
            tuple(Trial(**trial) for trial in about.pop("trials")),
            about.pop("keys"),
        )
        sealed = SealedSession(
            study=study,
            files=files,
            plan=plan,
            list_id=str(about["list_id"]),
            key_sha256=str(about["key_sha256"]),
            about=about,
            plan_sha256=hashlib.sha256(data).hexdigest(),
        )
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise TuringError(
            "session-plan-damaged", "the plan of this session is damaged", where=files.plan, todo="Put back the file."
        ) from error
    for event in sealed.read_journal().of("plan"):
        if event["plan_sha256"] != sealed.plan_sha256:
            raise TuringError(
                "session-plan-changed",
                "the plan of this session was changed after it was sealed",
                where=files.plan,
                todo="Put back the file.",
            )
    return sealed
