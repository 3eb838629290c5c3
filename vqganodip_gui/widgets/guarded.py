"""Buttons and actions that are disabled, with the reason, while they can do nothing: for a role, or at the moment."""

from __future__ import annotations

from PySide6.QtGui import QAction
from PySide6.QtWidgets import QPushButton, QWidget

from vqganodip.review.accounts import Permission
from vqganodip_gui.i18n.engine_messages import format_error
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.login_session import LoginSession


def refusal(login: LoginSession, right: Permission) -> str:
    """The reason why the present person may not do something; empty if it is allowed."""
    if login.closed and not login.name:
        return tr("Log in first.")
    error = login.refusal(right)
    return "" if error is None else format_error(error)


class GuardedButton(QPushButton):
    """Button that is enabled only if the page wants it and nothing blocks it; a reason takes the place of its tip."""

    def __init__(self, text: str = "", parent: QWidget | None = None) -> None:
        super().__init__(text, parent)
        self._wanted, self._tip, self._reason = True, "", ""
        self._guards: tuple[LoginSession, Permission] | None = None

    def guard(self, login: LoginSession, right: Permission) -> None:
        """Block the button for everyone without the permission, from one log-in to the next."""
        self._guards = login, right
        login.changed.connect(self._check)
        self._check()

    def block(self, reason: str) -> None:
        """Disable the button for a reason; an empty one ends that."""
        self._reason = reason
        super().setEnabled(self._wanted and not reason)
        super().setToolTip(reason or self._tip)
        super().setAccessibleDescription(reason)

    def setEnabled(self, wanted: bool) -> None:
        self._wanted = wanted
        self.block(self._reason)

    def setToolTip(self, tip: str) -> None:
        self._tip = tip
        self.block(self._reason)

    def _check(self) -> None:
        if self._guards is not None:
            self.block(refusal(*self._guards))


class GuardedAction(QAction):
    """Action that is enabled only if nothing blocks it; a reason takes the place of its tip."""

    def __init__(self, text: str, tip: str, parent: QWidget) -> None:
        super().__init__(text, parent)
        self._tip = tip
        self._guards: tuple[LoginSession, Permission] | None = None
        self.block("")

    def guard(self, login: LoginSession, right: Permission) -> None:
        """Block the action for everyone without the permission, from one log-in to the next."""
        self._guards = login, right
        login.changed.connect(self._check)
        self._check()

    def block(self, reason: str) -> None:
        """Disable the action for a reason; an empty one ends that."""
        self.setEnabled(not reason)
        self.setToolTip(reason or self._tip)
        self.setWhatsThis(reason)  # assistive technology reads it as the description of the menu's line

    def _check(self) -> None:
        if self._guards is not None:
            self.block(refusal(*self._guards))
