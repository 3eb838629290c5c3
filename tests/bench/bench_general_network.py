"""The general segmentation network as it is, on rendered lines of products that it never saw.

    python tests/bench/bench_general_network.py WEIGHTS.safetensors... WORK --product gearbox --normals 20 50 280 \\
        --good 150 --defective 150 [--seed N] [--seed-plus 0] [--variation 1]
    python tests/bench/bench_general_network.py WEIGHTS.safetensors... WORK --folder PHOTOGRAPHS --long-side 512

Several weights are compared on the same boards, and so are several numbers of normal boards for reference and spread
(the first of the line's). A folder is a data set in one of the layouts that the engine reads, with all its normal
photographs for the reference. The seed of a line is the first eight hexadecimal digits of the sha256
of the first weights plus ``--seed-plus``, unless one is given. The line is rendered into WORK and stays there; the
figures are printed and appended to WORK/figures.jsonl. The image score is the highest cell. A defect is covered if one
of the twenty regions around the highest cells, no two of them closer than 24 px, reaches it.
"""

from __future__ import annotations

import argparse
import hashlib
import json
import shutil
import sys
import time
from collections import defaultdict
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import cv2
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
from vqganodip.neural.networks.general_segmentation import (
    GeneralInputs,
    GeneralSegmentationNet,
    general_network_from,
)
from vqganodip.records import Label
from vqganodip.settings import CandidateSettings
from vqganodip.statistics import auroc, clopper_pearson
from vqganodip.types import Image

MISSES = (0, 1, 2, 5, 8)
REGION_PX = 32
SMALL_PX = 12
ROUNDED = 20
"""Boards that are also judged with statistics that are not rounded to 8 bits."""


