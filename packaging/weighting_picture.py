"""Draw the effect of the normal-variation mask (Figure 7 of the paper) on the candidates of normal boards.

    python packaging/weighting_picture.py OUT.png --bundle DIR [--boards 20] [--seed 91000]

For each weighting, the script prints the share of candidates whose centre is in the 2-D code, and the share on the 5 %
of pixels that vary most between normal boards (glossy joints, edges, print). It draws the first board with both.
"""

from __future__ import annotations

import argparse
import dataclasses
import tempfile
from pathlib import Path
from typing import Final

import cv2
import numpy as np
from numpy.typing import NDArray

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration.localisation import to_grid
from vqganodip.datasets.synthetic.product import DEMO_PRODUCT
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.detection.candidates import CandidateSet, find_candidates
from vqganodip.imaging.decoding import write_png
from vqganodip.inspection.inspector import Inspector, Measured
from vqganodip.presets import PRESETS
from vqganodip.records import Weighting
from vqganodip.types import Box, Image

VIEWS: Final = (Weighting.RAW, Weighting.WEIGHTED)
VARYING: Final = 0.05
CROP: Final = Box(60, 420, 560, 960)


def measured(inspector: Inspector, folder: Path, seed: int) -> tuple[Measured, Box]:
    """Return a normal board and the box of its 2-D code on the working grid."""
    board = render_board(DEMO_PRODUCT, seed)
    write_png(folder / "board.png", board.image)
    found = next(e for e in inspector.measure(folder / "board.png") if isinstance(e, Measured))
    return found, to_grid(board.barcode, found.placed.transform)


def by_the_paper(inspector: Inspector, board: Measured, weighting: Weighting) -> CandidateSet:
    """Return the candidates of the paper's procedure on one map, ranked by the bundle's features."""
    settings = dataclasses.replace(PRESETS["paper"].candidates, keep_repeats=False)
    pixels, again = board.placed.pixels, board.reconstruction.pixels
    extractor = inspector.model.networks.extractor
    return find_candidates(pixels, again, board.views[weighting].difference, extractor, settings)


def share_inside(found: CandidateSet, area: NDArray[np.bool_]) -> float:
    """Return the share of candidates whose centre is in an area, bool H×W."""
    x, y = found.boxes[:, [0, 2]].sum(axis=1) // 2, found.boxes[:, [1, 3]].sum(axis=1) // 2
    return float(area[y, x].mean())


def draw_candidates(board: Measured, found: CandidateSet, words: str) -> Image:
    """Draw the candidates on the part of the board around the 2-D code."""
    picture = np.ascontiguousarray(board.placed.pixels[CROP.y0 : CROP.y1, CROP.x0 : CROP.x1])
    picture = cv2.resize(picture, None, fx=1.6, fy=1.6, interpolation=cv2.INTER_CUBIC)
    for x0, y0, x1, y1 in (1.6 * (found.boxes - np.array([CROP.x0, CROP.y0] * 2))).astype(int).tolist():
        cv2.rectangle(picture, (x0, y0), (x1, y1), (255, 90, 60), 1, cv2.LINE_AA)
    cv2.rectangle(picture, (0, 0), (picture.shape[1], 26), (18, 18, 18), -1)
    cv2.putText(picture, words, (8, 18), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (235, 235, 235), 1, cv2.LINE_AA)
    return picture


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--boards", type=int, default=20)
    parser.add_argument("--seed", type=int, default=91_000)
    options = parser.parse_args()
    inspector = Inspector.for_measuring(open_bundle(options.bundle))
    inside: dict[tuple[str, Weighting], list[tuple[float, float]]] = {}
    variation = inspector.model.variation
    if variation is None:
        parser.error("the bundle has no normal-variation mask")
    varying = variation.mean > np.quantile(variation.mean, 1.0 - VARYING)
    with tempfile.TemporaryDirectory() as folder:
        for n in range(options.boards):
            board, code = measured(inspector, Path(folder), options.seed + n)
            sets = {("paper", w): by_the_paper(inspector, board, w) for w in VIEWS}
            sets |= {("robust", w): view.candidates for w, view in board.views.items()}
            label = np.zeros_like(varying)
            label[code.y0 : code.y1, code.x0 : code.x1] = True
            for key, found in sets.items():
                inside.setdefault(key, []).append((share_inside(found, label), share_inside(found, varying)))
            if n == 0:
                words = {w: f"{w.value}: {len(sets['paper', w])} candidates" for w in VIEWS}
                write_png(options.out, np.hstack([draw_candidates(board, sets["paper", w], words[w]) for w in VIEWS]))
    area = f"{100 * label.mean():.1f} %"
    print(f"Share of candidates in the 2-D code ({area} of the image), and on the {100 * VARYING:.0f} % of the")
    print(f"pixels that vary most; mean of {options.boards} normal boards:")
    for (preset, weighting), shares in inside.items():
        in_code, on_varying = 100 * np.mean(shares, axis=0)
        print(f"  {preset:6} {weighting.value:12} {in_code:5.1f} % {on_varying:5.1f} %")


if __name__ == "__main__":
    main()
