"""The general segmentation network as it is, on rendered lines of products that it never saw.

    python tests/bench/bench_general_network.py WEIGHTS.safetensors WORK --product gearbox --normals 50 \\
        --good 150 --defective 150 [--seed N] [--seed-plus 0] [--variation 1]

The seed of a line is the first eight hexadecimal digits of the sha256 of the weights plus ``--seed-plus``, unless one
is given. The line is rendered into WORK and stays there; the figures are printed and appended to WORK/figures.jsonl.
The image score is the highest cell. A defect is covered if one of the twenty regions around the highest cells, no two
of them closer than 24 px, reaches it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import time
from collections import defaultdict
from pathlib import Path
from typing import Any

import numpy as np
import torch
from safetensors.torch import load_file

from vqganodip.datasets.ground_truth import load_defects
from vqganodip.datasets.layouts import load_dataset
from vqganodip.datasets.synthetic.dataset import RenderedLine, write_line
from vqganodip.detection.candidates import candidate_pixels
from vqganodip.detection.place_statistics import ProductStatistics, places_from_arrays, places_to_arrays
from vqganodip.detection.segmentation_map import ODDS_RANGE, SEGMENTATION_CELL
from vqganodip.imaging import registration
from vqganodip.imaging.decoding import read_image
from vqganodip.neural.board_maps import board_maps, general_inputs, product_statistics
from vqganodip.neural.networks.efficientnet_lite import efficientnet_lite
from vqganodip.neural.networks.general_segmentation import general_network_from
from vqganodip.records import Label
from vqganodip.settings import CandidateSettings
from vqganodip.statistics import auroc, clopper_pearson

MISSES = (0, 1, 2, 5, 8)
REGION_PX = 32
SMALL_PX = 12
ROUNDED = 20
"""Boards that are also judged with statistics that are not rounded to 8 bits."""


def main() -> None:
    """Render the line, judge it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path)
    parser.add_argument("work", type=Path)
    parser.add_argument("--product", default="gearbox")
    parser.add_argument("--normals", type=int, default=50)
    parser.add_argument("--good", type=int, default=150)
    parser.add_argument("--defective", type=int, default=150)
    parser.add_argument("--variation", type=float, default=1.0)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--seed-plus", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    a = parser.parse_args()
    digest = hashlib.sha256(a.weights.read_bytes()).hexdigest()
    seed = a.seed if a.seed is not None else int(digest[:8], 16) + a.seed_plus
    line = RenderedLine(a.product, seed, a.normals, 0, a.good, a.defective, variation=a.variation)
    folder = a.work / f"{a.product}-{seed}-{a.normals}-{a.good}-{a.defective}-{a.variation:g}".replace("@", "_")
    if not folder.exists():
        part = folder.with_name(f"{folder.name}.part")
        shutil.rmtree(part, ignore_errors=True)  # left by an interrupted run
        write_line(part, line, jobs=a.jobs)
        part.rename(folder)
    started = time.monotonic()
    figures = judged(a.weights, folder)
    figures = {
        "weights": digest[:8],
        "product": a.product,
        "seed": seed,
        "normals": a.normals,
        "variation": a.variation,
        "seconds": round(time.monotonic() - started, 1),
        **figures,
    }
    with (a.work / "figures.jsonl").open("a", encoding="utf-8") as file:
        file.write(json.dumps(figures) + "\n")
    sys.stdout.write(json.dumps(figures, indent=1) + "\n")


def judged(weights: Path, folder: Path) -> dict[str, Any]:
    """Figures of a network on the line in a folder."""
    dataset = load_dataset(folder)
    defects = load_defects(dataset)
    normal = [read_image(image.path).pixels for image in dataset.train]
    reference = registration.build_reference(normal)
    boards = [registration.register(pixels, reference).pixels for pixels in normal]
    features = efficientnet_lite()
    net = general_network_from(load_file(weights))
    exact = product_statistics(boards, features)
    stored = places_from_arrays(places_to_arrays(exact.places))
    about = ProductStatistics(exact.mean, exact.scale, stored)
    rounding: list[float] = []
    scores: list[float] = []
    labels: list[int] = []
    known: list[Any] = []
    covered: list[list[bool]] = []
    for image in dataset.test:
        registered = registration.register(read_image(image.path).pixels, reference)
        inputs = general_inputs(registered.pixels, about, board_maps(registered.pixels, features))
        with torch.inference_mode():
            odds = np.clip(net(inputs)[0, 0].numpy(), *ODDS_RANGE)
            if len(rounding) < ROUNDED:
                maps = board_maps(registered.pixels, features)
                unrounded = net(general_inputs(registered.pixels, exact, maps))[0, 0].numpy()
                rounding.append(float(abs(np.clip(unrounded, *ODDS_RANGE).max() - odds.max())))
        scores.append(float(odds.max()))
        labels.append(int(image.label is Label.DEFECTIVE))
        mine = defects.get(image.path, ())
        known.append(mine)
        covered.append(_covered(odds, mine, registered.transform))
    figures = _figures(np.array(scores), np.array(labels), known, covered)
    return {
        **figures,
        "largest_change_by_8_bits": round(max(rounding), 4),
        "spread_of_scores": round(np.std(scores), 3),
    }


