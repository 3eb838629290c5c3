"""Form of the sensitivity of parts: levels, the known defects that would be missed with them, and the signature."""

from __future__ import annotations

import json
import threading
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Final

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import (
    QAbstractItemView,
    QComboBox,
    QCompleter,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QProgressBar,
    QPushButton,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vqganodip.errors import VqganodipError
from vqganodip.number_format import grouped
from vqganodip.placement.record import PlacementRecord
from vqganodip.placement.sensitivity import Level, Rule, SensitivityRecord, sensitivity_of
from vqganodip.printable import printable
from vqganodip.review.accounts import Permission
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.widgets.guarded import GuardedButton
from vqganodip_gui.widgets.plain_table import make_table

if TYPE_CHECKING:
    from vqganodip.calibration.sensitivity_check import SensitivityCheck
    from vqganodip_gui.parts.draft import Target

_REFRESH_MS: Final = 200


@dataclass
class _Check:
    """A check under way or ended.

    Attributes:
        digest: The sensitivity that it is about.
        state: Its state, written by the thread.
        ended: True once all boards are done.
    """

    digest: str
    stop: threading.Event
    state: SensitivityCheck | None = None
    ended: bool = False


class SensitivityForm(QWidget):
    """Levels of parts and packages of one model; they come into force by a signature, and by the fit after it.

    Args:
        context: The context of the station.
        parent: Parent widget.
    """

    chosen = Signal(list)
    """Names of the parts that the selected level is about."""
    signed = Signal(object)
    """The sensitivity that was signed."""

    def __init__(self, context: Context, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._target: Target | None = None
        self._placement: PlacementRecord | None = None
        self._kept: SensitivityRecord | None = None
        self._rules: dict[tuple[bool, str], Rule] = {}
        self._check: _Check | None = None
        self._writable = True
        self.hint = _wrapped("muted")
        self.hint.setText(
            tr(
                "Strict counts what is found on a part 1.5-fold, loose by half; ignored parts are not inspected. The "
                "model then judges again only after a new fit."
            )
        )
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.setInsertPolicy(QComboBox.InsertPolicy.NoInsert)
        self.name.setAccessibleName(tr("Part or package"))
        self.name.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.name.setMinimumContentsLength(12)
        completer = self.name.completer()
        assert completer is not None
        completer.setCompletionMode(QCompleter.CompletionMode.PopupCompletion)
        self.level = QComboBox()
        self.level.setAccessibleName(tr("Level"))
        for level in Level:
            self.level.addItem(_words()[level], level)
        self.level.setCurrentIndex(self.level.findData(Level.LOOSE))
        self.set_button = _plain(tr("Set"))
        self.table = make_table((tr("Part or package"), tr("Level"), tr("Parts")), tr("Levels"))
        self.table.setSelectionMode(QAbstractItemView.SelectionMode.ExtendedSelection)
        self.remove = _plain(tr("Remove level"))
        self.check_button = _plain(tr("Check known defects"))
        self.check_button.setToolTip(
            tr("Inspects the boards of the fit with known defects on these parts, at the present threshold")
        )
        self.bar = QProgressBar()
        self.bar.setFormat("%v / %m")
        self.outcome = _wrapped("")
        self.missed = QPlainTextEdit()
        self.missed.setReadOnly(True)
        self.missed.setAccessibleName(tr("Known defects that would be missed"))
        self.missed.setFixedHeight(84)
        self.reason = QLineEdit()
        self.reason.setPlaceholderText(tr("Reason"))
        self.reason.setAccessibleName(tr("Reason"))
        self.warning = _wrapped("warning")
        self.sign = GuardedButton(tr("Sign"))
        self.sign.setAutoDefault(False)
        self.sign.guard(context.login, Permission.MAKE_MODELS)
        self._timer = QTimer(self)
        self._timer.setInterval(_REFRESH_MS)
        self._timer.timeout.connect(self._refresh)
        self._lay_out()
        self.set_button.clicked.connect(self.set_level)
        self.remove.clicked.connect(self._remove)
        self.check_button.clicked.connect(self.check)
        self.table.itemSelectionChanged.connect(self._tell)
        self.reason.textChanged.connect(self._refresh)
        self.sign.clicked.connect(self._sign)
        self._refresh()

    # what the dialog says

    def open(self, target: Target, kept: SensitivityRecord | None, *, writable: bool) -> None:
        """Show the levels of a model.

        Args:
            target: The model.
            kept: Its sensitivity.
            writable: False for the model that ships with the program, which stays as it is.
        """
        self._target, self._kept, self._writable = target, kept, writable
        self._rules = {} if kept is None else {(one.of_package, one.name.casefold()): one for one in kept.rules}
        self._refresh()

    def show_placement(self, record: PlacementRecord | None) -> None:
        """Offer the parts of the placement in force; None without one."""
        if record != self._placement:
            self._placement = record
            self._offer()
        self._refresh()

    def choose_part(self, ref_des: str) -> None:
        """Take a part that was clicked in the picture."""
        wanted = [
            number for number in range(self.name.count()) if tuple(self.name.itemData(number)) == (False, ref_des)
        ]
        self.name.setCurrentIndex(wanted[0] if wanted else -1)

    # what the engineer does

    def set_level(self) -> None:
        """Give the chosen part or package the chosen level."""
        found = self.name.findText(self.name.currentText(), Qt.MatchFlag.MatchFixedString)
        if found < 0:
            self.warning.setText(tr("There is no such part or package: {name}").format(name=self.name.currentText()))
            self.warning.show()
            return
        of_package, name = self.name.itemData(found)
        self._rules[of_package, name.casefold()] = Rule(of_package, name, Level(self.level.currentData()))
        self._refresh()

    def check(self) -> None:
        """Inspect the boards of the fit with known defects on loosened and ignored parts."""
        from vqganodip.calibration.sensitivity_check import check_known_defects

        record, target = self.wanted(), self._target
        if record is None or target is None:
            return
        self.stop()
        under_way, data = _Check(record.digest, threading.Event()), self._labelled_boards(target)
        self._check = under_way

        def work() -> None:
            for state in check_known_defects(target.bundle, record, data=data, stop=under_way.stop.is_set):
                under_way.state = state

        def done(_none: None) -> None:
            under_way.ended = not under_way.stop.is_set()
            self._timer.stop()
            self._refresh()

        def failed(error: Exception) -> None:
            self._check = None
            self._timer.stop()
            self._refresh()
            self.warning.setText(format_error(error))
            self.warning.show()

        self._timer.start()
        self._refresh()
        self._context.tasks.run(work, done, failed, reader=self)

    def stop(self) -> None:
        """End a check that is under way."""
        if self._check is not None:
            self._check.stop.set()

    def wanted(self) -> SensitivityRecord | None:
        """The sensitivity of the levels in the list; None without a placement, or for a part that it does not have."""
        if self._placement is None:
            return None
        try:
            return sensitivity_of(
                self._rules.values(),
                self._placement,
                signed_by=self._context.login.name,
                reason=self.reason.text().strip(),
            )
        except VqganodipError:
            return None

    # work

    def _labelled_boards(self, target: Target) -> Path | None:
        """The folder of the labelled boards, where the user has set another one on the page Threshold."""
        with suppress(ValueError, KeyError, TypeError, AttributeError):
            folders = json.loads(self._context.settings.text("calibration_folders"))
            return Path(folders[target.bundle.files["scores"][1]])
        return None

    def _sign(self) -> None:
        from vqganodip.bundles.sensitivity import set_sensitivity

        record, target, context = self.wanted(), self._target, self._context
        if record is None or target is None:
            return
        try:
            context.login.require(Permission.MAKE_MODELS)
        except VqganodipError as error:
            self.warning.setText(format_error(error))
            self.warning.show()
            return
        workspace, operator = context.workspace, context.login.name
        signed = SensitivityRecord(record.grid, record.rules, record.parts, record.kept, operator, record.reason)

        def work() -> None:
            set_sensitivity(target.bundle, signed)
            if workspace is not None:
                workspace.repository.put_sensitivity(target.bundle.sha256, signed, operator)

        def done(_none: None) -> None:
            self.setEnabled(True)
            self._kept = signed
            self._refresh()
            self.signed.emit(signed)

        def failed(error: Exception) -> None:
            self.setEnabled(True)
            self.warning.setText(format_error(error))
            self.warning.show()

        self.setEnabled(False)
        context.tasks.act(work, done, failed)

    def _remove(self) -> None:
        for item in self.table.selectedItems():
            self._rules.pop(_key(item), None)
        self._refresh()

    # display

    def _offer(self) -> None:
        self.name.clear()
        record = self._placement
        laid = [] if record is None else [one.part for one in record.laid() if not one.part.fiducial]
        packages = sorted({part.package for part in laid if part.package})
        for package in packages:
            self.name.addItem(tr("{package} (all)").format(package=printable(package)), (True, package))
        for part in laid:
            self.name.addItem(printable(part.ref_des), (False, part.ref_des))

    def _tell(self) -> None:
        self.remove.setEnabled(bool(self.table.selectedItems()))
        keys = [_key(item) for item in self.table.selectedItems()]
        self.chosen.emit([name for key in keys for name in self._parts_of(key)])

    def _parts_of(self, key: tuple[bool, str]) -> list[str]:
        record = self._placement
        laid = () if record is None else record.laid()
        named = ((one.part.package if key[0] else one.part.ref_des, one.part.ref_des) for one in laid)
        return [ref_des for name, ref_des in named if name.casefold() == key[1]]

    def _refresh(self) -> None:
        record, kept = self.wanted(), self._kept
        self._list()
        before = "" if kept is None else kept.digest
        changed = record is not None and record.digest != before
        loosened = record is not None and bool(record.loosened)
        check = self._check if self._check is not None and record and self._check.digest == record.digest else None
        known = self._target is not None and "scores" in self._target.bundle
        under_way = check is not None and not check.ended and not check.stop.is_set()
        self.set_button.setEnabled(self._placement is not None)
        self.remove.setEnabled(bool(self.table.selectedItems()))
        self.check_button.setEnabled(changed and loosened and known and not under_way)
        self.bar.setVisible(under_way)
        if check is not None and check.state is not None:
            self.bar.setRange(0, max(check.state.of, 1))
            self.bar.setValue(check.state.seen)
        missed = () if check is None or check.state is None else check.state.missed
        self.missed.setVisible(bool(missed))
        lines = "\n".join(f"{one.image}: {', '.join(one.parts) or '?'}" for one in missed)
        if self.missed.toPlainText() != lines:
            self.missed.setPlainText(lines)
        checked = check is not None and check.ended
        self.outcome.setText(self._outcome(check, changed=changed, loosened=loosened, known=known))
        self.outcome.setVisible(bool(self.outcome.text()))
        self.reason.setVisible(changed)
        self.warning.setVisible(False)
        unchecked = loosened and check is not None and check.state is not None and check.state.absent > 0
        reasoned = bool(self.reason.text().strip()) or not (missed or unchecked)
        ready = changed and (not loosened or not known or checked) and reasoned
        self.sign.setEnabled(ready and self._writable)

    def _outcome(self, check: _Check | None, *, changed: bool, loosened: bool, known: bool) -> str:
        if self._placement is None:
            return tr("Accept names of parts first.")
        if not self._writable:
            return tr("The model that ships with the program stays as it is.")
        if not changed:
            return self._in_force()
        if not loosened:
            return tr("No part counts less than usual: no known defect can be missed by it.")
        if not known:
            return tr("This model was fitted without defects, so none can be checked.")
        if check is None or check.state is None:
            return tr("Check first which known defects would be missed.")
        state = check.state
        text = tr(
            "Known defects on these parts: {boards:board|boards}; would be missed: {missed}",
            boards=len(state.boards),
            missed=grouped(len(state.missed)),
        )
        if state.absent:
            text += "\n" + tr("{count:image|images} of the fit missing or changed: not checked", count=state.absent)
        return text

    def _in_force(self) -> str:
        kept, target = self._kept, self._target
        if kept is None or target is None:
            return ""
        text = tr("Signed by {name}").format(name=printable(kept.signed_by)) if kept.signed_by else ""
        return f"{text}: {printable(kept.reason)}" if kept.reason and text else text

    def _list(self) -> None:
        rows = [(key, rule) for key, rule in sorted(self._rules.items())]
        shown = [self.table.topLevelItem(i) for i in range(self.table.topLevelItemCount())]
        now = [(_key(item), item.text(1)) for item in shown if item is not None]
        if now == [(key, _words()[rule.level]) for key, rule in rows]:
            return
        self.table.clear()
        for key, rule in rows:
            name = tr("{package} (all)").format(package=rule.name) if rule.of_package else rule.name
            count = grouped(len(self._parts_of(key)))
            item = QTreeWidgetItem([printable(name), _words()[rule.level], count])
            item.setData(0, Qt.ItemDataRole.UserRole, key)
            self.table.addTopLevelItem(item)
        for column in range(2):
            self.table.resizeColumnToContents(column)

    def _lay_out(self) -> None:
        first, below, end = QHBoxLayout(), QHBoxLayout(), QHBoxLayout()
        first.addWidget(self.name, 1)
        first.addWidget(self.level)
        first.addWidget(self.set_button)
        below.addWidget(self.check_button)
        below.addWidget(self.remove)
        below.addStretch(1)
        end.addWidget(self.reason, 1)
        end.addStretch(0)
        end.addWidget(self.sign)
        for number in range(2):
            self.table.resizeColumnToContents(number)
        column = QVBoxLayout(self)
        column.setSpacing(8)
        column.addWidget(self.hint)
        column.addLayout(first)
        column.addWidget(self.table, 1)
        column.addLayout(below)
        for widget in (self.bar, self.outcome, self.missed, self.warning):
            column.addWidget(widget)
        column.addLayout(end)


def _key(item: QTreeWidgetItem) -> tuple[bool, str]:
    """The rule that a row is about."""
    of_package, name = item.data(0, Qt.ItemDataRole.UserRole)
    return bool(of_package), str(name)


def _wrapped(style: str) -> QLabel:
    label = QLabel()
    label.setObjectName(style)
    label.setWordWrap(True)
    return label


def _plain(text: str) -> QPushButton:
    button = QPushButton(text)
    button.setAutoDefault(False)
    return button


def _words() -> dict[Level, str]:
    return {
        Level.STRICT: tr("strict"),
        Level.NORMAL: tr("normal"),
        Level.LOOSE: tr("loose"),
        Level.IGNORED: tr("ignored"),
    }
