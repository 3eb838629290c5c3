"""Count of keys that work while they are held, with the real window and the key repeat of a real X server.

    xvfb-run -a -s "-screen 0 1366x768x24" env QT_QPA_PLATFORM=xcb python tests/bench/bench_held_keys.py \\
        [--times 50] [--load 0 4]

XTEST presses the keys, as a keyboard does, and the X server repeats them. An effect (B, R, V) is right if it lasts
without a gap until its key is let go, and ends then. Esc is right if it stops a session of the Visual Turing Test after
three seconds, and a shorter Esc if it does not. ``--load n`` runs n busy processes at the same time.
"""

from __future__ import annotations

import argparse
import ctypes
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QEvent, QEventLoop, QObject, Qt, QTimer
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QApplication

sys.path.insert(0, str(Path(__file__).parents[1]))
from bench.bench_turing import BUSY, plan_of, reader, say
from gui.fakes import DrawnBoardInspector, draw_board
from gui.turing_person import PIN, Person

from vqganodip.turing.session.state_machine import SessionState
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.turing.runner import ESCAPE_S, SessionRunner, SessionSetup

EFFECT_S = 1.3
"""Time that an effect is held: the server repeats a key after 0.66 s, 25 times a second."""

LATE_S = 1.5
"""Time after which a session that Esc should stop counts as not stopped."""

PATIENCE_S = 30.0


class Keyboard:
    """Keyboard of the X server, pressed through XTEST."""

    def __init__(self) -> None:
        self._x, self._test = ctypes.CDLL("libX11.so.6"), ctypes.CDLL("libXtst.so.6")
        self._x.XOpenDisplay.restype = ctypes.c_void_p
        self._x.XStringToKeysym.restype = ctypes.c_ulong
        self._display = ctypes.c_void_p(self._x.XOpenDisplay(None))

    def set(self, key: str, down: bool) -> None:
        code = self._x.XKeysymToKeycode(self._display, ctypes.c_ulong(self._x.XStringToKeysym(key.encode())))
        self._test.XTestFakeKeyEvent(self._display, ctypes.c_uint(code), ctypes.c_int(down), ctypes.c_ulong(0))
        self._x.XFlush(self._display)


class Repeats(QObject):
    """Count of the key presses that reached a window, and of those that Qt marked as repeats."""

    seen = marked = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        kinds = (QEvent.Type.ShortcutOverride,)
        if isinstance(event, QKeyEvent) and event.type() in kinds and watched.isWindowType():
            self.seen += 1
            self.marked += event.isAutoRepeat()
        return False


def rest(seconds: float) -> None:
    """Run the event loop for some time."""
    loop, timer = QEventLoop(), QTimer()
    timer.setTimerType(Qt.TimerType.PreciseTimer)
    timer.setSingleShot(True)
    timer.timeout.connect(loop.quit)
    timer.start(round(1000 * seconds))
    loop.exec()


def until(condition: Callable[[], bool], seconds: float = PATIENCE_S) -> bool:
    """Run the event loop until a condition holds; False if it does not in this time."""
    end = time.perf_counter() + seconds
    while not condition():
        if time.perf_counter() > end:
            return False
        rest(0.01)
    return True


@contextmanager
def busy(load: int) -> Iterator[None]:
    processes = [subprocess.Popen([sys.executable, "-c", BUSY]) for _ in range(load)]
    try:
        yield
    finally:
        for process in processes:
            process.kill()
            process.wait()


def effects(station: Station, keyboard: Keyboard, key: str, times: int) -> int:
    """Hold the key of an effect; return how often the effect was right."""
    panels, right = station.window.review.panels, 0
    ended: list[float] = []
    count = lambda: ended.append(time.perf_counter())  # noqa: E731
    station.window.input.effect_ended.connect(count)
    for _ in range(times):
        ended.clear()
        keyboard.set(key, True)
        began = until(lambda: panels.effect() is not None)
        rest(EFFECT_S)
        lasted = not ended and panels.effect() is not None
        keyboard.set(key, False)
        right += began and lasted and until(lambda: panels.effect() is None)
        rest(0.1)
    station.window.input.effect_ended.disconnect(count)
    return right


def escapes(runner: SessionRunner, keyboard: Keyboard, times: int, held_s: float, stops: bool) -> int:
    """Hold Esc between two images; return how often it stopped the session, or did not, as it should."""
    right = 0
    for _ in range(times):
        began = time.perf_counter()
        keyboard.set("Escape", True)
        stopped = until(lambda: runner.session.state is SessionState.INTERRUPTED, held_s)
        keyboard.set("Escape", False)
        right += stopped is stops and (not stops or time.perf_counter() - began >= ESCAPE_S)
        rest(0.2)
        if runner.session.state is SessionState.INTERRUPTED:
            runner.go_on()
            until(lambda: runner.session.state is SessionState.READY and QApplication.focusWindow() is runner.surface)
    return right


def open_station(application: QApplication, folder: Path) -> Station:
    (folder / "boards").mkdir()
    (folder / "bundle").mkdir()
    draw_board(folder / "boards" / "SN1.png", 0.8, seed=1)
    settings = Settings(folder / "window.json")
    settings.set("operator", "bench")
    places = StartOptions(folder / "ws", folder / "bundle", folder / "boards")
    station = Station(application, places, settings, opener=DrawnBoardInspector.open)
    station.start()
    until(lambda: station.window.review.controller.can_judge() and not station.engine.busy())
    station.window.activateWindow()
    until(station.window.isActiveWindow)
    return station


def open_session(application: QApplication, folder: Path) -> SessionRunner:
    """A session that waits for the first image."""
    read: object = reader(256)
    setup = SessionSetup(
        "P001",
        plan_of(20),
        read,  # type: ignore[arg-type]
        folder / "journal.jsonl",
        application.primaryScreen(),
        PIN,
        "bench",
        raster=True,
    )
    runner = SessionRunner(setup)
    person = Person(runner)
    runner.start()
    until(lambda: runner.session.state is SessionState.READY and QApplication.focusWindow() is runner.surface)
    person.stop()
    return runner


def main() -> None:
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--times", type=int, default=50)
    parser.add_argument("--load", type=int, nargs="+", default=[0, 4], help="busy processes")
    asked = parser.parse_args()
    application = QApplication([])
    keyboard, repeats = Keyboard(), Repeats()
    application.installEventFilter(repeats)
    for load in asked.load:
        with busy(load), tempfile.TemporaryDirectory() as name:
            say(f"{load} busy processes, {os.cpu_count()} cores, load average before {os.getloadavg()[0]:.1f}")
            station = open_station(application, Path(name))
            for key in ("b", "r", "v"):
                say(f"load {load}: {key.upper()} right {effects(station, keyboard, key, asked.times)} of {asked.times}")
            station.window.close()
            runner = open_session(application, Path(name))
            right = escapes(runner, keyboard, asked.times, ESCAPE_S + LATE_S, stops=True)
            say(f"load {load}: Esc held for three seconds stopped {right} of {asked.times}")
            right = escapes(runner, keyboard, asked.times // 5, EFFECT_S, stops=False)
            say(f"load {load}: Esc held for {EFFECT_S} s stopped nothing {right} of {asked.times // 5}")
            runner.close()
            say(f"load {load}: {repeats.marked} of {repeats.seen} presses were marked as repeats")
            repeats.seen = repeats.marked = 0


if __name__ == "__main__":
    main()
