"""Accounts: roles, their permissions, and log-in with a PIN.

A workspace without accounts is open: anyone may judge under any name. Once the first person is registered, everyone has
to log in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field, replace
from enum import StrEnum
from types import MappingProxyType
from typing import Final, Protocol

from vqganodip.errors import Message, ReviewError, joined, message

__all__ = ["RIGHTS", "People", "PeopleStore", "Person", "Permission", "Role", "require"]

PIN_DIGITS: Final = range(4, 13)


class Role(StrEnum):
    """Role of an operator."""

    OPERATOR = "operator"
    ENGINEER = "engineer"
    QUALITY = "quality"
    ADMIN = "admin"


class Permission(StrEnum):
    """An action that a role may or may not perform."""

    JUDGE = "judge boards"
    CORRECT_OTHERS = "correct the judgments of others"
    EXPORT = "export records"
    SEE_OPERATORS = "see figures of single operators"
    MANAGE_PEOPLE = "register people"
    SET_THRESHOLD = "set the threshold"
    SET_RULES = "set the rules of the review"
    MAKE_MODELS = "train models and choose the one in use"
    RUN_STUDIES = "run studies of the Turing test"
    SET_GATE = "set the level of the gate"


ROLE_MESSAGES: Final[Mapping[Role, Message]] = MappingProxyType(
    {
        Role.OPERATOR: message("role-operator", "operator"),
        Role.ENGINEER: message("role-engineer", "engineer"),
        Role.QUALITY: message("role-quality", "quality"),
        Role.ADMIN: message("role-admin", "administrator"),
    }
)
PERMISSION_MESSAGES: Final[Mapping[Permission, Message]] = MappingProxyType(
    {
        Permission.JUDGE: message("permission-judge", "judge boards"),
        Permission.CORRECT_OTHERS: message("permission-correct-others", "correct the judgments of others"),
        Permission.EXPORT: message("permission-export", "export records"),
        Permission.SEE_OPERATORS: message("permission-see-operators", "see figures of single operators"),
        Permission.MANAGE_PEOPLE: message("permission-manage-people", "register people"),
        Permission.SET_THRESHOLD: message("permission-set-threshold", "set the threshold"),
        Permission.SET_RULES: message("permission-set-rules", "set the rules of the review"),
        Permission.MAKE_MODELS: message("permission-make-models", "train models and choose the one in use"),
        Permission.RUN_STUDIES: message("permission-run-studies", "run studies of the Turing test"),
        Permission.SET_GATE: message("permission-set-gate", "set the level of the gate"),
    }
)

RIGHTS: Final[Mapping[Role, frozenset[Permission]]] = MappingProxyType(
    {
        Role.OPERATOR: frozenset({Permission.JUDGE}),
        Role.ENGINEER: frozenset(
            {
                Permission.JUDGE,
                Permission.CORRECT_OTHERS,
                Permission.EXPORT,
                Permission.SET_THRESHOLD,
                Permission.MAKE_MODELS,
                Permission.RUN_STUDIES,
            }
        ),
        Role.QUALITY: frozenset(
            {
                Permission.JUDGE,
                Permission.CORRECT_OTHERS,
                Permission.EXPORT,
                Permission.SEE_OPERATORS,
                Permission.SET_THRESHOLD,
                Permission.SET_RULES,
                Permission.RUN_STUDIES,
                Permission.SET_GATE,
            }
        ),
        Role.ADMIN: frozenset(
            {
                Permission.EXPORT,
                Permission.SEE_OPERATORS,
                Permission.MANAGE_PEOPLE,
                Permission.MAKE_MODELS,
                Permission.RUN_STUDIES,
            }
        ),
    }
)
"""Permissions of each role."""


@dataclass(frozen=True, slots=True)
class Person:
    """An account of a workspace.

    Attributes:
        name: Name used in records.
        role: Role of the person.
        pin_hash: argon2id hash, never the PIN.
        locked: True if the person may not log in. An account is never deleted: its records stay.
    """

    name: str
    role: Role
    pin_hash: str = field(repr=False)
    locked: bool = False


class PeopleStore(Protocol):
    """The part of a repository that stores accounts."""

    def people(self) -> Sequence[Person]: ...

    def put_person(self, person: Person, operator: str = "") -> None: ...


def require(role: str, right: Permission) -> None:
    """Raise an error unless the role has the permission.

    Args:
        role: A value of :class:`Role`; empty at an open station, where everything is allowed.
        right: Permission for the action.

    Raises:
        ReviewError: The role lacks the permission or is unknown.
    """
    if not role:
        return
    if role not in set(Role):
        raise ReviewError("role-unknown", "there is no role {role!r}", todo="Log in again.", role=role)
    if right not in RIGHTS[Role(role)]:
        able = joined([ROLE_MESSAGES[r] for r in Role if right in RIGHTS[r]])
        raise ReviewError(
            "permission-denied",
            "the role {role} may not {right}",
            todo="Ask a person with the role {able}.",
            role=ROLE_MESSAGES[Role(role)],
            right=PERMISSION_MESSAGES[right],
            able=able,
        )


class People:
    """Registration and log-in."""

    def __init__(self, store: PeopleStore) -> None:
        self._store = store

    def registered(self) -> Sequence[Person]:
        """All accounts, sorted by name."""
        return self._store.people()

    @property
    def is_open(self) -> bool:
        """True if there are no accounts, so that no log-in is required."""
        return not self._store.people()

    def register(self, name: str, role: Role, pin: str, by: Person | None = None) -> Person:
        """Create an account, or give an existing one a new role and PIN; a locked one stays locked.

        The first account must be an administrator, and the last one keeps the role.

        Args:
            name: Name used in records; not empty.
            role: Role of the person.
            pin: 4 to 12 digits.
            by: The administrator who registers; None only for the first account.

        Raises:
            ReviewError: The name or PIN is invalid, ``by`` may not manage accounts, or the last administrator would
                lose the role.
        """
        from argon2 import PasswordHasher

        if by is not None:
            require(by.role, Permission.MANAGE_PEOPLE)
        elif not self.is_open:
            raise ReviewError(
                "account-not-by-admin", "people are registered by an administrator", todo="Let an administrator log in."
            )
        elif role is not Role.ADMIN:
            raise ReviewError(
                "account-first-not-admin",
                "the first person must be an administrator",
                todo="Register an administrator first.",
            )
        if not name.strip():
            raise ReviewError("account-name-missing", "a person needs a name", todo="Enter the name.")
        if not (pin.isascii() and pin.isdigit() and len(pin) in PIN_DIGITS):
            raise ReviewError("account-pin-invalid", "the PIN must be 4 to 12 digits", todo="Choose another PIN.")
        known = self._find(name)
        if known is not None and role is not Role.ADMIN:
            self._keep_admin(known)
        locked = known is not None and known.locked
        person = Person(name.strip(), role, PasswordHasher().hash(pin), locked)
        self._store.put_person(person, person.name if by is None else by.name)
        return person

    def lock(self, name: str, by: Person, *, locked: bool = True) -> Person:
        """Lock an account, so that its person cannot log in, or unlock it. Records of the person stay as they are.

        Args:
            name: Name of the person.
            by: The administrator who locks or unlocks.
            locked: False to unlock.

        Raises:
            ReviewError: ``by`` may not manage accounts, there is no such account, or it is that of the last
                administrator.
        """
        require(by.role, Permission.MANAGE_PEOPLE)
        person = self._find(name)
        if person is None:
            raise ReviewError(
                "account-unknown", "{name} is not registered", todo="Choose a registered person.", name=name.strip()
            )
        if locked:
            self._keep_admin(person)
        changed = replace(person, locked=locked)
        if changed != person:
            self._store.put_person(changed, by.name)
        return changed

    def _find(self, name: str) -> Person | None:
        return next((person for person in self._store.people() if person.name == name.strip()), None)

    def _keep_admin(self, person: Person) -> None:
        """Raise an error if a workspace would lose its last administrator with this person."""
        admins = {p.name for p in self._store.people() if p.role is Role.ADMIN and not p.locked}
        if admins == {person.name}:
            raise ReviewError(
                "account-last-admin",
                "{name} is the only administrator: no one could register or unlock people",
                todo="Register another administrator first.",
                name=person.name,
            )

    def log_in(self, name: str, pin: str) -> Person:
        """Return the account with this name and PIN.

        Raises:
            ReviewError: Name and PIN do not match; the error does not tell which of them is wrong. Or the account is
                locked.
        """
        from argon2 import PasswordHasher
        from argon2.exceptions import InvalidHashError, VerificationError

        person = self._find(name)
        matches = False
        with suppress(VerificationError, InvalidHashError):
            matches = person is not None and PasswordHasher().verify(person.pin_hash, pin)
        if person is not None and matches:
            if person.locked:
                raise ReviewError(
                    "account-locked",
                    "{name} is locked",
                    todo="Ask an administrator to unlock the account.",
                    name=person.name,
                )
            return person
        raise ReviewError(
            "login-failed",
            "name and PIN do not belong together",
            todo="Try again, or ask an administrator for a new PIN.",
        )
