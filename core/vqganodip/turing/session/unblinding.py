"""Two irrevocable, logged operations: the unblinding of a study and the withdrawal of a participant."""

from __future__ import annotations

import shutil
from collections.abc import Mapping, Sequence
from datetime import UTC, datetime
from typing import Any, Final

from vqganodip.errors import TuringError, system_reason
from vqganodip.files import sha256_of
from vqganodip.turing.session.journal import Journal, read_journal
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.sealed_plan import SealedSession, open_sealed_session
from vqganodip.turing.session.trial_columns import MISSING, UNBLINDED_COLUMNS
from vqganodip.turing.session.trial_table import table_bytes, trial_rows
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.study_folder import participant_number, write_whole
from vqganodip.turing.study.trial_order import Truth

__all__ = ["finished_sessions", "may_unblind", "unblind", "unblinded_rows", "withdraw", "withdrawn"]

HELD_OUT: Final = "held-out"


def finished_sessions(study: Study) -> int:
    """Return the number of finished sessions."""
    return sum(open_sealed_session(study, files).ended == "final" for files in study.sessions())


def may_unblind(study: Study) -> bool:
    """Return True if every planned session is finished and none is still open."""
    sessions = [open_sealed_session(study, files) for files in study.sessions()]
    done = sum(session.ended == "final" for session in sessions)
    return done >= study.participants_planned and all(session.ended for session in sessions)


def unblind(study: Study, by: str, reason: str = "", *, utc: str | None = None) -> Study:
    """Unblind a study: log the act and write ``trials_unblinded.csv`` of every session.

    A second call rewrites the tables and adds nothing to the log.

    Args:
        study: Study with at least one session.
        by: Role or operator who unblinds it; not a participant.
        reason: Reason, such as a registered stopping rule; required if planned sessions are missing.
        utc: Current time, ISO 8601; None for the computer's clock.

    Raises:
        TuringError: Planned sessions are missing and no reason is given, ``by`` is empty, a key does not match its
            commitment, or a file cannot be written.
    """
    sessions = [open_sealed_session(study, files) for files in study.sessions()]
    if not study.unblinded:
        if not by.strip():
            raise TuringError(
                "unblinding-name-missing",
                "no name is given",
                where=study.folder,
                todo="Name the person who unblinds the study.",
            )
        if not any(sealed.ended for sealed in sessions):
            raise TuringError(
                "unblinding-no-session",
                "no session has ended",
                where=study.folder,
                todo="Run the planned sessions first.",
            )
        if not may_unblind(study) and not reason.strip():
            raise TuringError(
                "unblinding-sessions-missing",
                "{done} of {planned} planned sessions are done",
                where=study.folder,
                todo="Run the others first, or give the reason why the study stops here; it is stated in the report.",
                done=finished_sessions(study),
                planned=study.participants_planned,
            )
    for sealed in sessions:
        sealed.read_key()  # fails before the unblinding is logged
    study.read_key()
    if not study.unblinded:
        journal = Journal(study.files.unblinding)
        try:
            journal.write(
                "unblinded",
                sync=True,
                utc=utc or _now(),
                by=by.strip(),
                reason=reason.strip(),
                planned=study.participants_planned,
                finished=finished_sessions(study),
                key_sha256=study.key_sha256,
                journals={s.files.journal.name: _hash_of(s) for s in sessions},
            )
        finally:
            journal.close()
    for sealed in sessions:
        finish(sealed)
        rows = unblinded_rows(sealed)
        write_whole(sealed.files.file("trials_unblinded.csv"), table_bytes(rows, tuple(UNBLINDED_COLUMNS)))
    return study


def unblinded_rows(sealed: SealedSession) -> list[dict[str, str]]:
    """Return the rows of a session with their truth.

    Raises:
        TuringError: The study is not unblinded.
    """
    if not sealed.study.unblinded:
        raise TuringError(
            "withdrawal-study-blinded",
            "the study is blinded",
            where=sealed.study.folder,
            todo="Unblind it when all sessions are done.",
        )
    key = sealed.read_key()
    return [_with_truth(row, key.truths, str(key.seed), sealed.study.model_id) for row in trial_rows(sealed)]


def _with_truth(row: Mapping[str, str], truths: Mapping[str, Truth], seed: str, model: str) -> dict[str, str]:
    truth = truths[row["stimulus_id"]].value
    correct = MISSING if row["response"] == MISSING else str(int(row["response"] == truth))
    opened = {"seed": seed, "source_split": HELD_OUT, "model_id": model, "truth": truth, "correct": correct}
    return {name: opened.get(name, row.get(name, MISSING)) for name in UNBLINDED_COLUMNS}


def withdraw(study: Study, participant: str, *, utc: str | None = None) -> int:
    """Delete every file of a participant and log only the id, which is never reused.

    The report in the study's folder contains answers of the participant, so it is deleted as well.

    Returns:
        Number of deleted files.

    Raises:
        TuringError: The participant has had no session, or a file cannot be deleted.
    """
    participant_number(participant)
    folder = study.folder / f"sub-{participant}"
    keys = list(study.files.sealed.glob(f"sub-{participant}_*"))
    files = [path for path in (*folder.rglob("*"), *keys, *study.files.report.rglob("*")) if path.is_file()]
    known = participant in withdrawn(study)
    if not folder.exists() and not keys:
        raise TuringError(
            "withdrawal-participant-unknown",
            "there is no session of participant {participant}",
            where=study.folder,
            todo="Check the number.",
            participant=participant,
        )
    if not known:
        journal = Journal(study.files.withdrawn)
        try:
            journal.write("withdrawn", sync=True, utc=utc or _now(), participant=participant)
        finally:
            journal.close()
    try:
        for path in keys:
            path.unlink()
        for tree in (folder, study.files.report):
            if tree.exists():
                shutil.rmtree(tree)
    except OSError as error:
        raise TuringError(
            "withdrawal-file-not-deleted",
            "a file of {participant} cannot be deleted ({error})",
            where=study.folder,
            todo="Close programs that use it and withdraw again.",
            participant=participant,
            error=system_reason(error),
        ) from error
    return len(files)


def withdrawn(study: Study) -> Sequence[str]:
    """Return the ids of participants who withdrew, in order."""
    if not study.files.withdrawn.exists():
        return ()
    events: Sequence[Mapping[str, Any]] = read_journal(study.files.withdrawn).events
    return [str(event["participant"]) for event in events]


def _hash_of(sealed: SealedSession) -> str:
    path = sealed.files.journal
    return sha256_of(path) if path.exists() else MISSING


def _now() -> str:
    return datetime.now(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
