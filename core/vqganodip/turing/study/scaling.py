"""Size of the images on the screen: larger ones are shrunk once, originals and reconstructions by the same filter."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, Final

from vqganodip.errors import Message, TuringError, message
from vqganodip.imaging.decoding import resize
from vqganodip.types import Image

__all__ = ["Scaling", "check_screen", "fitted_size", "scale", "scaling_message"]

FILTER: Final = "area"
_LEAST, _MOST = 64, 16_384


@dataclass(frozen=True, slots=True)
class Scaling:
    """Registered shrinking of the images of a study; sizes are (width, height) in pixels.

    Attributes:
        filter: ``area``: every pixel is the mean of the area it covers.
        library: Library and version that computed it.
        screen: Size of the screen for which the study was prepared.
        original: Size of the images before.
        size: Size of the images as they are shown.
    """

    filter: str
    library: str
    screen: tuple[int, int]
    original: tuple[int, int]
    size: tuple[int, int]

    @classmethod
    def between(cls, original: tuple[int, int], screen: tuple[int, int]) -> Scaling:
        """Describe the shrinking of images to a screen by :func:`scale`."""
        import cv2

        return cls(FILTER, f"OpenCV {cv2.__version__} INTER_AREA", screen, original, fitted_size(original, screen))

    @classmethod
    def from_dict(cls, about: Mapping[str, Any] | None) -> Scaling | None:
        """Read the scaling of a registration; None if the images are shown as they were."""
        if not about:
            return None
        sizes = {name: (int(about[name][0]), int(about[name][1])) for name in ("screen", "original", "size")}
        return cls(str(about["filter"]), str(about["library"]), **sizes)


def check_screen(screen: tuple[int, int]) -> None:
    """TuringError if this is not the size of a screen."""
    if not all(_LEAST <= side <= _MOST for side in screen):
        raise TuringError(
            "study-screen-invalid",
            "a screen of {w}×{h} px",
            where=message("place-study", "study"),
            todo="Give width and height in pixels, such as 1366x768.",
            w=screen[0],
            h=screen[1],
        )


def fitted_size(size: tuple[int, int], screen: tuple[int, int]) -> tuple[int, int]:
    """Return the largest size of the same proportions that fits the screen; never larger than ``size``."""
    (width, height), (most_w, most_h) = size, screen
    if width <= most_w and height <= most_h:
        return size
    if width * most_h >= height * most_w:
        return most_w, max(1, height * most_w // width)
    return max(1, width * most_h // height), most_h


def scale(pixels: Image, screen: tuple[int, int] | None) -> Image:
    """Shrink an image, uint8 H×W×3, that is larger than the screen by area averages; None changes nothing."""
    size = (pixels.shape[1], pixels.shape[0])
    if screen is None or fitted_size(size, screen) == size:
        return pixels
    return resize(pixels, fitted_size(size, screen))


def scaling_message(scaling: Scaling | None, size: tuple[int, int]) -> Message:
    """State the size at which images are shown, and the filter that both classes went through."""
    if scaling is None:
        return message("scaling-none", "The images are shown as they are, {w}×{h} px.", w=size[0], h=size[1])
    return message(
        "scaling-done",
        "Originals and reconstructions were shrunk alike from {ow}×{oh} to {w}×{h} px ({filter} filter, {library}).",
        ow=scaling.original[0],
        oh=scaling.original[1],
        w=size[0],
        h=size[1],
        filter=message("scaling-area", "area") if scaling.filter == FILTER else scaling.filter,
        library=scaling.library,
    )
