"""The exception tree. Every error says what is wrong, where, and what to do about it.

VqganodipError
├── ImageError          an image that cannot be used
├── DatasetError        a folder that is not a usable data set
├── RegistrationError   a board that cannot be aligned to its reference board
├── WeightsError        published network weights that are missing or wrong
├── TrainingError       a training run that cannot start or go on
├── ScoringError        metric rows from which no score can be fitted
├── StatisticsError     numbers from which no statistic can be computed
├── BundleError         a model bundle that is missing, incomplete or altered
├── SettingsError       a setting outside its range
├── StoreError          a workspace that cannot be opened, read or written
├── ReviewError         a judgment that is not allowed here
├── ExportError         a file that could not be written
└── TuringError         a study of the Visual Turing Test that cannot be planned, run or analysed
"""

from __future__ import annotations

from pathlib import Path

__all__ = [
    "BundleError",
    "DatasetError",
    "ExportError",
    "ImageError",
    "RegistrationError",
    "ReviewError",
    "ScoringError",
    "SettingsError",
    "StatisticsError",
    "StoreError",
    "TrainingError",
    "TuringError",
    "VqganodipError",
    "WeightsError",
]


def _printable(where: str | Path) -> str:
    """A name as one line: newlines and other control characters are shown escaped."""
    return "".join(c if c.isprintable() else repr(c)[1:-1] for c in str(where))


class VqganodipError(Exception):
    """Base of all errors that a user can act upon.

    Args:
        what: What is wrong, without a full stop.
        where: The file, folder, setting or record concerned; empty when there is none.
        todo: What the user can do about it, one sentence with its full stop.
    """

    def __init__(self, what: str, *, where: str | Path = "", todo: str = "") -> None:
        self.what = what
        self.where = _printable(where)
        self.todo = todo
        head = f"{self.where}: {what}" if self.where else what
        super().__init__(f"{head}. {todo}" if todo else f"{head}.")


class ImageError(VqganodipError):
    """An image that cannot be used: unreadable, truncated, too small, too large."""


class DatasetError(VqganodipError):
    """A folder that is not a usable data set."""


class RegistrationError(VqganodipError):
    """A board that cannot be aligned to its reference board."""


class WeightsError(VqganodipError):
    """Published network weights that are missing or not what they should be."""


class TrainingError(VqganodipError):
    """A training run that cannot start or cannot go on."""


class ScoringError(VqganodipError):
    """Metric rows from which no score or threshold can be fitted."""


class StatisticsError(VqganodipError):
    """Numbers from which no statistic can be computed: counts that are no rate, scores without labels."""


class BundleError(VqganodipError):
    """A model bundle that is missing, incomplete or altered."""


class SettingsError(VqganodipError):
    """A setting outside its range."""


class StoreError(VqganodipError):
    """A workspace that cannot be opened, read or written."""


class ReviewError(VqganodipError):
    """A judgment that is not allowed on this board, or by this person."""


class ExportError(VqganodipError):
    """A file that could not be written."""


class TuringError(VqganodipError):
    """A study or session of the Visual Turing Test that cannot be planned, run, or analysed."""
