"""Ablation of the choices that keep defects out of a reconstruction: one change at a time, equal steps, equal seed.

    python tests/bench/bench_variants.py TRAINED_ON JUDGED_ON --bundle DIR [--steps 300] [--seed 0] [--variants a,b]

Boards come registered by the bundle, whose patch network gives the perceptual term, and are made smaller. Each variant
of the preset ``robust`` is trained on the same normal boards for the same number of steps and judged on labelled
boards: the mean difference inside the defect mask over the mean outside it, divided by the same ratio at the same place
of normal boards. 1 means that the defect is reconstructed as well as what belongs there.
"""

from __future__ import annotations

import argparse
import os
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

os.environ.setdefault("GOMP_SPINCOUNT", "1000")
sys.path.insert(0, str(Path(__file__).resolve().parents[2] / "core"))  # runs from a checkout without being installed

import cv2
import numpy as np
import torch
from numpy.typing import NDArray
from safetensors.torch import load as load_safetensors

from vqganodip.bundles.archive import open_bundle
from vqganodip.calibration.localisation import on_grid
from vqganodip.datasets.ground_truth import load_mask
from vqganodip.datasets.layouts import load_dataset
from vqganodip.detection.difference_map import difference_map
from vqganodip.imaging.decoding import read_image
from vqganodip.inspection.inspector import Inspector, place
from vqganodip.neural.inference import NetworkSession, network_bytes
from vqganodip.neural.networks.patch_features import PatchNet
from vqganodip.neural.trainers.vqgan_trainer import Budget, TrainedNetwork, TrainingStep, VqganTraining, train_vqgan
from vqganodip.presets import PRESETS, Preset, for_position
from vqganodip.records import Label, LabelledImage
from vqganodip.types import Image

Mask = NDArray[np.bool_]


def training(**changes: object) -> Callable[[Preset], Preset]:
    """A change of the training."""
    return lambda preset: replace(preset, training=replace(preset.training, **changes))  # type: ignore[arg-type]


def network(**changes: object) -> Callable[[Preset], Preset]:
    """A change of the network."""
    return lambda preset: replace(preset, network=replace(preset.network, **changes))  # type: ignore[arg-type]


VARIANTS: dict[str, Callable[[Preset], Preset]] = {
    "robust": lambda preset: preset,
    "without corruption": training(denoise=False),
    "codebook as in the paper": training(fill_codebook=False),
    "GAN from the start": training(gan=1.0, gan_start=0.0),
    "GAN in the last quarter": training(gan=0.1, gan_start=0.75),
    "64 codes": network(n_embed=64),
    "no position map": network(position_channels=0),
    "no position, no corruption": lambda p: training(denoise=False)(network(position_channels=0)(p)),
    "f = 8": network(multipliers=(1, 2)),
    "moving average": training(ema=0.99),
}


class Boards:
    """Registered boards of a folder, made smaller."""

    def __init__(self, bundle: Path, side: int) -> None:
        self.model = Inspector.for_measuring(open_bundle(bundle)).model
        self._side = side

    def one(self, image: LabelledImage) -> tuple[Image, Mask | None]:
        """The board and the mask of its defect."""
        placed = place(self.model, read_image(image.path))
        height, width = placed.pixels.shape[:2]
        size = (round(width * self._side / max(height, width)), round(height * self._side / max(height, width)))
        mask = load_mask(image)
        if mask is None:
            return cv2.resize(placed.pixels, size, interpolation=cv2.INTER_AREA), None
        large = on_grid(mask, placed.transform, (width, height)).astype(np.float32)
        small = cv2.resize(placed.pixels, size, interpolation=cv2.INTER_AREA)
        return small, np.asarray(cv2.resize(large, size, interpolation=cv2.INTER_AREA) >= 0.5)


def spread(images: list[LabelledImage], count: int) -> list[LabelledImage]:
    """Choose at most ``count`` images at even intervals."""
    return [images[i] for i in np.unique(np.linspace(0, len(images) - 1, min(count, len(images))).astype(int))]


