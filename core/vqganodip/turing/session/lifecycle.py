"""Life cycle of a session: seal, find unfinished sessions, resume."""

from __future__ import annotations

import hashlib
import json
import platform
import sys
from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any, Final

import numpy as np

from vqganodip import __version__
from vqganodip.errors import TuringError
from vqganodip.turing.session.journal import Journal, read_journal
from vqganodip.turing.session.sealed_plan import SealedSession, open_sealed_session, plan_bytes, session_key_bytes
from vqganodip.turing.session.session_plan import ResumePoint, SessionPlan, Trial
from vqganodip.turing.session.trial_columns import MISSING
from vqganodip.turing.study.audit import read_audit
from vqganodip.turing.study.questions import check_answers
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.study_folder import participant_number, write_whole
from vqganodip.turing.study.trial_order import ORDER_ALGORITHM, List, plan_trials, seed_of

__all__ = [
    "MAX_GAP_S",
    "keys_of",
    "list_of",
    "next_participant",
    "open_sessions",
    "resume",
    "seal",
]

MAX_GAP_S: Final = 1800.0
"""Longest interruption after which a session may be resumed."""


def list_of(participant: str) -> List:
    """Return the list of a participant: A for P001, P002, P005, P006 …; B for P003, P004 …, crossed with the keys."""
    return (List.A, List.B)[(participant_number(participant) - 1) // 2 % 2]


def keys_of(participant: str) -> dict[str, str]:
    """Return the meanings of the keys F and J: real and fake for odd numbers, fake and real for even ones."""
    return {"F": "real", "J": "fake"} if participant_number(participant) % 2 else {"F": "fake", "J": "real"}


def next_participant(study: Study) -> str:
    """Return the first unused id.

    Ids of participants who withdrew count as used; those whose sessions were ended before the first image do not.
    """
    used = {sealed.participant for sealed in open_sessions(study) if not sealed.unseen} | _withdrawn(study)
    number = next(n for n in range(1, 100_000) if f"P{n:03d}" not in used)
    return f"P{number:03d}"


def seal(
    study: Study,
    participant: str,
    *,
    session_id: str | None = None,
    participant_answers: Mapping[str, str],
    preflight: Mapping[str, Any],
    utc: str,
    restart_reason: str = "",
) -> SealedSession:
    """Seal a session: fix its plan before it begins and commit to it.

    Args:
        study: Study that is not unblinded.
        participant: Id such as ``P001``.
        session_id: Letters and digits; None for the next number.
        participant_answers: See :data:`~vqganodip.turing.study.questions.PARTICIPANT_QUESTIONS`.
        preflight: Results of the preflight checks, serializable as JSON. The table of trials uses ``refresh_hz``,
            ``device_pixel_ratio``, ``disp_w_px``, ``disp_h_px``, ``disp_x_px`` and ``disp_y_px``; the report uses the
            list ``overrides``.
        utc: Current time, ISO 8601.
        restart_reason: Reason to run a second session, under a new session id, with a participant whose first session
            cannot be resumed. The first session is kept, and reports state that images were seen twice.

    A participant whose earlier sessions were ended before the first image begins again; the plan, the journal and
    ``session.json`` name those sessions.

    Raises:
        TuringError: The participant has seen images or withdrew, the study is unblinded, or a file cannot be written.
    """
    if session_id is None:
        session_id = f"{1 + sum(files.participant == participant for files in study.sessions()):02d}"
    unseen = _may_sit(study, participant, session_id, restart_reason)
    files = study.files.session(participant, session_id)
    answers = check_answers(participant_answers)
    key = study.read_key()
    shown = key.shown_on(list_of(participant))
    seed = seed_of(study.read_secret(), participant, session_id)
    planned = plan_trials([row.truth for row in shown], seed)
    trials = tuple(
        Trial(place, trial.block, shown[trial.board].stimulus_id, shown[trial.board].board_id)
        for place, trial in enumerate(planned)
    )
    practice = tuple(Trial(place, 0, stimulus, board) for place, (stimulus, board) in enumerate(study.practice))
    plan = SessionPlan(study.protocol, practice, trials, keys_of(participant))
    key_data = session_key_bytes((*practice, *trials), key.truths(), seed)
    about = {
        "study_id": study.study_id,
        "participant_id": participant,
        "session_id": session_id,
        "list_id": list_of(participant).value,
        "order_algo": ORDER_ALGORITHM,
        "config_sha256": study.sha256,
        "key_sha256": hashlib.sha256(key_data).hexdigest(),
        "sealed_utc": utc,
        "app_version": __version__,
        "git_commit": MISSING,
        "participant": answers,
        "preflight": dict(preflight),
        "leak_audit": _audit(study),
        "restart_reason": restart_reason,
        **({"begun_again_after": unseen} if unseen else {}),
        "software": {"python": platform.python_version(), "numpy": np.__version__, "system": sys.platform},
    }
    data = plan_bytes(plan, about)
    write_whole(study.files.session_key(files), key_data, private=True)
    write_whole(files.plan, data)
    journal = Journal(files.journal)
    try:
        journal.write("preflight", sync=True, utc=utc, preflight=dict(preflight))
        digest = hashlib.sha256(data).hexdigest()
        journal.write("plan", sync=True, utc=utc, plan_sha256=digest, key_sha256=about["key_sha256"])
        if unseen:
            journal.write("begun_again", sync=True, utc=utc, after=unseen)
    finally:
        journal.close()
    return open_sealed_session(study, files)


def open_sessions(study: Study) -> list[SealedSession]:
    """Open every sealed session, by participant and session."""
    return [open_sealed_session(study, files) for files in study.sessions()]


def resume(sealed: SealedSession, now_utc: str, max_gap_s: float = MAX_GAP_S) -> ResumePoint:
    """Return the resume point of a session whose program crashed. The trial shown at that time is not repeated.

    Before the first image, a session may be resumed after any time; after a long one the consent is asked for again.

    Args:
        sealed: Unfinished session.
        now_utc: Current time, ISO 8601.
        max_gap_s: Longest allowed interruption.

    Raises:
        TuringError: The session has ended, was interrupted for too long, or its journal is damaged.
    """
    if sealed.ended:
        raise TuringError(
            "session-ended", "the session has ended", where=sealed.folder, todo="Start one for another participant."
        )
    events = sealed.read_journal().events
    last = max((_moment(event["utc"]) for event in events if "utc" in event), default=_moment(now_utc))
    gap = max(0.0, (_moment(now_utc) - last).total_seconds())
    names = {str(event["event"]) for event in events}
    if gap > max_gap_s and "show" in names:
        raise TuringError(
            "session-gap-too-long",
            "the session was interrupted for {minutes:.0f} minutes, {most:g} are allowed",
            where=sealed.folder,
            todo="Keep it, and continue with another participant.",
            minutes=gap / 60,
            most=max_gap_s / 60,
        )
    blocks = [int(event["block"]) for event in events if event["event"] == "block"]
    rehearsed = _following(events, practice=True)
    return ResumePoint(
        next_trial=_following(events, practice=False),
        practised=any(blocks) or rehearsed >= len(sealed.plan.practice),
        break_done="break_end" in names,
        at=max((float(event["t"]) for event in events if "t" in event), default=0.0) + gap,
        resumes=sum(event["event"] == "resumed" for event in events) + 1,
        consented="consent" in names and gap <= max_gap_s,
        instructed=bool(blocks),
        next_practice=rehearsed,
    )


def _following(events: Sequence[Mapping[str, Any]], *, practice: bool) -> int:
    """Return the index of the trial after the last one that was shown."""
    shown = (int(e["trial"]) for e in events if e["event"] == "show" and (not e["block"]) == practice)
    return max(shown, default=-1) + 1


def _may_sit(study: Study, participant: str, session_id: str, restart_reason: str) -> list[dict[str, str]]:
    """Check that a participant may have a session; return the earlier ones that were ended before the first image."""
    participant_number(participant)
    if study.unblinded:
        raise TuringError(
            "session-study-unblinded", "the study is unblinded", where=study.folder, todo="Prepare another study."
        )
    if participant in _withdrawn(study):
        raise TuringError(
            "session-participant-withdrew",
            "{participant} withdrew",
            where=study.folder,
            todo="Give another number.",
            participant=participant,
        )
    before = [sealed for sealed in open_sessions(study) if sealed.participant == participant]
    if any(not sealed.unseen for sealed in before) and not restart_reason:
        raise TuringError(
            "session-participant-sat",
            "{participant} has already had a session",
            where=study.folder,
            todo="Give another number.",
            participant=participant,
        )
    if any(sealed.session_id == session_id for sealed in before):
        raise TuringError(
            "session-id-taken",
            "there is a session {session} of {participant}",
            where=study.folder,
            todo="Give a new session id.",
            session=session_id,
            participant=participant,
        )
    if any(sealed.ended == "final" for sealed in before):
        raise TuringError(
            "session-participant-finished",
            "{participant} has finished a session",
            where=study.folder,
            todo="Give another number.",
            participant=participant,
        )
    return [_why_unseen(sealed) for sealed in before if sealed.unseen]


def _why_unseen(sealed: SealedSession) -> dict[str, str]:
    ended = list(sealed.read_journal().of("aborted"))[-1]
    return {"session": sealed.session_id, "ended_by": str(ended["by"]), "reason": str(ended["reason"])}


def _audit(study: Study) -> Any:
    """Return the stored leak audit with its justifications; ``n/a`` if there is none."""
    return json.loads(study.files.audit.read_bytes()) if read_audit(study) is not None else MISSING


def _withdrawn(study: Study) -> set[str]:
    if not study.files.withdrawn.exists():
        return set()
    return {str(event["participant"]) for event in read_journal(study.files.withdrawn).events}


def _moment(utc: str) -> datetime:
    return datetime.fromisoformat(utc.replace("Z", "+00:00"))
