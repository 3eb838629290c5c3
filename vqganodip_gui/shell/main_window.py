"""Main window: top bar, pages and status bar. It emits requests for actions; ``commands.py`` performs them."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import Final, TypeVar

from PySide6.QtCore import QByteArray, QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import (
    QAction,
    QCloseEvent,
    QDragEnterEvent,
    QDropEvent,
    QGuiApplication,
    QKeyEvent,
    QKeySequence,
    QPaintEvent,
)
from PySide6.QtWidgets import (
    QApplication,
    QComboBox,
    QLineEdit,
    QMainWindow,
    QMenu,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from vqganodip_gui.actions import ACTIONS, BY_NAME, MENUS
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.records.page import RecordsPage
from vqganodip_gui.review.page import ReviewPage
from vqganodip_gui.services.barcode_scanner import BarcodeScanner
from vqganodip_gui.services.digit_row import DigitRow, sequence_of
from vqganodip_gui.shell.key_bindings import KeyBindings
from vqganodip_gui.shell.pages import PAGES, PageServices
from vqganodip_gui.shell.status_bar import StatusBar
from vqganodip_gui.shell.top_bar import TopBar
from vqganodip_gui.shell.view_state import WindowViewState
from vqganodip_gui.threshold.page import ThresholdPage
from vqganodip_gui.training.page import TrainingPage
from vqganodip_gui.turing.page import TuringPage
from vqganodip_gui.widgets.icons import IconName, icon
from vqganodip_gui.widgets.page import Page

_AnyPage = TypeVar("_AnyPage", bound=Page)


def application() -> QApplication:
    """The running application."""
    found = QApplication.instance()
    assert isinstance(found, QApplication)
    return found


def _dropped_folder(data: QMimeData) -> Path | None:
    """The dragged folder, or the folder of the dragged image."""
    for url in data.urls():
        place = Path(url.toLocalFile())
        if url.isLocalFile() and place.exists():
            return place if place.is_dir() else place.parent
    return None


def no_popup() -> bool:
    """True if no menu is open; an open menu takes the keys."""
    return QApplication.activePopupWidget() is None


_SHORTCUT_BITS: Final = Qt.KeyboardModifier.ShiftModifier.value
_JUDGING: Final = frozenset({"judge_ok", "judge_ng", "judge_doubtful", "judge_false_call", "undo", "redo"})

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
        self._holding = False
        self.setWindowTitle("VQGanoDIP")
        self.setWindowIcon(icon(IconName.APP))
        self.setMinimumSize(960, 600)
        self.setAcceptDrops(True)
        self.setCentralWidget(self._make_content())
        self._connect()
        self._watch_scanner()
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
        self.actions_by_name: dict[str, QAction] = {}
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
        column.addWidget(self.pages, 1)
        column.addWidget(self.status)
        self.review.action_requested.connect(self._request_action)
        self.review.status_changed.connect(self.refresh_status)
        self.pages.currentChanged.connect(lambda _: self.refresh_status())
        self.threshold.review_requested.connect(self._review_scores)
        self.training.used.connect(self._model_used)
        self.bar.product.clicked.connect(lambda: self._request_action("open_bundle"))
        self.status.turn.clicked.connect(self._stop_or_go_on)
        self.bar.operator.clicked.connect(lambda: self._request_action("change_operator"))
        return frame

    def page(self, kind: type[_AnyPage]) -> _AnyPage:
        """Return the page of that class."""
        return next(page for page in self._pages if isinstance(page, kind))

    def refresh_bar(self) -> None:
        """Show the current product, operator and workspace."""
        login = self.context.login
        self.bar.operator.setText(login.name or (tr("Log in") if login.closed else tr("Who judges?")))
        self.bar.operator.setToolTip(tr("Change operator"))
        bundle, demo = self.context.bundle, self.context.demo
        if demo is not None:
            product = demo.product if bundle is None else str(self.context.name_of(bundle))
            self.bar.show_product(f"{product} ({tr('demo')})")
            tip = tr("Demo line of the product {name}, with the bundle that ships with it")
            self.bar.product.setToolTip(tip.format(name=product))
        elif bundle is None:
            self.bar.show_product(tr("No model"))
            self.bar.product.setToolTip(tr("Choose a model bundle"))
        else:
            name = self.context.name_of(bundle)
            self.bar.show_product(str(name))
            self.bar.product.setToolTip(f"{tr('Model')}: {name}\n{tr('Model bundle')}: {bundle}")
        workspace = self.context.workspace
        self.status.workspace.setText(workspace.folder.name if workspace else "")
        self.status.workspace.setToolTip(f"{tr('Workspace')}: {workspace.folder}" if workspace else "")
        self.status.workspace.setVisible(demo is None)
        self.status.demo.setVisible(demo is not None)

    def refresh_status(self) -> None:
        """Show the status texts of the review page while it is the one in front."""
        in_front = self.pages.currentWidget() is self.review
        board, pace, place, zoom = self.review.status_texts() if in_front else ("", "", "", "")
        for label, text in (
            (self.status.board, board),
            (self.status.pace, pace),
            (self.status.place, place),
            (self.status.zoom, zoom),
        ):
            if label.text() != text:
                label.setText(text)
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
        page.caption_changed.connect(button.setText)
        self.pages.addWidget(page)
        button.clicked.connect(lambda: self.pages.setCurrentWidget(page))
        button.setChecked(self.pages.currentWidget() is page)
        # # # the button follows the page, also when a command changes it
        self.pages.currentChanged.connect(lambda: button.setChecked(self.pages.currentWidget() is page))

    def _make_actions(self) -> None:
        self._menu = menu = QMenu(self)
        menus = {title: menu.addMenu(tr(title)) for title in MENUS}
        for row in ACTIONS:
            action = QAction(tr(row.text), self)
            action.setObjectName(row.name)
            action.setShortcuts([QKeySequence(key) for key in self.keys.keys_of(row.name)])
            action.setAutoRepeat(row.repeats)
            action.setToolTip(tr(row.tip or row.text))
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
        self.review_state.controller.review_timer.touch()
        self.action_requested.emit(name)
        if BY_NAME[name].holds and not self._holding:
            self._holding = True
            application().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """End a held effect when its key is released or the window loses focus."""
        kind = event.type()
        released = kind is QEvent.Type.KeyRelease and isinstance(event, QKeyEvent) and not event.isAutoRepeat()
        if self._holding and (released or kind is QEvent.Type.ApplicationDeactivate):
            self._holding = False
            application().removeEventFilter(self)
            self.review.panels.set_effect(None)
        return super().eventFilter(watched, event)

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

    def _model_used(self) -> None:
        """Show the threshold page: a new model is in use and its threshold is signed next."""
        self.review.show_current_state()
        self.pages.setCurrentWidget(self.threshold)

    def _watch_scanner(self) -> None:
        self.scanner = BarcodeScanner(self._scans_here, self._deliver_key, self)
        self.scanner.holds_keys = self.context.settings.flag("scanner")
        self.scanner.scanned.connect(self._find_serial)
        self.scanner.scan_leaked.connect(self._warn_leaked_scan)
        # # the filter that is installed last sees a key first: what a scanner types is no key of a person
        self.digit_row = DigitRow(self._takes_keys, self._action_of, self)
        application().installEventFilter(self.digit_row)
        application().installEventFilter(self.scanner)

    def _takes_keys(self) -> bool:
        return self.isActiveWindow() and no_popup()

    def _action_of(self, sequence: QKeySequence) -> QAction | None:
        """The enabled action of these keys; None for no keys."""
        actions = () if sequence.isEmpty() else self.actions_by_name.values()
        return next((a for a in actions if a.isEnabled() and sequence in a.shortcuts()), None)

    def _find_serial(self, serial: str) -> None:
        self.review.find_serial(serial)

    def _warn_leaked_scan(self, serial: str) -> None:
        self.review.warn_unset_scanner(serial)

    def _scans_here(self) -> bool:
        """True if keys go to the review page; dialogs and other pages take a scan as typed text."""
        return self.isActiveWindow() and self.pages.currentWidget() is self.review and no_popup()

    def _deliver_key(self, event: QKeyEvent) -> None:
        """Deliver a key that was held back but came from a person."""
        focus = QApplication.focusWidget()
        typing = isinstance(focus, QLineEdit | QComboBox)
        if event.type() is QEvent.Type.KeyPress and not typing:
            plain = QKeySequence(event.key() | (event.modifiers().value & _SHORTCUT_BITS))
            action = self._action_of(sequence_of(event)) or self._action_of(plain)
            if action is not None:
                action.trigger()
                return
        if focus is not None:
            application().sendEvent(focus, event)

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

    def _restore(self) -> None:
        settings = self.context.settings
        self.resize(1366, 768)
        kept = settings.text("geometry")
        if kept:
            self.restoreGeometry(QByteArray.fromBase64(kept.encode()))
        self._check_panes()

    def _check_panes(self) -> None:
        settings = self.context.settings
        self.actions_by_name["toggle_queue"].setChecked(settings.flag("queue_shown"))
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

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        if _dropped_folder(event.mimeData()) is not None:
            event.acceptProposedAction()

    def dropEvent(self, event: QDropEvent) -> None:
        folder = _dropped_folder(event.mimeData())
        if folder is not None:
            event.acceptProposedAction()
            self.boards_dropped.emit(folder)

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