def trained(images: list[Image], preset: Preset, steps: int, seed: int, features: torch.nn.Module) -> TrainedNetwork:
    """Train a network for this many steps."""
    budget = Budget(steps=steps)
    events = train_vqgan(VqganTraining(images, preset.network, preset.training, budget, seed, features))
    return next(event for event in events if not isinstance(event, TrainingStep))


def session(result: TrainedNetwork, preset: Preset, patch_net: bytes) -> NetworkSession:
    """The networks as an inspection has them."""
    weights = {
        "vqgan": network_bytes(result.vqgan),
        "discriminator": network_bytes(result.discriminator),
        "patch_net": patch_net,
    }
    return NetworkSession.from_weights(preset.network, weights, patch_features="compact", perceptual="compact")


def contrast(values: NDArray[np.float32], mask: Mask) -> float:
    """Mean inside over mean outside."""
    return float(values[mask].mean() / max(float(values[~mask].mean()), 1e-9))


def judged(nets: NetworkSession, normal: list[Image], defective: list[tuple[Image, Mask]]) -> NDArray[np.float64]:
    """Return the PSNR in dB of each normal board, and the contrast of each defect."""
    maps, errors = [], []
    for image in normal:
        again = nets.reconstruct(image).pixels
        maps.append(difference_map(image, again))
        errors.append(10 * np.log10(255**2 / np.mean((image.astype(np.float64) - again) ** 2)))
    usual = np.mean(maps, axis=0)
    out = []
    for image, mask in defective:
        raw = difference_map(image, nets.reconstruct(image).pixels)
        out.append(contrast(raw, mask) / max(contrast(usual, mask), 1e-9))
    return np.array([np.mean(errors), *out])


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("trained_on", type=Path)
    parser.add_argument("judged_on", type=Path)
    parser.add_argument("--bundle", type=Path, required=True)
    parser.add_argument("--steps", type=int, default=300)
    parser.add_argument("--seed", type=int, default=0)
    parser.add_argument("--side", type=int, default=512)
    parser.add_argument("--crop", type=int, default=128)
    parser.add_argument("--boards", type=int, default=40)
    parser.add_argument("--normal", type=int, default=10)
    parser.add_argument("--defective", type=int, default=28)
    parser.add_argument("--variants", default=",".join(VARIANTS))
    given = parser.parse_args()
    torch.set_num_threads(1)
    boards = Boards(given.bundle, given.side)
    images = [boards.one(i)[0] for i in spread(list(load_dataset(given.trained_on).train), given.boards)]
    test = load_dataset(given.judged_on, to_train=False).test
    normal = [boards.one(i)[0] for i in spread([i for i in test if i.label is Label.NORMAL], given.normal)]
    pairs = [boards.one(i) for i in spread([i for i in test if i.label is Label.DEFECTIVE], given.defective)]
    defective = [(image, mask) for image, mask in pairs if mask is not None and mask.any()]
    weights = open_bundle(given.bundle).read("patch_net")
    patch_net = PatchNet()
    patch_net.load_state_dict(load_safetensors(weights))
    features = patch_net.trunk.eval().requires_grad_(False)
    sys.stdout.write(
        f"{given.steps} steps, seed {given.seed}, {len(images)} boards to {images[0].shape}, judged on"
        f" {len(normal)} normal and {len(defective)} defective\n"
        f"{'variant':28} PSNR dB  codes  stands out: median, lower quartile  farther than robust   seconds\n"
    )
    sys.stdout.flush()
    first: NDArray[np.float64] | None = None
    for name in given.variants.split(","):
        preset = VARIANTS[name](training(crop=given.crop)(for_position(PRESETS["robust"], fixed=True)))
        started = time.process_time()
        result = trained(images, preset, given.steps, given.seed, features)
        seconds = time.process_time() - started
        psnr, *out = judged(session(result, preset, weights), normal, defective)
        values = np.array(out)
        first = values if first is None else first
        more = f"{int((values > first).sum())} of {len(values)}"
        middle, low = np.median(values), np.quantile(values, 0.25)
        sys.stdout.write(
            f"{name:28} {psnr:7.2f} {result.codes_used:6d} {middle:19.2f}, {low:14.2f}  {more:>19}   {seconds:7.0f}\n"
        )
        sys.stdout.flush()


if __name__ == "__main__":
    main()
