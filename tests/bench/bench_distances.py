"""Benchmark of the features of normal images: every long side and stride, and what is chosen on normal images alone.

    python tests/bench/bench_distances.py DATASET [...] [--sides 256 320 384 512] [--turned] [--json FILE]

Each column is one distance map with one of its scores; its figures are AUROC and accuracy at the zero-false-negative
threshold on the labelled images, which the choice does not see. Baselines: mean brightness, and mean deviation from
the mean of the normal images. ``--turned`` turns every image by a random angle.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Final

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

import cv2
import numpy as np

from vqganodip.datasets.layouts import load_dataset
from vqganodip.detection.normal_features import feature_scores
from vqganodip.imaging import registration
from vqganodip.imaging.decoding import read_image, resize
from vqganodip.neural.feature_distances import distance_maps
from vqganodip.records import Label
from vqganodip.statistics import auroc
from vqganodip.training.events import Notice
from vqganodip.training.normal_features import Choice, keep_features, measure_normal_features
from vqganodip.types import Image

LONG_SIDE: Final = int(os.environ.get("LS", "1024"))


def turned(image: Image, seed: int) -> Image:
    """Turn an image about its centre by a random angle; the border is mirrored."""
    angle = float(np.random.default_rng(seed).uniform(0, 360))
    height, width = image.shape[:2]
    matrix = cv2.getRotationMatrix2D((width / 2, height / 2), angle, 1.0)
    return np.asarray(
        cv2.warpAffine(image, matrix, (width, height), flags=cv2.INTER_CUBIC, borderMode=cv2.BORDER_REFLECT_101)
    )


def scaled(image: Image) -> Image:
    """Bring an image to the working grid; smaller ones are kept."""
    factor = max(image.shape[:2]) / LONG_SIDE
    if factor <= 1:
        return image
    return resize(image, (round(image.shape[1] / factor), round(image.shape[0] / factor)))


def zfn_accuracy(scores: np.ndarray, labels: np.ndarray) -> float:
    """Accuracy in per cent at the highest threshold that misses none."""
    return 100 * float(np.mean((scores >= scores[labels == 1].min()) == (labels == 1)))


def measure(folder: Path, given: argparse.Namespace) -> dict[str, object]:
    """Measure all columns of one data set."""
    dataset = load_dataset(folder)
    train = [read_image(image.path).pixels for image in (*dataset.train, *dataset.mask)]
    test = [read_image(image.path).pixels for image in dataset.test]
    labels = np.array([image.label is Label.DEFECTIVE for image in dataset.test], int)
    if given.turned:
        train = [turned(image, i) for i, image in enumerate(train)]
        test = [turned(image, len(train) + i) for i, image in enumerate(test)]
    fixed, _ = registration.is_fixed_position(train)
    if fixed:
        reference = registration.build_reference(train, long_side=LONG_SIDE)
        found = [registration.register(image, reference) for image in train]
        train = [placed.pixels for placed in found if placed.ok]
        placed_test = [registration.register(image, reference) for image in test]
        outside = [~registration.covered(placed.transform, reference.size, (image.shape[1], image.shape[0]))
                   for placed, image in zip(placed_test, test, strict=True)]  # fmt: skip
        test = [placed.pixels for placed in placed_test]
    else:
        train, test = [scaled(image) for image in train], [scaled(image) for image in test]
        outside = [np.zeros(image.shape[:2], bool) for image in test]
    columns = {"brightness": np.array([image.mean() for image in test])}
    if fixed:
        mean = np.mean([image.astype(np.float32) for image in train], axis=0)
        columns["golden board"] = np.array(
            [np.abs(image - mean)[~outer].mean() for image, outer in zip(test, outside, strict=True)]
        )
    started = time.monotonic()
    chosen = [event for event in measure_normal_features(train, fixed=fixed, seed=0) if isinstance(event, Notice)]
    seconds = time.monotonic() - started
    for side in given.sides:
        columns |= dict(of_side(train, test, outside, side, fixed))
    rows = {
        name: (round(auroc(values, labels), 3), round(zfn_accuracy(values, labels), 1))
        for name, values in columns.items()
    }
    notes = [str(notice.text) for notice in chosen]
    return {"name": folder.name, "turned": given.turned, "fixed": fixed, "normal": len(train),
            "good": int((labels == 0).sum()), "defective": int(labels.sum()), "chosen": notes,
            "seconds": round(seconds, 1), "rows": rows}  # fmt: skip


def of_side(
    train: list[Image], test: list[Image], outside: list[np.ndarray], side: int, fixed: bool
) -> Iterator[tuple[str, np.ndarray]]:
    """Columns of one long side."""
    from vqganodip.neural.inference import for_inference
    from vqganodip.neural.networks.efficientnet_lite import efficientnet_lite

    features = efficientnet_lite()
    for_inference(features)
    events = keep_features(train, features, Choice(side), fixed, 0)
    while True:
        try:
            next(events)
        except StopIteration as end:
            normal = end.value
            break
    values: dict[str, list[float]] = {}
    for image, outer in zip(test, outside, strict=True):
        for name, distances in distance_maps(image, features, normal).items():
            for score, value in feature_scores(distances, outer).items():
                values.setdefault(f"{side} {name} {score}", []).append(value)
    yield from ((name, np.array(column)) for name, column in values.items())


def main() -> None:
    """Print one line for each column, the best first."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("datasets", type=Path, nargs="+")
    parser.add_argument("--sides", type=int, nargs="+", default=[256, 320, 384, 512])
    parser.add_argument("--turned", action="store_true")
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    measured = []
    for folder in given.datasets:
        measured.append(measure(folder, given))
        about = {key: value for key, value in measured[-1].items() if key != "rows"}
        sys.stdout.write(f"{json.dumps(about)}\n")
        rows = measured[-1]["rows"]
        assert isinstance(rows, dict)
        for name, (area, accuracy) in sorted(rows.items(), key=lambda row: -row[1][0]):
            sys.stdout.write(f"  {name:28} {area:.3f}  {accuracy:5.1f} %\n")
        sys.stdout.flush()
    if given.json is not None:
        given.json.write_text(json.dumps(measured, indent=1))


if __name__ == "__main__":
    main()
