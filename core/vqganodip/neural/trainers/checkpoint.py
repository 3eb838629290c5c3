"""Checkpoints: the complete state of a training in one file, written atomically and read without executing code."""

from __future__ import annotations

import json
import pickle
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, Final

import numpy as np
import torch

from vqganodip.errors import TrainingError, system_reason
from vqganodip.files import replacing

__all__ = ["Cadence", "generator_from_text", "generator_text", "read_checkpoint", "write_checkpoint"]

_FORMAT: Final = 2
"""Format 1 held a segmentation network without the statistics input."""


class Cadence:
    """Schedule of a side task of a training, bounded in frequency and in its share of the time.

    Args:
        every_s: Shortest interval in seconds.
        share: Largest share of the time that the task may take; a slow task runs less often.
    """

    def __init__(self, every_s: float, share: float) -> None:
        self._every_s, self._share = every_s, share
        self._last = time.monotonic()
        self._cost = 0.0
        self._asked = False

    def ask(self) -> None:
        """Make the task due at once."""
        self._asked = True

    def due(self) -> bool:
        """Return True if the task is due."""
        return self._asked or time.monotonic() - self._last >= max(self._every_s, self._cost / self._share)

    @contextmanager
    def timed(self) -> Iterator[None]:
        """Measure the duration of the task in the ``with`` block."""
        began = time.monotonic()
        try:
            yield
        finally:
            self._last = time.monotonic()
            self._cost = self._last - began
            self._asked = False


def write_checkpoint(path: Path, state: dict[str, Any]) -> None:
    """Write nested dicts and lists of tensors, numbers and text to ``path`` atomically; OSError if that fails."""
    with replacing(path) as file:
        torch.save({"format": _FORMAT, **state}, file)


def read_checkpoint(path: Path) -> dict[str, Any]:
    """Read the state that :func:`write_checkpoint` wrote, with tensors on the CPU; no code in the file is executed.

    Raises:
        TrainingError: The file cannot be read, is damaged, or has another format.
    """
    try:
        state = torch.load(path, map_location="cpu", weights_only=True)
    except OSError as error:
        raise TrainingError(
            "checkpoint-unreadable",
            "the checkpoint cannot be read ({error})",
            where=path,
            todo="Check the drive.",
            error=system_reason(error),
        ) from error
    except (RuntimeError, pickle.UnpicklingError, EOFError, ValueError, KeyError) as error:
        raise TrainingError(
            "checkpoint-damaged", "the checkpoint is damaged", where=path, todo="Train again with --restart."
        ) from error
    if not isinstance(state, dict) or state.pop("format", None) != _FORMAT:
        raise TrainingError(
            "checkpoint-other-version",
            "the checkpoint is of another version",
            where=path,
            todo="Train again with --restart, or use that version.",
        )
    return state


def generator_text(rng: np.random.Generator) -> str:
    """Serialise the state of a numpy generator as text."""
    return json.dumps(rng.bit_generator.state)


def generator_from_text(text: str) -> np.random.Generator:
    """Restore a generator from the text of :func:`generator_text`."""
    rng = np.random.default_rng()
    rng.bit_generator.state = json.loads(text)
    return rng
