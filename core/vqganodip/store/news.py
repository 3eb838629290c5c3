"""News of a workspace on a server: what one station tells the others through NOTIFY, as part of its transaction."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from sqlalchemy import Connection

__all__ = ["CHANNEL", "News", "NewsKind", "parse_news", "send_news"]

CHANNEL: Final = "vqganodip"
"""Name of the channel; workspaces in several schemas of a database share it, and news too many do no harm."""


class NewsKind(StrEnum):
    """Kind of a change: a board was added, judged, or leased or released; an offline judgment came to a board that had
    been judged meanwhile; thresholds were put into force or applied."""

    BOARD = "board"
    JUDGMENT = "judgment"
    CONTRADICTION = "contradiction"
    LEASE = "lease"
    THRESHOLD = "threshold"


@dataclass(frozen=True, slots=True)
class News:
    """A change in a workspace.

    Attributes:
        kind: What changed.
        item_id: The board; 0 if unknown, or if it concerns many.
        sender: Identifier of the station that changed it; empty if unknown.
    """

    kind: NewsKind
    item_id: int = 0
    sender: str = ""


def send_news(connection: Connection, news: News) -> None:
    """Tell the other stations once the caller's transaction is committed."""
    text = f"{news.kind.value} {news.item_id} {news.sender}"
    connection.exec_driver_sql("SELECT pg_notify(%s, %s)", (CHANNEL, text))


def parse_news(text: str) -> News | None:
    """Read what a station told; None if it is not of this form, as from a newer version."""
    words = text.split(" ")
    if len(words) != 3 or words[0] not in set(NewsKind) or not words[1].isdecimal():
        return None
    return News(NewsKind(words[0]), int(words[1]), words[2])
