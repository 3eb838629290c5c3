"""Table of published network weights; nothing is downloaded here.

Both files are torchvision's, under BSD-3-Clause; they were trained on ImageNet, whose terms allow research.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["WEIGHTS", "PublishedWeights"]


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
