"""Reader of the answers of an unblinded study: the unblinded trials and the record of each session."""

from __future__ import annotations

import csv
import io
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

import numpy as np

from vqganodip.errors import Message, TuringError, message, plain
from vqganodip.turing.analysis.rates import Answers
from vqganodip.turing.session.journal import read_journal
from vqganodip.turing.session.trial_columns import MISSING, UNBLINDED_COLUMNS
from vqganodip.turing.study.questions import CONCERNS
from vqganodip.turing.study.study import Study
from vqganodip.turing.study.study_folder import SessionFiles
from vqganodip.types import FloatArray

__all__ = ["LeftOut", "Observations", "ObservedTrial", "SessionAnswers", "read_observations"]

ANSWERED: Final = "ok"
_NOT_ENDED: Final = {
    "aborted": "the session was aborted",
    "unfinished": "the session was never finished",
}


@dataclass(frozen=True, slots=True)
class ObservedTrial:
    """A test trial with its truth.

    Attributes:
        index: Index from 1.
        block: 1 or 2.
        stimulus: Opaque id of the stimulus.
        board: Opaque id of the board.
        fake: True if a reconstruction was shown.
        answered_fake: True if the answer was "fake"; None without a valid answer.
        rt_s: Seconds from onset to the valid answer.
        status: ``ok``, ``missing``, ``interrupted`` or ``aborted``.
        flags: Flags of the trial.
    """

    index: int
    block: int
    stimulus: str
    board: str
    fake: bool
    answered_fake: bool | None
    rt_s: float | None
    status: str
    flags: tuple[str, ...] = ()

    @property
    def correct(self) -> bool | None:
        """True if the answer matches the truth; None without a valid answer."""
        return None if self.answered_fake is None else self.answered_fake == self.fake


@dataclass(frozen=True, slots=True)
class SessionAnswers:
    """Answers of one observer in a finished session.

    Attributes:
        participant: Id such as ``P001``.
        session: Session id such as ``01``.
        trials: Test trials shown, in order.
        record: Content of ``session.json``.
    """

    participant: str
    session: str
    trials: tuple[ObservedTrial, ...] = field(repr=False)
    record: Mapping[str, Any] = field(repr=False)

    @property
    def list_id(self) -> str:
        return str(self.record["list_id"])

    @property
    def flags(self) -> tuple[Message, ...]:
        """Remarks on this observer that readers of the report need."""
        remarks = [CONCERNS.get(str(flag), plain(str(flag))) for flag in self.record["participant_flags"]]
        if self.record["trials"]["missing_flagged"]:
            remarks.append(message("observer-answers-missing", "more than 5 % of the answers are missing"))
        if self.record["restart_reason"]:
            remarks.append(message("observer-sat-twice", "had a second session"))
        if self.record["resumes"]:
            remarks.append(message("observer-resumed", "resumed {times:time|times}", times=int(self.record["resumes"])))
        return tuple(remarks)

    @property
    def has_prior_knowledge(self) -> bool:
        """True if the observer built the model or saw its outputs before."""
        return bool(self.record["participant_flags"])

    def answers(self, block: int | None = None) -> Answers:
        """Count the answers of one block or of both; trials without a valid answer are not counted."""
        answered = [t for t in self.trials if t.answered_fake is not None and block in (None, t.block)]
        return Answers(
            hits=sum(t.fake and t.answered_fake is True for t in answered),
            misses=sum(t.fake and t.answered_fake is False for t in answered),
            false_alarms=sum(not t.fake and t.answered_fake is True for t in answered),
            correct_rejections=sum(not t.fake and t.answered_fake is False for t in answered),
        )

    def count(self, status: str) -> int:
        """Return the number of trials with a status."""
        return sum(trial.status == status for trial in self.trials)

    @property
    def missing(self) -> int:
        """Number of planned trials without a valid answer."""
        planned = int(self.record["trials"]["planned"])
        return planned - sum(trial.answered_fake is not None for trial in self.trials)


@dataclass(frozen=True, slots=True)
class LeftOut:
    """A session excluded from the analysis, with the reason."""

    participant: str
    session: str
    reason: str


