"""The hand of a person at the real window: presses keys, clicks, answers dialogs, and takes pictures of the screen."""

from __future__ import annotations

import re
import sys
import time
from collections.abc import Callable, Iterable
from pathlib import Path
from typing import Final

from gui.cut_off import cut_off
from gui.spoken import spoken
from PySide6.QtCore import QEventLoop, QPoint, Qt, QTimer
from PySide6.QtGui import QWindow
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QFileDialog, QLineEdit, QMenu, QWidget

from vqganodip_gui.app import Station
from vqganodip_gui.widgets.page import Page

PATIENCE_S: Final = 900.0
_LOOK_MS: Final = 20
_LOOKS: Final = 6
_ENGLISH: Final = re.compile(r"(?<![\w-])(the|of|and|with|is|are|from|board|boards|this|that|been|has)(?![\w-])", re.I)
"""Words that give away an English text."""

_PATH: Final = re.compile(r"\S*/\S*")


class Hand:
    """A person at one station.

    Args:
        application: The application.
        station: The station, started.
        pictures: Folder of the pictures; None takes none.
        name: Begins the name of each picture.
        english: Whether the window is in English, where English words are no fault.

    Attributes:
        clicks: Clicks so far.
        keys: Keys pressed so far; the characters of typed texts are counted apart.
        typed: Characters typed so far.
    """

    def __init__(
        self, application: QApplication, station: Station, pictures: Path | None, name: str, *, english: bool
    ) -> None:
        self.application, self.station, self.window = application, station, station.window
        self.english = english
        self.faults: list[str] = []
        self.clicks = self.keys = self.typed = 0
        self._pictures, self._name, self._taken = pictures, name, 0
        self._error: Exception | None = None

    # waiting

    def wait(self, condition: Callable[[], bool]) -> None:
        """Run the event loop until a condition holds. Raises TimeoutError."""
        end, wakes = time.monotonic() + PATIENCE_S, QTimer()
        wakes.start(_LOOK_MS)
        while not condition():
            self.application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
            if time.monotonic() > end:
                raise TimeoutError(f"{self._name}: the window did not reach the expected state")

    def rest(self, seconds: float = 0.4) -> None:
        """Run the event loop until no thread works and some time has passed."""
        end = time.monotonic() + seconds
        self.wait(lambda: time.monotonic() > end and not self.station.tasks.busy())

    def board(self) -> None:
        """Wait until the board on the screen can be judged, or none is left."""
        controller = self.window.review.controller
        self.wait(lambda: controller.can_judge() or controller.current is None)

    # keys and clicks

    def press(self, *keys: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press keys one after the other, wherever the keyboard is."""
        for key in keys:
            QTest.keyClick(self._keyboard(), key, held)
            self.keys += 1
            self.rest(0.05)

    def write(self, text: str) -> None:
        """Type a text into the field that has the keyboard."""
        for character in text:
            QTest.keyClick(self._keyboard(), character)
            self.typed += 1

    def fill(self, field: QWidget, text: str) -> None:
        """Click into a field and replace its text."""
        self.click(field)
        field.setFocus()
        QTest.keyClick(self._keyboard(), Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
        self.keys += 1
        self.write(text)

    def click(self, widget: QWidget, at: QPoint | None = None) -> None:
        """Click a widget, in its middle unless told otherwise."""
        assert widget.isVisible(), f"{self._name}: {widget} cannot be clicked, it is hidden"
        QTest.mouseClick(
            widget, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier, at or widget.rect().center()
        )
        self.clicks += 1
        self.rest(0.05)

    def page(self, page: Page) -> None:
        """Click the button of a page in the top bar."""
        buttons = self.window.bar._pages
        place = buttons.itemAt(self.window.pages.indexOf(page))
        widget = None if place is None else place.widget()
        assert widget is not None
        self.click(widget)
        self.rest()

    # dialogs

    def during(self, act: Callable[[], object], answer: Callable[[QWidget], None]) -> None:
        """Do something that opens a dialog, and answer the dialog."""
        answered: list[QWidget] = []

        def look() -> None:
            dialog = QApplication.activeModalWidget()
            if answered or dialog is None or not dialog.isVisible():
                return
            answered.append(dialog)
            timer.stop()
            try:
                dialog.activateWindow()
                self.wait(dialog.isActiveWindow)
                answer(dialog)
            except Exception as error:  # it would be lost in the loop of the dialog
                self._error = error
            if dialog is QApplication.activeModalWidget() and isinstance(dialog, QDialog):
                dialog.reject()

        timer = QTimer()
        timer.timeout.connect(look)
        timer.start(_LOOK_MS)
        act()
        self.wait(lambda: bool(answered) and (self._error is not None or QApplication.activeModalWidget() is None))
        if self.window.turing.runner is None:  # a session has windows of its own
            self._activate()
        if self._error is not None:
            raise self._error

    def choose_path(self, act: Callable[[], object], path: Path) -> None:
        """Do something that opens a file dialog, and type a path into it."""

        def answer(dialog: QWidget) -> None:
            assert isinstance(dialog, QFileDialog)
            field = dialog.findChild(QLineEdit, "fileNameEdit")
            assert field is not None
            field.setCompleter(None)  # its list opens again at each character
            self.fill(field, str(path))
            self.press(Qt.Key.Key_Return)

        self.during(act, answer)

    def look_at(self, act: Callable[[], object], name: str) -> None:
        """Do something that opens a dialog, take its picture and close it with Esc."""

        def answer(_dialog: QWidget) -> None:
            self.picture(name)
            self.press(Qt.Key.Key_Escape)

        self.during(act, answer)

    def menu(self, name: str) -> None:
        """Open the menu with F10, take its picture and close it; the program waits for the menu meanwhile."""

        def look() -> None:
            popup = QApplication.activePopupWidget()
            assert isinstance(popup, QMenu)
            self.picture(name)
            popup.close()

        QTimer.singleShot(300, look)
        QTest.keyClick(self._keyboard(), Qt.Key.Key_F10)
        self.rest()

    # pictures

    def picture(self, name: str) -> None:
        """Take a picture of the screen once nothing moves, and note what is cut off or still English."""
        self.rest()
        self._taken += 1
        shown = QApplication.activeModalWidget() or self.window
        where = f"{self._name}-{self._taken:02d}-{name}"
        faults = cut_off(shown)
        for _ in range(_LOOKS):  # a busy machine takes its time to lay out what has just come
            if not faults:
                break
            self.rest(0.5)
            faults = cut_off(shown)
        self.faults += [f"{where}: {fault}" for fault in faults]
        if not self.english:
            self.faults += [f"{where}: English: {text!r}" for text in _english(spoken(shown).values())]
        screen = self.window.screen().geometry()
        frame = shown.frameGeometry()
        if not screen.contains(frame):
            self.faults.append(f"{where}: {type(shown).__name__} reaches beyond the screen: {frame.getRect()}")
        if self._pictures is not None:
            self._pictures.mkdir(parents=True, exist_ok=True)
            self.window.screen().grabWindow(0).save(str(self._pictures / f"{where}.png"))

    def leave(self) -> None:
        """Close the window and print the faults."""
        self.window.close()
        self.window.deleteLater()
        self.station.deleteLater()
        self.application.processEvents()
        for fault in dict.fromkeys(self.faults):
            sys.stdout.write(f"{fault}\n")
        sys.stdout.write(f"{self._name}: {self._taken} pictures, {len(self.faults)} faults\n")
        sys.stdout.flush()

    def _keyboard(self) -> QWindow:
        """The window to which a keyboard would send its keys."""
        popup, modal = QApplication.activePopupWidget(), QApplication.activeModalWidget()
        owner = popup or modal
        window = QApplication.focusWindow() if owner is None else owner.windowHandle()
        if window is None:
            self._activate()
            window = self.window.windowHandle()
        return window

    def _activate(self) -> None:
        """Give the window the keyboard, as a window manager would."""

        def active() -> bool:
            if not self.window.isActiveWindow() and QApplication.activeModalWidget() is None:
                self.window.activateWindow()
            return self.window.isActiveWindow() or QApplication.activeModalWidget() is not None

        self.wait(active)


def _english(texts: Iterable[str]) -> list[str]:
    return [text for text in dict.fromkeys(texts) if _ENGLISH.search(_PATH.sub("", text))]
