"""Defect codes as people say them. Files keep the codes, which are the words of IPC-CFX."""

from __future__ import annotations

from typing import Final

from vqganodip_gui.i18n.translation import tr

DEFECT_WORDS: Final = {
    "ComponentMissing": "missing component",
    "ComponentShifted": "shifted component",
    "ComponentRotated": "rotated component",
    "Tombstone": "tombstone",
    "WrongPolarity": "wrong polarity",
    "Short": "solder bridge",
    "InsufficientSolder": "insufficient solder",
    "ExcessiveSolder": "excess solder",
    "Solderball": "solder ball",
    "ComponentTilted": "tilted component",
    "ComponentDefective": "damaged component",
    "FaceDownComponent": "upside-down component",
    "WrongComponent": "wrong component",
    "WrongComponentHeight": "wrong component height",
    "LiftedLead": "lifted lead",
    "PinMissing": "missing pin",
    "PinShifted": "shifted pin",
    "WrongPinHeight": "wrong pin height",
    "SolderDefect": "solder defect",
    "SolderPasteDefect": "solder paste defect",
    "PasteShort": "paste bridge",
    "ShiftedPaste": "shifted paste",
    "WrongPasteArea": "wrong paste area",
    "WrongPasteHeight": "wrong paste height",
    "WrongPasteVolume": "wrong paste volume",
    "Contamination": "contamination",
    "ConformalCoatingError": "coating defect",
    "ClearenceSurfaceError": "clearance surface defect",
    "ReferencePlaneError": "reference plane defect",
    "WrongCode": "wrong code",
    "Miscellaneous": "other defect",
}
"""The codes of ``resources/defect-codes.txt``; translated when they are shown."""


def defect_word(code: str) -> str:
    """The code in spoken words; a code of the user's own as it is."""
    return tr(DEFECT_WORDS[code]) if code in DEFECT_WORDS else code
