"""Benchmark of a bundle's reconstructions: fidelity on normal boards, and suppression of defects.

    python tests/bench/bench_reconstruction.py DATASET --bundle DIR [--normal 40] [--defective 150] [--json FILE]

PSNR (dB) and SSIM of labelled normal boards, on which nothing was trained; and for each kind of defect the mean
difference inside the mask over the mean outside it, on the raw map: 1 means that the defect is reconstructed like the
rest. For comparison, the same ratio at the same place of the normal-variation mask, as for a normal board.
"""

from __future__ import annotations

import argparse
import json
import os
import sys
from pathlib import Path

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

import numpy as np
from numpy.typing import NDArray

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration.localisation import on_grid
from vqganodip.datasets.ground_truth import load_mask
from vqganodip.datasets.layouts import load_dataset
from vqganodip.detection.difference_map import difference_map
from vqganodip.imaging.decoding import read_image
from vqganodip.inspection.inspector import Inspector, Placed, place
from vqganodip.records import Label, LabelledImage
from vqganodip.types import Image


def spread(images: list[LabelledImage], count: int) -> list[LabelledImage]:
    """Choose at most ``count`` images at even intervals."""
    return [images[i] for i in np.unique(np.linspace(0, len(images) - 1, min(count, len(images))).astype(int))]


def fidelity(original: Image, again: Image) -> tuple[float, float]:
    """(PSNR in dB, SSIM) of a pair."""
    from skimage.metrics import structural_similarity

    error = float(np.mean((original.astype(np.float64) - again) ** 2))
    ssim = structural_similarity(original, again, channel_axis=2, data_range=255)
    return 10 * np.log10(255**2 / max(error, 1e-9)), float(ssim)


def contrast(values: NDArray[np.float32], mask: NDArray[np.bool_]) -> float:
    """Mean inside over mean outside."""
    return float(values[mask].mean() / max(float(values[~mask].mean()), 1e-9))


def truth(image: LabelledImage, placed: Placed) -> NDArray[np.bool_] | None:
    """The defect's mask on the working grid; None where there is none."""
    mask = load_mask(image)
    size = (placed.pixels.shape[1], placed.pixels.shape[0])
    return None if mask is None else on_grid(mask, placed.transform, size)


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("dataset", type=Path)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--normal", type=int, default=40)
    parser.add_argument("--defective", type=int, default=150)
    parser.add_argument("--json", type=Path)
    given = parser.parse_args()
    inspector = Inspector.for_measuring(open_bundle(given.bundle))
    model, dataset = inspector.model, load_dataset(given.dataset, to_train=False)
    variation = model.variation.mean if model.variation else None
    pairs, kinds = [], {}
    for image in spread([i for i in dataset.test if i.label is Label.NORMAL], given.normal):
        placed = place(model, read_image(image.path))
        pairs.append(fidelity(placed.pixels, model.reconstructor.reconstruct(placed.pixels).pixels))
    for image in spread([i for i in dataset.test if i.label is Label.DEFECTIVE], given.defective):
        placed = place(model, read_image(image.path))
        mask = truth(image, placed)
        if mask is None or not mask.any():
            continue
        raw = difference_map(placed.pixels, model.reconstructor.reconstruct(placed.pixels).pixels)
        usual = contrast(variation, mask) if variation is not None else float("nan")
        kinds.setdefault(image.defect, []).append((contrast(raw, mask), usual))
    psnr, ssim = np.mean(pairs, axis=0)
    rows = {kind: [len(v), *np.median(v, axis=0).tolist()] for kind, v in sorted(kinds.items())}
    every = [pair for pairs_of_kind in kinds.values() for pair in pairs_of_kind]
    rows["all"] = [len(every), *np.median(every, axis=0).tolist()] if every else [0, float("nan"), float("nan")]
    sys.stdout.write(f"{len(pairs)} normal boards that no training saw: PSNR {psnr:.2f} dB, SSIM {ssim:.4f}\n")
    sys.stdout.write(f"{'defect':22} boards  inside / outside (median)  the same place on normal boards\n")
    for kind, (count, inside, usual) in rows.items():
        sys.stdout.write(f"{kind:22} {count:6d}  {inside:25.2f}  {usual:31.2f}\n")
    if given.json is not None:
        given.json.write_text(json.dumps({"psnr": float(psnr), "ssim": float(ssim), "kinds": rows}, indent=1))


if __name__ == "__main__":
    main()
