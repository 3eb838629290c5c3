"""Tab of the gate: its level, the gates learned here, and the boards that it passed, with pictures and reasons."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import (
    QGridLayout,
    QHBoxLayout,
    QLabel,
    QPushButton,
    QSplitter,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vqganodip import __version__
from vqganodip.errors import VqganodipError
from vqganodip.files import export_file
from vqganodip.number_format import grouped, rounded_up
from vqganodip.printable import printable
from vqganodip.records import GateLevel
from vqganodip.review.accounts import Permission
from vqganodip.review.gate_log import GateChange, GateLog, gate_in_force
from vqganodip.review.gate_words import region_words, report_words
from vqganodip.review.judgments import ReviewItem
from vqganodip.scoring.region_gate import GateReport, RegionGate
from vqganodip_gui.i18n import formatting
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.records.gate_data import BoardImages, GateData, read_gate_data, read_images
from vqganodip_gui.records.gate_dialogs import LearningDialog, LevelDialog, filter_text, labels_text
from vqganodip_gui.services.context import Context
from vqganodip_gui.threshold.board_preview import Thumb
from vqganodip_gui.widgets.guarded import GuardedButton
from vqganodip_gui.widgets.message_strip import MessageKind
from vqganodip_gui.widgets.plain_table import make_table

_NAME: Final = 12
"""Digits of a hash that are shown."""

_DATA: Final = Qt.ItemDataRole.UserRole


class GateView(QWidget):
    """Level and work of the gate of the model in use."""

    said = Signal(str, object)
    """A message for the page, and its kind."""
    review_requested = Signal(int)
    """Number of a board to show on the page Review."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._asked = 0
        self._new_gate = ""
        self.data: GateData | None = None
        self.board: ReviewItem | None = None
        self.state, self.labels, self.about = QLabel(), QLabel(), QLabel()
        self.alarm = QLabel()
        self.alarm.setObjectName("warning")
        self.labels.setObjectName("muted")
        self.labels.setToolTip(
            tr(
                "A second person confirms a board by a second opinion, whose share the review rules set, or, where the "
                "role allows it, by judging the board again. Quality confirms alone. A defect counts where everyone "
                "who confirms it marks its region as NG."
            )
        )
        self.reasons = QLabel()
        self.reasons.setObjectName("reasons")
        self.reasons.setAlignment(Qt.AlignmentFlag.AlignTop)
        for label in (self.state, self.alarm, self.labels, self.about, self.reasons):
            label.setWordWrap(True)
            label.setTextFormat(Qt.TextFormat.PlainText)
        self.learn = GuardedButton(tr("Learn a gate…"))
        self.set_level = GuardedButton(tr("Set the level…"))
        self.shadow = GuardedButton(tr("Back to shadow"))
        for button, right in (
            (self.learn, Permission.SET_GATE),
            (self.set_level, Permission.SET_GATE),
            (self.shadow, Permission.JUDGE),
        ):
            button.guard(context.login, right)
        self.gates = make_table(
            (tr("Gate"), tr("Learned"), tr("Defects cleared"), tr("At most (95 %)"), tr("Looks spared"), tr("Level")),
            tr("Gates"),
        )
        self.passed = make_table(
            (tr("Board"), tr("Score"), tr("Gate"), tr("Inspected"), tr("Judged")), tr("Passed boards")
        )
        self.thumbs = tuple(Thumb(name) for name in (tr("Original"), tr("Comparison"), tr("Difference")))
        self.open = QPushButton(tr("Show in Review"))
        self._lay_out()
        self.learn.clicked.connect(self.ask_learning)
        self.set_level.clicked.connect(lambda: self.ask_level(self.chosen_gate()))
        self.shadow.clicked.connect(self.back_to_shadow)
        self.gates.currentItemChanged.connect(lambda _now, _before: self._refresh_buttons())
        self.passed.currentItemChanged.connect(lambda _now, _before: self._show_board())
        self.passed.itemActivated.connect(lambda _item, _column: self._open_board())
        self.open.clicked.connect(self._open_board)
        self.show_data(None)

    def refresh(self) -> None:
        """Read everything again in a thread; only the newest request is shown."""
        workspace, bundle = self._context.workspace, self._context.bundle
        self._asked += 1
        asked = self._asked
        if workspace is None or bundle is None:
            self.show_data(None)
            return

        def done(data: GateData) -> None:
            if asked == self._asked:
                self.show_data(data)

        def failed(error: Exception) -> None:
            if asked == self._asked:
                self.show_data(None)
                self.said.emit(format_error(error), MessageKind.ERROR)

        self._context.tasks.run(lambda: read_gate_data(workspace, bundle), done, failed, reader=self)

    def show_data(self, data: GateData | None) -> None:
        """Show what was read; None while there is no model or no workspace."""
        before = self.board
        self.data = data
        change = None if data is None else data.in_force
        self.state.setText(_state_text(data))
        self.alarm.setText("" if change is None or change.alarm is None else translated(change.alarm))
        self.alarm.setVisible(bool(self.alarm.text()))
        self.labels.setText("" if data is None or data.labels is None else labels_text(data.labels))
        self._fill_gates(data)
        with QSignalBlocker(self.passed):
            self.passed.clear()
            for item in () if data is None else data.passed:
                row = QTreeWidgetItem(_passed_cells(item))
                row.setData(0, _DATA, item.item_id)
                self.passed.addTopLevelItem(row)
                if before is not None and before.item_id == item.item_id:
                    self.passed.setCurrentItem(row)
            _select_first(self.passed)
        for table in (self.gates, self.passed):
            for column in range(table.columnCount() - 1):
                table.resizeColumnToContents(column)
        self.about.setText(_about_text(data))
        self._show_board()
        self._refresh_buttons()

    def chosen_gate(self) -> str:
        """Hash of the selected gate; of the one in force without a selection."""
        row = self.gates.currentItem()
        if row is not None:
            return str(row.data(0, _DATA))
        change = None if self.data is None else self.data.in_force
        return "" if change is None else change.gate

    def ask_learning(self) -> LearningDialog | None:
        """Open the dialog that learns a gate."""
        workspace, bundle, data = self._context.workspace, self._context.bundle, self.data
        if workspace is None or bundle is None or data is None or data.labels is None:
            return None
        dialog = LearningDialog(self._context, workspace, bundle, data.labels, self)
        dialog.learned.connect(self._learned)
        dialog.level_requested.connect(self.ask_level)
        dialog.open()
        return dialog

    def ask_level(self, name: str) -> LevelDialog | None:
        """Open the dialog that puts a gate to a level."""
        workspace = self._context.workspace
        if workspace is None or not name:
            return None
        try:
            learned = RegionGate.loads(workspace.gates.read(name))
        except VqganodipError as error:
            self.said.emit(format_error(error), MessageKind.ERROR)
            return None
        dialog = LevelDialog(name, learned.report, None if self.data is None else self.data.in_force, self)
        dialog.accepted.connect(partial(self._sign_level, dialog, learned.report))
        dialog.open()
        return dialog

    def back_to_shadow(self) -> None:
        """Put the gate in force back to shadow."""
        self._sign(lambda log: log.back_to_shadow())

    def save_pdf(self, path: Path) -> None:
        """Print the listed boards with pictures and reasons to a PDF file."""
        data, workspace, bundle, context = self.data, self._context.workspace, self._context.bundle, self._context
        if data is None or workspace is None or bundle is None:
            return

        def job() -> list[tuple[ReviewItem, BoardImages | None]]:
            context.login.require(Permission.EXPORT)
            return [(item, read_images(workspace, item)) for item in data.passed]

        def done(boards: list[tuple[ReviewItem, BoardImages | None]]) -> None:
            from vqganodip.reports.document import imprint
            from vqganodip_gui.records.gate_pdf import gate_pdf

            model = str(context.name_of(bundle))
            foot = imprint(model, data.bundle_sha256, datetime.now(UTC), __version__)
            try:
                export_file(path, gate_pdf(boards, data.total, self.state.text(), model, foot))
            except VqganodipError as error:
                failed(error)
                return
            self.said.emit(tr("Written to {path}").format(path=path), MessageKind.DONE)

        def failed(error: Exception) -> None:
            self.said.emit(format_error(error), MessageKind.ERROR)

        context.tasks.act(job, done, failed)

    def _sign_level(self, dialog: LevelDialog, report: GateReport) -> None:
        level, reason, share = dialog.level(), dialog.reason.value(), dialog.share.value() / 100
        self._sign(lambda log: log.activate(dialog.gate, report, level, reason=reason, share=share))

    def _sign(self, act: Callable[[GateLog], GateChange]) -> None:
        """Change a level as the person who is logged in; the engine checks the right and the reason."""
        workspace, bundle, context = self._context.workspace, self._context.bundle, self._context
        if workspace is None or bundle is None:
            return
        who, station = context.login, context.settings.text("station")
        name, role = who.name, who.acting_role

        def job() -> GateChange:
            from vqganodip.bundles.archive import open_bundle

            sha256 = open_bundle(bundle).sha256
            return act(GateLog(workspace.repository, sha256, operator=name, role=role, station=station))

        def done(change: GateChange) -> None:
            text = tr("Gate {gate} is in {level} from the next board on: entry {n} of the audit trail.")
            words = {"gate": change.gate[:_NAME], "level": formatting.level_word(change.level), "n": change.record_id}
            self.said.emit(text.format(**words), MessageKind.DONE)
            context.gate_changed.emit()

        def failed(error: Exception) -> None:
            self.said.emit(format_error(error), MessageKind.ERROR)

        context.tasks.act(job, done, failed)

    def _learned(self, name: str, _report: GateReport) -> None:
        self._new_gate = name  # selected once it is listed
        self._context.gate_changed.emit()

    def _fill_gates(self, data: GateData | None) -> None:
        before = self.gates.currentItem()
        chosen = self._new_gate or ("" if before is None else str(before.data(0, _DATA)))
        with QSignalBlocker(self.gates):
            self.gates.clear()
            for one in () if data is None else data.gates:
                cells = [one.name[:_NAME], *_gate_cells(one.gate, one.error)]
                cells[-1] = _level_cell(one.name, one.gate, data, cells[-1])
                row = QTreeWidgetItem(cells)
                row.setData(0, _DATA, one.name)
                row.setToolTip(5, cells[-1])
                self.gates.addTopLevelItem(row)
                if one.name == chosen:
                    self._new_gate = ""
                    self.gates.setCurrentItem(row)
            _select_first(self.gates)

    def _refresh_buttons(self) -> None:
        data = self.data
        change = None if data is None else data.in_force
        self.learn.setEnabled(data is not None and data.labels is not None)
        self.set_level.setEnabled(bool(self.chosen_gate()))
        self.shadow.setEnabled(change is not None and change.level is not GateLevel.SHADOW)

    def _show_board(self) -> None:
        """Show the selected board: its pictures, and the reasons of each region."""
        row, data, workspace = self.passed.currentItem(), self.data, self._context.workspace
        number = None if row is None else row.data(0, _DATA)
        self.board = next((i for i in data.passed if i.item_id == number), None) if data is not None else None
        item = self.board
        self.open.setEnabled(item is not None)
        self.reasons.setText("" if item is None else reasons_text(item))
        for thumb in self.thumbs:
            thumb.show_image(None)
            thumb.setVisible(item is not None)
        if item is None or workspace is None:
            return

        def done(images: BoardImages | None) -> None:
            if self.board is not item:
                return
            if images is None:
                self.reasons.setText(
                    f"{tr('The pictures of this board are not in the workspace.')}\n{reasons_text(item)}"
                )
                return
            for thumb, image in zip(self.thumbs, (images.original, images.comparison, images.difference), strict=True):
                thumb.show_image(image)

        self._context.tasks.run(lambda: read_images(workspace, item), done, reader=self)

    def _open_board(self) -> None:
        if self.board is not None:
            self.review_requested.emit(self.board.item_id)

    def _lay_out(self) -> None:
        texts = QVBoxLayout()
        texts.setSpacing(4)
        for label in (self.state, self.alarm, self.labels):
            texts.addWidget(label)
        head = QGridLayout()
        head.addLayout(texts, 0, 0, 1, 1)
        buttons = QHBoxLayout()
        for button in (self.learn, self.set_level, self.shadow):
            buttons.addWidget(button)
        head.addLayout(buttons, 0, 1, Qt.AlignmentFlag.AlignTop)
        head.setColumnStretch(0, 1)
        self.gates.setMaximumHeight(118)
        left, right = QWidget(), QWidget()
        _column(left, self.about, self.passed)
        pictures = QHBoxLayout()
        for thumb in self.thumbs:
            pictures.addWidget(thumb)
        column = QVBoxLayout(right)
        column.setContentsMargins(0, 0, 0, 0)
        column.addLayout(pictures, 1)
        column.addWidget(self.reasons)
        column.addWidget(self.open, 0, Qt.AlignmentFlag.AlignRight)
        split = QSplitter(Qt.Orientation.Horizontal)
        split.addWidget(left)
        split.addWidget(right)
        split.setStretchFactor(0, 2)
        split.setStretchFactor(1, 3)
        split.setChildrenCollapsible(False)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 8, 0, 0)
        whole.setSpacing(8)
        whole.addLayout(head)
        whole.addWidget(self.gates)
        whole.addWidget(split, 1)


