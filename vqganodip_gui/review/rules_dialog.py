"""Dialog for the review rules: second opinions, hidden probes, verdict first, alarms."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtWidgets import (
    QCheckBox,
    QFormLayout,
    QLabel,
    QWidget,
)

from vqganodip.errors import VqganodipError
from vqganodip.review.accounts import Permission
from vqganodip.review.process_alarms import ALARM_BOARDS
from vqganodip.review.rules import HIGHEST_PROBE_RATE, ReviewRules
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context
from vqganodip_gui.widgets.dialog_form import FormDialog
from vqganodip_gui.widgets.number_field import NumberField


class ReviewRulesDialog(FormDialog):
    """Form of the active rules; an error is shown in place."""

    def __init__(self, rules: ReviewRules, keep: Callable[[ReviewRules], None], parent: QWidget | None = None) -> None:
        super().__init__(tr("Review rules"), parent, ok=tr("Activate"))
        self._keep = keep
        self._rules = rules
        self.message = QLabel(tr("These rules apply to everyone in this workspace, from the next board on."))
        self.message.setWordWrap(True)
        self.message.setMinimumWidth(520)
        self.second = _per_cent(rules.second_share, 1.0)
        self.probes = _per_cent(rules.probe_rate, HIGHEST_PROBE_RATE)
        self.verdict_first = QCheckBox(tr("Verdict first: score, regions and difference appear after the judgment"))
        self.verdict_first.setChecked(rules.verdict_first)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.setVerticalSpacing(4)
        form.addRow(tr("Boards that a second person judges"), self.second)
        form.addRow(_note(tr("Drawn by a hash of the board. The second person does not see the first judgment.")))
        form.addRow(tr("Hidden probes"), self.probes)
        form.addRow(
            _note(
                tr(
                    "Boards confirmed by two people or by quality return in the queue without a sign. The answers are "
                    "records of their own and never change a board."
                )
            )
        )
        form.addRow(self.verdict_first)
        self.false_calls = _per_cent(rules.alarm_false_calls, 1.0)
        self.defects = _per_cent(rules.alarm_defects, 1.0)
        form.addRow(tr("Alarm from this share of false calls"), self.false_calls)
        form.addRow(tr("Alarm from this share of defects"), self.defects)
        form.addRow(_note(tr("Over the last {n} boards; 0 turns the alarm off.").format(n=ALARM_BOARDS)))
        self.kept = _note("")
        self.kept.setVisible(bool(rules.set_by))
        if rules.set_by:
            self.kept.setText(
                tr("Set by {who}, {when}.").format(who=rules.set_by, when=rules.set_at[:16].replace("T", " "))
            )
        self.set_parts(self.message, form, self.kept)

    def accept(self) -> None:
        try:
            self._keep(
                replace(
                    self._rules,
                    second_share=self.second.value() / 100,
                    probe_rate=self.probes.value() / 100,
                    verdict_first=self.verdict_first.isChecked(),
                    alarm_false_calls=self.false_calls.value() / 100,
                    alarm_defects=self.defects.value() / 100,
                )
            )
        except VqganodipError as error:
            self.message.setText(format_error(error))
            return
        super().accept()


def ask_rules(context: Context, parent: QWidget | None = None) -> bool:
    """Edit the rules of the open workspace; False if nothing was changed."""
    from vqganodip.review.rules import read_rules, set_rules

    workspace, login = context.workspace, context.login
    if workspace is None:
        return False
    repository = workspace.repository

    def keep(rules: ReviewRules) -> None:
        login.require(Permission.SET_RULES)
        set_rules(
            repository,
            rules,
            last_record=next((judgment.record_id for judgment in repository.last_judgments(1)), 0),
            operator=login.name,
            role=login.role,
        )

    return bool(ReviewRulesDialog(read_rules(repository), keep, parent).exec())


def _per_cent(share: float, highest: float) -> NumberField:
    field = NumberField(0, round(100 * highest), value=round(100 * share), suffix=" %")
    field.setMaximumWidth(90)
    return field


def _note(text: str) -> QLabel:
    label = QLabel(text)
    label.setObjectName("hint")
    label.setWordWrap(True)
    return label
