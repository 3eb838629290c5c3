"""Main window: top bar, pages and status bar. It emits requests for actions; ``commands.py`` performs them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QByteArray, QEvent, QSize, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QGuiApplication,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vqganodip_gui.actions import ACTIONS, BY_NAME, MENUS
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.records.page import RecordsPage
from vqganodip_gui.review.connection_bar import ConnectionBar
from vqganodip_gui.review.page import ReviewPage
from vqganodip_gui.shell.key_bindings import KeyBindings
from vqganodip_gui.shell.pages import PAGES, PageServices
from vqganodip_gui.shell.status_bar import StatusBar
from vqganodip_gui.shell.top_bar import TopBar
from vqganodip_gui.shell.view_state import WindowViewState
from vqganodip_gui.shell.window_input import WindowInput
from vqganodip_gui.threshold.page import ThresholdPage
from vqganodip_gui.training.page import TrainingPage
from vqganodip_gui.turing.page import TuringPage
from vqganodip_gui.widgets.guarded import GuardedAction
from vqganodip_gui.widgets.icons import IconName, icon
from vqganodip_gui.widgets.message_strip import MessageKind, Until
from vqganodip_gui.widgets.page import Page

_AnyPage = TypeVar("_AnyPage", bound=Page)


_JUDGING: Final = frozenset({"judge_ok", "judge_ng", "judge_doubtful", "judge_false_call", "undo", "redo"})

_SIZE: Final = QSize(1366, 768)
_FRAME: Final = QSize(16, 48)
"""Room for the borders and the title bar that the desktop draws around a window, at the most."""

_CAN_RAISE: Final = ("xcb", "windows", "cocoa")
"""Platforms on which a window can put itself above others."""


class MainWindow(QMainWindow):
    """The main window of the station."""

    painted = Signal()
    closing = Signal()
    workspace_requested = Signal(object)
    demo_requested = Signal()
    action_requested = Signal(str)
    """Name of the action in the ACTIONS table."""
    boards_dropped = Signal(object)
    theme_changed = Signal()

    def __init__(self, services: PageServices) -> None:
        super().__init__()
        self._services = services
        self.context = context = services.context
        self.review_state = services.review
        self.keys = KeyBindings(context.settings)
        self._was_painted = False
        self.setWindowTitle("VQGanoDIP")
        self.setWindowIcon(icon(IconName.APP))
        self.setMinimumSize(960, 600)
        self.setAcceptDrops(True)
        self.setCentralWidget(self._make_content())
        self._connect()
        self._watch_input()
        self._restore()
        self.refresh_bar()

    def rebuild(self) -> None:
        """Rebuild the content in the current language, keeping the user's state.

        The content is replaced before the next paint; the window itself stays.
        """
        frame, before = self.centralWidget(), self._pages
        assert frame is not None
        places, front = WindowViewState.of(frame, self.focusWidget()), self.pages.currentIndex()
        menu, actions = self._menu, tuple(self.actions_by_name.values())
        self.setUpdatesEnabled(False)
        try:
            new = self._make_content()
            for action in actions:
                self.removeAction(action)
                action.deleteLater()
            menu.deleteLater()
            for number, (page, old) in enumerate(zip(self._pages, before, strict=True)):
                page.restore_from(old, shown=number == front)
            self.pages.setCurrentIndex(front)
            self.setCentralWidget(new)  # # Qt hides the old content and deletes it later
            new.show()
            self._check_panes()
            self.refresh_bar()
            self.refresh_status()
            layout = self.layout()
            assert layout is not None
            layout.activate()
            places.restore(new)
        finally:
            self.setUpdatesEnabled(True)

    def _make_content(self) -> QWidget:
        self.bar = TopBar()
        self.pages = QStackedWidget()
        self.status = StatusBar()
        self.actions_by_name: dict[str, GuardedAction] = {}
        self._icons: list[tuple[QAction, IconName]] = []
        self._pages = tuple(row.make(self._services) for row in PAGES)
        for row, page in zip(PAGES, self._pages, strict=True):
            self._add_page(row.icon, tr(row.title), page)
        self.review, self.records = self.page(ReviewPage), self.page(RecordsPage)
        self.threshold, self.turing, self.training = (
            self.page(ThresholdPage),
            self.page(TuringPage),
            self.page(TrainingPage),
        )
        self._make_actions()
        frame = QWidget()
        frame.setObjectName("page")
        column = QVBoxLayout(frame)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.bar)
        column.addWidget(ConnectionBar(self.review_state.others))
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.review.action_requested.connect(self._request_action)
        for page in self._pages:
            page.status_changed.connect(self.refresh_status)
        self.pages.currentChanged.connect(self.refresh_status)
        self.threshold.review_requested.connect(self._review_scores)
        self.training.used.connect(self._model_used)
        self.records.gate.said.connect(self._say_on_front_page)
        self.records.gate.review_requested.connect(self._review_board)
        self.bar.product.clicked.connect(lambda: self._request_action("open_bundle"))
        self.status.turn.clicked.connect(self._stop_or_go_on)
        self.bar.operator.clicked.connect(lambda: self._request_action("change_operator"))
        return frame

    def page(self, kind: type[_AnyPage]) -> _AnyPage:
        """Return the page of that class."""
        return next(page for page in self._pages if isinstance(page, kind))

    def front_page(self) -> Page:
        """Return the page in front."""
        page = self.pages.currentWidget()
        assert isinstance(page, Page)
        return page

    def refresh_bar(self) -> None:
        """Show the current product, operator and workspace."""
        login = self.context.login
        self.bar.operator.setText(login.name or (tr("Log in") if login.closed else tr("Who judges?")))
        self.bar.operator.setToolTip(tr("Change operator"))
        bundle, demo = self.context.bundle, self.context.demo
        if demo is not None:
            product = demo.product if bundle is None else str(self.context.name_of(bundle))
            self.bar.show_product(product, tr("demo"))
            tip = tr("Demo line of the product {name}, with the bundle that ships with it")
            self.bar.product.setToolTip(tip.format(name=product))
        elif bundle is None:
            self.bar.show_product(tr("No model"))
            self.bar.product.setToolTip(tr("Choose a model bundle"))
        else:
            name = self.context.name_of(bundle)
            self.bar.show_product(str(name))
            self.bar.product.setToolTip(f"{tr('Model')}: {name}\n{tr('Model bundle')}: {bundle}")
        login = self.context.login
        self.actions_by_name["log_out"].block("" if login.role else tr("No one is logged in."))
        workspace = self.context.workspace
        self.status.workspace.setText(workspace.folder.name if workspace else "")
        self.status.workspace.setToolTip(f"{tr('Workspace')}: {workspace.folder}" if workspace else "")
        self.status.workspace.setVisible(demo is None)
        self.status.demo.setVisible(demo is not None)

    def refresh_status(self) -> None:
        """Show the status texts of the page in front, and the progress of the inspection."""
        board, pace, place, zoom = self.front_page().status_texts()
        idle = "" if self.context.engine.busy() else tr("No inspection is running.")
        self.actions_by_name["stop_engine"].block(idle)
        means_something = any((board, pace, place, zoom))
        for label, text in (
            (self.status.board, board),
            (self.status.pace, pace),
            (self.status.place, place),
            (self.status.zoom, zoom),
        ):
            if label.text() != text:
                label.setText(text)
            label.setVisible(means_something or label is self.status.engine)
        self._refresh_progress()

    def _refresh_progress(self) -> None:
        """Show how far the inspection is, with Stop; after Stop what is left, with the button that resumes it."""
        progress, engine = self.review_state.inspection, self.context.engine
        running = engine.busy() and not engine.stopping()
        button = tr("Stop") if running else ""
        if progress.left and not engine.busy() and self.review_state.can_inspect():
            button = tr("Resume")
        self.status.show_progress(progress.text(self.context.boards), progress.share(), button)

    def _stop_or_go_on(self) -> None:
        if self.context.engine.busy():
            self._request_action("stop_engine")
        else:
            self.context.inspect()
        self.refresh_status()

    def refresh_theme(self) -> None:
        """Redraw what the style sheet does not draw."""
        self.bar.refresh()
        for page in self._pages:
            page.refresh_theme()
        for action, name in self._icons:
            action.setIcon(icon(name))

    def _add_page(self, name: IconName, text: str, page: Page) -> None:
        button = self.bar.add_page(name, text)
        page.caption_changed.connect(lambda text: self.bar.set_page_text(button, text))
        self.pages.addWidget(page)
        button.clicked.connect(lambda: self.pages.setCurrentWidget(page))
        button.setChecked(self.pages.currentWidget() is page)
        # # # the button follows the page, also when a command changes it
        self.pages.currentChanged.connect(lambda: button.setChecked(self.pages.currentWidget() is page))

    def _make_actions(self) -> None:
        self._menu = menu = QMenu(self)
        menus = {title: menu.addMenu(tr(title)) for title in MENUS}
        for one in menus.values():
            one.setToolTipsVisible(True)
        for row in ACTIONS:
            action = GuardedAction(tr(row.text), tr(row.tip), self)
            action.setObjectName(row.name)
            action.setShortcuts([QKeySequence(key) for key in self.keys.keys_of(row.name)])
            action.setAutoRepeat(row.repeats)
            if row.needs is not None:
                action.guard(self.context.login, row.needs)
            if row.icon is not None:
                action.setIcon(icon(row.icon))
                self._icons.append((action, row.icon))
            if row.toggles:
                action.setCheckable(True)
                action.setChecked(True)
            action.triggered.connect(partial(self._request_action, row.name))
            self.addAction(action)
            if row.separator:
                menus[row.menu].addSeparator()
            menus[row.menu].addAction(action)
            self.actions_by_name[row.name] = action
            if row.bar:
                self.bar.add_action(action, tr(row.bar), row.icon)
        self.bar.set_menu(menu)

    def _request_action(self, name: str, _checked: bool = False) -> None:
        if name in _JUDGING and self.pages.currentWidget() is not self.review:
            return  # # a board that is not on the screen cannot be judged
        if self.input.repeats() and not BY_NAME[name].repeats:
            return  # # X11 repeats a held key as presses of their own: one key judges one board
        self.review_state.controller.review_timer.touch()
        self.action_requested.emit(name)
        if BY_NAME[name].holds:
            self.input.begin_effect()

    def _connect(self) -> None:
        context = self.context
        context.workspace_opened.connect(self.refresh_bar)
        context.sources_changed.connect(self.refresh_bar)
        context.names_changed.connect(self.refresh_bar)
        self.destroyed.connect(context.settings.listen(self._setting_changed))
        context.login.changed.connect(self.refresh_bar)

    def _review_scores(self, low: float, high: float) -> None:
        """Show the boards of a bar of the threshold page in the review."""
        self.pages.setCurrentWidget(self.review)
        self.review.queue_pane.show_scores(low, high)
        self.review_state.controller.show_next_unjudged()

    def _review_board(self, item_id: int) -> None:
        """Show a board in the review, whatever part of the queue it is in."""
        self.pages.setCurrentWidget(self.review)
        self.review_state.controller.show_item(item_id)

    def _say_on_front_page(self, text: str, kind: MessageKind) -> None:
        self.front_page().message.show_message(text, kind)

    def _model_used(self) -> None:
        """Show the threshold page: a new model is in use and its threshold is signed next."""
        self.review.show_current_state()
        self.pages.setCurrentWidget(self.threshold)
        bundle = self.context.bundle
        if bundle is not None and self.context.boards is None:
            self.threshold.message.show_message(
                tr("The model {name} is in use. Next, choose the boards.", name=self.context.name_of(bundle)),
                MessageKind.DONE,
                tr("Open folder of boards…"),
                lambda: self.action_requested.emit("open_boards"),
                until=(Until.SOURCES,),
                stays=True,
            )

    def _watch_input(self) -> None:
        self.input = WindowInput(
            self,
            self.front_page,
            lambda: self.actions_by_name.values(),
            lambda: self.pages.currentWidget() is self.review,
        )
        self.scanner = self.input.scanner
        self.scanner.holds_keys = self.context.settings.flag("scanner")
        self.scanner.scanned.connect(self._find_serial)
        self.scanner.scan_leaked.connect(self._warn_leaked_scan)
        self.input.effect_ended.connect(self._end_effect)
        self.input.folder_dropped.connect(self._take_folder)

    def _find_serial(self, serial: str) -> None:
        self.review.find_serial(serial)

    def _warn_leaked_scan(self, serial: str) -> None:
        self.review.warn_unset_scanner(serial)

    def _end_effect(self) -> None:
        self.review.panels.set_effect(None)

    def _take_folder(self, folder: Path) -> None:
        if not self.front_page().take_folder(folder):
            self.boards_dropped.emit(folder)

    def _setting_changed(self, name: str) -> None:
        if name in ("operator", "station"):
            self.refresh_bar()
        elif name in ("queue_shown", "details_shown"):
            self._check_panes()
        elif name == "keys":
            for row in ACTIONS:
                self.actions_by_name[row.name].setShortcuts([QKeySequence(key) for key in self.keys.keys_of(row.name)])
        elif name == "scanner":
            self.scanner.holds_keys = self.context.settings.flag(name)
        elif name == "theme":
            self.theme_changed.emit()

    def come_to_front(self) -> None:
        """Show the window in front of all others."""
        self.setWindowState(self.windowState() & ~Qt.WindowState.WindowMinimized)
        self.show()
        if QGuiApplication.platformName() in _CAN_RAISE:
            self.raise_()
        self.activateWindow()

    def fit_screen(self) -> None:
        """At the first start, maximise the window if it does not fit on the screen with its frame."""
        room = self.screen().availableSize() - _FRAME
        if not self.context.settings.text("geometry") and (
            room.width() < self.width() or room.height() < self.height()
        ):
            self.setWindowState(self.windowState() | Qt.WindowState.WindowMaximized)

    def _restore(self) -> None:
        settings = self.context.settings
        self.resize(_SIZE)
        kept = settings.text("geometry")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))
        self._check_panes()

    def _check_panes(self) -> None:
        settings = self.context.settings
        self.actions_by_name["toggle_queue"].setChecked(settings.flag("queue_shown"))
        self.actions_by_name["toggle_parts"].setChecked(settings.flag("parts_shown"))
        self.actions_by_name["toggle_details"].setChecked(settings.flag("details_shown"))

    def paintEvent(self, event: QPaintEvent) -> None:
        super().paintEvent(event)
        if not self._was_painted:
            self._was_painted = True
            QTimer.singleShot(0, self.painted.emit)

    def changeEvent(self, event: QEvent) -> None:
        super().changeEvent(event)
        if event.type() is QEvent.Type.ActivationChange:
            review_timer = self.review_state.controller.review_timer
            if self.isActiveWindow() and self.review_state.controller.can_judge():
                review_timer.resume()
            elif not self.isActiveWindow():
                review_timer.stop()

    def closeEvent(self, event: QCloseEvent) -> None:
        if not all(page.may_close() for page in self._pages):
            event.ignore()
            return
        self.context.settings.set("geometry", bytes(self.saveGeometry().toBase64().data()).decode())
        self.review_state.controller.flush()
        self.review_state.comparison.flush()
        for page in self._pages:
            page.close_page()
        self.closing.emit()
        super().closeEvent(event)