def _covered(odds: Any, defects: Any, transform: Any) -> list[bool]:
    """Return True for each defect that one of the twenty regions around the highest cells reaches."""
    settings = CandidateSettings(p=20, nms_px=24 // SEGMENTATION_CELL)
    at = candidate_pixels(odds, settings).astype(np.float64) * SEGMENTATION_CELL + SEGMENTATION_CELL / 2 - 0.5
    source = at @ transform[:, :2].T + transform[:, 2]
    half = REGION_PX / 2
    return [
        bool(
            np.any(
                (source[:, 0] > d.box.x0 - half)
                & (source[:, 0] < d.box.x1 + half)
                & (source[:, 1] > d.box.y0 - half)
                & (source[:, 1] < d.box.y1 + half)
            )
        )
        for d in defects
    ]


def _figures(scores: Any, labels: Any, known: list[Any], covered: list[list[bool]]) -> dict[str, Any]:
    good, bad = scores[labels == 0], scores[labels == 1]
    rng = np.random.default_rng(0)
    draws = [
        auroc(
            np.r_[rng.choice(good, len(good)), rng.choice(bad, len(bad))], np.r_[np.zeros(len(good)), np.ones(len(bad))]
        )
        for _ in range(300)
    ]
    ranked = np.sort(bad)
    false_positives = {}
    for misses in MISSES:
        count = int((good >= ranked[misses]).sum())
        bound = clopper_pearson(count, len(good))
        false_positives[str(misses)] = [round(v, 4) for v in (count / len(good), bound.low, bound.high)]
    large = np.array([max((d.size_px for d in k), default=0) >= SMALL_PX for k in known])
    lowest = scores[(labels == 1) & large].min()
    return {
        "auroc": round(auroc(scores, labels), 4),
        "standard_error": round(float(np.std(draws)), 4),
        "false_positives_at_misses": false_positives,
        "false_positives_no_large_missed": round(float((good >= lowest).mean()), 4),
        "boards_covered": round(float(np.mean([all(c) for c, k in zip(covered, known, strict=True) if k])), 4),
        "by_kind": _by(scores, labels, known, lambda d: d.kind or "", good),
        "by_size": _by(scores, labels, known, lambda d: _bin(d.size_px, (8, 12, 20, 40)), good),
        "by_visibility": _by(scores, labels, known, lambda d: _bin(d.visibility or 0, (20, 50, 100)), good),
        "lowest": [
            {"score": round(float(scores[i]), 2), "defects": [(d.kind, d.size_px, d.visibility) for d in known[i]]}
            for i in sorted(np.flatnonzero(labels == 1), key=lambda i: scores[i])[:12]
        ],
    }


def _by(scores: Any, labels: Any, known: list[Any], key: Any, good: Any) -> dict[str, Any]:
    """AUROC of the boards with one defect of each group against all good boards."""
    groups: dict[str, list[float]] = defaultdict(list)
    for score, label, defects in zip(scores, labels, known, strict=True):
        if label and len(defects) == 1:
            groups[key(defects[0])].append(score)
    return {
        name: [len(values), round(auroc(np.r_[good, values], np.r_[np.zeros(len(good)), np.ones(len(values))]), 3)]
        for name, values in sorted(groups.items())
    }


def _bin(value: float, edges: tuple[int, ...]) -> str:
    low = max((e for e in (0, *edges) if value >= e), default=0)
    return f"from {low}"


if __name__ == "__main__":
    main()
