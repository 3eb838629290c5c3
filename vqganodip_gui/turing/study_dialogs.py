"""Dialogs that ask before an act on a study that cannot be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget

from vqganodip.turing.study.audit import AuditRow, AuditTable
from vqganodip.turing.study.image_features import feature_message
from vqganodip_gui.i18n.engine_messages import translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.turing.study_list import StudyState
from vqganodip_gui.widgets.reason_dialog import ReasonDialog


def audit_row_text(row: AuditRow) -> str:
    """A finding of the leak audit in the user's language."""
    return f"{translated(feature_message(row.feature))}: {translated(row.note)}"


def audit_dialog(table: AuditTable, accept: Callable[[str], None], parent: QWidget) -> ReasonDialog:
    """Ask why a leak audit with findings is kept; ``accept`` receives the reason."""
    red = "\n".join(f"• {audit_row_text(row)}" for row in table.red)
    dialog = ReasonDialog(
        tr("Leak audit"),
        tr("Originals and reconstructions differ in more than the picture:") + f"\n{red}",
        tr("Keep with this reason"),
        parent=parent,
    )
    dialog.accepted.connect(lambda: accept(dialog.reason.value()))
    return dialog


def unblind_dialog(state: StudyState, accept: Callable[[str], None], parent: QWidget) -> ReasonDialog:
    """Ask before a study is unblinded, with a reason if sessions are missing; ``accept`` receives it."""
    text = tr("Unblinding cannot be undone and is recorded with your name. No further session can be run.")
    if not state.ready:
        text += " " + tr(
            "{done} of {planned:planned session is|planned sessions are} done: say why the study stops here.",
            done=state.finished,
            planned=state.study.participants_planned,
        )
    dialog = ReasonDialog(tr("Unblind"), text, tr("Unblind"), needed=not state.ready, parent=parent)
    dialog.accepted.connect(lambda: accept(dialog.reason.value()))
    return dialog


def withdraw_dialog(state: StudyState, accept: Callable[[str], None], parent: QWidget) -> ReasonDialog:
    """Ask whose data are deleted; ``accept`` receives the participant."""
    choice = QComboBox()
    choice.addItems(sorted({line.sealed_session.participant for line in state.lines}))
    dialog = ReasonDialog(
        tr("Withdraw a participant"),
        tr("Every file of this participant is deleted for good; the number is never given again."),
        tr("Delete for good"),
        choice,
        needed=None,
        parent=parent,
    )
    dialog.accepted.connect(lambda: accept(choice.currentText()))
    return dialog
