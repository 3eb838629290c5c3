"""What the networks give for one board, and the lazy door to them: nothing here imports torch until it is asked to."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol, cast

from vqganodip.detection.features import FeatureExtractor
from vqganodip.records import Reconstruction
from vqganodip.settings import NetworkSettings
from vqganodip.types import Image, Map

__all__ = ["Reconstructor", "open_networks"]


class Reconstructor(Protocol):
    """Reconstructs boards; holds the feature extractor that was trained with it."""

    @property
    def extractor(self) -> FeatureExtractor:
        """Features of patches for the ranking of candidates."""

    def reconstruct(self, pixels: Image) -> Reconstruction:
        """Reconstructs uint8 H×W×3 of any size from 32 px on; the sides need not be multiples of f."""

    def foreign(self, pixels: Image, deviation: Map, known: Map, looks: int = 1) -> Map | None:
        """Log odds of each cell of 4 px that it is foreign, float32 h×w; None without a foreign network.

        Args:
            pixels: uint8 H×W×3, registered.
            deviation: float32 H×W×3, :meth:`vqganodip.detection.pixel_statistics.PixelStatistics.deviation`.
            known: float32 H×W×4, :func:`vqganodip.detection.segmentation_map.known_board`.
            looks: 1 or 2, :attr:`vqganodip.settings.Preset.foreign_looks`.
        """


def open_networks(
    net: NetworkSettings,
    weights: dict[str, bytes],
    *,
    patch_features: str,
    perceptual: str,
    imagenet: Sequence[str] = (),
) -> Reconstructor:
    """Builds the networks of a bundle from their safetensors bytes. Imports torch.

    Args:
        net: Shape of the VQGAN.
        weights: ``vqgan``, ``discriminator``, ``patch_net``, and ``foreign_net`` where there is one.
        patch_features: ``compact`` or ``inception_v3``.
        perceptual: ``compact`` or ``vgg16``.
        imagenet: Folder with the published weights, as a sequence of at most one path.
    """
    from vqganodip.neural.inference import NetworkSession

    session = NetworkSession.from_weights(
        net, weights, patch_features=patch_features, perceptual=perceptual, imagenet=imagenet[0] if imagenet else None
    )
    return cast(Reconstructor, session)
