"""The records: figures with their denominators, the newest judgments, export, and whether the records hold."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path
from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtGui import QResizeEvent, QShowEvent
from PySide6.QtWidgets import (
    QComboBox,
    QFileDialog,
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPushButton,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from vqganodip.export import Record, RecordFilter, export_judgments, records_of
from vqganodip.people import Right
from vqganodip.records import Judgment, ReviewItem
from vqganodip.shift_figures import ShiftFigures, shift_figures
from vqganodip.verification import Verification, verify_records
from vqganodip_gui.context import Context
from vqganodip_gui.models.records_model import RecordsModel
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip
from vqganodip_gui.words import tr

SHOWN: Final = 500
"""How many of the newest records stand in the table; the figures and the export hold all."""


@dataclass(frozen=True, slots=True)
class _Found:
    records: tuple[Record, ...]
    total: int
    figures: ShiftFigures


class RecordsPage(QWidget):
    """What was judged, by whom, and what it comes to."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._asked = 0
        self.period = QComboBox()
        for text, days in ((tr("Today"), 1), (tr("Last 7 days"), 7), (tr("All"), 0)):
            self.period.addItem(text, days)
        self.lot = QLineEdit()
        self.lot.setPlaceholderText(tr("Lot"))
        self.operator = QLineEdit()
        self.operator.setPlaceholderText(tr("Operator"))
        self.check = QPushButton(tr("Check the records"))
        self.check.setToolTip(tr("Follows the hash chain and names the first record that was altered"))
        self.export = QPushButton(tr("Export…"))
        self.export.setObjectName("primary")
        self.message = MessageStrip(self)
        self.shown = QLabel()
        self.shown.setObjectName("muted")
        self.model = RecordsModel(self)
        self.table = QTreeView()
        self.table.setModel(self.model)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.figures: dict[str, tuple[QLabel, QLabel]] = {}
        self._lay_out()
        self.period.currentIndexChanged.connect(self.refresh)
        self.lot.editingFinished.connect(self.refresh)
        self.operator.editingFinished.connect(self.refresh)
        self.check.clicked.connect(self._check)
        self.export.clicked.connect(self._ask_where)
        context.workspace_opened.connect(self._workspace_opened)

    def wanted(self) -> RecordFilter:
        """The records that the filters ask for; days begin at midnight, local time."""
        days = int(self.period.currentData())
        midnight = datetime.now().astimezone().replace(hour=0, minute=0, second=0, microsecond=0)
        since = midnight - timedelta(days=days - 1) if days else None
        return RecordFilter(since, None, self.lot.text().strip(), self.operator.text().strip())

    def refresh(self) -> None:
        """Reads the records anew, off the GUI thread; the newest question wins."""
        workspace = self._context.workspace
        if workspace is None:
            return
        repository, wanted = workspace.repository, self.wanted()
        self._asked += 1
        asked = self._asked

        def job() -> _Found:
            newest: deque[Record] = deque(maxlen=SHOWN)
            total = 0

            def pairs() -> Iterator[tuple[Judgment, ReviewItem]]:
                nonlocal total
                for record in records_of(repository, wanted):
                    newest.appendleft(record)
                    total += 1
                    yield record.judgment, record.item

            figures = shift_figures(pairs())
            return _Found(tuple(newest), total, figures)

        def done(found: _Found) -> None:
            if asked == self._asked:
                self._show(found)

        self._context.tasks.run(job, done, self._failed)

    def export_to(self, path: Path) -> None:
        """Writes the wanted records as CSV and says where."""
        workspace = self._context.workspace
        if workspace is None:
            return
        repository, wanted, signed_in = workspace.repository, self.wanted(), self._context.signed_in

        def job() -> int:
            signed_in.require(Right.EXPORT)
            return export_judgments(repository, path, wanted)

        self._context.tasks.run(
            job,
            lambda count: self.message.say(
                tr("{count} records written to {path}").format(count=count, path=path),
                MessageKind.DONE,
            ),
            self._failed,
        )

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.message.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.refresh()

    def _workspace_opened(self) -> None:
        if self.isVisible():
            self.refresh()

    def _ask_where(self) -> None:
        workspace = self._context.workspace
        if workspace is None:
            return
        proposal = str(workspace.folder / "judgments.csv")
        name, _ = QFileDialog.getSaveFileName(self, tr("Export records"), proposal, "CSV (*.csv)")
        if name:
            self.export_to(Path(name))

    def _check(self) -> None:
        workspace = self._context.workspace
        if workspace is not None:
            repository = workspace.repository
            self._context.tasks.run(lambda: verify_records(repository.judgments()), self._say_checked, self._failed)

    def _say_checked(self, found: Verification) -> None:
        if found.holds:
            text = tr("All {count} records are as they were written. Last hash: {hash}")
            self.message.say(text.format(count=found.records, hash=found.last_hash[:16] or "–"), MessageKind.DONE)
        else:
            text = tr("Record {number} does not hold: {reason}. Keep the workspace and call quality.")
            self.message.say(text.format(number=found.broken, reason=found.reason), MessageKind.ERROR)

    def _failed(self, error: Exception) -> None:
        self.message.say(str(error), MessageKind.ERROR)

    def _show(self, found: _Found) -> None:
        self.model.set_records(found.records)
        for column in range(self.model.columnCount() - 1):
            self.table.resizeColumnToContents(column)
        text = tr("{shown} newest of {total} records")
        if not found.total:
            text = tr("No records yet in this selection: judge a board, or choose another period.")
        self.shown.setText(text.format(shown=len(found.records), total=found.total))
        for name, (value, note) in _worded(self, found.figures).items():
            self.figures[name][0].setText(value)
            self.figures[name][1].setText(note)

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for part in (self.period, self.lot, self.operator):
            part.setMaximumWidth(180)
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.check)
        bar.addWidget(self.export)
        cards = QGridLayout()
        cards.setHorizontalSpacing(24)
        titles = (
            ("boards", tr("Boards judged")),
            ("calls", tr("False calls")),
            ("defects", tr("Confirmed defects")),
            ("machine", tr("Person and machine")),
            ("people", tr("Two people")),
        )
        for column, (name, title) in enumerate(titles):
            value, note = QLabel("–"), QLabel()
            value.setObjectName("score")
            note.setObjectName("hint")
            note.setWordWrap(True)
            note.setAlignment(Qt.AlignmentFlag.AlignTop)
            for row, label in enumerate((QLabel(title), value, note)):
                cards.addWidget(label, row, column)
            cards.setColumnStretch(column, 1)
            self.figures[name] = (value, note)
        column_of_parts = QVBoxLayout(self)
        column_of_parts.setContentsMargins(16, 12, 16, 12)
        column_of_parts.setSpacing(12)
        column_of_parts.addLayout(bar)
        column_of_parts.addLayout(cards)
        column_of_parts.addWidget(self.shown)
        column_of_parts.addWidget(self.table, 1)


