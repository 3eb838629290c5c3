"""Dialog for lot, work order, side, and the pattern of image file names."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QComboBox, QFormLayout, QLabel, QLineEdit, QWidget

from vqganodip.errors import SettingsError
from vqganodip.review.filename_pattern import FilenamePattern
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.widgets.dialog_form import FormDialog

_SIDES: Final = (("", "Not specified"), ("T", "Top"), ("B", "Bottom"))


class WorkOrderDialog(FormDialog):
    """Values stored in every judgment from now on; those in the file name take precedence."""

    def __init__(self, settings: Settings, example: Path | None, parent: QWidget | None = None) -> None:
        super().__init__(tr("Lot, work order, side"), parent, ok=tr("Apply"))
        self._settings = settings
        self._example = example or Path("SN10440.png")
        self.lot = _line(settings.text("lot"))
        self.work_order = _line(settings.text("work_order"))
        self.side = QComboBox()
        for value, word in _SIDES:
            self.side.addItem(tr(word), value)
        self.side.setCurrentIndex(max(self.side.findData(settings.text("board_side")), 0))
        self.pattern = _line(settings.text("name_pattern"))
        self.pattern.setPlaceholderText(tr("The whole name is the serial number"))
        self.preview = QLabel()
        self.preview.setObjectName("hint")
        self.preview.setWordWrap(True)
        self.preview.setMinimumHeight(3 * self.preview.fontMetrics().height() + 6)
        self.preview.setAlignment(Qt.AlignmentFlag.AlignTop)
        hint = QLabel(
            tr("Written into every judgment from now on. If the image file name contains other values, those are used.")
        )
        how = QLabel(tr("{serial}, {lot}, {work_order} and {side} are placeholders; * matches anything."))
        for label in (hint, how):
            label.setWordWrap(True)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(8)
        form.addRow(tr("Lot"), self.lot)
        form.addRow(tr("Work order"), self.work_order)
        form.addRow(tr("Side"), self.side)
        names = QFormLayout()
        names.setHorizontalSpacing(16)
        names.addRow(tr("Names of image files"), self.pattern)
        self.pattern.textChanged.connect(self._try)
        self.set_parts(hint, form, names, how, self.preview)
        self.setMinimumWidth(500)
        self._try()

    def accept(self) -> None:
        for name, value in (
            ("lot", self.lot.text().strip()),
            ("work_order", self.work_order.text().strip()),
            ("board_side", str(self.side.currentData())),
            ("name_pattern", self.pattern.text().strip()),
        ):
            self._settings.set(name, value)
        super().accept()

    def _try(self) -> None:
        """Show how the pattern reads the name of the current image."""
        name = self._example.name
        try:
            pattern = FilenamePattern(self.pattern.text())
        except SettingsError as error:
            self.preview.setText(format_error(error, place=False))
            self.ok.setEnabled(False)
            return
        self.ok.setEnabled(True)
        parsed = pattern.read(self._example)
        if not pattern.fits(self._example):
            self.preview.setText(tr("{name} does not match: its whole name is the serial number.").format(name=name))
            return
        parts = [f"{tr('Serial number')} {parsed.serial}"]
        parts += [f"{tr('Lot')} {parsed.lot}"] if parsed.lot else []
        parts += [f"{tr('Work order')} {parsed.work_order}"] if parsed.work_order else []
        parts += [f"{tr('Side')} {parsed.side}"] if parsed.side else []
        self.preview.setText(f"{name}: {', '.join(parts)}")


def _line(text: str) -> QLineEdit:
    line = QLineEdit(text)
    line.setMaxLength(120)
    return line
