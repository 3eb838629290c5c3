"""The queue as it follows from boards, judgments and applied thresholds, in SQL of both databases."""

from __future__ import annotations

from typing import Final

from sqlalchemy import Connection

__all__ = ["DERIVED_QUEUE", "KEPT_QUEUE", "rebuild_queue"]

KEPT_QUEUE: Final = "SELECT item_id, serial_folded, flagged, score, judged, standing FROM queue"
"""The queue as it is stored."""

DERIVED_QUEUE: Final = """SELECT b.item_id AS item_id, b.serial_folded,
               coalesce(a.flagged, b.flagged) AS flagged, b.score,
               CASE WHEN j.kind != 'withdrawn' THEN 1 ELSE 0 END AS judged,
               CASE WHEN j.kind != 'withdrawn' THEN j.record_id END AS standing
        FROM boards b LEFT JOIN judgments j
          ON j.record_id = (SELECT max(record_id) FROM judgments WHERE item_id = b.item_id AND purpose = 'review')
        LEFT JOIN applied_thresholds a ON a.item_id = b.item_id"""
"""The queue as it follows from boards, judgments and applied thresholds."""


def rebuild_queue(connection: Connection) -> None:
    """Rebuild the queue from boards and judgments, inside the caller's transaction."""
    connection.exec_driver_sql("DELETE FROM queue")
    connection.exec_driver_sql(
        f"INSERT INTO queue (item_id, serial_folded, flagged, score, judged, standing) {DERIVED_QUEUE}"
    )
