"""The page of the Turing test: studies, one of them, a session under way, results."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QDialog,
    QFileDialog,
    QHBoxLayout,
    QStackedWidget,
    QWidget,
)

from vqganodip.errors import Message, VqganodipError
from vqganodip.review.accounts import Permission
from vqganodip.turing.session.lifecycle import next_participant, resume, seal
from vqganodip.turing.session.outputs import finish
from vqganodip.turing.session.sealed_plan import SealedSession
from vqganodip.turing.session.unblinding import unblind, withdraw
from vqganodip.turing.study.audit import AuditTable, audit, read_audit, write_audit
from vqganodip.turing.study.study import Study
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.turing import study_jobs
from vqganodip_gui.turing.audit_view import audit_row_text
from vqganodip_gui.turing.clock import RealClock
from vqganodip_gui.turing.operator_view import OperatorView
from vqganodip_gui.turing.preflight_dialog import PreflightDialog, SessionRequest
from vqganodip_gui.turing.prepare_dialog import PrepareDialog, StudyRequest
from vqganodip_gui.turing.runner import SessionRunner, SessionSetup
from vqganodip_gui.turing.study_dialogs import audit_dialog, unblind_dialog, withdraw_dialog
from vqganodip_gui.turing.study_list import STUDIES, StudyState, find_studies, read_state, require_runnable
from vqganodip_gui.turing.study_pane import StudyPane
from vqganodip_gui.turing.study_view import StudyView
from vqganodip_gui.widgets.empty_state import EmptyState
from vqganodip_gui.widgets.icons import IconName
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip, Until
from vqganodip_gui.widgets.page import Page
from vqganodip_gui.widgets.reason_dialog import ReasonDialog

T = TypeVar("T")


class TuringPage(Page):
    """Page with the list of studies, the selected study, and the operator's view during a session."""

    _progressed = Signal(int, int)

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.raster = False
        self.state: StudyState | None = None
        self.runner: SessionRunner | None = None
        self.dialog: QDialog | None = None
        self._sealed_session: SealedSession | None = None
        self._work = ""
        self._reads = 0  # how often a study was read
        self._to_say: tuple[Path, str] | None = None  # a message, said once the study that it is about is shown
        self._seen: tuple[StudyState, AuditTable | None] | None = None
        self._results: study_jobs.Opened | None = None
        self._clock = RealClock(self)
        self.pane = StudyPane()
        self.empty = EmptyState()
        self.view = StudyView()
        self.operator = OperatorView()
        self.stack = QStackedWidget()
        self.message = MessageStrip(self)
        for part in (self.empty, self.view, self.operator):
            self.stack.addWidget(part)
        row = QHBoxLayout(self)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.pane)
        row.addWidget(self.stack, 1)
        self.pane.study_selected.connect(self._select_study)
        self.pane.prepare_button.clicked.connect(self.ask_prepare)
        self.pane.open_button.clicked.connect(self._ask_open)
        self.empty.action_requested.connect(lambda _: self.ask_prepare())
        self.view.action_requested.connect(self._asked)
        self.operator.continue_requested.connect(self._go_on)
        self.operator.called.connect(self._interrupt)
        self.operator.ended.connect(self._end)
        context.workspace_opened.connect(self._list_again)  # # a lambda would outlive the page
        for button in (self.empty.button, self.pane.prepare_button, *self.view.guarded_buttons()):
            button.guard(context.login, Permission.RUN_STUDIES)
        self.message.follow_context(context)
        self.message.follow(Until.STUDY, lambda: self._reads)
        self.message.follow(Until.OTHER_STUDY, lambda: self.state and self.state.study.folder)
        self._progressed.connect(self._show_progress, Qt.ConnectionType.QueuedConnection)

    # ── studies ──

    def refresh(self, chosen: Path | None = None) -> None:
        """List the studies again and select one of them, by default the one that is shown."""
        workspace = self._context.workspace
        if chosen is None and self.state is not None:
            chosen = self.state.study.folder
        found = find_studies(workspace.folder if workspace else None, self._context.settings.text("studies"))
        self.pane.show_studies(found, chosen)
        if self.runner is not None:
            return
        if not found:
            self._show_empty()
        elif not self.pane.has_selection():
            self.pane.select_first()
        elif chosen is not None:
            self.open_study(chosen)

    def _list_again(self) -> None:
        self.refresh()

    def open_study(self, folder: Path) -> None:
        """Read a study and show it."""

        def job() -> tuple[StudyState, AuditTable | None]:
            state = read_state(folder)
            return state, read_audit(state.study)

        self._read(job, self._show)

    def _show(self, found: tuple[StudyState, AuditTable | None]) -> None:
        self._seen = found
        self._reads += 1
        self.state, audit = found
        self.message.check()
        self._say()
        self.view.show_state(self.state, audit)
        if self.runner is None:
            self.stack.setCurrentWidget(self.view)
        if self.state.study.unblinded:
            study = self.state.study
            self._read(
                lambda: study_jobs.results(study),
                self._show_results,
            )

    def _show_results(self, opened: study_jobs.Opened) -> None:
        self._results = opened
        self.view.results.show_results(opened.results, dict(opened.thumbs))

    def restore_from(self, before: QWidget, *, shown: bool) -> None:
        """Copy the study that another page shows; no session or preparation is running."""
        assert isinstance(before, TuringPage)
        seen = before._seen
        if seen is None or before.stack.currentWidget() is not before.view:
            self._show_empty()
        else:
            self._seen, (self.state, audit) = seen, seen
            self.view.show_state(self.state, audit)
            if before._results is not None and self.state.study.unblinded:
                self._show_results(before._results)
            self.stack.setCurrentWidget(self.view)
        self.message.restore_from(before.message)

    def _show_empty(self) -> None:
        self.empty.show_state(
            IconName.TURING,
            tr("Can experts tell real boards from reconstructed ones?"),
            tr(
                "A study shows original and reconstructed boards one at a time, as the paper did: 16 seconds each, 50 "
                "and 50, with a break. It needs a model bundle and about a hundred normal boards that it never saw."
            ),
            button=tr("Prepare a study…"),
            action="prepare",
        )
        self.stack.setCurrentWidget(self.empty)

    def _select_study(self, folder: Path) -> None:
        if self.runner is None:
            self.open_study(folder)

    def _ask_open(self) -> None:
        name = QFileDialog.getExistingDirectory(self, tr("Choose the folder of a study"))
        if name:
            kept = self._context.settings.text("studies").splitlines()
            self._context.settings.set("studies", "\n".join(dict.fromkeys((name, *kept))))
            folder = Path(name)
            self.refresh(folder)
            if not (folder / "study.json").is_file():
                self.open_study(folder)  # says what is missing

    # ── preparing ──

    def ask_prepare(self) -> PrepareDialog | None:
        """Ask for the parameters of a new study."""
        workspace = self._context.workspace
        if workspace is None or not self._may_begin():
            return None
        dialog = PrepareDialog(workspace.folder / STUDIES, self._context.bundle, self)
        dialog.accepted.connect(lambda: self.prepare(dialog.request()))
        self._open(dialog)
        return dialog

    def prepare(self, wish: StudyRequest) -> None:
        """Prepare a study in a thread."""
        self._work = tr("Preparing the study: board {done} of {total}")
        self.empty.show_state(
            IconName.TURING,
            tr("Preparing the study"),
            tr("The boards are reconstructed one by one; about a second each."),
            busy=True,
        )
        self.stack.setCurrentWidget(self.empty)
        wish.folder.parent.mkdir(parents=True, exist_ok=True)
        self._run(lambda: study_jobs.prepare(wish, self._progressed.emit), self._prepared)

    def _prepared(self, made: tuple[Study, tuple[Message, ...]]) -> None:
        study, notes = made
        self._work = ""
        text = " ".join((tr("The study is prepared. Next: the leak audit."), *map(translated, notes)))
        self._to_say = study.folder, text
        self.message.hide()  # the progress
        self.refresh(study.folder)

    def audit(self) -> None:
        """Audit the stimuli in a thread and ask for a reason if features differ."""
        if self.state is None or not self._may_begin():
            return
        study = self.state.study
        self._work = tr("Leak audit: image {done} of {total}")
        self._run(lambda: audit(study, self._progressed.emit), lambda table: self._audited(study, table))

    def _audited(self, study: Study, table: AuditTable) -> None:
        self._work = ""
        if table.refused:
            rows = "; ".join(audit_row_text(row) for row in table.refused)
            text = tr("Files differ: {rows}. Prepare the study again.").format(rows=rows)
            self.message.show_message(text, MessageKind.ERROR, until=(Until.STUDY,))
            return
        if not table.red:
            self._keep_audit(study, table, "")
            return
        self._open(audit_dialog(table, lambda reason: self._keep_audit(study, table, reason), self))

    def _keep_audit(self, study: Study, table: AuditTable, why: str) -> None:
        words = {row.feature: why for row in table.red}
        self._run(lambda: write_audit(study, table, words), lambda _: self._done(tr("The leak audit is kept.")))

    # ── sessions ──

    def ask_session(self, resumed: SealedSession | None = None) -> PreflightDialog | None:
        """Pause the inspection and open the preflight dialog of the next or an unfinished session."""
        if self.state is None or not self._may_begin():
            return None
        study = self.state.study
        try:
            require_runnable(self.state)
            participant = resumed.participant if resumed else next_participant(study)
            audited = read_audit(study) is not None
        except VqganodipError as error:
            self._failed(error)
            return None
        self._context.engine.hold()
        dialog = PreflightDialog(
            study,
            participant,
            self._context.tasks,
            self._context.engine.busy,
            audited=audited,
            resumed=resumed is not None,
            raster=self.raster,
            parent=self,
        )
        dialog.accepted.connect(lambda: self._begin(study, participant, dialog.request(), resumed))
        dialog.rejected.connect(self._context.engine.release)
        self._open(dialog)
        return dialog

    def _begin(self, study: Study, participant: str, wish: SessionRequest, resumed: SealedSession | None) -> None:
        try:
            point = resume(resumed, self._clock.utc()) if resumed is not None else None
            sealed_session = resumed or seal(
                study,
                participant,
                participant_answers=wish.answers,
                preflight=wish.preflight,
                utc=self._clock.utc(),
            )
            runner = SessionRunner(
                SessionSetup(
                    participant,
                    sealed_session.plan,
                    study.pixels,
                    sealed_session.journal_path,
                    wish.screen,
                    wish.pin,
                    self._context.login.name or "operator",
                    wish.refresh_hz,
                    point,
                    self.raster,
                ),
                self,
            )
        except VqganodipError as error:
            self._context.engine.release()
            self._failed(error)
            return
        self._sealed_session, self.runner = sealed_session, runner
        runner.changed.connect(self._session_changed)
        runner.left.connect(self._left)
        self.operator.show_session(runner)
        self.stack.setCurrentWidget(self.operator)
        self.pane.setEnabled(False)
        runner.start()

    def _session_changed(self) -> None:
        if self.runner is not None:
            self.operator.show_session(self.runner)

    def _go_on(self, shorten: bool) -> None:
        if self.runner is not None:
            self.runner.go_on(shorten)

    def _interrupt(self) -> None:
        if self.runner is not None:
            self.runner.call_operator()

    def _end(self) -> None:
        if self.runner is not None:
            self.runner.end(tr("ended at the operator’s screen"))

    def close_page(self) -> None:
        """The window closes: what was recorded stays, and the session can be resumed."""
        if self.runner is not None:
            self.runner.close()

    def _left(self, _: str) -> None:
        runner, sealed_session, self.runner, self._sealed_session = self.runner, self._sealed_session, None, None
        assert runner is not None
        assert sealed_session is not None
        runner.deleteLater()
        self._context.engine.release()
        self.pane.setEnabled(True)
        if sealed_session.ended:
            said = tr("The session is written.")
            if sealed_session.unseen:
                said = tr("No image was shown: {participant} can begin again.").format(
                    participant=sealed_session.participant
                )
            self._run(lambda: finish(sealed_session), lambda _: self._done(said))
        else:
            self._done(tr("The session is not complete; it can be resumed within half an hour."))

    # ── the end of a study ──

    def ask_unblind(self) -> ReasonDialog | None:
        """Ask for the reason and unblind the study; the act is logged permanently."""
        if self.state is None or not self._may_begin():
            return None
        study, by = self.state.study, self._context.login.name or "operator"

        def accept(reason: str) -> None:
            self._run(lambda: unblind(study, by, reason), lambda _: self._done(tr("The study is unblinded.")))

        dialog = unblind_dialog(self.state, accept, self)
        self._open(dialog)
        return dialog

    def ask_withdraw(self) -> ReasonDialog | None:
        """Ask which participant withdraws and delete the data."""
        if self.state is None or not self._may_begin():
            return None
        study = self.state.study

        def accept(participant: str) -> None:
            self._run(
                lambda: withdraw(study, participant),
                lambda count: self._done(tr("{count:file|files} deleted.", count=count)),
            )

        dialog = withdraw_dialog(self.state, accept, self)
        self._open(dialog)
        return dialog

    def export(self, what: str, folder: Path) -> None:
        """Export report, CSV or BIDS to a folder, in a thread."""
        if self.state is None or not self._allowed():
            return
        study = self.state.study
        self._run(
            lambda: study_jobs.export(study, what, folder),
            lambda path: self._done(tr("Written to {path}").format(path=path)),
        )

    def _asked(self, what: str) -> None:
        if what in ("report", "csv", "bids"):
            name = QFileDialog.getExistingDirectory(self, tr("Choose a folder"))
            if name:
                self.export(what, Path(name))
        elif what == "resume" and self.state is not None and self.state.unfinished:
            self.ask_session(self.state.unfinished[0].sealed_session)
        else:
            acts: dict[str, Callable[[], object]] = {
                "audit": self.audit,
                "session": self.ask_session,
                "unblind": self.ask_unblind,
                "withdraw": self.ask_withdraw,
            }
            acts[what]()

    # ── parts ──

    def _open(self, dialog: QDialog) -> None:
        self.dialog = dialog
        dialog.open()

    def _may_begin(self) -> bool:
        """True if nothing is under way and the person may run studies."""
        return not self._work and self.runner is None and self._allowed()

    def _allowed(self) -> bool:
        """True if the person may run studies; otherwise a message says who may."""
        error = self._context.login.refusal(Permission.RUN_STUDIES)
        if error is not None:
            self.message.show_message(format_error(error), MessageKind.ERROR)
        return error is None

    def _run(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        self._context.tasks.act(job, done, self._failed)

    def _read(self, job: Callable[[], T], done: Callable[[T], None]) -> None:
        self._context.tasks.run(job, done, self._failed, reader=self)

    def _done(self, text: str) -> None:
        """Read the study again, and say what was done in it."""
        if self.state is None:
            self.message.show_message(text, MessageKind.DONE)
        else:
            self._to_say = self.state.study.folder, text
            self.stack.setCurrentWidget(self.view)
            self.open_study(self.state.study.folder)

    def _say(self) -> None:
        if self.state is not None and self._to_say is not None and self._to_say[0] == self.state.study.folder:
            self.message.show_message(self._to_say[1], MessageKind.DONE, until=(Until.OTHER_STUDY,))
            self._to_say = None

    def _failed(self, error: Exception) -> None:
        self._work, self._to_say = "", None
        self.message.show_message(format_error(error), MessageKind.ERROR, until=(Until.STUDY, Until.PERSON))
        if self.runner is None and self.stack.currentWidget() is not self.view:
            self.refresh()

    def _show_progress(self, done: int, total: int) -> None:
        if self._work:
            text = self._work.format(done=done, total=total)
            self.empty.set_progress(done, total)
            self.message.show_message(text)

    def refresh_theme(self) -> None:
        """Redraw the parts that the style sheet does not cover."""
        self.empty.refresh()
        self.view.results.bars.update()

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.message.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()


__all__ = ["TuringPage"]
