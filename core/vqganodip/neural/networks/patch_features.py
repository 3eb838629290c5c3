"""Compact patch feature network, which replaces Inception and VGG where ImageNet weights are not available.

It is trained with the bundle by contrastive learning. Positives are patches at the same place on another normal board
(registered products), or the same patch with small changes of light and position (free position). Negatives are the
same patch with a synthetic anomaly, and patches at other places. Distances between its features are therefore small for
normal variation and large for anomalies.
"""

from __future__ import annotations

from typing import Final

import cv2
import numpy as np
import torch
from torch import Tensor, nn
from torch.nn import functional as F

from vqganodip.detection.features import Patches
from vqganodip.neural.pieces import in_pieces
from vqganodip.neural.precision import run_pass
from vqganodip.settings import Precision
from vqganodip.types import Map

__all__ = ["PATCH_INPUT", "CompactFeatures", "PatchNet", "patch_batch"]

_BATCH: Final = 256
_PIECE: Final = 128
PATCH_INPUT: Final = 16
"""Side in pixels to which patches are resized for the network."""


class PatchNet(nn.Module):
    """Patches B×3×16×16 in [-1, 1] → unit vectors B×64. Its ``trunk`` also serves as perceptual features of images."""

    dimensions: Final = 64
    width: Final = 24

    def __init__(self) -> None:
        super().__init__()
        w = self.width
        self.trunk = nn.Sequential(
            nn.Conv2d(3, w, 3, padding=1),
            nn.SiLU(),
            nn.Conv2d(w, 2 * w, 3, stride=2, padding=1),
            nn.SiLU(),
            nn.Conv2d(2 * w, 3 * w, 3, padding=1),
            nn.SiLU(),
        )
        self.head = nn.Sequential(
            nn.Conv2d(3 * w, 4 * w, 3, stride=2, padding=1),
            nn.SiLU(),
            nn.Flatten(),
            nn.Linear(4 * w * (PATCH_INPUT // 4) ** 2, self.dimensions),
        )

    def forward(self, x: Tensor) -> Tensor:
        return F.normalize(self.head(self.trunk(x)).float(), dim=1)


def patch_batch(patches: Patches) -> Tensor:
    """Resize patches of any size, uint8 or float32 in the same units, to float32 B×3×16×16 in [-1, 1], bilinearly.

    Bytes are rounded to bytes again, floats are not rounded.
    """
    out = np.empty((len(patches), PATCH_INPUT, PATCH_INPUT, 3), patches[0].dtype)
    for i, patch in enumerate(patches):
        out[i] = cv2.resize(patch, (PATCH_INPUT, PATCH_INPUT), interpolation=cv2.INTER_LINEAR)
    return torch.from_numpy(out).permute(0, 3, 1, 2).float().div_(127.5).sub_(1.0)


class CompactFeatures:
    """Feature extractor: patches → 64 features of the patch network, of unit length."""

    name: Final = "compact"
    dimensions: Final = PatchNet.dimensions
    input_size: Final = PATCH_INPUT

    def __init__(self, net: PatchNet, precision: Precision = Precision.FLOAT32) -> None:
        self._net = net.eval()
        self._precision = precision

    @torch.inference_mode()
    def __call__(self, patches: Patches) -> Map:
        """B×S×S×3, or B arrays of mixed sizes, uint8 or float32 in the same units → float32 B×64."""
        out = np.empty((len(patches), self.dimensions), np.float32)
        size = _PIECE if self._precision is Precision.FLOAT32 else _BATCH

        def piece(index: int) -> None:
            rows = slice(index * size, (index + 1) * size)
            x = patch_batch(patches[rows]).contiguous(memory_format=torch.channels_last)
            out[rows] = self._net(x).float().numpy()

        run_pass(self._precision, lambda: in_pieces(piece, -(-len(patches) // size)))
        return out
