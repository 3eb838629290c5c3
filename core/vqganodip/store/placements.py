"""Placements of the models of a workspace, as entries of its audit trail."""

from __future__ import annotations

import json
from typing import Final

from sqlalchemy import Connection, select

from vqganodip.placement.record import PlacementRecord
from vqganodip.store.audit_trail import append_entry
from vqganodip.store.schema import audit_trail
from vqganodip.store.serialization import canonical

__all__ = ["PLACEMENT", "add_placement", "placed_models", "placement_of", "stands"]

PLACEMENT: Final = "placement"
"""Subject of the entries; their name is the sha256 of the model's bundle."""

_REMOVED: Final = "{}"


def placement_of(connection: Connection, bundle_sha256: str) -> PlacementRecord | None:
    """The newest placement of a model; None without one, and for an altered entry."""
    found = _newest(connection, bundle_sha256)
    if found in (None, _REMOVED):
        return None
    try:
        return PlacementRecord.from_dict(json.loads(found or ""))
    except (ValueError, KeyError, TypeError, AttributeError):  # an altered entry, which the verification names
        return None


def placed_models(connection: Connection) -> frozenset[str]:
    """Hashes of the models that have or had a placement."""
    wanted = select(audit_trail.c.name).where(audit_trail.c.subject == PLACEMENT).distinct()
    return frozenset(str(row.name) for row in connection.execute(wanted))


def stands(connection: Connection, bundle_sha256: str, record: PlacementRecord | None) -> bool:
    """True if the newest entry about a model is that placement, or that removal."""
    return _document(record) == (_newest(connection, bundle_sha256) or _REMOVED)


def add_placement(connection: Connection, bundle_sha256: str, record: PlacementRecord | None, operator: str) -> None:
    """Append the placement of a model, or its removal, inside the caller's transaction."""
    append_entry(connection, PLACEMENT, bundle_sha256, _document(record), operator)


def _document(record: PlacementRecord | None) -> str:
    return _REMOVED if record is None else canonical(record.to_dict())


def _newest(connection: Connection, bundle_sha256: str) -> str | None:
    wanted = select(audit_trail.c.document).where(
        audit_trail.c.subject == PLACEMENT, audit_trail.c.name == bundle_sha256
    )
    row = connection.execute(wanted.order_by(audit_trail.c.record_id.desc()).limit(1)).first()
    return None if row is None else str(row.document)
