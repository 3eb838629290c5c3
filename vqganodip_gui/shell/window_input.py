"""Keys, scans and dropped folders of the main window, seen before any widget takes them."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from PySide6.QtCore import QEvent, QMimeData, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QAction, QDropEvent, QGuiApplication, QKeyEvent, QKeySequence, QMouseEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QComboBox, QLineEdit, QWidget

from vqganodip_gui.services.barcode_scanner import BarcodeScanner
from vqganodip_gui.services.digit_row import DigitRow, is_text_field, sequence_of
from vqganodip_gui.services.held_keys import HeldKeys
from vqganodip_gui.widgets.number_field import NumberField
from vqganodip_gui.widgets.page import Page

_SHORTCUT_BITS: Final = Qt.KeyboardModifier.ShiftModifier.value
_PRESSES: Final = (QEvent.Type.ShortcutOverride, QEvent.Type.KeyPress)
_MOVES: Final = (
    Qt.Key.Key_Up,
    Qt.Key.Key_Down,
    Qt.Key.Key_PageUp,
    Qt.Key.Key_PageDown,
    Qt.Key.Key_Home,
    Qt.Key.Key_End,
)
"""Keys that move within a list or a field that the keyboard was given to."""

_DRAGS: Final = (QEvent.Type.DragEnter, QEvent.Type.DragMove, QEvent.Type.Drop)


class WindowInput(QObject):
    """Event filter of the application for the input of one window.

    Args:
        window: The window.
        page: Returns the page in front.
        actions: Returns the actions of the window.
        scans: Returns whether a scan opens a board now.

    Signals:
        effect_ended: The key of an effect that lasts while it is held was let go.
        folder_dropped: A folder, or an image of it, was dropped anywhere on the window.
    """

    effect_ended = Signal()
    folder_dropped = Signal(object)

    def __init__(
        self,
        window: QWidget,
        page: Callable[[], Page],
        actions: Callable[[], Iterable[QAction]],
        scans: Callable[[], bool],
    ) -> None:
        super().__init__(window)
        self._window, self._page, self._actions, self._scans = window, page, actions, scans
        self.held = HeldKeys(self)
        self.held.released.connect(self._let_go)
        self.scanner = BarcodeScanner(self._scans_here, self._deliver_key, self, held=self.held)
        self.digit_row = DigitRow(self._takes_keys, self._action_of, self)
        self._effect_lasts = False
        self._effect_key: int | None = None  # None for an effect chosen with the mouse: any key ends it
        self._repeats = False
        self._delivers = False  # a key that was held back is delivered; it was followed when it arrived
        self._event_over = QTimer(self)
        self._event_over.setSingleShot(True)
        self._event_over.setInterval(0)
        self._event_over.timeout.connect(self._forget_repeat)
        application = QApplication.instance()
        assert isinstance(application, QApplication)
        application.installEventFilter(self)
        application.applicationStateChanged.connect(self._state_changed)

    def repeats(self) -> bool:
        """True while a key press is handled that is only the repeat of a key that is held."""
        return self._repeats

    def begin_effect(self) -> None:
        """Let an effect last until the key that began it is let go."""
        self._effect_lasts, self._effect_key = True, self.held.last()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if isinstance(event, QKeyEvent):
            if not self._delivers:
                self._follow(event)
            # a key of a scan is no key of a person, so the scanner sees it before the digit row does
            return (
                self._leaves_field(event)
                or _moves_in_list(event)
                or self.scanner.eventFilter(watched, event)
                or self.digit_row.eventFilter(watched, event)
            )
        if isinstance(event, QMouseEvent):
            if event.type() is QEvent.Type.MouseButtonPress and isinstance(watched, QWidget):
                self._clicked(watched)
            return False
        if isinstance(event, QDropEvent) and event.type() in _DRAGS and isinstance(watched, QWidget):
            return self._dragged(watched, event)
        return False

    # held keys

    def _follow(self, event: QKeyEvent) -> None:
        kind = event.type()
        if kind in _PRESSES:
            self._repeats = not self.held.press(event)
            self._event_over.start()
        elif kind is QEvent.Type.KeyRelease:
            self.held.release(event)
            if self._effect_key is None and not event.isAutoRepeat():
                self._end_effect()

    def _let_go(self, number: int) -> None:
        if number == self._effect_key:
            self._end_effect()

    def _end_effect(self) -> None:
        if self._effect_lasts:
            self._effect_lasts, self._effect_key = False, None
            self.effect_ended.emit()

    def _forget_repeat(self) -> None:
        self._repeats = False

    def _state_changed(self, state: Qt.ApplicationState) -> None:
        if state is not Qt.ApplicationState.ApplicationActive:
            self.held.release_all()
            self._end_effect()

    # text fields

    def _leaves_field(self, event: QKeyEvent) -> bool:
        """Esc gives the keyboard back from a text field or an open list; the text stays."""
        if event.key() != Qt.Key.Key_Escape or event.modifiers() or event.type() not in _PRESSES:
            return False
        field = self._field()
        if field is None:
            return False
        event.accept()
        if event.type() is QEvent.Type.KeyPress:
            popup = QApplication.activePopupWidget()
            if isinstance(field, QComboBox):
                field.hidePopup()
            if popup is not None:
                popup.hide()
            if isinstance(field, NumberField):
                field.setValue(field.value())  # what was typed and not taken goes
            self._page().keyboard_home().setFocus()
        return True

    def _clicked(self, watched: QWidget) -> None:
        """Leave the text field when something else on its page is clicked; many parts take no focus themselves."""
        field, page = self._field(), self._page()
        if field is None or QApplication.activePopupWidget() is not None or not page.isAncestorOf(watched):
            return
        if watched is not field and not field.isAncestorOf(watched):
            page.keyboard_home().setFocus()

    def _field(self) -> QWidget | None:
        """The text field, or the field with an open list, of the page in front that has the keyboard."""
        popup = QApplication.activePopupWidget()
        widget = QApplication.focusWidget() if popup is None else popup.focusProxy() or popup.parentWidget()
        while isinstance(widget, QLineEdit) and isinstance(widget.parentWidget(), QComboBox | NumberField):
            widget = widget.parentWidget()
        if not (is_text_field(widget) or isinstance(widget, QComboBox)) or widget is None:
            return None
        return widget if self._page().isAncestorOf(widget) else None

    # scans and digits

    def _takes_keys(self) -> bool:
        return self._window.isActiveWindow() and QApplication.activePopupWidget() is None

    def _scans_here(self) -> bool:
        """True if keys may come from a scanner; a text field takes them as they are, however fast they come."""
        return self._takes_keys() and self._scans() and not is_text_field(QApplication.focusWidget())

    def _action_of(self, sequence: QKeySequence) -> QAction | None:
        """The enabled action of these keys; None for no keys."""
        actions = () if sequence.isEmpty() else self._actions()
        return next((a for a in actions if a.isEnabled() and sequence in a.shortcuts()), None)

    def _deliver_key(self, event: QKeyEvent) -> None:
        """Deliver a key that was held back but came from a person."""
        repeats, self._repeats, self._delivers = self._repeats, False, True
        try:
            self._deliver(event)
        finally:
            self._repeats, self._delivers = repeats, False

    def _deliver(self, event: QKeyEvent) -> None:
        focus = QApplication.focusWidget()
        if event.type() is QEvent.Type.KeyRelease:
            self._end_effect()
        elif not isinstance(focus, QLineEdit | QComboBox):
            plain = QKeySequence(event.key() | (event.modifiers().value & _SHORTCUT_BITS))
            action = self._action_of(sequence_of(event)) or self._action_of(plain)
            if action is not None:
                action.trigger()
                return
        if focus is not None:
            QGuiApplication.sendEvent(focus, event)

    # folders

    def _dragged(self, watched: QWidget, event: QDropEvent) -> bool:
        """Take a folder wherever it is dropped, also on parts that take drops of their own."""
        if watched is not self._window and not self._window.isAncestorOf(watched):
            return False
        folder = _folder_in(event.mimeData())
        if folder is None:
            return False
        event.acceptProposedAction()
        if event.type() is QEvent.Type.Drop:
            self.folder_dropped.emit(folder)
        return True


def _moves_in_list(event: QKeyEvent) -> bool:
    """Keep an arrow key from the shortcuts of the window while a list or a selection has the keyboard."""
    if event.type() is not QEvent.Type.ShortcutOverride or event.key() not in _MOVES:
        return False
    if event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier:
        return False
    if not isinstance(QApplication.focusWidget(), QAbstractItemView | QComboBox):
        return False
    event.accept()
    return True


def _folder_in(data: QMimeData) -> Path | None:
    """The dragged folder, or the folder of the dragged image."""
    for url in data.urls():
        place = Path(url.toLocalFile())
        if url.isLocalFile() and place.exists():
            return place if place.is_dir() else place.parent
    return None
