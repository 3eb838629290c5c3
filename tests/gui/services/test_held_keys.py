"""Keys that are held: X11 repeats them as a release and a press of the same time, which Qt does not always mark."""

from __future__ import annotations

from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.waiting import settle, turn, wait_until
from PySide6.QtCore import QCoreApplication, QEvent, Qt
from PySide6.QtGui import QKeyEvent
from pytestqt.qtbot import QtBot

from vqganodip.review.judgments import JudgmentKind
from vqganodip_gui.app import Station
from vqganodip_gui.services.held_keys import HeldKeys
from vqganodip_gui.services.settings import Settings

Key = Qt.Key
DOWN, UP = QEvent.Type.KeyPress, QEvent.Type.KeyRelease


def event(kind: QEvent.Type, key: Qt.Key, at_ms: int, marked: bool = False) -> QKeyEvent:
    made = QKeyEvent(kind, key, Qt.KeyboardModifier.NoModifier, chr(key) if key < 256 else "", marked)
    made.setTimestamp(at_ms)
    return made


class Hand:
    """A finger on a key, with repeats as the X server sends them after 600 ms."""

    def __init__(self, station: Station, name: str, key: Qt.Key) -> None:
        self.station, self.key, self.name, self.now = station, key, name, 10_000

    def _send(self, kind: QEvent.Type, marked: bool = False) -> None:
        window = self.station.window
        seen = QEvent.Type.ShortcutOverride if kind is DOWN else kind
        taken = window.input.eventFilter(window.windowHandle(), event(seen, self.key, self.now, marked))
        action = window.actions_by_name[self.name]
        if taken and kind is DOWN:
            window.input.eventFilter(window.windowHandle(), event(kind, self.key, self.now, marked))
        elif kind is DOWN and (action.autoRepeat() or not marked):
            action.trigger()  # as the shortcut does before the key itself is sent

    def press(self) -> None:
        self._send(DOWN)
        turn()

    def repeat(self, times: int, marked: bool = False) -> None:
        for number in range(times):
            self.now += 600 if not number else 33
            self._send(UP, marked)
            self._send(DOWN, marked)
            turn()

    def release(self) -> None:
        self.now += 600
        self._send(UP)


@pytest.fixture
def keys(qtbot: QtBot) -> HeldKeys:
    return HeldKeys()


def test_that_a_pair_of_one_time_stamp_is_a_repeat_and_a_release_alone_is_not(qtbot: QtBot, keys: HeldKeys) -> None:
    let_go: list[int] = []
    keys.released.connect(let_go.append)
    assert keys.press(event(DOWN, Key.Key_B, 1000))
    for at_ms in (1600, 1633, 1666):
        keys.release(event(UP, Key.Key_B, at_ms))
        again = event(DOWN, Key.Key_B, at_ms)
        assert not keys.press(again)
        assert keys.is_repeat(again)
    assert keys.last() == Key.Key_B
    assert not keys._wait.isActive() or not let_go
    keys.release(event(UP, Key.Key_B, 1690))
    assert let_go == [], "a press of the same time may follow"
    assert keys._wait.timerType() is Qt.TimerType.PreciseTimer
    wait_until(qtbot, lambda: let_go == [Key.Key_B])
    assert keys.last() is None


def test_that_a_key_pressed_again_at_once_was_let_go_before(keys: HeldKeys) -> None:
    let_go: list[int] = []
    keys.released.connect(let_go.append)
    assert keys.press(event(DOWN, Key.Key_2, 1000))
    keys.release(event(UP, Key.Key_2, 1080))
    assert keys.press(event(DOWN, Key.Key_2, 1095))
    assert let_go == [Key.Key_2]
    keys.release(event(UP, Key.Key_2, 1097))
    assert let_go == [Key.Key_2, Key.Key_2], "nothing repeats a key that was struck so briefly"


def test_that_each_widget_may_report_the_same_event(keys: HeldKeys) -> None:
    assert all(keys.press(event(DOWN, Key.Key_V, 1000)) for _ in range(3))
    assert not any(keys.press(event(DOWN, Key.Key_V, 1600, marked=True)) for _ in range(3))
    assert keys.press(event(DOWN, Key.Key_V, 9000)), "its release went to another program"


@pytest.mark.parametrize("marked", [True, False], ids=["marked", "unmarked"])
@pytest.mark.parametrize(
    ("name", "key"), [("blink", Key.Key_B), ("replace_regions", Key.Key_R), ("overlay", Key.Key_V)]
)
def test_that_an_effect_lasts_as_long_as_its_key_is_held(
    stations: Stations, boards: Path, qtbot: QtBot, name: str, key: Qt.Key, marked: bool
) -> None:
    panels = (station := stations.reviewing(boards)).window.review.panels
    hand, seen = Hand(station, name, key), []
    hand.press()
    begun = panels.effect()
    assert begun is not None
    station.window.input.effect_ended.connect(lambda: seen.append("ended"))
    hand.repeat(12, marked)
    settle(qtbot, station)
    assert (panels.effect(), seen) == (begun, [])
    hand.release()
    wait_until(qtbot, lambda: panels.effect() is None)
    assert seen == ["ended"]


def test_that_an_effect_ends_when_the_keyboard_goes_elsewhere(stations: Stations, boards: Path, qtbot: QtBot) -> None:
    station = stations.reviewing(boards)
    hand = Hand(station, "blink", Key.Key_B)
    hand.press()
    station.window.input._state_changed(Qt.ApplicationState.ApplicationInactive)
    assert station.window.review.panels.effect() is None
    assert station.window.input.held.last() is None


@pytest.mark.parametrize("scanner", [False, True], ids=["no scanner", "scanner"])
def test_that_a_judging_key_that_is_held_judges_one_board(
    stations: Stations, boards: Path, settings: Settings, qtbot: QtBot, scanner: bool
) -> None:
    settings.set("scanner", scanner)
    station = stations.reviewing(boards)
    controller = station.window.review.controller
    hand = Hand(station, "judge_ng", Key.Key_2)
    hand.press()
    for _ in range(3):
        wait_until(qtbot, controller.can_judge)
        hand.repeat(2)
        settle(qtbot, station)
    assert [j.kind for j in station.context.workspace.repository.judgments()] == [JudgmentKind.NG]  # type: ignore[union-attr]


def test_that_the_band_of_the_threshold_page_is_toggled_once_by_a_held_key(
    stations: Stations, boards: Path, qtbot: QtBot, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = stations.start(boards).window.threshold
    wanted: list[bool] = []
    monkeypatch.setattr(page, "set_band", wanted.append)
    QCoreApplication.sendEvent(page, event(DOWN, Key.Key_B, 1000))
    for at_ms in (1600, 1633):
        QCoreApplication.sendEvent(page, event(UP, Key.Key_B, at_ms))
        QCoreApplication.sendEvent(page, event(DOWN, Key.Key_B, at_ms))
    assert wanted == [True]
