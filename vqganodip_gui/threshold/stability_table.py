"""Table of the stability of the threshold: its value with each known defect left out in turn."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from PySide6.QtWidgets import QLabel, QTreeWidgetItem, QVBoxLayout, QWidget

from vqganodip.number_format import grouped, rounded_down
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.plain_table import make_table

if TYPE_CHECKING:
    from vqganodip.calibration.result import CalibrationResult

_LISTED: Final = 12


class StabilityTable(QWidget):
    """A sentence for everybody and a table for who wants to see it."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setObjectName("muted")
        headers = (
            tr("Left out"),
            tr("Score of the board"),
            tr("Threshold without it"),
            tr("Moves by"),
            tr("Good boards flagged"),
        )
        self.table = make_table(headers, tr("Stability"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 8, 0, 0)
        column.addWidget(self.message)
        column.addWidget(self.table, 1)

    def show_calibrated(self, found: CalibrationResult) -> None:
        """Show the sentence and the table."""
        from vqganodip.scoring.operating_points import each_left_out

        steps = each_left_out(found.scores, found.labels, found.tolerance)
        self.message.setText(_sentence(found))
        self.table.clear()
        for step in steps[:_LISTED]:
            good = step.counts.fp + step.counts.tn
            moved = f"+{step.moved:.4f}" if step.moved else tr("not at all")
            flagged = tr("{part} of {whole}").format(part=grouped(step.counts.fp), whole=grouped(good))
            name, score, line = (
                found.images[step.index],
                rounded_down(step.score, 4),
                found.threshold_text(step.threshold),
            )
            item = QTreeWidgetItem([name, score, line, moved, flagged])
            item.setToolTip(0, name)
            self.table.addTopLevelItem(item)
        for column in range(5):
            self.table.resizeColumnToContents(column)


def _sentence(found: CalibrationResult) -> str:
    firm = found.stability
    lead = tr(
        "The threshold with no defect missed is the lowest score of a known defect, so a single board can determine it."
    )
    if firm.rests_on is None:
        return lead + " " + tr("Here two boards share that score: leaving out one of them moves nothing.")
    if firm.without is None:
        return lead + " " + tr("Here only one defect is known: without it there is no threshold.")
    fewer = found.counts(firm.value).fp - found.counts(firm.without).fp
    text = tr(
        "Here it is {name}. Without it, the threshold would be {by:.4f} higher, {fewer:good board|good boards} fewer "
        "would be flagged, and a defect like it would pass unseen. Leaving out any other single defect changes "
        "nothing.",
        name=found.images[firm.rests_on],
        by=firm.without - firm.value,
        fewer=fewer,
    )
    return f"{lead} {text}"
