"""The protocol of a session: its durations and numbers of trials."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import Any, Final

from vqganodip.errors import TuringError

__all__ = ["PAPER_16_5", "TrialTimes", "TuringProtocol"]

_LOCKED: Final = ("stimulus_s", "blank_s", "break_s", "trials", "break_after")


@dataclass(frozen=True, slots=True)
class TrialTimes:
    """Planned times of a trial, in seconds from the start of its run of trials.

    Attributes:
        onset: Onset of the image.
        offset: Onset of the blank screen.
        end: End of the blank screen and onset of the next image.
    """

    onset: float
    offset: float
    end: float


@dataclass(frozen=True, slots=True)
class TuringProtocol:
    """Durations and numbers of a session. The paper's protocol (section 4.2.2) is locked under its name ``paper-16-5``.

    Attributes:
        name: Name written into every row of data.
        stimulus_s: Exposure time of each image.
        blank_s: Blank screen between two images, during which an answer still counts.
        lead_in_s: Blank screen before the first image of a block.
        break_s: Minimum break; a participant cannot shorten it.
        trials: Total number of images.
        break_after: Number of trials before the break.
        deadline_s: Longest tolerated delay of an onset; a later one interrupts the session.
    """

    name: str
    stimulus_s: float = 16.0
    blank_s: float = 5.0
    lead_in_s: float = 5.0
    break_s: float = 300.0
    trials: int = 100
    break_after: int = 50
    deadline_s: float = 0.25

    def __post_init__(self) -> None:
        if min(self.stimulus_s, self.blank_s, self.deadline_s) <= 0 or min(self.lead_in_s, self.break_s) < 0:
            raise TuringError(
                "protocol-duration-invalid", "a duration is not positive", where=self.name, todo="Give seconds above 0."
            )
        if not 0 < self.break_after < self.trials:
            raise TuringError(
                "protocol-break-invalid",
                "a break after {number} of {trials} trials",
                where=self.name,
                todo="Break in the middle.",
                number=self.break_after,
                trials=self.trials,
            )
        if self.name == "paper-16-5":
            other = TuringProtocol("the same")
            if any(getattr(self, field) != getattr(other, field) for field in _LOCKED):
                raise TuringError(
                    "protocol-locked",
                    "the protocol of the paper is locked",
                    where=self.name,
                    todo="Give the changed protocol another name.",
                )

    def changed(self, name: str, **values: Any) -> TuringProtocol:
        """Return a changed protocol under another name."""
        return replace(self, name=name, **values)

    @property
    def soa_s(self) -> float:
        """Stimulus onset asynchrony: seconds from onset to onset."""
        return self.stimulus_s + self.blank_s

    @property
    def nominal_s(self) -> float:
        """Duration of all trials and the break without lead-ins: 2400 s in the paper's protocol."""
        return self.trials * self.soa_s + self.break_s

    def block_of(self, trial: int) -> int:
        """Return the block of a trial: 1 before the break, 2 after it."""
        return 1 if trial < self.break_after else 2

    def times(self, index: int) -> TrialTimes:
        """Return the planned times of a trial, computed from the start of its run so that errors do not accumulate.

        Args:
            index: Index of the trial in an uninterrupted run of trials, which begins with the lead-in.
        """
        onset = self.lead_in_s + index * self.soa_s
        return TrialTimes(onset, onset + self.stimulus_s, onset + self.soa_s)


PAPER_16_5: Final = TuringProtocol("paper-16-5")
"""50 + 50 images of 16 s each, 5 s of blank screen between them, and a 300 s break after the 50th."""