@dataclass(frozen=True, slots=True)
class Observations:
    """All data of a study on which the results are based.

    Attributes:
        study: Registered study.
        sessions: Finished sessions, by participant; no observer is excluded.
        left_out: Sessions that were not finished.
        withdrawn: Number of participants who withdrew.
        unblinded: Log entry of the unblinding.
    """

    study: Study
    sessions: tuple[SessionAnswers, ...]
    left_out: tuple[LeftOut, ...]
    withdrawn: int
    unblinded: Mapping[str, Any]

    @property
    def simulated(self) -> bool:
        """True if the observers were simulated."""
        return self.study.simulated

    @property
    def stimuli(self) -> tuple[str, ...]:
        """Ids of the stimuli shown to at least one observer, sorted."""
        return tuple(sorted({trial.stimulus for one in self.sessions for trial in one.trials}))

    def answer_matrix(self, stimuli: Sequence[str], sessions: Sequence[SessionAnswers] | None = None) -> FloatArray:
        """Return the answers as float64 R×I: 1 for fake, 0 for real, NaN if not answered or not shown."""
        sessions = self.sessions if sessions is None else sessions
        place = {stimulus: column for column, stimulus in enumerate(stimuli)}
        out = np.full((len(sessions), len(stimuli)), np.nan)
        for row, one in enumerate(sessions):
            for trial in one.trials:
                if trial.answered_fake is not None and trial.stimulus in place:
                    out[row, place[trial.stimulus]] = trial.answered_fake
        return out

    def correct_by_board(self) -> FloatArray:
        """Return correctness per board as float64 R×I: 1, 0, or NaN without an answer; only boards with an answer."""
        boards = sorted({t.board for one in self.sessions for t in one.trials if t.correct is not None})
        place = {board: column for column, board in enumerate(boards)}
        out = np.full((len(self.sessions), len(boards)), np.nan)
        for row, one in enumerate(self.sessions):
            for trial in one.trials:
                if trial.correct is not None:
                    out[row, place[trial.board]] = trial.correct
        return out


def read_observations(study: Study) -> Observations:
    """Read the files of an unblinded study.

    Raises:
        TuringError: The study is blinded, a file is missing or damaged, or no session was finished.
    """
    if not study.unblinded:
        raise TuringError(
            "analysis-study-blinded",
            "the study is blinded",
            where=study.folder,
            todo="Unblind it when all sessions are done.",
        )
    sessions, left_out = [], []
    for files in study.sessions():
        record = _record(files)
        if record["status"] != "final":
            left_out.append(LeftOut(files.participant, files.session, _why_left_out(record)))
            continue
        trials = _trials(files)
        if not any(trial.answered_fake is not None for trial in trials):
            left_out.append(LeftOut(files.participant, files.session, "nothing was answered"))
            continue
        sessions.append(SessionAnswers(files.participant, files.session, trials, record))
    if not sessions:
        raise TuringError(
            "analysis-no-session", "no session was finished", where=study.folder, todo="Run a session to its end."
        )
    withdrawn = len(read_journal(study.files.withdrawn).events) if study.files.withdrawn.exists() else 0
    act = read_journal(study.files.unblinding).events[-1]
    return Observations(study, tuple(sessions), tuple(left_out), withdrawn, act)


def _why_left_out(record: Mapping[str, Any]) -> str:
    if record["status"] == "aborted" and not record["trials"]["shown"] and not record.get("practice_trials", 1):
        return "ended before the first image, the participant could begin again"
    return _NOT_ENDED.get(str(record["status"]), str(record["status"]))


def _record(files: SessionFiles) -> dict[str, Any]:
    try:
        record: dict[str, Any] = json.loads(files.file("session.json").read_bytes())
        _ = record["status"], record["preflight"], record["participant_flags"], record["trials"]["planned"]
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(files, "session.json") from error
    return record


def _trials(files: SessionFiles) -> tuple[ObservedTrial, ...]:
    try:
        text = files.file("trials_unblinded.csv").read_bytes().decode()
        rows = list(csv.DictReader(io.StringIO(text, newline="")))
        if rows and list(rows[0]) != list(UNBLINDED_COLUMNS):
            raise ValueError("columns")
        return tuple(_trial(row) for row in rows if row["phase"] == "test")
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise _damaged(files, "trials_unblinded.csv") from error


def _trial(row: Mapping[str, str]) -> ObservedTrial:
    counts = row["status"] == ANSWERED and row["response"] in ("real", "fake")
    return ObservedTrial(
        index=int(row["trial_index"]),
        block=int(row["block"]),
        stimulus=row["stimulus_id"],
        board=row["board_id"],
        fake={"real": False, "fake": True}[row["truth"]],
        answered_fake=row["response"] == "fake" if counts else None,
        rt_s=float(row["rt_s"]) if counts and row["rt_s"] != MISSING else None,
        status=row["status"],
        flags=tuple(flag for flag in row["flags"].split(";") if flag),
    )


def _damaged(files: SessionFiles, name: str) -> TuringError:
    return TuringError(
        "analysis-file-damaged",
        "{name} is missing or damaged",
        where=files.file(name),
        todo="Unblind again: it is written from the journal.",
        name=name,
    )
