"""Repository on a SQL database: when a method returns, its data are on disk.

Thread-safe: every call uses its own connection from the pool, and writers take turns. What depends on the kind of
database is behind ``vqganodip.store.database.Database``.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, replace
from pathlib import Path
from typing import Any, Final

from sqlalchemy import Connection, Row, and_, func, insert, select, update

from vqganodip.errors import StoreError, message
from vqganodip.placement.record import PlacementRecord
from vqganodip.placement.sensitivity import SensitivityRecord
from vqganodip.records import Inspection, ModelName, Verdict
from vqganodip.review.accounts import Person, Role
from vqganodip.review.gate_log import GateChange
from vqganodip.review.judged_meanwhile import judged_meanwhile
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, QueueFilter, ReviewItem
from vqganodip.review.model_names import ModelNames
from vqganodip.review.threshold_log import Application, Applied, ThresholdChange
from vqganodip.store.applied_thresholds import APPLIED_COLUMNS, applications, apply_change, waiting, with_applied
from vqganodip.store.audit_trail import (
    MODEL,
    PERSON,
    PRODUCT,
    RULES,
    SEALED_SETTINGS,
    append_entry,
    model_document,
    newest_entry,
    person_document,
    product_document,
    read_names,
    setting_document,
)
from vqganodip.store.chain_ends import grow, grow_boards
from vqganodip.store.database import NOT_REACHABLE, Database
from vqganodip.store.derived_queue import rebuild_queue
from vqganodip.store.dialects import put_row
from vqganodip.store.gates import add_change, changes_of, cleared_boards, fall_back
from vqganodip.store.hash_chain import seal, seal_change
from vqganodip.store.image_folder import ImageFolder
from vqganodip.store.judgment_rows import change_from, judgment_from, judgment_row
from vqganodip.store.leases import end_lease
from vqganodip.store.news import NewsKind
from vqganodip.store.placements import add_placement, placed_models, placement_of, stands
from vqganodip.store.queue_query import beyond, conditions, numbers, ordered
from vqganodip.store.repeated_serials import REPEATED, repeated_folders
from vqganodip.store.schema import (
    applied_thresholds,
    boards,
    findings,
    judgments,
    people,
    queue,
    settings,
    threshold_changes,
)
from vqganodip.store.sensitivities import add_sensitivity, sensitivity_of_model
from vqganodip.store.serialization import (
    board_hash,
    findings_text,
    head_text,
    inspection_from,
    storable,
    utc_text,
)
from vqganodip.store.sqlite_database import SqliteDatabase
from vqganodip.store.verification import WorkspaceVerification, verify_connection

__all__ = ["SqlRepository"]

_BLOCK: Final = 500
"""Judgments read per block; no transaction is open between blocks."""

_later = judgments.alias("later")

_NEWEST: Final = func.coalesce(
    queue.c.standing,
    select(func.max(_later.c.record_id))
    .where(_later.c.item_id == boards.c.item_id, _later.c.purpose == Purpose.REVIEW.value)
    .scalar_subquery(),
).label("newest_record")
"""Newest review record of a board, withdrawals included."""

_ITEMS: Final = (
    select(boards.c.item_id, boards.c.serial, boards.c.head, _NEWEST, REPEATED, *APPLIED_COLUMNS, judgments)
    .select_from(boards)
    .join(queue, queue.c.item_id == boards.c.item_id)
    .outerjoin(applied_thresholds, applied_thresholds.c.item_id == boards.c.item_id)
    .outerjoin(judgments, judgments.c.record_id == queue.c.standing)
)

_WHOLE: Final = _ITEMS.join(findings, findings.c.item_id == boards.c.item_id).add_columns(findings.c.document)


class SqlRepository:
    """The ``vqganodip.review.repository.Repository`` protocol on a SQL database.

    Args:
        database: An open database, or the path of a SQLite file; created if missing, and migrated if older.
        images: Shared folder that the names of the images refer to; by default there is none.

    Raises:
        StoreError: The file cannot be opened or written, is no workspace, or is of a newer version.
    """

    def __init__(self, database: Database | Path, images: ImageFolder | None = None) -> None:
        self.images = images or ImageFolder()
        self.database: Database = SqliteDatabase(database) if isinstance(database, Path) else database
        self._reading, self._writing = self.database.reading, self.database.writing

    @property
    def where(self) -> Path | str:
        """The database as errors name it."""
        return self.database.where

    @property
    def read_only(self) -> bool:
        """True if every method that writes raises a StoreError."""
        return self.database.read_only

    def add_inspection(self, inspection: Inspection, serial: str) -> ReviewItem:
        inspection = replace(inspection, image_name=self.images.name_of(inspection.image))
        head, found, name = head_text(inspection), findings_text(inspection), storable(serial)
        key = and_(boards.c.sha256 == inspection.sha256, boards.c.bundle_sha256 == inspection.bundle_sha256)
        with self._writing() as connection:
            known = connection.scalar(select(boards.c.item_id).where(key))
            if known is not None:
                return self._item(connection, known)
            number = 1 + (connection.scalar(select(func.max(boards.c.item_id))) or 0)
            queued = {
                "item_id": number,
                "serial_folded": name.casefold(),
                "flagged": int(inspection.verdict is Verdict.REVIEW),
                "score": float(inspection.score),
            }
            row = {
                "serial": name,
                "sha256": inspection.sha256,
                "bundle_sha256": inspection.bundle_sha256,
                "head": head,
                "board_hash": board_hash(name, head, found),
            }
            connection.execute(insert(boards), queued | row)
            connection.execute(insert(findings), {"item_id": number, "document": found})
            connection.execute(insert(queue), queued | {"judged": 0, "standing": None})
            grow_boards(connection, row["board_hash"])
            self.database.tell(connection, NewsKind.BOARD, number)
            return self._item(connection, number)

    def item(self, item_id: int) -> ReviewItem:
        with self._reading() as connection:
            return self._item(connection, item_id)

    def whole_items(self, item_ids: Sequence[int]) -> Sequence[ReviewItem]:
        these = _WHOLE.where(boards.c.item_id.in_(set(item_ids))).order_by(boards.c.item_id)
        with self._reading() as connection:
            rows = connection.execute(these).all()
            folders = repeated_folders(connection, rows, self.images)
            return [self._review_item(row, row.document, folders) for row in rows]

    def items(self, wanted: QueueFilter, offset: int, limit: int) -> Sequence[ReviewItem]:
        page = numbers(wanted).offset(offset).limit(limit).subquery()
        rows = _ITEMS.where(queue.c.item_id.in_(select(page.c.item_id))).order_by(*ordered(wanted.order))
        with self._reading() as connection:
            page_rows = connection.execute(rows).all()
            folders = repeated_folders(connection, page_rows, self.images)
            return [self._review_item(row, None, folders) for row in page_rows]

    def item_ids(self, wanted: QueueFilter) -> Sequence[int]:
        with self._reading() as connection:
            return list(connection.scalars(numbers(wanted)))

    def operators(self) -> Sequence[str]:
        names = select(judgments.c.operator).where(judgments.c.purpose == Purpose.REVIEW.value).distinct()
        with self._reading() as connection:
            return sorted(connection.scalars(names))

    def used_codes(self) -> Sequence[tuple[str, int]]:
        uses = func.count().label("uses")
        standing = judgments.join(queue, queue.c.standing == judgments.c.record_id)
        codes = select(judgments.c.defect_code, uses).select_from(standing).where(judgments.c.defect_code != "")
        most = codes.group_by(judgments.c.defect_code).order_by(uses.desc(), judgments.c.defect_code)
        with self._reading() as connection:
            return [(row.defect_code, row.uses) for row in connection.execute(most)]

    def scores(self, bundle_sha256: str) -> Sequence[float]:
        with self._reading() as connection:
            return list(connection.scalars(select(boards.c.score).where(boards.c.bundle_sha256 == bundle_sha256)))

    def count(self, wanted: QueueFilter) -> int:
        with self._reading() as connection:
            return connection.scalars(select(func.count()).select_from(queue).where(*conditions(wanted))).one()

    def neighbour(self, wanted: QueueFilter, item_id: int, *, backwards: bool = False) -> int | None:
        with self._reading() as connection:
            here = connection.execute(select(queue.c.flagged, queue.c.score).where(queue.c.item_id == item_id)).first()
            if here is None:
                raise _unknown(item_id, self.where)
            further = beyond(wanted.order, here.flagged, here.score, item_id, backwards)
            found = select(queue.c.item_id).where(*conditions(wanted), *further)
            return connection.scalar(found.order_by(*ordered(wanted.order, backwards)).limit(1))

    def knows(self, sha256: str, bundle_sha256: str) -> bool:
        key = and_(boards.c.sha256 == sha256, boards.c.bundle_sha256 == bundle_sha256)
        with self._reading() as connection:
            return connection.scalar(select(boards.c.item_id).where(key)) is not None

    def known_board(self, sha256: str, bundle_sha256: str) -> ReviewItem | None:
        key = and_(boards.c.sha256 == sha256, boards.c.bundle_sha256 == bundle_sha256)
        with self._reading() as connection:
            number = connection.scalar(select(boards.c.item_id).where(key))
            return None if number is None else self._item(connection, number)

    def image_of(self, inspection: Inspection) -> Path | None:
        return self.images.find(inspection.image, inspection.sha256)

    def add_judgment(self, judgment: Judgment) -> Judgment:
        try:
            return self._append(judgment)
        except StoreError as error:
            if error.code != NOT_REACHABLE or not judgment.client_id:
                raise
        return self._append(judgment)  # a connection that was lost during the commit leaves open what became of it

    def _append(self, judgment: Judgment) -> Judgment:
        number = judgment.item_id
        blind = judgment.purpose is not Purpose.REVIEW
        line = and_(judgments.c.item_id == number, judgments.c.purpose == judgment.purpose.value)
        if blind:
            line = and_(line, judgments.c.operator == storable(judgment.operator))
        newest = select(func.max(judgments.c.record_id)).where(line)
        end = select(judgments.c.record_id).order_by(judgments.c.record_id.desc()).limit(1).scalar_subquery()
        again = select(judgments.c.record_id).where(
            judgments.c.client_id == storable(judgment.client_id), judgments.c.client_id != ""
        )
        known = select(
            boards.c.serial,
            boards.c.board_hash,
            newest.scalar_subquery().label("newest"),
            end.label("last"),
            select(judgments.c.row_hash).where(judgments.c.record_id == end).scalar_subquery().label("row_hash"),
            again.scalar_subquery().label("again"),
        ).where(boards.c.item_id == number)
        with self._writing(seals=True) as connection:
            # one query instead of four: a person waits for this transaction
            found = connection.execute(known).first()
            if found is None:
                raise _unknown(number, self.where)
            if found.again is not None:
                return _stored_before(connection, found.again, judgment, found.serial)
            if not blind or judgment.corrects is not None:
                _check_corrects(connection, judgment, found.newest, found.serial)
            stored = seal(
                judgment,
                record_id=(found.last or 0) + 1,
                board_hash=found.board_hash,
                prev_hash=found.row_hash or "",
            )
            connection.execute(insert(judgments), judgment_row(stored))
            grow(connection, judgments.name, stored.record_id, stored.row_hash)
            stands = stored.kind is not JudgmentKind.WITHDRAWN
            change = {"judged": int(stands), "standing": stored.record_id if stands else None}
            if not blind:
                connection.execute(update(queue).where(queue.c.item_id == number).values(change))
            fall_back(connection, stored)
            if self.database.shared:
                end_lease(connection, number)
            self.database.tell(connection, NewsKind.JUDGMENT, number)
        self.database.remember(stored.record_id, stored.row_hash)
        return stored

    def judgments(self, item_id: int | None = None, after: int = 0) -> Iterator[Judgment]:
        mine = [] if item_id is None else [judgments.c.item_id == item_id]
        if item_id is not None and after == 0:  # a few records that a person waits for
            with self._reading() as connection:
                few = connection.execute(select(judgments).where(*mine).order_by(judgments.c.record_id)).all()
            yield from (judgment_from(row) for row in few)
            return
        with self._reading() as connection:
            end = connection.scalar(select(func.max(judgments.c.record_id))) or 0
        done = after
        while done < end:
            block = select(judgments).where(*mine, judgments.c.record_id > done, judgments.c.record_id <= end)
            with self._reading() as connection:
                rows = connection.execute(block.order_by(judgments.c.record_id).limit(_BLOCK)).all()
            yield from (judgment_from(row) for row in rows)
            done = rows[-1].record_id if len(rows) == _BLOCK else end

    def record_number(self, client_id: str) -> int | None:
        """Number of the record that a station gave this identifier; None if there is none."""
        with self._reading() as connection:
            return connection.scalar(select(judgments.c.record_id).where(judgments.c.client_id == storable(client_id)))

    def last_judgments(self, limit: int) -> Sequence[Judgment]:
        newest = select(judgments).order_by(judgments.c.record_id.desc()).limit(limit)
        with self._reading() as connection:
            return [judgment_from(row) for row in connection.execute(newest)]

    def get_setting(self, name: str) -> str | None:
        with self._reading() as connection:
            return connection.scalar(select(settings.c.value).where(settings.c.name == name))

    def put_setting(self, name: str, value: str, operator: str = "") -> None:
        row = {"name": storable(name), "value": storable(value)}
        with self._writing(seals=name in SEALED_SETTINGS) as connection:
            if name in SEALED_SETTINGS:
                append_entry(connection, RULES, name, setting_document(storable(value)), operator)
            put_row(connection, settings, row, "name")

    def people(self) -> Sequence[Person]:
        with self._reading() as connection:
            rows = connection.execute(select(people).order_by(people.c.name)).all()
        return [Person(row.name, Role(row.role), row.pin_hash, bool(row.locked)) for row in rows]

    def put_person(self, person: Person, operator: str = "") -> None:
        person = replace(person, name=storable(person.name))
        row = {"name": person.name, "role": person.role.value, "pin_hash": person.pin_hash}
        with self._writing(seals=True) as connection:
            append_entry(connection, PERSON, person.name, person_document(person), operator)
            put_row(connection, people, row | {"locked": int(person.locked)}, "name")

    def use_model(self, bundle_sha256: str, operator: str = "", name: ModelName | None = None) -> None:
        with self._reading() as connection:
            newest, known = newest_entry(connection, MODEL), read_names(connection).given.get(bundle_sha256)
        if newest is None or newest.name != bundle_sha256 or name not in (None, known):
            with self._writing(seals=True) as connection:
                append_entry(connection, MODEL, bundle_sha256, model_document(name or known), operator)

    def model_names(self) -> ModelNames:
        with self._reading() as connection:
            return read_names(connection)

    def put_product_name(self, before: str, after: str, operator: str = "") -> None:
        with self._writing(seals=True) as connection:
            append_entry(connection, PRODUCT, before, product_document(after), operator)

    def placement(self, bundle_sha256: str) -> PlacementRecord | None:
        with self._reading() as connection:
            return placement_of(connection, bundle_sha256)

    def placed_models(self) -> frozenset[str]:
        with self._reading() as connection:
            return placed_models(connection)

    def put_placement(self, bundle_sha256: str, record: PlacementRecord | None, operator: str = "") -> None:
        with self._reading() as connection:
            if stands(connection, bundle_sha256, record):
                return
        with self._writing(seals=True) as connection:
            add_placement(connection, bundle_sha256, record, operator)

    def sensitivity(self, bundle_sha256: str) -> SensitivityRecord | None:
        with self._reading() as connection:
            return sensitivity_of_model(connection, bundle_sha256)

    def put_sensitivity(self, bundle_sha256: str, record: SensitivityRecord, operator: str = "") -> None:
        if self.sensitivity(bundle_sha256) != record:
            with self._writing(seals=True) as connection:
                add_sensitivity(connection, bundle_sha256, record, operator)

    def threshold_changes(self) -> Sequence[ThresholdChange]:
        with self._reading() as connection:
            rows = connection.execute(select(threshold_changes).order_by(threshold_changes.c.record_id)).all()
        return [change_from(row) for row in rows]

    def add_threshold_change(self, change: ThresholdChange) -> ThresholdChange:
        numbers = select(threshold_changes.c.record_id, threshold_changes.c.row_hash)
        last = numbers.order_by(threshold_changes.c.record_id.desc()).limit(1)
        with self._writing(seals=True) as connection:
            end = connection.execute(last).first()
            number, previous = (end.record_id + 1, end.row_hash) if end else (1, "")
            stored = seal_change(change, record_id=number, prev_hash=previous)
            moment = utc_text(stored.changed_at, message("time-of-change", "the time of the change"))
            connection.execute(insert(threshold_changes), asdict(stored) | {"changed_at": moment})
            grow(connection, threshold_changes.name, stored.record_id, stored.row_hash)
            self.database.tell(connection, NewsKind.THRESHOLD)
        return stored

    def waiting_for_threshold(self, change: ThresholdChange) -> Applied:
        with self._reading() as connection:
            return waiting(connection, change)

    def apply_threshold(self, change: ThresholdChange, operator: str) -> Applied:
        with self._writing(seals=True) as connection:
            self.database.tell(connection, NewsKind.THRESHOLD)
            return apply_change(connection, change, operator)

    def threshold_applications(self) -> Sequence[Application]:
        with self._reading() as connection:
            return list(applications(connection))

    def gate_changes(self, bundle_sha256: str) -> Sequence[GateChange]:
        with self._reading() as connection:
            return changes_of(connection, bundle_sha256)

    def add_gate_change(self, change: GateChange) -> GateChange:
        with self._writing(seals=True) as connection:
            return add_change(connection, change)

    def cleared_boards(self, bundle_sha256: str) -> Sequence[int]:
        with self._reading() as connection:
            return cleared_boards(connection, bundle_sha256)

    def rebuild_queue(self) -> None:
        """Rebuild the queue from boards and judgments; a repair that normally has no effect."""
        with self._writing() as connection:
            rebuild_queue(connection)

    def verify(self) -> WorkspaceVerification:
        """Compute everything again that was sealed, in one state of the workspace."""
        anchored, outer = self.database.anchored, self.database.outer_ends()
        with self._reading() as connection:
            return verify_connection(connection, anchored=anchored, outer=outer)

    def close(self) -> None:
        self.database.close()

    def _item(self, connection: Connection, item_id: int) -> ReviewItem:
        row = connection.execute(_WHOLE.where(boards.c.item_id == item_id)).first()
        if row is None:
            raise _unknown(item_id, self.where)
        return self._review_item(row, row.document, repeated_folders(connection, [row], self.images))

    def _review_item(self, row: Row[Any], document: str | None, folders: Mapping[int, str]) -> ReviewItem:
        standing = judgment_from(row) if row.record_id is not None else None
        inspection = with_applied(inspection_from(row.head, document, self.images), row)
        folder = folders.get(row.item_id, "")
        return ReviewItem(row.item_id, row.serial, inspection, standing, row.newest_record, folder)


def _check_corrects(connection: Connection, judgment: Judgment, newest: int | None, serial: str) -> None:
    if judgment.corrects != newest:
        row = connection.execute(select(judgments).where(judgments.c.record_id == newest)).first()
        raise judged_meanwhile(serial, judgment.corrects, None if row is None else judgment_from(row))


def _stored_before(connection: Connection, number: int, judgment: Judgment, serial: str) -> Judgment:
    """The record that has the identifier of a judgment; StoreError if it is another judgment."""
    stored = judgment_from(connection.execute(select(judgments).where(judgments.c.record_id == number)).one())
    if (stored.item_id, stored.kind, stored.judged_at) != (judgment.item_id, judgment.kind, judgment.judged_at):
        raise StoreError(
            "record-identifier-taken",
            "record {number} has the identifier of this judgment and is another one",
            where=serial,
            todo="This is a fault of the program; report it with the log.",
            number=number,
        )
    return stored


def _unknown(item_id: int, where: Path | str) -> StoreError:
    return StoreError(
        "board-unknown", "there is no board number {number}", where=where, todo="Load the queue again.", number=item_id
    )
