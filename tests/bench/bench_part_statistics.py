"""Benchmark of part statistics: known defects beyond all normal boards, image AUROC, seconds, and reasons of regions.

    python tests/bench/bench_part_statistics.py DATASET --bundle DIR [--boards 20] [--pictures DIR] [--json FILE]

A defect is beyond all normal boards if, among the areas that its box shares, a statistic deviates more than any
statistic of these areas on every normal test board. With ``--boards N``, N defective boards are inspected, and the
reasons of their shown regions are printed next to the known defect that the region touches, to be judged by a person;
``--pictures`` writes an enlarged crop of each region, with the reference board at its right.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

import cv2
import numpy as np
from numpy.typing import NDArray

from vqganodip.bundles.archive import open_bundle
from vqganodip.datasets.ground_truth import load_defects
from vqganodip.datasets.layouts import Dataset, load_dataset
from vqganodip.detection.metrics.inputs import MetricInputs
from vqganodip.detection.metrics.registry import columns_of
from vqganodip.detection.part_statistics import PARTS, PartDeviations
from vqganodip.detection.reason_words import reason_message
from vqganodip.detection.reasons import LEAST_SHARED, shared_areas
from vqganodip.imaging.decoding import read_image
from vqganodip.inspection.inspector import Inspected, Inspector, Placed, place
from vqganodip.records import Label
from vqganodip.statistics import auroc
from vqganodip.types import Box, Image

ROOM = 24
"""Pixels around a region in its picture."""
SCALE = 6


def on_grid(box: Box, placed: Placed) -> Box:
    """A box of source pixels on the working grid, rounded outwards."""
    transform = np.vstack([placed.transform, [0, 0, 1]])
    corners = np.array([[x, y, 1] for x in (box.x0, box.x1) for y in (box.y0, box.y1)], float).T
    x, y, _ = np.linalg.inv(transform) @ corners
    return Box(int(np.floor(x.min())), int(np.floor(y.min())), int(np.ceil(x.max())), int(np.ceil(y.max())))


def part_columns(parts: PartDeviations, pixels: Image) -> dict[str, float]:
    """The metrics of the family ``parts`` of one board."""
    inputs = MetricInputs(pixels, None, {}, part_deviations=parts)
    values: dict[str, float] = {}
    for family, metric in columns_of({"part_deviations"}):
        values |= metric.values(inputs, family)
    return values


def measure(dataset: Dataset, inspector: Inspector) -> dict[str, Any]:
    """Deviations at known defects and on normal boards, the table of metrics, and the seconds of the statistics."""
    model, known = inspector.model, load_defects(dataset)
    normal, rows, labels, seconds = [], [], [], []
    defects: list[tuple[str, NDArray[np.bool_], float]] = []
    for image in dataset.test:
        placed = place(model, read_image(image.path))
        began = time.process_time()
        parts = model.part_deviations(placed.pixels, placed.outside)
        seconds.append(time.process_time() - began)
        assert parts is not None
        rows.append(part_columns(parts, placed.pixels))
        labels.append(int(image.label is Label.DEFECTIVE))
        if image.label is Label.NORMAL:
            normal.append(np.abs(parts.deviation).max(axis=2))
            continue
        for defect in known.get(image.path, ()):
            shared = shared_areas(on_grid(defect.box, placed), parts)
            own = np.abs(parts.deviation).max(axis=2)[shared]
            defects.append((defect.kind, shared, float(own.max()) if own.size else 0.0))
    usual = np.array(normal)
    kinds: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for kind, shared, sigma in defects:
        highest = float(usual[:, shared].max()) if shared.any() else np.inf
        kinds[kind].append((sigma, sigma > highest))
    y = np.array(labels)
    return {
        "kinds": kinds,
        "auroc": {name: auroc(np.array([row[name] for row in rows]), y) for name in rows[0]},
        "seconds": float(np.median(seconds)),
        "normal": len(normal),
    }


def picture(board: Image, reference: Image, box: Box) -> Image:
    """An enlarged crop of a region, with the reference board at its right."""
    height, width = board.shape[:2]
    y0, y1 = max(0, box.y0 - ROOM), min(height, box.y1 + ROOM)
    x0, x1 = max(0, box.x0 - ROOM), min(width, box.x1 + ROOM)
    halves = []
    for pixels in (board, reference):
        large = cv2.resize(pixels[y0:y1, x0:x1], None, fx=SCALE, fy=SCALE, interpolation=cv2.INTER_CUBIC)
        corner, end = (SCALE * (box.x0 - x0), SCALE * (box.y0 - y0)), (SCALE * (box.x1 - x0), SCALE * (box.y1 - y0))
        halves.append(cv2.rectangle(large, corner, end, (255, 255, 0), 1))
    return np.ascontiguousarray(np.hstack(halves)[..., ::-1])


def reasons(dataset: Dataset, bundle: Path, count: int, pictures: Path | None) -> list[dict[str, Any]]:
    """The shown regions of some defective boards, their reasons, and the kinds of the known defects that they touch."""
    inspector, known = Inspector.open(bundle), load_defects(dataset)
    boards = [image for image in dataset.test if image.label is Label.DEFECTIVE and known.get(image.path)]
    chosen = np.unique(np.linspace(0, len(boards) - 1, min(count, len(boards))).astype(int))
    rows: list[dict[str, Any]] = []
    for number in chosen:
        image = boards[number]
        (last,) = [e for e in inspector.inspect(image.path) if isinstance(e, Inspected)]
        placed = place(inspector.model, read_image(image.path))
        truth = [(on_grid(d.box, placed), d.kind) for d in known[image.path]]
        for index, region in enumerate(last.inspection.shown_regions):
            touched = [kind for box, kind in truth if box.touches(region.box)]
            name = f"{image.path.parent.name}-{image.path.stem}-{index + 1}"
            texts = [str(reason_message(reason)) for reason in region.reasons]
            rows.append({"region": name, "truth": touched, "reasons": texts})
            if pictures is not None:
                crop = picture(placed.pixels, inspector.model.reference_board(), region.box)
                cv2.imwrite(str(pictures / f"{name}.png"), crop)
    return rows


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--boards", type=int, default=0)
    parser.add_argument("--pictures", type=Path)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    cv2.setNumThreads(1)
    dataset, opened = load_dataset(given.dataset, to_train=False), open_bundle(given.bundle)
    found = measure(dataset, Inspector.for_measuring(opened))
    sys.stdout.write(
        f"{len(opened.read(PARTS))} bytes, {found['seconds']:.3f} processor seconds per board (median)\n"
        f"defects beyond all {found['normal']} normal boards (areas shared from {LEAST_SHARED:.0%} on)\n"
    )
    everything = [one for of in found["kinds"].values() for one in of]
    for kind, of in [*sorted(found["kinds"].items()), ("all", everything)]:
        sigmas, beyond = [sigma for sigma, _ in of], [is_beyond for _, is_beyond in of]
        share, median = 100 * np.mean(beyond), np.median(sigmas)
        sys.stdout.write(f"  {kind:20} {len(of):4}  {share:5.1f} %  median {median:6.1f} σ\n")
    for name, value in found["auroc"].items():
        sys.stdout.write(f"  AUROC {name:32} {value:.3f}\n")
    if given.pictures is not None:
        given.pictures.mkdir(parents=True, exist_ok=True)
    rows = reasons(dataset, given.bundle, given.boards, given.pictures) if given.boards else []
    for row in rows:
        sys.stdout.write(f"{row['region']:30} {', '.join(row['truth']) or '(none)':30} {' | '.join(row['reasons'])}\n")
    if given.json is not None:
        given.json.write_text(json.dumps({**found, "reasons": rows}, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
