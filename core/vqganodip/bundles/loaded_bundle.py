"""A bundle in memory: the networks and the product's reference data, ready for inspection."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.bundles.archive import Bundle
from vqganodip.bundles.depth import depth_of
from vqganodip.bundles.ignore_regions import ignore_mask, ignore_regions
from vqganodip.bundles.networks import (
    Reconstructor,
    Segmenter,
    averaged_bytes,
    check_outside_networks,
    open_networks,
    open_segmenter,
    segmentation_bytes,
    uses_general,
)
from vqganodip.bundles.precision import precision_of
from vqganodip.bundles.sensitivity import sensitivity_in
from vqganodip.detection.difference_map import standardised, weighted
from vqganodip.detection.evidence_weights import EvidenceWeights, weights_of
from vqganodip.detection.latent_statistics import LatentStatistics
from vqganodip.detection.normal_features import FEATURES, NormalFeatures, feature_map
from vqganodip.detection.part_statistics import PARTS, PartDeviations, PartStatistics
from vqganodip.detection.pixel_statistics import PixelStatistics
from vqganodip.detection.place_statistics import ProductStatistics, places_from_arrays
from vqganodip.detection.segmentation_map import SEGMENTATION_CELL, known_board, probability_map
from vqganodip.detection.structure import FIXED_LIMITS, StructureLimits, fixed_limits
from vqganodip.detection.variation_mask import NormalSpread, VariationMask
from vqganodip.errors import BundleError, ImageError
from vqganodip.imaging import registration
from vqganodip.placement.sensitivity import SensitivityRecord
from vqganodip.presets import Preset, from_dict
from vqganodip.records import Weighting
from vqganodip.settings import Depth, Precision
from vqganodip.types import Image, Map

__all__ = ["REGIONS", "STRUCTURE", "LoadedBundle", "load_bundle"]

STRUCTURE: Final = "structure"
"""Role of the limits of the structure of a picture, written by a fit."""

REGIONS: Final = "regions"
"""Role of the limit of the distances of normal boards' regions, written by a fit."""


