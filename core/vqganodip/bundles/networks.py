"""Interface of the networks of a bundle. Torch is imported only when :func:`open_networks` is called."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final, Protocol, cast

from vqganodip.bundles.archive import Bundle
from vqganodip.detection.features import FeatureExtractor
from vqganodip.detection.normal_features import NormalFeatures
from vqganodip.detection.place_statistics import ProductStatistics
from vqganodip.errors import BundleError
from vqganodip.records import Reconstruction
from vqganodip.settings import NetworkSettings, Precision
from vqganodip.types import Image, Map

__all__ = [
    "AVERAGED_WITH",
    "Reconstructor",
    "Segmenter",
    "check_outside_networks",
    "open_networks",
    "averaged_bytes",
    "open_segmenter",
    "segmentation_bytes",
    "uses_general",
]


AVERAGED_WITH: Final = "averaged_with"
"""Key of the settings of a bundle: name of the general network whose log odds are averaged with those of its own."""


class Segmenter(Protocol):
    """Segmentation of boards."""

    def segment(self, pixels: Image, deviation: Map, statistics: Map, passes: int = 1) -> Map | None:
        """Return the segmentation map as log odds per cell of 4 px, float32 h×w; None without that network.

        Args:
            pixels: Registered board, uint8 H×W×3.
            deviation: float32 H×W×3, see :meth:`vqganodip.detection.pixel_statistics.PixelStatistics.deviation`.
            statistics: float32 H×W×4, see :func:`vqganodip.detection.segmentation_map.known_board`.
            passes: Number of passes, 1 or 2, see :attr:`vqganodip.presets.Preset.foreign_looks`.
        """

    def segment_product(self, pixels: Image, about: ProductStatistics) -> Map | None:
        """Return the segmentation map of a network that knows boards in general; None without such a network."""

    def feature_distances(self, pixels: Image, normal: NormalFeatures) -> dict[str, Map]:
        """Return the distance maps of a board, uint8 H×W×3, to the features of normal images, by name."""


class Reconstructor(Segmenter, Protocol):
    """Reconstruction, patch features and segmentation of boards."""

    @property
    def extractor(self) -> FeatureExtractor:
        """Extractor of the patch features that rank candidates."""

    def reconstruct(self, pixels: Image, *, measures: bool = True) -> Reconstruction:
        """Reconstruct an image, uint8 H×W×3, of at least 32 px per side; sides need not be multiples of f.

        Without ``measures`` perceptual features and critic are left out.
        """


def check_outside_networks(bundle: Bundle) -> None:
    """Check that this program has exactly the networks that a bundle uses and that are not part of it.

    Raises:
        BundleError: One is missing or another version.
    """
    if not bundle.networks:
        return
    from vqganodip.neural.networks.shipped import known_networks

    known = known_networks()
    for name, digest in bundle.networks.items():
        if known.get(name) != digest:
            raise BundleError(
                "bundle-network-unknown",
                "the bundle uses the network {name} with the hash {digest}, which this program does not have",
                where=bundle.folder,
                todo="Use the version of the program that wrote the bundle, or train it again.",
                name=name,
                digest=digest[:12],
            )


def open_networks(
    net: NetworkSettings,
    weights: dict[str, bytes],
    *,
    patch_features: str,
    perceptual: str,
    imagenet: Sequence[str] = (),
    precision: Precision = Precision.FLOAT32,
) -> Reconstructor:
    """Build the networks of a bundle from their safetensors bytes. Imports torch.

    Args:
        net: Architecture of the VQGAN.
        weights: Bytes of ``vqgan``, ``discriminator``, ``patch_net`` and, if trained, ``foreign_net``; then
            ``averaged`` may be the general network that is averaged with it.
        patch_features: Network for patch features, ``compact`` or ``inception_v3``.
        perceptual: Network for the perceptual loss, ``compact`` or ``vgg16``.
        imagenet: Folder with the published ImageNet weights, as a sequence of at most one path.
        precision: Arithmetic of the inference.
    """
    from vqganodip.neural.inference import NetworkSession

    session = NetworkSession.from_weights(
        net,
        weights,
        patch_features=patch_features,
        perceptual=perceptual,
        imagenet=imagenet[0] if imagenet else None,
        precision=precision,
    )
    return cast(Reconstructor, session)


def open_segmenter(bundle: Bundle, precision: Precision = Precision.FLOAT32) -> Segmenter:
    """Build the segmentation network of a bundle without a VQGAN. Imports torch.

    Raises:
        BundleError: The weights are missing or do not fit.
        WeightsError: The general network is missing or altered.
    """
    from vqganodip.neural.inference import SegmentationSession

    return SegmentationSession.from_bytes(segmentation_bytes(bundle), precision, averaged=averaged_bytes(bundle))


def uses_general(bundle: Bundle) -> bool:
    """Return True if the segmentation network of a bundle is a general one that comes with the program."""
    return "foreign_net" not in bundle and _general(bundle) is not None


def segmentation_bytes(bundle: Bundle) -> bytes:
    """Read the safetensors bytes of the segmentation network of a bundle.

    It is the bundle's own, or the general one that comes with the program and that the bundle names by its hash.

    Raises:
        BundleError: The bundle has neither, or its own is altered.
        WeightsError: The general network is missing or altered.
    """
    from vqganodip.neural.networks.shipped import general_bytes

    general = None if "foreign_net" in bundle else _general(bundle)
    return bundle.read("foreign_net") if general is None else general_bytes(general)


def averaged_bytes(bundle: Bundle) -> bytes | None:
    """Read the safetensors bytes of the general network that is averaged with a bundle's own; None if none is.

    Raises:
        WeightsError: The general network is missing or altered.
    """
    name = bundle.read_json("settings").get(AVERAGED_WITH)
    if name is None or "foreign_net" not in bundle:
        return None
    from vqganodip.neural.networks.shipped import general_bytes

    return general_bytes(str(name))


def _general(bundle: Bundle) -> str | None:
    from vqganodip.neural.networks.shipped import SHIPPED

    return next((name for name in bundle.networks if name in SHIPPED), None)
