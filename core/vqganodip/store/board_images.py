"""Images of the boards of a workspace, as far as this computer finds them."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from vqganodip.files import is_there
from vqganodip.review.judgments import QueueFilter, QueueOrder, ReviewItem
from vqganodip.store.panels import panel_key
from vqganodip.store.workspace import Workspace

__all__ = ["BoardImages", "MissingImage", "find_board_images"]

_BLOCK: Final = 200


@dataclass(frozen=True, slots=True)
class MissingImage:
    """A board whose image is not where its record says.

    Attributes:
        serial: The board.
        item_id: Its number.
        image: Where its image would be on this computer.
        has_panels: True if the workspace holds its pictures, so that it can be judged.
    """

    serial: str
    item_id: int
    image: Path
    has_panels: bool


@dataclass(frozen=True, slots=True)
class BoardImages:
    """Images of the boards of a workspace.

    Attributes:
        boards: Number of boards.
        relative: Number of boards whose image is named relative to the shared folder.
        missing: Boards whose image is missing, by number.
    """

    boards: int
    relative: int
    missing: tuple[MissingImage, ...]


def find_board_images(workspace: Workspace) -> BoardImages:
    """Look for the image of each board; contents are not compared.

    Raises:
        StoreError: The workspace cannot be read.
    """
    boards = relative = 0
    missing: list[MissingImage] = []
    for item in _items(workspace):
        inspection = item.inspection
        boards += 1
        relative += str(inspection.image) != inspection.recorded_image
        if not is_there(inspection.image):
            has_panels = workspace.panels.open(panel_key(inspection)) is not None
            missing.append(MissingImage(item.label, item.item_id, inspection.image, has_panels))
    return BoardImages(boards, relative, tuple(missing))


def _items(workspace: Workspace) -> Iterator[ReviewItem]:
    numbers = workspace.repository.item_ids(QueueFilter(order=QueueOrder.ARRIVAL))
    for first in range(0, len(numbers), _BLOCK):
        yield from workspace.repository.whole_items(numbers[first : first + _BLOCK])
