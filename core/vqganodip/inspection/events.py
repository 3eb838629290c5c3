"""Events of the inspection of a folder; ``index`` counts the images from 0, ``total`` is their number.

The module imports nothing heavy, so the window can match on the events before the engine is loaded.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TypeAlias

from vqganodip.errors import ImageError, Message
from vqganodip.review.judgments import ReviewItem

__all__ = ["BoardDone", "BoardFailed", "BoardKnown", "BoardStarted", "FolderEvent", "FolderNotice"]


@dataclass(frozen=True, slots=True)
class BoardStarted:
    """A board is about to be inspected."""

    image: Path
    index: int
    total: int


@dataclass(frozen=True, slots=True)
class BoardDone:
    """A board is in the queue and its panels are stored."""

    item: ReviewItem
    index: int
    total: int


@dataclass(frozen=True, slots=True)
class BoardKnown:
    """A board was skipped because this bundle has inspected it before."""

    image: Path
    index: int
    total: int


@dataclass(frozen=True, slots=True)
class BoardFailed:
    """A board could not be inspected, or a folder inside could not be read; the next one follows."""

    image: Path
    error: ImageError
    index: int
    total: int


@dataclass(frozen=True, slots=True)
class FolderNotice:
    """A message about files of the folder that are no boards to inspect, such as pictures with other endings, or an
    alarm of the line."""

    text: Message
    alarm: bool = False


FolderEvent: TypeAlias = BoardStarted | BoardDone | BoardKnown | BoardFailed | FolderNotice
