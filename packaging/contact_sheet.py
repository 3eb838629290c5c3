"""Draw the contact sheet of the README: every product, and every kind of defect from faint to gross.

    python packaging/contact_sheet.py OUT.jpg [--seed 7]

A thin line around a defect is the outline of its mask.
"""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import Final

import cv2
import numpy as np

from vqganodip.datasets.synthetic.defects import DefectKind
from vqganodip.datasets.synthetic.product import DEMO_PRODUCT, PRODUCTS
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.types import Image

WIDTH: Final = 1680
COLUMNS: Final = 7
CROP: Final = 96
GRADES: Final = ((0.0, 0.2), (0.35, 0.55), (0.75, 1.0))


def products(seed: int) -> Image:
    """Return one normal board of each product, side by side."""
    side = WIDTH // len(PRODUCTS)
    boards = [render_board(name, seed + n).image for n, name in enumerate(PRODUCTS)]
    return np.hstack([cv2.resize(board, (side, side), interpolation=cv2.INTER_AREA) for board in boards])


def defect(kind: DefectKind, grade: tuple[float, float], seed: int) -> Image:
    """Return an enlarged crop around a defect, with its outline and name."""
    board = render_board(DEMO_PRODUCT, seed, defects=[kind], severity=grade)
    (truth,) = board.defects
    side = board.image.shape[0]
    half = max(CROP // 2, (max(truth.box.width, truth.box.height) + 16) // 2)
    x = int(np.clip((truth.box.x0 + truth.box.x1) // 2 - half, 0, side - 2 * half))
    y = int(np.clip((truth.box.y0 + truth.box.y1) // 2 - half, 0, side - 2 * half))
    window = slice(y, y + 2 * half), slice(x, x + 2 * half)
    cell = WIDTH // COLUMNS
    picture = cv2.resize(np.ascontiguousarray(board.image[window]), (cell, cell), interpolation=cv2.INTER_CUBIC)
    mask = cv2.dilate(board.mask[window].astype(np.uint8), np.ones((5, 5), np.uint8))
    mask = cv2.resize(mask, (cell, cell), interpolation=cv2.INTER_NEAREST)
    outline, _ = cv2.findContours(mask, cv2.RETR_EXTERNAL, cv2.CHAIN_APPROX_NONE)
    cv2.drawContours(picture, outline, -1, (255, 230, 60), 1, cv2.LINE_AA)
    cv2.rectangle(picture, (0, 0), (cell, 20), (18, 18, 18), -1)
    words = f"{kind.value.replace('_', ' ')}  {truth.severity:.2f}"
    cv2.putText(picture, words, (5, 15), cv2.FONT_HERSHEY_SIMPLEX, 0.42, (235, 235, 235), 1, cv2.LINE_AA)
    return picture


def sheet(seed: int) -> Image:
    """Return the whole contact sheet, uint8 H×1680×3."""
    rows = [products(seed)]
    kinds = list(DefectKind)
    for first in range(0, len(kinds), COLUMNS):
        for number, grade in enumerate(GRADES):
            cells = [defect(k, grade, seed + 50 * n + number) for n, k in enumerate(kinds[first : first + COLUMNS])]
            rows.append(np.hstack(cells))
    return np.vstack(rows)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("out", type=Path)
    parser.add_argument("--seed", type=int, default=7)
    options = parser.parse_args()
    picture = sheet(options.seed)
    options.out.parent.mkdir(parents=True, exist_ok=True)
    if not cv2.imwrite(str(options.out), picture[..., ::-1], [cv2.IMWRITE_JPEG_QUALITY, 88]):
        raise SystemExit(f"{options.out} could not be written; check the folder and the file's ending.")
    print(f"{options.out}: {picture.shape[1]}×{picture.shape[0]}")


if __name__ == "__main__":
    main()
