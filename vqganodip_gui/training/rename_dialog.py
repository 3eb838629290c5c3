"""Dialog that renames a product in the workspace: the new name, who renames it, and what stays."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFormLayout, QLabel, QLineEdit, QWidget

from vqganodip.printable import printable
from vqganodip.review.model_names import LONGEST_NAME, Renaming
from vqganodip_gui.i18n.formatting import local_minute
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.widgets.dialog_form import FormDialog


class RenameDialog(FormDialog):
    """Two fields, new name and person; the name of a person logged in cannot be changed."""

    def __init__(
        self, product: str, last: Renaming | None, operator: str, *, closed: bool, parent: QWidget | None = None
    ) -> None:
        super().__init__(tr("Rename the product"), parent, ok=tr("Rename"))
        text = QLabel(
            tr(
                "All models of {product} get the new name, in the window, in reports and in exports, also for boards "
                "inspected before. Scores, thresholds and judgments stay. The renaming is recorded."
            ).format(product=printable(product))
        )
        text.setWordWrap(True)
        text.setTextFormat(Qt.TextFormat.PlainText)
        text.setMinimumWidth(460)
        self.name, self.operator = QLineEdit(product), QLineEdit(operator)
        for field in (self.name, self.operator):
            field.setMaxLength(LONGEST_NAME)
            field.textChanged.connect(self._check)
        self.operator.setReadOnly(closed)
        form = QFormLayout()
        form.setHorizontalSpacing(16)
        form.addRow(tr("New name"), self.name)
        form.addRow(tr("Renamed by"), self.operator)
        self.history = QLabel("" if last is None else renaming_text(last))
        self.history.setObjectName("hint")
        self.history.setWordWrap(True)
        self.history.setTextFormat(Qt.TextFormat.PlainText)
        self.history.setVisible(last is not None)
        self._before = product
        self.set_parts(text, form, self.history)
        self.name.selectAll()
        self.name.setFocus()
        self._check()

    def _check(self) -> None:
        name = " ".join(self.name.text().split())
        self.ok.setEnabled(bool(name) and name != self._before and bool(self.operator.text().strip()))


def renaming_text(renaming: Renaming) -> str:
    """Say what a product was called before, since when it no longer is, and who renamed it."""
    return tr("Renamed by {who} on {when}; called {before} until then.").format(
        before=printable(renaming.before), when=local_minute(renaming.renamed_at), who=printable(renaming.operator)
    )
