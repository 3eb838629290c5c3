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
from vqganodip.review.accounts import PERMISSION_MESSAGES, RIGHTS, Permission, Person, Role
from vqganodip_gui.i18n.engine_messages import format_error, translated
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.login_session import LoginSession
from vqganodip_gui.widgets.dialog_form import ActionDialog, FormDialog
from vqganodip_gui.widgets.guarded import GuardedButton, refusal

_NARROWEST: Final = 600
"""Width of the dialog of people, at least."""

ROLE_WORDS: Final = {
    Role.OPERATOR: "Operator",
    Role.ENGINEER: "Engineer",
    Role.QUALITY: "Quality",
    Role.ADMIN: "Administrator",
}


def _pin(words: str) -> QLineEdit:
    field = QLineEdit()
    field.setEchoMode(QLineEdit.EchoMode.Password)
    field.setPlaceholderText(words)
    field.setAccessibleName(words)
    field.setMaxLength(12)
    field.setInputMethodHints(Qt.InputMethodHint.ImhDigitsOnly)
    return field


class LoginDialog(FormDialog):
    """Form for name and PIN; ``judging`` while a judgment waits for them."""

    def __init__(self, login: LoginSession, parent: QWidget | None = None, *, judging: bool = False) -> None:
        super().__init__(tr("Log in"), parent, ok=tr("Log in"))
        self._login = login
        self.name = QComboBox()
        self.name.setEditable(True)
        self.name.addItems([person.name for person in login.registered() if not person.locked])
        self.name.setCurrentText(login.name)
        self.name.setAccessibleName(tr("Name"))
        self.pin = _pin(tr("PIN, 4 to 12 digits"))
        text = tr("Your name and PIN. The name is written into every judgment.")
        if judging:
            text += "\n" + tr("Your judgment is kept: it is written as soon as you have given your name.")
        self.message = QLabel(text)
        self.message.setWordWrap(True)
        self.message.setMinimumWidth(360)
        self.set_parts(self.message, self.name, self.pin)
        (self.pin if login.name else self.name).setFocus()

    def accept(self) -> None:
        try:
            self._login.log_in(self.name.currentText(), self.pin.text())
        except VqganodipError as error:
            self.message.setText(format_error(error))
            self.fit_height()
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
        self.pin, self.again = _pin(tr("PIN, 4 to 12 digits")), _pin(tr("PIN again"))
        (self.register,) = self.primary
        self.register.clicked.connect(self.register_person)
        self.lock = GuardedButton(tr("Lock"))
        self.lock.setAutoDefault(False)
        self.lock.setEnabled(False)
        self.lock.setToolTip(tr("A locked person cannot log in. What the person signed stays as it is."))
        self.lock.clicked.connect(self.lock_person)
        self.people.currentRowChanged.connect(lambda _row: self._show_lock())
        listed, row = QHBoxLayout(), QHBoxLayout()
        listed.addWidget(self.people, 1)
        listed.addWidget(self.lock, 0, Qt.AlignmentFlag.AlignTop)
        for button in (self.register, self.lock):
            button.guard(login, Permission.MANAGE_PEOPLE)
        for part in (self.name, self.role, self.pin, self.again):
            part.setEnabled(self.register.isEnabled())
            part.setToolTip(self.register.toolTip())
            part.setAccessibleDescription(self.register.accessibleDescription())
            row.addWidget(part)
        self.set_parts(self.message, listed, row, self.rights)
        self.role.currentIndexChanged.connect(self._show_rights)
        self._reserve_room()
        self._show()

    def register_person(self) -> None:
        """Register a person, or change role and PIN of a registered one."""
        if self.pin.text() != self.again.text():
            self.message.setText(tr("The two PINs differ: type the same PIN twice."))
            for field in (self.pin, self.again):
                field.clear()
            self.pin.setFocus()
            return
        try:
            self._login.register(self.name.text(), Role(self.role.currentData()), self.pin.text())
        except VqganodipError as error:
            self.message.setText(format_error(error))
            return
        for field in (self.name, self.pin, self.again):
            field.clear()
        self._show()

    def lock_person(self) -> None:
        """Lock the selected person, or unlock a locked one."""
        person = self._selected()
        if person is None:
            return
        try:
            self._login.lock(person.name, locked=not person.locked)
        except VqganodipError as error:
            self.message.setText(format_error(error))
            return
        self._show()

    def _selected(self) -> Person | None:
        row, people = self.people.currentRow(), self._login.registered()
        return people[row] if 0 <= row < len(people) else None

    def _show_lock(self) -> None:
        person = self._selected()
        self.lock.setEnabled(person is not None)
        self.lock.setText(tr("Unlock") if person is not None and person.locked else tr("Lock"))

    def _show(self) -> None:
        people = self._login.registered()
        first = not people
        self.message.setText(
            tr("No one is registered yet: anyone may judge under any name. The first person becomes the administrator.")
            + " "
            + tr("After that, everyone must log in.")
            if first
            else refusal(self._login, Permission.MANAGE_PEOPLE)
            or tr("A name that is registered already gets the new role and PIN.")
        )
        row = self.people.currentRow()
        self.people.clear()
        self.people.addItems(
            [
                f"{person.name}   {tr(ROLE_WORDS[person.role])}" + (f" · {tr('locked')}" if person.locked else "")
                for person in people
            ]
        )
        self.people.setCurrentRow(row)
        self._show_lock()
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
