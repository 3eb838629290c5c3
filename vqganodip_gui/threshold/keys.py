"""Keys of the threshold page, as the key sheet lists them."""

from __future__ import annotations

from typing import Final

ARROWS: Final = "← →"

KEYS: Final = (
    ("Move the line", ARROWS),
    ("Move the line in large steps", f"Shift+{ARROWS}"),
    ("Move the end of the doubtful band", f"Ctrl+{ARROWS}"),
    ("No defect missed", "Z"),
    ("Doubtful band on or off", "B"),
    ("Reset to the threshold in force", "Esc"),
)
