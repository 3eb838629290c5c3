"""Benchmark of the window: from the judgment key to the next painted board, long queues, boards of 100 megapixels.

    python tests/bench/bench_window.py [--boards 200] [--rows 100000] [--megapixels 100]
        [--only stages|latency|queue|large|engine] [--fifth none|nearest] [--images FOLDER --bundle DIR]

Everything is real (window, SQLite workspace, PNG panels on the disk, judgments written before the next board appears).
The engine runs only in the part ``engine``, which needs boards and a bundle for them. Without a screen:
QT_QPA_PLATFORM=offscreen.
"""

from __future__ import annotations

import argparse
import hashlib
import itertools
import os
import sqlite3
import sys
import tempfile
import time
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

import numpy as np
from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QObject, QPointF, Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from vqganodip.records import Candidate, Inspection, Panels, Region, Verdict, Weighting
from vqganodip.store.panels import PanelStore, panel_key
from vqganodip.store.workspace import open_workspace
from vqganodip.types import Box
from vqganodip_gui.app import StartOptions, Station
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.viewer.image_pyramid import board_pictures
from vqganodip_gui.viewer.panel_grid import PanelName

BUNDLE = hashlib.sha256(b"bench").hexdigest()


class Painted(QObject):
    """Record of the panels painted since it was reset."""

    def __init__(self, station: Station) -> None:
        super().__init__()
        self.seen: set[PanelName] = set()
        self._grid = station.window.review.panels
        self._names: dict[int, PanelName] = {}
        for name, panel in self._grid.panels.items():
            self._names[id(panel.viewport())] = name
            panel.viewport().installEventFilter(self)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() is QEvent.Type.Paint:
            name = self._names[id(watched)]
            # the fifth panel counts once there is a board in it
            if name is not PanelName.GOOD_BOARD or self._grid.good_board().picture is not None:
                self.seen.add(name)
        return False

    def four(self) -> bool:
        """Return True if the four panels of the board have been painted."""
        return set(PanelName) - {PanelName.GOOD_BOARD} <= self.seen


