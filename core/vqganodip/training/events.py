"""Events of a training: progress, notices, and finally the bundle."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from vqganodip.bundles.archive import Bundle
from vqganodip.errors import Message

if TYPE_CHECKING:
    from vqganodip.neural.trainers.run_folder import RunFolder

__all__ = ["BuildEvent", "Built", "Notice", "Progress", "Unbuilt", "noted"]


@dataclass(frozen=True, slots=True)
class Progress:
    """Progress of a stage: its finished share in [0, 1], a short message, and its figures by name."""

    stage: str
    share: float
    message: Message | None = None
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """A message for the user: an image left out, a product without mask, an unused codebook."""

    text: Message


@dataclass(frozen=True, slots=True)
class Built:
    """The last event: the bundle and the figures of the training by name."""

    bundle: Bundle
    figures: dict[str, float | int | str | bool] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Unbuilt:
    """The last event of a training that was stopped before a bundle could be built.

    Its run folder holds a checkpoint of the stage, from which the training resumes.
    """

    stage: str


BuildEvent: TypeAlias = Progress | Notice | Built | Unbuilt

_Result = TypeVar("_Result")


def noted(run: RunFolder, events: Generator[BuildEvent, None, _Result]) -> Generator[BuildEvent, None, _Result]:
    """Yield the events, interleaved with the notes of the run folder as notices."""
    with contextlib.closing(events):
        while True:
            for text in run.take_notes():
                yield Notice(text)
            try:
                yield next(events)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]