@dataclass(frozen=True, slots=True, eq=False)
class LoadedBundle:
    """Everything an inspection needs except the score.

    Attributes:
        preset: Settings the bundle was trained with.
        networks: The segmentation network, where the bundle has one.
        reconstructor: Networks for reconstruction and patch features; None before the bundle is whole.
        long_side: Longest side of the working grid in pixels.
        reference: Reference board for registration; None for products in free position.
        source_size: (width, height) of the training images; None for products in free position.
        variation: Normal-variation mask; None for products in free position.
        spread: Mean and standard deviation of normal difference maps; only for registered boards with the preset
            ``robust``.
        pixel_statistics: Per-pixel statistics of the training boards. They yield metrics for registered boards with the
            preset ``robust`` and a baseline for reports otherwise.
        latent_statistics: Statistics of the latent vectors; likewise.
        brightness: Mean brightness of the training images in 8-bit units; a baseline for reports only.
        ignore: bool h×w, True where the board is excluded from inspection; None if no part is.
        mm_per_px: Millimetres per pixel of the working grid; None if unknown.
        known: Product-specific input of the segmentation network; the statistics of the product for one that started
            from the general network; None without a segmentation network.
        normal_features: Features of the normal images; None for a bundle that keeps none.
        part_statistics: What is normal for the parts; None for a bundle without them.
        precision: Arithmetic of the networks; metrics and scores depend on it.
        structure: Limits of the structure of a picture; fixed ones if no fit has measured them.
        region_limit: Distance that the regions of most normal boards do not exceed; None if no fit has measured it.
        weights: Sensitivity of parts; None if all evidence counts alike.
    """

    preset: Preset
    networks: Segmenter = field(repr=False)
    reconstructor: Reconstructor | None = field(repr=False)
    long_side: int
    reference: registration.Reference | None = field(repr=False)
    source_size: tuple[int, int] | None
    variation: VariationMask | None = field(repr=False)
    spread: NormalSpread | None = field(repr=False)
    pixel_statistics: PixelStatistics = field(repr=False)
    latent_statistics: LatentStatistics | None = field(repr=False)
    brightness: float
    ignore: NDArray[np.bool_] | None = field(default=None, repr=False)
    mm_per_px: float | None = None
    known: Map | ProductStatistics | None = field(default=None, repr=False)
    normal_features: NormalFeatures | None = field(default=None, repr=False)
    part_statistics: PartStatistics | None = field(default=None, repr=False)
    precision: Precision = Precision.FLOAT32
    structure: StructureLimits = field(default=FIXED_LIMITS, repr=False)
    region_limit: float | None = None
    weights: EvidenceWeights | None = field(default=None, repr=False)

    def register(self, pixels: Image) -> registration.Registered:
        """Register an image to the reference board."""
        assert self.reference is not None
        return registration.register(pixels, self.reference)

    def reference_board(self) -> Image:
        """Return the mean of the normal boards as a picture, uint8 H×W×3."""
        return np.clip(np.rint(self.pixel_statistics.mean), 0, 255).astype(np.uint8)

    def segment(self, pixels: Image) -> Map | None:
        """Return the segmentation map of a registered board as log odds per cell; None without that network."""
        if self.reference is None or self.known is None:
            return None
        if isinstance(self.known, ProductStatistics):
            odds = self.networks.segment_product(pixels, self.known)
        else:
            deviation = self.pixel_statistics.deviation(pixels)
            odds = self.networks.segment(pixels, deviation, self.known, self.preset.foreign_looks)
        return odds if odds is None or self.weights is None else self.weights.log_odds(odds, SEGMENTATION_CELL)

    @property
    def ranks_by_features(self) -> bool:
        """True if regions come from the distances to the features of normal images."""
        return self.normal_features is not None and self.normal_features.rank_regions

    def feature_distances(self, pixels: Image) -> dict[str, Map] | None:
        """Return the distances of a board on the working grid to the features of normal images, by name of the map."""
        if self.normal_features is None:
            return None
        maps = self.networks.feature_distances(pixels, self.normal_features)
        return maps if self.weights is None else self.weights.distances(maps)

    def evidence_maps(
        self, size: tuple[int, int], odds: Map | None, distances: Mapping[str, Map] | None
    ) -> dict[Weighting, Map]:
        """Return the maps of a board that state where a defect is likely; regions come from the last one.

        Args:
            size: (width, height) of the board on the working grid.
            odds: Log odds per cell of :meth:`segment`.
            distances: Distance maps of :meth:`feature_distances`.
        """
        maps: dict[Weighting, Map] = {}
        if odds is not None:
            maps[Weighting.FOREIGN] = probability_map(odds, size, SEGMENTATION_CELL)
        if distances is None or self.normal_features is None:
            return maps
        features = feature_map(distances, self.normal_features, size)
        if features is None:
            return maps
        found = {Weighting.FEATURES: features}
        return maps | found if self.normal_features.rank_regions else found | maps

    def part_deviations(self, pixels: Image, ignore: NDArray[np.bool_] | None) -> PartDeviations | None:
        """Compare the parts of a registered board with those of normal boards; None for a bundle without them.

        Args:
            pixels: uint8 h×w×3 on the working grid.
            ignore: bool h×w, True where the board is excluded.
        """
        if self.part_statistics is None:
            return None
        parts = self.part_statistics.deviations(pixels, self.pixel_statistics, ignore)
        return parts if self.weights is None else self.weights.deviations(parts)

    def check_size(self, size: tuple[int, int], path: Path) -> None:
        """Raise ImageError if an image of (width, height) cannot come from the camera setup of the training images."""
        if self.source_size is None:
            return
        expected_w, expected_h = self.source_size
        if not (0.8 < size[0] / expected_w < 1.25 and 0.8 < size[1] / expected_h < 1.25):
            raise ImageError(
                "bundle-image-size",
                "the image is {w}×{h} px, the bundle was trained on {ew}×{eh} px",
                where=path,
                todo="Give images from the same camera set-up, or train a bundle for this one.",
                w=size[0],
                h=size[1],
                ew=expected_w,
                eh=expected_h,
            )

    def differences(self, raw: Map) -> dict[Weighting, Map]:
        """Return the difference map under each weighting the bundle supports: raw, weighted, standardised."""
        maps = {Weighting.RAW: raw}
        if self.variation is not None:
            maps[Weighting.WEIGHTED] = weighted(raw, self.variation.mask)
            if self.preset.standardised:
                maps[Weighting.STANDARDISED] = standardised(raw, self.variation.mean, self.preset.mask.blur_px)
        return maps


