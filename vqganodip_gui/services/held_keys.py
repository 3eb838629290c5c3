"""Keys that are held down, told apart from the repeats that the system sends for them.

X11 repeats a held key as a release and a press with the same time stamp. Qt marks such a pair as a repeat only if both
have arrived when it looks, which on a busy machine is often not the case: then a held key looks like one that is
pressed again and again. A release counts here once no press of the same time has followed.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from PySide6.QtCore import QElapsedTimer, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent

WAIT_MS: Final = 80
"""Time in which the press of a repeat follows its release; 30 ms were too short on a busy machine."""

_LATE_MS: Final = 10
_LONGEST_MS: Final = 240
"""A wait that ends late shows that the machine is busy: then the press may be late too, and the wait begins again."""

_SHORTEST_MS: Final = 90
"""A key that is released sooner was struck: no system repeats a key before it was held for longer."""


@dataclass(slots=True)
class _Down:
    """A key that is down: the times of its first and its last press, and of a release that may be one of a repeat."""

    since: int
    pressed: int
    released: int | None = None


class HeldKeys(QObject):
    """The keys that are down, from their presses and releases; an event may be reported by every widget it passes.

    Args:
        parent: Parent object.
        wait_ms: How long a release waits for a press of the same time.

    Signals:
        released: A key was let go, or the keyboard went elsewhere while it was held; its number as in ``number_of``.
    """

    released = Signal(int)

    def __init__(self, parent: QObject | None = None, wait_ms: int = WAIT_MS) -> None:
        super().__init__(parent)
        self._wait_ms, self._waits = wait_ms, 0
        self._clock = QElapsedTimer()
        self._down: dict[int, _Down] = {}
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setTimerType(Qt.TimerType.PreciseTimer)
        self._wait.timeout.connect(self._waited)
        self._turn = QTimer(self)  # fires after the events that have arrived meanwhile
        self._turn.setSingleShot(True)
        self._turn.setInterval(0)
        self._turn.timeout.connect(self._settle)

    def press(self, event: QKeyEvent) -> bool:
        """Take a press. True if the key went down, False if this is a repeat of a key that is held."""
        number, time = number_of(event), event.timestamp()
        down = self._down.get(number)
        if down is None or (down.released is not None and down.released != time):
            if down is not None:  # let go and pressed again at once
                self._let_go(number)
            self._down[number] = _Down(time, time)
            return not event.isAutoRepeat()
        if down.released is None and down.pressed != time and not event.isAutoRepeat():
            self._down[number] = _Down(time, time)  # its release went to another program
            return True
        down.pressed, down.released = time, None
        if all(other.released is None for other in self._down.values()):
            self._wait.stop()  # or it would end the wait of the next release too early
            self._turn.stop()
        return down.since == time

    def release(self, event: QKeyEvent) -> None:
        """Take a release; ``released`` follows unless it is one of a repeat."""
        number, time = number_of(event), event.timestamp()
        down = self._down.get(number)
        if down is None or event.isAutoRepeat():
            return
        if time - down.since < _SHORTEST_MS:
            self._let_go(number)
            return
        if down.released != time:
            down.released, self._waits = time, 0
            self._start_wait()

    def release_all(self) -> None:
        """End all keys: the keyboard is elsewhere now, and releases go there."""
        for number in tuple(self._down):
            self._let_go(number)

    def last(self) -> int | None:
        """The number of the key that went down last and is still held."""
        return next(reversed(self._down), None)

    def is_repeat(self, event: QKeyEvent) -> bool:
        """True for a press that was taken as a repeat."""
        down = self._down.get(number_of(event))
        return event.isAutoRepeat() or (down is not None and down.pressed == event.timestamp() != down.since)

    def _start_wait(self) -> None:
        self._turn.stop()
        self._clock.start()
        self._wait.start(self._wait_ms)

    def _waited(self) -> None:
        self._waits += 1
        late = self._clock.elapsed() >= self._wait_ms + _LATE_MS
        if late and self._waits * self._wait_ms < _LONGEST_MS:
            self._start_wait()
        else:
            self._turn.start()

    def _settle(self) -> None:
        for number, down in tuple(self._down.items()):
            if down.released is not None:
                self._let_go(number)

    def _let_go(self, number: int) -> None:
        del self._down[number]
        self.released.emit(number)


def number_of(event: QKeyEvent) -> int:
    """The number of a key, the same for its press and its release whatever Shift does to its character."""
    return event.nativeScanCode() or int(event.key())
