"""Messages to the participant that explain why a session was interrupted."""

from __future__ import annotations

from typing import Final

from vqganodip.errors import Message, VqganodipError, message

__all__ = [
    "COMPUTER_ASLEEP",
    "COMPUTER_STOOD_STILL",
    "IMAGE_HIDDEN_LATE",
    "IMAGE_LATE",
    "KEYBOARD_LOST",
    "NEXT_IMAGE_LATE",
    "OPERATOR_CALLED",
    "SCREEN_HIDDEN",
    "SCREEN_REMOVED",
    "refused",
]

KEYBOARD_LOST: Final = message("session-keyboard-lost", "The window lost the keyboard.")
NEXT_IMAGE_LATE: Final = message("session-next-image-late", "The computer was too slow to show the next image in time.")
IMAGE_LATE: Final = message("session-image-late", "The computer was too slow to show the image in time.")
IMAGE_HIDDEN_LATE: Final = message("session-image-hidden-late", "The computer was too slow to hide the image in time.")
SCREEN_HIDDEN: Final = message("session-screen-hidden", "The screen was hidden.")
SCREEN_REMOVED: Final = message("session-screen-removed", "The screen was taken away.")
COMPUTER_ASLEEP: Final = message("session-computer-asleep", "The computer was asleep.")
COMPUTER_STOOD_STILL: Final = message("session-computer-stood-still", "The computer stood still.")
OPERATOR_CALLED: Final = message("session-operator-called", "The session was stopped.")


def refused(error: VqganodipError) -> Message:
    """The error that stopped the session."""
    return message("session-refused", "{error}", error=error)
