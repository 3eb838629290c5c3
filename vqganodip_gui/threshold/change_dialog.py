"""Dialog that puts a threshold into force: the change, the known defects it would miss, and the reason."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtWidgets import QLabel, QListWidget, QWidget

from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.threshold.board_preview import BoardPreview
from vqganodip_gui.widgets.reason_dialog import ReasonDialog


class ChangeDialog(ReasonDialog):
    """Reason dialog of a threshold change, with the list of known defects that would be missed.

    Args:
        title: Title of the dialog.
        text: What changes.
        missed: Index and name of each known defect that would pass unseen.
        needed: Whether a reason must be given.
        preview: Shows the defect selected in the list.
        parent: Parent widget.
    """

    def __init__(
        self,
        title: str,
        text: str,
        missed: Sequence[tuple[int, str]],
        *,
        needed: bool,
        preview: BoardPreview | None = None,
        parent: QWidget | None = None,
    ) -> None:
        parts: list[QWidget] = []
        if missed:
            names = QListWidget()
            names.addItems([name for _, name in missed])
            names.setMaximumHeight(132)
            parts = [QLabel(tr("These known defects would pass unseen:")), names]
            if preview is not None:
                preview.setMinimumHeight(190)
                names.currentRowChanged.connect(lambda row: preview.show_board(missed[row][0]) if row >= 0 else None)
                names.setCurrentRow(0)
                parts.append(preview)
        width = 640 if preview is not None else 470
        super().__init__(title, text, tr("Activate"), *parts, needed=needed, width=width, parent=parent)
        self.preview = preview
