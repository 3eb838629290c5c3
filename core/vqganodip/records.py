"""Values of data sets and inspections, as frozen dataclasses. Pure: no network, no database, no window.

A verdict is the machine's, a judgment is a person's, a label is ground truth.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime
from enum import StrEnum
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import Message
from vqganodip.settings import GateLevel
from vqganodip.types import Box, FloatArray, Image, Levels, Map

__all__ = [
    "Candidate",
    "GateLevel",
    "GateOpinion",
    "Inspection",
    "Label",
    "LabelledImage",
    "MetricRow",
    "MetricTable",
    "ModelName",
    "Panels",
    "Reason",
    "Reconstruction",
    "Region",
    "RegionDescriptors",
    "RegionOpinion",
    "SourceImage",
    "UNNAMED",
    "UNUSABLE",
    "Verdict",
    "Weighting",
]


UNUSABLE: Final = frozenset({"picture-flat", "picture-band", "picture-part", "picture-blurred"})
"""Codes of the warnings that a picture does not show a whole board; such a board never passes."""


class Label(StrEnum):
    """Ground truth of an image. A defect is the positive class (1)."""

    NORMAL = "normal"
    DEFECTIVE = "defective"


class Verdict(StrEnum):
    """Verdict of the machine: ``review`` (the board is flagged) if score >= threshold or the picture is incomplete,
    else ``pass``."""

    PASS = "pass"
    REVIEW = "review"


class Weighting(StrEnum):
    """Weighting of a difference map: raw, multiplied by the mask (both from the paper), divided by normal variation.

    Two are no differences: ``foreign`` is the probability that a pixel is anomalous
    (``neural/networks/segmentation.py``), ``features`` the distance of its features from those of normal images on a
    scale from 0 to 1 (``detection/normal_features.py``).
    """

    RAW = "raw"
    WEIGHTED = "weighted"
    STANDARDISED = "standardised"
    FOREIGN = "foreign"
    FEATURES = "features"


@dataclass(frozen=True, slots=True)
class ModelName:
    """Name of a model: product and version. Its text, such as ``IR sensor 2``, is how it is written everywhere.

    Attributes:
        product: Name of the product; empty if unknown.
        version: Version of the model; empty if the product has only one.
    """

    product: str
    version: str = ""

    def __str__(self) -> str:
        return f"{self.product} {self.version}".strip()


UNNAMED: Final = ModelName("")
"""The name of a model that is known by the hash of its bundle alone."""


@dataclass(frozen=True, slots=True)
class LabelledImage:
    """An image of a data set with its ground truth.

    Attributes:
        path: The image file.
        label: Ground truth.
        defect: Name of the defect folder; empty for normal images.
        group: Images of one group belong together (a pair, one board under several lights) and are left out together;
            empty for a single image.
        mask: Pixel mask of the defect, if the data set has one.
    """

    path: Path
    label: Label
    defect: str = ""
    group: str = ""
    mask: Path | None = None


@dataclass(frozen=True, slots=True)
class SourceImage:
    """A decoded image: path, sha256 of the file, pixels (uint8 H×W×3 sRGB)."""

    path: Path
    sha256: str
    pixels: Image = field(repr=False)


@dataclass(frozen=True, slots=True)
class Candidate:
    """An abnormal candidate: a patch in pixels of the working grid, with its Fréchet distance (>= 0)."""

    box: Box
    distance: float


@dataclass(frozen=True, slots=True)
class Reason:
    """One way in which a region differs from normal boards, as code and values; see ``detection.reason_words``.

    Attributes:
        code: What is unusual, a key of :data:`vqganodip.detection.reason_words.WORDS`. Stored: never renamed.
        sigma: Deviation from the mean of normal boards in units of their spread; negative where there is less.
        area: Area of the part, one of :data:`vqganodip.detection.part_statistics.AREAS`; ``board`` for a spot of
            the bare board, ``spot`` for one elsewhere.
        value: What was measured: a grey level, an amplitude in grey levels, or a share.
        usual: The mean of normal boards.
        ref_des: Reference designator of the part; empty if unknown.
        box: The area in pixels of the working grid; None for a spot, and in inspections of earlier versions.
        pin: The number of the pin if the area is a solder joint of that part, 0 if the number is not certain; None if
            it is none or that is unknown.
    """

    code: str
    sigma: float
    area: str
    value: float
    usual: float
    ref_des: str = ""
    box: Box | None = None
    pin: int | None = None

    def on_part(self, ref_des: str, pin: int | None = None) -> Reason:
        """The same reason with the name of its part, and of its joint; a reason of a spot stays without one."""
        return self if self.area in ("board", "spot") else replace(self, ref_des=ref_des, pin=pin)


@dataclass(frozen=True, slots=True)
class Region:
    """Overlapping candidates merged for review: the union of their boxes (working grid).

    Attributes:
        box: Union of the boxes of the candidates.
        distance_max: Highest distance among them.
        distance_sum: Sum of their distances.
        candidates: Number of merged candidates.
        reasons: How it differs from normal boards, what matters most first; empty if unknown.
    """

    box: Box
    distance_max: float
    distance_sum: float
    candidates: int
    reasons: tuple[Reason, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class RegionDescriptors:
    """Numbers that describe the regions of one board (``detection/region_descriptors.py``).

    Attributes:
        format: Hash of the names of the descriptors.
        boxes: int32 N×4 (x0 y0 x1 y1), the regions on the working grid, in their order.
        values: float32 N×D, finite, rounded to 16 bits.
    """

    format: str
    boxes: NDArray[np.int32] = field(repr=False)
    values: Map = field(repr=False)


@dataclass(frozen=True, slots=True)
class MetricRow:
    """One row of the table of metrics: names ``<weighting>.<level>.<metric>[.<aggregate>]`` and finite values."""

    names: tuple[str, ...]
    values: FloatArray = field(repr=False)


@dataclass(frozen=True, slots=True)
class MetricTable:
    """Metric rows of labelled images.

    Attributes:
        names: Column names, F of them.
        values: float64 N×F, finite.
        images: The N images, with labels and groups.
    """

    names: tuple[str, ...]
    values: FloatArray = field(repr=False)
    images: tuple[LabelledImage, ...] = field(repr=False)


@dataclass(frozen=True, slots=True, eq=False)
class Reconstruction:
    """Output of the networks for one board (paper sections 3.1.1 and 3.2).

    Attributes:
        pixels: uint8 H×W×3, the decoder's image, for display.
        levels: The same for metrics: float32 H×W×3 in 8-bit units, not rounded; ``pixels`` in bundles that compute in
            bfloat16.
        latents: float32 D×h×w, the encoder's latents before quantization.
        quantization: Mean squared difference of the latents and their codebook entries, >= 0.
        perceptual: Mean squared difference of the perceptual features of original and reconstruction, >= 0; None, as
            the two below, where the measures were not asked for.
        gan_original: Mean patchGAN loss of the original taken for real, log(1 + exp(−D)), >= 0.
        gan_reconstruction: The same of the reconstruction.
    """

    pixels: Image = field(repr=False)
    levels: Levels = field(repr=False)
    latents: Map = field(repr=False)
    quantization: float
    perceptual: float | None
    gan_original: float | None
    gan_reconstruction: float | None


@dataclass(frozen=True, slots=True)
class Panels:
    """Pictures of one board for review. All cover the same rectangle, the working grid.

    Attributes:
        original: uint8, the source image registered to the reference board; may be finer than the working grid.
        reconstruction: uint8 h×w×3 on the working grid; for a bundle that reconstructs nothing, the reference board.
        differences: float32 h×w in [0, 1] per weighting on the working grid; ``raw`` always exists, ``weighted``
            and ``standardised`` only for products with a normal-variation mask (standardised: clipped z / 20).
        reconstructed: False if ``reconstruction`` is the reference board.
        descriptors: Descriptors of the regions; None for products in free position, and if an earlier version wrote
            the panels.
    """

    original: Image = field(repr=False)
    reconstruction: Image = field(repr=False)
    differences: Mapping[Weighting, Map] = field(repr=False)
    reconstructed: bool = True
    descriptors: RegionDescriptors | None = field(default=None, repr=False)


@dataclass(frozen=True, slots=True)
class RegionOpinion:
    """Opinion of a gate on one region.

    Attributes:
        share: Share of the gate's trees that take it for a defect, in [0, 1].
        cleared: True if the gate clears it.
        near: Why it is not cleared although its share is low: ``place`` or ``looks`` of a confirmed defect; empty
            otherwise.
        distance: Distance to the confirmed defect that looks most alike, in usual distances between rejected regions;
            infinity if no defect is known.
        alike: Number of boards with a rejected region that looks like it.
        alike_here: Those of them whose region is at the same place.
    """

    share: float
    cleared: bool
    near: str
    distance: float
    alike: int
    alike_here: int


@dataclass(frozen=True, slots=True)
class GateOpinion:
    """Opinion of a gate on a flagged board.

    Attributes:
        gate: Hash of the gate.
        level: Its level when the board was inspected.
        clears: True if it clears every region.
        drawn: True if the board goes to a person all the same, to check the gate.
        regions: Opinions on the regions, in their order; empty where only the head of the inspection was read.
    """

    gate: str
    level: GateLevel
    clears: bool
    drawn: bool = False
    regions: tuple[RegionOpinion, ...] = ()


@dataclass(frozen=True, slots=True)
class Inspection:
    """Result of the inspection of one board.

    Attributes:
        image: The source file, as this computer finds it.
        sha256: Hash of the source file's bytes.
        bundle_sha256: Hash of the bundle's manifest, which names every file of the model.
        inspected_at: UTC.
        score: Composite anomaly score in [0, 1]; higher is more defective.
        threshold: The threshold that was applied.
        verdict: ``review`` when score >= threshold, or when the picture does not show a whole board.
        grid: (width, height) of the working grid, the pixels of all boxes.
        transform: 2×3 affine, row-major, from working-grid pixels to source-image pixels.
        registration_residual: Misfit after registration in [0, 1] (1 − correlation); None without registration.
        mm_per_px: Millimetres per working-grid pixel; None when the bundle does not know it.
        candidates: Highest distance first.
        regions: All regions found, highest distance first; those shown to an operator are ``shown_regions``.
        stage_s: Seconds per stage, in order.
        warnings: Warnings for the operator, such as a poor registration.
        doubtful_until: End of the doubtful band [threshold, doubtful_until); None without one.
        region_limit: Distance that the regions of most normal boards do not exceed; None if the bundle does not know
            it. Verdict and score do not depend on it.
        threshold_rule: ``normal boards only`` if the threshold rests on no known defect; empty otherwise.
        gate: Opinion of the gate in force on a flagged board; None without one, and for boards that passed.
        image_name: Name of the source file in the records, relative to a shared folder; empty if it is ``image``.
    """

    image: Path
    sha256: str
    bundle_sha256: str
    inspected_at: datetime
    score: float
    threshold: float
    verdict: Verdict
    grid: tuple[int, int]
    transform: tuple[float, float, float, float, float, float]
    registration_residual: float | None
    mm_per_px: float | None
    candidates: tuple[Candidate, ...] = field(repr=False)
    regions: tuple[Region, ...] = field(repr=False)
    stage_s: Mapping[str, float] = field(repr=False)
    warnings: tuple[Message, ...] = ()
    doubtful_until: float | None = None
    region_limit: float | None = None
    threshold_rule: str = ""
    gate: GateOpinion | None = None
    image_name: str = field(default="", compare=False)

    @property
    def recorded_image(self) -> str:
        """The source file as records and exports name it, the same on every computer."""
        return self.image_name or str(self.image)

    @property
    def cleared_by(self) -> str:
        """Hash of the gate that passed the board although its score flags it; empty otherwise."""
        gate = self.gate
        return gate.gate if gate and gate.level is GateLevel.FILTER and gate.clears and not gate.drawn else ""

    @property
    def shown_regions(self) -> tuple[Region, ...]:
        """The regions that stand out from normal boards; of a flagged board at least the first; all without a limit."""
        if self.region_limit is None:
            return self.regions
        above = sum(region.distance_max > self.region_limit for region in self.regions)
        return self.regions[: max(above, 1 if self.verdict is Verdict.REVIEW else 0)]

    @property
    def unusable(self) -> bool:
        """True if the picture does not show a whole board, as a warning says; then the score means nothing."""
        return any(warning.code in UNUSABLE for warning in self.warnings)

    @property
    def doubtful(self) -> bool:
        """True if the score lies in the doubtful band: flagged, but not called a defect by the machine."""
        if self.doubtful_until is None or self.unusable:
            return False
        return self.threshold <= self.score < self.doubtful_until