def main() -> None:
    """Render the line, judge it and print the figures."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("weights", type=Path, nargs="+")
    parser.add_argument("work", type=Path)
    parser.add_argument("--product", default="gearbox")
    parser.add_argument("--normals", type=int, nargs="+", default=[50])
    parser.add_argument("--folder", type=Path)
    parser.add_argument("--long-side", type=int)
    parser.add_argument("--good", type=int, default=150)
    parser.add_argument("--defective", type=int, default=150)
    parser.add_argument("--variation", type=float, default=1.0)
    parser.add_argument("--seed", type=int)
    parser.add_argument("--seed-plus", type=int, default=0)
    parser.add_argument("--jobs", type=int, default=2)
    a = parser.parse_args()
    digests = [hashlib.sha256(weights.read_bytes()).hexdigest()[:8] for weights in a.weights]
    seed = a.seed if a.seed is not None else int(digests[0], 16) + a.seed_plus
    if a.folder is None:
        folder, normals = rendered(a, seed), a.normals
    else:
        folder, normals = a.folder, [len(load_dataset(a.folder).train)]
    about = {"product": a.product, "seed": seed, "variation": a.variation} if a.folder is None else {"set": folder.name}
    started = time.monotonic()
    judgments = judged(a.weights, folder, normals, a.long_side)
    seconds = round(time.monotonic() - started, 1)
    for (number, index), judgment in judgments.items():
        figures = {
            "weights": digests[index],
            "normals": number,
            **about,
            "long_side": a.long_side,
            "seconds": seconds,
            **judgment.figures(),
        }
        with (a.work / "figures.jsonl").open("a", encoding="utf-8") as file:
            file.write(json.dumps(figures) + "\n")
        sys.stdout.write(json.dumps(figures, indent=1) + "\n")


def rendered(a: argparse.Namespace, seed: int) -> Path:
    """Folder of the rendered line; it is rendered unless it is there."""
    most = max(a.normals)
    line = RenderedLine(a.product, seed, most, 0, a.good, a.defective, variation=a.variation)
    folder: Path = a.work / f"{a.product}-{seed}-{most}-{a.good}-{a.defective}-{a.variation:g}".replace("@", "_")
    if not folder.exists():
        part = folder.with_name(f"{folder.name}.part")
        shutil.rmtree(part, ignore_errors=True)  # left by an interrupted run
        write_line(part, line, jobs=a.jobs)
        part.rename(folder)
    return folder


@dataclass(slots=True)
class Judgment:
    """Scores and regions of the boards of a data set under one network."""

    net: GeneralSegmentationNet
    scores: list[float] = field(default_factory=list)
    labels: list[int] = field(default_factory=list)
    known: list[Any] = field(default_factory=list)
    covered: list[list[bool]] = field(default_factory=list)
    rounding: list[float] = field(default_factory=list)

    def odds(self, inputs: GeneralInputs) -> Any:
        """Log odds of every cell of a board."""
        with torch.inference_mode():
            return np.clip(self.net(inputs)[0, 0].numpy(), *ODDS_RANGE)

    def figures(self) -> dict[str, Any]:
        """Figures over all boards."""
        return {
            **figures_of(np.array(self.scores), np.array(self.labels), self.known, self.covered),
            "largest_change_by_8_bits": round(max(self.rounding), 4),
            "spread_of_scores": round(np.std(self.scores), 3),
        }


def judged(
    weights: list[Path], folder: Path, normals: list[int], long_side: int | None
) -> dict[tuple[int, int], Judgment]:
    """Judge the data set in a folder for each number of normal boards and each network, (number, index)."""
    dataset = load_dataset(folder)
    defects = load_defects(dataset)
    features = efficientnet_lite()
    train = [_scaled(read_image(image.path).pixels, long_side) for image in dataset.train[: max(normals)]]
    nets = [general_network_from(load_file(path)) for path in weights]
    judgments = {(n, index): Judgment(net) for n in normals for index, net in enumerate(nets)}
    for number in normals:
        reference = registration.build_reference(train[:number])
        boards = [registration.register(pixels, reference).pixels for pixels in train[:number]]
        exact = product_statistics(boards, features)
        stored = places_from_arrays(places_to_arrays(exact.places))
        about = ProductStatistics(exact.mean, exact.scale, stored)
        for position, image in enumerate(dataset.test):
            registered = registration.register(_scaled(read_image(image.path).pixels, long_side), reference)
            maps = board_maps(registered.pixels, features)
            inputs = general_inputs(registered.pixels, about, maps)
            unrounded = general_inputs(registered.pixels, exact, maps) if position < ROUNDED else None
            for index in range(len(nets)):
                judgment = judgments[number, index]
                odds = judgment.odds(inputs)
                if unrounded is not None:
                    judgment.rounding.append(float(abs(judgment.odds(unrounded).max() - odds.max())))
                mine = defects.get(image.path, ())
                judgment.scores.append(float(odds.max()))
                judgment.labels.append(int(image.label is Label.DEFECTIVE))
                judgment.known.append(mine)
                judgment.covered.append(covered_by(odds, mine, registered.transform))
    return judgments


def _scaled(pixels: Image, long_side: int | None) -> Image:
    """Reduce an image to a long side."""
    if long_side is None or max(pixels.shape[:2]) <= long_side:
        return pixels
    scale = long_side / max(pixels.shape[:2])
    size = round(pixels.shape[1] * scale), round(pixels.shape[0] * scale)
    return np.asarray(cv2.resize(pixels, size, interpolation=cv2.INTER_AREA))


def covered_by(odds: Any, defects: Any, transform: Any) -> list[bool]:
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


def figures_of(scores: Any, labels: Any, known: list[Any], covered: list[list[bool]]) -> dict[str, Any]:
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
    known_sizes = any(known)
    large = np.array([not known_sizes or max((d.size_px for d in k), default=0) >= SMALL_PX for k in known])
    lowest = scores[(labels == 1) & large].min()
    return {
        "auroc": round(auroc(scores, labels), 4),
        "standard_error": round(float(np.std(draws)), 4),
        "false_positives_at_misses": false_positives,
        "false_positives_no_large_missed": round(float((good >= lowest).mean()), 4),
        "boards_covered": round(float(np.mean([all(c) for c, k in zip(covered, known, strict=True) if k] or [0.0])), 4),
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