def drawn_panels(side: int, seed: int, fine: int = 1) -> Panels:
    """Panels like those of a board: tracks, pads, parts, grain of a camera; ``fine`` times finer original."""
    rng = np.random.default_rng(seed)
    small = np.full((side, side, 3), (28, 84, 58), np.uint8)
    small[:: max(side // 64, 2)] = (40, 108, 76)
    for x, y in rng.integers(0, side - side // 16, (60, 2)):
        small[y : y + side // 20, x : x + side // 16] = rng.integers(30, 220, 3)
    grain = rng.integers(0, 7, small.shape, dtype=np.uint8)
    original = np.repeat(np.repeat(small + grain, fine, 0), fine, 1) if fine > 1 else small + grain
    raw = np.abs(rng.normal(0, 0.02, (side, side))).astype(np.float32)
    raw[side // 3 : side // 3 + 30, side // 2 : side // 2 + 40] = 0.7
    maps = {Weighting.RAW: raw.clip(0, 1), Weighting.WEIGHTED: (raw * 0.8).clip(0, 1)}
    return Panels(original, small, maps)


def inspection(number: int, side: int) -> Inspection:
    boxes = [Box(40 + 90 * i, 60 + 70 * i, 104 + 90 * i, 124 + 70 * i) for i in range(4)]
    return Inspection(
        image=Path(f"SN{number:06d}.png"),
        sha256=hashlib.sha256(str(number).encode()).hexdigest(),
        bundle_sha256=BUNDLE,
        inspected_at=datetime.now(UTC),
        score=0.999 - (number % 9000) / 20000,
        threshold=0.5,
        verdict=Verdict.REVIEW,
        grid=(side, side),
        transform=(1.0, 0.0, 0.0, 0.0, 1.0, 0.0),
        registration_residual=0.02,
        mm_per_px=0.1,
        candidates=tuple(Candidate(box, 80.0 - i) for i, box in enumerate(boxes)),
        regions=tuple(Region(box, 80.0 - i, 160.0, 2) for i, box in enumerate(boxes)),
        stage_s={"read": 0.1},
    )


def fill(folder: Path, boards: int, side: int) -> None:
    """Make a workspace with this many boards, which share four sets of pictures through hard links."""
    with open_workspace(folder) as workspace:
        stores = []
        for seed in range(4):
            key = hashlib.sha256(f"set {seed}".encode()).hexdigest()
            workspace.panels.write(key, drawn_panels(side, seed))
            stores.append(folder / "panels" / key[:2] / key)
        for number in range(boards):
            item = workspace.repository.add_inspection(inspection(number, side), f"SN{number:06d}")
            key = panel_key(item.inspection)
            place = folder / "panels" / key[:2] / key
            place.mkdir(parents=True)
            for file in stores[number % 4].iterdir():
                os.link(file, place / file.name)


def multiply_rows(database: Path, rows: int) -> None:
    """Copy the first board with SQL until there are enough rows; adding boards is not measured here."""
    with sqlite3.connect(database) as connection:
        columns = {}
        for table in ("boards", "findings", "queue"):
            columns[table] = [row[1] for row in connection.execute(f"PRAGMA table_info({table})")]
        count = connection.execute("SELECT count(*) FROM boards").fetchone()[0]
        changes = {
            "item_id": "n.i",
            "serial": "printf('SN%06d', n.i)",
            "serial_folded": "printf('sn%06d', n.i)",
            "sha256": "printf('%064x', n.i)",
            "score": "0.5 + (n.i % 4999) / 10000.0",
        }
        numbers = f"WITH RECURSIVE n(i) AS (SELECT {count + 1} UNION ALL SELECT i + 1 FROM n WHERE i < {rows})"
        for table, names in columns.items():
            values = ", ".join(changes.get(name, f"b.{name}") for name in names)
            into = f"INSERT INTO {table} ({', '.join(names)}) {numbers}"
            connection.execute(f"{into} SELECT {values} FROM n, {table} b WHERE b.item_id = 1")


def started(application: QApplication, folder: Path, size: tuple[int, int], fifth: str = "none") -> Station:
    settings = Settings(folder / "window.json")
    settings.set("operator", "Bench")
    settings.set("fifth_panel", fifth)
    station = Station(application, StartOptions(folder / "ws"), settings)
    station.window.resize(*size)
    station.start()
    station.window.activateWindow()
    wait(application, lambda: station.window.review.controller.can_judge())
    return station


def wait(application: QApplication, until: Callable[[], bool], seconds: float = 120.0) -> float:
    """Process events until a condition holds; returns the seconds."""
    begin = time.perf_counter()
    # as the application's own loop does: asleep until something happens, so that its threads have the processor
    wakes = QTimer()
    wakes.start(20)
    while not until():
        application.processEvents(QEventLoop.ProcessEventsFlag.WaitForMoreEvents)
        if time.perf_counter() - begin > seconds:
            raise TimeoutError("the window did not reach the expected state")
    return time.perf_counter() - begin


def closed(application: QApplication, station: Station) -> None:
    """Close a station and process its deferred events while its workspace still exists."""
    station.window.close()
    station.window.deleteLater()
    station.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)
    application.processEvents()


def rest(application: QApplication, station: Station) -> None:
    """Until nothing is under way: what a person's pause of a few tenths of a second gives."""
    end = time.perf_counter() + 0.1
    wait(application, lambda: time.perf_counter() > end and not station.tasks.busy())
    application.processEvents()


def say(what: str, values: list[float], asked: str) -> None:
    ms = np.asarray(values) * 1000
    sys.stdout.write(
        f"{what}: median {np.median(ms):.1f} ms, p95 {np.percentile(ms, 95):.1f} ms, most {ms.max():.1f} ms "
        f"over {len(ms)} (asked: {asked})\n"
    )


def bench_latency(application: QApplication, folder: Path, boards: int, fifth: str) -> None:
    fill(folder / "ws", 2 * boards + 2, 1024)
    station = started(application, folder, (1366, 768), fifth)
    painted, controller = Painted(station), station.window.review.controller

    def judged(prefetched: bool) -> float:
        rest(application, station)
        if not prefetched:
            controller.loader.forget()
        before, painted.seen = controller.current, set()
        begin = time.perf_counter()
        QTest.keyClick(station.window, Qt.Key.Key_4)
        wait(application, lambda: controller.current is not before and controller.can_judge() and painted.four())
        there = time.perf_counter() - begin
        if fifth != "none":
            wait(application, lambda: PanelName.GOOD_BOARD in painted.seen)
            good.append(time.perf_counter() - begin)
        return there

    good: list[float] = []
    judged(True)
    good.clear()
    say("judgment key to next board painted, prefetched", [judged(True) for _ in range(boards)], "p95 <= 16 ms")
    if good:
        say("judgment key to the good board beside it painted, prefetched", good, "no figure")
    say("judgment key to next board painted, from disk", [judged(False) for _ in range(boards)], "p95 <= 50 ms")
    closed(application, station)


def bench_queue(application: QApplication, folder: Path, rows: int) -> None:
    fill(folder / "ws", 4, 256)
    multiply_rows(folder / "ws" / "workspace.sqlite", rows)
    station = started(application, folder, (1366, 768))
    review = station.window.review
    say(f"opening a queue of {rows:,} rows (model reset)", [_timed(review.queue._reset)], "<= 1000 ms")
    bar = review.queue_pane.list.verticalScrollBar()
    frames = []
    for step in range(300):
        bar.setValue(step * 137 if step < 200 else bar.maximum() * step // 300)
        frames.append(_timed(lambda: review.queue_pane.list.viewport().repaint()))
    say(f"scrolling, a frame, {review.queue.rowCount():,} rows", frames, "p95 <= 16.7 ms")
    judgments = []
    for _ in range(20):
        rest(application, station)
        judgments.append(_timed(lambda: QTest.keyClick(station.window, Qt.Key.Key_D)))
    say("next board in that queue", judgments, "p95 <= 50 ms")
    closed(application, station)


def bench_large(application: QApplication, folder: Path, megapixels: int) -> None:
    side = 1024
    fine = max(round((megapixels * 1e6) ** 0.5 / side), 1)
    (folder / "ws").mkdir(parents=True)
    fill(folder / "ws", 2, side)
    panels = drawn_panels(side, 7, fine)
    key = panel_key(inspection(1, side))
    PanelStore(folder / "ws" / "panels").write(key, panels)
    height, width = panels.original.shape[:2]
    del panels
    station = started(application, folder, (1366, 768))
    painted, controller = Painted(station), station.window.review.controller
    rest(application, station)
    number = controller.queue.ids()[1]
    wait(application, lambda: controller.loader.pictures(number) is not None)
    controller.loader.forget()
    begin = time.perf_counter()
    controller.show_item(number)
    painted.seen = set()
    wait(application, lambda: controller.can_judge() and painted.four())
    say(f"opening a board of {width}x{height}", [time.perf_counter() - begin], "<= 2000 ms")
    link, tiles = station.window.review.panels.link, controller.loader.tiles
    for when in ("while its tiles are read", "once they are there"):
        frames = []
        for scale in (2.0, 8.0):
            link.zoom_to(scale, QPointF(side / 2, side / 2))
            application.processEvents()
            if when.startswith("once"):
                wait(application, lambda: not tiles.waiting())
            for step in range(120):
                begin = time.perf_counter()
                link.pan_by(7 if step < 60 else -7, 5 if step < 60 else -5)
                for panel in station.window.review.panels.panels.values():
                    panel.viewport().repaint()
                application.processEvents()
                frames.append(time.perf_counter() - begin)
        say(f"panning it, a frame of four panels {when}", frames, "p95 <= 16.7 ms")
    link.zoom_to(float(fine), QPointF(side / 4, side / 4))
    begin = time.perf_counter()
    for panel in station.window.review.panels.panels.values():
        panel.viewport().repaint()
    wait(application, lambda: not tiles.waiting())
    say("from a jump to another place at actual pixels until it is sharp", [time.perf_counter() - begin], "no figure")
    closed(application, station)


def bench_engine(application: QApplication, folder: Path, images: Path, bundle: Path) -> None:
    folder.mkdir(parents=True)
    settings = Settings(folder / "window.json")
    settings.set("operator", "Bench")
    station = Station(application, StartOptions(folder / "ws", bundle, images), settings)
    station.window.resize(1366, 768)
    station.start()
    controller, keys, beats = station.window.review.controller, [0], [time.perf_counter()]

    def judge() -> None:
        if controller.can_judge():
            keys[0] += 1
            QTest.keyClick(station.window, Qt.Key.Key_2)

    beat, hand = QTimer(), QTimer()
    beat.timeout.connect(lambda: beats.append(time.perf_counter()))
    hand.timeout.connect(judge)
    wait(application, controller.can_judge)  # the bundle is loaded and the first board is there
    beat.start(2)
    hand.start(500)
    beats[:] = [time.perf_counter()]
    wait(application, lambda: not station.engine.busy(), 600)
    gaps = [later - earlier for earlier, later in itertools.pairwise(beats)]
    say(
        f"GUI thread between two beats while {controller.count()} boards are inspected, {keys[0]} judged",
        gaps,
        "<= 100 ms",
    )
    closed(application, station)


def bench_stages(side: int = 1024) -> None:
    with tempfile.TemporaryDirectory() as name:
        store = PanelStore(Path(name))
        store.write("0" * 64, drawn_panels(side, 1))
        read = [_timed(lambda: store.read("0" * 64)) for _ in range(20)]
        say("reading what is shown first", [_timed(lambda: _first(store)) for _ in range(20)], "a part of the 50 ms")
        found: Panels | None = store.read("0" * 64)
        assert found is not None
        say("reading the panels of a board", read, "a part of the 50 ms")
        say("making its pictures", [_timed(lambda: board_pictures(found)) for _ in range(20)], "a part of the 50 ms")


def _first(store: PanelStore) -> None:
    stored = store.open("0" * 64)
    assert stored is not None
    stored.original()
    stored.reconstruction()
    stored.difference(Weighting.WEIGHTED)


def _timed(act: Callable[[], object]) -> float:
    begin = time.perf_counter()
    act()
    return time.perf_counter() - begin


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--boards", type=int, default=200)
    parser.add_argument("--rows", type=int, default=100_000)
    parser.add_argument("--megapixels", type=int, default=100)
    parser.add_argument("--only", choices=("latency", "queue", "large", "stages", "engine"))
    parser.add_argument("--fifth", choices=("none", "nearest"), default="none", help="the fifth panel, for latency")
    parser.add_argument("--images", type=Path)
    parser.add_argument("--bundle", type=Path)
    found = parser.parse_args()
    application = QApplication([])
    runs: dict[str, Callable[[Path], None]] = {
        "stages": lambda _folder: bench_stages(),
        "latency": lambda folder: bench_latency(application, folder, found.boards, found.fifth),
        "queue": lambda folder: bench_queue(application, folder, found.rows),
        "large": lambda folder: bench_large(application, folder, found.megapixels),
    }
    if found.images is not None and found.bundle is not None:
        runs["engine"] = lambda folder: bench_engine(application, folder, found.images, found.bundle)
    for name, bench in runs.items():
        if found.only in (None, name):
            with tempfile.TemporaryDirectory(prefix="bench-", ignore_cleanup_errors=True) as place:
                bench(Path(place) / name)


if __name__ == "__main__":
    main()
