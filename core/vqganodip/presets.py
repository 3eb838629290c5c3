"""The networks ``esser`` and ``compact``, the presets ``paper`` and ``robust``, and presets as plain JSON values."""

from __future__ import annotations

import dataclasses
from dataclasses import dataclass, field, replace
from typing import Any, Final

from vqganodip.errors import SettingsError
from vqganodip.settings import (
    CandidateSettings,
    MaskSettings,
    NetworkSettings,
    RegistrationSettings,
    TrainingSettings,
)

__all__ = ["COMPACT", "ESSER", "PRESETS", "Preset", "for_position", "from_dict", "to_dict", "without_imagenet"]

ESSER: Final = NetworkSettings(
    name="esser",
    haar_levels=0,
    channels=128,
    multipliers=(1, 1, 2, 2, 4),
    residual_blocks=2,
    attention_at_lowest=True,
    n_embed=2048,
    embed_dim=512,
    norm_groups=32,
)
"""Esser et al. 2021 (appendix A) with the paper's codebook: f = 16, 2048 entries of 512 dimensions (section 4.1)."""

COMPACT: Final = NetworkSettings(
    name="compact",
    haar_levels=2,
    channels=32,
    multipliers=(1, 2, 4),
    residual_blocks=1,
    attention_at_lowest=False,
    n_embed=1024,
    embed_dim=64,
)
"""A VQGAN that two cores can live with: a 2-level Haar stem, attention only in the middle, f = 16."""


@dataclass(frozen=True, slots=True)
class Preset:
    """A named set of all settings: ``paper`` is the literal procedure, ``robust`` the default.

    Attributes:
        name: Name of the preset.
        network: Shape of the VQGAN.
        training: Training of the VQGAN.
        registration: Registration of boards to one grid.
        mask: The normal-variation mask.
        candidates: Zoom-out-and-shift.
        patch_features: ``compact`` or ``inception_v3``.
        standardised: True adds the difference divided by the normal variation.
        golden: True adds the per-pixel statistics and other statistics of normal boards to the metrics.
        foreign: True trains an anomaly segmentation network (for products in fixed position).
        foreign_looks: Passes of that network over a board, 1 or 2; the second is shifted by half a cell. A network that
            started from the general one takes one.
        general: True starts that network from the general one, which uses features trained on ImageNet; False trains
            it on the product alone.
        features: True adds the distances to the features of normal images, trained on ImageNet, to the metrics.
        parts: True adds the deviations of parts from those of normal boards to the metrics, and reasons to the regions
            (for products in fixed position).
    """

    name: str
    network: NetworkSettings
    training: TrainingSettings
    registration: RegistrationSettings = field(default_factory=RegistrationSettings)
    mask: MaskSettings = field(default_factory=MaskSettings)
    candidates: CandidateSettings = field(default_factory=CandidateSettings)
    patch_features: str = "compact"
    standardised: bool = True
    golden: bool = True
    foreign: bool = False
    foreign_looks: int = 1
    general: bool = False
    features: bool = False
    parts: bool = False

    def __post_init__(self) -> None:
        if self.foreign_looks not in (1, 2):
            raise SettingsError(
                "settings-foreign-looks-invalid",
                "foreign_looks is {foreign_looks!r}",
                where=self.name,
                todo="Use 1 or 2.",
                foreign_looks=self.foreign_looks,
            )


_PAPER: Final = Preset(
    name="paper",
    network=ESSER,
    training=TrainingSettings(
        crop=0,
        batch=1,
        learning_rate=4.5e-6,
        pixel_l1=0.0,
        pixel_l2=1.0,
        perceptual=1.0,
        perceptual_network="vgg16",
        codebook=1.0,
        commitment=1.0,
        gan=1.0,
        gan_start=0.0,
        gan_loss="log",
        delta=1e-6,
        fill_codebook=False,
        denoise=False,
        flips=False,
        gradient_checkpointing=True,
    ),
    patch_features="inception_v3",
    standardised=False,
    golden=False,
)

_ROBUST: Final = Preset(
    name="robust",
    network=COMPACT,
    training=TrainingSettings(
        crop=0,
        batch=1,
        learning_rate=8e-4,
        pixel_l1=1.0,
        pixel_l2=0.5,
        perceptual=0.1,
        perceptual_network="compact",
        codebook=1.0,
        commitment=0.25,
        gan=0.0,
        gan_start=0.75,
        gan_loss="hinge",
        delta=1e-6,
        fill_codebook=True,
        denoise=True,
        flips=False,
    ),
    candidates=CandidateSettings(keep_repeats=False, nms_px=4, weight_distances=True, best_of_pixel_first=True),
    foreign=True,
    general=True,
    features=True,
    parts=True,
)

PRESETS: Final = {"robust": _ROBUST, "paper": _PAPER}


def for_position(preset: Preset, fixed: bool) -> Preset:
    """Adapt a preset to a product in fixed or free position.

    ``paper`` is not changed. ``robust`` uses a position map for registered products and trains on crops with known
    positions: a crop costs a fraction of a whole image, and more steps are worth more than larger inputs. For free
    position it trains on mirrored and rotated crops at f = 8, without position map and without anomalies in the input,
    because the network cannot know there what is anomalous.
    """
    if preset.name == "paper":
        return preset
    if fixed:
        training = replace(preset.training, crop=256, batch=2)
        return replace(preset, network=replace(preset.network, position_channels=32), training=training)
    network = replace(preset.network, multipliers=preset.network.multipliers[1:])
    training = replace(preset.training, crop=128, batch=6, denoise=False, flips=True)
    return replace(
        preset,
        network=network,
        training=training,
        standardised=False,
        golden=False,
        foreign=False,
        general=False,
        parts=False,
    )


def without_imagenet(preset: Preset) -> Preset:
    """Leave out of a preset all networks trained on ImageNet.

    The patch network, which is trained with the bundle, takes the place of VGG-16 and Inception-v3; loss and ranking
    are then not those of the paper. The segmentation network learns from the product alone, without the features of
    EfficientNet-Lite, which are no metrics either. The caller must inform the user.
    """
    training = replace(preset.training, perceptual_network="compact")
    return replace(preset, training=training, patch_features="compact", general=False, features=False)


def to_dict(settings: object) -> dict[str, Any]:
    """Convert a settings dataclass to plain JSON values."""
    if not dataclasses.is_dataclass(settings) or isinstance(settings, type):
        raise TypeError(f"not a settings value: {settings!r}")
    return dataclasses.asdict(settings)


_NESTED: Final[dict[str, type]] = {
    "network": NetworkSettings,
    "training": TrainingSettings,
    "registration": RegistrationSettings,
    "mask": MaskSettings,
    "candidates": CandidateSettings,
}


def from_dict(values: dict[str, Any]) -> Preset:
    """Restore a preset from :func:`to_dict`; SettingsError if it does not fit this version."""
    try:
        nested = {k: _NESTED[k](**_tuples(v)) if k in _NESTED else v for k, v in values.items()}
        return Preset(**nested)
    except (TypeError, AttributeError) as error:
        raise SettingsError(
            "settings-unfit",
            "the settings do not fit this version ({error})",
            todo="Train the bundle again with this version.",
            error=str(error),
        ) from error


def _tuples(values: dict[str, Any]) -> dict[str, Any]:
    return {k: tuple(v) if isinstance(v, list) else v for k, v in values.items()}
