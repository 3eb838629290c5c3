"""Left pane of the Turing page: the list of studies, and the buttons that open and prepare one."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path
from typing import Final

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QLabel, QListWidget, QListWidgetItem, QPushButton, QVBoxLayout, QWidget

from vqganodip.turing.study.study import is_simulated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.turing.study_list import study_label
from vqganodip_gui.widgets.guarded import GuardedButton

_WIDTH: Final = 240


class StudyPane(QWidget):
    """List of study folders; ``study_selected`` emits the folder that the user selects."""

    study_selected = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName("sidePane")
        self.setAttribute(Qt.WidgetAttribute.WA_StyledBackground)
        self.setFixedWidth(_WIDTH)
        title = QLabel(tr("Studies"))
        title.setObjectName("paneTitle")
        self.list = QListWidget()
        self.list.setAccessibleName(tr("Studies"))
        self.prepare_button = GuardedButton(tr("Prepare a study…"))
        self.open_button = QPushButton(tr("Open a study…"))
        column = QVBoxLayout(self)
        column.setContentsMargins(12, 12, 12, 12)
        column.setSpacing(8)
        column.addWidget(title)
        column.addWidget(self.list, 1)
        column.addWidget(self.open_button)
        column.addWidget(self.prepare_button)
        self.list.currentItemChanged.connect(self._select)

    def show_studies(self, folders: Sequence[Path], selected: Path | None) -> None:
        """List the studies without a signal, and select one of them if it is there."""
        with QSignalBlocker(self.list):
            self.list.clear()
            for folder in folders:
                item = QListWidgetItem(study_label(folder.name, is_simulated(folder)))
                item.setData(Qt.ItemDataRole.UserRole, str(folder))
                item.setToolTip(str(folder))
                self.list.addItem(item)
                if folder == selected:
                    self.list.setCurrentItem(item)

    def has_selection(self) -> bool:
        """True if a study is selected."""
        return self.list.currentItem() is not None

    def select_first(self) -> None:
        """Select the first study."""
        self.list.setCurrentRow(0)

    def _select(self) -> None:
        item = self.list.currentItem()
        if item is not None:
            self.study_selected.emit(Path(item.data(Qt.ItemDataRole.UserRole)))
