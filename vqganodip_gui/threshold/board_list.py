"""The boards of the calibration that the page speaks of: those that would be missed, those of a bar, the hardest."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from vqganodip.number_format import rounded_down
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.board_preview import BoardPreview

if TYPE_CHECKING:
    from vqganodip.calibration.result import CalibrationResult
    from vqganodip_gui.threshold.board_pictures import CalibrationBoards

_LISTED: Final = 200
_HARDEST: Final = 10
_INDEX: Final = Qt.ItemDataRole.UserRole


class BoardList(QWidget):
    """A title that says which boards these are, their names with their scores, and the chosen one in its panels."""

    review_requested = Signal(float, float)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.title = QLabel()
        self.review = QPushButton()
        self.review.hide()
        self._bar = (0.0, 1.0)
        self.between: tuple[float, float] | None = None
        """The scores of the bar whose boards are listed."""
        self.names = QListWidget()
        self.names.setAccessibleName(tr("Boards"))
        self.names.setMaximumWidth(330)
        self.preview = BoardPreview()
        self._shown: tuple[int, ...] = ()
        row = QHBoxLayout()
        row.setSpacing(12)
        row.addWidget(self.names, 2)
        row.addWidget(self.preview, 3)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(4)
        head = QHBoxLayout()
        head.addWidget(self.title, 1)
        head.addWidget(self.review)
        column.addLayout(head)
        column.addLayout(row, 1)
        self.review.clicked.connect(lambda: self.review_requested.emit(*self._bar))
        self.names.currentItemChanged.connect(lambda item, _before: self._choose(item))

    def show_missed(self, found: CalibrationResult, threshold: float) -> None:
        """The known defects that would pass unseen, or the hardest ones while there are none."""
        self.review.hide()
        self.between = None
        missed = found.missed(threshold)
        if missed:
            self.title.setText(tr("Known defects that would pass unseen: {count:,}", count=len(missed)))
            self._fill(found, missed)
            return
        self.title.setText(tr("The hardest known defects (lowest scores first)"))
        self._fill(found, found.missed(2.0)[:_HARDEST])

    def show_between(self, found: CalibrationResult, low: float, high: float, workspace: int = 0) -> None:
        """The boards of a bar; ``workspace`` boards of the line have such a score as well."""
        self._bar = self.between = (low, high)
        self.review.setVisible(workspace > 0)
        self.review.setText(tr("Open {count:,} of this workspace in the review", count=workspace))
        inside = found.between(low, high)
        self.title.setText(
            tr(
                "{count:board|boards} with a score from {low:.3f} to {high:.3f}",
                count=len(inside),
                low=low,
                high=high,
            )
        )
        self._fill(found, inside)

    def _fill(self, found: CalibrationResult, which: tuple[int, ...]) -> None:
        which = which[:_LISTED]
        if which == self._shown and self.names.count() == len(which):
            return
        self._shown = which
        with QSignalBlocker(self.names):  # no board is chosen before the list is whole
            self.names.clear()
            for index in which:
                item = QListWidgetItem(f"{rounded_down(float(found.scores[index]), 4)}   {found.images[index]}")
                item.setData(_INDEX, index)
                self.names.addItem(item)
            self.names.setCurrentRow(0)
        self._choose(self.names.currentItem())

    def _choose(self, item: QListWidgetItem | None) -> None:
        if item is None:
            self.preview.clear()
        else:
            self.preview.show_board(int(item.data(_INDEX)))

    def set_calibration(self, looks: CalibrationBoards, found: CalibrationResult) -> None:
        """Change the calibration in one step: nothing is listed and no board is shown until boards of it are listed."""
        with QSignalBlocker(self.names):
            self.names.clear()
        self._shown, self.between = (), None
        self.review.hide()
        self.title.clear()
        self.preview.set_source(looks, found)
