"""Benchmark of the families of metrics: seconds and memory that each adds to the inspection of a board.

    python tests/bench/bench_families.py BUNDLE BOARD [...] [--repeats 5] [--json FILE]

Each line is a process of its own that inspects the boards with the metrics of one family alone, with none, with all,
and with those that enter the score of the bundle. Processor seconds are those of all threads of the process; memory is
the highest resident set. What the window shows (reconstruction, maps, regions, reasons) is computed every time.
"""

from __future__ import annotations

import argparse
import json
import os
import resource
import subprocess
import sys
import time
from pathlib import Path
from statistics import median
from typing import Any

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

from vqganodip.bundles.archive import open_bundle
from vqganodip.detection.metrics.families import FAMILIES
from vqganodip.detection.metrics.needed import work_for
from vqganodip.inspection.inspector import Inspector, Measured, read_scorer


def main() -> None:
    """Print a line for each family."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("boards", type=Path, nargs="+")
    parser.add_argument("--repeats", type=int, default=5)
    parser.add_argument("--json", type=Path)
    parser.add_argument("--only", help=argparse.SUPPRESS)
    given = parser.parse_args()
    if given.only:
        sys.stdout.write(json.dumps(measured(given.bundle, given.boards, given.only, given.repeats)))
        return
    lines = []
    for name in ("none", *(family.name for family in FAMILIES), "score", "all"):
        command = [sys.executable, __file__, str(given.bundle), *map(str, given.boards), "--only", name]
        done = subprocess.run([*command, "--repeats", str(given.repeats)], check=True, capture_output=True, text=True)
        line = json.loads(done.stdout)
        lines.append(line)
        sys.stdout.write(
            f"{name:>14} {line['columns']:4} columns  {line['processor_s']:6.2f} processor s  "
            f"{line['seconds']:6.2f} s  {line['gib']:5.2f} GiB\n"
        )
        sys.stdout.flush()
    if given.json:
        given.json.write_text(json.dumps(lines, indent=1))


def measured(bundle: Path, boards: list[Path], name: str, repeats: int) -> dict[str, Any]:
    """Return median seconds of a board and the highest memory of this process."""
    opened = open_bundle(bundle)
    inspector, scorer = Inspector.for_measuring(opened), read_scorer(opened)
    if name != "all":
        family = [column for column in scorer.names if column.startswith(f"{name}.")]
        inspector._work = work_for(scorer.needed if name == "score" else family)
    _row(inspector, boards[0])
    seconds, processor = [], []
    for index in range(repeats):
        began, used = time.perf_counter(), time.process_time()
        last = _row(inspector, boards[index % len(boards)])
        seconds.append(time.perf_counter() - began)
        processor.append(time.process_time() - used)
    return {
        "name": name,
        "columns": len(last.row.names),
        "seconds": median(seconds),
        "processor_s": median(processor),
        "gib": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20,
    }


def _row(inspector: Inspector, board: Path) -> Measured:
    return next(event for event in inspector.measure(board) if isinstance(event, Measured))


if __name__ == "__main__":
    main()
