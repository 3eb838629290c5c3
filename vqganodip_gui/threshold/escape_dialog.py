"""A board failed after it had left: find its record, say which threshold would have caught it, put it on record."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QLineEdit, QPlainTextEdit, QPushButton, QWidget

from vqganodip.errors import VqganodipError
from vqganodip.number_format import threshold_text
from vqganodip.review.escapes import Escape, find_escapes, record_escape
from vqganodip.review.filename_pattern import FilenamePattern
from vqganodip.review.repository import Repository
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.formatting import JUDGMENT_WORDS
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.login_session import LoginSession
from vqganodip_gui.services.settings import Settings
from vqganodip_gui.widgets.dialog_form import ActionDialog


class EscapeDialog(ActionDialog):
    """Dialog that finds a board by serial number, shows its inspection, and records the defect."""

    recorded = Signal(object)

    def __init__(
        self,
        repository: Repository,
        login: LoginSession,
        settings: Settings,
        active_threshold: float,
        names: FilenamePattern,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(tr("A board failed later"), (tr("Record the defect"),), parent)
        self._repository, self._settings, self._active_threshold = repository, settings, active_threshold
        self._login, self._names = login, names
        self.found: Escape | None = None
        self.serial = QLineEdit()
        self.serial.setPlaceholderText(tr("Serial number"))
        self.search = QPushButton(tr("Find"))
        self.message = QLabel(tr("Enter the serial number of a board that failed after it was shipped."))
        self.message.setWordWrap(True)
        self.message.setMinimumSize(460, 84)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.comment = QPlainTextEdit()
        self.comment.setPlaceholderText(tr("What failed, and where?"))
        self.comment.setTabChangesFocus(True)
        self.comment.setFixedHeight(64)
        (self.record,) = self.primary
        self.record.setEnabled(False)
        self.search.clicked.connect(self.find_board)
        self.serial.returnPressed.connect(self.find_board)
        self.record.clicked.connect(self.put_on_record)
        row = QHBoxLayout()
        row.addWidget(self.serial, 1)
        row.addWidget(self.search)
        self.set_parts(row, self.message, self.comment)

    def find_board(self) -> None:
        """Show the newest inspection of the board."""
        self.found = None
        try:
            self.found = find_escapes(self._repository, self.serial.text())[0]
        except VqganodipError as error:
            self.message.setText(format_error(error))
        self.record.setEnabled(self.found is not None)
        if self.found is None:
            return
        found = self.found
        then = tr("passed by the machine") if found.passed_machine else tr("flagged by the machine")
        judged = found.item.judgment
        person = tr("not judged") if judged is None else tr("{who} judged it {kind}")
        if judged is not None:
            person = person.format(kind=tr(JUDGMENT_WORDS[judged.kind]), who=judged.operator)
        score, limit = formatting.score_against(found.caught_by, found.threshold_then)
        text = tr("{serial}: score {score}, {then} at a threshold of {value}; {person}.")
        found_text = text.format(serial=found.item.label, score=score, then=then, value=limit, person=person)
        if self._active_threshold <= found.caught_by:
            more = tr("The threshold in force ({value}) would have caught it.")
        else:
            more = tr("A threshold of {score} would have caught it; in force is {value}.")
        catching = threshold_text(found.caught_by)
        _, active = formatting.score_against(found.caught_by, self._active_threshold)
        self.message.setText(found_text + "\n" + more.format(score=catching, value=active))

    def put_on_record(self) -> None:
        """Record the defect; the new threshold is only proposed."""
        if self.found is None:
            return
        try:
            record_escape(
                self._repository,
                self.found,
                operator=self._login.name,
                role=self._login.role,
                station=self._settings.text("station"),
                comment=self.comment.toPlainText(),
                names=self._names,
            )
        except VqganodipError as error:
            self.message.setText(format_error(error))
            self.record.setEnabled(False)
            return
        self.recorded.emit(self.found)
        self.accept()
