"""Progress of an unattended run on standard error: a bar on a terminal, otherwise lines now and then."""

from __future__ import annotations

import sys
import time
from types import TracebackType
from typing import Final

from vqganodip.cli.progress import StageBars
from vqganodip.cli.terminal import echo
from vqganodip.inspection.events import BoardDone, BoardFailed, FolderNotice
from vqganodip.records import Verdict
from vqganodip_gui.i18n import formatting
from vqganodip_gui.services import inspection_service as service

_LINE_EVERY_S: Final = 2.0


class UnattendedProgress:
    """Printer of inspection events: a line every two seconds at most, failures always."""

    def __init__(self) -> None:
        terminal = sys.stderr is not None and sys.stderr.isatty()
        self._bars = StageBars() if terminal else None
        self._last = -_LINE_EVERY_S
        self._flagged = 0

    def __enter__(self) -> UnattendedProgress:
        if self._bars is not None:
            self._bars.__enter__()
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        if self._bars is not None:
            self._bars.__exit__(kind, error, trace)

    def show_event(self, event: service.Event) -> None:
        """Print an event if it is worth a line."""
        match event:
            case service.EngineLoading():
                self._say(f"loading the model {event.bundle.name}")
            case FolderNotice():
                self._say(str(event.text))
            case BoardDone():
                self._board(event)
            case BoardFailed():
                text = f"{event.image.name} not inspected: {event.error.what}"
                self._say(f"board {event.index + 1} of {event.total}: {text}")
            case service.EngineIdle() if self._bars is not None and not event.stopped:
                self._bars.show("inspection", 1.0)  # # known boards have no event of their own

    def _board(self, event: BoardDone) -> None:
        inspection, number = event.item.inspection, event.index + 1
        flagged = inspection.verdict is Verdict.REVIEW
        self._flagged += flagged
        score, verdict = formatting.score_of(inspection), formatting.VERDICT_WORDS[inspection.verdict]
        if inspection.cleared_by:
            verdict = "passed by the gate"
        summary = f"{event.item.label} score {score} {verdict}"
        if self._bars is not None:
            self._bars.show("inspection", number / event.total, summary)
        elif time.monotonic() - self._last >= _LINE_EVERY_S or number == event.total:
            self._last = time.monotonic()
            self._say(f"board {number} of {event.total}: {summary} ({self._flagged} flagged so far)")

    def _say(self, text: str) -> None:
        if self._bars is not None:
            self._bars.note(text)
        else:
            echo(text, err=True)