def reasons_text(item: ReviewItem) -> str:
    """The reasons for which a gate cleared the regions of a board, one line each."""
    gate = item.inspection.gate
    shown = max(len(item.inspection.shown_regions), 1)
    opinions = () if gate is None else gate.regions[:shown]
    lines = [
        tr("Region {n}: {reason}").format(n=number, reason=translated(region_words(one)))
        for number, one in enumerate(opinions, start=1)
    ]
    return "\n".join(lines) or tr("No region stands out from normal boards.")


def _select_first(table: QTreeWidget) -> None:
    """Select the first row of a table without a selection."""
    first = table.topLevelItem(0)
    if table.currentItem() is None and first is not None:
        table.setCurrentItem(first)


def _column(place: QWidget, label: QLabel, table: QTreeWidget) -> None:
    column = QVBoxLayout(place)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(4)
    column.addWidget(label)
    column.addWidget(table, 1)


def _state_text(data: GateData | None) -> str:
    """The level in force, since when and by whom, and what the gate did."""
    if data is None:
        return tr("A gate belongs to a model: choose the model bundle that inspects here.")
    change = data.in_force
    if change is None and data.labels is None:
        return tr("This product lies in free position: places of its boards do not compare, so there is no gate.")
    if change is None:
        return tr(
            "No gate is in force. A gate learns from confirmed judgments which flagged boards are false calls; learn "
            "one, watch it in shadow, and let it pass boards once it has cleared no known defect."
        )
    text = tr("Gate {gate} is in {level}, since {when}, by {who}: {report}.")
    who = printable(change.operator) or tr("itself")
    words = {
        "gate": change.gate[:_NAME],
        "level": formatting.level_word(change.level),
        "when": formatting.local_minute(change.changed_at),
        "who": who,
        "report": translated(report_words(change.report)),
    }
    return text.format(**words)


