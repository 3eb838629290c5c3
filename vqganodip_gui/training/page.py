"""The page of the engineer who brings a new product in: from a folder of boards to a model that is in use."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QShowEvent
from PySide6.QtWidgets import (
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
from vqganodip_gui.training.stage_bar import StageBar, StageName
from vqganodip_gui.widgets.empty_state import EmptyState
from vqganodip_gui.widgets.icons import IconName
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip
from vqganodip_gui.widgets.page import Page
from vqganodip_gui.widgets.theme import current_theme

if TYPE_CHECKING:  # numpy and the plots are imported when the page is first shown
    from vqganodip_gui.training.bundle_summary import BundleSummary
    from vqganodip_gui.training.model_list import ModelEntry, ModelListView
    from vqganodip_gui.training.stages import Stages


class TrainingPage(Page):
    """A rail of stages at the left, the chosen one beside it, what to do next above."""

    used = Signal()
    """A model is in use now: its threshold is the next thing to look at."""

    def __init__(self, context: Context, jobs: JobController, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self.setAcceptDrops(True)
        self._context = context
        self.jobs = jobs
        self.stages: Stages | None = None
        self.shown: BundleSummary | None = None
        self._asked = 0
        self._up_to_date = False  # what was taken over need not be read when it comes into sight
        self._theme = current_theme()
        self.empty = EmptyState()
        self.title, self.status = QLabel(), QLabel()
        self.title.setObjectName("emptyTitle")
        self.status.setObjectName("muted")
        self.status.setWordWrap(True)
        self.wrong = QLabel()
        self.wrong.setObjectName("warning")
        self.wrong.setWordWrap(True)
        self.wrong.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.other = QPushButton(tr("Choose a data set…"))
        self.again = QPushButton(tr("Another version…"))
        self.again.setToolTip(tr("Trains again on the same boards; this version stays"))
        self.cancel = QPushButton(tr("Cancel…"))
        self.stop = QPushButton(tr("Stop"))
        self.primary = QPushButton()
        self.primary.setObjectName("primary")
        self.stage_bar = StageBar()
        self.body = QStackedWidget()
        self.stack = QStackedWidget()
        self.tabs = QTabWidget()
        self.model_list: ModelListView | None = None
        self._model_list_place = QWidget()
        self.message = MessageStrip(self)
        self._lay_out()
        self.empty.action_requested.connect(lambda _action: self._ask_folder())
        self.other.clicked.connect(self._ask_folder)
        self.again.clicked.connect(self.jobs.forget_run)
        self.cancel.clicked.connect(self._ask_cancel)
        self.stop.clicked.connect(self.ask_stop)
        self.primary.clicked.connect(self.go)
        self.stage_bar.chosen.connect(self.show_stage)
        self.jobs.changed.connect(self.refresh)
        self.jobs.progressed.connect(self._show_told)
        self.jobs.changed.connect(self._say_news)
        self.jobs.progressed.connect(self._say_news)
        self._was_working = False
        self.tabs.currentChanged.connect(lambda _index: self._show_model_list())

    # what is shown

    def refresh(self) -> None:
        """Shows what is in hand, at the stage where it is."""
        if not self.isVisible():
            return
        self._show_model_list()
        phase = self.jobs.phase
        if self._context.workspace is None or phase is Phase.EMPTY:
            self._show_empty()
            return
        stages = self._make_stages()
        self.stack.setCurrentIndex(1)
        stages.refresh()
        self._show_head()
        self.show_stage(stages.moved()[1])
        self._read_bundle()

    def show_stage(self, name: StageName) -> None:
        """Shows the panel of a stage."""
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
        self.shown = before.shown
        stages.show_bundle(before.shown)
        self._show_head()
        seen = before.body.currentWidget()
        self.show_stage(next(name for name in StageName if before.stages.panel(name) is seen))
        self._up_to_date = shown

    def _show_told(self) -> None:
        if self.stages is not None and self.isVisible():
            before, now = self.stages.moved()
            follows = self.body.currentWidget() is self.stages.panel(before)
            self.stages.refresh()
            self._show_head()
            if follows and before is not now:
                self.show_stage(now)

    def _say_news(self) -> None:
        share, name = self.jobs.share, tr("Model")
        if share is not None:
            self._was_working = True
            self.caption_changed.emit(f"{name} {share:.0%}")
        elif self._was_working and self.jobs.order is not None and not self.isVisible():
            self.caption_changed.emit(f"{name} {'✓' if self.jobs.failure is None else '!'}")
        else:
            self._was_working = False
            self.caption_changed.emit(name)

    def _show_empty(self) -> None:
        ready = self._context.workspace is not None
        self.empty.show_state(
            IconName.MODEL,
            tr("Train a model of a new product"),
            tr(
                "Choose a folder of boards: train/good and test/good, test/DEFECT as in MVTec AD, or folders good and "
                "bad, or a manifest.csv. 30 good boards are a beginning, labelled defects set the threshold. You can "
                "also drop the folder here."
            )
            if ready
            else tr("Open a workspace first: models are kept in it."),
            button=tr("Choose a data set…") if ready else "",
            action="choose",
        )
        self.stack.setCurrentWidget(self.empty)

    def _show_head(self) -> None:
        assert self.stages is not None
        head = self.stages.head()
        self.title.setText(head.title)
        for label, wrong in ((self.status, False), (self.wrong, True)):
            text = head.text if head.wrong is wrong else ""
            if label.text() != text:
                label.setText(text)
            label.setVisible(bool(text))
        self.primary.setText(head.primary)
        self.primary.setVisible(bool(head.primary))
        self.primary.setEnabled(head.may)
        phase = self.jobs.phase
        self.stop.setVisible(self.jobs.working)
        self.stop.setEnabled(not self.jobs.stop_requested)
        self.stop.setToolTip(self.stages.stop_tip())
        self.cancel.setVisible(phase in (Phase.TRAINING, Phase.LEFT_OFF))
        self.cancel.setText(tr("Cancel…") if phase is Phase.TRAINING else tr("Discard…"))
        self.other.setVisible(not self.jobs.working)
        self.again.setVisible(self.jobs.order is not None and not self.jobs.working)
        self.other.setText(tr("Another data set…"))

    def _read_bundle(self) -> None:
        """Reads the bundle in hand, off the GUI thread."""
        assert self.stages is not None
        order, run = self.jobs.order, self.jobs.run
        self._asked += 1
        number = self._asked
        if order is None or run is None or not run.has_bundle or self.jobs.phase is Phase.TRAINING:
            self.shown = None
            self.stages.show_bundle(None)
            return
        from vqganodip_gui.training.bundle_summary import read_summary

        def done(shown: BundleSummary | None) -> None:
            if number == self._asked and self.stages is not None:
                self.shown = shown
                self.stages.show_bundle(shown)

        def failed(error: Exception) -> None:
            if number == self._asked:
                self.message.show_message(format_error(error), MessageKind.ERROR)

        self._context.tasks.run(lambda: read_summary(order.bundle), done, failed, reader=self)

    def _make_stages(self) -> Stages:
        if self.stages is None:
            from vqganodip_gui.training.stages import Stages

            self.stages = Stages(self._context, self.jobs, self.stage_bar)
            for panel in self.stages.panels():
                self.body.addWidget(panel)
            self.stages.form.edited.connect(self._show_head)
        return self.stages

    def _show_model_list(self) -> None:
        """Reads the models of the workspace, when they are looked at."""
        workspace = self._context.workspace
        if workspace is None or self.tabs.currentIndex() != 1 or not self.isVisible():
            return
        from vqganodip_gui.training.model_list import ModelListView, read_models

        if self.model_list is None:
            self.model_list = ModelListView()
            self.model_list.use_requested.connect(lambda row: self._try(lambda: self.use(row.bundle)))
            self.model_list.show_requested.connect(self._take_up)
            layout = self._model_list_place.layout()
            assert layout is not None
            layout.addWidget(self.model_list)
        model_list, in_use = self.model_list, self._context.bundle
        self._context.tasks.run(
            lambda: read_models(workspace.folder), lambda rows: model_list.show_models(rows, in_use), reader=model_list
        )

    def _take_up(self, row: ModelEntry) -> None:
        if row.run is None:
            return
        if self.jobs.working and (self.jobs.order is None or row.bundle != self.jobs.order.bundle):
            self.message.show_message(tr("A training is under way: stop it first, or let it end."), MessageKind.ERROR)
            return
        self.tabs.setCurrentIndex(0)
        self.jobs.resume_run(row.run.order)

    # what is done

    def go(self) -> None:
        """The next thing, as the button says."""
        assert self.stages is not None
        try:
            match self.jobs.phase:
                case Phase.READY:
                    self.start()
                case Phase.LEFT_OFF:
                    self.jobs.go_on()
                case Phase.TRAINED:
                    self.jobs.fit()
                case Phase.FITTED if self.jobs.order is not None:
                    self.use(self.jobs.order.bundle)
        except VqganodipError as error:
            self.message.show_message(format_error(error), MessageKind.ERROR)

    def start(self) -> None:
        """Begins the training that the form asks for; VqganodipError."""
        assert self.stages is not None
        folder = self.jobs.folder
        if folder is not None:
            self._context.login.require(Permission.MAKE_MODELS)
            order = self.stages.form.order(folder, self._context.login.name)
            if order is not None:
                self.jobs.start(order)

    def use(self, bundle: Path) -> None:
        """Makes a model the one of this station; VqganodipError."""
        context = self._context
        context.login.require(Permission.MAKE_MODELS)
        if context.demo is not None:
            self.message.show_message(
                tr("The demo line keeps the bundle that ships with it: open a workspace of your own to use a new one."),
                MessageKind.ERROR,
            )
            return
        context.set_sources(bundle, context.boards)
        context.inspect()
        self.used.emit()

    def choose(self, folder: Path) -> None:
        """Takes a data set into hand."""
        if self.jobs.working:
            self.message.show_message(tr("A training is under way: stop it first, or let it end."), MessageKind.ERROR)
            return
        self.jobs.choose(folder)

    def ask_stop(self) -> None:
        """Ends what works, early and well."""
        self._try(self.jobs.stop)

    def _ask_cancel(self) -> None:
        question = (
            tr("Everything this training has learned will be lost. Discard it?"),
            tr("Discard"),
        )
        if self._sure(*question):
            self._try(self.jobs.cancel if self.jobs.phase is Phase.TRAINING else self.jobs.discard_run)

    def _try(self, act: Callable[[], None]) -> None:
        try:
            act()
        except VqganodipError as error:
            self.message.show_message(format_error(error), MessageKind.ERROR)

    def _sure(self, text: str, yes: str) -> bool:
        box = QMessageBox(self)
        box.setIcon(QMessageBox.Icon.NoIcon)
        box.setWindowTitle(tr("Model"))
        box.setText(text)
        wanted = box.addButton(yes, QMessageBox.ButtonRole.DestructiveRole)
        box.addButton(tr("Keep"), QMessageBox.ButtonRole.RejectRole)
        box.exec()
        sure = box.clickedButton() is wanted
        box.deleteLater()
        return sure

    def may_close(self) -> bool:
        """Asked before the window closes: a training goes on, ends with a bundle, or keeps the window open."""
        if not self.jobs.working:
            return True
        answer = ask_close(training=self.jobs.phase is Phase.TRAINING, parent=self.window())
        if answer is CloseAnswer.STOP:
            self._try(self.jobs.stop)
        return answer is not CloseAnswer.STAY

    # Qt

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self._say_news()
        if not self._up_to_date:
            self.refresh()
        self._up_to_date = False
        if self._theme is not current_theme():
            self.refresh_theme()

    def refresh_theme(self) -> None:
        """Draws again what is not drawn by the style sheet."""
        self._theme = current_theme()
        self.empty.refresh()
        self.stage_bar.update()
        if self.stages is not None:
            self.stages.refresh_theme()

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped(event) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        folder = _dropped(event)
        if folder is not None:
            event.acceptProposedAction()
            self.choose(folder)

    def _ask_folder(self) -> None:
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
        for button in (self.other, self.again, self.cancel, self.stop, self.primary):
            head.addWidget(button)
        right = QVBoxLayout()
        right.setContentsMargins(16, 12, 16, 12)
        right.setSpacing(12)
        right.addLayout(head)
        right.addWidget(self.wrong)
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


def _dropped(event: QDropEvent) -> Path | None:
    for url in event.mimeData().urls():
        place = Path(url.toLocalFile())
        if url.isLocalFile() and place.is_dir():
            return place
    return None
