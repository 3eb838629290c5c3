"""Barcode scanner that types like a keyboard: its bursts are recognised and never judge a board."""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

from vqganodip_gui.services.held_keys import HeldKeys

GAP_S: Final = 0.035
"""Scanners send a key every few milliseconds; people are slower, and repeats of a held key are known as such."""

SHORTEST: Final = 4
"""Length from which a burst is a scan, whether Enter ends it or not."""

_ENDS: Final = (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Tab)
_PLAIN: Final = Qt.KeyboardModifier.ShiftModifier | Qt.KeyboardModifier.KeypadModifier


class BarcodeScanner(QObject):
    """Event filter of the application that recognises scans.

    With ``holds`` every plain key is held back for ``GAP_S``, so that no key of a scan does anything. Without it,
    the first key of a scan has acted before the second one reveals the scan; ``scan_leaked`` reports that.
    """

    scanned = Signal(str)
    scan_leaked = Signal(str)

    def __init__(
        self,
        watches: Callable[[], bool],
        replay: Callable[[QKeyEvent], None],
        parent: QObject | None = None,
        clock: Callable[[QKeyEvent], float] = lambda event: event.timestamp() / 1000,
        held: HeldKeys | None = None,
    ) -> None:
        super().__init__(parent)
        self._keys = held or HeldKeys(self)  # the owner reports presses and releases to them
        self.holds_keys = False
        self._watches = watches
        self._replay = replay
        self.clock = clock
        """Time of a key press in seconds, by the time stamp of the system."""
        self._text = ""
        self._held: list[QKeyEvent] = []
        self._passed = False
        self._taken = False
        self._last = -1.0
        self._pause = QTimer(self)
        self._pause.setSingleShot(True)
        self._pause.setTimerType(Qt.TimerType.PreciseTimer)
        self._pause.setInterval(round(GAP_S * 1000))
        self._pause.timeout.connect(self._settle)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        # # a key reaches the window first; consumed there, it reaches no shortcut and no field
        if not isinstance(event, QKeyEvent) or not watched.isWindowType() or self._keys.is_repeat(event):
            return False
        kind = event.type()
        if kind is QEvent.Type.ShortcutOverride:
            self._taken = self._watches() and self._takes(event)
            event.setAccepted(self._taken)
            return self._taken
        if kind is QEvent.Type.KeyPress and self._taken:
            self._taken = False
            self._hold(event)
            return True
        if kind is QEvent.Type.KeyRelease and self._held and _is_plain(event):
            self._held.append(event.clone())  # # a release follows its press
            return True
        return False

    def _takes(self, event: QKeyEvent) -> bool:
        """True if the key is held back: every plain key, or only those that follow at the pace of a scanner."""
        burst = bool(self._text) and self.clock(event) - self._last <= GAP_S
        if not burst:
            self._settle()
        if event.key() in _ENDS:
            return burst and len(self._text) >= SHORTEST
        if not _is_plain(event):
            return False
        if self.holds_keys or burst:
            return True
        self._text, self._last, self._passed = event.text(), self.clock(event), True
        return False

    def _hold(self, event: QKeyEvent) -> None:
        if event.key() in _ENDS:
            self._settle()
            return
        self._text += event.text()
        self._held.append(event.clone())
        self._last = self.clock(event)
        self._pause.start()

    def _settle(self) -> None:
        """End the burst: report a scan, or deliver the keys of a person."""
        self._pause.stop()
        text, held, passed = self._text, self._held, self._passed
        self._text, self._held, self._passed = "", [], False
        if len(text) >= SHORTEST:
            (self.scan_leaked if passed else self.scanned).emit(text)
            return
        for event in held:
            self._replay(event)


def _is_plain(event: QKeyEvent) -> bool:
    return bool(event.text()) and event.text().isprintable() and not (event.modifiers() & ~_PLAIN)
