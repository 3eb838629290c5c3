"""Products by name: three that were designed, and any number laid out at random from a seed."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final

from vqganodip.datasets.synthetic.at_random import random_product
from vqganodip.datasets.synthetic.designs import DESIGNS, designed
from vqganodip.datasets.synthetic.layout import Part, Product
from vqganodip.errors import SettingsError

__all__ = ["DEMO_PRODUCT", "MOST_VARIETY", "PRODUCTS", "RANDOM", "Part", "Product", "product", "with_variety"]

PRODUCTS: Final[tuple[str, ...]] = DESIGNS
"""Names of the products that were designed."""

DEMO_PRODUCT: Final = "gearbox"
"""The product of the demo line."""

RANDOM: Final = "random:SEED"
"""How a product at random is named; ``random:SEED@VARIETY`` adds its variety, which is 0 otherwise."""

MOST_VARIETY: Final = 1.0
"""The widest variety of products at random."""

_DECIMALS: Final = 3
_NAME: Final = re.compile(r"random:([0-9]{1,40})(?:@([0-9]+(?:\.[0-9]+)?))?", re.ASCII)


def _random(name: str) -> tuple[str, int, float]:
    """Name, seed and variety of a product at random; the name is written in the one way that names this product."""
    match = _NAME.fullmatch(name)
    if match is None:
        raise SettingsError(
            "product-unknown",
            "there is no such product",
            where=name,
            todo="Choose one of {names}.",
            names=", ".join((*PRODUCTS, RANDOM)),
        )
    seed, variety = int(match[1]), float(match[2] or 0)
    _check_variety(variety, name)
    variety = round(variety, _DECIMALS)
    return _named(f"random:{seed}", variety), seed, variety


def _named(name: str, variety: float) -> str:
    digits = f"{variety:.{_DECIMALS}f}".rstrip("0").rstrip(".")
    return name if digits == "0" else f"{name}@{digits}"


def _check_variety(variety: float, name: str) -> None:
    if not 0 <= variety <= MOST_VARIETY:
        raise SettingsError(
            "product-variety-invalid",
            "a variety of {variety} is not possible",
            where=name,
            todo="Use a number from 0, the usual packages and light, to {most}, the widest variety.",
            variety=variety,
            most=MOST_VARIETY,
        )


def with_variety(name: str, variety: float) -> str:
    """Add a variety to the name of a product at random.

    Args:
        name: Name of a product; one that was designed has no variety.
        variety: 0 to MOST_VARIETY; 0 leaves the name as it is.

    Raises:
        SettingsError: The variety is out of range, or the product has none or has one in its name.
    """
    _check_variety(variety, name)
    if variety and (name in PRODUCTS or "@" in name):
        raise SettingsError(
            "product-variety-fixed",
            "the variety of this product is fixed",
            where=name,
            todo="Leave out the variety, or ask for a product at random: {random}.",
            random=RANDOM,
        )
    return _named(name, variety)


@lru_cache(maxsize=8)
def product(name: str) -> Product:
    """Return the product of that name. Its layout is a fixed function of the name.

    Args:
        name: One of PRODUCTS, ``random:SEED`` or ``random:SEED@VARIETY``: any non-negative integer, and how much
            packages, light and camera differ from those of the designed products, from 0 to MOST_VARIETY.

    Raises:
        SettingsError: There is no such product, or its variety is out of range.
    """
    if name in PRODUCTS:
        return designed(name)
    return random_product(*_random(name))
