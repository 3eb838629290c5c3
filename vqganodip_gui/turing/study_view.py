"""View of one study: registered parameters, sessions, and the next action."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vqganodip.turing.study.audit import AuditTable
from vqganodip.turing.study.scaling import scaling_message
from vqganodip.turing.study.study import Study
from vqganodip_gui.i18n.engine_messages import translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.turing.audit_view import AuditView, audit_summary
from vqganodip_gui.turing.results_view import ResultsView
from vqganodip_gui.turing.study_list import StudyState
from vqganodip_gui.widgets.guarded import GuardedButton

_NOTES: Final = 3


class StudyView(QWidget):
    """Registered values, sessions, buttons; the results once the truth is open."""

    action_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.title.setObjectName("emptyTitle")
        self.model = QLabel()
        self.model.setObjectName("muted")
        self.model.setTextFormat(Qt.TextFormat.PlainText)
        self.about = QLabel()
        self.about.setObjectName("muted")
        self.about.setWordWrap(True)
        self.health = QLabel()
        self.health.setWordWrap(True)
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setHeaderLabels(
            [
                tr("Participant"),
                tr("Session"),
                tr("State"),
                tr("Shown"),
                tr("Missing"),
                tr("Interruptions"),
                tr("Resumed"),
            ]
        )
        self.notes = QLabel()
        self.notes.setObjectName("warning")
        self.notes.setWordWrap(True)
        self.audit = AuditView()
        self.tabs = QTabWidget()
        self.tabs.addTab(self.table, tr("Sessions"))
        self.tabs.addTab(self.audit, tr("Leak audit"))
        self.results = ResultsView()
        self.buttons: dict[str, GuardedButton] = {}
        row = QHBoxLayout()
        row.setSpacing(8)
        words = {
            "audit": tr("Leak audit"),
            "withdraw": tr("Withdraw a participant…"),
            "unblind": tr("Unblind…"),
            "resume": tr("Resume the unfinished session…"),
            "session": tr("Run a session…"),
        }
        for name, text in words.items():
            button = GuardedButton(text)
            button.clicked.connect(lambda _=False, asked=name: self.action_requested.emit(asked))
            self.buttons[name] = button
            row.addWidget(button)
            if name == "withdraw":
                row.addStretch(1)
        self.buttons["session"].setObjectName("primary")
        column = QVBoxLayout(self)
        column.setContentsMargins(24, 16, 24, 16)
        column.setSpacing(10)
        for part in (self.title, self.model, self.about, self.notes, self.health):
            column.addWidget(part)
        column.addWidget(self.tabs, 1)
        column.addWidget(self.results, 6)
        column.addLayout(row)
        self.results.action_requested.connect(self.action_requested)
        self.results.hide()

    def show_state(self, state: StudyState, audit: AuditTable | None) -> None:
        """Show the registered parameters, the notes on the boards, the leak audit and the sessions."""
        study = state.study
        self.title.setText(state.label)
        said = tr(
            "{trials} images of {seen} s, {blank} s blank, protocol {protocol}. Registered: margin ±{margin} points, "
            "α {alpha}, {people} participants."
        )
        registered = said.format(
            trials=study.protocol.trials,
            seen=f"{study.protocol.stimulus_s:g}",
            blank=f"{study.protocol.blank_s:g}",
            protocol=study.protocol.name,
            margin=f"{100 * study.margin:g}",
            alpha=f"{study.alpha:g}",
            people=study.participants_planned,
        )
        self.model.setText(tr("Model: {name}").format(name=study.model_id))
        self.about.setText(f"{registered} {translated(scaling_message(study.scaling, study.size))}")
        self._show_notes(study)
        parts = [
            tr("{done} of {planned:session|sessions} done", done=state.finished, planned=study.participants_planned)
        ]
        if state.withdrawn:
            parts.append(tr("{count} withdrew").format(count=state.withdrawn))
        if study.unblinded:
            parts.append(tr("The study is unblinded; no further session can be run"))
        parts.append(audit_summary(audit))
        self.audit.show_audit(audit)
        self.results.audit.show_audit(audit)
        self.health.setText(". ".join(parts) + ".")
        self.table.clear()
        for line in state.lines:
            cells = [line.sealed_session.participant, line.sealed_session.session_id, line.status]
            counts = (line.shown, line.missing, line.interruptions, line.resumes)
            self.table.addTopLevelItem(QTreeWidgetItem([*cells, *(str(count) for count in counts)]))
        for index in range(self.table.columnCount()):
            self.table.resizeColumnToContents(index)
        unblinded = study.unblinded
        self.results.setVisible(unblinded)
        self.tabs.setVisible(not unblinded)
        for name in ("audit", "session"):
            self.buttons[name].setVisible(not unblinded)
        self.buttons["unblind"].setVisible(not unblinded)
        self.buttons["unblind"].setEnabled(any(line.ended for line in state.lines))
        self.buttons["resume"].setVisible(bool(state.unfinished) and not unblinded)
        self.buttons["withdraw"].setEnabled(bool(state.lines))

    def guarded_buttons(self) -> tuple[GuardedButton, ...]:
        """Return the buttons that need the permission to run studies."""
        return (*self.buttons.values(), *self.results.buttons.values())

    def _show_notes(self, study: Study) -> None:
        """Show what everybody who judges the study has to know of its boards, and whether it is simulated."""
        lines = [tr("SIMULATED: no person took part in this study.")] if study.simulated else []
        lines += list(map(translated, study.notes))
        text = " ".join(lines[:_NOTES])
        if len(lines) > _NOTES:
            text += " " + tr("{count:more note|more notes}: see the tooltip.", count=len(lines) - _NOTES)
        self.notes.setText(text)
        self.notes.setToolTip("\n".join(lines) if len(lines) > _NOTES else "")
        self.notes.setVisible(bool(lines))


__all__ = ["StudyView"]
