"""Float maps in 255 steps, as PNG inside an npz file: a fifth of the size of float16, for maps with coarser noise."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import BundleError
from vqganodip.types import Map

__all__ = ["pack", "unpack"]

_STEPS: Final = 255
_HOW_TO_GET: Final = "Train the bundle again."


def pack(name: str, values: Map, *, relative: bool = False) -> dict[str, NDArray[Any]]:
    """Arrays that store a map under a name; :func:`unpack` is the inverse.

    Args:
        name: Name of the map among the arrays.
        values: float H×W or H×W×3, finite.
        relative: True for equal steps of the logarithm, for positive values whose relative error matters.

    Returns:
        The PNG's bytes as uint8 N, and ``<name>_range``: lowest value, highest value, and 1 for relative steps.
        The error is at most half a step: 1/510 of the range, or of the logarithm's range.
    """
    import cv2

    v = np.log(values.astype(np.float64)) if relative else values.astype(np.float64)
    low, high = float(v.min()), float(v.max())
    codes = np.rint((v - low) * (_STEPS / max(high - low, 1e-12))).astype(np.uint8)
    ok, png = cv2.imencode(".png", codes, [cv2.IMWRITE_PNG_COMPRESSION, 9])
    if not ok:
        raise BundleError(
            "map-not-encoded", "a map could not be encoded as PNG", where=name, todo="Check the free memory."
        )
    return {name: np.asarray(png, np.uint8).ravel(), f"{name}_range": np.array([low, high, relative], np.float64)}


def unpack(arrays: Mapping[str, NDArray[Any]], name: str) -> Map:
    """The float32 map stored under a name, packed or as a plain array.

    Raises:
        KeyError: There is no such map.
        BundleError: Its bytes are not a PNG.
    """
    import cv2

    stored = arrays[name]
    if f"{name}_range" not in arrays:
        return np.array(stored, np.float32)
    sound = stored.ndim == 1 and stored.dtype == np.uint8 and stored.size > 0
    codes = cv2.imdecode(stored, cv2.IMREAD_UNCHANGED) if sound else None
    if codes is None:
        raise BundleError("map-not-decoded", "a map cannot be decoded", where=name, todo=_HOW_TO_GET)
    low, high, relative = (float(x) for x in arrays[f"{name}_range"])
    v = low + codes.astype(np.float64) * ((high - low) / _STEPS)
    return np.ascontiguousarray(np.exp(v) if relative else v, np.float32)
