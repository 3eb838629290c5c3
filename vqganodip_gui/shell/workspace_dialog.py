"""Dialog for a new workspace: the folder that is typed is created."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QHBoxLayout, QLabel, QLineEdit, QPushButton, QWidget

from vqganodip.errors import system_reason
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.dialog_form import FormDialog

_NAME = "workspace"


class NewWorkspaceDialog(FormDialog):
    """One field for a folder, typed or chosen; a folder that does not exist is created.

    Args:
        near: Folder in which a free name is proposed.
        parent: Parent widget.
    """

    chosen = Signal(object)

    def __init__(self, near: Path, parent: QWidget | None = None) -> None:
        super().__init__(tr("New workspace"), parent, ok=tr("Create workspace"))
        self._near = near
        text = QLabel(tr("Judgments and pictures are stored in this folder. It is created if it does not exist."))
        text.setWordWrap(True)
        self.folder = QLineEdit(str(_free(near)))
        self.folder.setMinimumWidth(420)
        self.folder.setAccessibleName(tr("Folder"))
        self.browse = QPushButton(tr("Choose…"))
        self.browse.setAutoDefault(False)
        self.browse.clicked.connect(self._browse)
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setMinimumSize(520, 2 * self.message.fontMetrics().lineSpacing())
        row = QHBoxLayout()
        row.addWidget(self.folder, 1)
        row.addWidget(self.browse)
        self.set_parts(text, row, self.message)
        self.folder.textChanged.connect(self._check)
        self.folder.setFocus()
        name = self.folder.text().rpartition("/")[2]
        self.folder.setSelection(len(self.folder.text()) - len(name), len(name))

    def path(self) -> Path:
        """The folder as typed; a name alone lies in the folder that the dialog proposes."""
        typed = Path(self.folder.text().strip()).expanduser()
        return typed if typed.is_absolute() else self._near / typed

    def accept(self) -> None:
        folder = self.path()
        if is_filled(folder):
            self.message.setText(
                tr("{folder} is not empty. A new workspace begins in an empty folder.").format(folder=folder)
            )
            return
        try:
            folder.mkdir(parents=True, exist_ok=True)
        except OSError as error:
            text = tr("{folder} cannot be created ({error}). Choose another folder.")
            self.message.setText(text.format(folder=folder, error=system_reason(error)))
            return
        self.chosen.emit(folder)
        super().accept()

    def _browse(self) -> None:
        found = QFileDialog.getExistingDirectory(self, tr("Choose a folder"), str(self._near))
        if found:
            self.folder.setText(found)

    def _check(self, text: str) -> None:
        self.ok.setEnabled(bool(text.strip()))
        self.message.clear()


def is_filled(folder: Path) -> bool:
    """True if there is something in the folder, or a file in its place."""
    with suppress(OSError):  # # opening the folder gives the better error
        return folder.is_file() or any(folder.iterdir())
    return False


def _free(near: Path) -> Path:
    """A folder that does not exist."""
    names = (f"{_NAME}{f' {number}' if number > 1 else ''}" for number in range(1, 1000))
    return next(near / name for name in names if not (near / name).exists())
