"""Benchmark of stations on one PostgreSQL server: accidents, and the time from the key to the next board.

    python tests/bench/bench_stations.py [--boards 3000] [--stations 3] [--only accidents|keys] [--keys 60] [--pace 1]

``accidents``: processes, each with repository, session and watch of a station but without a window, judge boards of
one queue, while the server is stopped as by a power cut and started again, its disk is full for a while (a tmpfs, where
the program runs as root), and two of the processes are killed with SIGKILL and started again, one of them with
judgments in its spool. Each process notes on its disk the judgments that were acknowledged. Afterwards every noted
judgment is in the workspace once, no board has two review records, and the chain verifies.

``keys``: windows (offscreen) judge by keys, three at once on one queue in PostgreSQL with fsync, and three at once,
each on a workspace of its own in SQLite.
"""

from __future__ import annotations

import argparse
import json
import os
import random
import signal
import subprocess
import sys
import tempfile
import time
from collections import Counter
from datetime import UTC, datetime
from pathlib import Path
from typing import Any, Final

TESTS: Final = Path(__file__).parents[1]
sys.path.insert(0, str(TESTS))

from engine.postgresql_server import Server, start_server  # noqa: E402
from sqlalchemy import insert  # noqa: E402

from vqganodip.errors import VqganodipError  # noqa: E402
from vqganodip.review.judgments import JudgmentKind, Purpose, QueueFilter, QueueState  # noqa: E402
from vqganodip.review.session import ReviewSession  # noqa: E402
from vqganodip.store import schema as tables  # noqa: E402
from vqganodip.store.chain_ends import BOARDS, grow, next_boards_hash  # noqa: E402
from vqganodip.store.serialization import board_hash, findings_text, head_text  # noqa: E402
from vqganodip.store.sql_repository import SqlRepository  # noqa: E402
from vqganodip.store.station_repository import Delivery, StationRepository  # noqa: E402
from vqganodip.store.station_watch import Heard, LeaseAnswer, Leases, StationWatch  # noqa: E402
from vqganodip.store.workspace import open_workspace  # noqa: E402
from vqganodip.testing import sample_inspection  # noqa: E402

DURABLE: Final = ("listen_addresses = ''", "max_connections = 60", "shared_buffers = 32MB", "max_wal_size = 64MB")
UNJUDGED: Final = QueueFilter(state=QueueState.UNJUDGED)
THINKS_S: Final = 0.005


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def rss_mb(pid: int | str = "self") -> float:
    """Resident memory of a process."""
    for line in Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS"):
            return int(line.split()[1]) / 1024
    return 0.0


# --- a station without a window


class Desk:
    """A station that judges the next free board, again and again."""

    def __init__(self, folder: Path, name: str, spools: Path) -> None:
        self.workspace = open_workspace(folder, spools=spools)
        repository = self.workspace.repository
        assert isinstance(repository, StationRepository)
        repository.link.own_by_window()
        self.repository = repository
        self.session = ReviewSession(repository, name, name, lambda: datetime.now(UTC), "bench")
        self.taken: frozenset[int] = frozenset()
        self.answers: dict[int, bool] = {}
        self.contradictions = 0
        self.watch = StationWatch(repository, self._hear)
        self.watch.start()

    def _hear(self, heard: Heard) -> None:
        if isinstance(heard, Leases):
            self.taken = frozenset(heard.others)
        elif isinstance(heard, LeaseAnswer):
            self.answers[heard.item_id] = heard.other is None
        elif isinstance(heard, Delivery):
            self.contradictions += len(heard.contradictions)

    def leased(self, number: int) -> bool:
        """Lease a board as a window does; while the server is away, it is judged without."""
        self.answers.pop(number, None)
        self.watch.hold(number, self.session.operator, self.session.station)
        end = time.monotonic() + 5
        while number not in self.answers and not self.repository.link.lost and time.monotonic() < end:
            time.sleep(0.001)
        return self.answers.get(number, True)


