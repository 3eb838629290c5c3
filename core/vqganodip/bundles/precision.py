"""Precision of a bundle, as its settings name it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

from vqganodip.settings import Precision

__all__ = ["PRECISION", "precision_of"]

PRECISION: Final = "precision"
"""Key of the precision in the settings of a bundle."""


def precision_of(settings: Mapping[str, Any]) -> Precision:
    """Return the precision named in the settings of a bundle; those of earlier versions name none: bfloat16.

    Raises:
        ValueError: This version does not know it.
    """
    return Precision(settings.get(PRECISION, Precision.BFLOAT16))
