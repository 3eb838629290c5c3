"""The boards of the calibration that the page speaks of: those that would be missed, those of a bar, the hardest."""

from __future__ import annotations

from typing import Final

from PySide6.QtWidgets import QLabel, QListWidget, QVBoxLayout, QWidget

from vqganodip.calibrated import Calibrated
from vqganodip_gui.words import tr

_LISTED: Final = 200
_HARDEST: Final = 10


class BoardList(QWidget):
    """A title that says which boards these are, and their names with their scores."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.names = QListWidget()
        self.names.setAccessibleName(tr("Boards"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        column.addWidget(self.title)
        column.addWidget(self.names, 1)

    def show_missed(self, found: Calibrated, threshold: float) -> None:
        """The known defects that would pass unseen, or the hardest ones while there are none."""
        missed = found.missed(threshold)
        if missed:
            self.title.setText(tr("Known defects that would pass unseen: {count}").format(count=len(missed)))
            self._fill(found, missed)
            return
        self.title.setText(tr("The hardest known defects (lowest scores first)"))
        self._fill(found, found.missed(2.0)[:_HARDEST])

    def show_between(self, found: Calibrated, low: float, high: float) -> None:
        """The boards of a bar."""
        inside = found.between(low, high)
        text = tr("{count} boards with a score from {low:.3f} to {high:.3f}")
        self.title.setText(text.format(count=len(inside), low=low, high=high))
        self._fill(found, inside)

    def _fill(self, found: Calibrated, which: tuple[int, ...]) -> None:
        names = [f"{found.scores[i]:.4f}   {found.images[i]}" for i in which[:_LISTED]]
        if [self.names.item(i).text() for i in range(self.names.count())] != names:
            self.names.clear()
            self.names.addItems(names)
