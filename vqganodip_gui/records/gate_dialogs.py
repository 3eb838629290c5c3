"""Dialogs of the gate: learn a new one, and put one to a level with a signature."""

from __future__ import annotations

import threading
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Signal
from PySide6.QtWidgets import (
    QButtonGroup,
    QFileDialog,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QRadioButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vqganodip.errors import Message, VqganodipError, plain
from vqganodip.number_format import grouped, rounded_up
from vqganodip.records import GateLevel
from vqganodip.review.gate_labels import GateLabels
from vqganodip.review.gate_log import BLIND_SHARE, GateChange, why_no_filter
from vqganodip.review.gate_words import report_words
from vqganodip.scoring.region_gate import GateReport
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.widgets.dialog_form import ActionDialog
from vqganodip_gui.widgets.number_field import NumberField
from vqganodip_gui.widgets.plain_table import make_table
from vqganodip_gui.widgets.reason_dialog import ReasonDialog

if TYPE_CHECKING:
    from vqganodip.calibration.learn_gate import GateLearned
    from vqganodip.store.workspace import Workspace

_WIDTH: Final = 620
_BOARDS: Final = 0.6
"""Share of the work before the trees, as a rule of thumb."""


def labels_text(labels: GateLabels) -> str:
    """Sentences on the boards that a gate may learn from, and on why others do not enter."""
    text = tr(
        "Confirmed by two people or by quality: {defects:board|boards} with defects, {good:,} good.",
        defects=labels.defects,
        good=labels.good,
    )
    if not labels.left_out:
        return text
    reasons = [f"{grouped(count)} {translated(reason.words)}" for reason, count in sorted(labels.left_out.items())]
    return f"{text} {tr('Not entering: {reasons}.').format(reasons=', '.join(reasons))}"


def filter_text(report: GateReport) -> str:
    """``may filter``, or the reason why a gate may not."""
    against = why_no_filter(report)
    return tr("may filter") if against is None else translated(against)


class LevelDialog(ReasonDialog):
    """Dialog that puts a gate to a level: what it did on boards it had not learned from, level, blind share, reason.

    Args:
        gate: Hash of the gate.
        report: What it did.
        now: The change in force; None without one.
        parent: Parent widget.
    """

    def __init__(self, gate: str, report: GateReport, now: GateChange | None, parent: QWidget | None = None) -> None:
        self.gate, self._report = gate, report
        self._group = QButtonGroup()
        self.choices: dict[GateLevel, QRadioButton] = {}
        against = why_no_filter(report)
        levels = QVBoxLayout()
        levels.setSpacing(4)
        for level, text in (
            (GateLevel.SHADOW, tr("Shadow: its opinion is recorded, and no one sees it.")),
            (
                GateLevel.ADVICE,
                tr("Advice: regions that it clears come last and are grey. Every flagged board is judged."),
            ),
            (
                GateLevel.FILTER,
                tr("Filter: a flagged board whose every region it clears passes, with its score unchanged."),
            ),
        ):
            choice = QRadioButton(text)
            self._group.addButton(choice)
            self.choices[level] = choice
            levels.addWidget(choice)
        why = QLabel()
        why.setObjectName("warning")
        why.setWordWrap(True)
        if against is not None:
            self.choices[GateLevel.FILTER].setEnabled(False)
            why.setText(tr("It may not filter: {why}.").format(why=translated(against)))
        why.setVisible(against is not None)
        levels.addWidget(why)
        chosen = now.level if now is not None and now.gate == gate else GateLevel.SHADOW
        self.choices[chosen if self.choices[chosen].isEnabled() else GateLevel.SHADOW].setChecked(True)
        share = 100 * (now.share if now is not None and now.gate == gate else BLIND_SHARE)
        self.share = NumberField(0.1, 100.0, decimals=1, shown=0, value=share, suffix=" %")
        label = QLabel(tr("Of the boards that it clears, judged by a person all the same, unmarked:"))
        label.setWordWrap(True)
        label.setBuddy(self.share)
        row = QHBoxLayout()
        row.addWidget(label, 1)
        row.addWidget(self.share)
        hint = QLabel(tr("At least one board an hour. One NG among them puts the gate back to shadow at once."))
        hint.setObjectName("hint")
        hint.setWordWrap(True)
        text = tr("Gate {gate}, on boards that it had not learned from: {report}.")
        super().__init__(
            tr("Set the level of a gate"),
            text.format(gate=gate[:12], report=translated(report_words(report))),
            tr("Sign"),
            levels,
            row,
            hint,
            width=_WIDTH,
            parent=parent,
        )

    def level(self) -> GateLevel:
        """The chosen level."""
        return next(level for level, choice in self.choices.items() if choice.isChecked())


class LearningDialog(ActionDialog):
    """Dialog that learns a gate from the confirmed boards, and compares it with the one in force.

    Args:
        context: The context of the station.
        workspace: The workspace whose judgments count.
        bundle: Its model.
        labels: The boards that enter.
        parent: Parent widget.
    """

    learned = Signal(str, object)
    """Hash of a new gate, and what it did on boards that it had not learned from; it is stored, and in no level."""
    level_requested = Signal(str)

    _progressed = Signal(object, float)
    _noted = Signal(object)

    def __init__(
        self, context: Context, workspace: Workspace, bundle: Path, labels: GateLabels, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Learn a gate"), (tr("Learn"), tr("Set its level…")), parent)
        self._context, self._workspace, self._bundle = context, workspace, bundle
        self._stop = threading.Event()
        self.name = ""
        self.folder: Path | None = None
        self.message = QLabel(
            labels_text(labels) + " " + tr("Every board is judged by the trees that have not learned from it.")
        )
        self.place, self.status = QLabel(), QLabel()
        for label in (self.message, self.place, self.status):
            label.setWordWrap(True)
            label.setMinimumWidth(_WIDTH)
        self.place.setObjectName("muted")
        self.choose = QPushButton(tr("Locate…"))
        self.figures = make_table(("", tr("In force"), tr("New")), tr("Before and after"))
        self.figures.setMinimumHeight(170)
        self.figures.hide()
        self.bar = QProgressBar()
        self.bar.setTextVisible(False)
        self.bar.setRange(0, 1000)
        self.bar.hide()
        self.start, self.set_level = self.primary
        self.set_level.hide()
        row = QHBoxLayout()
        row.addWidget(self.place, 1)
        row.addWidget(self.choose)
        self.set_parts(self.message, row, self.figures, self.status, self.bar)
        self.choose.clicked.connect(self._ask_where)
        self.start.clicked.connect(self.learn)
        self.set_level.clicked.connect(self._go_on)
        self._progressed.connect(self._show_progress)
        self._noted.connect(self._show_note)
        self.set_folder(None)

    def set_folder(self, folder: Path | None) -> None:
        """Set the data set whose normal test boards are learned too; None for none."""
        self.folder = folder
        text = tr("Normal boards of a data set can be learned as well; none is chosen.")
        if folder is not None:
            text = tr("The normal test boards in {folder} are learned as well.").format(folder=folder)
        self.place.setText(text)

    def learn(self) -> None:
        """Learn a gate in a thread; nothing changes until quality puts it to a level."""
        workspace, bundle, folder = self._workspace, self._bundle, self.folder
        self.start.setEnabled(False)
        self.choose.setEnabled(False)
        self.close_button.setText(tr("Cancel"))
        self.status.clear()
        self.bar.show()

        def job() -> tuple[str, GateLearned]:
            from vqganodip.calibration.learn_gate import BoardDescribed, GateLearned, GateNote, learn_gate
            from vqganodip.scoring.gate_fit import GateStoppedError

            def grown(done: int, total: int) -> None:
                self._progressed.emit(plain(tr("Trees")), _BOARDS + (1 - _BOARDS) * done / max(total, 1))

            found: GateLearned | None = None
            events = learn_gate(workspace, bundle, data=folder, progress=grown, stop=self._stop.is_set)
            for event in events:
                if isinstance(event, BoardDescribed):
                    words = tr("Board {n} of {all}").format(n=grouped(event.done), all=grouped(event.total))
                    self._progressed.emit(plain(words), _BOARDS * event.done / max(event.total, 1))
                elif isinstance(event, GateNote):
                    self._noted.emit(event.text)
                elif isinstance(event, GateLearned):
                    found = event
            assert found is not None
            if self._stop.is_set():  # cancelled after the last tree: nothing is stored
                raise GateStoppedError("gate-stopped", "learning the gate was stopped", todo="Nothing has changed.")
            return workspace.gates.write(found.gate.dumps()), found

        self._context.tasks.act(job, self._show_result, self._fail)

    def reject(self) -> None:
        """Stop the work, if any, and close."""
        self._stop.set()
        super().reject()

    def _go_on(self) -> None:
        self.level_requested.emit(self.name)
        self.accept()

    def _show_progress(self, what: Message, share: float) -> None:
        self.bar.setValue(round(1000 * share))
        self.status.setText(translated(what))

    def _show_note(self, text: Message) -> None:
        self.message.setText(f"{self.message.text()}\n{translated(text)}")

    def _show_result(self, done: tuple[str, GateLearned]) -> None:
        if self._stop.is_set():  # the dialog was closed meanwhile; the gate is stored, and in no level
            return
        self.name, found = done
        report = found.gate.report
        self.learned.emit(self.name, report)
        self.bar.hide()
        self.close_button.setText(tr("Close"))
        for part in (self.start, self.choose, self.place):
            part.hide()
        self.figures.clear()
        for row in _compared(found.before, report if found.before is None else found.after):
            self.figures.addTopLevelItem(QTreeWidgetItem(list(row)))
        self.figures.setColumnHidden(1, found.before is None)
        for column in range(2):
            self.figures.resizeColumnToContents(column)
        self.figures.show()
        text = tr("Gate {gate} is stored, and in no level yet: {report}. It {filter}.")
        against = why_no_filter(report)
        may = tr("may filter") if against is None else tr("may not filter: {why}").format(why=translated(against))
        text = text.format(gate=self.name[:12], report=translated(report_words(report)), filter=may)
        if found.before is not None:
            text += " " + tr(
                "The table compares both gates, each under its own limit; the report sets the limit again without each "
                "board."
            )
        self.status.setText(text)
        self.set_level.show()
        self.fit_height()

    def _fail(self, error: Exception) -> None:
        if self._stop.is_set():
            return
        self.bar.hide()
        self.close_button.setText(tr("Close"))
        self.start.setEnabled(True)
        self.choose.setEnabled(True)
        if not isinstance(error, VqganodipError):
            raise error
        self.status.setText(format_error(error))
        self.fit_height()

    def _ask_where(self) -> None:
        chosen = QFileDialog.getExistingDirectory(self, tr("Folder of the labelled boards"))
        if chosen:
            self.set_folder(Path(chosen))


def _compared(before: GateReport | None, after: GateReport) -> list[tuple[str, str, str]]:
    """Rows of the comparison on the same boards: figure, gate in force, new gate."""

    def part(count: int, whole: int) -> str:
        return tr("{part} of {whole}").format(part=grouped(count), whole=grouped(whole))

    def figures(one: GateReport) -> tuple[str, str, str, str]:
        return (
            part(one.cleared, one.defects),
            f"{rounded_up(100 * one.bound, 1)} %",
            part(one.spared, one.looks),
            part(one.cleared_without_guard, one.defects),
        )

    names = (
        tr("Known defects cleared"),
        tr("At most, with 95 % confidence"),
        tr("Looks at good boards spared"),
        tr("Known defects cleared without the guard"),
    )
    old = ("", "", "", "") if before is None else figures(before)
    return list(zip(names, old, figures(after), strict=True))
