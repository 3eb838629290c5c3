"""Audit trail of a workspace: changes of people, rules, products and the model in use, in a hash chain of their own."""

from __future__ import annotations

import hashlib
import json
from contextlib import suppress
from dataclasses import asdict, replace
from datetime import UTC, datetime
from typing import Final

from sqlalchemy import Connection, insert, select

from vqganodip import __version__
from vqganodip.records import ModelName
from vqganodip.review.accounts import Person, Role
from vqganodip.review.model_names import ModelNames, Renaming
from vqganodip.review.rules import RULES_SETTING
from vqganodip.store.chain_ends import begin_ends, grow
from vqganodip.store.hash_chain import AuditEntry, entry_hash
from vqganodip.store.schema import audit_trail, people, settings
from vqganodip.store.serialization import canonical, storable

__all__ = [
    "MODEL",
    "PERSON",
    "PRODUCT",
    "RULES",
    "SEALED_SETTINGS",
    "WORKSPACE",
    "append_entry",
    "begin_trail",
    "model_document",
    "newest_entry",
    "person_document",
    "product_document",
    "read_entries",
    "read_names",
    "setting_document",
]

PERSON: Final = "person"
RULES: Final = "rules"
MODEL: Final = "model"
PRODUCT: Final = "product"
WORKSPACE: Final = "workspace"

SEALED_SETTINGS: Final = (RULES_SETTING,)
"""Settings of a workspace whose changes are entries of the trail; others may change freely."""


def append_entry(connection: Connection, subject: str, name: str, document: str, operator: str = "") -> AuditEntry:
    """Append an entry, inside the caller's transaction."""
    last = connection.execute(
        select(audit_trail.c.record_id, audit_trail.c.row_hash).order_by(audit_trail.c.record_id.desc()).limit(1)
    ).first()
    entry = AuditEntry(
        subject=subject,
        name=storable(name),
        document=document,
        operator=storable(operator),
        recorded_at=datetime.now(UTC).isoformat(timespec="microseconds"),
        app_version=__version__,
        record_id=1 if last is None else last.record_id + 1,
        prev_hash="" if last is None else last.row_hash,
    )
    entry = replace(entry, row_hash=entry_hash(entry))
    connection.execute(insert(audit_trail), asdict(entry))
    grow(connection, audit_trail.name, entry.record_id, entry.row_hash)
    return entry


def newest_entry(connection: Connection, subject: str) -> AuditEntry | None:
    """The newest entry about a subject; None without one."""
    found = select(audit_trail).where(audit_trail.c.subject == subject)
    row = connection.execute(found.order_by(audit_trail.c.record_id.desc()).limit(1)).first()
    return None if row is None else AuditEntry(**row._mapping)


def read_entries(connection: Connection) -> list[AuditEntry]:
    """All entries, oldest first."""
    rows = connection.execute(select(audit_trail).order_by(audit_trail.c.record_id))
    return [AuditEntry(**row._mapping) for row in rows]


def person_document(person: Person) -> str:
    """State of an account as the trail holds it, locked only if it is; of the PIN's hash again only a hash."""
    locked = {"locked": True} if person.locked else {}
    pin = hashlib.sha256(person.pin_hash.encode()).hexdigest()
    return canonical({"role": person.role.value, "pin": pin} | locked)


def model_document(name: ModelName | None) -> str:
    """Own name of a model as the trail holds it; empty if it is unknown."""
    return canonical({} if name is None else {"product": storable(name.product), "version": storable(name.version)})


def product_document(name: str) -> str:
    """The new name of a product as the trail holds it."""
    return canonical({"name": storable(name)})


def read_names(connection: Connection) -> ModelNames:
    """The names of the models that have inspected in a workspace, and every renaming of a product."""
    given: dict[str, ModelName] = {}
    renamings: list[Renaming] = []
    found = select(audit_trail).where(audit_trail.c.subject.in_((MODEL, PRODUCT)))
    for row in connection.execute(found.order_by(audit_trail.c.record_id)):
        with suppress(ValueError, KeyError, TypeError):  # an altered entry, which the verification names
            document = json.loads(row.document)
            if row.subject == PRODUCT:
                renamings.append(Renaming(row.name, str(document["name"]), row.operator, row.recorded_at))
            elif document:
                given[row.name] = ModelName(str(document["product"]), str(document["version"]))
    return ModelNames(given, tuple(renamings))


def setting_document(value: str) -> str:
    """State of a sealed setting as the trail holds it."""
    return canonical({"value": value})


def begin_trail(connection: Connection) -> None:
    """Take people, rules and ends of a workspace that had no trail, as they are, inside the caller's transaction."""
    begin_ends(connection)
    columns = (people.c.name, people.c.role, people.c.pin_hash)  # those of that version
    for row in connection.execute(select(*columns).order_by(people.c.name)).all():
        append_entry(connection, PERSON, row.name, person_document(Person(row.name, Role(row.role), row.pin_hash)))
    for name in SEALED_SETTINGS:
        value = connection.scalar(select(settings.c.value).where(settings.c.name == name))
        if value is not None:
            append_entry(connection, RULES, name, setting_document(value))
