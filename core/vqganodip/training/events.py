"""What a training says while it goes on: progress, notices, and the bundle at the end."""

from __future__ import annotations

import contextlib
from collections.abc import Generator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, TypeAlias, TypeVar

from vqganodip.bundles.archive import Bundle
from vqganodip.errors import Message

if TYPE_CHECKING:
    from vqganodip.neural.trainers.run_folder import RunFolder

__all__ = ["BuildEvent", "Built", "Notice", "Progress", "noted"]


@dataclass(frozen=True, slots=True)
class Progress:
    """A stage is so far: ``share`` in [0, 1] of that stage, a few words about it, and its numbers by name."""

    stage: str
    share: float
    message: Message | None = None
    figures: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Notice:
    """A text that the person must see: an image left out, a product without mask, a wasted codebook."""

    text: Message


@dataclass(frozen=True, slots=True)
class Built:
    """The last event: the bundle, and the figures of the training by name."""

    bundle: Bundle
    figures: dict[str, float | int | str | bool] = field(repr=False)


BuildEvent: TypeAlias = Progress | Notice | Built

_Given = TypeVar("_Given")


def noted(run: RunFolder, events: Generator[BuildEvent, None, _Given]) -> Generator[BuildEvent, None, _Given]:
    """The events, and between them what the run folder has to say."""
    with contextlib.closing(events):
        while True:
            for text in run.take_notes():
                yield Notice(text)
            try:
                yield next(events)
            except StopIteration as end:
                return end.value  # type: ignore[no-any-return]
