"""Page on which an engineer trains a model of a new product, shown as *Model* in the window."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import (
    QApplication,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QMessageBox,
    QPushButton,
    QStackedWidget,
    QTabWidget,
    QVBoxLayout,
    QWidget,
)

from vqganodip.errors import VqganodipError
from vqganodip.review.accounts import Permission
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.training.close_dialog import CloseAnswer, ask_close
from vqganodip_gui.training.job_controller import JobController, Phase
from vqganodip_gui.training.new_versions import NewVersions
from vqganodip_gui.training.stage_bar import StageBar, StageName
from vqganodip_gui.widgets.empty_state import EmptyState
from vqganodip_gui.widgets.guarded import GuardedButton
from vqganodip_gui.widgets.icons import IconName
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip, Until
from vqganodip_gui.widgets.page import Page
from vqganodip_gui.widgets.theme import current_theme

if TYPE_CHECKING:  # numpy and the plots are imported when the page is first shown
    from vqganodip.placement.record import PlacementRecord
    from vqganodip_gui.parts.dialog import PartsDialog
    from vqganodip_gui.training.bundle_summary import BundleSummary
    from vqganodip_gui.training.model_list import ModelEntry, ModelListView
    from vqganodip_gui.training.rename_dialog import RenameDialog
    from vqganodip_gui.training.stages import Stages


class TrainingPage(Page):
    """Stage bar on the left, the selected stage next to it, and the next action above."""

    used = Signal()
    """Emitted when a model has been put into use."""

    def __init__(self, context: Context, jobs: JobController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self.jobs = jobs
        self.stages: Stages | None = None
        self.summary: BundleSummary | None = None
        self._request_id = 0
        self._up_to_date = False  # True after restore_from, so that showing the page reads nothing
        self._theme = current_theme()
        self.empty = EmptyState()
        self.title, self.status = QLabel(), QLabel()
        self.title.setObjectName("emptyTitle")
        self.status.setObjectName("muted")
        self.status.setWordWrap(True)
        self.warning = QLabel()
        self.warning.setObjectName("warning")
        self.warning.setWordWrap(True)
        self.warning.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.other_data_set = QPushButton(tr("Choose a data set…"))
        self.new_version = QPushButton(tr("New version…"))
        self.new_version.setToolTip(tr("Train again on the same boards, under the same name; this version is kept"))
        self.cancel = GuardedButton(tr("Cancel…"))
        self.stop = GuardedButton(tr("Stop"))
        self.primary = GuardedButton()
        self.primary.setObjectName("primary")
        for button in (self.cancel, self.stop, self.primary):
            button.guard(context.login, Permission.MAKE_MODELS)
        self.stage_bar = StageBar()
        self.body = QStackedWidget()
        self.stack = QStackedWidget()
        self.tabs = QTabWidget()
        self.model_list: ModelListView | None = None
        self._model_list_place = QWidget()
        self.message = MessageStrip(self)
        self.versions = NewVersions(self, context)
        self._lay_out()
        self.empty.action_requested.connect(lambda _action: self._choose_folder())
        self.other_data_set.clicked.connect(self._choose_folder)
        self.new_version.clicked.connect(self.jobs.leave_run)
        self.cancel.clicked.connect(self._confirm_cancel)
        self.stop.clicked.connect(self.stop_job)
        self.primary.clicked.connect(self.start_next)
        self.stage_bar.chosen.connect(self.show_stage)
        self.jobs.changed.connect(self.refresh)
        self.jobs.progressed.connect(self._show_progress)
        self.jobs.checking.connect(self._show_check)
        self.jobs.changed.connect(self._update_caption)
        self.jobs.progressed.connect(self._update_caption)
        self.message.follow_context(self._context)
        jobs = self.jobs
        self.message.follow(Until.JOB, lambda: (jobs.working, jobs.folder, jobs.request), jobs.changed)
        self._was_working = False
        self.tabs.currentChanged.connect(lambda _index: self.show_model_list())
        context.names_changed.connect(self.refresh)
        context.sources_changed.connect(self.show_model_list)

    # display

    def refresh(self) -> None:
        """Show the current job at its current stage."""
        if not self.isVisible():
            return
        self.show_model_list()
        phase = self.jobs.phase
        if self._context.workspace is None or phase is Phase.EMPTY:
            self._show_empty()
            return
        stages = self._make_stages()
        self.stack.setCurrentIndex(1)
        stages.refresh()
        self._show_head()
        self.show_stage(stages.stage_change()[1])
        self._read_bundle()

    def show_stage(self, name: StageName) -> None:
        """Show the panel of a stage."""
        stages = self._make_stages()
        self.stage_bar.choose(name)
        self.body.setCurrentWidget(stages.panel(name))

    def restore_from(self, before: QWidget, *, shown: bool) -> None:
        """Copy the selected stage and what is typed into the form."""
        assert isinstance(before, TrainingPage)
        self.message.restore_from(before.message)
        self.tabs.setCurrentIndex(before.tabs.currentIndex())
        if before.stages is None or before.stack.currentIndex() != 1:
            return
        stages = self._make_stages()
        self.stack.setCurrentIndex(1)
        stages.refresh()
        stages.form.restore_from(before.stages.form)
        self.summary = before.summary
        stages.show_bundle(before.summary)
        self._show_head()
        panel = before.body.currentWidget()
        self.show_stage(next(name for name in StageName if before.stages.panel(name) is panel))
        self._up_to_date = shown

    def _show_progress(self) -> None:
        if self.stages is not None and self.isVisible():
            before, current = self.stages.stage_change()
            follows = self.body.currentWidget() is self.stages.panel(before)
            self.stages.refresh()
            self._show_head()
            if follows and before is not current:
                self.show_stage(current)

    def _show_check(self) -> None:
        """Show what the check of the pictures has found, first of all unless the form is being filled in."""
        if self.stages is None or not self.isVisible():
            return
        before, current = self.stages.stage_change()
        fills_in = self.stages.form.isAncestorOf(QApplication.focusWidget() or self)
        follows = self.body.currentWidget() is self.stages.panel(before) and not fills_in
        self.stages.refresh()
        self._show_head()
        if follows and before is not current:
            self.show_stage(current)

    def _update_caption(self) -> None:
        share, name = self.jobs.share, tr("Model")
        if share is not None:
            self._was_working = True
            self.caption_changed.emit(f"{name} {min(int(100 * share), 99)} %")
        elif self._was_working and self.jobs.request is not None and not self.isVisible():
            self.caption_changed.emit(f"{name} {'✓' if self.jobs.failure is None else '!'}")
        else:
            self._was_working = False
            self.caption_changed.emit(name)

    def _show_empty(self) -> None:
        ready = self._context.workspace is not None
        self.empty.show_state(
            IconName.MODEL,
            tr("Teach a new product…").rstrip("…"),
            tr(
                "A folder with photographs of 15 good boards or more is enough for a model that judges at once. With "
                "labelled boards too (train/good, test/good and test/DEFECT as in MVTec AD, folders good and bad, or a "
                "manifest.csv) the threshold rests on known defects, and from 30 good boards on networks can be "
                "trained. You can also drop the folder here."
            )
            if ready
            else tr("Open a workspace first; models are stored in it."),
            button=tr("Choose a data set…") if ready else "",
            action="choose",
        )
        self.stack.setCurrentWidget(self.empty)

    def _show_head(self) -> None:
        assert self.stages is not None
        head = self.stages.head()
        self.title.setText(head.title)
        for label, is_error in ((self.status, False), (self.warning, True)):
            text = head.text if head.is_error is is_error else ""
            if label.text() != text:
                label.setText(text)
            label.setVisible(bool(text))
        self.primary.setText(head.action)
        self.primary.setVisible(bool(head.action))
        self.primary.setEnabled(head.enabled)
        phase = self.jobs.phase
        builds = phase is Phase.TRAINING and self.jobs.request is not None and self.jobs.request.at_once
        self.stop.setVisible(self.jobs.working and not builds)  # a model without training has no earlier end
        self.stop.setEnabled(not self.jobs.stop_requested)
        self.stop.setToolTip(self.stages.stop_tip())
        self.cancel.setVisible(phase in (Phase.TRAINING, Phase.INTERRUPTED))
        self.cancel.setText(tr("Cancel…") if phase is Phase.TRAINING else tr("Discard…"))
        self.other_data_set.setVisible(not self.jobs.working)
        self.new_version.setVisible(self.jobs.request is not None and not self.jobs.working)
        self.other_data_set.setText(tr("Another data set…"))

    def _read_bundle(self) -> None:
        """Read the current bundle in a thread."""
        assert self.stages is not None
        request, run = self.jobs.request, self.jobs.run
        self._request_id += 1
        request_id = self._request_id
        if request is None or run is None or not run.has_bundle or self.jobs.phase is Phase.TRAINING:
            self.summary = None
            self.stages.show_bundle(None)
            return
        from vqganodip_gui.training.bundle_summary import read_summary

        def done(summary: BundleSummary | None) -> None:
            if request_id == self._request_id and self.stages is not None:
                self.summary = summary
                self.stages.show_bundle(summary)
                self._show_head()

        def failed(error: Exception) -> None:
            if request_id == self._request_id:
                self.say_error(error)

        self._context.tasks.run(lambda: read_summary(request.bundle), done, failed, reader=self)

    def _make_stages(self) -> Stages:
        if self.stages is None:
            from vqganodip_gui.training.stages import Stages

            self.stages = Stages(self._context, self.jobs, self.stage_bar)
            for panel in self.stages.panels():
                self.body.addWidget(panel)
            self.stages.form.edited.connect(self._show_head)
        return self.stages

    def show_model_list(self, chosen: Path | None = None) -> None:
        """Read the models of the workspace if their tab is visible; ``chosen`` is selected then."""
        workspace = self._context.workspace
        if workspace is None or self.tabs.currentIndex() != 1 or not self.isVisible():
            return
        from vqganodip_gui.training.model_list import ModelListView, read_models

        if self.model_list is None:
            self.model_list = ModelListView()
            models = self.model_list
            guarded = (
                models.use_button,
                models.rename_button,
                models.grow_button,
                models.add_button,
                models.parts_button,
            )
            for button in guarded:
                button.guard(self._context.login, Permission.MAKE_MODELS)
            self.model_list.use_requested.connect(lambda row: self._attempt(lambda: self.use(row.bundle)))
            self.model_list.show_requested.connect(self._open_entry)
            self.model_list.rename_requested.connect(self.ask_rename)
            self.model_list.grow_requested.connect(self.versions.ask_growing)
            self.model_list.parts_requested.connect(self.ask_parts)
            self.model_list.add_requested.connect(self.versions.ask_folder)
            layout = self._model_list_place.layout()
            assert layout is not None
            layout.addWidget(self.model_list)
        model_list, in_use, names = self.model_list, self._context.bundle, self._context.names

        def show(rows: list[ModelEntry]) -> None:
            model_list.show_models(rows, in_use, names)
            if chosen is not None:
                model_list.choose(chosen)

        changes = workspace.repository.gate_changes

        def read() -> list[ModelEntry]:
            return read_models(workspace.folder, in_use, names, changes)

        self._context.tasks.run(read, show, reader=model_list)

    def _open_entry(self, row: ModelEntry) -> None:
        if row.run is None:
            return
        if self.jobs.working and (self.jobs.request is None or row.bundle != self.jobs.request.bundle):
            self._say_running()
            return
        self.tabs.setCurrentIndex(0)
        self.jobs.open_run(row.run.request)

    def ask_rename(self, row: ModelEntry) -> RenameDialog:
        """Ask for a new name of the product of a model, and record it."""
        from vqganodip_gui.training.rename_dialog import RenameDialog

        context, product = self._context, row.name.product
        last = context.names.last_renaming(product)
        dialog = RenameDialog(product, last, context.login.name, closed=context.login.closed, parent=self)
        others = {entry.name.product for entry in self.model_list.entries} if self.model_list is not None else set()

        def rename() -> None:
            context.rename_product(product, dialog.name.text(), dialog.operator.text(), others)

        dialog.accepted.connect(lambda: self._attempt(rename))
        dialog.open()
        return dialog

    def ask_parts(self, row: ModelEntry) -> PartsDialog:
        """Open the dialog that names the parts of a model's product."""
        from vqganodip_gui.parts.dialog import PartsDialog

        dialog = PartsDialog(self._context, row.bundle, str(self._context.name_of(row.bundle)), self)
        dialog.kept.connect(self._tell_parts)
        dialog.open()
        return dialog

    def _tell_parts(self, record: PlacementRecord | None) -> None:
        self._context.placement_changed.emit()
        text = tr("The part names were removed.")
        if record is not None:
            text = tr("Regions now carry the names of {n:part|parts}.", n=len(record.laid()))
        self.message.show_message(text, MessageKind.DONE)

    # actions

    def start_next(self) -> None:
        """Start the next step, which the primary button names."""
        assert self.stages is not None
        try:
            match self.jobs.phase:
                case Phase.READY:
                    self.start()
                case Phase.INTERRUPTED:
                    self.jobs.resume_training()
                case Phase.TRAINED:
                    self.jobs.fit()
                case Phase.FITTED if self.jobs.request is not None:
                    self.use(self.jobs.request.bundle)
        except VqganodipError as error:
            self.say_error(error)

    def start(self) -> None:
        """Start the training described by the form. Raises VqganodipError."""
        assert self.stages is not None
        folder = self.jobs.folder
        if folder is not None:
            self._context.login.require(Permission.MAKE_MODELS)
            request = self.stages.form.request(folder, self._context.login.name)
            if request is not None:
                self.jobs.start(request)

    def use(self, bundle: Path) -> None:
        """Put a model into use at this station. Raises VqganodipError."""
        context = self._context
        context.login.require(Permission.MAKE_MODELS)
        if context.demo is not None:
            self.message.show_message(
                tr("The demo line always uses its own bundle. Open a workspace of your own to use another one."),
                MessageKind.ERROR,
                until=(),
            )
            return
        context.set_sources(bundle, context.boards)
        context.inspect()
        self.used.emit()

    def choose(self, folder: Path) -> None:
        """Select a data set for a new model."""
        if self.jobs.working:
            self._say_running()
            return
        self.jobs.choose(folder)

    def say_error(self, error: Exception) -> None:
        self.message.show_message(format_error(error), MessageKind.ERROR, until=(Until.PERSON, Until.JOB))

    def _say_running(self) -> None:
        text = tr("A training is running: stop it or wait until it ends.")
        self.message.show_message(text, MessageKind.ERROR, until=(Until.JOB,))

    def stop_job(self) -> None:
        """Stop the running job and keep its results."""
        self._attempt(self.jobs.stop)

    def _confirm_cancel(self) -> None:
        if self._confirm(tr("All progress of this training will be lost. Discard it?"), tr("Discard")):
            self._attempt(self.jobs.cancel if self.jobs.phase is Phase.TRAINING else self.jobs.discard_run)

    def _attempt(self, act: Callable[[], None]) -> None:
        try:
            act()
        except VqganodipError as error:
            self.say_error(error)

    def _confirm(self, text: str, yes: str) -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("Model"))
        box.setText(text)
        confirm = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        confirmed = box.clickedButton() is confirm
        box.deleteLater()
        return confirmed

    def may_close(self) -> bool:
        """Ask what to do with a running job; returns False to keep the window open."""
        if not self.jobs.working:
            return True
        answer = ask_close(training=self.jobs.phase is Phase.TRAINING, parent=self.window())
        if answer is CloseAnswer.STOP:
            self._attempt(self.jobs.stop)
        return answer is not CloseAnswer.CANCEL

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._update_caption()
        if not self._up_to_date:
            self.refresh()
        self._up_to_date = False
        if self._theme is not current_theme():
            self.refresh_theme()

    def refresh_theme(self) -> None:
        """Redraw the parts that the style sheet does not cover."""
        self._theme = current_theme()
        self.empty.refresh()
        self.stage_bar.update()
        if self.stages is not None:
            self.stages.refresh_theme()

    def take_folder(self, folder: Path) -> bool:
        """Select a dropped folder as the data set."""
        self.choose(folder)
        return True

    def _choose_folder(self) -> None:
        start = str(self.jobs.folder.parent) if self.jobs.folder is not None else ""
        chosen = QFileDialog.getExistingDirectory(self, tr("Choose a data set…").rstrip("…"), start)
        if chosen:
            self.choose(Path(chosen))

    def _lay_out(self) -> None:
        self.title.setMinimumSize(120, 36)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        head = QHBoxLayout()
        head.setSpacing(8)
        head.addWidget(self.title)
        head.addWidget(self.status, 1)
        head.addStretch()
        for button in (self.other_data_set, self.new_version, self.cancel, self.stop, self.primary):
            head.addWidget(button)
        right = QVBoxLayout()
        right.setContentsMargins(16, 12, 16, 12)
        right.setSpacing(12)
        right.addLayout(head)
        right.addWidget(self.warning)
        right.addWidget(self.body, 1)
        work = QWidget()
        row = QHBoxLayout(work)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(0)
        row.addWidget(self.stage_bar)
        row.addLayout(right, 1)
        self.stack.addWidget(self.empty)
        self.stack.addWidget(work)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.addWidget(self.tabs)
        self.tabs.addTab(self.stack, tr("New model"))
        self.tabs.addTab(self._model_list_place, tr("Models"))
        self.tabs.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        QVBoxLayout(self._model_list_place).setContentsMargins(0, 0, 0, 0)
