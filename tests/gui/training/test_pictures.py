"""The pictures of the model page: a training on rendered boards from the folder to the model in use, light and dark.

    VQGANODIP_PICTURES=build/pictures pytest -m long tests/gui/training/test_pictures.py

It also prints the longest time for which the window did not respond during the training.
"""

from __future__ import annotations

import dataclasses
import json
import os
import sys
import time
from pathlib import Path

import pytest
from gui.conftest import Stations
from gui.waiting import wait_until
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from vqganodip.datasets.synthetic.dataset import RenderedLine, write_line
from vqganodip_gui.headless.screenshots import Screenshots
from vqganodip_gui.training.job_controller import Phase
from vqganodip_gui.training.stage_bar import StageName
from vqganodip_gui.widgets.theme import Theme

pytestmark = [pytest.mark.long, pytest.mark.qt_log_ignore("This plugin does not support")]

STEPS = 120
LARGEST = 400_000


class Heart:
    """Beats every 10 ms, and remembers the longest pause: that long the window did not answer."""

    def __init__(self) -> None:
        self.longest_ms = 0.0
        self._last = time.monotonic()
        self._timer = QTimer()
        self._timer.setInterval(10)
        self._timer.timeout.connect(self._beat)
        self._timer.start()

    def _beat(self) -> None:
        now = time.monotonic()
        self.longest_ms = max(self.longest_ms, 1000 * (now - self._last))
        self._last = now

    def forget(self) -> None:
        self.longest_ms, self._last = 0.0, time.monotonic()


def test_that_the_pictures_of_the_model_page_are_made_and_the_window_stays_with_its_user(
    stations: Stations, qapp: QApplication, tmp_path: Path, qtbot: QtBot
) -> None:
    line = tmp_path / "gearbox"
    write_line(line, RenderedLine("gearbox", 3, train=24, mask=0, good=8, defective=8, size=512))
    album = Screenshots(qapp, Path(os.environ.get("VQGANODIP_PICTURES") or tmp_path / "pictures"))
    station = stations.start(bundle=False)
    station.window.resize(1366, 768)
    page, jobs = station.window.training, station.window.training.jobs

    def keep(name: str) -> None:
        for theme in (Theme.LIGHT, Theme.DARK):
            station.settings.set("theme", theme.value)
            album.pause(0.4)
            path = album.out / f"model-{name}-{theme.value}.jpg"
            assert station.window.grab().save(str(path), "JPG", 88)
            assert 4_000 < path.stat().st_size < LARGEST, f"{path.name}: {path.stat().st_size} bytes"

    station.window.pages.setCurrentWidget(page)
    keep("empty")
    page.choose(line)
    wait_until(qtbot, lambda: jobs.dataset is not None)
    page.show_stage(StageName.DATA)
    keep("data")
    page.show_stage(StageName.TRAIN)
    keep("form")
    assert page.stages is not None
    request = page.stages.form.request(line, "M. L.")
    assert request is not None
    heart = Heart()
    jobs.start(dataclasses.replace(request, minutes=None, steps=STEPS))
    wait_until(qtbot, lambda: "foreign" in jobs.progress.stages and jobs.progress.stages["foreign"].share > 0.3)
    first = heart.longest_ms
    keep("training-begins")
    heart.forget()
    wait_until(
        qtbot, lambda: "reconstruction" in jobs.progress.stages and jobs.progress.stages["reconstruction"].share > 0.7
    )
    second = heart.longest_ms
    keep("training")
    wait_until(qtbot, lambda: jobs.phase is Phase.FITTING and bool(jobs.progress.stages))
    keep("fitting")
    wait_until(qtbot, lambda: jobs.phase is Phase.FITTED)
    wait_until(qtbot, lambda: page.summary is not None and page.summary.calibration is not None)
    for name in (StageName.MASK, StageName.METRICS, StageName.CLASSIFIERS, StageName.THRESHOLD):
        page.show_stage(name)
        keep(f"done-{name}")
    page.tabs.setCurrentIndex(1)
    wait_until(qtbot, lambda: page.model_list is not None and bool(page.model_list.entries))
    keep("models")
    begin = next(line for line in (request.run_folder / "train.jsonl").read_text().splitlines() if '"begin"' in line)
    assert json.loads(begin)["pid"] != os.getpid(), "no step of the training keeps the window"
    said = f"away from its user at most {first:.0f} ms, with the curves {second:.0f} ms"
    sys.stderr.write(f"{said} (asked on two idle cores: 400 ms)\n")
