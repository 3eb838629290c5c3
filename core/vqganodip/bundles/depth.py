"""Depth of a bundle, as its settings name it: what it has learned of its product."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from vqganodip.bundles.archive import Bundle
from vqganodip.errors import BundleError
from vqganodip.settings import Depth

__all__ = ["DEPTH", "depth_of", "require_whole"]

DEPTH: Final = "depth"
"""Key of the depth in the settings of a bundle."""


def depth_of(settings: Mapping[str, Any]) -> Depth:
    """Return the depth named in the settings of a bundle; those of earlier versions name none: whole.

    Raises:
        ValueError: This version does not know it.
    """
    return Depth(settings.get(DEPTH, Depth.WHOLE))


def require_whole(bundle: Bundle) -> None:
    """Refuse a bundle without the VQGAN, for what needs a reconstruction.

    Raises:
        BundleError: The bundle has no reconstruction.
    """
    if depth_of(bundle.read_json("settings")) is not Depth.WHOLE:
        raise BundleError(
            "depth-no-reconstruction",
            "this model has no network that reconstructs a board",
            where=bundle.folder,
            todo="Train one that has, with `vqganodip train`.",
        )
