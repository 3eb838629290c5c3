"""The records: figures with their denominators, the newest judgments, the shift, people, places, export, the chain."""

from __future__ import annotations

from collections import deque
from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Final

import numpy as np
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
    QTabWidget,
    QTreeView,
    QVBoxLayout,
    QWidget,
)

from vqganodip.errors import VqganodipError
from vqganodip.export.formats import format_of
from vqganodip.export.judgments_csv import Record, RecordFilter, records_of
from vqganodip.files import export_file
from vqganodip.number_format import grouped, seconds_text
from vqganodip.placement.record import BoardParts
from vqganodip.review.accounts import Permission
from vqganodip.review.judgments import Judgment, ReviewItem
from vqganodip.review.local_time import day_begins
from vqganodip.review.operator_statistics import OperatorCounts, OperatorStatistics
from vqganodip.review.part_names import PartNames
from vqganodip.review.shift_statistics import ShiftStatistics, shift_statistics
from vqganodip.store.panels import panel_key
from vqganodip.types import FloatArray, Image
from vqganodip_gui.i18n.defect_words import defect_word
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.records.export_dialog import ask_export_file
from vqganodip_gui.records.gate_view import GateView
from vqganodip_gui.records.location_map import LocationMap
from vqganodip_gui.records.operator_table import OperatorTable
from vqganodip_gui.records.part_view import PartView
from vqganodip_gui.records.records_model import RecordsModel
from vqganodip_gui.review.location_history import LocationHistoryLoader
from vqganodip_gui.review.state import ReviewState
from vqganodip_gui.services.context import Context
from vqganodip_gui.widgets.figure_export import figures_csv, save_drawing
from vqganodip_gui.widgets.guarded import GuardedButton
from vqganodip_gui.widgets.message_strip import MessageKind, MessageStrip
from vqganodip_gui.widgets.page import Page

if TYPE_CHECKING:
    from vqganodip.store.verification import WorkspaceVerification
    from vqganodip.store.workspace import Workspace
    from vqganodip_gui.records.shift_plots import ShiftPlots

SHOWN: Final = 500
"""Number of the newest records listed in the table; figures and export contain all of them."""

_MAP_PX: Final = 1200
_NAMED: Final = 5


@dataclass(frozen=True, slots=True)
class _Found:
    records: tuple[Record, ...]
    total: int
    figures: ShiftStatistics
    people: tuple[OperatorStatistics, ...]


@dataclass(frozen=True, slots=True)
class _Map:
    board: Image | None
    serial: str
    counts: FloatArray
    parts: BoardParts | None = None


