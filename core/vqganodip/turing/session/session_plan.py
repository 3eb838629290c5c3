"""Plan of a session: its trials in order, the meanings of its keys, and the point at which it resumes."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from vqganodip.errors import TuringError
from vqganodip.turing.study.protocol import TuringProtocol

__all__ = ["ResumePoint", "SessionPlan", "Trial"]


@dataclass(frozen=True, slots=True)
class Trial:
    """A trial of the sealed plan.

    Attributes:
        index: Index from 0 among the test trials, or among the practice trials.
        block: 0 for practice, 1 or 2.
        stimulus: Opaque id of the image.
        board: Opaque id of the board.
    """

    index: int
    block: int
    stimulus: str
    board: str


@dataclass(frozen=True, slots=True)
class SessionPlan:
    """Plan of a session.

    Attributes:
        protocol: Durations and numbers.
        practice: Practice trials, with other boards.
        trials: Test trials in order, ``protocol.trials`` of them.
        keys: Meanings of the keys: ``{"F": "real", "J": "fake"}`` or the reverse, depending on the participant.
    """

    protocol: TuringProtocol
    practice: tuple[Trial, ...]
    trials: tuple[Trial, ...]
    keys: Mapping[str, str]

    def __post_init__(self) -> None:
        if len(self.trials) != self.protocol.trials:
            raise TuringError(
                "session-trials-unfit",
                "{count} trials for a protocol of {trials}",
                where=self.protocol.name,
                todo="Prepare the study for this protocol.",
                count=len(self.trials),
                trials=self.protocol.trials,
            )


@dataclass(frozen=True, slots=True)
class ResumePoint:
    """Point at which a session resumes after its program crashed.

    Attributes:
        next_trial: First test trial that was not shown.
        practised: True if no practice trial is left.
        break_done: True if the break is over.
        at: Session seconds at which it resumes.
        resumes: Number of resumptions, including this one.
        consented: True if consent was given.
        instructed: True if a block was begun, so that the instructions were read.
        next_practice: First practice trial that was not shown.
    """

    next_trial: int
    practised: bool
    break_done: bool
    at: float
    resumes: int
    consented: bool = True
    instructed: bool = True
    next_practice: int = 0
