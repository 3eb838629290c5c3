"""List of studies: those in the workspace, and those opened from other folders."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.errors import TuringError
from vqganodip.turing.session.lifecycle import open_sessions
from vqganodip.turing.session.sealed_plan import SealedSession
from vqganodip.turing.session.unblinding import may_unblind, withdrawn
from vqganodip.turing.study.study import Study, open_study
from vqganodip_gui.i18n.translation import tr

STUDIES: Final = "studies"
"""Folder of a workspace in which new studies are put."""


@dataclass(frozen=True, slots=True)
class SessionLine:
    """Session as shown to the operator: its course, but never the answers.

    Attributes:
        sealed_session: The sealed session.
        ended: ``final``, ``aborted``, or nothing.
        status: The same in words.
        shown: Test trials that were exposed.
        missing: Of them, without an answer.
        interruptions: How often it stood still.
        resumes: How often its program was started again.
    """

    sealed_session: SealedSession
    ended: str
    status: str
    shown: int
    missing: int
    interruptions: int
    resumes: int


@dataclass(frozen=True, slots=True)
class StudyState:
    """A study and what has happened in it."""

    study: Study
    lines: tuple[SessionLine, ...]
    withdrawn: int
    ready: bool

    @property
    def label(self) -> str:
        """Name of the study for the window, see :func:`study_label`."""
        return study_label(self.study.study_id, self.study.simulated)

    @property
    def finished(self) -> int:
        return sum(line.ended == "final" for line in self.lines)

    @property
    def unfinished(self) -> tuple[SessionLine, ...]:
        return tuple(line for line in self.lines if not line.ended)


def find_studies(workspace: Path | None, opened: str) -> tuple[Path, ...]:
    """Folders of studies, those of the workspace first.

    Args:
        workspace: Its folder.
        opened: Other folders, one a line.
    """
    inside = sorted(path.parent for path in (workspace / STUDIES).glob("*/study.json")) if workspace else []
    others = [Path(line) for line in opened.splitlines() if (Path(line) / "study.json").is_file()]
    return tuple(dict.fromkeys((*inside, *others)))


def study_label(study_id: str, simulated: bool) -> str:
    """Name of a study, marked in the language of the window if its observers were simulated."""
    return f"{study_id} ({tr('SIMULATED')})" if simulated else study_id


def read_state(folder: Path) -> StudyState:
    """Read a study and its sessions; TuringError if one of them is damaged."""
    study = open_study(folder)
    lines = tuple(_line(sealed_session) for sealed_session in open_sessions(study))
    return StudyState(study, lines, len(withdrawn(study)), may_unblind(study))


def _line(sealed_session: SealedSession) -> SessionLine:
    journal = sealed_session.read_journal()
    ends = [event for event in journal.of("trial_end") if event["block"]]
    ended = sealed_session.ended
    return SessionLine(
        sealed_session,
        ended,
        tr("ended before the first image")
        if sealed_session.unseen
        else {"final": tr("done"), "aborted": tr("ended early")}.get(ended, tr("not finished")),
        sum(bool(event["block"]) for event in journal.of("show")),
        sum(event["status"] == "missing" for event in ends),
        sum(1 for _ in journal.of("interrupted")),
        sum(1 for _ in journal.of("resumed")),
    )


def require_runnable(state: StudyState) -> None:
    """TuringError when no further session may be run."""
    if state.study.unblinded:
        raise TuringError(
            "study-unblinded", "the study is unblinded", where=state.study.folder, todo="Prepare another study."
        )


__all__ = ["STUDIES", "SessionLine", "StudyState", "find_studies", "read_state", "require_runnable", "study_label"]
