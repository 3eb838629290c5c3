"""Progress of an inspection: the share done, the time left, and the boards left after Stop."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path
from typing import Final

from vqganodip.inspection.events import BoardDone, BoardFailed, BoardStarted
from vqganodip.number_format import grouped, seconds_text
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.review.status_text import image_name
from vqganodip_gui.services import inspection_service as service

_TIMED: Final = 2
"""Boards after which the time left is shown."""


class InspectionProgress:
    """Progress of one inspection after the other, from its events.

    Args:
        clock: Monotonic seconds.

    Attributes:
        now: The board being inspected; None between inspections.
        rendered: Progress of a demo line's renderer; None once it is done.
        left: Boards that a stopped inspection has left; 0 while one runs, and after one that was not stopped.
    """

    def __init__(self, clock: Callable[[], float] = time.monotonic) -> None:
        self._clock = clock
        self.left = 0
        self.clear()

    def clear(self) -> None:
        """Forget the inspection: it ended, or another workspace was opened."""
        self.now: BoardStarted | None = None
        self.rendered: service.BoardsRendered | None = None
        self._newest: BoardStarted | None = None
        self._began_s = 0.0
        self._finished = 0

    def take(self, event: service.Event) -> None:
        """Follow an event."""
        match event:
            case service.EngineLoading():
                self.clear()
                self.left = 0
            case service.BoardsRendered():
                self.rendered = event if event.done < event.total else None
            case BoardStarted():
                if self._newest is None:
                    self._began_s = self._clock()
                self.now = self._newest = event
            case BoardDone() | BoardFailed():
                self._finished += 1
                if self.rendered is not None:
                    self.now = None  # # the next board may still have to be rendered
            case service.EngineIdle():
                newest = self._newest
                self.clear()
                self.left = newest.total - newest.index - 1 if event.stopped and newest is not None else 0
            case service.EngineFailed():
                self.clear()

    def share(self) -> tuple[int, int] | None:
        """Finished boards and all boards; None while nothing is inspected or rendered."""
        if self._newest is not None:
            return self._newest.index + (self.now is None), self._newest.total
        return None if self.rendered is None else (0, self.rendered.total)

    def left_s(self) -> float | None:
        """Seconds until the last board, at the pace so far; None while there is none."""
        if self._newest is None or self._finished < _TIMED:
            return None
        each = (self._clock() - self._began_s) / self._finished
        return each * (self._newest.total - self._newest.index - (self.now is None))

    def text(self, boards: Path | None = None) -> str:
        """Progress in words for a folder of boards, or what a stopped inspection has left."""
        if self.left:
            return tr("Inspection stopped: {count:board|boards} left", count=self.left)
        now, drawn, left_s = self.now, self.rendered, self.left_s()
        parts = []
        if now is not None:
            parts.append(tr("inspecting {n} of {all}").format(n=grouped(now.index + 1), all=grouped(now.total)))
        if drawn is not None:
            text = tr("rendering {n} of {all} …")
            parts.append(text.format(n=grouped(drawn.done + 1), all=grouped(drawn.total)))
        elif now is not None:
            parts[0] += f": {image_name(now.image, boards)}"
        if left_s is not None:
            parts.append(tr("about {time} left").format(time=seconds_text(max(left_s, 1))))
        return " · ".join(parts)
