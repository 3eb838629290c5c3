"""Displayable contents of a bundle: mean board, normal variation, figures and calibration."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

import numpy as np
from PySide6.QtGui import QImage

from vqganodip.settings import Depth

if TYPE_CHECKING:
    from vqganodip.calibration.normal_calibration import NormalCalibration
    from vqganodip.calibration.result import CalibrationResult


@dataclass(frozen=True, slots=True, eq=False)
class BundleSummary:
    """Contents of a bundle for display.

    Attributes:
        figures: Figures of the training, by name.
        board: Mean of the normal boards.
        variation: Map of the normal variation, as large as the board; None in free position.
        overlay: The same map over the grey board.
        highest: Mean difference at the brightest pixel of the map, in [0, 1].
        boards: Number of boards from which the variation was measured, or of the reference board without one.
        calibration: Scores and report; None before the fit.
        normal_only: Scores of the normal boards on which alone the threshold was set; None if it was not.
        depth: Depth of the model.
    """

    figures: dict[str, Any]
    board: QImage = field(repr=False)
    variation: QImage | None = field(repr=False)
    overlay: QImage | None = field(repr=False)
    highest: float = 0.0
    boards: int = 0

    calibration: CalibrationResult | None = None
    normal_only: NormalCalibration | None = None
    depth: Depth = Depth.WHOLE


def read_bundle(folder: Path) -> BundleSummary:
    """Read a bundle; BundleError if it is missing or altered."""
    from vqganodip.bundles.archive import open_bundle
    from vqganodip.bundles.depth import depth_of
    from vqganodip.calibration.normal_calibration import is_normal_only, read_normal_calibration
    from vqganodip.calibration.result import read_calibration
    from vqganodip.detection.pixel_statistics import PixelStatistics
    from vqganodip.detection.variation_mask import VariationMask

    bundle = open_bundle(folder)
    settings = bundle.read_json("settings")
    statistics = PixelStatistics.from_arrays(bundle.read_arrays("golden"))
    board = np.ascontiguousarray(np.clip(statistics.mean, 0, 255).astype(np.uint8))
    mask = VariationMask.from_arrays(bundle.read_arrays("variation")) if "variation" in bundle else None
    variation = overlay = None
    highest = 0.0
    if mask is not None:
        highest = float(mask.mean.max())
        share = mask.mean / max(highest, 1e-9)
        variation, overlay = _map_image(share), _over(board, share)
    figures = dict(settings.get("figures", {}))
    return BundleSummary(
        figures,
        _image(board),
        variation,
        overlay,
        highest,
        int(figures.get("boards", 0)) if mask is None else mask.images,
        read_calibration(bundle) if "scores" in bundle else None,
        read_normal_calibration(bundle) if is_normal_only(bundle) else None,
        depth_of(settings),
    )


def read_summary(folder: Path) -> BundleSummary | None:
    """Read a bundle like :func:`read_bundle`; None if there is none."""
    return read_bundle(folder) if (folder / "manifest.json").is_file() else None


def _image(pixels: np.ndarray[Any, np.dtype[np.uint8]]) -> QImage:
    height, width = pixels.shape[:2]
    return QImage(pixels.data, width, height, 3 * width, QImage.Format.Format_RGB888).copy()


def _map_image(share: np.ndarray[Any, np.dtype[np.float32]]) -> QImage:
    """Colour the map like a difference map; zero is black."""
    from vqganodip_gui.widgets.colormaps import magma

    values = np.ascontiguousarray(magma()[np.clip(share * 255, 0, 255).astype(np.uint8)])
    height, width = values.shape
    return QImage(values.tobytes(), width, height, 4 * width, QImage.Format.Format_RGB32).copy()


def _over(board: np.ndarray[Any, np.dtype[np.uint8]], share: np.ndarray[Any, np.dtype[np.float32]]) -> QImage | None:
    """Blend the map over the grey board; the board shows through where nothing varies."""
    from vqganodip_gui.widgets.colormaps import magma

    if share.shape != board.shape[:2]:
        return None
    colours = magma()[np.clip(share * 255, 0, 255).astype(np.uint8)]
    map_rgb = np.stack([(colours >> shift) & 0xFF for shift in (16, 8, 0)], 2).astype(np.float32)
    grey = np.repeat(board.mean(axis=2, dtype=np.float32)[..., None] * 0.6, 3, 2)
    weight = np.clip(share * 1.6, 0, 0.9)[..., None]
    return _image(np.ascontiguousarray((grey * (1 - weight) + map_rgb * weight).astype(np.uint8)))
