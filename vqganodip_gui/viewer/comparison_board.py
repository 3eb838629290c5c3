"""What the fifth panel shows: a board that is good, or words where there is none."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.viewer.image_pyramid import Pyramid


class ComparisonKind(StrEnum):
    """Which good board stands beside the four panels, in the order in which the key goes through them."""

    NONE = "none"
    REFERENCE = "reference"
    NEAREST = "nearest"

    def next(self) -> ComparisonKind:
        """What the key changes to."""
        order = list(ComparisonKind)
        return order[(order.index(self) + 1) % len(order)]


@dataclass(frozen=True, slots=True)
class ComparisonBoard:
    """One state of the fifth panel.

    Attributes:
        kind: Which board is wanted.
        serial: Serial number of a board that a person judged good.
        about: What it is, for the second line of its name tag.
        picture: It; None until it is there, and where there is none.
        words: Why there is none.
        offers_nearest: Whether the nearest good board is offered in place of it.
    """

    kind: ComparisonKind = ComparisonKind.NONE
    serial: str = ""
    about: str = ""
    picture: Pyramid | None = field(default=None, repr=False)
    words: str = ""
    offers_nearest: bool = False

    @property
    def name(self) -> str:
        """What the panel is called."""
        if self.kind is ComparisonKind.REFERENCE:
            return tr("Reference board")
        return tr("Nearest good board")

    @property
    def short(self) -> str:
        """Its name, and the serial number where it has one."""
        return f"{self.name} · {self.serial}" if self.serial else self.name

    @property
    def tag(self) -> str:
        """All that is to be known of it, in two lines."""
        return f"{self.short}\n{self.about}" if self.about else self.short
