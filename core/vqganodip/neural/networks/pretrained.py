"""Published network weights: where from, which file, which hash, which licence. Nothing is downloaded here."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

__all__ = ["WEIGHTS", "PublishedWeights"]


@dataclass(frozen=True, slots=True)
class PublishedWeights:
    """One published weight file.

    Attributes:
        name: As in the settings.
        url: Where torchvision takes it from.
        sha256_prefix: First digits of the file's sha256, as published in its name.
        licence: Of the weights, as far as their publisher says.
        input_size: Side in pixels the network expects.
        stand_in: The default of the project that needs no download.
    """

    name: str
    url: str
    sha256_prefix: str
    licence: str
    input_size: int
    stand_in: str

    @property
    def file_name(self) -> str:
        return self.url.rpartition("/")[2]


WEIGHTS: Final = {
    "vgg16": PublishedWeights(
        name="vgg16",
        url="https://download.pytorch.org/models/vgg16-397923af.pth",
        sha256_prefix="397923af",
        licence="BSD-3-Clause (torchvision); trained on ImageNet, whose terms allow research",
        input_size=224,
        stand_in="the preset robust",
    ),
    "inception_v3": PublishedWeights(
        name="inception_v3",
        url="https://download.pytorch.org/models/inception_v3_google-0cc3c7bd.pth",
        sha256_prefix="0cc3c7bd",
        licence="BSD-3-Clause (torchvision); trained on ImageNet, whose terms allow research",
        input_size=299,
        stand_in="the preset robust",
    ),
}
