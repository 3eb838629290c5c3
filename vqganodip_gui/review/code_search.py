"""Search among defect codes by the beginnings of their spoken words, without accents."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Sequence
from typing import Final

from vqganodip_gui.i18n.defect_words import defect_word

_APART: Final = re.compile(r"[^\w]+")
FAVOURITES: Final = 8
"""Most used codes that are listed before all others."""


def folded(text: str) -> str:
    """The text in lower case, without accents."""
    parts = unicodedata.normalize("NFKD", text.casefold())
    return "".join(part for part in parts if not unicodedata.combining(part))


def ordered(codes: Sequence[str], used: Sequence[str]) -> tuple[list[str], list[str]]:
    """The most used codes, most used first, and all others: those of the list in its order, then own ones."""
    favourites = list(used[:FAVOURITES])
    others = [code for code in codes if code not in favourites]
    return favourites, others + [code for code in used[FAVOURITES:] if code not in codes]


def matching(codes: Sequence[str], typed: str) -> list[str]:
    """The codes whose words begin as typed: first those whose first word does, then those with any such word."""
    wanted = folded(typed).split()
    first, any_word = [], []
    for code in codes:
        text = folded(defect_word(code))
        words = [word for word in _APART.split(text) if word]
        if text.startswith(" ".join(wanted)):
            first.append(code)
        elif all(any(word.startswith(part) for word in words) for part in wanted):
            any_word.append(code)
    return first + any_word
