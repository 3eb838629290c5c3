"""Frozen, validated settings of networks, training, registration, mask and candidates; see ``presets.py``."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from vqganodip.errors import SettingsError, message

__all__ = [
    "CandidateSettings",
    "Depth",
    "MaskSettings",
    "NetworkSettings",
    "GateLevel",
    "Precision",
    "RegistrationSettings",
    "TrainingSettings",
]


class Depth(StrEnum):
    """Depth of a bundle: what it has learned of its product.

    ``at_once`` has a reference board, the spread of its normal boards and the general segmentation network as it came
    with the program. ``adapted`` has a segmentation network that continued learning on this product. ``whole`` also has
    the VQGAN of the paper, its reconstruction and all metrics. Bundles of earlier versions are whole.
    """

    AT_ONCE = "at_once"
    ADAPTED = "adapted"
    WHOLE = "whole"


class GateLevel(StrEnum):
    """Level of a gate: its opinion is recorded and hidden, orders and greys regions, or passes flagged boards."""

    SHADOW = "shadow"
    ADVICE = "advice"
    FILTER = "filter"


class Precision(StrEnum):
    """Arithmetic in which the networks of a bundle inspect a board.

    With ``float32`` a score does not depend on the number of threads, and the metrics are computed on the
    reconstruction as the network gives it. Bundles of earlier versions have ``bfloat16`` and a reconstruction rounded
    to 8 bits.
    """

    FLOAT32 = "float32"
    BFLOAT16 = "bfloat16"


def _check(ok: bool, error: SettingsError) -> None:
    if not ok:
        raise error


@dataclass(frozen=True, slots=True)
class NetworkSettings:
    """The shape of a VQGAN.

    Attributes:
        name: ``esser`` or ``compact``, for display.
        haar_levels: Levels of the Haar stem in front of the encoder and behind the decoder; each halves the grid.
        channels: Channels of the first stage.
        multipliers: Channels of each stage in multiples of ``channels``; every stage but the last halves the grid.
        residual_blocks: Residual blocks per stage.
        attention_at_lowest: True adds attention to the residual blocks of the lowest stage; the middle always has it.
        n_embed: Entries of the codebook.
        embed_dim: Dimensions of a codebook entry.
        position_channels: Channels of the learned position map given to the decoder; 0 for none.
        norm_groups: Groups of every group norm (Esser et al.: 32); 0 takes one per 8 channels, from 128 channels on 32.
    """

    name: str
    haar_levels: int
    channels: int
    multipliers: tuple[int, ...]
    residual_blocks: int
    attention_at_lowest: bool
    n_embed: int
    embed_dim: int
    position_channels: int = 0
    norm_groups: int = 0

    def __post_init__(self) -> None:
        _check(
            self.channels >= 8 and self.channels % 8 == 0,
            SettingsError(
                "settings-channels-multiple-of-8", "channels is not a multiple of 8", where=self.name, todo="Use 32."
            ),
        )
        _check(
            self.norm_groups == 0 or (self.norm_groups > 0 and self.channels % self.norm_groups == 0),
            SettingsError(
                "settings-channels-norm-groups",
                "channels is not a multiple of the {groups} groups of the norms",
                where=self.name,
                todo="Use a multiple, or norm_groups = 0.",
                groups=self.norm_groups,
            ),
        )
        _check(
            len(self.multipliers) >= 1,
            SettingsError(
                "settings-multipliers-empty", "multipliers is empty", where=self.name, todo="Give one number per stage."
            ),
        )
        _check(
            self.n_embed >= 2,
            SettingsError("settings-n-embed-below-2", "n_embed is below 2", where=self.name, todo="Use 1024."),
        )

    @property
    def downsampling(self) -> int:
        """The factor f between image and codes."""
        return int(2 ** (self.haar_levels + len(self.multipliers) - 1))


@dataclass(frozen=True, slots=True)
class TrainingSettings:
    """Settings of a VQGAN training; ``neural/networks/losses.py`` compares the loss terms of the presets.

    Attributes:
        crop: Side of the training crops in pixels, smaller for smaller images; 0 trains on whole images.
        batch: Images or crops per step.
        learning_rate: Peak of the cosine schedule.
        pixel_l1: Weight of the absolute pixel error.
        pixel_l2: Weight of the squared pixel error.
        perceptual: Weight of the perceptual term.
        perceptual_network: ``vgg16`` (last layer, ImageNet) or ``compact`` (the project's own).
        codebook: Weight of the codebook term.
        commitment: Weight of the commitment term.
        gan: Weight of the GAN term on top of the adaptive weight; 0 trains without a discriminator.
        gan_start: Share of the training after which the GAN term starts.
        gan_loss: ``log`` (eq. 1 of the paper) or ``hinge`` (Esser et al.).
        delta: The constant of the adaptive weight (paper: 1e-6).
        fill_codebook: Fill the codebook from latents and revive dead codes.
        denoise: Add synthetic anomalies to the input and keep the clean target (registered products only).
        flips: Mirror and rotate crops (free position only).
        accumulate: Batches whose gradients are averaged into one step; a larger batch in the memory of a small one.
        ema: Decay of the exponential moving average of the weights that goes into the bundle; 0 keeps the last weights.
        gradient_checkpointing: Recompute residual and attention blocks in the backward pass: about a third more time, a
            fraction of the memory.
        validate_every: Steps between two validations; 0 validates as often as it costs little time.
        patience: Validations without improvement after which the training ends; 0 for never.
    """

    crop: int
    batch: int
    learning_rate: float
    pixel_l1: float
    pixel_l2: float
    perceptual: float
    perceptual_network: str
    codebook: float
    commitment: float
    gan: float
    gan_start: float
    gan_loss: str
    delta: float
    fill_codebook: bool
    denoise: bool
    flips: bool
    accumulate: int = 1
    ema: float = 0.0
    gradient_checkpointing: bool = False
    validate_every: int = 0
    patience: int = 0

    def __post_init__(self) -> None:
        _check(
            self.accumulate >= 1,
            SettingsError(
                "settings-accumulate-below-1",
                "accumulate is below 1",
                where=message("place-training", "training"),
                todo="Use 1, or 4 for a batch of four times.",
            ),
        )
        _check(
            0.0 <= self.ema < 1.0,
            SettingsError(
                "settings-ema-out-of-range",
                "ema is not in [0, 1)",
                where=message("place-training", "training"),
                todo="Use 0.999, or 0 for none.",
            ),
        )
        for name in ("validate_every", "patience"):
            _check(
                getattr(self, name) >= 0,
                SettingsError(
                    "settings-number-negative",
                    "{name} is negative",
                    where=message("place-training", "training"),
                    todo="Use 0, or a number of steps or looks.",
                    name=name,
                ),
            )
        _check(
            self.crop == 0 or self.crop >= 32,
            SettingsError(
                "settings-crop-below-32",
                "crop is below 32",
                where=message("place-training", "training"),
                todo="Use 128, or 0 for whole images.",
            ),
        )
        _check(
            self.batch >= 1,
            SettingsError(
                "settings-batch-below-1", "batch is below 1", where=message("place-training", "training"), todo="Use 4."
            ),
        )
        _check(
            self.learning_rate > 0,
            SettingsError(
                "settings-learning-rate-not-positive",
                "learning_rate is not positive",
                where=message("place-training", "training"),
                todo="Use 8e-4.",
            ),
        )
        self._check_losses()

    def _check_losses(self) -> None:
        _check(
            self.gan_loss in ("log", "hinge"),
            SettingsError(
                "settings-gan-loss-unknown",
                "gan_loss is {gan_loss!r}",
                where=message("place-training", "training"),
                todo="Use log or hinge.",
                gan_loss=self.gan_loss,
            ),
        )
        _check(
            self.perceptual_network in ("vgg16", "compact"),
            SettingsError(
                "settings-perceptual-network-unknown",
                "perceptual_network is {perceptual_network!r}",
                where=message("place-training", "training"),
                todo="Use vgg16 or compact.",
                perceptual_network=self.perceptual_network,
            ),
        )


@dataclass(frozen=True, slots=True)
class RegistrationSettings:
    """Settings of the registration of boards to one grid.

    Attributes:
        long_side: Longest side of the working grid in pixels; smaller images are not enlarged.
        mode: ``auto`` (registered if the training images align), ``fixed`` or ``free``.
        min_correlation: Correlation after alignment above which images count as one product in fixed position.
    """

    long_side: int = 1024
    mode: str = "auto"
    min_correlation: float = 0.6

    def __post_init__(self) -> None:
        _check(
            self.long_side >= 32,
            SettingsError(
                "settings-long-side-below-32",
                "long_side is below 32",
                where=message("place-registration", "registration"),
                todo="Use 512 to 1024.",
            ),
        )
        _check(
            self.mode in ("auto", "fixed", "free"),
            SettingsError(
                "settings-mode-unknown",
                "mode is {mode!r}",
                where=message("place-registration", "registration"),
                todo="Use auto.",
                mode=self.mode,
            ),
        )


@dataclass(frozen=True, slots=True)
class MaskSettings:
    """The normal-variation mask (paper section 3.2).

    Attributes:
        images: Normal images set aside from training for the mask (paper: 30); fewer if the data set is small.
        max_share: Largest share of the normal training images to set aside for the mask.
        blur_px: Gaussian sigma of the standardised difference.
    """

    images: int = 30
    max_share: float = 0.25
    blur_px: float = 1.5


@dataclass(frozen=True, slots=True)
class CandidateSettings:
    """Zoom-out-and-shift (paper section 3.1.2).

    Attributes:
        p: Number of pixels of highest difference.
        n: Number of patch sizes.
        alpha: Side of the smallest patch, and step between sizes, in pixels.
        shift: Shift of the eight neighbours in side lengths.
        q: Number of candidates.
        keep_repeats: True counts equal patches as often as they occur.
        nms_px: Largest Chebyshev distance at which a pixel suppresses its neighbours; 0 as in the paper.
        weight_distances: True divides patch distances by the normal variation inside the patch.
        best_of_pixel_first: True ranks the best patch of each pixel before all second-best ones.
    """

    p: int = 100
    n: int = 4
    alpha: int = 4
    shift: float = 0.5
    q: int = 250
    keep_repeats: bool = True
    nms_px: int = 0
    weight_distances: bool = False
    best_of_pixel_first: bool = False

    def __post_init__(self) -> None:
        for name in ("p", "n", "alpha", "q"):
            _check(
                getattr(self, name) >= 1,
                SettingsError(
                    "settings-number-below-1",
                    "{name} is below 1",
                    where=message("place-candidates", "candidates"),
                    todo="Use the paper's value.",
                    name=name,
                ),
            )
        _check(
            self.shift >= 0,
            SettingsError(
                "settings-shift-negative",
                "shift is negative",
                where=message("place-candidates", "candidates"),
                todo="Use 0.5.",
            ),
        )
        _check(
            self.nms_px >= 0,
            SettingsError(
                "settings-nms-px-negative",
                "nms_px is negative",
                where=message("place-candidates", "candidates"),
                todo="Use 0 or 4.",
            ),
        )
