"""Validation on held-out images during the training: PSNR, SSIM and a picture of the reconstructions."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import cv2
import numpy as np
import torch
from torch import Tensor

from vqganodip.neural.networks.vqgan import VQGAN, Place
from vqganodip.neural.trainers.batches import padded, to_tensor
from vqganodip.neural.trainers.devices import ProcessGroup
from vqganodip.types import Image

__all__ = ["HeldOut", "Validation"]

_MOST_BOARDS: Final = 4
_LONGEST_SIDE: Final = 512
_PANEL_SIDE: Final = 384
_GAIN: Final = 4.0
_CAPTION_HEIGHT: Final = 26
_GAP: Final = 4


@dataclass(frozen=True, slots=True)
class HeldOut:
    """Means over the held-out images: PSNR in dB, SSIM in [-1, 1]; and the picture, uint8 H×W×3."""

    psnr: float
    ssim: float
    panels: Image


@dataclass(frozen=True, slots=True, eq=False)
class _Board:
    """The middle of a held-out image as network input, with its position on the grid of latents."""

    pixels: Image
    x: Tensor
    place: Place


class Validation:
    """Validation on the first four held-out images, of large ones on 512 px in the middle.

    Args:
        images: Held-out images, uint8 H×W×3; registered like the training images if the network has a position map.
        downsampling: The factor f of the network.
        group: The process group of the training.
    """

    def __init__(self, images: Sequence[Image], downsampling: int, group: ProcessGroup) -> None:
        self._group = group
        self._boards = [_middle(image, downsampling, group.device) for image in images[:_MOST_BOARDS]]

    def __bool__(self) -> bool:
        return bool(self._boards)

    @torch.no_grad()
    def evaluate(self, network: VQGAN, step: int) -> HeldOut:
        """Reconstruct the images. PSNR is over RGB, SSIM of the luminance (Wang et al. 2004), both in 8 bits."""
        training = network.training
        network.eval()
        rows, psnr, ssim = [], [], []
        for board in self._boards:
            with self._group.fabric.autocast():
                y = network(board.x, [board.place])[0]
            made = _pixels(y, board.pixels.shape[:2])
            psnr.append(_psnr(board.pixels, made))
            ssim.append(_ssim(board.pixels, made))
            rows.append(_row(board.pixels, made))
        network.train(training)
        means = float(np.mean(psnr)), float(np.mean(ssim))
        return HeldOut(*means, _sheet(rows, f"step {step}: PSNR {means[0]:.2f} dB, SSIM {means[1]:.4f}"))


def _middle(image: Image, f: int, device: torch.device) -> _Board:
    """Cut the middle of an image, at most 512 px on a side and aligned to the grid of latents."""
    most = max(f, _LONGEST_SIDE // f * f)
    row, column = (max(0, (side - most) // 2) // f for side in image.shape[:2])
    part = np.ascontiguousarray(image[row * f : row * f + most, column * f : column * f + most])
    height, width = (max(32, -(-side // f) * f) for side in part.shape[:2])
    return _Board(part, to_tensor([padded(part, height, width)]).to(device), (row, column))


def _pixels(y: Tensor, size: tuple[int, ...]) -> Image:
    image = ((y[0].float().clamp(-1.0, 1.0) + 1.0) * 127.5).round().to(torch.uint8).permute(1, 2, 0)
    return np.ascontiguousarray(image.cpu().numpy()[: size[0], : size[1]])


def _psnr(image: Image, made: Image) -> float:
    error = float(np.mean((image.astype(np.float32) - made) ** 2))
    return float(10 * np.log10(255.0**2 / max(error, 1e-6)))


def _ssim(image: Image, made: Image) -> float:
    from skimage.metrics import structural_similarity

    grey = [cv2.cvtColor(x, cv2.COLOR_RGB2GRAY).astype(np.float32) for x in (image, made)]
    return float(structural_similarity(*grey, data_range=255.0))


def _row(image: Image, made: Image) -> Image:
    """Concatenate original, reconstruction and difference, the latter multiplied by _GAIN."""
    difference = np.abs(image.astype(np.float32) - made).mean(2) * _GAIN
    grey = np.repeat(np.clip(difference, 0, 255).astype(np.uint8)[..., None], 3, 2)
    factor = min(1.0, _PANEL_SIDE / max(image.shape[:2]))
    size = (max(1, round(image.shape[1] * factor)), max(1, round(image.shape[0] * factor)))
    panels = [cv2.resize(panel, size, interpolation=cv2.INTER_AREA) for panel in (image, made, grey)]
    spaced = [np.pad(panel, ((0, _GAP), (0, _GAP), (0, 0)), constant_values=255) for panel in panels]
    return np.concatenate(spaced, 1)


def _sheet(rows: Sequence[Image], words: str) -> Image:
    """Stack the rows under a caption."""
    width = max(max(row.shape[1] for row in rows), 3 * _PANEL_SIDE // 2)
    caption = np.full((_CAPTION_HEIGHT, width, 3), 255, np.uint8)
    text = f"{words}  (difference x{_GAIN:.0f})"
    cv2.putText(caption, text, (6, 18), cv2.FONT_HERSHEY_SIMPLEX, 0.5, (30, 30, 30), 1, cv2.LINE_AA)
    wide = [np.pad(row, ((0, 0), (0, width - row.shape[1]), (0, 0)), constant_values=255) for row in rows]
    return np.concatenate([caption, *wide], 0)
