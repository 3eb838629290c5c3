"""The screen shows the pixels of the file at every scaling; all timers are precise, and no file name leaks."""

from __future__ import annotations

import ast
import os
import subprocess
import sys
import threading
from pathlib import Path

import numpy as np
import pytest
from gui import turing_grab
from gui.waiting import HANG_GUARD_S, turn, wait_until
from PySide6.QtCore import QSize
from pytestqt.qtbot import QtBot

from vqganodip.errors import TuringError
from vqganodip.turing.session.ports import Scene, SceneKind
from vqganodip_gui import turing
from vqganodip_gui.turing import preflight_checks, text_screens
from vqganodip_gui.turing.clock import RealClock
from vqganodip_gui.turing.refresh_rate import judge_frames
from vqganodip_gui.turing.stimuli import Stimuli

PACKAGE = Path(turing.__file__).parent


@pytest.mark.parametrize("scale", ["1", "1.25", "1.5", "2"])
def test_that_the_screen_shows_the_stimulus_bit_by_bit_on_neutral_grey(scale: str) -> None:
    kinds = ["raster"] if os.environ.get("QT_QPA_PLATFORM") == "offscreen" else ["raster", "gl"]
    for kind in kinds:
        found = subprocess.run(
            [sys.executable, turing_grab.__file__, kind],
            env={**os.environ, "QT_SCALE_FACTOR": scale, "PYTHONPATH": os.pathsep.join(sys.path)},
            capture_output=True,
            text=True,
            timeout=HANG_GUARD_S,
            check=False,
        )
        assert found.returncode == 0, found.stderr
        source, ratio, _size, stamps, differing = found.stdout.split()
        assert source == {"raster": "repaint", "gl": "swap"}[kind]
        assert (float(ratio), stamps, differing) == (float(scale), "1", "0"), found.stdout


def test_that_no_interval_of_the_protocol_comes_from_a_coarse_timer() -> None:
    for file in PACKAGE.glob("*.py"):
        code = file.read_text(encoding="utf-8")
        tree = ast.parse(code)
        calls = [node for node in ast.walk(tree) if isinstance(node, ast.Call)]
        names = [ast.unparse(call.func) for call in calls]
        assert not [name for name in names if "singleShot" in name or name.endswith("startTimer")], file.name
        assert names.count("QTimer") == code.count("setTimerType(Qt.TimerType.PreciseTimer)"), file.name
        assert "time.sleep" not in code, file.name


def test_that_a_wake_up_call_never_comes_early_and_can_be_taken_back(qtbot: QtBot) -> None:
    clock = RealClock()
    late: list[float] = []
    begin = clock.now()
    for step in range(1, 60):
        when = begin + 0.0113 * step
        clock.call_at(when, lambda when=when: late.append(clock.now() - when))
    cancelled = clock.call_at(begin + 0.1, lambda: late.append(-1.0))
    cancelled.cancel()
    cancelled.cancel()
    wait_until(qtbot, lambda: len(late) == 59)
    turn()
    assert len(late) == 59, "the one that was taken back was due long before the last"
    assert min(late) >= 0.0


def test_that_frames_that_nothing_holds_back_are_not_verified() -> None:
    assert not judge_frames([5.5] * 130, 60.0, "swap").verified
    assert "vsync NOT verified" in preflight_checks.check_refresh(judge_frames([5.5] * 130, 60.0, "swap")).result
    assert not judge_frames([16.67] * 130, 60.0, "repaint").verified, "painting is no proof"
    assert not judge_frames([16.67, 33.3] * 65, 60.0, "swap").verified
    assert not judge_frames([], 60.0, "swap").verified
    good = judge_frames([16.6, 16.7, 16.68] * 43, 60.0, "swap")
    assert good.verified
    assert good.refresh_hz == pytest.approx(59.88, abs=0.1)
    assert judge_frames([5.5] * 130, 60.0, "swap").refresh_hz == 60.0


def test_that_images_that_do_not_fit_are_refused_before_a_session(tmp_path: Path) -> None:
    screen = QSize(1920, 1200)
    fits = preflight_checks.check_size((1024, 1024), screen, 1.25)
    assert fits.passed
    assert (fits.measured["disp_x_px"], fits.measured["disp_y_px"]) == (448, 88)
    assert not preflight_checks.check_size((2048, 1024), screen, 1.0).passed
    huge = preflight_checks.check_size((9000, 8000), QSize(10_000, 10_000), 1.0)
    assert not huge.passed
    assert "memory" in huge.result
    assert preflight_checks.check_disk(tmp_path).measured["fsync_median_ms"] >= 0
    assert not preflight_checks.check_disk(tmp_path / "gone").passed


def test_that_a_failed_check_needs_a_reason_that_is_kept() -> None:
    failed = preflight_checks.Check("vsync", False, "vsync NOT verified", {"refresh_hz": 60.0})
    with pytest.raises(TuringError, match="did not pass"):
        preflight_checks.record_of((failed,), {"vsync": "  "})
    record = preflight_checks.record_of((failed,), {"vsync": "virtual screen"})
    assert record["overrides"] == ["vsync: virtual screen"]
    assert record["refresh_hz"] == 60.0
    review_state = preflight_checks.check_room(dict.fromkeys(preflight_checks.ROOM, True), 60.0, 300.0)
    assert review_state.passed
    assert review_state.measured["visual_angle_deg"] == pytest.approx(28.07, abs=0.01)
    assert not preflight_checks.check_room({}, 60.0, 300.0).passed


def test_that_an_image_is_never_decoded_in_the_thread_of_the_window(qtbot: QtBot) -> None:
    asked = threading.Event()

    def read(_: str) -> np.ndarray:  # type: ignore[type-arg]
        asked.wait(HANG_GUARD_S)
        return np.zeros((4, 4, 3), np.uint8)

    stimuli = Stimuli(read)
    try:
        with pytest.raises(AssertionError, match="thread of the window"):
            stimuli._make("S-1")
        assert stimuli.ready("S-1") is None, "asking never waits: it is not even read yet"
        asked.set()
        wait_until(qtbot, lambda: stimuli.ready("S-1") is not None)
    finally:
        asked.set()
        stimuli.close()


def test_that_a_running_break_says_minutes_and_seconds_and_nothing_else(qapp: object) -> None:
    assert text_screens.sheet_text(Scene(SceneKind.BREAK, seconds_left=299)) == "04:59"
    assert "space bar" in text_screens.sheet_text(Scene(SceneKind.BREAK))
    assert text_screens.sheet(Scene(SceneKind.GREY), QSize(800, 600), 1.0) is None
    image = text_screens.sheet(Scene(SceneKind.READY, block=1), QSize(800, 600), 1.5)
    assert image is not None
    assert image.pixelColor(0, 0).getRgb()[:3] == (128, 128, 128)
    assert image.devicePixelRatio() == 1.0
