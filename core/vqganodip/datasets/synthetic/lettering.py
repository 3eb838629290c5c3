"""Letters and codes as bitmaps: silk text, part marking, and the 2-D barcode with the serial number."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

import numpy as np

from vqganodip.types import Map

__all__ = ["barcode", "text"]

_CAP_PX = 24


@lru_cache(maxsize=2048)
def text(content: str, weight: int = 2) -> Map:
    """Render a line of capitals as float32 h×w in 0..1, cropped to the letters with a margin of one stroke.

    Args:
        content: Printable ASCII; blanks allowed.
        weight: Stroke width, in 1/24 of the cap height.
    """
    import cv2

    face, scale = cv2.FONT_HERSHEY_SIMPLEX, _CAP_PX / 22.0
    (width, height), base = cv2.getTextSize(content, face, scale, weight)
    image = np.zeros((height + base + 2 * weight, width + 2 * weight), np.uint8)
    cv2.putText(image, content, (weight, height + weight), face, scale, 255, weight, cv2.LINE_AA)
    rows = np.flatnonzero(image.any(axis=1))
    if rows.size:
        image = image[max(rows[0] - 1, 0) : rows[-1] + 2]
    result = image.astype(np.float32) / np.float32(255)
    result.setflags(write=False)
    return result


def barcode(serial: str) -> Map:
    """Encode a serial number as a QR code with quiet zone, one cell per module: float32 n×n, 1 where it is light."""
    import cv2

    encoder: Any = cv2.QRCodeEncoder
    parameters = cv2.QRCodeEncoder_Params()  # type: ignore[attr-defined, unused-ignore]
    parameters.version = 1
    parameters.mode = cv2.QRCodeEncoder_MODE_ALPHANUMERIC
    code = encoder.create(parameters).encode(serial)
    return np.asarray(code, np.float32) / np.float32(255)