def _about_text(data: GateData | None) -> str:
    """The number of boards that gates passed, and the share that a person judges all the same."""
    if data is None:
        return ""
    text = tr("Passed although flagged: {count:board|boards}.", count=data.total)
    if data.total > len(data.passed):
        text = tr("Passed although flagged: {count:board|boards}; the newest are listed.", count=data.total)
    change = data.in_force
    if change is not None and change.level is GateLevel.FILTER:
        share = f"{100 * change.share:g}"
        text += " " + tr("{share} % of what it clears is judged by a person, unmarked.").format(share=share)
    return text


def _gate_cells(gate: RegionGate | None, error: VqganodipError | None) -> list[str]:
    if gate is None:
        return ["", "", "", "", "" if error is None else format_error(error, place=False)]
    report, part = gate.report, tr("{part} of {whole}")
    return [
        formatting.local_minute(gate.learned_at),
        part.format(part=grouped(report.cleared), whole=grouped(report.defects)),
        f"{rounded_up(100 * report.bound, 1)} %",
        part.format(part=grouped(report.spared), whole=grouped(report.looks)),
        "",
    ]


def _level_cell(name: str, gate: RegionGate | None, data: GateData | None, error: str) -> str:
    """Level of a gate, and whether it may filter."""
    if gate is None:
        return error
    change = gate_in_force(() if data is None else data.changes)
    words = filter_text(gate.report)
    return f"{formatting.level_word(change.level)}; {words}" if change is not None and change.gate == name else words


def _passed_cells(item: ReviewItem) -> list[str]:
    inspection = item.inspection
    judged = "" if item.judgment is None else tr(formatting.JUDGMENT_WORDS[item.judgment.kind])
    return [
        item.label,
        formatting.score_of(inspection),
        inspection.cleared_by[:_NAME],
        inspection.inspected_at.astimezone().strftime("%Y-%m-%d %H:%M"),
        judged,
    ]