def _worded(page: RecordsPage, found: ShiftFigures) -> dict[str, tuple[str, str]]:
    """Value and note of each figure; every rate names its denominator."""
    boards = found.boards
    pace = "–" if found.seconds_per_board is None else f"{found.seconds_per_board:.1f}"
    calls, ppm = found.false_calls_per_board, found.false_call_ppm
    codes = ", ".join(f"{code or page.tr('no code')} {count}" for code, count in found.by_code[:3])
    rate = (
        "" if calls is None or ppm is None else page.tr("{rate:.2f} a board; {ppm:,.0f} ppm of {boards} boards judged")
    )
    return {
        "boards": (
            str(boards),
            page.tr("{pace} s a board; {flagged} flagged").format(pace=pace, flagged=found.flagged),
        ),
        "calls": (str(found.false_calls), rate.format(rate=calls, ppm=ppm, boards=boards) if rate else ""),
        "defects": (
            str(found.defects),
            page.tr("{codes}; {escapes} of them passed by the machine").format(codes=codes, escapes=found.escapes)
            if found.defects
            else "",
        ),
        "machine": (_kappa(found.machine_kappa), page.tr("kappa over {boards} boards").format(boards=boards)),
        "people": (
            _kappa(found.operator_kappa),
            page.tr("kappa over {boards} second opinions").format(boards=found.second_opinions),
        ),
    }


def _kappa(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