def judge(folder: Path, name: str, spools: Path, notes: Path) -> None:
    """Judge until nothing waits; note what was acknowledged."""
    desk = Desk(folder, name, spools)
    done = refused = kept = 0
    longest = 0.0
    memory: list[float] = []
    last: int | None = None
    with notes.open("a") as noted:
        while True:
            begin = time.perf_counter()
            try:
                number = desk.session.next_unjudged(QueueFilter(state=QueueState.UNJUDGED, without=desk.taken), last)
                if number is None:
                    if not desk.repository.link.lost and not desk.repository.kept and not desk.taken:
                        break
                    last = None
                    time.sleep(0.2)
                    continue
                last = number
                if not desk.leased(number):
                    continue
                item = desk.repository.item(number)
                if item.judgment is not None:
                    continue
                time.sleep(THINKS_S)
                begin = time.perf_counter()
                record = desk.session.judge(item, JudgmentKind.OK, 1.0)
            except VqganodipError:
                refused += 1
                time.sleep(0.05)
                continue
            finally:
                longest = max(longest, time.perf_counter() - begin)
            noted.write(f"{record.client_id} {record.item_id}\n")
            noted.flush()
            os.fsync(noted.fileno())
            done += 1
            kept += record.record_id < 0
            if done in (50, 100) or done % 200 == 0:
                memory.append(rss_mb())
    desk.watch.close()
    result = {
        "name": name, "judged": done, "kept": kept, "refused": refused, "contradictions": desk.contradictions,
        "longest_s": round(longest, 2), "rss_mb": [round(mb, 1) for mb in (*memory[:1], *memory[-1:])],
    }  # fmt: skip
    desk.workspace.close()
    say(json.dumps(result))


def start(folder: Path, name: str, out: Path) -> subprocess.Popen[str]:
    """Start a station as a process of its own."""
    command = [sys.executable, __file__, "--desk", name, str(folder), str(out / f"spools {name}"), str(out / name)]
    return subprocess.Popen(command, stdout=subprocess.PIPE, text=True)


def noted(out: Path, names: list[str]) -> list[tuple[str, int]]:
    found = []
    for name in names:
        if (out / name).exists():
            lines = [line.split() for line in (out / name).read_text().splitlines()]
            found.extend((line[0], int(line[1])) for line in lines if len(line) == 2)
    return found


def fill_disk(server: Server, disk: Path | None, seconds: float) -> str:
    """Take the rest of the server's disk for a while; return how."""
    if disk is None:
        return "not tried (no tmpfs)"
    filler = disk / "filler"
    with filler.open("wb") as file:
        try:
            while True:
                file.write(bytes(1 << 16))
                file.flush()
        except OSError:
            pass
    time.sleep(seconds)
    filler.unlink()
    try:
        server.start()  # a server that could not write its log has stopped
    except subprocess.CalledProcessError:
        return "tmpfs of 160 MB filled; the server stayed up"
    return "tmpfs of 160 MB filled; the server had stopped, and was started again"


def accidents(boards: int, stations: int) -> bool:
    """Judge all boards through all accidents; True if nothing was lost or doubled."""
    base = Path(tempfile.mkdtemp(prefix="bst-", dir="/tmp"))
    disk: Path | None = base / "disk"
    assert disk is not None
    disk.mkdir()
    mounted = (
        os.geteuid() == 0
        and not subprocess.run(
            ["mount", "-t", "tmpfs", "-o", "size=160m", "tmpfs", str(disk)], check=False, capture_output=True
        ).returncode
    )
    before = tempfile.tempdir
    tempfile.tempdir = str(disk) if mounted else None
    disk.chmod(0o755)
    base.chmod(0o755)
    try:
        with start_server(DURABLE) as server:
            tempfile.tempdir = before
            return _accidents(server, disk if mounted else None, base, boards, stations)
    finally:
        tempfile.tempdir = before
        if mounted:
            subprocess.run(["umount", "-l", str(disk)], check=False)