class RecordsPage(Page):
    """Page with judgments, figures of the shift and of operators, the gate, and exports."""

    def __init__(self, context: Context, review_state: ReviewState, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("page")
        self._context = context
        self._review_state = review_state
        self._found: _Found | None = None
        self._map: _Map | None = None
        self._up_to_date = False  # what was taken over need not be read when it comes into sight
        self._asked = 0
        self.period = QComboBox()
        for text, days in (
            (tr("Today"), (0, 0)),
            (tr("Yesterday"), (1, 1)),
            (tr("Last 7 days"), (6, 0)),
            (tr("Last 30 days"), (29, 0)),
            (tr("All"), None),
        ):
            self.period.addItem(text, days)
        self.lot = QLineEdit()
        self.lot.setPlaceholderText(tr("Lot"))
        self.operator = QLineEdit()
        self.operator.setPlaceholderText(tr("Operator"))
        self.check = QPushButton(tr("Check the records"))
        self.check.setToolTip(tr("Follows the hash chain and names the first record that was altered"))
        self.export = GuardedButton(tr("Export…"))
        self.export.guard(context.login, Permission.EXPORT)
        self.export.setObjectName("primary")
        self.message = MessageStrip(self)
        self.shown = QLabel()
        self.shown.setObjectName("muted")
        self.model = RecordsModel(self)
        self.table = QTreeView()
        self.table.setModel(self.model)
        self.table.setRootIsDecorated(False)
        self.table.setUniformRowHeights(True)
        self.plots: ShiftPlots | None = None
        self.people = OperatorTable()
        self.places = LocationMap()
        self.parts = PartView()
        self.gate = GateView(context)
        self.shift = QWidget()
        self.tabs = QTabWidget()
        self.figures: dict[str, tuple[QLabel, QLabel]] = {}
        self._lay_out()
        self.period.currentIndexChanged.connect(self.refresh)
        self.lot.editingFinished.connect(self.refresh)
        self.operator.editingFinished.connect(self.refresh)
        self.check.clicked.connect(self._check)
        self.message.follow_context(context)
        context.login.changed.connect(self._show_people)
        self.export.clicked.connect(self._ask_where)
        self.tabs.currentChanged.connect(lambda _index: self._show_tab())
        context.workspace_opened.connect(self._workspace_opened)
        context.placement_changed.connect(self._workspace_opened)
        for news in (context.gate_changed, context.sources_changed):
            news.connect(self._gate_changed)

    def wanted(self) -> RecordFilter:
        """The records that the filters ask for; days begin at midnight, local time."""
        days = self.period.currentData()
        since = day_begins(days[0]) if days else None
        until = day_begins(days[1] - 1) if days and days[1] else None
        return RecordFilter(since, until, self.lot.text().strip(), self.operator.text().strip())

    def refresh(self) -> None:
        """Read the records again in a thread; only the newest request is shown."""
        workspace = self._context.workspace
        if workspace is None:
            return
        repository, wanted = workspace.repository, self.wanted()
        self._asked += 1
        asked = self._asked
        queue = self._review_state.blind.queue

        def job() -> _Found:
            newest: deque[Record] = deque(maxlen=SHOWN)
            total = 0
            people = OperatorCounts()

            def every(judgment: Judgment) -> None:
                people.take(judgment, counts=wanted.takes(judgment))

            def pairs() -> Iterator[tuple[Judgment, ReviewItem]]:
                nonlocal total
                for record in records_of(repository, wanted, every):
                    # boards that the operator is to judge blind are left out
                    if queue is None or not queue.waits(record.judgment.item_id):
                        newest.appendleft(record)
                    total += 1
                    yield record.judgment, record.item

            figures = shift_statistics(pairs(), PartNames(repository))
            return _Found(tuple(newest), total, figures, people.figures())

        def done(found: _Found) -> None:
            if asked == self._asked:
                self._show(found)

        self._context.tasks.run(job, done, self._failed, reader=self)
        if self.tabs.currentWidget() in (self.places, self.parts):
            self._read_map()
        self._gate_changed()

    def _gate_changed(self) -> None:
        if self.isVisible() and self.tabs.currentWidget() is self.gate:
            self.gate.refresh()

    def restore_from(self, before: QWidget, *, shown: bool) -> None:
        """Copy the filters of another page, and its data if the page is shown."""
        assert isinstance(before, RecordsPage)
        for mine, other in ((self.lot, before.lot), (self.operator, before.operator)):
            mine.setText(other.text())
        self.period.blockSignals(True)
        self.period.setCurrentIndex(before.period.currentIndex())
        self.period.blockSignals(False)
        if before._found is not None:
            self._show(before._found)
            self.table.setCurrentIndex(self.model.index(before.table.currentIndex().row(), 0))
        if before._map is not None:
            self._show_map(before._map)
        self.tabs.setCurrentIndex(before.tabs.currentIndex())
        self._up_to_date = shown and before._found is not None
        self.message.restore_from(before.message)

    def keyboard_home(self) -> QWidget:
        """Return the table of records."""
        return self.table if self.table.isVisible() else self

    def refresh_theme(self) -> None:
        """Redraw the parts that the style sheet does not cover."""
        if self.plots is not None:
            self.plots.refresh_theme()
        self.places.update()
        self.parts.refresh_theme()

    def save_figures(self, path: Path) -> None:
        """Save the figures of the current tab as PNG, SVG or CSV."""
        shown = self.tabs.currentWidget()
        plots = self.parts.plots if shown is self.parts else self.plots
        found, drawn = self._found, self.places if shown is self.places else plots
        try:
            self._context.login.require(Permission.EXPORT)
            if found is None or drawn is None:
                return
            if path.suffix.lower() == ".csv":
                export_file(path, figures_csv(found.figures))
            else:
                save_drawing(drawn if isinstance(drawn, LocationMap) else drawn.canvas, path)
        except VqganodipError as error:
            self._failed(error)
            return
        self.message.show_message(tr("Written to {path}").format(path=path), MessageKind.DONE)

    def export_to(self, path: Path) -> None:
        """Export the selected records in the format of the file name extension."""
        workspace = self._context.workspace
        if workspace is None:
            return
        repository, wanted, login = workspace.repository, self.wanted(), self._context.login

        def job() -> tuple[int, bool]:
            login.require(Permission.EXPORT)
            form = format_of(path)
            return form.write(repository, path, wanted, role=login.role), form.unit == "board"

        def done(written: tuple[int, bool]) -> None:
            text = tr("{count:record|records} written to {path}", count=written[0], path=path)
            if written[1]:
                text = tr("{count:board|boards} written to {path}", count=written[0], path=path)
            self.message.show_message(text, MessageKind.DONE)

        self._context.tasks.act(job, done, self._failed)

    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self.message.place()

    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        if not self._up_to_date:
            self.refresh()
        self._up_to_date = False

    def _workspace_opened(self) -> None:
        if self.isVisible():
            self.refresh()

    def _ask_where(self) -> None:
        workspace = self._context.workspace
        if workspace is None:
            return
        shown, folder = self.tabs.currentWidget(), workspace.folder
        if shown is self.gate:
            name, _ = QFileDialog.getSaveFileName(
                self, tr("Save the list"), str(folder / "passed-by-gate.pdf"), "PDF (*.pdf)"
            )
            if name:
                self.gate.save_pdf(Path(name))
            return
        if shown in (self.shift, self.places, self.parts):
            stem = "false-calls" if shown is self.places else "shift" if shown is self.shift else "parts"
            kinds = "PNG (*.png);;SVG (*.svg)" + (";;CSV (*.csv)" if shown is not self.places else "")
            name, _ = QFileDialog.getSaveFileName(self, tr("Save figures"), str(folder / f"{stem}.png"), kinds)
            if name:
                self.save_figures(Path(name))
            return
        path = ask_export_file(self, tr("Export records"), folder)
        if path is not None:
            self.export_to(path)

    def _show_tab(self) -> None:
        shown = self.tabs.currentWidget()
        self.export.setText(tr("Save figures…") if shown in (self.shift, self.places, self.parts) else tr("Export…"))
        if shown is self.gate:
            self.export.setText(tr("Print to PDF…"))
        self.export.setVisible(shown is not self.people)
        self._gate_changed()
        if shown is self.shift:
            self._draw_shift()
        elif shown in (self.places, self.parts):
            self._draw_parts()
            self._read_map()

    def _draw_shift(self) -> None:
        if self._found is None or self.tabs.currentWidget() is not self.shift:
            return
        if self.plots is None:  # importing the plot library takes 0.3 s, so it waits until the tab is shown
            from vqganodip_gui.records.shift_plots import ShiftPlots

            self.plots = ShiftPlots()
            layout = self.shift.layout()
            assert layout is not None
            layout.addWidget(self.plots)
        self.plots.show_figures(self._found.figures)

    def _draw_parts(self) -> None:
        """Draw the Paretos and the map by part."""
        if self._found is None or self.tabs.currentWidget() is not self.parts:
            return
        figures, under = self._found.figures, self._map
        self.parts.show_figures(figures)
        if under is not None:
            calls = {name: count for name, _defects, count in figures.by_part if name and count}
            self.parts.map.show_parts(under.board, under.serial, under.parts, calls)

    def _read_map(self) -> None:
        workspace, places = self._context.workspace, self._review_state.places
        if workspace is not None:
            self._context.tasks.run(partial(_map_of, workspace, places), self._show_map, self._failed, reader=self)

    def _show_map(self, found: _Map) -> None:
        self._map = found
        self.places.show_map(found.board, found.serial, found.counts)
        self._draw_parts()

    def _check(self) -> None:
        workspace = self._context.workspace
        if workspace is not None:
            repository = workspace.repository
            self._context.tasks.act(repository.verify, self._show_verification, self._failed)

    def _show_verification(self, found: WorkspaceVerification) -> None:
        if found.holds:
            count, last = found.records.records, found.records.last_hash[:16] or "–"
            text = tr("All {count:,} records are as they were written. Last hash: {hash}", count=count, hash=last)
            if count == 1:
                text = tr("The one record is as it was written. Last hash: {hash}", hash=last)
            self.message.show_message(text, MessageKind.DONE)
        else:
            text = tr("Not as it was written: {what}. Keep the workspace and call quality.")
            what = "; ".join(translated(finding.sentence) for finding in found.findings[:_NAMED])
            self.message.show_message(text.format(what=what), MessageKind.ERROR, until=(), stays=True)

    def _failed(self, error: Exception) -> None:
        self.message.show_message(format_error(error), MessageKind.ERROR)

    def _show(self, found: _Found) -> None:
        self._found = found
        self._show_people()
        self._draw_shift()
        self._draw_parts()
        self.model.set_records(found.records)
        for column in range(self.model.columnCount() - 1):
            self.table.resizeColumnToContents(column)
        text = tr("{count:record|records}", count=found.total)
        if len(found.records) < found.total:
            text = tr("{shown:,} newest of {total:record|records}", shown=len(found.records), total=found.total)
        if not found.total:
            text = tr("No records yet in this selection: judge a board, or choose another period.")
        self.shown.setText(text)
        for name, (value, note) in _worded(found.figures).items():
            self.figures[name][0].setText(value)
            self.figures[name][1].setText(note)

    def _show_people(self) -> None:
        """Show the figures of people, or the reason why the present person may not see them."""
        if self._found is None:
            return
        try:
            self._context.login.require(Permission.SEE_OPERATORS)
            self.people.show_figures(self._found.people)
        except VqganodipError as error:
            self.people.refuse(format_error(error))

    def _lay_out(self) -> None:
        bar = QHBoxLayout()
        bar.setSpacing(8)
        for part in (self.period, self.lot, self.operator):
            part.setMaximumWidth(180)
            bar.addWidget(part)
        bar.addStretch(1)
        bar.addWidget(self.check)
        bar.addWidget(self.export)
        self.export.ensurePolished()
        bar.addStrut(self.export.sizeHint().height())  # the tab without this button is as high as the others
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
        records = QWidget()
        inner = QVBoxLayout(records)
        inner.setContentsMargins(0, 8, 0, 0)
        inner.setSpacing(8)
        inner.addWidget(self.shown)
        inner.addWidget(self.table, 1)
        QVBoxLayout(self.shift).setContentsMargins(0, 0, 0, 0)
        for tab, title in (
            (records, tr("Records")),
            (self.shift, tr("Shift")),
            (self.parts, tr("Parts")),
            (self.people, tr("People")),
            (self.places, tr("Places")),
            (self.gate, tr("Gate")),
        ):
            self.tabs.addTab(tab, title)
        column_of_parts.addWidget(self.tabs, 1)


def _map_of(workspace: Workspace, places: LocationHistoryLoader) -> _Map:
    """False calls over the newest registered board."""
    newest = next((i for i in workspace.repository.last_judgments(1)), None)
    item = None if newest is None else workspace.repository.item(newest.item_id)
    if item is None or item.inspection.registration_residual is None:
        return _Map(None, "", np.zeros((1, 1)))
    counts = places.false_calls(item.inspection.bundle_sha256, item.inspection.grid)
    kept = workspace.panels.open(panel_key(item.inspection))
    board = None if kept is None else kept.overview()
    if board is not None:
        step = max(max(board.shape[:2]) // _MAP_PX, 1)
        board = board[::step, ::step]
    return _Map(board, item.label, counts, PartNames(workspace.repository).of(item.inspection.bundle_sha256))


def _worded(found: ShiftStatistics) -> dict[str, tuple[str, str]]:
    """Value and note of each figure; every rate names its denominator."""
    boards = found.boards
    pace = "–" if found.seconds_per_board is None else seconds_text(found.seconds_per_board)
    calls, ppm = found.false_calls_per_board, found.false_call_ppm
    codes = ", ".join(f"{defect_word(code) or tr('no code')} {count}" for code, count in found.by_code[:3])
    rate = ""
    if calls is not None and ppm is not None:
        rate = tr(
            "{rate:.2f} a board; {ppm:,.0f} ppm of {boards:board|boards} judged", rate=calls, ppm=ppm, boards=boards
        )
    return {
        "boards": (
            grouped(boards),
            tr("{pace} a board; {flagged:,} flagged", pace=pace, flagged=found.flagged),
        ),
        "calls": (grouped(found.false_calls), rate),
        "defects": (
            grouped(found.defects),
            tr("{codes}; {escapes:,} of them passed by the machine", codes=codes, escapes=found.escapes)
            if found.defects
            else "",
        ),
        "machine": (_kappa(found.machine_kappa), tr("kappa over {boards:board|boards}", boards=boards)),
        "people": (
            _kappa(found.operator_kappa),
            tr("kappa over {boards:second opinion|second opinions}", boards=found.second_opinions),
        ),
    }


def _kappa(value: float | None) -> str:
    return "–" if value is None else f"{value:.2f}"
