"""HTML generation with automatic escaping: strings are text, only :class:`Markup` is inserted unescaped."""

from __future__ import annotations

import html
from typing import Final, TypeAlias

from vqganodip.printable import printable

__all__ = ["Child", "Markup", "joined", "raw", "tag"]

_VOID: Final = frozenset({"br", "img", "link", "meta"})


class Markup(str):
    """A fragment of HTML, created only by :func:`tag`, :func:`joined` and, for constants, :func:`raw`."""

    __slots__ = ()


Child: TypeAlias = Markup | str | int | None


def raw(constant: str) -> Markup:
    """Mark a constant of the program as HTML; never use it for external text."""
    return Markup(constant)


def joined(*children: Child) -> Markup:
    """Concatenate fragments; None is skipped."""
    return Markup("".join(_shown(child) for child in children))


def tag(name: str, /, *children: Child, **attributes: str | float | bool | None) -> Markup:
    """Create an element. In attribute names ``_`` becomes ``-``, and a trailing one is dropped (``class_``).

    Attributes that are None or False are omitted; True gives an attribute without a value.
    """
    given = "".join(_attribute(key, value) for key, value in attributes.items())
    if name in _VOID:
        return Markup(f"<{name}{given}>")
    return Markup(f"<{name}{given}>{joined(*children)}</{name}>")


def _attribute(key: str, value: str | float | bool | None) -> str:
    name = key.rstrip("_").replace("_", "-")
    if value is None or value is False:
        return ""
    return f" {name}" if value is True else f' {name}="{_escaped(_text(value))}"'


def _shown(child: Child) -> str:
    if child is None:
        return ""
    return child if isinstance(child, Markup) else _escaped(str(child))


def _text(value: str | float) -> str:
    return f"{value:.6g}" if isinstance(value, float) else str(value)


def _escaped(text: str) -> str:
    """Escape a text for HTML; control characters and direction marks are shown as escapes."""
    return html.escape(printable(text), quote=True)
