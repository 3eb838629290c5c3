"""Gates of a workspace: their files, and their levels as entries of the audit trail."""

from __future__ import annotations

import json
from collections.abc import Sequence
from contextlib import suppress
from dataclasses import asdict, dataclass, replace
from pathlib import Path
from typing import Final

from sqlalchemy import Connection, not_, select

from vqganodip.errors import StoreError, system_reason
from vqganodip.files import replace_file
from vqganodip.records import GateLevel
from vqganodip.review.gate_log import GateChange, falls_back, gate_in_force
from vqganodip.review.judgments import Judgment, JudgmentKind
from vqganodip.scoring.region_gate import GateReport, gate_hash
from vqganodip.store.audit_trail import append_entry
from vqganodip.store.dialects import json_flag, json_text
from vqganodip.store.schema import audit_trail, boards
from vqganodip.store.serialization import canonical, gate_from, storable

__all__ = ["GATE", "GateFiles", "add_change", "changes_of", "cleared_boards", "fall_back"]

GATE: Final = "gate"
"""Subject of the entries; their name is the sha256 of the model's bundle."""

_IN_DOCUMENT: Final = ("gate", "level", "share", "seed", "reason", "role", "station", "board")


def add_change(connection: Connection, change: GateChange) -> GateChange:
    """Append a change, inside the caller's transaction."""
    kept = replace(change, reason=storable(change.reason), role=storable(change.role), station=storable(change.station))
    values = {name: getattr(kept, name) for name in _IN_DOCUMENT}
    document = values | {"level": kept.level.value, "report": asdict(kept.report)}
    entry = append_entry(connection, GATE, kept.bundle_sha256, canonical(document), kept.operator)
    return replace(kept, operator=entry.operator, record_id=entry.record_id, changed_at=entry.recorded_at)


def changes_of(connection: Connection, bundle_sha256: str) -> Sequence[GateChange]:
    """All changes for a model, oldest first, without entries that were altered so that they cannot be read."""
    found = select(audit_trail).where(audit_trail.c.subject == GATE, audit_trail.c.name == bundle_sha256)
    changes: list[GateChange] = []
    for row in connection.execute(found.order_by(audit_trail.c.record_id)):
        with suppress(ValueError, KeyError, TypeError):  # the verification names it
            values = json.loads(row.document)
            changes.append(
                GateChange(
                    bundle_sha256=bundle_sha256,
                    operator=row.operator,
                    record_id=row.record_id,
                    changed_at=row.recorded_at,
                    **{name: values[name] for name in _IN_DOCUMENT}
                    | {"level": GateLevel(values["level"]), "report": GateReport(**values["report"])},
                )
            )
    return changes


def fall_back(connection: Connection, judgment: Judgment) -> None:
    """Put the gate of a board's model back to shadow if a judgment causes it, inside the caller's transaction."""
    if judgment.kind is not JudgmentKind.NG:
        return
    of_board = select(boards.c.head, boards.c.bundle_sha256).where(boards.c.item_id == judgment.item_id)
    row = connection.execute(of_board).one()
    opinion = gate_from(json.loads(row.head))
    if opinion is None:
        return
    change = falls_back(gate_in_force(changes_of(connection, row.bundle_sha256)), opinion, judgment)
    if change is not None:
        add_change(connection, change)


def cleared_boards(connection: Connection, bundle_sha256: str) -> Sequence[int]:
    """Numbers of the boards that a gate passed although their score flags them, oldest first."""
    head = boards.c.head
    wanted = select(boards.c.item_id).where(
        boards.c.bundle_sha256 == bundle_sha256,
        json_text(head, "gate", "level") == GateLevel.FILTER.value,
        json_flag(head, "gate", "clears"),
        not_(json_flag(head, "gate", "drawn")),
    )
    return list(connection.scalars(wanted.order_by(boards.c.item_id)))


@dataclass(frozen=True, slots=True)
class GateFiles:
    """The gates that were learned in a workspace, each in a file named by its hash.

    Attributes:
        folder: The folder; created with the first gate.
    """

    folder: Path

    def write(self, data: bytes) -> str:
        """Store a gate and return its hash.

        Raises:
            StoreError: The file cannot be written.
        """
        name = gate_hash(data)
        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            replace_file(self.folder / f"{name}.npz", data)
        except OSError as error:
            raise StoreError(
                "gate-unwritable",
                "the gate cannot be written ({error})",
                where=self.folder,
                todo="Check the free space and the permissions of the workspace.",
                error=system_reason(error),
            ) from error
        return name

    def read(self, name: str) -> bytes:
        """Read a gate by its hash.

        Raises:
            StoreError: It is missing, cannot be read, or was altered.
        """
        file = self.folder / f"{name}.npz"
        try:
            data = file.read_bytes()
        except OSError as error:
            raise StoreError(
                "gate-missing",
                "the gate cannot be read ({error})",
                where=file,
                todo="Put it back from a backup, or learn a new one.",
                error=system_reason(error),
            ) from error
        if gate_hash(data) != name:
            raise StoreError(
                "gate-altered",
                "the gate was altered",
                where=file,
                todo="Put it back from a backup, or learn a new one.",
            )
        return data

    def find(self, start: str) -> str:
        """The hash of the gate that begins so; StoreError if there is none, or more than one."""
        names = [name for name in self.names() if name.startswith(start.lower())]
        if len(names) != 1:
            raise StoreError(
                "gate-unknown",
                "{count:gate begins|gates begin} with {start}",
                where=self.folder,
                todo="Give more of its hash; `vqganodip gate show` lists them.",
                count=len(names),
                start=start,
            )
        return names[0]

    def names(self) -> Sequence[str]:
        """Hashes of all gates, the newest last."""
        files = sorted(self.folder.glob("*.npz"), key=lambda file: (file.stat().st_mtime_ns, file.name))
        return [file.stem for file in files if len(file.stem) == 64]
