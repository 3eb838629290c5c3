"""Checkpoints: the whole state of a training in one file, replaced as a whole, read without running anything in it."""

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
"""1: a foreign network that was not given the golden board."""


class Cadence:
    """Says when something beside the training is due: not more often than wanted, and never for too much of the time.

    Args:
        every_s: Seconds between two times at least.
        share: Largest share of the time that it may take; what took long is done more seldom.
    """

    def __init__(self, every_s: float, share: float) -> None:
        self._every_s, self._share = every_s, share
        self._last = time.monotonic()
        self._cost = 0.0
        self.spent_s = 0.0

    def due(self) -> bool:
        """Whether it is time again."""
        return time.monotonic() - self._last >= max(self._every_s, self._cost / self._share)

    @contextmanager
    def doing(self) -> Iterator[None]:
        """Around the doing, which is timed."""
        began = time.monotonic()
        try:
            yield
        finally:
            self._last = time.monotonic()
            self._cost = self._last - began
            self.spent_s += self._cost


def write_checkpoint(path: Path, state: dict[str, Any]) -> None:
    """Writes nested dicts and lists of tensors, numbers and text beside ``path`` and renames the file; OSError."""
    with replacing(path) as file:
        torch.save({"format": _FORMAT, **state}, file)


def read_checkpoint(path: Path) -> dict[str, Any]:
    """The state that :func:`write_checkpoint` wrote; tensors on the processor. Nothing in the file is executed.

    Raises:
        TrainingError: The file cannot be read, is damaged, or of a newer version.
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
            "checkpoint-damaged", "the checkpoint is damaged", where=path, todo="Train anew with --restart."
        ) from error
    if not isinstance(state, dict) or state.pop("format", None) != _FORMAT:
        raise TrainingError(
            "checkpoint-other-version",
            "the checkpoint is of another version",
            where=path,
            todo="Train anew with --restart, or use that version.",
        )
    return state


def generator_text(rng: np.random.Generator) -> str:
    """The state of a numpy generator as text."""
    return json.dumps(rng.bit_generator.state)


def generator_from_text(text: str) -> np.random.Generator:
    """The generator whose state was written by :func:`generator_text`."""
    rng = np.random.default_rng()
    rng.bit_generator.state = json.loads(text)
    return rng
