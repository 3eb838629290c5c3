"""Current operator: a free name at an open station, a registered person with role and PIN otherwise."""

from __future__ import annotations

from collections.abc import Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal

from vqganodip.errors import VqganodipError
from vqganodip.review.accounts import People, Permission, Person, Role, require
from vqganodip_gui.services.settings import Settings

if TYPE_CHECKING:
    from vqganodip.store.workspace import Workspace


class LoginSession(QObject):
    """Name and role of the operator. The engine refuses what a role may not do; this says who asks."""

    changed = Signal()

    def __init__(self, settings: Settings, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._settings = settings
        self._people: People | None = None
        self._known: tuple[Person, ...] = ()
        self._person: Person | None = None
        self.destroyed.connect(settings.listen(self._setting_changed))

    def set_workspace(self, workspace: Workspace) -> None:
        """Log out: people are registered per workspace."""
        self._people = People(workspace.repository)
        self._known = tuple(self._people.registered())
        self._person = None
        self.changed.emit()

    @property
    def closed(self) -> bool:
        """True if people are registered, so that everyone must log in."""
        return bool(self._known)

    @property
    def name(self) -> str:
        """Name for the records; empty before an operator is named or logged in."""
        if self.closed:
            return self._person.name if self._person else ""
        return self._settings.text("operator").strip()

    @property
    def role(self) -> str:
        """Role of the person logged in; empty at an open station."""
        return self._person.role.value if self._person else ""

    @property
    def acting_role(self) -> str:
        """Role that the engine checks: that of the person logged in, and one without any right before the log-in."""
        return self.role or ("nobody" if self.closed else "")

    def registered(self) -> Sequence[Person]:
        """All registered people, sorted by name; locked ones too."""
        return self._known

    def require(self, right: Permission) -> None:
        """Raise an error for what the role may not do; at a closed station for everything before log-in.

        Raises:
            ReviewError: See :func:`vqganodip.review.accounts.require`.
        """
        require(self.acting_role, right)

    def refusal(self, right: Permission) -> VqganodipError | None:
        """The error of ``require``; None if the person may do it."""
        try:
            self.require(right)
        except VqganodipError as error:
            return error
        return None

    def log_in(self, name: str, pin: str) -> None:
        """Log a person in; ReviewError if name and PIN do not match."""
        if self._people is not None:
            self._person = self._people.log_in(name, pin)
            self.changed.emit()

    def log_out(self) -> None:
        """Log out."""
        self._person = None
        self.changed.emit()

    def register(self, name: str, role: Role, pin: str) -> None:
        """Register a person; the first becomes an administrator and is logged in. ReviewError if refused."""
        if self._people is None:
            return
        first = not self.closed
        person = self._people.register(name, role, pin, by=self._person)
        self._known = tuple(self._people.registered())
        if first or (self._person is not None and person.name == self._person.name):
            self._person = person
        self.changed.emit()

    def lock(self, name: str, *, locked: bool) -> None:
        """Lock or unlock a person, as the administrator who is logged in; ReviewError if refused."""
        if self._people is None:
            return
        if self._person is None:
            require("nobody", Permission.MANAGE_PEOPLE)
            return
        person = self._people.lock(name, self._person, locked=locked)
        self._known = tuple(self._people.registered())
        if locked and person.name == self._person.name:
            self._person = None
        self.changed.emit()

    def _setting_changed(self, name: str) -> None:
        if name == "operator":
            self.changed.emit()
