"""Output files of a session, derived from its plan and journal; the same inputs give the same bytes."""

from __future__ import annotations

import dataclasses
import hashlib
from collections.abc import Mapping, Sequence
from typing import Any, Final

import numpy as np

from vqganodip.errors import TuringError, system_reason
from vqganodip.files import sha256_of
from vqganodip.turing.session.bids_events import events_sidecar, events_tsv
from vqganodip.turing.session.sealed_plan import SealedSession
from vqganodip.turing.session.trial_columns import MISSING, SCHEMA_VERSION, TRIAL_COLUMNS
from vqganodip.turing.session.trial_table import FRAME_COLUMNS, frame_rows, table_bytes, trial_rows
from vqganodip.turing.study.questions import concerns
from vqganodip.turing.study.study_folder import json_bytes, write_whole

__all__ = ["MISSING_SHARE", "finish", "session_record"]

MISSING_SHARE: Final = 0.05
"""A session with a larger share of missing answers is flagged."""


def finish(sealed: SealedSession) -> Mapping[str, str]:
    """Write ``trials.csv``, ``frames.csv``, ``events.tsv`` with its sidecar, ``session.json``, ``checksums.sha256``.

    May be called repeatedly at any time: the same journal gives the same bytes.

    Returns:
        Name of each file → its SHA-256.

    Raises:
        TuringError: The journal is damaged, or a file cannot be written.
    """
    rows = trial_rows(sealed)
    contents = {
        "trials.csv": table_bytes(rows, tuple(TRIAL_COLUMNS)),
        "frames.csv": table_bytes(frame_rows(sealed), FRAME_COLUMNS),
        "events.tsv": events_tsv(rows),
        "events.json": events_sidecar(sealed.plan.protocol.name),
        "session.json": json_bytes(session_record(sealed, rows)),
    }
    hashes = {}
    for name, data in contents.items():
        write_whole(sealed.files.file(name), data)
        hashes[sealed.files.file(name).name] = hashlib.sha256(data).hexdigest()
    for path in (sealed.files.plan, sealed.files.journal):
        try:
            hashes[path.name] = sha256_of(path)
        except OSError as error:
            raise TuringError(
                "session-output-unreadable",
                "the file cannot be read ({error})",
                where=path,
                todo="Check the drive.",
                error=system_reason(error),
            ) from error
    lines = "".join(f"{digest}  {name}\n" for name, digest in sorted(hashes.items()))
    write_whole(sealed.files.file("checksums.sha256"), lines.encode())
    return hashes


def session_record(sealed: SealedSession, rows: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """Return the content of ``session.json``: registration, plan, conditions, events and timing accuracy."""
    study, journal = sealed.study, sealed.read_journal()
    events = journal.events
    test = [row for row in rows if row["phase"] == "test"]
    counts = {status: sum(row["status"] == status for row in test) for status in _STATUSES}
    answered_late = counts["missing"] / len(test) if test else 0.0
    about = dict(sealed.about)
    stamps = [str(event["utc"]) for event in events if "utc" in event]
    consents = list(journal.of("consent"))
    debriefs = list(journal.of("debrief"))
    return {
        "schema_version": SCHEMA_VERSION,
        "study": {
            "study_id": study.study_id,
            "model_id_sha256": hashlib.sha256(study.model_id.encode()).hexdigest(),
            "margin": study.margin,
            "alpha": study.alpha,
            "participants_planned": study.participants_planned,
            "registered_utc": study.created_utc,
            "config_sha256": study.sha256,
            "key_sha256": study.key_sha256,
            "leak_audit": about["leak_audit"],
        },
        "protocol": dataclasses.asdict(sealed.plan.protocol),
        "keys": dict(sealed.plan.keys),
        **{name: about[name] for name in _SEALED if name in about},
        "plan_sha256": sealed.plan_sha256,
        "participant_flags": list(concerns(about["participant"])),
        "consent_text_sha256": str(consents[-1]["text_sha256"]) if consents else MISSING,
        "attested_not_to_discuss": bool(consents and consents[-1]["attested"]),
        "start_utc": min(stamps, default=MISSING),
        "end_utc": max(stamps, default=MISSING),
        "status": sealed.ended or "unfinished",
        "trials": {
            "planned": len(sealed.plan.trials),
            "shown": len(test),
            "not_shown": len(sealed.plan.trials) - len(test),
            **counts,
            "missing_flagged": answered_late > MISSING_SHARE,
        },
        "practice_trials": len(rows) - len(test),
        "break_s": _break_s(events),
        "resumes": sum(event["event"] == "resumed" for event in events),
        "interruptions": [str(event["reason"]) for event in journal.of("interrupted")],
        "overrides": [*_words(about["preflight"].get("overrides", ())), *_overrides(events)],
        "journal_torn_line_dropped": journal.torn,
        "timing": timing_summary(test),
        "debrief": dict(debriefs[-1]["answers"]) if debriefs else {},
    }


def timing_summary(test: Sequence[Mapping[str, str]]) -> dict[str, Any]:
    """Summarize the timing errors of the completed trials, in milliseconds."""
    ended = [row for row in test if row["status"] in ("ok", "missing")]
    out: dict[str, Any] = {}
    for name in ("onset_error_ms", "duration_error_ms", "soa_error_ms"):
        values = np.abs([float(row[name]) for row in ended if row[name] != MISSING])
        out[name] = (
            {"p95": round(float(np.percentile(values, 95)), 3), "max": round(float(values.max()), 3)}
            if values.size
            else MISSING
        )
    out["breaches"] = sum(bool({"onset_late", "duration_off"} & set(row["flags"].split(";"))) for row in ended)
    out["frames_dropped"] = sum(int(row["frames_dropped"]) for row in ended if row["frames_dropped"] != MISSING)
    out["onset_sources"] = sorted({row["onset_source"] for row in test if row["onset_source"] != MISSING})
    return out


_STATUSES: Final = ("ok", "missing", "interrupted", "aborted")
_SEALED: Final = (
    "participant_id",
    "session_id",
    "list_id",
    "order_algo",
    "key_sha256",
    "sealed_utc",
    "app_version",
    "git_commit",
    "participant",
    "preflight",
    "restart_reason",
    "begun_again_after",
    "software",
)


def _break_s(events: Sequence[Mapping[str, Any]]) -> Any:
    begins = [float(event["t"]) for event in events if event["event"] == "break_start"]
    ends = [float(event["t"]) for event in events if event["event"] == "break_end"]
    return round(ends[-1] - begins[-1], 6) if begins and ends else MISSING


def _overrides(events: Sequence[Mapping[str, Any]]) -> list[str]:
    return [f"{event['what']}, by {event['by']}" for event in events if event["event"] == "override"]


def _words(values: Any) -> list[str]:
    return [values] if isinstance(values, str) else [str(value) for value in values]
