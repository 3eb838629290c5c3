"""Content of the fifth panel: a good board for comparison, or a text where there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.viewer.image_pyramid import Pyramid


class ComparisonKind(StrEnum):
    """Kind of comparison board, in the order in which the key cycles through them."""

    NONE = "none"
    REFERENCE = "reference"
    NEAREST = "nearest"

    def next(self) -> ComparisonKind:
        """The kind after this one."""
        order = list(ComparisonKind)
        return order[(order.index(self) + 1) % len(order)]


@dataclass(frozen=True, slots=True)
class ComparisonBoard:
    """One state of the fifth panel.

    Attributes:
        kind: Requested kind of board.
        serial: Serial number of a board that a person judged good.
        about: Second line of its name tag.
        picture: Picture of the board; None until it is loaded, or if there is none.
        words: Why there is no board.
        offers_nearest: True to offer the nearest good board instead.
    """

    kind: ComparisonKind = ComparisonKind.NONE
    serial: str = ""
    about: str = ""
    picture: Pyramid | None = field(default=None, repr=False)
    words: str = ""
    offers_nearest: bool = False

    @property
    def name(self) -> str:
        """Name of the panel."""
        if self.kind is ComparisonKind.REFERENCE:
            return tr("Reference board")
        return tr("Nearest good board")

    @property
    def short(self) -> str:
        """Name, with the serial number if there is one."""
        return f"{self.name} · {self.serial}" if self.serial else self.name

    @property
    def tag(self) -> str:
        """Full name tag, on two lines."""
        return f"{self.short}\n{self.about}" if self.about else self.short
