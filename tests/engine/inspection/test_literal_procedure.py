"""The literal procedure on a rendered board, and on a photograph if the data set is available."""

from __future__ import annotations

from functools import cache

import cv2
import numpy as np
import pytest
from locations import SHARED

from vqganodip.datasets.synthetic.defects import DefectKind
from vqganodip.datasets.synthetic.render import render_board
from vqganodip.detection.candidates import find_candidates
from vqganodip.detection.difference_map import difference_map
from vqganodip.detection.features import PixelFeatures
from vqganodip.detection.metrics import patch
from vqganodip.detection.metrics.patch import PatchPairs
from vqganodip.detection.patches import PatchDistances
from vqganodip.imaging.decoding import read_image
from vqganodip.imaging.folders import find_images
from vqganodip.inspection.literal_procedure import literal_candidates, literal_patch_metrics
from vqganodip.presets import PRESETS
from vqganodip.settings import CandidateSettings
from vqganodip.types import Image

PHOTOGRAPHS = SHARED / "data" / "aws_pcb_ir"
SIDE = 96


@cache
def board(kind: str) -> Image:
    """Crop of a board around a structured area, uint8 96×96×3."""
    if kind == "rendered":
        made = render_board("gearbox", 3, size=512, defects=[DefectKind.FOREIGN], severity=(0.8, 1.0))
        y, x = np.argwhere(made.mask).mean(axis=0).astype(int)
        pixels = made.image
    else:
        found = find_images(PHOTOGRAPHS) if PHOTOGRAPHS.is_dir() else []
        if not found:
            pytest.skip("no photographs beside the project")
        pixels = read_image(found[0]).pixels
        y, x = pixels.shape[0] // 2, pixels.shape[1] // 2
    y, x = (int(np.clip(v - SIDE // 2, 0, n - SIDE)) for v, n in zip((y, x), pixels.shape, strict=False))
    return np.ascontiguousarray(pixels[y : y + SIDE, x : x + SIDE])


def blurred(image: Image) -> Image:
    """Stand-in for a reconstruction: smoothed and slightly shifted."""
    return np.asarray(cv2.GaussianBlur(image, (0, 0), 1.6), np.uint8)


@pytest.mark.parametrize("preset", ["paper", "robust"])
@pytest.mark.parametrize("kind", ["rendered", "photograph"])
def test_that_candidates_equal_the_literal_ones_in_the_same_order(kind: str, preset: str) -> None:
    original, settings = board(kind), PRESETS[preset].candidates
    settings = CandidateSettings(**{**_fields(settings), "p": 20, "q": 80})
    again = blurred(original)
    difference = difference_map(original, again)
    variation = np.full(difference.shape, 0.02, np.float32)
    fast = find_candidates(PatchDistances(original, again, PixelFeatures()), difference, settings, variation)
    slow = literal_candidates(original, again, difference, PixelFeatures(), settings, variation)
    assert fast.boxes.tolist() == [list(patch.box) for patch in slow]
    assert fast.distances == pytest.approx([patch.distance for patch in slow], rel=1e-5)


@pytest.mark.parametrize("kind", ["rendered", "photograph"])
def test_that_every_patch_metric_is_within_a_hundred_thousandth(kind: str) -> None:
    original = board(kind)
    again = blurred(original)
    rng = np.random.default_rng(0)
    for side in (4, 8, 12, 16):
        for y, x in rng.integers(0, SIDE - side, (6, 2)):
            area = np.s_[y : y + side, x : x + side]
            expected = literal_patch_metrics(original[area], again[area])
            pair = PatchPairs(original[area][None], again[area][None])
            for name in (name for name in patch.__all__ if name.islower()):
                assert getattr(patch, name)(pair)[0] == pytest.approx(expected[name], rel=1e-5, abs=1e-9), name


def _fields(settings: CandidateSettings) -> dict[str, object]:
    return {name: getattr(settings, name) for name in settings.__dataclass_fields__}
