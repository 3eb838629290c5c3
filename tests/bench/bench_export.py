"""Benchmark of the export: rows per second and peak memory for a workspace of many judgments, one process per format.

    python tests/bench/bench_export.py --judgments 10000 1000000

The records are sealed and chained as the repository does it, but written in one transaction, because a million commits
would measure the disk. Prints a line per number of judgments and format.
"""

from __future__ import annotations

import argparse
import hashlib
import resource
import sqlite3
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

from vqganodip.export.formats import FORMATS
from vqganodip.export.verify_file import verify_file
from vqganodip.review.judgments import Judgment, JudgmentKind
from vqganodip.store.hash_chain import seal, verify_records
from vqganodip.store.serialization import board_hash, findings_text, head_text
from vqganodip.store.sql_repository import _JUDGMENT_COLUMNS, SqlRepository, _judgment_row
from vqganodip.store.workspace import DATABASE, open_workspace
from vqganodip.testing import SAMPLE_TIME, sample_inspection

PER_BOARD = 4
KINDS = (JudgmentKind.FALSE_CALL, JudgmentKind.NG, JudgmentKind.OK, JudgmentKind.DOUBTFUL)


def fill(folder: Path, judgments: int) -> None:
    """Make a workspace with this many judgments, four per board: the first and three corrections."""
    folder.mkdir(parents=True, exist_ok=True)
    SqlRepository(folder / DATABASE).close()
    database = sqlite3.connect(folder / DATABASE, isolation_level=None)
    database.execute("PRAGMA synchronous = OFF")
    database.execute("BEGIN")
    boards = -(-judgments // PER_BOARD)
    sample = sample_inspection(1)
    hashes = []
    for number in range(1, boards + 1):
        serial = f"SN {number:08d}"
        image = hashlib.sha256(f"{number}".encode()).hexdigest()
        inspection = replace(sample, image=Path(f"boards/{serial}.png"), sha256=image)
        head, found = head_text(inspection), findings_text(inspection)
        hashes.append(board_hash(serial, head, found))
        row = (
            number,
            serial,
            serial.casefold(),
            image,
            inspection.bundle_sha256,
            inspection.score,
            1,
            head,
            hashes[-1],
        )
        database.execute("INSERT INTO boards VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)", row)
        database.execute("INSERT INTO findings VALUES (?, ?)", (number, found))
    marks = ", ".join("?" for _ in _JUDGMENT_COLUMNS)
    insert = f"INSERT INTO judgments ({', '.join(_JUDGMENT_COLUMNS)}) VALUES ({marks})"

    def rows() -> Iterator[list[object]]:
        previous = ""
        for record in range(1, judgments + 1):
            item = (record - 1) // PER_BOARD + 1
            first = (record - 1) % PER_BOARD == 0
            kind = KINDS[record % 4]
            sealed = seal(
                Judgment(
                    item_id=item, kind=kind, operator=f"operator {record % 7}", station="line 1",
                    judged_at=SAMPLE_TIME + timedelta(seconds=3 * record), review_s=2.5,
                    defect_code="Short" if kind is JudgmentKind.NG else "",
                    comment="=looked at \"twice\", fine" if record % 50 == 0 else "",
                    corrects=None if first else record - 1, app_version="bench", lot=f"lot {record // 5000}",
                ),
                record_id=record, board_hash=hashes[item - 1], prev_hash=previous,
            )  # fmt: skip
            previous = sealed.row_hash
            row = _judgment_row(sealed)
            yield [row[name] for name in _JUDGMENT_COLUMNS]

    database.executemany(insert, rows())
    database.execute("COMMIT")
    database.close()
    repository = SqlRepository(folder / DATABASE)
    repository.rebuild_queue()
    repository.close()


def measure(folder: Path, form: str) -> None:
    """Export in this process and print time and memory."""
    chosen = next(known for known in FORMATS if known.name == form)
    out = folder / f"out{chosen.ending}"
    with open_workspace(folder, create=False) as workspace:
        before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
        start = time.perf_counter()
        records = chosen.write(workspace.repository, out)
        seconds = time.perf_counter() - start
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    with out.open("rb") as file:
        lines = sum(chunk.count(b"\n") for chunk in iter(lambda: file.read(1 << 20), b""))
    say(
        f"{records:>9,} judgments as {chosen.name:<5} {lines:>9,} rows in {seconds:7.1f} s: "
        f"{lines / seconds:9,.0f} rows/s, {records / seconds:8,.0f} judgments/s, "
        f"{out.stat().st_size / 2**20:7.1f} MiB, peak memory {peak:6.1f} MiB ({peak - before:+.1f})"
    )
    out.unlink() if form != "csv" else None


def verify(folder: Path) -> None:
    """Time the verification of the chain, and of the exported file against it."""
    with open_workspace(folder, create=False) as workspace:
        start = time.perf_counter()
        found = verify_records(workspace.repository.judgments())
        middle = time.perf_counter()
        file = verify_file(folder / "out.csv", workspace.repository.judgments())
        end = time.perf_counter()
    assert found.holds
    assert file.holds
    say(f"{found.records:>9,} records verified in {middle - start:.1f} s, the CSV file in {end - middle:.1f} s")


def say(text: str) -> None:
    sys.stdout.write(f"{text}\n")
    sys.stdout.flush()


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--judgments", type=int, nargs="+", default=[10_000, 1_000_000])
    parser.add_argument("--folder", type=Path, help="measure this workspace alone, in this process")
    parser.add_argument("--format", default="csv")
    parser.add_argument("--verify", action="store_true")
    asked = parser.parse_args()
    if asked.folder is not None:
        verify(asked.folder) if asked.verify else measure(asked.folder, asked.format)
        return
    with tempfile.TemporaryDirectory() as place:
        for count in asked.judgments:
            folder = Path(place) / str(count)
            start = time.perf_counter()
            fill(folder, count)
            size = (folder / DATABASE).stat().st_size / 2**20
            say(f"{count:>9,} judgments written in {time.perf_counter() - start:.1f} s, database {size:,.0f} MiB")
            for form in FORMATS:
                command = [sys.executable, __file__, "--folder", str(folder), "--format", form.name]
                subprocess.run(command, check=True)
            subprocess.run([sys.executable, __file__, "--folder", str(folder), "--verify"], check=True)


if __name__ == "__main__":
    main()
