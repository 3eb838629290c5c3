"""Sensitivities of the parts of the models of a workspace, as entries of its audit trail."""

from __future__ import annotations

import json
from typing import Final

from sqlalchemy import Connection, select

from vqganodip.placement.sensitivity import SensitivityRecord
from vqganodip.store.audit_trail import append_entry
from vqganodip.store.schema import audit_trail
from vqganodip.store.serialization import canonical

__all__ = ["SENSITIVITY", "add_sensitivity", "sensitivity_of_model"]

SENSITIVITY: Final = "sensitivity"
"""Subject of the entries; their name is the sha256 of the model's bundle."""


def sensitivity_of_model(connection: Connection, bundle_sha256: str) -> SensitivityRecord | None:
    """The newest sensitivity of a model; None without one, and for an altered entry."""
    wanted = select(audit_trail.c.document).where(
        audit_trail.c.subject == SENSITIVITY, audit_trail.c.name == bundle_sha256
    )
    row = connection.execute(wanted.order_by(audit_trail.c.record_id.desc()).limit(1)).first()
    if row is None:
        return None
    try:
        return SensitivityRecord.from_dict(json.loads(str(row.document)))
    except (ValueError, KeyError, TypeError, AttributeError):  # an altered entry, which the verification names
        return None


def add_sensitivity(connection: Connection, bundle_sha256: str, record: SensitivityRecord, operator: str) -> None:
    """Append the sensitivity of a model inside the caller's transaction."""
    append_entry(connection, SENSITIVITY, bundle_sha256, canonical(record.to_dict()), operator)
