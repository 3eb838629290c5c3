"""The boards of the first start, judged by a bundle at its own threshold.

    python tests/bench/bench_demo_line.py [--bundle DIR] [--boards N]

Prints how many normal boards are flagged, how many defective ones, and on how many of those the first region, or any
region, covers a pixel that a defect changed. Serial numbers follow where the first region is elsewhere or the board
passed.
"""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
from pathlib import Path

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

import numpy as np

from vqganodip.calibration.localisation import on_grid
from vqganodip.datasets.synthetic.demo_line import DemoLine
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.imaging.decoding import write_png
from vqganodip.inspection.inspector import Inspected, Inspector
from vqganodip.records import Label, Verdict

BUNDLE = Path(__file__).resolve().parents[2] / "resources" / "demo" / "gearbox"


def main() -> None:
    """Draw the boards, inspect them and print the counts."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--bundle", type=Path, default=BUNDLE)
    parser.add_argument("--boards", type=int)
    given = parser.parse_args()
    line, inspector = DemoLine(), Inspector.open(given.bundle)
    good, bad = [], []
    with tempfile.TemporaryDirectory() as folder:
        for board in line.boards()[: given.boards]:
            drawn = render_board(
                line.product,
                board.seed,
                size=line.size,
                defects=board.defects,
                variation=line.variation,
                serial=board.serial,
            )
            path = Path(folder) / board.name
            write_png(path, drawn.image)
            *_, last = inspector.inspect(path)
            assert isinstance(last, Inspected)
            inspection = last.inspection
            flagged = inspection.verdict is Verdict.REVIEW
            kinds = ", ".join(board.defects)
            sys.stdout.write(f"{board.serial} {inspection.score:.4f} {'flagged' if flagged else 'passed':8}{kinds}\n")
            sys.stdout.flush()
            if board.label is Label.NORMAL:
                good.append(flagged)
                continue
            mask = on_grid(drawn.mask, np.array(inspection.transform).reshape(2, 3), inspection.grid)
            hits = [bool(mask[r.box.y0 : r.box.y1, r.box.x0 : r.box.x1].any()) for r in inspection.regions]
            bad.append((flagged, hits[:1] == [True], any(hits)))
    flags, first, every = (sum(one[i] for one in bad) for i in range(3))
    sys.stdout.write(f"normal boards flagged: {sum(good)} of {len(good)}\n")
    sys.stdout.write(f"defective boards flagged: {flags} of {len(bad)}\n")
    sys.stdout.write(f"first region on a defect: {first}, any region: {every}\n")


if __name__ == "__main__":
    main()
