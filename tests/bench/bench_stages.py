"""Stages of an inspection in several checkouts of this program, in turns, each with the demo bundle that it ships.

    python tests/bench/bench_stages.py BOARD... --checkout OLDER --checkout . [--rounds 3]

Each run is a process of its own, which inspects the first board to warm up and then all others; medians over these
boards are printed, as JSON, and the medians over the rounds with the ratio to the first checkout at the end. Nothing
else should run.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import statistics
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

_DEMO = Path("resources") / "demo" / "gearbox"


def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("boards", type=Path, nargs="+")
    parser.add_argument("--checkout", type=Path, action="append", default=[])
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--once", type=Path, help=argparse.SUPPRESS)
    args = parser.parse_args()
    if args.once is not None:
        sys.stdout.write(json.dumps(inspected(args.once, args.boards)) + "\n")
        return
    found: dict[Path, list[dict[str, float]]] = {checkout: [] for checkout in args.checkout}
    for _ in range(args.rounds):
        for checkout, runs in found.items():
            runs.append(in_a_process(checkout.resolve(), args.boards))
            sys.stdout.write(f"{checkout}: {json.dumps(runs[-1])}\n")
            sys.stdout.flush()
    first = found[args.checkout[0]]
    for checkout, runs in found.items():
        for name in runs[0]:
            median = statistics.median(run[name] for run in runs)
            before = statistics.median(run.get(name, 0.0) for run in first)
            ratio = f", {median / before:.2f} of the first" if before else ""
            sys.stdout.write(f"{checkout}: {name} {median:.3f}{ratio}\n")


def in_a_process(checkout: Path, boards: Sequence[Path]) -> dict[str, float]:
    """Figures of one run of a checkout."""
    paths = os.pathsep.join((str(checkout / "core"), str(checkout)))
    environment = os.environ | {"PYTHONPATH": paths, "GOMP_SPINCOUNT": "1000"}
    command = [sys.executable, __file__, *map(str, boards), "--once", str(checkout / _DEMO)]
    done = subprocess.run(command, env=environment, capture_output=True, text=True, check=True)
    figures: dict[str, float] = json.loads(done.stdout.splitlines()[-1])
    return figures


def inspected(bundle: Path, boards: Sequence[Path]) -> dict[str, float]:
    """Medians over all boards but the first: seconds of the whole, of the processor, of each stage; peak in MiB."""
    from vqganodip.inspection.inspector import Inspected, Inspector

    inspector = Inspector.open(bundle)
    rows: list[dict[str, float]] = []
    for board in boards:
        began, used = time.perf_counter(), time.process_time()
        event = next(event for event in inspector.inspect(board) if isinstance(event, Inspected))
        whole = {"whole": time.perf_counter() - began, "processor": time.process_time() - used}
        rows.append(whole | dict(event.inspection.stage_s))
    names = rows[-1]
    figures = {name: statistics.median(row.get(name, 0.0) for row in rows[1:]) for name in names}
    return figures | {"peak": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024}


if __name__ == "__main__":
    main()