def load_bundle(
    bundle: Bundle, precision: Precision | None = None, sensitivity: SensitivityRecord | None = None
) -> LoadedBundle:
    """Load a trained bundle; BundleError if a role is missing, altered or of an incompatible version.

    Args:
        bundle: The opened bundle.
        precision: Arithmetic in place of the bundle's own, for a fit that is about to write another.
        sensitivity: Sensitivity of parts in place of the one that is asked for in the bundle, to try it.
    """
    about = bundle.read_json("settings")
    try:
        own_precision, depth = precision_of(about), depth_of(about)
        preset = from_dict(about["preset"])
        long_side, brightness = int(about["long_side"]), float(about["brightness"])
        size, mm = about.get("source_size"), about.get("mm_per_px")
    except (KeyError, TypeError, ValueError) as error:
        raise BundleError(
            "bundle-settings-unfit",
            "the settings do not fit this version ({error})",
            where=bundle.folder,
            todo="Train the bundle again.",
            error=repr(error),
        ) from error
    check_outside_networks(bundle)
    reconstructor: Reconstructor | None = None
    if depth is Depth.WHOLE:
        weights = {role: bundle.read(role) for role in ("vqgan", "discriminator", "patch_net")}
        if "foreign_net" in bundle or uses_general(bundle):
            weights["foreign_net"] = segmentation_bytes(bundle)
        averaged = averaged_bytes(bundle)
        if averaged is not None:
            weights["averaged"] = averaged
        reconstructor = open_networks(
            preset.network,
            weights,
            patch_features=preset.patch_features,
            perceptual=preset.training.perceptual_network,
            imagenet=about.get("imagenet", ()),
            precision=precision or own_precision,
        )
    networks: Segmenter = reconstructor or open_segmenter(bundle, precision or own_precision)
    statistics = PixelStatistics.from_arrays(bundle.read_arrays("golden"))
    grid = (statistics.mean.shape[1], statistics.mean.shape[0])
    evidence = _weights(sensitivity or sensitivity_in(bundle), grid, bundle.folder)
    ignore = ignore_mask(ignore_regions(bundle), grid)
    if evidence is not None and evidence.ignored is not None:
        ignore = evidence.ignored if ignore is None else np.logical_or(ignore, evidence.ignored)
    return LoadedBundle(
        preset=preset,
        networks=networks,
        reconstructor=reconstructor,
        long_side=long_side,
        reference=registration.from_arrays(bundle.read_arrays("reference")) if "reference" in bundle else None,
        source_size=(int(size[0]), int(size[1])) if size else None,
        variation=VariationMask.from_arrays(bundle.read_arrays("variation")) if "variation" in bundle else None,
        spread=NormalSpread.from_arrays(bundle.read_arrays("spread")) if "spread" in bundle else None,
        pixel_statistics=statistics,
        latent_statistics=LatentStatistics.from_arrays(bundle.read_arrays("latent")) if "latent" in bundle else None,
        brightness=brightness,
        ignore=ignore,
        mm_per_px=float(mm) if mm else None,
        known=_known(bundle, statistics) if preset.foreign else None,
        normal_features=NormalFeatures.from_arrays(bundle.read_arrays(FEATURES)) if FEATURES in bundle else None,
        part_statistics=_part_statistics(bundle, statistics),
        precision=precision or own_precision,
        structure=_structure_limits(bundle, statistics),
        region_limit=float(bundle.read_json(REGIONS)["limit"]) if REGIONS in bundle else None,
        weights=evidence,
    )


def _weights(record: SensitivityRecord | None, grid: tuple[int, int], folder: Path) -> EvidenceWeights | None:
    """Weights of a sensitivity; BundleError if it was set on a picture of another size."""
    if record is None or not record.parts:
        return None
    if record.grid != grid:
        raise BundleError(
            "bundle-sensitivity-grid",
            "the sensitivity of parts was set on a picture of another size",
            where=folder,
            todo="Set it again with `vqganodip sensitivity`.",
        )
    return weights_of(record)


def _known(bundle: Bundle, statistics: PixelStatistics) -> Map | ProductStatistics:
    """Product-specific input of the segmentation network of a bundle."""
    if "places" not in bundle:
        return known_board(statistics.mean, statistics.scale)
    places = places_from_arrays(bundle.read_arrays("places"))
    return ProductStatistics(statistics.mean, statistics.scale, places)


def _part_statistics(bundle: Bundle, statistics: PixelStatistics) -> PartStatistics | None:
    if PARTS not in bundle or "reference" not in bundle:
        return None
    size = (statistics.mean.shape[1], statistics.mean.shape[0])
    return PartStatistics.from_arrays(bundle.read_arrays(PARTS), size)


def _structure_limits(bundle: Bundle, statistics: PixelStatistics) -> StructureLimits:
    if STRUCTURE in bundle:
        return StructureLimits.from_arrays(bundle.read_arrays(STRUCTURE))
    return fixed_limits(statistics.mean, fixed_position="reference" in bundle)
