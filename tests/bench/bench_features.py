"""Benchmark of patch features: share of known defects that the candidates hit, with several seeds.

    python tests/bench/bench_features.py DATASET --bundle DIR [--boards 60] [--seeds 3] [--seconds 120] [--json FILE]

The reconstructions are those of the bundle. Candidates are ranked by its own patch network; by networks trained on the
normal images of the data set with other seeds (``--seconds`` each); by untrained ones; and by the pixels themselves.
The latents of the VQGAN's encoder are too coarse for patches of 4 px and are left out. Procedures: the paper's, and
that of ``robust`` (pixels kept apart, distances divided by the normal variation, best patch of each pixel first).
Inception-v3 is compared if its weights are given with ``--imagenet``.
"""

from __future__ import annotations

import argparse
import dataclasses
import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Final

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

import numpy as np

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration.localisation import locate
from vqganodip.datasets.ground_truth import KnownDefect, load_defects, load_mask
from vqganodip.datasets.layouts import Dataset, load_dataset
from vqganodip.detection.candidates import find_candidates
from vqganodip.detection.difference_map import difference_map
from vqganodip.detection.features import FeatureExtractor, PixelFeatures
from vqganodip.detection.patches import PatchDistances
from vqganodip.imaging.decoding import read_image
from vqganodip.inspection.inspector import Inspector, place
from vqganodip.presets import PRESETS
from vqganodip.records import Label, LabelledImage, Weighting
from vqganodip.types import Image

PROCEDURES: Final = {
    "paper": dataclasses.replace(PRESETS["paper"].candidates, keep_repeats=False),
    "robust": PRESETS["robust"].candidates,
}
TRAINING_IMAGES: Final = 60


def extractors(given: argparse.Namespace, inspector: Inspector, normal: list[Image]) -> dict[str, FeatureExtractor]:
    """All that is compared, by name."""
    import torch

    from vqganodip.neural.networks.imagenet import inception_features
    from vqganodip.neural.networks.patch_features import CompactFeatures, PatchNet
    from vqganodip.neural.trainers.patch_feature_trainer import train_patch_net

    found: dict[str, FeatureExtractor] = {"bundle": inspector.model.reconstructor.extractor, "pixels": PixelFeatures()}
    fixed = inspector.model.reference is not None
    for seed in range(given.seeds):
        torch.manual_seed(1000 + seed)
        found[f"untrained {seed}"] = CompactFeatures(PatchNet())
        *_, net = train_patch_net(normal, fixed=fixed, seed=2000 + seed, seconds=given.seconds)
        assert isinstance(net, PatchNet)
        found[f"trained {seed}"] = CompactFeatures(net)
    if given.imagenet:
        found["inception"] = inception_features(given.imagenet)
    return found


def boards(dataset: Dataset, count: int) -> list[tuple[LabelledImage, tuple[KnownDefect, ...]]]:
    """Evenly chosen defective images whose defects are known."""
    defects = load_defects(dataset)
    known = [(i, defects[i.path]) for i in dataset.test if i.label is Label.DEFECTIVE and defects.get(i.path)]
    chosen = np.unique(np.linspace(0, len(known) - 1, min(count, len(known))).astype(int))
    return [known[i] for i in chosen]


def normal_images(dataset: Dataset, inspector: Inspector) -> list[Image]:
    """Registered normal images to train on."""
    paths = dataset.train[:TRAINING_IMAGES]
    return [place(inspector.model, read_image(image.path)).pixels for image in paths]


def hits(
    board: tuple[LabelledImage, tuple[KnownDefect, ...]], inspector: Inspector, found: dict[str, FeatureExtractor]
) -> Iterator[tuple[tuple[str, str, str], list[bool]]]:
    """For each procedure, weighting and extractor: which defects of the board are hit."""
    image, known = board
    placed = place(inspector.model, read_image(image.path))
    again = inspector.model.reconstructor.reconstruct(placed.pixels).pixels
    maps = inspector.model.differences(difference_map(placed.pixels, again))
    mask, size = load_mask(image), (placed.pixels.shape[1], placed.pixels.shape[0])
    variation = inspector.model.variation.mean if inspector.model.variation else None
    for procedure, settings in PROCEDURES.items():
        for weighting, values in maps.items():
            if procedure == "paper" and weighting is Weighting.STANDARDISED:
                continue
            scale = variation if weighting is not Weighting.RAW else None
            for name, extractor in found.items():
                pairs = PatchDistances(placed.pixels, again, extractor)
                chosen = find_candidates(pairs, values, settings, scale).candidates
                located = locate(known, mask, placed.transform, size, chosen, ())
                yield (procedure, str(weighting), name), [item.candidate is not None for item in located]


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--boards", type=int, default=60)
    parser.add_argument("--seeds", type=int, default=3)
    parser.add_argument("--seconds", type=float, default=120.0)
    parser.add_argument("--imagenet", type=Path)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    dataset = load_dataset(given.dataset)
    inspector = Inspector.for_measuring(open_bundle(given.bundle))
    found = extractors(given, inspector, normal_images(dataset, inspector))
    rows: dict[tuple[str, str, str], list[bool]] = {}
    for board in boards(dataset, given.boards):
        for key, hit in hits(board, inspector, found):
            rows.setdefault(key, []).extend(hit)
    report(rows, given.json)


def report(rows: dict[tuple[str, str, str], list[bool]], as_json: Path | None) -> None:
    """Print the share of defects hit, with the seeds of one kind on one line."""
    groups: dict[tuple[str, str, str], list[float]] = {}
    for (procedure, weighting, name), hit in rows.items():
        groups.setdefault((procedure, weighting, name.split()[0]), []).append(100 * float(np.mean(hit)))
    count = len(next(iter(rows.values())))
    sys.stdout.write(f"{count} defects; share hit by a candidate, %: mean (each seed)\n")
    for (procedure, weighting, kind), shares in groups.items():
        each = "" if len(shares) == 1 else "  (" + ", ".join(f"{share:.1f}" for share in shares) + ")"
        sys.stdout.write(f"  {procedure:7} {weighting:13} {kind:10} {np.mean(shares):5.1f}{each}\n")
    if as_json is not None:
        values: list[dict[str, Any]] = [
            {"procedure": p, "weighting": w, "features": k, "shares": s} for (p, w, k), s in groups.items()
        ]
        as_json.write_text(json.dumps({"defects": count, "rows": values}, indent=1))


if __name__ == "__main__":
    main()
