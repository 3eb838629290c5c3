"""Networks that come with the program: the general segmentation network, by name and hash.

A network that was shipped once stays, since bundles name it by its hash; a better one gets a new name.
"""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files
from typing import Final

from safetensors.torch import load as load_safetensors
from torch import Tensor

from vqganodip.errors import WeightsError, system_reason
from vqganodip.neural.networks.pretrained import PACKAGED

__all__ = ["GENERAL", "SHIPPED", "ShippedNetwork", "general_bytes", "general_weights", "known_networks"]


@dataclass(frozen=True, slots=True)
class ShippedNetwork:
    """A network among the package data.

    Attributes:
        name: Name in the manifests of bundles.
        sha256: Hash of its file ``neural/weights/<name>.safetensors``.
    """

    name: str
    sha256: str


SHIPPED: Final = {
    network.name: network
    for network in (
        ShippedNetwork("general-1", "c3066fdd91aff83e8d6ce73cdcbaca436aafe9dc036dea214e89c9bb248efd6e"),
        ShippedNetwork("general-2", "7b28291fa5072b6b086277ab27616ce941a167c5718cde5f5f3dd5ea5a34c4d7"),
        ShippedNetwork("general-3", "4d778d6e060a8d01526d6909c6779b443fdaae3a8ffc5b1fb483a76454e4d0d8"),
    )
}
"""All networks that were ever shipped."""

GENERAL: Final = "general-3"
"""The general segmentation network from which new trainings start."""


def known_networks() -> dict[str, str]:
    """Name → SHA-256 of every network from outside a bundle that this program has."""
    return {n.name: n.sha256 for n in SHIPPED.values()} | {n.name: n.sha256 for n in PACKAGED.values()}


def general_weights(name: str = GENERAL) -> dict[str, Tensor]:
    """Read the weights of a general segmentation network, float16; WeightsError as for :func:`general_bytes`."""
    return load_safetensors(general_bytes(name))


def general_bytes(name: str = GENERAL) -> bytes:
    """Read the safetensors file of a general segmentation network.

    Raises:
        WeightsError: The file is missing or altered.
    """
    path = files("vqganodip.neural") / "weights" / f"{name}.safetensors"
    try:
        data = path.read_bytes()
    except OSError as error:
        raise WeightsError(
            "shipped-unreadable",
            "a network that comes with the program cannot be read ({error})",
            where=str(path),
            todo="Install the program again.",
            error=system_reason(error),
        ) from error
    if hashlib.sha256(data).hexdigest() != SHIPPED[name].sha256:
        raise WeightsError(
            "shipped-altered",
            "this network is not the one that came with the program (its hash differs)",
            where=str(path),
            todo="Install the program again.",
        )
    return data
