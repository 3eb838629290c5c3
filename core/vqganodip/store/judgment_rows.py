"""Rows of the tables of records: judgments and threshold changes to columns and back."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Final

from sqlalchemy import Row

from vqganodip.errors import message
from vqganodip.review.judgments import Judgment, JudgmentKind, Purpose, RevealOrder
from vqganodip.review.threshold_log import ThresholdChange
from vqganodip.store.schema import judgments
from vqganodip.store.serialization import region_judgments_from, region_judgments_text, utc_text

__all__ = ["change_from", "judgment_from", "judgment_row"]

_JUDGMENT_COLUMNS: Final = tuple(column.name for column in judgments.columns)


def judgment_row(judgment: Judgment) -> dict[str, object]:
    """The columns of a record."""
    row: dict[str, object] = {name: getattr(judgment, name) for name in _JUDGMENT_COLUMNS}
    row["kind"] = judgment.kind.value
    row["purpose"] = judgment.purpose.value
    row["reveal"] = judgment.reveal.value
    row["regions"] = region_judgments_text(judgment.regions)
    row["judged_at"] = utc_text(judgment.judged_at, message("time-of-judgment", "the time of judgment"))
    return row


def judgment_from(row: Row[Any]) -> Judgment:
    """The record of a row."""
    return Judgment(
        item_id=row.item_id,
        kind=JudgmentKind(row.kind),
        operator=row.operator,
        station=row.station,
        judged_at=datetime.fromisoformat(row.judged_at),
        review_s=row.review_s,
        defect_code=row.defect_code,
        comment=row.comment,
        corrects=row.corrects,
        app_version=row.app_version,
        role=row.role,
        lot=row.lot,
        work_order=row.work_order,
        side=row.side,
        purpose=Purpose(row.purpose),
        regions=region_judgments_from(row.regions),
        reveal=RevealOrder(row.reveal),
        client_id=row.client_id,
        record_id=row.record_id,
        board_hash=row.board_hash,
        prev_hash=row.prev_hash,
        row_hash=row.row_hash,
    )


def change_from(row: Row[Any]) -> ThresholdChange:
    """The threshold change of a row."""
    return ThresholdChange(**(dict(row._mapping) | {"changed_at": datetime.fromisoformat(row.changed_at)}))
