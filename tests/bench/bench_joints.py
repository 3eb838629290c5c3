"""Statistics by parts and by joints: which known defects lie beyond all normal boards, image AUROC, and seconds.

    python tests/bench/bench_joints.py DATASET [--json FILE]

DATASET is written by ``vqganodip render``, which puts the placement next to the boards. Nothing is inspected: boards
are registered to a reference board of the training boards, and only the statistics are measured, in four ways: in the
parts found from the spread of normal boards, in the outlines of the placement file, in its joints, and in the parts
found and the joints together.

Of the defects of one joint, the reasons of the regions at their true boxes are counted, from the parts that were found:
how many have a reason, how many of these name a pin, and whether it is the pin whose pad the defect overlaps most.

A defect is beyond all normal boards if, among the areas that its box shares, a statistic deviates more than any
statistic of these areas on every normal test board. The score of a board is that of the composite with the metrics of
parts alone, from folds without the board (protocol ``nested``).
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

import cv2
import numpy as np
from bench_part_statistics import part_columns
from numpy.typing import NDArray

from vqganodip.calibration.localisation import to_grid
from vqganodip.datasets.ground_truth import load_defects
from vqganodip.datasets.layouts import Dataset, load_dataset
from vqganodip.datasets.synthetic.dataset import PLACEMENT
from vqganodip.detection.components import find_components
from vqganodip.detection.part_statistics import PartStatistics, statistics_of, with_sections
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.reasons import shared_areas, with_reasons
from vqganodip.imaging import registration
from vqganodip.imaging.decoding import read_image
from vqganodip.placement.fiducials import lay_on_fiducials
from vqganodip.placement.reading import read_placement
from vqganodip.placement.record import BoardParts, PlacementRecord, record_of
from vqganodip.records import Label, LabelledImage, MetricTable, Region
from vqganodip.scoring.composite import FitOptions, fit_composite
from vqganodip.statistics import auroc
from vqganodip.types import Box, Image

CLASSIFIERS = ("MLR", "BSM")
JOINT_KINDS = ("insufficient_solder", "excess_solder", "lifted_lead")


@dataclass
class Measured:
    """Figures of the test boards by one way of measuring.

    Attributes:
        statistics: What is normal.
        normal: P×A per normal board, the highest deviation of each area.
        defects: Per known defect its kind, its areas and its deviation.
        rows: Metrics of parts of every board.
        seconds: Processor seconds of every board.
    """

    statistics: PartStatistics
    normal: list[NDArray[np.float32]] = field(default_factory=list)
    defects: list[tuple[str, NDArray[np.bool_], float]] = field(default_factory=list)
    rows: list[dict[str, float]] = field(default_factory=list)
    seconds: list[float] = field(default_factory=list)


def say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


def laid_on(pixels: PixelStatistics, placement: Path) -> PlacementRecord:
    """The placement of the boards on their average."""
    mean = np.clip(np.rint(pixels.mean), 0, 255).astype(np.uint8)
    laid = lay_on_fiducials(read_placement(placement), mean, np.asarray(pixels.scale.mean(axis=2), np.float32))
    return record_of(laid, file_sha256="", grid=(mean.shape[1], mean.shape[0]), sizes={})


def ways(boards: list[Image], pixels: PixelStatistics, record: PlacementRecord) -> dict[str, Measured]:
    """Measure what is normal in each of the four ways."""
    joints = [joint.box for joint in record.joints()]
    spread = with_sections([component.box for component in find_components(pixels.scale)])
    width, height = record.grid
    outlines = [one.box for one in record.laid() if not one.part.fiducial]
    bounds = [Box(max(b.x0, 0), max(b.y0, 0), min(b.x1, width), min(b.y1, height)) for b in outlines]
    found = {}
    for name, boxes in {
        "spread": spread, "file": with_sections(bounds), "joints": joints, "spread and joints": [*spread, *joints]
    }.items():  # fmt: skip
        *_, statistics = statistics_of(boards, pixels, boxes)
        assert isinstance(statistics, PartStatistics)
        found[name] = Measured(statistics)
        say(f"{name}: {len(boxes)} parts")
    return found


@dataclass
class Pins:
    """Defects of joints: how many, with a reason, with a pin, and with the right one."""

    defects: int = 0
    explained: int = 0
    named: int = 0
    right: int = 0

    def count(self, region: Region, parts: BoardParts, record: PlacementRecord) -> None:
        """Count a defect by the reasons of its true box."""
        truth = max(record.joints(), key=lambda joint: shared(joint.box, region.box))
        if not shared(truth.box, region.box):  # a package whose pads are unknown
            return
        named = [reason for reason in parts.explained(region, record.grid) if reason.pin]
        self.defects += 1
        self.explained += bool(region.reasons)
        self.named += bool(named)
        self.right += bool(named) and (named[0].ref_des, named[0].pin) == (truth.ref_des, truth.number)


def shared(one: Box, other: Box) -> int:
    """Pixels that two boxes share."""
    width, height = min(one.x1, other.x1) - max(one.x0, other.x0), min(one.y1, other.y1) - max(one.y0, other.y0)
    return max(width, 0) * max(height, 0)


def measure(dataset: Dataset) -> tuple[dict[str, Measured], list[LabelledImage], Pins]:
    """Measure all test boards in each way."""
    train = [read_image(image.path).pixels for image in dataset.train]
    reference = registration.build_reference(train)
    boards = [registration.register(board, reference).pixels for board in train]
    pixels = PixelStatistics.from_arrays(PixelStatistics.build(boards, gain=False).to_arrays())
    record = laid_on(pixels, dataset.root / PLACEMENT)
    found, known, images = ways(boards, pixels, record), load_defects(dataset), []
    named, pins = BoardParts(record), Pins()
    for image in dataset.test:
        registered = registration.register(read_image(image.path).pixels, reference)
        images.append(image)
        for way, one in found.items():
            began = time.process_time()
            parts = one.statistics.deviations(registered.pixels, pixels)
            one.seconds.append(time.process_time() - began)
            one.rows.append(part_columns(parts, registered.pixels))
            highest = np.abs(parts.deviation).max(axis=2)
            if image.label is Label.NORMAL:
                one.normal.append(highest)
                continue
            for defect in known.get(image.path, ()):
                box = to_grid(defect.box, np.reshape(registered.transform, (2, 3)))
                areas = shared_areas(box, parts)
                own = highest[areas]
                one.defects.append((defect.kind, areas, float(own.max()) if own.size else 0.0))
                if way == "spread" and defect.kind in JOINT_KINDS:
                    (region,) = with_reasons([Region(box, 0.0, 0.0, 1)], registered.pixels, pixels, parts)
                    pins.count(region, named, record)
    return found, images, pins


def report(measured: Measured, images: list[LabelledImage]) -> dict[str, Any]:
    """Defects beyond all normal boards by kind, and the figures of scores from these statistics alone."""
    usual = np.array(measured.normal)
    kinds: dict[str, list[tuple[float, bool]]] = defaultdict(list)
    for kind, areas, sigma in measured.defects:
        highest = float(usual[:, areas].max()) if areas.any() else np.inf
        kinds[kind].append((sigma, sigma > highest))
    names = tuple(measured.rows[0])
    values = np.array([[row[name] for name in names] for row in measured.rows])
    labels = np.array([image.label is Label.DEFECTIVE for image in images], int)
    scores = {}
    for classifier in CLASSIFIERS:
        table = MetricTable(names, values, tuple(images))
        fitted = fit_composite(table, FitOptions(protocol="nested", classifiers=(classifier,)))
        least = fitted.scores[labels == 1].min()
        scores[classifier] = {
            "auroc": auroc(fitted.scores, labels),
            "false_positives_at_no_miss": float(np.mean(fitted.scores[labels == 0] >= least)),
        }
    return {
        "kinds": dict(sorted(kinds.items())),
        "scores": scores,
        "columns": {name: auroc(values[:, i], labels) for i, name in enumerate(names)},
        "seconds": float(np.median(measured.seconds)),
    }


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    cv2.setNumThreads(1)
    found, images, pins = measure(load_dataset(given.dataset, to_train=False))
    say(
        f"defects of joints whose pads are known: {pins.defects}; with a reason {pins.explained}, "
        f"with a pin {pins.named}, with the right one {pins.right}"
    )
    reports = {name: report(one, images) for name, one in found.items()}
    every = sorted({kind for of in reports.values() for kind in of["kinds"]})
    say(f"{'beyond all normal boards, %':22}" + "".join(f"{name:>20}" for name in reports))
    for kind in [*every, "all"]:
        cells = []
        for of in reports.values():
            ones = of["kinds"][kind] if kind != "all" else [one for some in of["kinds"].values() for one in some]
            cells.append(f"{100 * np.mean([b for _, b in ones]):6.1f} ({np.median([s for s, _ in ones]):5.1f} σ)")
        say(f"{kind:22} {len(ones):4}" + "".join(f"{cell:>20}" for cell in cells))
    for name, of in reports.items():
        say(f"{name}: {of['seconds']:.3f} processor seconds per board (median)")
        for classifier, value in of["scores"].items():
            say(
                f"  {classifier}, nested: AUROC {value['auroc']:.3f}, "
                f"false positives at no miss {value['false_positives_at_no_miss']:.3f}"
            )
        say("  " + ", ".join(f"{column} {value:.3f}" for column, value in of["columns"].items()))
    if given.json is not None:
        given.json.write_text(json.dumps(reports, indent=1), encoding="utf-8")


if __name__ == "__main__":
    main()
