"""Names of the models of a workspace: what their bundles say, and the products that people have renamed since.

A bundle names its product and version in its manifest. A product is renamed as a record of the workspace's audit trail;
no bundle changes, so scores, thresholds and the identity of every model stay. The name in force applies to all boards,
also to those inspected before.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Final, Protocol

from vqganodip.errors import ReviewError
from vqganodip.records import UNNAMED, ModelName
from vqganodip.review.accounts import Permission, require

__all__ = ["LONGEST_NAME", "ModelNames", "NameStore", "Renaming", "rename_product"]

LONGEST_NAME: Final = 60
"""Characters of a product's name."""


@dataclass(frozen=True, slots=True)
class Renaming:
    """A product was renamed.

    Attributes:
        before: Its name until then.
        after: Its name from then on.
        operator: Name of the person who renamed it.
        renamed_at: ISO 8601, UTC.
    """

    before: str
    after: str
    operator: str
    renamed_at: str


@dataclass(frozen=True, slots=True)
class ModelNames:
    """Names of the models of a workspace.

    Attributes:
        given: Name in the bundle, by the bundle's sha256, of the models that have inspected here. Models last used by
            an earlier version of the program are missing.
        renamings: All renamings, oldest first.
    """

    given: Mapping[str, ModelName] = field(default_factory=lambda: MappingProxyType({}))
    renamings: Sequence[Renaming] = ()

    def in_force(self, given: ModelName) -> ModelName:
        """The name in force of a model whose bundle has this name."""
        product = given.product
        for renaming in self.renamings:
            if renaming.before == product:
                product = renaming.after
        return ModelName(product, given.version)

    def of(self, bundle_sha256: str) -> ModelName:
        """The name in force of a model; empty if no bundle of this sha256 is known."""
        given = self.given.get(bundle_sha256)
        return UNNAMED if given is None else self.in_force(given)

    def last_renaming(self, product: str) -> Renaming | None:
        """The renaming that gave a product the name in force; None if it never was renamed."""
        return next((r for r in reversed(self.renamings) if r.after == product), None)

    def products(self) -> set[str]:
        """The names in force of all products that were inspected here."""
        return {self.in_force(name).product for name in self.given.values()}


class NameStore(Protocol):
    """The part of a repository that stores names."""

    def model_names(self) -> ModelNames: ...

    def put_product_name(self, before: str, after: str, operator: str = "") -> None: ...


def rename_product(
    store: NameStore, before: str, after: str, *, operator: str, role: str = "", others: Iterable[str] = ()
) -> str:
    """Rename a product in a workspace, as a record of its audit trail.

    Args:
        store: Where the record is stored.
        before: The name in force.
        after: The new name; surrounding spaces are removed.
        operator: Name of the person who renames it.
        role: Their role; empty at an open station.
        others: Names in force of further products, which have inspected nothing here yet.

    Returns:
        The name in force from now on.

    Raises:
        ReviewError: The role lacks the permission, the name of person or product is missing, the name is too long, the
            same as before, or that of another product.
        StoreError: It could not be written.
    """
    require(role, Permission.MAKE_MODELS)
    name = " ".join(after.split())
    if not operator.strip():
        raise ReviewError("rename-operator-missing", "a renaming needs a name", todo="Enter who renames the product.")
    if not name:
        raise ReviewError("product-name-missing", "a product needs a name", todo="Enter the new name.")
    if len(name) > LONGEST_NAME:
        raise ReviewError(
            "product-name-too-long",
            "the name of the product is too long",
            todo="Use at most {most} characters.",
            most=LONGEST_NAME,
        )
    if name == before:
        raise ReviewError("product-name-same", "the product has this name already", todo="Enter another name.")
    if name in store.model_names().products() | set(others):
        raise ReviewError(
            "product-name-taken",
            "another product here is called {name}",
            todo="Choose a name that tells the two apart.",
            name=name,
        )
    store.put_product_name(before, name, operator.strip())
    return name
