"""Alarm of the gate: an NG on a board that it clears has put it back to shadow."""

from __future__ import annotations

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vqganodip.errors import Message
from vqganodip.review.gate_log import gate_in_force
from vqganodip.review.judgments import JudgmentKind, ReviewItem
from vqganodip_gui.i18n.engine_messages import translated
from vqganodip_gui.services.context import Context

if TYPE_CHECKING:
    from vqganodip.store.workspace import Workspace


class GateAlarm(QObject):
    """Alarm after an NG on a board that a gate clears: the level is read again, and its fall back is reported."""

    raised = Signal(str)

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context

    def take(self, item: ReviewItem) -> None:
        """A judgment of the board was written."""
        gate, workspace = item.inspection.gate, self._context.workspace
        if gate is None or not gate.clears or workspace is None:
            return
        if item.judgment is not None and item.judgment.kind is JudgmentKind.NG:
            self._context.tasks.run(lambda: _alarm(workspace, item), self._tell, lambda _error: None)

    def _tell(self, alarm: Message | None) -> None:
        if alarm is not None:
            self.raised.emit(translated(alarm))
            self._context.gate_changed.emit()


def _alarm(workspace: Workspace, item: ReviewItem) -> Message | None:
    """The alarm if the newest change of level was caused by this board."""
    change = gate_in_force(workspace.repository.gate_changes(item.inspection.bundle_sha256))
    return change.alarm if change is not None and change.board == item.item_id else None
