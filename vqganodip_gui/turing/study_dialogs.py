"""Dialogs that ask before an act on a study that cannot be undone."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QComboBox, QWidget

from vqganodip.turing.study.audit import AuditTable
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.turing.audit_view import AuditView
from vqganodip_gui.turing.study_list import StudyState
from vqganodip_gui.widgets.reason_dialog import ReasonDialog


def audit_dialog(table: AuditTable, accept: Callable[[str], None], parent: QWidget) -> ReasonDialog:
    """Show all values of a leak audit with findings and ask why it is kept; ``accept`` receives the reason."""
    view = AuditView()
    view.show_audit(table)
    view.setMinimumHeight(330)
    text = tr(
        "Originals and reconstructions differ in more than the picture: {count:feature is|features are} outside "
        "the limits.",
        count=len(table.red),
    )
    dialog = ReasonDialog(tr("Leak audit"), text, tr("Keep with this reason"), view, width=760, parent=parent)
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
    title = f"{tr('Unblind')} · {state.label}"
    dialog = ReasonDialog(title, text, tr("Unblind"), needed=not state.ready, parent=parent)
    dialog.accepted.connect(lambda: accept(dialog.reason.value()))
    return dialog


def withdraw_dialog(state: StudyState, accept: Callable[[str], None], parent: QWidget) -> ReasonDialog:
    """Ask whose data are deleted; ``accept`` receives the participant."""
    choice = QComboBox()
    choice.addItems(sorted({line.sealed_session.participant for line in state.lines}))
    dialog = ReasonDialog(
        f"{tr('Withdraw a participant')} · {state.label}",
        tr("Every file of this participant is deleted for good; the number is never given again."),
        tr("Delete for good"),
        choice,
        needed=None,
        parent=parent,
    )
    dialog.accepted.connect(lambda: accept(choice.currentText()))
    return dialog
