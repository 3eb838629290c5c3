"""Benchmark of regions: share of defects that the first region, or any region, of each map covers.

    python tests/bench/bench_regions.py DATASET --bundle DIR [--boards 200]

Maps: the segmentation network, the features of normal images, and the higher of both at each pixel. A region covers a
defect as in the reports (``calibration/localisation.py``).
"""

from __future__ import annotations

import argparse
import os
import sys
from pathlib import Path
from typing import Final

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

import numpy as np

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration.localisation import locate
from vqganodip.datasets.ground_truth import load_defects, load_mask
from vqganodip.datasets.layouts import load_dataset
from vqganodip.detection.candidates import find_candidates, merge_regions
from vqganodip.inspection.inspector import Inspector, Measured
from vqganodip.records import Label, Weighting

MAPS: Final = (Weighting.FOREIGN, Weighting.FEATURES)


def main() -> None:
    """Print a line for each map."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--boards", type=int, default=200)
    given = parser.parse_args()
    dataset = load_dataset(given.dataset, to_train=False)
    inspector = Inspector.for_measuring(open_bundle(given.bundle))
    known = load_defects(dataset)
    hits: dict[str, list[tuple[bool, bool]]] = {}
    for image in [i for i in dataset.test if i.label is Label.DEFECTIVE][: given.boards]:
        *_, measured = inspector.measure(image.path)
        assert isinstance(measured, Measured)
        pixels, transform = measured.placed.pixels, measured.placed.transform
        maps = {str(name): measured.views[name].difference for name in MAPS if name in measured.views}
        if len(maps) == len(MAPS):
            maps["higher of both"] = np.maximum(*maps.values())
        mask, size = load_mask(image), (pixels.shape[1], pixels.shape[0])
        for name, values in maps.items():
            settings = inspector.model.preset.candidates
            found = find_candidates(None, values, settings, None, measured.placed.outside, evidence=values)
            regions = merge_regions(found.candidates)
            for first, every in zip(
                locate(known.get(image.path, ()), mask, transform, size, found.candidates, regions[:1]),
                locate(known.get(image.path, ()), mask, transform, size, found.candidates, regions),
                strict=True,
            ):
                hits.setdefault(name, []).append((first.region is not None, every.region is not None))
    for name, rows in hits.items():
        first, every = 100 * np.mean(np.array(rows), axis=0)
        sys.stdout.write(f"{name:16} {len(rows)} defects: first region {first:5.1f} %, any region {every:5.1f} %\n")


if __name__ == "__main__":
    main()