def add_boards(repository: SqlRepository, boards: int) -> None:
    """Add boards as ``add_inspection`` does, in one transaction."""
    rows: list[dict[str, object]] = []
    documents: list[dict[str, object]] = []
    seal = ""
    for number in range(1, boards + 1):
        board = sample_inspection(number, score=0.999 - number / 1e5)
        head, found, name = head_text(board), findings_text(board), f"SN{number}"
        machine = board_hash(name, head, found)
        seal = next_boards_hash(seal, machine)
        queued = {"item_id": number, "serial_folded": name.casefold(), "flagged": 1, "score": float(board.score)}
        row = {"serial": name, "sha256": board.sha256, "bundle_sha256": board.bundle_sha256, "head": head}
        rows.append(queued | row | {"board_hash": machine, "judged": 0, "standing": None})
        documents.append({"item_id": number, "document": found})
    with repository.database.writing() as connection:
        for table, values in ((tables.boards, rows), (tables.findings, documents), (tables.queue, rows)):
            names = table.columns.keys()
            connection.execute(insert(table), [{n: row[n] for n in names} for row in values])
        grow(connection, BOARDS, boards, seal)


def _accidents(server: Server, disk: Path | None, base: Path, boards: int, stations: int) -> bool:
    folder, names = base / "ws", [f"station {number}" for number in range(1, stations + 1)]
    with open_workspace(folder, database=server.new_database()) as workspace:
        add_boards(workspace.repository, boards)
    say(f"{boards} boards in the queue, {stations} stations, durable server")
    begin = time.perf_counter()
    running = {name: start(folder, name, base) for name in names}

    def until(share: float) -> None:
        while len(noted(base, names)) < share * boards:
            if all(process.poll() is not None for process in running.values()):
                raise RuntimeError("all stations have ended")
            time.sleep(0.1)

    until(0.15)
    server.stop("immediate")
    time.sleep(4)
    at_outage = len(noted(base, names))
    server.start()
    say(f"power cut of the server: 4 s; {at_outage} acknowledged when it came back")
    until(0.4)
    victim = names[0]
    os.kill(running[victim].pid, signal.SIGKILL)
    running[victim].wait()
    say(f"{victim} killed with {len(noted(base, names))} acknowledged")
    server.stop("immediate")
    time.sleep(3)
    for name in names[1:2]:  # killed while judgments are in its spool
        os.kill(running[name].pid, signal.SIGKILL)
        running[name].wait()
        spooled = sum(len(f.read_bytes().splitlines()) for f in (base / f"spools {name}").rglob("judgments-*.jsonl"))
        say(f"{name} killed without the server, {spooled} judgments in its spool")
    server.start()
    for name in names[:2]:
        running[name] = start(folder, name, base)
    until(0.65)
    say(f"disk of the server: {fill_disk(server, disk, 4)}")
    until(0.999)
    results: list[dict[str, Any]] = []
    for name, process in running.items():
        said, _ = process.communicate(timeout=300)
        say(f"  {said.strip()}")
        results.append(json.loads(said.strip().splitlines()[-1]))
        assert process.returncode == 0, name
    seconds = time.perf_counter() - begin
    told = noted(base, names)
    with open_workspace(folder, create=False) as workspace:
        records = list(workspace.repository.judgments())
        holds = workspace.repository.verify().holds
    ids = Counter(record.client_id for record in records)
    review = Counter(record.item_id for record in records if record.purpose is Purpose.REVIEW)
    missing = [one for one in told if ids[one[0]] != 1]
    doubled = [number for number, count in review.items() if count > 1]
    second = sum(record.purpose is Purpose.SECOND for record in records)
    say(
        f"{len(told)} acknowledged judgments, {len(records)} records in {seconds:.0f} s; acknowledged and not stored "
        f"exactly once: {len(missing)}; boards with two review records: {len(doubled)}; boards judged: {len(review)} "
        f"of {boards}; second opinions from spools: {second}; the chain {'holds' if holds else 'IS BROKEN'}"
    )
    return holds and not missing and not doubled and len(review) == boards


# --- windows


