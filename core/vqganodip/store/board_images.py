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
    """A board whose image is missing.

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
        moved: Number of boards whose image is found by name and hash, elsewhere in that folder.
        missing: Boards whose image is missing, by number.
    """

    boards: int
    relative: int
    moved: int
    missing: tuple[MissingImage, ...]


def find_board_images(workspace: Workspace) -> BoardImages:
    """Look for the image of each board.

    The contents of an image are compared only where it is not at its place and one of its name is found elsewhere.

    Raises:
        StoreError: The workspace cannot be read.
    """
    boards = relative = moved = 0
    images = workspace.repository.images
    missing: list[MissingImage] = []
    for item in _items(workspace):
        inspection = item.inspection
        boards += 1
        relative += str(inspection.image) != inspection.recorded_image
        if is_there(inspection.image):
            continue
        if images.find(inspection.image, inspection.sha256) is not None:
            moved += 1
        else:
            has_panels = workspace.panels.open(panel_key(inspection)) is not None
            missing.append(MissingImage(item.label, item.item_id, inspection.image, has_panels))
    return BoardImages(boards, relative, moved, tuple(missing))


def _items(workspace: Workspace) -> Iterator[ReviewItem]:
    numbers = workspace.repository.item_ids(QueueFilter(order=QueueOrder.ARRIVAL))
    for first in range(0, len(numbers), _BLOCK):
        yield from workspace.repository.whole_items(numbers[first : first + _BLOCK])
