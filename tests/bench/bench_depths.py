"""The depths of one whole, fitted bundle on a rendered line that it never saw.

    python tests/bench/bench_depths.py BUNDLE WORK [--product gearbox] [--good 150] [--defective 150] [--seed N] \\
        [--seed-plus 0] [--variation 1]

The general network as it is (depth at once), the adapted network alone, the mean of both (depth adapted), and the
composite score (depth whole), all with the reference board and the statistics of the bundle. The seed of the line is
the first eight hexadecimal digits of the sha256 of the bundle's manifest plus ``--seed-plus``, unless one is given. The
line is rendered into WORK and stays there; the figures are printed and appended to WORK/depths.jsonl, the scores of
every board are written to WORK/SEED.scores.json. See ``bench_general_network.py`` for the figures.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path
from typing import Any

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

import numpy as np
from bench_general_network import covered_by, figures_of, rendered

from vqganodip.bundles.archive import open_bundle
from vqganodip.bundles.networks import segmentation_bytes
from vqganodip.datasets.ground_truth import load_defects
from vqganodip.datasets.layouts import load_dataset
from vqganodip.detection.place_statistics import ProductStatistics
from vqganodip.inspection.inspector import Inspector, Measured, read_scorer
from vqganodip.neural.inference import SegmentationSession
from vqganodip.neural.networks.shipped import general_bytes
from vqganodip.records import Label


def main() -> None:
    """Render the line, judge it by every depth and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("bundle", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--product", default="gearbox")
    parser.add_argument("--good", type=int, default=150)
    parser.add_argument("--defective", type=int, default=150)
    parser.add_argument("--variation", type=float, default=1.0)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--seed-plus", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    parser.add_argument("--scored-only", action="store_true", help="leave out the networks one by one")
    a = parser.parse_args()
    a.normals = [1]  # the bundle has its own
    bundle = open_bundle(a.bundle)
    seed = a.seed if a.seed is not None else int(bundle.sha256[:8], 16) + a.seed_plus
    folder = rendered(a, seed)
    dataset = load_dataset(folder)
    defects = load_defects(dataset)
    inspector, scorer = Inspector.open(a.bundle), read_scorer(bundle)
    threshold = float(bundle.read_json("threshold")["threshold"])
    about = inspector.model.known
    assert isinstance(about, ProductStatistics)
    general = SegmentationSession.from_bytes(general_bytes())
    adapted = SegmentationSession.from_bytes(segmentation_bytes(bundle))
    scores: dict[str, list[float]] = {}
    covered: dict[str, list[list[bool]]] = {}
    labels, known = [], []
    for image in dataset.test:
        *_, measured = inspector.measure(image.path)
        assert isinstance(measured, Measured)
        placed, mine = measured.placed, defects.get(image.path, ())
        labels.append(int(image.label is Label.DEFECTIVE))
        known.append(mine)
        scores.setdefault("composite score", []).append(scorer.score(measured.row))
        covered.setdefault("composite score", []).append([])
        if a.scored_only:
            continue
        maps = general.maps(placed.pixels)
        odds = {
            name: s.segment_maps(placed.pixels, about, maps)
            for name, s in (("as it is", general), ("adapted", adapted))
        }
        odds["mean of both"] = np.mean(list(odds.values()), axis=0)
        for name, values in odds.items():
            scores.setdefault(name, []).append(float(values.max()))
            covered.setdefault(name, []).append(covered_by(values, mine, placed.transform))
    truth = np.array(labels)
    own = np.array(scores["composite score"]) >= threshold
    for name, values in scores.items():
        at_threshold: dict[str, Any] = {}
        if name == "composite score":
            flagged, missed = int((own & (truth == 0)).sum()), int((~own & (truth == 1)).sum())
            at_threshold = {"threshold": threshold, "good_flagged": flagged, "defective_missed": missed}
        figures = {
            "bundle": bundle.sha256[:8],
            "product": a.product,
            "seed": seed,
            "variation": a.variation,
            "score": name,
            **at_threshold,
            **figures_of(np.array(values), truth, known, covered[name]),
        }
        with (a.work / "depths.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(figures) + "\n")
        sys.stdout.write(json.dumps(figures, indent=1) + "\n")
    names = [image.path.relative_to(folder).as_posix() for image in dataset.test]
    (a.work / f"{seed}.scores.json").write_text(json.dumps({"boards": names, "labels": labels, **scores}))


if __name__ == "__main__":
    main()
