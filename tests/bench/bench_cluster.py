"""Benchmark of the cluster: boards per second with one and two workers compared with one process, and what its
transfer costs: bytes, seconds, and processor time of client and scheduler.

    PYTHONPATH=tests python tests/bench/bench_cluster.py BOARDS BUNDLE --boards 12 --rounds 3
    PYTHONPATH=tests python tests/bench/bench_cluster.py BOARDS BUNDLE --kill 200

All are measured in turns, on workers that are warm, and compared by the ratios within a round: on a machine with other
work their medians are steadier than the times. Transfers use TLS on this computer, between processes of their own;
their processor time does not depend on what else runs. ``--kill N`` inspects N boards on two workers, kills one with
SIGKILL in the middle, and compares the lines with those of one process. The plan for many computers in decision 091 is
computed from these figures.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import pickle
import statistics
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from dataclasses import replace
from pathlib import Path
from typing import Any

import psutil
from engine.dask_cluster import DaskCluster, dask_cluster
from engine.postgresql_server import start_server

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.bundle_parcel import bundle_parcel
from vqganodip.cli.inspect import _line
from vqganodip.cli.results import json_text
from vqganodip.cluster.connection import ClusterPlace, connected
from vqganodip.cluster.parcel import Parcel
from vqganodip.cluster.workers import Workers
from vqganodip.errors import ImageError, VqganodipError
from vqganodip.imaging.decoding import read_file
from vqganodip.imaging.folders import find_images
from vqganodip.inspection.inspector import Inspected, Inspector
from vqganodip.inspection.on_worker import inspect_on_workers
from vqganodip.records import Inspection
from vqganodip.store.workspace import open_workspace

SIZES = (0, 300_000, 3_000_000, 20_000_000)
"""Bytes of a picture whose transfer is measured; 20 MB are one of 20 megapixels as PNG."""


def say(text: str) -> None:
    """Print a line at once."""
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def received(data: bytes) -> int:
    """Return the number of bytes that arrived."""
    return len(data)


def alone(inspector: Inspector, images: list[Path]) -> list[Inspection]:
    """Inspect in this process."""
    events = (event for image in images for event in inspector.inspect(image))
    return [event.inspection for event in events if isinstance(event, Inspected)]


def spread(workers: Workers, parcel: Parcel, images: list[Path]) -> Iterator[Inspection]:
    """Inspect on workers."""
    for outcome in inspect_on_workers(workers, parcel.sha256, images, with_panels=False):
        if isinstance(outcome, VqganodipError):
            raise outcome
        yield outcome[0]


def timed(work: Callable[[], Any]) -> float:
    """Seconds of a call."""
    started = time.perf_counter()
    work()
    return time.perf_counter() - started


def plain_line(inspection: Inspection) -> str:
    """The line of ``inspect`` without its times."""
    line = _line(inspection, "float32", None)
    return json_text({key: value for key, value in line.items() if key not in ("inspected_at", "stage_s")})


def throughput(images: list[Path], bundle: Path, rounds: int) -> None:
    """Print boards per second and the ratios to one process."""
    parcel, inspector = bundle_parcel(open_bundle(bundle)), Inspector.open(bundle)
    with ExitStack() as stack:
        pools = {n: stack.enter_context(connected(ClusterPlace(workers=n), parcel)) for n in (1, 2)}
        for n, pool in pools.items():
            say(f"warm-up of {n}: {timed(lambda p=pool: list(spread(p, parcel, images[:4]))):.1f} s")
        alone(inspector, images[:2])
        ratios: dict[int, list[float]] = {n: [] for n in pools}
        for _ in range(rounds):
            seconds = timed(lambda: alone(inspector, images))
            say(f"one process: {len(images) / seconds:.3f} boards/s")
            for n, pool in pools.items():
                took = timed(lambda p=pool: list(spread(p, parcel, images)))
                ratios[n].append(seconds / took)
                say(f"{n} worker(s): {len(images) / took:.3f} boards/s, {seconds / took:.2f} of one process")
        for n, found in ratios.items():
            say(f"median of {rounds} rounds, {n} worker(s): {statistics.median(found):.2f} of one process")


def costs(images: list[Path], bundle: Path) -> None:
    """Print what reading, records and the bundle cost."""
    inspection = alone(Inspector.open(bundle), images[:1])[0]
    record = len(pickle.dumps(inspection))
    writing = timed(lambda: [plain_line(inspection) for _ in range(50)]) / 50
    parcel = bundle_parcel(open_bundle(bundle))
    reading = statistics.median(timed(lambda i=image: read_file(i)) for image in images)
    size = statistics.median(image.stat().st_size for image in images)
    say(f"picture: {size / 1e6:.2f} MB, read in {1000 * reading:.2f} ms")
    say(f"record: {record / 1000:.1f} kB on its way, line made in {1000 * writing:.2f} ms")
    say(f"bundle: {sum(map(len, parcel.files.values())) / 1e6:.1f} MB in {len(parcel.files)} files")


def storing(images: list[Path], bundle: Path, records: int = 200) -> None:
    """Print what storing a board in a workspace costs: its record in both databases, and its panels."""
    done = next(event for event in Inspector.open(bundle).inspect(images[0]) if isinstance(event, Inspected))
    with (
        tempfile.TemporaryDirectory() as folder,
        start_server(("listen_addresses = ''", "shared_buffers = 32MB")) as server,
    ):
        for name, database in (("SQLite", None), ("PostgreSQL", server.new_database())):
            times = []
            with open_workspace(Path(folder) / name, database=database) as workspace:
                for number in range(records):
                    digest = hashlib.sha256(str(number).encode()).hexdigest()
                    board = replace(done.inspection, sha256=digest)
                    times.append(timed(lambda b=board, n=number: workspace.repository.add_inspection(b, f"SN {n}")))
                panels = [timed(lambda n=n: workspace.panels.write(f"{n:064x}", done.panels)) for n in range(10)]
            record, pictures = (1000 * statistics.median(some) for some in (times, panels))
            say(f"{name}: record stored in {record:.2f} ms, panels in {pictures:.0f} ms (medians)")


def transfers(cluster: DaskCluster, tasks: int) -> None:
    """Print seconds and processor time per task that only carries bytes."""
    with connected(ClusterPlace(cluster.address, certificates=cluster.certificates)) as workers:
        client, scheduler = psutil.Process(), psutil.Process(cluster.scheduler.pid)
        parts = [client, scheduler, *(psutil.Process(worker.pid) for worker in cluster.workers)]

        def carry(count: int, data: bytes) -> None:
            done = workers.map(received, range(count), lambda _: (data,), lambda _: ImageError("lost", "lost"))
            assert set(done) == {len(data)}

        def resident() -> str:
            return ", ".join(f"{part.memory_info().rss / 1e6:.0f}" for part in parts)

        carry(20, b"")
        for size in SIZES:
            count = tasks if size < 1_000_000 else max(20, tasks // 10)
            before = [sum(part.cpu_times()[:2]) for part in parts]
            took = timed(lambda c=count, s=size: carry(c, bytes(s)))
            used = [sum(part.cpu_times()[:2]) - b for part, b in zip(parts, before, strict=True)]
            own, central, *others = (1000 * seconds / count for seconds in used)
            say(
                f"{size / 1e6:5.1f} MB: {1000 * took / count:7.2f} ms per task with {len(others)} workers; processor: "
                f"client {own:.2f}, scheduler {central:.2f}, workers {sum(others):.2f} ms",
            )

        for count in (200, 2000):
            carry(count, bytes(300_000))
            say(f"memory after {count} tasks of 0.3 MB: {resident()} MB (client, scheduler, workers)")


def killed(cluster: DaskCluster, images: list[Path], bundle: Path) -> None:
    """Kill a worker in the middle, and compare the lines."""
    parcel = bundle_parcel(open_bundle(bundle))
    told: list[str] = []
    lines: list[str] = []
    started = time.perf_counter()
    place = ClusterPlace(cluster.address, certificates=cluster.certificates)
    with connected(place, parcel, lambda text: told.append(str(text))) as workers:
        for number, inspection in enumerate(spread(workers, parcel, images)):
            lines.append(plain_line(inspection))
            if number == len(images) // 2:
                cluster.kill(cluster.workers[0])
    took = time.perf_counter() - started
    say(f"{len(lines)} boards in {took:.0f} s, one of two workers killed after {len(images) // 2}: {told}")
    expected = [plain_line(inspection) for inspection in alone(Inspector.open(bundle), images)]
    say(f"same lines in the same order: {lines == expected}")


def main() -> None:
    """Run the benchmark."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("images", type=Path)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("--boards", type=int, default=12)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--tasks", type=int, default=300)
    parser.add_argument("--kill", type=int, default=0)
    parser.add_argument("--parts", nargs="+", default=["transfers", "costs", "storing", "throughput"])
    given = parser.parse_args()
    images = list(find_images(given.images))
    say(json.dumps({"cores": psutil.cpu_count(), "load": [round(value, 1) for value in psutil.getloadavg()]}))
    with tempfile.TemporaryDirectory() as folder, dask_cluster(Path(folder) / "cluster", tls=True) as cluster:
        for _ in range(2):
            cluster.start_worker()
        if given.kill:
            killed(cluster, images[: given.kill], given.bundle)
            return
        if "transfers" in given.parts:
            transfers(cluster, given.tasks)
    if "costs" in given.parts:
        costs(images[: given.boards], given.bundle)
    if "storing" in given.parts:
        storing(images, given.bundle)
    if "throughput" in given.parts:
        throughput(images[: given.boards], given.bundle, given.rounds)


if __name__ == "__main__":
    main()
