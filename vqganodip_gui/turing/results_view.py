"""The results of an unblinded study: bars, verdict, table, the gallery by realism, and what can be taken away."""

from __future__ import annotations

from math import isnan
from typing import Final

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QIcon, QImage, QPixmap
from PySide6.QtWidgets import (
    QHBoxLayout,
    QLabel,
    QListView,
    QListWidget,
    QListWidgetItem,
    QTabWidget,
    QTreeWidget,
    QTreeWidgetItem,
    QVBoxLayout,
    QWidget,
)

from vqganodip.turing.analysis.results import StudyResults
from vqganodip.turing.analysis.wording import (
    NOT_AVAILABLE,
    interval_message,
    p_value,
    percent,
    planner_words,
    points,
    verdict_words,
)
from vqganodip_gui.i18n.engine_messages import translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.turing.audit_view import AuditView
from vqganodip_gui.turing.rate_bars import RateBars
from vqganodip_gui.widgets.guarded import GuardedButton

THUMB: Final = 160


class ResultsView(QWidget):
    """View of the results; exports are requested from the page."""

    action_requested = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.verdict = QLabel()
        self.verdict.setWordWrap(True)
        self.verdict.setObjectName("verdict")
        self.numbers = QLabel()
        self.numbers.setWordWrap(True)
        self.numbers.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self.planner = QLabel()
        self.planner.setWordWrap(True)
        self.planner.setObjectName("muted")
        self.bars = RateBars()
        legend = QLabel(
            tr("Whiskers: exact 95 % intervals; the mean with its t interval. Dashed: 50 %. Band: registered margin.")
        )
        legend.setObjectName("hint")
        self.table = QTreeWidget()
        self.table.setRootIsDecorated(False)
        self.table.setHeaderLabels(
            [
                tr("Participant"),
                tr("List"),
                tr("Right"),
                tr("Rate"),
                tr("95 % interval"),
                "p (Holm)",
                "d′",
                tr("Missing"),
                tr("Remarks"),
            ]
        )
        self.gallery = QListWidget()
        self.gallery.setViewMode(QListView.ViewMode.IconMode)
        self.gallery.setIconSize(QSize(THUMB, THUMB))
        self.gallery.setResizeMode(QListView.ResizeMode.Adjust)
        self.gallery.setMovement(QListView.Movement.Static)
        self.gallery.setSpacing(8)
        self.gallery.setWordWrap(True)
        self.tabs = QTabWidget()
        rates = QWidget()
        inside = QVBoxLayout(rates)
        inside.setContentsMargins(0, 8, 0, 0)
        inside.setSpacing(8)
        inside.addWidget(self.bars, 2)
        for part in (legend, self.planner):
            inside.addWidget(part)
        inside.addWidget(self.table, 1)
        self.tabs.addTab(rates, tr("Observers"))
        self.tabs.addTab(self.gallery, tr("Images by realism"))
        self.audit = AuditView()
        self.tabs.addTab(self.audit, tr("Leak audit"))
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        self.buttons: dict[str, GuardedButton] = {}
        for name, words in (("report", tr("Report…")), ("csv", tr("CSV…")), ("bids", tr("BIDS…"))):
            button = GuardedButton(words)
            button.clicked.connect(lambda _=False, asked=name: self.action_requested.emit(asked))
            self.buttons[name] = button
            buttons.addWidget(button)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(8)
        for part in (self.verdict, self.numbers):
            column.addWidget(part)
        column.addWidget(self.tabs, 1)
        column.addLayout(buttons)

    def show_results(self, results: StudyResults, thumbs: dict[str, QImage]) -> None:
        """Everything at once; thumbnails were made in a thread."""
        panel = results.group
        self.verdict.setText(translated(verdict_words(panel)))
        said = tr("{observers} observers, mean {mean}, SD {sample} points (ddof 1), {population} (ddof 0)")
        sample = "–" if panel.sd is None else points(panel.sd, 2)
        self.numbers.setText(
            said.format(
                observers=panel.observers,
                mean=percent(panel.mean, 2),
                sample=sample,
                population=points(panel.sd_population, 2),
            )
            + ". "
            + tr("Margin ±{margin} points, registered. {missing} of {trials} answers missing.").format(
                margin=f"{100 * panel.margin:g}", missing=results.missing, trials=results.trials
            )
        )
        self.planner.setText(
            translated(planner_words(panel.observers, panel.sd, panel.margin, results.power, results.observers_needed))
        )
        self.bars.set_results(results)
        self.table.clear()
        for one in results.observers:
            row = QTreeWidgetItem(
                [
                    one.participant,
                    one.list_id,
                    f"{one.answers.correct}/{one.answers.answered}",
                    percent(one.accuracy),
                    translated(interval_message(one.exact)),
                    _p_text(one.p_holm),
                    "–" if one.signal is None else f"{one.signal.d_prime:.2f}",
                    str(one.missing),
                    ", ".join(map(translated, one.flags)),
                ]
            )
            self.table.addTopLevelItem(row)
        for index in range(self.table.columnCount() - 1):
            self.table.resizeColumnToContents(index)
        self.gallery.clear()
        for image in results.images:
            kind = tr("computer") if image.fake else tr("photograph")
            text = tr("{kind}: taken for real by {real} of {all}").format(
                kind=kind, real=image.answered - image.answered_fake, all=image.answered
            )
            item = QListWidgetItem(text)
            if image.stimulus in thumbs:
                item.setIcon(QIcon(QPixmap.fromImage(thumbs[image.stimulus])))
            item.setSizeHint(QSize(THUMB + 56, THUMB + 40))
            self.gallery.addItem(item)


def _p_text(p: float | None) -> str:
    return translated(NOT_AVAILABLE) if p is None or isnan(p) else p_value(p)


__all__ = ["THUMB", "ResultsView"]
