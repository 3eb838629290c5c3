"""Verification of a workspace: everything that was sealed is computed again.

Checked are the chain of the judgments, the machine result of every board (its hash is in each judgment of the board),
the chain of the threshold changes, the audit trail with the people, rules and models that it leads to, the ends of all
chains, and the queue, which follows from boards and judgments.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from types import MappingProxyType
from typing import Any, Final

from sqlalchemy import Connection, Row, func, select, text

from vqganodip.errors import Message, StoreError, message
from vqganodip.review.accounts import Person, Role
from vqganodip.review.judgments import Judgment, JudgmentKind
from vqganodip.review.threshold_log import ThresholdChange
from vqganodip.scoring.normal_only import NORMAL_ONLY
from vqganodip.store.applied_thresholds import unexpected_boards
from vqganodip.store.audit_trail import (
    PERSON,
    RULES,
    SEALED_SETTINGS,
    WORKSPACE,
    person_document,
    read_entries,
    setting_document,
)
from vqganodip.store.chain_ends import BOARDS, next_boards_hash, read_ends
from vqganodip.store.derived_queue import DERIVED_QUEUE, KEPT_QUEUE
from vqganodip.store.hash_chain import AuditEntry, Verification, verify_changes, verify_entries, verify_records
from vqganodip.store.judgment_rows import change_from, judgment_from
from vqganodip.store.outer_anchor import missing_ends
from vqganodip.store.schema import boards, findings, judgments, people, settings, threshold_changes
from vqganodip.store.serialization import board_hash, canonical

__all__ = ["Finding", "WorkspaceVerification", "verify_connection"]

_BLOCK: Final = 500


@dataclass(frozen=True, slots=True)
class Finding:
    """Something that is not as it was written.

    Attributes:
        subject: ``record``, ``board``, ``threshold``, ``audit``, ``person``, ``rules``, ``queue`` or ``workspace``.
        name: Number of the record, number and serial of the board, name of the person.
        reason: Why it does not hold.
    """

    subject: str
    name: str
    reason: Message

    @property
    def sentence(self) -> Message:
        """The finding as a sentence."""
        name, reason = self.name, self.reason
        match self.subject:
            case "record":
                return message("finding-record", "record {name} is broken: {reason}", name=name, reason=reason)
            case "board":
                return message("finding-board", "board {name} is broken: {reason}", name=name, reason=reason)
            case "threshold":
                return message(
                    "finding-threshold", "change {name} of the threshold is broken: {reason}", name=name, reason=reason
                )
            case "audit":
                return message(
                    "finding-audit", "entry {name} of the audit trail is broken: {reason}", name=name, reason=reason
                )
            case "person":
                return message("finding-person", "person {name}: {reason}", name=name, reason=reason)
            case "rules":
                return message("finding-rules", "rules of the review: {reason}", reason=reason)
        return message("finding-workspace", "the workspace is broken: {reason}", reason=reason)


@dataclass(frozen=True, slots=True)
class WorkspaceVerification:
    """Result of the verification of a workspace.

    Attributes:
        records: The chain of the judgments.
        boards: Number of boards.
        threshold_changes: Number of threshold changes.
        entries: Number of entries of the audit trail.
        findings: All that does not hold; the first broken record of each chain only.
        anchored: False for a workspace of an older version, which has no ends: records removed at the end of a chain
            are noticed only where others name them.
        set_back: Times at which the workspace was opened after it had been put back to an earlier state.
        normal_only: Number of boards whose threshold was set on normal boards only.
    """

    records: Verification
    boards: int
    threshold_changes: int
    entries: int
    findings: tuple[Finding, ...]
    anchored: bool = True
    set_back: tuple[str, ...] = ()
    normal_only: int = 0

    @property
    def holds(self) -> bool:
        """True if all is as it was written."""
        return not self.findings


def verify_connection(
    connection: Connection, *, anchored: bool = True, outer: Mapping[str, tuple[int, str]] = MappingProxyType({})
) -> WorkspaceVerification:
    """Verify a workspace within one read transaction.

    Args:
        connection: Connection to a database of the present schema.
        anchored: False if the workspace had no ends and no audit trail before it was migrated.
        outer: Ends of the chains in the file next to the database.
    """
    ends = read_ends(connection) if anchored else {}
    sealed: dict[int, str] = {}
    found_boards = list(_board_findings(connection, sealed, ends.get(BOARDS, (0, "")) if anchored else None))
    records = verify_records(_judgments(connection))
    changes = verify_changes(map(_change, connection.execute(select(threshold_changes).order_by("record_id"))))
    entries = read_entries(connection)
    trail = verify_entries(entries)
    whole = [("record", judgments.name, records), ("threshold", threshold_changes.name, changes)]
    whole += [("audit", "audit_trail", trail)]
    found = [finding for subject, _chain, chain in whole for finding in _broken(subject, chain)]
    if anchored:
        found += [f for subject, name, chain in whole for f in _cut_off(subject, chain, ends.get(name, (0, "")))]
    found += found_boards
    if anchored:
        found += _trail_findings(connection, entries)
    found += [_set_back(name, end) for name, end in missing_ends(connection, outer).items()]
    found += _records_of_boards(connection, sealed)
    found += [Finding("board", str(number), _not_applied()) for number in unexpected_boards(connection, entries)]
    found += [f for f in _queue_findings(connection) if not any(f.name == b.name.split(" ")[0] for b in found_boards)]
    return WorkspaceVerification(
        records,
        len(sealed),
        changes.records,
        trail.records,
        tuple(found),
        anchored,
        tuple(entry.recorded_at for entry in entries if entry.subject == WORKSPACE),
        _normal_only(connection),
    )


def _normal_only(connection: Connection) -> int:
    """Number of boards whose threshold was set on normal boards only; their sealed heads contain the rule."""
    said = canonical({"threshold_rule": NORMAL_ONLY}).strip("{}")
    wanted = select(func.count()).select_from(boards).where(boards.c.head.contains(said, autoescape=True))
    return int(connection.execute(wanted).scalar_one())


def _not_applied() -> Message:
    return message("board-threshold-other", "its threshold does not follow from the audit trail: it was changed")


def _set_back(chain: str, end: tuple[int, str]) -> Finding:
    reason = message(
        "workspace-set-back",
        "record {count} of {chain} was written here and is not in the database: it was put back to an earlier state",
        count=end[0],
        chain=chain,
    )
    return Finding("workspace", "", reason)


def _judgments(connection: Connection) -> Iterator[Judgment]:
    done = 0
    while True:
        block = select(judgments).where(judgments.c.record_id > done).order_by(judgments.c.record_id).limit(_BLOCK)
        rows = connection.execute(block).all()
        yield from map(_judgment, rows)
        if len(rows) < _BLOCK:
            return
        done = rows[-1].record_id


def _judgment(row: Row[Any]) -> Judgment:
    """The record of a row; one that cannot be read gets fields that do not give its hash."""
    try:
        return judgment_from(row)
    except (StoreError, ValueError, TypeError):
        unknown = Judgment(0, JudgmentKind.WITHDRAWN, "", "", datetime.now(UTC), 0.0)
        return replace(unknown, record_id=row.record_id, row_hash=row.row_hash, prev_hash=row.prev_hash)


def _change(row: Row[Any]) -> ThresholdChange:
    """The threshold change of a row; one that cannot be read gets fields that do not give its hash."""
    try:
        return change_from(row)
    except (ValueError, TypeError):
        values = dict(row._mapping) | {"changed_at": datetime.now(UTC)}
        return ThresholdChange(**values)


def _broken(subject: str, found: Verification) -> list[Finding]:
    return [] if found.reason is None else [Finding(subject, str(found.broken), found.reason)]


def _cut_off(subject: str, found: Verification, end: tuple[int, str]) -> list[Finding]:
    """Compare a chain that holds with its end."""
    count, last = end
    if not found.holds or (found.records, found.last_hash) == end:
        return []
    if found.records < count:
        reason = message(
            "chain-end-missing",
            "the newest records are missing: {count} were written, {found} are here",
            count=count,
            found=found.records,
        )
        return [Finding(subject, str(found.records + 1), reason)]
    reason = message("chain-end-other", "it is not the record that was written last, {hash}", hash=last[:16] or "–")
    return [Finding(subject, str(found.records), reason)]


def _board_findings(connection: Connection, sealed: dict[int, str], end: tuple[int, str] | None) -> Iterator[Finding]:
    """Compute the hash of each board again; ``sealed`` receives them by number."""
    whole = select(boards, findings.c.document).outerjoin(findings, findings.c.item_id == boards.c.item_id)
    done, expected, total = 0, 0, ""
    while True:
        rows = connection.execute(whole.where(boards.c.item_id > done).order_by(boards.c.item_id).limit(_BLOCK)).all()
        for row in rows:
            expected += 1
            if row.item_id != expected:
                reason = message("board-expected", "board {number} was expected here: it was removed", number=expected)
                yield Finding("board", str(expected), reason)
                expected = row.item_id
            changed = _changed(row)
            if changed is not None:
                yield Finding("board", f"{row.item_id} ({row.serial})", changed)
            total = next_boards_hash(total, row.board_hash)
            sealed[row.item_id] = row.board_hash
        if len(rows) < _BLOCK:
            break
        done = rows[-1].item_id
    if end is not None and (len(sealed), total) != end:
        reason = message(
            "boards-end-other",
            "the boards are not those that were written: {count} were written, {found} are here",
            count=end[0],
            found=len(sealed),
        )
        yield Finding("workspace", "", reason)


def _changed(row: Row[Any]) -> Message | None:
    """Reason why the row of a board does not hold; None if it does."""
    try:
        head = json.loads(row.head)
        columns = {
            "score": row.score == head["score"],
            "verdict": bool(row.flagged) == (head["verdict"] == "review"),
            "serial": row.serial_folded == row.serial.casefold(),
            "image": row.sha256 == head["sha256"],
            "model": row.bundle_sha256 == head["bundle_sha256"],
        }
    except (ValueError, TypeError, KeyError):
        return message("board-unreadable", "its machine result cannot be read: it was changed")
    if row.document is None:
        return message("board-regions-missing", "its regions are missing: they were removed")
    different = [name for name, same in columns.items() if not same]
    if different:
        return message("board-column-changed", "its {name} was changed", name=", ".join(different))
    if board_hash(row.serial, row.head, row.document) != row.board_hash:
        return message(
            "board-changed",
            "its serial number, score, threshold, verdict or regions were changed: they do not give its hash",
        )
    return None


def _records_of_boards(connection: Connection, sealed: dict[int, str]) -> Iterator[Finding]:
    """Compare the hash of the board in each record with that of the board."""
    for row in connection.execute(
        select(judgments.c.record_id, judgments.c.item_id, judgments.c.board_hash).order_by(judgments.c.record_id)
    ):
        if sealed.get(row.item_id) != row.board_hash:
            reason = message(
                "record-of-other-board",
                "board {number} is not as it was when it was judged: its machine result was changed",
                number=row.item_id,
            )
            yield Finding("record", str(row.record_id), reason)


def _trail_findings(connection: Connection, entries: list[AuditEntry]) -> Iterator[Finding]:
    """Compare people and rules with the newest entry about each."""
    written = {(entry.subject, entry.name): entry.document for entry in entries}
    now = {(PERSON, row.name): _person(row) for row in connection.execute(select(people))}
    for row in connection.execute(select(settings).where(settings.c.name.in_(SEALED_SETTINGS))):
        now[RULES, row.name] = setting_document(row.value)
    known = {key for key in written if key[0] in (PERSON, RULES)}
    for key in sorted(known | set(now)):
        if key not in now:
            reason = message("audit-removed", "removed without an entry in the audit trail")
        elif key not in written:
            reason = message("audit-added", "added without an entry in the audit trail")
        elif now[key] != written[key]:
            reason = message("audit-changed", "changed without an entry in the audit trail")
        else:
            continue
        yield Finding(key[0], key[1] if key[0] == PERSON else "", reason)


def _person(row: Row[Any]) -> str:
    try:
        return person_document(Person(row.name, Role(row.role), row.pin_hash, bool(row.locked)))
    except ValueError:
        return ""


def _queue_findings(connection: Connection) -> Iterator[Finding]:
    """Compare the queue with what follows from boards and judgments."""
    differing = (
        f"SELECT item_id FROM (SELECT * FROM ({KEPT_QUEUE}) AS kept EXCEPT {DERIVED_QUEUE}) AS extra UNION "
        f"SELECT item_id FROM ({DERIVED_QUEUE} EXCEPT {KEPT_QUEUE}) AS missing ORDER BY item_id"
    )
    for number in connection.scalars(text(differing)):
        reason = message("queue-other", "its place in the queue does not follow from its records: it was changed")
        yield Finding("board", str(number), reason)
