"""Benchmark of the same verdict everywhere: scores of one bundle with other threads and other instructions.

    python tests/bench/bench_processors.py FOLDER --bundle DIR [--boards 8] [--precision float32] [--json FILE]
    python tests/bench/bench_processors.py FOLDER --bundle DIR --time [--boards 5] [--json FILE]

The first measures the boards in fresh processes with 1, 2 and 4 threads, and in one without AVX-512 where the processor
has it; for each it prints the largest difference of a score from that with one thread and the number of verdicts that
differ. The second measures bfloat16 and float32 in turn in one process, because machines are rarely idle: medians of
seconds and of processor seconds per board, their ratios, and the peak memory of a process of its own for each.
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
from pathlib import Path
from typing import Any

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

import torch

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.loaded_bundle import load_bundle
from vqganodip.calibration.processors import fewer_instructions
from vqganodip.imaging.folders import find_images
from vqganodip.inspection.inspector import Inspected, Inspector, read_scorer
from vqganodip.settings import Precision


def say(text: str) -> None:
    """Write a line at once."""
    sys.stdout.write(text + "\n")
    sys.stdout.flush()


def inspector_of(bundle: Path, precision: Precision | None) -> Inspector:
    """Open a fitted bundle in a precision; None for its own."""
    opened = open_bundle(bundle)
    threshold = float(opened.read_json("threshold")["threshold"])
    return Inspector(load_bundle(opened, precision), read_scorer(opened), threshold, opened.sha256)


def inspected(inspector: Inspector, board: Path) -> dict[str, Any]:
    """Score, verdict, and seconds of one board."""
    wall, processor = time.perf_counter(), time.process_time()
    (last,) = [event for event in inspector.inspect(board) if isinstance(event, Inspected)]
    seconds = {"seconds": time.perf_counter() - wall, "processor_seconds": time.process_time() - processor}
    return {"score": last.inspection.score, "verdict": str(last.inspection.verdict)} | seconds


def peak_mib() -> float:
    """Peak memory of this process; where /proc has it not, at least that of the process that started it."""
    status = Path("/proc/self/status")
    if status.exists():
        (line,) = [line for line in status.read_text().splitlines() if line.startswith("VmHWM")]
        return int(line.split()[1]) / 1024
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1 << 20 if sys.platform == "darwin" else 1 << 10)


def child(bundle: Path, precision: Precision | None, threads: int, boards: list[Path]) -> dict[str, Any]:
    """Measure boards in the fresh process."""
    torch.set_num_threads(threads)
    inspector = inspector_of(bundle, precision)
    found = [inspected(inspector, board) for board in boards]
    capability = torch.backends.cpu.get_cpu_capability()
    return {"instructions": capability, "threads": threads, "peak_mib": peak_mib(), "boards": found}


def in_fresh_process(given: argparse.Namespace, boards: list[Path], threads: int, fewer: bool = False) -> Any:
    """Measure boards in a new process, with fewer instructions if wanted."""
    precision = ["--precision", given.precision] if given.precision else []
    command = [sys.executable, __file__, *boards, "--bundle", given.bundle, *precision, "--child", str(threads)]
    variables = {"OMP_NUM_THREADS": str(threads)} | (fewer_instructions() if fewer else {})
    done = subprocess.run(command, env=os.environ | variables, stdout=subprocess.PIPE, text=True, check=True)
    return json.loads(done.stdout.splitlines()[-1])


def agreement(given: argparse.Namespace, boards: list[Path]) -> dict[str, Any]:
    """Scores with 1, 2 and 4 threads and with fewer instructions, compared with one thread."""
    ways = [(threads, False) for threads in (1, 2, 4)] + [(2, True)]
    rows = [in_fresh_process(given, boards, *way) for way in ways]
    say(f"{'threads':>7} {'instructions':>13} {'largest difference':>19} {'other verdicts':>15}")
    for row in rows:
        pairs = list(zip(rows[0]["boards"], row["boards"], strict=True))
        row["largest"] = max(abs(a["score"] - b["score"]) for a, b in pairs)
        row["changed"] = sum(a["verdict"] != b["verdict"] for a, b in pairs)
        say(
            f"{row['threads']:>7} {row['instructions']:>13} {row['largest']:>19.3g} {row['changed']:>8} of {len(pairs)}"
        )
    return {"precision": given.precision, "ways": rows}


def times(given: argparse.Namespace, boards: list[Path]) -> dict[str, Any]:
    """Seconds per board in both precisions, measured in turn."""
    inspectors = {precision: inspector_of(given.bundle, precision) for precision in Precision}
    found: dict[Precision, list[dict[str, Any]]] = {precision: [] for precision in Precision}
    for turn, board in enumerate([boards[0], *boards]):
        for precision, inspector in inspectors.items():
            row = inspected(inspector, board)
            if turn:  # the first board of each warms up
                found[precision].append(row)
    result: dict[str, Any] = {"threads": torch.get_num_threads(), "boards": len(boards)}
    for kind in ("seconds", "processor_seconds"):
        values = {str(p): statistics.median(row[kind] for row in rows) for p, rows in found.items()}
        ratios = [a[kind] / b[kind] for a, b in zip(found[Precision.FLOAT32], found[Precision.BFLOAT16], strict=True)]
        result[kind] = values | {"ratio": statistics.median(ratios)}
        say(f"{kind}: float32 {values['float32']:.2f}, bfloat16 {values['bfloat16']:.2f}, {result[kind]['ratio']:.2f}×")
    for precision in Precision:
        given.precision = str(precision)
        result[f"peak_mib_{precision}"] = in_fresh_process(given, boards[:2], torch.get_num_threads())["peak_mib"]
        say(f"peak memory in {precision}: {result[f'peak_mib_{precision}']:.0f} MiB")
    return result


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("images", type=Path, nargs="+", help="boards, or folders of boards")
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--boards", type=int, default=8)
    parser.add_argument("--precision", choices=[str(p) for p in Precision], help="default: that of the bundle")
    parser.add_argument("--time", action="store_true")
    parser.add_argument("--json", type=Path)
    parser.add_argument("--child", type=int, help=argparse.SUPPRESS)
    given = parser.parse_args()
    boards = [board for images in given.images for board in find_images(images)]
    if given.child:
        precision = Precision(given.precision) if given.precision else None
        say(json.dumps(child(given.bundle, precision, given.child, boards)))
        return
    result = (times if given.time else agreement)(given, boards[: given.boards])
    if given.json:
        given.json.write_text(json.dumps(result, indent=1))


if __name__ == "__main__":
    main()
