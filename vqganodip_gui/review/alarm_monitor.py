"""Process alarm: checks the newest judgments after each board and reports a reached limit."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QObject, Signal

from vqganodip.review.process_alarms import ALARM_BOARDS, Alarm, AlarmKind, alarms
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.background_tasks import Tasks

if TYPE_CHECKING:  # # imports the database, which is loaded after the first paint, in a thread
    from vqganodip.review.blind_queue import BlindQueue

_LOOKED_AT: Final = 6 * ALARM_BOARDS
"""Records read to cover the last boards, since corrections and blind judgments lie between them."""


class AlarmMonitor(QObject):
    """Monitor that raises each alarm once, and again only after its rate has been below the limit."""

    raised = Signal(str)

    def __init__(self, tasks: Tasks, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._tasks = tasks
        self._known: set[AlarmKind] = set()

    def check(self, queue: BlindQueue | None) -> None:
        """Check the newest judgments under the rules of the workspace, off the GUI thread."""
        if queue is None:
            return
        rules = queue.rules
        if not (rules.alarm_false_calls or rules.alarm_defects):
            self._known.clear()
            return

        def job() -> tuple[Alarm, ...]:
            newest = queue.last_judgments(_LOOKED_AT)
            return alarms(newest, false_calls=rules.alarm_false_calls, defects=rules.alarm_defects)

        self._tasks.run(job, self._tell, lambda _error: None)

    def _tell(self, found: tuple[Alarm, ...]) -> None:
        new = [alarm for alarm in found if alarm.kind not in self._known]
        self._known = {alarm.kind for alarm in found}
        if new:
            self.raised.emit(" ".join(_worded(alarm) for alarm in new))


def _worded(alarm: Alarm) -> str:
    text = {
        AlarmKind.FALSE_CALLS: tr(
            "{n} false calls in the last {boards} boards (limit {limit:.0f} %): inform the engineer."
        ),
        AlarmKind.DEFECTS: tr(
            "{n} defects in the last {boards} boards (limit {limit:.0f} %): inform the production line."
        ),
    }[alarm.kind]
    return text.format(n=alarm.count, boards=alarm.boards, limit=100 * alarm.limit)