def press(folder: Path, name: str, keys: int, home: Path, pace_s: float) -> None:
    """Judge by keys in a window, with pauses of half to one and a half times the pace, and print the times."""
    os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
    os.environ["XDG_DATA_HOME"] = str(home / f"data {name}")
    from bench.bench_window import Painted, closed, rest, wait
    from PySide6.QtCore import Qt
    from PySide6.QtTest import QTest
    from PySide6.QtWidgets import QApplication

    from vqganodip_gui.app import StartOptions, Station
    from vqganodip_gui.services.settings import Settings

    application = QApplication([])
    settings = Settings(home / f"{name}.json")
    settings.set("operator", name)
    settings.set("station", name)
    settings.set("fifth_panel", "none")
    station = Station(application, StartOptions(folder), settings)
    station.window.resize(1366, 768)
    station.start()
    controller = station.window.review.controller
    wait(application, controller.can_judge)
    painted, times, pauses = Painted(station), [], random.Random(name)
    for number in range(keys + 1):
        until = time.perf_counter() + pace_s * pauses.uniform(0.5, 1.5)
        wait(application, lambda end=until: time.perf_counter() >= end)  # type: ignore[misc]
        rest(application, station)
        wait(application, controller.can_judge)
        before, painted.seen = controller.current, set()
        begin = time.perf_counter()
        QTest.keyClick(station.window, Qt.Key.Key_4)
        wait(application, lambda b=before: controller.current is not b and controller.can_judge() and painted.four())  # type: ignore[misc]
        if number:
            times.append(time.perf_counter() - begin)
    closed(application, station)
    say(json.dumps(times))


def keys(stations: int, count: int, pace_s: float) -> None:
    """Print the time from the key to the next painted board, on both databases."""
    import numpy as np
    from bench.bench_window import fill

    base = Path(tempfile.mkdtemp(prefix="bkeys-", dir="/tmp"))
    with start_server(DURABLE) as server:
        fill(base / "shared", stations * (count + 5), 512)
        from vqganodip.store.workspace_move import move_to_server

        move_to_server(base / "shared", server.new_database())
        for number in range(stations):
            fill(base / f"own {number}", count + 5, 512)
        for kind in ("sqlite", "postgresql"):
            processes = []
            for number in range(stations):
                folder = base / ("shared" if kind == "postgresql" else f"own {number}")
                command = [
                    sys.executable,
                    __file__,
                    "--window",
                    f"w{number}",
                    str(folder),
                    str(count),
                    str(base),
                    str(pace_s),
                ]
                processes.append(subprocess.Popen(command, stdout=subprocess.PIPE, text=True))
            said = [process.communicate(timeout=600)[0] for process in processes]
            times = [1000 * t for one in said for t in json.loads(one.strip().splitlines()[-1])]
            middle, high = np.percentile(times, (50, 95))
            say(
                f"{kind}: judgment key to next board painted, {stations} windows at once, {pace_s:g} s between keys: "
                f"p50 {middle:.1f} ms, "
                f"p95 {high:.1f} ms, most {max(times):.1f} ms over {len(times)}"
            )


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__.split("\n", maxsplit=1)[0] if __doc__ else "")
    parser.add_argument("--boards", type=int, default=3000)
    parser.add_argument("--stations", type=int, default=3)
    parser.add_argument("--keys", type=int, default=60)
    parser.add_argument("--only", choices=("accidents", "keys"))
    parser.add_argument("--desk", nargs=4, help=argparse.SUPPRESS)
    parser.add_argument("--pace", type=float, default=0.0, help="Seconds between two keys of a window, on average.")
    parser.add_argument("--window", nargs=5, help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.desk:
        name, folder, spools, notes = given.desk
        judge(Path(folder), name, Path(spools), Path(notes))
        return 0
    if given.window:
        name, folder, count, home, pace_s = given.window
        press(Path(folder), name, int(count), Path(home), float(pace_s))
        return 0
    held = True
    if given.only != "keys":
        held = accidents(given.boards, given.stations)
    if given.only != "accidents":
        keys(given.stations, given.keys, given.pace)
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
