"""Masks of known defects: files that mark pixels. They are not read as photographs.

A mask may be black and white, or hold labels of any integer type, where every number above zero marks a defect, also 1
of 65535. Values of lossy files, and soft edges, are decided at half of the range.
"""

from __future__ import annotations

from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from vqganodip.errors import ImageError
from vqganodip.imaging.decoding import read_raster
from vqganodip.imaging.file_checks import decoder
from vqganodip.imaging.raster import Raster, upright

__all__ = ["read_mask"]

_SOFT_LEVELS: Final = 2
"""Soft edges, and the traces of a JPEG, leave at least this many levels near black and near white."""
_GREY_SHARE: Final = 0.1


def read_mask(path: Path) -> NDArray[np.bool_]:
    """Read a mask, bool H×W, upright; True marks a defect.

    Raises:
        ImageError: The file cannot be read, or its values do not say what is marked.
    """
    raster, _ = read_raster(path, min_side=1, labels=True)
    with decoder(path):
        values = _values(raster)
        marked = _lossy(values, path) if raster.lossy else _exact(values, path)
        return np.asarray(upright(marked, raster.orientation))


def _values(raster: Raster) -> NDArray[Any]:
    """One number per pixel, zero where nothing is drawn."""
    drawn: NDArray[Any] = raster.samples.max(axis=2)
    if raster.indices is not None and not _tells_apart(drawn):
        return raster.indices  # numbers of labels without a palette for them
    alpha = raster.alpha
    if alpha is None or alpha.min() == alpha.max():
        return drawn
    if not drawn[alpha > 0].any():
        return alpha  # black on nothing
    return np.where(alpha > 0, drawn, 0)


def _tells_apart(drawn: NDArray[Any]) -> bool:
    """True if some pixels are black and some are not."""
    return bool(drawn.min() == 0 and drawn.max() > 0)


def _exact(values: NDArray[Any], path: Path) -> NDArray[np.bool_]:
    if values.dtype.kind == "f":
        return _floats(values, path)
    most = int(values.max(initial=0))
    top = 255 if most <= 255 else 65535
    if most > top // 2 and _is_soft(values, top):
        return np.asarray(values > top // 2)
    return np.asarray(values > 0)


def _floats(values: NDArray[Any], path: Path) -> NDArray[np.bool_]:
    """Labels if all are whole numbers, shares if all are in 0…1."""
    if np.isfinite(values).all():
        if (values == np.rint(values)).all():
            return np.asarray(values > 0)
        if values.min() >= 0 and values.max() <= 1:
            return np.asarray(values >= 0.5)
    raise ImageError(
        "mask-values",
        "holds values that do not say what is marked",
        where=path,
        todo="Save the mask as PNG: black, and white where the defect is.",
    )


def _is_soft(values: NDArray[Any], top: int) -> bool:
    """True for black and white with levels around both, and few in between: soft edges, or a JPEG saved as PNG."""
    third = top // 3
    low, high = values[(values > 0) & (values < third)], values[values > top - third]
    between = np.count_nonzero((values >= third) & (values <= top - third))
    soft = min(len(np.unique(low)), len(np.unique(high))) >= _SOFT_LEVELS
    return soft and bool(2 * between < high.size)


def _lossy(values: NDArray[Any], path: Path) -> NDArray[np.bool_]:
    """Black and white at half of the range; labels do not survive the loss."""
    marked = np.asarray(values > 127)
    grey = np.count_nonzero((values > 63) & (values < 192))
    if grey > _GREY_SHARE * values.size or (values.any() and not marked.any()):
        raise ImageError(
            "mask-lossy",
            "is a mask with loss (JPEG) whose values are not black and white",
            where=path,
            todo="Save the mask as PNG.",
        )
    return marked
