"""Table of trials derived from plan and journal, one row per exposure, without the truth."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from vqganodip.turing.session.sealed_plan import SealedSession
from vqganodip.turing.session.session_plan import Trial
from vqganodip.turing.session.trial_columns import MISSING, SCHEMA_VERSION

__all__ = ["ANTICIPATION_S", "FRAME_COLUMNS", "Exposure", "exposures", "frame_rows", "table_bytes", "trial_rows"]

ANTICIPATION_S: Final = 0.2
"""Shortest plausible response time; earlier answers are flagged."""

_DEFAULT_FRAME_MS: Final = 1000.0 / 60.0
_DISPLAY: Final = ("disp_w_px", "disp_h_px", "disp_x_px", "disp_y_px", "device_pixel_ratio", "refresh_hz")
FRAME_COLUMNS: Final = ("phase", "trial_index", "transition", "at", "frame_ms", "frames_dropped", "source")


@dataclass(slots=True)
class Exposure:
    """An image shown in a session, as recorded in the journal.

    Attributes:
        trial: Trial of the plan.
        attempt: Number of times this trial was begun.
        run: Number of the uninterrupted run of trials it belongs to.
        resumes: Number of resumptions of the session before it.
        events: Last event of each name, except answers.
        answers: Answers in order.
        focus_lost: True if the window lost the keyboard focus during the trial.
        interruption_s: Seconds until the operator continued, after an interruption.
    """

    trial: Trial
    attempt: int
    run: int
    resumes: int
    events: dict[str, dict[str, Any]] = field(default_factory=dict)
    answers: list[dict[str, Any]] = field(default_factory=list)
    focus_lost: bool = False
    interruption_s: float = 0.0

    @property
    def status(self) -> str:
        """Status at the end of the trial; ``aborted`` if the program crashed before."""
        return str(self.events["trial_end"]["status"]) if "trial_end" in self.events else "aborted"

    def moment(self, name: str) -> float | None:
        """Return the session seconds of its ``onset`` or ``offset``; None if not recorded."""
        return float(self.events[name][name]) if name in self.events else None


def exposures(sealed: SealedSession) -> list[Exposure]:
    """Return every exposure of a session, including practice, in the order of the journal."""
    plans = {(trial.block == 0, trial.index): trial for trial in (*sealed.plan.practice, *sealed.plan.trials)}
    shown: list[Exposure] = []
    run = resumes = 0
    for event in sealed.read_journal().events:
        name = event["event"]
        last = shown[-1] if shown else None
        if name == "block":
            run += 1
        elif name == "resumed":
            resumes += 1
        elif name == "show":
            trial = plans[(event["block"] == 0, event["trial"])]
            attempt = 1 + sum(other.trial == trial for other in shown)
            shown.append(Exposure(trial, attempt, run, resumes, {"show": event}))
        elif last is None:
            continue
        elif name == "continued" and last.status == "interrupted" and not last.interruption_s:
            last.interruption_s = float(event["interruption_s"])
        elif "trial_end" in last.events:
            continue
        elif name == "focus_lost":
            last.focus_lost = True
        elif name == "response":
            last.answers.append(event)
        elif name in ("onset", "offset", "trial_end"):
            last.events[name] = event
    return shown


def trial_rows(sealed: SealedSession) -> list[dict[str, str]]:
    """Return the rows of ``trials.csv``, see :data:`~vqganodip.turing.session.trial_columns.TRIAL_COLUMNS`."""
    shown = exposures(sealed)
    return [
        _identity(sealed) | _position(sealed, one) | _stimulus(sealed, one) | _answer(one) | _timing(shown, i, sealed)
        for i, one in enumerate(shown)
    ]


def frame_rows(sealed: SealedSession) -> list[dict[str, str]]:
    """Return the rows of ``frames.csv``: the frame times of the onset and offset of each exposure."""
    rows = []
    for one in exposures(sealed):
        for name in ("onset", "offset"):
            event = one.events.get(name)
            if event is not None:
                values = (
                    *_phase(one),
                    name,
                    f"{event[name]:.6f}",
                    f"{event['frame_ms']:.3f}",
                    str(event["dropped"]),
                    event["source"],
                )
                rows.append(dict(zip(FRAME_COLUMNS, values, strict=True)))
    return rows


def table_bytes(rows: Iterable[Mapping[str, str]], columns: Sequence[str], delimiter: str = ",") -> bytes:
    """Serialize a table with its header as CSV (RFC 4180) or TSV in UTF-8."""
    text = io.StringIO(newline="")
    writer = csv.writer(text, delimiter=delimiter, lineterminator="\r\n" if delimiter == "," else "\n")
    writer.writerow(columns)
    writer.writerows([row[column] for column in columns] for row in rows)
    return text.getvalue().encode()


def _identity(sealed: SealedSession) -> dict[str, str]:
    about = sealed.about
    return {
        "schema_version": SCHEMA_VERSION,
        "study_id": sealed.study.study_id,
        "participant_id": sealed.participant,
        "session_id": sealed.session_id,
        "list_id": sealed.list_id,
        "preset": sealed.plan.protocol.name,
        "config_sha256": str(about["config_sha256"]),
        "app_version": str(about["app_version"]),
        "git_commit": str(about["git_commit"]),
    }


def _phase(one: Exposure) -> tuple[str, str]:
    return ("test", str(one.trial.index + 1)) if one.trial.block else ("practice", MISSING)


def _position(sealed: SealedSession, one: Exposure) -> dict[str, str]:
    phase, index = _phase(one)
    first = sealed.plan.protocol.break_after if one.trial.block == 2 else 0
    return {
        "phase": phase,
        "block": str(one.trial.block),
        "trial_index": index,
        "trial_in_block": str(one.trial.index - first + 1),
        "attempt": str(one.attempt),
        "seed": MISSING,
        "order_algo": str(sealed.about["order_algo"]),
    }


def _stimulus(sealed: SealedSession, one: Exposure) -> dict[str, str]:
    preflight = sealed.about["preflight"]
    return {
        "stimulus_id": one.trial.stimulus,
        "stimulus_sha256": sealed.study.hashes[one.trial.stimulus],
        "board_id": one.trial.board,
        "source_split": MISSING,
        "model_id": MISSING,
        **{name: str(preflight.get(name, MISSING)) for name in _DISPLAY},
    }


def _answer(one: Exposure) -> dict[str, str]:
    last = one.answers[-1] if one.answers else None
    offset = None if last is None else last.get("rt_from_offset_s")
    return {
        "response": MISSING if last is None else str(last["answer"]),
        "response_key": MISSING if last is None else str(last["key"]),
        "n_presses": str(len(one.answers)),
        "first_key": str(one.answers[0]["key"]) if one.answers else MISSING,
        "confidence": MISSING if last is None else str(last.get("confidence", MISSING)),
        "rt_s": MISSING if last is None else f"{last['rt_s']:.6f}",
        "rt_from_offset_s": MISSING if offset is None else f"{offset:.6f}",
        "response_phase": "none" if last is None else str(last["phase"]),
        "key_event_ts_ms": MISSING if last is None else str(last["stamp_ms"]),
    }


def _timing(shown: Sequence[Exposure], index: int, sealed: SealedSession) -> dict[str, str]:
    one, protocol = shown[index], sealed.plan.protocol
    before = shown[index - 1] if index and shown[index - 1].run == one.run else None
    following = shown[index + 1] if index + 1 < len(shown) and shown[index + 1].run == one.run else None
    planned = float(one.events["show"]["planned"])
    onset, offset = one.moment("onset"), one.moment("offset")
    earlier = before.moment("onset") if before else None
    end = following.moment("onset") if following else None
    if end is None and one.status in ("ok", "missing"):
        end = float(one.events["trial_end"]["t"])
    refresh = sealed.about["preflight"].get("refresh_hz")
    onset_error = _minus(onset, planned, 1e3)
    duration = _minus(offset, onset)
    duration_error = _minus(duration, protocol.stimulus_s, 1e3)
    soa = _minus(onset, earlier)
    transitions = [one.events[name] for name in ("onset", "offset") if name in one.events]
    seen = one.events.get("onset")
    return {
        "onset": _number(onset),
        "duration": _number(duration),
        "blank_duration": _number(_minus(end, offset)),
        "planned_onset": _number(planned),
        "onset_error_ms": _number(onset_error, 3),
        "duration_error_ms": _number(duration_error, 3),
        "soa_error_ms": _number(_minus(soa, protocol.soa_s, 1e3), 3),
        "onset_source": str(seen["source"]) if seen else MISSING,
        "frames_expected": str(round(protocol.stimulus_s * float(refresh))) if refresh else MISSING,
        "frames_dropped": str(sum(int(event["dropped"]) for event in transitions)) if transitions else MISSING,
        "max_frame_ms": _number(max((float(event["frame_ms"]) for event in transitions), default=None), 3),
        "decode_ms": _number(float(seen["decode_ms"]) if seen else None, 3),
        "queue_lag_ms": _number(float(seen["queue_lag_ms"]) if seen else None, 3),
        "status": one.status,
        "focus_lost": str(int(one.focus_lost)),
        "interruption_s": _number(one.interruption_s, 3),
        "resume_count": str(one.resumes),
        "flags": ";".join(_flags(one, onset_error, duration_error, 1e3 / float(refresh) if refresh else None)),
        "onset_utc": str(one.events.get("onset", one.events["show"])["utc"]),
    }


def _flags(
    one: Exposure, onset_error: float | None, duration_error: float | None, frame_ms: float | None
) -> Iterable[str]:
    frame = frame_ms or _DEFAULT_FRAME_MS
    if onset_error is None:
        yield "no_onset"
    elif abs(onset_error) > frame:
        yield "onset_late"
    if duration_error is not None and abs(duration_error) > frame and one.status in ("ok", "missing"):
        yield "duration_off"
    if one.answers and one.answers[-1]["rt_s"] < ANTICIPATION_S:
        yield "anticipation"


def _minus(a: float | None, b: float | None, scale: float = 1.0) -> float | None:
    return None if a is None or b is None else (a - b) * scale


def _number(value: float | None, decimals: int = 6) -> str:
    return MISSING if value is None else f"{value + 0.0:.{decimals}f}"
