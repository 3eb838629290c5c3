"""Key bindings: the defaults of the ACTIONS table, overridden by the settings."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Final

from PySide6.QtGui import QKeySequence

from vqganodip_gui.actions import ACTIONS, BY_NAME
from vqganodip_gui.i18n.translation import tr
from vqganodip_gui.services.settings import Settings

SETTING: Final = "keys"


class KeyBindings:
    """Keys by action. A key that belongs to another action is refused, so no key does two things."""

    def __init__(self, settings: Settings) -> None:
        self._settings = settings

    def keys_of(self, name: str) -> tuple[str, ...]:
        """The keys of an action; buttons show the first."""
        return self._bound().get(name, BY_NAME[name].keys)

    def owner(self, key: str) -> str | None:
        """The action a key belongs to."""
        wanted = QKeySequence(key)
        for row in ACTIONS:
            if any(QKeySequence(own) == wanted for own in self.keys_of(row.name)):
                return row.name
        return None

    def bind(self, name: str, keys: Sequence[str]) -> None:
        """Bind the keys to an action and store them.

        Raises:
            ValueError: A key is taken by another action, or is not a key; nothing is changed.
        """
        for key in keys:
            if QKeySequence(key).isEmpty():
                raise ValueError(tr("{key} is not a key").format(key=key))
            owner = self.owner(key)
            if owner not in (None, name):
                does = tr(BY_NAME[str(owner)].text).rstrip("…")
                raise ValueError(tr("{key} is already used for: {what}").format(key=key, what=does))
        bound = self._bound() | {name: tuple(keys)}
        self._keep(bound)

    def reset(self) -> None:
        """Restore the default keys."""
        self._keep({})

    def _bound(self) -> dict[str, tuple[str, ...]]:
        try:
            found = json.loads(self._settings.text(SETTING) or "{}")
            return {
                name: tuple(map(str, keys))
                for name, keys in found.items()
                if name in BY_NAME and isinstance(keys, list)
            }
        except (ValueError, AttributeError, TypeError):
            return {}  # # the file was edited by hand: use the default keys

    def _keep(self, bound: dict[str, tuple[str, ...]]) -> None:
        changed = {name: list(keys) for name, keys in bound.items() if keys != BY_NAME[name].keys}
        self._settings.set(SETTING, json.dumps(changed, sort_keys=True) if changed else "")
