"""Note over the pictures where the threshold flags most good boards, or rests on no known defect: what that means."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import Final

from PySide6.QtCore import QObject, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QToolButton, QWidget

from vqganodip.errors import Message, VqganodipError
from vqganodip.review.repository import Repository
from vqganodip_gui.i18n.engine_messages import translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.context import Context

_MOST: Final = 0.5
_FEW: Final = 10
"""Boards in the queue below which their share means little."""


@dataclass(frozen=True, slots=True)
class Flagging:
    """Labelled boards of the calibration under the active threshold.

    Attributes:
        missed: Known defects below it; None if no defect is known.
        flagged: Known good boards that it flags.
        good: All known good boards.
        promise: What the threshold promises that was set on normal boards only; None if defects are known.
    """

    missed: int | None
    flagged: int
    good: int
    promise: Message | None = None


def read_flagging(bundle: Path, repository: Repository) -> Flagging | None:
    """Read calibration and threshold log; None without a calibration. Not for the GUI thread."""
    from vqganodip.calibration.normal_calibration import NormalCalibration, open_any_calibration
    from vqganodip.review.threshold_log import active_change

    try:
        found = open_any_calibration(bundle)
        active = active_change(repository.threshold_changes(), found.bundle_sha256)
    except VqganodipError:
        return None  # # the inspection says what is wrong with the bundle
    threshold = found.bundle_threshold if active is None else active.value
    if isinstance(found, NormalCalibration):
        return Flagging(None, found.flagged(threshold), len(found.scores), found.promise(threshold))
    counts = found.counts(threshold)
    return Flagging(counts.fn if counts.fn + counts.tp else None, counts.fp, counts.fp + counts.tn)


def sentence(flagging: Flagging | None, flagged: int, total: int) -> str:
    """The note; empty where the threshold flags few and rests on known defects.

    Args:
        flagging: The labelled boards; None if unknown.
        flagged: Flagged boards of the workspace.
        total: All its boards.
    """
    said = _about_most(flagging, flagged, total)
    if flagging is None or flagging.promise is None:
        return said
    return f"{translated(flagging.promise)} {said}".strip()


def _about_most(flagging: Flagging | None, flagged: int, total: int) -> str:
    """Sentence on a threshold that flags most boards; empty where it flags few."""
    order = tr("The highest scores come first: judge from the top.")
    if flagging is not None and flagging.flagged > _MOST * flagging.good:
        missed, counts = flagging.missed, {"flagged": flagging.flagged, "good": flagging.good}
        most = tr("This threshold flags most good boards: {flagged:,} of {good:,} known ones.", **counts)
        zero = tr(
            "This threshold misses no known defect, and so it flags most good boards too: {flagged:,} of {good:,} "
            "known ones.",
            **counts,
        )
        return f"{zero if missed == 0 else most} {order}"
    if total >= _FEW and flagged > _MOST * total:
        return (
            tr("This threshold flags most boards: {flagged:,} of {total:,}.", flagged=flagged, total=total)
            + f" {order}"
        )
    return ""


class FlaggingReader(QObject):
    """Reader of the boards that the active threshold flags, whenever workspace, bundle or threshold change."""

    changed = Signal()

    def __init__(self, context: Context, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._context = context
        self._request = 0
        self.flagging: Flagging | None = None
        self.closed = ""
        """The sentence that was closed; it stays closed until it is another one."""
        context.workspace_opened.connect(self.read)
        context.sources_changed.connect(self.read)
        context.threshold_changed.connect(self.read)

    def read(self) -> None:
        """Read again, off the GUI thread."""
        bundle, workspace = self._context.bundle, self._context.workspace
        self._request += 1
        number = self._request
        if bundle is None or workspace is None:
            self._take(None)
            return
        repository = workspace.repository

        def done(found: Flagging | None) -> None:
            if number == self._request:
                self._take(found)

        self._context.tasks.run(lambda: read_flagging(bundle, repository), done, lambda _error: None)

    def _take(self, found: Flagging | None) -> None:
        self.flagging = found
        self.changed.emit()


class ThresholdNote(QWidget):
    """One or two lines over the pictures, which can be closed."""

    closed = Signal(str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("noteBar")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.text = QLabel()
        self.text.setWordWrap(True)
        self.text.setObjectName("hint")
        close = QToolButton()
        close.setObjectName("panelButton")
        close.setText("×")
        close.setToolTip(tr("Close this message"))
        close.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        close.clicked.connect(lambda: self.closed.emit(self.text.text()))
        row = QHBoxLayout(self)
        row.setContentsMargins(10, 3, 6, 3)
        row.setSpacing(8)
        row.addWidget(self.text, 1)
        row.addWidget(close, 0, Qt.AlignmentFlag.AlignTop)
        self.hide()

    def show_text(self, text: str) -> None:
        """Show a sentence; hidden if it is empty."""
        self.text.setText(text)
        self.setVisible(bool(text))
