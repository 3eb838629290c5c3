"""Dialogs for logging in and for registering people with their roles."""

from __future__ import annotations

from typing import Final

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QComboBox,
    QHBoxLayout,
    QLabel,
    QLineEdit,
    QListWidget,
    QWidget,
)

from vqganodip.errors import VqganodipError
from vqganodip.review.accounts import PERMISSION_MESSAGES, RIGHTS, Role
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.login_session import LoginSession
from vqganodip_gui.widgets.dialog_form import ActionDialog, FormDialog

_NARROWEST: Final = 460
"""Width of the dialog of people, at least."""

ROLE_WORDS: Final = {
    Role.OPERATOR: "Operator",
    Role.ENGINEER: "Engineer",
    Role.QUALITY: "Quality",
    Role.ADMIN: "Administrator",
}


def _pin() -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(tr("PIN, 4 to 12 digits"))
    field.setMaxLength(12)
    field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    return field


class LoginDialog(FormDialog):
    """Form for name and PIN."""

    def __init__(self, login: LoginSession, parent: QWidget | None = None) -> None:
        super().__init__(tr("Log in"), parent, ok=tr("Log in"))
        self._login = login
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.addItems([person.name for person in login.registered()])
        self.name.setCurrentText(login.name)
        self.name.setAccessibleName(tr("Name"))
        self.pin = _pin()
        self.message = QLabel(tr("Your name and PIN. The name is written into every judgment."))
        self.message.setWordWrap(True)
        self.message.setMinimumWidth(360)
        self.set_parts(self.message, self.name, self.pin)
        (self.pin if login.name else self.name).setFocus()

    def accept(self) -> None:
        try:
            self._login.log_in(self.name.currentText(), self.pin.text())
        except VqganodipError as error:
            self.message.setText(format_error(error))
            self.pin.clear()
            self.pin.setFocus()
            return
        super().accept()


class PeopleDialog(ActionDialog):
    """List of registered people, with a form to register more and the permissions of each role."""

    def __init__(self, login: LoginSession, parent: QWidget | None = None) -> None:
        super().__init__(tr("People and roles"), (tr("Register"),), parent)
        self._login = login
        self.message = QLabel()
        self.message.setWordWrap(True)
        self.message.setMinimumSize(_NARROWEST, 60)
        self.message.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.people = QListWidget()
        self.people.setFixedHeight(120)
        self.people.setAccessibleName(tr("People and roles"))
        self.name = QLineEdit()
        self.name.setPlaceholderText(tr("Name"))
        self.name.setMaxLength(60)
        self.role = QComboBox()
        self.rights = QLabel()
        self.rights.setObjectName("muted")
        self.rights.setWordWrap(True)
        self.rights.setAlignment(Qt.AlignmentFlag.AlignTop)
        self.pin = _pin()
        (self.register,) = self.primary
        self.register.clicked.connect(self.register_person)
        row = QHBoxLayout()
        for part in (self.name, self.role, self.pin):
            row.addWidget(part)
        self.set_parts(self.message, self.people, row, self.rights)
        self.role.currentIndexChanged.connect(self._show_rights)
        self._reserve_room()
        self._show()

    def register_person(self) -> None:
        """Register a person, or change role and PIN of a registered one."""
        try:
            self._login.register(self.name.text(), Role(self.role.currentData()), self.pin.text())
        except VqganodipError as error:
            self.message.setText(format_error(error))
            return
        self.name.clear()
        self.pin.clear()
        self._show()

    def _show(self) -> None:
        people = self._login.registered()
        first = not people
        self.message.setText(
            tr("No one is registered yet: anyone may judge under any name. The first person becomes the administrator.")
            + " "
            + tr("After that, everyone must log in.")
            if first
            else tr("A name that is registered already gets the new role and PIN.")
        )
        self.people.clear()
        self.people.addItems([f"{person.name}   {tr(ROLE_WORDS[person.role])}" for person in people])
        self.role.clear()
        for role in (Role.ADMIN,) if first else tuple(Role):
            self.role.addItem(tr(ROLE_WORDS[role]), role.value)
        self._show_rights()

    def _show_rights(self) -> None:
        value = self.role.currentData()
        if value is not None:
            self.rights.setText(_rights_text(Role(value)))

    def _reserve_room(self) -> None:
        """Keep room for the longest text, so that nothing moves when another role is chosen."""
        heights = []
        for role in Role:
            self.rights.setText(_rights_text(role))
            heights.append(self.rights.heightForWidth(_NARROWEST))
        self.rights.setMinimumHeight(max(heights))


def _rights_text(role: Role) -> str:
    able = ", ".join(sorted(translated(PERMISSION_MESSAGES[right]) for right in RIGHTS[role]))
    return tr("Permissions: {rights}").format(rights=able)
